resource "azurerm_cdn_frontdoor_profile" "web" {
  name                = "afd-web"
  resource_group_name = "rg-web"
  sku_name            = "Standard_AzureFrontDoor"
}

resource "azurerm_cdn_frontdoor_rule_set" "headers" {
  name                     = "headers"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.web.id
}

resource "azurerm_cdn_frontdoor_rule" "hsts" {
  name                      = "hsts"
  cdn_frontdoor_rule_set_id = azurerm_cdn_frontdoor_rule_set.headers.id
  order                     = 1

  actions {
    response_header_action {
      header_action = "Overwrite"
      header_name   = "Strict-Transport-Security"
      value         = "max-age=300"
    }
  }
}
