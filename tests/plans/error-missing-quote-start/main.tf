output "o" {
  value = abc"
}
