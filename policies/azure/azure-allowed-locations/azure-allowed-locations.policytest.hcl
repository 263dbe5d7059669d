policytest {
  targets = ["azure-allowed-locations.policy.hcl"]
}

resource "azurerm_resource_group" "pass_short_name" {
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_resource_group" "pass_display_name" {
  attrs = {
    location = "West Europe"
  }
}

resource "azurerm_resource_group" "pass_upper_case" {
  attrs = {
    location = "GermanyWestCentral"
  }
}

resource "azurerm_resource_group" "fail_east_us" {
  expect_failure = true
  attrs = {
    location = "East US"
  }
}

resource "azurerm_resource_group" "fail_uk_south" {
  expect_failure = true
  attrs = {
    location = "uksouth"
  }
}

resource "azurerm_storage_account" "pass_account" {
  attrs = {
    location = "North Europe"
  }
}

resource "azurerm_storage_account" "fail_account" {
  expect_failure = true
  attrs = {
    location = "southeastasia"
  }
}

resource "azurerm_monitor_action_group" "pass_global" {
  attrs = {
    location = "Global"
  }
}

# Without a region: not applicable.
resource "azurerm_container_app" "pass_located_elsewhere" {
  attrs = {
    location = "eastus"
  }
}

resource "azurerm_storage_container" "pass_no_location" {
  attrs = {
    name = "x"
  }
}

resource "azurerm_storage_account" "pass_null" {
  attrs = {
    location = null
  }
}

# Replicas are full copies.
resource "azurerm_cosmosdb_account" "pass_cosmosdb_account_replicas" {
  attrs = {
    location     = "westeurope"
    geo_location = [{ location = "westeurope" }, { location = "Sweden Central" }]
  }
}

resource "azurerm_cosmosdb_account" "fail_cosmosdb_account_replicas" {
  expect_failure = true
  attrs = {
    location     = "westeurope"
    geo_location = [{ location = "westeurope" }, { location = "eastus" }]
  }
}

resource "azurerm_container_registry" "pass_container_registry_replicas" {
  attrs = {
    location        = "westeurope"
    georeplications = [{ location = "westeurope" }, { location = "Sweden Central" }]
  }
}

resource "azurerm_container_registry" "fail_container_registry_replicas" {
  expect_failure = true
  attrs = {
    location        = "westeurope"
    georeplications = [{ location = "westeurope" }, { location = "eastus" }]
  }
}

resource "azurerm_api_management" "pass_api_management_replicas" {
  attrs = {
    location            = "westeurope"
    additional_location = [{ location = "westeurope" }, { location = "Sweden Central" }]
  }
}

resource "azurerm_api_management" "fail_api_management_replicas" {
  expect_failure = true
  attrs = {
    location            = "westeurope"
    additional_location = [{ location = "westeurope" }, { location = "eastus" }]
  }
}

resource "azurerm_app_configuration" "pass_app_configuration_replicas" {
  attrs = {
    location = "westeurope"
    replica  = [{ location = "westeurope" }, { location = "Sweden Central" }]
  }
}

resource "azurerm_app_configuration" "fail_app_configuration_replicas" {
  expect_failure = true
  attrs = {
    location = "westeurope"
    replica  = [{ location = "westeurope" }, { location = "eastus" }]
  }
}

resource "azurerm_shared_image_version" "pass_shared_image_version_replicas" {
  attrs = {
    location      = "westeurope"
    target_region = [{ name = "westeurope" }, { name = "Sweden Central" }]
  }
}

resource "azurerm_shared_image_version" "fail_shared_image_version_replicas" {
  expect_failure = true
  attrs = {
    location      = "westeurope"
    target_region = [{ name = "westeurope" }, { name = "eastus" }]
  }
}

resource "azurerm_cosmosdb_account" "pass_cosmosdb_null" {
  attrs = {
    location     = "westeurope"
    geo_location = null
  }
}

# Communication, directories and language models name a geography instead.
resource "azurerm_communication_service" "pass_mail_europe" {
  attrs = {
    data_location = "Europe"
  }
}

resource "azurerm_communication_service" "fail_mail_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_communication_service" "fail_mail_us" {
  expect_failure = true
  attrs = {
    data_location = "United States"
  }
}

resource "azurerm_communication_service" "fail_mail_null" {
  expect_failure = true
  attrs = {
    data_location = null
  }
}

resource "azurerm_email_communication_service" "pass_email_germany" {
  attrs = {
    data_location = "Germany"
  }
}

resource "azurerm_email_communication_service" "fail_email_asia" {
  expect_failure = true
  attrs = {
    data_location = "Asia Pacific"
  }
}

resource "azurerm_aadb2c_directory" "pass_directory_europe" {
  attrs = {
    data_residency_location = "Europe"
  }
}

resource "azurerm_aadb2c_directory" "fail_directory_us" {
  expect_failure = true
  attrs = {
    data_residency_location = "United States"
  }
}

resource "azurerm_cognitive_deployment" "pass_model_standard" {
  attrs = {
    sku = [{ name = "Standard" }]
  }
}

resource "azurerm_cognitive_deployment" "pass_model_data_zone" {
  attrs = {
    sku = [{ name = "DataZoneStandard" }]
  }
}

resource "azurerm_cognitive_deployment" "fail_model_global" {
  expect_failure = true
  attrs = {
    sku = [{ name = "GlobalStandard" }]
  }
}

resource "azurerm_cognitive_deployment" "fail_model_global_batch" {
  expect_failure = true
  attrs = {
    sku = [{ name = "GlobalBatch" }]
  }
}

resource "azurerm_cognitive_deployment" "fail_model_global_v3" {
  expect_failure = true
  attrs = {
    scale = [{ type = "GlobalStandard" }]
  }
}

resource "azurerm_cognitive_deployment" "pass_model_v3" {
  attrs = {
    scale = [{ type = "Standard" }]
  }
}

# Another list, written as people write it.
resource "azurerm_resource_group" "pass_other_list" {
  attrs = {
    location = "uksouth"
  }
  inputs {
    allowed_locations_azure = ["UK South"]
  }
}

resource "azurerm_communication_service" "pass_united_states_by_list" {
  attrs = {
    data_location = "United States"
  }
  inputs {
    allowed_locations_azure = ["eastus", "westus2"]
  }
}

resource "azurerm_cognitive_deployment" "pass_whole_world_by_list" {
  attrs = {
    sku = [{ name = "GlobalStandard" }]
  }
  inputs {
    allowed_locations_azure = [
      "australiaeast", "brazilsouth", "canadacentral", "centralindia", "eastasia", "eastus", "francecentral", "germanywestcentral",
      "japaneast", "koreacentral", "northeurope", "norwayeast", "southafricanorth", "southeastasia", "switzerlandnorth", "uaenorth",
      "uksouth", "westeurope", "westus2",
    ]
  }
}

resource "azurerm_resource_group" "fail_other_list" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
  inputs {
    allowed_locations_azure = ["UK South"]
  }
}
