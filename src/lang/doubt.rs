//! Which calls could fail once what is unknown in their arguments is known.

use crate::value::{Type, Value};

/// Functions that have a value for all arguments of their types.
const TOTAL: &[&str] = &[
    "abs",
    "alltrue",
    "anytrue",
    "base64encode",
    "ceil",
    "chomp",
    "compact",
    "concat",
    "contains",
    "distinct",
    "endswith",
    "flatten",
    "floor",
    "indent",
    "join",
    "jsonencode",
    "keys",
    "length",
    "lower",
    "max",
    "merge",
    "min",
    "reverse",
    "sensitive",
    "sha1",
    "sha256",
    "sha512",
    "md5",
    "signum",
    "sort",
    "split",
    "setintersection",
    "setsubtract",
    "setunion",
    "startswith",
    "strcontains",
    "strrev",
    "title",
    "tolist",
    "toset",
    "tostring",
    "trim",
    "trimprefix",
    "trimspace",
    "trimsuffix",
    "upper",
    "urlencode",
    "values",
    "yamlencode",
];

/// Whether a call that gave `result` could fail once what is unknown in its arguments is known.
pub(super) fn may_fail(name: &str, args: &[Value], result: &Value) -> bool {
    if args.iter().all(Value::is_wholly_known) || result.is_wholly_known() {
        return false;
    }
    // The function was tried with every value that its arguments may have.
    if matches!(result.bare(), Value::Unknown(unknown) if unknown.possible.is_some()) {
        return false;
    }
    let dynamic = |value: &Value| matches!(value.bare(), Value::Unknown(unknown) if unknown.ty == Type::Dynamic);
    let untyped = |value: &Value| match value.bare() {
        Value::Unknown(unknown) if let Some(elements) = &unknown.elements => elements.iter().any(dynamic),
        _ => dynamic(value),
    };
    let total = match (name, args) {
        // What is not there is the default.
        ("lookup", [_, _, _]) => true,
        ("replace", [_, Value::String(pattern), _]) => !pattern.starts_with('/'),
        _ => TOTAL.contains(&name),
    };
    !total || args.iter().any(untyped)
}
