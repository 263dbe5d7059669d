//! Whether a value is one of those that an unknown may turn out to be.

use tomcheck::addrs::{InstanceKey, Referent, Step};
use tomcheck::lang::same;
use tomcheck::value::convert;
use tomcheck::value::json::{from_json, to_json};
use tomcheck::value::{Elements, Fields, Symbol, TextPart, Type, Unknown, Value};

/// The values of input variables, by name.
pub type Given = Vec<(String, Value)>;

/// Tuples and lists, objects and maps, and what is written alike are not told apart: policies do not care, and for them the
/// arm that a conditional takes keeps its own type.
///
/// Why `concrete` cannot be what `open` turns out to be; nothing if it can.
pub fn refuted(open: &Value, concrete: &Value, given: &Given) -> Option<String> {
    if concrete.marks().sensitive && !open.marks().sensitive && shows(open) {
        return Some("it is sensitive".into());
    }
    let concrete = concrete.bare();
    let differ = || Some(format!("{open:?} is said of {concrete:?}"));
    match (open.bare(), concrete) {
        (Value::Unknown(unknown), _) => self::unknown(unknown, concrete, given),
        (Value::Null(_) | Value::Absent, Value::Null(_) | Value::Absent) => None,
        (Value::Tuple(_), Value::Tuple(_)) | (Value::List(_), Value::List(_)) => sequences(open, concrete, given),
        (Value::Tuple(_), Value::List(_)) | (Value::List(_), Value::Tuple(_)) => sequences(open, concrete, given),
        (Value::Object(a), Value::Map(b)) => fields(&a.fields, &b.items, given),
        (Value::Map(a), Value::Object(b)) => fields(&a.items, &b.fields, given),
        (Value::Object(a), Value::Object(b)) => fields(&a.fields, &b.fields, given),
        (Value::Map(a), Value::Map(b)) => fields(&a.items, &b.items, given),
        (Value::Set(_), Value::Set(_)) => {
            // Two of the elements may turn out to be equal.
            let all: Vec<&Value> = open.bare().children().collect();
            let missing = all.iter().find(|open| !concrete.children().any(|one| refuted(open, one, given).is_none()));
            let strange = concrete.children().find(|one| !all.iter().any(|open| refuted(open, one, given).is_none()));
            missing.copied().or(strange).and_then(|_| differ())
        }
        (open, concrete) if same(open, concrete) => None,
        (open, concrete) if text(open).is_some_and(|own| Some(own) == text(concrete)) => None,
        _ => differ(),
    }
}

/// Whether anything of a value is known, so that it matters that it is sensitive.
fn shows(value: &Value) -> bool {
    let Value::Unknown(unknown) = value.bare() else { return true };
    let refinement = &unknown.refinement;
    let bare = refinement.prefix.is_empty() && refinement.min.is_none() && refinement.max.is_none();
    !bare || unknown.possible.is_some() || unknown.elements.is_some() || unknown.encodes.is_some()
}

/// A bool, number or string as a string.
fn text(value: &Value) -> Option<String> {
    match convert(value.clone(), &Type::String) {
        Ok(Value::String(text)) => Some(text.to_string()),
        _ => None,
    }
}

fn sequences(open: &Value, concrete: &Value, given: &Given) -> Option<String> {
    let (a, b) = (open.bare().children(), concrete.children());
    if a.len() != b.len() {
        return Some(format!("{open:?} is said of {concrete:?}"));
    }
    a.zip(b).find_map(|(open, concrete)| refuted(open, concrete, given))
}

fn fields(open: &Fields, concrete: &Fields, given: &Given) -> Option<String> {
    if open.len() != concrete.len() {
        return Some(format!("the names of {open:?} are said of {concrete:?}"));
    }
    let each = open.iter().zip(concrete.iter());
    each.into_iter().find_map(|((name, open), (own, concrete))| match name == own {
        true => refuted(open, concrete, given),
        false => Some(format!("`{name}` is said of `{own}`")),
    })
}

fn unknown(unknown: &Unknown, concrete: &Value, given: &Given) -> Option<String> {
    let refinement = &unknown.refinement;
    if concrete.is_null() {
        let possible = unknown.possible.iter().flat_map(|all| all.iter()).any(|one| one.value.is_null());
        let excluded = refinement.not_null || (unknown.possible.is_some() && !possible);
        return excluded.then(|| "it is null".into());
    }
    if !conforms(&concrete.ty(), &unknown.ty) {
        return Some(format!(
            "its type is {}, said to be {}",
            concrete.ty().friendly_name(),
            unknown.ty.friendly_name()
        ));
    }
    match concrete {
        Value::String(text) => {
            if !text.starts_with(refinement.prefix.as_str()) {
                return Some(format!("{text:?} does not begin with {:?}", refinement.prefix));
            }
            if refinement.filled && text.is_empty() {
                return Some("it is empty".into());
            }
            if refinement.chars.is_some_and(|chars| !chars.allow(text)) {
                return Some(format!("{text:?} has other characters"));
            }
            if let Some(parts) = &unknown.parts
                && let Some(whole) = whole(parts, given)
                && whole != text.as_str()
            {
                return Some(format!("it is {text:?}, and its parts make {whole:?}"));
            }
            if let Some(encoded) = &unknown.encodes {
                match serde_json::from_str(text) {
                    Err(error) => return Some(format!("{text:?} is no JSON: {error}")),
                    Ok(json) => {
                        if let Some(why) = encodes(encoded, &from_json(&json), given) {
                            return Some(format!("in the JSON text: {why}"));
                        }
                    }
                }
            }
        }
        Value::Number(number) => {
            let below =
                |bound: &tomcheck::value::Bound| *number < bound.value || (!bound.inclusive && *number == bound.value);
            let above =
                |bound: &tomcheck::value::Bound| *number > bound.value || (!bound.inclusive && *number == bound.value);
            if refinement.min.as_ref().is_some_and(below) || refinement.max.as_ref().is_some_and(above) {
                return Some(format!("{number} is outside its bounds"));
            }
        }
        _ => {
            let count = concrete.children().len() as u64;
            if let Some((least, most)) = refinement.length
                && (count < least || most.is_some_and(|most| count > most))
            {
                return Some(format!("its length is {count}, said to be {least} to {most:?}"));
            }
            if let Some(elements) = &unknown.elements
                && let Some(why) = self::elements(elements, concrete, given)
            {
                return Some(why);
            }
        }
    }
    if let Some(possible) = &unknown.possible
        && possible.iter().all(|one| refuted(&one.value, concrete, given).is_some())
    {
        return Some(format!(
            "{concrete:?} is none of {:?}",
            possible.iter().map(|one| &one.value).collect::<Vec<_>>()
        ));
    }
    let meant = unknown.symbol.as_ref().and_then(|symbol| meant(symbol, given));
    meant
        .filter(|meant| !stands_for(meant, concrete))
        .map(|meant| format!("it stands for {meant:?}, and is {concrete:?}"))
}

/// Conversions do not change what something is.
fn stands_for(meant: &Value, concrete: &Value) -> bool {
    let through = |ty: &Type| convert(meant.clone(), ty).and_then(|meant| convert(meant, &concrete.ty()));
    let json = || Some(from_json(&to_json(meant).ok()?));
    through(&Type::Dynamic).is_ok_and(|meant| same(&meant, concrete))
        || through(&Type::String).is_ok_and(|meant| same(&meant, concrete))
        || json().is_some_and(|json| same(&json, concrete))
}

/// JSON knows no types: tuples and objects stand for all that is like them.
fn encodes(open: &Value, concrete: &Value, given: &Given) -> Option<String> {
    let (open, _) = open.clone().unmark_deep();
    let json = match open.is_wholly_known() {
        true => from_json(&to_json(&open).ok()?),
        false => loose(&open),
    };
    refuted(&json, concrete, given)
}

fn loose(value: &Value) -> Value {
    let fields = |fields: &Fields| -> Fields { fields.iter().map(|(name, one)| (name.clone(), loose(one))).collect() };
    match value.bare() {
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => Value::tuple(value.bare().children().map(loose).collect()),
        Value::Map(map) => Value::object(fields(&map.items)),
        Value::Object(object) => Value::object(fields(&object.fields)),
        Value::Unknown(unknown) => {
            let ty = match &unknown.ty {
                Type::Bool | Type::Number | Type::String => unknown.ty.clone(),
                _ => Type::Dynamic,
            };
            Value::from(Unknown { ty, possible: None, symbol: None, ..unknown.as_ref().clone() })
        }
        other => other.clone(),
    }
}

fn elements(elements: &Elements, concrete: &Value, given: &Given) -> Option<String> {
    let missing = elements.sure.iter().find(|sure| !concrete.children().any(|one| refuted(sure, one, given).is_none()));
    if let Some(missing) = missing {
        return Some(format!("{missing:?} is not among {concrete:?}"));
    }
    let strange = concrete.children().find(|one| !elements.iter().any(|open| refuted(open, one, given).is_none()));
    strange.map(|strange| format!("{strange:?} is none of the elements {elements:?}"))
}

fn conforms(ty: &Type, constraint: &Type) -> bool {
    match (ty, constraint) {
        (_, Type::Dynamic) | (Type::Dynamic, _) => true,
        (Type::List(a), Type::List(b)) | (Type::Set(a), Type::Set(b)) | (Type::Map(a), Type::Map(b)) => conforms(a, b),
        (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| conforms(a, b)),
        (Type::Object(a), Type::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|((n, a), (m, b))| n == m && conforms(a, b))
        }
        (Type::List(_), Type::Tuple(_)) | (Type::Object(_), Type::Map(_)) | (Type::Map(_), Type::Object(_)) => true,
        (Type::Tuple(a), Type::List(b)) => a.iter().all(|a| conforms(a, b)),
        (Type::Bool | Type::Number | Type::String, Type::Bool | Type::Number | Type::String) => true,
        (a, b) => a == b,
    }
}

/// The value of what an unknown stands for.
fn meant(symbol: &Symbol, given: &Given) -> Option<Value> {
    let Referent::Variable(module, name) = &symbol.referent else { return None };
    let value = given.iter().find(|(own, _)| module.is_root() && own == name.as_str())?.1.clone();
    symbol.path.iter().try_fold(value.unmark_deep().0, |value, step| match (value.bare(), step) {
        (Value::Object(object), Step::Attr(name)) => object.fields.get(name).cloned(),
        (Value::Map(map), Step::Attr(name) | Step::Index(InstanceKey::Str(name))) => map.items.get(name).cloned(),
        (Value::Object(object), Step::Index(InstanceKey::Str(name))) => object.fields.get(name).cloned(),
        (list, Step::Index(InstanceKey::Int(at))) => list.children().nth(*at as usize).cloned(),
        _ => None,
    })
}

/// The text that parts make.
fn whole(parts: &[TextPart], given: &Given) -> Option<String> {
    let each = parts.iter().map(|part| match part {
        TextPart::Text(text) => Some(text.to_string()),
        TextPart::Symbol(symbol) => match convert(meant(symbol, given)?, &Type::String).ok()? {
            Value::String(text) => Some(text.to_string()),
            _ => None,
        },
    });
    each.collect()
}
