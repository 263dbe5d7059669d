variable "e" {
  ephemeral = true
  default = "x"
}
check "c" {
  assert {
    condition = var.e == "y"
    error_message = "no"
  }
}
