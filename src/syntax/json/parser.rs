//! From JSON text to a tree.

use super::Decoded;
use super::nesting::Open;
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
    pub(super) nodes: Vec<u32>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) decoded: Decoded,
    pub(super) spaced_names: Vec<(u32, String)>,
    /// Whether strings are templates when they are read as expressions.
    pub(super) templates: bool,
    pub(super) depth: u32,
    /// The opening brackets that are open.
    pub(super) opens: Vec<Open>,
    /// Where the first token of the line is, and how many bytes are before it.
    pub(super) line: usize,
    pub(super) indentation: usize,
    /// How much deeper than its line the first list of the file has its items.
    pub(super) unit: usize,
    /// Whether indentation tells which bracket is not closed, or one too many.
    pub(super) by_indentation: bool,
    /// Whether any is.
    pub(super) unbalanced: bool,
    /// Whether the list that just ended may have lost something.
    pub(super) cut: bool,
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
            line: 0,
            indentation: 0,
            unit: 0,
            by_indentation: false,
            unbalanced: false,
            cut: false,
        }
    }

    /// A file: one object, or an array of objects. And whether its brackets match.
    pub fn document(mut self) -> (bool, (u32, Output, Decoded)) {
        self.byte_order_mark();
        let mut root = self.value(false);
        if !matches!(self.words.kind(root), Kind::JsonObject | Kind::JsonArray) {
            self.not_a_body(root);
            let (start, end) = (self.words.start(root), self.words.end(root));
            root = self.words.push(Kind::Invalid, 0, [start, end, root]);
        }
        if let Some(byte) = self.next() {
            self.after_document(byte);
            self.unbalanced = true;
            root = self.with_rest(root);
        }
        let Reader { words, diagnostics, decoded, spaced_names, .. } = self;
        let output = Output { words, diagnostics, spaced_names, open_at_end: 0, items_in_brackets: false };
        (!self.unbalanced, (root, output, decoded))
    }

    /// The next byte that is no space. Comments, which JSON has not, are reported and passed over.
    pub(super) fn next(&mut self) -> Option<u8> {
        loop {
            let rest = &self.bytes[self.at..];
            let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
            self.at += blanks;
            if let Some(newline) = memchr::memrchr(b'\n', &rest[..blanks]) {
                (self.line, self.indentation) = (self.at, blanks - newline - 1);
            }
            match self.bytes.get(self.at..)? {
                [] => return None,
                [b'#', ..] | [b'/', b'/' | b'*', ..] => self.comment(),
                [byte, ..] => return Some(*byte),
            }
        }
    }

    /// A value. Where none starts, an invalid node, and nothing is taken.
    pub(super) fn value(&mut self, in_property: bool) -> u32 {
        match self.next_in_place() {
            // The next key, or by the indentation something else.
            Some(b'"') if in_property && self.is_key() => self.no_value(),
            Some(_) if self.by_indentation && in_property && self.at == self.line => self.no_value(),
            Some(b'"' | b'\'') => self.string(),
            Some(b'{' | b'[') => self.nested(),
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => self.number(),
            Some(byte) if byte.is_ascii_alphabetic() => {
                let word = self.keyword();
                let invalid = self.words.kind(word) == Kind::Invalid;
                match self.next() {
                    // A word that strayed in front of the value.
                    Some(b'{' | b'[') if invalid => self.nested(),
                    _ => word,
                }
            }
            Some(b',' | b':') if in_property && self.is_before(b",:", b"{[") => {
                // One sign too many in front of the value.
                self.missing_value();
                self.at += 1;
                self.nested()
            }
            _ => self.no_value(),
        }
    }

    fn no_value(&mut self) -> u32 {
        self.missing_value();
        let at = self.at as u32;
        self.words.push(Kind::Invalid, 0, [at, at, NONE])
    }

    /// An object or array, unless it is nested too deeply.
    pub(super) fn nested(&mut self) -> u32 {
        if self.depth >= MAX_DEPTH {
            return self.skip_deep();
        }
        self.open();
        let object = self.bytes[self.at] == b'{';
        self.at += 1;
        self.nested_items(if object { Self::object } else { Self::array })
    }

    /// What is in the bracket that was just opened.
    pub(super) fn nested_items(&mut self, read: fn(&mut Self) -> u32) -> u32 {
        self.depth += 1;
        let node = match self.depth.is_multiple_of(4) {
            true => stacker::maybe_grow(256 << 10, 2 << 20, || read(self)),
            false => read(self),
        };
        self.opens.pop();
        self.depth -= 1;
        node
    }

    fn array(&mut self) -> u32 {
        let start = self.opened_at();
        let from = self.nodes.len();
        while !self.close(b']') {
            let item = self.value(false);
            self.nodes.push(item);
            if !self.separator(b']') {
                break;
            }
        }
        let objects = self.nodes[from..].iter().any(|&item| self.words.kind(item) == Kind::JsonObject);
        if self.cut && !objects {
            // It is the bracket that is wrong, for all that is known.
            self.cut = false;
            self.nodes.truncate(from);
            return self.words.push(Kind::Invalid, 0, [start, self.at as u32, NONE]);
        }
        self.lost(false);
        self.list(Kind::JsonArray, start, from, 1)
    }

    pub(super) fn object(&mut self) -> u32 {
        let start = self.opened_at();
        let from = self.nodes.len();
        while !self.close(b'}') {
            let deep = self.is_too_deep();
            let mut property = self.property();
            if deep {
                property = self.lost_property(self.at as u32).0;
            }
            let value = self.words.at(property, 3);
            self.nodes.extend([property, value]);
            if !self.separator(b'}') {
                break;
            }
        }
        self.lost(true);
        self.list(Kind::JsonObject, start, from, 2)
    }

    fn list(&mut self, kind: Kind, start: u32, from: usize, width: usize) -> u32 {
        let count = (self.nodes.len() - from) / width;
        let node = self.words.push(kind, 0, [start, self.at as u32, count as u32]);
        self.words.0.extend(self.nodes.drain(from..));
        node
    }

    /// What comes after an item: takes a comma. False where the list has ended.
    fn separator(&mut self, close: u8) -> bool {
        loop {
            let next = self.next_in_place();
            if self.is_outside() {
                return !self.close(close);
            }
            match next {
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
