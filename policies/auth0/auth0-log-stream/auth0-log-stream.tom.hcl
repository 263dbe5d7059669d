policy_metadata "auth0-log-stream" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "Auth0 liefert seine Protokolle vollständig ab"
    en = "Auth0 exports its logs completely"
  }
  description = {
    de = "Auth0 behält Protokolle je nach Vertrag nur 1 bis 30 Tage. Der Stream ist eingeschaltet, und seine Filter lassen Anmeldungen, API-Aufrufe und Admin-Aktionen durch."
    en = "Depending on the plan Auth0 keeps logs for 1 to 30 days only. The stream is on, and its filters let logins, API calls and admin actions through."
  }
  applies_to = [
    "resource_policy.auth0_log_stream.complete",
  ]
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/log_stream#filters"
    "Log streams in Auth0" = "https://auth0.com/docs/customize/log-streams"
  }

  fix "open-filters" {
    title = {
      de = "Filter entfernen und Stream einschalten"
      en = "Remove the filters and switch the stream on"
    }
    action = "describe"
  }
}

policy_metadata "auth0-log-stream-tls" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Auth0-Protokolle reisen verschlüsselt"
    en = "Auth0 logs travel encrypted"
  }
  description = {
    de = "Webhooks und Splunk-Ziele nehmen die Protokolle nur über TLS an."
    en = "Webhooks and Splunk sinks take the logs over TLS only."
  }
  applies_to = [
    "resource_policy.auth0_log_stream.encrypted_on_the_way",
  ]
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/log_stream#splunk_secure"
    "Log streams in Auth0" = "https://auth0.com/docs/customize/log-streams"
  }

  fix "use-tls" {
    title = {
      de = "TLS verwenden"
      en = "Use TLS"
    }
    action = "describe"
  }
}

policy_metadata "auth0-log-stream-region" {
  demand   = "data-centres"
  severity = "high"
  title = {
    de = "Auth0-Protokolle bleiben in zugelassenen Regionen"
    en = "Auth0 logs stay in allowed regions"
  }
  description = {
    de = "Der Stream endet in einer zugelassenen AWS- oder Azure-Region."
    en = "The stream ends in an allowed region of AWS or Azure."
  }
  applies_to = [
    "resource_policy.auth0_log_stream.allowed_region",
  ]
  inputs = {
    allowed_regions_aws     = param.allowed_regions_aws
    allowed_locations_azure = param.allowed_locations_azure
  }
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/log_stream#aws_region"
    "Log streams in Auth0" = "https://auth0.com/docs/customize/log-streams"
  }

  fix "change-region" {
    title = {
      de = "Zugelassene Region wählen"
      en = "Choose an allowed region"
    }
    action = "describe"
  }
}

policy_metadata "auth0-log-stream-processor" {
  demand   = "data-centres"
  severity = "medium"
  title = {
    de = "Auth0-Protokolle gehen nicht an Dritte"
    en = "Auth0 logs do not go to third parties"
  }
  description = {
    de = "Ziele bei Datadog, Splunk, Mixpanel, Segment oder Sumo Logic verarbeiten personenbezogene Daten außerhalb von AWS und Azure. Als Hinweis gemeldet, damit sie ins Verzeichnis der Auftragsverarbeiter kommen."
    en = "Sinks at Datadog, Splunk, Mixpanel, Segment or Sumo Logic process personal data outside AWS and Azure. Reported as advice, so that they get into the register of processors."
  }
  applies_to = [
    "resource_policy.auth0_log_stream.known_processor",
  ]
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/log_stream#type"
    "Log streams in Auth0" = "https://auth0.com/docs/customize/log-streams"
  }

  fix "own-cloud" {
    title = {
      de = "Ziel in AWS oder Azure wählen"
      en = "Choose a sink in AWS or Azure"
    }
    action = "describe"
  }
}

presence "auth0-log-stream-present" {
  demand   = "audit-log-present"
  severity = "high"
  title = {
    de = "Wo ein Auth0-Mandant verwaltet wird, fließen seine Protokolle ab"
    en = "Where an Auth0 tenant is managed, its logs are exported"
  }
  description = {
    de = "Nur ein Log-Stream hält Auth0-Protokolle länger, als der Vertrag sie aufbewahrt."
    en = "Only a log stream keeps Auth0 logs longer than the plan does."
  }
  enforcement_level = "mandatory"
  per               = "world"
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/log_stream#filters"
    "Log streams in Auth0" = "https://auth0.com/docs/customize/log-streams"
  }

  when "auth0_tenant" {}

  expect "auth0_log_stream" {
    filter = !core::contains(["paused", "suspended"], core::try(attrs.status, "active"))
  }

  fix "add-log-stream" {
    title = {
      de = "Log-Stream ergänzen"
      en = "Add a log stream"
    }
    action = "describe"
  }
}
