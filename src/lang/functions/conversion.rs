//! Conversion functions, and those that add or take marks.

use crate::value::{Marks, Type, Unknown, Value, convert};

use super::{Args, CallError, Kind, Outcome, Param, Spec, any};

const VALUE: &[Param] = &[any("v").null().unknown().marked().dynamic()];
const MARKED: &[Param] = &[any("value").null().unknown().marked().dynamic()];
const LIST: &[Param] = &[any("v").sequence().null().unknown().marked().dynamic()];
const MAP: &[Param] = &[any("v").fields().null().unknown().marked().dynamic()];

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("tostring", VALUE, Kind::String, |args| to(args, Type::String)).may_be_null(),
    Spec::new("tonumber", VALUE, Kind::Number, |args| to(args, Type::Number)).may_be_null(),
    Spec::new("tobool", VALUE, Kind::Bool, |args| to(args, Type::Bool)).may_be_null(),
    Spec::new("tolist", LIST, Kind::Any, |args| to(args, Type::list(Type::Dynamic))).may_be_null(),
    Spec::new("toset", LIST, Kind::Any, |args| to(args, Type::set(Type::Dynamic))).may_be_null(),
    Spec::new("tomap", MAP, Kind::Any, |args| to(args, Type::map(Type::Dynamic))).may_be_null(),
    Spec::new("sensitive", MARKED, Kind::Any, |args| Ok(args.value(0).clone().with_marks(SENSITIVE))).may_be_null(),
    Spec::new("nonsensitive", MARKED, Kind::Any, |args| {
        let (value, marks) = args.value(0).clone().unmark();
        Ok(value.with_marks(Marks { sensitive: false, ..marks }))
    })
    .may_be_null(),
    Spec::new("issensitive", MARKED, Kind::Bool, |args| match args.value(0) {
        value if value.marks().sensitive => Ok(Value::Bool(true)),
        // What is unknown may yet turn out to be sensitive.
        Value::Unknown(unknown) => Ok(Unknown::new(Type::Bool, unknown.causes.clone()).into()),
        Value::Marked(marked) if marked.value.is_unknown() => Ok(Unknown::new(Type::Bool, args.causes()).into()),
        _ => Ok(Value::Bool(false)),
    })
    .may_be_null(),
    Spec::new("ephemeralasnull", MARKED, Kind::Any, |args| Ok(without_ephemeral(args.value(0)))).may_be_null(),
];

const SENSITIVE: Marks = Marks { sensitive: true, ephemeral: false, deprecated: false, incomplete: false };

fn to(args: &Args<'_>, want: Type) -> Outcome {
    let value = args.value(0);
    if args.as_terraform && value.is_unknown() && convert(value.clone(), &want).is_ok() {
        // Terraform forgets what is certain, and the type of the elements.
        return Ok(Value::Unknown(Unknown::new(want, args.causes()).into()).with_marks(value.marks()));
    }
    convert(value.clone(), &want).map_err(|error| {
        let want = match &want {
            Type::List(_) => "list of any single type".into(),
            Type::Set(_) => "set of any single type".into(),
            Type::Map(_) => "map of any single type".into(),
            ty => ty.friendly_name(),
        };
        let have = value.ty().friendly_name();
        CallError::at(
            0,
            match value.bare() {
                _ if value.marks_deep().sensitive => format!("cannot convert this sensitive {have} to {want}"),
                Value::String(_) if want == "bool" => {
                    format!(
                        "cannot convert {} to bool; only the strings \"true\" or \"false\" are allowed",
                        args.quoted(0)
                    )
                }
                Value::String(_) if want == "number" => format!(
                    "cannot convert {} to number; given string must be a decimal representation of a number",
                    args.quoted(0)
                ),
                _ if error.path.is_empty() => format!("cannot convert {have} to {want}"),
                _ => format!("cannot convert {have} to {want}: {error}"),
            },
        )
    })
}

fn without_ephemeral(value: &Value) -> Value {
    let marks = value.marks();
    if marks.ephemeral {
        return Value::Null(value.ty()).with_marks(Marks { ephemeral: false, ..marks });
    }
    if !value.contains_marks() {
        return value.clone();
    }
    value.bare().map_children(|_, child| without_ephemeral(child)).with_marks(marks)
}
