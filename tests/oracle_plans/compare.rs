//! Our plan beside the recorded one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::cases::Case;

/// What differs, in words.
pub fn differences(case: &Case, ours: &Json, code: i32) -> Vec<String> {
    let mut wrong = Vec::new();
    let expected = &case.expected;
    match (expected.get("error"), ours.get("error")) {
        (None, None) => {
            if code != 0 {
                wrong.push(format!("exit {code}"));
            }
            changes(case, ours, &mut wrong);
            outputs(case, ours, &mut wrong);
            if !case.terse {
                variables(expected, ours, &mut wrong);
            }
        }
        (Some(theirs), Some(ours)) => {
            if code != 3 {
                wrong.push(format!("exit {code}"));
            }
            let (theirs, places) = (places(theirs), places(ours));
            if theirs != places {
                wrong.push(format!("refused at {theirs:?}, by us at {places:?}: {}", summaries(expected, ours)));
            }
        }
        (Some(theirs), None) => wrong.push(format!("not refused: {}", summaries(expected, theirs))),
        (None, Some(ours)) => wrong.push(format!("refused: {ours}")),
    }
    wrong
}

fn summaries(expected: &Json, ours: &Json) -> String {
    let of = |json: &Json| -> Vec<String> {
        json.as_array().into_iter().flatten().map(|one| one["summary"].as_str().unwrap_or_default().into()).collect()
    };
    format!("{:?}, {:?}", of(&expected["error"]), of(ours))
}

/// Files and lines of diagnostics.
fn places(errors: &Json) -> BTreeSet<(String, u64)> {
    let place = |one: &Json| (one["file"].as_str().unwrap_or_default().to_owned(), one["line"].as_u64().unwrap_or(0));
    errors.as_array().into_iter().flatten().map(place).collect()
}

fn by_address(changes: &Json) -> BTreeMap<String, &Json> {
    let all = changes.as_array().into_iter().flatten();
    all.map(|change| (change["address"].as_str().unwrap().to_owned(), change)).collect()
}

fn changes(case: &Case, ours: &Json, wrong: &mut Vec<String>) {
    let theirs = by_address(&case.expected["resource_changes"]);
    let ours = by_address(&ours["resource_changes"]);
    wrong.extend(theirs.keys().filter(|one| !ours.contains_key(*one)).map(|one| format!("{one} is missing")));
    wrong.extend(ours.keys().filter(|one| !theirs.contains_key(*one)).map(|one| format!("{one} is too much")));
    for (address, theirs) in &theirs {
        let Some(ours) = ours.get(address) else { continue };
        for part in ["mode", "type", "name", "index", "module_address", "action_reason", "previous_address"] {
            if theirs[part] != ours[part] {
                wrong.push(format!("{address} {part}: {}, ours {}", theirs[part], ours[part]));
            }
        }
        if let Some(provider) = theirs.get("provider_name").filter(|provider| **provider != ours["provider_name"]) {
            wrong.push(format!("{address} provider_name: {provider}, ours {}", ours["provider_name"]));
        }
        change(case, theirs, &ours["change"], address, wrong);
    }
}

fn change(case: &Case, theirs: &Json, ours: &Json, address: &str, wrong: &mut Vec<String>) {
    for part in ["actions", "after", "after_unknown", "after_sensitive", "importing"] {
        let (mut one, mut other) = (theirs[part].clone(), ours[part].clone());
        if case.terse && part == "after" {
            without_null(&mut one);
            without_null(&mut other);
        } else if case.terse && part != "actions" {
            (one, other) = (pruned(&one), pruned(&other));
        }
        compare(&one, &other, &format!("{address} {part}"), wrong);
    }
}

fn without_null(value: &mut Json) {
    if let Json::Object(fields) = value {
        fields.retain(|_, value| !value.is_null());
    }
}

/// A mask with nothing but what is true.
fn pruned(mask: &Json) -> Json {
    match mask {
        Json::Object(fields) => {
            let fields: Map<String, Json> = fields
                .iter()
                .map(|(name, mask)| (name.clone(), pruned(mask)))
                .filter(|(_, mask)| *mask != Json::Bool(false))
                .collect();
            if fields.is_empty() { Json::Bool(false) } else { Json::Object(fields) }
        }
        Json::Array(items) => {
            let items: Vec<Json> = items.iter().map(pruned).collect();
            if items.iter().all(|item| *item == Json::Bool(false)) { Json::Bool(false) } else { Json::Array(items) }
        }
        Json::Null => Json::Bool(false),
        mask => mask.clone(),
    }
}

fn outputs(case: &Case, ours: &Json, wrong: &mut Vec<String>) {
    let empty = Map::new();
    let of = |json: &Json| json["output_changes"].as_object().unwrap_or(&empty).clone();
    let (theirs, ours) = (of(&case.expected), of(ours));
    let names: BTreeSet<&String> = theirs.keys().chain(ours.keys()).collect();
    for name in names {
        match (theirs.get(name), ours.get(name)) {
            (Some(theirs), Some(ours)) => change(case, theirs, ours, &format!("output.{name}"), wrong),
            (theirs, _) => {
                let which = if theirs.is_some() { "missing" } else { "too much" };
                wrong.push(format!("output.{name} is {which}"));
            }
        }
    }
}

fn variables(expected: &Json, ours: &Json, wrong: &mut Vec<String>) {
    let theirs = expected["variables"].as_object().cloned().unwrap_or_default();
    let ours = ours["variables"].as_object().cloned().unwrap_or_default();
    let names: BTreeSet<&String> = theirs.keys().chain(ours.keys()).collect();
    for name in names {
        let ours = ours.get(name).map(|one| one["value"].clone()).unwrap_or("(not there)".into());
        compare(theirs.get(name).unwrap_or(&"(not there)".into()), &ours, &format!("var.{name}"), wrong);
    }
}

/// Numbers of a plan are 64-bit floats.
fn number(json: &Json) -> Option<f64> {
    json.as_number().and_then(|number| number.to_string().parse().ok())
}

fn compare(theirs: &Json, ours: &Json, place: &str, wrong: &mut Vec<String>) {
    match (theirs, ours) {
        (Json::Object(one), Json::Object(other)) => {
            let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            let of = |fields: &Map<String, Json>, name: &str| fields.get(name).cloned().unwrap_or("(not there)".into());
            for name in names {
                compare(&of(one, name), &of(other, name), &format!("{place}.{name}"), wrong);
            }
        }
        (Json::Array(one), Json::Array(other)) if one.len() == other.len() => {
            for (at, (one, other)) in one.iter().zip(other).enumerate() {
                compare(one, other, &format!("{place}[{at}]"), wrong);
            }
        }
        _ => {
            let same = match (number(theirs), number(ours)) {
                (Some(one), Some(other)) => (one - other).abs() <= 1e-15 * one.abs().max(other.abs()),
                _ => theirs == ours,
            };
            if !same {
                let short = |json: &Json| json.to_string().chars().take(200).collect::<String>();
                wrong.push(format!("{place}: {}, ours {}", short(theirs), short(ours)));
            }
        }
    }
}
