//! What a text stands for: escapes, trimmed white space, indentation, Unicode normalization.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::tree::TextBits;

/// A text in the normal form C, which all strings of Terraform have.
pub(super) fn normalized(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text;
    }
    Cow::Owned(text.nfc().collect())
}

/// The value of a text as it is written.
pub(super) fn value(text: &[u8], bits: TextBits, indentation: u32) -> Cow<'_, str> {
    let trims = bits.has(TextBits::TRIM_START) || bits.has(TextBits::TRIM_END);
    let written = String::from_utf8_lossy(text);
    if bits.has(TextBits::VERBATIM) && !trims && indentation == 0 {
        return normalized(written);
    }
    if bits.has(TextBits::QUOTED) {
        let value = unescaped(&written);
        let mut trimmed = value.as_str();
        if bits.has(TextBits::TRIM_START) {
            trimmed = trimmed.trim_start();
        }
        if bits.has(TextBits::TRIM_END) {
            trimmed = trimmed.trim_end();
        }
        return normalized(Cow::Owned(trimmed.to_owned()));
    }
    let mut value = String::with_capacity(written.len());
    each_line(&written, bits, |line, starts| {
        let indented = starts && !is_blank(line);
        push_unsigiled(&mut value, if indented { without_indentation(line, indentation) } else { line });
    });
    normalized(Cow::Owned(value))
}

/// Lowers `least` to the indentation of each line that a text starts. Returns whether the text ends a line.
pub(super) fn least_indentation(text: &[u8], bits: TextBits, least: &mut Option<u32>) -> bool {
    let written = String::from_utf8_lossy(text);
    each_line(&written, bits, |line, starts| {
        if starts && !is_blank(line) {
            let space = &line[..line.len() - line.trim_start().len()];
            let width = if space.is_ascii() { space.len() } else { space.graphemes(true).count() } as u32;
            *least = Some(least.map_or(width, |least| least.min(width)));
        }
    })
}

/// Goes through the lines of an unquoted text, trimmed as `bits` say, each with whether it starts a line. HCL trims
/// before it looks at indentation, and a line whose end was trimmed does not end: what follows starts no line.
/// Returns whether a line would start after the text.
fn each_line(text: &str, bits: TextBits, mut visit: impl FnMut(&str, bool)) -> bool {
    let mut starts = bits.has(TextBits::LINE_START);
    let mut lines = text.split_inclusive('\n').peekable();
    let mut first = true;
    while let Some(mut line) = lines.next() {
        if std::mem::take(&mut first) && bits.has(TextBits::TRIM_START) {
            line = line.trim_start();
        }
        if lines.peek().is_none() && bits.has(TextBits::TRIM_END) {
            line = trim_line_end(line);
        }
        visit(line, starts);
        starts = line.ends_with('\n');
    }
    starts
}

/// A line without white space at its end. A `$` or `%` and the one character between it and the end of the line are
/// one token to HCL's scanner, which keeps that character: with `$\r\n`, the carriage return.
fn trim_line_end(line: &str) -> &str {
    let sigil = |byte: u8| matches!(byte, b'$' | b'%');
    let space = |byte: u8| matches!(byte, b'\t' | 0xb | 0xc | b' ');
    let keep = match *line.as_bytes() {
        [.., before, last, b'\r', b'\n'] if sigil(last) && !sigil(before) => 1,
        [last, b'\r', b'\n'] if sigil(last) => 1,
        [.., last, kept, b'\n'] if sigil(last) && space(kept) => 1,
        [.., last, kept, b'\r', b'\n'] if sigil(last) && space(kept) => 2,
        _ => return line.trim_end(),
    };
    &line[..line.len() - keep]
}

/// Whether a line is white space and a line break: then it counts for no indentation, and keeps its own.
fn is_blank(line: &str) -> bool {
    line.ends_with('\n') && line.trim_start().is_empty()
}

fn without_indentation(line: &str, indentation: u32) -> &str {
    let indentation = indentation as usize;
    // An accent after the last space would make one character with it.
    if line.as_bytes().get(..indentation + 1).is_some_and(|space| space.is_ascii()) {
        return &line[indentation..];
    }
    let end = line.grapheme_indices(true).nth(indentation).map_or(line.len(), |(index, _)| index);
    &line[end..]
}

/// Adds a text, with `$${` as `${` and `%%{` as `%{`.
fn push_unsigiled(value: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = memchr::memchr2(b'$', b'%', rest.as_bytes()) {
        let sigil = &rest[at..];
        let escape = sigil.starts_with("$${") || sigil.starts_with("%%{");
        value.push_str(&rest[..at + 1]);
        rest = &sigil[1 + usize::from(escape)..];
        if escape {
            value.push('{');
            rest = &rest[1..];
        }
    }
    value.push_str(rest);
}

/// A quoted text without its escapes. Of escapes that are wrong, what follows the backslash.
fn unescaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        push_unsigiled(&mut value, &rest[..at]);
        rest = &rest[at..];
        match escape(rest) {
            Ok((char, length)) => {
                value.push(char);
                rest = &rest[length..];
            }
            Err(_) => rest = &rest[1..],
        }
    }
    push_unsigiled(&mut value, rest);
    value
}

/// Why an escape is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadEscape {
    /// Nothing follows the backslash.
    Nothing,
    /// No escape has this character.
    Unknown(char),
    /// `\u` and `\U` need so many hexadecimal digits.
    Digits(usize),
    /// The number is that of no character.
    NoCharacter,
}

/// The escape that `text` starts with: its character and its length, or what is wrong and how long that is.
pub(super) fn escape(text: &str) -> Result<(char, usize), (BadEscape, usize)> {
    let selector = text[1..].chars().next().ok_or((BadEscape::Nothing, 1))?;
    let char = match selector {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '"' | '\\' => selector,
        'u' | 'U' => {
            let digits = if selector == 'u' { 4 } else { 8 };
            let found = text[2..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
            if found < digits {
                return Err((BadEscape::Digits(digits), 2 + found));
            }
            let code = u32::from_str_radix(&text[2..2 + digits], 16).ok().and_then(char::from_u32);
            return code.map(|char| (char, 2 + digits)).ok_or((BadEscape::NoCharacter, 2 + digits));
        }
        _ => return Err((BadEscape::Unknown(selector), 1 + selector.len_utf8())),
    };
    Ok((char, 2))
}

/// The escapes of a quoted text that are wrong: where each starts in it, how long it is, and why.
pub(super) fn bad_escapes(text: &str) -> Vec<(usize, usize, BadEscape)> {
    let mut bad = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', &text.as_bytes()[at..]) {
        at += found;
        match escape(&text[at..]) {
            Ok((_, length)) => at += length,
            Err((why, length)) => {
                bad.push((at, length, why));
                at += length;
            }
        }
    }
    bad
}

/// The text of a label, its quotes taken off. Labels are not normalized, as in HCL.
pub(super) fn label(text: &[u8]) -> Cow<'_, str> {
    let written = String::from_utf8_lossy(text);
    match memchr::memchr3(b'\\', b'$', b'%', text) {
        Some(_) => Cow::Owned(unescaped(&written)),
        None => written,
    }
}
