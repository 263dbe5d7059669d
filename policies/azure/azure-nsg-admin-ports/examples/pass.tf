resource "azurerm_network_security_rule" "ssh" {
  name                        = "ssh"
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-app"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  source_address_prefix       = "10.20.0.0/16"
  destination_port_range      = "22"
  destination_address_prefix  = "*"
}
