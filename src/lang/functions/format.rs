//! `format` and `formatlist`.

use unicode_segmentation::UnicodeSegmentation;

use crate::lang::template::{Piece, joined};
use crate::value::json::{self, normalize};
use crate::value::{Type, Value, convert};

use super::format_number::{float, general, integer};
use super::string::{LONGEST, certain_prefix, changed, length};
use super::{Args, CallError, Kind, Outcome, Spec, any, text};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("format", &[text("format")], Kind::String, format_one).rest(any("args").null().unknown()),
    Spec::new("formatlist", &[text("format")], Kind::List(&Kind::String), format_list)
        .rest(any("args").null().unknown()),
];

fn format_one(args: &Args<'_>) -> Outcome {
    let (template, values) = (args.text(0), args.all().get(1..).unwrap_or_default());
    if !values.iter().all(Value::is_wholly_known) {
        if let (false, Some(text)) = (args.as_terraform, spelled(template, values)) {
            return Ok(text);
        }
        let known = template.find('%').filter(|at| *at > 0).map(|at| certain_prefix(&template[..at]));
        return Ok(args.unknown(Type::String).prefix(known.unwrap_or_default()).into());
    }
    formatted(template, values).map(changed)
}

/// The text of a format that puts nothing but strings in, each as it is, known or standing for something.
fn spelled(template: &str, values: &[Value]) -> Option<Value> {
    let mut texts = template.split("%s");
    let mut pieces = vec![Piece::Text(texts.next()?.to_owned())];
    for value in values {
        pieces.push(Piece::of(value)?);
        pieces.push(Piece::Text(texts.next()?.to_owned()));
    }
    // Any other verb, and `%%`, are left to those who read them.
    let plain = pieces.iter().all(|piece| !matches!(piece, Piece::Text(text) if text.contains('%')));
    if texts.next().is_none() && plain && !template.contains("%%") { joined(pieces) } else { None }
}

fn format_list(args: &Args<'_>) -> Outcome {
    let (template, values) = (args.text(0), args.all().get(1..).unwrap_or_default());
    let mut count: Option<(usize, usize)> = None;
    let mut unknown = false;
    for (at, value) in values.iter().enumerate() {
        let own = match (value.outer_type(), value.length_range()) {
            _ if value.is_null() => continue,
            (Type::Tuple(_), (least, _)) => least as usize,
            (Type::List(_) | Type::Set(_), (least, Some(most))) if least == most && !value.is_unknown() => {
                least as usize
            }
            (Type::List(_) | Type::Set(_) | Type::Dynamic, _) => {
                unknown = true;
                continue;
            }
            _ => continue,
        };
        unknown |= value.is_unknown();
        match count {
            Some((first, wanted)) if wanted != own => {
                return Err(CallError::at(
                    at + 1,
                    format!(
                        "argument {} has length {own}, which is inconsistent with argument {} of length {wanted}",
                        at + 1,
                        first + 1
                    ),
                ));
            }
            Some(_) => {}
            None => count = Some((at, own)),
        }
    }
    if unknown {
        let unknown = args.unknown(Type::list(Type::String));
        return Ok(match count {
            Some((_, count)) if !args.as_terraform => unknown.length(count as u64, Some(count as u64)).into(),
            _ => unknown.into(),
        });
    }
    // How many elements of each were taken. Terraform takes none of the lists that stand behind an unknown.
    let mut taken = vec![0; values.len()];
    let rows = (0..count.map_or(1, |(_, count)| count)).map(|row| {
        let mut row_values: Vec<Value> = Vec::with_capacity(values.len());
        let mut known = true;
        for (value, taken) in values.iter().zip(&mut taken) {
            if !known && args.as_terraform {
                break;
            }
            row_values.push(match value {
                Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
                    *taken += 1;
                    super::parameter::items(value).get(*taken - 1).cloned().unwrap_or(Value::NULL)
                }
                value => value.clone(),
            });
            known &= row_values.last().is_some_and(Value::is_wholly_known);
        }
        if !known {
            return Ok(args.unknown(Type::String).into());
        }
        let text = formatted(template, &row_values);
        text.map(changed).map_err(|error| CallError::new(format!("error on format iteration {row}: {}", error.message)))
    });
    Ok(Value::list(Type::String, rows.collect::<Result<_, _>>()?))
}

/// A verb such as `%-5.2[1]f`.
#[derive(Default)]
pub(super) struct Verb<'a> {
    raw: &'a str,
    offset: usize,
    pub(super) mode: char,
    pub(super) zero: bool,
    pub(super) sharp: bool,
    pub(super) plus: bool,
    pub(super) minus: bool,
    pub(super) space: bool,
    pub(super) width: Option<usize>,
    pub(super) precision: Option<usize>,
    /// Counted from 1.
    argument: usize,
}

fn formatted(template: &str, values: &[Value]) -> Result<String, CallError> {
    let mut out = String::with_capacity(template.len());
    let (mut next, mut highest) = (1, 0);
    let mut at = 0;
    while let Some(found) = template[at..].find('%') {
        out.push_str(&template[at..at + found]);
        at += found;
        if template[at + 1..].starts_with('%') {
            out.push('%');
            at += 2;
            continue;
        }
        let verb = parse(template, at, next)?;
        highest = highest.max(verb.argument);
        let value = values.get(verb.argument.wrapping_sub(1)).ok_or_else(|| {
            CallError::new(format!(
                "not enough arguments for {:?} at {at}: need index {} but have {} total",
                verb.raw,
                verb.argument,
                values.len()
            ))
        })?;
        let failed = |message: String| {
            CallError::at(verb.argument, format!("unsupported value for {:?} at {}: {message}", verb.raw, verb.offset))
        };
        if verb.mode != 'v' && value.is_null() {
            return Err(failed("null value cannot be formatted".into()));
        }
        let converted = |ty| convert(value.clone(), &ty).map_err(|error| failed(error.to_string()));
        let text = match verb.mode {
            'v' => as_is(&verb, value).map_err(failed)?,
            't' => match converted(Type::Bool)? {
                Value::Bool(true) => "true".into(),
                _ => "false".into(),
            },
            'b' | 'd' | 'o' | 'x' | 'X' => match converted(Type::Number)? {
                Value::Number(number) => {
                    integer(&verb, &number).ok_or_else(|| failed("an integer is required".into()))?
                }
                _ => String::new(),
            },
            'e' | 'E' | 'f' | 'g' | 'G' => match converted(Type::Number)? {
                Value::Number(number) => float(&verb, &number),
                _ => String::new(),
            },
            's' | 'q' => match converted(Type::String)? {
                Value::String(text) => string(&verb, &text),
                _ => String::new(),
            },
            mode => {
                let message = format!("unsupported format verb {mode:?} in {:?} at offset {at}", verb.raw);
                return Err(CallError::new(message));
            }
        };
        out.push_str(&text);
        if out.len() > LONGEST {
            return Err(CallError::limit("the result would be too long"));
        }
        next = verb.argument + 1;
        at += verb.raw.len();
    }
    out.push_str(&template[at..]);
    if highest < values.len() {
        return Err(CallError::at(
            highest + 1,
            match highest {
                0 => "too many arguments; no verbs in format string".into(),
                used => format!("too many arguments; only {used} used by format string"),
            },
        ));
    }
    Ok(out)
}

/// Widths and precisions beyond this are mistakes.
const WIDEST: usize = 100_000;

fn parse(template: &str, start: usize, next: usize) -> Result<Verb<'_>, CallError> {
    let mut verb = Verb { offset: start, argument: next, ..Verb::default() };
    let bytes = template.as_bytes();
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0' => verb.zero = true,
            b'#' => verb.sharp = true,
            b'-' => verb.minus = true,
            b'+' => verb.plus = true,
            b' ' => verb.space = true,
            _ => break,
        }
        at += 1;
    }
    let number = |at: &mut usize| -> Result<Option<usize>, CallError> {
        let digits = bytes[*at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = &template[*at..*at + digits];
        *at += digits;
        match text.parse::<usize>() {
            _ if digits == 0 => Ok(None),
            Ok(number) if number <= WIDEST => Ok(Some(number)),
            _ => Err(CallError::limit(format!("the number {text} in the format string is too large"))),
        }
    };
    verb.width = number(&mut at)?;
    if bytes.get(at) == Some(&b'.') {
        at += 1;
        verb.precision = Some(number(&mut at)?.unwrap_or(0));
    }
    let unrecognized = |at: usize| match template[at..].chars().next() {
        Some(c) => CallError::new(format!("unrecognized format character {c:?} at offset {at}")),
        None => CallError::new(format!("invalid format string starting at offset {at}")),
    };
    if bytes.get(at) == Some(&b'[') {
        at += 1;
        if bytes.get(at) == Some(&b'0') {
            return Err(unrecognized(at));
        }
        verb.argument = number(&mut at)?.ok_or_else(|| unrecognized(at))?;
        if bytes.get(at) != Some(&b']') {
            return Err(unrecognized(at));
        }
        at += 1;
    }
    match bytes.get(at) {
        Some(mode) if mode.is_ascii_alphabetic() => verb.mode = char::from(*mode),
        _ => return Err(unrecognized(at)),
    }
    verb.raw = &template[start..=at];
    Ok(verb)
}

/// `%v`: strings and numbers as they are, everything else, and everything with `#`, as JSON.
fn as_is(verb: &Verb<'_>, value: &Value) -> Result<String, String> {
    let text = match value {
        Value::String(text) if !verb.sharp => text.to_string(),
        Value::Number(number) if !verb.sharp => general(number, None, 'e'),
        value => json::encode(value).map_err(|error| error.to_string())?,
    };
    Ok(padded(verb, text))
}

fn string(verb: &Verb<'_>, text: &str) -> String {
    let cut: String = match verb.precision {
        Some(precision) if precision > 0 => text.graphemes(true).take(precision).collect(),
        _ => text.into(),
    };
    match verb.mode {
        'q' => {
            // Quoting cannot fail: a string is known and finite.
            let quoted = json::encode(&Value::String(normalize(&cut))).unwrap_or_default();
            padded(verb, quoted)
        }
        _ => padded(verb, cut),
    }
}

/// To the width of the verb, counted in characters as people see them.
fn padded(verb: &Verb<'_>, text: String) -> String {
    let missing = verb.width.unwrap_or(0).saturating_sub(length(&text));
    let padding = if verb.zero { "0" } else { " " }.repeat(missing);
    if verb.minus { text + &padding } else { padding + &text }
}
