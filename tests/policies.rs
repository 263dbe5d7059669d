//! Every built-in policy: its tests, its examples, its sidecar, and the index that the build made of it.

use std::collections::BTreeSet;
use std::path::Path;

use assert_cmd::Command;
use tomcheck::policy::{self, BlockKind, Builtin, Library, Params, Policies, TestOptions};
use tomcheck::source::SourceMap;

#[test]
fn all_tests_pass() {
    let report = policy::test(&SourceMap::default(), Path::new("policies"), &TestOptions::default());
    let broken: Vec<&String> = report.diagnostics.iter().map(|diagnostic| &diagnostic.message).collect();
    assert!(broken.is_empty(), "{broken:#?}");
    let failed: Vec<String> = report
        .cases
        .iter()
        .filter(|case| !case.passed)
        .map(|case| format!("{}: {} got {:?}: {:?}", case.test, case.case, case.actual, case.messages))
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(report.cases.len() > 400, "only {} cases", report.cases.len());
}

/// The names that the sidecar of a folder gives to policies.
fn names(builtin: &Builtin) -> BTreeSet<String> {
    builtin
        .sidecar
        .lines()
        .filter(|line| line.starts_with("policy_metadata ") || line.starts_with("presence "))
        .filter_map(|line| line.split('"').nth(1).map(str::to_owned))
        .collect()
}

/// The parameters that an example's first line, a comment, says it is judged with: "With --param name=value."
fn params(text: &str) -> impl Iterator<Item = [&str; 2]> {
    let first = text.lines().next().filter(|line| line.starts_with('#')).unwrap_or_default();
    let values = first.split("--param ").skip(1).filter_map(|rest| rest.split_whitespace().next());
    values.map(|value| ["--param", value.trim_end_matches(['.', ','])])
}

/// The verdicts of the folder's policies over one file, each a root module of its own.
fn verdicts(builtin: &Builtin, text: &str) -> Vec<(String, String)> {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("main.tf"), text).unwrap();
    let output = Command::cargo_bin("tomcheck")
        .unwrap()
        .args(["check", "--format", "json", "--all-demands", "--allow-empty"])
        .args(params(text).flatten())
        .arg(dir.path())
        .output()
        .unwrap();
    let assessment: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{}: {error}: {}", builtin.name, String::from_utf8_lossy(&output.stderr)));
    let names = names(builtin);
    assessment["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| names.contains(finding["policy"].as_str().unwrap()))
        .map(|finding| {
            let words = format!("{}: {}", finding["address"], finding["message"]);
            (finding["verdict"].as_str().unwrap().to_owned(), words)
        })
        .collect()
}

#[test]
fn every_example_shows_what_its_name_says() {
    let mut wrong = Vec::new();
    for builtin in Builtin::all() {
        for (name, text) in builtin.examples {
            let verdicts = verdicts(builtin, text);
            let has = |wanted: &str| verdicts.iter().any(|(verdict, _)| verdict == wanted);
            let fine = match *name {
                "pass.tf" => has("pass") && !has("fail") && !has("unknown") && !has("error"),
                "fail.tf" => has("fail") && !has("error"),
                "unknown.tf" => has("unknown") && !has("fail") && !has("error"),
                _ => true,
            };
            if !fine {
                wrong.push(format!("{}/examples/{name}: {verdicts:#?}", builtin.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_is_whole() {
    let mut wrong = Vec::new();
    for builtin in Builtin::all() {
        let examples: Vec<&str> = builtin.examples.iter().map(|(name, _)| *name).collect();
        for wanted in ["pass.tf", "fail.tf", "unknown.tf"] {
            if !examples.contains(&wanted) {
                wrong.push(format!("{} has no examples/{wanted}", builtin.name));
            }
        }
        if builtin.tests.is_empty() {
            wrong.push(format!("{} has no tests", builtin.name));
        }
        if let Some((name, _)) = builtin.tests.iter().find(|(_, text)| !text.contains("targets")) {
            wrong.push(format!("{name} names no targets"));
        }
    }
    let map = SourceMap::default();
    let library = Library::builtin(&map, &|_, _| true);
    let (policies, problems) = Policies::new([&library], Params::new(), Params::new());
    wrong.extend(problems.iter().map(|problem| problem.message.clone()));
    for (name, info) in policies.infos() {
        for (what, text) in [("title", &info.title), ("description", &info.description)] {
            if text.de.is_empty() || text.en.is_empty() || text.de == text.en {
                wrong.push(format!("the {what} of {name} is not there in both languages"));
            }
        }
        if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            wrong.push(format!("{name} is no name"));
        }
    }
    wrong.extend(policies.uncovered().into_iter().map(|block| format!("{block} has no policy_metadata")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(policies.infos().len() >= 40);
}

/// The index that the build makes by a look at the text names what parsing finds.
#[test]
fn the_index_is_right() {
    let map = SourceMap::default();
    for builtin in Builtin::all() {
        let only = |kind: BlockKind, pattern: &policy::Pattern| {
            builtin.targets.iter().any(|(keyword, label)| {
                let same = match kind {
                    BlockKind::Module => *keyword == "module_policy",
                    BlockKind::Provider => *keyword == "provider_policy",
                    BlockKind::Resource => !["module_policy", "provider_policy"].contains(keyword),
                };
                same && label == pattern.text()
            })
        };
        let library = Library::builtin(&map, &|_, _| true);
        let (policies, _) = Policies::new([&library], Params::new(), Params::new());
        for (stem, kind, pattern) in policies.targets() {
            if stem == builtin.name {
                assert!(only(kind, &pattern), "{}: the index lacks {kind:?} {pattern:?}", builtin.name);
            }
        }
    }
}
