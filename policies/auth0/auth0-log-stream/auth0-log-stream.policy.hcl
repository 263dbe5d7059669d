# Auth0 exports its logs completely, encrypted and to allowed regions.

policy {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0.0, < 2.0.0"
    }
  }
}

input "allowed_regions_aws" {
  type        = list(string)
  description = "AWS regions in which data may be processed."
  default     = ["eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"]
}

input "allowed_locations_azure" {
  type        = list(string)
  description = "Azure regions in which data may be processed."
  default     = ["francecentral", "germanywestcentral", "italynorth", "northeurope", "norwayeast", "polandcentral", "spaincentral", "swedencentral", "westeurope"]
}

locals {
  # Logins, admin actions and what users do: a list of filters is a list of what is let through.
  promised_groups = ["auth.", "management.", "user."]

  # Sinks of other companies.
  processors = ["datadog", "mixpanel", "segment", "splunk", "sumo"]

  allowed_azure = [for r in input.allowed_locations_azure : core::join("", core::split(" ", core::lower(r)))]
}

resource_policy "auth0_log_stream" "complete" {
  locals {
    filters = core::try([for f in attrs.filters : f.name], [])
    missing = [for g in local.promised_groups : g if !core::anytrue([for f in local.filters : core::startswith(f, g)])]
  }

  enforce {
    # Not set means active.
    condition     = !core::contains(["paused", "suspended"], core::try(attrs.status, "active"))
    error_message = "The log stream is ${core::valuetostring(core::try(attrs.status, null))} and records nothing; audit logs are promised."
  }

  enforce {
    # Without filters every event goes into the stream.
    condition     = core::length(local.filters) == 0 || core::length(local.missing) == 0
    error_message = "The filters let no event of ${core::join(", ", local.missing)} through; logins, API calls and admin actions must be recorded."
  }
}

resource_policy "auth0_log_stream" "encrypted_on_the_way" {
  filter = core::contains(["http", "splunk"], attrs.type)

  enforce {
    condition     = attrs.type == "splunk" ? core::try(attrs.sink[0].splunk_secure, false) == true : core::startswith(core::try(attrs.sink[0].http_endpoint, ""), "https://")
    error_message = "The logs leave Auth0 unencrypted; connections over TLS only are promised."
  }
}

resource_policy "auth0_log_stream" "allowed_region" {
  filter = core::contains(["eventbridge", "eventgrid"], attrs.type)

  locals {
    region = core::try(attrs.sink[0].aws_region, attrs.sink[0].azure_region, "")
  }

  enforce {
    condition     = attrs.type == "eventbridge" ? core::contains(input.allowed_regions_aws, local.region) : core::contains(local.allowed_azure, core::join("", core::split(" ", core::lower(local.region))))
    error_message = "The logs go to ${core::valuetostring(local.region)}, which is not an allowed region."
  }
}

resource_policy "auth0_log_stream" "known_processor" {
  # Advice: a contract may cover the processor, which no code can show.
  enforcement_level = "advisory"

  enforce {
    condition     = !core::contains(local.processors, attrs.type)
    error_message = "The logs go to ${core::valuetostring(attrs.type)}, a processor outside AWS and Azure; processing in AWS and Azure only is promised."
  }
}
