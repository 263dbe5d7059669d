# Messaging, device and data services speak TLS 1.2 or newer.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # How a service names its oldest TLS version, and what it accepts if nothing is said. Event Hubs and Service Bus refuse
  # anything older than 1.2 by themselves; IoT Hub and HDInsight start at 1.0 before version 5 of the provider.
  services = {
    azurerm_cosmosdb_account                    = { argument = "minimal_tls_version", unset = "Tls12" }
    azurerm_eventhub_namespace                  = { argument = "minimum_tls_version", unset = "1.2" }
    azurerm_hdinsight_hadoop_cluster            = { argument = "tls_min_version", unset = "1.0" }
    azurerm_hdinsight_hbase_cluster             = { argument = "tls_min_version", unset = "1.0" }
    azurerm_hdinsight_interactive_query_cluster = { argument = "tls_min_version", unset = "1.0" }
    azurerm_hdinsight_kafka_cluster             = { argument = "tls_min_version", unset = "1.0" }
    azurerm_hdinsight_spark_cluster             = { argument = "tls_min_version", unset = "1.0" }
    azurerm_iothub                              = { argument = "min_tls_version", unset = "1.0" }
    azurerm_servicebus_namespace                = { argument = "minimum_tls_version", unset = "1.2" }
  }
  tls_1_2 = ["1.2", "1.3", "Tls12", "Tls13"]
}

resource_policy "azurerm_*" "tls_1_2" {
  filter = core::contains(core::keys(local.services), meta.type)

  locals {
    stated = core::try(attrs[local.services[meta.type].argument], null)
    oldest = local.stated == null ? local.services[meta.type].unset : local.stated
  }

  enforce {
    condition     = core::contains(local.tls_1_2, local.oldest)
    error_message = "The service accepts TLS version ${core::valuetostring(local.oldest)} (${local.services[meta.type].argument}${local.stated == null ? " is not set" : ""}); TLS 1.2 or newer is promised."
  }
}
