//! JSON and what a plan says about it (unknown, sensitive) → values of the types that the schema has.

use serde_json::Value as Json;

use crate::addrs::Str;
use crate::value::json::{from_json, normalize};
use crate::value::{Fields, Marks, Type, Value, convert};

/// A part of a value of a plan: its JSON, without what is unknown, and the masks that say what of it is unknown and
/// what is sensitive.
#[derive(Clone, Copy)]
pub(super) struct Part<'j> {
    pub json: &'j Json,
    pub unknown: &'j Json,
    pub sensitive: &'j Json,
}

impl<'j> Part<'j> {
    /// Not known as a whole.
    pub fn is_unknown(self) -> bool {
        *self.unknown == Json::Bool(true)
    }

    /// Sensitive as a whole.
    pub fn marks(self) -> Marks {
        Marks { sensitive: *self.sensitive == Json::Bool(true), ..Marks::default() }
    }

    /// Null, and nothing in it is unknown.
    pub fn is_null(self) -> bool {
        self.json.is_null() && !self.unknown.is_object() && !self.unknown.is_array() && !self.is_unknown()
    }

    /// Whether it is a list, set or tuple.
    pub fn is_array(self) -> bool {
        self.json.is_array() || (self.json.is_null() && self.unknown.is_array())
    }

    /// Whether it is a map or an object.
    pub fn is_object(self) -> bool {
        self.json.is_object() || (self.json.is_null() && self.unknown.is_object())
    }

    /// The attribute or element `name`.
    pub fn field(self, name: &str) -> Part<'j> {
        self.step(|json| json.get(name))
    }

    /// The elements of an array.
    pub fn items(self) -> impl Iterator<Item = Part<'j>> {
        let length = |json: &Json| json.as_array().map_or(0, Vec::len);
        // Nothing but elements is known of an array of which only the mask is there.
        let count = if self.json.is_array() { length(self.json) } else { length(self.unknown) };
        (0..count).map(move |at| self.step(|json| json.get(at)))
    }

    fn step(self, step: impl Fn(&'j Json) -> Option<&'j Json>) -> Part<'j> {
        let of = |json| step(json).unwrap_or(&Json::Null);
        Part { json: of(self.json), unknown: of(self.unknown), sensitive: of(self.sensitive) }
    }

    /// The names of an object: what is unknown is named by the mask alone.
    pub fn names(self) -> Vec<&'j str> {
        let known = self.json.as_object().into_iter().flat_map(|object| object.keys());
        let unknown = self
            .unknown
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, mask)| self.json.get(name.as_str()).is_none() && says_something(mask));
        let mut names: Vec<&str> = known.chain(unknown.map(|(name, _)| name)).map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// Its value as one of the type `ty`; `unknown` makes what is not known, in the order of the file. A part that
    /// is not of that type keeps its own: the schema at hand may be that of another version of the provider.
    pub fn value(self, ty: &Type, unknown: &mut dyn FnMut(&Type) -> Value) -> Value {
        let value = if self.is_unknown() {
            unknown(ty)
        } else if self.is_array() {
            self.array(ty, unknown)
        } else if self.is_object() {
            self.object(ty, unknown)
        } else if self.json.is_null() {
            Value::Null(ty.clone())
        } else {
            let value = from_json(self.json);
            convert(value.clone(), ty).unwrap_or(value)
        };
        value.with_marks(self.marks())
    }

    fn array(self, ty: &Type, unknown: &mut dyn FnMut(&Type) -> Value) -> Value {
        match ty {
            Type::List(element) | Type::Set(element) => {
                let items: Vec<Value> = self.items().map(|item| item.value(element, unknown)).collect();
                if !items.iter().all(|item| item.has_type(element)) {
                    return Value::tuple(items);
                }
                match ty {
                    Type::List(_) => Value::list((**element).clone(), items),
                    _ => Value::set((**element).clone(), items),
                }
            }
            Type::Tuple(types) => Value::tuple(
                self.items()
                    .enumerate()
                    .map(|(at, item)| item.value(types.get(at).unwrap_or(&Type::Dynamic), unknown))
                    .collect(),
            ),
            _ => Value::tuple(self.items().map(|item| item.value(&Type::Dynamic, unknown)).collect()),
        }
    }

    fn object(self, ty: &Type, unknown: &mut dyn FnMut(&Type) -> Value) -> Value {
        let mut names: Vec<&str> = self.names();
        if let Type::Object(attributes) = ty {
            // What is null in an object is not always written down.
            names.extend(attributes.iter().map(|(name, _)| name.as_str()));
            names.sort_unstable();
            names.dedup();
        }
        let fields: Fields = names
            .into_iter()
            .map(|name| {
                let ty = ty.attribute(name).unwrap_or(&Type::Dynamic);
                (normalize(name), self.field(name).value(ty, unknown))
            })
            .collect::<Vec<(Str, Value)>>()
            .into_iter()
            .collect();
        match ty {
            Type::Map(element) if fields.iter().all(|(_, item)| item.has_type(element)) => {
                Value::map((**element).clone(), fields)
            }
            _ => Value::object(fields),
        }
    }
}

/// Whether anything in a mask is true.
fn says_something(mask: &Json) -> bool {
    match mask {
        Json::Bool(value) => *value,
        Json::Array(items) => items.iter().any(says_something),
        Json::Object(fields) => fields.values().any(says_something),
        _ => false,
    }
}

/// How many elements of the mask of an array are unknown as a whole.
pub(super) fn trues(mask: &Json) -> usize {
    mask.as_array().map_or(0, |items| items.iter().filter(|item| **item == Json::Bool(true)).count())
}
