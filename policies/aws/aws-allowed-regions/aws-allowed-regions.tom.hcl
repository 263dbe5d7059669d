policy_metadata "aws-allowed-regions" {
  demand   = "data-centres"
  severity = "high"
  title = {
    de = "AWS wird nur in zugesagten Regionen genutzt"
    en = "AWS is used in promised regions only"
  }
  description = {
    de = "Die Region des Providers und die Region, die eine Ressource seit Provider 6 selbst nennen kann, stehen auf der Liste der zugesagten Regionen (allowed_regions_aws). Steht beim Provider keine Region, kommt sie aus der Umgebung und das Ergebnis bleibt offen. Wer eine engere Liste wählt, braucht für CloudFront und dessen Zertifikate meist auch us-east-1."
    en = "The provider's region, and the region that a resource may name itself since provider 6, are on the list of promised regions (allowed_regions_aws). If the provider names no region, it comes from the environment and the result stays open. Whoever chooses a shorter list usually needs us-east-1 as well, for CloudFront and its certificates."
  }
  applies_to = [
    "provider_policy.aws.provider_region",
    "resource_policy.aws_*.own_region",
  ]
  inputs = {
    allowed_regions_aws = param.allowed_regions_aws
  }
  links = {
    "Provider: region"                    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs#region-1"
    "AWS: regions and availability zones" = "https://aws.amazon.com/about-aws/global-infrastructure/regions_az/"
  }

  fix "choose-region" {
    title = {
      de = "Eine zugesagte Region wählen"
      en = "Choose a promised region"
    }
    action = "describe"
  }

  version_note ">= 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Fast jede Ressource hat ein Argument region, das die Region des Providers übersteuert."
      en = "Nearly every resource has an argument region that overrides the provider's."
    }
  }
}

policy_metadata "aws-copies-in-allowed-regions" {
  demand   = "data-centres"
  severity = "high"
  title = {
    de = "Kopien bleiben in zugesagten Regionen"
    en = "Copies stay in promised regions"
  }
  description = {
    de = "Replikate, Kopien von Snapshots und von Backups gehen nur in Regionen, die zugesagt sind. Bei der Replikation von S3 nennt die ARN des Zielbuckets keine Region; sie ist an dem Bucket selbst zu prüfen."
    en = "Replicas, copies of snapshots and of backups go to promised regions only. In the replication of S3 the ARN of the target bucket names no region; it is to be checked at that bucket."
  }
  applies_to = [
    "resource_policy.aws_*.copies_stay",
    "resource_policy.aws_backup_plan.copies_stay",
  ]
  inputs = {
    allowed_regions_aws = param.allowed_regions_aws
  }
  links = {
    "Provider: aws_dynamodb_table"        = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#replica-1"
    "Provider: aws_secretsmanager_secret" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret#replica-1"
    "AWS: regions and availability zones" = "https://aws.amazon.com/about-aws/global-infrastructure/regions_az/"
  }

  fix "choose-region" {
    title = {
      de = "Eine zugesagte Region wählen"
      en = "Choose a promised region"
    }
    action = "describe"
  }
}
