# Azure roles give no more rights than needed.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Built-in roles that may change everything or hand out rights, by name and by id.
  admin_roles = ["contributor", "owner", "role based access control administrator", "user access administrator"]
  admin_role_ids = [
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    "b24988ac-6180-42a0-ab88-20f7382dd24c",
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  ]

  # Actions that amount to every right: a role that may write role assignments can give itself the rest.
  unlimited = ["*", "*/*", "*/write", "microsoft.authorization/*", "microsoft.authorization/*/write", "microsoft.authorization/roleassignments/*", "microsoft.authorization/roleassignments/write"]

  wide_scopes = core::concat(
    [for s in core::getresources("azurerm_subscription", {}) : s.id],
    [for g in core::getresources("azurerm_management_group", {}) : g.id],
  )
}

resource_policy "azurerm_role_assignment" "no_wide_admin" {
  locals {
    name = core::try(attrs.role_definition_name, null)
    id   = core::try(attrs.role_definition_id, null)
    # A custom role of this configuration is judged by itself.
    custom = local.id == null ? false : core::anytrue([for r in core::getresources("azurerm_role_definition", {}) : core::try(r.role_definition_resource_id, null) == local.id])
    admin = core::anytrue([
      local.name == null ? false : core::contains(local.admin_roles, core::lower(local.name)),
      local.id == null ? false : core::anytrue([for i in local.admin_role_ids : core::endswith(core::lower(local.id), i)]),
    ])
    # A resource group of this configuration is narrow, whatever its id will be. A scope that is written out speaks for itself.
    is_known = core::valuetostring(attrs.scope) != "(unknown)"
    narrow   = local.is_known ? false : core::anytrue([for g in core::getresources("azurerm_resource_group", {}) : g.id == attrs.scope])
    wide     = core::anytrue([for s in local.wide_scopes : s == attrs.scope]) || core::regex_match(core::lower(attrs.scope), "^(/|/subscriptions/[^/]+/?|/providers/microsoft.management/managementgroups/[^/]+/?)$")
  }

  enforce {
    condition     = local.custom || !local.admin || local.narrow || !local.wide
    error_message = "The assignment gives ${core::valuetostring(local.name == null ? local.id : local.name)} on a whole subscription or management group; least privilege is promised."
  }
}

resource_policy "azurerm_role_definition" "no_wildcard" {
  locals {
    actions = core::flatten([
      for p in core::try([for p in attrs.permissions : p], []) : [
        core::try([for a in p.actions : a], []),
        core::try([for a in p.data_actions : a], []),
      ]
    ])
  }

  enforce {
    condition     = !core::anytrue([for a in local.actions : core::contains(local.unlimited, core::lower(a))])
    error_message = "The role allows ${core::join(", ", local.actions)}, which amounts to every right; least privilege is promised."
  }
}
