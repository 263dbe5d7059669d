//! A value and its masks exactly as `terraform show -json` writes them.
//!
//! After `omitUnknowns` and `unknownAsBool` (`internal/command/jsonplan`) and `SensitiveAsBool` (`jsonstate`):
//! compound values keep their shape in masks, though nothing in them may be unknown or sensitive.

use serde_json::{Map, Value as Json};

use crate::value::{Fields, Type, Value};

/// `after_unknown`: `true` where the value is unknown.
pub(super) fn unknown(value: &Value) -> Json {
    match value.bare() {
        Value::Unknown(_) => Json::Bool(true),
        known => shaped(known, &unknown),
    }
}

/// `after_sensitive`: `true` where the value is sensitive.
pub(super) fn sensitive(value: &Value) -> Json {
    if value.marks().sensitive {
        return Json::Bool(true);
    }
    match value.bare() {
        // Of an unknown collection there is the empty shape.
        Value::Unknown(unknown) => match unknown.ty {
            Type::List(_) | Type::Set(_) | Type::Tuple(_) => Json::Array(Vec::new()),
            Type::Map(_) | Type::Object(_) => Json::Object(Map::new()),
            _ => Json::Bool(false),
        },
        known => shaped(known, &sensitive),
    }
}

fn shaped(value: &Value, mask: &dyn Fn(&Value) -> Json) -> Json {
    let items = |items: &[Value]| Json::Array(items.iter().map(mask).collect());
    let fields = |fields: &Fields| {
        let masks = fields.iter().map(|(name, value)| (name.to_string(), mask(value)));
        Json::Object(masks.filter(|(_, mask)| *mask != Json::Bool(false)).collect())
    };
    match value {
        Value::List(list) | Value::Set(list) => items(&list.items),
        Value::Tuple(all) => items(all),
        Value::Map(map) => fields(&map.items),
        Value::Object(object) => fields(&object.fields),
        _ => Json::Bool(false),
    }
}
