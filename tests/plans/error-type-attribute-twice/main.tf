variable "a" {
  type    = object({ a = string, a = number })
  default = null
}
