policy_metadata "azure-web-app-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Azure-Apps verlangen TLS 1.2 oder neuer"
    en = "Azure apps ask for TLS 1.2 or newer"
  }
  description = {
    de = "Die Untergrenze gilt für die App selbst und für ihre Deployment-Seite (SCM). Ohne Angabe verlangen beide TLS 1.2."
    en = "The minimum holds for the app itself and for its deployment site (SCM). Left out, both ask for TLS 1.2."
  }
  applies_to = [
    "resource_policy.azurerm_*.tls_1_2",
  ]
  links = {
    "Provider argument"  = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#minimum_tls_version-1"
    "TLS in App Service" = "https://learn.microsoft.com/en-us/azure/app-service/overview-tls"
  }

  fix "set-min-tls" {
    title = {
      de = "TLS 1.2 als Untergrenze setzen"
      en = "Set TLS 1.2 as the minimum"
    }
    action = "describe"
  }
}

policy_metadata "azure-web-app-https-only" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Azure-Apps sind nur über HTTPS erreichbar"
    en = "Azure apps are reachable over HTTPS only"
  }
  description = {
    de = "Ohne https_only antwortet eine App auch auf unverschlüsselte Anfragen. Der Schalter ist in jeder Providerversion zunächst aus."
    en = "Without https_only an app answers requests in plain text, too. The switch is off by default in every version of the provider."
  }
  applies_to = [
    "resource_policy.azurerm_*.https_only",
    "resource_policy.azurerm_container_app.https_only",
  ]
  links = {
    "Provider argument"            = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#https_only-1"
    "Enforce HTTPS in App Service" = "https://learn.microsoft.com/en-us/azure/app-service/configure-ssl-bindings#enforce-https"
  }

  fix "https-only" {
    title = {
      de = "Auf HTTPS umleiten"
      en = "Redirect to HTTPS"
    }
    action = "set_argument"
    path   = "https_only"
    value  = true
    safe   = false
  }
}

policy_metadata "azure-web-app-no-ftp" {
  demand   = "secure-transport-only"
  severity = "medium"
  title = {
    de = "Azure-Apps nehmen kein unverschlüsseltes FTP an"
    en = "Azure apps take no plain FTP"
  }
  description = {
    de = "Unverschlüsseltes FTP überträgt Dateien und Zugangsdaten im Klartext. Bei Logic-Apps und den älteren App-Ressourcen ist es ohne Angabe erlaubt."
    en = "Plain FTP carries files and passwords in the clear. Logic apps and the older app resources allow it unless told otherwise."
  }
  applies_to = [
    "resource_policy.azurerm_*.no_plain_ftp",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/logic_app_standard#ftps_state-1"
    "FTP deployment"    = "https://learn.microsoft.com/en-us/azure/app-service/deploy-ftp"
  }

  fix "disable-ftp" {
    title = {
      de = "FTP abschalten"
      en = "Switch FTP off"
    }
    action = "set_argument"
    path   = "site_config[0].ftps_state"
    value  = "Disabled"
    safe   = false
  }
}
