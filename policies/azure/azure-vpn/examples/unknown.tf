variable "cipher" {
  description = "Cipher of the key exchange."
  type        = string
}

resource "azurerm_virtual_network_gateway_connection" "office" {
  name                       = "office"
  resource_group_name        = "rg-network"
  location                   = "westeurope"
  type                       = "IPsec"
  virtual_network_gateway_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworkGateways/vgw"
  local_network_gateway_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/localNetworkGateways/office"

  ipsec_policy {
    dh_group         = "DHGroup14"
    ike_encryption   = var.cipher
    ike_integrity    = "SHA256"
    ipsec_encryption = "GCMAES256"
    ipsec_integrity  = "GCMAES256"
    pfs_group        = "PFS14"
  }
}
