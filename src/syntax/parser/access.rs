//! The steps that may follow a term: `.name`, `[key]`, `.0`, `.*`, `[*]`.

use super::Parser;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::{self, *};
use crate::syntax::tree::{Kind, step};

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
            Name if self.item_in_bracket() => return false,
            Name => {
                let name = self.bump();
                self.push_step(step::ATTR, name.start, name.end);
            }
            Number => {
                let number = self.bump();
                let text = self.text(number);
                if text.contains(&b'.') {
                    self.chained_index(dot, number);
                } else {
                    self.check_number(number);
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
}
