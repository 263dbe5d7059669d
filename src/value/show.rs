//! Values for people, in the syntax of the language.

use std::fmt::Write;

use super::{Str, Type, Value};

/// The value as `terraform console` prints it: over several lines, sensitive parts as `(sensitive value)`,
/// unknown ones as `(known after apply)`.
pub fn show(value: &Value) -> String {
    let mut out = String::new();
    Printer { out: &mut out, lines: true }.value(value, 0);
    out
}

/// The same on one line.
pub fn show_line(value: &Value) -> String {
    let mut out = String::new();
    Printer { out: &mut out, lines: false }.value(value, 0);
    out
}

struct Printer<'a> {
    out: &'a mut String,
    lines: bool,
}

impl Printer<'_> {
    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Marked(marked) if marked.marks.sensitive => self.out.push_str("(sensitive value)"),
            Value::Marked(marked) if marked.marks.ephemeral => self.out.push_str("(ephemeral value)"),
            Value::Marked(marked) => self.value(&marked.value, depth),
            Value::Absent => self.out.push_str("null"),
            Value::Null(ty) => self.null(ty),
            Value::Bool(value) => write!(self.out, "{value}").unwrap_or_default(),
            Value::Number(value) => write!(self.out, "{value}").unwrap_or_default(),
            Value::String(text) if self.lines && text.contains('\n') => self.heredoc(text),
            Value::String(text) => quote(text, self.out),
            Value::List(list) => self.wrapped("tolist", |printer| printer.items(&list.items, depth)),
            Value::Set(list) => self.wrapped("toset", |printer| printer.items(&list.items, depth)),
            Value::Tuple(items) => self.items(items, depth),
            Value::Map(map) => self.wrapped("tomap", |printer| printer.fields(map.items.iter(), depth)),
            Value::Object(object) => self.fields(object.written(), depth),
            Value::Unknown(_) => self.out.push_str("(known after apply)"),
        }
    }

    fn null(&mut self, ty: &Type) {
        let text = match ty {
            Type::Bool => "tobool(null)",
            Type::Number => "tonumber(null)",
            Type::String => "tostring(null)",
            Type::List(_) => "tolist(null)",
            Type::Set(_) => "toset(null)",
            Type::Map(_) => "tomap(null)",
            _ => "null",
        };
        self.out.push_str(text);
    }

    fn wrapped(&mut self, function: &str, inner: impl FnOnce(&mut Self)) {
        self.out.push_str(function);
        self.out.push('(');
        inner(self);
        self.out.push(')');
    }

    fn items(&mut self, items: &[Value], depth: usize) {
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            self.separate(at, depth + 1, ", ");
            self.value(item, depth + 1);
            if self.lines {
                self.out.push(',');
            }
        }
        self.close(items.is_empty(), depth, "]", "");
    }

    fn fields<'a>(&mut self, fields: impl Iterator<Item = (&'a Str, &'a Value)>, depth: usize) {
        let mut empty = true;
        self.out.push('{');
        for (at, (name, value)) in fields.enumerate() {
            empty = false;
            self.separate(at, depth + 1, if at == 0 { " " } else { ", " });
            match self.lines || !is_identifier(name) {
                true => quote(name, self.out),
                false => self.out.push_str(name),
            }
            self.out.push_str(" = ");
            self.value(value, depth + 1);
        }
        self.close(empty, depth, "}", " ");
    }

    fn separate(&mut self, at: usize, depth: usize, text: &str) {
        if self.lines {
            self.line(depth);
        } else if at > 0 || text == " " {
            self.out.push_str(text);
        }
    }

    fn close(&mut self, empty: bool, depth: usize, text: &str, space: &str) {
        if !empty && self.lines {
            self.line(depth);
        } else if !empty {
            self.out.push_str(space);
        }
        self.out.push_str(text);
    }

    fn line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", depth));
    }

    fn heredoc(&mut self, text: &str) {
        let mut mark = String::from("EOT");
        while text.lines().any(|line| line.trim() == mark) {
            mark.push('_');
        }
        let _ = write!(self.out, "<<{mark}\n{}\n{mark}", text.strip_suffix('\n').unwrap_or(text));
    }
}

fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if chars.peek() == Some(&'{') => out.extend([c, c]),
            c if c.is_control() => write!(out, "\\u{:04x}", c as u32).unwrap_or_default(),
            c => out.push(c),
        }
    }
    out.push('"');
}
