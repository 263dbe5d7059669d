policytest {
  targets = ["azure-messaging-tls.policy.hcl"]
}

resource "azurerm_cosmosdb_account" "pass_cosmosdb_account" {
  attrs = {
    minimal_tls_version = "Tls12"
  }
}

resource "azurerm_cosmosdb_account" "fail_cosmosdb_account_old" {
  expect_failure = true
  attrs = {
    minimal_tls_version = "Tls11"
  }
}

resource "azurerm_cosmosdb_account" "pass_cosmosdb_account_unset" {
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_eventhub_namespace" "pass_eventhub_namespace" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_eventhub_namespace" "fail_eventhub_namespace_old" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.1"
  }
}

resource "azurerm_eventhub_namespace" "pass_eventhub_namespace_unset" {
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_servicebus_namespace" "pass_servicebus_namespace" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_servicebus_namespace" "fail_servicebus_namespace_old" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_servicebus_namespace" "pass_servicebus_namespace_unset" {
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_iothub" "pass_iothub" {
  attrs = {
    min_tls_version = "1.2"
  }
}

resource "azurerm_iothub" "fail_iothub_old" {
  expect_failure = true
  attrs = {
    min_tls_version = "1.0"
  }
}

resource "azurerm_iothub" "fail_iothub_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_hdinsight_hadoop_cluster" "pass_hdinsight_hadoop_cluster" {
  attrs = {
    tls_min_version = "1.2"
  }
}

resource "azurerm_hdinsight_hadoop_cluster" "fail_hdinsight_hadoop_cluster_old" {
  expect_failure = true
  attrs = {
    tls_min_version = "1.0"
  }
}

resource "azurerm_hdinsight_hadoop_cluster" "fail_hdinsight_hadoop_cluster_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_hdinsight_hbase_cluster" "pass_hdinsight_hbase_cluster" {
  attrs = {
    tls_min_version = "1.2"
  }
}

resource "azurerm_hdinsight_hbase_cluster" "fail_hdinsight_hbase_cluster_old" {
  expect_failure = true
  attrs = {
    tls_min_version = "1.0"
  }
}

resource "azurerm_hdinsight_hbase_cluster" "fail_hdinsight_hbase_cluster_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_hdinsight_interactive_query_cluster" "pass_hdinsight_interactive_query_cluster" {
  attrs = {
    tls_min_version = "1.2"
  }
}

resource "azurerm_hdinsight_interactive_query_cluster" "fail_hdinsight_interactive_query_cluster_old" {
  expect_failure = true
  attrs = {
    tls_min_version = "1.0"
  }
}

resource "azurerm_hdinsight_interactive_query_cluster" "fail_hdinsight_interactive_query_cluster_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_hdinsight_kafka_cluster" "pass_hdinsight_kafka_cluster" {
  attrs = {
    tls_min_version = "1.2"
  }
}

resource "azurerm_hdinsight_kafka_cluster" "fail_hdinsight_kafka_cluster_old" {
  expect_failure = true
  attrs = {
    tls_min_version = "1.0"
  }
}

resource "azurerm_hdinsight_kafka_cluster" "fail_hdinsight_kafka_cluster_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_hdinsight_spark_cluster" "pass_hdinsight_spark_cluster" {
  attrs = {
    tls_min_version = "1.2"
  }
}

resource "azurerm_hdinsight_spark_cluster" "fail_hdinsight_spark_cluster_old" {
  expect_failure = true
  attrs = {
    tls_min_version = "1.0"
  }
}

resource "azurerm_hdinsight_spark_cluster" "fail_hdinsight_spark_cluster_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_cosmosdb_account" "fail_cosmosdb_1_0" {
  expect_failure = true
  attrs = {
    minimal_tls_version = "Tls"
  }
}

resource "azurerm_eventhub_namespace" "pass_eventhub_null" {
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_iothub" "fail_iothub_null" {
  expect_failure = true
  attrs = {
    min_tls_version = null
  }
}

resource "azurerm_servicebus_namespace" "pass_servicebus_number" {
  attrs = {
    minimum_tls_version = 1.2
  }
}
