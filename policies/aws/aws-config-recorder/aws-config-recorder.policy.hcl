# AWS Config records every change of a resource, of all kinds, and the recorder runs.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_config_configuration_recorder" "records_everything" {
  enforce {
    # Without a group, and with a group that does not say otherwise, everything that Config supports is recorded.
    condition     = core::try(attrs.recording_group[0].all_supported, true) != false
    error_message = "The recorder leaves out kinds of resources (recording_group.all_supported is false); complete logging is promised."
  }
}

resource_policy "aws_config_configuration_recorder" "has_status" {
  locals {
    # Not set, the recorder is called default.
    name     = core::try(attrs.name, null) == null ? "default" : attrs.name
    statuses = core::getresources("aws_config_configuration_recorder_status", { name = local.name })
  }

  enforce {
    condition     = core::length(local.statuses) > 0
    error_message = "No aws_config_configuration_recorder_status switches the recorder on; a recorder that is merely declared stands still."
  }
}

resource_policy "aws_config_configuration_recorder_status" "runs" {
  enforce {
    condition     = attrs.is_enabled == true
    error_message = "The recorder is switched off (is_enabled is false); complete logging is promised."
  }
}
