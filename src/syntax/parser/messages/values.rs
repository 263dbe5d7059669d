//! Messages about expressions.

use super::super::Parser;
use super::super::recover::Item;
use super::CODE;
use crate::diag::Diagnostic;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::*;
use crate::syntax::tree::NONE;

impl Parser<'_> {
    /// No expression starts here. Makes the node for it.
    pub(in crate::syntax::parser) fn missing_expression(&mut self) -> u32 {
        let token = self.peek_token();
        let opened = self.brackets.last();
        self.lose(token, "expected an expression", "", |parser, diagnostic| match (token.kind, opened) {
            (End, Some(open)) => diagnostic.at(parser.span(open.start, open.end), "this is never closed"),
            (Newline, _) if parser.lexer.bytes.get(parser.at(parser.end) - 1) == Some(&b'=') => {
                diagnostic.help("for no value write `null`")
            }
            (Newline, _) => diagnostic.note("an expression goes on after a line break only inside brackets"),
            (Assign, _) => diagnostic.note("to compare, write `==`"),
            _ => diagnostic,
        });
        self.invalid(self.end, self.end, NONE)
    }

    /// Between two items of a list something is missing. Returns whether the next item stands here, so that reading
    /// goes on; otherwise the parser is lost. Said once a list.
    pub(in crate::syntax::parser) fn missing_separator(
        &mut self,
        open: Token,
        expected: &str,
        told: &mut bool,
    ) -> bool {
        let token = self.peek_token();
        if token.kind == End {
            match *told {
                true => self.never_closed(open),
                false => self.lose_bracket(open, expected),
            }
            self.lost = true;
            self.open_at_end += 1;
            return false;
        }
        if !*told || self.is_outside() {
            let why = if self.is_outside() { "this is never closed" } else { "in the list that starts here" };
            self.lose(token, &format!("expected {expected}"), "", |parser, diagnostic| {
                diagnostic.at(parser.span(open.start, open.end), why)
            });
        }
        *told = true;
        let starts = matches!(
            token.kind,
            Name | Number | OpenQuote | OpenHeredoc | OpenBrace | OpenBracket | OpenParen | Not | Minus
        );
        // Nor does a comma lack where nothing is between the two.
        let apart = token.start > self.end;
        self.lost = !starts || !apart || self.is_outside() || self.quote_closes_string();
        !self.lost
    }

    fn is_outside(&self) -> bool {
        self.newline != NONE && !self.newlines && self.item_starts_here() != Item::None
    }

    /// What looks like an item of a body starts the line, in a bracket that has none; `told` is whether something was
    /// reported in it before.
    pub(in crate::syntax::parser) fn never_closed_before_item(&mut self, open: Token, expected: &str, told: bool) {
        self.items_in_brackets = true;
        if told {
            self.lost = true;
            return self.never_closed(open);
        }
        let rest = &self.lexer.bytes[self.lexer.at..];
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count() as u32;
        let start = self.token.end + blank;
        // What shows it is the sign after the name.
        let next = Token { start, end: start + 1, ..self.token };
        let sign = String::from_utf8_lossy(self.text(next)).into_owned();
        if !std::mem::replace(&mut self.lost, true) {
            let diagnostic = self
                .error(format!("expected {expected} before this line, found `{sign}`"), next, "")
                .at(self.span(open.start, open.end), "this is never closed");
            self.report(diagnostic);
        }
    }

    /// `{ a => 1 }`
    pub(in crate::syntax::parser) fn arrow_in_object(&mut self, open: Token) {
        let diagnostic = self
            .error("expected `=`, found `=>`", self.token, "")
            .at(self.span(open.start, open.end), "in the object that starts here")
            .help("write `=`");
        self.report(diagnostic);
    }

    /// `a ? b` without `: c`.
    pub(in crate::syntax::parser) fn missing_otherwise(&mut self, question: Token) {
        let token = self.peek_token();
        self.lose(token, "expected `:`", "", |parser, diagnostic| {
            diagnostic
                .at(parser.span(question.start, question.end), "for this `?`")
                .help("add `: null` for a value that is not set otherwise")
        });
    }

    /// No name after a dot.
    pub(in crate::syntax::parser) fn missing_attribute_name(&mut self, dot: Token) {
        let token = self.peek_token();
        self.lose(token, "expected an attribute's name", "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(dot.start, dot.end), "after this dot");
            match token.kind {
                OpenQuote | OpenParen => diagnostic.help("for a name that is worked out, write `[…]` without the dot"),
                _ => diagnostic,
            }
        });
    }

    /// `a.0.1`
    pub(in crate::syntax::parser) fn chained_index(&mut self, dot: Token, number: Token) {
        let indices = String::from_utf8_lossy(self.text(number)).replace('.', "][");
        let diagnostic = self
            .error("two indices after a dot would be a fraction", number, "")
            .help(format!("write `[{indices}]`"))
            .at(self.span(dot.start, dot.end), "instead of this dot");
        self.report(diagnostic);
    }

    /// `a.*.b.*`
    pub(in crate::syntax::parser) fn nested_splat(&mut self, star: Token) {
        let diagnostic = self
            .error("`.*` may not follow in another `.*`", star, "")
            .help("write `[*]`, which takes everything that follows");
        self.report(diagnostic);
    }

    /// Digits that are no number.
    pub(in crate::syntax::parser) fn bad_number(&mut self, number: Token) {
        let diagnostic =
            self.error("this is not a number", number, "").help("for a version or address, write a string");
        self.report(diagnostic);
    }

    /// `1e9999999999`
    pub(in crate::syntax::parser) fn number_without_value(&mut self, number: Token) {
        let message = "the exponent of this number is too large";
        let diagnostic = self.error(message, number, "").note("exponents go to about 2147483647");
        self.report(diagnostic);
    }

    /// `f(a... b)`
    pub(in crate::syntax::parser) fn after_ellipsis(&mut self, open: Token, ellipsis: Token) {
        let token = self.peek_token();
        if !std::mem::replace(&mut self.lost, true) {
            let message = format!("expected `)` after `...`, found {}", self.found(token));
            let diagnostic = self
                .error(message, ellipsis, "")
                .at(self.span(open.start, open.end), "to close this call")
                .note("only the last argument can be expanded");
            self.report(diagnostic);
        }
    }

    /// A key without a value.
    pub(in crate::syntax::parser) fn missing_value(&mut self, open: Token) {
        let token = self.peek_token();
        if token.kind == End {
            return self.lose_bracket(open, "`=`");
        }
        self.lose(token, "expected `=`", "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(open.start, open.end), "in the object that starts here");
            match token.kind {
                FatArrow => diagnostic.help("write `=`"),
                Name | Number => diagnostic.help("put the key in quotes if it has a dot or space in it"),
                _ => diagnostic,
            }
        });
    }

    /// `[for … : key => value]`
    pub(in crate::syntax::parser) fn key_in_tuple(&mut self, open: Token, key: u32, arrow: Token) {
        let token = Token { start: self.words.start(key), end: arrow.end, ..arrow };
        let diagnostic = self
            .error("a list's elements have no key", token, "")
            .at(self.span(open.start, open.end), "this makes a list")
            .help("write `{` and `}` to make an object, or leave the key out");
        self.report(diagnostic);
    }

    /// `{for … : value}`
    pub(in crate::syntax::parser) fn no_key_in_object(&mut self, value: u32) {
        let (start, end) = (self.words.start(value), self.words.end(value));
        let diagnostic = Diagnostic::error(CODE, "an object's elements need a key")
            .at(self.span(start, end), "this is the value")
            .help("write `key => value`, or `[` and `]` to make a list");
        self.report(diagnostic);
    }

    /// `[for … : value...]`
    pub(in crate::syntax::parser) fn group_in_tuple(&mut self, ellipsis: Token) {
        let diagnostic =
            self.error("`...` groups values by key, and a list has no keys", ellipsis, "").help("leave `...` out");
        self.report(diagnostic);
    }
}
