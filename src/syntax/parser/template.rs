//! Strings, heredocs and templates: text, interpolations and directives.

use super::super::lexer::Token;
use super::super::lexer::TokenKind::{self, *};
use super::super::text;
use super::super::tree::{Kind, NONE, TextBits};
use super::Parser;

/// One part of a template as it is read; directives are matched to each other afterwards.
#[derive(Clone, Copy)]
enum Raw {
    Text { start: u32, end: u32, bits: u32 },
    Interpolation(u32),
    If { start: u32, end: u32, test: u32 },
    For { start: u32, end: u32, names: [u32; 4], collection: u32 },
    Else { start: u32, end: u32 },
    EndIf { start: u32, end: u32 },
    EndFor { start: u32, end: u32 },
}

/// A directive that waits for its end.
struct Directive {
    raw: Raw,
    /// Where its parts, and those after its `else`, start on the stack of nodes.
    from: usize,
    otherwise: Option<usize>,
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
            // Brackets and separators may follow, but nothing that makes more of the value.
            self.lost =
                self.newline == NONE && !matches!(self.token.kind, Comma | CloseParen | CloseBracket | CloseBrace);
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

    /// Matches directives to each other and makes the node.
    fn close_parts(&mut self, open: Token, end: Token, mut raws: Vec<Raw>, mut sound: bool, flush: bool) -> u32 {
        let mut indentation = 0;
        if flush && sound {
            indentation = self.indentation(&mut raws);
        }
        match raws.as_slice() {
            [] if sound => return self.string(open, end, (open.end, open.end), TextBits::VERBATIM, 0),
            &[Raw::Text { start, end: text_end, bits }] if sound => {
                return self.string(open, end, (start, text_end), bits, indentation);
            }
            _ => {}
        }
        let wraps = matches!(raws.as_slice(), [Raw::Interpolation(_)]);
        let from = self.nodes.len();
        let mut directives: Vec<Directive> = Vec::new();
        for raw in raws {
            let node = match raw {
                Raw::Text { start, end, bits } => self.words.push(Kind::TextPart, bits, [start, end, indentation]),
                Raw::Interpolation(expression) => expression,
                Raw::If { .. } | Raw::For { .. } => {
                    directives.push(Directive { raw, from: self.nodes.len(), otherwise: None });
                    continue;
                }
                Raw::Else { start, end } => {
                    match directives.last_mut() {
                        Some(Directive { raw: Raw::If { .. }, otherwise: otherwise @ None, .. }) => {
                            *otherwise = Some(self.nodes.len());
                        }
                        _ => {
                            sound = sound && self.unbalanced("else", start, end, directives.last().map(|open| open.raw))
                        }
                    }
                    continue;
                }
                Raw::EndIf { start, end } | Raw::EndFor { start, end } => {
                    let ends_if = matches!(raw, Raw::EndIf { .. });
                    match directives.pop_if(|open| matches!(open.raw, Raw::If { .. }) == ends_if) {
                        Some(directive) => self.directive(directive),
                        None => {
                            let name = if ends_if { "endif" } else { "endfor" };
                            sound = sound && self.unbalanced(name, start, end, directives.last().map(|open| open.raw));
                            continue;
                        }
                    }
                }
            };
            self.nodes.push(node);
        }
        if sound && let Some(directive) = directives.last() {
            sound = self.open_directive(directive.raw, end);
        }
        if !sound {
            self.nodes.truncate(from);
            return self.invalid(open.start, end.end, NONE);
        }
        let count = (self.nodes.len() - from) as u32;
        let node = self.words.push(Kind::Template, wraps as u32, [open.start, end.end, count]);
        self.close_list(from);
        node
    }

    fn string(&mut self, open: Token, end: Token, text: (u32, u32), bits: u32, indentation: u32) -> u32 {
        if bits == TextBits::QUOTED | TextBits::VERBATIM && text.0 == open.end && text.1 == end.start {
            return self.words.leaf(Kind::Plain, open.start, end.end);
        }
        self.words.push(Kind::String, bits, [open.start, end.end, text.0, text.1, indentation])
    }

    /// The node of a directive whose end was found, from its parts on the stack.
    fn directive(&mut self, directive: Directive) -> u32 {
        let Directive { raw, from, otherwise } = directive;
        let otherwise = otherwise.unwrap_or(self.nodes.len());
        let node = match raw {
            Raw::For { names: [a, b, c, d], collection, .. } => {
                let count = (self.nodes.len() - from) as u32;
                self.words.push(Kind::ForPart, 0, [a, b, c, d, collection, count])
            }
            Raw::If { test, .. } => {
                let counts = [(otherwise - from) as u32, (self.nodes.len() - otherwise) as u32];
                self.words.push(Kind::IfPart, 0, [test, counts[0], counts[1]])
            }
            _ => unreachable!("only `if` and `for` open a directive"),
        };
        self.close_list(from);
        node
    }

    /// Says that the directive `name` matches none that is open. Always false.
    fn unbalanced(&mut self, name: &str, start: u32, end: u32, open: Option<Raw>) -> bool {
        let around = match open {
            Some(Raw::If { start, end, .. }) => Some(("if", start, end)),
            Some(Raw::For { start, end, .. }) => Some(("for", start, end)),
            _ => None,
        };
        self.unexpected_directive(name, (start, end), around);
        false
    }

    /// Says that a directive is not ended. Always false.
    fn open_directive(&mut self, raw: Raw, end: Token) -> bool {
        match raw {
            Raw::If { start, end: stop, .. } => self.unended_directive("if", (start, stop), end),
            Raw::For { start, end: stop, .. } => self.unended_directive("for", (start, stop), end),
            _ => {}
        }
        false
    }

    /// The least indentation of the lines of a `<<-` heredoc; notes which text starts a line.
    fn indentation(&self, raws: &mut [Raw]) -> u32 {
        let mut least = None;
        let mut line_start = true;
        for raw in raws {
            match raw {
                Raw::Text { start, end, bits } => {
                    if line_start {
                        *bits |= TextBits::LINE_START;
                    }
                    let text = self.lexer.slice(*start, *end);
                    line_start = text::least_indentation(text, TextBits(*bits), &mut least);
                }
                _ if std::mem::take(&mut line_start) => least = Some(0),
                _ => {}
            }
        }
        least.unwrap_or(0)
    }
}
