//! The reading interface: typed handles into a tree. All are `Copy` and cost nothing to make.

use std::borrow::Cow;

use crate::source::Span;

use super::Tree;
use super::list::{Item, List};

/// A name and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Ident<'s> {
    /// The name.
    pub name: &'s str,
    /// Where it stands.
    pub span: Span,
}

/// Attributes and blocks: a file, or what stands between a block's braces; in JSON syntax an object.
#[derive(Clone, Copy, Debug)]
pub struct Body<'s> {
    pub(super) tree: &'s Tree,
    pub(super) node: u32,
}

impl<'s> Body<'s> {
    /// From the first to the last byte of its content (in JSON: of the object).
    pub fn span(self) -> Span {
        todo!()
    }

    /// Whether it is JSON syntax, where only a schema tells attributes from blocks.
    pub fn is_json(self) -> bool {
        todo!()
    }

    /// Native: what is written `name = expression`, in order, duplicates included (they have a diagnostic).
    /// JSON: every property but the comment key `//`.
    pub fn attributes(self) -> impl Iterator<Item = Attribute<'s>> {
        std::iter::empty()
    }

    /// The attribute `name` (of several the first).
    pub fn attribute(self, name: &str) -> Option<Attribute<'s>> {
        self.attributes().find(|attribute| attribute.name().name == name)
    }

    /// Native: all blocks, in order. JSON: none, see [`Body::blocks_of`].
    pub fn blocks(self) -> impl Iterator<Item = Block<'s>> {
        std::iter::empty()
    }

    /// The blocks of type `ty`, in order. JSON: the property `ty` read as blocks with `labels` labels, through
    /// nested objects and arrays of objects, as HCL's JSON syntax has it. Native: those of that type, whatever
    /// their number of labels.
    pub fn blocks_of(self, ty: &str, labels: usize) -> Vec<Block<'s>> {
        let _ = (ty, labels);
        todo!()
    }

    /// The first region directly in this body that could not be read, so that something may be missing here.
    pub fn damage(self) -> Option<Span> {
        todo!()
    }
}

/// `name = expression`
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'s> {
    pub(super) tree: &'s Tree,
    pub(super) node: u32,
}

impl<'s> Attribute<'s> {
    /// The name.
    pub fn name(self) -> Ident<'s> {
        todo!()
    }

    /// The expression.
    pub fn expr(self) -> Expr<'s> {
        todo!()
    }

    /// From the name to the end of the expression.
    pub fn span(self) -> Span {
        todo!()
    }
}

/// `type "label" { … }`
#[derive(Clone, Copy, Debug)]
pub struct Block<'s> {
    pub(super) tree: &'s Tree,
    pub(super) node: u32,
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
    /// The type.
    pub fn ty(self) -> Ident<'s> {
        todo!()
    }

    /// The labels.
    pub fn labels(self) -> Vec<Label<'s>> {
        todo!()
    }

    /// What stands between the braces.
    pub fn body(self) -> Body<'s> {
        todo!()
    }

    /// From the type to the last label.
    pub fn header(self) -> Span {
        todo!()
    }

    /// From the type to the closing brace.
    pub fn span(self) -> Span {
        todo!()
    }
}

/// An expression.
#[derive(Clone, Copy, Debug)]
pub struct Expr<'s> {
    pub(super) tree: &'s Tree,
    pub(super) node: u32,
}

impl<'s> Expr<'s> {
    /// Where it stands, without surrounding parentheses' outside.
    pub fn span(self) -> Span {
        todo!()
    }

    /// What it is.
    pub fn kind(self) -> ExprKind<'s> {
        todo!()
    }

    /// The tree that it is of.
    pub fn tree(self) -> &'s Tree {
        self.tree
    }
}

/// The kinds of expressions.
#[derive(Clone, Debug)]
pub enum ExprKind<'s> {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as written.
    Number(&'s str),
    /// A quoted string or heredoc without interpolation, unescaped, indentation stripped, NFC-normalised.
    String(Cow<'s, str>),
    /// A quoted string or heredoc with interpolations or directives.
    Template(Template<'s>),
    /// `[a, b]`
    Tuple(List<'s, Expr<'s>>),
    /// `{ a = b }`
    Object(List<'s, ObjectItem<'s>>),
    /// `name`
    Variable(Ident<'s>),
    /// `base.name[key][*].name`
    Access(Access<'s>),
    /// `name(a, b)`
    Call(Call<'s>),
    /// `test ? then : otherwise`
    Conditional {
        /// The test.
        test: Expr<'s>,
        /// Taken where the test is true.
        then: Expr<'s>,
        /// Taken where it is false.
        otherwise: Expr<'s>,
    },
    /// `!a`, `-a`
    Unary(UnaryOp, Expr<'s>),
    /// `a + b`
    Binary(BinaryOp, Expr<'s>, Expr<'s>),
    /// `[for … ]`, `{for … }`
    For(For<'s>),
    /// `(a)`
    Parens(Expr<'s>),
    /// What could not be read; it has a diagnostic.
    Invalid,
}

/// `{ key = value }`
#[derive(Clone, Copy, Debug)]
pub struct ObjectItem<'s> {
    /// The key.
    pub key: Key<'s>,
    /// The value.
    pub value: Expr<'s>,
}

/// The key of an object item.
#[derive(Clone, Copy, Debug)]
pub enum Key<'s> {
    /// A bare name, which stands for itself.
    Name(Ident<'s>),
    /// Anything else.
    Expr(Expr<'s>),
}

/// A base and at least one step.
#[derive(Clone, Copy, Debug)]
pub struct Access<'s> {
    /// What is accessed; never an access itself, so all steps are in one list.
    pub base: Expr<'s>,
    /// The steps, in order.
    pub steps: List<'s, AccessStep<'s>>,
}

/// One step of an access.
#[derive(Clone, Copy, Debug)]
pub enum AccessStep<'s> {
    /// `.name`
    Attr(Ident<'s>),
    /// `[key]`
    Index(Expr<'s>, Span),
    /// `.0`
    LegacyIndex(u64, Span),
    /// `.*`: the attributes that follow are taken of each element.
    AttrSplat(Span),
    /// `[*]`: all steps that follow are taken of each element.
    FullSplat(Span),
}

/// A function call.
#[derive(Clone, Copy, Debug)]
pub struct Call<'s> {
    /// The function; with namespaces as written, `core::length`.
    pub name: Ident<'s>,
    /// The arguments.
    pub args: List<'s, Expr<'s>>,
    /// Whether the last argument is followed by `...`.
    pub expand: bool,
}

/// A `for` expression.
#[derive(Clone, Copy, Debug)]
pub struct For<'s> {
    /// The first of two names.
    pub key_name: Option<Ident<'s>>,
    /// The name, or the second of two.
    pub value_name: Ident<'s>,
    /// What it runs over.
    pub collection: Expr<'s>,
    /// The key of each item, if it makes an object.
    pub key: Option<Expr<'s>>,
    /// The value of each item.
    pub value: Expr<'s>,
    /// Whether `...` groups values by key.
    pub group: bool,
    /// `if`
    pub condition: Option<Expr<'s>>,
}

/// A template.
#[derive(Clone, Copy, Debug)]
pub struct Template<'s> {
    /// The parts, strip markers and indentation already applied.
    pub parts: List<'s, Part<'s>>,
    /// Whether it is nothing but one interpolation, which keeps the value's type: `"${x}"`.
    pub wraps: bool,
}

/// A part of a template.
#[derive(Clone, Debug)]
pub enum Part<'s> {
    /// Text, unescaped.
    Literal(Cow<'s, str>, Span),
    /// `${expression}`
    Interpolation(Expr<'s>),
    /// `%{if}`
    If {
        /// The test.
        test: Expr<'s>,
        /// Shown where it is true.
        then: List<'s, Part<'s>>,
        /// Shown where it is false.
        otherwise: List<'s, Part<'s>>,
    },
    /// `%{for}`
    For {
        /// The first of two names.
        key_name: Option<Ident<'s>>,
        /// The name, or the second of two.
        value_name: Ident<'s>,
        /// What it runs over.
        collection: Expr<'s>,
        /// Repeated for each element.
        body: List<'s, Part<'s>>,
    },
}

/// Operators with one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `!`
    Not,
    /// `-`
    Negate,
}

/// Operators with two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its sign")]
pub enum BinaryOp {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

macro_rules! item {
    ($item:ident, $words:expr) => {
        impl<'s> Item<'s> for $item<'s> {
            const WORDS: usize = $words;

            fn read(tree: &'s Tree, words: &[u32]) -> Self {
                let _ = (tree, words);
                todo!()
            }
        }
    };
}

item!(Expr, 1);
item!(ObjectItem, 2);
item!(AccessStep, 2);
item!(Part, 1);
