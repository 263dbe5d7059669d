//! Expressions.

use std::borrow::Cow;

use super::{Ident, Template};
use crate::source::Span;
use crate::syntax::Tree;
use crate::syntax::list::List;

/// An expression.
#[derive(Clone, Copy, Debug)]
pub struct Expr<'s> {
    pub(in crate::syntax) tree: &'s Tree,
    pub(in crate::syntax) node: u32,
}

/// The kinds of expressions.
#[derive(Clone, Debug)]
pub enum ExprKind<'s> {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as written; only in JSON syntax with a sign.
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
    /// `a + b`. Long chains lean left: go down the left side in a loop, and only right sides need recursion.
    Binary(BinaryOp, Expr<'s>, Expr<'s>),
    /// `[for … ]`, `{for … }`
    For(For<'s>),
    /// `(a)`
    Parens(Expr<'s>),
    /// What could not be read; it has a diagnostic. An item of a tuple, object or call that is invalid may stand for
    /// any number of items.
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
    /// A bare name, which stands for itself (`null`, `true` and `false` too).
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
    /// `.*`: the attributes and legacy indices that follow are taken of each element; any other step is taken of the
    /// whole result.
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

impl BinaryOp {
    /// What `b op a` is where this is `a op b`, of a comparison by size.
    pub fn flipped(self) -> Option<BinaryOp> {
        use BinaryOp::*;
        match self {
            Less => Some(Greater),
            LessEqual => Some(GreaterEqual),
            Greater => Some(Less),
            GreaterEqual => Some(LessEqual),
            _ => None,
        }
    }

    pub(super) const ALL: [BinaryOp; 13] = {
        use BinaryOp::*;
        [Or, And, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Add, Subtract, Multiply, Divide, Modulo]
    };
}
