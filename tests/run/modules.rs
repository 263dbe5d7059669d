//! The examples of terraform-aws-modules/s3-bucket, where the corpus is: what belongs to a bucket is found through the
//! module's locals, conditions, splats and placeholders.

use std::collections::BTreeMap;
use std::path::Path;

use super::support::{check, tree};

const POLICIES: &[&str] = &[
    "aws-s3-bucket-sse",
    "aws-s3-secure-transport",
    "aws-s3-public-access-block",
    "aws-s3-policy-public",
    "aws-s3-lifecycle-noncurrent",
];

/// Example, module call, and the verdicts of [`POLICIES`] over its bucket; `-` where one does not apply.
///
/// The module switches all public access off by default. Only what sets `attach_deny_insecure_transport_policy` denies
/// plain HTTP, and only buckets with versioning or an object lock need a rule that ends old versions. Undecided are:
/// - `complete`: statements of the log bucket's policy are made for the regions that equal `data.aws_region`, so that
///   how many there are is not known;
/// - `notification`: modules that are not installed are given the bucket, and may make what belongs to it;
/// - `s3-inventory`: a module that is not installed may block public access for the whole account.
const BUCKETS: &[(&str, &str, &str)] = &[
    ("complete", "cloudfront_log_bucket", "pass fail pass pass -"),
    ("complete", "log_bucket", "pass unknown pass pass -"),
    ("complete", "s3_bucket", "pass pass pass pass fail"),
    ("complete", "simple_account_regional_bucket", "pass fail pass pass -"),
    ("complete", "simple_bucket", "pass fail pass pass -"),
    ("directory-bucket", "inventory_destination_bucket", "pass fail pass pass -"),
    ("notification", "s3_bucket", "unknown unknown unknown pass unknown"),
    ("object", "s3_bucket", "pass fail pass pass -"),
    ("object", "s3_bucket_with_object_lock", "pass fail pass pass fail"),
    ("s3-analytics", "analytics_and_inventory_destination_bucket", "pass fail pass pass -"),
    ("s3-analytics", "analytics_configuration_bucket", "pass fail pass pass fail"),
    ("s3-analytics", "analytics_destination_bucket", "pass fail pass pass -"),
    ("s3-analytics", "inventory_source_bucket", "pass fail pass pass -"),
    ("s3-inventory", "inventory_destination_bucket", "pass fail unknown pass -"),
    ("s3-inventory", "inventory_source_bucket", "pass fail unknown pass -"),
    ("s3-inventory", "multi_inventory_configurations_bucket", "pass fail unknown pass fail"),
    ("s3-replication", "replica_bucket", "pass fail pass pass fail"),
    ("s3-replication", "s3_bucket", "pass fail pass pass fail"),
];

#[test]
fn buckets_of_the_examples_are_decided() {
    let examples = Path::new("../shared/corpus/terraform-aws-s3-bucket/examples");
    if !examples.exists() {
        eprintln!("skipped: there is no {}", examples.display());
        return;
    }
    let mut wanted: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for (example, call, verdicts) in BUCKETS {
        wanted
            .entry(example)
            .or_default()
            .insert(format!("module.{call}.aws_s3_bucket.this[0]"), (*verdicts).to_owned());
    }
    for (example, wanted) in wanted {
        let run = check(&examples.join(example));
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (at, policy) in POLICIES.iter().enumerate() {
            for (address, verdict) in run.verdicts(policy) {
                if address.ends_with(".aws_s3_bucket.this[0]") {
                    found.entry(address).or_insert_with(|| vec!["-".to_owned(); POLICIES.len()])[at] = verdict;
                }
            }
        }
        let found: BTreeMap<_, _> =
            found.into_iter().map(|(address, verdicts)| (address, verdicts.join(" "))).collect();
        assert_eq!(found, wanted, "{example}");
    }
}

/// Policies of buckets that the examples attach: none speaks to everybody, but one that nobody can count.
#[test]
fn policies_of_the_examples_are_decided() {
    let examples = Path::new("../shared/corpus/terraform-aws-s3-bucket/examples");
    if !examples.exists() {
        eprintln!("skipped: there is no {}", examples.display());
        return;
    }
    for example in ["complete", "directory-bucket", "s3-analytics", "s3-inventory"] {
        let verdicts = check(&examples.join(example)).verdicts("aws-s3-policy-public");
        let policies: Vec<_> =
            verdicts.iter().filter(|(address, _)| address.ends_with(".aws_s3_bucket_policy.this[0]")).collect();
        assert!(!policies.is_empty(), "{example}");
        for (address, verdict) in policies {
            let open = (example, address.as_str()) == ("complete", "module.log_bucket.aws_s3_bucket_policy.this[0]");
            assert_eq!(verdict, if open { "unknown" } else { "pass" }, "{example}: {address}");
        }
    }
}

/// Who a policy speaks to is known by an ARN's beginning, though the ARN is not: a role is not everybody.
#[test]
fn a_principal_that_is_made_is_not_everybody() {
    let verdict = |identifiers: &str| {
        let text = format!(
            r#"
resource "aws_iam_role" "reader" {{
  assume_role_policy = "{{}}"
}}
resource "aws_s3_bucket" "a" {{}}
data "aws_iam_policy_document" "own" {{
  statement {{
    actions   = ["s3:GetObject"]
    resources = ["${{aws_s3_bucket.a.arn}}/*"]
    principals {{
      type        = "AWS"
      identifiers = {identifiers}
    }}
  }}
}}
data "aws_iam_policy_document" "all" {{
  source_policy_documents = [data.aws_iam_policy_document.own.json]
}}
resource "aws_s3_bucket_policy" "a" {{
  bucket = aws_s3_bucket.a.id
  policy = replace(data.aws_iam_policy_document.all.json, "_S3_BUCKET_ID_", aws_s3_bucket.a.id)
}}
"#
        );
        let verdicts = check(tree(&[("main.tf", &text)]).path()).verdicts("aws-s3-policy-public");
        verdicts.into_iter().find(|(address, _)| address == "aws_s3_bucket_policy.a").unwrap().1
    };
    assert_eq!(verdict("[aws_iam_role.reader.arn]"), "pass");
    assert_eq!(verdict("[aws_iam_role.reader.arn, \"arn:aws:iam::123456789012:root\"]"), "pass");
    assert_eq!(verdict("[aws_iam_role.reader.arn, \"*\"]"), "fail");
}
