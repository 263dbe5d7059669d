policy_metadata "aws-iam-admin-attachment" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Administratorrechte hat nur, wer sie haben soll"
    en = "Only who is meant to has an administrator's rights"
  }
  description = {
    de = "AdministratorAccess, IAMFullAccess und PowerUserAccess gehen weit über das hinaus, was eine Anwendung oder ein Team braucht. Rollen und Gruppen, die sie haben sollen (etwa Owner), nennt der Eingabewert iam_admin_roles."
    en = "AdministratorAccess, IAMFullAccess and PowerUserAccess go far beyond what an application or a team needs. The input iam_admin_roles names the roles and groups that are meant to have them (Owner, for example)."
  }
  applies_to = [
    "resource_policy.aws_*.no_administrators",
    "resource_policy.aws_*.no_administrators_in_lists",
  ]
  links = {
    "Provider: aws_iam_role_policy_attachment" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachment#policy_arn-1"
    "AWS: security best practices in IAM"      = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
  }

  fix "attach-less" {
    title = {
      de = "Eine engere Richtlinie anhängen oder die Rolle in iam_admin_roles aufnehmen"
      en = "Attach a narrower policy, or add the role to iam_admin_roles"
    }
    action = "describe"
  }

  version_note ">= 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "managed_policy_arns von aws_iam_role ist veraltet; an seine Stelle treten aws_iam_role_policy_attachments_exclusive und aws_iam_role_policy_attachment."
      en = "managed_policy_arns of aws_iam_role is deprecated; aws_iam_role_policy_attachments_exclusive and aws_iam_role_policy_attachment take its place."
    }
  }
}

policy_metadata "aws-iam-no-user-rights" {
  demand   = "least-privilege"
  severity = "medium"
  title = {
    de = "Rechte hängen an Rollen und Gruppen"
    en = "Rights hang on roles and groups"
  }
  description = {
    de = "Zugesagt sind Rollen (Owner, Admin, User). Rechte einzelner Benutzer überschaut niemand, und sie überdauern den Wechsel der Aufgabe. Nur ein Hinweis, weil es Dienste gibt, die einen eigenen Benutzer brauchen."
    en = "Roles (Owner, Admin, User) are promised. Nobody keeps track of the rights of single users, and they outlast a change of tasks. A hint only, because there are services that need a user of their own."
  }
  applies_to = [
    "resource_policy.aws_iam_*.no_rights_of_single_users",
  ]
  links = {
    "Provider: aws_iam_user_policy_attachment" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_policy_attachment"
    "AWS: security best practices in IAM"      = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
  }

  fix "use-group" {
    title = {
      de = "Rechte an eine Gruppe oder Rolle hängen"
      en = "Attach the rights to a group or a role"
    }
    action = "describe"
  }
}
