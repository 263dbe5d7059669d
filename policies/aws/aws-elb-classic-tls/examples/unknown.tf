variable "reference_policy" {
  type = string
}

resource "aws_elb" "main" {
  name = "main"

  listener {
    lb_port            = 443
    lb_protocol        = "https"
    instance_port      = 8080
    instance_protocol  = "http"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  }
}

resource "aws_lb_ssl_negotiation_policy" "main" {
  name          = "tls"
  load_balancer = aws_elb.main.id
  lb_port       = 443

  attribute {
    name  = "Reference-Security-Policy"
    value = var.reference_policy
  }
}
