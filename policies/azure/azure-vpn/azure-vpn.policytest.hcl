policytest {
  targets = ["azure-vpn.policy.hcl"]
}

resource "azurerm_virtual_network_gateway_connection" "pass_strong" {
  attrs = {
    ipsec_policy = [{ dh_group = "DHGroup14", ike_encryption = "AES256", ike_integrity = "SHA256", ipsec_encryption = "GCMAES256", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_no_policy" {
  expect_failure = true
  attrs = {
    type = "IPsec"
  }
}

resource "azurerm_virtual_network_gateway_connection" "pass_express_route" {
  attrs = {
    type = "ExpressRoute"
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_ike_encryption_des3" {
  expect_failure = true
  attrs = {
    ipsec_policy = [{ dh_group = "DHGroup14", ike_encryption = "DES3", ike_integrity = "SHA256", ipsec_encryption = "GCMAES256", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_ipsec_encryption_des" {
  expect_failure = true
  attrs = {
    ipsec_policy = [{ dh_group = "DHGroup14", ike_encryption = "AES256", ike_integrity = "SHA256", ipsec_encryption = "DES", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_ipsec_encryption_none" {
  expect_failure = true
  attrs = {
    ipsec_policy = [{ dh_group = "DHGroup14", ike_encryption = "AES256", ike_integrity = "SHA256", ipsec_encryption = "None", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_ike_integrity_md5" {
  expect_failure = true
  attrs = {
    ipsec_policy = [{ dh_group = "DHGroup14", ike_encryption = "AES256", ike_integrity = "MD5", ipsec_encryption = "GCMAES256", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_ike_integrity_sha1" {
  expect_failure = true
  attrs = {
    ipsec_policy = [{ dh_group = "DHGroup14", ike_encryption = "AES256", ike_integrity = "SHA1", ipsec_encryption = "GCMAES256", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_dh_group_dhgroup2" {
  expect_failure = true
  attrs = {
    ipsec_policy = [{ dh_group = "DHGroup2", ike_encryption = "AES256", ike_integrity = "SHA256", ipsec_encryption = "GCMAES256", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_dh_group_none" {
  expect_failure = true
  attrs = {
    ipsec_policy = [{ dh_group = "None", ike_encryption = "AES256", ike_integrity = "SHA256", ipsec_encryption = "GCMAES256", ipsec_integrity = "GCMAES256", pfs_group = "PFS14" }]
  }
}

# People who dial in.
resource "azurerm_virtual_network_gateway" "pass_entra" {
  attrs = {
    vpn_client_configuration = [{ address_space = ["10.9.0.0/24"], vpn_auth_types = ["AAD"] }]
  }
}

resource "azurerm_virtual_network_gateway" "fail_certificates" {
  expect_failure = true
  attrs = {
    vpn_client_configuration = [{ address_space = ["10.9.0.0/24"], vpn_auth_types = ["Certificate"] }]
  }
}

resource "azurerm_virtual_network_gateway" "fail_both" {
  expect_failure = true
  attrs = {
    vpn_client_configuration = [{ address_space = ["10.9.0.0/24"], vpn_auth_types = ["AAD", "Certificate"] }]
  }
}

resource "azurerm_virtual_network_gateway" "fail_unset" {
  expect_failure = true
  attrs = {
    vpn_client_configuration = [{ address_space = ["10.9.0.0/24"] }]
  }
}

resource "azurerm_virtual_network_gateway" "pass_site_to_site" {
  attrs = {
    type = "Vpn"
  }
}

resource "azurerm_vpn_server_configuration" "pass_server_entra" {
  attrs = {
    vpn_authentication_types = ["AAD"]
  }
}

resource "azurerm_vpn_server_configuration" "fail_server_radius" {
  expect_failure = true
  attrs = {
    vpn_authentication_types = ["Radius"]
  }
}

resource "azurerm_virtual_wan" "pass_wan_unset" {
  attrs = {
    name = "wan"
  }
}

resource "azurerm_virtual_wan" "fail_wan_plain" {
  expect_failure = true
  attrs = {
    disable_vpn_encryption = true
  }
}
