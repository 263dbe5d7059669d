policy_metadata "aws-lb-listener-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Load Balancer sprechen TLS 1.2 oder neuer"
    en = "Load balancers speak TLS 1.2 or newer"
  }
  description = {
    de = "Verschlüsselte Listener lassen nichts Älteres als TLS 1.2 zu. Wird keine Richtlinie angegeben, gilt ELBSecurityPolicy-2016-08 und damit auch TLS 1.0. Namen, die mit TLS13-1-0 oder TLS13-1-1 beginnen, erlauben trotz des Anfangs TLS 1.0 und 1.1."
    en = "Encrypted listeners allow nothing older than TLS 1.2. Without a policy ELBSecurityPolicy-2016-08 applies and with it TLS 1.0. Names that begin with TLS13-1-0 or TLS13-1-1 allow TLS 1.0 and 1.1 in spite of their beginning."
  }
  applies_to = ["resource_policy.aws_*.tls_1_2"]
  links = {
    "Provider: ssl_policy"                     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener#ssl_policy-1"
    "AWS: security policies of load balancers" = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"
  }

  fix "set-ssl-policy" {
    title = {
      de = "Richtlinie mit TLS 1.2 und 1.3 setzen"
      en = "Set a policy with TLS 1.2 and 1.3"
    }
    action = "set_argument"
    path   = "ssl_policy"
    value  = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    safe   = false
  }
}

policy_metadata "aws-lb-listener-no-plain-http" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "HTTP-Listener leiten auf HTTPS um"
    en = "HTTP listeners redirect to HTTPS"
  }
  description = {
    de = "Ein Listener ohne TLS beantwortet nichts außer mit einer Umleitung auf HTTPS. Eine Umleitung ohne Protokoll behält das der Anfrage bei und führt auf HTTP zurück."
    en = "A listener without TLS answers nothing but a redirect to HTTPS. A redirect that names no protocol keeps the one of the request and leads back to HTTP."
  }
  applies_to = ["resource_policy.aws_*.no_plain_http", "resource_policy.aws_*.no_redirect_to_http"]
  links = {
    "Provider: aws_lb_listener"      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener"
    "AWS: actions of listener rules" = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#redirect-actions"
  }

  fix "redirect" {
    title = {
      de = "Standardaktion durch eine Umleitung ersetzen: type = \"redirect\", redirect { protocol = \"HTTPS\", port = \"443\", status_code = \"HTTP_301\" }"
      en = "Replace the default action with a redirect: type = \"redirect\", redirect { protocol = \"HTTPS\", port = \"443\", status_code = \"HTTP_301\" }"
    }
    action = "describe"
  }
}

policy_metadata "aws-lb-target-group-tls" {
  demand   = "tls-1-2"
  severity = "low"
  title = {
    de = "Load Balancer sprechen auch mit ihren Zielen verschlüsselt"
    en = "Load balancers speak TLS with their targets as well"
  }
  description = {
    de = "Durchgängig heißt streng genommen: auch zwischen Load Balancer und Anwendung. Viele beenden TLS am Load Balancer und vertrauen dem eigenen Netz; deshalb ist die Regel ein Hinweis."
    en = "Throughout strictly means between load balancer and application as well. Many end TLS at the load balancer and trust their own network; so this policy is advice."
  }
  applies_to = ["resource_policy.aws_*.targets_over_tls"]
  links = {
    "Provider: aws_lb_target_group" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group"
    "AWS: target groups"            = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html"
  }

  fix "set-protocol" {
    title = {
      de = "Protokoll der Zielgruppe auf HTTPS setzen (die Anwendung braucht dann ein Zertifikat)"
      en = "Set the target group's protocol to HTTPS (the application then needs a certificate)"
    }
    action = "set_argument"
    path   = "protocol"
    value  = "HTTPS"
    safe   = false
  }
}

policy_metadata "aws-lb-listener-hsts" {
  demand   = "hsts"
  severity = "low"
  title = {
    de = "HTTPS-Listener senden den HSTS-Header"
    en = "HTTPS listeners send the HSTS header"
  }
  description = {
    de = "Application Load Balancer können Strict-Transport-Security für alle Ziele setzen. Sendet die Anwendung den Header selbst, ist er hier nicht zu sehen; deshalb ist die Regel ein Hinweis."
    en = "Application load balancers can set Strict-Transport-Security for all targets. If the application sends the header itself, that is not seen here; so this policy is advice."
  }
  applies_to = ["resource_policy.aws_*.hsts"]
  links = {
    "Provider: routing_http_response_strict_transport_security_header_value" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener#routing_http_response_strict_transport_security_header_value-1"
    "AWS: header modification"                                               = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html"
  }

  fix "set-header" {
    title = {
      de = "HSTS-Header setzen"
      en = "Set the HSTS header"
    }
    action = "set_argument"
    path   = "routing_http_response_strict_transport_security_header_value"
    value  = "max-age=31536000; includeSubDomains"
    safe   = false
  }

  version_note ">= 5.76.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Das Argument gibt es erst in neueren Ausgaben von Provider 5."
      en = "Only newer releases of provider 5 have the argument."
    }
  }
}
