//! Conversion of values to types, after cty's `convert` package.

use std::fmt;
use std::sync::Arc;

use crate::addrs::{InstanceKey, Path, Step};

use super::constraint::Optionals;
use super::mismatch::mismatch;
use super::unify::{convertible, unify};
use super::{Constraint, Fields, List, Map, Number, Possible, Refinement, Shape, Str, Type, Unknown, Value};

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
        Value::Absent => return Ok(value),
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
        (Value::List(list) | Value::Set(list), Type::List(element)) => {
            let items = elements(&list, target.element(element))?;
            list_of(items, &list.element, element)
        }
        (Value::List(list) | Value::Set(list), Type::Set(element)) => {
            let items = elements(&list, target.element(element))?;
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
            map_of(fields, &map.element, element)
        }
        (Value::Object(object), Type::Map(element)) => {
            let fields = object.fields.iter().filter(|(_, value)| !matches!(value.bare(), Value::Absent));
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
            map_of(fields, element, element)
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

fn convert_unknown(unknown: &Unknown, target: Target<'_>) -> Result<Value, ConvertError> {
    let (from, want) = (&unknown.ty, target.ty);
    check(from, target)?;
    let ty = filled(from, want);
    let mut converted = Unknown::new(ty, unknown.causes.clone());
    converted.refinement = refinement(unknown, &converted.ty);
    // The text of a number and the number are the same thing; a list made of a tuple is not.
    if want.is_primitive() {
        converted.symbol = unknown.symbol.clone();
    }
    converted.possible = unknown.possible.as_ref().and_then(|possible| {
        let convert = |one: &Possible| {
            let value = convert_to(one.value.clone(), target).ok()?;
            Some(Possible { value, condition: one.condition.clone() })
        };
        possible.iter().map(convert).collect::<Option<Vec<_>>>().map(Arc::new)
    });
    Ok(converted.settle())
}

/// What stays certain when an unknown is converted.
fn refinement(unknown: &Unknown, to: &Type) -> Refinement {
    let length = match (&unknown.ty, to) {
        (Type::Object(attributes), Type::Map(_)) => Some((attributes.len() as u64, Some(attributes.len() as u64))),
        (Type::Tuple(items), Type::List(_)) => Some((items.len() as u64, Some(items.len() as u64))),
        // Elements of a set may turn out to be equal.
        (Type::Tuple(items), Type::Set(_)) => Some((items.len().min(1) as u64, Some(items.len() as u64))),
        (Type::List(_) | Type::Set(_), Type::Set(_)) => unknown.refinement.length.map(|(min, max)| (min.min(1), max)),
        (Type::List(_) | Type::Set(_), Type::List(_)) | (Type::Map(_), Type::Map(_)) => unknown.refinement.length,
        _ => None,
    };
    Refinement { not_null: unknown.refinement.not_null, length, ..Refinement::default() }
}

/// The type `want` with each `any` replaced by what a value of the type `from` has there.
fn filled(from: &Type, want: &Type) -> Type {
    let unified = |types: &mut dyn Iterator<Item = &Type>| {
        unify(&types.cloned().collect::<Vec<_>>(), true).unwrap_or(Type::Dynamic)
    };
    match (from, want) {
        (Type::Dynamic, _) => want.clone(),
        (_, Type::Dynamic) => from.clone(),
        _ if want.is_concrete() => want.clone(),
        (Type::Map(inner), Type::Map(element)) => Type::map(filled(inner, element)),
        (Type::Object(attributes), Type::Map(element)) => {
            Type::map(filled(&unified(&mut attributes.iter().map(|(_, ty)| ty)), element))
        }
        (Type::List(inner) | Type::Set(inner), Type::List(element)) => Type::list(filled(inner, element)),
        (Type::List(inner) | Type::Set(inner), Type::Set(element)) => Type::set(filled(inner, element)),
        (Type::Tuple(items), Type::List(element)) => Type::list(filled(&unified(&mut items.iter()), element)),
        (Type::Tuple(items), Type::Set(element)) => Type::set(filled(&unified(&mut items.iter()), element)),
        (Type::Tuple(items), Type::Tuple(types)) => {
            Type::Tuple(Arc::new(types.iter().zip(items.iter()).map(|(want, from)| filled(from, want)).collect()))
        }
        (_, Type::Object(attributes)) => Type::Object(Arc::new(
            attributes
                .iter()
                .map(|(name, ty)| {
                    (name.clone(), from.attribute(name).map_or_else(|| ty.clone(), |from| filled(from, ty)))
                })
                .collect(),
        )),
        _ => want.clone(),
    }
}

/// The elements of a list or set, each converted.
fn elements(list: &List, element: Target<'_>) -> Result<Vec<Value>, ConvertError> {
    if list.element == *element.ty {
        return Ok(list.items.clone());
    }
    check(&list.element, element)?;
    let items = list
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| convert_to(item.clone(), element).map_err(|error| error.under(index(at))));
    items.collect()
}

/// The items of a tuple, each converted to the element type, or to a common type if that is `any`.
fn tuple_items(items: &[Value], element: Target<'_>, kind: &str) -> Result<Vec<Value>, ConvertError> {
    let unified;
    let mut element = element;
    if *element.ty == Type::Dynamic && !items.is_empty() {
        let types: Vec<Type> = items.iter().map(Value::ty).collect();
        unified = unify(&types, true)
            .filter(|ty| *ty != Type::Dynamic || types.iter().all(|ty| *ty == Type::Dynamic))
            .ok_or_else(|| ConvertError::new(format!("all {kind} elements must have the same type")))?;
        element = Target { ty: &unified, optionals: None };
    }
    let items = items.iter().enumerate().map(|(at, item)| {
        let item =
            if matches!(item.bare(), Value::Absent) { Value::NULL.with_marks(item.marks()) } else { item.clone() };
        convert_to(item, element).map_err(|error| error.under(index(at)))
    });
    items.collect()
}

/// Items brought to a common type, which `any` inside an element type may leave different.
fn unify_values(items: Vec<Value>) -> Result<Vec<Value>, ConvertError> {
    let Some(first) = items.first().map(Value::ty) else { return Ok(items) };
    if items.iter().all(|item| item.has_type(&first)) {
        return Ok(items);
    }
    let types: Vec<Type> = items.iter().map(Value::ty).collect();
    let ty = unify(&types, true).ok_or_else(|| ConvertError::new("cannot find a common base type for all elements"))?;
    items.into_iter().map(|item| convert(item, &ty)).collect()
}

/// The type that all have; `None` if they differ. Those of unknown type agree with all.
fn common_type<'a>(items: impl Iterator<Item = &'a Value>) -> Option<Type> {
    let mut common = Type::Dynamic;
    for item in items {
        if common == Type::Dynamic {
            common = item.ty();
        } else if !item.has_type(&common) && item.ty() != Type::Dynamic {
            return None;
        }
    }
    Some(common)
}

/// The type of elements where there are none: `want`, or `from` where that is `any`.
fn empty_element(from: &Type, want: &Type) -> Type {
    if *want == Type::Dynamic { from.clone() } else { want.clone() }
}

fn list_of(items: Vec<Value>, from: &Type, want: &Type) -> Result<Value, ConvertError> {
    if items.is_empty() {
        return Ok(Value::list(empty_element(from, want), items));
    }
    let element = common_type(items.iter())
        .ok_or_else(|| ConvertError::new("element types must all match for conversion to list"))?;
    Ok(Value::list(element, items))
}

fn set_of(items: Vec<Value>, from: &Type, want: &Type) -> Result<Value, ConvertError> {
    if items.is_empty() {
        return Ok(Value::set(empty_element(from, want), items));
    }
    let element = common_type(items.iter())
        .ok_or_else(|| ConvertError::new("element types must all match for conversion to set"))?;
    Ok(Value::set(element, items))
}

fn map_of(fields: Fields, from: &Type, want: &Type) -> Result<Value, ConvertError> {
    if fields.is_empty() {
        return Ok(Value::map(empty_element(from, want), fields));
    }
    let values = || fields.iter().map(|(_, value)| value);
    if let Some(element) = common_type(values()) {
        return Ok(Value::Map(Arc::new(Map { element, items: fields })));
    }
    let types: Vec<Type> = values().map(Value::ty).collect();
    let element =
        unify(&types, true).ok_or_else(|| ConvertError::new("cannot find a common base type for all elements"))?;
    let fields = fields.into_iter().map(|(name, value)| Ok((name, convert(value, &element)?)));
    let fields = fields.collect::<Result<Fields, ConvertError>>()?;
    Ok(Value::map(element, fields))
}

/// The fields that have a target, each converted.
fn convert_fields<'a, 't>(
    fields: impl Iterator<Item = (&'a Str, &'a Value)>,
    target: impl Fn(&str) -> Option<Target<'t>>,
) -> Result<Fields, ConvertError> {
    let fields = fields.filter_map(|(name, value)| {
        let converted = convert_to(value.clone(), target(name)?).map(|value| (name.clone(), value));
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
