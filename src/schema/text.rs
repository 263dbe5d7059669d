//! The embedded text: finding a line, and reading a block. `scripts/providers.py` describes the grammar.

use std::collections::HashMap;
use std::sync::Arc;

use memchr::{memchr, memrchr};

use crate::value::{Str, Type};

use super::block::{Attribute, Block, NestedAttributes, NestedBlock, Nesting};

/// Deeper nesting than any provider has; below it, reading needs little stack.
const DEPTH: u32 = 64;

/// A line for `head` (`resource x`, `data x`, `provider`) that holds in the version `tag`, without its head.
pub(super) fn find(text: &'static str, head: &str, tag: u8) -> Option<&'static str> {
    let mut at = lower_bound(text, head);
    loop {
        let end = at + memchr(b'\n', &text.as_bytes()[at..])?;
        let rest = text[at..end].strip_prefix(head)?.strip_prefix(' ')?;
        match rest.strip_prefix('@') {
            None => return Some(rest),
            Some(tagged) => {
                let (tags, block) = tagged.split_once(' ')?;
                if tags.as_bytes().contains(&tag) {
                    return Some(block);
                }
            }
        }
        at = end + 1;
    }
}

/// The offset of the first line whose head is not less than `head`, by bisection over byte offsets.
fn lower_bound(text: &str, head: &str) -> usize {
    let bytes = text.as_bytes();
    // Invariant: both are starts of lines (or the end), and the line sought starts between them.
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
        let end = memchr(b'\n', &bytes[middle..high]).map_or(high, |at| middle + at);
        let line = &bytes[start..end];
        // A head ends at a space, which sorts before every byte of a name.
        let shared = line.len().min(head.len() + 1);
        if line[..shared].iter().lt(head.as_bytes().iter().chain(b" ")) {
            low = (end + 1).min(high);
        } else {
            high = start;
        }
    }
    low
}

/// All types that the text describes, of one kind (`resource`, `data`), sorted, each once.
pub(super) fn names(text: &'static str, kind: &str) -> impl Iterator<Item = &'static str> {
    let start = lower_bound(text, kind);
    let prefix = format!("{kind} ");
    let mut last = "";
    text[start..].lines().map_while(move |line| line.strip_prefix(prefix.as_str())).filter_map(move |line| {
        let name = line.split(' ').next()?;
        (std::mem::replace(&mut last, name) != name).then_some(name)
    })
}

/// Reads the block `source` as it is in the version `tag`; its references are lines of `text`.
///
/// `None` if it is not of the grammar, which no embedded text is.
pub(super) fn block(text: &'static str, source: &'static str, tag: u8) -> Option<Block> {
    let mut reader = Reader { text, rest: source, tag, shared: HashMap::new(), depth: 0 };
    let mut block = reader.block()?;
    if block.is_plain() {
        block.make_plain();
    }
    reader.rest.is_empty().then_some(block)
}

struct Reader {
    text: &'static str,
    /// What is left to read.
    rest: &'static str,
    tag: u8,
    /// References that were read already: a block that occurs often is kept once.
    shared: HashMap<&'static str, Arc<Block>>,
    depth: u32,
}

/// What an element of a block describes.
enum Element {
    Attribute(Attribute),
    Nested(NestedBlock),
}

impl Reader {
    fn block(&mut self) -> Option<Block> {
        let mut block = Block { deprecated: self.take('d'), ..Block::default() };
        self.list(|reader| {
            let name = reader.name()?;
            let element = if reader.take(':') {
                Element::Attribute(reader.attribute()?)
            } else {
                Element::Nested(reader.nested()?)
            };
            if reader.in_version() {
                match element {
                    Element::Attribute(attribute) => block.attributes.push((Str::from(name), attribute)),
                    Element::Nested(nested) => block.blocks.push((Str::from(name), nested)),
                }
            }
            Some(())
        })?;
        Some(block)
    }

    fn attribute(&mut self) -> Option<Attribute> {
        let [required, optional, computed, sensitive, deprecated, write_only] =
            ['r', 'o', 'c', 's', 'd', 'w'].map(|flag| self.take(flag));
        let nested = if self.take('/') {
            let (nesting, _, _) = self.nesting()?;
            Some(Arc::new(NestedAttributes { nesting, attributes: self.block()?.attributes }))
        } else {
            None
        };
        let ty = match &nested {
            Some(nested) => nested.implied_type(),
            None => self.ty()?,
        };
        Some(Attribute { ty, required, optional, computed, sensitive, deprecated, write_only, nested })
    }

    fn nested(&mut self) -> Option<NestedBlock> {
        let (nesting, min, max) = self.nesting()?;
        let block = if self.rest.starts_with('$') { self.reference()? } else { Arc::new(self.block()?) };
        Some(NestedBlock { nesting, min, max, block })
    }

    /// A block that has a line of its own.
    fn reference(&mut self) -> Option<Arc<Block>> {
        let end = self.rest.find([' ', ')', '@']).unwrap_or(self.rest.len());
        let (id, rest) = self.rest.split_at(end);
        if let Some(block) = self.shared.get(id) {
            self.rest = rest;
            return Some(block.clone());
        }
        self.rest = find(self.text, id, self.tag)?;
        let block = Arc::new(self.block()?);
        self.rest = rest;
        self.shared.insert(id, block.clone());
        Some(block)
    }

    /// Nesting mode, minimum and maximum.
    fn nesting(&mut self) -> Option<(Nesting, u32, Option<u32>)> {
        let (nesting, close) = match self.any()? {
            '.' => (Nesting::Single, None),
            '&' => (Nesting::Group, None),
            '[' => (Nesting::List, Some(']')),
            '{' => (Nesting::Set, Some('}')),
            '<' => (Nesting::Map, Some('>')),
            _ => return None,
        };
        let (min, max) = if self.take('?') {
            (0, Some(1))
        } else if self.take('+') {
            (1, None)
        } else if self.take('!') {
            (1, Some(1))
        } else if let Some(min) = self.digits() {
            self.expect('-')?;
            (min, self.digits())
        } else {
            (0, None)
        };
        if let Some(close) = close {
            self.expect(close)?;
        }
        Some((nesting, min, max))
    }

    fn ty(&mut self) -> Option<Type> {
        self.deeper(|reader| {
            Some(match reader.any()? {
                'S' => Type::String,
                'N' => Type::Number,
                'B' => Type::Bool,
                'A' => Type::Dynamic,
                '[' => Type::list(reader.element(']')?),
                '{' => Type::set(reader.element('}')?),
                '<' => Type::map(reader.element('>')?),
                '(' => Type::object(reader.object()?),
                _ => return None,
            })
        })
    }

    fn element(&mut self, close: char) -> Option<Type> {
        let ty = self.ty()?;
        self.expect(close)?;
        Some(ty)
    }

    /// The attributes of an object type, behind the opening parenthesis.
    fn object(&mut self) -> Option<Vec<(Str, Type)>> {
        let mut attributes = Vec::new();
        while !self.take(')') {
            self.take(' ');
            let name = self.name()?;
            self.expect(':')?;
            attributes.push((Str::from(name), self.ty()?));
        }
        Some(attributes)
    }

    /// `(element element …)`
    fn list(&mut self, mut element: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.deeper(|reader| {
            reader.expect('(')?;
            while !reader.take(')') {
                reader.take(' ');
                element(reader)?;
            }
            Some(())
        })
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.depth += 1;
        let found = (self.depth <= DEPTH).then(|| read(self)).flatten();
        self.depth -= 1;
        found
    }

    /// Whether what stands before is part of this version.
    fn in_version(&mut self) -> bool {
        if !self.take('@') {
            return true;
        }
        let end = self.rest.find([' ', ')']).unwrap_or(self.rest.len());
        let (tags, rest) = self.rest.split_at(end);
        self.rest = rest;
        tags.as_bytes().contains(&self.tag)
    }

    fn name(&mut self) -> Option<&'static str> {
        let end = self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))?;
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!name.is_empty()).then_some(name)
    }

    fn digits(&mut self) -> Option<u32> {
        let end = self.rest.find(|c: char| !c.is_ascii_digit())?;
        let (digits, rest) = self.rest.split_at(end);
        let number = digits.parse().ok()?;
        self.rest = rest;
        Some(number)
    }

    fn any(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let found = chars.next()?;
        self.rest = chars.as_str();
        Some(found)
    }

    fn take(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, c: char) -> Option<()> {
        self.take(c).then_some(())
    }
}
