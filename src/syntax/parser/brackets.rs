//! The brackets that are open.

use crate::syntax::lexer::TokenKind::{self, *};

/// A bracket that is open, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    /// The opening token; [`OpenInterpolation`] for a directive, too.
    pub kind: TokenKind,
    pub start: u32,
    pub end: u32,
    /// The indentation of the line that it stands on.
    pub indentation: u32,
}

/// Brackets in each other, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    stack: Vec<Open>,
    counts: [u32; 6],
}

/// The bracket that `kind` opens, as an index.
fn index(kind: TokenKind) -> Option<usize> {
    Some(match kind {
        OpenBrace => 0,
        OpenBracket => 1,
        OpenParen => 2,
        OpenQuote => 3,
        OpenHeredoc => 4,
        OpenInterpolation | OpenDirective => 5,
        _ => return None,
    })
}

/// The bracket that opens what `kind` closes.
pub(super) fn opener(kind: TokenKind) -> Option<TokenKind> {
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

impl Brackets {
    /// Adds a bracket; a token that opens none is passed over. Returns whether it does.
    pub fn push(&mut self, open: Open) -> bool {
        let Some(index) = index(open.kind) else { return false };
        self.counts[index] += 1;
        self.stack.push(open);
        true
    }

    pub fn pop(&mut self) {
        if let Some(index) = self.stack.pop().and_then(|open| index(open.kind)) {
            self.counts[index] -= 1;
        }
    }

    /// Closes the innermost bracket of a kind, and with it those that were opened in it.
    pub fn close(&mut self, open: TokenKind) {
        while self.has(open) {
            let last = self.last().map(|last| index(last.kind));
            self.pop();
            if last == Some(index(open)) {
                return;
            }
        }
    }

    /// Whether a bracket of this kind is open.
    pub fn has(&self, open: TokenKind) -> bool {
        index(open).is_some_and(|index| self.counts[index] > 0)
    }

    /// Whether a bracket of this kind is open around the innermost.
    pub fn has_around(&self, open: TokenKind) -> bool {
        let innermost = self.last().and_then(|last| index(last.kind));
        index(open).is_some_and(|index| self.counts[index] > u32::from(innermost == Some(index)))
    }

    /// Whether the text is inside a string, heredoc or template, the innermost bracket or further out.
    pub fn in_text(&self) -> bool {
        self.counts[3..].iter().any(|&count| count > 0)
    }

    /// The innermost.
    pub fn last(&self) -> Option<Open> {
        self.stack.last().copied()
    }

    pub fn len(&self) -> usize {
        self.stack.len()
    }

    pub fn is_empty(&self) -> bool {
        self.stack.is_empty()
    }
}
