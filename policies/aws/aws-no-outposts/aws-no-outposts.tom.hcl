policy_metadata "aws-no-outposts" {
  demand   = "data-centres"
  severity = "high"
  title = {
    de = "Verarbeitet wird nur in Rechenzentren von AWS"
    en = "Processing takes place in AWS's data centres only"
  }
  description = {
    de = "Zugesagt sind ausschließlich Rechenzentren von AWS und Azure und kein eigenes. AWS Outposts stehen beim Kunden, Hybrid-Knoten von EKS und ECS Anywhere laufen auf fremden Maschinen."
    en = "Only data centres of AWS and Azure are promised, and none of one's own. AWS Outposts stand at the customer's place; hybrid nodes of EKS and ECS Anywhere run on other machines."
  }
  applies_to = [
    "resource_policy.aws_*.not_on_an_outpost",
    "resource_policy.aws_eks_cluster.nodes_in_aws",
    "resource_policy.aws_ecs_service.tasks_in_aws",
  ]
  links = {
    "Provider: aws_subnet"      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet#outpost_arn-1"
    "AWS: what is AWS Outposts" = "https://docs.aws.amazon.com/outposts/latest/userguide/what-is-outposts.html"
  }

  fix "move-to-region" {
    title = {
      de = "In die Region verlegen"
      en = "Move to the region"
    }
    action = "describe"
  }
}

policy_metadata "aws-no-appliances" {
  demand   = "data-centres"
  severity = "medium"
  title = {
    de = "Keine AWS-Dienste für Geräte außerhalb von AWS"
    en = "No AWS services for machines outside of AWS"
  }
  description = {
    de = "Hybride Aktivierungen von Systems Manager, DataSync-Agenten und Storage Gateways verbinden Maschinen an anderen Orten mit AWS. Sie können auch in AWS laufen, deshalb nur ein Hinweis."
    en = "Hybrid activations of Systems Manager, DataSync agents and Storage Gateways connect machines in other places with AWS. They may run in AWS as well, hence a hint only."
  }
  applies_to = [
    "resource_policy.aws_*.no_appliances",
  ]
  links = {
    "Provider: aws_ssm_activation"                = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_activation"
    "AWS: Systems Manager in hybrid environments" = "https://docs.aws.amazon.com/systems-manager/latest/userguide/operating-systems-and-machine-types.html"
  }

  fix "check-place" {
    title = {
      de = "Standort prüfen und, falls er in AWS liegt, einen Waiver anlegen"
      en = "Check the place and, if it is in AWS, add a waiver"
    }
    action = "describe"
  }
}
