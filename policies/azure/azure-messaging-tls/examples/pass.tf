resource "azurerm_eventhub_namespace" "events" {
  name                = "evhns-events"
  resource_group_name = "rg-events"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.2"
}

resource "azurerm_iothub" "devices" {
  name                = "iot-devices"
  resource_group_name = "rg-events"
  location            = "westeurope"
  min_tls_version     = "1.2"

  sku {
    name     = "S1"
    capacity = 1
  }
}
