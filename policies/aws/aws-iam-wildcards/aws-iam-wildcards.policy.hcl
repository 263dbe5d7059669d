# IAM policies grant what is needed, and not everything: no full access, no whole services, and no way to more rights.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  documents = {
    aws_iam_policy                            = "policy"
    aws_iam_role_policy                       = "policy"
    aws_iam_user_policy                       = "policy"
    aws_iam_group_policy                      = "policy"
    aws_ssoadmin_permission_set_inline_policy = "inline_policy"
    aws_iam_role                              = "inline_policy"
  }

  # Actions with which one gives oneself, or a service of one's own, further rights, if they may be used on every
  # resource.
  escalations = [
    "iam:addusertogroup", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy",
    "iam:createaccesskey", "iam:createloginprofile", "iam:createpolicyversion", "iam:passrole",
    "iam:putgrouppolicy", "iam:putrolepolicy", "iam:putuserpolicy", "iam:setdefaultpolicyversion",
    "iam:updateassumerolepolicy", "iam:updateloginprofile", "lambda:updatefunctioncode", "sts:assumerole",
  ]
}

resource_policy "aws_*" "no_full_access" {
  filter = core::contains(core::keys(local.documents), meta.type) && core::length(local.texts) > 0

  locals {
    # An inline policy of a role is a block of it; everywhere else the document is an argument.
    texts = core::concat(
      [for a in [local.documents[meta.type]] : attrs[a] if meta.type != "aws_iam_role"],
      [for p in core::try([for p in attrs.inline_policy : p], []) : core::try(p.policy, "{}") if meta.type == "aws_iam_role"],
    )
    # A statement, an action and a resource may each stand alone or in a list. Actions are not case-sensitive.
    statements = core::flatten([for t in local.texts : core::try([core::jsondecode(t).Statement], [])])
    grants = [
      for s in local.statements : {
        actions  = [for a in core::flatten([core::try(s.Action, [])]) : core::lower(a)]
        inverted = core::can(s.NotAction)
        # NotResource leaves out some resources and so takes in nearly all.
        everywhere = core::can(s.NotResource) || core::anytrue([
          for r in core::flatten([core::try(s.Resource, [])]) :
          # An ARN that is not known yet is that of one thing.
          r == "*" || core::valuetostring(r) != "(unknown)" && core::contains(["arn:*", "arn:aws:*"], r)
        ])
        narrowed = core::length(core::try(core::keys(s.Condition), [])) > 0
      }
      if core::try(s.Effect, "Allow") == "Allow"
    ]

    full = [
      for g in local.grants : g
      if core::anytrue([for a in g.actions : core::contains(["*", "*:*"], a)]) && g.everywhere
    ]
    inverted = [for g in local.grants : g if g.inverted && g.everywhere && !g.narrowed]
  }

  enforce {
    condition     = core::alltrue([for t in local.texts : core::can(core::jsondecode(t).Statement)])
    error_message = "The policy document is not readable as JSON with statements, so nobody can say what it grants."
  }

  enforce {
    condition     = core::length(local.full) == 0
    error_message = "The policy grants every action on every resource; least privilege is promised."
  }

  enforce {
    condition     = core::length(local.inverted) == 0
    error_message = "The policy grants everything but what NotAction names, new services included; least privilege is promised."
  }
}

resource_policy "aws_*" "no_whole_services" {
  filter = core::contains(core::keys(local.documents), meta.type) && core::length(local.texts) > 0

  locals {
    # An inline policy of a role is a block of it; everywhere else the document is an argument.
    texts = core::concat(
      [for a in [local.documents[meta.type]] : attrs[a] if meta.type != "aws_iam_role"],
      [for p in core::try([for p in attrs.inline_policy : p], []) : core::try(p.policy, "{}") if meta.type == "aws_iam_role"],
    )
    # A statement, an action and a resource may each stand alone or in a list. Actions are not case-sensitive.
    statements = core::flatten([for t in local.texts : core::try([core::jsondecode(t).Statement], [])])
    grants = [
      for s in local.statements : {
        actions  = [for a in core::flatten([core::try(s.Action, [])]) : core::lower(a)]
        inverted = core::can(s.NotAction)
        # NotResource leaves out some resources and so takes in nearly all.
        everywhere = core::can(s.NotResource) || core::anytrue([
          for r in core::flatten([core::try(s.Resource, [])]) :
          # An ARN that is not known yet is that of one thing.
          r == "*" || core::valuetostring(r) != "(unknown)" && core::contains(["arn:*", "arn:aws:*"], r)
        ])
        narrowed = core::length(core::try(core::keys(s.Condition), [])) > 0
      }
      if core::try(s.Effect, "Allow") == "Allow"
    ]

    # A condition narrows the grant, for example to resources with a tag.
    whole = core::distinct(core::flatten([
      for g in local.grants : [for a in g.actions : a if core::regex_match(a, "^[a-z0-9-]+:\\*$") && g.everywhere] if !g.narrowed
    ]))
  }

  enforce {
    condition     = core::length(local.whole) == 0
    error_message = "The policy grants whole services on every resource (${core::join(", ", local.whole)}); least privilege is promised."
  }
}

resource_policy "aws_*" "no_escalation" {
  filter = core::contains(core::keys(local.documents), meta.type) && core::length(local.texts) > 0

  locals {
    # An inline policy of a role is a block of it; everywhere else the document is an argument.
    texts = core::concat(
      [for a in [local.documents[meta.type]] : attrs[a] if meta.type != "aws_iam_role"],
      [for p in core::try([for p in attrs.inline_policy : p], []) : core::try(p.policy, "{}") if meta.type == "aws_iam_role"],
    )
    # A statement, an action and a resource may each stand alone or in a list. Actions are not case-sensitive.
    statements = core::flatten([for t in local.texts : core::try([core::jsondecode(t).Statement], [])])
    grants = [
      for s in local.statements : {
        actions  = [for a in core::flatten([core::try(s.Action, [])]) : core::lower(a)]
        inverted = core::can(s.NotAction)
        # NotResource leaves out some resources and so takes in nearly all.
        everywhere = core::can(s.NotResource) || core::anytrue([
          for r in core::flatten([core::try(s.Resource, [])]) :
          # An ARN that is not known yet is that of one thing.
          r == "*" || core::valuetostring(r) != "(unknown)" && core::contains(["arn:*", "arn:aws:*"], r)
        ])
        narrowed = core::length(core::try(core::keys(s.Condition), [])) > 0
      }
      if core::try(s.Effect, "Allow") == "Allow"
    ]

    # Whole services and full access have findings of their own.
    ways = core::distinct(core::flatten([
      for g in local.grants : [
        for a in g.actions : a
        if !core::contains(["*", "*:*"], a) && !core::endswith(a, ":*") && core::anytrue([
          for e in local.escalations : a == e || core::endswith(a, "*") && core::startswith(e, core::trimsuffix(a, "*"))
        ]) && g.everywhere
      ] if !g.narrowed
    ]))
  }

  enforce {
    condition     = core::length(local.ways) == 0
    error_message = "With ${core::join(", ", local.ways)} on every resource whoever has the policy can give himself further rights; name the resources."
  }
}
