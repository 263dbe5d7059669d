//! Messages about bodies, attributes and blocks.

use super::super::Parser;
use super::CODE;
use crate::diag::Diagnostic;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::*;

impl Parser<'_> {
    /// A block is not closed at the end of the file, or where the indentation shows that it should be. Of blocks in each
    /// other, the innermost is reported.
    pub(in crate::syntax::parser) fn unclosed_block(&mut self, open: Token, told: bool) {
        let token = self.token;
        self.open_at_end += u32::from(token.kind == End);
        if told {
            self.never_closed(open);
        } else if !self.lost && !self.swallowed {
            let around = self.brackets.len().saturating_sub(1);
            let mut diagnostic = self.never_closed_before("a block", open, "`}`", token);
            if around > 0 && token.kind == End {
                let blocks = if around == 1 { "one block".to_owned() } else { format!("{around} blocks") };
                diagnostic = diagnostic.note(format!("{blocks} around it cannot be closed before it"));
            }
            self.report(diagnostic);
        }
        self.lost = token.kind == End;
    }

    /// Something stands where an attribute or block should.
    pub(in crate::syntax::parser) fn not_an_item(&mut self) {
        let token = self.token;
        let label = match token.kind {
            CloseBrace | CloseBracket | CloseParen => "nothing is open that this could close",
            _ => "",
        };
        // A brace too many may be that of a line before: the indentation will tell.
        self.open_at_end = self.open_at_end.max(u32::from(token.kind == CloseBrace));
        let line = &self.lexer.bytes[self.at(token.start)..];
        let conflict = [
            b"<<<<<<< ",
            b"=======
",
            b">>>>>>> ",
        ]
        .iter()
        .any(|mark| line.starts_with(*mark));
        self.lose(token, "expected an attribute or block", label, |_, diagnostic| match token.kind {
            OpenQuote => diagnostic.help("names of attributes and types of blocks have no quotes"),
            _ if conflict => diagnostic.help("a merge left this mark: keep one of the versions, and delete the marks"),
            _ => diagnostic,
        });
    }

    /// A name that neither `=` nor `{` nor a label follows.
    ///
    /// Returns whether it is clear what was meant: a wrong sign instead of `=`, which is next.
    pub(in crate::syntax::parser) fn neither_attribute_nor_block(&mut self, name: Token) -> bool {
        let next = self.peek_token();
        if std::mem::replace(&mut self.lost, true) || next.start == self.open_comment_end || self.stray(next) {
            return false;
        }
        let text = String::from_utf8_lossy(self.text(name)).into_owned();
        let message = format!("expected `=` or `{{` after `{text}`, found {}", self.found(next));
        let mut diagnostic = self.error(message, name, "");
        diagnostic = match next.kind {
            Colon => diagnostic.help("write `=`"),
            Equal => diagnostic.help("to set an attribute, write one `=`"),
            Dot => diagnostic.help("attributes of a nested block are set in that block"),
            _ => diagnostic.note("an attribute is `name = value`, a block is `type \"label\" { … }`"),
        };
        self.report(diagnostic);
        let clear = matches!(next.kind, Colon | Equal);
        self.lost = !clear;
        clear
    }

    /// The brace of a block stands on the next line.
    pub(in crate::syntax::parser) fn brace_on_next_line(&mut self, name: Token) {
        let brace = self.token;
        let diagnostic = self
            .error("a block's `{` must stand on the line of its type", name, "")
            .at(self.span(brace.start, brace.end), "move this up");
        self.report(diagnostic);
    }

    /// Neither a label nor `{` in a block's header.
    pub(in crate::syntax::parser) fn bad_block_header(&mut self, ty: Token) {
        let token = self.peek_token();
        self.lose(token, "expected a label or `{`", "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(ty.start, ty.end), "in the header of this block");
            match token.kind {
                Assign => diagnostic.help("leave `=` out: only attributes have one"),
                Newline | End => diagnostic.note("an attribute is `name = value`, a block is `type \"label\" { … }`"),
                _ => diagnostic,
            }
        });
    }

    /// Something follows an attribute on its line.
    pub(in crate::syntax::parser) fn missing_newline(&mut self, name: Token) {
        let token = self.peek_token();
        self.lose(token, "expected the end of the line", "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(name.start, name.end), "after the value of this attribute");
            match token.kind {
                Comma => diagnostic.help("leave `,` out: each attribute has a line of its own"),
                Assign => diagnostic.help("to compare, write `==`"),
                _ if parser.lexer.slice(name.end, token.start).trim_ascii() == b"= if" => {
                    diagnostic.help("for a choice write `condition ? then : otherwise`")
                }
                _ => diagnostic,
            }
        });
    }

    /// Something follows a block on its line.
    pub(in crate::syntax::parser) fn missing_newline_after_block(&mut self, block: u32) {
        let token = self.peek_token();
        let (start, end) = (self.words.at(block, 1), self.words.at(block, 2));
        self.lose(token, "expected the end of the line", "", |parser, diagnostic| {
            diagnostic.at(parser.span(start, end), "after this block")
        });
    }

    /// A block on one line goes on after its line.
    pub(in crate::syntax::parser) fn one_line_not_closed(&mut self, open: Token, told: &mut bool) {
        let token = self.peek_token();
        self.tell_one_line(open, token, "expected `}` on this line", told);
    }

    /// A second attribute in a block on one line.
    pub(in crate::syntax::parser) fn second_on_one_line(&mut self, open: Token, told: &mut bool) {
        self.tell_one_line(open, self.token, "expected `}`: a block on one line has one attribute", told);
    }

    /// A block in a block on one line.
    pub(in crate::syntax::parser) fn block_on_one_line(&mut self, name: Token, told: &mut bool) {
        let open = self.brackets.last().map_or(name, |open| Token { start: open.start, end: open.end, ..name });
        self.tell_one_line(open, name, "expected `=`: a block on one line has no blocks", told);
    }

    /// Something else in a block on one line.
    pub(in crate::syntax::parser) fn not_on_one_line(&mut self, open: Token, first: bool, told: &mut bool) {
        let message =
            if first { "expected an attribute or `}`" } else { "expected `}`: a block on one line has one attribute" };
        self.tell_one_line(open, self.token, message, told);
    }

    fn tell_one_line(&mut self, open: Token, token: Token, message: &str, told: &mut bool) {
        if !std::mem::replace(told, true) && !self.stray(token) {
            let diagnostic = self
                .error(message, token, "")
                .at(self.span(open.start, open.end), "in this block")
                .help("put each attribute and block, and the `}`, on a line of its own");
            self.report(diagnostic);
        }
    }

    /// An attribute is set twice.
    pub(in crate::syntax::parser) fn duplicate(&mut self, first: (u32, u32), again: (u32, u32)) {
        let name = String::from_utf8_lossy(self.lexer.slice(again.0, again.1)).into_owned();
        let diagnostic = Diagnostic::error(CODE, format!("`{name}` is set twice"))
            .at(self.span(again.0, again.1), "")
            .at(self.span(first.0, first.1), "first set here");
        self.report(diagnostic);
    }
}
