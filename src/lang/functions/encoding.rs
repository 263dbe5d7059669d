//! Functions that encode and decode.

use std::io::Read;

use base64::Engine;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::general_purpose::{GeneralPurpose, PAD, STANDARD};
use encoding_rs::Encoding;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::value::json;
use crate::value::{CauseKind, Fields, Type, Value};

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

/// How text becomes bytes.
enum Charset {
    Latin1,
    Utf16 { little: bool, mark: bool },
    Other(&'static Encoding),
}

/// Names that browsers know and IANA does not, nor does Terraform. Those that begin with `x-` are too.
const BROWSERS_ONLY: &[&str] = &[
    "ascii",
    "big5-hkscs",
    "cn-big5",
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "dos-874",
    "gb2312",
    "gb_2312-80",
    "iso-8859-11",
    "iso88591",
    "iso8859-1",
    "iso8859-2",
    "koi",
    "koi8",
    "korean",
    "ks_c_5601-1987",
    "logical",
    "shift-jis",
    "sjis",
    "sun_eu_greek",
    "tis-620",
    "unicode-1-1-utf-8",
    "utf8",
    "visual",
    "windows-31j",
    "windows-949",
];

fn iana(name: &str) -> Option<&'static Encoding> {
    let label = match name {
        "cp936" | "ms936" => "gbk",
        "csutf8" => "utf-8",
        "cswindows1252" => "windows-1252",
        name => name,
    };
    Encoding::for_label(label.as_bytes())
}

fn charset(args: &Args<'_>) -> Result<Charset, CallError> {
    let name = args.text(1);
    Ok(match name.to_ascii_lowercase().as_str() {
        // To browsers it is windows-1252, to IANA it is itself.
        "iso-8859-1" | "iso_8859-1" | "latin1" | "l1" | "ibm819" | "cp819" => Charset::Latin1,
        "utf-16" => Charset::Utf16 { little: false, mark: true },
        "utf-16be" => Charset::Utf16 { little: false, mark: false },
        "utf-16le" => Charset::Utf16 { little: true, mark: false },
        lower => {
            match Some(lower).filter(|name| !BROWSERS_ONLY.contains(name) && !name.starts_with("x-")).and_then(iana) {
                Some(encoding) => Charset::Other(encoding),
                None => {
                    let message = format!("{name:?} is not a supported IANA encoding name or alias in this version");
                    return Err(CallError::at(1, message));
                }
            }
        }
    })
}

fn encode_text(args: &Args<'_>) -> Outcome {
    let text = args.text(0);
    let charset = charset(args)?;
    let unmappable = || {
        let message = format!("the given string contains characters that cannot be represented in {}", args.text(1));
        CallError::at(0, message)
    };
    let bytes = match charset {
        Charset::Latin1 => {
            text.chars().map(|c| u8::try_from(c).ok()).collect::<Option<Vec<u8>>>().ok_or_else(unmappable)?
        }
        Charset::Utf16 { little, mark } => {
            let mark = if mark { Some(0xfeff) } else { None };
            let units = mark.into_iter().chain(text.encode_utf16());
            units.flat_map(|unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        }
        Charset::Other(encoding) => match encoding.encode(text) {
            (bytes, used, false) if used == encoding => bytes.into_owned(),
            _ => return Err(unmappable()),
        },
    };
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
    let text = match charset {
        Charset::Latin1 => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
        Charset::Utf16 { little, mark } => utf16(&bytes, little, mark),
        Charset::Other(encoding) => {
            encoding.decode_without_bom_handling_and_without_replacement(&bytes).map(|text| text.into_owned())
        }
    };
    let text = text.filter(|text| !text.contains('\u{fffd}')).ok_or_else(|| {
        CallError::at(0, format!("the given string contains symbols that are not defined for {}", args.text(1)))
    })?;
    Ok(changed(text))
}

/// Where a byte order mark is expected it decides; without one it is big-endian.
fn utf16(bytes: &[u8], little: bool, mark: bool) -> Option<String> {
    let (little, bytes) = match bytes {
        [0xff, 0xfe, rest @ ..] if mark => (true, rest),
        [0xfe, 0xff, rest @ ..] if mark => (false, rest),
        bytes => (little, bytes),
    };
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] => Some(if little { u16::from_le_bytes([*a, *b]) } else { u16::from_be_bytes([*a, *b]) }),
        _ => None,
    });
    String::from_utf16(&units.collect::<Option<Vec<_>>>()?).ok()
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
    let tree = serde_json::from_str(text).or_else(|error| match paired_surrogates(text) {
        Some(text) => serde_json::from_str(&text),
        None => Err(error),
    });
    tree.map(|tree| json::from_json(&tree)).map_err(|error| {
        let message = error.to_string();
        CallError { limit: message.starts_with("recursion limit"), ..CallError::new(message) }
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
