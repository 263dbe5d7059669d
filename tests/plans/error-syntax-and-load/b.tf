output "x" {
}
variable "y" {
  type = number
  default = "x"
}
