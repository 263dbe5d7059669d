policy_metadata "aws-iam-no-full-access" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Keine IAM-Richtlinie erlaubt alles"
    en = "No IAM policy grants everything"
  }
  description = {
    de = "Eine Richtlinie, die jede Aktion auf jeder Ressource erlaubt, macht jeden, der sie hat, zum Administrator; auch eine Bedingung ändert daran nichts. Dasselbe gilt für NotAction in einem Allow: Erlaubt ist dann alles außer dem Genannten, auch Dienste, die es noch gar nicht gibt. Beurteilt werden verwaltete und eingebettete Richtlinien, auch aus aws_iam_policy_document."
    en = "A policy that grants every action on every resource makes everybody who has it an administrator, with or without a condition. The same goes for NotAction in an Allow: then all but what is named is granted, services included that do not exist yet. Managed and inline policies are judged, those from aws_iam_policy_document included."
  }
  applies_to = [
    "resource_policy.aws_*.no_full_access",
  ]
  links = {
    "Provider: aws_iam_policy"            = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy#policy-1"
    "AWS: security best practices in IAM" = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
  }

  fix "name-actions" {
    title = {
      de = "Aktionen und Ressourcen einzeln nennen"
      en = "Name actions and resources one by one"
    }
    action = "describe"
  }
}

policy_metadata "aws-iam-no-whole-services" {
  demand   = "least-privilege"
  severity = "medium"
  title = {
    de = "IAM-Richtlinien erlauben keine ganzen Dienste"
    en = "IAM policies grant no whole services"
  }
  description = {
    de = "s3:* auf allen Ressourcen erlaubt auch, Buckets zu löschen und öffentlich zu machen. Auf einzelne Ressourcen oder durch eine Bedingung eingeschränkt ist ein ganzer Dienst in Ordnung."
    en = "s3:* on every resource also allows buckets to be deleted and made public. A whole service is fine on single resources, or where a condition narrows it."
  }
  applies_to = [
    "resource_policy.aws_*.no_whole_services",
  ]
  links = {
    "Provider: aws_iam_policy"            = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy#policy-1"
    "AWS: security best practices in IAM" = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
  }

  fix "name-actions" {
    title = {
      de = "Aktionen oder Ressourcen einzeln nennen"
      en = "Name actions or resources one by one"
    }
    action = "describe"
  }
}

policy_metadata "aws-iam-no-escalation" {
  demand   = "least-privilege"
  severity = "medium"
  title = {
    de = "IAM-Richtlinien öffnen keinen Weg zu mehr Rechten"
    en = "IAM policies open no way to further rights"
  }
  description = {
    de = "Wer jede Rolle weitergeben (iam:PassRole), Richtlinien anhängen oder jede Rolle übernehmen darf, kann sich zum Administrator machen. Solche Aktionen brauchen benannte Ressourcen oder eine Bedingung wie iam:PassedToService."
    en = "Whoever may pass every role (iam:PassRole), attach policies or take on every role can make himself an administrator. Such actions need named resources, or a condition such as iam:PassedToService."
  }
  applies_to = [
    "resource_policy.aws_*.no_escalation",
  ]
  links = {
    "Provider: aws_iam_policy"                 = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy#policy-1"
    "AWS: granting permissions to pass a role" = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"
  }

  fix "name-resources" {
    title = {
      de = "Ressourcen nennen oder eine Bedingung ergänzen"
      en = "Name the resources or add a condition"
    }
    action = "describe"
  }
}
