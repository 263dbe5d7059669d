variable "a" {
}
variable "b" {
  type = string
}
