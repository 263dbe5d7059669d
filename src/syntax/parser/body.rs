//! Bodies: attributes and blocks.

use super::super::lexer::Token;
use super::super::lexer::TokenKind::*;
use super::super::tree::{Kind, NONE};
use super::Parser;
use super::recover::{Item, header_goes_on};

/// What a body has so far. The nodes of its attributes are those on the parser's stack from `from` on.
struct Parts {
    from: usize,
    blocks: Vec<u32>,
    damage: Option<(u32, u32)>,
}

impl Parser<'_> {
    /// Attributes and blocks: up to the closing brace of the block that `open` opened, which is taken, or of the file.
    pub(super) fn body(&mut self, open: Option<Token>) -> u32 {
        let start = if open.is_some() { self.end } else { self.lexer.base };
        let mut parts = Parts { from: self.nodes.len(), blocks: Vec::new(), damage: None };
        let end = self.with_newlines(true, |parser| parser.items(open, &mut parts, false));
        self.close_body(start, end, parts)
    }

    fn close_body(&mut self, start: u32, end: u32, parts: Parts) -> u32 {
        self.duplicates(parts.from);
        let (damage_start, damage_end) = parts.damage.unwrap_or((NONE, NONE));
        let counts = [(self.nodes.len() - parts.from) as u32, parts.blocks.len() as u32];
        let words = [start, end, damage_start, damage_end, counts[0], counts[1]];
        let node = self.words.push(Kind::Body, 0, words);
        self.close_list(parts.from);
        self.words.0.extend(parts.blocks);
        node
    }

    /// The items of a body; returns where they end. `told` is whether it was reported that the body is not as it should
    /// be, so that nothing more need be said of its end.
    fn items(&mut self, open: Option<Token>, parts: &mut Parts, told: bool) -> u32 {
        loop {
            self.eat_newlines();
            let end = self.end;
            if let Some(open) = open
                && (self.token.kind == End || self.outdented())
            {
                self.unclosed_block(open, told);
                parts.damage.get_or_insert((end, end));
                return end;
            }
            match self.token.kind {
                Name => self.item(parts),
                CloseBrace if open.is_some() => return self.bump().start,
                End => return self.token.start,
                _ => {
                    let start = self.token.start;
                    self.not_an_item();
                    if self.token.kind == OpenQuote {
                        self.quoted_item(parts);
                        continue;
                    }
                    self.bump();
                    self.skip_item(start, parts);
                }
            }
        }
    }

    /// Passes over what is left of a broken item, and notes that it is lost.
    fn skip_item(&mut self, start: u32, parts: &mut Parts) {
        self.resync_item();
        parts.damage.get_or_insert((start, self.end.max(start)));
    }

    fn item(&mut self, parts: &mut Parts) {
        let name = self.bump();
        match self.peek() {
            Assign => {
                let attribute = self.attribute(name, false, parts);
                self.nodes.push(attribute);
            }
            OpenQuote | OpenBrace | Name => match self.block(name) {
                Some(block) => {
                    parts.blocks.push(block);
                    self.after_block(block, parts);
                }
                None => self.skip_item(name.start, parts),
            },
            Newline if self.token.kind == OpenBrace => {
                self.brace_on_next_line(name);
                let block = self.block_body(name, name.end, self.nodes.len());
                parts.blocks.push(block);
                self.after_block(block, parts);
            }
            _ if self.neither_attribute_nor_block(name) => {
                let attribute = self.attribute(name, false, parts);
                self.nodes.push(attribute);
            }
            _ => self.block_or_skip(name, parts),
        }
    }

    /// After a broken header: its block, if a brace ends the line.
    fn block_or_skip(&mut self, ty: Token, parts: &mut Parts) {
        let rest = &self.lexer.bytes[self.at(self.end)..];
        if self.peek() != Newline && header_goes_on(rest) && self.resync_header() {
            let block = self.block_body(ty, ty.end, self.nodes.len());
            parts.blocks.push(block);
            return self.after_block(block, parts);
        }
        self.skip_item(ty.start, parts);
    }

    /// An attribute or block whose name or type is in quotes, which has been reported.
    fn quoted_item(&mut self, parts: &mut Parts) {
        self.lost = false;
        let [start, end] = self.label();
        let name = Token { kind: Name, start: start + 1, end: (end - 1).max(start + 1), ..self.token };
        match self.peek() {
            Assign | Colon if !self.lost => {
                let attribute = self.attribute(name, false, parts);
                self.nodes.push(attribute);
            }
            OpenQuote | OpenBrace | Name if !self.lost => match self.block(name) {
                Some(block) => {
                    parts.blocks.push(block);
                    self.after_block(block, parts);
                }
                None => self.skip_item(start, parts),
            },
            _ => self.skip_item(start, parts),
        }
    }

    /// `= expression` and the end of the line, which is not looked at in a block on `one_line`.
    fn attribute(&mut self, name: Token, one_line: bool, parts: &mut Parts) -> u32 {
        self.bump();
        let told = self.diagnostics.len();
        let mut value = self.expression();
        if !self.lost && !one_line && !matches!(self.peek(), Newline | End) {
            let another = self.item_starts_here() != Item::None;
            // What follows a value that is broken has been broken with it.
            if another || self.diagnostics.len() == told {
                self.missing_newline(name);
            }
            let comma = self.eat(Comma) && matches!(self.peek(), Newline | End);
            // Unless another item follows, what does may be part of the value, so the value is not known.
            self.lost = !another && !comma;
        }
        if self.lost {
            let start = self.words.start(value);
            let crossed = self.resync_item();
            value = self.invalid(start, self.end, value);
            if crossed {
                parts.damage.get_or_insert((start, self.end));
            }
        }
        self.words.push(Kind::Attribute, 0, [name.start, name.end, value])
    }

    /// The labels and body of a block, its type taken; [`NONE`] where no body is found.
    fn block(&mut self, ty: Token) -> Option<u32> {
        let from = self.nodes.len();
        loop {
            match self.peek() {
                OpenBrace => break,
                OpenQuote => {
                    let label = self.label();
                    self.nodes.extend(label);
                }
                Stray if self.wrong_quotes().is_some() => {}
                Name => {
                    let label = self.bump();
                    self.nodes.extend([label.start, label.end]);
                }
                _ => {
                    self.bad_block_header(ty);
                    if !self.resync_header() {
                        self.nodes.truncate(from);
                        return None;
                    }
                    break;
                }
            }
        }
        Some(self.block_body(ty, self.end, from))
    }

    /// `{ … }`, with the brace next. The labels are on the stack of nodes from `labels` on.
    fn block_body(&mut self, ty: Token, header_end: u32, labels: usize) -> u32 {
        let open = self.bump();
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
        self.close_body(start, end, Parts { from, blocks: Vec::new(), damage: Some((start, end)) })
    }

    /// `{ name = expression }` on one line. More than that is an error, but read.
    fn one_line_body(&mut self, open: Token) -> u32 {
        let start = self.end;
        let mut parts = Parts { from: self.nodes.len(), blocks: Vec::new(), damage: None };
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
                            match self.block(name) {
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
    fn after_block(&mut self, block: u32, parts: &mut Parts) {
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
    fn label(&mut self) -> [u32; 2] {
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
        self.lexer.at = self.at(open.end) + label.len();
        self.advance();
        self.lost = false;
        self.end = open.end + label.trim_ascii_end().len() as u32;
        self.end
    }

    /// Reports attributes of the body being read that are there already.
    fn duplicates(&mut self, from: usize) {
        let count = self.nodes.len() - from;
        let name = |parser: &Self, index: usize| {
            let node = parser.nodes[index];
            (parser.words.at(node, 1), parser.words.at(node, 2))
        };
        let mut repeated = Vec::new();
        if count <= 12 {
            for again in from + 1..from + count {
                let (start, end) = name(self, again);
                let same = |&first: &usize| {
                    let (a, b) = name(self, first);
                    b - a == end - start && self.lexer.slice(a, b) == self.lexer.slice(start, end)
                };
                repeated.extend((from..again).find(same).map(|first| (first, again)));
            }
        } else {
            let mut seen = std::collections::HashMap::with_capacity(count);
            for index in from..from + count {
                let (start, end) = name(self, index);
                let first = *seen.entry(self.lexer.slice(start, end)).or_insert(index);
                repeated.extend((first != index).then_some((first, index)));
            }
        }
        for (first, again) in repeated {
            self.duplicate(name(self, first), name(self, again));
        }
    }
}
