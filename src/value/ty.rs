//! Types, as cty has them.

use std::sync::Arc;

use super::Str;

/// The type of a value, or what is required of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `any` in a constraint; the type of a null or unknown of which nothing is known.
    Dynamic,
    /// `bool`
    Bool,
    /// `number`
    Number,
    /// `string`
    String,
    /// `list(element)`
    List(Arc<Type>),
    /// `set(element)`
    Set(Arc<Type>),
    /// `map(element)`
    Map(Arc<Type>),
    /// `tuple([a, b])`
    Tuple(Arc<Vec<Type>>),
    /// `object({a = t})`: sorted by name.
    Object(Arc<Vec<(Str, Type)>>),
}

impl Type {
    /// `list(element)`
    pub fn list(element: Type) -> Type {
        Type::List(Arc::new(element))
    }

    /// `set(element)`
    pub fn set(element: Type) -> Type {
        Type::Set(Arc::new(element))
    }

    /// `map(element)`
    pub fn map(element: Type) -> Type {
        Type::Map(Arc::new(element))
    }

    /// `object({...})`; sorts by name.
    pub fn object(mut attributes: Vec<(Str, Type)>) -> Type {
        attributes.sort_by(|a, b| a.0.cmp(&b.0));
        Type::Object(Arc::new(attributes))
    }

    /// Bool, number or string.
    pub fn is_primitive(&self) -> bool {
        matches!(self, Type::Bool | Type::Number | Type::String)
    }

    /// Whether `any` occurs nowhere in it.
    pub fn is_concrete(&self) -> bool {
        match self {
            Type::Dynamic => false,
            Type::Bool | Type::Number | Type::String => true,
            Type::List(element) | Type::Set(element) | Type::Map(element) => element.is_concrete(),
            Type::Tuple(items) => items.iter().all(Type::is_concrete),
            Type::Object(attributes) => attributes.iter().all(|(_, ty)| ty.is_concrete()),
        }
    }

    /// The type of the attribute `name` of an object type, or of the elements of a map type.
    pub fn attribute(&self, name: &str) -> Option<&Type> {
        match self {
            Type::Object(attributes) => {
                attributes.binary_search_by(|(n, _)| n.as_str().cmp(name)).ok().map(|at| &attributes[at].1)
            }
            Type::Map(element) => Some(element),
            _ => None,
        }
    }

    /// As Terraform's messages name it, such as `list of string` or `object`.
    pub fn friendly_name(&self) -> String {
        match self {
            Type::Dynamic => "dynamic".into(),
            Type::Bool => "bool".into(),
            Type::Number => "number".into(),
            Type::String => "string".into(),
            Type::List(element) => format!("list of {}", element.friendly_name()),
            Type::Set(element) => format!("set of {}", element.friendly_name()),
            Type::Map(element) => format!("map of {}", element.friendly_name()),
            Type::Tuple(_) => "tuple".into(),
            Type::Object(_) => "object".into(),
        }
    }
}
