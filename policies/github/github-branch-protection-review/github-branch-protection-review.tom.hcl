policy_metadata "github-repository-reviewed" {
  demand   = "four-eyes"
  severity = "high"
  title = {
    de = "Jedes GitHub-Repository verlangt eine Freigabe"
    en = "Every GitHub repository asks for an approval"
  }
  description = {
    de = "Änderungen am Standardbranch brauchen die Freigabe einer zweiten Person. Branch-Protection, Repository- und Organisations-Rulesets zählen; ein Ruleset ohne Anzahl verlangt keine Freigabe. Wird die Regel anderswo verwaltet, gehört sie als Ausnahme dokumentiert."
    en = "Changes to the default branch need the approval of a second person. Branch protections and rulesets of the repository or the organisation count; a ruleset without a number asks for no approval. Where the rule is managed elsewhere, document that as a waiver."
  }
  applies_to = [
    "resource_policy.github_repository.default_branch_reviewed",
  ]
  links = {
    "Provider argument"  = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection#repository_id"
    "Protected branches" = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches"
    "Rulesets"           = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets"
  }

  fix "add-branch-protection" {
    title = {
      de = "Branch-Protection mit einer Freigabe ergänzen"
      en = "Add a branch protection that asks for an approval"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "github_branch_protection" "${name}" {
        repository_id  = ${address}.node_id
        pattern        = "main"
        enforce_admins = true

        required_pull_request_reviews {
          required_approving_review_count = 1
          dismiss_stale_reviews           = true
          require_last_push_approval      = true
        }
      }
    EOT
    safe    = false
  }
}

policy_metadata "github-branch-protection-review" {
  demand   = "four-eyes"
  severity = "high"
  title = {
    de = "Geschützte Branches lassen keine Änderung ohne zweite Person zu"
    en = "Protected branches take no change without a second person"
  }
  description = {
    de = "Vier Augen heißt: Autor und mindestens eine Freigabe. Mit der Anzahl 0, mit Ausnahmen für Einzelne oder ohne enforce_admins bleibt ein Weg für Änderungen unter zwei Augen."
    en = "Four eyes means the author and at least one approval. A count of 0, exceptions for some people, or a missing enforce_admins leave a way for changes that nobody else has seen."
  }
  applies_to = [
    "resource_policy.github_branch_protection.approval_required",
    "resource_policy.github_branch_protection_v3.approval_required",
    "resource_policy.github_*_ruleset.approval_required",
  ]
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection#required_approving_review_count"
    "Provider argument of rulesets" = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_ruleset#required_approving_review_count"
    "Protected branches"            = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches"
    "Rulesets"                      = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets"
  }

  fix "add-review" {
    title = {
      de = "Eine Freigabe verlangen"
      en = "Ask for one approval"
    }
    action = "describe"
  }
}

policy_metadata "github-branch-protection-last-state" {
  demand   = "four-eyes"
  severity = "medium"
  title = {
    de = "Freigaben gelten dem letzten Stand"
    en = "Approvals are about the last state"
  }
  description = {
    de = "Eine Freigabe verfällt, sobald nachgeschoben wird, und wer zuletzt gepusht hat, gibt nicht selbst frei. Sonst kommt nach der Freigabe Ungesehenes hinein."
    en = "An approval lapses when something is pushed after it, and whoever pushed last does not approve. Otherwise changes get in after the approval that nobody has seen."
  }
  applies_to = [
    "resource_policy.github_branch_protection.approval_of_the_last_state",
    "resource_policy.github_branch_protection_v3.approval_of_the_last_state",
    "resource_policy.github_*_ruleset.approval_of_the_last_state",
  ]
  links = {
    "Provider argument"  = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection#dismiss_stale_reviews"
    "Protected branches" = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches"
    "Rulesets"           = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets"
  }

  fix "dismiss-stale-reviews" {
    title = {
      de = "Freigaben beim Nachschieben verfallen lassen"
      en = "Dismiss approvals when something is pushed"
    }
    action = "describe"
  }
}

policy_metadata "github-branch-protection-history" {
  demand   = "four-eyes"
  severity = "medium"
  title = {
    de = "Die geprüfte Historie bleibt erhalten"
    en = "The reviewed history is kept"
  }
  description = {
    de = "Force-Pushes und das Löschen eines geschützten Branches ersetzen geprüfte Änderungen und nehmen den Nachweis, wer was freigegeben hat."
    en = "Force pushes and the deletion of a protected branch replace reviewed changes and take the evidence of who approved what."
  }
  applies_to = [
    "resource_policy.github_branch_protection.history_kept",
    "resource_policy.github_*_ruleset.history_kept",
  ]
  links = {
    "Provider argument"  = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection#allows_force_pushes"
    "Protected branches" = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches"
    "Rulesets"           = "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets"
  }

  fix "forbid-force-pushes" {
    title = {
      de = "Force-Pushes und Löschen verbieten"
      en = "Forbid force pushes and deletion"
    }
    action = "describe"
  }
}
