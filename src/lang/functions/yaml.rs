//! Reading YAML as Terraform does: one document of YAML 1.1, whose plain scalars are resolved as in
//! <https://yaml.org/type/>.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Options, Parser, ScalarStyle, Tag};

use crate::value::json::normalize;
use crate::value::{Fields, Number, Str, Value};

use super::CallError;

/// Aliases may make a small document stand for a huge one; no more than so many values are made of it.
const MOST_VALUES: usize = 1 << 20;

/// No value nests deeper.
const DEEPEST: usize = 200;

/// The value of a document.
///
/// # Errors
/// If it is not one document of YAML with strings as keys.
pub(super) fn decode(text: &str) -> Result<Value, CallError> {
    let mut options = Options::default();
    options.block_scalar_eof_without_line_feed = true;
    options.emit_comments = false;
    if text.trim_start_matches([' ', '\n', '\r']).starts_with('\t') {
        return Err("found character that cannot start any token".into());
    }
    // Of the breaks that are none any more since YAML 1.2, those at the end would be taken for text.
    let trimmed = text.trim_end_matches(['\u{85}', '\u{2028}', '\u{2029}']);
    let ended = if trimmed.len() < text.len() { Cow::Owned(format!("{trimmed}\n")) } else { Cow::Borrowed(text) };
    let parser = Parser::new_from_str_with_options(&ended, options);
    let mut reader = Reader { text: &ended, parser, anchors: HashMap::new(), made: 0, depth: 0 };
    reader.expect(|event| matches!(event, Event::StreamStart), "missing stream start token")?;
    match reader.next()? {
        Event::DocumentStart(_, version) => {
            if version.is_some_and(|version| (version.major, version.minor) != (1, 1)) {
                return Err("found incompatible YAML document".into());
            }
        }
        _ => return Err("on line 1, column 1: missing start of document".into()),
    }
    let event = reader.next()?;
    let value = reader.value(event)?;
    reader.expect(|event| matches!(event, Event::DocumentEnd), "unexpected extra content after value")?;
    reader.expect(|event| matches!(event, Event::StreamEnd), "only a single document is allowed")?;
    Ok(value)
}

/// Whether a text in double quotes has an escape that is none in YAML 1.1: a slash, half of a character.
fn has_newer_escape(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let escape = &rest.as_bytes()[at + 1..];
        match escape {
            [b'/', ..] | [b'u', b'd' | b'D', b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F', ..] => return true,
            _ => rest = rest.get(at + 2..).unwrap_or_default(),
        }
    }
    false
}

struct Reader<'a> {
    text: &'a str,
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    /// Values of the anchors and how many values are in each.
    anchors: HashMap<usize, (Value, usize)>,
    made: usize,
    depth: usize,
}

/// A scalar after it was resolved.
enum Scalar {
    Value(Value),
    /// `<<`: what follows is merged into the mapping.
    Merge,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Event<'a>, CallError> {
        loop {
            match self.parser.next() {
                Some(Ok((Event::Comment(..), _))) => {}
                Some(Ok((event, span))) => {
                    if let Event::Scalar(_, ScalarStyle::DoubleQuoted, ..) = event
                        && span.slice(self.text).is_some_and(has_newer_escape)
                    {
                        return Err("found unknown escape character".into());
                    }
                    return Ok(event);
                }
                Some(Err(error)) => return Err(error.to_string().into()),
                None => return Err("expecting value but found end of stream".into()),
            }
        }
    }

    fn expect(&mut self, wanted: impl Fn(&Event<'_>) -> bool, otherwise: &str) -> Result<(), CallError> {
        if wanted(&self.next()?) { Ok(()) } else { Err(otherwise.into()) }
    }

    fn value(&mut self, event: Event<'a>) -> Result<Value, CallError> {
        self.count(1)?;
        let before = self.made;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(CallError::limit("the document nests too deeply"));
        }
        let (anchor, value) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = match scalar(&text, style, tag.as_deref())? {
                    Scalar::Value(value) => value,
                    Scalar::Merge => "<<".into(),
                };
                (anchor, value)
            }
            Event::SequenceStart(_, anchor, tag) => {
                check_tag(tag.as_deref(), "seq", "sequence")?;
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        Event::SequenceEnd => break,
                        event => items.push(self.value(event)?),
                    }
                }
                (anchor, Value::tuple(items))
            }
            Event::MappingStart(_, anchor, tag) => {
                check_tag(tag.as_deref(), "map", "mapping")?;
                (anchor, self.mapping()?)
            }
            Event::Alias(anchor) => {
                let (value, size) = self
                    .anchors
                    .get(&anchor)
                    .cloned()
                    .ok_or("cannot refer to an anchor from inside its own definition")?;
                self.count(size)?;
                (0, value)
            }
            Event::DocumentStart(..) => return Err("only a single document is allowed".into()),
            _ => return Err("expecting value but found end of stream".into()),
        };
        self.depth -= 1;
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), self.made - before + 1));
        }
        Ok(value)
    }

    fn count(&mut self, more: usize) -> Result<(), CallError> {
        self.made += more;
        if self.made > MOST_VALUES { Err(CallError::limit("the document stands for too many values")) } else { Ok(()) }
    }

    fn mapping(&mut self) -> Result<Value, CallError> {
        let mut fields: Vec<(Str, Value)> = Vec::new();
        loop {
            let key = match self.next()? {
                Event::MappingEnd => return Ok(Value::object(fields.into_iter().collect::<Fields>())),
                Event::Scalar(text, style, _, tag) => scalar(&text, style, tag.as_deref())?,
                _ => return Err("only strings are allowed as mapping keys".into()),
            };
            let event = self.next()?;
            let value = self.value(event)?;
            match key {
                Scalar::Merge => match value {
                    Value::Object(object) => {
                        fields.extend(object.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
                    }
                    other => return Err(format!("cannot merge {} into mapping", other.ty().friendly_name()).into()),
                },
                Scalar::Value(Value::String(name)) => fields.push((name, value)),
                Scalar::Value(Value::Bool(name)) => fields.push((Str::from(name.to_string()), value)),
                Scalar::Value(Value::Number(name)) => fields.push((Str::from(name.to_string()), value)),
                Scalar::Value(_) => return Err("mapping key cannot be null".into()),
            }
        }
    }
}

/// The part of a tag of the YAML core; others are not supported.
fn core(tag: Option<&Tag>) -> Result<Option<&str>, CallError> {
    let Some(tag) = tag else { return Ok(None) };
    let whole = format!("{}{}", tag.handle(), tag.suffix());
    match whole.strip_prefix("tag:yaml.org,2002:") {
        Some(_) if tag.handle().ends_with(':') => Ok(Some(tag.suffix())),
        _ => Err(format!("unsupported tag {whole:?}").into()),
    }
}

fn check_tag(tag: Option<&Tag>, wanted: &str, what: &str) -> Result<(), CallError> {
    match core(tag)? {
        Some(name) if name != wanted => Err(format!("can't interpret {what} as !!{name}").into()),
        _ => Ok(()),
    }
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Result<Scalar, CallError> {
    let mut tag = core(tag)?;
    let value = |value| Ok(Scalar::Value(value));
    let first = text.as_bytes().first().copied();
    // Only such texts can be anything else than strings.
    let special = matches!(first, None | Some(b'+' | b'-' | b'0'..=b'9' | b'.' | b'~' | b'y' | b'Y' | b'n' | b'N'))
        || matches!(first, Some(b't' | b'T' | b'f' | b'F' | b'o' | b'O'));
    if special && !matches!(tag, Some("str" | "binary")) {
        if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
            return value(Value::String(normalize(text)));
        }
        if let Some(known) = word(text) {
            return value(known);
        }
        if tag.is_none() && matches!(text, ".nan" | ".NaN" | ".NAN") {
            return Err("floating point NaN is not supported".into());
        }
        match first {
            Some(b'.') => {
                if let Some(number) = Number::parse(text) {
                    return value(Value::Number(number));
                }
            }
            Some(b'+' | b'-' | b'0'..=b'9') => {
                if matches!(tag, None | Some("timestamp"))
                    && let Some(time) = timestamp(text)
                {
                    return value(Value::string(time));
                }
                if is_integer(text) || is_float(text) {
                    tag = Some("int");
                }
            }
            _ => {}
        }
    }
    let wrong = |tag: &str| Err(format!("cannot parse {text:?} as !!{tag}").into());
    match tag {
        None if text == "<<" => Ok(Scalar::Merge),
        None | Some("str") => value(Value::String(normalize(text))),
        Some("binary") => match super::encoding::base64_bytes(text) {
            Ok(_) => value(Value::String(normalize(text))),
            Err(_) => Err(format!("cannot parse {text:?} as !!binary: not valid base64").into()),
        },
        Some("bool") => match word(text) {
            Some(known @ Value::Bool(_)) => value(known),
            _ => wrong("bool"),
        },
        Some("null") => value(Value::NULL),
        Some(tag @ ("int" | "float")) => match number(text) {
            Some(number) => value(Value::Number(number)),
            None => wrong(tag),
        },
        Some("timestamp") => wrong("timestamp"),
        Some(other) => Err(format!("unsupported tag \"!!{other}\"").into()),
    }
}

fn word(text: &str) -> Option<Value> {
    Some(match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Value::Bool(true),
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => Value::Bool(false),
        "" | "~" | "null" | "Null" | "NULL" => Value::NULL,
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Value::Number(Number::infinity()),
        "-.inf" | "-.Inf" | "-.INF" => Value::Number(Number::infinity().neg()),
        _ => return None,
    })
}

fn is_integer(text: &str) -> bool {
    let all = |text: &str, digit: fn(&u8) -> bool| !text.is_empty() && text.bytes().all(|byte| digit(&byte));
    let octal: fn(&u8) -> bool = |byte| (b'0'..=b'7').contains(byte);
    all(text.strip_prefix(['-', '+']).unwrap_or(text), u8::is_ascii_digit)
        || text.strip_prefix("0o").is_some_and(|digits| all(digits, octal))
        || text.strip_prefix("0x").is_some_and(|digits| all(digits, u8::is_ascii_hexdigit))
}

fn is_float(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let decimal = |text: &str| !text.contains(['p', 'P', 'i', 'I']) && Number::parse(text).is_some();
    text.starts_with(|c: char| c == '.' || c.is_ascii_digit()) && decimal(text)
}

fn number(text: &str) -> Option<Number> {
    let plain = text.replace('_', "");
    if let Some(number) = Number::parse(&plain) {
        return Some(number);
    }
    let (negative, digits) = plain.strip_prefix('-').map_or((false, plain.as_str()), |rest| (true, rest));
    let (radix, digits) = match digits.get(..2)? {
        "0x" | "0X" => (16, &digits[2..]),
        "0o" | "0O" => (8, &digits[2..]),
        "0b" | "0B" => (2, &digits[2..]),
        _ => return None,
    };
    let value = dashu_int::IBig::from_str_radix(digits, radix).ok()?;
    Some(Number::from_integer(if negative { -value } else { value }))
}

/// The forms of a timestamp that YAML 1.1 knows, as RFC 3339.
fn timestamp(text: &str) -> Option<String> {
    let year = text.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let mut rest = text.get(4..)?.strip_prefix('-')?;
    let mut number = |after: &[char]| -> Option<(u32, Option<char>)> {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) {
            return None;
        }
        let value = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        let mark = rest.chars().next();
        match mark {
            Some(c) if after.contains(&c) => rest = &rest[c.len_utf8()..],
            Some(_) if !after.is_empty() => return None,
            _ => {}
        }
        Some((value, mark))
    };
    let (month, mark) = number(&['-'])?;
    mark?;
    let (day, mark) = number(&['T', 't', ' '])?;
    let Some(mark) = mark else {
        return super::timestamp::checked(&format!("{year}-{month:02}-{day:02}T00:00:00Z"));
    };
    let (hour, colon) = number(&[':'])?;
    colon?;
    let (minute, colon) = number(&[':'])?;
    colon?;
    let (second, _) = number(&[])?;
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(digits) => {
            let count = digits.bytes().take_while(u8::is_ascii_digit).count();
            (&digits[..count], &digits[count..])
        }
        None => ("", rest),
    };
    let zone = match (mark, zone) {
        (' ', "") => "Z",
        (' ', _) | (_, "") => return None,
        (_, zone) => zone,
    };
    let fraction = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    super::timestamp::checked(&format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}"))
}
