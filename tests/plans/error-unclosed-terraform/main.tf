terraform {
  required_version = ">= 1"
output "o" {
  value = 1
}
