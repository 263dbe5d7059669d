//! Strings, heredocs and templates: text, interpolations and directives.

use super::Parser;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::{self, *};
use crate::syntax::tree::{Kind, NONE, TextBits};

/// One part of a template as it is read; directives are matched to each other afterwards.
#[derive(Clone, Copy)]
pub(super) enum Raw {
    Text { start: u32, end: u32, bits: u32 },
    Interpolation(u32),
    If { start: u32, end: u32, test: u32 },
    For { start: u32, end: u32, names: [u32; 4], collection: u32 },
    Else { start: u32, end: u32 },
    EndIf { start: u32, end: u32 },
    EndFor { start: u32, end: u32 },
}

impl Parser<'_> {
    /// A quoted string, its opening quote taken.
    pub(super) fn quoted(&mut self, open: Token) -> u32 {
        let token = self.token;
        // Nearly all strings are one text with nothing to work out.
        if token.kind == CloseQuote || token.kind == Text && token.flags == Default::default() {
            if token.kind == Text {
                self.bump();
            }
            if self.token.kind == CloseQuote {
                let close = self.bump();
                return self.words.leaf(Kind::Plain, open.start, close.end);
            }
            let text = (token.kind == Text).then_some(token);
            return self.parts(open, CloseQuote, text, false);
        }
        self.parts(open, CloseQuote, None, false)
    }

    /// A heredoc, its opening line taken.
    pub(super) fn heredoc(&mut self, open: Token) -> u32 {
        let flush = self.text(open).starts_with(b"<<-");
        self.parts(open, CloseHeredoc, None, flush)
    }

    /// A template that is the whole text.
    pub(super) fn template(&mut self, open: Token) -> u32 {
        self.parts(open, End, None, false)
    }

    /// The parts up to `close`, which is taken; `first` is text that was taken already.
    fn parts(&mut self, open: Token, close: TokenKind, first: Option<Token>, flush: bool) -> u32 {
        let mut raws = Vec::new();
        let mut sound = true;
        let text_bits = if close == CloseQuote { TextBits::QUOTED } else { 0 };
        self.open_bracket(open);
        let mut trim = 0;
        if let Some(text) = first {
            raws.push(Raw::Text { start: text.start, end: text.end, bits: text_bits | TextBits::VERBATIM });
        }
        let end = loop {
            match self.token.kind {
                kind if kind == close => break self.bump(),
                Text => {
                    let token = self.bump();
                    sound &= self.check_text(token, close);
                    let verbatim = if token.flags.escapes { 0 } else { TextBits::VERBATIM };
                    raws.push(Raw::Text { start: token.start, end: token.end, bits: text_bits | verbatim | trim });
                    trim = 0;
                }
                OpenInterpolation | OpenDirective => {
                    let sequence = self.bump();
                    if sequence.end - sequence.start == 3
                        && let Some(Raw::Text { bits, .. }) = raws.last_mut()
                    {
                        *bits |= TextBits::TRIM_END;
                    }
                    self.open_bracket(sequence);
                    let raw = self.with_newlines(false, |parser| parser.sequence(sequence));
                    let trims = self.close_sequence(sequence, close);
                    trim = if trims == Some(true) { TextBits::TRIM_START } else { 0 };
                    self.brackets.pop();
                    sound &= raw.is_some() && trims.is_some();
                    raws.extend(raw);
                    if self.lost {
                        sound = false;
                        break Token { kind: End, start: self.end, end: self.end, flags: Default::default() };
                    }
                }
                _ => {
                    sound = false;
                    if let Some(end) = self.broken_text(open, close) {
                        break end;
                    }
                }
            }
        };
        self.brackets.pop();
        self.close_parts(open, end, raws, sound, flush)
    }

    /// Handles what is neither text nor the end of a template: a line break in a string, or the end of the whole text.
    /// Returns where the template ends, unless it goes on.
    pub(super) fn broken_text(&mut self, open: Token, close: TokenKind) -> Option<Token> {
        if self.token.kind == StrayNewline {
            self.unclosed_string(open);
            let line_break = self.bump();
            // A string that ends with its line leaves nothing to go on with on this line.
            self.lost |= line_break.start == line_break.end;
            return (line_break.start == line_break.end).then_some(line_break);
        }
        if close == CloseHeredoc
            && !self.lost
            && let Some(marker) = self.reread_heredoc(open)
        {
            self.unclosed_heredoc(open, marker);
            let end = Token { start: self.end, end: self.end, ..self.token };
            self.advance();
            // Brackets and separators may follow, but nothing that makes more of the value. A text that goes on to the end of
            // the file took the ends of the brackets around it, too.
            self.lost = marker.is_none()
                || self.newline == NONE && !matches!(self.token.kind, Comma | CloseParen | CloseBracket | CloseBrace);
            return Some(end);
        }
        match close {
            CloseQuote => self.unclosed_string(open),
            _ => self.unclosed_heredoc(open, None),
        }
        self.lost = true;
        Some(self.token)
    }

    /// What stands in a sequence whose opening was taken, up to its closing brace.
    fn sequence(&mut self, open: Token) -> Option<Raw> {
        if open.kind == OpenInterpolation {
            return Some(Raw::Interpolation(self.expression()));
        }
        if self.peek() != Name {
            self.unexpected(
                "`if`, `else`, `endif`, `for` or `endfor`",
                "`%{` starts a directive; for the text write `%%{`",
            );
            return None;
        }
        let start = open.start;
        let keyword = self.bump();
        let end = keyword.end;
        Some(match self.text(keyword) {
            b"if" => Raw::If { start, end, test: self.expression() },
            b"else" => Raw::Else { start, end },
            b"endif" => Raw::EndIf { start, end },
            b"endfor" => Raw::EndFor { start, end },
            b"for" => {
                let (key, value) = self.for_names()?;
                let [key_start, key_end] = key.map_or([NONE; 2], |token| [token.start, token.end]);
                let names = [key_start, key_end, value.start, value.end];
                Raw::For { start, end, names, collection: self.expression() }
            }
            _ => {
                self.unknown_directive(keyword);
                return None;
            }
        })
    }

    /// Takes the brace that closes a sequence, and returns whether white space after it goes; or finds where the string
    /// goes on without it.
    fn close_sequence(&mut self, open: Token, close: TokenKind) -> Option<bool> {
        if !self.lost && self.token.kind != CloseSequence {
            self.unclosed_sequence(open, close);
        }
        if self.lost {
            self.resync_sequence(close);
            return None;
        }
        let end = self.bump();
        Some(end.end - end.start == 2)
    }
}
