//! Equality: cty's, and the identity of what is not known.

use super::identity::{Canonical, Identity, NoIdentity, canonical};
use super::same_type::{conforms, has_certain_type, same_type};
use super::text_parts::{parts, texts};
use super::{Bound, Causes, TextPart, Tri, Unknown, Value};

/// Whether two values are equal, as `==` decides: values of different types are not, nulls of any types are.
/// Absent counts as null, also where one object has a name that the other, a block or instance, has not.
///
/// Beyond cty, unknowns with the same symbol are equal, and what is certain about two unknowns may tell them
/// apart. Marks do not matter.
pub fn equal(a: &Value, b: &Value, identity: &dyn Identity) -> Tri {
    match (a.bare(), b.bare()) {
        (Value::Unknown(a), Value::Unknown(b)) if !identity.refined() => Tri::Unknown(a.causes.union(&b.causes)),
        (Value::Unknown(a), Value::Unknown(b)) => unknowns(a, b, identity),
        (Value::Unknown(unknown), known) | (known, Value::Unknown(unknown)) => includes(unknown, known, identity),
        (a, b) if a.is_null() || b.is_null() => Tri::from(a.is_null() && b.is_null()),
        (Value::Bool(a), Value::Bool(b)) => Tri::from(a == b),
        (Value::Number(a), Value::Number(b)) => Tri::from(a == b),
        (Value::String(a), Value::String(b)) => Tri::from(a == b),
        (a, b) => match same_type(a, b) {
            Some(false) => Tri::False,
            Some(true) => compounds(a, b, identity),
            None => {
                let causes = [a, b].into_iter().filter_map(Value::causes_deep).reduce(|a, b| a.union(&b));
                match (compounds(a, b, identity), causes) {
                    (answer, Some(causes)) if answer == Tri::True || !identity.refined() => Tri::Unknown(causes),
                    (answer, _) => answer,
                }
            }
        },
    }
}

/// The elements of two values of the same type.
fn compounds(a: &Value, b: &Value, identity: &dyn Identity) -> Tri {
    let all = |pairs: &mut dyn Iterator<Item = (&Value, &Value)>| {
        let mut answer = Tri::True;
        for (a, b) in pairs {
            answer = answer.and(equal(a, b, identity));
            if answer == Tri::False || !identity.refined() && answer != Tri::True {
                break;
            }
        }
        answer
    };
    match (a, b) {
        (Value::Tuple(a), Value::Tuple(b)) if a.len() == b.len() => all(&mut a.iter().zip(b.iter())),
        (Value::List(a), Value::List(b)) if a.items.len() == b.items.len() => {
            all(&mut a.items.iter().zip(b.items.iter()))
        }
        (Value::Set(x), Value::Set(y)) => match (a.causes_deep(), b.causes_deep()) {
            // What is known is in the same order in both.
            (None, None) if x.items.len() == y.items.len() => all(&mut x.items.iter().zip(y.items.iter())),
            (None, None) => Tri::False,
            (Some(a), Some(b)) => Tri::Unknown(a.union(&b)),
            (Some(causes), None) | (None, Some(causes)) => Tri::Unknown(causes),
        },
        (Value::Map(a), Value::Map(b)) => {
            let same = a.items.len() == b.items.len() && a.items.iter().zip(b.items.iter()).all(|(a, b)| a.0 == b.0);
            match same {
                true => all(&mut a.items.iter().map(|(_, value)| value).zip(b.items.iter().map(|(_, value)| value))),
                false => Tri::False,
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            let extra = b.fields.iter().filter(|(name, _)| a.fields.get(name).is_none());
            let pairs = a.fields.iter().map(|(name, value)| (value, b.fields.get(name).unwrap_or(&Value::Absent)));
            all(&mut pairs.chain(extra.map(|(_, value)| (&Value::Absent, value))))
        }
        _ => Tri::False,
    }
}

fn thing(unknown: &Unknown, identity: &dyn Identity) -> Option<Canonical> {
    canonical(unknown.symbol.as_deref()?, identity)
}

fn unknowns(a: &Unknown, b: &Unknown, identity: &dyn Identity) -> Tri {
    match (thing(a, identity), thing(b, identity)) {
        (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) if a == b => return Tri::True,
        (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) if identity.distinct(&a, &b) => return Tri::False,
        (Some(Canonical::Value(a)), Some(Canonical::Value(b))) if !a.is_unknown() && !b.is_unknown() => {
            return equal(&a, &b, &NoIdentity);
        }
        (Some(Canonical::Value(value)), _) if !value.is_unknown() => return includes(b, &value, identity),
        (_, Some(Canonical::Value(value))) if !value.is_unknown() => return includes(a, &value, identity),
        _ => {}
    }
    if (a.parts.is_some() || b.parts.is_some())
        && let (Some(a), Some(b)) = (parts(a), parts(b))
        && let Some(answer) = texts(&a, &b, identity)
    {
        return answer.into();
    }
    let causes = a.causes.union(&b.causes);
    if let (Some(possible), _) = (&a.possible, b) {
        let other = Value::Unknown(b.clone().into());
        return one_of(possible.iter().map(|a| equal(&a.value, &other, identity)), causes);
    }
    if let Some(possible) = &b.possible {
        return one_of(possible.iter().map(|b| includes(a, &b.value, identity)), causes);
    }
    // Two unknowns that may both be null may be equal whatever else is certain of them.
    let apart = (a.refinement.not_null || b.refinement.not_null)
        && (!conforms(&a.ty, &b.ty)
            || a.ty.is_concrete() && b.ty.is_concrete() && a.ty != b.ty
            || !prefixes_agree(&a.refinement.prefix, &b.refinement.prefix)
            || below(&a.refinement.max, &b.refinement.min)
            || below(&b.refinement.max, &a.refinement.min)
            || lengths_differ(a.refinement.length_bounds(), b.refinement.length_bounds()));
    if apart { Tri::False } else { Tri::Unknown(causes) }
}

/// Whether an unknown is a known value.
fn includes(unknown: &Unknown, known: &Value, identity: &dyn Identity) -> Tri {
    if let Some(Canonical::Value(value)) = thing(unknown, identity)
        && !value.is_unknown()
    {
        return equal(&value, known, &NoIdentity);
    }
    if let Some(possible) = &unknown.possible {
        let answers = possible.iter().map(|possible| equal(&possible.value, known, identity));
        return one_of(answers, unknown.causes.clone());
    }
    let open = || match known.causes_deep() {
        Some(causes) => Tri::Unknown(unknown.causes.union(&causes)),
        None => Tri::Unknown(unknown.causes.clone()),
    };
    if known.is_null() {
        return if unknown.refinement.not_null { Tri::False } else { open() };
    }
    let ty_differs = match unknown.ty.is_concrete() && (has_certain_type(known) || !identity.refined()) {
        true => !known.has_type(&unknown.ty),
        false => !conforms(&known.ty(), &unknown.ty),
    };
    let refinement = &unknown.refinement;
    let differs = ty_differs
        || match known {
            Value::String(text) => {
                let end = match unknown.parts.as_ref().and_then(|parts| parts.last()) {
                    Some(TextPart::Text(end)) => end.as_str(),
                    _ => "",
                };
                text.is_empty() && refinement.filled
                    || !text.starts_with(refinement.prefix.as_str())
                    || !text.ends_with(end)
                    || refinement.chars.is_some_and(|chars| !chars.allow(text))
            }
            // An infinity is the value of nothing.
            Value::Number(number) if !number.is_finite() => refinement.not_null,
            Value::Number(_) => {
                let (value, _) = known.number_range();
                below(&value, &refinement.min) || below(&refinement.max, &value)
            }
            Value::List(_) | Value::Set(_) | Value::Map(_) => {
                lengths_differ(known.length_range(), refinement.length_bounds())
            }
            _ => false,
        };
    if differs { Tri::False } else { open() }
}

/// What holds for all of the possible values; else unknown.
fn one_of(answers: impl Iterator<Item = Tri>, causes: Causes) -> Tri {
    let mut all: Option<Tri> = None;
    for answer in answers {
        match &all {
            None => all = Some(answer),
            Some(first) if *first == answer && !matches!(answer, Tri::Unknown(_)) => {}
            Some(_) => return Tri::Unknown(causes),
        }
    }
    match all {
        Some(Tri::Unknown(_)) | None => Tri::Unknown(causes),
        Some(answer) => answer,
    }
}

fn prefixes_agree(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// Whether all numbers up to `max` are below all from `min`.
fn below(max: &Option<Bound>, min: &Option<Bound>) -> bool {
    match (max, min) {
        (Some(max), Some(min)) => max.value < min.value || max.value == min.value && !(max.inclusive && min.inclusive),
        _ => false,
    }
}

fn lengths_differ(a: (u64, Option<u64>), b: (u64, Option<u64>)) -> bool {
    let below = |max: Option<u64>, min: u64| max.is_some_and(|max| max < min);
    below(a.1, b.0) || below(b.1, a.0)
}
