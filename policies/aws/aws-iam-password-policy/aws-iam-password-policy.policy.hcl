# Passwords of IAM users and of Cognito users follow NIST: long, and neither composed by rule nor changed by calendar.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "password_min_length" {
  type        = number
  description = "Characters that a password must have where it is the only factor."
  default     = 15
}

locals {
  # NIST SP 800-63B-4, 3.1.1.2: beside a second factor eight characters are enough.
  length_with_mfa = 8
}

resource_policy "aws_iam_account_password_policy" "long_enough" {
  locals {
    # Declared without the argument, the policy admits 6 characters: less than the 8 that AWS demands without it.
    least = core::try(core::max(attrs.minimum_password_length, 0), 6)
  }

  enforce {
    condition     = local.least >= input.password_min_length
    error_message = "Passwords of ${local.least} characters are admitted; NIST demands ${input.password_min_length} where the password is the only factor."
  }
}

resource_policy "aws_iam_account_password_policy" "not_changed_by_calendar" {
  locals {
    # 0 and not set: passwords do not expire.
    age = core::try(core::max(attrs.max_password_age, 0), 0)
  }

  enforce {
    condition     = local.age == 0
    error_message = "Passwords expire after ${local.age} days. NIST forbids changes without cause, because they lead to weaker passwords; the TOM promises passwords according to NIST."
  }

  enforce {
    # The provider's default is true.
    condition     = core::try(attrs.allow_users_to_change_password, true) != false
    error_message = "Users may not change their password themselves, not even an initial one or one that has leaked."
  }
}

resource_policy "aws_iam_user_login_profile" "initial_password_changed" {
  enforce {
    # The provider's default is false.
    condition     = core::try(attrs.password_reset_required, false) == true
    error_message = "The user need not change the initial password, which lies in the state and with whoever created it (password_reset_required). Default passwords are promised to be changed at once."
  }
}

resource_policy "aws_iam_user_login_profile" "initial_password_long_enough" {
  locals {
    # Not set: 20 characters.
    length = core::try(core::max(attrs.password_length, 0), 20)
  }

  enforce {
    condition     = local.length >= input.password_min_length
    error_message = "The initial password has ${local.length} characters; ${input.password_min_length} are promised."
  }
}

resource_policy "aws_cognito_user_pool" "pool_passwords_long_enough" {
  locals {
    # Without a block Cognito demands 8 characters, with a block but without a number 6.
    stated = core::length(core::try([for p in attrs.password_policy : p], [])) > 0
    least  = local.stated ? core::try(core::max(attrs.password_policy[0].minimum_length, 0), 6) : 8
    needed = core::try(attrs.mfa_configuration, "OFF") == "ON" ? local.length_with_mfa : input.password_min_length
  }

  enforce {
    condition     = local.least >= local.needed
    error_message = "Passwords of ${local.least} characters are admitted; NIST demands ${local.needed} (${input.password_min_length}, or ${local.length_with_mfa} if everybody has a second factor)."
  }
}
