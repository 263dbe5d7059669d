//! The five shapes that are hardest to judge.

use super::support::{check, tree};

/// A bucket whose encryption stands in another module.
#[test]
fn encryption_in_another_module() {
    let dir = tree(&[
        (
            "main.tf",
            r#"
resource "aws_s3_bucket" "reports" {}
resource "aws_s3_bucket" "other" {}
module "encryption" {
  source    = "./encryption"
  bucket_id = aws_s3_bucket.reports.id
}
"#,
        ),
        (
            "encryption/main.tf",
            r#"
variable "bucket_id" {}
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = var.bucket_id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "none"
    }
  }
}
"#,
        ),
    ]);
    let verdicts = check(dir.path()).verdicts("aws-s3-bucket-sse");
    assert_eq!(verdicts.iter().find(|(address, _)| address == "aws_s3_bucket.reports").unwrap().1, "fail");
    assert_ne!(verdicts.iter().find(|(address, _)| address == "aws_s3_bucket.other").unwrap().1, "fail");
}

/// `aws:SecureTransport` in a bucket policy that a data source builds, with an ARN that nobody knows yet.
#[test]
fn secure_transport_in_a_policy_document() {
    let text = |value: &str| {
        format!(
            r#"
resource "aws_s3_bucket" "a" {{}}
data "aws_iam_policy_document" "tls" {{
  statement {{
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.a.arn, "${{aws_s3_bucket.a.arn}}/*"]
    principals {{
      type        = "*"
      identifiers = ["*"]
    }}
    condition {{
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["{value}"]
    }}
  }}
}}
resource "aws_s3_bucket_policy" "a" {{
  bucket = aws_s3_bucket.a.id
  policy = data.aws_iam_policy_document.tls.json
}}
"#
        )
    };
    let verdict = |value: &str| {
        let dir = tree(&[("main.tf", &text(value))]);
        check(dir.path()).verdicts("aws-s3-secure-transport")[0].1.clone()
    };
    assert_eq!(verdict("false"), "pass");
    assert_eq!(verdict("true"), "fail");
}

/// Each root module is a world of its own: a trail in one says nothing of the other.
#[test]
fn a_trail_over_two_roots() {
    let dir = tree(&[
        ("audit/main.tf", "resource \"aws_cloudtrail\" \"t\" {\n  name = \"t\"\n  s3_bucket_name = \"b\"\n}\n"),
        ("app/main.tf", "resource \"aws_sqs_queue\" \"q\" {}\n"),
    ]);
    let all = check(dir.path()).json();
    let mut verdicts: Vec<(String, String)> = all["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["policy"] == "aws-cloudtrail-present")
        .map(|finding| (finding["root"].as_str().unwrap().to_owned(), finding["verdict"].as_str().unwrap().to_owned()))
        .collect();
    verdicts.sort();
    assert_eq!(verdicts, [("app".to_owned(), "fail".to_owned()), ("audit".to_owned(), "pass".to_owned())]);
}

/// A number that only its caller knows: unknown, and the input is named.
#[test]
fn retention_from_a_variable() {
    let dir = tree(&[(
        "main.tf",
        "variable \"retention\" {\n  type = number\n}\nresource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = var.retention\n}\n",
    )]);
    let finding = check(dir.path()).finding("aws-log-group-retention-max");
    assert_eq!(finding["verdict"], "unknown");
    assert_eq!(finding["causes"][0]["address"], "var.retention");
    assert_eq!(finding["location"]["line"], 5);
}

/// Listeners by an unknown map: one stand-in; where every possible one complies it passes.
#[test]
fn listeners_over_an_unknown_map() {
    let text = |policy: &str| {
        format!(
            "variable \"ports\" {{\n  type = map(number)\n}}\nresource \"aws_lb_listener\" \"l\" {{\n  for_each = var.ports\n  port = each.value\n  protocol = \"HTTPS\"\n  ssl_policy = \"{policy}\"\n}}\n"
        )
    };
    let verdicts = |policy: &str| {
        let dir = tree(&[("main.tf", &text(policy))]);
        check(dir.path()).verdicts("aws-lb-listener-tls")
    };
    let stand_in = "aws_lb_listener.l[*]".to_owned();
    assert_eq!(verdicts("ELBSecurityPolicy-TLS13-1-2-2021-06"), [(stand_in.clone(), "pass".to_owned())]);
    assert_eq!(verdicts("ELBSecurityPolicy-2016-08"), [(stand_in, "unknown".to_owned())]);
}

/// Either branch is looked at: what decides is named.
#[test]
fn a_conditional_whose_test_is_unknown() {
    let verdict = |long: u32| {
        let dir = tree(&[(
            "main.tf",
            &format!(
                "variable \"prod\" {{\n  type = bool\n}}\nresource \"aws_cloudwatch_log_group\" \"app\" {{\n  retention_in_days = var.prod ? 60 : {long}\n}}\n"
            ),
        )]);
        check(dir.path()).finding("aws-log-group-retention-max")
    };
    assert_eq!(verdict(30)["verdict"], "pass");
    let finding = verdict(365);
    assert_eq!(finding["verdict"], "unknown");
    assert!(finding["message"].as_str().unwrap().contains("fails when `var.prod` is false"), "{finding}");
}
