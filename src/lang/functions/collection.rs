//! Functions of collections of any kind.

use crate::value::{NoIdentity, Number, OnlyCty, Tri, Type, Value, convert, equal, unify};

use super::parameter::items;
use super::{Args, CallError, Kind, Outcome, Spec, any, list, string};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("length", &[any("value").sequence().dynamic().unknown().marked()], Kind::Number, length),
    Spec::new("alltrue", &[list("list", &Kind::Bool)], Kind::Bool, all_true),
    Spec::new("anytrue", &[list("list", &Kind::Bool)], Kind::Bool, any_true),
    Spec::new("contains", &[any("list").sequence(), any("value").finer().null().dynamic()], Kind::Bool, contains),
    Spec::new("index", &[any("list").sequence(), any("value")], Kind::Number, index),
    Spec::new("one", &[any("list").sequence().unknown()], Kind::Any, one).may_be_null(),
    Spec::new("sum", &[any("list").sequence()], Kind::Number, sum),
    Spec::new("coalesce", &[], Kind::Any, coalesce).rest(any("vals").unknown().dynamic().null()),
    Spec::new("coalescelist", &[], Kind::Any, coalesce_list).rest(any("vals").sequence().unknown().dynamic().null()),
    Spec::new(
        "matchkeys",
        &[
            list("values", &Kind::Any).unknown(),
            list("keys", &Kind::Any).unknown(),
            list("searchset", &Kind::Any).unknown(),
        ],
        Kind::List(&Kind::Any),
        match_keys,
    ),
    Spec::new("list", &[], Kind::Any, |_| {
        Err(CallError::new("the \"list\" function is no longer available; use tolist([ ... ]) to write a literal list"))
    })
    .rest(any("vals").unknown().dynamic().null()),
    Spec::new("map", &[], Kind::Any, |_| {
        Err(CallError::new("the \"map\" function is no longer available; use tomap({ ... }) to write a literal map"))
    })
    .rest(any("vals").unknown().dynamic().null()),
];

fn length(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    let result = match value.outer_type() {
        Type::String => string::length_of(value, args),
        Type::Dynamic => args.unknown(Type::Number).into(),
        Type::Bool | Type::Number => {
            return Err(CallError::new("argument must be a string, a collection type, or a structural type"));
        }
        _ => match value.length(|| args.causes()) {
            // Terraform counts in 64 bits.
            Value::Unknown(open) if args.as_terraform && open.refinement.max.is_none() => {
                let min = open.refinement.min.clone().map(|min| min.value);
                args.unknown(Type::Number).between(min, Some(Number::from(i64::MAX))).into()
            }
            length => length,
        },
    };
    Ok(result.with_marks(value.marks()))
}

fn all_true(args: &Args<'_>) -> Outcome {
    let items = args.items(0);
    let first = |test: fn(&Value) -> bool| items.iter().position(test);
    let fails = first(|item| matches!(item, Value::Bool(false)) || item.is_null());
    match (fails, first(Value::is_unknown)) {
        // Terraform looks no further than to the first unknown.
        (Some(at), Some(unknown)) if !args.as_terraform || at < unknown => Ok(Value::Bool(false)),
        (Some(_), None) => Ok(Value::Bool(false)),
        (_, Some(_)) => Ok(args.unknown(Type::Bool).into()),
        (None, None) => Ok(Value::Bool(true)),
    }
}

fn any_true(args: &Args<'_>) -> Outcome {
    let items = args.items(0);
    if items.iter().any(|item| matches!(item, Value::Bool(true))) {
        return Ok(Value::Bool(true));
    }
    match items.iter().all(Value::is_wholly_known) {
        true => Ok(Value::Bool(false)),
        false => Ok(args.unknown(Type::Bool).into()),
    }
}

fn contains(args: &Args<'_>) -> Outcome {
    let (list, value) = (args.value(0), args.value(1));
    if !matches!(list.outer_type(), Type::List(_) | Type::Set(_) | Type::Tuple(_)) {
        return Err(CallError::new("argument must be list, tuple, or set"));
    }
    let mut answer = Tri::False;
    for item in items(list) {
        answer = answer.or(equal(value, item, &NoIdentity));
        if answer == Tri::True {
            break;
        }
    }
    Ok(answer.into_value())
}

fn index(args: &Args<'_>) -> Outcome {
    let list = args.value(0);
    if !matches!(list.outer_type(), Type::List(_) | Type::Tuple(_)) {
        return Err(CallError::new("argument must be a list or tuple"));
    }
    if items(list).is_empty() {
        return Err(CallError::new("cannot search an empty list"));
    }
    for (at, item) in items(list).iter().enumerate() {
        match equal(item, args.value(1), &NoIdentity) {
            Tri::True => return Ok(Value::int(at as i64)),
            Tri::False => {}
            Tri::Unknown(_) => return Ok(args.unknown(Type::Number).into()),
        }
    }
    Err(CallError::new("item not found"))
}

fn one(args: &Args<'_>) -> Outcome {
    let list = args.value(0);
    let none = match list.ty() {
        Type::List(element) | Type::Set(element) => (*element).clone(),
        Type::Tuple(items) if list.is_unknown() => match items.as_slice() {
            [] => return Ok(Value::NULL),
            [only] => only.clone(),
            _ => return Err(CallError::at(0, ONE)),
        },
        Type::Tuple(_) => Type::Dynamic,
        _ => return Err(CallError::at(0, ONE)),
    };
    if list.is_unknown() {
        return Ok(Value::unknown(none, args.causes()));
    }
    match (items(list), list.length_range()) {
        ([], _) => Ok(Value::Null(none)),
        ([only], _) => Ok(only.clone()),
        // Unknown elements of a set may turn out to be the same one.
        (_, (least, most)) if most != Some(least) => Ok(Value::unknown(none, args.causes())),
        _ => Err(CallError::at(0, ONE)),
    }
}

const ONE: &str = "must be a list, set, or tuple value with either zero or one elements";

fn sum(args: &Args<'_>) -> Outcome {
    let list = args.value(0);
    if !matches!(list, Value::List(_) | Value::Set(_) | Value::Tuple(_)) {
        return Err(CallError::at(0, "cannot sum noniterable"));
    }
    let numbers = items(list);
    if numbers.is_empty() {
        return Err(CallError::at(0, "cannot sum an empty list"));
    }
    if !list.is_wholly_known() {
        return Ok(args.unknown(Type::Number).into());
    }
    let mut total: Option<Number> = None;
    for number in numbers {
        let Ok(Value::Number(number)) = convert(number.clone(), &Type::Number) else {
            return Err(CallError::at(0, "argument must be list, set, or tuple of number values"));
        };
        total = Some(match total {
            None => number,
            Some(total) => total.add(&number).map_err(|error| CallError::new(error.to_string()))?,
        });
    }
    Ok(total.map_or(Value::NULL, Value::Number))
}

fn coalesce(args: &Args<'_>) -> Outcome {
    let types: Vec<Type> = args.all().iter().map(Value::ty).collect();
    let ty = unify(&types, true).ok_or_else(|| CallError::new("all arguments must have the same type"))?;
    for value in args.all() {
        // What cannot be converted after all is passed over, as Terraform does.
        let Ok(value) = convert(value.clone(), &ty) else { continue };
        if let Value::Unknown(unknown) = &value {
            // A value that is certainly neither null nor empty is the first one.
            let decides = match ty {
                Type::String => unknown.refinement.is_filled(),
                _ => unknown.refinement.not_null,
            };
            return Ok(if decides && !args.as_terraform { value } else { args.unknown(ty).into() });
        }
        let empty = ty == Type::String && matches!(&value, Value::String(text) if text.is_empty());
        if !empty && !value.is_null() {
            return Ok(value);
        }
    }
    Err(CallError::new("no non-null, non-empty-string arguments"))
}

fn coalesce_list(args: &Args<'_>) -> Outcome {
    if args.len() == 0 {
        return Err(CallError::new("at least one argument is required"));
    }
    // The types of all are looked at before a value is, up to one that is not known.
    let known = args.all().iter().take_while(|value| !value.is_unknown());
    if known.clone().any(|value| !matches!(value.outer_type(), Type::List(_) | Type::Tuple(_))) {
        return Err(CallError::new("coalescelist arguments must be lists or tuples"));
    }
    if let Some(first) = known.clone().find(|value| !items(value).is_empty()) {
        return Ok(first.clone());
    }
    if known.count() < args.len() {
        return Ok(Value::unknown(Type::Dynamic, args.causes()));
    }
    Err(CallError::new("no non-null arguments"))
}

fn match_keys(args: &Args<'_>) -> Outcome {
    let ty = args.value(0).ty();
    let types = [args.value(1).ty(), args.value(2).ty()];
    let keys = unify(&types, true).ok_or_else(|| CallError::new("keys and searchset must be of the same type"))?;
    if args.all().iter().any(Value::is_unknown) {
        return Ok(args.unknown(ty).into());
    }
    if args.items(0).len() != args.items(1).len() {
        return Err(CallError::new("length of keys and values should be equal"));
    }
    let converted = |at| convert(args.value(at).clone(), &keys).map_err(|error| CallError::at(at, error.to_string()));
    let (keys, searched) = (converted(1)?, converted(2)?);
    let element = match &ty {
        Type::List(element) => (**element).clone(),
        _ => Type::Dynamic,
    };
    if items(&searched).is_empty() {
        return Ok(Value::list(element, Vec::new()));
    }
    // Terraform gives up at the first key that it cannot compare, and says that nothing matches.
    let asked = if args.as_terraform { &args.all()[..1] } else { args.all() };
    if !asked.iter().all(Value::is_wholly_known) || !keys.is_wholly_known() || searched.is_unknown() {
        return Ok(args.unknown(ty).into());
    }
    let mut kept = Vec::new();
    for (value, key) in args.items(0).iter().zip(items(&keys)) {
        for one in items(&searched) {
            match equal(key, one, &OnlyCty) {
                Tri::True => {
                    kept.push(value.clone());
                    break;
                }
                Tri::False => {}
                Tri::Unknown(_) => return Ok(Value::list(element, Vec::new())),
            }
        }
    }
    Ok(Value::list(element, kept))
}
