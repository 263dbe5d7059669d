//! How a file is laid out: lines, their breaks and indentation, what stands around an item.

use crate::source::{FileId, Span};
use crate::syntax::{Attribute, Block, Body, TokenKind, Tree};

use super::edit::Edit;

/// What an item of indentation is where a file does not show it.
const UNIT: &str = "  ";

/// A tree with its tokens.
pub(super) struct Layout<'s> {
    pub tree: &'s Tree,
    pub tokens: Vec<(TokenKind, Span)>,
}

impl<'s> Layout<'s> {
    pub fn new(tree: &'s Tree) -> Self {
        Layout { tree, tokens: tree.tokens().collect() }
    }

    pub fn bytes(&self) -> &'s [u8] {
        self.tree.file().bytes()
    }

    pub fn file(&self) -> FileId {
        self.tree.file().id()
    }

    pub fn edit(&self, start: u32, end: u32, text: impl Into<String>) -> Edit {
        Edit::new(Span::new(self.file(), start, end), text)
    }

    /// The text between two positions.
    pub fn text(&self, start: u32, end: u32) -> String {
        self.tree.file().text(Span::new(self.file(), start, end)).into_owned()
    }

    /// Where the text starts: after a byte order mark.
    pub fn start(&self) -> u32 {
        if self.bytes().starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }
    }

    pub fn end(&self) -> u32 {
        self.bytes().len() as u32
    }

    /// The tokens before `position`, from the last one on backwards.
    pub fn before(&self, position: u32) -> impl Iterator<Item = (TokenKind, Span)> {
        self.tokens[..self.tokens.partition_point(|(_, span)| span.end <= position)].iter().rev().copied()
    }

    /// The tokens from `position` on.
    pub fn from(&self, position: u32) -> impl Iterator<Item = (TokenKind, Span)> {
        self.tokens[self.tokens.partition_point(|(_, span)| span.start < position)..].iter().copied()
    }

    /// Where the line of a position starts.
    pub fn line_start(&self, position: u32) -> u32 {
        let before = &self.bytes()[..position as usize];
        memchr::memrchr(b'\n', before).map_or(self.start().min(position), |at| at as u32 + 1)
    }

    /// Where the line after that of a position starts; the end of the file where there is none.
    pub fn next_line(&self, position: u32) -> u32 {
        memchr::memchr(b'\n', &self.bytes()[position as usize..]).map_or(self.end(), |at| position + at as u32 + 1)
    }

    /// Whether the line that starts there has nothing but blanks. The end of the file is no line.
    pub fn is_blank(&self, line: u32) -> bool {
        line < self.end() && self.bytes()[line as usize..self.next_line(line) as usize].trim_ascii().is_empty()
    }

    /// The blanks at the start of the line of a position.
    pub fn indentation(&self, position: u32) -> &'s str {
        let start = self.line_start(position) as usize;
        let line = &self.bytes()[start..];
        let length = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        std::str::from_utf8(&line[..length]).unwrap_or_default()
    }

    /// Whether nothing but blanks is before a position on its line.
    pub fn starts_line(&self, position: u32) -> bool {
        self.bytes()[self.line_start(position) as usize..position as usize].trim_ascii().is_empty()
    }

    /// The line break that ends the line of a position, or the one before, or `\n` in a file of one line.
    pub fn newline(&self, position: u32) -> &'static str {
        let bytes = self.bytes();
        let position = position as usize;
        let at = memchr::memchr(b'\n', &bytes[position..]).map(|at| position + at);
        match at.or_else(|| memchr::memrchr(b'\n', &bytes[..position])) {
            Some(at) if bytes[..at].ends_with(b"\r") => "\r\n",
            _ => "\n",
        }
    }

    /// How far one level is indented: as the first block of the file that shows it.
    pub fn unit(&self, outer: &str) -> &'s str {
        let inside = |block: Block<'s>| items(block.body()).first().map(|item| item.span().start);
        let shown = match self.tree.body().is_json() {
            true => self.tokens.windows(2).find_map(|pair| match pair {
                [(TokenKind::Newline, _), (TokenKind::Blank, span)] => Some(span.end),
                _ => None,
            }),
            false => self.tree.body().blocks().filter_map(inside).find(|&at| self.starts_line(at)),
        };
        match shown.map(|at| self.indentation(at)) {
            Some(unit) if !unit.is_empty() => unit,
            _ if outer.starts_with('\t') => "\t",
            _ => UNIT,
        }
    }

    /// Where new lines go that follow what ends at `position`: after the comments and the break of its line.
    pub fn line_end(&self, position: u32) -> u32 {
        let mut end = position;
        for (kind, span) in self.from(position) {
            match kind {
                TokenKind::Blank => {}
                TokenKind::BlockComment => end = span.end,
                TokenKind::Newline | TokenKind::LineComment => return span.end,
                _ => return end,
            }
        }
        self.end()
    }

    /// Inserts whole lines at a position where one starts, or at the end of the file, where the last may have no break.
    /// `lines` have no break at their end.
    pub fn insert_lines(&self, at: u32, lines: &[String]) -> Edit {
        let newline = self.newline(at.saturating_sub(1));
        let lines = lines.join(newline);
        let text = match at > self.start() && !self.bytes()[..at as usize].ends_with(b"\n") {
            true => format!("{newline}{lines}"),
            false => format!("{lines}{newline}"),
        };
        self.edit(at, at, text)
    }
}

/// An attribute or a block.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item<'s> {
    Attribute(Attribute<'s>),
    Block(Block<'s>),
}

impl Item<'_> {
    pub fn span(&self) -> Span {
        match self {
            Item::Attribute(attribute) => attribute.span(),
            Item::Block(block) => block.span(),
        }
    }
}

/// What a native body holds, in order.
pub(super) fn items(body: Body<'_>) -> Vec<Item<'_>> {
    let mut items: Vec<Item> = body.attributes().map(Item::Attribute).chain(body.blocks().map(Item::Block)).collect();
    items.sort_by_key(|item| item.span().start);
    items
}
