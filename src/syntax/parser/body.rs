//! Bodies: attributes and blocks.

use super::Parser;
use super::recover::Item;
use crate::syntax::lexer::Token;
use crate::syntax::lexer::TokenKind::*;
use crate::syntax::tree::{Kind, NONE};

/// What a body has so far. The nodes of its attributes are those on the parser's stack from `from` on.
pub(super) struct Parts {
    pub from: usize,
    pub blocks: Vec<u32>,
    pub damage: Option<(u32, u32)>,
    /// Whether the body started on the line of its brace, so that it was reported that it should end there.
    pub one_line: bool,
}

impl Parts {
    /// Notes that a piece of the body could not be read; an empty piece stands for anything.
    pub fn lose(&mut self, start: u32, end: u32) {
        let (from, to) = self.damage.unwrap_or((start, end));
        let anything = start >= end || from == to;
        let (from, to) = (from.min(start), to.max(end));
        self.damage = Some(if anything { (from, from) } else { (from, to) });
    }
}

impl Parser<'_> {
    /// Attributes and blocks: up to the closing brace of the block that `open` opened, which is taken, or of the file.
    pub(super) fn body(&mut self, open: Option<Token>) -> u32 {
        let start = if open.is_some() { self.end } else { self.lexer.base };
        let mut parts = Parts { from: self.nodes.len(), blocks: Vec::new(), damage: None, one_line: false };
        let end = self.with_newlines(true, |parser| parser.items(open, &mut parts, false));
        self.close_body(start, end, parts)
    }

    pub(super) fn close_body(&mut self, start: u32, end: u32, parts: Parts) -> u32 {
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
    pub(super) fn items(&mut self, open: Option<Token>, parts: &mut Parts, told: bool) -> u32 {
        loop {
            self.eat_newlines();
            let end = self.end;
            if let Some(open) = open
                && (self.token.kind == End || self.outdented())
            {
                self.unclosed_block(open, told);
                parts.lose(end, end);
                return end;
            }
            match self.token.kind {
                Name => self.item(parts),
                CloseBrace if open.is_some() && !self.closes_too_early() => return self.bump().start,
                End => return self.token.start,
                _ => {
                    let start = self.token.start;
                    self.not_an_item();
                    if self.token.kind == CloseBrace {
                        self.closed_twice(parts);
                        continue;
                    }
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
    pub(super) fn skip_item(&mut self, start: u32, parts: &mut Parts) {
        self.resync_item();
        parts.lose(start, self.end.max(start));
    }

    /// A brace that closes nothing, next: what stands before it may belong to the block that ended before, or to one in
    /// it, unless the indentation told that it is this brace that is wrong.
    fn closed_twice(&mut self, parts: &mut Parts) {
        let early = self.closes_too_early();
        self.bump();
        self.lost = false;
        if let Some(&block) = parts.blocks.last().filter(|_| !early) {
            self.damage_all(block);
        }
    }

    /// Marks a block and all that are in it as if anything may be missing in them.
    pub(super) fn damage_all(&mut self, block: u32) {
        if std::mem::replace(&mut self.damaged_block, block) == block {
            return;
        }
        let mut blocks = vec![block];
        while let Some(block) = blocks.pop() {
            let body = self.words.at(block, 5);
            let end = self.words.end(body);
            self.damage_body(body, end);
            let [attributes, count] = [5, 6].map(|index| self.words.at(body, index) as usize);
            blocks.extend_from_slice(self.words.list(body, 7 + attributes, count));
        }
    }

    /// Marks a body as if anything may be missing in it.
    pub(super) fn damage_body(&mut self, body: u32, at: u32) {
        self.words.0[body as usize + 3] = at;
        self.words.0[body as usize + 4] = at;
    }

    fn item(&mut self, parts: &mut Parts) {
        let name = self.bump();
        match self.peek() {
            Assign => {
                let attribute = self.attribute(name, false, parts);
                self.nodes.push(attribute);
            }
            OpenQuote | OpenBrace | Name => match self.block(name, parts) {
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

    /// An attribute or block whose name or type is in quotes, which has been reported.
    fn quoted_item(&mut self, parts: &mut Parts) {
        self.lost = false;
        let [start, end] = self.label();
        let closed = self.lexer.slice(start, end).ends_with(b"\"") && end > start + 1;
        let end = end - u32::from(closed);
        let name = Token { kind: Name, start: start + 1, end: end.max(start + 1), ..self.token };
        if !crate::syntax::is_name(&String::from_utf8_lossy(self.text(name))) {
            return self.skip_item(start, parts);
        }
        match self.peek() {
            Assign | Colon if !self.lost => {
                let attribute = self.attribute(name, false, parts);
                self.nodes.push(attribute);
            }
            OpenQuote | OpenBrace | Name if !self.lost => match self.block(name, parts) {
                Some(block) => {
                    // Its type may be what stood before the quotes.
                    if !self.brackets.is_empty() && closed {
                        parts.lose(start, end);
                        let body = self.words.at(block, 5);
                        self.damage_body(body, self.words.end(body));
                    }
                    parts.blocks.push(block);
                    self.after_block(block, parts);
                }
                None => self.skip_item(start, parts),
            },
            _ => self.skip_item(start, parts),
        }
    }

    /// `= expression` and the end of the line, which is not looked at in a block on `one_line`.
    pub(super) fn attribute(&mut self, name: Token, one_line: bool, parts: &mut Parts) -> u32 {
        self.bump();
        let told = self.diagnostics.len();
        self.passed_item = false;
        let mut value = self.expression();
        let closes = parts.one_line && self.peek() == CloseBrace;
        if !self.lost && !one_line && !closes && !matches!(self.peek(), Newline | End) {
            let another = self.token.start > self.end && self.item_starts_here() != Item::None;
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
            self.passed_item |= self.resync_item();
            value = self.invalid(start, self.end, value);
        }
        if self.diagnostics.len() > told && std::mem::take(&mut self.passed_item) {
            parts.lose(self.words.start(value), self.end);
        }
        self.words.push(Kind::Attribute, 0, [name.start, name.end, value])
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
        // Where the value of the first could not be read, the second may belong to it.
        repeated.retain(|&(first, _)| self.words.kind(self.words.at(self.nodes[first], 3)) != Kind::Invalid);
        for (first, again) in repeated {
            self.duplicate(name(self, first), name(self, again));
        }
    }
}
