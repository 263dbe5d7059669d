//! Sets: every element once, in cty's order.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{List, Marks, NoIdentity, Number, Tri, Type, Value, equal};

impl Value {
    /// A set whose elements have the type `element`; sorts them and drops equal ones. As in cty the marks of
    /// elements go to the set, and unknown elements are never equal to others.
    pub fn set(element: Type, items: Vec<Value>) -> Value {
        let mut marks = Marks::default();
        let mut items: Vec<Value> = items
            .into_iter()
            .map(|item| {
                let (item, own) = item.unmark_deep();
                marks = marks.union(own);
                item
            })
            .collect();
        if element.is_primitive() {
            items.sort_by(compare_primitives);
            items.dedup_by(|b, a| compare_primitives(a, b) == Ordering::Equal && !a.is_unknown());
        } else if items.len() > 1 {
            let mut keyed: Vec<(u8, Vec<u8>, Value)> =
                items.into_iter().map(|item| (rank(&item), set_key(&item), item)).collect();
            keyed.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
            items = Vec::with_capacity(keyed.len());
            let mut from = 0;
            for at in 0..keyed.len() {
                if keyed[at].1 != keyed[from].1 {
                    from = at;
                }
                // Equal elements have equal keys; the reverse is almost always true.
                let known = keyed[from..at]
                    .iter()
                    .any(|(_, _, item)| matches!(equal(item, &keyed[at].2, &NoIdentity), Tri::True));
                if !known {
                    items.push(keyed[at].2.clone());
                }
            }
        }
        Value::Set(Arc::new(List { element, items })).with_marks(marks)
    }
}

/// Known ones first, then unknown ones, then null.
fn rank(value: &Value) -> u8 {
    match value {
        Value::Null(_) | Value::Absent => 2,
        Value::Unknown(_) => 1,
        _ => 0,
    }
}

fn compare_primitives(a: &Value, b: &Value) -> Ordering {
    rank(a).cmp(&rank(b)).then_with(|| match (a, b) {
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Number(a), Value::Number(b)) => a.cmp(b),
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        _ => Ordering::Equal,
    })
}

/// The bytes by which cty orders compound elements of a set.
pub fn set_key(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    write_key(value, &mut out);
    out
}

fn write_key(value: &Value, out: &mut Vec<u8>) {
    match value.bare() {
        Value::Unknown(_) => out.push(b'?'),
        Value::Null(_) | Value::Absent => out.push(b'~'),
        Value::Number(number) => out.extend(ten_digits(number).bytes()),
        Value::Bool(true) => out.push(b'T'),
        Value::Bool(false) => out.push(b'F'),
        Value::String(text) => quote(text, out),
        Value::Map(map) => {
            out.push(b'{');
            for (name, value) in map.items.iter() {
                quote(name, out);
                out.push(b':');
                write_key(value, out);
                out.push(b';');
            }
            out.push(b'}');
        }
        compound => {
            let list = matches!(compound, Value::List(_) | Value::Set(_));
            out.push(if list { b'[' } else { b'<' });
            for child in compound.children() {
                write_key(child, out);
                out.push(b';');
            }
            out.push(if list { b']' } else { b'>' });
        }
    }
}

/// As Go prints a `big.Float` by default: ten significant digits, with an exponent if it is large or small.
fn ten_digits(number: &Number) -> String {
    let sign = if number.has_sign() { "-" } else { "" };
    let Some(decimal) = number.decimal() else {
        return if sign.is_empty() { "+Inf".into() } else { "-Inf".into() };
    };
    let decimal = decimal.round(10);
    let exponent = decimal.point - 1;
    let text = match decimal.digits.is_empty() || (-4..10).contains(&exponent) {
        true => decimal.plain(),
        false => decimal.scientific(decimal.digits.len().saturating_sub(1), 'e'),
    };
    format!("{sign}{text}")
}

/// As Go quotes a string.
fn quote(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for c in text.chars() {
        match c {
            '"' => out.extend(b"\\\""),
            '\\' => out.extend(b"\\\\"),
            '\u{7}' => out.extend(b"\\a"),
            '\u{8}' => out.extend(b"\\b"),
            '\u{c}' => out.extend(b"\\f"),
            '\n' => out.extend(b"\\n"),
            '\r' => out.extend(b"\\r"),
            '\t' => out.extend(b"\\t"),
            '\u{b}' => out.extend(b"\\v"),
            c if (c as u32) < 0x20 || c == '\u{7f}' => out.extend(format!("\\x{:02x}", c as u32).bytes()),
            c if c.is_control() || (c.is_whitespace() && c != ' ') => {
                out.extend(format!("\\u{:04x}", c as u32).bytes())
            }
            c => out.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    out.push(b'"');
}
