output "a" {
  value = each
}
