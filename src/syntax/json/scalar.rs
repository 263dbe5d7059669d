//! Numbers, keywords, templates, and what is passed over.

use super::Reader;
use crate::syntax::lexer::Lexer;
use crate::syntax::parser::{Parser, is_exponent};
use crate::syntax::tree::{DECODED, Kind, NONE};

impl Reader<'_> {
    pub(super) fn comment(&mut self) {
        let rest = &self.bytes[self.at..];
        let length = match rest.starts_with(b"/*") {
            true => memchr::memmem::find(rest, b"*/").map(|end| end + 2),
            false => None,
        };
        // One that is never closed costs its line.
        let length = length.or_else(|| memchr::memchr(b'\n', rest)).unwrap_or(rest.len());
        self.no_comments(length);
        self.at += length;
    }

    pub(super) fn skip_deep(&mut self) -> u32 {
        self.too_deep();
        let start = self.at;
        let mut open = 0_usize;
        loop {
            let rest = &self.bytes[self.at..];
            match rest.first() {
                None => break,
                Some(b'{' | b'[') => open += 1,
                Some(b'}' | b']') => open -= 1,
                Some(b'"') => {
                    let (length, _) = super::string::extent(rest);
                    self.at += length.max(1) - 1;
                }
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                break;
            }
        }
        self.at = self.at.min(self.bytes.len());
        self.words.push(Kind::Invalid, 0, [start as u32, self.at as u32, NONE])
    }

    pub(super) fn number(&mut self) -> u32 {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length =
            rest.iter().take_while(|byte| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')).count();
        self.at += length;
        let (from, to) = (start as u32, self.at as u32);
        if is_number(&rest[..length]) {
            return self.words.leaf(Kind::Number, from, to);
        }
        self.bad_number(from, to);
        self.words.push(Kind::Invalid, 0, [from, to, NONE])
    }

    pub(super) fn keyword(&mut self) -> u32 {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        self.at += length;
        let (from, to) = (start as u32, self.at as u32);
        let kind = match &rest[..length] {
            b"true" => Kind::True,
            b"false" => Kind::False,
            b"null" => Kind::Null,
            _ => {
                self.bad_keyword(from, to);
                return self.words.push(Kind::Invalid, 0, [from, to, NONE]);
            }
        };
        self.words.leaf(kind, from, to)
    }

    /// The node of the template that a text is, or [`NONE`] if it has no sequence.
    pub(super) fn template(&mut self, start: u32, end: u32) -> u32 {
        let text = match start {
            DECODED.. => self.decoded.bytes(start, end),
            _ => &self.bytes[start as usize..end as usize],
        };
        let sequence = memchr::memmem::find_iter(text, b"{").any(|at| at > 0 && matches!(text[at - 1], b'$' | b'%'));
        if !self.templates || !sequence {
            return NONE;
        }
        let text = text.to_vec();
        let decoded = std::mem::take(&mut self.decoded);
        let origin = |position| if start < DECODED { position } else { decoded.origin(position) };
        let words = std::mem::take(&mut self.words);
        let (node, output) = Parser::new(Lexer::template(&text, start, 0), self.file, words, &origin).lone_template();
        self.words = output.words;
        self.diagnostics.extend(output.diagnostics);
        self.spaced_names.extend(output.spaced_names);
        self.decoded = decoded;
        node
    }
}

/// Whether a text is a number of JSON's grammar.
fn is_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(text);
    if whole == 0 || whole > 1 && text[0] == b'0' {
        return false;
    }
    let mut rest = &text[whole..];
    if let Some(fraction) = rest.strip_prefix(b".") {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    is_exponent(rest)
}
