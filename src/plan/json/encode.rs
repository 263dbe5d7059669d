//! Values with everything that is known of them → JSON, and back.
//!
//! Texts, truth values, numbers, tuples (arrays) and null stand for themselves; everything else is an object with one
//! name that begins with `$`, so that no value can be taken for another.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::addrs::{InstanceKey, ModuleInstance, Path, Referent, Step, Str};
use crate::value::json::{from_json, normalize, to_json, type_from_json, type_to_json};
use crate::value::{
    Bound, Cause, CauseKind, Causes, Chars, Fields, Marks, Number, Object, Possible, Refinement, Shape, Symbol,
    TextPart, Type, Unknown, Value,
};

/// A value as JSON.
pub(super) fn encode(value: &Value) -> Json {
    match value {
        Value::Absent => json!({ "$absent": true }),
        Value::Null(Type::Dynamic) => Json::Null,
        Value::Null(ty) => json!({ "$null": type_to_json(ty) }),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => to_json(value).unwrap_or(Json::Null),
        Value::Tuple(items) => items.iter().map(encode).collect(),
        Value::List(list) => json!({ "$list": [type_to_json(&list.element), all(&list.items)] }),
        Value::Set(set) => json!({ "$set": [type_to_json(&set.element), all(&set.items)] }),
        Value::Map(map) => json!({ "$map": [type_to_json(&map.element), fields(&map.items)] }),
        Value::Object(object) => match &object.shape {
            Shape::Closed => json!({ "$object": fields(&object.fields) }),
            Shape::Block(damage) => json!({ "$block": [fields(&object.fields), damage.as_ref().map(causes)] }),
            Shape::Instance(address, damage) => {
                let damage = damage.as_ref().map(causes);
                json!({ "$instance": [fields(&object.fields), damage, address.to_string()] })
            }
        },
        Value::Unknown(unknown) => json!({ "$unknown": self::unknown(unknown) }),
        Value::Marked(marked) => json!({ "$marked": [marks(marked.marks), encode(&marked.value)] }),
    }
}

fn all(items: &[Value]) -> Json {
    items.iter().map(encode).collect()
}

pub(super) fn fields(fields: &Fields) -> Json {
    Json::Object(fields.iter().map(|(name, value)| (name.to_string(), encode(value))).collect())
}

const MARKS: [&str; 4] = ["sensitive", "ephemeral", "deprecated", "incomplete"];

fn marks(marks: Marks) -> Json {
    let set = [marks.sensitive, marks.ephemeral, marks.deprecated, marks.incomplete];
    MARKS.iter().zip(set).filter(|(_, set)| *set).map(|(name, _)| *name).collect()
}

pub(super) fn causes(causes: &Causes) -> Json {
    let one = |cause: &Cause| json!({ "kind": cause.kind.name(), "address": cause.address.as_str() });
    causes.iter().map(one).collect()
}

/// Steps: a text for an attribute, a number for an index, a list with one text for a key.
fn path(path: &Path) -> Json {
    let step = |step: &Step| match step {
        Step::Attr(name) => name.as_str().into(),
        Step::Index(InstanceKey::Int(index)) => (*index).into(),
        Step::Index(InstanceKey::Str(key)) => json!([key.as_str()]),
        Step::Index(InstanceKey::None) => Json::Null,
        Step::Index(InstanceKey::Any) => json!([]),
    };
    path.iter().map(step).collect()
}

fn decoded_path(json: &Json) -> Option<Path> {
    let step = |json: &Json| {
        Some(match json {
            Json::String(name) => Step::Attr(name.as_str().into()),
            Json::Null => Step::Index(InstanceKey::None),
            Json::Array(key) => Step::Index(match key.first() {
                Some(key) => InstanceKey::Str(key.as_str()?.into()),
                None => InstanceKey::Any,
            }),
            index => Step::Index(InstanceKey::Int(index.as_u64()?)),
        })
    };
    json.as_array()?.iter().map(step).collect()
}

fn symbol(symbol: &Symbol) -> Json {
    let (kind, of, name) = match &symbol.referent {
        Referent::Resource(address) => ("resource", address.to_string(), ""),
        Referent::Variable(module, name) => ("variable", module.to_string(), name.as_str()),
        Referent::Output(module, name) => ("output", module.to_string(), name.as_str()),
        Referent::Environment(name) => ("environment", String::new(), name.as_str()),
    };
    json!([kind, of, name, path(&symbol.path)])
}

fn unknown(unknown: &Unknown) -> Json {
    let mut all = Map::new();
    let mut put = |name: &str, value: Json| _ = all.insert(name.to_owned(), value);
    put("type", type_to_json(&unknown.ty));
    put("causes", causes(&unknown.causes));
    if let Some(of) = &unknown.symbol {
        put("symbol", symbol(of));
    }
    if let Some(possible) = &unknown.possible {
        let one = |one: &Possible| json!([encode(&one.value), one.condition.as_str()]);
        put("possible", possible.iter().map(one).collect());
    }
    if let Some(encodes) = &unknown.encodes {
        put("encodes", encode(encodes));
    }
    if let Some(parts) = &unknown.parts {
        let one = |part: &TextPart| match part {
            TextPart::Text(text) => text.as_str().into(),
            TextPart::Symbol(of) => symbol(of),
        };
        put("parts", parts.iter().map(one).collect());
    }
    let known = &unknown.refinement;
    if known.not_null {
        put("not_null", true.into());
    }
    if !known.prefix.is_empty() {
        put("prefix", known.prefix.as_str().into());
    }
    let bound = |bound: &Bound| json!([bound.value.to_string(), bound.inclusive]);
    known.min.iter().for_each(|min| put("min", bound(min)));
    known.max.iter().for_each(|max| put("max", bound(max)));
    if let Some((least, most)) = known.length {
        put("length", json!([least, most]));
    }
    if known.filled {
        put("filled", true.into());
    }
    if let Some(chars) = &known.chars {
        put("chars", chars.text().into());
    }
    Json::Object(all)
}

/// The value that [`encode`] wrote; `None` if it did not.
pub(super) fn decode(json: &Json) -> Option<Value> {
    let Json::Object(object) = json else {
        return match json {
            Json::Array(items) => Some(Value::tuple(items.iter().map(decode).collect::<Option<_>>()?)),
            plain => Some(from_json(plain)),
        };
    };
    let (name, inner) = object.iter().next()?;
    let pair = || Some((inner.get(0)?, inner.get(1)?));
    let typed = || pair().and_then(|(ty, items)| Some((type_from_json(ty)?, items)));
    match name.as_str() {
        "$absent" => Some(Value::Absent),
        "$null" => Some(Value::Null(type_from_json(inner)?)),
        "$list" => typed().and_then(|(ty, items)| Some(Value::list(ty, decoded(items)?))),
        "$set" => typed().and_then(|(ty, items)| Some(Value::set(ty, decoded(items)?))),
        "$map" => typed().and_then(|(ty, items)| Some(Value::map(ty, decoded_fields(items)?))),
        "$object" => Some(Value::object(decoded_fields(inner)?)),
        "$block" | "$instance" => {
            let (fields, damage) = pair()?;
            let damage = if damage.is_null() { None } else { Some(decoded_causes(damage)?) };
            let shape = match inner.get(2) {
                None => Shape::Block(damage),
                Some(address) => Shape::Instance(Arc::new(address.as_str()?.parse().ok()?), damage),
            };
            Some(Value::Object(Arc::new(Object { fields: decoded_fields(fields)?, shape })))
        }
        "$unknown" => Some(Value::Unknown(Arc::new(decoded_unknown(inner)?))),
        "$marked" => pair().and_then(|(marks, value)| {
            let has = |name: &str| marks.as_array().is_some_and(|marks| marks.iter().any(|mark| mark == name));
            let [sensitive, ephemeral, deprecated, incomplete] = MARKS.map(has);
            Some(decode(value)?.with_marks(Marks { sensitive, ephemeral, deprecated, incomplete }))
        }),
        _ => None,
    }
}

fn decoded(json: &Json) -> Option<Vec<Value>> {
    json.as_array()?.iter().map(decode).collect()
}

pub(super) fn decoded_fields(json: &Json) -> Option<Fields> {
    let fields = json.as_object()?.iter().map(|(name, value)| Some((normalize(name), decode(value)?)));
    Some(fields.collect::<Option<Vec<(Str, Value)>>>()?.into_iter().collect())
}

pub(super) fn decoded_causes(json: &Json) -> Option<Causes> {
    let one = |json: &Json| {
        let kind = CauseKind::ALL.into_iter().find(|kind| json["kind"] == kind.name())?;
        Some(Causes::one(kind, json["address"].as_str()?, None))
    };
    let all = json.as_array()?.iter().map(one).collect::<Option<Vec<_>>>()?;
    all.into_iter().reduce(|all, one| all.union(&one))
}

fn decoded_symbol(json: &Json) -> Option<Symbol> {
    let text = |at: usize| json.get(at)?.as_str();
    let module = || match text(1)? {
        "" => Some(ModuleInstance::root()),
        address => address.parse().ok(),
    };
    let referent = match text(0)? {
        "resource" => Referent::Resource(Arc::new(text(1)?.parse().ok()?)),
        "variable" => Referent::Variable(module()?, text(2)?.into()),
        "output" => Referent::Output(module()?, text(2)?.into()),
        "environment" => Referent::Environment(text(2)?.into()),
        _ => return None,
    };
    Some(Symbol { referent, path: decoded_path(json.get(3)?)? })
}

fn decoded_unknown(json: &Json) -> Option<Unknown> {
    let mut unknown = Unknown::new(type_from_json(&json["type"])?, decoded_causes(&json["causes"])?);
    if let Some(symbol) = json.get("symbol") {
        unknown.symbol = Some(Arc::new(decoded_symbol(symbol)?));
    }
    if let Some(possible) = json.get("possible") {
        let one = |one: &Json| Some(Possible { value: decode(one.get(0)?)?, condition: one.get(1)?.as_str()?.into() });
        unknown.possible = Some(Arc::new(possible.as_array()?.iter().map(one).collect::<Option<_>>()?));
    }
    if let Some(encodes) = json.get("encodes") {
        unknown.encodes = Some(decode(encodes)?);
    }
    if let Some(parts) = json.get("parts") {
        let one = |part: &Json| match part {
            Json::String(text) => Some(TextPart::Text(text.as_str().into())),
            symbol => Some(TextPart::Symbol(Arc::new(decoded_symbol(symbol)?))),
        };
        unknown.parts = Some(Arc::new(parts.as_array()?.iter().map(one).collect::<Option<_>>()?));
    }
    let bound = |name: &str| -> Option<Bound> {
        let bound = json.get(name)?;
        Some(Bound { value: Number::parse(bound.get(0)?.as_str()?)?, inclusive: bound.get(1)?.as_bool()? })
    };
    let length = json.get("length").and_then(|length| Some((length.get(0)?.as_u64()?, length.get(1)?.as_u64())));
    unknown.refinement = Refinement {
        not_null: json["not_null"] == true,
        prefix: json["prefix"].as_str().unwrap_or_default().into(),
        filled: json["filled"] == true,
        chars: json["chars"].as_str().and_then(Chars::of),
        min: bound("min"),
        max: bound("max"),
        length,
    };
    Some(unknown)
}
