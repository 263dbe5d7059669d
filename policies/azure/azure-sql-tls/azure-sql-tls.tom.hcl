policy_metadata "azure-sql-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Azure SQL verlangt TLS 1.2 oder neuer"
    en = "Azure SQL asks for TLS 1.2 or newer"
  }
  description = {
    de = "Server und verwaltete Instanzen weisen ältere Protokolle als TLS 1.2 ab. Der Wert Disabled hebt die Untergrenze ganz auf; die alte Ressource azurerm_sql_server kennt keine."
    en = "Servers and managed instances refuse protocols older than TLS 1.2. The value Disabled lifts the minimum altogether; the old resource azurerm_sql_server knows none."
  }
  links = {
    "Provider argument"                = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server#minimum_tls_version-1"
    "Minimum TLS version of Azure SQL" = "https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings#configure-minimum-tls-version"
  }

  fix "set-min-tls" {
    title = {
      de = "TLS 1.2 als Untergrenze setzen"
      en = "Set TLS 1.2 as the minimum"
    }
    action = "set_argument"
    path   = "minimum_tls_version"
    value  = "1.2"
    safe   = false
  }

  version_note "< 4.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "azurerm_sql_server gibt es nur bis Provider 3."
      en = "azurerm_sql_server exists up to provider 3 only."
    }
  }
}
