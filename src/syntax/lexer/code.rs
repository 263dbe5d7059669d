//! Tokens outside strings.

use super::{Frame, Lexer, TokenKind, ident};

impl Lexer<'_> {
    /// The next token of code.
    #[inline]
    pub(super) fn code(&mut self) -> TokenKind {
        use TokenKind::*;
        let Some(&byte) = self.bytes.get(self.at) else {
            return End;
        };
        match byte {
            b' ' | b'\t' => {
                let length = self.bytes[self.at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
                self.take(Blank, length)
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.name(),
            b'\n' => self.take(Newline, 1),
            b'"' => {
                self.frames.push(Frame::Quoted);
                self.take(OpenQuote, 1)
            }
            b'=' => match self.peek(1) {
                b'=' => self.take(Equal, 2),
                b'>' => self.take(FatArrow, 2),
                _ => self.take(Assign, 1),
            },
            b'.' if self.peek(1) == b'.' && self.peek(2) == b'.' => self.take(Ellipsis, 3),
            b'.' => self.take(Dot, 1),
            b',' => self.take(Comma, 1),
            b'{' => {
                if let Some(Frame::Sequence { braces }) = self.frames.last_mut() {
                    *braces += 1;
                }
                self.take(OpenBrace, 1)
            }
            b'}' => {
                let kind = self.close_brace();
                self.take(kind, 1)
            }
            b'~' if self.peek(1) == b'}' => {
                self.close_brace();
                self.take(CloseSequence, 2)
            }
            b'[' => self.take(OpenBracket, 1),
            b']' => self.take(CloseBracket, 1),
            b'(' => self.take(OpenParen, 1),
            b')' => self.take(CloseParen, 1),
            b'0'..=b'9' => self.number(),
            b'#' => self.line_comment(),
            b'/' => match self.peek(1) {
                b'/' => self.line_comment(),
                b'*' => self.block_comment(),
                _ => self.take(Slash, 1),
            },
            b':' if self.peek(1) == b':' => self.take(DoubleColon, 2),
            b':' => self.take(Colon, 1),
            b'?' => self.take(Question, 1),
            b'!' if self.peek(1) == b'=' => self.take(NotEqual, 2),
            b'!' => self.take(Not, 1),
            b'&' if self.peek(1) == b'&' => self.take(And, 2),
            b'|' if self.peek(1) == b'|' => self.take(Or, 2),
            b'>' if self.peek(1) == b'=' => self.take(GreaterEqual, 2),
            b'>' => self.take(Greater, 1),
            b'<' => match self.peek(1) {
                b'=' => self.take(LessEqual, 2),
                b'<' => self.open_heredoc().unwrap_or_else(|| self.take(Less, 1)),
                _ => self.take(Less, 1),
            },
            b'+' => self.take(Plus, 1),
            b'-' => self.take(Minus, 1),
            b'*' => self.take(Star, 1),
            b'%' => self.take(Percent, 1),
            b'\r' if self.peek(1) == b'\n' => self.take(Newline, 2),
            0..0x80 => self.take(Stray, 1),
            _ => self.beyond_ascii(),
        }
    }

    fn close_brace(&mut self) -> TokenKind {
        match self.frames.last_mut() {
            Some(Frame::Sequence { braces: 0 }) => {
                self.frames.pop();
                TokenKind::CloseSequence
            }
            Some(Frame::Sequence { braces }) => {
                *braces -= 1;
                TokenKind::CloseBrace
            }
            _ => TokenKind::CloseBrace,
        }
    }

    #[inline]
    fn name(&mut self) -> TokenKind {
        let end = ident::name_end(self.bytes, self.at);
        self.take(TokenKind::Name, end - self.at)
    }

    /// A number ends before a dot that nothing of a number follows, so that `1.a` and `1...` come apart.
    fn number(&mut self) -> TokenKind {
        let mut end = self.at + 1;
        let mut next = end;
        loop {
            match self.bytes.get(next) {
                Some(b'0'..=b'9') => next += 1,
                Some(b'.') => {
                    next += 1;
                    continue;
                }
                Some(b'e' | b'E') => {
                    let sign = usize::from(matches!(self.bytes.get(next + 1), Some(b'+' | b'-')));
                    if !matches!(self.bytes.get(next + 1 + sign), Some(b'0'..=b'9')) {
                        break;
                    }
                    next += 2 + sign;
                }
                _ => break,
            }
            end = next;
        }
        self.take(TokenKind::Number, end - self.at)
    }

    fn line_comment(&mut self) -> TokenKind {
        let rest = &self.bytes[self.at..];
        let length = memchr::memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1);
        self.take(TokenKind::LineComment, length)
    }

    fn block_comment(&mut self) -> TokenKind {
        let inside = &self.bytes[self.at + 2..];
        if !self.open_comments {
            match memchr::memmem::find(inside, b"*/") {
                Some(end) => return self.take(TokenKind::BlockComment, end + 4),
                None => self.open_comments = true,
            }
        }
        // Only this line: what follows is probably code, and worth reading.
        let length = memchr::memchr(b'\n', inside).unwrap_or(inside.len());
        self.take(TokenKind::OpenComment, 2 + inside[..length].trim_ascii_end().len())
    }

    fn open_heredoc(&mut self) -> Option<TokenKind> {
        let name = self.at + 2 + usize::from(self.peek(2) == b'-');
        if !ident::starts_name_at(self.bytes, name) {
            return None;
        }
        let end = ident::name_end(self.bytes, name);
        let length = match self.bytes.get(end..)? {
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => return None,
        };
        let marker = (self.base + name as u32, self.base + end as u32);
        self.frames.push(Frame::Heredoc { marker, line_start: true });
        Some(self.take(TokenKind::OpenHeredoc, end + length - self.at))
    }

    fn beyond_ascii(&mut self) -> TokenKind {
        if ident::starts_name_at(self.bytes, self.at) {
            return self.name();
        }
        match ident::char_at(self.bytes, self.at) {
            Some(char) => self.take(TokenKind::Stray, char.len_utf8()),
            None => {
                let rest = &self.bytes[self.at + 1..];
                let length = 1 + rest.iter().take_while(|byte| (0x80..0xc0).contains(*byte)).count();
                self.take(TokenKind::NotUtf8, length)
            }
        }
    }
}
