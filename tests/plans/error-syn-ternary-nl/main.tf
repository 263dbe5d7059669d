output "b" {
  value = true
    ? 1
    : 2
}
