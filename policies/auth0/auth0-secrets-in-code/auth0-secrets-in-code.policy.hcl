# No secret of Auth0 stands in the code.

policy {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0.0, < 2.0.0"
    }
  }
}

locals {
  # Where a secret may be written down. Write-only siblings (…_wo) are not stored and so not listed.
  secret_arguments = {
    auth0_action             = ["secrets.value"]
    auth0_attack_protection  = ["captcha.arkose.secret", "captcha.friendly_captcha.secret", "captcha.hcaptcha.secret", "captcha.recaptcha_enterprise.api_key", "captcha.recaptcha_v2.secret"]
    auth0_client             = ["addons.azure_blob.storage_access_key", "addons.azure_sb.sas_key", "addons.firebase.private_key"]
    auth0_client_credentials = ["client_secret"]
    auth0_connection         = ["options.client_secret", "options.consumer_secret", "options.twilio_token"]
    auth0_email_provider     = ["credentials.api_key", "credentials.azure_cs_connection_string", "credentials.ms365_client_secret", "credentials.secret_access_key", "credentials.smtp_pass"]
    auth0_guardian           = ["duo.secret_key", "phone.options.auth_token", "push.amazon_sns.aws_secret_access_key", "push.direct_apns.p12", "push.direct_fcm.server_key"]
    auth0_log_stream         = ["sink.datadog_api_key", "sink.http_authorization", "sink.mixpanel_service_account_password", "sink.segment_write_key", "sink.splunk_token"]
    auth0_phone_provider     = ["credentials.auth_token"]
    auth0_resource_server    = ["signing_secret"]
    auth0_rule_config        = ["value"]
    auth0_user               = ["password"]
  }
}

resource_policy "auth0_*" "no_secret_in_code" {
  filter = core::contains(core::keys(local.secret_arguments), meta.type)

  locals {
    paths = [for a in local.secret_arguments[meta.type] : core::split(".", a)]
    # Arguments at the top level, and inside one or two blocks. What they hold is never shown.
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
    ])
    # What is known before anything exists is written in the code.
    written = core::nonsensitive([for f in local.found : core::nonsensitive(f.at) if core::nonsensitive(f.value != null && f.value != "")])
  }

  enforce {
    condition     = core::nonsensitive(core::alltrue([for f in local.found : f.value == null || f.value == ""]))
    error_message = "The code holds a secret in plain text in ${core::join(", ", local.written)}; secrets belong into a secret store or a variable without a default."
  }
}
