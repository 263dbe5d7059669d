//! Elements of collections: each converted, and all of one type.

use std::sync::Arc;

use super::super::unify::unify;
use super::super::{Fields, List, Map, Type, Value};
use super::{ConvertError, Target, check, convert, convert_to, index};

/// The elements of a list or set, each converted.
pub(super) fn converted(list: &List, element: Target<'_>) -> Result<Vec<Value>, ConvertError> {
    if list.element == *element.ty {
        return Ok(list.items.clone());
    }
    check(&list.element, element)?;
    let items = list
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| convert_to(item.clone(), element).map(bare_null).map_err(|error| error.under(index(at))));
    items.collect()
}

/// The items of a tuple, each converted to the element type, or to a common type if that is `any`.
pub(super) fn tuple_items(items: &[Value], element: Target<'_>, kind: &str) -> Result<Vec<Value>, ConvertError> {
    let unified;
    let mut element = element;
    if *element.ty == Type::Dynamic && !items.is_empty() {
        let types: Vec<Type> = items.iter().map(Value::ty).collect();
        unified = unify(&types, true)
            .filter(|ty| *ty != Type::Dynamic || types.iter().all(|ty| *ty == Type::Dynamic))
            .ok_or_else(|| ConvertError::new(format!("all {kind} elements must have the same type")))?;
        element = Target { ty: &unified, optionals: None };
    }
    let items = items
        .iter()
        .enumerate()
        .map(|(at, item)| convert_to(item.clone(), element).map_err(|error| error.under(index(at))));
    items.collect()
}

/// Items brought to a common type, which `any` inside an element type may leave different.
pub(super) fn unify_values(items: Vec<Value>) -> Result<Vec<Value>, ConvertError> {
    let Some(first) = items.first().map(Value::ty) else { return Ok(items) };
    if items.iter().all(|item| item.has_type(&first)) {
        return Ok(items);
    }
    let types: Vec<Type> = items.iter().map(Value::ty).collect();
    let ty = unify(&types, true).ok_or_else(|| ConvertError::new("cannot find a common base type for all elements"))?;
    items.into_iter().map(|item| convert(item, &ty)).collect()
}

/// The type that all have; `None` if they differ. Those of unknown type agree with all.
pub(super) fn common_type<'a>(items: impl Iterator<Item = &'a Value>) -> Option<Type> {
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
pub(super) fn empty_element(from: &Type, want: &Type) -> Type {
    if *want == Type::Dynamic { from.clone() } else { want.clone() }
}

pub(super) fn list_of(items: Vec<Value>, from: &Type, want: &Type) -> Result<Value, ConvertError> {
    if items.is_empty() {
        return Ok(Value::list(empty_element(from, want), items));
    }
    let element = common_type(items.iter())
        .ok_or_else(|| ConvertError::new("element types must all match for conversion to list"))?;
    let items = items.into_iter().map(|item| typed(item, &element)).collect::<Result<_, _>>()?;
    Ok(Value::list(element, items))
}

/// Null loses its marks in a set, and in a list made of another collection.
pub(super) fn bare_null(value: Value) -> Value {
    if value.is_null() { value.unmark().0 } else { value }
}

/// An element of a collection has its element type also where it is null or unknown.
pub(super) fn typed(value: Value, element: &Type) -> Result<Value, ConvertError> {
    match value.has_type(&Type::Dynamic) {
        true => convert_to(value, Target { ty: element, optionals: None }),
        false => Ok(value),
    }
}

pub(super) fn set_of(items: Vec<Value>, from: &Type, want: &Type) -> Result<Value, ConvertError> {
    if items.is_empty() {
        return Ok(Value::set(empty_element(from, want), items));
    }
    let element = common_type(items.iter())
        .ok_or_else(|| ConvertError::new("element types must all match for conversion to set"))?;
    let items = items.into_iter().map(|item| typed(bare_null(item), &element)).collect::<Result<_, _>>()?;
    Ok(Value::set(element, items))
}

/// A map of `fields`, converted to `inner` as far as that tells; `want` is what was asked for.
pub(super) fn map_of(fields: Fields, from: &Type, want: &Type, inner: &Type) -> Result<Value, ConvertError> {
    if fields.is_empty() {
        return Ok(Value::map(empty_element(from, want), fields));
    }
    let values = |fields: &Fields| common_type(fields.iter().map(|(_, value)| value));
    let mut fields = fields;
    if values(&fields).is_none() && matches!(inner, Type::List(_) | Type::Set(_) | Type::Map(_) | Type::Object(_)) {
        let types: Vec<Type> = fields.iter().map(|(_, value)| value.ty()).collect();
        let element =
            unify(&types, true).ok_or_else(|| ConvertError::new("cannot find a common base type for all elements"))?;
        let unified = fields.into_iter().map(|(name, value)| Ok((name, convert(value, &element)?)));
        fields = unified.collect::<Result<Fields, ConvertError>>()?;
    }
    let element =
        values(&fields).ok_or_else(|| ConvertError::new("attribute types must all match for conversion to map"))?;
    let fields = fields.into_iter().map(|(name, value)| Ok((name, typed(value, &element)?)));
    let fields = fields.collect::<Result<Fields, ConvertError>>()?;
    Ok(Value::Map(Arc::new(Map { element, items: fields })))
}
