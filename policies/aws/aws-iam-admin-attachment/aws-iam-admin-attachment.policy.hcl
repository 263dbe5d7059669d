# AWS's own policies with an administrator's rights are attached to the few roles that are meant to have them, and
# rights are given to roles and groups instead of single users.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "iam_admin_roles" {
  type        = list(string)
  description = "Names of the roles and groups that may have an administrator's rights, such as the role Owner."
  default     = []
}

locals {
  # Full access, and what leads to it: IAM alone is enough to grant oneself the rest.
  powerful = "^arn:aws[a-z-]*:iam::aws:policy/(AdministratorAccess|IAMFullAccess|PowerUserAccess|AdministratorAccess-Amplify|AdministratorAccess-AWSElasticBeanstalk)$"

  attachments = {
    aws_iam_role_policy_attachment         = { policy = "policy_arn", to = "role" }
    aws_iam_user_policy_attachment         = { policy = "policy_arn", to = "user" }
    aws_iam_group_policy_attachment        = { policy = "policy_arn", to = "group" }
    aws_iam_policy_attachment              = { policy = "policy_arn", to = "name" }
    aws_ssoadmin_managed_policy_attachment = { policy = "managed_policy_arn", to = "permission_set_arn" }
  }

  lists = {
    aws_iam_role                               = { policies = "managed_policy_arns", to = "name" }
    aws_iam_role_policy_attachments_exclusive  = { policies = "policy_arns", to = "role_name" }
    aws_iam_user_policy_attachments_exclusive  = { policies = "policy_arns", to = "user_name" }
    aws_iam_group_policy_attachments_exclusive = { policies = "policy_arns", to = "group_name" }
  }

  for_users = ["aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_policy_attachment"]
}

resource_policy "aws_*" "no_administrators" {
  filter = core::contains(core::keys(local.attachments), meta.type)

  locals {
    policy = attrs[local.attachments[meta.type].policy]
    to     = core::try(attrs[local.attachments[meta.type].to], null)
    # A policy of this configuration is none of AWS's own, though its ARN is not known yet; aws-iam-wildcards judges it.
    own = core::valuetostring(local.policy) == "(unknown)" && core::length(core::getresources("aws_iam_policy", { arn = local.policy })) > 0
  }

  enforce {
    condition     = local.own || !core::regex_match(local.policy, local.powerful) || core::contains(input.iam_admin_roles, local.to)
    error_message = "${core::try(core::regex("[^/]+$", local.policy), "A policy")} gives an administrator's rights; least privilege is promised, and ${core::valuetostring(local.to) == "(unknown)" ? "the role" : core::valuetostring(local.to)} is not among those that are meant to have them (input iam_admin_roles)."
  }
}

resource_policy "aws_*" "no_administrators_in_lists" {
  filter = core::contains(core::keys(local.lists), meta.type) && core::length(local.policies) > 0

  locals {
    policies = core::try([for p in attrs[local.lists[meta.type].policies] : p], [])
    to       = core::try(attrs[local.lists[meta.type].to], null)
    powerful_ones = [
      for p in local.policies : p
      if !(core::valuetostring(p) == "(unknown)" && core::length(core::getresources("aws_iam_policy", { arn = p })) > 0) && core::regex_match(p, local.powerful)
    ]
  }

  enforce {
    condition     = core::length(local.powerful_ones) == 0 || core::contains(input.iam_admin_roles, local.to)
    error_message = "${core::join(", ", local.powerful_ones)} gives an administrator's rights; least privilege is promised, and ${core::valuetostring(local.to) == "(unknown)" ? "the role" : core::valuetostring(local.to)} is not among those that are meant to have them (input iam_admin_roles)."
  }
}

resource_policy "aws_iam_*" "no_rights_of_single_users" {
  enforcement_level = "advisory"
  filter            = core::contains(local.for_users, meta.type)

  enforce {
    # The first two exist for users only, the third may leave them out.
    condition     = meta.type == "aws_iam_policy_attachment" && core::length(core::try([for u in attrs.users : u], [])) == 0
    error_message = "The rights are given to a single user; roles and groups (Owner, Admin, User) are promised."
  }
}
