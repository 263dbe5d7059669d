variable "a" {
  type = any
}
