//! Expressions that nobody wrote, against what Terraform makes of them.

mod grammar;
mod judge;
#[path = "../oracle_support/mod.rs"]
mod oracle_support;

use std::collections::BTreeMap;
use std::io::Write;

use oracle_support::{cases, judged, with_module};
use serde_json::Value as Json;

/// Names of `unknowns_context.tf`, by kind.
const UNKNOWNS: &str = include_str!("unknowns.txt");

/// The file with the names that expressions of values or of unknowns may refer to.
fn context(unknown: bool) -> &'static str {
    if unknown { "unknowns_context.tf" } else { "context.tf" }
}

/// Why a difference stays, if it is of a kind that does.
fn argued(expr: &str, difference: &str, case: &Json) -> Option<&'static str> {
    let detail = case["detail"].as_str().unwrap_or_default();
    if expr.contains("fileset(") && difference.starts_with("fails: call of `fileset` fails") {
        return Some(
            "a malformed pattern is an error whatever files there are, and not only where one leads to what is wrong",
        );
    }
    if expr.contains("\"~") {
        return Some("the home directory is of the environment, on which no verdict may depend");
    }
    if expr.contains("set") && case["ok"] == true && case["unknown"] != false && difference.starts_with("type ") {
        return Some(
            "Terraform makes a list of a wrong type of a set of which elements are not known, until it applies",
        );
    }
    if expr.contains("csvdecode(") && difference.starts_with("type ") {
        return Some("Terraform shows names without quotes, so that blanks around one cannot be read back");
    }
    if case["validated"] == true && detail.contains("element types must all match for conversion to list") {
        return Some("instances that are validated are a list of objects whose attributes may have any types");
    }
    None
}

#[test]
fn answers_as_recorded() {
    let mut wrong = Vec::new();
    let cases = [cases("generated.jsonl"), cases("probes.jsonl")].concat();
    for unknown in [false, true] {
        with_module(context(unknown), |answer| {
            for case in cases.iter().filter(|case| (case["group"] == "unknowns") == unknown) {
                let expr = case["expr"].as_str().expect("an expression");
                if let Some(difference) = judged(answer, expr, case) {
                    wrong.push(format!("{expr}\n    {difference}\n"));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

/// A setting from the environment.
#[expect(clippy::disallowed_methods, reason = "settings of a test are no verdicts")]
fn setting<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

/// The expressions to be judged: those in the file `GENERATED_FROM`, which is in the recorded form (`expr` and `group`
/// are read), else as many as `GENERATED_COUNT` says, as `GENERATED_SEED` decides.
fn expressions(unknown: bool) -> Vec<String> {
    if let Some(from) = setting::<String>("GENERATED_FROM") {
        let text = std::fs::read_to_string(&from).expect("GENERATED_FROM can be read");
        let cases = text.lines().map(|line| serde_json::from_str::<Json>(line).expect("a case"));
        let own = cases.filter(|case| (case["group"] == "unknowns") == unknown);
        return own.map(|case| case["expr"].as_str().expect("an expression").to_owned()).collect();
    }
    let mut grammar = grammar::Grammar::new(setting("GENERATED_SEED").unwrap_or(1), unknown.then_some(UNKNOWNS), false);
    (0..setting("GENERATED_COUNT").unwrap_or(20_000) / 2).map(|_| grammar.expression()).collect()
}

/// By default it judges the same expressions each time; `GENERATED_SEED=7 GENERATED_COUNT=6000 cargo test --test generated
/// -- --ignored` tries others. What differs (with `GENERATED_KEEP=1` all that was judged) is left in the recorded form in
/// `target/tmp/generated.jsonl`, to be mended and then kept.
#[test]
#[ignore = "asks Terraform about many thousand expressions"]
fn agrees_with_terraform() {
    let version = std::process::Command::new("terraform").arg("version").output();
    let version = version.map(|out| String::from_utf8_lossy(&out.stdout).into_owned()).unwrap_or_default();
    if !version.starts_with("Terraform v1.11.") {
        println!("skipped: Terraform 1.11 is not installed");
        return;
    }
    let left = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated.jsonl");
    let mut left = std::fs::File::create(left).expect("it can be written");
    let keep = setting("GENERATED_KEEP") == Some(1);
    let mut tally: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut wrong = Vec::new();
    for unknown in [false, true] {
        let group = if unknown { "unknowns" } else { "values" };
        for batch in expressions(unknown).chunks(500) {
            let verdicts = judge::judge(context(unknown), batch);
            with_module(context(unknown), |answer| {
                for (expr, verdict) in batch.iter().zip(verdicts) {
                    let Some(mut case) = verdict else { continue };
                    case["expr"] = expr.as_str().into();
                    case["group"] = group.into();
                    let tally = tally.entry(group).or_default();
                    tally[0] += 1;
                    tally[1] += usize::from(case["ok"] == true);
                    if keep {
                        writeln!(left, "{case}").expect("it can be written");
                    }
                    let difference = judged(answer, expr, &case);
                    let Some(difference) = difference.filter(|found| argued(expr, found, &case).is_none()) else {
                        tally[2] += 1;
                        continue;
                    };
                    if !keep {
                        writeln!(left, "{case}").expect("it can be written");
                    }
                    let expected = if case["ok"] == true { Json::Null } else { case["detail"].clone() };
                    wrong.push(format!("{expr}\n    {difference} {expected}\n"));
                }
            });
        }
    }
    for (group, [judged, accepted, agreed]) in tally {
        println!("{group}: {judged} judged, {accepted} accepted by Terraform, {agreed} agreed");
    }
    wrong.sort_by_key(String::len);
    assert!(wrong.is_empty(), "{}\n{} differ", wrong.join("\n"), wrong.len());
}
