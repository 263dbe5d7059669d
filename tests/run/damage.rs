//! Runs over files with syntax errors: what was lost is unknown, and the run says that it is incomplete.

use crate::support::{check, tree};

const BUCKET: &str = "resource \"aws_s3_bucket\" \"a\" {\n  bucket = \"a\"\n}\n";

#[test]
fn broken_encryption_is_not_no_encryption() {
    let broken = "resource \"aws_ebs_volume\" \"a\" {\n  size = 1\n  encrypted = tru e\n}\n";
    let dir = tree(&[("main.tf", broken)]);
    let run = check(dir.path());
    assert_eq!(run.code, 3, "{}", run.out);
    let finding = run.finding("aws-block-device-encryption");
    assert_eq!(finding["verdict"], "unknown");
    assert_eq!(finding["causes"][0]["address"], "syntax error");
    assert_eq!(finding["causes"][0]["location"]["line"], 3);
    assert!(run.err.contains("main.tf:3:"), "{}", run.err);
}

#[test]
fn a_violation_beside_an_error_is_a_violation() {
    let files = [
        ("broken.tf", "locals {\n  a = \n}\n"),
        ("main.tf", "resource \"aws_ebs_volume\" \"a\" {\n  encrypted = false\n}\n"),
    ];
    let run = check(tree(&files).path());
    assert_eq!(run.code, 1, "{}", run.out);
    assert_eq!(run.finding("aws-block-device-encryption")["verdict"], "fail");
}

#[test]
fn what_a_broken_header_may_be_is_not_absent() {
    let encryption = "resource \"aws_s3_bucket_public_access_block\"\n\nresource \"terraform_data\" \"x\" {}\n";
    let dir = tree(&[("main.tf", BUCKET), ("access.tf", encryption)]);
    let run = check(dir.path());
    let finding = run.finding("aws-s3-public-access-block");
    assert_eq!((&finding["verdict"], &finding["causes"][0]["address"]), (&"unknown".into(), &"syntax error".into()));
}

#[test]
fn a_block_that_was_closed_early_goes_on() {
    let early = "resource \"aws_ebs_volume\" \"a\" {\n  size = 1\n  }\n  encrypted = true\n}\n";
    let run = check(tree(&[("main.tf", early)]).path());
    assert_eq!(run.finding("aws-block-device-encryption")["verdict"], "pass");
    // Where nothing is indented, nobody can tell what belongs to which block.
    let flat = early.replace("  ", "");
    let run = check(tree(&[("main.tf", &flat)]).path());
    assert_eq!(run.finding("aws-block-device-encryption")["verdict"], "unknown");
}

#[test]
fn a_lost_count_is_no_instance_without_key() {
    let lost = "resource \"aws_ebs_volume\" \"a\" {\n  1count = 2\n  encrypted = false\n}\n";
    let run = check(tree(&[("main.tf", lost)]).path());
    let verdicts = run.verdicts("aws-block-device-encryption");
    assert_eq!(verdicts, [("aws_ebs_volume.a[*]".to_owned(), "unknown".to_owned())]);
}

#[test]
fn damage_in_json_is_unknown_too() {
    let broken = "{\"resource\": {\"aws_ebs_volume\": {\"a\": {\"size\": 1, \"encrypted\": tru}}}}";
    let run = check(tree(&[("main.tf.json", broken)]).path());
    assert_eq!(run.code, 3);
    assert_eq!(run.finding("aws-block-device-encryption")["verdict"], "unknown");
}
