# Network security groups open no port of remote administration to the internet.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "admin_ports" {
  type        = list(number)
  description = "Ports of remote administration: SSH, RDP and WinRM."
  default     = [22, 3389, 5985, 5986]
}

locals {
  # How a rule says "from everywhere".
  anywhere = ["*", "0.0.0.0", "0.0.0.0/0", "::/0", "any", "internet"]
}

resource_policy "azurerm_network_security_rule" "admin_ports_closed" {
  locals {
    inbound = core::lower(attrs.direction) == "inbound" && core::lower(attrs.access) == "allow" && core::contains(["*", "tcp"], core::lower(attrs.protocol))
    # Rules name one source or a list, one port range or a list.
    sources = core::concat([for s in [core::try(attrs.source_address_prefix, null)] : s if s != null], core::try([for s in attrs.source_address_prefixes : s], []))
    ranges  = core::concat([for p in [core::try(attrs.destination_port_range, null)] : p if p != null], core::try([for p in attrs.destination_port_ranges : p], []))
    open    = core::anytrue([for s in local.sources : core::contains(local.anywhere, core::lower(s))])
    bounds  = [for p in local.ranges : core::split("-", p == "*" ? "0-65535" : p)]
    reached = [
      for p in input.admin_ports : core::anytrue([
        for b in local.bounds : core::parseint(b[0], 10) <= p && p <= core::parseint(core::element(b, core::length(b) - 1), 10)
      ])
    ]
  }

  enforce {
    condition     = !(local.inbound && local.open && core::anytrue(local.reached))
    error_message = "The rule opens port ${core::join(", ", local.ranges)} to the internet; remote administration is promised through a VPN only."
  }
}

resource_policy "azurerm_network_security_group" "admin_ports_closed" {
  locals {
    rules = [
      for r in core::try([for r in attrs.security_rule : r], []) : {
        inbound = core::lower(r.direction) == "inbound" && core::lower(r.access) == "allow" && core::contains(["*", "tcp"], core::lower(r.protocol))
        sources = core::concat([for s in [core::try(r.source_address_prefix, null)] : s if s != null], core::try([for s in r.source_address_prefixes : s], []))
        ranges  = core::concat([for p in [core::try(r.destination_port_range, null)] : p if p != null], core::try([for p in r.destination_port_ranges : p], []))
      }
    ]
    opened = [
      for r in local.rules :
      r.inbound && core::anytrue([for s in r.sources : core::contains(local.anywhere, core::lower(s))]) && core::anytrue([
        for p in input.admin_ports : core::anytrue([
          for b in [for x in r.ranges : core::split("-", x == "*" ? "0-65535" : x)] :
          core::parseint(b[0], 10) <= p && p <= core::parseint(core::element(b, core::length(b) - 1), 10)
        ])
      ])
    ]
  }

  enforce {
    condition     = !core::anytrue(local.opened)
    error_message = "A rule of the group opens a port of remote administration (${core::join(", ", input.admin_ports)}) to the internet; remote administration is promised through a VPN only."
  }
}
