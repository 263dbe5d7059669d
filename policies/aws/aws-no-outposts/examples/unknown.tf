variable "launch_type" {
  description = "Where the tasks run; has no default."
  type        = string
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web:1"
  launch_type     = var.launch_type
}
