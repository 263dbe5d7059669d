variable "v" {
}
output "x" {
  value = 1
  precondition {
    condition = var.v == 1
    error_message = "no"
  }
}
