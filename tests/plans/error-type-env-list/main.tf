variable "b" {
  type = list(number)
}
