policytest {
  targets = ["auth0-secrets-in-code.policy.hcl"]
}

resource "auth0_action" "fail_action_secrets_value" {
  expect_failure = true
  attrs = {
    secrets = [{ value = "not-a-real-secret" }]
  }
}

resource "auth0_attack_protection" "fail_attack_protection_captcha_arkose_secret" {
  expect_failure = true
  attrs = {
    captcha = [{ arkose = [{ secret = "not-a-real-secret" }] }]
  }
}

resource "auth0_attack_protection" "fail_attack_protection_captcha_friendly_captcha_secret" {
  expect_failure = true
  attrs = {
    captcha = [{ friendly_captcha = [{ secret = "not-a-real-secret" }] }]
  }
}

resource "auth0_attack_protection" "fail_attack_protection_captcha_hcaptcha_secret" {
  expect_failure = true
  attrs = {
    captcha = [{ hcaptcha = [{ secret = "not-a-real-secret" }] }]
  }
}

resource "auth0_attack_protection" "fail_attack_protection_captcha_recaptcha_enterprise_api_key" {
  expect_failure = true
  attrs = {
    captcha = [{ recaptcha_enterprise = [{ api_key = "not-a-real-secret" }] }]
  }
}

resource "auth0_attack_protection" "fail_attack_protection_captcha_recaptcha_v2_secret" {
  expect_failure = true
  attrs = {
    captcha = [{ recaptcha_v2 = [{ secret = "not-a-real-secret" }] }]
  }
}

resource "auth0_client" "fail_client_addons_azure_blob_storage_access_key" {
  expect_failure = true
  attrs = {
    addons = [{ azure_blob = [{ storage_access_key = "not-a-real-secret" }] }]
  }
}

resource "auth0_client" "fail_client_addons_azure_sb_sas_key" {
  expect_failure = true
  attrs = {
    addons = [{ azure_sb = [{ sas_key = "not-a-real-secret" }] }]
  }
}

resource "auth0_client" "fail_client_addons_firebase_private_key" {
  expect_failure = true
  attrs = {
    addons = [{ firebase = [{ private_key = "not-a-real-secret" }] }]
  }
}

resource "auth0_client_credentials" "fail_client_credentials_client_secret" {
  expect_failure = true
  attrs = {
    client_secret = "not-a-real-secret"
  }
}

resource "auth0_connection" "fail_connection_options_client_secret" {
  expect_failure = true
  attrs = {
    options = [{ client_secret = "not-a-real-secret" }]
  }
}

resource "auth0_connection" "fail_connection_options_consumer_secret" {
  expect_failure = true
  attrs = {
    options = [{ consumer_secret = "not-a-real-secret" }]
  }
}

resource "auth0_connection" "fail_connection_options_twilio_token" {
  expect_failure = true
  attrs = {
    options = [{ twilio_token = "not-a-real-secret" }]
  }
}

resource "auth0_email_provider" "fail_email_provider_credentials_api_key" {
  expect_failure = true
  attrs = {
    credentials = [{ api_key = "not-a-real-secret" }]
  }
}

resource "auth0_email_provider" "fail_email_provider_credentials_azure_cs_connection_string" {
  expect_failure = true
  attrs = {
    credentials = [{ azure_cs_connection_string = "not-a-real-secret" }]
  }
}

resource "auth0_email_provider" "fail_email_provider_credentials_ms365_client_secret" {
  expect_failure = true
  attrs = {
    credentials = [{ ms365_client_secret = "not-a-real-secret" }]
  }
}

resource "auth0_email_provider" "fail_email_provider_credentials_secret_access_key" {
  expect_failure = true
  attrs = {
    credentials = [{ secret_access_key = "not-a-real-secret" }]
  }
}

resource "auth0_email_provider" "fail_email_provider_credentials_smtp_pass" {
  expect_failure = true
  attrs = {
    credentials = [{ smtp_pass = "not-a-real-secret" }]
  }
}

resource "auth0_guardian" "fail_guardian_duo_secret_key" {
  expect_failure = true
  attrs = {
    duo = [{ secret_key = "not-a-real-secret" }]
  }
}

resource "auth0_guardian" "fail_guardian_phone_options_auth_token" {
  expect_failure = true
  attrs = {
    phone = [{ options = [{ auth_token = "not-a-real-secret" }] }]
  }
}

resource "auth0_guardian" "fail_guardian_push_amazon_sns_aws_secret_access_key" {
  expect_failure = true
  attrs = {
    push = [{ amazon_sns = [{ aws_secret_access_key = "not-a-real-secret" }] }]
  }
}

resource "auth0_guardian" "fail_guardian_push_direct_apns_p12" {
  expect_failure = true
  attrs = {
    push = [{ direct_apns = [{ p12 = "not-a-real-secret" }] }]
  }
}

resource "auth0_guardian" "fail_guardian_push_direct_fcm_server_key" {
  expect_failure = true
  attrs = {
    push = [{ direct_fcm = [{ server_key = "not-a-real-secret" }] }]
  }
}

resource "auth0_log_stream" "fail_log_stream_sink_datadog_api_key" {
  expect_failure = true
  attrs = {
    sink = [{ datadog_api_key = "not-a-real-secret" }]
  }
}

resource "auth0_log_stream" "fail_log_stream_sink_http_authorization" {
  expect_failure = true
  attrs = {
    sink = [{ http_authorization = "not-a-real-secret" }]
  }
}

resource "auth0_log_stream" "fail_log_stream_sink_mixpanel_service_account_password" {
  expect_failure = true
  attrs = {
    sink = [{ mixpanel_service_account_password = "not-a-real-secret" }]
  }
}

resource "auth0_log_stream" "fail_log_stream_sink_segment_write_key" {
  expect_failure = true
  attrs = {
    sink = [{ segment_write_key = "not-a-real-secret" }]
  }
}

resource "auth0_log_stream" "fail_log_stream_sink_splunk_token" {
  expect_failure = true
  attrs = {
    sink = [{ splunk_token = "not-a-real-secret" }]
  }
}

resource "auth0_phone_provider" "fail_phone_provider_credentials_auth_token" {
  expect_failure = true
  attrs = {
    credentials = [{ auth_token = "not-a-real-secret" }]
  }
}

resource "auth0_resource_server" "fail_resource_server_signing_secret" {
  expect_failure = true
  attrs = {
    signing_secret = "not-a-real-secret"
  }
}

resource "auth0_rule_config" "fail_rule_config_value" {
  expect_failure = true
  attrs = {
    value = "not-a-real-secret"
  }
}

resource "auth0_user" "fail_user_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-secret"
  }
}

resource "auth0_connection" "pass_no_secret" {
  attrs = {
    strategy = "auth0"
    options  = [{}]
  }
}

resource "auth0_client_credentials" "pass_write_only" {
  attrs = {
    client_secret_wo = "not-a-real-secret"
  }
}

resource "auth0_client_credentials" "pass_null" {
  attrs = {
    client_secret = null
  }
}

resource "auth0_action" "pass_null_secrets" {
  attrs = {
    secrets = null
  }
}

resource "auth0_action" "fail_second_secret" {
  expect_failure = true
  attrs = {
    secrets = [{ name = "a", value = "" }, { name = "b", value = "not-a-real-secret" }]
  }
}
