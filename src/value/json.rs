//! Values and types as JSON, as cty writes and reads them.

use std::fmt;
use std::fmt::Write;
use std::sync::Arc;

use serde_json::{Map as Json, Value as JsonValue};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::addrs::{InstanceKey, Path, Step};

use super::{Causes, ConvertError, Number, Str, Type, Value, convert};

/// Text as cty keeps it: normalised to NFC.
pub fn normalize(text: &str) -> Str {
    match text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        true => text.into(),
        false => text.nfc().collect(),
    }
}

/// Why a value has no JSON form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonError {
    /// Something in it is not known.
    Unknown(Causes),
    /// A number in it is infinite.
    Infinite,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            JsonError::Unknown(_) => "value is not known",
            JsonError::Infinite => "cannot serialize infinity as JSON",
        })
    }
}

impl std::error::Error for JsonError {}

/// The text that `jsonencode` gives: no spaces, names sorted, `<`, `>` and `&` escaped. Marks do not matter;
/// what a block or instance does not have is left out.
///
/// # Errors
/// If something in it is unknown or infinite.
pub fn encode(value: &Value) -> Result<String, JsonError> {
    let mut out = String::new();
    write(value, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), JsonError> {
    match value.bare() {
        Value::Unknown(unknown) => return Err(JsonError::Unknown(unknown.causes.clone())),
        Value::Null(_) | Value::Absent => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) if !number.is_finite() => return Err(JsonError::Infinite),
        Value::Number(number) => write!(out, "{number}").unwrap_or_default(),
        Value::String(text) => quote(text, out),
        Value::Map(map) => write_fields(map.items.iter(), out)?,
        Value::Object(object) => write_fields(object.written(), out)?,
        list => {
            out.push('[');
            for (at, item) in list.children().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
    }
    Ok(())
}

fn write_fields<'a>(fields: impl Iterator<Item = (&'a Str, &'a Value)>, out: &mut String) -> Result<(), JsonError> {
    out.push('{');
    for (at, (name, value)) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        quote(name, out);
        out.push(':');
        write(value, out)?;
    }
    out.push('}');
    Ok(())
}

/// A JSON string with everything escaped that Go escapes by default.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let escape = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\u{8}' => "\\b",
            '\u{c}' => "\\f",
            '\u{0}'..='\u{1f}' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => "",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        from = at + c.len_utf8();
        match escape {
            "" => write!(out, "\\u{:04x}", c as u32).unwrap_or_default(),
            escape => out.push_str(escape),
        }
    }
    out.push_str(&text[from..]);
    out.push('"');
}

/// The value as a JSON tree, as `terraform show -json` has it; see [`encode`].
///
/// # Errors
/// If something in it is unknown or infinite.
pub fn to_json(value: &Value) -> Result<JsonValue, JsonError> {
    let fields = |fields: &mut dyn Iterator<Item = (&Str, &Value)>| -> Result<JsonValue, JsonError> {
        let mut object = Json::new();
        for (name, value) in fields {
            object.insert(name.to_string(), to_json(value)?);
        }
        Ok(JsonValue::Object(object))
    };
    Ok(match value.bare() {
        Value::Unknown(unknown) => return Err(JsonError::Unknown(unknown.causes.clone())),
        Value::Null(_) | Value::Absent => JsonValue::Null,
        Value::Bool(value) => JsonValue::Bool(*value),
        Value::Number(number) => match number.is_finite() {
            true => JsonValue::Number(number.to_string().parse().map_err(|_| JsonError::Infinite)?),
            false => return Err(JsonError::Infinite),
        },
        Value::String(text) => JsonValue::String(text.to_string()),
        Value::Map(map) => fields(&mut map.items.iter())?,
        Value::Object(object) => fields(&mut object.written())?,
        list => JsonValue::Array(list.children().map(to_json).collect::<Result<_, _>>()?),
    })
}

/// The value that JSON stands for without any type being asked for: objects and tuples.
pub fn from_json(json: &JsonValue) -> Value {
    match json {
        JsonValue::Null => Value::NULL,
        JsonValue::Bool(value) => Value::Bool(*value),
        JsonValue::Number(number) => number_of(&number.to_string()),
        JsonValue::String(text) => Value::String(normalize(text)),
        JsonValue::Array(items) => Value::tuple(items.iter().map(from_json).collect()),
        JsonValue::Object(fields) => {
            Value::object(fields.iter().map(|(name, value)| (normalize(name), from_json(value))).collect())
        }
    }
}

/// JSON allows numbers larger than any that are kept: those are infinite here.
fn number_of(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap_or_else(|| match text.starts_with('-') {
        true => Number::infinity().neg(),
        false => Number::infinity(),
    }))
}

/// The type that [`from_json`] gives.
pub fn implied_type(json: &JsonValue) -> Type {
    match json {
        JsonValue::Null => Type::Dynamic,
        JsonValue::Bool(_) => Type::Bool,
        JsonValue::Number(_) => Type::Number,
        JsonValue::String(_) => Type::String,
        JsonValue::Array(items) => Type::Tuple(Arc::new(items.iter().map(implied_type).collect())),
        JsonValue::Object(fields) => {
            Type::object(fields.iter().map(|(name, value)| (normalize(name), implied_type(value))).collect())
        }
    }
}

/// The value of the type `ty` that JSON stands for. Where the type is [`Type::Dynamic`], JSON has the form
/// `{"value": …, "type": …}`.
///
/// # Errors
/// If the JSON does not have the shape of the type; the path is that of the wrong part.
pub fn from_json_typed(json: &JsonValue, ty: &Type) -> Result<Value, ConvertError> {
    let mut path = Path::new();
    typed(json, ty, &mut path).map_err(|message| ConvertError { path, message })
}

fn typed(json: &JsonValue, ty: &Type, path: &mut Path) -> Result<Value, String> {
    let items = |items: &[JsonValue], ty: &dyn Fn(usize) -> Type, path: &mut Path| {
        let mut values = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            path.push(Step::Index(InstanceKey::Int(at as u64)));
            values.push(typed(item, &ty(at), path)?);
            path.pop();
        }
        Ok::<_, String>(values)
    };
    Ok(match (json, ty) {
        (JsonValue::Null, ty) => Value::Null(ty.clone()),
        (JsonValue::Object(fields), Type::Dynamic) => {
            let (Some(value), Some(ty)) = (fields.get("value"), fields.get("type")) else {
                return Err("missing value or type of a dynamically typed value".into());
            };
            let ty = type_from_json(ty).ok_or("not a type")?;
            typed(value, &ty, path)?
        }
        (JsonValue::Bool(value), Type::Bool) => Value::Bool(*value),
        (JsonValue::Number(number), Type::Number) => number_of(&number.to_string()),
        (JsonValue::String(text), Type::String) => Value::String(normalize(text)),
        (JsonValue::Number(number), Type::String) => Value::String(number.to_string().into()),
        (JsonValue::Bool(_), Type::String) | (JsonValue::String(_), Type::Bool | Type::Number) => {
            convert(from_json(json), ty).map_err(|error| error.message)?
        }
        (JsonValue::Array(array), Type::List(element)) => {
            Value::list((**element).clone(), items(array, &|_| (**element).clone(), path)?)
        }
        (JsonValue::Array(array), Type::Set(element)) => {
            Value::set((**element).clone(), items(array, &|_| (**element).clone(), path)?)
        }
        (JsonValue::Array(array), Type::Tuple(types)) if array.len() == types.len() => {
            Value::tuple(items(array, &|at| types[at].clone(), path)?)
        }
        (JsonValue::Object(object), Type::Map(element)) => {
            let mut fields = Vec::with_capacity(object.len());
            for (name, value) in object {
                path.push(Step::Index(InstanceKey::Str(name.as_str().into())));
                fields.push((normalize(name), typed(value, element, path)?));
                path.pop();
            }
            Value::map((**element).clone(), fields.into_iter().collect())
        }
        (JsonValue::Object(object), Type::Object(attributes)) => {
            if let Some(name) = object.keys().find(|name| ty.attribute(&normalize(name)).is_none()) {
                return Err(format!("unsupported attribute {name:?}"));
            }
            let mut fields = Vec::with_capacity(attributes.len());
            for (name, ty) in attributes.iter() {
                path.push(Step::Attr(name.clone()));
                fields.push((name.clone(), typed(object.get(name.as_str()).unwrap_or(&JsonValue::Null), ty, path)?));
                path.pop();
            }
            Value::object(fields.into_iter().collect())
        }
        (_, ty) => return Err(format!("{} is required", ty.friendly_name())),
    })
}

/// A type in cty's JSON form: `"string"`, `["list", "string"]`, `["object", {"a": "number"}]`.
pub fn type_to_json(ty: &Type) -> JsonValue {
    let collection = |kind: &str, inner: JsonValue| JsonValue::Array(vec![kind.into(), inner]);
    match ty {
        Type::Dynamic => "dynamic".into(),
        Type::Bool => "bool".into(),
        Type::Number => "number".into(),
        Type::String => "string".into(),
        Type::List(element) => collection("list", type_to_json(element)),
        Type::Set(element) => collection("set", type_to_json(element)),
        Type::Map(element) => collection("map", type_to_json(element)),
        Type::Tuple(items) => collection("tuple", items.iter().map(type_to_json).collect()),
        Type::Object(attributes) => {
            let attributes = attributes.iter().map(|(name, ty)| (name.to_string(), type_to_json(ty)));
            collection("object", JsonValue::Object(attributes.collect()))
        }
    }
}

/// The type that [`type_to_json`] wrote; `None` if it is none.
pub fn type_from_json(json: &JsonValue) -> Option<Type> {
    match json {
        JsonValue::String(name) => match name.as_str() {
            "dynamic" => Some(Type::Dynamic),
            "bool" => Some(Type::Bool),
            "number" => Some(Type::Number),
            "string" => Some(Type::String),
            _ => None,
        },
        JsonValue::Array(parts) => match (parts.first()?.as_str()?, parts.get(1)?) {
            ("list", element) => Some(Type::list(type_from_json(element)?)),
            ("set", element) => Some(Type::set(type_from_json(element)?)),
            ("map", element) => Some(Type::map(type_from_json(element)?)),
            ("tuple", JsonValue::Array(items)) => {
                Some(Type::Tuple(Arc::new(items.iter().map(type_from_json).collect::<Option<_>>()?)))
            }
            ("object", JsonValue::Object(attributes)) => {
                let attributes = attributes.iter().map(|(name, ty)| Some((normalize(name), type_from_json(ty)?)));
                Some(Type::object(attributes.collect::<Option<_>>()?))
            }
            _ => None,
        },
        _ => None,
    }
}
