//! Terms, the steps that may follow them, and calls.

use super::super::lexer::Token;
use super::super::lexer::TokenKind::{self, *};
use super::super::tree::{Kind, NONE, step};
use super::Parser;

impl Parser<'_> {
    /// A term and the steps `.name`, `[key]`, `.0`, `.*`, `[*]` after it.
    pub(super) fn access(&mut self) -> u32 {
        let base = self.term();
        if self.lost || !matches!(self.peek(), Dot | OpenBracket) {
            return base;
        }
        let from = self.nodes.len();
        // Whether the last splat was `.*`, which only names and numbers may follow without ending it.
        let mut attr_splat = false;
        loop {
            match self.peek() {
                Dot => {
                    let dot = self.bump();
                    if !self.dot_step(dot, &mut attr_splat) {
                        self.nodes.truncate(from);
                        return self.invalid(self.words.start(base), self.end, base);
                    }
                }
                OpenBracket => {
                    attr_splat = false;
                    self.bracket_step();
                }
                _ => break,
            }
            if self.lost {
                break;
            }
        }
        let steps = (self.nodes.len() - from) as u32 / 2;
        let node = self.words.push(Kind::Access, 0, [base, steps]);
        self.close_list(from);
        node
    }

    fn push_step(&mut self, kind: u32, start: u32, word: u32) {
        self.nodes.extend([start | kind << step::SHIFT, word]);
    }

    /// What follows a dot. False where nothing that may.
    fn dot_step(&mut self, dot: Token, attr_splat: &mut bool) -> bool {
        match self.peek() {
            Name => {
                let name = self.bump();
                self.push_step(step::ATTR, name.start, name.end);
            }
            Number => {
                let number = self.bump();
                let text = self.text(number);
                if text.contains(&b'.') {
                    self.chained_index(dot, number);
                }
                self.push_step(step::LEGACY, number.start, number.end);
            }
            Star if !*attr_splat => {
                let star = self.bump();
                *attr_splat = true;
                self.push_step(step::ATTR_SPLAT, dot.start, star.end);
            }
            Star => {
                let star = self.bump();
                self.nested_splat(star);
                self.push_step(step::ATTR_SPLAT, dot.start, star.end);
            }
            _ => {
                self.missing_attribute_name(dot);
                return false;
            }
        }
        true
    }

    /// `[key]` or `[*]`.
    fn bracket_step(&mut self) {
        let open = self.bump();
        if self.peek() == Star {
            self.bump();
            let close = self.peek_token();
            if self.eat(CloseBracket) {
                self.push_step(step::FULL_SPLAT, open.start, close.end);
                return;
            }
            self.unclosed(open, "`]`", "`[*]` takes each element; to multiply, put a value before the `*`");
            if self.resync(open, CloseBracket, false) {
                self.bump();
            }
            self.push_step(step::FULL_SPLAT, open.start, self.end);
            return;
        }
        let key = self.bracketed(open, CloseBracket, "`]`");
        let index = self.words.push(Kind::IndexStep, 0, [key, open.start, self.end]);
        self.push_step(step::INDEX, open.start, index);
    }

    /// The expression in a bracket that has just been opened, and the closing bracket.
    pub(super) fn bracketed(&mut self, open: Token, close: TokenKind, name: &str) -> u32 {
        self.open_bracket(open);
        let node = self.with_newlines(false, |parser| {
            let node = parser.whole_expression();
            if !parser.lost && parser.peek() != close {
                parser.unclosed(open, name, "");
            }
            if !parser.lost || parser.resync(open, close, false) {
                parser.bump();
            }
            node
        });
        self.brackets.pop();
        node
    }

    /// A value without operators around it.
    fn term(&mut self) -> u32 {
        match self.peek() {
            Name => self.name(),
            OpenQuote => {
                let open = self.bump();
                self.quoted(open)
            }
            Number => {
                let number = self.bump();
                if !is_number(self.text(number)) {
                    self.bad_number(number);
                    return self.invalid(number.start, number.end, NONE);
                }
                self.words.token(Kind::Number, number)
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

    /// `space::name(…)`
    fn namespaced_call(&mut self, name: Token) -> u32 {
        let mut end = name.end;
        let mut written = String::from_utf8_lossy(self.text(name)).into_owned();
        while self.eat(DoubleColon) {
            if self.peek() != Name {
                self.unexpected("a function name", "`::` stands between a namespace and a function");
                return self.invalid(name.start, self.end, NONE);
            }
            let part = self.bump();
            end = part.end;
            written.push_str("::");
            written.push_str(&String::from_utf8_lossy(self.text(part)));
        }
        if self.peek() != OpenParen {
            self.unexpected("`(`", "a name with `::` is a function, and must be called");
            return self.invalid(name.start, end, NONE);
        }
        let spaced = written.len() != (end - name.start) as usize;
        self.call(name, end, spaced.then_some(written))
    }

    /// `(a, b...)`. `written` is the name, where that differs from the text up to `name_end`.
    fn call(&mut self, name: Token, name_end: u32, written: Option<String>) -> u32 {
        let open = self.bump();
        let from = self.nodes.len();
        let open = Token { start: name.start, ..open };
        self.open_bracket(open);
        let expand = self.with_newlines(false, |parser| parser.arguments(open));
        self.brackets.pop();
        let count = (self.nodes.len() - from) as u32;
        let node = self.words.push(Kind::Call, expand as u32, [name.start, name_end, self.end, count]);
        self.close_list(from);
        if let Some(written) = written {
            self.spaced_names.push((node, written));
        }
        node
    }

    fn arguments(&mut self, open: Token) -> bool {
        let mut told = false;
        loop {
            if self.outdented() {
                self.lose_bracket(open, "`)`");
                return false;
            }
            if self.eat(CloseParen) {
                return false;
            }
            if self.item_in_list(open, "`)`", told) {
                return false;
            }
            let argument = self.whole_expression();
            self.nodes.push(argument);
            if !self.lost {
                match self.peek() {
                    Comma | CloseParen => {}
                    Ellipsis => {
                        let ellipsis = self.bump();
                        if self.eat(CloseParen) {
                            return true;
                        }
                        self.after_ellipsis(open, ellipsis);
                        if self.resync(open, CloseParen, false) {
                            self.bump();
                        }
                        return true;
                    }
                    _ if self.missing_separator(open, "`,` or `)`", &mut told) => continue,
                    _ => {}
                }
            }
            if self.lost && !self.resync(open, CloseParen, true) {
                return false;
            }
            if self.end_of_list(CloseParen) {
                return false;
            }
        }
    }

    /// After an item: takes the separator, or the closing bracket, which ends the list.
    pub(super) fn end_of_list(&mut self, close: TokenKind) -> bool {
        if self.peek() == Comma {
            self.bump();
            return false;
        }
        self.eat(close);
        true
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
