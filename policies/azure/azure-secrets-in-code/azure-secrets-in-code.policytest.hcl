policytest {
  targets = ["azure-secrets-in-code.policy.hcl"]
}

resource "azurerm_active_directory_domain_service_trust" "fail_active_directory_domain_service_trust_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_api_management_authorization_server" "fail_api_management_authorization_server_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "azurerm_api_management_authorization_server" "fail_api_management_authorization_server_resource_owner_password" {
  expect_failure = true
  attrs = {
    resource_owner_password = "not-a-real-secret"
  }
}

resource "azurerm_api_management_backend" "fail_api_management_backend_proxy_password" {
  expect_failure = true
  attrs = {
    proxy = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_api_management_identity_provider_aad" "fail_api_management_identity_provider_aad_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "azurerm_api_management_identity_provider_aadb2c" "fail_api_management_identity_provider_aadb2c_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "azurerm_api_management_identity_provider_google" "fail_api_management_identity_provider_google_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "azurerm_api_management_identity_provider_microsoft" "fail_api_management_identity_provider_microsoft_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "azurerm_api_management_openid_connect_provider" "fail_api_management_openid_connect_provider_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "azurerm_api_management_redis_cache" "fail_api_management_redis_cache_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_api_management_user" "fail_api_management_user_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_app_service" "fail_app_service_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_app_service" "fail_app_service_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account = [{ access_key = "not-a-real-secret" }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account = [{ access_key = "not-a-real-secret" }]
  }
}

resource "azurerm_automation_credential" "fail_automation_credential_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_bot_connection" "fail_bot_connection_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "azurerm_container_app" "fail_container_app_secret_value" {
  expect_failure = true
  attrs = {
    secret = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_container_app_environment_storage" "fail_container_app_environment_storage_access_key" {
  expect_failure = true
  attrs = {
    access_key = "not-a-real-secret"
  }
}

resource "azurerm_container_group" "fail_container_group_image_registry_credential_password" {
  expect_failure = true
  attrs = {
    image_registry_credential = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_cosmosdb_cassandra_cluster" "fail_cosmosdb_cassandra_cluster_default_admin_password" {
  expect_failure = true
  attrs = {
    default_admin_password = "not-a-real-secret"
  }
}

resource "azurerm_cosmosdb_mongo_user_definition" "fail_cosmosdb_mongo_user_definition_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_cosmosdb_postgresql_cluster" "fail_cosmosdb_postgresql_cluster_administrator_login_password" {
  expect_failure = true
  attrs = {
    administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_cosmosdb_postgresql_role" "fail_cosmosdb_postgresql_role_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_dashboard_grafana" "fail_dashboard_grafana_smtp_password" {
  expect_failure = true
  attrs = {
    smtp = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_data_factory_linked_service_azure_blob_storage" "fail_data_factory_linked_service_azure_blob_storage_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_azure_file_storage" "fail_data_factory_linked_service_azure_file_storage_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_azure_file_storage" "fail_data_factory_linked_service_azure_file_storage_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_azure_sql_database" "fail_data_factory_linked_service_azure_sql_database_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_cosmosdb" "fail_data_factory_linked_service_cosmosdb_account_key" {
  expect_failure = true
  attrs = {
    account_key = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_cosmosdb" "fail_data_factory_linked_service_cosmosdb_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_data_lake_storage_gen2" "fail_data_factory_linked_service_data_lake_storage_gen2_storage_account_key" {
  expect_failure = true
  attrs = {
    storage_account_key = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_mysql" "fail_data_factory_linked_service_mysql_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_postgresql" "fail_data_factory_linked_service_postgresql_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_sftp" "fail_data_factory_linked_service_sftp_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_snowflake" "fail_data_factory_linked_service_snowflake_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_sql_server" "fail_data_factory_linked_service_sql_server_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_data_factory_linked_service_synapse" "fail_data_factory_linked_service_synapse_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = "not-a-real-secret"
  }
}

resource "azurerm_express_route_circuit_peering" "fail_express_route_circuit_peering_shared_key" {
  expect_failure = true
  attrs = {
    shared_key = "not-a-real-secret"
  }
}

resource "azurerm_function_app" "fail_function_app_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_function_app" "fail_function_app_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_function_app_flex_consumption" "fail_function_app_flex_consumption_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_function_app_flex_consumption" "fail_function_app_flex_consumption_storage_access_key" {
  expect_failure = true
  attrs = {
    storage_access_key = "not-a-real-secret"
  }
}

resource "azurerm_function_app_slot" "fail_function_app_slot_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_function_app_slot" "fail_function_app_slot_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_hdinsight_hadoop_cluster" "fail_hdinsight_hadoop_cluster_gateway_password" {
  expect_failure = true
  attrs = {
    gateway = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_hdinsight_hbase_cluster" "fail_hdinsight_hbase_cluster_gateway_password" {
  expect_failure = true
  attrs = {
    gateway = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_hdinsight_interactive_query_cluster" "fail_hdinsight_interactive_query_cluster_gateway_password" {
  expect_failure = true
  attrs = {
    gateway = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_hdinsight_kafka_cluster" "fail_hdinsight_kafka_cluster_gateway_password" {
  expect_failure = true
  attrs = {
    gateway = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_hdinsight_spark_cluster" "fail_hdinsight_spark_cluster_gateway_password" {
  expect_failure = true
  attrs = {
    gateway = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_key_vault_certificate_issuer" "fail_key_vault_certificate_issuer_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_key_vault_secret" "fail_key_vault_secret_value" {
  expect_failure = true
  attrs = {
    value = "not-a-real-secret"
  }
}

resource "azurerm_kubernetes_cluster" "fail_kubernetes_cluster_service_principal_client_secret" {
  expect_failure = true
  attrs = {
    service_principal = [{ client_secret = "not-a-real-secret" }]
  }
}

resource "azurerm_kubernetes_cluster" "fail_kubernetes_cluster_windows_profile_admin_password" {
  expect_failure = true
  attrs = {
    windows_profile = [{ admin_password = "not-a-real-secret" }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_auth_settings_active_directory_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ active_directory = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_site_config_application_stack_docker_registry_password" {
  expect_failure = true
  attrs = {
    site_config = [{ application_stack = [{ docker = [{ registry_password = "not-a-real-secret" }] }] }]
  }
}

resource "azurerm_linux_function_app_slot" "fail_linux_function_app_slot_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_linux_function_app_slot" "fail_linux_function_app_slot_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_linux_virtual_machine" "fail_linux_virtual_machine_admin_password" {
  expect_failure = true
  attrs = {
    admin_password = "not-a-real-secret"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "fail_linux_virtual_machine_scale_set_admin_password" {
  expect_failure = true
  attrs = {
    admin_password = "not-a-real-secret"
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account = [{ access_key = "not-a-real-secret" }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_site_config_application_stack_docker_registry_password" {
  expect_failure = true
  attrs = {
    site_config = [{ application_stack = [{ docker_registry_password = "not-a-real-secret" }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_auth_settings_active_directory_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ active_directory = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_auth_settings_google_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ google = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_auth_settings_github_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ github = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_auth_settings_microsoft_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ microsoft = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account = [{ access_key = "not-a-real-secret" }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_site_config_application_stack_docker_registry_password" {
  expect_failure = true
  attrs = {
    site_config = [{ application_stack = [{ docker_registry_password = "not-a-real-secret" }] }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_auth_settings_active_directory_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ active_directory = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_log_analytics_storage_insights" "fail_log_analytics_storage_insights_storage_account_key" {
  expect_failure = true
  attrs = {
    storage_account_key = "not-a-real-secret"
  }
}

resource "azurerm_logic_app_standard" "fail_logic_app_standard_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_logic_app_standard" "fail_logic_app_standard_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_machine_learning_compute_cluster" "fail_machine_learning_compute_cluster_ssh_admin_password" {
  expect_failure = true
  attrs = {
    ssh = [{ admin_password = "not-a-real-secret" }]
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_administrator_login_password" {
  expect_failure = true
  attrs = {
    administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_mongo_cluster" "fail_mongo_cluster_administrator_password" {
  expect_failure = true
  attrs = {
    administrator_password = "not-a-real-secret"
  }
}

resource "azurerm_mssql_database" "fail_mssql_database_import_administrator_login_password" {
  expect_failure = true
  attrs = {
    import = [{ administrator_login_password = "not-a-real-secret" }]
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "fail_mssql_database_extended_auditing_policy_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_mssql_job_credential" "fail_mssql_job_credential_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_mssql_managed_instance" "fail_mssql_managed_instance_administrator_login_password" {
  expect_failure = true
  attrs = {
    administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_mssql_server" "fail_mssql_server_administrator_login_password" {
  expect_failure = true
  attrs = {
    administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_mssql_server_extended_auditing_policy_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_mssql_virtual_machine" "fail_mssql_virtual_machine_sql_connectivity_update_password" {
  expect_failure = true
  attrs = {
    sql_connectivity_update_password = "not-a-real-secret"
  }
}

resource "azurerm_mssql_virtual_machine" "fail_mssql_virtual_machine_auto_backup_encryption_password" {
  expect_failure = true
  attrs = {
    auto_backup = [{ encryption_password = "not-a-real-secret" }]
  }
}

resource "azurerm_mssql_virtual_machine" "fail_mssql_virtual_machine_auto_backup_storage_account_access_key" {
  expect_failure = true
  attrs = {
    auto_backup = [{ storage_account_access_key = "not-a-real-secret" }]
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_administrator_password" {
  expect_failure = true
  attrs = {
    administrator_password = "not-a-real-secret"
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_administrator_login_password" {
  expect_failure = true
  attrs = {
    administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_netapp_account" "fail_netapp_account_active_directory_password" {
  expect_failure = true
  attrs = {
    active_directory = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_oracle_autonomous_database" "fail_oracle_autonomous_database_admin_password" {
  expect_failure = true
  attrs = {
    admin_password = "not-a-real-secret"
  }
}

resource "azurerm_orchestrated_virtual_machine_scale_set" "fail_orchestrated_virtual_machine_scale_set_os_profile_linux_configuration_admin_password" {
  expect_failure = true
  attrs = {
    os_profile = [{ linux_configuration = [{ admin_password = "not-a-real-secret" }] }]
  }
}

resource "azurerm_orchestrated_virtual_machine_scale_set" "fail_orchestrated_virtual_machine_scale_set_os_profile_windows_configuration_admin_password" {
  expect_failure = true
  attrs = {
    os_profile = [{ windows_configuration = [{ admin_password = "not-a-real-secret" }] }]
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_administrator_password" {
  expect_failure = true
  attrs = {
    administrator_password = "not-a-real-secret"
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_administrator_login_password" {
  expect_failure = true
  attrs = {
    administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_redis_cache" "fail_redis_cache_redis_configuration_rdb_storage_connection_string" {
  expect_failure = true
  attrs = {
    redis_configuration = [{ rdb_storage_connection_string = "not-a-real-secret" }]
  }
}

resource "azurerm_service_fabric_managed_cluster" "fail_service_fabric_managed_cluster_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_sql_server" "fail_sql_server_administrator_login_password" {
  expect_failure = true
  attrs = {
    administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_static_web_app" "fail_static_web_app_basic_auth_password" {
  expect_failure = true
  attrs = {
    basic_auth = [{ password = "not-a-real-secret" }]
  }
}

resource "azurerm_stream_analytics_output_mssql" "fail_stream_analytics_output_mssql_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_stream_analytics_output_synapse" "fail_stream_analytics_output_synapse_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "azurerm_synapse_workspace" "fail_synapse_workspace_sql_administrator_login_password" {
  expect_failure = true
  attrs = {
    sql_administrator_login_password = "not-a-real-secret"
  }
}

resource "azurerm_virtual_machine" "fail_virtual_machine_os_profile_admin_password" {
  expect_failure = true
  attrs = {
    os_profile = [{ admin_password = "not-a-real-secret" }]
  }
}

resource "azurerm_virtual_machine_run_command" "fail_virtual_machine_run_command_run_as_password" {
  expect_failure = true
  attrs = {
    run_as_password = "not-a-real-secret"
  }
}

resource "azurerm_virtual_machine_scale_set" "fail_virtual_machine_scale_set_os_profile_admin_password" {
  expect_failure = true
  attrs = {
    os_profile = [{ admin_password = "not-a-real-secret" }]
  }
}

resource "azurerm_virtual_network_gateway" "fail_virtual_network_gateway_vpn_client_configuration_radius_server_secret" {
  expect_failure = true
  attrs = {
    vpn_client_configuration = [{ radius_server_secret = "not-a-real-secret" }]
  }
}

resource "azurerm_virtual_network_gateway_connection" "fail_virtual_network_gateway_connection_shared_key" {
  expect_failure = true
  attrs = {
    shared_key = "not-a-real-secret"
  }
}

resource "azurerm_vmware_private_cloud" "fail_vmware_private_cloud_nsxt_password" {
  expect_failure = true
  attrs = {
    nsxt_password = "not-a-real-secret"
  }
}

resource "azurerm_vmware_private_cloud" "fail_vmware_private_cloud_vcenter_password" {
  expect_failure = true
  attrs = {
    vcenter_password = "not-a-real-secret"
  }
}

resource "azurerm_vpn_gateway_connection" "fail_vpn_gateway_connection_vpn_link_shared_key" {
  expect_failure = true
  attrs = {
    vpn_link = [{ shared_key = "not-a-real-secret" }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_auth_settings_active_directory_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ active_directory = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_windows_function_app_slot" "fail_windows_function_app_slot_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account_access_key = "not-a-real-secret"
  }
}

resource "azurerm_windows_function_app_slot" "fail_windows_function_app_slot_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_windows_virtual_machine" "fail_windows_virtual_machine_admin_password" {
  expect_failure = true
  attrs = {
    admin_password = "not-a-real-secret"
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "fail_windows_virtual_machine_scale_set_admin_password" {
  expect_failure = true
  attrs = {
    admin_password = "not-a-real-secret"
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account = [{ access_key = "not-a-real-secret" }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_site_config_application_stack_docker_registry_password" {
  expect_failure = true
  attrs = {
    site_config = [{ application_stack = [{ docker_registry_password = "not-a-real-secret" }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_auth_settings_active_directory_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ active_directory = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_auth_settings_google_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ google = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_auth_settings_github_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ github = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_auth_settings_microsoft_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ microsoft = [{ client_secret = "not-a-real-secret" }] }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_connection_string_value" {
  expect_failure = true
  attrs = {
    connection_string = [{ value = "not-a-real-secret" }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_storage_account_access_key" {
  expect_failure = true
  attrs = {
    storage_account = [{ access_key = "not-a-real-secret" }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_site_config_application_stack_docker_registry_password" {
  expect_failure = true
  attrs = {
    site_config = [{ application_stack = [{ docker_registry_password = "not-a-real-secret" }] }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_auth_settings_active_directory_client_secret" {
  expect_failure = true
  attrs = {
    auth_settings = [{ active_directory = [{ client_secret = "not-a-real-secret" }] }]
  }
}

# Left out, empty, and handed over without being stored.
resource "azurerm_mssql_server" "pass_entra_only" {
  attrs = {
    name = "sql"
  }
}

resource "azurerm_mssql_server" "pass_write_only" {
  attrs = {
    administrator_login                     = "dba"
    administrator_login_password_wo         = "not-a-real-secret"
    administrator_login_password_wo_version = 1
  }
}

resource "azurerm_mssql_server" "pass_null" {
  attrs = {
    administrator_login_password = null
  }
}

resource "azurerm_mssql_server" "pass_empty" {
  attrs = {
    administrator_login_password = ""
  }
}

resource "azurerm_linux_web_app" "pass_key_vault_reference" {
  attrs = {
    connection_string = [{ name = "db", type = "SQLAzure", value = "@Microsoft.KeyVault(SecretUri=https://kv-app.vault.azure.net/secrets/db/)" }]
    auth_settings     = [{ enabled = true }]
  }
}

resource "azurerm_kubernetes_cluster" "pass_placeholder" {
  attrs = {
    service_principal = [{ client_id = "shop", client_secret = "<client-secret>" }]
  }
}

resource "azurerm_kubernetes_cluster" "fail_brackets_in_a_secret" {
  expect_failure = true
  attrs = {
    service_principal = [{ client_id = "shop", client_secret = "<not>a-real-secret" }]
  }
}

resource "azurerm_linux_web_app" "fail_second_connection_string" {
  expect_failure = true
  attrs = {
    connection_string = [{ name = "a", type = "SQLAzure", value = "@Microsoft.KeyVault(SecretUri=https://kv-app.vault.azure.net/secrets/a/)" }, { name = "b", type = "SQLAzure", value = "Server=b;Password=not-a-real-secret" }]
  }
}

resource "azurerm_linux_web_app" "pass_nothing" {
  attrs = {
    name = "shop"
  }
}

resource "azurerm_linux_web_app" "pass_null_blocks" {
  attrs = {
    connection_string = null
    site_config       = null
    auth_settings     = [{ google = null }]
  }
}
