//! Messages of policies: what can be shown of a value, and what cannot.

use crate::lang::Evaluator;
use crate::syntax::{Expr, ExprKind, Part};
use crate::value::{Bound, Possible, Refinement, TextPart, Unknown, Value};

/// A value as text: primitives as they are, the rest as indented JSON, `(null)`, `(unknown)` and
/// `(sensitive value)` wherever they stand. Never fails.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.to_string(),
        value => {
            let mut out = String::new();
            write(value, 0, &mut out);
            out
        }
    }
}

fn write(value: &Value, depth: usize, out: &mut String) {
    let items = |items: &[Value], out: &mut String| {
        if items.is_empty() {
            out.push_str("[]");
            return;
        }
        out.push('[');
        for (at, item) in items.iter().enumerate() {
            out.push_str(if at == 0 { "\n" } else { ",\n" });
            out.push_str(&"  ".repeat(depth + 1));
            write_quoted(item, depth + 1, out);
        }
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
        out.push(']');
    };
    let fields = |fields: &crate::value::Fields, out: &mut String| {
        if fields.is_empty() {
            out.push_str("{}");
            return;
        }
        out.push('{');
        for (at, (name, item)) in fields.iter().enumerate() {
            out.push_str(if at == 0 { "\n" } else { ",\n" });
            out.push_str(&"  ".repeat(depth + 1));
            out.push_str(&serde_json::Value::from(name.as_str()).to_string());
            out.push_str(": ");
            write_quoted(item, depth + 1, out);
        }
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
        out.push('}');
    };
    match value {
        Value::Marked(marked) if marked.marks.sensitive => out.push_str("(sensitive value)"),
        Value::Marked(marked) => write(&marked.value, depth, out),
        Value::Absent | Value::Null(_) => out.push_str("(null)"),
        Value::Unknown(_) => out.push_str("(unknown)"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::String(text) => out.push_str(text),
        Value::List(list) | Value::Set(list) => items(&list.items, out),
        Value::Tuple(all) => items(all, out),
        Value::Map(map) => fields(&map.items, out),
        Value::Object(object) => fields(&object.fields, out),
    }
}

fn write_quoted(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::String(text) => out.push_str(&serde_json::Value::from(text.as_str()).to_string()),
        value => write(value, depth, out),
    }
}

/// A message. Parts that cannot be evaluated are shown as such: a message decides nothing.
pub(super) fn message(evaluator: &Evaluator<'_>, expr: Expr<'_>) -> String {
    let mut out = String::new();
    match expr.kind() {
        ExprKind::Template(template) => parts(evaluator, template.parts.iter(), &mut out),
        ExprKind::Parens(inner) => return message(evaluator, inner),
        _ => out.push_str(&shown(evaluator, expr)),
    }
    out.trim().to_owned()
}

fn parts<'s>(evaluator: &Evaluator<'_>, all: impl Iterator<Item = Part<'s>>, out: &mut String) {
    for part in all {
        match part {
            Part::Literal(text, _) => out.push_str(&text),
            Part::Interpolation(expr) => out.push_str(&shown(evaluator, expr)),
            Part::If { test, then, otherwise } => match evaluator.eval(test).map(|value| value.unmark().0) {
                Ok(Value::Bool(true)) => parts(evaluator, then.iter(), out),
                Ok(Value::Bool(false)) => parts(evaluator, otherwise.iter(), out),
                _ => out.push_str("(unknown)"),
            },
            // A loop in a message is rare: what it says is shown as a whole or not at all.
            Part::For { .. } => out.push_str("(unknown)"),
        }
    }
}

fn shown(evaluator: &Evaluator<'_>, expr: Expr<'_>) -> String {
    // What `core::valuetostring` makes of an unknown tells less than the unknown itself.
    let of_text = match expr.kind() {
        ExprKind::Call(call) if call.name.name == "core::valuetostring" && !call.expand => call.args.get(0),
        _ => None,
    };
    match evaluator.eval(of_text.unwrap_or(expr)) {
        Ok(Value::Unknown(unknown)) => described(&unknown),
        Ok(value) => plain(&value),
        Err(_) => "(unknown)".to_owned(),
    }
}

/// More possible values than this are not listed.
const MAX_LISTED: usize = 6;

/// What is known of an unknown, to stand in a sentence in place of the value: "7 or 14", "at least 7 and less than 30",
/// what it stands for.
fn described(unknown: &Unknown) -> String {
    let listed = |possible: &[Possible]| {
        let texts = possible.iter().map(|one| match &one.value {
            value @ (Value::Bool(_) | Value::Number(_) | Value::String(_)) => Some(plain(value)),
            Value::Null(_) => Some("null".to_owned()),
            _ => None,
        });
        let texts = texts.collect::<Option<Vec<_>>>().filter(|texts| texts.len() <= MAX_LISTED)?;
        let (last, before) = texts.split_last()?;
        Some(if before.is_empty() { last.clone() } else { format!("{} or {last}", before.join(", ")) })
    };
    if let Some(listed) = unknown.possible.as_deref().and_then(|possible| listed(possible)) {
        return listed;
    }
    let Refinement { min, max, prefix, .. } = &unknown.refinement;
    let bound = |bound: &Bound, inclusive: &str, exclusive: &str| {
        format!("{} {}", if bound.inclusive { inclusive } else { exclusive }, bound.value)
    };
    let least = min.as_ref().map(|min| bound(min, "at least", "more than"));
    let most = max.as_ref().map(|max| bound(max, "at most", "less than"));
    match (least, most, &unknown.parts, &unknown.symbol) {
        (Some(least), Some(most), ..) => format!("{least} and {most}"),
        (Some(only), None, ..) | (None, Some(only), ..) => only,
        (.., Some(parts), _) => parts
            .iter()
            .map(|part| match part {
                TextPart::Text(text) => text.to_string(),
                TextPart::Symbol(symbol) => format!("${{{symbol}}}"),
            })
            .collect(),
        (.., Some(symbol)) => format!("`{symbol}`"),
        _ if !prefix.is_empty() => format!("{prefix}…"),
        _ => "(unknown)".to_owned(),
    }
}
