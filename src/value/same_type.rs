//! Whether values that may not be known have the same type.

use super::{Object, Shape, Type, Value};

/// Whether two values have the same type; `None` if an unknown leaves it open.
pub(super) fn same_type(a: &Value, b: &Value) -> Option<bool> {
    match (a.bare(), b.bare()) {
        (Value::Absent, _) | (_, Value::Absent) => Some(true),
        (Value::Unknown(unknown), other) | (other, Value::Unknown(unknown)) if !unknown.ty.is_concrete() => {
            if conforms(&other.ty(), &unknown.ty) { None } else { Some(false) }
        }
        (Value::Object(a), Value::Object(b)) => {
            let open = |object: &Object| !matches!(object.shape, Shape::Closed);
            let lacks = |a: &Object, b: &Object| a.written().any(|(name, _)| b.fields.get(name).is_none());
            if !open(b) && lacks(a, b) || !open(a) && lacks(b, a) {
                return Some(false);
            }
            every(a.fields.iter().filter_map(|(name, value)| Some(same_type(value, b.fields.get(name)?))))
        }
        (Value::Tuple(a), Value::Tuple(b)) => match a.len() == b.len() {
            true => every(a.iter().zip(b.iter()).map(|(a, b)| same_type(a, b))),
            false => Some(false),
        },
        (Value::List(a), Value::List(b)) | (Value::Set(a), Value::Set(b))
            if !a.items.is_empty()
                && a.items.len() == b.items.len()
                && !(a.element.is_concrete() && b.element.is_concrete()) =>
        {
            every(a.items.iter().zip(b.items.iter()).map(|(a, b)| same_type(a, b)))
        }
        (a, b) => {
            let ty = b.ty();
            let open = || !(has_certain_type(a) && has_certain_type(b)) && conforms(&a.ty(), &ty);
            if !a.has_type(&ty) && open() { None } else { Some(a.has_type(&ty)) }
        }
    }
}

/// Whether nothing unknown leaves the type of a value open.
pub(super) fn has_certain_type(value: &Value) -> bool {
    match value.bare() {
        Value::Unknown(unknown) => unknown.ty.is_concrete(),
        Value::Absent => false,
        value => value.children().all(has_certain_type),
    }
}

fn every(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for answer in answers {
        match answer {
            Some(false) => return Some(false),
            None => all = None,
            Some(true) => {}
        }
    }
    all
}

/// Whether a value of the type `ty` could have the type `constraint`, which may contain `any`.
pub(crate) fn conforms(ty: &Type, constraint: &Type) -> bool {
    match (ty, constraint) {
        (Type::Dynamic, _) | (_, Type::Dynamic) => true,
        (Type::List(a), Type::List(b)) | (Type::Set(a), Type::Set(b)) | (Type::Map(a), Type::Map(b)) => conforms(a, b),
        (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| conforms(a, b)),
        (Type::Object(a), Type::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| a.0 == b.0 && conforms(&a.1, &b.1))
        }
        (a, b) => a == b,
    }
}
