policytest {
  targets = ["github-repository-visibility.policy.hcl"]
}

resource "github_repository" "pass_private" {
  attrs = {
    name       = "a"
    visibility = "private"
  }
}

resource "github_repository" "pass_internal" {
  attrs = {
    name       = "a"
    visibility = "internal"
  }
}

resource "github_repository" "pass_old_private" {
  attrs = {
    name    = "a"
    private = true
  }
}

resource "github_repository" "pass_null_visibility" {
  attrs = {
    name       = "a"
    visibility = null
    private    = true
  }
}

resource "github_repository" "fail_public" {
  expect_failure = true
  attrs = {
    name       = "a"
    visibility = "public"
  }
}

resource "github_repository" "fail_unset" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "github_repository" "fail_old_public" {
  expect_failure = true
  attrs = {
    name    = "a"
    private = false
  }
}

resource "github_repository" "fail_both" {
  expect_failure = true
  attrs = {
    name       = "a"
    private    = true
    visibility = "public"
  }
}

resource "github_repository" "fail_nulls" {
  expect_failure = true
  attrs = {
    name       = "a"
    visibility = null
    private    = null
  }
}

resource "github_repository" "fail_pages" {
  expect_failure = true
  attrs = {
    name       = "a"
    visibility = "private"
    pages      = [{ source = [{ branch = "main" }] }]
  }
}

resource "github_repository" "pass_no_pages" {
  attrs = {
    name       = "a"
    visibility = "private"
    pages      = []
  }
}

# A repository that is public on purpose is a waiver, unless the input names it.
resource "github_repository" "pass_open_source" {
  attrs = {
    name       = "website"
    visibility = "public"
  }
  inputs {
    github_public_repositories = ["website"]
  }
}

resource "github_repository" "fail_not_named" {
  expect_failure = true
  attrs = {
    name       = "customers"
    visibility = "public"
  }
  inputs {
    github_public_repositories = ["website"]
  }
}

resource "github_organization_settings" "pass_no_public" {
  attrs = {
    billing_email                          = "a@example.org"
    members_can_create_public_repositories = false
  }
}

resource "github_organization_settings" "fail_public" {
  expect_failure = true
  attrs = {
    members_can_create_public_repositories = true
  }
}

resource "github_organization_settings" "fail_unset" {
  expect_failure = true
  attrs = {
    billing_email = "a@example.org"
  }
}
