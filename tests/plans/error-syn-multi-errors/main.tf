output "a" {
  value = [1
}
output "b" {
  value = }
}
output "c" {
  value = 1
}
