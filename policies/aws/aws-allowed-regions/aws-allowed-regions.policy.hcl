# Data stays in the regions that are promised: where the provider works, where a resource goes of its own, and where
# copies are sent.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

# The document behind the default promises data centres of AWS and names no region: these are the regions that AWS
# operates itself, all but those of its licensees in China. A closer promise is a shorter list.
input "allowed_regions_aws" {
  type        = list(string)
  description = "Regions in which data may be processed."
  default = [
    "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
    "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
    "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1",
    "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "eusc-de-east-1", "il-central-1",
    "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-gov-east-1",
    "us-gov-west-1", "us-west-1", "us-west-2",
  ]
}

# Where a type says that it sends copies elsewhere: an argument, an argument in a block, and one in a block in a block.
locals {
  targets = {
    aws_redshift_snapshot_copy    = ["destination_region"]
    aws_db_snapshot_copy          = ["destination_region"]
    aws_rds_cluster_snapshot_copy = ["destination_region"]
  }

  targets_in_blocks = {
    aws_dynamodb_table                = [["replica", "region_name"]]
    aws_dynamodb_global_table         = [["replica", "region_name"]]
    aws_secretsmanager_secret         = [["replica", "region"]]
    aws_efs_replication_configuration = [["destination", "region"]]
    aws_keyspaces_keyspace            = [["replication_specification", "region_list"]]
    aws_ssmincidents_replication_set  = [["region", "name"], ["regions", "name"]]
  }

  targets_in_inner_blocks = {
    aws_dlm_lifecycle_policy          = [["policy_details", "schedule", "cross_region_copy_rule", "target"]]
    aws_ecr_replication_configuration = [["replication_configuration", "rule", "destination", "region"]]
  }

  # Types whose region AWS reports and nobody writes.
  reported = ["aws_dx_hosted_connection"]
}

provider_policy "aws" "provider_region" {
  locals {
    # Not written, the region comes from the environment of whoever runs Terraform.
    written = core::try(attrs.region, null)
    ambient = core::try(core::getdatasource("aws_region", {}).region, core::getdatasource("aws_region", {}).name, "")
    where   = local.written == null ? local.ambient : local.written
  }

  enforce {
    condition     = core::contains(input.allowed_regions_aws, local.where)
    error_message = "The provider works in ${core::valuetostring(local.where)}, which is not among the promised regions."
  }
}

# Since provider 6 nearly every resource may name a region of its own, which overrides the provider's.
resource_policy "aws_*" "own_region" {
  filter = !core::contains(local.reported, meta.type) && core::try(attrs.region, null) != null

  enforce {
    condition     = core::contains(input.allowed_regions_aws, attrs.region)
    error_message = "The resource is in ${core::valuetostring(attrs.region)}, which is not among the promised regions."
  }
}

resource_policy "aws_*" "copies_stay" {
  filter = (
    core::contains(core::keys(local.targets), meta.type) || core::contains(core::keys(local.targets_in_blocks), meta.type) ||
    core::contains(core::keys(local.targets_in_inner_blocks), meta.type)
  ) && core::length(local.copies) > 0

  locals {
    copies = [
      for r in core::flatten([
        [for a in core::try(local.targets[meta.type], []) : core::try(attrs[a], null)],
        [
          for p in core::try(local.targets_in_blocks[meta.type], []) :
          core::try([for b in attrs[p[0]] : core::flatten([core::try(b[p[1]], [])])], [])
        ],
        [
          for p in core::try(local.targets_in_inner_blocks[meta.type], []) : [
            for a in core::try([for a in attrs[p[0]] : a], []) : [
              for b in core::try([for b in a[p[1]] : b], []) : core::try([for c in b[p[2]] : core::try(c[p[3]], [])], [])
            ]
          ]
        ],
      ]) : r
      # A copy rule of Data Lifecycle Manager may name an Outpost instead, which aws-no-outposts judges.
      if r != null && !core::startswith(core::valuetostring(r), "arn:")
    ]
    outside = [for r in local.copies : r if !core::contains(input.allowed_regions_aws, r)]
  }

  enforce {
    condition     = core::length(local.outside) == 0
    error_message = "Copies are sent to ${core::join(", ", local.outside)}, which is not among the promised regions."
  }
}

resource_policy "aws_backup_plan" "copies_stay" {
  filter = core::length(local.vaults) > 0

  locals {
    vaults = core::flatten([for r in attrs.rule : core::try([for c in r.copy_action : c.destination_vault_arn], [])])
    # A vault of this configuration is judged by its own region; of another one the ARN tells.
    outside = [
      for v in local.vaults : v
      if !(core::valuetostring(v) == "(unknown)" && core::length(core::getresources("aws_backup_vault", { arn = v })) > 0) &&
      !core::contains(input.allowed_regions_aws, core::try(core::regex("^arn:[a-z-]+:backup:([a-z0-9-]+):", v)[0], ""))
    ]
  }

  enforce {
    condition     = core::length(local.outside) == 0
    error_message = "Backups are copied to ${core::join(", ", local.outside)}, which is not in a promised region."
  }
}
