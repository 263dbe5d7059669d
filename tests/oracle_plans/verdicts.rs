//! Verdicts of a configuration, of our own plan of it, and of Terraform's.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde_json::{Value as Json, json};

use super::cases::{Case, cases};

/// Verdicts by policy and address.
type Verdicts = BTreeMap<(String, String), String>;

fn verdicts(case: &Case, root: &Path, paths: &[&str], with_inputs: bool) -> Verdicts {
    let mut args = vec!["check"];
    args.extend(paths);
    args.extend(["--format", "json", "--allow-empty", "--all-demands", "--terraform-version", "1.11.4"]);
    let (_, out) = case.tomcheck(root, &args, with_inputs);
    let assessment: Json = serde_json::from_slice(&out).unwrap_or_else(|_| panic!("{}", case.name));
    let findings = assessment["findings"].as_array().unwrap();
    let text = |finding: &Json, name: &str| finding[name].as_str().unwrap_or_default().to_owned();
    // Other root modules may be found below this one.
    let root = if with_inputs { "." } else { paths[1] };
    let findings = findings.iter().filter(|finding| finding["root"] == root);
    findings.map(|one| ((text(one, "policy"), text(one, "address")), text(one, "verdict"))).collect()
}

#[test]
fn verdicts_of_a_configuration_and_of_its_plans_are_the_same() {
    // Where there is only Terraform's own provider, nothing is judged.
    let accepted = |case: &Case| case.terse && case.expected.get("error").is_none();
    let accepted: Vec<Case> = cases().into_iter().filter(accepted).collect();
    let results: Vec<(usize, Vec<String>)> =
        accepted.par_iter().map(|case| case.with_root(|root| differences(case, root))).collect();
    let judged: usize = results.iter().map(|(judged, _)| judged).sum();
    let wrong: Vec<String> = results.into_iter().flat_map(|(_, wrong)| wrong).collect();
    assert!(wrong.is_empty(), "{} of {judged}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(judged > 100, "{judged}");
}

fn differences(case: &Case, root: &Path) -> (usize, Vec<String>) {
    let files = tempfile::tempdir().unwrap();
    let path = |name: &str| files.path().join(name).to_string_lossy().into_owned();
    let (code, own) = case.plan(root);
    if code != 0 {
        // That this is right, or why it may be, is told elsewhere.
        return (0, Vec::new());
    }
    fs::write(path("own.json"), own).unwrap();
    fs::write(path("theirs.json"), recorded(&case.expected).to_string()).unwrap();
    let of_configuration = verdicts(case, root, &["."], true);
    let of_own = verdicts(case, root, &["--plan", &path("own.json")], false);
    let of_theirs = verdicts(case, root, &["--plan", &path("theirs.json")], false);
    let mut wrong = Vec::new();
    for (subject, verdict) in &of_configuration {
        let (own, theirs) = (of_own.get(subject), of_theirs.get(subject));
        if own != Some(verdict) {
            wrong.push(format!("{} {subject:?}: {verdict}, of our own plan {own:?}", case.name));
        }
        // The recorded plans have no configuration, so that they leave open what refers to what.
        let decided = |verdict: &str| matches!(verdict, "pass" | "fail");
        if let Some(theirs) = theirs.filter(|theirs| decided(theirs) && decided(verdict))
            && theirs != verdict
        {
            wrong.push(format!("{} {subject:?}: {verdict}, of Terraform's plan {theirs}", case.name));
        }
    }
    (of_configuration.len(), wrong)
}

/// A recorded plan in the form of `terraform show -json`.
fn recorded(expected: &Json) -> Json {
    let changes = expected["resource_changes"].as_array().unwrap().iter().map(|one| {
        let mut one = one.clone();
        let change: serde_json::Map<String, Json> = ["actions", "after", "after_unknown", "after_sensitive"]
            .into_iter()
            .map(|part| (part.to_owned(), one[part].clone()))
            .collect();
        one["change"] = Json::Object(change);
        one
    });
    json!({ "format_version": "1.2", "resource_changes": changes.collect::<Vec<_>>() })
}
