//! Calls of functions.

use super::Parser;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::{self, *};
use crate::syntax::tree::{Kind, NONE};

impl Parser<'_> {
    /// `space::name(…)`
    pub(super) fn namespaced_call(&mut self, name: Token) -> u32 {
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
    pub(super) fn call(&mut self, name: Token, name_end: u32, written: Option<String>) -> u32 {
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
            self.doubt_last_item();
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
