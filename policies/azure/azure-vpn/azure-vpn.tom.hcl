policy_metadata "azure-vpn-ciphers" {
  demand   = "remote-access-vpn"
  severity = "high"
  title = {
    de = "VPN-Tunnel in Azure verwenden starke Verfahren"
    en = "VPN tunnels in Azure use strong ciphers"
  }
  description = {
    de = "Ohne eigene IPsec-Richtlinie bietet das Gateway auch schwache Verfahren an. Maßstab ist die Technische Richtlinie TR-02102-3 des BSI."
    en = "Without an IPsec policy of its own the gateway offers weak ciphers as well. The yardstick is the guideline TR-02102-3 of the German BSI."
  }
  applies_to = [
    "resource_policy.azurerm_virtual_network_gateway_connection.strong_ciphers",
    "resource_policy.azurerm_virtual_wan.encrypted",
  ]
  links = {
    "Provider argument"                          = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_gateway_connection#ipsec_policy-1"
    "Cryptographic requirements of VPN gateways" = "https://learn.microsoft.com/en-us/azure/vpn-gateway/vpn-gateway-about-compliance-crypto"
    "BSI TR-02102-3"                             = "https://www.bsi.bund.de/SharedDocs/Downloads/DE/BSI/Publikationen/TechnischeRichtlinien/TR02102/BSI-TR-02102-3.html"
  }

  fix "set-policy" {
    title = {
      de = "IPsec-Richtlinie mit starken Verfahren setzen"
      en = "Set an IPsec policy with strong ciphers"
    }
    action = "describe"
  }
}

policy_metadata "azure-vpn-identity" {
  demand   = "remote-access-vpn"
  severity = "medium"
  title = {
    de = "VPN-Einwahl in Azure verlangt eine zentrale Identität"
    en = "Dialling in to Azure asks for a central identity"
  }
  description = {
    de = "Nur die Anmeldung über Entra ID fragt nach einem zweiten Faktor; ein Zertifikat genügt sonst allein."
    en = "Only signing in with Entra ID asks for a second factor; otherwise a certificate alone is enough."
  }
  applies_to = [
    "resource_policy.azurerm_virtual_network_gateway.people_sign_in_centrally",
    "resource_policy.azurerm_vpn_server_configuration.people_sign_in_centrally",
  ]
  links = {
    "Provider argument"              = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_gateway#vpn_auth_types-1"
    "Entra ID for point-to-site VPN" = "https://learn.microsoft.com/en-us/azure/vpn-gateway/point-to-site-entra-gateway"
  }

  fix "use-entra" {
    title = {
      de = "Anmeldung über Entra ID verlangen"
      en = "Ask for a sign-in with Entra ID"
    }
    action = "describe"
  }
}
