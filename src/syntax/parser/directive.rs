//! From the parts of a template to its node: directives are matched to their ends, indentation is measured.

use super::Parser;
use crate::syntax::lexer::Token;
use crate::syntax::text;
use crate::syntax::tree::{Kind, NONE, TextBits};

use super::template::Raw;

/// A directive that waits for its end.
struct Directive {
    raw: Raw,
    /// Where its parts, and those after its `else`, start on the stack of nodes.
    from: usize,
    otherwise: Option<usize>,
}

impl Parser<'_> {
    /// Matches directives to each other and makes the node.
    pub(super) fn close_parts(
        &mut self,
        open: Token,
        end: Token,
        mut raws: Vec<Raw>,
        mut sound: bool,
        flush: bool,
    ) -> u32 {
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
