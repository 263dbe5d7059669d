output "a" {
  value = terraform
}
