# No secret of Azure stands in the code.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Where a secret may be written down. Write-only siblings (…_wo) are not stored and so not listed.
  secret_arguments = {
    azurerm_active_directory_domain_service_trust              = ["password"]
    azurerm_api_management_authorization_server                = ["client_secret", "resource_owner_password"]
    azurerm_api_management_backend                             = ["proxy.password"]
    azurerm_api_management_identity_provider_aad               = ["client_secret"]
    azurerm_api_management_identity_provider_aadb2c            = ["client_secret"]
    azurerm_api_management_identity_provider_google            = ["client_secret"]
    azurerm_api_management_identity_provider_microsoft         = ["client_secret"]
    azurerm_api_management_openid_connect_provider             = ["client_secret"]
    azurerm_api_management_redis_cache                         = ["connection_string"]
    azurerm_api_management_user                                = ["password"]
    azurerm_app_service                                        = ["connection_string.value", "storage_account.access_key"]
    azurerm_app_service_slot                                   = ["connection_string.value", "storage_account.access_key"]
    azurerm_automation_credential                              = ["password"]
    azurerm_bot_connection                                     = ["client_secret"]
    azurerm_container_app                                      = ["secret.value"]
    azurerm_container_app_environment_storage                  = ["access_key"]
    azurerm_container_group                                    = ["image_registry_credential.password"]
    azurerm_cosmosdb_cassandra_cluster                         = ["default_admin_password"]
    azurerm_cosmosdb_mongo_user_definition                     = ["password"]
    azurerm_cosmosdb_postgresql_cluster                        = ["administrator_login_password"]
    azurerm_cosmosdb_postgresql_role                           = ["password"]
    azurerm_dashboard_grafana                                  = ["smtp.password"]
    azurerm_data_factory_linked_service_azure_blob_storage     = ["connection_string"]
    azurerm_data_factory_linked_service_azure_file_storage     = ["connection_string", "password"]
    azurerm_data_factory_linked_service_azure_sql_database     = ["connection_string"]
    azurerm_data_factory_linked_service_cosmosdb               = ["account_key", "connection_string"]
    azurerm_data_factory_linked_service_data_lake_storage_gen2 = ["storage_account_key"]
    azurerm_data_factory_linked_service_mysql                  = ["connection_string"]
    azurerm_data_factory_linked_service_postgresql             = ["connection_string"]
    azurerm_data_factory_linked_service_sftp                   = ["password"]
    azurerm_data_factory_linked_service_snowflake              = ["connection_string"]
    azurerm_data_factory_linked_service_sql_server             = ["connection_string"]
    azurerm_data_factory_linked_service_synapse                = ["connection_string"]
    azurerm_express_route_circuit_peering                      = ["shared_key"]
    azurerm_function_app                                       = ["connection_string.value", "storage_account_access_key"]
    azurerm_function_app_flex_consumption                      = ["connection_string.value", "storage_access_key"]
    azurerm_function_app_slot                                  = ["connection_string.value", "storage_account_access_key"]
    azurerm_hdinsight_hadoop_cluster                           = ["gateway.password"]
    azurerm_hdinsight_hbase_cluster                            = ["gateway.password"]
    azurerm_hdinsight_interactive_query_cluster                = ["gateway.password"]
    azurerm_hdinsight_kafka_cluster                            = ["gateway.password"]
    azurerm_hdinsight_spark_cluster                            = ["gateway.password"]
    azurerm_key_vault_certificate_issuer                       = ["password"]
    azurerm_key_vault_secret                                   = ["value"]
    azurerm_kubernetes_cluster                                 = ["service_principal.client_secret", "windows_profile.admin_password"]
    azurerm_linux_function_app                                 = ["storage_account_access_key", "connection_string.value", "auth_settings.active_directory.client_secret", "site_config.application_stack.docker.registry_password"]
    azurerm_linux_function_app_slot                            = ["storage_account_access_key", "connection_string.value"]
    azurerm_linux_virtual_machine                              = ["admin_password"]
    azurerm_linux_virtual_machine_scale_set                    = ["admin_password"]
    azurerm_linux_web_app                                      = ["connection_string.value", "storage_account.access_key", "site_config.application_stack.docker_registry_password", "auth_settings.active_directory.client_secret", "auth_settings.google.client_secret", "auth_settings.github.client_secret", "auth_settings.microsoft.client_secret"]
    azurerm_linux_web_app_slot                                 = ["connection_string.value", "storage_account.access_key", "site_config.application_stack.docker_registry_password", "auth_settings.active_directory.client_secret"]
    azurerm_log_analytics_storage_insights                     = ["storage_account_key"]
    azurerm_logic_app_standard                                 = ["storage_account_access_key", "connection_string.value"]
    azurerm_machine_learning_compute_cluster                   = ["ssh.admin_password"]
    azurerm_mariadb_server                                     = ["administrator_login_password"]
    azurerm_mongo_cluster                                      = ["administrator_password"]
    azurerm_mssql_database                                     = ["import.administrator_login_password"]
    azurerm_mssql_database_extended_auditing_policy            = ["storage_account_access_key"]
    azurerm_mssql_job_credential                               = ["password"]
    azurerm_mssql_managed_instance                             = ["administrator_login_password"]
    azurerm_mssql_server                                       = ["administrator_login_password"]
    azurerm_mssql_server_extended_auditing_policy              = ["storage_account_access_key"]
    azurerm_mssql_virtual_machine                              = ["sql_connectivity_update_password", "auto_backup.encryption_password", "auto_backup.storage_account_access_key"]
    azurerm_mysql_flexible_server                              = ["administrator_password"]
    azurerm_mysql_server                                       = ["administrator_login_password"]
    azurerm_netapp_account                                     = ["active_directory.password"]
    azurerm_oracle_autonomous_database                         = ["admin_password"]
    azurerm_orchestrated_virtual_machine_scale_set             = ["os_profile.linux_configuration.admin_password", "os_profile.windows_configuration.admin_password"]
    azurerm_postgresql_flexible_server                         = ["administrator_password"]
    azurerm_postgresql_server                                  = ["administrator_login_password"]
    azurerm_redis_cache                                        = ["redis_configuration.rdb_storage_connection_string"]
    azurerm_service_fabric_managed_cluster                     = ["password"]
    azurerm_sql_server                                         = ["administrator_login_password"]
    azurerm_static_web_app                                     = ["basic_auth.password"]
    azurerm_stream_analytics_output_mssql                      = ["password"]
    azurerm_stream_analytics_output_synapse                    = ["password"]
    azurerm_synapse_workspace                                  = ["sql_administrator_login_password"]
    azurerm_virtual_machine                                    = ["os_profile.admin_password"]
    azurerm_virtual_machine_run_command                        = ["run_as_password"]
    azurerm_virtual_machine_scale_set                          = ["os_profile.admin_password"]
    azurerm_virtual_network_gateway                            = ["vpn_client_configuration.radius_server_secret"]
    azurerm_virtual_network_gateway_connection                 = ["shared_key"]
    azurerm_vmware_private_cloud                               = ["nsxt_password", "vcenter_password"]
    azurerm_vpn_gateway_connection                             = ["vpn_link.shared_key"]
    azurerm_windows_function_app                               = ["storage_account_access_key", "connection_string.value", "auth_settings.active_directory.client_secret"]
    azurerm_windows_function_app_slot                          = ["storage_account_access_key", "connection_string.value"]
    azurerm_windows_virtual_machine                            = ["admin_password"]
    azurerm_windows_virtual_machine_scale_set                  = ["admin_password"]
    azurerm_windows_web_app                                    = ["connection_string.value", "storage_account.access_key", "site_config.application_stack.docker_registry_password", "auth_settings.active_directory.client_secret", "auth_settings.google.client_secret", "auth_settings.github.client_secret", "auth_settings.microsoft.client_secret"]
    azurerm_windows_web_app_slot                               = ["connection_string.value", "storage_account.access_key", "site_config.application_stack.docker_registry_password", "auth_settings.active_directory.client_secret"]
  }

  # A reference to a key vault is no secret, nor is a text that stands where one is to be put: "<client-secret>".
  no_secret = "^(@Microsoft[.]KeyVault[(]|<[^<>]*>$)"

  # What Terraform or Azure makes is not in the code, though it is not known yet.
  generated = core::concat(
    [for r in core::getresources("random_password", {}) : core::try(r.result, null)],
    [for r in core::getresources("random_string", {}) : core::try(r.result, null)],
    core::flatten([
      for a in core::getresources("azurerm_storage_account", {}) :
      [core::try(a.primary_access_key, null), core::try(a.secondary_access_key, null), core::try(a.primary_connection_string, null), core::try(a.secondary_connection_string, null)]
    ]),
  )
}

resource_policy "azurerm_*" "no_secret_in_code" {
  filter = core::contains(core::keys(local.secret_arguments), meta.type)

  locals {
    paths = [for a in local.secret_arguments[meta.type] : core::split(".", a)]
    # Arguments at the top level, and inside one, two or three blocks. What they hold is never shown.
    found = core::flatten([
      [for p in local.paths : { at = p[0], value = core::try(core::sensitive(attrs[p[0]]), null) } if core::length(p) == 1],
      [for p in local.paths : [
        for b in core::try([for b in core::sensitive(attrs[p[0]]) : b], []) : { at = core::join(".", p), value = core::try(b[p[1]], null) }
      ] if core::length(p) == 2],
      [for p in local.paths : [
        for b in core::try([for b in core::sensitive(attrs[p[0]]) : b], []) : [
          for c in core::try([for c in b[p[1]] : c], []) : { at = core::join(".", p), value = core::try(c[p[2]], null) }
        ]
      ] if core::length(p) == 3],
      [for p in local.paths : [
        for b in core::try([for b in core::sensitive(attrs[p[0]]) : b], []) : [
          for c in core::try([for c in b[p[1]] : c], []) : [
            for d in core::try([for d in c[p[2]] : d], []) : { at = core::join(".", p), value = core::try(d[p[3]], null) }
          ]
        ]
      ] if core::length(p) == 4],
    ])
    # What is known before anything exists is written in the code.
    written = core::nonsensitive([for f in local.found : core::nonsensitive(f.at) if core::nonsensitive(f.value != null && f.value != "" && !core::try(core::regex_match(f.value, local.no_secret), false))])
  }

  enforce {
    condition = core::nonsensitive(core::alltrue([
      for f in local.found :
      f.value == null || f.value == "" || core::try(core::regex_match(f.value, local.no_secret), false) ||
      core::valuetostring(core::nonsensitive(f.value)) == "(unknown)" && core::valuetostring(core::nonsensitive(core::contains(local.generated, f.value))) == "true"
    ]))
    error_message = "The code holds a secret in plain text in ${core::join(", ", local.written)}; secrets belong into a key vault or a variable without a default."
  }
}
