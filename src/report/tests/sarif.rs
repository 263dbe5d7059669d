//! The report for code scanning.

use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value as Json;

use super::json::misfits;
use super::world::world_in;
use super::{World, world};
use crate::control::Finding;
use crate::policy::{Language, Outcome};
use crate::report::{Format, Options, write};
use crate::source::{FileId, Repository};

/// The schema of OASIS.
const SCHEMA: &str = include_str!("../../../tests/schemas/sarif-2.1.0.schema.json");

fn sarif(world: &World, options: Options) -> (String, Vec<crate::diag::Diagnostic>) {
    let options = Options { format: Format::Sarif, ..options };
    let mut out = Vec::new();
    let said = write(&world.assessment, &world.sources, &options, &mut out).expect("memory takes everything");
    (String::from_utf8(out).expect("it is text"), said)
}

/// The world as files of a repository, and the report of it.
fn in_repository(options: Options) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join(".git")).expect("a folder");
    let world = world_in(&folder.path().join("infra"));
    let ids: Vec<FileId> = world.assessment.findings.iter().filter_map(|f| f.verdict.span).map(|s| s.file).collect();
    let roots = world.assessment.roots.iter().filter_map(|root| root.first).map(|span| span.file);
    for id in ids.into_iter().chain(roots) {
        let file = world.sources.get(id);
        std::fs::create_dir_all(file.path().parent().expect("it is in a folder")).expect("folders");
        std::fs::write(file.path(), file.bytes()).expect("a file");
    }
    let repository = Repository::find(&folder.path().join("infra"));
    assert!(repository.is_some(), "its `.git` is found from inside");
    sarif(&world, Options { repository, ..options }).0
}

fn results(sarif: &str) -> Vec<Json> {
    let log: Json = serde_json::from_str(sarif).expect("it is JSON");
    log["runs"][0]["results"].as_array().expect("there are results").clone()
}

#[test]
fn everything() {
    assert_snapshot!(in_repository(Options { undecided: true, ..Options::default() }));
}

#[test]
fn it_fits_the_schema_and_what_code_scanning_reads() {
    for language in [Language::En, Language::De] {
        let text = in_repository(Options { undecided: true, language, ..Options::default() });
        let log: Json = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(misfits(SCHEMA, &log), Vec::<String>::new());
        let run = &log["runs"][0];
        assert!(run["automationDetails"]["id"].as_str().is_some_and(|id| id.ends_with('/')));
        let full = |value: &Json| value.as_str().is_some_and(|text| !text.is_empty() && text.chars().count() <= 1024);
        for rule in run["tool"]["driver"]["rules"].as_array().expect("there are rules") {
            assert!(full(&rule["id"]) && full(&rule["help"]["text"]) && full(&rule["help"]["markdown"]), "{rule}");
            assert!(full(&rule["shortDescription"]["text"]) && full(&rule["fullDescription"]["text"]), "{rule}");
            let tags = rule["properties"]["tags"].as_array().expect("there are tags");
            assert!(tags.contains(&"security".into()) && tags.len() <= 20, "{rule}");
            assert!(rule.get("helpUri").is_none_or(|uri| uri.as_str().is_some_and(|uri| !uri.contains(' '))), "{rule}");
        }
        for result in results(&text) {
            let location = &result["locations"][0]["physicalLocation"];
            let uri = location["artifactLocation"]["uri"].as_str().expect("it has a place");
            assert!(!uri.is_empty() && !uri.starts_with('/') && !uri.contains("..") && !uri.contains(' '), "{uri}");
            for edge in ["startLine", "startColumn", "endLine", "endColumn"] {
                assert!(location["region"][edge].as_u64().is_some_and(|number| number > 0), "{result}");
            }
            assert!(result["partialFingerprints"]["primaryLocationLineHash"].is_string(), "{result}");
            assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()), "{result}");
        }
        assert!(!text.contains("hunter2") && !text.contains("##vso["), "{text}");
    }
}

#[test]
fn what_is_undecided_is_left_out_unless_asked_for() {
    let world = world();
    let levels = |options| -> Vec<String> {
        results(&sarif(&world, options).0).iter().map(|result| result["level"].to_string()).collect()
    };
    let without = levels(Options::default());
    let with = levels(Options { undecided: true, ..Options::default() });
    assert_eq!((without.len(), with.len()), (7, 13));
}

#[test]
fn paths_lead_down_without_a_repository_too() {
    let world = world();
    let (text, _) = sarif(&world, Options::default());
    let uris: Vec<String> = results(&text)
        .iter()
        .map(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].to_string())
        .collect();
    assert!(uris.contains(&"\"test%20env/main.tf\"".to_owned()), "{uris:?}");
    let outside = world_in(Path::new("/elsewhere/.."));
    let (text, _) = sarif(&outside, Options::default());
    for result in results(&text) {
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert!(uri == "live" || uri == "test%20env", "the name of the root module stands for it: {uri}");
    }
}

#[test]
fn of_too_many_the_most_severe_are_kept() {
    let mut world = world();
    let finding = |outcome| -> Finding {
        let all = world.assessment.findings.iter();
        all.clone().find(|finding| finding.verdict.outcome == outcome).expect("there is one of each").clone()
    };
    let (fail, error) = (finding(Outcome::Fail), finding(Outcome::Error));
    world.assessment.findings = vec![error; 4_999];
    world.assessment.findings.extend(vec![fail; 2]);
    let (text, said) = sarif(&world, Options::default());
    let results = results(&text);
    let fails = results.iter().filter(|result| result["ruleId"] == "log-retention-max").count();
    assert_eq!((results.len(), fails), (5_000, 2));
    assert_eq!(said[0].message, "1 of 5001 results are left out of the SARIF report");
    assert!(text.contains("sarif-limit"), "the report says it as well");
}
