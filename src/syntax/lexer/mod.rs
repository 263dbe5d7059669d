//! Tokens, one at a time. Which of them a byte belongs to depends only on the bytes before it, never on the parser,
//! but for one repair that the parser asks for: [`Lexer::leave_string`].
//!
//! Positions are *tree positions*: byte offsets of the file, or offsets beyond [`tree::DECODED`](super::tree::DECODED)
//! where the text is that of a JSON string with escapes.

mod code;
mod ident;
mod text;
mod token;

pub(super) use ident::{char_at, continues_name, starts_name};
pub(super) use text::stray_return;
pub use token::TokenKind;
pub(super) use token::{Flags, Token};

/// What the lexer is inside of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// `${…}` or `%{…}`, with so many braces open in it.
    Sequence { braces: u32 },
    /// `"…"`
    Quoted,
    /// `<<NAME` … `NAME`; the marker's name stands at `marker`. `line_start` is whether only whole lines came before.
    Heredoc { marker: (u32, u32), line_start: bool },
    /// A template without quotes: the whole text.
    Bare,
}

/// Reads tokens from a text.
pub(super) struct Lexer<'a> {
    /// The text, and what lies before its start (so that `bytes[0]` is position `base`).
    pub(super) bytes: &'a [u8],
    pub(super) base: u32,
    /// Index into `bytes` of what comes next.
    pub(super) at: usize,
    pub(super) frames: Vec<Frame>,
    /// Of the last text token.
    flags: Flags,
    /// Whether the text is UTF-8, and whether it has a carriage return: asked once, so that strings need not.
    utf8: bool,
    returns: bool,
    /// Whether it is known that no comment ends any more.
    open_comments: bool,
}

impl<'a> Lexer<'a> {
    /// Reads `bytes` from `from` on; the position of `bytes[0]` is `base`.
    pub(super) fn new(bytes: &'a [u8], base: u32, from: usize) -> Self {
        Lexer {
            bytes,
            base,
            at: from,
            frames: Vec::new(),
            flags: Flags::default(),
            utf8: std::str::from_utf8(bytes).is_ok(),
            returns: memchr::memchr(b'\r', bytes).is_some(),
            open_comments: false,
        }
    }

    /// The same for a template without quotes.
    pub(super) fn template(bytes: &'a [u8], base: u32, from: usize) -> Self {
        Lexer { frames: vec![Frame::Bare], ..Lexer::new(bytes, base, from) }
    }

    /// The bytes between two positions.
    pub(super) fn slice(&self, start: u32, end: u32) -> &'a [u8] {
        &self.bytes[(start - self.base) as usize..(end - self.base) as usize]
    }

    /// The next token, line breaks, comments and blanks included. At the end of the text [`TokenKind::End`], for ever.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Token {
        let start = self.base + self.at as u32;
        let kind = self.scan();
        let flags = if kind == TokenKind::Text { self.flags } else { Flags::default() };
        Token { kind, flags, start, end: self.base + self.at as u32 }
    }

    /// Moves past the next token. Only its kind is returned, in a register: nearly all of the time goes by in here.
    fn scan(&mut self) -> TokenKind {
        match self.frames.last() {
            None | Some(Frame::Sequence { .. }) => self.code(),
            Some(Frame::Quoted) => self.quoted(),
            Some(&Frame::Heredoc { marker, line_start }) => self.heredoc(marker, line_start),
            Some(Frame::Bare) => self.bare(),
        }
    }

    /// Whether what comes next is code, not the text of a string.
    #[inline]
    pub(super) fn in_code(&self) -> bool {
        matches!(self.frames.last(), None | Some(Frame::Sequence { .. }))
    }

    /// Takes `length` bytes as a token.
    #[inline]
    fn take(&mut self, kind: TokenKind, length: usize) -> TokenKind {
        self.at += length;
        kind
    }

    #[inline]
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Leaves the innermost `${…}` and the quoted string around it, and goes on at `position` as after the string.
    pub(super) fn leave_string(&mut self, position: u32) {
        while let Some(frame) = self.frames.pop() {
            if frame == Frame::Quoted {
                break;
            }
        }
        self.at = (position - self.base) as usize;
    }

    /// Takes the quote at `position`, which was read as one that opens a string inside `${…}`, for the one that closes
    /// the string around that.
    pub(super) fn close_string(&mut self, position: u32) {
        self.frames.pop();
        self.leave_string(position);
        self.frames.push(Frame::Quoted);
    }

    /// Whether the last token opened a quoted string right inside a `${…}` of a quoted string.
    pub(super) fn quote_in_quoted_sequence(&self) -> bool {
        matches!(self.frames.as_slice(), [.., Frame::Quoted, Frame::Sequence { .. }, Frame::Quoted])
    }

    /// The marker of the heredoc right around the innermost `${…}`.
    pub(super) fn heredoc_around(&self) -> Option<(u32, u32)> {
        match self.frames.as_slice() {
            [.., Frame::Heredoc { marker, .. }, Frame::Sequence { .. }] => Some(*marker),
            _ => None,
        }
    }

    /// Leaves the innermost `${…}`, and goes on in the heredoc around it with the line that starts at `at`.
    pub(super) fn return_to_heredoc(&mut self, at: usize) {
        self.frames.pop();
        if let Some(Frame::Heredoc { line_start, .. }) = self.frames.last_mut() {
            *line_start = true;
        }
        self.at = at;
    }

    /// Leaves the heredoc that the text ended in, and goes on at `at`.
    pub(super) fn leave_heredoc(&mut self, at: usize) {
        self.frames.pop();
        self.at = at;
    }
}
