//! Data sources that compute: `providers/*/data/*.cases.json` say what the provider makes of arguments.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use tomcheck::config::{self, Inputs};
use tomcheck::diag::Severity;
use tomcheck::eval::{Files, Options, World};
use tomcheck::source::{self, SourceMap};
use tomcheck::syntax::{self, Syntax};
use tomcheck::value::{Value, masks};

fn case_files() -> Vec<PathBuf> {
    let providers = Path::new(env!("CARGO_MANIFEST_DIR")).join("providers");
    let walk = ignore::WalkBuilder::new(providers).sort_by_file_path(Ord::cmp).build();
    walk.filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.to_string_lossy().ends_with(".cases.json"))
        .collect()
}

/// Strings of JSON syntax are templates: what starts one is escaped.
fn literal(value: &Json) -> Json {
    match value {
        Json::String(text) => json!(text.replace("${", "$${").replace("%{", "%%{")),
        Json::Array(items) => items.iter().map(literal).collect(),
        Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), literal(value))).collect(),
        other => other.clone(),
    }
}

/// What differs between the cases and what the evaluator makes of them.
fn differences(ty: &str, cases: &[Json]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let blocks: serde_json::Map<String, Json> =
        cases.iter().enumerate().map(|(index, case)| (format!("case{index}"), literal(&case["args"]))).collect();
    fs::write(dir.path().join("main.tf.json"), json!({ "data": { ty: blocks } }).to_string()).unwrap();
    let (files, _) = source::discover(&[dir.path().to_owned()], &source::Options::default());
    let sources = config::parse(&files);
    let (config, problems) = config::load(&sources, &Inputs::default());
    assert!(problems.iter().all(|problem| problem.severity != Severity::Error), "{ty}: {problems:?}");
    let host = Files { base: fs::canonicalize(dir.path()).unwrap(), sources: &sources, located: false, partial: false };
    let world = World::new(&config, &config.roots[0], &host, Options::default());
    let eval = |text: &str| -> Result<Value, String> {
        let file = SourceMap::default().add("expression".into(), text.as_bytes().to_vec());
        let value = world.console(syntax::parse(file, Syntax::Expression).expression());
        match world.take_diagnostics().into_iter().next() {
            Some(problem) => Err(problem.message),
            None => value.map_err(|error| error.to_string()),
        }
    };
    let mut found = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let at = format!("data.{ty}.case{index}");
        for (name, expected) in case["attributes"].as_object().expect("a case has attributes") {
            match eval(&format!("{at}.{name}")) {
                Ok(value) if masks::known(&value) == *expected => {}
                Ok(value) => found.push(format!("{at}.{name}: {} is not {expected}", masks::known(&value))),
                Err(error) => found.push(format!("{at}.{name}: {error}")),
            }
        }
    }
    found
}

#[test]
fn a_data_source_computes_what_its_provider_does() {
    let mut found = Vec::new();
    let mut judged = 0;
    for path in case_files() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let cases: Vec<Json> = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        judged += cases.len();
        found.extend(differences(name.strip_suffix(".cases.json").unwrap(), &cases));
    }
    assert!(judged > 20, "only {judged} cases were found");
    assert!(found.is_empty(), "{} differ:\n{}", found.len(), found.join("\n"));
}
