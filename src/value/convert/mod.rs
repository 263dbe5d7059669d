//! Conversion of values to types, after cty's `convert` package.

mod elements;
mod unknown;

use std::fmt;
use std::sync::Arc;

use crate::addrs::{InstanceKey, Path, Step};

use super::constraint::Optionals;
use super::mismatch::mismatch;
use super::unify::{convertible, unify};
use super::{Constraint, Fields, Number, Shape, Str, Type, Unknown, Value};
use elements::{converted, list_of, map_of, set_of, tuple_items, unify_values};
use unknown::{convert_unknown, filled};

/// Why a value cannot be converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertError {
    /// Where in the value, outermost step first; empty for the value itself.
    pub path: Path,
    /// What is wrong there, as Terraform says it.
    pub message: String,
}

impl ConvertError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        ConvertError { path: Path::new(), message: message.into() }
    }

    fn under(mut self, step: Step) -> Self {
        self.path.insert(0, step);
        self
    }
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            let path: String = self.path.iter().map(Step::to_string).collect();
            write!(f, "{}: ", path.strip_prefix('.').unwrap_or(&path))?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ConvertError {}

/// The value as one of the type `want`, in which `any` stands for whatever the value has there.
///
/// Strings become numbers and bools and the reverse, tuples lists and sets, objects maps, and so on inside
/// them. Nulls and unknowns stay so, with the new type. Absent stays absent. Marks stay where they are, those
/// inside a set go to the set.
///
/// # Errors
/// If there is no conversion between the types, or this value has none (`"x"` is no number).
pub fn convert(value: Value, want: &Type) -> Result<Value, ConvertError> {
    if matches!(value, Value::Absent) {
        return Ok(value);
    }
    convert_to(value, Target { ty: want, optionals: None })
}

/// [`convert`] to a type constraint; optional attributes that are missing become null. Defaults are applied by
/// [`Constraint::apply`].
pub(crate) fn convert_constraint(value: Value, want: &Constraint) -> Result<Value, ConvertError> {
    convert_to(value, Target { ty: want.ty(), optionals: want.optionals() })
}

/// A type, and which of its attributes are optional.
#[derive(Clone, Copy)]
pub(crate) struct Target<'a> {
    pub(crate) ty: &'a Type,
    pub(crate) optionals: Option<&'a Optionals>,
}

impl<'a> Target<'a> {
    pub(crate) fn element(self, ty: &'a Type) -> Target<'a> {
        Target { ty, optionals: self.optionals.and_then(Optionals::element) }
    }

    pub(crate) fn item(self, at: usize, ty: &'a Type) -> Target<'a> {
        Target { ty, optionals: self.optionals.and_then(|optionals| optionals.item(at)) }
    }

    pub(crate) fn attribute(self, name: &str, ty: &'a Type) -> Target<'a> {
        Target { ty, optionals: self.optionals.and_then(|optionals| optionals.attribute(name)) }
    }

    pub(crate) fn is_optional(self, name: &str) -> bool {
        self.optionals.is_some_and(|optionals| optionals.is_optional(name))
    }
}

pub(crate) fn convert_to(value: Value, target: Target<'_>) -> Result<Value, ConvertError> {
    let want = target.ty;
    match &value {
        // Inside other values absent is null.
        Value::Absent if *want != Type::Dynamic => return Ok(Value::Null(want.clone())),
        Value::Marked(marked) => {
            let marks = marked.marks;
            return convert_to(marked.value.clone(), target).map(|value| value.with_marks(marks));
        }
        _ if *want == Type::Dynamic || value.has_type(want) => return Ok(value),
        _ => {}
    }
    match (value, want) {
        (Value::Null(ty), _) => {
            check(&ty, target)?;
            Ok(Value::Null(filled(&ty, want)))
        }
        (Value::Unknown(unknown), _) => convert_unknown(&unknown, target),
        (Value::Number(number), Type::String) => Ok(Value::String(number.to_string().into())),
        (Value::Bool(value), Type::String) => Ok(Value::from(if value { "true" } else { "false" })),
        (Value::String(text), Type::Number) => match Number::parse(&text) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(ConvertError::new("a number is required")),
        },
        (Value::String(text), Type::Bool) => string_to_bool(&text),
        (Value::Set(set), Type::List(element))
            if set.items.len() > 1 && !set.items.iter().all(Value::is_wholly_known) =>
        {
            // Neither the order nor the number of elements is known before all of them are.
            check(&set.element, target.element(element))?;
            let causes = set.items.iter().filter_map(Value::causes_deep).reduce(|a, b| a.union(&b));
            let ty = Type::list(filled(&set.element, element));
            match causes {
                Some(causes) => Ok(Unknown::new(ty, causes).not_null().length(1, Some(set.items.len() as u64)).into()),
                None => Ok(Value::Null(ty)),
            }
        }
        (Value::List(list) | Value::Set(list), Type::List(element)) => {
            let items = converted(&list, target.element(element))?;
            list_of(items, &list.element, element)
        }
        (Value::List(list) | Value::Set(list), Type::Set(element)) => {
            let items = converted(&list, target.element(element))?;
            set_of(items, &list.element, element)
        }
        (Value::Tuple(items), Type::List(element)) => {
            let items = tuple_items(&items, target.element(element), "list")?;
            list_of(unify_values(items)?, element, element)
        }
        (Value::Tuple(items), Type::Set(element)) => {
            let items = tuple_items(&items, target.element(element), "set")?;
            set_of(items, element, element)
        }
        (Value::Map(map), Type::Map(element)) => {
            let inner = target.element(element);
            if map.items.is_empty() {
                check(&map.element, inner)?;
            }
            let fields = convert_fields(map.items.iter(), |_| Some(inner))?;
            map_of(fields, &map.element, element, element)
        }
        (Value::Object(object), Type::Map(element)) => {
            let fields = object.written();
            let unified;
            let inner = match **element {
                Type::Dynamic if fields.clone().next().is_some() => {
                    let types: Vec<Type> = fields.clone().map(|(_, value)| value.ty()).collect();
                    unified = unify(&types, true)
                        .ok_or_else(|| ConvertError::new("all map elements must have the same type"))?;
                    Target { ty: &unified, optionals: None }
                }
                _ => target.element(element),
            };
            let fields = convert_fields(fields, |_| Some(inner))?;
            map_of(fields, element, element, inner.ty)
        }
        (Value::Object(object), Type::Object(attributes)) => {
            let open = !matches!(object.shape, Shape::Closed);
            require(attributes, target, |name| open || object.fields.get(name).is_some(), &object.fields)?;
            let fields =
                convert_fields(object.fields.iter(), |name| want.attribute(name).map(|ty| target.attribute(name, ty)))?;
            Ok(Value::object(completed(fields, attributes)))
        }
        (Value::Map(map), Type::Object(attributes)) => {
            for (name, ty) in attributes.iter() {
                if map.items.get(name).is_none() && !target.is_optional(name) {
                    check(&map.element, target.attribute(name, ty))?;
                    return Err(ConvertError::new(format!("map has no element for required attribute {name:?}")));
                }
            }
            let fields =
                convert_fields(map.items.iter(), |name| want.attribute(name).map(|ty| target.attribute(name, ty)))?;
            Ok(Value::object(completed(fields, attributes)))
        }
        (Value::Tuple(items), Type::Tuple(types)) if items.len() == types.len() => {
            let items = items.iter().zip(types.iter()).enumerate().map(|(at, (item, ty))| {
                convert_to(item.clone(), target.item(at, ty)).map_err(|error| error.under(index(at)))
            });
            Ok(Value::tuple(items.collect::<Result<_, _>>()?))
        }
        (value, _) => Err(ConvertError::new(mismatch(&value.ty(), target))),
    }
}

/// Whether values of this type can be converted at all; what cty decides before it looks at any value.
fn check(ty: &Type, target: Target<'_>) -> Result<(), ConvertError> {
    match ty == target.ty || convertible(ty, target, true) {
        true => Ok(()),
        false => Err(ConvertError::new(mismatch(ty, target))),
    }
}

fn index(at: usize) -> Step {
    Step::Index(InstanceKey::Int(at as u64))
}

fn string_to_bool(text: &str) -> Result<Value, ConvertError> {
    match text {
        "true" | "1" => Ok(Value::Bool(true)),
        "false" | "0" => Ok(Value::Bool(false)),
        _ => Err(ConvertError::new(match text.to_lowercase().as_str() {
            lower @ ("true" | "false") => {
                format!("a bool is required; to convert from string, use lowercase \"{lower}\"")
            }
            _ => "a bool is required".into(),
        })),
    }
}

/// The fields that have a target, each converted.
fn convert_fields<'a, 't>(
    fields: impl Iterator<Item = (&'a Str, &'a Value)>,
    target: impl Fn(&str) -> Option<Target<'t>>,
) -> Result<Fields, ConvertError> {
    let fields = fields.filter_map(|(name, value)| {
        let target = target(name)?;
        let converted = convert_to(value.clone(), target).map(|value| (name.clone(), value));
        Some(converted.map_err(|error| error.under(Step::Attr(name.clone()))))
    });
    fields.collect()
}

/// That an object has all required attributes.
fn require(
    attributes: &[(Str, Type)],
    target: Target<'_>,
    has: impl Fn(&str) -> bool,
    fields: &Fields,
) -> Result<(), ConvertError> {
    let missing = attributes.iter().any(|(name, _)| !has(name) && !target.is_optional(name));
    match missing {
        false => Ok(()),
        true => {
            let own = Type::Object(Arc::new(fields.iter().map(|(name, value)| (name.clone(), value.ty())).collect()));
            Err(ConvertError::new(mismatch(&own, target)))
        }
    }
}

/// Null for each attribute that is not there.
fn completed(mut fields: Fields, attributes: &[(Str, Type)]) -> Fields {
    for (name, ty) in attributes {
        match fields.get(name) {
            None => fields.insert(name.clone(), Value::Null(ty.clone())),
            Some(Value::Absent) => fields.insert(name.clone(), Value::Null(ty.clone())),
            Some(_) => {}
        }
    }
    fields
}
