policy_metadata "azure-nsg-admin-ports" {
  demand   = "remote-access-vpn"
  severity = "high"
  title = {
    de = "Fernzugriff auf Azure führt nicht über das offene Internet"
    en = "Remote access to Azure does not lead through the open internet"
  }
  description = {
    de = "SSH, RDP und WinRM sind nur aus dem eigenen Netz oder über das VPN erreichbar, nie aus dem ganzen Internet. Regeln in der Gruppe und als eigene Ressource zählen, Bereiche und Listen auch."
    en = "SSH, RDP and WinRM are reachable from the company's network or through the VPN only, never from the whole internet. Rules inside the group and of their own count, so do ranges and lists."
  }
  links = {
    "Provider argument"       = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule#source_address_prefix-1"
    "Network security groups" = "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview"
  }

  fix "close-port" {
    title = {
      de = "Quelle auf das VPN-Netz beschränken"
      en = "Restrict the source to the VPN's network"
    }
    action = "set_argument"
    path   = "source_address_prefix"
    value  = "VirtualNetwork"
    safe   = false
  }
}
