policytest {
  targets = ["github-webhook-tls.policy.hcl"]
}

resource "github_repository_webhook" "pass_repository_https" {
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "https://ci.example.org/hook", insecure_ssl = false, secret = "not-a-real-secret" }]
  }
}

resource "github_repository_webhook" "pass_repository_unset" {
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "https://ci.example.org/hook", secret = "not-a-real-secret" }]
  }
}

resource "github_repository_webhook" "pass_repository_null" {
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "https://ci.example.org/hook", insecure_ssl = null, secret = "not-a-real-secret" }]
  }
}

resource "github_repository_webhook" "fail_repository_insecure" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "https://ci.example.org/hook", insecure_ssl = true, secret = "not-a-real-secret" }]
  }
}

resource "github_repository_webhook" "fail_repository_http" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "http://ci.example.org/hook", secret = "not-a-real-secret" }]
  }
}

resource "github_repository_webhook" "fail_repository_unsigned" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "https://ci.example.org/hook" }]
  }
}

resource "github_repository_webhook" "fail_repository_null_secret" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "https://ci.example.org/hook", secret = null }]
  }
}

resource "github_repository_webhook" "pass_repository_upper_case" {
  attrs = {
    events        = ["push"]
    repository    = "shop"
    configuration = [{ url = "HTTPS://ci.example.org/hook", secret = "not-a-real-secret" }]
  }
}

resource "github_repository_webhook" "pass_repository_inactive" {
  attrs = {
    events        = ["push"]
    repository    = "shop"
    active        = false
    configuration = [{ url = "http://ci.example.org/hook", insecure_ssl = true }]
  }
}

resource "github_organization_webhook" "pass_organization_https" {
  attrs = {
    events        = ["push"]
    configuration = [{ url = "https://ci.example.org/hook", insecure_ssl = false, secret = "not-a-real-secret" }]
  }
}

resource "github_organization_webhook" "pass_organization_unset" {
  attrs = {
    events        = ["push"]
    configuration = [{ url = "https://ci.example.org/hook", secret = "not-a-real-secret" }]
  }
}

resource "github_organization_webhook" "pass_organization_null" {
  attrs = {
    events        = ["push"]
    configuration = [{ url = "https://ci.example.org/hook", insecure_ssl = null, secret = "not-a-real-secret" }]
  }
}

resource "github_organization_webhook" "fail_organization_insecure" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    configuration = [{ url = "https://ci.example.org/hook", insecure_ssl = true, secret = "not-a-real-secret" }]
  }
}

resource "github_organization_webhook" "fail_organization_http" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    configuration = [{ url = "http://ci.example.org/hook", secret = "not-a-real-secret" }]
  }
}

resource "github_organization_webhook" "fail_organization_unsigned" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    configuration = [{ url = "https://ci.example.org/hook" }]
  }
}

resource "github_organization_webhook" "fail_organization_null_secret" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    configuration = [{ url = "https://ci.example.org/hook", secret = null }]
  }
}

resource "github_organization_webhook" "pass_organization_upper_case" {
  attrs = {
    events        = ["push"]
    configuration = [{ url = "HTTPS://ci.example.org/hook", secret = "not-a-real-secret" }]
  }
}

resource "github_organization_webhook" "pass_organization_inactive" {
  attrs = {
    events        = ["push"]
    active        = false
    configuration = [{ url = "http://ci.example.org/hook", insecure_ssl = true }]
  }
}
