//! What is wrong with a type, in Terraform's words.

use super::Type;
use super::convert::Target;
use super::unify::convertible;

/// Why values of the type `got` cannot be converted to `want`; only to be asked if that is so.
pub(crate) fn mismatch(got: &Type, want: Target<'_>) -> String {
    match (got, want.ty) {
        (Type::Object(_), Type::Object(_)) => objects(got, want),
        (Type::Tuple(_), Type::List(element)) if **element == Type::Dynamic => {
            "all list elements must have the same type".into()
        }
        (Type::Tuple(_), Type::Set(element)) if **element == Type::Dynamic => {
            "all set elements must have the same type".into()
        }
        (Type::Object(_), Type::Map(element)) if **element == Type::Dynamic => {
            "all map elements must have the same type".into()
        }
        (Type::Tuple(items), Type::List(element) | Type::Set(element)) => {
            let inner = want.element(element);
            let wrong = items.iter().position(|item| item != inner.ty && !convertible(item, inner, true));
            match wrong {
                Some(at) => format!("element {at}: {}", mismatch(&items[at], inner)),
                None => format!("all elements must be {}", name(inner.ty)),
            }
        }
        (Type::Object(attributes), Type::Map(element)) => {
            let inner = want.element(element);
            let wrong = attributes.iter().find(|(_, ty)| ty != inner.ty && !convertible(ty, inner, true));
            match wrong {
                Some((key, ty)) => format!("element {key:?}: {}", mismatch(ty, inner)),
                None => format!("all elements must be {}", name(inner.ty)),
            }
        }
        (Type::List(inner) | Type::Set(inner), Type::List(element)) => {
            format!("incorrect list element type: {}", mismatch(inner, want.element(element)))
        }
        (Type::List(inner) | Type::Set(inner), Type::Set(element)) => {
            format!("incorrect set element type: {}", mismatch(inner, want.element(element)))
        }
        (Type::Map(inner), Type::Map(element)) => {
            format!("incorrect map element type: {}", mismatch(inner, want.element(element)))
        }
        _ if is_telling(got, want.ty) => {
            format!("{} required, but have {}", want.ty.friendly_name(), got.friendly_name())
        }
        _ => format!("{} required", name(want.ty)),
    }
}

/// A type as a requirement: `any` where it is open.
fn name(ty: &Type) -> String {
    match ty {
        Type::Dynamic => "any type".into(),
        Type::List(element) => format!("list of {}", name_inside(element)),
        Type::Set(element) => format!("set of {}", name_inside(element)),
        Type::Map(element) => format!("map of {}", name_inside(element)),
        _ => ty.friendly_name(),
    }
}

fn name_inside(element: &Type) -> String {
    if *element == Type::Dynamic { "any single type".into() } else { name(element) }
}

fn objects(got: &Type, want: Target<'_>) -> String {
    let Type::Object(attributes) = want.ty else { return format!("{} required", name(want.ty)) };
    let missing: Vec<String> = attributes
        .iter()
        .filter(|(name, _)| got.attribute(name).is_none() && !want.is_optional(name))
        .map(|(name, _)| format!("{name:?}"))
        .collect();
    match missing.as_slice() {
        [] => {}
        [one] => return format!("attribute {one} is required"),
        [one, two] => return format!("attributes {one} and {two} are required"),
        [rest @ .., last] => return format!("attributes {}, and {last} are required", rest.join(", ")),
    }
    let wrong = attributes.iter().find_map(|(name, ty)| {
        let own = got.attribute(name)?;
        let inner = want.attribute(name, ty);
        (own != ty && !convertible(own, inner, true)).then(|| format!("attribute {name:?}: {}", mismatch(own, inner)))
    });
    wrong.unwrap_or_else(|| "incorrect object attributes".into())
}

/// Whether it helps to say what there is instead: not where that might have been converted.
fn is_telling(got: &Type, want: &Type) -> bool {
    got.is_primitive() != want.is_primitive()
        || *want == Type::String
        || matches!((got, want), (Type::Bool, Type::Number) | (Type::Number, Type::Bool))
        || matches!((got, want), (Type::Tuple(_), Type::Object(_)))
}
