variable "a" {
  type = list(number)
}
variable "b" {
  type = map(string)
}
