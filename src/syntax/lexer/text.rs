//! Tokens inside strings, heredocs and templates.

use memchr::{memchr, memchr2, memchr3};

use super::{Flags, Frame, Lexer, TokenKind};

/// Bytes of a quoted string that need a look.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    special[b'"' as usize] = true;
    special[b'\\' as usize] = true;
    special[b'$' as usize] = true;
    special[b'%' as usize] = true;
    special[b'\n' as usize] = true;
    special[b'\r' as usize] = true;
    special
};

impl Lexer<'_> {
    /// Inside a quoted string.
    pub(super) fn quoted(&mut self) -> TokenKind {
        let start = self.at;
        let mut flags = Flags::default();
        loop {
            let rest = &self.bytes[self.at..];
            self.at += rest.iter().position(|&byte| SPECIAL[byte as usize]).unwrap_or(rest.len());
            match self.bytes.get(self.at) {
                Some(b'\\') => {
                    flags.escapes = true;
                    // The byte after it is text, whatever it is, but for a line break.
                    self.at +=
                        1 + usize::from(!matches!(self.peek(1), b'\n' | b'\r') && self.at + 1 < self.bytes.len());
                }
                Some(b'$' | b'%') if self.sequence().is_none() => self.sigil(&mut flags),
                _ if self.at > start => return self.text(start, flags),
                None => return TokenKind::End,
                Some(b'"') => {
                    self.frames.pop();
                    return self.take(TokenKind::CloseQuote, 1);
                }
                Some(b'\n' | b'\r') => return self.newline_in_string(),
                Some(_) => return self.open_sequence(),
            }
        }
    }

    /// A string that is not closed on its line usually lacks its quote: then it ends here, and the rest of the file is
    /// read. It goes on where the first quote after it would otherwise open a string that is not closed on its line.
    fn newline_in_string(&mut self) -> TokenKind {
        let length = self.bytes[self.at..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let after = &self.bytes[self.at + length..];
        let goes_on = memchr(b'"', after).is_some_and(|quote| {
            let line_end = memchr(b'\n', &after[quote..]).map_or(after.len(), |newline| quote + newline);
            let mut quotes = 0;
            let mut at = quote;
            while at < line_end {
                match after[at] {
                    b'\\' => at += 1,
                    b'"' => quotes += 1,
                    _ => {}
                }
                at += 1;
            }
            let between = &after[..quote];
            quotes % 2 == 1 && !between.contains(&b'=') && !between.contains(&b'{') && !between.contains(&b'}')
        });
        if goes_on {
            return self.take(TokenKind::StrayNewline, length);
        }
        self.frames.pop();
        self.take(TokenKind::StrayNewline, 0)
    }

    /// Inside a heredoc. Its text is one token up to the next sequence or the closing line.
    pub(super) fn heredoc(&mut self, marker: (u32, u32), mut line_start: bool) -> TokenKind {
        let start = self.at;
        let mut flags = Flags::default();
        loop {
            if line_start && let Some(length) = self.closing_line(marker) {
                if self.at > start {
                    self.set_line_start(true);
                    return self.text(start, flags);
                }
                self.frames.pop();
                return self.take(TokenKind::CloseHeredoc, length);
            }
            let rest = &self.bytes[self.at..];
            self.at += memchr3(b'\n', b'$', b'%', rest).unwrap_or(rest.len());
            match self.bytes.get(self.at) {
                Some(b'\n') => {
                    self.at += 1;
                    line_start = true;
                }
                Some(b'$' | b'%') if self.sequence().is_none() => {
                    self.sigil(&mut flags);
                    line_start = false;
                }
                _ if self.at > start => {
                    self.set_line_start(line_start && self.bytes[self.at - 1] == b'\n');
                    return self.text(start, flags);
                }
                None => return TokenKind::End,
                Some(_) => {
                    self.set_line_start(false);
                    return self.open_sequence();
                }
            }
        }
    }

    fn set_line_start(&mut self, value: bool) {
        if let Some(Frame::Heredoc { line_start, .. }) = self.frames.last_mut() {
            *line_start = value;
        }
    }

    /// The length without line break of the line here, if it is the marker with nothing but space around.
    fn closing_line(&self, (from, to): (u32, u32)) -> Option<usize> {
        let rest = &self.bytes[self.at..];
        let marker = &self.bytes[(from - self.base) as usize..(to - self.base) as usize];
        // Most lines are told apart by their first letter.
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        if rest.get(blank).is_some_and(|byte| byte.is_ascii_graphic()) && !rest[blank..].starts_with(marker) {
            return None;
        }
        let end = memchr(b'\n', rest)?;
        let line = rest[..end].strip_suffix(b"\r").unwrap_or(&rest[..end]);
        let text = std::str::from_utf8(line).ok().filter(|line| !line.contains('\r'))?;
        (text.trim().as_bytes() == marker).then_some(line.len())
    }

    /// Inside a template without quotes.
    pub(super) fn bare(&mut self) -> TokenKind {
        let start = self.at;
        let mut flags = Flags::default();
        loop {
            let rest = &self.bytes[self.at..];
            let mut next = memchr2(b'$', b'%', rest).unwrap_or(rest.len());
            // HCL's scanner stops at a carriage return without line feed and takes all the rest for text.
            let seen = &self.bytes[self.at.saturating_sub(2)..(self.at + next + 1).min(self.bytes.len())];
            if self.returns && stray_return(seen).is_some() {
                next = rest.len();
                flags.escapes = true;
            }
            self.at += next;
            match self.bytes.get(self.at) {
                Some(_) if self.sequence().is_none() => self.sigil(&mut flags),
                _ if self.at > start => return self.text(start, flags),
                None => return TokenKind::End,
                Some(_) => return self.open_sequence(),
            }
        }
    }

    /// The kind of sequence that opens here.
    fn sequence(&self) -> Option<TokenKind> {
        match (self.peek(0), self.peek(1)) {
            (b'$', b'{') => Some(TokenKind::OpenInterpolation),
            (b'%', b'{') => Some(TokenKind::OpenDirective),
            _ => None,
        }
    }

    /// A `$` or `%` that is text; doubled before a brace it is an escape.
    fn sigil(&mut self, flags: &mut Flags) {
        if self.peek(1) == self.peek(0) && self.peek(2) == b'{' {
            flags.escapes = true;
            self.at += 3;
        } else {
            self.at += 1;
        }
    }

    fn open_sequence(&mut self) -> TokenKind {
        let kind = self.sequence().unwrap_or(TokenKind::Stray);
        self.frames.push(Frame::Sequence { braces: 0 });
        self.take(kind, if self.peek(2) == b'~' { 3 } else { 2 })
    }

    fn text(&mut self, start: usize, mut flags: Flags) -> TokenKind {
        let text = &self.bytes[start..self.at];
        flags.not_utf8 = !self.utf8 && !loosely_utf8(text);
        flags.stray_return = self.returns && stray_return(text).is_some();
        self.flags = flags;
        TokenKind::Text
    }
}

/// Where an unquoted text first has a carriage return that belongs to no line break. HCL's scanner takes one together with
/// a single `$` or `%` before it, so it may stand between that and the end of the line.
pub(in crate::syntax) fn stray_return(text: &[u8]) -> Option<usize> {
    let sigil = |byte: &u8| matches!(byte, b'$' | b'%');
    memchr::memchr_iter(b'\r', text).find(|&at| match (&text[..at], &text[at + 1..]) {
        (_, [b'\n', ..]) => false,
        ([last], [b'\r', b'\n', ..]) => !sigil(last),
        ([.., before, last], [b'\r', b'\n', ..]) => !sigil(last) || sigil(before),
        _ => true,
    })
}

/// Whether every byte belongs to a sequence of UTF-8's shape. As in HCL, surrogates and overlong forms do.
fn loosely_utf8(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        let length = match byte {
            0..0x80 => 0,
            0xc0..0xe0 => 1,
            0xe0..0xf0 => 2,
            0xf0..0xf8 => 3,
            _ => return false,
        };
        match after.get(..length) {
            Some(more) if more.iter().all(|byte| (0x80..0xc0).contains(byte)) => rest = &after[length..],
            _ => return false,
        }
    }
    true
}
