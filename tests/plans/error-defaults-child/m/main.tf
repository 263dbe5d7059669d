variable "x" {
  default = "a"
  type = number
}
