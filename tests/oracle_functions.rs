//! Expressions of known values, against what Terraform makes of them.

mod oracle_support;

use oracle_support::{Module, cases, equal};
use serde_json::Value as Json;
use tomcheck::lang::Options;
use tomcheck::value::{Fields, Value, json};

/// Where our answer differs from the recorded one, and why it may.
const DIFFERENT: &[(&str, &str)] = &[
    ("f-120f0d8d92", "abspath of a relative path: the working directory is of the environment, so unknown"),
    ("f-4d9720a72d", "the same"),
    ("f-91fb2eaf2f", "can(nosuch(1)): a function that this version lacks may be there in another, so unknown"),
    ("f-b356cf7317", "try(nosuchfunc(), 1): the same"),
    ("f-98c2d5b4de", "provider::nosuch::fn(1): functions of providers are not run, so unknown"),
    ("f-54287ce365", "true ? 1 : local.nope: that names are declared is checked where they are evaluated"),
    ("f-c7f42d6c21", "%{ if false }${local.nope}: the same"),
];

/// Terraform 1.11 evaluates both sides of `&&` and `||`.
const OPTIONS: Options = Options { short_circuit: false, wholly_known_try: false };

#[test]
fn answers_what_terraform_answers() {
    let module = Module::new("context.tf", Fields::new());
    let mut wrong = Vec::new();
    let mut worded_alike = (0, 0);
    for case in cases("functions.jsonl") {
        let (id, expr) = (case["id"].as_str().unwrap(), case["expr"].as_str().unwrap());
        if DIFFERENT.iter().any(|(different, _)| *different == id) {
            continue;
        }
        let found = module.evaluate(expr, OPTIONS);
        let difference = match (&found, case["ok"] == true) {
            (Ok(_), false) if case["not_storable"] == true => None,
            (Err(message), true) => Some(format!("fails: {message}")),
            (Ok(value), false) => Some(format!("gives {}", tomcheck::value::show_line(value))),
            (Ok(value), true) => difference(value, &case),
            (Err(message), false) => {
                worded_alike.1 += 1;
                let detail = case["detail"].as_str().unwrap_or_default();
                // `call of … fails: reason`
                let reason = message.split_once(" fails: ").map_or(message.as_str(), |(_, reason)| reason);
                worded_alike.0 += usize::from(detail.contains(reason));
                None
            }
        };
        if let Some(difference) = difference {
            let expected = if case["ok"] == true { &case["value"] } else { &case["detail"] };
            wrong.push(format!("{id} {expr}\n    expected {} {expected}\n    {difference}\n", case["type"]));
        }
    }
    println!("{} of {} messages contain ours", worded_alike.0, worded_alike.1);
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

fn difference(value: &Value, case: &Json) -> Option<String> {
    let ty = json::type_to_json(&value.ty());
    if ty != case["type"] {
        return Some(format!("type {ty}, value {}", tomcheck::value::show_line(&value.clone().unmark_deep().0)));
    }
    let found = match json::to_json(value) {
        Ok(found) => found,
        Err(error) => return Some(error.to_string()),
    };
    if !equal(&found, &case["value"]) {
        return Some(format!("value {found}"));
    }
    let mask = mask(value);
    let expected = case.get("sensitive").map_or(Json::Bool(false), trimmed);
    (mask != expected).then(|| format!("sensitive {mask}, expected {expected}"))
}

/// What is sensitive, in the shape of the value; `false` where nothing is.
fn mask(value: &Value) -> Json {
    if value.marks().sensitive {
        return Json::Bool(true);
    }
    let fields = |fields: &Fields| fields.iter().map(|(name, value)| (name.to_string(), mask(value))).collect();
    trimmed(&match value.bare() {
        Value::Map(map) => Json::Object(fields(&map.items)),
        Value::Object(object) => Json::Object(fields(&object.fields)),
        other => Json::Array(other.children().map(mask).collect()),
    })
}

/// A mask without the parts that say nothing.
fn trimmed(mask: &Json) -> Json {
    match mask {
        Json::Object(fields) => {
            let fields: serde_json::Map<String, Json> = fields
                .iter()
                .map(|(name, mask)| (name.clone(), trimmed(mask)))
                .filter(|(_, mask)| *mask != Json::Bool(false))
                .collect();
            if fields.is_empty() { Json::Bool(false) } else { Json::Object(fields) }
        }
        Json::Array(items) => {
            let items: Vec<Json> = items.iter().map(trimmed).collect();
            if items.iter().all(|mask| *mask == Json::Bool(false)) { Json::Bool(false) } else { Json::Array(items) }
        }
        other => other.clone(),
    }
}
