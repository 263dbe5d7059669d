variable "days" {
  description = "Days that events are kept; has no default."
  type        = number
}

resource "aws_cloudtrail_event_data_store" "audit" {
  name             = "audit"
  retention_period = var.days
}
