# Gateways at the edge of Azure send HSTS.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "hsts_min_seconds" {
  type        = number
  description = "The fewest seconds that browsers must remember to use HTTPS."
  default     = 31536000
}

resource_policy "azurerm_application_gateway" "hsts" {
  # Advice: the application behind the gateway may send the header, which no code can show here.
  enforcement_level = "advisory"
  filter            = core::anytrue([for l in core::try([for l in attrs.http_listener : l], []) : l.protocol == "Https"])

  locals {
    headers = core::flatten([
      for s in core::try([for s in attrs.rewrite_rule_set : s], []) : [
        for r in core::try([for r in s.rewrite_rule : r], []) : core::try([for h in r.response_header_configuration : h], [])
      ]
    ])
    long_enough = [
      for h in local.headers :
      core::lower(h.header_name) == "strict-transport-security" && core::try(core::parseint(core::regex("max-age=([0-9]+)", core::lower(h.header_value))[0], 10) >= input.hsts_min_seconds, false)
    ]
  }

  enforce {
    condition     = core::anytrue(local.long_enough)
    error_message = "No rewrite rule of the gateway sends Strict-Transport-Security with a max-age of at least ${input.hsts_min_seconds} seconds; HSTS is promised on all web endpoints."
  }
}

resource_policy "azurerm_cdn_frontdoor_profile" "hsts" {
  enforcement_level = "advisory"

  locals {
    # Rules belong to a rule set, and rule sets to the profile.
    sets = [
      for s in core::getresources("azurerm_cdn_frontdoor_rule_set", {}) : {
        id   = s.id
        here = s.cdn_frontdoor_profile_id == attrs.id
      }
    ]
    long_enough = [
      for r in core::getresources("azurerm_cdn_frontdoor_rule", {}) :
      core::anytrue([for s in local.sets : s.here && s.id == r.cdn_frontdoor_rule_set_id]) && core::anytrue([
        # Provider 5 has other names for the block and for the value.
        for h in core::concat(
          core::try([for h in r.actions[0].response_header_action : { name = h.header_name, value = h.value }], []),
          core::try([for h in r.actions[0].modify_response_header : { name = h.header_name, value = h.header_value }], [])
        ) :
        core::lower(h.name) == "strict-transport-security" && core::try(core::parseint(core::regex("max-age=([0-9]+)", core::lower(h.value))[0], 10) >= input.hsts_min_seconds, false)
      ])
    ]
  }

  enforce {
    condition     = core::anytrue(local.long_enough)
    error_message = "No rule of the profile sends Strict-Transport-Security with a max-age of at least ${input.hsts_min_seconds} seconds; HSTS is promised on all web endpoints."
  }
}
