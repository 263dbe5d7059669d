//! Terms: what operators and steps apply to.

use super::Parser;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::*;
use crate::syntax::tree::{Kind, NONE};

impl Parser<'_> {
    /// A value without operators around it.
    pub(super) fn term(&mut self) -> u32 {
        match self.peek() {
            Name if self.item_in_bracket() => self.invalid(self.end, self.end, NONE),
            Name => self.name(),
            OpenQuote => {
                let open = self.bump();
                self.quoted(open)
            }
            Number => {
                let number = self.bump();
                match self.check_number(number) {
                    true => self.words.token(Kind::Number, number),
                    false => self.invalid(number.start, number.end, NONE),
                }
            }
            OpenBracket => self.tuple(),
            OpenBrace => self.object(),
            OpenParen => {
                let open = self.bump();
                let inner = self.bracketed(open, CloseParen, "`)`");
                self.words.push(Kind::Parens, 0, [open.start, self.end, inner])
            }
            OpenHeredoc => {
                let open = self.bump();
                self.heredoc(open)
            }
            Less if self.lexer.bytes.get(self.at(self.token.end)) == Some(&b'<') => self.broken_heredoc(),
            Stray if let Some(string) = self.wrong_quotes() => string,
            _ => self.missing_expression(),
        }
    }

    /// Reports digits that are no number. Returns whether they are one.
    pub(super) fn check_number(&mut self, number: Token) -> bool {
        let text = self.text(number);
        if !is_number(text) {
            self.bad_number(number);
            return false;
        }
        let held = has_value(text);
        if !held {
            self.number_without_value(number);
        }
        held
    }

    /// A text between quotes that are none, on one line: reported, and passed over.
    pub(super) fn wrong_quotes(&mut self) -> Option<u32> {
        let close = match self.text(self.token) {
            b"'" => "'",
            b"`" => "`",
            text if text == "“".as_bytes() || text == "„".as_bytes() || text == "”".as_bytes() => "”",
            _ => return None,
        };
        let start = self.token.start;
        let rest = &self.lexer.bytes[self.lexer.at..];
        let line = memchr::memchr(b'\n', rest).map_or(rest, |end| &rest[..end]);
        let length = memchr::memmem::find(line, close.as_bytes())? + close.len();
        let open = self.token;
        self.lexer.at += length;
        self.end = self.lexer.base + self.lexer.at as u32;
        self.stray(open);
        self.advance();
        Some(self.invalid(start, self.end, NONE))
    }

    /// `<<` that a name and the end of the line do not follow. If a line ends the heredoc that is probably meant, reading
    /// goes on after it.
    fn broken_heredoc(&mut self) -> u32 {
        let start = self.token.start;
        let from = self.at(start) + 2;
        let rest = &self.lexer.bytes[from..];
        let line = memchr::memchr(b'\n', rest).map_or(rest, |end| &rest[..end]);
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let lead = line.iter().take_while(|byte| !is_name(byte)).count();
        let name = &line[lead..lead + line[lead..].iter().take_while(|byte| is_name(byte)).count()];
        let around = |byte: &u8| matches!(byte, b'-' | b'~' | b'"' | b'\'' | b'`' | b' ' | b'\t' | b'\r');
        self.bad_heredoc_marker(start, name);
        let is_marker = !name.is_empty() && line[..lead].iter().chain(&line[lead + name.len()..]).all(around);
        if is_marker && let Some(end) = self.reread_to(from + line.len(), name) {
            self.lost = false;
            return self.invalid(start, end, NONE);
        }
        self.invalid(start, start, NONE)
    }

    /// A name by itself, a constant, or a call.
    fn name(&mut self) -> u32 {
        let name = self.bump();
        match self.peek() {
            OpenParen => return self.call(name, name.end, None),
            DoubleColon => return self.namespaced_call(name),
            _ => {}
        }
        let kind = match self.text(name) {
            b"true" => Kind::True,
            b"false" => Kind::False,
            b"null" => Kind::Null,
            _ => Kind::Variable,
        };
        self.words.token(kind, name)
    }
}

/// Whether the digits, dots and exponents of a token make one number.
fn is_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = digits(text);
    if text.get(at) == Some(&b'.') {
        at += 1 + digits(&text[at + 1..]);
    }
    is_exponent(&text[at..])
}

/// Whether a text is the exponent of a number, or none.
pub(in crate::syntax) fn is_exponent(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(b"e").or(text.strip_prefix(b"E")) else {
        return text.is_empty();
    };
    let digits = rest.strip_prefix(b"+").or(rest.strip_prefix(b"-")).unwrap_or(rest);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// Whether Go's big floating point numbers, which HCL reads numbers as, hold a number: the length of its digits in bits plus
/// its exponent must be a 32-bit integer, but for zero.
fn has_value(number: &[u8]) -> bool {
    let Some(e) = number.iter().position(|byte| matches!(byte, b'e' | b'E')) else { return true };
    // Shorter ones are far away from the limit with as many digits as fit into a file.
    if number.len() - e <= 10 {
        return true;
    }
    let exponent = std::str::from_utf8(&number[e + 1..]).ok().and_then(|text| text.parse::<i64>().ok());
    let dot = number[..e].iter().position(|&byte| byte == b'.');
    let fraction = dot.map_or(0, |dot| e - dot - 1) as i64;
    let digits = || number[..e].iter().filter(|&&byte| byte != b'.').skip_while(|&&byte| byte == b'0');
    let (mut leading, mut rest) = (0_u128, 0_u32);
    for digit in digits() {
        match leading.checked_mul(10).and_then(|leading| leading.checked_add(u128::from(digit - b'0'))) {
            Some(more) if rest == 0 => leading = more,
            _ => rest += 1,
        }
    }
    let bits = i64::from(u128::BITS - leading.leading_zeros()) + (f64::from(rest) * std::f64::consts::LOG2_10) as i64;
    exponent.is_some_and(|exponent| leading == 0 || i32::try_from(bits + exponent.saturating_sub(fraction)).is_ok())
}
