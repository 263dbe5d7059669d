//! Functions of sets.

use std::collections::HashMap;
use std::sync::Arc;

use crate::value::{Marks, NoIdentity, Tri, Type, Value, convert, equal, set_key, unify};

use super::parameter::items;
use super::{Args, CallError, Kind, Outcome, Spec, any, set};

const ANY_SET: Kind = Kind::Set(&Kind::Any);

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("setunion", &[set("first_set", &Kind::Any).dynamic().unknown()], ANY_SET, union)
        .rest(set("other_sets", &Kind::Any).dynamic().unknown()),
    Spec::new("setintersection", &[set("first_set", &Kind::Any).dynamic().unknown()], ANY_SET, |args| fold(args, true))
        .rest(set("other_sets", &Kind::Any).dynamic().unknown()),
    Spec::new(
        "setsubtract",
        &[set("a", &Kind::Any).dynamic().unknown(), set("b", &Kind::Any).dynamic().unknown()],
        ANY_SET,
        |args| fold(args, false),
    ),
    Spec::new("setproduct", &[], Kind::Any, product).rest(any("sets").sequence().marked().unknown()),
];

/// The elements that are in both, or those that are only in the first. Equal elements have equal keys, so that few are
/// compared.
fn kept(all: Vec<Value>, others: &[Value], both: bool) -> Vec<Value> {
    let mut by_key: HashMap<Vec<u8>, Vec<&Value>> = HashMap::new();
    for other in others {
        by_key.entry(set_key(other)).or_default().push(other);
    }
    let has = |item: &Value| {
        let near = by_key.get(&set_key(item));
        near.is_some_and(|near| near.iter().any(|other| equal(other, item, &NoIdentity) == Tri::True))
    };
    all.into_iter().filter(|item| has(item) == both).collect()
}

/// The type of a set that all the given ones can be converted to. An empty set of which no type is known fits
/// any other.
fn common_type(args: &Args<'_>) -> Result<Type, CallError> {
    let elements = args.all().iter().filter_map(|arg| match arg {
        Value::Set(set) if set.items.is_empty() && set.element == Type::Dynamic => None,
        arg => match arg.outer_type() {
            Type::Set(element) => Some((*element).clone()),
            _ => None,
        },
    });
    let elements: Vec<Type> = elements.collect();
    if elements.is_empty() {
        return Ok(Type::set(Type::Dynamic));
    }
    let element = unify(&elements, true);
    element.map(Type::set).ok_or_else(|| CallError::new("given sets must all have compatible element types"))
}

fn converted(args: &Args<'_>, ty: &Type) -> Result<Vec<Value>, CallError> {
    let convert =
        |(at, arg): (usize, &Value)| convert(arg.clone(), ty).map_err(|error| CallError::at(at, error.to_string()));
    let sets: Vec<Value> = args.all().iter().enumerate().map(convert).collect::<Result<_, _>>()?;
    // Sets of which only some have elements of a type cty does not compare.
    let element = |set: &Value| match set {
        Value::Set(set) => Some(set.element.clone()),
        _ => None,
    };
    let mut elements = sets.iter().filter_map(element);
    match elements.next().is_none_or(|first| elements.all(|other| other == first)) {
        true => Ok(sets),
        false => Err(CallError::new("given sets must all have compatible element types")),
    }
}

fn element_of(ty: &Type) -> Type {
    match ty {
        Type::Set(element) | Type::List(element) => (**element).clone(),
        _ => Type::Dynamic,
    }
}

fn union(args: &Args<'_>) -> Outcome {
    let ty = common_type(args)?;
    if args.all().iter().any(Value::is_unknown) {
        return Ok(args.unknown(ty).into());
    }
    let sets = converted(args, &ty)?;
    let all = sets.iter().flat_map(|set| items(set).to_vec()).collect();
    Ok(Value::set(element_of(&ty), all))
}

fn fold(args: &Args<'_>, both: bool) -> Outcome {
    let ty = common_type(args)?;
    if !args.all().iter().all(Value::is_wholly_known) {
        return Ok(args.unknown(ty).into());
    }
    let sets = converted(args, &ty)?;
    let mut sets = sets.iter();
    let first = sets.next().map(|set| items(set).to_vec()).unwrap_or_default();
    Ok(Value::set(element_of(&ty), sets.fold(first, |all, set| kept(all, items(set), both))))
}

/// No product has more elements.
const LARGEST: u64 = 1 << 18;

fn product(args: &Args<'_>) -> Outcome {
    if args.len() < 2 {
        return Err(CallError::new("at least two arguments are required"));
    }
    let marks = args.all().iter().fold(Marks::default(), |marks, arg| marks.union(arg.marks()));
    let mut lists = true;
    let mut types = Vec::with_capacity(args.len());
    for (at, arg) in args.all().iter().enumerate() {
        types.push(match arg.ty() {
            Type::Set(element) => {
                lists = false;
                (*element).clone()
            }
            Type::List(element) => (*element).clone(),
            Type::Tuple(items) if items.is_empty() => Type::Dynamic,
            Type::Tuple(items) => {
                unify(&items, true).ok_or_else(|| CallError::at(at, "all elements must be of the same type"))?
            }
            _ => return Err(CallError::at(at, "a set or a list is required")),
        });
    }
    let element = Type::Tuple(Arc::new(types.clone()));
    let collection =
        |items| if lists { Value::list(element.clone(), items) } else { Value::set(element.clone(), items) };
    let bounds: Vec<(u64, Option<u64>)> = args.all().iter().map(Value::length_range).collect();
    let most = bounds.iter().try_fold(1u64, |all, (_, most)| all.checked_mul((*most)?));
    if args.all().iter().any(Value::is_unknown) || bounds.iter().any(|(least, most)| Some(*least) != *most) {
        let ty = if lists { Type::list(element.clone()) } else { Type::set(element.clone()) };
        let least = u64::from(bounds.iter().all(|(least, _)| *least > 0));
        let unknown = args.unknown(ty);
        // Terraform sets no bound to a set of which an element is not known, nor large ones; and it takes a product that
        // may have elements for one that has.
        let open =
            |arg: &Value| matches!(arg.bare(), Value::Set(_)) && arg.length_range().1 != Some(arg.length_range().0);
        let large =
            bounds.iter().any(|(_, most)| most.is_none_or(|most| most > 1024)) || most.is_none_or(|most| most > 2048);
        let result = match most {
            _ if args.as_terraform && (large || args.all().iter().any(open)) => unknown,
            Some(0) => unknown.length(0, most),
            _ if args.as_terraform => unknown.length(1, most),
            _ => unknown.length(least, most),
        };
        return Ok(Value::from(result).with_marks(marks));
    }
    match most {
        Some(0) => return Ok(collection(Vec::new()).with_marks(marks)),
        Some(most) if most <= LARGEST => {}
        _ => return Err(CallError::limit("the result would have too many elements")),
    }
    let mut all: Vec<Vec<Value>> = vec![Vec::with_capacity(args.len())];
    for (at, arg) in args.all().iter().enumerate() {
        let converted: Result<Vec<Value>, _> =
            items(arg).iter().map(|item| convert(item.clone(), &types[at])).collect();
        let converted = converted.map_err(|error| CallError::at(at, error.to_string()))?;
        if types[at] == Type::Dynamic && converted.iter().any(|item| item.ty() != converted[0].ty()) {
            return Err(CallError::at(at, "all elements must be of the same type"));
        }
        all = all
            .into_iter()
            .flat_map(|row| {
                converted.iter().map(move |item| {
                    let mut row = row.clone();
                    row.push(item.clone());
                    row
                })
            })
            .collect();
    }
    Ok(collection(all.into_iter().map(Value::tuple).collect()).with_marks(marks))
}
