//! Room 5: tokens, lossless tree, error recovery; native and JSON syntax behind one reading interface.
//!
//! [`parse`] never fails: what cannot be read becomes [`ExprKind::Invalid`] or a body's
//! [damage](Body::damage), with a diagnostic, and everything else of the file is there.

mod ast;
pub mod decode;
mod list;

pub use ast::{
    Access, AccessStep, Attribute, BinaryOp, Block, Body, Call, Expr, ExprKind, For, Ident, Key, Label, ObjectItem,
    Part, Template, UnaryOp,
};
pub use list::{Item, Iter, List};

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::source::SourceFile;

/// The tree of one file, with every byte of it.
#[derive(Debug)]
pub struct Tree {
    file: Arc<SourceFile>,
}

/// Which syntax a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// HCL native syntax, a body.
    Native,
    /// HCL's JSON syntax, a body. Strings read as expressions are templates.
    Json,
    /// HCL's JSON syntax, a body whose strings stand for themselves (`.tfvars.json`).
    JsonValues,
    /// One native expression (a command line's, a variable's value).
    Expression,
    /// One template without quotes around it (`templatefile`).
    Template,
}

/// Reads a file. Never fails, and takes time linear in its length.
pub fn parse(file: Arc<SourceFile>, syntax: Syntax) -> Tree {
    let _ = syntax;
    Tree { file }
}

impl Tree {
    /// The file that it was read from.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// All that is wrong in the file, by position.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        todo!()
    }

    /// The body of a [`Syntax::Native`] or [`Syntax::Json`] file.
    pub fn body(&self) -> Body<'_> {
        todo!()
    }

    /// The expression of a [`Syntax::Expression`] text; for [`Syntax::Template`] the template as an expression.
    pub fn expression(&self) -> Expr<'_> {
        todo!()
    }
}
