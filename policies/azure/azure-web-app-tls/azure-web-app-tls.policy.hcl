# Apps speak TLS 1.2 or newer, redirect plain HTTP and take no plain FTP.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Where an app says how old a protocol it accepts. Not set, both its own site and the deployment site ask for TLS 1.2.
  apps = {
    azurerm_app_service                   = { site = "min_tls_version", deployment = "scm_min_tls_version", ftps_unset = "AllAllowed" }
    azurerm_app_service_slot              = { site = "min_tls_version", deployment = "scm_min_tls_version", ftps_unset = "AllAllowed" }
    azurerm_function_app                  = { site = "min_tls_version", deployment = "scm_min_tls_version", ftps_unset = "AllAllowed" }
    azurerm_function_app_flex_consumption = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_function_app_slot             = { site = "min_tls_version", deployment = "scm_min_tls_version", ftps_unset = "AllAllowed" }
    azurerm_linux_function_app            = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_linux_function_app_slot       = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_linux_web_app                 = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_linux_web_app_slot            = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_logic_app_standard            = { site = "min_tls_version", deployment = "scm_min_tls_version", ftps_unset = "AllAllowed" }
    azurerm_windows_function_app          = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_windows_function_app_slot     = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_windows_web_app               = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
    azurerm_windows_web_app_slot          = { site = "minimum_tls_version", deployment = "scm_minimum_tls_version", ftps_unset = "Disabled" }
  }
}

resource_policy "azurerm_*" "tls_1_2" {
  filter = core::contains(core::keys(local.apps), meta.type)

  locals {
    stated = [
      core::try(attrs.site_config[0][local.apps[meta.type].site], null),
      core::try(attrs.site_config[0][local.apps[meta.type].deployment], null),
    ]
    oldest = [for v in local.stated : v == null ? "1.2" : v]
  }

  enforce {
    condition     = core::contains(["1.2", "1.3"], local.oldest[0])
    error_message = "The app accepts TLS ${core::valuetostring(local.oldest[0])}; TLS 1.2 or newer is promised."
  }

  enforce {
    condition     = core::contains(["1.2", "1.3"], local.oldest[1])
    error_message = "The deployment site (SCM) of the app accepts TLS ${core::valuetostring(local.oldest[1])}; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_*" "https_only" {
  filter = core::contains(core::keys(local.apps), meta.type)

  enforce {
    # Not set means off, in every version of the provider.
    condition     = core::try(attrs.https_only, false) == true
    error_message = "https_only is not true: the app answers plain HTTP; connections over TLS only are promised."
  }
}

resource_policy "azurerm_*" "no_plain_ftp" {
  filter = core::contains(core::keys(local.apps), meta.type)

  locals {
    stated = core::try(attrs.site_config[0].ftps_state, null)
    ftps   = local.stated == null ? local.apps[meta.type].ftps_unset : local.stated
  }

  enforce {
    condition     = core::contains(["Disabled", "FtpsOnly"], local.ftps)
    error_message = "ftps_state is ${core::valuetostring(local.ftps)}: files and passwords travel over plain FTP; connections over TLS only are promised."
  }
}

resource_policy "azurerm_container_app" "https_only" {
  enforce {
    # Not set, the ingress redirects to HTTPS; without an ingress nothing listens.
    condition     = core::try(attrs.ingress[0].allow_insecure_connections, false) != true
    error_message = "The ingress of the container app answers plain HTTP; connections over TLS only are promised."
  }
}
