# Nothing runs with the credentials that everybody expects: no default names of administrators, and no data store
# without a password.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "default_user_names" {
  type        = list(string)
  description = "Names of administrators that the services suggest or that every attacker tries first."
  default     = ["admin", "administrator", "awsuser", "dbmasteruser", "docdbadmin", "postgres", "root", "sa"]
}

locals {
  administrators = {
    aws_db_instance          = "username"
    aws_rds_cluster          = "master_username"
    aws_docdb_cluster        = "master_username"
    aws_docdbelastic_cluster = "admin_user_name"
    aws_redshift_cluster     = "master_username"
    aws_lightsail_database   = "master_username"
  }
}

resource_policy "aws_*" "own_user_name" {
  enforcement_level = "advisory"
  # Restored databases and replicas bring their administrator along.
  filter = core::contains(core::keys(local.administrators), meta.type) && local.name != null

  locals {
    name = core::try(attrs[local.administrators[meta.type]], null)
  }

  enforce {
    condition     = !core::contains(input.default_user_names, core::lower(local.name))
    error_message = "The administrator is called ${core::valuetostring(local.name)}, which every attacker tries first."
  }
}

resource_policy "aws_redshiftserverless_namespace" "own_user_name" {
  enforcement_level = "advisory"

  locals {
    # Not set: admin.
    name = core::try(core::lower(attrs.admin_username), "admin")
  }

  enforce {
    condition     = !core::contains(input.default_user_names, local.name)
    error_message = "The administrator is called ${local.name}, the default; every attacker tries it first."
  }
}

resource_policy "aws_elasticache_user" "password_required" {
  enforce {
    # The provider's default is false.
    condition = core::try(attrs.no_password_required, false) != true && core::alltrue([
      for m in core::try([for m in attrs.authentication_mode : m], []) : m.type != "no-password-required"
    ])
    error_message = "The user needs no password; default access is promised to be closed at once."
  }
}

resource_policy "aws_memorydb_cluster" "closed_access_list" {
  enforce {
    condition     = attrs.acl_name != "open-access"
    error_message = "The cluster uses the access list open-access, AWS's default: everybody in the network has all rights without a password."
  }
}

resource_policy "aws_elasticache_replication_group" "authentication" {
  # A member of a global datastore takes over the settings of the first group.
  filter = core::try(attrs.global_replication_group_id, null) == null

  locals {
    token  = core::try(attrs.auth_token, null)
    groups = core::try([for g in attrs.user_group_ids : g], [])
  }

  enforce {
    condition     = local.token != null || core::length(local.groups) > 0
    error_message = "Everybody in the network may read and write the cache without a password (neither auth_token nor user_group_ids is set)."
  }
}

resource_policy "aws_neptune_cluster" "authentication" {
  enforce {
    # The provider's default is false, and Neptune knows no other way to sign in.
    condition     = core::try(attrs.iam_database_authentication_enabled, false) == true
    error_message = "Everybody in the network may query the graph without signing in (iam_database_authentication_enabled)."
  }
}
