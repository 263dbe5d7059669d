//! From JSON text to a tree.

use super::Decoded;
use crate::diag::Diagnostic;
use crate::source::FileId;
use crate::syntax::parser::{MAX_DEPTH, Output};
use crate::syntax::tree::{Kind, NONE, Words};

/// Reads one JSON text.
pub(in crate::syntax) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) file: FileId,
    pub(super) words: Words,
    /// Nodes whose parent is not finished yet.
    nodes: Vec<u32>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) decoded: Decoded,
    pub(super) spaced_names: Vec<(u32, String)>,
    /// Whether strings are templates when they are read as expressions.
    pub(super) templates: bool,
    depth: u32,
    /// The opening brackets that are open: `{` or `[`, and where.
    pub(super) opens: Vec<(u8, u32)>,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8], file: FileId, templates: bool) -> Self {
        Reader {
            bytes,
            at: 0,
            file,
            words: Words(Vec::with_capacity(bytes.len() / 4 + 16)),
            nodes: Vec::new(),
            diagnostics: Vec::new(),
            decoded: Decoded::default(),
            spaced_names: Vec::new(),
            templates,
            depth: 0,
            opens: Vec::new(),
        }
    }

    /// A file: one object, or an array of objects.
    pub fn document(mut self) -> (u32, Output, Decoded) {
        self.byte_order_mark();
        let mut root = self.value();
        if !matches!(self.words.kind(root), Kind::JsonObject | Kind::JsonArray) {
            self.not_a_body(root);
            let (start, end) = (self.words.start(root), self.words.end(root));
            root = self.words.push(Kind::Invalid, 0, [start, end, root]);
        }
        if let Some(byte) = self.next() {
            self.after_document(byte);
        }
        let Reader { words, diagnostics, decoded, spaced_names, .. } = self;
        (root, Output { words, diagnostics, spaced_names, open_at_end: 0, items_in_brackets: false }, decoded)
    }

    /// The next byte that is no space. Comments, which JSON has not, are reported and passed over.
    pub(super) fn next(&mut self) -> Option<u8> {
        loop {
            let rest = &self.bytes[self.at..];
            self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
            match self.bytes.get(self.at..)? {
                [] => return None,
                [b'#', ..] | [b'/', b'/' | b'*', ..] => self.comment(),
                [byte, ..] => return Some(*byte),
            }
        }
    }

    /// A value. Where none starts, an invalid node, and nothing is taken.
    pub(super) fn value(&mut self) -> u32 {
        match self.next() {
            Some(b'"' | b'\'') => self.string(),
            Some(b'{' | b'[') => self.nested(),
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => self.number(),
            Some(byte) if byte.is_ascii_alphabetic() => self.keyword(),
            _ => {
                self.missing_value();
                let at = self.at as u32;
                self.words.push(Kind::Invalid, 0, [at, at, NONE])
            }
        }
    }

    /// An object or array, unless it is nested too deeply.
    fn nested(&mut self) -> u32 {
        if self.depth >= MAX_DEPTH {
            return self.skip_deep();
        }
        self.depth += 1;
        self.opens.push((self.bytes[self.at], self.at as u32));
        let read = |reader: &mut Self| match reader.bytes[reader.at] {
            b'{' => reader.object(),
            _ => reader.array(),
        };
        let node = match self.depth.is_multiple_of(4) {
            true => stacker::maybe_grow(256 << 10, 2 << 20, || read(self)),
            false => read(self),
        };
        self.opens.pop();
        self.depth -= 1;
        node
    }

    fn array(&mut self) -> u32 {
        let start = self.at as u32;
        let from = self.nodes.len();
        self.at += 1;
        while !self.close(b']') {
            let item = self.value();
            self.nodes.push(item);
            if !self.separator(b']') {
                break;
            }
        }
        self.list(Kind::JsonArray, start, from, 1)
    }

    fn object(&mut self) -> u32 {
        let start = self.at as u32;
        let from = self.nodes.len();
        self.at += 1;
        while !self.close(b'}') {
            let property = self.property();
            let value = self.words.at(property, 3);
            self.nodes.extend([property, value]);
            if !self.separator(b'}') {
                break;
            }
        }
        self.list(Kind::JsonObject, start, from, 2)
    }

    fn list(&mut self, kind: Kind, start: u32, from: usize, width: usize) -> u32 {
        let count = (self.nodes.len() - from) / width;
        let node = self.words.push(kind, 0, [start, self.at as u32, count as u32]);
        self.words.0.extend(self.nodes.drain(from..));
        node
    }

    /// Takes the closing bracket, if it is next; at the end of the text reports that it is missing.
    fn close(&mut self, close: u8) -> bool {
        match self.next() {
            Some(byte) if byte == close => {
                self.at += 1;
                true
            }
            None => {
                self.never_closed();
                true
            }
            Some(byte @ (b'}' | b']')) => self.wrong_close(byte),
            _ => false,
        }
    }

    /// A bracket of the other kind: it stands for this one, unless it closes one further out. Ends the list either way.
    fn wrong_close(&mut self, byte: u8) -> bool {
        let open = if byte == b'}' { b'{' } else { b'[' };
        let outer = self.opens[..self.opens.len() - 1].iter().any(|&(around, _)| around == open);
        self.mismatch(byte);
        self.at += usize::from(!outer);
        true
    }

    /// What comes after an item: takes a comma. False where the list has ended.
    fn separator(&mut self, close: u8) -> bool {
        loop {
            match self.next() {
                Some(b',') => {
                    let comma = self.at;
                    self.at += 1;
                    if self.next() == Some(close) {
                        self.trailing_comma(comma);
                    }
                    return true;
                }
                Some(b'}' | b']') | None => return !self.close(close),
                Some(b'"' | b'\'' | b'{' | b'[' | b'-' | b'0'..=b'9') => {
                    self.missing_comma();
                    return true;
                }
                Some(byte) if byte.is_ascii_alphabetic() => {
                    self.missing_comma();
                    return true;
                }
                Some(_) => self.skip_stray(),
            }
        }
    }
}
