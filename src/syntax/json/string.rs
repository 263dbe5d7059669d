//! Strings and keys.

use super::Reader;
use crate::syntax::tree::{Kind, NONE};

/// A key that was read.
pub(super) struct Key {
    /// Where it stands, quotes included.
    pub span: (u32, u32),
    /// Where its text is, in the file or decoded.
    pub text: (u32, u32),
    /// The text is what stands between the quotes, ASCII, and no template.
    pub plain: bool,
    /// It as an expression, if it is not plain.
    pub expression: u32,
}

/// How long the string that `bytes` start with is, quotes included, and whether it is closed. It ends before a control
/// character.
pub(super) fn extent(bytes: &[u8]) -> (usize, bool) {
    let quote = bytes[0];
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if bytes.get(at + 1).is_some_and(|&byte| byte >= 0x20) => at += 2,
            0..0x20 => return (at, false),
            _ if byte == quote => return (at + 1, true),
            _ => at += 1,
        }
    }
    (bytes.len(), false)
}

impl Reader<'_> {
    /// A string as a value.
    pub(super) fn string(&mut self) -> u32 {
        let start = self.at as u32;
        let Some(text) = self.string_text() else {
            return self.words.push(Kind::Invalid, 0, [start, self.at as u32, NONE]);
        };
        self.string_node((start, self.at as u32), text)
    }

    fn string_node(&mut self, span: (u32, u32), text: (u32, u32)) -> u32 {
        let template = self.template(text.0, text.1);
        if template == NONE && text.0 == span.0 + 1 {
            return self.words.leaf(Kind::Plain, span.0, span.1);
        }
        self.words.push(Kind::JsonString, 0, [span.0, span.1, text.0, text.1, template])
    }

    /// Takes a string: where its text is. `None` if it is broken, which has been reported.
    fn string_text(&mut self) -> Option<(u32, u32)> {
        let start = self.at;
        let (length, closed) = extent(&self.bytes[start..]);
        self.at += length;
        if self.bytes[start] == b'\'' {
            self.single_quotes(start, self.at);
            return None;
        }
        if !closed {
            self.unclosed_string(start);
            return None;
        }
        let inner = &self.bytes[start + 1..self.at - 1];
        if memchr::memchr(b'\\', inner).is_none() && std::str::from_utf8(inner).is_ok() {
            return Some((start as u32 + 1, self.at as u32 - 1));
        }
        self.decode(start + 1, self.at - 1)
    }

    /// Works out the escapes of the text between two offsets.
    fn decode(&mut self, start: usize, end: usize) -> Option<(u32, u32)> {
        let from = self.decoded.end();
        let mut at = start;
        let mut sound = true;
        while at < end {
            let rest = &self.bytes[at..end];
            let length = memchr::memchr(b'\\', rest).unwrap_or(rest.len());
            self.decode_plain(at, at + length);
            at += length;
            if at == end {
                break;
            }
            match escape(&self.bytes[at..end]) {
                Some((char, length)) => {
                    self.decoded.push(char.encode_utf8(&mut [0; 4]), at as u32);
                    at += length;
                }
                None => {
                    self.bad_escape(at, end);
                    sound = false;
                    at += 2.min(end - at);
                }
            }
        }
        let to = self.decoded.finish(end as u32);
        sound.then_some((from, to))
    }

    /// Adds a text without escapes; bytes that are not UTF-8 are replaced, as Go's JSON does.
    fn decode_plain(&mut self, start: usize, end: usize) {
        let mut at = start;
        for chunk in self.bytes[start..end].utf8_chunks() {
            self.decoded.push(chunk.valid(), at as u32);
            at += chunk.valid().len();
            for _ in chunk.invalid() {
                self.decoded.push("\u{fffd}", at as u32);
                at += 1;
            }
        }
    }

    /// A quoted key.
    pub(super) fn key(&mut self) -> Key {
        let start = self.at as u32;
        let text = self.string_text();
        let span = (start, self.at as u32);
        let Some(text) = text else {
            let expression = self.words.push(Kind::Invalid, 0, [span.0, span.1, NONE]);
            return Key { span, text: (start, start), plain: false, expression };
        };
        let verbatim = text.0 == start + 1;
        if verbatim && self.bytes[text.0 as usize..text.1 as usize].is_ascii() {
            let template = self.template(text.0, text.1);
            if template == NONE {
                return Key { span, text, plain: true, expression: NONE };
            }
            let words = [span.0, span.1, text.0, text.1, template];
            let expression = self.words.push(Kind::JsonString, 0, words);
            return Key { span, text, plain: false, expression };
        }
        let expression = self.string_node(span, text);
        Key { span, text, plain: false, expression }
    }

    /// A key that lacks its quotes, or has others: reported, and read all the same.
    pub(super) fn unquoted_key(&mut self, byte: u8) -> Key {
        let start = self.at;
        let rest = &self.bytes[start..];
        let (length, inner) = match byte {
            b'\'' => {
                let (length, closed) = extent(rest);
                (length, (start + 1, start + length - usize::from(closed)))
            }
            _ => {
                let name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
                let length = rest.iter().take_while(name).count();
                (length, (start, start + length))
            }
        };
        self.at += length;
        self.key_without_quotes(start, self.at);
        let span = (start as u32, self.at as u32);
        let text = match std::str::from_utf8(&self.bytes[inner.0..inner.1.max(inner.0)]) {
            Ok(_) => (inner.0 as u32, inner.1.max(inner.0) as u32),
            Err(_) => (span.0, span.0),
        };
        Key { span, text, plain: false, expression: NONE }
    }
}

/// The escape that `text` starts with: its character and length. Half a surrogate pair is the replacement character.
pub(super) fn escape(text: &[u8]) -> Option<(char, usize)> {
    let char = match text.get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = unit(text)?;
            if let Some(char) = char::from_u32(first) {
                return Some((char, 6));
            }
            let pair = text.get(6..).filter(|rest| rest.starts_with(b"\\u")).and_then(unit);
            return Some(match pair {
                Some(second @ 0xdc00..0xe000) if first < 0xdc00 => {
                    let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                    (char::from_u32(code).unwrap_or('\u{fffd}'), 12)
                }
                _ => ('\u{fffd}', 6),
            });
        }
        _ => return None,
    };
    Some((char, 2))
}

/// The number of a `\u` escape.
fn unit(text: &[u8]) -> Option<u32> {
    let digits = std::str::from_utf8(text.get(2..6)?).ok()?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok()
}
