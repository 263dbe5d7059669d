//! Finding the place again after an error, at the cost of as little text as can be.

use super::Parser;
use super::brackets::{Brackets, Open, opener};
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::{self, *};

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Attribute,
    Block,
    None,
}

impl Parser<'_> {
    /// Passes over what cannot be read inside the bracket `open`, up to its closing bracket or, in a `list`, to the
    /// next separator. False, and still lost, where something comes first that belongs to what is around: then the
    /// bracket is not closed.
    pub(super) fn resync(&mut self, open: Token, close: TokenKind, list: bool) -> bool {
        self.lost = true;
        let mut nest = Brackets::default();
        loop {
            self.leave_outdented(&mut nest);
            let kind = self.token.kind;
            let separates = list && (kind == Comma || close == CloseBrace && self.peek() == Newline);
            let closes = kind == close && !opener(close).is_some_and(|open| nest.has(open));
            let outside = self.belongs_outside(&nest);
            if !outside && (closes || separates && nest.is_empty()) {
                self.lost = false;
                return true;
            }
            if kind == End || outside {
                self.never_closed(open);
                return false;
            }
            self.skip(&mut nest);
        }
    }

    /// Passes over something with all that is nested in it, up to a bracket that closes what is around; `separated`: or up
    /// to a comma or line break between two of its kind.
    pub(super) fn skip_balanced(&mut self, separated: bool) {
        let mut nest = Brackets::default();
        loop {
            let kind = self.token.kind;
            let separates = separated && matches!(self.peek(), Comma | Newline);
            if kind == End || nest.is_empty() && (separates || opener(kind).is_some()) {
                return;
            }
            self.skip(&mut nest);
        }
    }

    /// Takes one token, and keeps track of the brackets it opens or closes.
    pub(super) fn skip(&mut self, nest: &mut Brackets) {
        let Token { kind, start, end, .. } = self.token;
        self.passed_item |= matches!(kind, Assign | OpenBrace);
        let indentation = self.indentation;
        if !nest.push(Open { kind, start, end, indentation }) {
            let closed = match kind {
                StrayNewline if start == end => Some(OpenQuote),
                _ => opener(kind),
            };
            closed.into_iter().for_each(|open| nest.close(open));
        }
        self.stray(self.token);
        self.bump();
    }

    /// Whether the next token shows that the innermost bracket was not closed: it closes one further out, or starts an
    /// item of a body or object that is around. `nest` is what was opened and passed over since.
    fn belongs_outside(&self, nest: &Brackets) -> bool {
        if nest.has(OpenQuote) || nest.has(OpenHeredoc) {
            return false;
        }
        match opener(self.token.kind) {
            Some(open) if nest.has(open) => false,
            Some(open) => self.brackets.has_around(open) && (!self.innermost_is(open) || self.outdented()),
            None if self.token.kind == OpenQuote => nest.is_empty() && self.quote_closes_string(),
            None if !self.starts_line || nest.has(OpenBrace) => false,
            None => match self.item_starts_here() {
                Item::Block => true,
                Item::Attribute => !self.newlines || self.outdented(),
                Item::None => false,
            },
        }
    }

    fn innermost_is(&self, open: TokenKind) -> bool {
        self.brackets.last().is_some_and(|last| last.kind == open)
    }

    /// Whether the next token, the first of its line, stands too far left to be inside the innermost bracket. Asked
    /// only in a text that is known to lack a bracket, where the indentation tells which.
    pub(super) fn outdented(&self) -> bool {
        self.outdented_from(&self.brackets)
    }

    fn outdented_from(&self, brackets: &Brackets) -> bool {
        let Some(open) = brackets.last().filter(|_| self.by_indentation && self.starts_line) else {
            return false;
        };
        match opener(self.token.kind) {
            Some(_) => self.indentation < open.indentation,
            None => self.indentation <= open.indentation && self.item_starts_here() != Item::None,
        }
    }

    /// Forgets the brackets that were opened and passed over, if the next token is outside of the innermost.
    fn leave_outdented(&self, nest: &mut Brackets) {
        if !nest.in_text() && self.outdented_from(nest) {
            *nest = Brackets::default();
        }
    }

    /// Whether the brace that is next is indented like what is inside of the block that it would close. Asked as
    /// [`Parser::outdented`] is.
    pub(super) fn closes_too_early(&self) -> bool {
        let deeper = |open: &Open| open.end <= self.line && self.indentation > open.indentation;
        self.by_indentation && self.token.kind == CloseBrace && self.brackets.last().as_ref().is_some_and(deeper)
    }

    /// Whether the next token starts an item on the line below, further to the right than the line of the last token.
    pub(super) fn opens_below(&self) -> bool {
        self.starts_line && self.indentation > self.last_indentation && self.item_starts_here() != Item::None
    }

    /// Passes over what is left of an item, to the end of its line. Returns whether further lines went with it.
    pub(super) fn resync_item(&mut self) -> bool {
        let mut nest = Brackets::default();
        let mut crossed = false;
        loop {
            self.leave_outdented(&mut nest);
            let in_brace = nest.has(OpenBrace);
            if self.starts_line {
                let new_item = !in_brace && !nest.in_text() && self.item_starts_here() != Item::None;
                if nest.is_empty() || new_item || self.outdented() {
                    break;
                }
                crossed = true;
            }
            match self.token.kind {
                End => break,
                CloseBrace if !in_brace && !self.brackets.is_empty() => break,
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
        let mut nest = Brackets::default();
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

    /// Whether the next token, a quote, would close the string around the innermost `${…}`, was that closed. A quote
    /// that opens a string right before the `}` is one that opens a string.
    pub(super) fn quote_closes_string(&self) -> bool {
        if self.token.kind != OpenQuote || !self.lexer.quote_in_quoted_sequence() {
            return false;
        }
        let rest = &self.lexer.bytes[self.lexer.at..];
        let Some(quote) = memchr::memchr2(b'"', b'\n', rest) else { return true };
        let after = rest[quote + 1..].iter().find(|byte| !matches!(byte, b' ' | b'\t'));
        rest[quote] == b'\n' || after != Some(&b'}')
    }

    /// What item the next token starts, by its look.
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
}

/// Whether what follows the quote of a first label is the rest of a header, up to the brace.
pub(super) fn header_goes_on(rest: &[u8]) -> bool {
    let line = memchr::memchr(b'\n', rest).map_or(rest, |end| &rest[..end]);
    let line = line.trim_ascii_end();
    line.ends_with(b"{") || line.ends_with(b"{}")
}
