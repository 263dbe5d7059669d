locals {
  a = 1
output "o" {
  value = 1
}
variable "x" {
}
