//! Expressions over values that are known only after apply, against what Terraform makes of them while planning.

mod oracle_support;

use oracle_support::{Module, cases, equal};
use serde_json::{Map, Value as Json, json};
use tomcheck::lang::Options;
use tomcheck::value::{CauseKind, Causes, Fields, Type, Unknown, Value, convert, json as value_json, show_line};

/// Where our answer differs from the recorded one, and why it may.
const DIFFERENT: &[(&str, &str)] = &[
    ("u-0d5d7b4aee", "[id, \"b\"] == [\"a\", \"c\"]: a known difference decides"),
    ("u-27a05b68fc", "the same, of objects"),
    ("u-f5d7c459b2", "the same, of maps"),
    ("u-b1006d7534", "\"a-${id}\" == \"b-${id}\": the beginnings differ"),
    ("u-c5af5ff58c", "length(\"${id}\") >= 0: no length is below zero"),
    ("u-373a7d2670", "the same, of a list: if it is null the expression fails"),
    ("u-7758023304", "abs(n) >= 0: the same"),
    ("u-ea80949cca", "abs(n) == -1: the same"),
    ("u-62f5d6d965", "length(set of two) > 2: the set may have one or two elements"),
    ("u-3039ecd516", "contains([], id): nothing is in an empty list"),
    ("u-92a6d5674c", "flag ? tolist([\"a\"]) : tolist([\"b\"]): both possible values are known"),
    ("u-6ebc33f099", "flag ? {a = 1} : {a = 1}: both arms are the same"),
    ("u-0259d0abbb", "(flag ? \"prod-a\" : \"prod-b\") == \"dev\": no possible value is equal"),
    ("u-8f955f99b2", "startswith of them: all of them do"),
    ("u-898a9b2781", "the same: none of them does"),
    ("u-d8d9759f2c", "contains([\"x\", \"y\"], flag ? \"a\" : \"b\"): neither is there"),
    ("u-6747599c0c", "flag ? [][0] : \"b\": only the arm that does not fail has a value, a string"),
    ("u-056b05baa1", "the same, a number"),
    ("u-2c8d453ba1", "tolist(unknown set): the type of the elements is known, which cty forgets"),
    ("u-533ac86665", "length(tolist(unknown tuple)): as many as the tuple has"),
    ("u-e8a099c252", "[id, \"b\"][n]: all elements are strings"),
    ("u-9679e0899c", "the same"),
    ("u-b4e8b772d5", "{a = 1}[id]: if it has a value, it is 1"),
    ("u-36abb821c8", "the same"),
    ("u-683af28524", "terraform_data.x.nope: what a schema lacks is not the evaluator's to know"),
];

/// As Terraform 1.11 evaluates.
const OPTIONS: Options = Options { short_circuit: false, wholly_known_try: true };

fn unknown(ty: Type) -> Unknown {
    Unknown::new(ty, Causes::one(CauseKind::Computed, "terraform_data.x", None))
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::object(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

/// A `terraform_data` before it is created.
fn data(input: Value) -> Value {
    let output = Value::from(unknown(input.ty()));
    let id = unknown(Type::String).not_null().into();
    object([("id", id), ("input", input), ("output", output), ("triggers_replace", Value::NULL)])
}

/// The resources of `unknowns_context.tf`.
fn resources() -> Fields {
    let text = |texts: &[&str]| Value::tuple(texts.iter().map(|text| Value::from(*text)).collect());
    let list = convert(text(&["a", "b"]), &Type::list(Type::String)).unwrap();
    let set = convert(text(&["a", "b"]), &Type::set(Type::String)).unwrap();
    let map = object([("a", "x".into()), ("b", "y".into())]);
    let map = convert(map, &Type::map(Type::String)).unwrap();
    let id = || Value::from(unknown(Type::String).not_null());
    let terraform_data = object([
        ("x", data("hello".into())),
        ("y", data("other".into())),
        ("n", data(Value::int(5))),
        ("b", data(true.into())),
        ("tuple", data(text(&["a", "b"]))),
        ("list", data(list)),
        ("set", data(set)),
        ("map", data(map)),
        ("obj", data(object([("name", "n".into()), ("port", Value::int(80)), ("tags", text(&["t"]))]))),
        ("partial", data(object([("known", "k".into()), ("unknown", id())]))),
        ("counted", Value::tuple(vec![data(Value::int(0)), data(Value::int(1))])),
        ("each", object([("a", data("a".into())), ("b", data("b".into()))])),
        ("none", Value::tuple(Vec::new())),
    ]);
    let later = object([
        ("outputs", Value::from(unknown(Type::Dynamic))),
        ("config", object([("path", unknown(Type::String).not_null().into())])),
    ]);
    let data = object([("terraform_remote_state", object([("later", later)]))]);
    [("terraform_data".into(), terraform_data), ("data".into(), data)].into_iter().collect()
}

#[test]
fn knows_what_terraform_knows() {
    let module = Module::new("unknowns_context.tf", resources());
    let mut wrong = Vec::new();
    for case in cases("unknowns.jsonl") {
        let (id, expr) = (case["id"].as_str().unwrap(), case["expr"].as_str().unwrap());
        if DIFFERENT.iter().any(|(different, _)| *different == id) {
            continue;
        }
        let difference = match (module.evaluate(expr, OPTIONS), case["ok"] == true) {
            (Err(message), true) => Some(format!("fails: {message}")),
            (Ok(value), false) => Some(format!("gives {}", show_line(&value))),
            (Ok(value), true) => difference(&value, &case),
            (Err(_), false) => None,
        };
        if let Some(difference) = difference {
            let expected = if case["ok"] == true { &case["value"] } else { &case["detail"] };
            wrong.push(format!(
                "{id} {expr}\n    expected {} {expected} unknown {}\n    {difference}\n",
                case["type"], case["unknown"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

fn difference(value: &Value, case: &Json) -> Option<String> {
    let (value, _) = value.clone().unmark_deep();
    let ty = value_json::type_to_json(&value.ty());
    if ty != case["type"] {
        return Some(format!("type {ty}, value {}", show_line(&value)));
    }
    let (known, mask) = (known(&value), mask(&value));
    let expected = case.get("value").cloned().unwrap_or(Json::Null);
    if !equal(&known.clone().unwrap_or(Json::Null), &expected) {
        return Some(format!("value {}", show_line(&value)));
    }
    let trim = |mask: &Json| if is_known(mask) { json!(false) } else { mask.clone() };
    (trim(&mask) != trim(&trimmed(&case["unknown"]))).then(|| format!("unknown {mask}"))
}

/// What is known: unknown attributes are left out, unknown elements are null.
fn known(value: &Value) -> Option<Json> {
    let fields = |fields: &Fields| -> Json {
        let fields: Map<String, Json> =
            fields.iter().filter_map(|(name, value)| Some((name.to_string(), known(value)?))).collect();
        Json::Object(fields)
    };
    Some(match value {
        Value::Unknown(_) => return None,
        Value::Map(map) => fields(&map.items),
        Value::Object(object) => fields(&object.fields),
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            value.children().map(|item| known(item).unwrap_or(Json::Null)).collect()
        }
        other => value_json::to_json(other).unwrap(),
    })
}

fn mask(value: &Value) -> Json {
    let fields = |fields: &Fields| -> Json {
        let fields: Map<String, Json> = fields
            .iter()
            .map(|(name, value)| (name.to_string(), mask(value)))
            .filter(|(_, mask)| !is_known(mask))
            .collect();
        Json::Object(fields)
    };
    match value {
        Value::Unknown(_) => json!(true),
        Value::Map(map) => fields(&map.items),
        Value::Object(object) => fields(&object.fields),
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => value.children().map(mask).collect(),
        _ => json!(false),
    }
}

/// A recorded mask without attributes of which everything is known.
fn trimmed(mask: &Json) -> Json {
    match mask {
        Json::Object(fields) => {
            let fields = fields.iter().map(|(name, mask)| (name.clone(), trimmed(mask)));
            Json::Object(fields.filter(|(_, mask)| !is_known(mask)).collect())
        }
        Json::Array(items) => items.iter().map(trimmed).collect(),
        other => other.clone(),
    }
}

/// Whether a mask has nothing unknown.
fn is_known(mask: &Json) -> bool {
    match mask {
        Json::Bool(unknown) => !unknown,
        Json::Array(items) => items.iter().all(is_known),
        Json::Object(fields) => fields.values().all(is_known),
        _ => true,
    }
}
