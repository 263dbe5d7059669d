locals {
  a = {
    b = 1
}
output "o" {
  value = 1
}
