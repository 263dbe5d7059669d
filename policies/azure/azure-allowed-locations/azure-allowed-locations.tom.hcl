policy_metadata "azure-allowed-locations" {
  demand   = "data-centres"
  severity = "high"
  title = {
    de = "Azure-Ressourcen liegen nur in zugelassenen Regionen"
    en = "Azure resources are in allowed regions only"
  }
  description = {
    de = "Jede Ressource und jede Kopie in weiteren Regionen liegt in der Liste der zugelassenen Regionen. „West Europe“ und „westeurope“ meinen dasselbe."
    en = "Every resource, and every copy in further regions, is in the list of allowed regions. \"West Europe\" and \"westeurope\" are the same."
  }
  applies_to = [
    "resource_policy.azurerm_*.location_allowed",
    "resource_policy.azurerm_*.replicas_allowed",
  ]
  inputs = {
    allowed_locations_azure = param.allowed_locations_azure
  }
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/resource_group#location-1"
    "Azure regions"     = "https://learn.microsoft.com/en-us/azure/reliability/regions-list"
  }

  fix "change-region" {
    title = {
      de = "Ressource in einer zugelassenen Region anlegen"
      en = "Create the resource in an allowed region"
    }
    action = "describe"
  }
}

policy_metadata "azure-allowed-geographies" {
  demand   = "data-centres"
  severity = "high"
  title = {
    de = "Azure-Dienste ohne Region bleiben in zugelassenen Datenräumen"
    en = "Azure services without a region stay in allowed geographies"
  }
  description = {
    de = "Kommunikationsdienste und B2C-Verzeichnisse nennen statt einer Region einen Datenraum, der ohne Angabe in den USA liegen kann; zugelassen ist er, wenn seine Regionen es sind. Globale Bereitstellungen von Sprachmodellen verarbeiten Eingaben weltweit, gleich wo das Konto liegt."
    en = "Communication services and B2C directories name a geography instead of a region, which may be the United States if nothing is said; it is allowed if its regions are. Global deployments of language models process prompts all over the world, wherever the account is."
  }
  applies_to = [
    "resource_policy.azurerm_*.geography_allowed",
    "resource_policy.azurerm_cognitive_deployment.not_global",
  ]
  inputs = {
    allowed_locations_azure = param.allowed_locations_azure
  }
  links = {
    "Provider argument"                = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/communication_service#data_location-1"
    "Deployment types of Azure OpenAI" = "https://learn.microsoft.com/en-us/azure/ai-foundry/foundry-models/concepts/deployment-types"
  }

  fix "change-geography" {
    title = {
      de = "Zugelassenen Datenraum wählen"
      en = "Choose an allowed geography"
    }
    action = "describe"
  }
}
