//! Messages of policies: what can be shown of a value, and what cannot.

use crate::lang::Evaluator;
use crate::syntax::{Expr, ExprKind, Part};
use crate::value::Value;

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
    evaluator.eval(expr).map_or_else(|_| "(unknown)".to_owned(), |value| plain(&value))
}
