//! `[…]` and `{…}`: tuples, objects, and the `for` expressions that make them.

use super::Parser;
use super::brackets::Open;
use super::recover::Item;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::{self, *};
use crate::syntax::tree::{Kind, NONE};

impl Parser<'_> {
    /// `[a, b]` or `[for …]`
    pub(super) fn tuple(&mut self) -> u32 {
        let open = self.bump();
        self.open_bracket(open);
        let node = self.with_newlines(false, |parser| {
            if parser.is_word("for") {
                return parser.for_expression(open, CloseBracket);
            }
            let from = parser.nodes.len();
            parser.tuple_items(open);
            let count = (parser.nodes.len() - from) as u32;
            let node = parser.words.push(Kind::Tuple, 0, [open.start, parser.end, count]);
            parser.close_list(from);
            node
        });
        self.brackets.pop();
        node
    }

    fn tuple_items(&mut self, open: Token) {
        let mut told = false;
        loop {
            if self.outdented() {
                return self.lose_bracket(open, "`]`");
            }
            if self.eat(CloseBracket) {
                return;
            }
            if self.item_in_list(open, "`]`", told) {
                return;
            }
            let item = self.whole_expression();
            self.nodes.push(item);
            if !self.lost
                && !matches!(self.peek(), Comma | CloseBracket)
                && self.missing_separator(open, "`,` or `]`", &mut told)
            {
                continue;
            }
            self.doubt_last_item();
            if self.lost && !self.resync(open, CloseBracket, true) || self.end_of_list(CloseBracket) {
                return;
            }
        }
    }

    /// `{ a = b }` or `{for …}`
    pub(super) fn object(&mut self) -> u32 {
        let open = self.bump();
        self.open_bracket(open);
        let is_for = self.with_newlines(false, |parser| parser.is_word("for"));
        let node = if is_for {
            self.with_newlines(false, |parser| parser.for_expression(open, CloseBrace))
        } else {
            self.with_newlines(true, |parser| {
                let from = parser.nodes.len();
                parser.object_items(open);
                let count = (parser.nodes.len() - from) as u32 / 2;
                let node = parser.words.push(Kind::Object, 0, [open.start, parser.end, count]);
                parser.close_list(from);
                node
            })
        };
        self.brackets.pop();
        node
    }

    fn object_items(&mut self, open: Token) {
        let mut told = false;
        loop {
            let new_line = self.eat_newlines();
            if self.outdented() {
                return self.lose_bracket(open, "`}`");
            }
            if self.eat(CloseBrace) {
                return;
            }
            if new_line && self.item_starts_here() == Item::Block {
                // No item of an object looks like that: the object was not closed.
                return self.never_closed_before_item(open, "`}`", told);
            }
            let (key, value) = self.object_item(open);
            self.nodes.extend([key, value]);
            let passed = std::mem::take(&mut self.passed_item);
            if !self.lost
                && !matches!(self.peek(), Comma | CloseBrace | Newline)
                && self.missing_separator(open, "a line break, `,` or `}`", &mut told)
            {
                continue;
            }
            self.doubt_last_item();
            let inside = !self.lost || self.resync(open, CloseBrace, true);
            if std::mem::replace(&mut self.passed_item, passed) {
                // Another item was passed over, and must be seen to be there.
                let nowhere = self.invalid(self.end, self.end, NONE);
                self.nodes.extend([nowhere, nowhere]);
                self.passed_item |= !inside;
            }
            if !inside {
                return;
            }
            if self.peek() != Newline && self.end_of_list(CloseBrace) {
                return;
            }
        }
    }

    /// The item that was read last is not the whole of what is meant, if the parser is lost after it.
    pub(super) fn doubt_last_item(&mut self) {
        if let Some(item) = self.nodes.pop_if(|_| self.lost) {
            let item = self.invalid(self.words.start(item), self.words.end(item), item);
            self.nodes.push(item);
        }
    }

    fn object_item(&mut self, open: Token) -> (u32, u32) {
        let key = self.expression();
        match self.peek() {
            Assign | Colon => {}
            FatArrow if !self.lost => self.arrow_in_object(open),
            _ if !self.lost => self.missing_value(open),
            _ => {}
        }
        if self.lost {
            // That an item is here must be seen, but not what its key would be.
            let (start, end) = (self.words.start(key), self.words.end(key));
            let key = self.invalid(start, end, key);
            return (key, self.invalid(end, end, NONE));
        }
        self.bump();
        (key, self.whole_expression())
    }

    /// `for k, v in collection : key => value... if condition`, the bracket taken, and the closing bracket.
    fn for_expression(&mut self, open: Token, close: TokenKind) -> u32 {
        self.bump();
        let node = self.for_parts(open, close);
        if !self.lost {
            self.bump();
            // The end is known only now.
            self.words.0[node as usize + 2] = self.end;
            return node;
        }
        if self.resync(open, close, false) {
            self.bump();
        }
        self.invalid(open.start, self.end, NONE)
    }

    fn for_parts(&mut self, open: Token, close: TokenKind) -> u32 {
        let Some((key_name, value_name)) = self.for_names() else {
            return NONE;
        };
        let collection = self.expression();
        if self.lost || !self.expect(Colon, "`:`", "`:` separates what a `for` runs over from what it makes") {
            return NONE;
        }
        let (mut key, mut value) = (NONE, self.expression());
        if !self.lost && self.peek() == FatArrow {
            let arrow = self.bump();
            key = value;
            value = self.expression();
            if close == CloseBracket && !self.lost {
                self.key_in_tuple(open, key, arrow);
            }
        } else if close == CloseBrace && !self.lost {
            self.no_key_in_object(value);
        }
        let group = !self.lost && self.peek() == Ellipsis;
        if group {
            let ellipsis = self.bump();
            if close == CloseBracket {
                self.group_in_tuple(ellipsis);
            }
        }
        let mut condition = NONE;
        if !self.lost && self.is_word("if") {
            self.bump();
            condition = self.expression();
        }
        if !self.lost && self.peek() != close {
            let name = if close == CloseBrace { "`}`" } else { "`]`" };
            self.unclosed(open, name, "");
        }
        let [key_start, key_end] = key_name.map_or([NONE; 2], |token| [token.start, token.end]);
        let names = [key_start, key_end, value_name.start, value_name.end];
        let [a, b, c, d] = names;
        let words = [open.start, self.end, a, b, c, d, collection, key, value, condition];
        self.words.push(Kind::For, group as u32, words)
    }

    /// `k, v in` or `v in`
    pub(super) fn for_names(&mut self) -> Option<(Option<Token>, Token)> {
        let note = "a `for` names its elements: `for value in …` or `for key, value in …`";
        if self.peek() != Name {
            self.unexpected("a name", note);
            return None;
        }
        let mut names = (None, self.bump());
        if self.eat(Comma) {
            if self.peek() != Name {
                self.unexpected("a second name", note);
                return None;
            }
            names = (Some(names.1), self.bump());
        }
        if !self.is_word("in") {
            self.unexpected("`in`", note);
            return None;
        }
        self.bump();
        Some(names)
    }

    /// Whether the next token starts a line that looks like an item of a body or object, which a list or call has none
    /// of: reported, unless something was `told` of the list before.
    pub(super) fn item_in_list(&mut self, open: Token, expected: &str, told: bool) -> bool {
        let found = self.newline != NONE && self.item_starts_here() != Item::None;
        if found {
            self.never_closed_before_item(open, expected, told);
        }
        found
    }

    /// Whether the next token starts a line that looks like an item of a body, where an operand should be: then the bracket
    /// around it is not closed, which is reported.
    pub(super) fn item_in_bracket(&mut self) -> bool {
        if self.newlines || self.newline == NONE || self.item_starts_here() == Item::None {
            return false;
        }
        let Some(Open { kind, start, end, .. }) = self.brackets.last() else { return false };
        let expected = match kind {
            OpenParen => "`)`",
            OpenBracket => "`]`",
            _ => "`}`",
        };
        self.never_closed_before_item(Token { kind, start, end, ..self.token }, expected, self.lost);
        true
    }

    /// Takes `kind`, or reports that it is missing.
    pub(super) fn expect(&mut self, kind: TokenKind, name: &str, note: &str) -> bool {
        let found = self.eat(kind);
        if !found {
            self.unexpected(name, note);
        }
        found
    }
}
