variable "ssl_policy" {
  type = string
}

variable "hsts" {
  type = string
}

resource "aws_lb" "main" {
  name               = "main"
  load_balancer_type = "application"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.ssl_policy
  certificate_arn   = "arn:aws:acm:eu-central-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"

  routing_http_response_strict_transport_security_header_value = var.hsts

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/app/1111111111111111"
  }
}
