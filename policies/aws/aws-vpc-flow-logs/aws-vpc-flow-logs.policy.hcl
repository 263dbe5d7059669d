# Every VPC records who talks to whom: a flow log of the VPC, or of each of its subnets.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_vpc" "has_flow_log" {
  locals {
    logs    = core::getresources("aws_flow_log", { vpc_id = attrs.id })
    subnets = core::getresources("aws_subnet", { vpc_id = attrs.id })
  }

  enforce {
    condition = (
      core::length(local.logs) > 0 ||
      core::length(local.subnets) > 0 && core::alltrue([
        for s in local.subnets : core::length(core::getresources("aws_flow_log", { subnet_id = s.id })) > 0
      ])
    )
    error_message = "Neither the VPC nor each of its subnets has a flow log; complete logging is promised."
  }
}

resource_policy "aws_flow_log" "sees_rejected" {
  # Transit gateways record all traffic and know no traffic type.
  filter = core::try(attrs.transit_gateway_id, null) == null && core::try(attrs.transit_gateway_attachment_id, null) == null

  enforce {
    condition     = core::contains(["ALL", "REJECT"], core::try(attrs.traffic_type, ""))
    error_message = "The flow log records accepted traffic only; an attack shows in what was rejected (traffic_type ALL or REJECT)."
  }
}
