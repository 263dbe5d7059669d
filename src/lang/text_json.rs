//! JSON text that is not known as a whole, and the value that it is the text of.
//!
//! What is not known stands in the text raw. It leaves the structure alone only where it is certainly made of
//! characters that JSON reads as themselves: a quote in it would end the string that it stands in.

use std::sync::Arc;

use crate::value::{Chars, Fields, Object, Possible, Type, Unknown, Value, json};

use super::elements::undetermined;
use super::template::{Piece, joined};

/// Stand before and behind the number of a piece. Both are of the private use area; text that has them is not read.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The value whose JSON text these pieces make; `None` if that is not certain.
pub(super) fn decoded(pieces: &[Piece]) -> Option<Value> {
    let first = pieces.iter().find_map(|piece| match piece {
        Piece::Text(text) => text.trim_start().chars().next(),
        Piece::Unknown(_) => Some(OPEN),
    });
    if !matches!(first, Some('{' | '[')) {
        return None;
    }
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(known) if known.contains([OPEN, CLOSE]) => return None,
            Piece::Text(known) => text.push_str(known),
            // A whole value: within a string its quotes are an error.
            Piece::Unknown(unknown) if unknown.encodes.is_some() => text.push_str(&format!("\"{OPEN}{at}{CLOSE}\"")),
            Piece::Unknown(unknown) if unknown.refinement.chars.is_some_and(Chars::are_plain_json) => {
                text.push_str(&format!("{OPEN}{at}{CLOSE}"));
            }
            Piece::Unknown(_) => return None,
        }
    }
    filled(json::from_json(&serde_json::from_str(&text).ok()?), pieces).filter(is_small)
}

/// Whether a value can be kept beside its text: what a text encodes, encoded again and again, doubles.
pub(super) fn is_small(value: &Value) -> bool {
    value.size(100_000) < 100_000
}

/// What is read where a value was written as JSON, which knows no lists, sets and maps.
pub(super) fn read(value: &Value) -> Value {
    let fields = |fields: &Fields| fields.iter().map(|(name, value)| (name.clone(), read(value))).collect();
    let items = |value: &Value| Value::tuple(value.children().map(read).collect());
    let form = match value.bare() {
        Value::List(_) | Value::Tuple(_) => items(value.bare()),
        // Of elements that turn out to be equal one is written.
        Value::Set(_) => match undetermined(value.bare().clone()) {
            Value::Unknown(unknown) => Value::from(Unknown { ty: Type::Dynamic, ..Unknown::clone(&unknown) }),
            set => items(&set),
        },
        Value::Map(map) => Value::object(fields(&map.items)),
        Value::Object(object) => {
            let fields = fields(&object.written().map(|(name, value)| (name.clone(), value.clone())).collect());
            Value::Object(Arc::new(Object { fields, shape: object.shape.clone() }))
        }
        Value::Unknown(unknown) => {
            let ty = match &unknown.ty {
                Type::Bool | Type::Number | Type::String => unknown.ty.clone(),
                _ => Type::Dynamic,
            };
            let elements = unknown.elements.as_deref().map(|elements| Arc::new(elements.map(read)));
            let choice = |one: &Possible| Possible { value: read(&one.value), condition: one.condition.clone() };
            let possible = unknown.possible.as_deref().map(|all| Arc::new(all.iter().map(choice).collect()));
            Value::from(Unknown { ty, elements, possible, ..Unknown::clone(unknown) })
        }
        other => other.clone(),
    };
    form.with_marks(value.marks())
}

/// A value with the pieces in their places.
fn filled(value: Value, pieces: &[Piece]) -> Option<Value> {
    Some(match &value {
        Value::String(text) => put(text, pieces)?,
        Value::Object(object) if object.fields.iter().any(|(name, _)| name.contains(OPEN)) => return None,
        Value::Object(object) => Value::object(
            object
                .fields
                .iter()
                .map(|(name, value)| Some((name.clone(), filled(value.clone(), pieces)?)))
                .collect::<Option<Fields>>()?,
        ),
        Value::Tuple(items) => {
            Value::tuple(items.iter().map(|item| filled(item.clone(), pieces)).collect::<Option<Vec<_>>>()?)
        }
        _ => value,
    })
}

fn put(text: &str, pieces: &[Piece]) -> Option<Value> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (number, after) = after.split_once(CLOSE)?;
        let Piece::Unknown(unknown) = pieces.get(number.parse::<usize>().ok()?)? else { return None };
        if let Some(value) = &unknown.encodes {
            return (before.is_empty() && after.is_empty() && parts.is_empty()).then(|| value.clone());
        }
        if !before.is_empty() {
            parts.push(Piece::Text(before.to_owned()));
        }
        parts.push(Piece::Unknown(unknown.clone()));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Piece::Text(rest.to_owned()));
    }
    if parts.is_empty() {
        return Some(Value::string(""));
    }
    joined(parts)
}

/// What `replace(text, from, with)` makes of JSON text whose value is `value`: the value of the new text. `None` if the
/// structure may change, or that is not certain.
pub(super) fn replaced(value: &Value, from: &str, with: &Value) -> Option<Value> {
    if !is_word(from) {
        return None;
    }
    let with = match with.bare() {
        Value::String(text) if Chars::of(text).is_some_and(Chars::are_plain_json) => Piece::Text(text.to_string()),
        Value::Unknown(unknown)
            if unknown.ty == Type::String && unknown.refinement.chars.is_some_and(Chars::are_plain_json) =>
        {
            Piece::Unknown(unknown.clone())
        }
        _ => return None,
    };
    replace_in(value, from, &with).filter(is_small)
}

/// Whether JSON text has this text only inside of strings, and there only where the string itself has it: no part of it
/// is written with an escape, stands in one, or in what is between strings.
fn is_word(text: &str) -> bool {
    let inside = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '<' | '>' | '&');
    let outside = |c: char| "{}[],:+-./0123456789abcdefABCDEFlnrstu".contains(c);
    text.chars().all(inside) && text.chars().next().is_some_and(|first| !outside(first))
}

fn replace_in(value: &Value, from: &str, with: &Piece) -> Option<Value> {
    let marks = value.marks();
    let replaced = match value.bare() {
        Value::String(text) if text.contains(from) => {
            let mut parts = Vec::new();
            for (at, known) in text.split(from).enumerate() {
                if at > 0 {
                    parts.push(with.clone());
                }
                if !known.is_empty() {
                    parts.push(Piece::Text(known.to_owned()));
                }
            }
            joined(parts)?
        }
        // It has no such text: it is what it was.
        Value::Unknown(unknown) if unknown.refinement.chars.is_some_and(|chars| !chars.allow(from)) => value.clone(),
        Value::Unknown(unknown) if matches!(unknown.ty, Type::Bool | Type::Number) => value.clone(),
        Value::Unknown(unknown) => {
            let mut changed = Unknown::new(unknown.ty.clone(), unknown.causes.clone());
            changed.refinement.not_null = unknown.refinement.not_null;
            // A beginning with which no match can begin stays.
            let prefix = &unknown.refinement.prefix;
            let untouched = |prefix: &str| {
                !prefix.contains(from) && prefix.char_indices().all(|(at, _)| !from.starts_with(&prefix[at..]))
            };
            if untouched(prefix) {
                changed.refinement.prefix = prefix.clone();
            }
            if let Piece::Unknown(with) = with {
                changed.causes = changed.causes.union(&with.causes);
            }
            Value::Unknown(Arc::new(changed))
        }
        Value::Object(object) if object.fields.iter().any(|(name, _)| name.contains(from)) => return None,
        Value::Map(map) if map.items.iter().any(|(name, _)| name.contains(from)) => return None,
        Value::Set(_) if !value.is_wholly_known() => return None,
        bare if bare.children().len() > 0 => {
            let children = bare.children().map(|child| replace_in(child, from, with)).collect::<Option<Vec<_>>>()?;
            match bare {
                // An order of its own is that of the text only as long as nothing changes.
                Value::Set(_) => Value::tuple(children),
                bare => bare.with_children(children),
            }
        }
        bare => bare.clone(),
    };
    Some(replaced.with_marks(marks))
}
