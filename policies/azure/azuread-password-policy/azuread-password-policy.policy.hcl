# Passwords in Entra ID expire for machines and are strong and their own for people.

policy {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = ">= 2.0.0, < 4.0.0"
    }
  }
}

input "credential_max_days" {
  type        = number
  description = "The most days that a machine's password or certificate is valid."
  default     = 365
}

locals {
  credentials = [
    "azuread_application_certificate",
    "azuread_application_password",
    "azuread_service_principal_certificate",
    "azuread_service_principal_password",
  ]
}

resource_policy "azuread_*" "credential_expires" {
  filter = core::contains(local.credentials, meta.type)

  locals {
    start    = core::try(attrs.start_date, null)
    end      = core::try(attrs.end_date, null)
    relative = core::try(attrs.end_date_relative, null)
    limit    = input.credential_max_days * 24
    # Hours, as in "8760h" or "240h30m"; what cannot be read counts as never.
    hours = core::try(core::parseint(core::regex("^([0-9]+)h", local.relative)[0], 10), 876000)
    # An end alone does not say when the credential begins; dates from 2040 on are ways to write "never".
    ends_in_time = local.start == null ? !core::try(core::regex_match(local.end, "^(20[4-9]|2[1-9]|[3-9])"), true) : core::try(core::timecmp(local.end, core::timeadd(local.start, "${local.limit}h")) <= 0, false)
  }

  enforce {
    condition     = local.end != null || local.relative != null
    error_message = "The credential has no end, so it is valid for two years; at most ${input.credential_max_days} days are promised."
  }

  enforce {
    condition     = local.end == null && local.relative == null || (local.end == null ? local.hours <= local.limit : local.ends_in_time)
    error_message = "The credential is valid until ${core::valuetostring(local.end == null ? local.relative : local.end)}; at most ${input.credential_max_days} days are promised."
  }
}

resource_policy "azuread_application" "credential_expires" {
  filter = core::try(core::length(attrs.password), 0) > 0

  locals {
    limit = input.credential_max_days * 24
    passwords = [
      for p in attrs.password : {
        start = core::try(p.start_date, null)
        end   = core::try(p.end_date, null)
      }
    ]
    ends_in_time = [
      for p in local.passwords : p.end == null ? false : p.start == null ? !core::try(core::regex_match(p.end, "^(20[4-9]|2[1-9]|[3-9])"), true) : core::try(core::timecmp(p.end, core::timeadd(p.start, "${local.limit}h")) <= 0, false)
    ]
  }

  enforce {
    condition     = core::alltrue(local.ends_in_time)
    error_message = "The password of the application has no end or a late one; at most ${input.credential_max_days} days are promised."
  }
}

resource_policy "azuread_user" "first_password_changed" {
  filter = core::try(attrs.password, null) != null

  enforce {
    condition     = core::try(attrs.force_password_change, false) == true
    error_message = "The user keeps the password that an administrator has set (force_password_change is not true); default passwords must be changed at once."
  }
}

resource_policy "azuread_user" "strong_password" {
  enforce {
    # Not set means that weak passwords are refused. Forced expiry is not asked for: NIST SP 800-63B advises against it.
    condition     = core::try(attrs.disable_strong_password, false) != true
    error_message = "disable_strong_password lets the user choose a weak password; a strict password policy is promised."
  }
}
