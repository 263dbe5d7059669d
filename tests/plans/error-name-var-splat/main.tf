output "a" {
  value = var[*]
}
