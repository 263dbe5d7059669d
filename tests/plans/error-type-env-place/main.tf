variable "a" {
  type = number
}
variable "b" {
  type = list(number)
}
