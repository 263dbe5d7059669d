policytest {
  targets = ["aws-secrets-in-code.policy.hcl"]
}

resource "aws_acm_certificate" "fail_literal_private_key" {
  expect_failure = true
  attrs = {
    private_key = "Sommer-2025!x"
  }
}

resource "aws_acm_certificate" "pass_null_private_key" {
  attrs = {
    private_key = null
  }
}

resource "aws_amplify_app" "fail_literal_access_token" {
  expect_failure = true
  attrs = {
    access_token = "Sommer-2025!x"
  }
}

resource "aws_amplify_app" "pass_null_access_token" {
  attrs = {
    access_token = null
  }
}

resource "aws_amplify_app" "fail_literal_oauth_token" {
  expect_failure = true
  attrs = {
    oauth_token = "Sommer-2025!x"
  }
}

resource "aws_amplify_app" "pass_null_oauth_token" {
  attrs = {
    oauth_token = null
  }
}

resource "aws_api_gateway_domain_name" "fail_literal_certificate_private_key" {
  expect_failure = true
  attrs = {
    certificate_private_key = "Sommer-2025!x"
  }
}

resource "aws_api_gateway_domain_name" "pass_null_certificate_private_key" {
  attrs = {
    certificate_private_key = null
  }
}

resource "aws_codebuild_source_credential" "fail_literal_token" {
  expect_failure = true
  attrs = {
    token = "Sommer-2025!x"
  }
}

resource "aws_codebuild_source_credential" "pass_null_token" {
  attrs = {
    token = null
  }
}

resource "aws_cognito_user" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_cognito_user" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_cognito_user" "fail_literal_temporary_password" {
  expect_failure = true
  attrs = {
    temporary_password = "Sommer-2025!x"
  }
}

resource "aws_cognito_user" "pass_null_temporary_password" {
  attrs = {
    temporary_password = null
  }
}

resource "aws_connect_user" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_connect_user" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_datasync_location_fsx_windows_file_system" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_datasync_location_fsx_windows_file_system" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_datasync_location_object_storage" "fail_literal_secret_key" {
  expect_failure = true
  attrs = {
    secret_key = "Sommer-2025!x"
  }
}

resource "aws_datasync_location_object_storage" "pass_null_secret_key" {
  attrs = {
    secret_key = null
  }
}

resource "aws_datasync_location_smb" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_datasync_location_smb" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_db_instance" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_db_instance" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_db_instance" "fail_literal_password_wo" {
  expect_failure = true
  attrs = {
    password_wo = "Sommer-2025!x"
  }
}

resource "aws_db_instance" "pass_null_password_wo" {
  attrs = {
    password_wo = null
  }
}

resource "aws_directory_service_directory" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_directory_service_directory" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_directory_service_trust" "fail_literal_trust_password" {
  expect_failure = true
  attrs = {
    trust_password = "Sommer-2025!x"
  }
}

resource "aws_directory_service_trust" "pass_null_trust_password" {
  attrs = {
    trust_password = null
  }
}

resource "aws_dms_endpoint" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_dms_endpoint" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_docdb_cluster" "fail_literal_master_password" {
  expect_failure = true
  attrs = {
    master_password = "Sommer-2025!x"
  }
}

resource "aws_docdb_cluster" "pass_null_master_password" {
  attrs = {
    master_password = null
  }
}

resource "aws_docdb_cluster" "fail_literal_master_password_wo" {
  expect_failure = true
  attrs = {
    master_password_wo = "Sommer-2025!x"
  }
}

resource "aws_docdb_cluster" "pass_null_master_password_wo" {
  attrs = {
    master_password_wo = null
  }
}

resource "aws_docdbelastic_cluster" "fail_literal_admin_user_password" {
  expect_failure = true
  attrs = {
    admin_user_password = "Sommer-2025!x"
  }
}

resource "aws_docdbelastic_cluster" "pass_null_admin_user_password" {
  attrs = {
    admin_user_password = null
  }
}

resource "aws_elasticache_replication_group" "fail_literal_auth_token" {
  expect_failure = true
  attrs = {
    auth_token = "Sommer-2025!x"
  }
}

resource "aws_elasticache_replication_group" "pass_null_auth_token" {
  attrs = {
    auth_token = null
  }
}

resource "aws_elasticache_user" "fail_literal_passwords" {
  expect_failure = true
  attrs = {
    passwords = ["Sommer-2025!x"]
  }
}

resource "aws_elasticache_user" "pass_null_passwords" {
  attrs = {
    passwords = null
  }
}

resource "aws_fsx_ontap_file_system" "fail_literal_fsx_admin_password" {
  expect_failure = true
  attrs = {
    fsx_admin_password = "Sommer-2025!x"
  }
}

resource "aws_fsx_ontap_file_system" "pass_null_fsx_admin_password" {
  attrs = {
    fsx_admin_password = null
  }
}

resource "aws_fsx_ontap_storage_virtual_machine" "fail_literal_svm_admin_password" {
  expect_failure = true
  attrs = {
    svm_admin_password = "Sommer-2025!x"
  }
}

resource "aws_fsx_ontap_storage_virtual_machine" "pass_null_svm_admin_password" {
  attrs = {
    svm_admin_password = null
  }
}

resource "aws_iam_server_certificate" "fail_literal_private_key" {
  expect_failure = true
  attrs = {
    private_key = "Sommer-2025!x"
  }
}

resource "aws_iam_server_certificate" "pass_null_private_key" {
  attrs = {
    private_key = null
  }
}

resource "aws_kms_custom_key_store" "fail_literal_key_store_password" {
  expect_failure = true
  attrs = {
    key_store_password = "Sommer-2025!x"
  }
}

resource "aws_kms_custom_key_store" "pass_null_key_store_password" {
  attrs = {
    key_store_password = null
  }
}

resource "aws_kms_external_key" "fail_literal_key_material_base64" {
  expect_failure = true
  attrs = {
    key_material_base64 = "Sommer-2025!x"
  }
}

resource "aws_kms_external_key" "pass_null_key_material_base64" {
  attrs = {
    key_material_base64 = null
  }
}

resource "aws_lightsail_database" "fail_literal_master_password" {
  expect_failure = true
  attrs = {
    master_password = "Sommer-2025!x"
  }
}

resource "aws_lightsail_database" "pass_null_master_password" {
  attrs = {
    master_password = null
  }
}

resource "aws_pinpoint_apns_channel" "fail_literal_private_key" {
  expect_failure = true
  attrs = {
    private_key = "Sommer-2025!x"
  }
}

resource "aws_pinpoint_apns_channel" "pass_null_private_key" {
  attrs = {
    private_key = null
  }
}

resource "aws_rds_cluster" "fail_literal_master_password" {
  expect_failure = true
  attrs = {
    master_password = "Sommer-2025!x"
  }
}

resource "aws_rds_cluster" "pass_null_master_password" {
  attrs = {
    master_password = null
  }
}

resource "aws_rds_cluster" "fail_literal_master_password_wo" {
  expect_failure = true
  attrs = {
    master_password_wo = "Sommer-2025!x"
  }
}

resource "aws_rds_cluster" "pass_null_master_password_wo" {
  attrs = {
    master_password_wo = null
  }
}

resource "aws_redshift_cluster" "fail_literal_master_password" {
  expect_failure = true
  attrs = {
    master_password = "Sommer-2025!x"
  }
}

resource "aws_redshift_cluster" "pass_null_master_password" {
  attrs = {
    master_password = null
  }
}

resource "aws_redshift_cluster" "fail_literal_master_password_wo" {
  expect_failure = true
  attrs = {
    master_password_wo = "Sommer-2025!x"
  }
}

resource "aws_redshift_cluster" "pass_null_master_password_wo" {
  attrs = {
    master_password_wo = null
  }
}

resource "aws_redshift_hsm_configuration" "fail_literal_hsm_partition_password" {
  expect_failure = true
  attrs = {
    hsm_partition_password = "Sommer-2025!x"
  }
}

resource "aws_redshift_hsm_configuration" "pass_null_hsm_partition_password" {
  attrs = {
    hsm_partition_password = null
  }
}

resource "aws_redshiftserverless_namespace" "fail_literal_admin_user_password" {
  expect_failure = true
  attrs = {
    admin_user_password = "Sommer-2025!x"
  }
}

resource "aws_redshiftserverless_namespace" "pass_null_admin_user_password" {
  attrs = {
    admin_user_password = null
  }
}

resource "aws_redshiftserverless_namespace" "fail_literal_admin_user_password_wo" {
  expect_failure = true
  attrs = {
    admin_user_password_wo = "Sommer-2025!x"
  }
}

resource "aws_redshiftserverless_namespace" "pass_null_admin_user_password_wo" {
  attrs = {
    admin_user_password_wo = null
  }
}

resource "aws_storagegateway_file_system_association" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_storagegateway_file_system_association" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_storagegateway_gateway" "fail_literal_smb_guest_password" {
  expect_failure = true
  attrs = {
    smb_guest_password = "Sommer-2025!x"
  }
}

resource "aws_storagegateway_gateway" "pass_null_smb_guest_password" {
  attrs = {
    smb_guest_password = null
  }
}

resource "aws_timestreaminfluxdb_db_cluster" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_timestreaminfluxdb_db_cluster" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_timestreaminfluxdb_db_instance" "fail_literal_password" {
  expect_failure = true
  attrs = {
    password = "Sommer-2025!x"
  }
}

resource "aws_timestreaminfluxdb_db_instance" "pass_null_password" {
  attrs = {
    password = null
  }
}

resource "aws_transfer_certificate" "fail_literal_private_key" {
  expect_failure = true
  attrs = {
    private_key = "Sommer-2025!x"
  }
}

resource "aws_transfer_certificate" "pass_null_private_key" {
  attrs = {
    private_key = null
  }
}

resource "aws_transfer_server" "fail_literal_host_key" {
  expect_failure = true
  attrs = {
    host_key = "Sommer-2025!x"
  }
}

resource "aws_transfer_server" "pass_null_host_key" {
  attrs = {
    host_key = null
  }
}

resource "aws_vpn_connection" "fail_literal_tunnel1_preshared_key" {
  expect_failure = true
  attrs = {
    tunnel1_preshared_key = "Sommer-2025!x"
  }
}

resource "aws_vpn_connection" "pass_null_tunnel1_preshared_key" {
  attrs = {
    tunnel1_preshared_key = null
  }
}

resource "aws_vpn_connection" "fail_literal_tunnel2_preshared_key" {
  expect_failure = true
  attrs = {
    tunnel2_preshared_key = "Sommer-2025!x"
  }
}

resource "aws_vpn_connection" "pass_null_tunnel2_preshared_key" {
  attrs = {
    tunnel2_preshared_key = null
  }
}

resource "aws_appstream_directory_config" "fail_literal_service_account_credentials_account_password" {
  expect_failure = true
  attrs = {
    service_account_credentials = [{ account_password = "Sommer-2025!x" }]
  }
}

resource "aws_appstream_directory_config" "pass_null_service_account_credentials_account_password" {
  attrs = {
    service_account_credentials = [{ account_password = null }]
  }
}

resource "aws_codepipeline_webhook" "fail_literal_authentication_configuration_secret_token" {
  expect_failure = true
  attrs = {
    authentication_configuration = [{ secret_token = "Sommer-2025!x" }]
  }
}

resource "aws_codepipeline_webhook" "pass_null_authentication_configuration_secret_token" {
  attrs = {
    authentication_configuration = [{ secret_token = null }]
  }
}

resource "aws_datasync_location_azure_blob" "fail_literal_sas_configuration_token" {
  expect_failure = true
  attrs = {
    sas_configuration = [{ token = "Sommer-2025!x" }]
  }
}

resource "aws_datasync_location_azure_blob" "pass_null_sas_configuration_token" {
  attrs = {
    sas_configuration = [{ token = null }]
  }
}

resource "aws_dms_endpoint" "fail_literal_kafka_settings_sasl_password" {
  expect_failure = true
  attrs = {
    kafka_settings = [{ sasl_password = "Sommer-2025!x" }]
  }
}

resource "aws_dms_endpoint" "pass_null_kafka_settings_sasl_password" {
  attrs = {
    kafka_settings = [{ sasl_password = null }]
  }
}

resource "aws_dms_endpoint" "fail_literal_kafka_settings_ssl_client_key_password" {
  expect_failure = true
  attrs = {
    kafka_settings = [{ ssl_client_key_password = "Sommer-2025!x" }]
  }
}

resource "aws_dms_endpoint" "pass_null_kafka_settings_ssl_client_key_password" {
  attrs = {
    kafka_settings = [{ ssl_client_key_password = null }]
  }
}

resource "aws_dms_endpoint" "fail_literal_redis_settings_auth_password" {
  expect_failure = true
  attrs = {
    redis_settings = [{ auth_password = "Sommer-2025!x" }]
  }
}

resource "aws_dms_endpoint" "pass_null_redis_settings_auth_password" {
  attrs = {
    redis_settings = [{ auth_password = null }]
  }
}

resource "aws_emr_cluster" "fail_literal_kerberos_attributes_kdc_admin_password" {
  expect_failure = true
  attrs = {
    kerberos_attributes = [{ kdc_admin_password = "Sommer-2025!x" }]
  }
}

resource "aws_emr_cluster" "pass_null_kerberos_attributes_kdc_admin_password" {
  attrs = {
    kerberos_attributes = [{ kdc_admin_password = null }]
  }
}

resource "aws_emr_cluster" "fail_literal_kerberos_attributes_ad_domain_join_password" {
  expect_failure = true
  attrs = {
    kerberos_attributes = [{ ad_domain_join_password = "Sommer-2025!x" }]
  }
}

resource "aws_emr_cluster" "pass_null_kerberos_attributes_ad_domain_join_password" {
  attrs = {
    kerberos_attributes = [{ ad_domain_join_password = null }]
  }
}

resource "aws_emr_cluster" "fail_literal_kerberos_attributes_cross_realm_trust_principal_password" {
  expect_failure = true
  attrs = {
    kerberos_attributes = [{ cross_realm_trust_principal_password = "Sommer-2025!x" }]
  }
}

resource "aws_emr_cluster" "pass_null_kerberos_attributes_cross_realm_trust_principal_password" {
  attrs = {
    kerberos_attributes = [{ cross_realm_trust_principal_password = null }]
  }
}

resource "aws_fsx_windows_file_system" "fail_literal_self_managed_active_directory_password" {
  expect_failure = true
  attrs = {
    self_managed_active_directory = [{ password = "Sommer-2025!x" }]
  }
}

resource "aws_fsx_windows_file_system" "pass_null_self_managed_active_directory_password" {
  attrs = {
    self_managed_active_directory = [{ password = null }]
  }
}

resource "aws_glue_job" "fail_literal_source_control_details_auth_token" {
  expect_failure = true
  attrs = {
    source_control_details = [{ auth_token = "Sommer-2025!x" }]
  }
}

resource "aws_glue_job" "pass_null_source_control_details_auth_token" {
  attrs = {
    source_control_details = [{ auth_token = null }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_literal_redshift_configuration_password" {
  expect_failure = true
  attrs = {
    redshift_configuration = [{ password = "Sommer-2025!x" }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_null_redshift_configuration_password" {
  attrs = {
    redshift_configuration = [{ password = null }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_literal_http_endpoint_configuration_access_key" {
  expect_failure = true
  attrs = {
    http_endpoint_configuration = [{ access_key = "Sommer-2025!x" }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_null_http_endpoint_configuration_access_key" {
  attrs = {
    http_endpoint_configuration = [{ access_key = null }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_literal_snowflake_configuration_private_key" {
  expect_failure = true
  attrs = {
    snowflake_configuration = [{ private_key = "Sommer-2025!x" }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_null_snowflake_configuration_private_key" {
  attrs = {
    snowflake_configuration = [{ private_key = null }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_literal_splunk_configuration_hec_token" {
  expect_failure = true
  attrs = {
    splunk_configuration = [{ hec_token = "Sommer-2025!x" }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_null_splunk_configuration_hec_token" {
  attrs = {
    splunk_configuration = [{ hec_token = null }]
  }
}

resource "aws_kms_custom_key_store" "fail_literal_xks_proxy_authentication_credential_raw_secret_access_key" {
  expect_failure = true
  attrs = {
    xks_proxy_authentication_credential = [{ raw_secret_access_key = "Sommer-2025!x" }]
  }
}

resource "aws_kms_custom_key_store" "pass_null_xks_proxy_authentication_credential_raw_secret_access_key" {
  attrs = {
    xks_proxy_authentication_credential = [{ raw_secret_access_key = null }]
  }
}

resource "aws_memorydb_user" "fail_literal_authentication_mode_passwords" {
  expect_failure = true
  attrs = {
    authentication_mode = [{ passwords = ["Sommer-2025!x"] }]
  }
}

resource "aws_memorydb_user" "pass_null_authentication_mode_passwords" {
  attrs = {
    authentication_mode = [{ passwords = null }]
  }
}

resource "aws_mq_broker" "fail_literal_user_password" {
  expect_failure = true
  attrs = {
    user = [{ password = "Sommer-2025!x" }]
  }
}

resource "aws_mq_broker" "pass_null_user_password" {
  attrs = {
    user = [{ password = null }]
  }
}

resource "aws_mq_broker" "fail_literal_ldap_server_metadata_service_account_password" {
  expect_failure = true
  attrs = {
    ldap_server_metadata = [{ service_account_password = "Sommer-2025!x" }]
  }
}

resource "aws_mq_broker" "pass_null_ldap_server_metadata_service_account_password" {
  attrs = {
    ldap_server_metadata = [{ service_account_password = null }]
  }
}

resource "aws_sesv2_email_identity" "fail_literal_dkim_signing_attributes_domain_signing_private_key" {
  expect_failure = true
  attrs = {
    dkim_signing_attributes = [{ domain_signing_private_key = "Sommer-2025!x" }]
  }
}

resource "aws_sesv2_email_identity" "pass_null_dkim_signing_attributes_domain_signing_private_key" {
  attrs = {
    dkim_signing_attributes = [{ domain_signing_private_key = null }]
  }
}

resource "aws_storagegateway_gateway" "fail_literal_smb_active_directory_settings_password" {
  expect_failure = true
  attrs = {
    smb_active_directory_settings = [{ password = "Sommer-2025!x" }]
  }
}

resource "aws_storagegateway_gateway" "pass_null_smb_active_directory_settings_password" {
  attrs = {
    smb_active_directory_settings = [{ password = null }]
  }
}

resource "aws_cloudwatch_event_connection" "fail_literal_auth_parameters_basic_password" {
  expect_failure = true
  attrs = {
    auth_parameters = [{ basic = [{ password = "Sommer-2025!x" }] }]
  }
}

resource "aws_cloudwatch_event_connection" "pass_null_auth_parameters_basic_password" {
  attrs = {
    auth_parameters = [{ basic = [{ password = null }] }]
  }
}

resource "aws_cloudwatch_event_connection" "fail_literal_auth_parameters_api_key_value" {
  expect_failure = true
  attrs = {
    auth_parameters = [{ api_key = [{ value = "Sommer-2025!x" }] }]
  }
}

resource "aws_cloudwatch_event_connection" "pass_null_auth_parameters_api_key_value" {
  attrs = {
    auth_parameters = [{ api_key = [{ value = null }] }]
  }
}

resource "aws_elasticsearch_domain" "fail_literal_advanced_security_options_master_user_options_master_user_password" {
  expect_failure = true
  attrs = {
    advanced_security_options = [{ master_user_options = [{ master_user_password = "Sommer-2025!x" }] }]
  }
}

resource "aws_elasticsearch_domain" "pass_null_advanced_security_options_master_user_options_master_user_password" {
  attrs = {
    advanced_security_options = [{ master_user_options = [{ master_user_password = null }] }]
  }
}

resource "aws_opensearch_domain" "fail_literal_advanced_security_options_master_user_options_master_user_password" {
  expect_failure = true
  attrs = {
    advanced_security_options = [{ master_user_options = [{ master_user_password = "Sommer-2025!x" }] }]
  }
}

resource "aws_opensearch_domain" "pass_null_advanced_security_options_master_user_options_master_user_password" {
  attrs = {
    advanced_security_options = [{ master_user_options = [{ master_user_password = null }] }]
  }
}

resource "aws_quicksight_data_source" "fail_literal_credentials_credential_pair_password" {
  expect_failure = true
  attrs = {
    credentials = [{ credential_pair = [{ password = "Sommer-2025!x" }] }]
  }
}

resource "aws_quicksight_data_source" "pass_null_credentials_credential_pair_password" {
  attrs = {
    credentials = [{ credential_pair = [{ password = null }] }]
  }
}

# AWS manages the password, or there is none.
resource "aws_db_instance" "pass_managed" {
  attrs = {
    manage_master_user_password = true
  }
}

resource "aws_db_instance" "pass_empty" {
  attrs = {
    password = ""
  }
}

resource "aws_ssm_parameter" "pass_no_secret" {
  attrs = {
    type  = "String"
    value = "info"
  }
}

resource "aws_ssm_parameter" "pass_no_value" {
  attrs = {
    type = "SecureString"
  }
}

resource "aws_ssm_parameter" "fail_literal" {
  expect_failure = true
  attrs = {
    type  = "SecureString"
    value = "Sommer-2025!x"
  }
}

resource "aws_ssm_parameter" "fail_write_only_literal" {
  expect_failure = true
  attrs = {
    type     = "SecureString"
    value_wo = "Sommer-2025!x"
  }
}

resource "aws_secretsmanager_secret_version" "pass_set_elsewhere" {
  attrs = {
    secret_id = "a"
  }
}

resource "aws_secretsmanager_secret_version" "pass_null" {
  attrs = {
    secret_id     = "a"
    secret_string = null
  }
}

resource "aws_secretsmanager_secret_version" "fail_literal" {
  expect_failure = true
  attrs = {
    secret_string = "Sommer-2025!x"
  }
}

resource "aws_secretsmanager_secret_version" "fail_literal_json" {
  expect_failure = true
  attrs = {
    secret_string = jsonencode({ username = "app", password = "Sommer-2025!x" })
  }
}

resource "aws_secretsmanager_secret_version" "fail_write_only_literal" {
  expect_failure = true
  attrs = {
    secret_string_wo = "Sommer-2025!x"
  }
}

resource "aws_secretsmanager_secret_version" "fail_binary_literal" {
  expect_failure = true
  attrs = {
    secret_binary = "U29tbWVy"
  }
}

provider "aws" "pass_no_keys" {
  attrs = {
    region = "eu-central-1"
  }
}

provider "aws" "fail_both_keys" {
  expect_failure = true
  attrs = {
    access_key = "AKIAIOSFODNN7EXAMPLE"
    secret_key = "Sommer-2025!x"
  }
}

provider "aws" "pass_null" {
  attrs = {
    access_key = null
  }
}
