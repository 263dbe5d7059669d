//! What the JSON reader says.

use super::Reader;
use crate::diag::{Diagnostic, nearest};
use crate::source::Span;
use crate::syntax::MAX_DIAGNOSTICS;
use crate::syntax::lexer::char_at;

impl Reader<'_> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start as u32, end as u32)
    }

    /// Reports, once a place.
    fn report(&mut self, diagnostic: Diagnostic) {
        let start = |diagnostic: &Diagnostic| diagnostic.span().map(|span| span.start);
        if self.diagnostics.last().is_some_and(|last| start(last) == start(&diagnostic)) {
            return;
        }
        match self.diagnostics.len() {
            0..MAX_DIAGNOSTICS => self.diagnostics.push(diagnostic),
            MAX_DIAGNOSTICS => {
                let mut last = Diagnostic::error("syntax", "too many errors: what else is wrong is not reported");
                last.labels = diagnostic.labels.into_iter().take(1).collect();
                self.diagnostics.push(last);
            }
            _ => {}
        }
    }

    fn error(&self, message: impl Into<String>, start: usize, end: usize) -> Diagnostic {
        Diagnostic::error("syntax", message).at(self.span(start, end), "")
    }

    /// An error at the character here.
    fn error_here(&mut self, expected: &str, more: impl FnOnce(&Self, Diagnostic) -> Diagnostic) {
        let rest = &self.bytes[self.at..];
        let length = char_at(rest, 0).map_or(1, char::len_utf8);
        let (end, found) = match rest {
            [] => (self.at, "the end of the file".to_owned()),
            [b'"', ..] => (self.at + 1, "a string".to_owned()),
            _ => (self.at + length, format!("`{}`", String::from_utf8_lossy(&rest[..length]).escape_debug())),
        };
        let diagnostic = self.error(format!("expected {expected}, found {found}"), self.at, end);
        let diagnostic = more(self, diagnostic);
        self.report(diagnostic);
    }

    fn in_opened(&self, diagnostic: Diagnostic) -> Diagnostic {
        let Some(open) = self.opens.last() else { return diagnostic };
        let what = if open.byte == b'{' { "in this object" } else { "in this array" };
        diagnostic.at(self.span(open.at as usize, open.at as usize + 1), what)
    }

    pub(super) fn byte_order_mark(&mut self) {
        if self.bytes.starts_with(b"\xef\xbb\xbf") {
            let diagnostic = self.error("a byte order mark may not start a JSON file", 0, 3).help("delete it");
            self.report(diagnostic);
            self.at = 3;
        }
    }

    pub(super) fn not_a_body(&mut self, root: u32) {
        let (start, end) = (self.words.start(root) as usize, self.words.end(root) as usize);
        // What is no value at all has been reported.
        if self.diagnostics.is_empty() {
            let diagnostic =
                self.error("expected an object", start, end).note("a file is an object, or an array of them");
            self.report(diagnostic);
        }
    }

    pub(super) fn after_document(&mut self, byte: u8) {
        if self.diagnostics.is_empty() || !matches!(byte, b'}' | b']') {
            self.error_here("the end of the file", |_, diagnostic| diagnostic);
        }
    }

    pub(super) fn no_comments(&mut self, length: usize) {
        let diagnostic = self
            .error("JSON has no comments", self.at, self.at + length)
            .help("write a property `\"//\": \"…\"`, which is ignored");
        self.report(diagnostic);
    }

    pub(super) fn missing_value(&mut self) {
        self.error_here("a value", |reader, diagnostic| reader.in_opened(diagnostic));
    }

    pub(super) fn missing_key(&mut self) {
        self.error_here("a property's name in quotes", |reader, diagnostic| reader.in_opened(diagnostic));
    }

    pub(super) fn missing_colon(&mut self, byte: u8) {
        self.error_here("`:`", |reader, diagnostic| match byte {
            b'=' => diagnostic.help("write `:`"),
            _ => reader.in_opened(diagnostic),
        });
    }

    pub(super) fn missing_comma(&mut self) {
        // After a bracket that is not closed, that is the error.
        if self.told_to_end_here() {
            return;
        }
        self.error_here("`,`", |reader, diagnostic| reader.in_opened(diagnostic));
    }

    pub(super) fn trailing_comma(&mut self, comma: usize) {
        let diagnostic = self.error("a comma stands only between two", comma, comma + 1).help("delete it");
        self.report(diagnostic);
    }

    /// Reports and passes over one character that belongs nowhere.
    pub(super) fn skip_stray(&mut self) {
        self.error_here("`,` or a closing bracket", |reader, diagnostic| reader.in_opened(diagnostic));
        // With what follows it, so that a run of them is one error.
        self.at += 1;
        while self.bytes.get(self.at).is_some_and(|byte| !matches!(byte, b',' | b'}' | b']' | b'"' | b'\n')) {
            self.at += 1;
        }
    }

    /// Whether it has been reported that a list should have ended here.
    fn told_to_end_here(&self) -> bool {
        let here = self.span(self.at, self.at);
        self.diagnostics.last().is_some_and(|last| last.labels.iter().any(|label| label.span == here))
    }

    pub(super) fn never_closed(&mut self) {
        // Of brackets in each other the innermost is reported; and an error at the end says it all.
        let Some(open) = self.opens.last().filter(|_| !self.told_to_end_here()) else { return };
        let at = open.at as usize;
        let close = if open.byte == b'{' { '}' } else { ']' };
        let before = if self.at == self.bytes.len() { "the end of the file" } else { "this" };
        let diagnostic = self
            .error(format!("`{}` is never closed", open.byte as char), at, at + 1)
            .at(self.span(self.at, self.at), format!("expected `{close}` before {before}"));
        self.report(diagnostic);
    }

    /// Reports and passes over a bracket.
    pub(super) fn stray_bracket(&mut self, byte: u8, does: &str) {
        let message = format!("`{}` {does} nothing", byte as char);
        let diagnostic = self.error(message, self.at, self.at + 1).help("delete it");
        self.report(diagnostic);
        self.at += 1;
    }

    pub(super) fn mismatch(&mut self, byte: u8) {
        let Some(at) = self.opens.last().map(|open| open.at as usize) else { return };
        let expected = if byte == b'}' { "`]`" } else { "`}`" };
        self.error_here(expected, |reader, diagnostic| diagnostic.at(reader.span(at, at + 1), "to close this"));
    }

    pub(super) fn too_deep(&mut self) {
        let message = format!("nested more than {} levels deep", crate::syntax::MAX_DEPTH);
        let diagnostic = self.error(message, self.at, self.at + 1);
        self.report(diagnostic);
    }

    pub(super) fn bad_number(&mut self, start: u32, end: u32) {
        let diagnostic = self.error("this is not a number", start as usize, end as usize);
        let diagnostic = match self.bytes[start as usize] {
            b'0' => diagnostic.note("in JSON a number does not start with `0`, unless it is below one"),
            b'+' => diagnostic.help("leave `+` out"),
            b'.' => diagnostic.help("write `0` before the point"),
            _ => diagnostic,
        };
        self.report(diagnostic);
    }

    pub(super) fn bad_keyword(&mut self, start: u32, end: u32) {
        let word = String::from_utf8_lossy(&self.bytes[start as usize..end as usize]).into_owned();
        let diagnostic = self.error(format!("`{word}` is not a value in JSON"), start as usize, end as usize);
        let diagnostic = match nearest(&word.to_lowercase(), ["true", "false", "null"]) {
            Some(name) => diagnostic.help(format!("write `{name}`")),
            None => diagnostic.help(format!("for a string write `\"{word}\"`; for an expression `\"${{{word}}}\"`")),
        };
        self.report(diagnostic);
    }

    pub(super) fn single_quotes(&mut self, start: usize, end: usize) {
        let diagnostic = self.error("`'` does not quote strings", start, end).help("write `\"`");
        self.report(diagnostic);
    }

    pub(super) fn key_without_quotes(&mut self, start: usize, end: usize) {
        let diagnostic = self.error("a property's name must be in quotes", start, end).help("put `\"` around it");
        self.report(diagnostic);
    }

    pub(super) fn unclosed_string(&mut self, start: usize) {
        let (end, what) = match self.bytes.get(self.at) {
            None => (self.at, "expected `\"` before the end of the file"),
            Some(b'\n' | b'\r') => (self.at + 1, "expected `\"` before the line ends"),
            Some(_) => (self.at + 1, "a control character must be an escape: `\\t` for a tab"),
        };
        let diagnostic = Diagnostic::error("syntax", "a string is not closed")
            .at(self.span(self.at, end), what)
            .at(self.span(start, start + 1), "the string starts here");
        self.report(diagnostic);
        // A control character inside a string is all that is wrong with it.
        if self.bytes.get(self.at).is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
            let rest = &self.bytes[self.at..];
            let line = memchr::memchr(b'\n', rest).map_or(rest, |end| &rest[..end]);
            self.at += memchr::memchr(b'"', line).map_or(line.len(), |quote| quote + 1);
        }
    }

    pub(super) fn bad_escape(&mut self, at: usize, end: usize) {
        let rest = &self.bytes[at + 1..end];
        let length = char_at(rest, 0).map_or(0, char::len_utf8);
        let message = match rest.first() {
            Some(b'u') => "`\\u` needs four hexadecimal digits".to_owned(),
            _ => format!("there is no escape `\\{}`", String::from_utf8_lossy(&rest[..length])),
        };
        let diagnostic = self.error(message, at, at + 1 + length).help("for a backslash write `\\\\`");
        self.report(diagnostic);
    }
}
