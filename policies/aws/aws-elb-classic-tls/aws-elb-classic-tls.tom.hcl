policy_metadata "aws-elb-classic-no-plain-http" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Classic Load Balancer nehmen kein unverschlüsseltes HTTP an"
    en = "Classic load balancers take no plain HTTP"
  }
  description = {
    de = "Ein Classic Load Balancer kann nicht auf HTTPS umleiten: jeder HTTP-Port überträgt im Klartext."
    en = "A classic load balancer cannot redirect to HTTPS: every HTTP port transfers in plain text."
  }
  applies_to = ["resource_policy.aws_elb.no_plain_http"]
  links = {
    "Provider: aws_elb"                        = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb"
    "AWS: listeners of classic load balancers" = "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html"
  }

  fix "use-https" {
    title = {
      de = "Listener auf HTTPS mit Zertifikat umstellen oder zu einem Application Load Balancer wechseln"
      en = "Turn the listener into HTTPS with a certificate, or move to an application load balancer"
    }
    action = "describe"
  }
}

policy_metadata "aws-elb-classic-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Classic Load Balancer sprechen TLS 1.2"
    en = "Classic load balancers speak TLS 1.2"
  }
  description = {
    de = "Ohne eigene Richtlinie bietet jeder verschlüsselte Port auch TLS 1.0 an (ELBSecurityPolicy-2016-08). Jeder solche Port hat eine Richtlinie, die nur TLS 1.2 einschaltet oder auf ELBSecurityPolicy-TLS-1-2-2017-01 verweist."
    en = "Without a policy of its own every encrypted port also offers TLS 1.0 (ELBSecurityPolicy-2016-08). Each such port has a policy that switches on TLS 1.2 alone or refers to ELBSecurityPolicy-TLS-1-2-2017-01."
  }
  applies_to = ["resource_policy.aws_elb.tls_1_2"]
  links = {
    "Provider: aws_lb_ssl_negotiation_policy" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_ssl_negotiation_policy"
    "AWS: predefined security policies"       = "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html"
  }

  fix "add-negotiation-policy" {
    title = {
      de = "Richtlinie für den Port 443 ergänzen (für weitere Ports ebenso)"
      en = "Add a policy for port 443 (and for further ports likewise)"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_lb_ssl_negotiation_policy" "${name}" {
        name          = "tls-1-2"
        load_balancer = ${address}.id
        lb_port       = 443

        attribute {
          name  = "Reference-Security-Policy"
          value = "ELBSecurityPolicy-TLS-1-2-2017-01"
        }
      }
    EOT
  }
}
