//! Finding the end of a string or heredoc that has something in it which cannot be read.

use super::Parser;
use super::brackets::Brackets;
use super::recover::{Item, header_goes_on};
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::{self, *};
use crate::syntax::tree::NONE;

/// How often a text is read again from where a heredoc should have ended. A bound, so that time stays linear.
const MAX_REREADS: u32 = 16;

impl Parser<'_> {
    /// Passes over the rest of a `${…}` whose opening was taken. Lost after it only if the string's end was passed.
    pub(super) fn resync_sequence(&mut self, close: TokenKind) {
        let mut nest = Brackets::default();
        loop {
            let in_text = nest.in_text();
            let kind = self.token.kind;
            match kind {
                CloseSequence if !in_text => {
                    self.bump();
                    self.lost = false;
                    return;
                }
                End => return,
                OpenQuote if close == CloseQuote && !in_text && self.quote_closes_string() => {
                    self.close_string_here();
                    self.lost = false;
                    return;
                }
                Name if in_text || self.newline == NONE => {}
                Name if close == CloseQuote && self.item_starts_here() != Item::None => {
                    // The string ended with the line before; what is read now is the next item.
                    self.lexer.leave_string(self.newline);
                    self.advance();
                    return;
                }
                Name if close == CloseHeredoc && self.close_heredoc_here() => {
                    self.lost = false;
                    return;
                }
                _ => {}
            }
            self.skip(&mut nest);
        }
    }

    /// Makes the next token, a quote inside `${…}`, the one that closes the string around it.
    fn close_string_here(&mut self) {
        self.lexer.close_string(self.token.start);
        self.token = self.lexer.next();
    }

    /// Ends the heredoc around the innermost `${…}` if the next token is its marker alone on a line.
    fn close_heredoc_here(&mut self) -> bool {
        let Some(marker) = self.lexer.heredoc_around() else {
            return false;
        };
        let bytes = self.lexer.bytes;
        let rest = &bytes[self.at(self.token.end)..];
        let alone = rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) == Some(&b'\n');
        if !alone || self.text(self.token) != self.lexer.slice(marker.0, marker.1) {
            return false;
        }
        let before = &bytes[..self.at(self.token.start)];
        self.lexer.return_to_heredoc(memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1));
        self.advance();
        true
    }

    /// Goes on after the first line from `from` on that is nothing but `marker`. Returns where that is.
    pub(super) fn reread_to(&mut self, from: usize, marker: &[u8]) -> Option<u32> {
        if self.rereads >= MAX_REREADS {
            return None;
        }
        self.rereads += 1;
        let bytes = self.lexer.bytes;
        let mut start = from + 1;
        let end = memchr::memchr_iter(b'\n', bytes.get(start..)?).map(|newline| from + 1 + newline).find(|&end| {
            let line = &bytes[start..end];
            start = end + 1;
            line.trim_ascii() == marker
        })?;
        self.lexer.at = end;
        self.end = self.lexer.base + end as u32;
        self.advance();
        Some(self.end)
    }

    /// Goes back from the end of the text to where a heredoc that was opened at `open` probably should have ended: after
    /// its marker, where something follows that on its line, or before a block that starts at the margin. Returns the
    /// marker then, or `None` if there is neither.
    pub(super) fn reread_heredoc(&mut self, open: Token) -> Option<Option<Token>> {
        let name = self.text(open).trim_ascii_end();
        let name = &name[2 + usize::from(name.get(2) == Some(&b'-'))..];
        let from = self.at(open.end);
        let bytes = self.lexer.bytes;
        let mut at = from;
        if self.rereads >= MAX_REREADS {
            return None;
        }
        let mut margin = None;
        let end = loop {
            let line = bytes.get(at..).filter(|rest| !rest.is_empty())?;
            let length = memchr::memchr(b'\n', line).map_or(line.len(), |newline| newline + 1);
            let line = &line[..length];
            let indentation = line.len() - line.trim_ascii_start().len();
            if let Some(after) = line[indentation..].strip_prefix(name)
                && !after
                    .first()
                    .is_some_and(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | 0x80..))
            {
                break Some(at + indentation);
            }
            if margin.is_none() && starts_block(line) {
                margin = Some(at);
            }
            at += length;
            if at == bytes.len() && margin.is_some() {
                break None;
            }
        };
        self.rereads += 1;
        let base = self.lexer.base;
        let (at, marker) = match end {
            Some(start) => {
                let (from, to) = (base + start as u32, base + (start + name.len()) as u32);
                (start + name.len(), Some(Token { kind: Name, start: from, end: to, flags: Default::default() }))
            }
            // The line break before belongs to what is read next. The ends of blocks went with the text.
            None => {
                self.swallowed = true;
                (margin? - 1, None)
            }
        };
        self.lexer.leave_heredoc(at);
        self.end = base + at as u32;
        Some(marker)
    }
}

/// Whether a line at the margin starts a block that has a label.
fn starts_block(line: &[u8]) -> bool {
    let name = line.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
    let rest = &line[name..];
    let blank = rest.iter().take_while(|byte| **byte == b' ').count();
    name > 0 && line[0].is_ascii_alphabetic() && matches!(&rest[blank..], [b'"', rest @ ..] if header_goes_on(rest))
}
