variable "x" {
  default = "a"
}
check "c" {
  assert {
    condition = var.x == "a"
    error_message = [var.x]
  }
}
