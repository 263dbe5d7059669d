//! The reading interface: typed handles into a tree. All are `Copy` and cost nothing to make.

mod body;
mod expr;
mod read;
mod template;

pub use body::{Attribute, Block, Body, Ident, Label};
pub use expr::{Access, AccessStep, BinaryOp, Call, Expr, ExprKind, For, Key, ObjectItem, UnaryOp};
pub use template::{Part, Template};
