//! Bodies, attributes and blocks.

use std::borrow::Cow;

use super::Expr;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::tree::{Kind, NONE};
use crate::syntax::{Tree, json, text};

/// A name and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Ident<'s> {
    /// The name.
    pub name: &'s str,
    /// Where it stands; in JSON syntax quotes included.
    pub span: Span,
}

/// Attributes and blocks: a file, or what stands between a block's braces; in JSON syntax an object, or an array of
/// objects that count as one.
#[derive(Clone, Copy, Debug)]
pub struct Body<'s> {
    pub(in crate::syntax) tree: &'s Tree,
    pub(in crate::syntax) node: u32,
}

impl<'s> Body<'s> {
    /// The tree that it is of.
    pub fn tree(self) -> &'s Tree {
        self.tree
    }

    /// From the first to the last byte of its content (in JSON: of the object, braces included).
    pub fn span(self) -> Span {
        self.tree.span(self.tree.words.at(self.node, 1), self.tree.words.end(self.node))
    }

    /// Whether it is JSON syntax, where only a schema tells attributes from blocks.
    pub fn is_json(self) -> bool {
        self.tree.words.kind(self.node) != Kind::Body
    }

    /// Native: what is written `name = expression`, in order, duplicates included (they have a diagnostic).
    /// JSON: every property but the comment key `//`, duplicates included (no diagnostic: for a block type they are
    /// further blocks, for an attribute an error, and only a schema tells which it is).
    pub fn attributes(self) -> impl Iterator<Item = Attribute<'s>> {
        let Body { tree, node } = self;
        let native = (!self.is_json()).then(|| {
            let count = tree.words.at(node, 5) as usize;
            tree.words.list(node, 7, count).iter().map(move |&node| Attribute { tree, node })
        });
        let json = self.is_json().then(|| json::properties(tree, node));
        native.into_iter().flatten().chain(json.into_iter().flatten())
    }

    /// The attribute `name` (of several the first).
    pub fn attribute(self, name: &str) -> Option<Attribute<'s>> {
        self.attributes().find(|attribute| attribute.name().name == name)
    }

    /// Native: all blocks, in order. JSON: none, see [`Body::blocks_of`].
    pub fn blocks(self) -> impl Iterator<Item = Block<'s>> {
        let Body { tree, node } = self;
        let blocks = match self.is_json() {
            true => &[],
            false => {
                let [attributes, blocks] = [5, 6].map(|index| tree.words.at(node, index) as usize);
                tree.words.list(node, 7 + attributes, blocks)
            }
        };
        blocks.iter().map(move |&node| Block { tree, node, property: NONE, labels: 0 })
    }

    /// The blocks of type `ty`, in order. JSON: the property `ty` read as blocks with `labels` labels, through
    /// nested objects and arrays of objects, as HCL's JSON syntax has it; what is neither object nor array where one
    /// must be is a block whose body has [damage](Body::damage). Native: those of that type, whatever their number
    /// of labels.
    pub fn blocks_of(self, ty: &str, labels: usize) -> Vec<Block<'s>> {
        match self.is_json() {
            true => json::blocks(self, ty, labels),
            false => self.blocks().filter(|block| block.ty().name == ty).collect(),
        }
    }

    /// What [`Body::blocks_of`] would pass over or return with damage, as diagnostics. Native: nothing.
    pub fn misread_blocks(self, ty: &str, labels: usize) -> Vec<Diagnostic> {
        match self.is_json() {
            true => json::misread(self, ty, labels),
            false => Vec::new(),
        }
    }

    /// Whether an attribute or block of this name may be in what could not be read of this body: where the text that
    /// was lost has the word in it, or nobody can tell what was lost.
    pub fn may_hold(self, name: &str) -> bool {
        let Some(damage) = self.damage() else { return false };
        let lost = &self.tree.file().bytes()[damage.range()];
        let mut words = lost
            .split(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | 0x80..)))
            .map(|word| &word[word.iter().take_while(|byte| byte.is_ascii_digit()).count()..]);
        self.is_json() || matches!(lost, [] | [b'{' | b'=', ..]) || words.any(|word| word == name.as_bytes())
    }

    /// The region directly in this body that could not be read, so that something may be missing here; of several, all
    /// from the first to the last. Empty where anything may be missing.
    pub fn damage(self) -> Option<Span> {
        match self.is_json() {
            true => json::damage(self.tree, self.node),
            false => {
                let [start, end] = [3, 4].map(|index| self.tree.words.at(self.node, index));
                (start != NONE).then(|| self.tree.span(start, end))
            }
        }
    }
}

/// `name = expression`
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'s> {
    pub(in crate::syntax) tree: &'s Tree,
    pub(in crate::syntax) node: u32,
}

impl<'s> Attribute<'s> {
    /// The name.
    pub fn name(self) -> Ident<'s> {
        match self.tree.words.kind(self.node) {
            Kind::JsonProperty => json::key(self.tree, self.node),
            _ => self.tree.ident(self.tree.words.at(self.node, 1), self.tree.words.at(self.node, 2)),
        }
    }

    /// The expression.
    pub fn expr(self) -> Expr<'s> {
        Expr { tree: self.tree, node: self.tree.words.at(self.node, 3) }
    }

    /// From the name to the end of the expression.
    pub fn span(self) -> Span {
        self.name().span.to(self.expr().span())
    }
}

/// `type "label" { … }`
#[derive(Clone, Copy, Debug)]
pub struct Block<'s> {
    pub(in crate::syntax) tree: &'s Tree,
    /// The block; in JSON syntax the value that is its body.
    pub(in crate::syntax) node: u32,
    /// In JSON syntax the property of the last label (of the type if there is none), and how many labels there are.
    pub(in crate::syntax) property: u32,
    pub(in crate::syntax) labels: u32,
}

/// A label of a block.
#[derive(Clone, Debug)]
pub struct Label<'s> {
    /// Its text, unescaped.
    pub text: Cow<'s, str>,
    /// Where it stands, quotes included.
    pub span: Span,
}

impl<'s> Block<'s> {
    fn is_json(self) -> bool {
        self.property != NONE
    }

    /// The type.
    pub fn ty(self) -> Ident<'s> {
        if self.is_json() {
            return json::key(self.tree, json::around(self.tree, self.property, self.labels));
        }
        self.tree.ident(self.tree.words.at(self.node, 1), self.tree.words.at(self.node, 2))
    }

    /// The labels.
    pub fn labels(self) -> Vec<Label<'s>> {
        if self.is_json() {
            return json::labels(self);
        }
        let count = self.tree.words.at(self.node, 6) as usize;
        let words = self.tree.words.list(self.node, 7, 2 * count);
        words.chunks_exact(2).map(|words| self.label(words[0], words[1])).collect()
    }

    fn label(self, start: u32, end: u32) -> Label<'s> {
        let bytes = self.tree.bytes(start, end);
        let text = match bytes {
            [b'"', text @ ..] => {
                let text = text.strip_suffix(b"\"").unwrap_or(text);
                text::label(text)
            }
            name => String::from_utf8_lossy(name),
        };
        Label { text, span: self.tree.span(start, end) }
    }

    /// What stands between the braces.
    pub fn body(self) -> Body<'s> {
        let node = if self.is_json() { self.node } else { self.tree.words.at(self.node, 5) };
        Body { tree: self.tree, node }
    }

    /// From the type to the last label. JSON: the last label, or the type if there is none.
    pub fn header(self) -> Span {
        match self.is_json() {
            true => json::key(self.tree, self.property).span,
            false => self.tree.span(self.tree.words.at(self.node, 1), self.tree.words.at(self.node, 3)),
        }
    }

    /// From the type to the closing brace. JSON: the object.
    pub fn span(self) -> Span {
        match self.is_json() {
            true => self.body().span(),
            false => self.tree.span(self.tree.words.at(self.node, 1), self.tree.words.at(self.node, 4)),
        }
    }
}
