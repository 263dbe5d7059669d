# Changes to GitHub repositories need the approval of a second person.

policy {
  required_providers {
    github = {
      source  = "integrations/github"
      version = ">= 5.38.0, < 7.0.0"
    }
  }
}

input "github_default_branches" {
  type        = list(string)
  description = "Names that the default branch may have in a repository that names none."
  default     = ["main", "master"]
}

locals {
  # What a branch protection writes for "any branch".
  any_branch = ["*", "**", "**/*"]

  protections = [
    for p in core::getresources("github_branch_protection", {}) : {
      repository = p.repository_id
      branch     = p.pattern
      # The block without a number asks for one approval (provider default).
      reviewed = core::anytrue([
        for r in core::try([for r in p.required_pull_request_reviews : r], []) : core::try(r.required_approving_review_count >= 1, true)
      ])
    }
  ]
  protections_v3 = [
    for p in core::getresources("github_branch_protection_v3", {}) : {
      repository = p.repository
      branch     = p.branch
      reviewed = core::anytrue([
        for r in core::try([for r in p.required_pull_request_reviews : r], []) : core::try(r.required_approving_review_count >= 1, true)
      ])
    }
  ]
  # A ruleset's pull_request rule asks for no approval unless it says how many.
  rulesets = [
    for s in core::getresources("github_repository_ruleset", {}) : {
      repository = s.repository
      included   = core::try(s.conditions[0].ref_name[0].include, [])
      excluded   = core::try(s.conditions[0].ref_name[0].exclude, [])
      reviewed   = s.enforcement == "active" && s.target == "branch" && core::try(s.rules[0].pull_request[0].required_approving_review_count >= 1, false)
    }
  ]
  organisation_rulesets = [
    for s in core::getresources("github_organization_ruleset", {}) : {
      repositories = core::try(s.conditions[0].repository_name[0].include, [])
      left_out     = core::try(s.conditions[0].repository_name[0].exclude, [])
      included     = core::try(s.conditions[0].ref_name[0].include, [])
      excluded     = core::try(s.conditions[0].ref_name[0].exclude, [])
      reviewed     = s.enforcement == "active" && s.target == "branch" && core::try(s.rules[0].pull_request[0].required_approving_review_count >= 1, false)
    }
  ]
}

resource_policy "github_repository" "default_branch_reviewed" {
  # Nothing can be pushed to an archived repository.
  filter = core::try(attrs.archived, false) != true

  locals {
    # The default branch: what the repository or a github_branch_default says, or one of the usual names.
    named = core::concat(
      [for b in [core::try(attrs.default_branch, null)] : b if b != null],
      [for b in core::getresources("github_branch_default", {}) : b.branch if b.repository == attrs.name],
    )
    branches = core::length(local.named) > 0 ? local.named : input.github_default_branches
    refs     = core::concat(["~ALL", "~DEFAULT_BRANCH"], [for b in local.branches : "refs/heads/${b}"])
    # Branch protections name the repository by node id or by name. A node id that is not known yet is compared with node
    # ids only: compared with a name as well, every protection might be any repository's.
    node_id  = core::try(attrs.node_id, null)
    is_named = core::valuetostring(attrs.name) != "(unknown)"
    by_protection = [
      for p in local.protections :
      p.reviewed && core::contains(core::concat(local.any_branch, local.branches), p.branch) && (
        core::valuetostring(p.repository) == "(unknown)" ? (local.is_named ? p.repository == local.node_id : p.repository == local.node_id || p.repository == attrs.name) :
        core::regex_match(p.repository, "^(R_|MDEw)") ? p.repository == local.node_id : p.repository == attrs.name
      )
    ]
    by_protection_v3 = [
      for p in local.protections_v3 : p.reviewed && p.repository == attrs.name && core::contains(local.branches, p.branch)
    ]
    by_ruleset = [
      for s in local.rulesets :
      s.reviewed && s.repository == attrs.name &&
      core::anytrue([for i in s.included : core::contains(local.refs, i)]) &&
      !core::anytrue([for e in s.excluded : core::contains(local.refs, e)])
    ]
    by_organisation = [
      for s in local.organisation_rulesets :
      s.reviewed &&
      core::anytrue([for r in s.repositories : r == "~ALL" || r == attrs.name]) &&
      !core::anytrue([for r in s.left_out : r == attrs.name]) &&
      core::anytrue([for i in s.included : core::contains(local.refs, i)]) &&
      !core::anytrue([for e in s.excluded : core::contains(local.refs, e)])
    ]
  }

  enforce {
    condition     = core::anytrue(core::concat(local.by_protection, local.by_protection_v3, local.by_ruleset, local.by_organisation))
    error_message = "No branch protection or active ruleset asks for an approving review on the default branch of this repository; changes under four eyes are promised."
  }
}

resource_policy "github_branch_protection" "approval_required" {
  # A locked branch takes no changes at all.
  filter = core::try(attrs.lock_branch, false) != true

  locals {
    reviews   = core::try([for r in attrs.required_pull_request_reviews : r], [])
    bypassers = core::flatten([for r in local.reviews : core::try([for b in r.pull_request_bypassers : b], [])])
  }

  enforce {
    condition     = core::anytrue([for r in local.reviews : core::try(r.required_approving_review_count >= 1, true)])
    error_message = "This branch protection asks for no approving review; every change must be approved by a second person."
  }

  enforce {
    condition     = core::length(local.bypassers) == 0
    error_message = "pull_request_bypassers lets somebody merge without an approval; every change must be approved by a second person."
  }

  enforce {
    condition     = core::try(attrs.enforce_admins, false) == true
    error_message = "enforce_admins is not true: administrators can merge their own changes without an approval; every change must be approved by a second person."
  }
}

resource_policy "github_branch_protection" "approval_of_the_last_state" {
  filter = core::try(attrs.lock_branch, false) != true

  locals {
    reviews = core::try([for r in attrs.required_pull_request_reviews : r], [])
  }

  enforce {
    condition     = core::anytrue([for r in local.reviews : core::try(r.dismiss_stale_reviews, false) == true])
    error_message = "dismiss_stale_reviews is not true: what is pushed after the approval gets in unseen."
  }

  enforce {
    condition     = core::anytrue([for r in local.reviews : core::try(r.require_last_push_approval, false) == true])
    error_message = "require_last_push_approval is not true: whoever pushed last can approve the own change."
  }
}

resource_policy "github_branch_protection" "history_kept" {
  enforce {
    condition     = core::try(attrs.allows_force_pushes, false) != true && core::try(core::length(attrs.force_push_bypassers), 0) == 0
    error_message = "Force pushes to the protected branch are allowed; they replace reviewed changes."
  }

  enforce {
    condition     = core::try(attrs.allows_deletions, false) != true
    error_message = "The protected branch may be deleted, and its reviewed history with it."
  }
}

resource_policy "github_branch_protection_v3" "approval_required" {
  locals {
    reviews = core::try([for r in attrs.required_pull_request_reviews : r], [])
    bypassers = core::flatten([
      for r in local.reviews : [
        for kind in ["users", "teams", "apps"] : core::try([for b in r.bypass_pull_request_allowances[0][kind] : b], [])
      ]
    ])
  }

  enforce {
    condition     = core::anytrue([for r in local.reviews : core::try(r.required_approving_review_count >= 1, true)])
    error_message = "This branch protection asks for no approving review; every change must be approved by a second person."
  }

  enforce {
    condition     = core::length(local.bypassers) == 0
    error_message = "bypass_pull_request_allowances lets somebody merge without an approval; every change must be approved by a second person."
  }

  enforce {
    condition     = core::try(attrs.enforce_admins, false) == true
    error_message = "enforce_admins is not true: administrators can merge their own changes without an approval; every change must be approved by a second person."
  }
}

resource_policy "github_branch_protection_v3" "approval_of_the_last_state" {
  locals {
    reviews = core::try([for r in attrs.required_pull_request_reviews : r], [])
  }

  enforce {
    condition     = core::anytrue([for r in local.reviews : core::try(r.dismiss_stale_reviews, false) == true])
    error_message = "dismiss_stale_reviews is not true: what is pushed after the approval gets in unseen."
  }

  enforce {
    condition     = core::anytrue([for r in local.reviews : core::try(r.require_last_push_approval, false) == true])
    error_message = "require_last_push_approval is not true: whoever pushed last can approve the own change."
  }
}

resource_policy "github_*_ruleset" "approval_required" {
  # A ruleset need not be about reviews; those with a pull_request rule must mean it.
  filter = core::try(core::length(attrs.rules[0].pull_request), 0) > 0

  enforce {
    condition     = attrs.enforcement == "active"
    error_message = "The ruleset is ${core::valuetostring(attrs.enforcement)} and enforces nothing; every change must be approved by a second person."
  }

  enforce {
    condition     = core::try(attrs.rules[0].pull_request[0].required_approving_review_count >= 1, false)
    error_message = "The ruleset's pull_request rule asks for no approval (the count is 0 unless it is set); every change must be approved by a second person."
  }

  enforce {
    condition     = core::alltrue([for a in core::try([for a in attrs.bypass_actors : a], []) : core::try(a.bypass_mode, "always") == "pull_request"])
    error_message = "bypass_actors lets somebody push past the ruleset; every change must be approved by a second person."
  }
}

resource_policy "github_*_ruleset" "approval_of_the_last_state" {
  filter = core::try(core::length(attrs.rules[0].pull_request), 0) > 0

  enforce {
    condition     = core::try(attrs.rules[0].pull_request[0].dismiss_stale_reviews_on_push, false) == true
    error_message = "dismiss_stale_reviews_on_push is not true: what is pushed after the approval gets in unseen."
  }

  enforce {
    condition     = core::try(attrs.rules[0].pull_request[0].require_last_push_approval, false) == true
    error_message = "require_last_push_approval is not true: whoever pushed last can approve the own change."
  }
}

resource_policy "github_*_ruleset" "history_kept" {
  filter = core::try(core::length(attrs.rules[0].pull_request), 0) > 0

  enforce {
    condition     = core::try(attrs.rules[0].non_fast_forward, false) == true
    error_message = "non_fast_forward is not true: force pushes can replace reviewed changes."
  }

  enforce {
    condition     = core::try(attrs.rules[0].deletion, false) == true
    error_message = "deletion is not true: the branch may be deleted, and its reviewed history with it."
  }
}
