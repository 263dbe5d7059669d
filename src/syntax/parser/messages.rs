//! What the parser says: what was expected here, and where the reason is.
//!
//! Those that leave the parser lost say nothing while it is lost already.

use super::super::MAX_DIAGNOSTICS;
use super::super::lexer::Token;
use super::super::lexer::TokenKind::{self, *};
use super::super::text::{self, BadEscape};
use super::super::tree::NONE;
use super::{MAX_DEPTH, Parser};
use crate::diag::{Diagnostic, nearest};

const CODE: &str = "syntax";

/// How the token that was found is called.
fn found(kind: TokenKind, text: &str) -> String {
    match kind {
        End => "the end of the file".into(),
        Newline | StrayNewline => "the end of the line".into(),
        OpenQuote => "a string".into(),
        OpenHeredoc => "a heredoc".into(),
        OpenComment => "an open comment".into(),
        NotUtf8 => "bytes that are not UTF-8".into(),
        _ if text.chars().count() > 40 => format!("`{}…`", text.chars().take(40).collect::<String>()),
        _ => format!("`{text}`"),
    }
}

impl Parser<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        match self.diagnostics.len() {
            0..MAX_DIAGNOSTICS => self.diagnostics.push(diagnostic),
            MAX_DIAGNOSTICS => {
                let mut last = Diagnostic::error(CODE, "too many errors: what else is wrong is not reported");
                last.labels = diagnostic.labels.into_iter().take(1).collect();
                self.diagnostics.push(last);
            }
            _ => {}
        }
    }

    fn error(&self, message: impl Into<String>, token: Token, label: impl Into<String>) -> Diagnostic {
        Diagnostic::error(CODE, message).at(self.span(token.start, token.end), label)
    }

    fn found(&self, token: Token) -> String {
        found(token.kind, &String::from_utf8_lossy(self.text(token)))
    }

    /// Reports once, and leaves the parser lost. A stray character is its own report.
    fn lose(&mut self, at: Token, message: &str, label: &str, more: impl FnOnce(&Self, Diagnostic) -> Diagnostic) {
        // What is missing where a comment hides the rest of the line may be in it.
        let hidden = at.start == self.open_comment_end;
        if !std::mem::replace(&mut self.lost, true) && !hidden && !self.stray(at) {
            let message = format!("{message}, found {}", self.found(at));
            let diagnostic = self.error(message, at, label);
            let diagnostic = more(self, diagnostic);
            self.report(diagnostic);
        }
    }

    /// Reports a token that the language does not have. Returns whether it is one.
    pub(super) fn stray(&mut self, token: Token) -> bool {
        if !matches!(token.kind, Stray | NotUtf8) {
            return false;
        }
        let text = String::from_utf8_lossy(self.text(token)).into_owned();
        let (message, help) = match (token.kind, text.as_str()) {
            (NotUtf8, _) => ("the file is not UTF-8 here".to_owned(), "save the file as UTF-8"),
            (Stray, "'") => ("`'` does not quote strings".into(), "write `\"`"),
            (Stray, "“" | "”" | "„") => (format!("`{text}` does not quote strings"), "write `\"`"),
            (Stray, "`") => ("` does not quote strings".into(), "for several lines write a heredoc: `<<EOT`"),
            (Stray, ";") => ("`;` separates nothing".into(), "put each argument on a line of its own"),
            (Stray, "&") => ("there are no operators on bits".into(), "for `and` write `&&`"),
            (Stray, "|") => ("there are no operators on bits".into(), "for `or` write `||`"),
            (Stray, "~") => ("there are no operators on bits".into(), "for `not` write `!`"),
            (Stray, "^") => ("there are no operators on bits".into(), "for a power write `pow(x, y)`"),
            (Stray, "$") if self.lexer.bytes.get(self.at(token.end)) == Some(&b'{') => {
                ("`${` stands only in strings".into(), "leave `${` and `}` out, or put `\"` around them")
            }
            (Stray, "\u{feff}") => ("a byte order mark may stand only at the start of a file".into(), "delete it"),
            (Stray, "\u{a0}") => ("a no-break space is no space".into(), "write a space"),
            (Stray, "\r") => ("a carriage return alone ends no line".into(), "end lines with a line feed"),
            _ => (format!("`{}` is not used in the language", text.escape_debug()), "delete it, or put it in a string"),
        };
        // A run of them is one mistake, and so is a whole file in another encoding.
        let again = self.stray_end == token.start || token.kind == NotUtf8 && self.told_encoding;
        self.told_encoding |= token.kind == NotUtf8;
        if std::mem::replace(&mut self.stray_end, token.end) != token.end && !again {
            let diagnostic = self.error(message, token, "").help(help);
            self.report(diagnostic);
        }
        true
    }

    /// Something else was expected here.
    pub(super) fn unexpected(&mut self, expected: &str, note: &str) {
        let token = self.peek_token();
        self.lose(token, &format!("expected {expected}"), "", |_, diagnostic| diagnostic.note(note));
    }

    /// No expression starts here. Makes the node for it.
    pub(super) fn missing_expression(&mut self) -> u32 {
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

    /// A bracket is not closed where it should be.
    pub(super) fn unclosed(&mut self, open: Token, expected: &str, note: &str) {
        let token = self.peek_token();
        self.lose(token, &format!("expected {expected}"), "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(open.start, open.end), "to close this");
            if note.is_empty() { diagnostic } else { diagnostic.note(note) }
        });
    }

    /// Adds to the last report that `open` is not closed at all.
    pub(super) fn never_closed(&mut self, open: Token) {
        let span = self.span(open.start, open.end);
        if let Some(last) = self.diagnostics.last_mut()
            && !last.labels.iter().any(|label| label.span == span)
            && last.labels.len() < 4
        {
            last.labels.push(crate::diag::Label { span, text: "this is never closed".into() });
        }
    }

    /// Between two items of a list something is missing. Returns whether the next item stands here, so that reading
    /// goes on; otherwise the parser is lost. Said once a list.
    pub(super) fn missing_separator(&mut self, open: Token, expected: &str, told: &mut bool) -> bool {
        let token = self.peek_token();
        if token.kind == End {
            match *told {
                true => self.never_closed(open),
                false => self.lose_bracket(open, expected),
            }
            (self.lost, self.open_at_end) = (true, true);
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
        self.lost = !starts || self.is_outside() || self.quote_closes_string();
        !self.lost
    }

    fn is_outside(&self) -> bool {
        self.newline != NONE && !self.newlines && self.item_starts_here() != super::recover::Item::None
    }

    /// A bracket is not closed at the end of the text, or where the indentation shows that it should be.
    pub(super) fn lose_bracket(&mut self, open: Token, expected: &str) {
        let token = self.peek_token();
        self.open_at_end |= token.kind == End;
        if !std::mem::replace(&mut self.lost, true) {
            let sign = String::from_utf8_lossy(self.text(open)).into_owned();
            let diagnostic = self.never_closed_before(&format!("`{sign}`"), open, expected, token);
            self.report(diagnostic);
        }
    }

    fn never_closed_before(&self, what: &str, open: Token, expected: &str, token: Token) -> Diagnostic {
        let message = format!("{what} is never closed");
        if token.kind != End {
            let reason = format!("expected {expected} before this, by the indentation");
            return self.error(message, open, "").at(self.span(token.start, token.end), reason);
        }
        let reason = format!("expected {expected} before the end of the file");
        match self.diagnostics.is_empty() {
            true => self.error(message, open, "").at(self.span(token.start, token.end), reason),
            // An error before may be why, and comes first.
            false => self.error(message, token, reason).at(self.span(open.start, open.end), "it starts here"),
        }
    }

    /// What looks like an item of a body starts the line, in a bracket that has none; `told` is whether something was
    /// reported in it before.
    pub(super) fn never_closed_before_item(&mut self, open: Token, expected: &str, told: bool) {
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
    pub(super) fn arrow_in_object(&mut self, open: Token) {
        let diagnostic = self
            .error("expected `=`, found `=>`", self.token, "")
            .at(self.span(open.start, open.end), "in the object that starts here")
            .help("write `=`");
        self.report(diagnostic);
    }

    /// A block is not closed at the end of the file, or where the indentation shows that it should be. Of blocks in each
    /// other, the innermost is reported.
    pub(super) fn unclosed_block(&mut self, open: Token, told: bool) {
        let token = self.token;
        self.open_at_end |= token.kind == End;
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

    /// `a ? b` without `: c`.
    pub(super) fn missing_otherwise(&mut self, question: Token) {
        let token = self.peek_token();
        self.lose(token, "expected `:`", "", |parser, diagnostic| {
            diagnostic
                .at(parser.span(question.start, question.end), "for this `?`")
                .help("add `: null` for a value that is not set otherwise")
        });
    }

    /// No name after a dot.
    pub(super) fn missing_attribute_name(&mut self, dot: Token) {
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
    pub(super) fn chained_index(&mut self, dot: Token, number: Token) {
        let indices = String::from_utf8_lossy(self.text(number)).replace('.', "][");
        let diagnostic = self
            .error("two indices after a dot would be a fraction", number, "")
            .help(format!("write `[{indices}]`"))
            .at(self.span(dot.start, dot.end), "instead of this dot");
        self.report(diagnostic);
    }

    /// `a.*.b.*`
    pub(super) fn nested_splat(&mut self, star: Token) {
        let diagnostic = self
            .error("`.*` may not follow in another `.*`", star, "")
            .help("write `[*]`, which takes everything that follows");
        self.report(diagnostic);
    }

    /// Digits that are no number.
    pub(super) fn bad_number(&mut self, number: Token) {
        let diagnostic =
            self.error("this is not a number", number, "").help("for a version or address, write a string");
        self.report(diagnostic);
    }

    /// `f(a... b)`
    pub(super) fn after_ellipsis(&mut self, open: Token, ellipsis: Token) {
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
    pub(super) fn missing_value(&mut self, open: Token) {
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
    pub(super) fn key_in_tuple(&mut self, open: Token, key: u32, arrow: Token) {
        let token = Token { start: self.words.start(key), end: arrow.end, ..arrow };
        let diagnostic = self
            .error("a list's elements have no key", token, "")
            .at(self.span(open.start, open.end), "this makes a list")
            .help("write `{` and `}` to make an object, or leave the key out");
        self.report(diagnostic);
    }

    /// `{for … : value}`
    pub(super) fn no_key_in_object(&mut self, value: u32) {
        let (start, end) = (self.words.start(value), self.words.end(value));
        let diagnostic = Diagnostic::error(CODE, "an object's elements need a key")
            .at(self.span(start, end), "this is the value")
            .help("write `key => value`, or `[` and `]` to make a list");
        self.report(diagnostic);
    }

    /// `[for … : value...]`
    pub(super) fn group_in_tuple(&mut self, ellipsis: Token) {
        let diagnostic =
            self.error("`...` groups values by key, and a list has no keys", ellipsis, "").help("leave `...` out");
        self.report(diagnostic);
    }

    /// Something stands where an attribute or block should.
    pub(super) fn not_an_item(&mut self) {
        let token = self.token;
        let label = match token.kind {
            CloseBrace | CloseBracket | CloseParen => "nothing is open that this could close",
            _ => "",
        };
        // A brace too many may be that of a line before: the indentation will tell.
        self.open_at_end |= token.kind == CloseBrace && !self.diagnostics.is_empty();
        self.lose(token, "expected an attribute or block", label, |_, diagnostic| match token.kind {
            OpenQuote => diagnostic.help("names of attributes and types of blocks have no quotes"),
            _ => diagnostic,
        });
    }

    /// A name that neither `=` nor `{` nor a label follows.
    ///
    /// Returns whether it is clear what was meant: a wrong sign instead of `=`, which is next.
    pub(super) fn neither_attribute_nor_block(&mut self, name: Token) -> bool {
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
    pub(super) fn brace_on_next_line(&mut self, name: Token) {
        let brace = self.token;
        let diagnostic = self
            .error("a block's `{` must stand on the line of its type", name, "")
            .at(self.span(brace.start, brace.end), "move this up");
        self.report(diagnostic);
    }

    /// Neither a label nor `{` in a block's header.
    pub(super) fn bad_block_header(&mut self, ty: Token) {
        let token = self.peek_token();
        self.lose(token, "expected a label or `{`", "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(ty.start, ty.end), "in the header of this block");
            match token.kind {
                Assign => diagnostic.help("leave `=` out: only attributes have one"),
                _ => diagnostic,
            }
        });
    }

    /// Something follows an attribute on its line.
    pub(super) fn missing_newline(&mut self, name: Token) {
        let token = self.peek_token();
        self.lose(token, "expected the end of the line", "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(name.start, name.end), "after the value of this attribute");
            match token.kind {
                Comma => diagnostic.help("leave `,` out: each attribute has a line of its own"),
                Assign => diagnostic.help("to compare, write `==`"),
                _ => diagnostic,
            }
        });
    }

    /// Something follows a block on its line.
    pub(super) fn missing_newline_after_block(&mut self, block: u32) {
        let token = self.peek_token();
        let (start, end) = (self.words.at(block, 1), self.words.at(block, 2));
        self.lose(token, "expected the end of the line", "", |parser, diagnostic| {
            diagnostic.at(parser.span(start, end), "after this block")
        });
    }

    /// A block on one line goes on after its line.
    pub(super) fn one_line_not_closed(&mut self, open: Token, told: &mut bool) {
        let token = self.peek_token();
        self.tell_one_line(open, token, "expected `}` on this line", told);
    }

    /// A second attribute in a block on one line.
    pub(super) fn second_on_one_line(&mut self, open: Token, told: &mut bool) {
        self.tell_one_line(open, self.token, "expected `}`: a block on one line has one attribute", told);
    }

    /// A block in a block on one line.
    pub(super) fn block_on_one_line(&mut self, name: Token, told: &mut bool) {
        let open = self.brackets.last().map_or(name, |open| Token { start: open.start, end: open.end, ..name });
        self.tell_one_line(open, name, "expected `=`: a block on one line has no blocks", told);
    }

    /// Something else in a block on one line.
    pub(super) fn not_on_one_line(&mut self, open: Token, first: bool, told: &mut bool) {
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
    pub(super) fn duplicate(&mut self, first: (u32, u32), again: (u32, u32)) {
        let name = String::from_utf8_lossy(self.lexer.slice(again.0, again.1)).into_owned();
        let diagnostic = Diagnostic::error(CODE, format!("`{name}` is set twice"))
            .at(self.span(again.0, again.1), "")
            .at(self.span(first.0, first.1), "first set here");
        self.report(diagnostic);
    }

    /// Nested more than [`MAX_DEPTH`] deep.
    pub(super) fn too_deep(&mut self) {
        let token = self.token;
        if !self.lost {
            let message = format!("nested more than {MAX_DEPTH} levels deep");
            let diagnostic = self.error(message, token, "").help("name inner parts in `locals`");
            self.report(diagnostic);
        }
    }

    /// `/*` without `*/`.
    pub(super) fn open_comment(&mut self, token: Token) {
        let opening = Token { end: token.start + 2, ..token };
        let diagnostic = self.error("this comment is never closed", opening, "").help("put `*/` where it ends");
        self.report(diagnostic);
        self.open_comment_end = token.end;
    }

    /// The end of the text, with the `$` or `%` before it that something should follow.
    fn end_of_text(&self) -> Token {
        let bytes = self.lexer.bytes;
        let end = self.lexer.base + bytes.len() as u32;
        let sigil = u32::from(matches!(bytes.last(), Some(b'$' | b'%')));
        Token { kind: End, start: end - sigil, end, ..self.token }
    }

    /// The text of a string ends where no quote is, or goes on after a line break.
    pub(super) fn unclosed_string(&mut self, open: Token) {
        let token = self.token;
        if self.lost {
            return;
        }
        let line_break = Token { end: token.start + 1, ..token };
        let diagnostic = match token.kind {
            StrayNewline if token.start == token.end => self
                .error("a string is not closed on its line", line_break, "expected `\"` before the line ends")
                .at(self.span(open.start, open.end), "the string starts here"),
            StrayNewline => self
                .error("a string in quotes may not go on after a line break", line_break, "")
                .at(self.span(open.start, open.end), "the string starts here")
                .help("write `\\n` for a line break, or a heredoc: `<<EOT`"),
            _ => self
                .error("a string is never closed", self.end_of_text(), "expected `\"`")
                .at(self.span(open.start, open.end), "the string starts here"),
        };
        self.report(diagnostic);
    }

    /// `<<` without a name right after it, or with something after the name.
    pub(super) fn bad_heredoc_marker(&mut self, start: u32, name: &[u8]) {
        if std::mem::replace(&mut self.lost, true) {
            return;
        }
        let rest = &self.lexer.bytes[self.at(start) + 2..];
        let quoted = rest.iter().position(|byte| !matches!(byte, b'-' | b' ')).unwrap_or(0);
        // The character that the language does not have, if there is one, and else the whole.
        let place = match rest.get(quoted) {
            Some(b'\'' | b'`' | b'~') => start + 2 + quoted as u32..start + 3 + quoted as u32,
            _ => start..start + 2,
        };
        let name = if name.is_empty() { "EOT".into() } else { String::from_utf8_lossy(name).into_owned() };
        let diagnostic = Diagnostic::error(CODE, "a heredoc starts with a bare name that ends its line")
            .at(self.span(place.start, place.end), "")
            .help(format!("write `<<{name}`, or `<<-{name}` to take the indentation off"));
        self.report(diagnostic);
    }

    /// The marker of a heredoc does not come, or not alone on its line: then it stands at `marker`.
    pub(super) fn unclosed_heredoc(&mut self, open: Token, marker: Option<Token>) {
        if self.lost {
            return;
        }
        let opening = self.text(open);
        let name = String::from_utf8_lossy(opening).trim_start_matches(['<', '-']).trim().to_owned();
        let stop = open.start + opening.trim_ascii_end().len() as u32;
        let at = |start, end| Token { start, end, ..open };
        let end = self.end_of_text();
        let diagnostic = match marker {
            Some(marker) if marker.end == end.end => self
                .error("a heredoc's end needs a line break after it", end, "expected a line break")
                .at(self.span(marker.start, marker.end), "the heredoc ends here"),
            Some(marker) => {
                let rest = &self.lexer.bytes[self.at(marker.end)..];
                let line = memchr::memchr(b'\n', rest).map_or(rest, |end| &rest[..end]).trim_ascii_end();
                self.error(
                    "nothing may follow the end of a heredoc on its line",
                    at(marker.end, marker.end + line.len() as u32),
                    "",
                )
                .at(self.span(open.start, stop), "the heredoc starts here")
                .help("move this to the next line")
            }
            None => self
                .error("a heredoc is never closed", end, format!("expected a line with `{name}`"))
                .at(self.span(open.start, stop), "the heredoc starts here")
                .note(format!("`{name}` must stand alone on its line, and the line must end")),
        };
        self.report(diagnostic);
    }

    /// A `${` or `%{` is not closed where it should be.
    pub(super) fn unclosed_sequence(&mut self, open: Token, close: TokenKind) {
        let token = self.token;
        let quote = token.kind == OpenQuote && close == CloseQuote;
        if open.kind == OpenInterpolation && (quote || token.kind == End) && !self.lost {
            self.lost = true;
            let diagnostic = self
                .error("`${` is never closed", open, "")
                .at(self.span(token.start, token.end), "expected `}` before this")
                .note("for the text `${` write `$${`");
            return self.report(diagnostic);
        }
        self.lose(token, "expected `}`", "", |parser, diagnostic| {
            let sign = if open.kind == OpenDirective { "%" } else { "$" };
            diagnostic
                .at(parser.span(open.start, open.end), "to close this")
                .note(format!("for the text `{sign}{{` write `{sign}{sign}{{`"))
        });
    }

    /// `%{foo}`
    pub(super) fn unknown_directive(&mut self, keyword: Token) {
        if !std::mem::replace(&mut self.lost, true) {
            let text = String::from_utf8_lossy(self.text(keyword)).into_owned();
            let mut diagnostic = self.error(format!("there is no directive `{text}`"), keyword, "");
            diagnostic = match nearest(&text, ["if", "else", "endif", "for", "endfor"]) {
                Some(name) => diagnostic.help(format!("write `{name}`")),
                None => diagnostic.note("for the text `%{` write `%%{`"),
            };
            self.report(diagnostic);
        }
    }

    /// `%{endif}` where no `%{if}` is open.
    pub(super) fn unexpected_directive(&mut self, name: &str, at: (u32, u32), around: Option<(&str, u32, u32)>) {
        let mut diagnostic =
            Diagnostic::error(CODE, format!("`{name}` belongs to no directive")).at(self.span(at.0, at.1), "");
        if let Some((open, start, end)) = around {
            diagnostic = diagnostic.at(self.span(start, end), format!("`end{open}` must come before it"));
        }
        self.report(diagnostic);
    }

    /// `%{if}` without `%{endif}`.
    pub(super) fn unended_directive(&mut self, name: &str, at: (u32, u32), end: Token) {
        let diagnostic = self
            .error(format!("`{name}` is never ended"), end, format!("expected `%{{ end{name} }}` before this"))
            .at(self.span(at.0, at.1), "it starts here");
        self.report(diagnostic);
    }

    /// `${…}` in a label.
    pub(super) fn sequence_in_label(&mut self, sequence: Token) {
        let sign = if sequence.kind == OpenDirective { "%" } else { "$" };
        let diagnostic = self
            .error("a label is what is written, nothing can be worked out in it", sequence, "")
            .help(format!("for the text `{sign}{{` write `{sign}{sign}{{`"));
        self.report(diagnostic);
    }

    /// Reports what is wrong in the text of a string (closed by [`CloseQuote`]), heredoc or template. Returns whether
    /// nothing is.
    pub(super) fn check_text(&mut self, token: Token, close: TokenKind) -> bool {
        let before = self.diagnostics.len();
        let bytes = self.text(token);
        if token.flags.not_utf8 {
            let length = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to()) as u32;
            let bad = Token { kind: NotUtf8, start: token.start + length, end: token.start + length + 1, ..token };
            self.stray(bad);
        }
        if token.flags.stray_return && close == CloseHeredoc {
            let at = memchr::memchr_iter(b'\r', bytes).find(|at| bytes.get(at + 1) != Some(&b'\n')).unwrap_or(0) as u32;
            let bad = Token { kind: Stray, start: token.start + at, end: token.start + at + 1, ..token };
            self.stray(bad);
        }
        if token.flags.escapes && close == CloseQuote && !token.flags.not_utf8 {
            let text = String::from_utf8_lossy(bytes);
            for (at, length, why) in text::bad_escapes(&text) {
                let start = token.start + at as u32;
                let bad = Token { start, end: start + length as u32, ..token };
                self.bad_escape(bad, why);
            }
        }
        self.diagnostics.len() == before
    }

    fn bad_escape(&mut self, token: Token, why: BadEscape) {
        let diagnostic = match why {
            BadEscape::Nothing => self.error("nothing follows the backslash", token, ""),
            BadEscape::Unknown(char) => {
                self.error(format!("there is no escape `\\{}`", char.escape_debug()), token, "")
            }
            BadEscape::Digits(digits) => {
                self.error(format!("this escape needs {digits} hexadecimal digits"), token, "")
            }
            BadEscape::NoCharacter => self.error("no character has this number", token, ""),
        };
        let help = match why {
            BadEscape::Unknown('$' | '%') => "for the text `${` write `$${`",
            _ => "for a backslash write `\\\\`",
        };
        self.report(diagnostic.help(help));
    }
}
