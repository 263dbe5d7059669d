# Processing takes place in AWS's data centres, and not on machines that stand elsewhere: no Outposts, no nodes of one's
# own in a cluster, no appliances on premises.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  # The argument that puts a resource on an Outpost, a rack at the customer's place.
  outposts = {
    aws_ami_copy                 = "destination_outpost_arn"
    aws_ebs_snapshot             = "outpost_arn"
    aws_ebs_volume               = "outpost_arn"
    aws_ec2_capacity_reservation = "outpost_arn"
    aws_ec2_host                 = "outpost_arn"
    aws_elasticache_cluster      = "preferred_outpost_arn"
    aws_s3control_bucket         = "outpost_id"
    aws_s3outposts_endpoint      = "outpost_id"
    aws_subnet                   = "outpost_arn"
  }

  # Types that exist for machines outside of AWS only.
  on_premises = ["aws_ssm_activation", "aws_datasync_agent", "aws_storagegateway_gateway"]
}

resource_policy "aws_*" "not_on_an_outpost" {
  filter = core::contains(core::keys(local.outposts), meta.type)

  locals {
    rack = core::try(attrs[local.outposts[meta.type]], null)
  }

  enforce {
    # Not set, the resource is in the region.
    condition     = local.rack == null
    error_message = "The resource is on an Outpost (${local.outposts[meta.type]}), a rack at a place of one's own; only data centres of AWS are promised."
  }
}

resource_policy "aws_eks_cluster" "nodes_in_aws" {
  enforce {
    condition     = core::length(core::try([for o in attrs.outpost_config : o], [])) == 0
    error_message = "The cluster runs on an Outpost, a rack at a place of one's own; only data centres of AWS are promised."
  }

  enforce {
    condition     = core::length(core::try([for n in attrs.remote_network_config : n], [])) == 0
    error_message = "The cluster takes in nodes outside of AWS (remote_network_config); only data centres of AWS are promised."
  }
}

resource_policy "aws_ecs_service" "tasks_in_aws" {
  enforce {
    # The provider's default is EC2.
    condition     = core::try(core::upper(attrs.launch_type), "EC2") != "EXTERNAL"
    error_message = "The service runs on machines outside of AWS (ECS Anywhere); only data centres of AWS are promised."
  }
}

resource_policy "aws_*" "no_appliances" {
  enforcement_level = "advisory"
  filter            = core::contains(local.on_premises, meta.type)

  enforce {
    # An appliance may also run as an instance in AWS, which nothing here shows; the type alone is worth a look.
    condition     = !core::contains(local.on_premises, meta.type)
    error_message = "This is meant for machines outside of AWS (${meta.type}); only data centres of AWS are promised."
  }
}
