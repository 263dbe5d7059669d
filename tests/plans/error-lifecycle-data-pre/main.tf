data "terraform_remote_state" "x" {
  backend = "local"
  config = { path = "nope" }
  lifecycle {
    precondition {
      condition = var.x == 2
      error_message = "no"
    }
  }
}
variable "x" {
  default = 1
}
