//! A value in the form of Terraform's plans: what is known of it, and masks of what is unknown and what is sensitive.

use serde_json::{Map, Value as Json};

use super::{Fields, Value, json};

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

/// Where it is unknown: `true`, `false` where nothing is, or the same in the shape of the value.
pub fn unknown(value: &Value) -> Json {
    whole(value, &|value| value.is_unknown())
}

/// Where it is sensitive: `true`, `false` where nothing is, or the same in the shape of the value.
pub fn sensitive(value: &Value) -> Json {
    whole(value, &|value| value.marks().sensitive)
}

fn whole(value: &Value, test: &dyn Fn(&Value) -> bool) -> Json {
    match mask(value, test) {
        (mask, true) => mask,
        (_, false) => Json::Bool(false),
    }
}

/// `true` where `test` holds, else the masks of the parts, of fields without those that are plainly `false`; and whether
/// it holds anywhere.
fn mask(value: &Value, test: &dyn Fn(&Value) -> bool) -> (Json, bool) {
    if test(value) {
        return (Json::Bool(true), true);
    }
    let mut found = false;
    let mut part = |value: &Value| {
        let (mask, holds) = mask(value, test);
        found |= holds;
        mask
    };
    let mut fields = |fields: &Fields| -> Map<String, Json> {
        let masks = fields.iter().map(|(name, value)| (name.to_string(), part(value)));
        masks.filter(|(_, mask)| *mask != Json::Bool(false)).collect()
    };
    let mask = match value.bare() {
        Value::Map(map) => Json::Object(fields(&map.items)),
        Value::Object(object) => Json::Object(fields(&object.fields)),
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => value.children().map(part).collect(),
        _ => Json::Bool(false),
    };
    (mask, found)
}
