# The disks of servers are encrypted, whether they are volumes of their own or blocks of an instance or a launch
# template.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  machines = ["aws_instance", "aws_spot_instance_request", "aws_launch_configuration"]
  images   = ["aws_imagebuilder_image_recipe", "aws_imagebuilder_container_recipe"]

  # One such resource anywhere in the configuration counts, though it holds for one region only: which region a volume
  # is in, the policy cannot see. aws-ebs-default-encryption judges the resource itself.
  default_on = core::anytrue([
    for d in core::getresources("aws_ebs_encryption_by_default", {}) : core::try(d.enabled, true) != false
  ])
}

resource_policy "aws_*" "machine_disks_encrypted" {
  # An instance without disks of its own, made from a launch template, has those of the template.
  filter = core::contains(local.machines, meta.type) && (
    core::length(local.disks) > 0 || core::length(core::try([for t in attrs.launch_template : t], [])) == 0
  )

  locals {
    root  = core::try([for d in attrs.root_block_device : d], [])
    disks = core::concat(local.root, core::try([for d in attrs.ebs_block_device : d], []))
    # The source snapshot of a disk decides where nothing is stated.
    plain = [
      for d in local.disks : core::try(d.device_name, "root")
      if core::try(core::lower(d.encrypted), "false") != "true" && core::try(d.snapshot_id, null) == null
    ]
    restored = [
      for d in local.disks : d.snapshot_id
      if core::try(core::lower(d.encrypted), "false") != "true" && core::try(d.snapshot_id, null) != null
    ]
  }

  enforce {
    condition     = core::length(local.plain) == 0 || local.default_on
    error_message = "Disks of the machine are not encrypted (${core::join(", ", local.plain)}); encryption at rest is promised. Declaring aws_ebs_encryption_by_default would encrypt all of them."
  }

  enforce {
    # Without a block for it the root disk has the encryption of the image, unless the account encrypts everything.
    condition     = core::length(local.root) > 0 || local.default_on || core::try(core::getdatasource("aws_ebs_encryption_by_default", {}).enabled, false) == true
    error_message = "Nothing says that the root disk is encrypted: there is no root_block_device, and the account does not encrypt by default."
  }

  enforce {
    condition = local.default_on || core::alltrue([
      for s in local.restored : core::try(core::getdatasource("aws_ebs_snapshot", { snapshot_ids = [s] }).encrypted, false) == true
    ])
    error_message = "A disk is restored from a snapshot that is not encrypted; encryption at rest is promised."
  }
}

resource_policy "aws_launch_template" "template_disks_encrypted" {
  locals {
    # Mappings without an ebs block are instance store, which the hardware encrypts.
    disks = core::flatten([
      for m in core::try([for m in attrs.block_device_mappings : m], []) : [
        for e in core::try([for e in m.ebs : e], []) : {
          name      = core::try(m.device_name, "a disk")
          encrypted = core::try(core::lower(e.encrypted), "false")
          restored  = core::try(e.snapshot_id, null) != null
        }
      ]
    ])
    plain = [for d in local.disks : d.name if d.encrypted != "true" && !d.restored]
  }

  enforce {
    condition     = core::length(local.plain) == 0 || local.default_on
    error_message = "The template makes disks that are not encrypted (${core::join(", ", local.plain)}); encryption at rest is promised."
  }

  enforce {
    # Without a mapping the image and the account's default decide, and so they do for a disk from a snapshot.
    condition = (
      core::length(local.disks) > 0 && core::alltrue([for d in local.disks : d.encrypted == "true" || !d.restored]) ||
      local.default_on ||
      core::try(core::getdatasource("aws_ebs_encryption_by_default", {}).enabled, false) == true
    )
    error_message = "The template does not say that its disks are encrypted, and the account does not encrypt by default."
  }
}

resource_policy "aws_spot_fleet_request" "fleet_disks_encrypted" {
  # Fleets from launch templates are judged there.
  filter = core::length(local.specifications) > 0

  locals {
    specifications = core::try([for s in attrs.launch_specification : s], [])
    disks = core::flatten([
      for s in local.specifications : core::concat(
        core::try([for d in s.root_block_device : core::try(core::lower(d.encrypted), "false")], []),
        core::try([for d in s.ebs_block_device : core::try(core::lower(d.encrypted), "false")], []),
      )
    ])
  }

  enforce {
    condition     = local.default_on || core::alltrue([for d in local.disks : d == "true"])
    error_message = "Disks of the fleet's machines are not encrypted; encryption at rest is promised."
  }
}

resource_policy "aws_imagebuilder_*" "image_disks_encrypted" {
  filter = core::contains(local.images, meta.type)

  locals {
    mappings = core::concat(
      core::try([for m in attrs.block_device_mapping : m], []),
      core::flatten([for c in core::try([for c in attrs.instance_configuration : c], []) : core::try([for m in c.block_device_mapping : m], [])]),
    )
    disks = core::flatten([for m in local.mappings : core::try([for e in m.ebs : core::try(core::lower(e.encrypted), "")], [])])
  }

  enforce {
    condition     = local.default_on || core::alltrue([for d in local.disks : d != "false"])
    error_message = "The image is built on disks that are explicitly not encrypted; encryption at rest is promised."
  }

  enforce {
    # Not stated, the parent image decides, unless the account encrypts everything.
    condition = (
      core::length(local.disks) > 0 && core::alltrue([for d in local.disks : d != ""]) ||
      local.default_on ||
      core::try(core::getdatasource("aws_ebs_encryption_by_default", {}).enabled, false) == true
    )
    error_message = "The recipe does not say that its disks are encrypted, and the account does not encrypt by default."
  }
}

resource_policy "aws_ebs_volume" "volume_encrypted" {
  locals {
    snapshot = core::try(attrs.snapshot_id, null)
  }

  enforce {
    # Restored from a snapshot, the volume has its encryption.
    condition = (
      core::try(core::lower(attrs.encrypted), "false") == "true" ||
      local.default_on ||
      local.snapshot != null && core::try(core::getdatasource("aws_ebs_snapshot", { snapshot_ids = [local.snapshot] }).encrypted, false) == true
    )
    error_message = "The volume is not encrypted (encrypted is false or not set, and aws_ebs_encryption_by_default is not declared); encryption at rest is promised."
  }
}

resource_policy "aws_ami" "image_encrypted" {
  locals {
    # A disk from a snapshot has the snapshot's encryption.
    plain = [
      for d in core::try([for d in attrs.ebs_block_device : d], []) : core::try(d.device_name, "a disk")
      if core::try(core::lower(d.encrypted), "false") != "true" && core::try(d.snapshot_id, null) == null
    ]
  }

  enforce {
    condition     = core::length(local.plain) == 0 || local.default_on
    error_message = "The image has disks that are not encrypted (${core::join(", ", local.plain)}); encryption at rest is promised."
  }
}
