//! A value in the form of Terraform's plans: what is known of it, and masks of what is unknown and what is sensitive.

use serde_json::{Map, Value as Json};

use super::{Fields, Marks, Value, json};

/// What is known: unknown attributes and map keys are left out, unknown elements are null.
pub fn known(value: &Value) -> Json {
    let items = |items: &[Value]| Json::Array(items.iter().map(known).collect());
    let fields = |fields: &Fields| {
        let known = fields.iter().filter(|(_, value)| !value.is_unknown());
        Json::Object(known.map(|(name, value)| (name.to_string(), self::known(value))).collect())
    };
    match value.bare() {
        Value::Absent | Value::Null(_) | Value::Unknown(_) => Json::Null,
        Value::List(list) | Value::Set(list) => items(&list.items),
        Value::Tuple(all) => items(all),
        Value::Map(map) => fields(&map.items),
        Value::Object(object) => fields(&object.fields),
        plain => json::to_json(plain).unwrap_or(Json::Null),
    }
}

/// Where it is unknown: `true`, `false`, or the same in the shape of the value.
pub fn unknown(value: &Value) -> Json {
    mask(value, &|value| value.is_unknown())
}

/// Where it is sensitive: `true`, `false`, or the same in the shape of the value.
pub fn sensitive(value: &Value) -> Json {
    mask(value, &|value| value.marks() != Marks::default() && value.marks().sensitive)
}

/// `true` where `test` holds, `false` where it holds nowhere inside, else the mask of each part.
fn mask(value: &Value, test: &dyn Fn(&Value) -> bool) -> Json {
    if test(value) {
        return Json::Bool(true);
    }
    let items = |items: &[Value]| -> Json {
        let masks: Vec<Json> = items.iter().map(|item| mask(item, test)).collect();
        if masks.iter().all(|mask| *mask == Json::Bool(false)) { Json::Bool(false) } else { Json::Array(masks) }
    };
    let fields = |fields: &Fields| -> Json {
        let masks = fields.iter().map(|(name, value)| (name.to_string(), mask(value, test)));
        let masks: Map<String, Json> = masks.filter(|(_, mask)| *mask != Json::Bool(false)).collect();
        if masks.is_empty() { Json::Bool(false) } else { Json::Object(masks) }
    };
    match value.bare() {
        Value::List(list) | Value::Set(list) => items(&list.items),
        Value::Tuple(all) => items(all),
        Value::Map(map) => fields(&map.items),
        Value::Object(object) => fields(&object.fields),
        _ => Json::Bool(false),
    }
}
