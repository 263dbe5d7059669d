# Entra ID asks for a second factor, without ways around it.

policy {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = ">= 2.0.0, < 4.0.0"
    }
  }
}

input "mfa_exceptions_max" {
  type        = number
  description = "The most accounts (break-glass) that a policy may leave out."
  default     = 2
}

locals {
  # Entries that are one factor by themselves; "password,sms" is another entry and two factors.
  single_factors = ["federatedSingleFactor", "password", "qrCodePin", "sms", "x509CertificateSingleFactor"]
}

resource_policy "azuread_conditional_access_policy" "mfa_enforced" {
  # Only policies that ask for a second factor are judged.
  filter = core::contains(local.controls, "mfa") || local.strength != null

  locals {
    controls = core::try([for c in attrs.grant_controls[0].built_in_controls : c], [])
    strength = core::try(attrs.grant_controls[0].authentication_strength_policy_id, null)
    # With OR every further control is a way around the second factor.
    ways = core::length(local.controls) + (local.strength == null ? 0 : 1)
  }

  enforce {
    condition     = attrs.state == "enabled"
    error_message = "The policy is ${core::valuetostring(attrs.state)} and enforces nothing; a second factor is promised."
  }

  enforce {
    condition     = local.ways == 1 || core::try(attrs.grant_controls[0].operator, "OR") == "AND"
    error_message = "The controls ${core::join(", ", local.controls)} are joined with OR: one of them replaces the second factor."
  }
}

resource_policy "azuread_conditional_access_policy" "few_exceptions" {
  filter = core::contains(local.controls, "mfa") || local.strength != null

  locals {
    controls = core::try([for c in attrs.grant_controls[0].built_in_controls : c], [])
    strength = core::try(attrs.grant_controls[0].authentication_strength_policy_id, null)
    users    = core::try([for u in attrs.conditions[0].users[0].excluded_users : u], [])
    # Groups and roles are open lists: nobody sees here who is in them.
    open = core::concat(
      core::try([for g in attrs.conditions[0].users[0].excluded_groups : g], []),
      core::try([for r in attrs.conditions[0].users[0].excluded_roles : r], []),
      core::try([for a in attrs.conditions[0].applications[0].excluded_applications : a], []),
    )
    networks = core::try([for l in attrs.conditions[0].locations[0].excluded_locations : l], [])
  }

  enforce {
    condition     = core::length(local.users) <= input.mfa_exceptions_max
    error_message = "The policy leaves out ${core::length(local.users)} accounts; at most ${input.mfa_exceptions_max} (break-glass) may sign in without a second factor."
  }

  enforce {
    condition     = core::length(local.open) == 0
    error_message = "The policy leaves out groups, roles or applications; a second factor is promised without such exceptions."
  }

  enforce {
    condition     = !core::contains(local.networks, "AllTrusted")
    error_message = "The policy asks for no second factor in trusted networks; a second factor is promised everywhere."
  }
}

resource_policy "azuread_authentication_strength_policy" "two_factors" {
  enforce {
    condition     = core::alltrue([for c in attrs.allowed_combinations : !core::contains(local.single_factors, c)])
    error_message = "The strength accepts a single factor (${core::join(", ", [for c in attrs.allowed_combinations : c if core::contains(local.single_factors, c)])}); a second factor is promised."
  }
}

resource_policy "azuread_group_role_management_policy" "mfa_on_activation" {
  enforce {
    condition     = core::try(attrs.activation_rules[0].require_multifactor_authentication, false) == true || core::try(attrs.activation_rules[0].required_conditional_access_authentication_context, null) != null
    error_message = "Membership is activated without a second factor; a second factor is promised for admin accounts."
  }
}
