# Azure services export their audit logs, and logs in storage accounts are deleted in time.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "log_retention_max_days" {
  type        = number
  description = "The most days that logs are kept."
  default     = 90
}

locals {
  # What a service writes about who did what. One of the categories must be exported; the groups contain them all.
  audit_categories = {
    azurerm_api_management                             = ["GatewayLogs"]
    azurerm_application_gateway                        = ["ApplicationGatewayAccessLog"]
    azurerm_automation_account                         = ["AuditEvent", "JobLogs"]
    azurerm_bastion_host                               = ["BastionAuditLogs"]
    azurerm_cdn_frontdoor_profile                      = ["FrontDoorAccessLog"]
    azurerm_cognitive_account                          = ["Audit", "RequestResponse"]
    azurerm_container_registry                         = ["ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"]
    azurerm_cosmosdb_account                           = ["ControlPlaneRequests", "DataPlaneRequests", "MongoRequests", "CassandraRequests", "GremlinRequests", "TableApiRequests"]
    azurerm_data_factory                               = ["ActivityRuns", "PipelineRuns", "TriggerRuns"]
    azurerm_eventhub_namespace                         = ["OperationalLogs", "RuntimeAuditLogs"]
    azurerm_firewall                                   = ["AZFWNetworkRule", "AZFWApplicationRule", "AzureFirewallNetworkRule", "AzureFirewallApplicationRule"]
    azurerm_key_vault                                  = ["AuditEvent"]
    azurerm_key_vault_managed_hardware_security_module = ["AuditEvent"]
    azurerm_kubernetes_cluster                         = ["kube-audit", "kube-audit-admin"]
    azurerm_mssql_managed_instance                     = ["SQLSecurityAuditEvents"]
    azurerm_mysql_flexible_server                      = ["MySqlAuditLogs"]
    azurerm_postgresql_flexible_server                 = ["PostgreSQLLogs"]
    azurerm_postgresql_server                          = ["PostgreSQLLogs"]
    azurerm_recovery_services_vault                    = ["CoreAzureBackup", "AddonAzureBackupJobs", "AzureBackupReport"]
    azurerm_search_service                             = ["OperationLogs"]
    azurerm_servicebus_namespace                       = ["OperationalLogs", "RuntimeAuditLogs"]
    azurerm_synapse_workspace                          = ["SynapseRbacOperations", "SQLSecurityAuditEvents", "GatewayApiRequests"]
  }
  audit_groups = ["audit", "allLogs"]

  app_types = [
    "azurerm_app_service",
    "azurerm_app_service_slot",
    "azurerm_function_app",
    "azurerm_function_app_slot",
    "azurerm_linux_function_app",
    "azurerm_linux_function_app_slot",
    "azurerm_linux_web_app",
    "azurerm_linux_web_app_slot",
    "azurerm_logic_app_standard",
    "azurerm_windows_function_app",
    "azurerm_windows_function_app_slot",
    "azurerm_windows_web_app",
    "azurerm_windows_web_app_slot",
  ]
  app_categories = ["AppServiceHTTPLogs", "AppServiceAuditLogs", "FunctionAppLogs", "WorkflowRuntime"]

  delete_arguments = [
    "delete_after_days_since_creation_greater_than",
    "delete_after_days_since_last_access_time_greater_than",
    "delete_after_days_since_modification_greater_than",
  ]

  # All settings are compared one by one instead of being filtered: a setting whose target is not known yet then leaves
  # alone what another setting already proves. `log` is the block of provider 3, where it is on unless it says otherwise.
  settings = [
    for s in core::getresources("azurerm_monitor_diagnostic_setting", {}) : {
      target = s.target_resource_id
      logs = core::concat(
        core::try([for l in s.enabled_log : l], []),
        core::try([for l in s.log : l if core::try(l.enabled, true) != false], []),
      )
    }
  ]
}

resource_policy "azurerm_*" "audit_log_exported" {
  filter = core::contains(core::keys(local.audit_categories), meta.type)

  locals {
    targeting = [for s in local.settings : s.target == attrs.id]
    auditing = [
      for s in local.settings : s.target == attrs.id && core::anytrue([
        for l in s.logs :
        core::contains(local.audit_groups, core::try(l.category_group, "")) ||
        core::contains(local.audit_categories[meta.type], core::try(l.category, ""))
      ])
    ]
  }

  enforce {
    condition     = core::anytrue(local.targeting)
    error_message = "No azurerm_monitor_diagnostic_setting exports the logs of this resource; central audit logs are promised."
  }

  enforce {
    condition     = !core::anytrue(local.targeting) || core::anytrue(local.auditing)
    error_message = "The diagnostic setting of this resource exports no audit log; category ${core::join(" or ", local.audit_categories[meta.type])}, or the category group audit or allLogs, is needed."
  }
}

resource_policy "azurerm_storage_account" "blob_access_exported" {
  locals {
    service = "${attrs.id}/blobServices/default"
    complete = [
      for s in local.settings : (s.target == local.service || s.target == "${local.service}/") && (
        core::anytrue([for l in s.logs : core::contains(local.audit_groups, core::try(l.category_group, ""))]) ||
        core::alltrue([
          for c in ["StorageRead", "StorageWrite", "StorageDelete"] : core::anytrue([for l in s.logs : core::try(l.category, "") == c])
        ])
      )
    ]
  }

  enforce {
    condition     = core::anytrue(local.complete)
    error_message = "No azurerm_monitor_diagnostic_setting on the blob service of this account exports StorageRead, StorageWrite and StorageDelete; central audit logs are promised."
  }
}

resource_policy "azurerm_*" "app_access_logged" {
  filter = core::contains(local.app_types, meta.type)

  locals {
    own_log = core::try(core::length(attrs.logs[0].http_logs), 0) > 0
    exporting = [
      for s in local.settings : s.target == attrs.id && core::anytrue([
        for l in s.logs :
        core::contains(local.audit_groups, core::try(l.category_group, "")) ||
        core::contains(local.app_categories, core::try(l.category, ""))
      ])
    ]
  }

  enforce {
    condition     = local.own_log || core::anytrue(local.exporting)
    error_message = "Requests to this app are recorded neither by a diagnostic setting nor by logs.http_logs; complete logging is promised."
  }
}

resource_policy "azurerm_container_app_environment" "app_logs_kept" {
  locals {
    destination = core::try(attrs.logs_destination, "log-analytics")
    # Without a destination the environment streams its logs and keeps nothing.
    workspace = core::try(attrs.log_analytics_workspace_id, null) != null && local.destination != "azure-monitor"
    exporting = [for s in local.settings : s.target == attrs.id && core::length(s.logs) > 0]
  }

  enforce {
    condition     = local.workspace || core::anytrue(local.exporting)
    error_message = "The environment only streams the logs of its apps: neither a Log Analytics workspace nor a diagnostic setting keeps them; complete logging is promised."
  }
}

resource_policy "azurerm_monitor_*" "stored_logs_deleted_in_time" {
  # Retention of a log in a storage account is decided by the account's lifecycle. An account that is managed elsewhere
  # cannot be judged here.
  filter = core::contains(["azurerm_monitor_diagnostic_setting", "azurerm_monitor_aad_diagnostic_setting"], meta.type) && core::anytrue([
    for a in core::getresources("azurerm_storage_account", {}) : a.id == core::try(attrs.storage_account_id, null)
  ])

  locals {
    expiring = [
      for p in core::getresources("azurerm_storage_management_policy", {}) : p.storage_account_id == attrs.storage_account_id && core::anytrue([
        for r in core::try([for r in p.rule : r], []) :
        core::try(r.enabled, true) != false &&
        (core::try(core::length(r.filters[0].prefix_match), 0) == 0 || core::anytrue([for f in r.filters[0].prefix_match : core::startswith(f, "insights-")])) &&
        core::anytrue([
          for argument in local.delete_arguments :
          core::try(r.actions[0].base_blob[0][argument] >= 0 && r.actions[0].base_blob[0][argument] <= input.log_retention_max_days, false)
        ])
      ])
    ]
  }

  enforce {
    condition     = core::anytrue(local.expiring)
    error_message = "No enabled rule of an azurerm_storage_management_policy deletes the exported logs from the storage account after at most ${input.log_retention_max_days} days; a retention_policy in the setting itself has no effect any more."
  }
}
