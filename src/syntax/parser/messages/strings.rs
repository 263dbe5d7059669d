//! Messages about strings, heredocs and templates.

use std::borrow::Cow;
use std::str::Utf8Chunk;

use super::super::Parser;
use super::CODE;
use crate::diag::{Diagnostic, nearest};
use crate::syntax::lexer::TokenKind::{self, *};
use crate::syntax::lexer::{Token, stray_return};
use crate::syntax::text::{self, BadEscape};

impl Parser<'_> {
    /// The end of the text, with the `$` or `%` before it that something should follow.
    fn end_of_text(&self) -> Token {
        let bytes = self.lexer.bytes;
        let end = self.lexer.base + bytes.len() as u32;
        let sigil = u32::from(matches!(bytes.last(), Some(b'$' | b'%')));
        Token { kind: End, start: end - sigil, end, ..self.token }
    }

    /// The text of a string ends where no quote is, or goes on after a line break.
    pub(in crate::syntax::parser) fn unclosed_string(&mut self, open: Token) {
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
    pub(in crate::syntax::parser) fn bad_heredoc_marker(&mut self, start: u32, name: &[u8]) {
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
    pub(in crate::syntax::parser) fn unclosed_heredoc(&mut self, open: Token, marker: Option<Token>) {
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
    pub(in crate::syntax::parser) fn unclosed_sequence(&mut self, open: Token, close: TokenKind) {
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
    pub(in crate::syntax::parser) fn unknown_directive(&mut self, keyword: Token) {
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
    pub(in crate::syntax::parser) fn unexpected_directive(
        &mut self,
        name: &str,
        at: (u32, u32),
        around: Option<(&str, u32, u32)>,
    ) {
        let mut diagnostic =
            Diagnostic::error(CODE, format!("`{name}` belongs to no directive")).at(self.span(at.0, at.1), "");
        if let Some((open, start, end)) = around {
            diagnostic = diagnostic.at(self.span(start, end), format!("`end{open}` must come before it"));
        }
        self.report(diagnostic);
    }

    /// `%{if}` without `%{endif}`.
    pub(in crate::syntax::parser) fn unended_directive(&mut self, name: &str, at: (u32, u32), end: Token) {
        let diagnostic = self
            .error(format!("`{name}` is never ended"), end, format!("expected `%{{ end{name} }}` before this"))
            .at(self.span(at.0, at.1), "it starts here");
        self.report(diagnostic);
    }

    /// `${…}` in a label.
    pub(in crate::syntax::parser) fn sequence_in_label(&mut self, sequence: Token) {
        let sign = if sequence.kind == OpenDirective { "%" } else { "$" };
        let diagnostic = self
            .error("a label is what is written, nothing can be worked out in it", sequence, "")
            .help(format!("for the text `{sign}{{` write `{sign}{sign}{{`"));
        self.report(diagnostic);
    }

    /// Reports what is wrong in the text of a string (closed by [`CloseQuote`]), heredoc or template. Returns whether
    /// nothing is.
    pub(in crate::syntax::parser) fn check_text(&mut self, token: Token, close: TokenKind) -> bool {
        let before = self.diagnostics.len();
        let bytes = self.text(token);
        if token.flags.not_utf8 {
            let length = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to()) as u32;
            let bad = Token { kind: NotUtf8, start: token.start + length, end: token.start + length + 1, ..token };
            self.stray(bad);
        }
        if token.flags.stray_return && close == CloseHeredoc {
            let at = stray_return(bytes).unwrap_or(0) as u32;
            let bad = Token { kind: Stray, start: token.start + at, end: token.start + at + 1, ..token };
            self.stray(bad);
        }
        if token.flags.escapes && close == CloseQuote && !token.flags.not_utf8 {
            // Overlong forms pass as text. They have as many bytes here as in the file, so that positions are its own.
            let sound = |chunk: Utf8Chunk| format!("{}{}", chunk.valid(), "?".repeat(chunk.invalid().len()));
            let text: Cow<str> = match std::str::from_utf8(bytes) {
                Ok(text) => text.into(),
                Err(_) => bytes.utf8_chunks().map(sound).collect(),
            };
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
