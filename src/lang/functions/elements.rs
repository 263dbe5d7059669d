//! Calls with collections of which only some elements are known, or each only in part.

use crate::value::{Elements, Marks, NoIdentity, Tri, Type, Unknown, Value, equal};

/// The result of a call that is not known, with what the elements that are known say of it.
pub(super) fn refined(name: &str, args: &[Value], result: Value) -> Value {
    let Value::Unknown(unknown) = result.bare() else { return result };
    if unknown.possible.is_some() {
        return result;
    }
    let plain = Unknown::clone(unknown);
    match (name, args) {
        ("length", [list]) if unknown.ty == Type::Number => list.length(|| plain.causes).with_marks(result.marks()),
        ("alltrue", [list]) => quantified(list, false, result),
        ("anytrue", [list]) => quantified(list, true, result),
        ("contains", [list, wanted]) => contained(list, wanted, result),
        ("distinct" | "tolist" | "toset" | "reverse" | "sort", [list]) => match Elements::of(list) {
            Some(elements) => among(name, elements, plain).with_marks(result.marks()),
            None => result,
        },
        ("values", [map]) => match map.bare() {
            Value::Unknown(unknown) => match &unknown.elements {
                Some(elements) => {
                    let elements = Elements { keyed: false, ..elements.as_ref().clone() };
                    elements.within(plain).with_marks(result.marks())
                }
                None => result,
            },
            _ => result,
        },
        ("concat" | "setunion", _) => {
            let mut all = Elements::default();
            for arg in args {
                match Elements::of(arg) {
                    Some(more) => all.extend(more),
                    None => return result,
                }
            }
            among(name, all, plain).with_marks(result.marks())
        }
        ("flatten", [list]) => match flattened(list) {
            Some(all) => all.within(plain).with_marks(result.marks()),
            None => result,
        },
        _ => result,
    }
}

/// The elements as they are in the result of the function `name`, which changes none, but may leave out repetitions.
fn among(name: &str, elements: Elements, result: Unknown) -> Value {
    let types: Vec<Type> = elements.iter().map(Value::ty).filter(|ty| *ty != Type::Dynamic).collect();
    if types.windows(2).any(|pair| pair[0] != pair[1]) && matches!(result.ty, Type::List(_) | Type::Set(_)) {
        // They are brought to one type first.
        return Value::Unknown(result.into());
    }
    match matches!(name, "distinct" | "toset" | "setunion") {
        true => {
            let marks = marks(&elements);
            elements.distinct().within(result).with_marks(marks)
        }
        false => elements.within(result),
    }
}

fn quantified(list: &Value, decisive: bool, result: Value) -> Value {
    match Elements::of(list).and_then(|elements| Some((elements.quantified(decisive)?, marks(&elements)))) {
        Some((decided, marks)) => Value::Bool(decided).with_marks(result.marks()).with_marks(marks),
        None => result,
    }
}

fn contained(list: &Value, wanted: &Value, result: Value) -> Value {
    let Some(elements) = Elements::of(list) else { return result };
    let is = |element: &Value, answer: Tri| equal(element, wanted, &NoIdentity) == answer;
    let decided = match () {
        _ if elements.sure.iter().any(|element| is(element, Tri::True)) => true,
        _ if elements.iter().all(|element| is(element, Tri::False)) => false,
        _ => return result,
    };
    Value::Bool(decided).with_marks(result.marks()).with_marks(marks(&elements))
}

fn marks(elements: &Elements) -> Marks {
    elements.iter().fold(Marks::default(), |marks, element| marks.union(element.marks()))
}

/// The elements of a list of lists, all in one.
fn flattened(value: &Value) -> Option<Elements> {
    let elements = Elements::of(value)?;
    let mut all = Elements::default();
    for element in elements.sure {
        match nested(&element) {
            Some(inner) => all.extend(inner?),
            None if matches!(element.bare(), Value::Absent) => {}
            None => all.sure.push(element),
        }
    }
    for element in elements.others {
        match nested(&element) {
            // None of them is certain where it is not certain that this is there.
            Some(inner) => {
                let Elements { sure, others, .. } = inner?;
                all.others.extend(sure.into_iter().chain(others));
            }
            None if matches!(element.bare(), Value::Absent) => {}
            None => all.others.push(element),
        }
    }
    Some(all)
}

/// The elements of what is a collection or may be one; without them where it is a map.
fn nested(element: &Value) -> Option<Option<Elements>> {
    match element.bare() {
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => Some(flattened(element)),
        Value::Unknown(unknown) if unknown.ty == Type::Dynamic && unknown.elements.is_none() => {
            Some(Some(Elements { others: vec![element.clone()], ..Elements::default() }))
        }
        Value::Unknown(unknown)
            if matches!(unknown.ty, Type::Dynamic | Type::List(_) | Type::Set(_) | Type::Tuple(_)) =>
        {
            let mut all = flattened(element);
            if let (Some(all), false) = (&mut all, unknown.refinement.not_null) {
                // Null is an element.
                all.others.push(Value::Null(Type::Dynamic));
            }
            Some(all)
        }
        _ => None,
    }
}
