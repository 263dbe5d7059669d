variable "x" {
  default = "a"
  type = number
}
foo {
}
output "o" {
}
