//! Finding the place again after an error, at the cost of as little text as can be.

use super::super::lexer::TokenKind::{self, *};
use super::super::lexer::{Frame, Token};
use super::super::tree::NONE;
use super::Parser;

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Attribute,
    Block,
    None,
}

/// The bracket that opens what `kind` closes.
fn opener(kind: TokenKind) -> Option<TokenKind> {
    Some(match kind {
        CloseBrace => OpenBrace,
        CloseBracket => OpenBracket,
        CloseParen => OpenParen,
        CloseQuote => OpenQuote,
        CloseHeredoc => OpenHeredoc,
        CloseSequence => OpenInterpolation,
        _ => return None,
    })
}

fn opens(kind: TokenKind) -> Option<TokenKind> {
    match kind {
        OpenBrace | OpenBracket | OpenParen | OpenQuote | OpenHeredoc | OpenInterpolation => Some(kind),
        OpenDirective => Some(OpenInterpolation),
        _ => None,
    }
}

impl Parser<'_> {
    /// Passes over what cannot be read inside the bracket `open`, up to its closing bracket or, in a `list`, to the
    /// next separator. False, and still lost, where something comes first that belongs to what is around: then the
    /// bracket is not closed.
    pub(super) fn resync(&mut self, open: Token, close: TokenKind, list: bool) -> bool {
        self.lost = true;
        let mut nest = Vec::new();
        loop {
            let kind = self.token.kind;
            if nest.is_empty() {
                let separates = list && (kind == Comma || close == CloseBrace && self.peek() == Newline);
                if separates {
                    self.lost = false;
                    return true;
                }
            }
            if kind == close && !opener(close).is_some_and(|open| nest.contains(&open)) {
                self.lost = false;
                return true;
            }
            if kind == End || self.belongs_outside(&nest) {
                self.never_closed(open);
                return false;
            }
            self.skip(&mut nest);
        }
    }

    /// Takes one token, and keeps track of the brackets it opens or closes.
    pub(super) fn skip(&mut self, nest: &mut Vec<TokenKind>) {
        let kind = self.token.kind;
        let closed = match kind {
            StrayNewline if self.token.start == self.token.end => Some(OpenQuote),
            _ => opener(kind),
        };
        if let Some(open) = opens(kind) {
            nest.push(open);
        } else if let Some(open) = closed
            && let Some(index) = nest.iter().rposition(|&kind| kind == open)
        {
            nest.truncate(index);
        }
        self.stray(self.token);
        self.bump();
    }

    /// Whether the next token shows that a bracket was not closed: it closes one further out, or starts an item of a
    /// body or object that is around.
    fn belongs_outside(&self, nest: &[TokenKind]) -> bool {
        if nest.iter().any(|kind| matches!(kind, OpenQuote | OpenHeredoc)) {
            return false;
        }
        let around = self.opens.split_last().map_or(&[][..], |(_, around)| around);
        match opener(self.token.kind) {
            Some(open) => !nest.contains(&open) && around.iter().any(|around| around.kind == open),
            None if self.token.kind == OpenQuote => nest.is_empty() && self.quote_closes_string(),
            None => self.newline != NONE && !nest.contains(&OpenBrace) && self.item_starts_here() != Item::None,
        }
    }

    /// Passes over what is left of an item, to the end of its line. Returns whether further lines went with it.
    pub(super) fn resync_item(&mut self) -> bool {
        let mut nest = Vec::new();
        let mut crossed = false;
        loop {
            if self.newline != NONE {
                let new_item = !nest.contains(&OpenBrace) && self.item_starts_here() != Item::None;
                if nest.is_empty() || new_item && !nest.contains(&OpenQuote) && !nest.contains(&OpenHeredoc) {
                    break;
                }
                crossed = true;
            }
            match self.token.kind {
                End => break,
                CloseBrace if !nest.contains(&OpenBrace) && !self.opens.is_empty() => break,
                _ => self.skip(&mut nest),
            }
        }
        self.lost = self.token.kind == End;
        crossed
    }

    /// Passes over what cannot be read of a block's header, to the brace that opens its body.
    pub(super) fn resync_header(&mut self) -> bool {
        if self.peek() == Newline {
            // The brace of a block must not stand on a line of its own, but what else could it be?
            self.lost = self.token.kind != OpenBrace;
            return !self.lost;
        }
        let mut nest = Vec::new();
        loop {
            match self.peek() {
                OpenBrace if nest.is_empty() => {
                    self.lost = false;
                    return true;
                }
                Newline | End => return false,
                CloseBrace if nest.is_empty() => return false,
                _ => self.skip(&mut nest),
            }
        }
    }

    /// Passes over the rest of a `${…}` whose opening was taken.
    pub(super) fn skip_sequence(&mut self) {
        let mut nest = Vec::new();
        while !(nest.is_empty() && self.token.kind == CloseSequence) {
            match self.token.kind {
                End => return,
                OpenQuote if nest.is_empty() && self.quote_closes_string() => {
                    self.close_string_here();
                    self.lost = false;
                    return;
                }
                _ => self.skip(&mut nest),
            }
        }
        self.bump();
        self.lost = false;
    }

    /// Whether the next token, a quote, would close the string around the innermost `${…}`, was that closed. A quote
    /// that opens a string right before the `}` is one that opens a string.
    pub(super) fn quote_closes_string(&self) -> bool {
        if self.token.kind != OpenQuote
            || !matches!(self.lexer.frames.as_slice(), [.., Frame::Quoted, Frame::Sequence { .. }, Frame::Quoted])
        {
            return false;
        }
        let rest = &self.lexer.bytes[self.lexer.at..];
        let line = memchr::memchr(b'\n', rest).map_or(rest, |end| &rest[..end]);
        let Some(quote) = memchr::memchr(b'"', line) else { return true };
        let after = line[quote + 1..].iter().find(|byte| !matches!(byte, b' ' | b'\t'));
        after != Some(&b'}')
    }

    /// Makes the next token, a quote inside `${…}`, the one that closes the string around it.
    pub(super) fn close_string_here(&mut self) {
        self.lexer.frames.pop();
        self.lexer.leave_string(self.token.start);
        self.lexer.frames.push(Frame::Quoted);
        self.token = self.lexer.next();
    }

    /// Ends the heredoc around the innermost `${…}` if the next token is its marker alone on a line.
    pub(super) fn close_heredoc_here(&mut self) -> bool {
        let [.., Frame::Heredoc { marker, .. }, Frame::Sequence { .. }] = self.lexer.frames.as_slice() else {
            return false;
        };
        let bytes = self.lexer.bytes;
        let rest = &bytes[(self.token.end - self.lexer.base) as usize..];
        let alone = rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) == Some(&b'\n');
        if !alone || self.text(self.token) != self.lexer.slice(marker.0, marker.1) {
            return false;
        }
        let marker = *marker;
        let before = &bytes[..(self.token.start - self.lexer.base) as usize];
        self.lexer.frames.truncate(self.lexer.frames.len() - 2);
        self.lexer.frames.push(Frame::Heredoc { marker, line_start: true });
        self.lexer.at = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
        self.advance();
        true
    }

    /// What an item the next token, on a line of its own or not, starts by its look.
    pub(super) fn item_starts_here(&self) -> Item {
        if self.token.kind != Name {
            return Item::None;
        }
        let rest = &self.lexer.bytes[(self.token.end - self.lexer.base) as usize..];
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        match &rest[blank..] {
            [b'=', b'=' | b'>', ..] => Item::None,
            [b'=', ..] => Item::Attribute,
            [b'{', ..] => Item::Block,
            [b'"', rest @ ..] if header_goes_on(rest) => Item::Block,
            _ => Item::None,
        }
    }

    /// In a text whose indentation is trusted: whether the next token stands too far left to be in this body.
    pub(super) fn closes_outer_body(&self, _open: Option<Token>) -> bool {
        let _ = self.indents;
        false
    }
}

/// Whether what follows the quote of a first label is the rest of a header, up to the brace.
fn header_goes_on(rest: &[u8]) -> bool {
    let line = memchr::memchr(b'\n', rest).map_or(rest, |end| &rest[..end]);
    line.trim_ascii_end().ends_with(b"{")
}
