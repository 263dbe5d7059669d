//! Expressions over values that are known only after apply, against what Terraform makes of them while planning.

mod oracle_support;

use oracle_support::{cases, judged, with_module};

#[test]
fn knows_what_terraform_knows() {
    let mut wrong = Vec::new();
    with_module("unknowns_context.tf", |answer| {
        for case in cases("unknowns.jsonl") {
            let (id, expr) = (case["id"].as_str().unwrap(), case["expr"].as_str().unwrap());
            if let Some(difference) = judged(answer, expr, &case) {
                wrong.push(format!("{id} {expr}\n    {difference}\n"));
            }
        }
    });
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}
