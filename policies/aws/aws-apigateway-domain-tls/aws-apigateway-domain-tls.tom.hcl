policy_metadata "aws-apigateway-domain-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Domains von API Gateway sprechen TLS 1.2 oder neuer"
    en = "Domain names of API Gateway speak TLS 1.2 or newer"
  }
  description = {
    de = "TLS_1_0 als Sicherheitsrichtlinie lässt alte Clients zu. Ohne Angabe gibt AWS neuen Domains TLS_1_2; die Richtlinien SecurityPolicy_TLS12_… und SecurityPolicy_TLS13_… beginnen ebenfalls frühestens bei 1.2."
    en = "TLS_1_0 as security policy lets old clients in. Without one AWS gives new domain names TLS_1_2; the policies SecurityPolicy_TLS12_… and SecurityPolicy_TLS13_… begin at 1.2 at the earliest, too."
  }
  applies_to = [
    "resource_policy.aws_api_gateway_domain_name.rest_tls_1_2",
    "resource_policy.aws_apigatewayv2_domain_name.http_tls_1_2",
  ]
  links = {
    "Provider: aws_api_gateway_domain_name" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name"
    "AWS: security policies"                = "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html"
  }

  fix "set-security-policy" {
    title = {
      de = "Sicherheitsrichtlinie TLS_1_2 setzen"
      en = "Set the security policy TLS_1_2"
    }
    action = "set_argument"
    path   = "security_policy"
    value  = "TLS_1_2"
    safe   = false
  }

  version_note ">= 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Die Richtlinien SecurityPolicy_… nimmt der Provider seit Ausgaben von Ende 2025 an."
      en = "The provider accepts the policies SecurityPolicy_… since releases of late 2025."
    }
  }
}

policy_metadata "aws-apigateway-default-endpoint" {
  demand   = "tls-1-2"
  severity = "low"
  title = {
    de = "APIs mit eigener Domain sind nur über diese erreichbar"
    en = "APIs with a domain name of their own are reached by that alone"
  }
  description = {
    de = "Der Endpunkt execute-api einer REST-API lässt TLS 1.0 zu und bleibt neben der eigenen Domain offen, solange er nicht abgeschaltet ist. Die Regel ist ein Hinweis."
    en = "The execute-api endpoint of a REST API admits TLS 1.0 and stays open beside the domain name until it is switched off. This policy is advice."
  }
  applies_to = ["resource_policy.aws_api_gateway_rest_api.default_endpoint_closed"]
  links = {
    "Provider: disable_execute_api_endpoint" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_rest_api#disable_execute_api_endpoint-1"
    "AWS: disabling the default endpoint"    = "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html"
  }

  fix "close-default-endpoint" {
    title = {
      de = "Den Endpunkt execute-api abschalten"
      en = "Switch the execute-api endpoint off"
    }
    action = "set_argument"
    path   = "disable_execute_api_endpoint"
    value  = true
    safe   = false
  }
}

policy_metadata "aws-apigateway-integration-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "API Gateway ruft Backends verschlüsselt auf"
    en = "API Gateway calls backends over TLS"
  }
  description = {
    de = "Integrationen über das Internet verwenden https:// und prüfen das Zertifikat des Backends. Private Integrationen über einen VPC-Link sind ausgenommen: dort entscheidet der Listener des Load Balancers."
    en = "Integrations over the internet use https:// and verify the backend's certificate. Private integrations over a VPC link are exempt: there the load balancer's listener decides."
  }
  applies_to = [
    "resource_policy.aws_api_gateway_integration.backend_over_https",
    "resource_policy.aws_apigatewayv2_integration.http_backend_over_https",
  ]
  links = {
    "Provider: aws_api_gateway_integration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_integration"
    "AWS: HTTP integrations"                = "https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html"
  }

  fix "use-https" {
    title = {
      de = "Adresse des Backends auf https:// umstellen und die Zertifikatsprüfung eingeschaltet lassen"
      en = "Change the backend's address to https:// and leave the verification of certificates on"
    }
    action = "describe"
  }
}
