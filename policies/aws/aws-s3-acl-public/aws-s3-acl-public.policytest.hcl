policytest {
  targets = ["aws-s3-acl-public.policy.hcl"]
}

resource "aws_s3_bucket_acl" "pass_private" {
  attrs = { bucket = "a", acl = "private" }
}

resource "aws_s3_bucket_acl" "pass_log_delivery" {
  attrs = { bucket = "b", acl = "log-delivery-write" }
}

resource "aws_s3_bucket_acl" "pass_null" {
  attrs = { bucket = "c", acl = null, access_control_policy = null }
}

resource "aws_s3_bucket_acl" "pass_grants" {
  attrs = {
    bucket = "d"
    access_control_policy = [{
      owner = [{ id = "o" }]
      grant = [
        { permission = "READ", grantee = [{ type = "CanonicalUser", id = "o" }] },
        { permission = "READ", grantee = [{ type = "CanonicalUser", id = "o", uri = null }] },
        { permission = "WRITE", grantee = [{ type = "Group", uri = "http://acs.amazonaws.com/groups/s3/LogDelivery" }] },
      ]
    }]
  }
}

resource "aws_s3_bucket_acl" "fail_public_read" {
  expect_failure = true
  attrs          = { bucket = "e", acl = "public-read" }
}

resource "aws_s3_bucket_acl" "fail_public_read_write" {
  expect_failure = true
  attrs          = { bucket = "e", acl = "public-read-write" }
}

resource "aws_s3_bucket_acl" "fail_authenticated_read" {
  expect_failure = true
  attrs          = { bucket = "e", acl = "authenticated-read" }
}

resource "aws_s3_bucket_acl" "fail_grant_all_users" {
  expect_failure = true
  attrs = {
    bucket = "f"
    access_control_policy = [{
      owner = [{ id = "o" }]
      grant = [
        { permission = "FULL_CONTROL", grantee = [{ type = "CanonicalUser", id = "o" }] },
        { permission = "READ", grantee = [{ type = "Group", uri = "http://acs.amazonaws.com/groups/global/AllUsers" }] },
      ]
    }]
  }
}

resource "aws_s3_bucket" "pass_unset" {
  attrs = { bucket = "g" }
}

resource "aws_s3_bucket" "fail_inline_acl" {
  expect_failure = true
  attrs          = { bucket = "h", acl = "public-read" }
}

resource "aws_s3_bucket" "pass_inline_grant" {
  attrs = { bucket = "i", grant = [{ type = "CanonicalUser", id = "o", permissions = ["READ"] }] }
}

resource "aws_s3_bucket" "fail_inline_grant" {
  expect_failure = true
  attrs          = { bucket = "i", grant = [{ type = "Group", uri = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers", permissions = ["READ"] }] }
}

resource "aws_s3_object" "fail_object" {
  expect_failure = true
  attrs          = { bucket = "a", key = "k", acl = "public-read" }
}

resource "aws_s3_bucket_object" "fail_old_object" {
  expect_failure = true
  attrs          = { bucket = "a", key = "k", acl = "public-read" }
}

resource "aws_s3_object_copy" "fail_copied_object" {
  expect_failure = true
  attrs          = { bucket = "a", key = "k", source = "b/k", grant = [{ type = "Group", uri = "http://acs.amazonaws.com/groups/global/AllUsers", permissions = ["READ"] }] }
}

resource "aws_s3_bucket_versioning" "pass_not_applicable_other_type" {
  attrs = { bucket = "a" }
}

resource "aws_s3_bucket_website_configuration" "pass_redirect_to_https" {
  attrs = { bucket = "a", redirect_all_requests_to = [{ host_name = "www.example.com", protocol = "https" }] }
}

# Without a protocol the one of the request stays, which is HTTP.
resource "aws_s3_bucket_website_configuration" "fail_redirect_without_protocol" {
  expect_failure = true
  attrs          = { bucket = "a", redirect_all_requests_to = [{ host_name = "www.example.com" }] }
}

resource "aws_s3_bucket_website_configuration" "fail_redirect_to_http" {
  expect_failure = true
  attrs          = { bucket = "a", redirect_all_requests_to = [{ host_name = "www.example.com", protocol = "http" }] }
}

resource "aws_s3_bucket_website_configuration" "fail_website" {
  expect_failure = true
  attrs          = { bucket = "a", index_document = [{ suffix = "index.html" }] }
}

resource "aws_s3_bucket" "pass_inline_redirect" {
  attrs = { bucket = "j", website = [{ redirect_all_requests_to = "https://www.example.com" }] }
}

resource "aws_s3_bucket" "fail_inline_website" {
  expect_failure = true
  attrs          = { bucket = "j", website = [{ index_document = "index.html" }] }
}
