variable "x" {
  default = "a"
  ephemeral = true
}
output "o" {
  value = 1
  precondition {
    condition = var.x == "a"
    error_message = "bad ${var.x}"
  }
}
