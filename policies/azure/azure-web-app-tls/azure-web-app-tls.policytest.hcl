policytest {
  targets = ["azure-web-app-tls.policy.hcl"]
}

resource "azurerm_linux_web_app" "pass_linux_web_app" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_web_app_slot" "pass_linux_web_app_slot" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app" "pass_windows_web_app" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app_slot" "pass_windows_web_app_slot" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app" "pass_linux_function_app" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app_slot" "pass_linux_function_app_slot" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app_slot" "fail_linux_function_app_slot_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app_slot" "fail_linux_function_app_slot_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app" "pass_windows_function_app" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app_slot" "pass_windows_function_app_slot" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app_slot" "fail_windows_function_app_slot_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app_slot" "fail_windows_function_app_slot_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app_flex_consumption" "pass_function_app_flex_consumption" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.2", scm_minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_function_app_flex_consumption" "fail_function_app_flex_consumption_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_function_app_flex_consumption" "fail_function_app_flex_consumption_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_app_service" "pass_app_service" {
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service" "fail_app_service_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service" "fail_app_service_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service" "fail_app_service_ftp_unset" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_app_service_slot" "pass_app_service_slot" {
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_ftp_unset" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_function_app" "pass_function_app" {
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app" "fail_function_app_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app" "fail_function_app_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app" "fail_function_app_ftp_unset" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_function_app_slot" "pass_function_app_slot" {
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app_slot" "fail_function_app_slot_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app_slot" "fail_function_app_slot_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app_slot" "fail_function_app_slot_ftp_unset" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_logic_app_standard" "pass_logic_app_standard" {
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2", scm_min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_logic_app_standard" "fail_logic_app_standard_tls_1_0" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.0", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_logic_app_standard" "fail_logic_app_standard_http" {
  expect_failure = true
  attrs = {
    https_only  = false
    site_config = [{ min_tls_version = "1.2", ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_logic_app_standard" "fail_logic_app_standard_ftp_unset" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ min_tls_version = "1.2" }]
  }
}

# Left out: TLS 1.2, no FTP, but plain HTTP.
resource "azurerm_linux_web_app" "pass_site_config_empty" {
  attrs = {
    https_only  = true
    site_config = [{}]
  }
}

resource "azurerm_linux_web_app" "pass_site_config_missing" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_web_app" "pass_null_version" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = null, ftps_state = null }]
  }
}

resource "azurerm_linux_web_app" "pass_version_as_number" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = 1.2 }]
  }
}

resource "azurerm_linux_web_app" "pass_tls_1_3" {
  attrs = {
    https_only  = true
    site_config = [{ minimum_tls_version = "1.3", scm_minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_linux_web_app" "fail_https_unset" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_linux_web_app" "fail_https_null" {
  expect_failure = true
  attrs = {
    https_only  = null
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_linux_web_app" "fail_scm_tls_1_1" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ scm_minimum_tls_version = "1.1" }]
  }
}

resource "azurerm_linux_web_app" "fail_ftp" {
  expect_failure = true
  attrs = {
    https_only  = true
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_linux_web_app" "pass_ftp_disabled" {
  attrs = {
    https_only  = true
    site_config = [{ ftps_state = "Disabled" }]
  }
}

# Container apps redirect to HTTPS unless they are told not to.
resource "azurerm_container_app" "pass_ingress_unset" {
  attrs = {
    ingress = [{ target_port = 80 }]
  }
}

resource "azurerm_container_app" "pass_ingress_none" {
  attrs = {
    name = "worker"
  }
}

resource "azurerm_container_app" "fail_ingress_insecure" {
  expect_failure = true
  attrs = {
    ingress = [{ target_port = 80, allow_insecure_connections = true }]
  }
}
