//! Whole configurations: what `tomcheck plan --json` says of them is what Terraform plans.
//!
//! `tests/plans`, `fixtures/plans/providers` and, where they are, the folders beside the repository hold plans that were recorded from Terraform
//! 1.11.4; their READMEs say how. What may differ stands in [`DIFFERENT`], with the reason.

mod cases;
mod compare;
mod verdicts;

use rayon::prelude::*;

use cases::{Case, cases};

/// Where our answer differs from the recorded one, and why it may.
const DIFFERENT: &[(&str, &str)] = &[
    ("terraform-quickstart-101-attestation-provider", "`fileexists(\"~/…\")`: nothing outside the tree is looked at"),
    (
        "terraform-quickstart-201-iot-hub-with-device-provisioning-service",
        "`>= 3.0` of azurerm allows 5.x, which has not what is used; recorded with 4.55.0",
    ),
    (
        "terraform-aws-s3-bucket-examples-complete",
        "a `count` that depends on a data source: recorded for one that is read late; this one is not, so that \
         Terraform plans it, and the instances are among those that may exist",
    ),
    ("fixture-azure-keyvault", READ),
    ("set-s3-policies", ORDER),
    ("terraform-aws-s3-bucket-examples-directory-bucket", ORDER),
    ("terraform-aws-s3-bucket-examples-s3-analytics", ORDER),
    ("terraform-aws-s3-bucket-examples-s3-inventory", ORDER),
];

const READ: &str = "a data source is read while planning, and none is read";
const ORDER: &str = "how many blocks a data source has, or in which order, depends on what other data sources say; the plans \
                     with unread data sources tell of managed resources only";

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
    let (code, out) = case.with_root(|root| case.plan(root));
    let Ok(ours) = serde_json::from_slice(&out) else {
        return vec![format!("exit {code}, no JSON: {}", String::from_utf8_lossy(&out))];
    };
    compare::differences(case, &ours, code)
}
