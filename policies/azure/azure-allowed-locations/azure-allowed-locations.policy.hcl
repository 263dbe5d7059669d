# Azure resources are in the allowed regions only.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "allowed_locations_azure" {
  type        = list(string)
  description = "Azure regions in which data may be processed, by name or display name."
  default = [
    "austriaeast",
    "belgiumcentral",
    "denmarkeast",
    "francecentral",
    "francesouth",
    "germanynorth",
    "germanywestcentral",
    "global",
    "italynorth",
    "northeurope",
    "norwayeast",
    "norwaywest",
    "polandcentral",
    "spaincentral",
    "swedencentral",
    "swedensouth",
    "westeurope",
  ]
}

locals {
  # "West Europe" and "westeurope" are one region.
  allowed = [for r in input.allowed_locations_azure : core::join("", core::split(" ", core::lower(r)))]

  # Types that take their location from what they belong to.
  located_elsewhere = [
    "azurerm_app_service_environment",
    "azurerm_app_service_environment_v3",
    "azurerm_container_app",
    "azurerm_frontdoor_firewall_policy",
    "azurerm_frontdoor_rules_engine",
    "azurerm_oracle_resource_anchor",
    "azurerm_sql_failover_group",
  ]

  # Copies in further regions.
  replicas = {
    azurerm_api_management       = { block = "additional_location", argument = "location" }
    azurerm_app_configuration    = { block = "replica", argument = "location" }
    azurerm_container_registry   = { block = "georeplications", argument = "location" }
    azurerm_cosmosdb_account     = { block = "geo_location", argument = "location" }
    azurerm_shared_image_version = { block = "target_region", argument = "name" }
  }

  # Services that name a geography. Before version 5 of the provider a communication service falls back to the United States.
  geography_arguments = {
    azurerm_aadb2c_directory            = "data_residency_location"
    azurerm_communication_service       = "data_location"
    azurerm_email_communication_service = "data_location"
  }

  # Regions of a geography: it is allowed if they are. Unknown geographies are not.
  geographies = {
    Africa          = ["southafricanorth"]
    "Asia Pacific"  = ["eastasia", "southeastasia"]
    Australia       = ["australiaeast"]
    Brazil          = ["brazilsouth"]
    Canada          = ["canadacentral"]
    Europe          = ["northeurope", "westeurope"]
    France          = ["francecentral"]
    Germany         = ["germanywestcentral"]
    India           = ["centralindia"]
    Japan           = ["japaneast"]
    Korea           = ["koreacentral"]
    Norway          = ["norwayeast"]
    Switzerland     = ["switzerlandnorth"]
    UAE             = ["uaenorth"]
    UK              = ["uksouth"]
    "United States" = ["eastus", "westus2"]
  }
  allowed_geographies = [for g in core::keys(local.geographies) : g if core::alltrue([for r in local.geographies[g] : core::contains(local.allowed, r)])]
  anywhere_allowed    = core::length(local.allowed_geographies) == core::length(core::keys(local.geographies))
}

resource_policy "azurerm_*" "location_allowed" {
  filter = !core::contains(local.located_elsewhere, meta.type) && core::try(attrs.location, null) != null

  enforce {
    condition     = core::contains(local.allowed, core::join("", core::split(" ", core::lower(attrs.location))))
    error_message = "The resource is in ${core::valuetostring(attrs.location)}, which is not one of the allowed regions ${core::join(", ", local.allowed)}."
  }
}

resource_policy "azurerm_*" "replicas_allowed" {
  filter = core::contains(core::keys(local.replicas), meta.type) && core::try(core::length(attrs[local.replicas[meta.type].block]), 0) > 0

  locals {
    regions = [for b in attrs[local.replicas[meta.type].block] : core::join("", core::split(" ", core::lower(b[local.replicas[meta.type].argument])))]
  }

  enforce {
    condition     = core::alltrue([for r in local.regions : core::contains(local.allowed, r)])
    error_message = "Copies of the data are in ${core::join(", ", local.regions)}; allowed are ${core::join(", ", local.allowed)}."
  }
}

resource_policy "azurerm_*" "geography_allowed" {
  filter = core::contains(core::keys(local.geography_arguments), meta.type)

  locals {
    stated    = core::try(attrs[local.geography_arguments[meta.type]], null)
    geography = local.stated == null ? "United States" : local.stated
  }

  enforce {
    condition     = core::contains(local.allowed_geographies, local.geography)
    error_message = "${local.geography_arguments[meta.type]} is ${core::valuetostring(local.geography)}; allowed are ${core::join(", ", local.allowed_geographies)}."
  }
}

resource_policy "azurerm_cognitive_deployment" "not_global" {
  locals {
    # `scale` is the block of provider 3.
    kind = core::try(attrs.sku[0].name, attrs.scale[0].type, "Standard")
  }

  enforce {
    condition     = local.anywhere_allowed || !core::startswith(local.kind, "Global")
    error_message = "The deployment is ${core::valuetostring(local.kind)}: prompts are processed in any region of the world, wherever the account is; allowed are ${core::join(", ", local.allowed)}."
  }
}
