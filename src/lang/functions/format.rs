//! `format` and `formatlist`.

use std::fmt::Write;

use unicode_segmentation::UnicodeSegmentation;

use crate::value::json::{self, normalize};
use crate::value::{Number, Type, Value, convert};

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
        let known = template.find('%').filter(|at| *at > 0).map(|at| certain_prefix(&template[..at]));
        return Ok(args.unknown(Type::String).prefix(known.unwrap_or_default()).into());
    }
    formatted(template, values).map(changed)
}

fn format_list(args: &Args<'_>) -> Outcome {
    let (template, values) = (args.text(0), args.all().get(1..).unwrap_or_default());
    let mut count: Option<(usize, usize)> = None;
    let mut unknown = false;
    for (at, value) in values.iter().enumerate() {
        let own = match (value.ty(), value.length_range()) {
            _ if value.is_null() => continue,
            (Type::Tuple(items), _) => items.len(),
            (Type::List(_) | Type::Set(_), (least, Some(most))) if least == most && !value.is_unknown() => {
                least as usize
            }
            (Type::List(_) | Type::Set(_), _) => {
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
            Some((_, count)) => unknown.length(count as u64, Some(count as u64)).into(),
            None => unknown.into(),
        });
    }
    let rows = (0..count.map_or(1, |(_, count)| count)).map(|row| {
        let row_values: Vec<Value> = values
            .iter()
            .map(|value| match value {
                Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
                    super::parameter::items(value).get(row).cloned().unwrap_or(Value::NULL)
                }
                value => value.clone(),
            })
            .collect();
        if !row_values.iter().all(Value::is_wholly_known) {
            return Ok(args.unknown(Type::String).into());
        }
        let text = formatted(template, &row_values);
        text.map(changed).map_err(|error| CallError::new(format!("error on format iteration {row}: {}", error.message)))
    });
    Ok(Value::list(Type::String, rows.collect::<Result<_, _>>()?))
}

/// A verb such as `%-5.2[1]f`.
#[derive(Default)]
struct Verb<'a> {
    raw: &'a str,
    offset: usize,
    mode: char,
    zero: bool,
    sharp: bool,
    plus: bool,
    minus: bool,
    space: bool,
    width: Option<usize>,
    precision: Option<usize>,
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
            return Err(CallError::new("the result would be too long"));
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
            _ => Err(CallError::at(0, format!("the number {text} in the format string is too large"))),
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

fn sign(verb: &Verb<'_>, negative: bool) -> &'static str {
    match negative {
        true => "-",
        false if verb.plus => "+",
        false if verb.space => " ",
        false => "",
    }
}

/// As Go formats a `big.Int`; `None` for a fraction.
fn integer(verb: &Verb<'_>, number: &Number) -> Option<String> {
    let (sign_of, magnitude) = number.to_integer()?.into_parts();
    let (radix, prefix) = match verb.mode {
        'b' => (2, "0b"),
        'o' => (8, "0"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = magnitude.in_radix(radix).to_string();
    if verb.mode == 'X' {
        digits.make_ascii_uppercase();
    }
    let sign = sign(verb, sign_of == dashu_int::Sign::Negative);
    let prefix = if verb.sharp { prefix } else { "" };
    let mut zeros = 0;
    if let Some(precision) = verb.precision {
        if digits == "0" && precision == 0 {
            return Some(String::new());
        }
        zeros = precision.saturating_sub(digits.len());
    }
    let used = sign.len() + prefix.len() + zeros + digits.len();
    let missing = verb.width.unwrap_or(0).saturating_sub(used);
    let (left, right) = match () {
        () if verb.minus => (0, missing),
        () if verb.zero && verb.precision.is_none() => {
            zeros = missing;
            (0, 0)
        }
        () => (missing, 0),
    };
    let blank = |count: usize| " ".repeat(count);
    Some(format!("{}{sign}{prefix}{}{digits}{}", blank(left), "0".repeat(zeros), blank(right)))
}

/// As Go formats a `big.Float`.
fn float(verb: &Verb<'_>, number: &Number) -> String {
    let sign = sign(verb, number.has_sign());
    let (text, finite) = match number.decimal() {
        None => ("Inf".to_owned(), false),
        Some(decimal) => {
            let places = verb.precision.unwrap_or(6);
            let text = match verb.mode {
                'e' | 'E' => decimal.round(places + 1).scientific(places, verb.mode),
                'f' => {
                    let keep = decimal.point + places as i64;
                    match usize::try_from(keep) {
                        Ok(keep) => decimal.round(keep).places(places),
                        Err(_) => decimal.places(places),
                    }
                }
                mode => {
                    let text = general(number, verb.precision, if mode == 'G' { 'E' } else { 'e' });
                    text.trim_start_matches('-').to_owned()
                }
            };
            (text, true)
        }
    };
    let sign = if !finite && sign.is_empty() { "+" } else { sign };
    let missing = verb.width.unwrap_or(0).saturating_sub(sign.len() + text.len());
    let mut out = String::new();
    let (left, zeros, right) = match () {
        () if verb.zero && !verb.minus && finite => (0, missing, 0),
        () if verb.minus => (0, 0, missing),
        () => (missing, 0, 0),
    };
    let _ = write!(out, "{}{sign}{}{text}{}", " ".repeat(left), "0".repeat(zeros), " ".repeat(right));
    out
}

/// With an exponent if it is large or small: Go's `g`. Without a precision, the shortest digits.
fn general(number: &Number, precision: Option<usize>, mark: char) -> String {
    let sign = if number.has_sign() { "-" } else { "" };
    let decimal = match precision {
        None => number.shortest(),
        Some(precision) => number.decimal().map(|decimal| decimal.round(precision.max(1))),
    };
    let Some(decimal) = decimal else { return if sign.is_empty() { "+Inf".into() } else { "-Inf".into() } };
    let digits = decimal.digits.len();
    let mut limit = precision.map_or(digits, |precision| precision.max(1)) as i64;
    if limit > digits as i64 && digits as i64 >= decimal.point {
        limit = digits as i64;
    }
    if precision.is_none() {
        limit = 6;
    }
    let exponent = decimal.point - 1;
    let text = match (-4..limit).contains(&exponent) || (digits == 0 && limit > 0) {
        true => decimal.plain(),
        false => decimal.scientific(digits.saturating_sub(1), mark),
    };
    format!("{sign}{text}")
}
