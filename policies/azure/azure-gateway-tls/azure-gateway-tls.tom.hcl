policy_metadata "azure-gateway-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Gateways in Azure verlangen TLS 1.2 oder neuer"
    en = "Gateways in Azure ask for TLS 1.2 or newer"
  }
  description = {
    de = "Application Gateway, Front Door, CDN und API Management sind der Rand zum Internet. Ein Application Gateway ohne eigene Richtlinie nimmt je nach Alter noch TLS 1.0 an; Profile einzelner Listener zählen mit."
    en = "Application Gateway, Front Door, CDN and API Management are the edge to the internet. An application gateway without a policy of its own accepts TLS 1.0 depending on its age; profiles of single listeners count."
  }
  applies_to = [
    "resource_policy.azurerm_application_gateway.tls_1_2",
    "resource_policy.azurerm_cdn_frontdoor_custom_domain.tls_1_2",
    "resource_policy.azurerm_cdn_endpoint_custom_domain.tls_1_2",
    "resource_policy.azurerm_api_management.tls_1_2",
  ]
  links = {
    "Provider argument"                   = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway#ssl_policy-1"
    "TLS policies of Application Gateway" = "https://learn.microsoft.com/en-us/azure/application-gateway/application-gateway-ssl-policy-overview"
  }

  fix "modern-policy" {
    title = {
      de = "Richtlinie mit TLS 1.2 setzen"
      en = "Set a policy with TLS 1.2"
    }
    action = "describe"
  }

  version_note ">= 5.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Bei Front Door heißt das Argument tls.minimum_version, bei API Management enden die Schalter auf _enabled."
      en = "With Front Door the argument is tls.minimum_version, with API Management the switches end in _enabled."
    }
  }
}

policy_metadata "azure-gateway-https" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Gateways in Azure leiten unverschlüsselte Anfragen um"
    en = "Gateways in Azure redirect plain requests"
  }
  description = {
    de = "Ein Listener ohne TLS darf nur auf HTTPS umleiten. Geprüft wird jede Regel, nicht nur der erste Listener."
    en = "A listener without TLS may redirect to HTTPS and nothing else. Every rule is looked at, not the first listener alone."
  }
  applies_to = [
    "resource_policy.azurerm_application_gateway.https_only",
    "resource_policy.azurerm_cdn_frontdoor_route.https_only",
    "resource_policy.azurerm_cdn_endpoint.https_only",
  ]
  links = {
    "Provider argument"                  = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway#redirect_configuration-1"
    "Redirection in Application Gateway" = "https://learn.microsoft.com/en-us/azure/application-gateway/redirect-overview"
  }

  fix "redirect" {
    title = {
      de = "Auf HTTPS umleiten"
      en = "Redirect to HTTPS"
    }
    action = "describe"
  }
}
