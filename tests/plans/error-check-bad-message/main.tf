variable "x" {
  default = "a"
}
check "c" {
  assert {
    condition = var.x == "b"
    error_message = [1]
  }
}
