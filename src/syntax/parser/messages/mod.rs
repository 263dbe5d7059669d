//! What the parser says: what was expected here, and where the reason is.
//!
//! Those that leave the parser lost say nothing while it is lost already.

mod items;
mod strings;
mod values;

use super::{MAX_DEPTH, Parser};
use crate::diag::Diagnostic;
use crate::syntax::MAX_DIAGNOSTICS;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::{self, *};

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
    pub(in crate::syntax::parser) fn report(&mut self, diagnostic: Diagnostic) {
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

    pub(in crate::syntax::parser) fn error(
        &self,
        message: impl Into<String>,
        token: Token,
        label: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::error(CODE, message).at(self.span(token.start, token.end), label)
    }

    pub(in crate::syntax::parser) fn found(&self, token: Token) -> String {
        found(token.kind, &String::from_utf8_lossy(self.text(token)))
    }

    /// Reports once, and leaves the parser lost. A stray character is its own report.
    pub(in crate::syntax::parser) fn lose(
        &mut self,
        at: Token,
        message: &str,
        label: &str,
        more: impl FnOnce(&Self, Diagnostic) -> Diagnostic,
    ) {
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
    pub(in crate::syntax::parser) fn stray(&mut self, token: Token) -> bool {
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
    pub(in crate::syntax::parser) fn unexpected(&mut self, expected: &str, note: &str) {
        let token = self.peek_token();
        self.lose(token, &format!("expected {expected}"), "", |_, diagnostic| diagnostic.note(note));
    }

    /// A bracket is not closed where it should be.
    pub(in crate::syntax::parser) fn unclosed(&mut self, open: Token, expected: &str, note: &str) {
        let token = self.peek_token();
        self.lose(token, &format!("expected {expected}"), "", |parser, diagnostic| {
            let diagnostic = diagnostic.at(parser.span(open.start, open.end), "to close this");
            if note.is_empty() { diagnostic } else { diagnostic.note(note) }
        });
    }

    /// Adds to the last report that `open` is not closed at all.
    pub(in crate::syntax::parser) fn never_closed(&mut self, open: Token) {
        let span = self.span(open.start, open.end);
        if let Some(last) = self.diagnostics.last_mut()
            // The end of a bracket may be in the text of a heredoc that goes on to the end of the file.
            && !self.swallowed
            && !last.labels.iter().any(|label| label.span == span)
            && last.labels.len() < 4
        {
            last.labels.push(crate::diag::Label { span, text: "this is never closed".into() });
        }
    }

    /// A bracket is not closed at the end of the text, or where the indentation shows that it should be.
    pub(in crate::syntax::parser) fn lose_bracket(&mut self, open: Token, expected: &str) {
        let token = self.peek_token();
        self.open_at_end += u32::from(token.kind == End);
        if !std::mem::replace(&mut self.lost, true) {
            let sign = String::from_utf8_lossy(self.text(open)).into_owned();
            let diagnostic = self.never_closed_before(&format!("`{sign}`"), open, expected, token);
            self.report(diagnostic);
        }
    }

    pub(in crate::syntax::parser) fn never_closed_before(
        &self,
        what: &str,
        open: Token,
        expected: &str,
        token: Token,
    ) -> Diagnostic {
        let message = format!("{what} is never closed");
        let reason = match token.kind {
            End => format!("expected {expected} before the end of the file"),
            _ => format!("expected {expected} before this, by the indentation"),
        };
        match self.diagnostics.is_empty() {
            true => self.error(message, open, "").at(self.span(token.start, token.end), reason),
            // An error before may be why, and comes first.
            false => self.error(message, token, reason).at(self.span(open.start, open.end), "it starts here"),
        }
    }

    /// Nested more than [`MAX_DEPTH`] deep.
    pub(in crate::syntax::parser) fn too_deep(&mut self) {
        let token = self.token;
        if !self.lost {
            let message = format!("nested more than {MAX_DEPTH} levels deep");
            let diagnostic = self.error(message, token, "").help("name inner parts in `locals`");
            self.report(diagnostic);
        }
    }

    /// `/*` without `*/`.
    pub(in crate::syntax::parser) fn open_comment(&mut self, token: Token) {
        let opening = Token { end: token.start + 2, ..token };
        let diagnostic = self.error("this comment is never closed", opening, "").help("put `*/` where it ends");
        self.report(diagnostic);
        self.open_comment_end = token.end;
    }
}
