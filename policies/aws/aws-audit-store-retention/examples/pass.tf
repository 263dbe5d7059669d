resource "aws_cloudtrail_event_data_store" "audit" {
  name             = "audit"
  retention_period = 90
}

resource "aws_cloudwatch_event_archive" "orders" {
  name             = "orders"
  event_source_arn = "arn:aws:events:eu-central-1:111122223333:event-bus/orders"
  retention_days   = 30
}
