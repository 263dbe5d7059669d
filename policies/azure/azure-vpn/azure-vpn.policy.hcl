# VPNs in Azure use strong ciphers, and people dial in with central identities.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Ciphers, hashes and key exchanges that BSI TR-02102-3 does not recommend any more.
  weak = ["3DES", "DES", "DES3", "DHGroup1", "DHGroup2", "MD5", "None", "SHA1"]
}

resource_policy "azurerm_virtual_network_gateway_connection" "strong_ciphers" {
  filter = core::try(attrs.type, "IPsec") != "ExpressRoute"

  locals {
    policies = core::try([for p in attrs.ipsec_policy : p], [])
    chosen = core::flatten([
      for p in local.policies : [
        for a in ["dh_group", "ike_encryption", "ike_integrity", "ipsec_encryption", "ipsec_integrity"] : core::try(p[a], "None")
      ]
    ])
    weak_ones = [for c in local.chosen : c if core::contains(local.weak, c)]
  }

  enforce {
    condition     = core::length(local.policies) > 0
    error_message = "Without an ipsec_policy the gateway also offers weak ciphers (3DES, SHA1, DHGroup2)."
  }

  enforce {
    condition     = core::length(local.weak_ones) == 0
    error_message = "The tunnel uses ${core::join(", ", local.weak_ones)}, which count as broken."
  }
}

resource_policy "azurerm_virtual_network_gateway" "people_sign_in_centrally" {
  # Only gateways that people dial in to.
  filter = core::try(core::length(attrs.vpn_client_configuration), 0) > 0

  enforce {
    # Not set means certificates.
    condition     = core::try([for a in attrs.vpn_client_configuration[0].vpn_auth_types : a], ["Certificate"]) == ["AAD"]
    error_message = "People dial in with ${core::join(", ", core::try([for a in attrs.vpn_client_configuration[0].vpn_auth_types : a], ["Certificate"]))}; only a central identity (AAD) asks for a second factor."
  }
}

resource_policy "azurerm_vpn_server_configuration" "people_sign_in_centrally" {
  enforce {
    condition     = [for a in attrs.vpn_authentication_types : a] == ["AAD"]
    error_message = "People dial in with ${core::join(", ", attrs.vpn_authentication_types)}; only a central identity (AAD) asks for a second factor."
  }
}

resource_policy "azurerm_virtual_wan" "encrypted" {
  enforce {
    # Encrypted unless it says otherwise.
    condition     = core::try(attrs.disable_vpn_encryption, false) != true
    error_message = "disable_vpn_encryption sends the traffic of the VPN in the clear."
  }
}
