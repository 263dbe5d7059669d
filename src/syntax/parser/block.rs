//! Blocks: header, labels, and a body of several lines or of one.

use super::Parser;
use super::body::Parts;
use super::recover::{Item, header_goes_on};
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::*;
use crate::syntax::tree::Kind;

impl Parser<'_> {
    /// After a broken header: its block, if a brace ends the line.
    pub(super) fn block_or_skip(&mut self, ty: Token, parts: &mut Parts) {
        let rest = &self.lexer.bytes[self.at(self.end)..];
        let goes_on = match self.peek() {
            Newline => self.opens_below(),
            OpenBracket | OpenParen => self.ends_line(),
            _ => header_goes_on(rest),
        };
        match goes_on.then(|| self.block(ty, parts)).flatten() {
            Some(block) => {
                parts.blocks.push(block);
                self.after_block(block, parts);
            }
            None => self.skip_item(ty.start, parts),
        }
    }

    /// The labels and body of a block, its type taken; `None` where no body is found. Where something is wrong in the
    /// header, the body around is damaged: the block may be another one than it seems.
    pub(super) fn block(&mut self, ty: Token, parts: &mut Parts) -> Option<u32> {
        let from = self.nodes.len();
        let told = std::mem::take(&mut self.lost);
        let header = self.header(ty, told);
        if header != Some(true) || told {
            parts.lose(ty.start, self.end);
        }
        if header.is_none() {
            self.lost = true;
            self.nodes.truncate(from);
            return None;
        }
        if header != Some(true) {
            self.drop_blank_labels(from);
        }
        self.lost = false;
        Some(self.block_body(ty, self.end, from))
    }

    /// The labels of a block, which go onto the stack of nodes, up to where its body starts: whether they are sound.
    /// `None` where no body starts. `told`: whether it was reported already that something is wrong.
    fn header(&mut self, ty: Token, mut told: bool) -> Option<bool> {
        let mut before = self.diagnostics.len();
        loop {
            match self.peek() {
                OpenBrace => return Some(self.diagnostics.len() == before),
                OpenQuote => {
                    let label = self.label();
                    self.nodes.extend(label);
                    if self.lost {
                        return self.resync_header().then_some(false);
                    }
                }
                Stray if self.wrong_quotes().is_some() => {}
                Name => {
                    let label = self.bump();
                    self.nodes.extend([label.start, label.end]);
                }
                kind => {
                    let sound = self.diagnostics.len() == before;
                    self.lost = std::mem::replace(&mut told, true);
                    self.bad_block_header(ty);
                    self.lost = false;
                    match kind {
                        // A brace that is not there, but what would stand inside.
                        Newline if self.token.kind != OpenBrace && self.opens_below() => return Some(sound),
                        OpenBracket | OpenParen if self.ends_line() => return Some(sound),
                        // Signs that leave no doubt about labels in quotes.
                        Comma | Colon | Assign => {
                            let quoted = self.nodes.last().is_some_and(|&end| end == self.end)
                                && self.lexer.bytes[..self.at(self.end)].ends_with(b"\"");
                            self.bump();
                            before += usize::from(sound && quoted && self.diagnostics.len() > before);
                        }
                        Stray | Dot | CloseBracket | CloseParen => {
                            self.stray(self.token);
                            self.bump();
                        }
                        _ => return self.resync_header().then_some(sound && kind == Newline),
                    }
                }
            }
        }
    }

    /// Takes back labels of nothing but blanks, which are what a missing quote leaves between two others.
    fn drop_blank_labels(&mut self, from: usize) {
        let mut to = from;
        for at in (from..self.nodes.len()).step_by(2) {
            let label = [self.nodes[at], self.nodes[at + 1]];
            let text = self.lexer.slice(label[0], label[1]);
            if text.iter().any(|byte| !matches!(byte, b'"' | b' ' | b'\t')) {
                self.nodes[to..to + 2].copy_from_slice(&label);
                to += 2;
            }
        }
        self.nodes.truncate(to);
    }

    /// Whether nothing but the end of a block follows the next token on its line.
    fn ends_line(&self) -> bool {
        let rest = &self.lexer.bytes[self.at(self.token.end)..];
        let next = rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
        next.is_none_or(|byte| matches!(byte, b'\n' | b'}'))
    }

    /// `{ … }`, with the brace, or the bracket in its place, next, unless it is missing. The labels are on the stack of
    /// nodes from `labels` on.
    pub(super) fn block_body(&mut self, ty: Token, header_end: u32, labels: usize) -> u32 {
        let open = match self.token.kind {
            OpenBrace | OpenBracket | OpenParen => Token { kind: OpenBrace, ..self.bump() },
            _ => Token { kind: OpenBrace, start: self.end, end: self.end, ..self.token },
        };
        self.open_bracket(open);
        let body = self.nested(|parser| match parser.peek() {
            Newline | End | CloseBrace => parser.body(Some(open)),
            _ => parser.one_line_body(open),
        });
        let body = body.unwrap_or_else(|| self.unread_body(open));
        self.brackets.pop();
        let count = (self.nodes.len() - labels) as u32 / 2;
        let node = self.words.push(Kind::Block, 0, [ty.start, ty.end, header_end, self.end, body, count]);
        self.close_list(labels);
        node
    }

    /// A body that is nested too deeply: passed over.
    fn unread_body(&mut self, open: Token) -> u32 {
        let start = self.end;
        self.skip_balanced(false);
        let end = self.end;
        if self.token.kind == CloseBrace {
            self.bump();
        } else {
            self.never_closed(open);
        }
        let from = self.nodes.len();
        self.close_body(start, end, Parts { from, blocks: Vec::new(), damage: Some((start, end)), one_line: false })
    }

    /// `{ name = expression }` on one line. More than that is an error, but read.
    fn one_line_body(&mut self, open: Token) -> u32 {
        let start = self.end;
        let mut parts = Parts { from: self.nodes.len(), blocks: Vec::new(), damage: None, one_line: false };
        let end = self.with_newlines(true, |parser| parser.one_line_items(open, &mut parts));
        self.close_body(start, end, parts)
    }

    fn one_line_items(&mut self, open: Token, parts: &mut Parts) -> u32 {
        let mut told = false;
        let mut first = true;
        loop {
            match self.peek() {
                CloseBrace => return self.bump().start,
                Newline => {
                    self.one_line_not_closed(open, &mut told);
                    parts.one_line = true;
                    return self.items(Some(open), parts, true);
                }
                Name => {
                    if !first {
                        self.second_on_one_line(open, &mut told);
                    }
                    let name = self.bump();
                    match self.peek() {
                        Assign => {
                            let before = self.diagnostics.len();
                            let attribute = self.attribute(name, true, parts);
                            self.nodes.push(attribute);
                            told |= self.diagnostics.len() > before;
                        }
                        OpenQuote | OpenBrace | Name => {
                            self.block_on_one_line(name, &mut told);
                            match self.block(name, parts) {
                                Some(block) => parts.blocks.push(block),
                                None => self.skip_item(name.start, parts),
                            }
                        }
                        _ if !std::mem::replace(&mut told, true) && self.neither_attribute_nor_block(name) => {
                            let attribute = self.attribute(name, true, parts);
                            self.nodes.push(attribute);
                        }
                        _ => self.skip_item(name.start, parts),
                    }
                }
                End => return self.items(Some(open), parts, told),
                _ => {
                    let start = self.token.start;
                    self.not_on_one_line(open, first, &mut told);
                    if self.bump().kind != Comma {
                        self.skip_item(start, parts);
                    }
                }
            }
            first = false;
        }
    }

    /// A block ends with its line.
    pub(super) fn after_block(&mut self, block: u32, parts: &mut Parts) {
        // A block that was not closed has ended before the first token of a line.
        if self.lost || self.starts_line || self.token.kind == End {
            return;
        }
        let start = self.token.start;
        self.missing_newline_after_block(block);
        if self.token.kind == CloseBrace && self.brace_too_many() {
            self.bump();
        }
        self.lost = false;
        if !matches!(self.peek(), Newline | End | CloseBrace) && self.item_starts_here() == Item::None {
            self.skip_item(start, parts);
        }
    }

    /// Whether a brace right after a block cannot be that of the block around: there is none, or it is indented less.
    fn brace_too_many(&self) -> bool {
        let around = self.brackets.last();
        around.is_none_or(|around| self.by_indentation && self.indentation > around.indentation)
    }

    /// A quoted label: where it stands, quotes included.
    pub(super) fn label(&mut self) -> [u32; 2] {
        let open = self.bump();
        loop {
            match self.token.kind {
                CloseQuote => {
                    let close = self.bump();
                    return [open.start, close.end];
                }
                Text => {
                    let text = self.bump();
                    self.check_text(text, CloseQuote);
                }
                OpenInterpolation | OpenDirective => {
                    let sequence = self.bump();
                    self.sequence_in_label(sequence);
                    self.resync_sequence(CloseQuote);
                    if self.lost {
                        return [open.start, self.end];
                    }
                }
                _ => {
                    if let Some(end) = self.broken_text(open, CloseQuote) {
                        return [open.start, self.brace_in_label(open, end.end)];
                    }
                }
            }
        }
    }

    /// A label that is not closed on its line ends before the brace that ends the line, if there is one. Returns where it
    /// ends.
    fn brace_in_label(&mut self, open: Token, end: u32) -> u32 {
        let text = self.lexer.slice(open.end, end).trim_ascii_end();
        let Some(label) = text.strip_suffix(b"{") else { return end };
        self.lexer.leave_string(open.end + label.len() as u32);
        self.advance();
        self.lost = false;
        self.end = open.end + label.trim_ascii_end().len() as u32;
        self.end
    }
}
