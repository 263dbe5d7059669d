//! Unknowns, and types that values give to `any`.

use std::sync::Arc;

use super::super::unify::unify;
use super::super::{Possible, Refinement, Type, Unknown, Value};
use super::{ConvertError, Target, check, convert_to};

pub(super) fn convert_unknown(unknown: &Unknown, target: Target<'_>) -> Result<Value, ConvertError> {
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
pub(super) fn refinement(unknown: &Unknown, to: &Type) -> Refinement {
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
pub(super) fn filled(from: &Type, want: &Type) -> Type {
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
