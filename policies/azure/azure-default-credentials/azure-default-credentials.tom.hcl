policy_metadata "azure-default-credentials" {
  demand   = "default-credentials"
  severity = "high"
  title = {
    de = "Azure-Ressourcen haben keine Standardzugänge"
    en = "Azure resources have no default credentials"
  }
  description = {
    de = "Gemeinsame Konten wie der Admin einer Registry oder eines Clusters gehören keiner Person und kennen keinen zweiten Faktor. Namen wie admin oder azureuser probiert jeder Angreifer zuerst."
    en = "Shared accounts such as the admin of a registry or a cluster belong to no person and know no second factor. Every attacker tries names such as admin or azureuser first."
  }
  applies_to = [
    "resource_policy.azurerm_*.own_admin_name",
    "resource_policy.azurerm_container_registry.no_shared_account",
    "resource_policy.azurerm_kubernetes_cluster.no_local_accounts",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry#admin_enabled-1"
    "Authentication of Container Registry" = "https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication"
  }

  fix "disable-account" {
    title = {
      de = "Standardzugang abschalten oder umbenennen"
      en = "Disable or rename the default account"
    }
    action = "describe"
  }
}

policy_metadata "azure-vm-password-login" {
  demand   = "password-policy"
  severity = "high"
  title = {
    de = "Linux-VMs in Azure nehmen keine Kennwörter an"
    en = "Linux VMs in Azure accept no passwords"
  }
  description = {
    de = "Die Anmeldung geschieht mit Schlüsseln oder zentralen Identitäten."
    en = "Users sign in with keys or central identities."
  }
  applies_to = [
    "resource_policy.azurerm_linux_virtual_machine*.no_passwords",
  ]
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine#disable_password_authentication-1"
    "Sign in with Entra ID" = "https://learn.microsoft.com/en-us/entra/identity/devices/howto-vm-sign-in-azure-ad-linux"
  }

  fix "keys-only" {
    title = {
      de = "Nur Schlüssel zulassen"
      en = "Allow keys only"
    }
    action = "set_argument"
    path   = "disable_password_authentication"
    value  = true
    safe   = false
  }
}

policy_metadata "azure-unneeded-services" {
  demand   = "unneeded-services"
  severity = "medium"
  title = {
    de = "Nicht benötigte Azure-Dienste sind aus"
    en = "Unneeded Azure services are off"
  }
  description = {
    de = "Fernwartung zum Debuggen und abgekündigte Erweiterungen sind abgeschaltet."
    en = "Remote debugging and retired add-ons are off."
  }
  applies_to = [
    "resource_policy.azurerm_*.no_remote_debugging",
    "resource_policy.azurerm_kubernetes_cluster.no_http_routing",
  ]
  links = {
    "Provider argument"               = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#remote_debugging_enabled-1"
    "Remote debugging of App Service" = "https://learn.microsoft.com/en-us/azure/app-service/configure-common"
  }

  fix "switch-off" {
    title = {
      de = "Dienst abschalten"
      en = "Switch the service off"
    }
    action = "describe"
  }
}
