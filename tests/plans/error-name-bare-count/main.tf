output "a" {
  value = count
}
