policy_metadata "azure-messaging-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Nachrichten- und Datendienste in Azure verlangen TLS 1.2 oder neuer"
    en = "Messaging and data services in Azure ask for TLS 1.2 or newer"
  }
  description = {
    de = "Event Hubs, Service Bus, Cosmos DB, IoT Hub und HDInsight benennen die Untergrenze verschieden und haben verschiedene Vorgaben: IoT Hub und HDInsight nehmen ohne Angabe noch TLS 1.0 an."
    en = "Event Hubs, Service Bus, Cosmos DB, IoT Hub and HDInsight name the minimum differently and have different defaults: IoT Hub and HDInsight still accept TLS 1.0 if nothing is said."
  }
  links = {
    "Provider argument"                 = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace#minimum_tls_version-1"
    "TLS in IoT Hub"                    = "https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-tls-support"
    "Minimum TLS version of Event Hubs" = "https://learn.microsoft.com/en-us/azure/event-hubs/transport-layer-security-configure-minimum-version"
  }

  fix "set-min-tls" {
    title = {
      de = "TLS 1.2 als Untergrenze setzen"
      en = "Set TLS 1.2 as the minimum"
    }
    action = "describe"
  }

  version_note ">= 5.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Ab Provider 5 ist TLS 1.2 auch bei IoT Hub die Vorgabe."
      en = "From provider 5 on TLS 1.2 is the default of IoT Hub, too."
    }
  }
}
