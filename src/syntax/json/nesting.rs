//! Which bracket closes which, and what is lost where one is missing or too many.

use super::Reader;
use crate::syntax::parser::MAX_DEPTH;
use crate::syntax::tree::{Kind, NONE};

/// An opening bracket that is open.
pub(super) struct Open {
    /// `{` or `[`.
    pub byte: u8,
    pub at: u32,
    /// Where the first token of its line is.
    line: usize,
    indentation: usize,
}

/// What the indentation says against the token that is next.
enum Misplaced {
    /// It stands outside of the innermost list, which is not closed.
    Outside,
    /// It is a closing bracket that closes nothing.
    Stray,
}

impl Reader<'_> {
    /// Takes the indentation of lines for what it says about brackets.
    pub(super) fn by_indentation(mut self) -> Self {
        self.by_indentation = true;
        self
    }

    pub(super) fn open(&mut self) {
        let (byte, at) = (self.bytes[self.at], self.at as u32);
        self.opens.push(Open { byte, at, line: self.line, indentation: self.indentation });
    }

    /// The value of a key on this line. Where the lines below are deeper and no bracket opens, an object lacks its brace.
    pub(super) fn value_below(&mut self, (line, indentation): (usize, usize)) -> u32 {
        let next = self.next_in_place();
        let below = self.at == self.line && self.indentation > indentation;
        if next != Some(b'"') || !below || !self.is_key() || self.depth >= MAX_DEPTH {
            return self.value(true);
        }
        self.missing_value();
        self.opens.push(Open { byte: b'{', at: self.at as u32, line, indentation });
        self.nested_items(Self::object)
    }

    /// Where the innermost list starts.
    pub(super) fn opened_at(&self) -> u32 {
        self.opens.last().map_or(self.at as u32, |open| open.at)
    }

    fn misplaced(&self) -> Option<Misplaced> {
        let open = self.opens.last().filter(|_| self.by_indentation)?;
        let closes = matches!(self.bytes.get(self.at), Some(b'}' | b']'));
        if self.at != self.line {
            return (closes && open.line != self.line).then_some(Misplaced::Stray);
        }
        let outside = self.opens.len() > 1
            && (self.indentation < open.indentation || !closes && self.indentation == open.indentation);
        match outside {
            true => Some(Misplaced::Outside),
            false => (closes && self.indentation > open.indentation).then_some(Misplaced::Stray),
        }
    }

    /// The next byte that is no space and no bracket that is one too many, by its neighbour or by the indentation.
    pub(super) fn next_in_place(&mut self) -> Option<u8> {
        loop {
            let byte = self.next()?;
            let rest = &self.bytes[self.at + 1..];
            let opens_nothing = match byte {
                b'{' => rest.starts_with(b"]"),
                b'[' => rest.starts_with(b"}"),
                _ => false,
            };
            let opens_nothing =
                opens_nothing || matches!((byte, rest), (b'{' | b'[', [b':', ..] | [b',', b'\n' | b'\r', ..]));
            match self.misplaced() {
                None if opens_nothing => self.stray_bracket(byte, "opens"),
                Some(Misplaced::Stray) => {
                    self.unbalanced = true;
                    self.stray_bracket(byte, "closes");
                }
                _ => return Some(byte),
            }
        }
    }

    /// Whether the list ends here. Takes its bracket, or reports that it is missing.
    pub(super) fn close(&mut self, close: u8) -> bool {
        let next = self.next_in_place();
        let outside = matches!(self.misplaced(), Some(Misplaced::Outside));
        match next {
            Some(byte) if !outside && byte == close => {
                self.at += 1;
                true
            }
            Some(byte @ (b'}' | b']')) if !outside => {
                self.wrong_close(byte);
                true
            }
            Some(_) if !outside => false,
            _ => {
                self.never_closed();
                self.unbalanced = true;
                self.cut = true;
                true
            }
        }
    }

    /// Whether one of these signs is next, and after it one of those.
    pub(super) fn is_before(&self, signs: &[u8], then: &[u8]) -> bool {
        match self.bytes.get(self.at..) {
            Some([sign, rest @ ..]) if signs.contains(sign) => {
                rest.trim_ascii_start().first().is_some_and(|next| then.contains(next))
            }
            _ => false,
        }
    }

    /// Whether the string that is next has a colon after it.
    pub(super) fn is_key(&self) -> bool {
        let rest = &self.bytes[self.at..];
        rest[super::string::extent(rest).0..].trim_ascii_start().starts_with(b":")
    }

    /// Whether the indentation tells that what opens the list around the next item is missing.
    pub(super) fn is_too_deep(&mut self) -> bool {
        if self.at != self.line {
            return false;
        }
        match &self.opens[..] {
            [_] if self.unit == 0 => {
                self.unit = self.indentation;
                false
            }
            [.., open] => self.by_indentation && self.indentation > open.indentation + self.unit,
            [] => false,
        }
    }

    /// Whether what is next stands outside of the list.
    pub(super) fn is_outside(&self) -> bool {
        matches!(self.misplaced(), Some(Misplaced::Outside))
    }

    /// A bracket of the other kind: it stands for this one, unless it closes one further out. Ends the list either way.
    fn wrong_close(&mut self, byte: u8) {
        let open = if byte == b'}' { b'{' } else { b'[' };
        let outer = self.opens[..self.opens.len() - 1].iter().any(|around| around.byte == open);
        self.mismatch(byte);
        // Or the indentation says that it closes this one.
        self.at += usize::from(!outer || self.by_indentation && self.at == self.line);
        self.unbalanced = true;
        self.cut = true;
    }

    /// The nodes that stand for what a list has lost, if it ended where it should not: any number of items.
    pub(super) fn lost(&mut self, object: bool) {
        if !std::mem::take(&mut self.cut) {
            return;
        }
        let at = self.at as u32;
        let nodes = self.lost_property(at);
        match object {
            true => self.nodes.extend([nodes.0, nodes.1]),
            false => self.nodes.push(nodes.1),
        }
    }

    /// A file that goes on after its end: what that belongs to, nobody knows.
    pub(super) fn with_rest(&mut self, root: u32) -> u32 {
        let (start, at, end) = (self.words.start(root), self.at as u32, self.bytes.len() as u32);
        let rest = self.words.push(Kind::Invalid, 0, [at, end, NONE]);
        let node = self.words.push(Kind::JsonArray, 0, [start, end, 2]);
        self.words.0.extend([root, rest]);
        node
    }
}
