//! Functions of maps and objects.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::value::{Fields, Marks, Shape, Str, Type, Value, convert};

use super::parameter::items;
use super::{Args, CallError, Kind, Outcome, Spec, any, list, map, text};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("keys", &[any("inputMap").fields().unknown().marked()], Kind::Any, keys),
    Spec::new("values", &[any("mapping").fields().forgets().unknown()], Kind::Any, values),
    Spec::new(
        "lookup",
        &[any("inputMap").fields().marked().unknown(), text("key").marked().unknown()],
        Kind::Any,
        lookup,
    )
    .rest(any("default").unknown().dynamic().null().marked())
    .may_be_null(),
    Spec::new("merge", &[], Kind::Any, merge).rest(any("maps").fields().unknown().dynamic().null().forgets()),
    Spec::new(
        "zipmap",
        &[list("keys", &Kind::String).forgets().unknown(), any("values").sequence().forgets().unknown()],
        Kind::Any,
        zip,
    ),
    Spec::new("transpose", &[map("values", &Kind::List(&Kind::String))], MAP_OF_LISTS, transpose),
];

const MAP_OF_LISTS: Kind = Kind::Map(&Kind::List(&Kind::String));

/// The fields of a map or object.
fn fields(value: &Value) -> Box<dyn Iterator<Item = (&Str, &Value)> + '_> {
    match value.bare() {
        Value::Map(map) => Box::new(map.items.iter()),
        Value::Object(object) => Box::new(object.written()),
        _ => Box::new(std::iter::empty()),
    }
}

/// The field of that name, if it is there.
fn field<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value.bare() {
        Value::Map(map) => map.items.get(name),
        Value::Object(object) if matches!(object.shape, Shape::Closed) => object.fields.get(name),
        Value::Object(object) => object.fields.get(name).filter(|value| !matches!(value.bare(), Value::Absent)),
        _ => None,
    }
}

fn keys(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    let result = match value.outer_type() {
        Type::Map(_) if value.is_unknown() => {
            let (least, most) = value.length_range();
            args.unknown(Type::list(Type::String)).length(least, most).into()
        }
        Type::Map(_) => Value::list(Type::String, fields(value).map(|(name, _)| Value::String(name.clone())).collect()),
        // The names of an object are part of its type.
        Type::Object(attributes) if value.is_unknown() => {
            Value::tuple(attributes.iter().map(|(name, _)| Value::String(name.clone())).collect())
        }
        Type::Object(_) => Value::tuple(fields(value).map(|(name, _)| Value::String(name.clone())).collect()),
        _ => return Err(CallError::at(0, "must have map or object type")),
    };
    Ok(result.with_marks(value.marks()))
}

fn values(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    let all = || fields(value).map(|(_, value)| value.clone()).collect();
    let result = match value.outer_type() {
        Type::Map(element) if value.is_unknown() => {
            let (least, most) = value.length_range();
            args.unknown(Type::list((*element).clone())).length(least, most).into()
        }
        Type::Map(element) => Value::list((*element).clone(), all()),
        Type::Object(attributes) if value.is_unknown() => {
            args.unknown(Type::Tuple(Arc::new(attributes.iter().map(|(_, ty)| ty.clone()).collect()))).into()
        }
        Type::Object(_) => Value::tuple(all()),
        _ => return Err(CallError::new("values() requires a map as the first argument")),
    };
    Ok(result.with_marks(value.marks()))
}

fn lookup(args: &Args<'_>) -> Outcome {
    if args.len() > 3 {
        return Err(CallError::new(format!("lookup() takes two or three arguments, got {}", args.len())));
    }
    let (value, key) = (args.value(0), args.value(1));
    let default = args.all().get(2);
    let mut marks = value.marks().union(key.marks());
    if let Some(default) = default.filter(|_| !args.as_terraform && (value.is_unknown() || key.is_unknown())) {
        marks = marks.union(value.marks_deep()).union(default.marks_deep());
    }
    let name = args.text(1);
    let ty = value.outer_type();
    let unknown = |ty: Type| Ok(Value::unknown(ty, args.causes()).with_marks(marks));
    let result = match &ty {
        Type::Object(_) if key.is_unknown() => return unknown(Type::Dynamic),
        Type::Object(attributes) if value.is_unknown() => {
            match (attributes.iter().find(|(own, _)| own == name), default) {
                (Some((_, ty)), _) => return unknown(ty.clone()),
                (None, Some(default)) => return unknown(default.ty()),
                (None, None) => None,
            }
        }
        Type::Map(element) => {
            // That the default fits is checked whether it is needed or not.
            if let Some(default) = default
                && convert(default.clone(), element).is_err()
            {
                return Err(CallError::at(2, "the default value must have the same type as the map elements"));
            }
            if value.is_unknown() || key.is_unknown() {
                return unknown((**element).clone());
            }
            field(value, name).cloned()
        }
        Type::Object(_) => field(value, name).cloned(),
        _ => return Err(CallError::at(0, "lookup() requires a map as the first argument")),
    };
    let result = match (result, default, &ty) {
        (Some(result), _, _) => result,
        (None, Some(default), Type::Map(element)) => {
            convert(default.clone(), element).map_err(|error| CallError::at(2, error.to_string()))?
        }
        (None, Some(default), _) => default.clone(),
        (None, None, Type::Object(_)) => {
            return Err(CallError::at(0, format!("the given object has no attribute {}", args.quoted(1))));
        }
        (None, None, _) => return Err(CallError::new(format!("lookup failed to find key {}", args.quoted(1)))),
    };
    Ok(result.with_marks(marks))
}

fn merge(args: &Args<'_>) -> Outcome {
    if args.len() == 0 {
        return Ok(Value::object(Fields::new()));
    }
    let given = || args.all().iter().filter(|value| !value.is_null());
    let marks = given().fold(Marks::default(), |marks, value| marks.union(value.marks()));
    let types: Vec<Type> = args.all().iter().map(Value::outer_type).collect();
    // Behind one of no type Terraform asks for no types.
    let typed = types.iter().take_while(|ty| **ty != Type::Dynamic);
    if let Some(ty) = typed.clone().find(|ty| !matches!(ty, Type::Map(_) | Type::Object(_))) {
        return Err(CallError::new(format!("arguments must be maps or objects, got {:?}", ty.friendly_name())));
    }
    let open = typed.count() < types.len();
    if args.all().iter().any(Value::is_unknown) {
        let ty = if open { Type::Dynamic } else { merged_type(args) };
        return Ok(match ty {
            Type::Dynamic => Value::unknown(ty, args.causes()),
            ty => args.unknown(ty).into(),
        }
        .with_marks(marks));
    }
    let empty = |value: &Value| {
        matches!(value.bare(), Value::Tuple(_) | Value::List(_) | Value::Set(_)) && items(value).is_empty()
    };
    if let Some(other) =
        given().find(|value| !matches!(value.bare(), Value::Map(_) | Value::Object(_)) && !empty(value))
    {
        let ty = other.ty().friendly_name();
        return Err(CallError::new(format!("arguments must be maps or objects, got {ty:?}")));
    }
    // Whether it is a map depends on the types, which of objects need not be looked at.
    let uniform = !open && types.iter().all(|ty| *ty == types[0]);
    let all: Fields = args.all().iter().flat_map(fields).map(|(name, value)| (name.clone(), value.clone())).collect();
    let result = match types.into_iter().next() {
        Some(Type::Map(element)) if uniform => Value::map((*element).clone(), all),
        // Null has no attributes, but its type has.
        Some(Type::Object(attributes)) if uniform && all.is_empty() && !attributes.is_empty() => {
            return Err(CallError::new("all arguments are null"));
        }
        _ => Value::object(all),
    };
    Ok(result.with_marks(marks))
}

/// The type of a merge of maps and objects of which some are unknown; `any` if names are not known.
fn merged_type(args: &Args<'_>) -> Type {
    let types: Vec<Type> = args.all().iter().map(Value::ty).collect();
    if types.contains(&Type::Dynamic) {
        return Type::Dynamic;
    }
    if types.iter().all(|ty| *ty == types[0]) {
        return types.into_iter().next().unwrap_or(Type::Dynamic);
    }
    let mut attributes: BTreeMap<Str, Type> = BTreeMap::new();
    for (value, ty) in args.all().iter().zip(types) {
        match ty {
            _ if value.is_null() => {}
            Type::Object(own) => attributes.extend(own.iter().cloned()),
            Type::Map(element) if !value.is_unknown() => {
                attributes.extend(fields(value).map(|(name, _)| (name.clone(), (*element).clone())));
            }
            _ => return Type::Dynamic,
        }
    }
    Type::Object(Arc::new(attributes.into_iter().collect()))
}

fn zip(args: &Args<'_>) -> Outcome {
    let (keys, values) = (args.value(0), args.value(1));
    let mut marks = keys.marks().union(values.marks());
    let ty = values.outer_type();
    if !matches!(ty, Type::List(_) | Type::Tuple(_)) {
        return Err(CallError::new("values argument must be a list or tuple value"));
    }
    let counted = |count: u64| {
        let keys = items(keys).len() as u64;
        let message = format!("number of keys ({keys}) does not match number of values ({count})");
        if keys == count { Ok(()) } else { Err(CallError::new(message)) }
    };
    if !keys.is_wholly_known() || values.is_unknown() {
        let ty = match &ty {
            Type::List(element) => Type::map((**element).clone()),
            Type::Tuple(types) if keys.is_wholly_known() => {
                counted(types.len() as u64)?;
                let names = names(items(keys))?.into_iter();
                let attributes: BTreeMap<Str, Type> = names.zip(types.iter().cloned()).collect();
                Type::Object(Arc::new(attributes.into_iter().collect()))
            }
            _ => Type::Dynamic,
        };
        return Ok(Value::from(args.unknown(ty)).with_marks(marks));
    }
    counted(items(values).len() as u64)?;
    marks = items(keys).iter().fold(marks, |marks, key| marks.union(key.marks()));
    let all = names(items(keys))?.into_iter().zip(items(values).iter().cloned()).collect();
    let result = if let Type::List(element) = ty { Value::map((*element).clone(), all) } else { Value::object(all) };
    Ok(result.with_marks(marks))
}

/// Keys as names.
fn names(keys: &[Value]) -> Result<Vec<Str>, CallError> {
    let name = |(at, key): (usize, &Value)| match key.bare() {
        Value::String(name) => Ok(name.clone()),
        _ => Err(CallError::new(format!("keys list has null value at index {at}"))),
    };
    keys.iter().enumerate().map(name).collect()
}

fn transpose(args: &Args<'_>) -> Outcome {
    if !args.value(0).is_wholly_known() {
        return Ok(args.unknown(MAP_OF_LISTS.ty()).into());
    }
    let mut turned: BTreeMap<Str, Vec<Str>> = BTreeMap::new();
    for (name, list) in fields(args.value(0)) {
        if list.is_null() {
            return Err(CallError::new("input must not contain null list"));
        }
        for item in items(list) {
            match item {
                Value::String(text) => turned.entry(text.clone()).or_default().push(name.clone()),
                _ => return Err(CallError::new("input list must not contain null string")),
            }
        }
    }
    let lists = turned.into_iter().map(|(name, mut names)| {
        names.sort();
        (name, Value::list(Type::String, names.into_iter().map(Value::String).collect()))
    });
    Ok(Value::map(Type::list(Type::String), lists.collect()))
}
