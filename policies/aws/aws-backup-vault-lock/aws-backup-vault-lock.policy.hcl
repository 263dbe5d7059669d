# Backup vaults are locked, so that nobody deletes backups early, but never so long that erased data must be kept on.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "backup_retention_max_days" {
  type        = number
  description = "Days that backups may be kept."
  default     = 14
}

resource_policy "aws_backup_vault" "locked" {
  enforcement_level = "advisory"

  enforce {
    condition     = core::length(core::getresources("aws_backup_vault_lock_configuration", { backup_vault_name = attrs.name })) > 0
    error_message = "The vault has no lock, so whoever may delete recovery points can delete all backups. Tamper-proof storage is promised."
  }
}

resource_policy "aws_backup_vault_lock_configuration" "lock_not_longer_than_promised" {
  locals {
    # Without a minimum a recovery point may end on any day, without a maximum it may stay for ever.
    shortest = core::try(core::max(attrs.min_retention_days, 0), 0)
    longest  = core::try(core::max(attrs.max_retention_days, 0), 0)
    # With a cooling-off period the lock becomes final.
    final = core::try(attrs.changeable_for_days, null) != null
  }

  enforce {
    condition     = local.shortest <= input.backup_retention_max_days
    error_message = "The lock forces every backup to stay for ${local.shortest} days; after ${input.backup_retention_max_days} days erased data must be gone.${local.final ? " Once the cooling-off period is over, nobody can shorten it, AWS included." : ""}"
  }

  enforce {
    condition     = local.longest > 0 && local.longest <= input.backup_retention_max_days
    error_message = "The lock admits backups that stay ${local.longest == 0 ? "for ever (max_retention_days is not set)" : "up to ${local.longest} days"}; at most ${input.backup_retention_max_days} days are promised."
  }
}

# A logically air-gapped vault is locked from the start, and finally.
resource_policy "aws_backup_logically_air_gapped_vault" "lock_not_longer_than_promised" {
  enforce {
    condition     = attrs.min_retention_days <= input.backup_retention_max_days
    error_message = "The air-gapped vault forces every backup to stay for ${attrs.min_retention_days} days; after ${input.backup_retention_max_days} days erased data must be gone, and its lock can never be shortened."
  }

  enforce {
    condition     = attrs.max_retention_days <= input.backup_retention_max_days
    error_message = "The air-gapped vault admits backups that stay for ${attrs.max_retention_days} days; at most ${input.backup_retention_max_days} are promised."
  }
}
