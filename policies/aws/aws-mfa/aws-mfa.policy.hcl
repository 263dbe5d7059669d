# Administrators sign in with a second factor: in Cognito, over the VPN, and where people take on IAM roles.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  # What narrows a trust to something that a person with a stolen password does not have.
  second_factors = ["aws:multifactorauthpresent", "aws:multifactorauthage"]
  # A machine of a third party proves itself by an agreed id and has no second factor.
  machine_proofs = ["sts:externalid"]
}

resource_policy "aws_cognito_user_pool" "pool_demands_second_factor" {
  enforcement_level = "advisory"

  locals {
    # The provider's default is OFF.
    mode = core::try(core::upper(attrs.mfa_configuration), "OFF")
  }

  enforce {
    condition     = local.mode == "ON"
    error_message = "The user pool's second factor is ${local.mode}; for accounts of administrators it is promised (ON)."
  }

  enforce {
    condition = (
      local.mode == "OFF" ||
      core::try(attrs.software_token_mfa_configuration[0].enabled, false) == true ||
      core::length(core::try([for w in attrs.web_authn_configuration : w], [])) > 0
    )
    error_message = "The user pool knows no second factor but text messages, which NIST restricts; add an authenticator app."
  }
}

resource_policy "aws_ec2_client_vpn_endpoint" "vpn_demands_second_factor" {
  locals {
    types = [for o in attrs.authentication_options : o.type]
  }

  enforce {
    # Single sign-on and a directory can demand a second factor, a certificate alone cannot.
    condition     = core::anytrue([for t in local.types : core::contains(["federated-authentication", "directory-service-authentication"], t)])
    error_message = "The VPN lets in whoever has a certificate, without a second factor; single sign-on (federated-authentication) can demand one."
  }
}

resource_policy "aws_iam_role" "people_need_second_factor" {
  enforcement_level = "advisory"
  filter            = core::length(local.human) > 0

  locals {
    statements = core::try(core::flatten([core::jsondecode(attrs.assume_role_policy).Statement]), [])
    # Trusting users, or an account as a whole, lets people in; services, federated identities and single roles prove
    # themselves otherwise.
    human = [
      for s in local.statements : s
      if core::try(s.Effect, "Allow") == "Allow" && core::anytrue([
        for p in core::flatten([core::try(s.Principal.AWS, [])]) :
        core::endswith(p, ":root") || core::contains_substring(p, ":user/") || core::regex_match(p, "^[0-9]{12}$")
      ])
    ]
    open = [
      for s in local.human : s if core::length([
        for k in core::flatten([for operator, keys in core::try(s.Condition, {}) : core::keys(keys)]) : k
        if core::contains(core::concat(local.second_factors, local.machine_proofs), core::lower(k))
      ]) == 0
    ]
  }

  enforce {
    condition     = core::length(local.open) == 0
    error_message = "The role can be taken on by people without a second factor: the trust in users or in a whole account names neither aws:MultiFactorAuthPresent nor an external id."
  }
}
