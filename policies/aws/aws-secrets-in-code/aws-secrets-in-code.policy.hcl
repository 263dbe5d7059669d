# No secret stands in the code. A known value is one that the code contains, be it at the spot, in a variable's default
# or in a tfvars file. What comes from elsewhere is not known: a variable without value stays open, and what Terraform
# generates is no literal. The messages never name a value.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

# Where secrets are written: arguments, arguments in a block, and arguments in a block in a block.
locals {
  arguments = {
    aws_acm_certificate                           = ["private_key"]
    aws_amplify_app                               = ["access_token", "oauth_token"]
    aws_api_gateway_domain_name                   = ["certificate_private_key"]
    aws_codebuild_source_credential               = ["token"]
    aws_cognito_user                              = ["password", "temporary_password"]
    aws_connect_user                              = ["password"]
    aws_datasync_location_fsx_windows_file_system = ["password"]
    aws_datasync_location_object_storage          = ["secret_key"]
    aws_datasync_location_smb                     = ["password"]
    aws_db_instance                               = ["password", "password_wo"]
    aws_directory_service_directory               = ["password"]
    aws_directory_service_trust                   = ["trust_password"]
    aws_dms_endpoint                              = ["password"]
    aws_docdb_cluster                             = ["master_password", "master_password_wo"]
    aws_docdbelastic_cluster                      = ["admin_user_password"]
    aws_elasticache_replication_group             = ["auth_token"]
    aws_elasticache_user                          = ["passwords"]
    aws_fsx_ontap_file_system                     = ["fsx_admin_password"]
    aws_fsx_ontap_storage_virtual_machine         = ["svm_admin_password"]
    aws_iam_server_certificate                    = ["private_key"]
    aws_kms_custom_key_store                      = ["key_store_password"]
    aws_kms_external_key                          = ["key_material_base64"]
    aws_lightsail_database                        = ["master_password"]
    aws_pinpoint_apns_channel                     = ["private_key"]
    aws_rds_cluster                               = ["master_password", "master_password_wo"]
    aws_redshift_cluster                          = ["master_password", "master_password_wo"]
    aws_redshift_hsm_configuration                = ["hsm_partition_password"]
    aws_redshiftserverless_namespace              = ["admin_user_password", "admin_user_password_wo"]
    aws_storagegateway_file_system_association    = ["password"]
    aws_storagegateway_gateway                    = ["smb_guest_password"]
    aws_timestreaminfluxdb_db_cluster             = ["password"]
    aws_timestreaminfluxdb_db_instance            = ["password"]
    aws_transfer_certificate                      = ["private_key"]
    aws_transfer_server                           = ["host_key"]
    aws_vpn_connection                            = ["tunnel1_preshared_key", "tunnel2_preshared_key"]
  }

  in_blocks = {
    aws_appstream_directory_config   = [["service_account_credentials", "account_password"]]
    aws_codepipeline_webhook         = [["authentication_configuration", "secret_token"]]
    aws_datasync_location_azure_blob = [["sas_configuration", "token"]]
    aws_dms_endpoint = [
      ["kafka_settings", "sasl_password"],
      ["kafka_settings", "ssl_client_key_password"],
      ["redis_settings", "auth_password"],
    ]
    aws_emr_cluster = [
      ["kerberos_attributes", "kdc_admin_password"],
      ["kerberos_attributes", "ad_domain_join_password"],
      ["kerberos_attributes", "cross_realm_trust_principal_password"],
    ]
    aws_fsx_windows_file_system = [["self_managed_active_directory", "password"]]
    aws_glue_job                = [["source_control_details", "auth_token"]]
    aws_kinesis_firehose_delivery_stream = [
      ["redshift_configuration", "password"],
      ["http_endpoint_configuration", "access_key"],
      ["snowflake_configuration", "private_key"],
      ["splunk_configuration", "hec_token"],
    ]
    aws_kms_custom_key_store = [["xks_proxy_authentication_credential", "raw_secret_access_key"]]
    aws_memorydb_user        = [["authentication_mode", "passwords"]]
    aws_mq_broker = [
      ["user", "password"],
      ["ldap_server_metadata", "service_account_password"],
    ]
    aws_sesv2_email_identity   = [["dkim_signing_attributes", "domain_signing_private_key"]]
    aws_storagegateway_gateway = [["smb_active_directory_settings", "password"]]
  }

  in_inner_blocks = {
    aws_cloudwatch_event_connection = [
      ["auth_parameters", "basic", "password"],
      ["auth_parameters", "api_key", "value"],
    ]
    aws_elasticsearch_domain   = [["advanced_security_options", "master_user_options", "master_user_password"]]
    aws_opensearch_domain      = [["advanced_security_options", "master_user_options", "master_user_password"]]
    aws_quicksight_data_source = [["credentials", "credential_pair", "password"]]
  }

  # Arguments that are never stored, so that a value that is not known here reaches neither the code nor the state.
  write_only = ["password_wo", "master_password_wo", "admin_user_password_wo"]

  # Values that Terraform makes itself and that so stand in no file. Whether another unknown value happens to be one of
  # them is open, so that the comparison is asked for a certain `true` only.
  generated = core::concat(
    [for r in core::getresources("random_password", {}) : core::try(r.result, null)],
    [for r in core::getresources("random_string", {}) : core::try(r.result, null)],
    core::flatten([
      for k in core::getresources("tls_private_key", {}) :
      [core::try(k.private_key_pem, null), core::try(k.private_key_pem_pkcs8, null), core::try(k.private_key_openssh, null)]
    ]),
  )
}

resource_policy "aws_*" "no_literal_secrets" {
  filter = (
    core::contains(core::keys(local.arguments), meta.type) || core::contains(core::keys(local.in_blocks), meta.type) ||
    core::contains(core::keys(local.in_inner_blocks), meta.type)
  ) && core::length(local.stated) > 0

  locals {
    # Null is not left out here, because whether an unknown value is null is open, too.
    stated = core::flatten([
      [
        for a in core::try(local.arguments[meta.type], []) : [
          for v in core::flatten([core::try(attrs[a], [])]) : { name = a, value = v, lasting = !core::contains(local.write_only, a) }
        ]
      ],
      [
        for p in core::try(local.in_blocks[meta.type], []) : [
          for b in core::try([for b in attrs[p[0]] : b], []) : [
            for v in core::flatten([core::try(b[p[1]], [])]) : { name = core::join(".", p), value = v, lasting = true }
          ]
        ]
      ],
      [
        for p in core::try(local.in_inner_blocks[meta.type], []) : [
          for b in core::try([for b in attrs[p[0]] : b], []) : [
            for i in core::try([for i in b[p[1]] : i], []) : [
              for v in core::flatten([core::try(i[p[2]], [])]) : { name = core::join(".", p), value = v, lasting = true }
            ]
          ]
        ]
      ],
    ])
    judged = [
      for s in local.stated : {
        name    = s.name
        value   = s.value
        known   = core::valuetostring(core::nonsensitive(s.value)) != "(unknown)"
        outside = !s.lasting || core::valuetostring(core::nonsensitive(core::contains(local.generated, s.value))) == "true"
      }
    ]
    literal = core::distinct([for s in local.judged : s.name if s.known && s.value != null && s.value != ""])
  }

  enforce {
    # Whether what is not known is a secret at all, or empty, is open unless it is generated or never stored.
    condition     = core::length(local.literal) == 0 && core::alltrue([for s in local.judged : s.known || s.outside || s.value == ""])
    error_message = "The secret ${core::nonsensitive(core::join(", ", local.literal))} stands in the code, in plain text. Take it from a secret store, let Terraform generate it, or have AWS manage it."
  }
}

resource_policy "aws_ssm_parameter" "no_literal_parameter" {
  # Other types of parameter are not meant for secrets; aws-ssm-secure-string sees to it that secrets are not among
  # them.
  filter = core::try(attrs.type, "") == "SecureString"

  locals {
    value = core::try(attrs.value, null)
    # A write-only value is never stored, but a literal stands in the code all the same.
    value_wo = core::try(attrs.value_wo, null)
    known    = local.value != null && core::valuetostring(core::nonsensitive(local.value)) != "(unknown)"
    known_wo = local.value_wo != null && core::valuetostring(core::nonsensitive(local.value_wo)) != "(unknown)"
    made     = core::valuetostring(core::nonsensitive(core::contains(local.generated, local.value))) == "true"
  }

  enforce {
    condition     = (local.value == null || !local.known && (local.made || local.value == "")) && !local.known_wo
    error_message = "The value of the SecureString parameter stands in the code, in plain text, which its encryption cannot undo."
  }
}

resource_policy "aws_secretsmanager_secret_version" "no_literal_secret" {
  locals {
    value    = core::try(attrs.secret_string, null)
    value_wo = core::try(attrs.secret_string_wo, null)
    binary   = core::try(attrs.secret_binary, null)
    known    = local.value != null && core::valuetostring(core::nonsensitive(local.value)) != "(unknown)"
    known_wo = local.value_wo != null && core::valuetostring(core::nonsensitive(local.value_wo)) != "(unknown)"
    made     = core::valuetostring(core::nonsensitive(core::contains(local.generated, local.value))) == "true"
    # A JSON object that holds a generated secret may hold plain facts beside it, such as the user's name, but nothing
    # whose name says that it is a secret.
    pairs = core::try([for k, v in core::jsondecode(local.value) : { name = "${k}", value = v }], [])
    fields = [
      for p in local.pairs : {
        known  = core::valuetostring(core::nonsensitive(p.value)) != "(unknown)"
        made   = core::valuetostring(core::nonsensitive(core::contains(local.generated, p.value))) == "true"
        secret = core::regex_match(p.name, "(?i)(password|passwd|secret|token|key)")
      }
    ]
    made_fields = core::anytrue([for f in local.fields : f.made]) && core::alltrue([for f in local.fields : f.made || f.known && !f.secret])
  }

  enforce {
    condition = (
      (local.value == null || !local.known && (local.made || local.made_fields || local.value == "")) &&
      !local.known_wo &&
      (local.binary == null || core::valuetostring(core::nonsensitive(local.binary)) == "(unknown)" && local.binary == "")
    )
    error_message = "The secret stands in the code, in plain text, before it reaches Secrets Manager. Let Terraform generate it, or set it outside of Terraform."
  }
}

provider_policy "aws" "no_keys_in_provider" {
  filter = core::length(local.stated) > 0

  locals {
    # Keys of the environment, a profile or a role need no argument. What is not known is not in the code.
    stated = [
      for a in ["access_key", "secret_key", "token"] : a
      if !core::contains(["(unknown)", "(null)", ""], core::valuetostring(core::try(core::nonsensitive(attrs[a]), attrs[a], null)))
    ]
  }

  enforce {
    condition     = core::length(local.stated) == 0
    error_message = "The provider's ${core::join(", ", local.stated)} stands in the code, in plain text; take on a role or use a profile instead."
  }
}
