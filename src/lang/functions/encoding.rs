//! Functions that encode and decode.

use std::io::Read;

use base64::Engine;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::general_purpose::{GeneralPurpose, PAD, STANDARD};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::value::json;
use crate::value::{CauseKind, Fields, Type, Value};

use super::charset::Charset;
use super::string::{LONGEST, changed};
use super::{Args, CallError, Kind, Outcome, Param, Spec, any, impure, text, yaml, yaml_emit};

const TEXT: &[Param] = &[text("str")];
const ENCODED: &[Param] = &[text("str").marked().unknown()];

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("base64encode", TEXT, Kind::String, |args| Ok(Value::string(STANDARD.encode(args.text(0))))),
    Spec::new("base64decode", ENCODED, Kind::String, |args| {
        let marks = args.marks(0);
        if args.value(0).is_unknown() {
            return Ok(Value::from(args.unknown(Type::String)).with_marks(marks));
        }
        let bytes = base64_bytes(args.text(0))
            .map_err(|_| CallError::new(format!("failed to decode base64 data {}", args.quoted(0))))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| CallError::new("the result of decoding the provided string is not valid UTF-8"))?;
        Ok(changed(text).with_marks(marks))
    }),
    // The bytes depend on the program that compresses.
    Spec::new("base64gzip", TEXT, Kind::String, |args| {
        Ok(impure(args, CauseKind::Function, Type::String).prefix("H4sIAAAAAAAA/").into())
    }),
    Spec::new("base64gunzip", TEXT, Kind::String, gunzip),
    Spec::new("textencodebase64", &[text("string"), text("encoding")], Kind::String, encode_text),
    Spec::new("textdecodebase64", &[text("source"), text("encoding")], Kind::String, decode_text),
    Spec::new("urlencode", TEXT, Kind::String, |args| {
        Ok(Value::string(utf8_percent_encode(args.text(0), ESCAPED).to_string().replace(' ', "+")))
    }),
    Spec::new("urldecode", TEXT, Kind::String, |args| {
        let text = args.text(0);
        let escapes = text.match_indices('%').all(|(at, _)| {
            text.as_bytes().get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        });
        let decoded = percent_decode_str(&text.replace('+', " ")).decode_utf8().map(String::from);
        match (escapes, decoded) {
            (true, Ok(text)) => Ok(changed(text)),
            (false, _) => Err(CallError::new(format!("failed to decode URL {}: invalid URL escape", args.quoted(0)))),
            (true, Err(_)) => Err(CallError::new("the result of decoding the provided string is not valid UTF-8")),
        }
    }),
    Spec::new("jsonencode", &[any("val").null().unknown().dynamic()], Kind::String, json_encode),
    Spec::new("jsondecode", &[text("str").unknown()], Kind::Any, json_decode),
    Spec::new("yamlencode", &[any("value").null().unknown().dynamic()], Kind::String, |args| {
        match args.value(0).is_wholly_known() {
            true => yaml_emit::encode(args.value(0)).map(changed).map_err(CallError::new),
            false if args.as_terraform => Ok(Value::unknown(Type::String, args.causes())),
            false => Ok(args.unknown(Type::String).into()),
        }
    }),
    Spec::new("yamldecode", &[text("src")], Kind::Any, |args| yaml::decode(args.text(0))),
    Spec::new("csvdecode", TEXT, Kind::Any, csv_decode),
];

/// Everything but letters, digits, `-_.~`, and the space, which becomes a plus sign.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b' ');

/// Decodes as Go does: line breaks are skipped, padding is needed, unused bits are not looked at.
pub(super) fn base64_bytes(text: &str) -> Result<Vec<u8>, base64::DecodeError> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(&ALPHABET, PAD.with_decode_allow_trailing_bits(true));
    LENIENT.decode(text.replace(['\r', '\n'], ""))
}

fn gunzip(args: &Args<'_>) -> Outcome {
    let bytes = base64_bytes(args.text(0))
        .map_err(|_| CallError::new(format!("failed to decode base64 data {}", args.quoted(0))))?;
    let mut text = Vec::new();
    let reader = flate2::read::MultiGzDecoder::new(bytes.as_slice());
    match reader.take(LONGEST as u64 + 1).read_to_end(&mut text) {
        Ok(length) if length > LONGEST => return Err(CallError::limit("the result would be too long")),
        Ok(_) => {}
        Err(error) => return Err(CallError::new(format!("failed to read gzip raw data: {error}"))),
    }
    let text = String::from_utf8(text)
        .map_err(|_| CallError::new("the result of decoding the provided string is not valid UTF-8"))?;
    Ok(changed(text))
}

fn charset(args: &Args<'_>) -> Result<Charset, CallError> {
    Charset::named(args.text(1)).map_err(|message| CallError::at(1, message))
}

fn encode_text(args: &Args<'_>) -> Outcome {
    let charset = charset(args)?;
    let bytes = charset.encode(args.text(0)).ok_or_else(|| {
        let message = format!("the given string contains characters that cannot be represented in {}", args.text(1));
        CallError::at(0, message)
    })?;
    Ok(Value::string(STANDARD.encode(bytes)))
}

fn decode_text(args: &Args<'_>) -> Outcome {
    let charset = charset(args)?;
    let bytes = base64_bytes(args.text(0)).map_err(|error| {
        CallError::at(
            0,
            match error {
                base64::DecodeError::InvalidByte(at, _) => {
                    format!("the given value is has an invalid base64 symbol at offset {at}")
                }
                error => format!("invalid source string: {error}"),
            },
        )
    })?;
    let text = charset.decode(&bytes).filter(|text| !text.contains('\u{fffd}')).ok_or_else(|| {
        CallError::at(0, format!("the given string contains symbols that are not defined for {}", args.text(1)))
    })?;
    Ok(changed(text))
}

fn json_encode(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    if value.is_wholly_known() {
        return json::encode(value).map(changed).map_err(|error| CallError::new(error.to_string()));
    }
    let unknown = args.unknown(Type::String);
    // The first character is certain if null is not possible.
    let prefix = match value.ty() {
        _ if !value.is_not_null() => "",
        Type::String => "\"",
        Type::Object(_) | Type::Map(_) => "{",
        Type::Tuple(_) | Type::List(_) | Type::Set(_) => "[",
        Type::Bool | Type::Number | Type::Dynamic => "",
    };
    Ok(unknown.prefix(prefix).into())
}

fn json_decode(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    if let Value::Unknown(unknown) = value {
        let ty = match unknown.refinement.prefix.trim_start().chars().next() {
            Some('"') => Type::String,
            Some('t' | 'f') => Type::Bool,
            Some('-' | '0'..='9') => Type::Number,
            None | Some('{' | '[' | 'n') => Type::Dynamic,
            Some(c) => return Err(CallError::at(0, format!("a JSON document cannot begin with the character {c:?}"))),
        };
        return Ok(args.unknown(ty).into());
    }
    let text = args.text(0);
    // Terraform asks what comes behind the value, but not behind a bracket that closes nothing.
    let read = |text: &str| {
        let mut values = serde_json::Deserializer::from_str(text).into_iter();
        let first = values.next();
        let rest = text.get(values.byte_offset()..).unwrap_or_default().trim_start_matches([' ', '\t', '\r', '\n']);
        match first {
            Some(Ok(tree)) if rest.starts_with([']', '}']) => Ok(tree),
            _ => serde_json::from_str(text),
        }
    };
    let tree = read(text).or_else(|error| match paired_surrogates(text) {
        Some(text) => read(&text),
        None => Err(error),
    });
    tree.map(|tree| json::from_json(&tree)).map_err(|error| {
        let message = error.to_string();
        match message.starts_with("recursion limit") {
            true => CallError::limit(message),
            false => CallError::new(message),
        }
    })
}

/// JSON whose lone halves of surrogate pairs are replacement characters, as Go reads them; `None` if it has none.
fn paired_surrogates(text: &str) -> Option<String> {
    let half = |at: usize, kinds: &str| {
        let bytes = text.as_bytes().get(at..at + 6)?;
        let (escape, digits) = bytes.split_at_checked(2)?;
        let first = digits.first()?.eq_ignore_ascii_case(&b'd');
        let is = escape == b"\\u" && first && kinds.contains(char::from(digits.get(1)?.to_ascii_lowercase()));
        (is && digits.iter().all(u8::is_ascii_hexdigit)).then_some(())
    };
    let mut out = String::with_capacity(text.len());
    let (mut at, mut changed) = (0, false);
    while let Some(found) = text[at..].find('\\') {
        out.push_str(&text[at..at + found]);
        at += found;
        let (piece, length) = if half(at, "89ab").is_some() && half(at + 6, "cdef").is_some() {
            (&text[at..at + 12], 12)
        } else if half(at, "89abcdef").is_some() {
            changed = true;
            ("\u{fffd}", 6)
        } else {
            let length = 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8);
            (&text[at..at + length], length)
        };
        out.push_str(piece);
        at += length;
    }
    out.push_str(&text[at..]);
    changed.then_some(out)
}

fn csv_decode(args: &Args<'_>) -> Outcome {
    let mut records = super::csv::Reader::new(args.text(0));
    let failed = |error: super::csv::CsvError| {
        CallError::new(format!("CSV parse error on line {}: {}", error.line, error.message))
    };
    let Some(headers) = records.next().transpose().map_err(failed)? else {
        return Err(CallError::new("missing header line"));
    };
    let names: Vec<_> = headers.fields.iter().map(|name| json::normalize(name)).collect();
    if let Some(twice) = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
        return Err(CallError::new(format!("duplicate column name {:?}", twice.1)));
    }
    let ty = Type::object(names.iter().map(|name| (name.clone(), Type::String)).collect());
    let mut rows = Vec::new();
    for record in records {
        let record = record.map_err(failed)?;
        if record.fields.len() != names.len() {
            let message = format!("CSV parse error on line {}: wrong number of fields", record.line);
            return Err(CallError::new(message));
        }
        let fields = names.iter().cloned().zip(record.fields.iter().map(changed));
        rows.push(Value::object(fields.collect::<Fields>()));
    }
    Ok(Value::list(ty, rows))
}
