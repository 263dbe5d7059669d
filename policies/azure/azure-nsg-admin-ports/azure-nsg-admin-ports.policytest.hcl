policytest {
  targets = ["azure-nsg-admin-ports.policy.hcl"]
}

resource "azurerm_network_security_rule" "pass_from_inside" {
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "10.0.0.0/8"
  }
}

resource "azurerm_network_security_rule" "pass_https" {
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "443"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "pass_denied" {
  attrs = {
    direction              = "Inbound"
    access                 = "Deny"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "pass_outbound" {
  attrs = {
    direction              = "Outbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "pass_udp" {
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Udp"
    destination_port_range = "22"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "pass_vpn_clients" {
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "VirtualNetwork"
  }
}

resource "azurerm_network_security_rule" "pass_group" {
  attrs = {
    direction                             = "Inbound"
    access                                = "Allow"
    protocol                              = "Tcp"
    destination_port_range                = "22"
    source_application_security_group_ids = ["/asg"]
  }
}

resource "azurerm_network_security_rule" "pass_ranges_beside" {
  attrs = {
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    source_address_prefix   = "*"
    destination_port_ranges = ["80", "443", "8000-8999"]
  }
}

resource "azurerm_network_security_rule" "fail_ssh_from_star" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "fail_ssh_from_internet" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "Internet"
  }
}

resource "azurerm_network_security_rule" "fail_ssh_from_internet_lower" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "internet"
  }
}

resource "azurerm_network_security_rule" "fail_ssh_from_any" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "Any"
  }
}

resource "azurerm_network_security_rule" "fail_ssh_from_zero" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "0.0.0.0/0"
  }
}

resource "azurerm_network_security_rule" "fail_ssh_from_zero_host" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "0.0.0.0"
  }
}

resource "azurerm_network_security_rule" "fail_ssh_from_ipv6" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "::/0"
  }
}

resource "azurerm_network_security_rule" "fail_rdp" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "3389"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "fail_winrm" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "5986"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "fail_range" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "20-30"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "fail_every_port" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "*"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "fail_port_list" {
  expect_failure = true
  attrs = {
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    source_address_prefix   = "*"
    destination_port_ranges = ["443", "3000-4000"]
  }
}

resource "azurerm_network_security_rule" "fail_prefix_list" {
  expect_failure = true
  attrs = {
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    destination_port_range  = "22"
    source_address_prefixes = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}

resource "azurerm_network_security_rule" "fail_every_protocol" {
  expect_failure = true
  attrs = {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "*"
    destination_port_range = "22"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "fail_lower_case" {
  expect_failure = true
  attrs = {
    direction              = "inbound"
    access                 = "allow"
    protocol               = "tcp"
    destination_port_range = "22"
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "fail_nulls" {
  expect_failure = true
  attrs = {
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    destination_port_range  = "22"
    source_address_prefix   = "*"
    source_address_prefixes = null
    destination_port_ranges = null
  }
}

# Rules inside the group, written as blocks or as a list.
resource "azurerm_network_security_group" "pass_https" {
  attrs = {
    security_rule = [{ direction = "Inbound", access = "Allow", protocol = "Tcp", destination_port_range = "443", source_address_prefix = "*" }]
  }
}

resource "azurerm_network_security_group" "fail_ssh" {
  expect_failure = true
  attrs = {
    security_rule = [{ direction = "Inbound", access = "Allow", protocol = "Tcp", destination_port_range = "22", source_address_prefix = "*" }]
  }
}

resource "azurerm_network_security_group" "fail_second_rule" {
  expect_failure = true
  attrs = {
    security_rule = [{ direction = "Inbound", access = "Allow", protocol = "Tcp", destination_port_range = "443", source_address_prefix = "*" }, { direction = "Inbound", access = "Allow", protocol = "Tcp", destination_port_range = "22", source_address_prefix = "*" }]
  }
}

resource "azurerm_network_security_group" "pass_no_rules" {
  attrs = {
    name = "nsg"
  }
}

resource "azurerm_network_security_group" "pass_empty" {
  attrs = {
    security_rule = []
  }
}

resource "azurerm_network_security_group" "pass_null_rules" {
  attrs = {
    security_rule = null
  }
}
