# Passwords in Auth0 follow NIST SP 800-63B.

policy {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0.0, < 2.0.0"
    }
  }
}

input "password_min_length" {
  type        = number
  description = "The fewest characters of a password."
  default     = 15
}

resource_policy "auth0_connection" "strict" {
  # Database connections keep passwords; what is left out keeps the tenant's value, which nobody can show here.
  filter = attrs.strategy == "auth0" && core::try(attrs.options[0].authentication_methods[0].password[0].enabled, true) != false

  locals {
    newer  = core::try(core::length(attrs.options[0].password_options), 0) > 0
    level  = core::try(attrs.options[0].password_policy, null)
    stated = core::try(attrs.options[0].password_options[0].complexity[0].min_length, attrs.options[0].password_complexity_options[0].min_length, null)
    # The newer form asks for 15 characters unless it says otherwise, the older one for hardly any.
    length     = local.stated != null ? local.stated : local.newer ? 15 : 1
    dictionary = core::try(attrs.options[0].password_dictionary[0].enable, false) == true || core::try(attrs.options[0].password_options[0].dictionary[0].active, false) == true
    no_names   = core::try(attrs.options[0].password_no_personal_info[0].enable, false) == true || core::try(attrs.options[0].password_options[0].profile_data[0].active, false) == true
  }

  enforce {
    condition     = local.newer || core::contains(["good", "excellent"], local.level)
    error_message = "The password policy is ${local.level == null ? "not set" : core::valuetostring(local.level)}; a strict one (good or excellent, or password_options) is promised."
  }

  enforce {
    condition     = local.length >= input.password_min_length
    error_message = "Passwords need ${local.length} characters; at least ${input.password_min_length} are promised."
  }

  enforce {
    condition     = local.dictionary
    error_message = "Passwords are not compared with a list of common ones; NIST SP 800-63B asks for that."
  }

  enforce {
    condition     = local.no_names
    error_message = "Passwords may contain the user's name or mail address."
  }
}

resource_policy "auth0_connection" "history" {
  enforcement_level = "advisory"
  filter            = attrs.strategy == "auth0" && core::try(attrs.options[0].authentication_methods[0].password[0].enabled, true) != false

  enforce {
    # NIST SP 800-63B does not ask for a history, so this is advice.
    condition     = core::anytrue([for h in core::try([for h in attrs.options[0].password_history : h], []) : core::try(h.enable, false) == true]) || core::try(attrs.options[0].password_options[0].history[0].active, false) == true
    error_message = "Old passwords may be used again (password_history is not enabled)."
  }
}
