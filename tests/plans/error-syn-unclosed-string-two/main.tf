output "a" {
  value = "abc
}
output "b" {
  value = "d"
}
