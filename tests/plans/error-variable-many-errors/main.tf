variable "a" {
  type = number
  default = "x"
}
variable "b" {
  type = foo
}
output "a" {
  value = nope
}
