policytest {
  targets = ["azure-gateway-tls.policy.hcl"]
}

resource "azurerm_application_gateway" "pass_appgwsslpolicy20170401s" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20170401S" }]
  }
}

resource "azurerm_application_gateway" "pass_appgwsslpolicy20220101" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101" }]
  }
}

resource "azurerm_application_gateway" "pass_appgwsslpolicy20220101s" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
  }
}

resource "azurerm_application_gateway" "fail_appgwsslpolicy20150501" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20150501" }]
  }
}

resource "azurerm_application_gateway" "fail_appgwsslpolicy20170401" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20170401" }]
  }
}

resource "azurerm_application_gateway" "pass_custom_1_2" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "CustomV2", min_protocol_version = "TLSv1_2" }]
  }
}

resource "azurerm_application_gateway" "pass_custom_1_3" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "CustomV2", min_protocol_version = "TLSv1_3" }]
  }
}

resource "azurerm_application_gateway" "fail_custom_1_1" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Custom", min_protocol_version = "TLSv1_1" }]
  }
}

resource "azurerm_application_gateway" "fail_custom_1_0" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Custom", min_protocol_version = "TLSv1_0" }]
  }
}

resource "azurerm_application_gateway" "pass_old_disabled" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ disabled_protocols = ["TLSv1_0", "TLSv1_1"] }]
  }
}

resource "azurerm_application_gateway" "fail_only_1_0_disabled" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ disabled_protocols = ["TLSv1_0"] }]
  }
}

resource "azurerm_application_gateway" "fail_unset" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    name          = "agw"
  }
}

resource "azurerm_application_gateway" "fail_empty_block" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{}]
  }
}

resource "azurerm_application_gateway" "fail_nulls" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_name = null, min_protocol_version = null, disabled_protocols = null }]
  }
}

resource "azurerm_application_gateway" "fail_profile_1_1" {
  expect_failure = true
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    ssl_profile   = [{ name = "old", ssl_policy = [{ policy_type = "Custom", min_protocol_version = "TLSv1_1" }] }]
  }
}

resource "azurerm_application_gateway" "pass_profile_1_2" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    ssl_profile   = [{ name = "new", ssl_policy = [{ policy_type = "CustomV2", min_protocol_version = "TLSv1_2" }] }]
  }
}

resource "azurerm_application_gateway" "pass_profile_without_policy" {
  attrs = {
    http_listener = [{ name = "https", protocol = "Https" }]
    ssl_policy    = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    ssl_profile   = [{ name = "mtls" }]
  }
}

# Plain listeners may redirect and nothing else.
resource "azurerm_application_gateway" "pass_redirect" {
  attrs = {
    ssl_policy             = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    http_listener          = [{ name = "http", protocol = "Http" }, { name = "https", protocol = "Https" }]
    redirect_configuration = [{ name = "to-https", redirect_type = "Permanent", target_listener_name = "https" }]
    request_routing_rule   = [{ name = "r", http_listener_name = "http", redirect_configuration_name = "to-https" }, { name = "s", http_listener_name = "https", backend_address_pool_name = "app" }]
  }
}

resource "azurerm_application_gateway" "fail_plain_backend" {
  expect_failure = true
  attrs = {
    ssl_policy             = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    http_listener          = [{ name = "http", protocol = "Http" }, { name = "https", protocol = "Https" }]
    redirect_configuration = [{ name = "to-https", redirect_type = "Permanent", target_listener_name = "https" }]
    request_routing_rule   = [{ name = "r", http_listener_name = "http", backend_address_pool_name = "app" }, { name = "s", http_listener_name = "https", backend_address_pool_name = "app" }]
  }
}

resource "azurerm_application_gateway" "fail_redirect_to_http" {
  expect_failure = true
  attrs = {
    ssl_policy             = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    http_listener          = [{ name = "http", protocol = "Http" }, { name = "https", protocol = "Https" }]
    redirect_configuration = [{ name = "elsewhere", redirect_type = "Permanent", target_url = "http://example.org" }]
    request_routing_rule   = [{ name = "r", http_listener_name = "http", redirect_configuration_name = "elsewhere" }]
  }
}

resource "azurerm_application_gateway" "pass_redirect_to_url" {
  attrs = {
    ssl_policy             = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    http_listener          = [{ name = "http", protocol = "Http" }, { name = "https", protocol = "Https" }]
    redirect_configuration = [{ name = "elsewhere", redirect_type = "Found", target_url = "https://example.org" }]
    request_routing_rule   = [{ name = "r", http_listener_name = "http", redirect_configuration_name = "elsewhere" }]
  }
}

resource "azurerm_application_gateway" "fail_redirect_to_itself" {
  expect_failure = true
  attrs = {
    ssl_policy             = [{ policy_type = "Predefined", policy_name = "AppGwSslPolicy20220101S" }]
    http_listener          = [{ name = "http", protocol = "Http" }, { name = "https", protocol = "Https" }]
    redirect_configuration = [{ name = "loop", redirect_type = "Permanent", target_listener_name = "http" }]
    request_routing_rule   = [{ name = "r", http_listener_name = "http", redirect_configuration_name = "loop" }]
  }
}

# Front Door.
resource "azurerm_cdn_frontdoor_custom_domain" "pass_domain_1_2" {
  attrs = {
    tls = [{ certificate_type = "ManagedCertificate", minimum_tls_version = "TLS12" }]
  }
}

resource "azurerm_cdn_frontdoor_custom_domain" "pass_domain_v5" {
  attrs = {
    tls = [{ minimum_version = "TLS13" }]
  }
}

resource "azurerm_cdn_frontdoor_custom_domain" "pass_domain_unset" {
  attrs = {
    tls = [{ certificate_type = "ManagedCertificate" }]
  }
}

resource "azurerm_cdn_frontdoor_custom_domain" "fail_domain_1_0" {
  expect_failure = true
  attrs = {
    tls = [{ minimum_tls_version = "TLS10" }]
  }
}

resource "azurerm_cdn_frontdoor_custom_domain" "pass_domain_null" {
  attrs = {
    tls = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_cdn_frontdoor_route" "pass_redirects" {
  attrs = {
    supported_protocols    = ["Http", "Https"]
    https_redirect_enabled = true
  }
}

resource "azurerm_cdn_frontdoor_route" "pass_redirect_unset" {
  attrs = {
    supported_protocols = ["Http", "Https"]
  }
}

resource "azurerm_cdn_frontdoor_route" "pass_https_only" {
  attrs = {
    supported_protocols    = ["Https"]
    https_redirect_enabled = false
  }
}

resource "azurerm_cdn_frontdoor_route" "fail_both" {
  expect_failure = true
  attrs = {
    supported_protocols    = ["Http", "Https"]
    https_redirect_enabled = false
  }
}

# The classic CDN.
resource "azurerm_cdn_endpoint" "pass_cdn_https" {
  attrs = {
    is_http_allowed = false
  }
}

resource "azurerm_cdn_endpoint" "fail_cdn_unset" {
  expect_failure = true
  attrs = {
    name = "cdn"
  }
}

resource "azurerm_cdn_endpoint" "fail_cdn_http" {
  expect_failure = true
  attrs = {
    is_http_allowed = true
  }
}

resource "azurerm_cdn_endpoint" "fail_cdn_null" {
  expect_failure = true
  attrs = {
    is_http_allowed = null
  }
}

resource "azurerm_cdn_endpoint" "pass_cdn_redirects" {
  attrs = {
    is_http_allowed = true
    delivery_rule   = [{ name = "https", order = 1, request_scheme_condition = [{ operator = "Equal", match_values = ["HTTP"] }], url_redirect_action = [{ redirect_type = "PermanentRedirect", protocol = "Https" }] }]
  }
}

resource "azurerm_cdn_endpoint" "fail_cdn_no_https" {
  expect_failure = true
  attrs = {
    is_http_allowed  = false
    is_https_allowed = false
  }
}

resource "azurerm_cdn_endpoint_custom_domain" "pass_cdn_domain_managed" {
  attrs = {
    cdn_managed_https = [{ tls_version = "TLS12" }]
  }
}

resource "azurerm_cdn_endpoint_custom_domain" "pass_cdn_domain_unset" {
  attrs = {
    cdn_managed_https = [{ certificate_type = "Dedicated" }]
  }
}

resource "azurerm_cdn_endpoint_custom_domain" "pass_cdn_domain_own" {
  attrs = {
    user_managed_https = [{ tls_version = "TLS12" }]
  }
}

resource "azurerm_cdn_endpoint_custom_domain" "fail_cdn_domain_1_0" {
  expect_failure = true
  attrs = {
    cdn_managed_https = [{ tls_version = "TLS10" }]
  }
}

resource "azurerm_cdn_endpoint_custom_domain" "fail_cdn_domain_none" {
  expect_failure = true
  attrs = {
    user_managed_https = [{ tls_version = "None" }]
  }
}

resource "azurerm_cdn_endpoint_custom_domain" "fail_cdn_domain_plain" {
  expect_failure = true
  attrs = {
    host_name = "cdn.example.org"
  }
}

# API Management, under the old and the new names.
resource "azurerm_api_management" "pass_api_unset" {
  attrs = {
    name = "apim"
  }
}

resource "azurerm_api_management" "pass_api_off" {
  attrs = {
    security = [{ enable_frontend_tls10 = false, frontend_tls11_enabled = false }]
  }
}

resource "azurerm_api_management" "pass_api_null" {
  attrs = {
    security = [{ enable_frontend_tls10 = null }]
  }
}

resource "azurerm_api_management" "fail_enable_backend_ssl30" {
  expect_failure = true
  attrs = {
    security = [{ enable_backend_ssl30 = true }]
  }
}

resource "azurerm_api_management" "fail_enable_backend_tls10" {
  expect_failure = true
  attrs = {
    security = [{ enable_backend_tls10 = true }]
  }
}

resource "azurerm_api_management" "fail_enable_backend_tls11" {
  expect_failure = true
  attrs = {
    security = [{ enable_backend_tls11 = true }]
  }
}

resource "azurerm_api_management" "fail_enable_frontend_ssl30" {
  expect_failure = true
  attrs = {
    security = [{ enable_frontend_ssl30 = true }]
  }
}

resource "azurerm_api_management" "fail_enable_frontend_tls10" {
  expect_failure = true
  attrs = {
    security = [{ enable_frontend_tls10 = true }]
  }
}

resource "azurerm_api_management" "fail_enable_frontend_tls11" {
  expect_failure = true
  attrs = {
    security = [{ enable_frontend_tls11 = true }]
  }
}

resource "azurerm_api_management" "fail_backend_ssl30_enabled" {
  expect_failure = true
  attrs = {
    security = [{ backend_ssl30_enabled = true }]
  }
}

resource "azurerm_api_management" "fail_backend_tls10_enabled" {
  expect_failure = true
  attrs = {
    security = [{ backend_tls10_enabled = true }]
  }
}

resource "azurerm_api_management" "fail_backend_tls11_enabled" {
  expect_failure = true
  attrs = {
    security = [{ backend_tls11_enabled = true }]
  }
}

resource "azurerm_api_management" "fail_frontend_ssl30_enabled" {
  expect_failure = true
  attrs = {
    security = [{ frontend_ssl30_enabled = true }]
  }
}

resource "azurerm_api_management" "fail_frontend_tls10_enabled" {
  expect_failure = true
  attrs = {
    security = [{ frontend_tls10_enabled = true }]
  }
}

resource "azurerm_api_management" "fail_frontend_tls11_enabled" {
  expect_failure = true
  attrs = {
    security = [{ frontend_tls11_enabled = true }]
  }
}
