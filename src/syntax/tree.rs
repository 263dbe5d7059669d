//! How a tree is stored: one array of 32-bit words, children before their parents.
//!
//! A node is the index of its first word, which holds its [`Kind`] in the low 8 bits and 24 bits that the kind uses.
//! What follows is listed with each kind; `n` is a count, `start` and `end` are tree positions, everything else is a
//! node. About 1 byte of tree goes to a byte of Terraform, with its comments and blanks.

use super::lexer::Token;

/// Positions from here on count into [`Tree::decoded`](super::Tree), the text of JSON strings that have escapes.
pub(super) const DECODED: u32 = 1 << 31;

/// No node, or no position.
pub(super) const NONE: u32 = u32::MAX;

/// The longest text that has a tree.
pub(super) const MAX_LENGTH: usize = (1 << 28) - 1;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// What a node is, and its words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Kind { $($(#[$doc])* $name),* }

        impl Kind {
            const ALL: &'static [Kind] = &[$(Kind::$name),*];
        }
    };
}

kinds! {
    /// *Leaf*: the 24 bits are its length; start. A length that 24 bits cannot hold is all ones, and end follows.
    Null,
    /// Leaf.
    True,
    /// Leaf.
    False,
    /// Leaf.
    Number,
    /// Leaf.
    Variable,
    /// Leaf, quotes included: a string that is what stands between them.
    Plain,
    /// bits: [`TextBits`]; start, end, text start, text end, indentation. A string that must be worked out.
    String,
    /// bits: wraps; start, end, n, parts
    Template,
    /// start, end, n, items
    Tuple,
    /// start, end, n, (key, value)…
    Object,
    /// base, n, (start | step kind << 28, end or node)…
    Access,
    /// bits: expand; start, end of the name, end, n, arguments
    Call,
    /// test, then, otherwise
    Conditional,
    /// bits: operator; start, operand
    Unary,
    /// bits: operator; start, left, right
    Binary,
    /// bits: group; start, end, key name start, end, value name start, end, collection, key, value, condition
    For,
    /// start, end, inner
    Parens,
    /// start, end, what was read of it or NONE
    Invalid,
    /// key expression, start, end: `[key]`
    IndexStep,
    /// bits: [`TextBits`]; start, end, indentation
    TextPart,
    /// test, n of then, n of otherwise, parts…
    IfPart,
    /// key name start, end, value name start, end, collection, n, parts…
    ForPart,
    /// name start, name end, expression
    Attribute,
    /// type start, end, header end, end, body, n, (label start, end)…
    Block,
    /// start, end, damage start, end, n of attributes, n of blocks, attributes…, blocks…
    Body,
    /// start, end, n, (property, value)…
    JsonObject,
    /// start, end, n, items
    JsonArray,
    /// start, end of the key with quotes, text start, text end, value, property around it, key as an expression
    JsonProperty,
    /// start, end with quotes, text start, text end, the template it is or NONE
    JsonString,
}

/// The 24 bits of [`Kind::String`] and [`Kind::TextPart`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TextBits(pub u32);

impl TextBits {
    /// Between quotes: backslashes escape. Otherwise lines of a heredoc or template.
    pub const QUOTED: u32 = 1;
    /// White space at the start goes; unless quoted, up to the end of the first line.
    pub const TRIM_START: u32 = 2;
    /// White space at the end goes; unless quoted, from the start of the last line.
    pub const TRIM_END: u32 = 4;
    /// Starts at the start of a line, so that its indentation counts.
    pub const LINE_START: u32 = 8;
    /// Has no escape.
    pub const VERBATIM: u32 = 16;

    pub fn has(self, bit: u32) -> bool {
        self.0 & bit != 0
    }
}

/// The kinds of steps of an access, as stored.
pub(super) mod step {
    pub const ATTR: u32 = 0;
    pub const INDEX: u32 = 1;
    pub const LEGACY: u32 = 2;
    pub const ATTR_SPLAT: u32 = 3;
    pub const FULL_SPLAT: u32 = 4;
    /// A decoded text is short, so its positions leave the bits free, too.
    pub const SHIFT: u32 = 28;
}

const LONG: u32 = 0xff_ffff;

/// The words of a tree.
#[derive(Debug, Default)]
pub(super) struct Words(pub Vec<u32>);

impl Words {
    pub fn kind(&self, node: u32) -> Kind {
        Kind::ALL[(self.0[node as usize] & 0xff) as usize]
    }

    pub fn bits(&self, node: u32) -> u32 {
        self.0[node as usize] >> 8
    }

    /// The word at `index` of a node, counted from its first.
    #[inline]
    pub fn at(&self, node: u32, index: usize) -> u32 {
        self.0[node as usize + index]
    }

    /// `count` words from `index` on.
    pub fn list(&self, node: u32, index: usize, count: usize) -> &[u32] {
        let start = node as usize + index;
        &self.0[start..start + count]
    }

    #[inline]
    pub fn push<const N: usize>(&mut self, kind: Kind, bits: u32, words: [u32; N]) -> u32 {
        let node = self.0.len() as u32;
        self.0.push(kind as u32 | bits << 8);
        self.0.extend_from_slice(&words);
        node
    }

    #[inline]
    pub fn leaf(&mut self, kind: Kind, start: u32, end: u32) -> u32 {
        if end - start < LONG { self.push(kind, end - start, [start]) } else { self.push(kind, LONG, [start, end]) }
    }

    /// A leaf for a token.
    #[inline]
    pub fn token(&mut self, kind: Kind, token: Token) -> u32 {
        self.leaf(kind, token.start, token.end)
    }

    /// Where a leaf stands.
    #[inline]
    pub fn leaf_span(&self, node: u32) -> (u32, u32) {
        let start = self.at(node, 1);
        match self.bits(node) {
            LONG => (start, self.at(node, 2)),
            length => (start, start + length),
        }
    }

    /// Where an expression starts. Takes constant time: no kind starts with one that may start with it.
    pub fn start(&self, node: u32) -> u32 {
        match self.kind(node) {
            Kind::Access | Kind::Conditional => self.start(self.at(node, 1)),
            _ => self.at(node, 1),
        }
    }

    /// Where an expression ends. Nesting bounds the time.
    pub fn end(&self, node: u32) -> u32 {
        let mut node = node;
        loop {
            node = match self.kind(node) {
                Kind::Null | Kind::True | Kind::False | Kind::Number | Kind::Variable | Kind::Plain => {
                    return self.leaf_span(node).1;
                }
                Kind::Access => {
                    let last = node as usize + 1 + 2 * self.at(node, 2) as usize;
                    match self.0[last] >> step::SHIFT & 7 {
                        step::INDEX => return self.at(self.0[last + 1], 3),
                        _ => return self.0[last + 1],
                    }
                }
                Kind::Call => return self.at(node, 3),
                Kind::Conditional => self.at(node, 3),
                Kind::Unary => self.at(node, 2),
                Kind::Binary => self.at(node, 3),
                _ => return self.at(node, 2),
            }
        }
    }
}
