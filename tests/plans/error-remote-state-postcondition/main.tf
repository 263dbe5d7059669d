data "terraform_remote_state" "s" {
  backend = "local"
  config = { path = "s.json" }
  lifecycle {
    postcondition {
      condition     = self.outputs.a == "other"
      error_message = "x"
    }
  }
}
