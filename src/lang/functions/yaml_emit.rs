//! Writing YAML in the form that Terraform gives it: block style, strings in double quotes, those of several
//! lines as literals.

use crate::value::Value;

/// Lines in quotes are broken at the first space after so many columns.
const WIDTH: usize = 80;

/// Longer keys are written after a question mark.
const LONGEST_KEY: usize = 128;

/// A document.
///
/// # Errors
/// If a number in the value is infinite.
pub(super) fn encode(value: &Value) -> Result<String, String> {
    let mut emitter = Emitter { out: String::new(), column: 0, open: false };
    emitter.node(value, 0, Place::Top)?;
    if emitter.column > 0 {
        emitter.line(0);
    }
    // A plain scalar might go on in the next line.
    if emitter.open {
        emitter.out.push_str("...\n");
    }
    Ok(emitter.out)
}

/// Where a value is written.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Top,
    /// After `- `.
    Item,
    /// After `key:`.
    Field,
    /// After `? ` or `: ` of a long key.
    Long,
}

struct Emitter {
    out: String,
    column: usize,
    open: bool,
}

impl Emitter {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
        self.column += text.chars().count();
        self.open = false;
    }

    fn line(&mut self, indent: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.column = indent;
    }

    /// `indent` is that of the children of a collection written here.
    fn node(&mut self, value: &Value, indent: usize, place: Place) -> Result<(), String> {
        match value.bare() {
            Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
                let items: Vec<&Value> = value.children().collect();
                if items.is_empty() {
                    self.space(place);
                    self.put("[]");
                    return Ok(());
                }
                for (at, item) in items.into_iter().enumerate() {
                    // The first item of a sequence in a sequence stands in the line of its parent.
                    if at > 0 || place == Place::Field {
                        self.line(indent);
                    }
                    self.put("- ");
                    self.node(item, indent + 2, Place::Item)?;
                }
            }
            Value::Map(_) | Value::Object(_) => {
                let fields: Box<dyn Iterator<Item = _>> = match value.bare() {
                    Value::Map(map) => Box::new(map.items.iter()),
                    Value::Object(object) => Box::new(object.written()),
                    _ => Box::new(std::iter::empty()),
                };
                let mut first = true;
                for (name, value) in fields {
                    if !std::mem::take(&mut first) || place == Place::Field {
                        self.line(indent);
                    }
                    self.field(name, value, indent)?;
                }
                if first {
                    self.space(place);
                    self.put("{}");
                }
            }
            Value::String(text) => {
                self.space(place);
                self.string(text, indent);
            }
            scalar => {
                self.space(place);
                let text = match scalar {
                    Value::Bool(value) => value.to_string(),
                    Value::Number(number) if !number.is_finite() => {
                        return Err("cannot write infinity as YAML".into());
                    }
                    Value::Number(number) => number.to_string(),
                    _ => "null".into(),
                };
                self.put(&text);
                self.open = place == Place::Top;
            }
        }
        Ok(())
    }

    fn space(&mut self, place: Place) {
        if place == Place::Field {
            self.put(" ");
        }
    }

    fn field(&mut self, name: &str, value: &Value, indent: usize) -> Result<(), String> {
        // Sequences in a mapping are not indented.
        let inner = match value.bare() {
            Value::List(_) | Value::Set(_) | Value::Tuple(_) => indent,
            _ => indent + 2,
        };
        if name.contains(is_break) || name.len() > LONGEST_KEY {
            self.put("? ");
            self.string(name, indent + 2);
            self.line(indent);
            self.put(": ");
            return self.node(value, indent + 2, Place::Long);
        }
        self.quoted(name, None);
        self.put(":");
        self.node(value, inner, Place::Field)
    }

    fn string(&mut self, text: &str, indent: usize) {
        match text.contains('\n') && literal_allowed(text) {
            true => self.literal(text, indent),
            false => self.quoted(text, Some(indent)),
        }
    }

    fn literal(&mut self, text: &str, indent: usize) {
        self.put("|");
        if text.starts_with(|c| c == ' ' || is_break(c)) {
            self.put("2");
        }
        let body = text.trim_end_matches(is_break);
        let breaks = text[body.len()..].chars().count();
        let keep = match (breaks, body.is_empty()) {
            (0, _) => Some("-"),
            (1, false) => None,
            _ => Some("+"),
        };
        self.put(keep.unwrap_or_default());
        // At the top it is indented too.
        let indent = indent.max(2);
        for line in text.split_inclusive(is_break) {
            match line.trim_end_matches(is_break) {
                "" => self.out.push('\n'),
                line => {
                    self.line(indent);
                    self.put(line);
                }
            }
        }
        self.column = indent;
    }

    /// In double quotes; broken over lines if there is an indent for them.
    fn quoted(&mut self, text: &str, indent: Option<usize>) {
        self.put("\"");
        let mut spaces = false;
        // What begins with a byte order mark libyaml takes for nothing but such marks.
        let marked = text.starts_with('\u{feff}');
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if c == ' ' && !marked {
                let inside = at > 0 && at + 1 < text.len();
                match indent {
                    Some(indent) if !spaces && self.column > WIDTH && inside => {
                        self.line(indent.max(2));
                        if chars.peek().is_some_and(|(_, next)| *next == ' ') {
                            self.put("\\");
                        }
                    }
                    _ => self.put(" "),
                }
                spaces = true;
                continue;
            }
            spaces = false;
            match escape(c) {
                None if marked => self.put(&coded(c)),
                Some(escape) => self.put(&escape),
                None => self.put(c.encode_utf8(&mut [0; 4])),
            }
        }
        self.put("\"");
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What may be written as it is. Characters beyond the first plane are not among them, nor is the tab.
fn is_printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}') && c != '\u{feff}'
}

/// Whether a text of several lines can be a literal: every character is written as it is there, and spaces
/// before the end of a line would be lost.
fn literal_allowed(text: &str) -> bool {
    let mut before = '\0';
    let spaced = text.chars().any(|c| {
        is_break(c) && std::mem::replace(&mut before, c) == ' ' || {
            before = c;
            false
        }
    });
    !spaced && !text.ends_with(' ') && text.chars().all(is_printable)
}

fn escape(c: char) -> Option<String> {
    let short = match c {
        '\0' => "\\0",
        '\u{7}' => "\\a",
        '\u{8}' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\u{b}' => "\\v",
        '\u{c}' => "\\f",
        '\r' => "\\r",
        '\u{1b}' => "\\e",
        '"' => "\\\"",
        '\\' => "\\\\",
        '\u{85}' => "\\N",
        '\u{2028}' => "\\L",
        '\u{2029}' => "\\P",
        c if is_printable(c) => return None,
        _ => "",
    };
    Some(if short.is_empty() { coded(c) } else { short.to_owned() })
}

/// A character by its number.
fn coded(c: char) -> String {
    match c as u32 {
        code @ 0..=0xff => format!("\\x{code:02X}"),
        code @ 0x100..=0xffff => format!("\\u{code:04X}"),
        code => format!("\\U{code:08X}"),
    }
}
