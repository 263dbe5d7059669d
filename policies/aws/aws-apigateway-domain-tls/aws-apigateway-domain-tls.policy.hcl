# Domain names of API Gateway speak TLS 1.2 or newer, and the endpoint that AWS names itself, which admits TLS 1.0, is
# closed where there is such a domain.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  # TLS_1_2, or one of the newer policies: SecurityPolicy_TLS12_… and SecurityPolicy_TLS13_… begin at 1.2 or 1.3.
  tls12_policy = "^(TLS_1_2|SecurityPolicy_TLS1[23]_.*)$"
}

resource_policy "aws_api_gateway_domain_name" "rest_tls_1_2" {
  locals {
    # AWS gives new domain names TLS_1_2, whatever their endpoint, so leaving the policy out complies.
    stated = core::try(attrs.security_policy, null)
    policy = local.stated == null ? "TLS_1_2" : local.stated
  }

  enforce {
    condition     = core::regex_match(local.policy, local.tls12_policy)
    error_message = "The domain name's security policy ${local.policy} lets clients in with less than TLS 1.2."
  }
}

resource_policy "aws_apigatewayv2_domain_name" "http_tls_1_2" {
  locals {
    policies = core::try([for c in attrs.domain_name_configuration : core::try(c.security_policy, null)], [])
  }

  enforce {
    # The argument is required; the API takes TLS_1_2 alone for HTTP and WebSocket APIs.
    condition     = core::length(local.policies) > 0 && core::alltrue([for p in local.policies : p == null ? true : core::regex_match(p, local.tls12_policy)])
    error_message = "The domain name's security policy ${core::join(", ", [for p in local.policies : core::valuetostring(p)])} lets clients in with less than TLS 1.2."
  }
}

# The execute-api endpoint of a REST API that is not private has the policy TLS_1_0 unless a newer provider sets another
# one. A client that ignores the domain name ignores its policy: advice, since it matters only where there is a domain.
resource_policy "aws_api_gateway_rest_api" "default_endpoint_closed" {
  enforcement_level = "advisory"
  filter = (
    !core::contains(core::flatten([for c in core::try([for c in attrs.endpoint_configuration : c], []) : core::try([for t in c.types : t], [])]), "PRIVATE") &&
    core::length(core::getresources("aws_api_gateway_base_path_mapping", { api_id = attrs.id })) > 0
  )

  locals {
    policy = core::try(attrs.security_policy, null)
  }

  enforce {
    condition     = core::try(attrs.disable_execute_api_endpoint, false) == true || (local.policy == null ? false : core::regex_match(local.policy, local.tls12_policy))
    error_message = "Beside its domain name the API is still reached at its execute-api endpoint, which admits TLS 1.0."
  }
}

# What API Gateway calls in turn.
resource_policy "aws_api_gateway_integration" "backend_over_https" {
  filter = core::contains(["HTTP", "HTTP_PROXY"], core::try(attrs.type, "")) && core::try(attrs.connection_type, "INTERNET") != "VPC_LINK"

  enforce {
    condition     = !core::startswith(core::lower(core::try(attrs.uri, "")), "http://")
    error_message = "The API calls its backend over plain HTTP (${core::valuetostring(core::try(attrs.uri, null))})."
  }

  enforce {
    condition     = core::alltrue([for t in core::try([for t in attrs.tls_config : t], []) : core::try(t.insecure_skip_verification, false) != true])
    error_message = "The API accepts any certificate of its backend (insecure_skip_verification)."
  }
}

resource_policy "aws_apigatewayv2_integration" "http_backend_over_https" {
  filter = core::try(attrs.integration_type, "") == "HTTP_PROXY" && core::try(attrs.connection_type, "INTERNET") != "VPC_LINK"

  enforce {
    condition     = !core::startswith(core::lower(core::try(attrs.integration_uri, "")), "http://")
    error_message = "The API calls its backend over plain HTTP (${core::valuetostring(core::try(attrs.integration_uri, null))})."
  }
}
