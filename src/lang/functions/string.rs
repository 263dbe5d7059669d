//! Functions of strings.

use unicode_segmentation::UnicodeSegmentation;

use crate::lang::template::{Piece, joined};
use crate::value::json::normalize;
use crate::value::{Number, Type, Unknown, Value};

use super::{Args, CallError, Kind, Outcome, Spec, list, number, text};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("upper", &[text("str").dynamic()], Kind::String, |args| Ok(changed(upper(args.text(0))))),
    Spec::new("lower", &[text("str").dynamic()], Kind::String, |args| Ok(changed(lower(args.text(0))))),
    Spec::new("title", &[text("str")], Kind::String, |args| Ok(changed(title(args.text(0))))),
    Spec::new("strrev", &[text("str").dynamic()], Kind::String, |args| {
        Ok(changed(args.text(0).graphemes(true).rev().collect::<String>()))
    }),
    Spec::new("substr", &[text("str"), number("offset"), number("length")], Kind::String, substr),
    Spec::new("trimspace", &[text("str")], Kind::String, |args| Ok(changed(args.text(0).trim()))),
    Spec::new("trim", &[text("str"), text("cutset")], Kind::String, |args| {
        let cut = args.text(1);
        Ok(changed(args.text(0).trim_matches(|c| cut.contains(c))))
    }),
    Spec::new("trimprefix", &[text("str"), text("prefix")], Kind::String, |args| {
        Ok(changed(args.text(0).strip_prefix(args.text(1)).unwrap_or(args.text(0))))
    }),
    Spec::new("trimsuffix", &[text("str"), text("suffix")], Kind::String, |args| {
        Ok(changed(args.text(0).strip_suffix(args.text(1)).unwrap_or(args.text(0))))
    }),
    Spec::new("chomp", &[text("str")], Kind::String, |args| Ok(changed(args.text(0).trim_end_matches(['\r', '\n'])))),
    Spec::new("indent", &[number("spaces"), text("str")], Kind::String, indent),
    Spec::new("replace", &[text("str"), text("substr"), text("replace")], Kind::String, replace),
    Spec::new("startswith", &[text("str").unknown(), text("prefix")], Kind::Bool, starts_with),
    Spec::new("endswith", &[text("str"), text("suffix")], Kind::Bool, |args| {
        Ok(args.text(0).ends_with(args.text(1)).into())
    }),
    Spec::new("strcontains", &[text("str"), text("substr")], Kind::Bool, |args| {
        Ok(args.text(0).contains(args.text(1)).into())
    })
    .may_be_null(),
    Spec::new("split", &[text("separator"), text("str")], Kind::List(&Kind::String), split),
    Spec::new("join", &[text("separator")], Kind::String, join).rest(list("lists", &Kind::String)),
];

/// No function makes a longer text.
pub(super) const LONGEST: usize = 16 << 20;

/// Text that a function made: parts of normalised text may combine anew.
pub(super) fn changed(text: impl AsRef<str>) -> Value {
    Value::String(normalize(text.as_ref()))
}

/// As Go does it: letter by letter, each to a single one.
fn upper(text: &str) -> String {
    text.chars().map(|c| single(c, c.to_uppercase())).collect()
}

fn lower(text: &str) -> String {
    // The one letter whose lowercase Unicode writes with two is a plain i to Go.
    text.chars().map(|c| if c == 'İ' { 'i' } else { single(c, c.to_lowercase()) }).collect()
}

fn single(c: char, mut mapped: impl ExactSizeIterator<Item = char>) -> char {
    match (mapped.len(), mapped.next()) {
        (1, Some(mapped)) => mapped,
        // Greek letters with iota below have a capital of their own, which the full mapping takes apart.
        _ => match c as u32 {
            code @ (0x1f80..=0x1faf) => char::from_u32(code | 8).unwrap_or(c),
            code @ (0x1fb3 | 0x1fc3 | 0x1ff3) => char::from_u32(code + 9).unwrap_or(c),
            _ => c,
        },
    }
}

fn title(text: &str) -> String {
    let mut before = ' ';
    let capital = |c: char| {
        let start = match before {
            '_' => false,
            before if before.is_ascii() => !before.is_ascii_alphanumeric(),
            before if before.is_alphanumeric() => false,
            before => before.is_whitespace(),
        };
        before = c;
        match c {
            c if !start => c,
            'Ǆ' | 'ǅ' | 'ǆ' => 'ǅ',
            'Ǉ' | 'ǈ' | 'ǉ' => 'ǈ',
            'Ǌ' | 'ǋ' | 'ǌ' => 'ǋ',
            'Ǳ' | 'ǲ' | 'ǳ' => 'ǲ',
            // Georgian has capitals for whole words only.
            'ა'..='ჺ' | 'ჽ'..='ჿ' => c,
            c => single(c, c.to_uppercase()),
        }
    };
    text.chars().map(capital).collect()
}

/// Characters are what people call so: grapheme clusters.
pub(super) fn length(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\r') { text.len() } else { text.graphemes(true).count() }
}

fn substr(args: &Args<'_>) -> Outcome {
    let text = args.text(0);
    let (mut offset, wanted) = (args.int(1)?, args.int(2)?);
    if offset < 0 {
        offset += length(text) as i64;
    } else if wanted == 0 {
        return Ok("".into());
    }
    let rest = text.graphemes(true).skip(usize::try_from(offset).unwrap_or(0));
    Ok(changed(match usize::try_from(wanted) {
        // With a negative offset cty takes no length to mean all the rest.
        Ok(0) | Err(_) => rest.collect::<String>(),
        Ok(wanted) => rest.take(wanted).collect::<String>(),
    }))
}

fn indent(args: &Args<'_>) -> Outcome {
    let spaces = args.int(0)?;
    let text = args.text(1);
    let Ok(width) = usize::try_from(spaces) else {
        return Err(CallError::at(0, "the number of spaces must not be negative"));
    };
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    if width.saturating_mul(lines) > LONGEST {
        return Err(CallError::limit("the result would be too long"));
    }
    Ok(changed(text.replace('\n', &format!("\n{}", " ".repeat(if lines > 0 { width } else { 0 })))))
}

fn replace(args: &Args<'_>) -> Outcome {
    let (text, pattern, with) = (args.text(0), args.text(1), args.text(2));
    let expression = pattern.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    if let Some(expression) = expression {
        let replaced = super::regex::replace_all(expression, text, with)?;
        return Ok(changed(replaced));
    }
    let count = if pattern.is_empty() { text.len() + 1 } else { text.len() / pattern.len() };
    if count.saturating_mul(with.len()) > LONGEST && text.matches(pattern).count() * with.len() > LONGEST {
        return Err(CallError::limit("the result would be too long"));
    }
    Ok(changed(text.replace(pattern, with)))
}

fn starts_with(args: &Args<'_>) -> Outcome {
    let prefix = args.text(1);
    let Value::Unknown(unknown) = args.value(0) else { return Ok(args.text(0).starts_with(prefix).into()) };
    let known = &unknown.refinement.prefix;
    Ok(match known.starts_with(prefix) {
        true => Value::Bool(true),
        false
            if !known.is_empty()
                && (known.len() >= prefix.len() || !args.as_terraform && !prefix.starts_with(known.as_str())) =>
        {
            Value::Bool(false)
        }
        false => args.unknown(Type::Bool).into(),
    })
}

fn split(args: &Args<'_>) -> Outcome {
    let (separator, text) = (args.text(0), args.text(1));
    let parts: Vec<Value> = match separator.is_empty() {
        true => text.chars().map(|c| Value::String(c.into())).collect(),
        false => text.split(separator).map(changed).collect(),
    };
    Ok(Value::list(Type::String, parts))
}

fn join(args: &Args<'_>) -> Outcome {
    let lists = args.all().get(1..).unwrap_or_default();
    if lists.is_empty() {
        return Err(CallError::new("at least one list is required"));
    }
    if !lists.iter().all(Value::is_wholly_known) {
        if let (false, Some(text)) = (args.as_terraform, joined_parts(args, lists)) {
            return Ok(text);
        }
        return Ok(joined_prefix(args, lists).into());
    }
    let mut out = String::new();
    let mut first = true;
    for at in 1..args.len() {
        for (index, item) in args.items(at).iter().enumerate() {
            let Value::String(text) = item else {
                let which = if lists.len() > 1 { format!(" of list {at}") } else { String::new() };
                let message = format!("element {index}{which} is null; cannot concatenate null values");
                return Err(CallError::at(at, message));
            };
            if !std::mem::take(&mut first) {
                out.push_str(args.text(0));
            }
            out.push_str(text);
            if out.len() > LONGEST {
                return Err(CallError::limit("the result would be too long"));
            }
        }
    }
    Ok(changed(out))
}

/// The text of elements of which each is known or stands for something.
fn joined_parts(args: &Args<'_>, lists: &[Value]) -> Option<Value> {
    if lists.iter().any(Value::is_unknown) {
        return None;
    }
    let mut pieces = Vec::new();
    for item in lists.iter().flat_map(super::parameter::items) {
        if !pieces.is_empty() {
            pieces.push(Piece::Text(args.text(0).to_owned()));
        }
        pieces.push(Piece::of(item)?);
    }
    joined(pieces)
}

/// What comes before the first unknown element is certain.
fn joined_prefix(args: &Args<'_>, lists: &[Value]) -> Unknown {
    let mut prefix = String::new();
    'lists: for list in lists {
        if list.is_unknown() {
            break;
        }
        for item in super::parameter::items(list) {
            match item {
                Value::String(text) => {
                    prefix.push_str(text);
                    prefix.push_str(args.text(0));
                }
                Value::Unknown(unknown) => {
                    prefix.push_str(&unknown.refinement.prefix);
                    break 'lists;
                }
                _ => break 'lists,
            }
        }
    }
    args.unknown(Type::String).prefix(certain_prefix(&prefix))
}

/// The part of a prefix that stays whatever follows: its last character may combine with the next one.
pub(in crate::lang) fn certain_prefix(prefix: &str) -> String {
    /// Nothing combines with these.
    const ENDS: &str = "-_:;/\\,.(){}[]|?!~ \t@#$%^&*+\"'";
    let Some(last) = prefix.chars().next_back() else { return String::new() };
    let mut graphemes: Vec<&str> = prefix.graphemes(true).collect();
    if combines(last) {
        graphemes.pop();
        return graphemes.concat();
    }
    // cty looks no further than to the end of a line that is not marked by two characters.
    if let Some(at) = graphemes.iter().position(|grapheme| matches!(*grapheme, "\n" | "\r")) {
        return graphemes[..at].concat();
    }
    if !ENDS.contains(last) || graphemes.last().is_some_and(|grapheme| grapheme.len() > 1) {
        graphemes.pop();
    }
    graphemes.concat()
}

/// Whether a mark behind a character may make another one of both.
fn combines(c: char) -> bool {
    match c {
        'q' | 'Q' => false,
        '<' | '=' | '>' => true,
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        c => ('\u{300}'..='\u{345}').any(|mark| unicode_normalization::char::compose(c, mark).is_some()),
    }
}

/// The number of characters of a string; at least those that are certain.
pub(super) fn length_of(value: &Value, args: &Args<'_>) -> Value {
    match value.bare() {
        Value::String(text) => Value::int(length(text) as i64),
        Value::Unknown(unknown) => {
            let least = Number::from(length(&unknown.refinement.prefix) as i64);
            args.unknown(Type::Number).between(Some(least), None).into()
        }
        _ => Value::int(0),
    }
}
