//! Expressions of known values, against what Terraform makes of them.

mod oracle_support;

use oracle_support::{cases, judged, with_module};

/// Where our answer differs from the recorded one, and why it may.
const DIFFERENT: &[(&str, &str)] = &[
    ("f-120f0d8d92", "abspath of a relative path: the working directory is of the environment, so unknown"),
    ("f-4d9720a72d", "the same"),
];

#[test]
fn answers_what_terraform_answers() {
    let mut wrong = Vec::new();
    with_module("context.tf", |answer| {
        for case in cases("functions.jsonl") {
            let (id, expr) = (case["id"].as_str().unwrap(), case["expr"].as_str().unwrap());
            if DIFFERENT.iter().any(|(different, _)| *different == id) {
                continue;
            }
            if let Some(difference) = judged(answer, expr, &case) {
                wrong.push(format!("{id} {expr}\n    {difference}\n"));
            }
        }
    });
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}
