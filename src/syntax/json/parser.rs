//! From JSON text to a tree.

use super::super::lexer::Lexer;
use super::super::parser::{MAX_DEPTH, Output, Parser};
use super::super::tree::{Kind, NONE, Words};
use super::Decoded;
use crate::diag::Diagnostic;
use crate::source::FileId;

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
    spaced_names: Vec<(u32, String)>,
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
        (root, Output { words, diagnostics, spaced_names, open_at_end: false }, decoded)
    }

    /// The next byte that is no space. Comments, which JSON has not, are reported and passed over.
    fn next(&mut self) -> Option<u8> {
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

    fn comment(&mut self) {
        let rest = &self.bytes[self.at..];
        let length = match rest.starts_with(b"/*") {
            true => memchr::memmem::find(rest, b"*/").map_or(rest.len(), |end| end + 2),
            false => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
        };
        self.no_comments(length);
        self.at += length;
    }

    /// A value. Where none starts, an invalid node, and nothing is taken.
    fn value(&mut self) -> u32 {
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

    fn skip_deep(&mut self) -> u32 {
        self.too_deep();
        let start = self.at;
        let mut open = 0_usize;
        loop {
            let rest = &self.bytes[self.at..];
            match rest.first() {
                None => break,
                Some(b'{' | b'[') => open += 1,
                Some(b'}' | b']') => open -= 1,
                Some(b'"') => {
                    let (length, _) = super::string::extent(rest);
                    self.at += length.max(1) - 1;
                }
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                break;
            }
        }
        self.at = self.at.min(self.bytes.len());
        self.words.push(Kind::Invalid, 0, [start as u32, self.at as u32, NONE])
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

    /// `"key": value`. What has no key is a property without name, so that it is seen that something was there.
    fn property(&mut self) -> u32 {
        let start = self.at as u32;
        let key = match self.next() {
            Some(b'"') => self.key(),
            Some(byte) if byte == b'\'' || byte.is_ascii_alphanumeric() || byte == b'_' => self.unquoted_key(byte),
            _ => {
                self.missing_key();
                self.skip_to_separator();
                let end = self.at as u32;
                let value = self.words.push(Kind::Invalid, 0, [end, end, NONE]);
                return self.words.push(Kind::JsonProperty, 1, [start, end, value, NONE, start, start, NONE]);
            }
        };
        match self.next() {
            Some(b':') => self.at += 1,
            Some(byte) => {
                self.missing_colon(byte);
                self.at += usize::from(byte == b'=');
            }
            None => {}
        }
        let comment = key.plain && &self.bytes[key.text.0 as usize..key.text.1 as usize] == b"//";
        let templates = self.templates;
        self.templates &= !comment;
        let value = self.value();
        self.templates = templates;
        let words = [key.span.0, key.span.1, value, NONE];
        let property = match key.plain {
            true => self.words.push(Kind::JsonProperty, 0, words),
            false => {
                let [a, b, c, d] = words;
                let words = [a, b, c, d, key.text.0, key.text.1, key.expression];
                self.words.push(Kind::JsonProperty, 1, words)
            }
        };
        self.adopt(property, value);
        property
    }

    /// Lets the properties of `value`, or of the objects in it if it is an array, know that `property` is around them.
    fn adopt(&mut self, property: u32, value: u32) {
        match self.words.kind(value) {
            Kind::JsonObject => {
                for index in 0..self.words.at(value, 3) as usize {
                    let inner = self.words.at(value, 4 + 2 * index);
                    self.words.0[inner as usize + 4] = property;
                }
            }
            Kind::JsonArray => {
                for index in 0..self.words.at(value, 3) as usize {
                    let item = self.words.at(value, 4 + index);
                    if self.words.kind(item) == Kind::JsonObject {
                        self.adopt(property, item);
                    }
                }
            }
            _ => {}
        }
    }

    fn skip_to_separator(&mut self) {
        while let Some(byte) = self.next() {
            match byte {
                b',' | b'}' | b']' => break,
                b'"' => {
                    let (length, _) = super::string::extent(&self.bytes[self.at..]);
                    self.at += length.max(1);
                }
                _ => self.at += 1,
            }
        }
    }

    fn number(&mut self) -> u32 {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length =
            rest.iter().take_while(|byte| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')).count();
        self.at += length;
        let (from, to) = (start as u32, self.at as u32);
        if is_number(&rest[..length]) {
            return self.words.leaf(Kind::Number, from, to);
        }
        self.bad_number(from, to);
        self.words.push(Kind::Invalid, 0, [from, to, NONE])
    }

    fn keyword(&mut self) -> u32 {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        self.at += length;
        let (from, to) = (start as u32, self.at as u32);
        let kind = match &rest[..length] {
            b"true" => Kind::True,
            b"false" => Kind::False,
            b"null" => Kind::Null,
            _ => {
                self.bad_keyword(from, to);
                return self.words.push(Kind::Invalid, 0, [from, to, NONE]);
            }
        };
        self.words.leaf(kind, from, to)
    }

    /// The node of the template that a text is, or [`NONE`] if it has no sequence.
    pub(super) fn template(&mut self, start: u32, end: u32) -> u32 {
        let text = match start {
            super::super::tree::DECODED.. => self.decoded.bytes(start, end),
            _ => &self.bytes[start as usize..end as usize],
        };
        let sequence = memchr::memmem::find_iter(text, b"{").any(|at| at > 0 && matches!(text[at - 1], b'$' | b'%'));
        if !self.templates || !sequence {
            return NONE;
        }
        let text = text.to_vec();
        let decoded = std::mem::take(&mut self.decoded);
        let origin = |position| if start < super::super::tree::DECODED { position } else { decoded.origin(position) };
        let words = std::mem::take(&mut self.words);
        let (node, output) = Parser::new(Lexer::template(&text, start, 0), self.file, words, &origin).lone_template();
        self.words = output.words;
        self.diagnostics.extend(output.diagnostics);
        self.spaced_names.extend(output.spaced_names);
        self.decoded = decoded;
        node
    }
}

/// Whether a text is a number of JSON's grammar.
fn is_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(text);
    if whole == 0 || whole > 1 && text[0] == b'0' {
        return false;
    }
    let mut rest = &text[whole..];
    if let Some(fraction) = rest.strip_prefix(b".") {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    super::super::parser::is_exponent(rest)
}
