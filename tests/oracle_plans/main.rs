//! Whole configurations: what `tomcheck plan --json` says of them is what Terraform plans.
//!
//! `tests/plans` and, where they are, the folders beside the repository hold plans that were recorded from Terraform
//! 1.11.4; their READMEs say how. What may differ stands in [`DIFFERENT`], with the reason.

mod cases;
mod compare;

use rayon::prelude::*;

use cases::{Case, cases};

/// Where our answer differs from the recorded one, and why it may.
const DIFFERENT: &[(&str, &str)] = &[];

#[test]
fn plans_are_those_of_terraform() {
    let all = cases();
    let wrong: Vec<(String, Vec<String>)> = all
        .par_iter()
        .filter_map(|case| {
            let wrong = differences(case);
            (!wrong.is_empty()).then(|| (case.name.clone(), wrong))
        })
        .collect();
    let argued = |name: &str| DIFFERENT.iter().any(|(case, _)| *case == name);
    let open: Vec<String> = wrong
        .iter()
        .filter(|(name, _)| !argued(name))
        .map(|(name, wrong)| format!("{name}\n    {}", wrong.join("\n    ")))
        .collect();
    let cured: Vec<&str> = DIFFERENT
        .iter()
        .map(|(case, _)| *case)
        .filter(|case| all.iter().any(|one| one.name == *case) && !wrong.iter().any(|(name, _)| name == case))
        .collect();
    assert!(open.is_empty(), "{} of {} differ:\n{}", open.len(), all.len(), open.join("\n"));
    assert!(cured.is_empty(), "these do not differ any more: {cured:?}");
}

fn differences(case: &Case) -> Vec<String> {
    let (code, out) = case.run();
    let Ok(ours) = serde_json::from_slice(&out) else {
        return vec![format!("exit {code}, no JSON: {}", String::from_utf8_lossy(&out))];
    };
    compare::differences(case, &ours, code)
}
