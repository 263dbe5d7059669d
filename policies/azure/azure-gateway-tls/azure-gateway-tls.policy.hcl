# Gateways at the edge of Azure speak TLS 1.2 or newer and redirect plain HTTP.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Predefined policies of the application gateway whose oldest protocol is TLS 1.2.
  gateway_policies = ["AppGwSslPolicy20170401S", "AppGwSslPolicy20220101", "AppGwSslPolicy20220101S"]

  # Switches of API Management that let old protocols in; `enable_…` are the names before late provider 4.
  old_protocols = [
    "backend_ssl30_enabled",
    "backend_tls10_enabled",
    "backend_tls11_enabled",
    "enable_backend_ssl30",
    "enable_backend_tls10",
    "enable_backend_tls11",
    "enable_frontend_ssl30",
    "enable_frontend_tls10",
    "enable_frontend_tls11",
    "frontend_ssl30_enabled",
    "frontend_tls10_enabled",
    "frontend_tls11_enabled",
  ]
}

resource_policy "azurerm_application_gateway" "tls_1_2" {
  # A gateway without an HTTPS listener has no TLS to speak of.
  filter = core::anytrue([for l in core::try([for l in attrs.http_listener : l], []) : l.protocol == "Https"])

  locals {
    # The gateway's own policy, and those of profiles that replace it for a listener. Without one the service decides, by the
    # age of the gateway: that may be TLS 1.0.
    own      = core::try([for p in attrs.ssl_policy : p], [])
    profiles = core::flatten([for p in core::try([for p in attrs.ssl_profile : p], []) : core::try([for q in p.ssl_policy : q], [])])
    modern = [
      for p in core::concat(local.own, local.profiles) :
      core::contains(local.gateway_policies, core::try(p.policy_name, "")) ||
      core::contains(["TLSv1_2", "TLSv1_3"], core::try(p.min_protocol_version, "")) ||
      core::alltrue([for v in ["TLSv1_0", "TLSv1_1"] : core::contains(core::try([for d in p.disabled_protocols : d], []), v)])
    ]
  }

  enforce {
    condition     = core::length(local.own) > 0
    error_message = "The gateway has no ssl_policy, and the service's default may accept TLS 1.0; TLS 1.2 or newer is promised."
  }

  enforce {
    condition     = core::alltrue(local.modern)
    error_message = "An ssl_policy of the gateway accepts protocols older than TLS 1.2; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_application_gateway" "https_only" {
  locals {
    plain = [for l in core::try([for l in attrs.http_listener : l], []) : l.name if l.protocol == "Http"]
    # A redirect is safe if it ends at an HTTPS address or at a listener that is not plain itself.
    redirects = [
      for r in core::try([for r in attrs.redirect_configuration : r], []) : r.name
      if core::try(core::startswith(r.target_url, "https://"), false) || core::try(!core::contains(local.plain, r.target_listener_name) && r.target_listener_name != null, false)
    ]
    answering = [
      for r in core::try([for r in attrs.request_routing_rule : r], []) : r.name
      if core::contains(local.plain, r.http_listener_name) && !core::contains(local.redirects, core::try(r.redirect_configuration_name, ""))
    ]
  }

  enforce {
    condition     = core::length(local.answering) == 0
    error_message = "The rule ${core::join(", ", local.answering)} answers plain HTTP instead of redirecting to HTTPS."
  }
}

resource_policy "azurerm_cdn_frontdoor_custom_domain" "tls_1_2" {
  locals {
    # minimum_version is the name in provider 5. Not set means TLS 1.2.
    stated = [for a in ["minimum_version", "minimum_tls_version"] : core::try(attrs.tls[0][a], null)]
    oldest = [for v in local.stated : v if v != null]
  }

  enforce {
    condition     = core::alltrue([for v in local.oldest : core::contains(["TLS12", "TLS13"], v)])
    error_message = "The domain accepts ${core::join(", ", local.oldest)}; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_cdn_frontdoor_route" "https_only" {
  enforce {
    # Redirecting is the default, and needs both protocols.
    condition     = !core::contains([for p in attrs.supported_protocols : p], "Http") || core::try(attrs.https_redirect_enabled, true) != false
    error_message = "The route answers plain HTTP instead of redirecting to HTTPS."
  }
}

resource_policy "azurerm_cdn_endpoint" "https_only" {
  locals {
    redirects = core::anytrue([
      for r in core::try([for r in attrs.delivery_rule : r], []) : core::try(r.url_redirect_action[0].protocol, "") == "Https"
    ])
  }

  enforce {
    # Not set means that plain HTTP is allowed.
    condition     = core::try(attrs.is_http_allowed, true) == false || local.redirects
    error_message = "The endpoint answers plain HTTP; connections over TLS only are promised."
  }

  enforce {
    condition     = core::try(attrs.is_https_allowed, true) != false
    error_message = "The endpoint does not speak HTTPS at all."
  }
}

resource_policy "azurerm_cdn_endpoint_custom_domain" "tls_1_2" {
  locals {
    blocks = core::concat(core::try([for b in attrs.cdn_managed_https : b], []), core::try([for b in attrs.user_managed_https : b], []))
    # Not set means TLS 1.2.
    oldest = [for b in local.blocks : core::try(b.tls_version, "TLS12")]
  }

  enforce {
    condition     = core::length(local.blocks) > 0
    error_message = "The domain has no certificate and answers plain HTTP only."
  }

  enforce {
    condition     = core::alltrue([for v in local.oldest : v == "TLS12"])
    error_message = "The domain accepts ${core::join(", ", local.oldest)}; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_api_management" "tls_1_2" {
  locals {
    # Off unless they are switched on.
    enabled = [for a in local.old_protocols : a if core::try(attrs.security[0][a], false) == true]
  }

  enforce {
    condition     = core::length(local.enabled) == 0
    error_message = "The gateway accepts old protocols (${core::join(", ", local.enabled)}); TLS 1.2 or newer is promised."
  }
}
