policy_metadata "github-signed-commits" {
  demand   = "audit-log-integrity"
  severity = "medium"
  title = {
    de = "Commits auf geschützten Branches sind signiert"
    en = "Commits on protected branches are signed"
  }
  description = {
    de = "Ein Commit trägt jeden beliebigen Namen, solange er nicht signiert ist. Signaturen binden Änderungen an Personen; als Hinweis gemeldet, weil alle Beteiligten Schlüssel brauchen."
    en = "A commit bears any name as long as it is not signed. Signatures tie changes to persons; reported as advice, because everybody needs keys for it."
  }
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection#require_signed_commits"
    "Commit signatures" = "https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification"
  }

  fix "require-signatures" {
    title = {
      de = "Signaturen verlangen"
      en = "Require signatures"
    }
    action = "set_argument"
    path   = "require_signed_commits"
    value  = true
    safe   = false
  }
}
