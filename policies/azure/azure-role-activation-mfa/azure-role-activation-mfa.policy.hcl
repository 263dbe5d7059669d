# Privileged Azure roles are activated with a second factor.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

resource_policy "azurerm_role_management_policy" "mfa_on_activation" {
  enforce {
    condition     = core::try(attrs.activation_rules[0].require_multifactor_authentication, false) == true || core::try(attrs.activation_rules[0].required_conditional_access_authentication_context, null) != null
    error_message = "The role is activated without a second factor; a second factor is promised for admin accounts."
  }
}
