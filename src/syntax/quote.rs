//! Writing names and strings.

use super::lexer::{continues_name, starts_name};

/// A text as a quoted string: `a "b"` becomes `"a \"b\""`. What would be a sequence is escaped.
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '$' | '%' if chars.peek() == Some(&'{') => quoted.extend([char, char]),
            _ if char.is_control() => quoted.push_str(&format!("\\u{:04x}", char as u32)),
            _ => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text can stand as a name, without quotes: of an attribute, a block's type, a variable.
pub fn is_name(text: &str) -> bool {
    text.chars().next().is_some_and(starts_name) && text.chars().skip(1).all(continues_name)
}
