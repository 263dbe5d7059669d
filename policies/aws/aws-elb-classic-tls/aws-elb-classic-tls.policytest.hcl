policytest {
  targets = ["aws-elb-classic-tls.policy.hcl"]
}

resource "aws_elb" "pass_negotiation_policy" {
  attrs = {
    id       = "a"
    name     = "a"
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_lb_ssl_negotiation_policy" "a" {
  skip = true
  attrs = {
    name          = "tls12"
    load_balancer = aws_elb.pass_negotiation_policy.id
    lb_port       = 443
    attribute = [
      { name = "Protocol-TLSv1", value = "false" },
      { name = "Protocol-TLSv1.1", value = "false" },
      { name = "Protocol-TLSv1.2", value = "true" },
      { name = "ECDHE-RSA-AES128-GCM-SHA256", value = "true" },
    ]
  }
}

resource "aws_elb" "pass_given_policy" {
  attrs = {
    id       = "b"
    listener = [{ lb_port = 8443, lb_protocol = "SSL", instance_port = 80, instance_protocol = "tcp" }]
  }
}

resource "aws_load_balancer_policy" "b" {
  skip = true
  attrs = {
    load_balancer_name = "b"
    policy_name        = "tls12"
    policy_type_name   = "SSLNegotiationPolicyType"
    policy_attribute   = [{ name = "Reference-Security-Policy", value = "ELBSecurityPolicy-TLS-1-2-2017-01" }]
  }
}

resource "aws_load_balancer_listener_policy" "b" {
  skip = true
  attrs = {
    load_balancer_name = "b"
    load_balancer_port = 8443
    policy_names       = ["tls12"]
  }
}

resource "aws_elb" "pass_tcp" {
  attrs = {
    id       = "c"
    listener = [{ lb_port = 5432, lb_protocol = "tcp", instance_port = 5432, instance_protocol = "tcp" }]
  }
}

resource "aws_elb" "fail_http" {
  expect_failure = true
  attrs = {
    id       = "d"
    listener = [{ lb_port = 80, lb_protocol = "HTTP", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_elb" "fail_default_policy" {
  expect_failure = true
  attrs = {
    id       = "e"
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }]
  }
}

# The policy of another load balancer, and of another port.
resource "aws_elb" "fail_other_port" {
  expect_failure = true
  attrs = {
    id       = "f"
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_lb_ssl_negotiation_policy" "f" {
  skip = true
  attrs = {
    name          = "tls12"
    load_balancer = "f"
    lb_port       = 8443
    attribute     = [{ name = "Protocol-TLSv1.2", value = "true" }]
  }
}

resource "aws_elb" "fail_old_protocol_on" {
  expect_failure = true
  attrs = {
    id       = "g"
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_lb_ssl_negotiation_policy" "g" {
  skip = true
  attrs = {
    name          = "tls1"
    load_balancer = "g"
    lb_port       = 443
    attribute     = [{ name = "Protocol-TLSv1", value = "true" }, { name = "Protocol-TLSv1.2", value = "true" }]
  }
}

resource "aws_elb" "fail_old_predefined_policy" {
  expect_failure = true
  attrs = {
    id       = "h"
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_lb_ssl_negotiation_policy" "h" {
  skip = true
  attrs = {
    name          = "old"
    load_balancer = "h"
    lb_port       = 443
    attribute     = [{ name = "Reference-Security-Policy", value = "ELBSecurityPolicy-2016-08" }]
  }
}

# The policy is defined, but no port has it.
resource "aws_elb" "fail_policy_not_given" {
  expect_failure = true
  attrs = {
    id       = "i"
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_load_balancer_policy" "i" {
  skip = true
  attrs = {
    load_balancer_name = "i"
    policy_name        = "tls12-i"
    policy_type_name   = "SSLNegotiationPolicyType"
    policy_attribute   = [{ name = "Protocol-TLSv1.2", value = "true" }]
  }
}

resource "aws_elb" "fail_one_of_two_ports" {
  expect_failure = true
  attrs = {
    id = "j"
    listener = [
      { lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" },
      { lb_port = 8443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" },
    ]
  }
}

resource "aws_lb_ssl_negotiation_policy" "j" {
  skip = true
  attrs = {
    name          = "tls12"
    load_balancer = "j"
    lb_port       = 443
    attribute     = [{ name = "Protocol-TLSv1.2", value = "true" }]
  }
}
