output "o" {
  = 1
}
