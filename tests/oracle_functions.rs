//! Expressions of known values, against what Terraform makes of them.

mod oracle_support;

use oracle_support::{cases, judged, with_module};

#[test]
fn answers_what_terraform_answers() {
    let mut wrong = Vec::new();
    with_module("context.tf", |answer| {
        for case in cases("functions.jsonl") {
            let (id, expr) = (case["id"].as_str().unwrap(), case["expr"].as_str().unwrap());
            if let Some(difference) = judged(answer, expr, &case) {
                wrong.push(format!("{id} {expr}\n    {difference}\n"));
            }
        }
    });
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}
