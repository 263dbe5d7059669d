//! The report for programs.

use insta::assert_snapshot;
use serde_json::Value as Json;

use super::world;
use crate::control::{Context, Profile, assess};
use crate::policy::PolicyInfos;
use crate::report::{Format, Options, write};
use crate::source::SourceMap;

/// What does not fit the schema, a line each.
pub fn misfits(schema: &str, instance: &Json) -> Vec<String> {
    let schema: Json = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

const SCHEMA: &str = include_str!("../../../docs/assessment.schema.json");

fn json() -> String {
    let world = world();
    let mut out = Vec::new();
    write(&world.assessment, &world.sources, &Options { format: Format::Json, ..Options::default() }, &mut out)
        .expect("memory takes all");
    String::from_utf8(out).expect("it is text")
}

#[test]
fn everything() {
    assert_snapshot!(json());
}

#[test]
fn it_fits_its_schema() {
    let instance: Json = serde_json::from_str(&json()).expect("it is JSON");
    assert_eq!(misfits(SCHEMA, &instance), Vec::<String>::new());
    let mut wrong = instance;
    wrong["findings"][0]["verdict"] = "passed".into();
    assert_eq!(misfits(SCHEMA, &wrong).len(), 1, "the schema does tell right from wrong");
}

#[test]
fn an_empty_assessment_fits_too() {
    let sources = SourceMap::default();
    let today = "2026-01-01".parse().expect("a date");
    let infos = PolicyInfos::new();
    let context =
        Context { infos: &infos, waivers: &[], roots: &[], sources: &sources, today, outside: false, partial: false };
    let assessment = assess(Vec::new(), &Profile::new("none"), &context, Vec::new());
    let mut out = Vec::new();
    write(&assessment, &sources, &Options { format: Format::Json, ..Options::default() }, &mut out)
        .expect("memory takes everything");
    let instance: Json = serde_json::from_slice(&out).expect("it is JSON");
    assert_eq!(misfits(SCHEMA, &instance), Vec::<String>::new());
    assert_eq!(instance["summary"]["nothing_judged"], true);
}

#[test]
fn a_ci_finds_no_command_in_it() {
    let json = json();
    assert!(!json.contains("##vso["), "{json}");
    let instance: Json = serde_json::from_str(&json).expect("it is JSON");
    let message = instance["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .find_map(|finding| finding["message"].as_str().filter(|message| message.contains("boo")));
    assert!(message.expect("it is there").contains("##vso[task.complete]"), "the value is as it was");
}
