//! The functions of the policy language: those of its own, and which of the language's are there under `core::`.

use std::sync::Arc;

use crate::lang::{Error, ErrorKind, Evaluator, Result};
use crate::schema::{Constraint, Version};
use crate::source::Span;
use crate::syntax::Call;
use crate::value::{CauseKind, Causes, Fields, Type, Unknown, Value};

use super::message::plain;

/// Functions of the policy language alone.
const OWN: &[&str] = &[
    "try",
    "can",
    "getresources",
    "getdatasource",
    "gethttprequest",
    "semverconstraint",
    "semvercmp",
    "regex_match",
    "contains_substring",
    "valuetostring",
    "alltrue",
    "anytrue",
];

/// Terraform's functions that are there.
const SHARED: &[&str] = &[
    "abs",
    "ceil",
    "floor",
    "log",
    "max",
    "min",
    "parseint",
    "pow",
    "signum",
    "chomp",
    "endswith",
    "format",
    "formatdate",
    "indent",
    "join",
    "lower",
    "regex",
    "regexall",
    "split",
    "startswith",
    "strrev",
    "substr",
    "title",
    "trim",
    "trimprefix",
    "trimspace",
    "trimsuffix",
    "upper",
    "chunklist",
    "coalescelist",
    "compact",
    "concat",
    "contains",
    "distinct",
    "element",
    "flatten",
    "formatlist",
    "keys",
    "length",
    "merge",
    "one",
    "range",
    "reverse",
    "setintersection",
    "setproduct",
    "setsubtract",
    "setunion",
    "slice",
    "sort",
    "tolist",
    "toset",
    "values",
    "zipmap",
    "csvdecode",
    "jsondecode",
    "jsonencode",
    "yamldecode",
    "yamlencode",
    "issensitive",
    "nonsensitive",
    "sensitive",
    "type",
    "timeadd",
    "timecmp",
    "timestamp",
];

/// Those to which what is absent is an empty list.
const LISTS: &[&str] = &[
    "length",
    "contains",
    "concat",
    "flatten",
    "compact",
    "distinct",
    "reverse",
    "sort",
    "toset",
    "tolist",
    "setunion",
    "setintersection",
    "setsubtract",
    "alltrue",
    "anytrue",
    "one",
    "slice",
    "chunklist",
];

/// Those to which what is absent is an empty object.
const OBJECTS: &[&str] = &["keys", "values", "merge"];

/// Whether a policy may call it.
pub(super) fn exists(name: &str) -> bool {
    name.starts_with("plugin::")
        || name.strip_prefix("core::").is_some_and(|name| OWN.contains(&name) || SHARED.contains(&name))
}

/// The function that was probably meant.
pub(super) fn nearest(name: &str) -> Option<String> {
    let bare = name.strip_prefix("core::").unwrap_or(name);
    let all = OWN.iter().chain(SHARED).copied();
    crate::diag::nearest(bare, all).map(|near| format!("core::{near}"))
}

/// Answers a call that needs no world. `None` for `try` and `can`, which see expressions.
pub(super) fn call(name: &str, call: &Call<'_>, span: Span, evaluator: &Evaluator<'_>) -> Result<Value> {
    if name == "try" || name == "can" {
        return evaluator.function(name, call, span);
    }
    let mut args = match evaluator.arguments(call, span)? {
        Ok(args) => args,
        Err(unknown) => return Ok(unknown),
    };
    for arg in &mut args {
        if matches!(arg.bare(), Value::Absent) {
            if LISTS.contains(&name) {
                *arg = Value::tuple(Vec::new()).with_marks(arg.marks());
            } else if OBJECTS.contains(&name) {
                *arg = Value::object(Fields::new()).with_marks(arg.marks());
            }
        }
    }
    match name {
        "valuetostring" => one(&args, span).map(|value| {
            let marks = value.marks();
            Value::string(plain(value)).with_marks(crate::value::Marks { sensitive: false, ..marks })
        }),
        "alltrue" => quantified(one(&args, span)?, false, span),
        "anytrue" => quantified(one(&args, span)?, true, span),
        "contains_substring" => text_pair(&args, span, |text, part| Ok(text.contains(part))),
        "regex_match" => {
            if args.len() == 2 {
                args.swap(0, 1);
            }
            // The language's function has the pattern first, and tells of a bad pattern.
            let found = evaluator.apply("regexall", &args, call, span)?;
            let marks = found.marks();
            Ok(match found.bare() {
                Value::Unknown(unknown) => unknown_bool(unknown.causes.clone()),
                Value::List(list) => Value::Bool(!list.items.is_empty()),
                Value::Tuple(items) => Value::Bool(!items.is_empty()),
                _ => Value::Bool(false),
            }
            .with_marks(marks))
        }
        "semverconstraint" => text_pair(&args, span, |version, constraint| {
            let version = version_of(version, span)?;
            let constraint = Constraint::parse(constraint)
                .ok_or_else(|| Error::other(span, format!("\"{constraint}\" is not a version constraint")))?;
            Ok(constraint.allows(&version))
        }),
        "semvercmp" => compared(&args, span),
        // It asks the cloud on its own, whatever the configuration reads.
        "getdatasource" => {
            let asked = match args.first().map(Value::bare) {
                Some(Value::String(ty)) => format!("data.{ty}"),
                _ => "a data source".to_owned(),
            };
            evaluator.doubtful();
            Ok(Value::unknown(Type::Dynamic, Causes::one(CauseKind::Environment, asked, None)))
        }
        "gethttprequest" => {
            let causes = Causes::one(CauseKind::Function, format!("core::{name}()"), Some(span));
            evaluator.doubtful();
            Ok(Value::unknown(Type::Dynamic, causes))
        }
        shared if SHARED.contains(&shared) => evaluator.apply(shared, &args, call, span),
        other => {
            let near = nearest(other);
            Err(Error::new(call.name.span, ErrorKind::NoFunction(other.into(), near)))
        }
    }
}

fn one(args: &[Value], span: Span) -> Result<&Value> {
    match args {
        [value] => Ok(value),
        _ => Err(Error::other(span, "this function needs exactly one argument")),
    }
}

fn unknown_bool(causes: Causes) -> Value {
    Value::Unknown(Arc::new(Unknown::new(Type::Bool, causes).not_null()))
}

/// `alltrue` and `anytrue`: one element that is `decisive` decides, then an unknown one leaves it open.
fn quantified(list: &Value, decisive: bool, span: Span) -> Result<Value> {
    let marks = list.marks();
    let items = match crate::lang::iterate(list) {
        Ok(items) => items,
        Err(Some(unknown)) => {
            let elements = crate::value::Elements::of(list);
            let decided = elements.as_ref().and_then(|elements| elements.quantified(decisive));
            let marks =
                elements.iter().flat_map(|elements| elements.iter()).fold(marks, |all, one| all.union(one.marks()));
            return Ok(decided.map_or_else(|| unknown_bool(unknown.causes.clone()), Value::Bool).with_marks(marks));
        }
        Err(None) => return Err(Error::other(span, "this function needs a list of true and false")),
    };
    let mut open: Option<Causes> = None;
    let mut marks = marks;
    // An item that was found among candidates of which some are not known decides nothing by itself.
    let mut doubtful = false;
    for (_, item) in &items {
        match item.bare() {
            Value::Bool(value) if *value == decisive && !item.marks().incomplete => {
                return Ok(Value::Bool(decisive).with_marks(list.marks().union(item.marks())));
            }
            Value::Bool(value) => {
                doubtful |= *value == decisive;
                marks = marks.union(item.marks());
            }
            Value::Unknown(unknown) => {
                open = Some(open.map_or(unknown.causes.clone(), |before| before.union(&unknown.causes)));
            }
            Value::Null(_) | Value::Absent if !decisive => return Ok(Value::Bool(false).with_marks(marks)),
            Value::Null(_) | Value::Absent => {}
            _ => return Err(Error::other(span, "this function needs a list of true and false")),
        }
    }
    Ok(open.map_or(Value::Bool(doubtful == decisive), unknown_bool).with_marks(marks))
}

fn text_pair(args: &[Value], span: Span, decide: impl FnOnce(&str, &str) -> Result<bool>) -> Result<Value> {
    let [first, second] = args else { return Err(Error::other(span, "this function needs exactly two arguments")) };
    let marks = first.marks().union(second.marks());
    let result = match (first.bare(), second.bare()) {
        (Value::String(first), Value::String(second)) => Value::Bool(decide(first, second)?),
        (Value::Unknown(unknown), other) | (other, Value::Unknown(unknown)) => {
            unknown_bool(other.causes_deep().map_or(unknown.causes.clone(), |more| unknown.causes.union(&more)))
        }
        _ => return Err(Error::other(span, "this function needs two strings")),
    };
    Ok(result.with_marks(marks))
}

fn version_of(text: &str, span: Span) -> Result<Version> {
    Version::parse(text).ok_or_else(|| Error::other(span, format!("\"{text}\" is not a version")))
}

fn compared(args: &[Value], span: Span) -> Result<Value> {
    let [first, second] = args else { return Err(Error::other(span, "this function needs exactly two arguments")) };
    match (first.bare(), second.bare()) {
        (Value::String(first), Value::String(second)) => {
            let order = version_of(first, span)?.cmp(&version_of(second, span)?);
            Ok(Value::int(order as i64))
        }
        (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) => {
            Ok(Value::unknown(Type::Number, unknown.causes.clone()))
        }
        _ => Err(Error::other(span, "this function needs two strings")),
    }
}
