//! Expressions as they are read from the words of a tree.

use std::borrow::Cow;

use super::{Access, AccessStep, BinaryOp, Call, Expr, ExprKind, For, Key, ObjectItem, Part, Template, UnaryOp};
use crate::source::Span;
use crate::syntax::list::{Item, List};
use crate::syntax::tree::{Kind, NONE, TextBits, step};
use crate::syntax::{Tree, json, text};

impl<'s> Expr<'s> {
    /// Where it stands, without surrounding parentheses' outside.
    pub fn span(self) -> Span {
        self.tree.span(self.tree.words.start(self.node), self.tree.words.end(self.node))
    }

    /// The tree that it is of.
    pub fn tree(self) -> &'s Tree {
        self.tree
    }

    /// Where the first syntax error in it is, if there is one.
    pub fn damage(self) -> Option<Span> {
        let Span { start, end, .. } = self.span();
        let places = self.tree.diagnostics().iter().filter_map(|diagnostic| diagnostic.span());
        let invalid = matches!(self.kind(), ExprKind::Invalid).then(|| self.span());
        places.skip_while(|place| place.start < start).take_while(|place| place.start <= end).next().or(invalid)
    }

    /// The text of a string that is no template. In JSON syntax of every string, as it stands: `${` means nothing
    /// then, as Terraform has it for the defaults of variables and everything that must not refer to anything.
    pub fn literal_text(self) -> Option<Cow<'s, str>> {
        match json::text(self.tree, self.node) {
            Some((start, end)) if self.tree.is_json() => Some(text::normalized(self.tree.text(start, end))),
            _ => match self.kind() {
                ExprKind::String(text) => Some(text),
                _ => None,
            },
        }
    }

    /// The native expression that a string is the text of, where Terraform reads one: in JSON syntax references in
    /// `depends_on` and the like, and types; in native syntax references that are in quotes as they once were. `None`
    /// for anything else, and for native strings with escapes. Its spans are those in the file.
    pub fn parse_text(self) -> Option<Tree> {
        let (start, end) = json::text(self.tree, self.node)?;
        Some(self.tree.embedded(start, end))
    }

    /// What it is.
    pub fn kind(self) -> ExprKind<'s> {
        let Expr { tree, node } = self;
        let words = &tree.words;
        let expr = |index| Expr { tree, node: words.at(node, index) };
        let list = |count: usize, index| words.list(node, index, words.at(node, count) as usize);
        match words.kind(node) {
            Kind::Null => ExprKind::Null,
            Kind::True => ExprKind::Bool(true),
            Kind::False => ExprKind::Bool(false),
            Kind::Number => {
                let (start, end) = words.leaf_span(node);
                ExprKind::Number(tree.name(start, end))
            }
            Kind::Variable => {
                let (start, end) = words.leaf_span(node);
                ExprKind::Variable(tree.ident(start, end))
            }
            Kind::Plain => {
                let (start, end) = words.leaf_span(node);
                ExprKind::String(text::normalized(tree.text(start + 1, end - 1)))
            }
            Kind::String => {
                let text = tree.bytes(words.at(node, 3), words.at(node, 4));
                ExprKind::String(text::value(text, TextBits(words.bits(node)), words.at(node, 5)))
            }
            Kind::Template => {
                let parts = List::new(tree, list(3, 4));
                ExprKind::Template(Template { parts, wraps: words.bits(node) != 0 })
            }
            Kind::Tuple | Kind::JsonArray => ExprKind::Tuple(List::new(tree, list(3, 4))),
            Kind::Object | Kind::JsonObject => {
                ExprKind::Object(List::new(tree, words.list(node, 4, 2 * words.at(node, 3) as usize)))
            }
            Kind::Access => {
                let steps = words.list(node, 3, 2 * words.at(node, 2) as usize);
                ExprKind::Access(Access { base: expr(1), steps: List::new(tree, steps) })
            }
            Kind::Call => ExprKind::Call(Call {
                name: tree.function(node),
                args: List::new(tree, list(4, 5)),
                expand: words.bits(node) != 0,
            }),
            Kind::Conditional => ExprKind::Conditional { test: expr(1), then: expr(2), otherwise: expr(3) },
            Kind::Unary => {
                let operator = if words.bits(node) == 0 { UnaryOp::Not } else { UnaryOp::Negate };
                ExprKind::Unary(operator, expr(2))
            }
            Kind::Binary => ExprKind::Binary(BinaryOp::ALL[words.bits(node) as usize], expr(2), expr(3)),
            Kind::For => ExprKind::For(self.for_parts()),
            Kind::Parens => ExprKind::Parens(expr(3)),
            Kind::JsonString => json::string(tree, node),
            _ => ExprKind::Invalid,
        }
    }

    fn for_parts(self) -> For<'s> {
        let Expr { tree, node } = self;
        let words = &tree.words;
        let some = |index| {
            let node = words.at(node, index);
            (node != NONE).then_some(Expr { tree, node })
        };
        For {
            key_name: tree.some_ident(words.at(node, 3), words.at(node, 4)),
            value_name: tree.ident(words.at(node, 5), words.at(node, 6)),
            collection: Expr { tree, node: words.at(node, 7) },
            key: some(8),
            value: Expr { tree, node: words.at(node, 9) },
            group: words.bits(node) != 0,
            condition: some(10),
        }
    }
}

impl<'s> Item<'s> for Expr<'s> {
    const WORDS: usize = 1;

    fn read(tree: &'s Tree, words: &[u32]) -> Self {
        Expr { tree, node: words[0] }
    }
}

impl<'s> Item<'s> for ObjectItem<'s> {
    const WORDS: usize = 2;

    fn read(tree: &'s Tree, words: &[u32]) -> Self {
        let node = words[0];
        let key = match tree.words.kind(node) {
            Kind::Variable | Kind::Null | Kind::True | Kind::False => {
                let (start, end) = tree.words.leaf_span(node);
                Key::Name(tree.ident(start, end))
            }
            Kind::JsonProperty => json::object_key(tree, node),
            _ => Key::Expr(Expr { tree, node }),
        };
        ObjectItem { key, value: Expr { tree, node: words[1] } }
    }
}

impl<'s> Item<'s> for AccessStep<'s> {
    const WORDS: usize = 2;

    fn read(tree: &'s Tree, words: &[u32]) -> Self {
        let start = words[0] & !(7 << step::SHIFT);
        let word = words[1];
        match words[0] >> step::SHIFT & 7 {
            step::ATTR => AccessStep::Attr(tree.ident(start, word)),
            step::INDEX => {
                let span = tree.span(tree.words.at(word, 2), tree.words.at(word, 3));
                AccessStep::Index(Expr { tree, node: tree.words.at(word, 1) }, span)
            }
            step::LEGACY => AccessStep::LegacyIndex(index(tree.name(start, word)), tree.span(start, word)),
            step::ATTR_SPLAT => AccessStep::AttrSplat(tree.span(start, word)),
            _ => AccessStep::FullSplat(tree.span(start, word)),
        }
    }
}

/// The index that a number is. One that is too large for any list, or has a fraction (which was refused), is the
/// largest there is.
fn index(number: &str) -> u64 {
    number.parse().unwrap_or_else(|_| match number.parse::<f64>() {
        Ok(float) if float.fract() == 0.0 => float as u64,
        _ => u64::MAX,
    })
}

impl<'s> Item<'s> for Part<'s> {
    const WORDS: usize = 1;

    fn read(tree: &'s Tree, words: &[u32]) -> Self {
        super::template::part(tree, words[0])
    }
}
