policytest {
  targets = ["azure-gateway-hsts.policy.hcl"]
}

resource "azurerm_application_gateway" "pass_hsts" {
  attrs = {
    http_listener    = [{ name = "https", protocol = "Https" }]
    rewrite_rule_set = [{ name = "headers", rewrite_rule = [{ name = "hsts", rule_sequence = 1, response_header_configuration = [{ header_name = "Strict-Transport-Security", header_value = "max-age=31536000; includeSubDomains" }] }] }]
  }
}

resource "azurerm_application_gateway" "pass_hsts_longer" {
  attrs = {
    http_listener    = [{ name = "https", protocol = "Https" }]
    rewrite_rule_set = [{ name = "headers", rewrite_rule = [{ name = "hsts", rule_sequence = 1, response_header_configuration = [{ header_name = "Strict-Transport-Security", header_value = "max-age=63072000; preload" }] }] }]
  }
}

resource "azurerm_application_gateway" "pass_hsts_lower_case" {
  attrs = {
    http_listener    = [{ name = "https", protocol = "Https" }]
    rewrite_rule_set = [{ name = "headers", rewrite_rule = [{ name = "hsts", rule_sequence = 1, response_header_configuration = [{ header_name = "strict-transport-security", header_value = "max-age=31536000" }] }] }]
  }
}

resource "azurerm_application_gateway" "fail_hsts_short" {
  expect_failure = true
  attrs = {
    http_listener    = [{ name = "https", protocol = "Https" }]
    rewrite_rule_set = [{ name = "headers", rewrite_rule = [{ name = "hsts", rule_sequence = 1, response_header_configuration = [{ header_name = "Strict-Transport-Security", header_value = "max-age=300" }] }] }]
  }
}

resource "azurerm_application_gateway" "fail_hsts_missing" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
  }
}

resource "azurerm_application_gateway" "fail_other_header" {
  expect_failure = true
  attrs = {
    http_listener    = [{ name = "https", protocol = "Https" }]
    rewrite_rule_set = [{ name = "headers", rewrite_rule = [{ name = "hsts", rule_sequence = 1, response_header_configuration = [{ header_name = "X-Frame-Options", header_value = "max-age=31536000" }] }] }]
  }
}

resource "azurerm_application_gateway" "fail_hsts_null" {
  expect_failure = true
  attrs = {
    http_listener    = [{ name = "https", protocol = "Https" }]
    rewrite_rule_set = null
  }
}

resource "azurerm_application_gateway" "pass_no_https" {
  attrs = {
    http_listener = [{ name = "http", protocol = "Http" }]
  }
}

resource "azurerm_cdn_frontdoor_profile" "pass_front_door" {
  attrs = {
    id = "/afd/a"
  }
}

resource "azurerm_cdn_frontdoor_rule_set" "a" {
  skip = true
  attrs = {
    id                       = "/afd/a/rs"
    cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.pass_front_door.id
  }
}

resource "azurerm_cdn_frontdoor_rule" "a" {
  skip = true
  attrs = {
    cdn_frontdoor_rule_set_id = azurerm_cdn_frontdoor_rule_set.a.id
    actions                   = [{ response_header_action = [{ header_action = "Overwrite", header_name = "Strict-Transport-Security", value = "max-age=31536000" }] }]
  }
}

resource "azurerm_cdn_frontdoor_profile" "pass_front_door_of_provider_5" {
  attrs = {
    id = "/afd/five"
  }
}

resource "azurerm_cdn_frontdoor_rule_set" "five" {
  skip = true
  attrs = {
    id                       = "/afd/five/rs"
    cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.pass_front_door_of_provider_5.id
  }
}

resource "azurerm_cdn_frontdoor_rule" "five" {
  skip = true
  attrs = {
    cdn_frontdoor_rule_set_id = azurerm_cdn_frontdoor_rule_set.five.id
    actions                   = [{ modify_response_header = [{ operator = "Overwrite", header_name = "Strict-Transport-Security", header_value = "max-age=31536000" }] }]
  }
}

resource "azurerm_cdn_frontdoor_profile" "fail_front_door_without" {
  expect_failure = true
  attrs = {
    id = "/afd/b"
  }
}

resource "azurerm_cdn_frontdoor_rule_set" "b" {
  skip = true
  attrs = {
    id                       = "/afd/b/rs"
    cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.fail_front_door_without.id
  }
}

resource "azurerm_cdn_frontdoor_rule" "b" {
  skip = true
  attrs = {
    cdn_frontdoor_rule_set_id = azurerm_cdn_frontdoor_rule_set.b.id
    actions                   = [{ response_header_action = [{ header_action = "Overwrite", header_name = "X-Frame-Options", value = "DENY" }] }]
  }
}

resource "azurerm_cdn_frontdoor_profile" "fail_front_door_deletes" {
  expect_failure = true
  attrs = {
    id = "/afd/c"
  }
}

resource "azurerm_cdn_frontdoor_rule_set" "c" {
  skip = true
  attrs = {
    id                       = "/afd/c/rs"
    cdn_frontdoor_profile_id = "/afd/c"
  }
}

resource "azurerm_cdn_frontdoor_rule" "c" {
  skip = true
  attrs = {
    cdn_frontdoor_rule_set_id = "/afd/c/rs"
    actions                   = [{ response_header_action = [{ header_action = "Delete", header_name = "Strict-Transport-Security" }] }]
  }
}
