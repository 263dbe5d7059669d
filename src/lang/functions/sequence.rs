//! Functions of lists and tuples.

use std::collections::HashMap;
use std::sync::Arc;

use crate::value::{Marks, NoIdentity, Number, Tri, Type, Unknown, Value, convert, equal, set_key, unify};

use super::parameter::items;
use super::{Args, CallError, Kind, Outcome, Spec, any, list, number};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("concat", &[], Kind::Any, concat).rest(any("seqs").sequence().forgets().unknown()),
    Spec::new("element", &[any("list").sequence().forgets().unknown(), number("index").unknown()], Kind::Any, element)
        .may_be_null(),
    Spec::new("flatten", &[any("list").sequence().forgets().unknown()], Kind::Any, flatten),
    Spec::new("reverse", &[any("list").sequence().forgets().unknown()], Kind::Any, reverse),
    Spec::new(
        "slice",
        &[any("list").sequence().forgets().unknown(), number("start_index").unknown(), number("end_index").unknown()],
        Kind::Any,
        slice,
    ),
    Spec::new(
        "chunklist",
        &[list("list", &Kind::Any).forgets().unknown(), number("size").forgets().unknown()],
        Kind::List(&Kind::Any),
        chunks,
    ),
    Spec::new("range", &[], Kind::List(&Kind::Number), range).rest(number("params")),
    Spec::new("compact", &[list("list", &Kind::String)], Kind::List(&Kind::String), |args| {
        // What is not known may be empty, unless that is certainly not so.
        let open = |item: &Value| match item {
            Value::Unknown(unknown) => args.as_terraform || !unknown.refinement.is_filled(),
            _ => false,
        };
        if args.items(0).iter().any(open) {
            return Ok(args.unknown(Type::list(Type::String)).into());
        }
        let full = |item: &&Value| match item {
            Value::String(text) => !text.is_empty(),
            item => item.is_unknown(),
        };
        Ok(Value::list(Type::String, args.items(0).iter().filter(full).cloned().collect()))
    }),
    Spec::new("distinct", &[list("list", &Kind::Any).unknown()], Kind::List(&Kind::Any), distinct),
    Spec::new("sort", &[list("list", &Kind::String).unknown()], Kind::List(&Kind::String), sort),
];

/// Types of the items of a list of known length, or of a tuple.
fn item_types(value: &Value) -> Option<Vec<Type>> {
    match value.bare() {
        Value::Unknown(unknown) => match &unknown.ty {
            Type::Tuple(types) => Some(types.to_vec()),
            _ => None,
        },
        // Elements of a list all have its type, also where they are null.
        Value::List(list) => Some(vec![list.element.clone(); list.items.len()]),
        Value::Tuple(items) => Some(items.iter().map(Value::ty).collect()),
        _ => None,
    }
}

fn concat(args: &Args<'_>) -> Outcome {
    if args.len() == 0 {
        return Err(CallError::new("at least one argument is required"));
    }
    let types: Vec<Type> = args.all().iter().map(Value::outer_type).collect();
    for (at, ty) in types.iter().enumerate() {
        if args.as_terraform
            && matches!(ty, Type::List(_))
            && args.value(at).is_unknown()
            && types[at..].iter().any(|ty| !matches!(ty, Type::List(_)))
        {
            // Nor does Terraform look behind a list of which it does not know how many types it adds.
            return Ok(Value::unknown(Type::Dynamic, args.causes()));
        }
        if !matches!(ty, Type::List(_) | Type::Tuple(_)) {
            let message = format!("all arguments must be lists or tuples; got {}", ty.friendly_name());
            return Err(CallError::at(at, message));
        }
    }
    let marks = args.all().iter().fold(Marks::default(), |marks, value| marks.union(value.marks()));
    let unknown = args.all().iter().any(Value::is_unknown);
    if types.iter().all(|ty| matches!(ty, Type::List(_)))
        && let Some(ty @ Type::List(_)) = unify(&types, true)
    {
        if unknown {
            let bounds = args.all().iter().map(Value::length_range);
            let (least, most) = bounds.fold((0, Some(0)), |(least, most), (min, max)| {
                (least + min, most.and_then(|most: u64| most.checked_add(max?)))
            });
            // Elements of which the type is not known need not be of the type that the others have.
            let untyped = !args.as_terraform && types.contains(&Type::list(Type::Dynamic));
            let ty = if untyped { Type::Dynamic } else { ty };
            return Ok(Value::from(args.unknown(ty).length(least, most)).with_marks(marks));
        }
        let mut all = Vec::new();
        for (at, value) in args.all().iter().enumerate() {
            let list = convert(value.clone(), &ty).map_err(|error| CallError::at(at, error.to_string()))?;
            all.extend_from_slice(items(&list));
        }
        let Type::List(element) = ty else { return Ok(Value::NULL) };
        return Ok(Value::list((*element).clone(), all).with_marks(marks));
    }
    if unknown {
        let types: Option<Vec<Vec<Type>>> = args.all().iter().map(item_types).collect();
        let ty = types.map_or(Type::Dynamic, |types| Type::Tuple(Arc::new(types.concat())));
        return Ok(Value::from(args.unknown(ty)).with_marks(marks));
    }
    let all = args.all().iter().flat_map(|value| items(value).iter().cloned()).collect();
    Ok(Value::tuple(all).with_marks(marks))
}

fn element(args: &Args<'_>) -> Outcome {
    let list = args.value(0);
    let marks = list.marks();
    let ty = list.outer_type();
    // Nor is the index of a list looked at that is not known.
    let unasked = args.as_terraform && list.is_unknown() && matches!(ty, Type::List(_));
    let index = if args.value(1).is_unknown() || unasked { None } else { Some(args.int(1)?) };
    let count = match &ty {
        Type::List(_) if list.is_unknown() => None,
        Type::List(_) | Type::Tuple(_) => list.length_range().1,
        _ => return Err(CallError::new(format!("cannot read elements from {}", ty.friendly_name()))),
    };
    if count == Some(0) && !(args.as_terraform && index.is_none()) {
        return Err(CallError::new("cannot use element function with an empty list"));
    }
    let Some(index) = index else {
        let ty = if let Type::List(element) = ty { (*element).clone() } else { Type::Dynamic };
        return Ok(Value::Unknown(Arc::new(Unknown::new(ty, args.causes()))).with_marks(marks));
    };
    // Terraform goes round to the end of a list, and down with a tuple.
    if index < 0
        && matches!(ty, Type::Tuple(_))
        && count.is_some_and(|count| !index.unsigned_abs().is_multiple_of(count))
    {
        return Err(CallError::new("cannot use element function with a negative index"));
    }
    let at = count.map(|count| i128::from(index).rem_euclid(i128::from(count)) as usize);
    let unknown = |ty: &Type| Value::unknown(ty.clone(), args.causes());
    let result = match (list.bare(), at, &ty) {
        (Value::Unknown(_), Some(at), Type::Tuple(types)) => types.get(at).map(unknown),
        (Value::Unknown(_), _, Type::List(element)) => Some(unknown(element)),
        (known, Some(at), _) => items(known).get(at).cloned(),
        _ => None,
    };
    Ok(result.unwrap_or(Value::NULL).with_marks(marks))
}

fn flatten(args: &Args<'_>) -> Outcome {
    let list = args.value(0);
    // Of what is not wholly known Terraform does not ask what it is.
    let unasked = args.as_terraform && !list.is_wholly_known();
    if !unasked && !matches!(list.outer_type(), Type::List(_) | Type::Set(_) | Type::Tuple(_)) {
        return Err(CallError::new("can only flatten lists, sets and tuples"));
    }
    let mut marks = Marks::default();
    let mut all = Vec::new();
    let known = flatten_into(list, &mut all, &mut marks);
    let result = if known { Value::tuple(all) } else { Value::unknown(Type::Dynamic, args.causes()) };
    Ok(result.with_marks(marks))
}

/// Whether the number of elements is known.
fn flatten_into(value: &Value, all: &mut Vec<Value>, marks: &mut Marks) -> bool {
    *marks = marks.union(value.marks());
    let (least, most) = value.length_range();
    if value.is_unknown() || most != Some(least) {
        return false;
    }
    let mut known = true;
    for item in value.children() {
        match item.bare() {
            Value::List(_) | Value::Set(_) | Value::Tuple(_) => known &= flatten_into(item, all, marks),
            Value::Absent => {}
            Value::Unknown(unknown)
                if matches!(unknown.ty, Type::Dynamic | Type::List(_) | Type::Set(_) | Type::Tuple(_)) =>
            {
                *marks = marks.union(item.marks());
                known = false;
            }
            _ => all.push(item.clone()),
        }
    }
    known
}

fn reverse(args: &Args<'_>) -> Outcome {
    let mut value = args.value(0).clone();
    if let (true, Value::Set(set)) = (args.as_terraform, value.bare()) {
        value = Value::list(set.element.clone(), set.items.clone()).with_marks(value.marks());
    }
    if let Type::Set(element) = value.outer_type() {
        // Of a set with unknown elements not even the order is known.
        let list = convert(value, &Type::list((*element).clone()));
        value = list.map_err(|error| CallError::at(0, error.to_string()))?;
    }
    let reversed = || items(&value).iter().rev().cloned().collect();
    let result = match (value.bare(), value.outer_type()) {
        (Value::Unknown(_), Type::Tuple(types)) => {
            args.unknown(Type::Tuple(Arc::new(types.iter().rev().cloned().collect()))).into()
        }
        (Value::Unknown(_), Type::List(element)) => {
            let (least, most) = value.length_range();
            args.unknown(Type::list((*element).clone())).length(least, most).into()
        }
        (_, Type::Tuple(_)) => Value::tuple(reversed()),
        (_, Type::List(element)) => Value::list((*element).clone(), reversed()),
        (_, ty) => {
            let message = format!("can only reverse list or tuple values, not {}", ty.friendly_name());
            return Err(CallError::at(0, message));
        }
    };
    Ok(result.with_marks(value.marks()))
}

fn slice(args: &Args<'_>) -> Outcome {
    let list = args.value(0);
    let ty = list.outer_type();
    match &ty {
        Type::List(_) | Type::Tuple(_) => {}
        Type::Set(_) => {
            let message = "cannot slice a set, because its elements do not have indices; explicitly convert to a \
                           list if the ordering of the result is not important";
            return Err(CallError::at(0, message));
        }
        _ => return Err(CallError::at(0, "must be a list or tuple value")),
    }
    let count = match list.length_range() {
        (least, Some(most)) if least == most => Some(most as i64),
        _ => None,
    };
    let bound = |at: usize, what: &str| -> Result<Option<i64>, CallError> {
        if args.value(at).is_unknown() {
            return Ok(None);
        }
        let bound = args.int(at)?;
        match count {
            _ if bound < 0 => Err(CallError::at(at, format!("{what} index must not be less than zero"))),
            Some(count) if bound > count => {
                Err(CallError::at(at, format!("{what} index must not be greater than the length of the list")))
            }
            _ => Ok(Some(bound)),
        }
    };
    let bounds = (bound(1, "start")?, bound(2, "end")?);
    if let (Some(start), Some(end)) = bounds
        && start > end
    {
        return Err(CallError::at(1, "start index must not be greater than end index"));
    }
    let result = match (bounds, &ty) {
        ((Some(start), Some(end)), Type::Tuple(types)) if list.is_unknown() => {
            let types = types.get(start as usize..end as usize).unwrap_or_default();
            args.unknown(Type::Tuple(Arc::new(types.to_vec()))).into()
        }
        ((Some(start), Some(end)), _) if !list.is_unknown() => {
            let part = items(list).get(start as usize..end as usize).unwrap_or_default().to_vec();
            if let Type::List(element) = &ty { Value::list((**element).clone(), part) } else { Value::tuple(part) }
        }
        (_, Type::List(_)) => args.unknown(ty).into(),
        _ => Value::unknown(Type::Dynamic, args.causes()),
    };
    Ok(result.with_marks(list.marks()))
}

fn chunks(args: &Args<'_>) -> Outcome {
    let marks = args.marks(0).union(args.marks(1));
    if args.value(0).is_unknown() || args.value(1).is_unknown() {
        return Ok(Value::from(args.unknown(Type::list(args.value(0).ty()))).with_marks(marks));
    }
    let (list, size) = (args.value(0).bare(), args.int(1)?);
    let Ok(size) = usize::try_from(size) else { return Err(CallError::new("the size argument must be positive")) };
    let Value::List(list) = list else { return Ok(Value::NULL) };
    let chunk = |items: &[Value]| Value::list(list.element.clone(), items.to_vec());
    let chunks = match size {
        _ if list.items.is_empty() => Vec::new(),
        0 => vec![chunk(&list.items)],
        size => list.items.chunks(size).map(chunk).collect(),
    };
    Ok(Value::list(Type::list(list.element.clone()), chunks).with_marks(marks))
}

fn range(args: &Args<'_>) -> Outcome {
    let zero = Number::from(0);
    let (start, end) = match args.len() {
        1 => (zero.clone(), args.number(0)),
        2 | 3 => (args.number(0), args.number(1)),
        _ => return Err(CallError::new("must have one, two, or three arguments")),
    };
    let step = if args.len() == 3 { args.number(2) } else { Number::from(if end < start { -1 } else { 1 }) };
    if step.is_zero() && start != end {
        return Err(CallError::at(2, "step must not be zero"));
    }
    let down = step.is_negative();
    if down && end > start {
        return Err(CallError::at(1, "end must be less than start when step is negative"));
    }
    if !down && end < start {
        return Err(CallError::at(1, "end must be greater than start when step is positive"));
    }
    let mut all = Vec::new();
    let mut next = start;
    while if down { next > end } else { next < end } {
        if all.len() >= 1024 {
            return Err(CallError::new(
                "more than 1024 values were generated; either decrease the difference between start and end or use \
                 a smaller step",
            ));
        }
        let following = next.add(&step).map_err(|error| CallError::new(error.to_string()))?;
        all.push(Value::Number(std::mem::replace(&mut next, following)));
    }
    Ok(Value::list(Type::Number, all))
}

fn distinct(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    let Value::List(list) = value else { return Ok(args.unknown(value.ty()).into()) };
    if !value.is_wholly_known() {
        return Ok(args.unknown(value.ty()).into());
    }
    let mut all: Vec<Value> = Vec::new();
    // Equal elements have equal keys, so that few are compared.
    let mut by_key: HashMap<Vec<u8>, Vec<usize>> = HashMap::new();
    for item in &list.items {
        let places = by_key.entry(set_key(item)).or_default();
        if !places.iter().any(|at| equal(&all[*at], item, &NoIdentity) == Tri::True) {
            places.push(all.len());
            all.push(item.clone());
        }
    }
    Ok(Value::list(list.element.clone(), all))
}

fn sort(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    if !value.is_wholly_known() {
        let (least, most) = value.length_range();
        return Ok(args.unknown(Type::list(Type::String)).length(least, most).into());
    }
    let mut texts = Vec::with_capacity(args.items(0).len());
    for (at, item) in args.items(0).iter().enumerate() {
        match item {
            Value::String(text) => texts.push(text.clone()),
            _ => {
                return Err(CallError::new(format!("given list element {at} is null; a null string cannot be sorted")));
            }
        }
    }
    texts.sort();
    Ok(Value::list(Type::String, texts.into_iter().map(Value::String).collect()))
}
