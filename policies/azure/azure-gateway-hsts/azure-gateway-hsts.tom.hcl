policy_metadata "azure-gateway-hsts" {
  demand   = "hsts"
  severity = "medium"
  title = {
    de = "Gateways in Azure senden HSTS"
    en = "Gateways in Azure send HSTS"
  }
  description = {
    de = "Der Header Strict-Transport-Security hält Browser mindestens ein Jahr bei HTTPS. Als Hinweis gemeldet, weil auch die Anwendung dahinter ihn senden kann."
    en = "The header Strict-Transport-Security keeps browsers at HTTPS for a year at least. Reported as advice, because the application behind may send it, too."
  }
  links = {
    "Provider argument"                        = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_frontdoor_rule#response_header_action-1"
    "Rewriting headers in Application Gateway" = "https://learn.microsoft.com/en-us/azure/application-gateway/rewrite-http-headers-url"
  }

  fix "send-hsts" {
    title = {
      de = "Header Strict-Transport-Security senden"
      en = "Send the header Strict-Transport-Security"
    }
    action = "describe"
  }
}
