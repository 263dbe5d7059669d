//! Room 5: tokens, lossless tree, error recovery; native and JSON syntax behind one reading interface.
//!
//! [`parse`] never fails: what cannot be read becomes [`ExprKind::Invalid`] or a body's
//! [damage](Body::damage), with a diagnostic, and everything else of the file is there.

mod ast;
pub mod decode;
mod describe;
mod json;
mod lexer;
mod list;
mod parser;
mod quote;
mod scan;
mod text;
mod tokens;
mod tree;

pub use ast::{
    Access, AccessStep, Attribute, BinaryOp, Block, Body, Call, Expr, ExprKind, For, Ident, Key, Label, ObjectItem,
    Part, Template, UnaryOp,
};
pub use describe::describe;
pub use lexer::TokenKind;
pub use list::{Item, Iter, List};
pub use parser::MAX_DEPTH;
pub use quote::{is_name, quote};
pub use scan::{Scanned, scan};
pub use tokens::Tokens;

use std::borrow::Cow;
use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::source::{SourceFile, Span};

use json::Decoded;
use lexer::Lexer;
use parser::{Output, Parser};
use tree::{DECODED, Words};

/// The most diagnostics that one file gets. There may be one more, which says that there are more.
const MAX_DIAGNOSTICS: usize = 1_000;

/// The tree of one file, with every byte of it.
#[derive(Debug)]
pub struct Tree {
    file: Arc<SourceFile>,
    syntax: Syntax,
    words: Words,
    root: u32,
    decoded: Decoded,
    /// The names of functions that are written with blanks in them, by the node of the call.
    spaced_names: Vec<(u32, String)>,
    diagnostics: Vec<Diagnostic>,
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
    let bytes = file.bytes();
    let mut diagnostics = Vec::new();
    let bytes = match bytes.len() {
        0..=tree::MAX_LENGTH => bytes,
        _ => {
            let message = format!("files of more than {} MiB are not read", (tree::MAX_LENGTH + 1) >> 20);
            diagnostics.push(Diagnostic::error("syntax", message).at(file.span().at_start(), ""));
            &[]
        }
    };
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let words = Words(Vec::with_capacity(bytes.len() / 4 + 16));
    let lexer = || Lexer::new(bytes, 0, start);
    let parser = |lexer, words| Parser::new(lexer, file.id(), words, &|position| position);
    let native = |(root, output)| (root, output, Decoded::default());
    let (root, output, decoded) = match syntax {
        Syntax::Native => {
            let mut read = parser(lexer(), words).file();
            if read.1.open_at_end > 0 || read.1.items_in_brackets {
                // Some bracket is missing. Which one, the indentation tells, if the file has a sensible one. Of brackets
                // that are open at the end, only the innermost was reported.
                let mut again = parser(lexer(), Words::default()).by_indentation().file();
                let most = read.1.diagnostics.len() + read.1.open_at_end.saturating_sub(1) as usize;
                if again.1.diagnostics.len() <= most {
                    if read.1.open_at_end == 0 {
                        // The text itself shows what is missing; the indentation only, what is outside of it.
                        again.1.diagnostics = read.1.diagnostics;
                    }
                    read = again;
                }
            }
            native(read)
        }
        Syntax::Expression => native(parser(lexer(), words).lone_expression()),
        Syntax::Template => native(parser(Lexer::template(bytes, 0, start), words).lone_template()),
        Syntax::Json | Syntax::JsonValues => json::document(bytes, file.id(), syntax == Syntax::Json),
    };
    let Output { mut words, diagnostics: found, spaced_names, .. } = output;
    words.0.shrink_to_fit();
    diagnostics.extend(found);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span().map(|span| span.start));
    Tree { file, syntax, words, root, decoded, spaced_names, diagnostics }
}

impl Tree {
    /// The file that it was read from.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// The syntax that it was read as.
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// All that is wrong in the file, by position.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How much memory it takes, in bytes, besides the text.
    pub fn size(&self) -> usize {
        4 * self.words.0.len() + self.decoded.size()
    }

    /// The body of a [`Syntax::Native`] or [`Syntax::Json`] file.
    ///
    /// # Panics
    /// If the text was read as another syntax.
    pub fn body(&self) -> Body<'_> {
        Body { tree: self, node: self.root }
    }

    /// The expression of a [`Syntax::Expression`] text; for [`Syntax::Template`] the template as an expression.
    pub fn expression(&self) -> Expr<'_> {
        Expr { tree: self, node: self.root }
    }

    /// Whether it is of JSON syntax.
    pub fn is_json(&self) -> bool {
        matches!(self.syntax, Syntax::Json | Syntax::JsonValues)
    }

    /// The text between two positions as a native expression.
    fn embedded(&self, start: u32, end: u32) -> Tree {
        let origin = |position| self.span(position, position).start;
        let lexer = Lexer::new(self.bytes(start, end), start, 0);
        let (root, output) = Parser::new(lexer, self.file.id(), Words::default(), &origin).lone_expression();
        Tree {
            file: self.file.clone(),
            syntax: Syntax::Expression,
            words: output.words,
            root,
            decoded: self.decoded.clone(),
            spaced_names: output.spaced_names,
            diagnostics: output.diagnostics,
        }
    }

    /// The bytes between two positions.
    fn bytes(&self, start: u32, end: u32) -> &[u8] {
        match start {
            DECODED.. => self.decoded.bytes(start, end),
            _ => &self.file.bytes()[start as usize..end as usize],
        }
    }

    /// The text between two positions, with invalid UTF-8 replaced.
    fn text(&self, start: u32, end: u32) -> Cow<'_, str> {
        match self.file.utf8() {
            // A file that is UTF-8 is not looked through again for each of its texts.
            Some(text) if start < DECODED => Cow::Borrowed(text.get(start as usize..end as usize).unwrap_or_default()),
            _ => String::from_utf8_lossy(self.bytes(start, end)),
        }
    }

    /// Text that was read as a name or number, which is UTF-8.
    fn name(&self, start: u32, end: u32) -> &str {
        match self.text(start, end) {
            Cow::Borrowed(text) => text,
            Cow::Owned(_) => "",
        }
    }

    fn ident(&self, start: u32, end: u32) -> Ident<'_> {
        Ident { name: self.name(start, end), span: self.span(start, end) }
    }

    /// The name of the function that a call calls.
    fn function(&self, call: u32) -> Ident<'_> {
        let ident = self.ident(self.words.at(call, 1), self.words.at(call, 2));
        match self.spaced_names.binary_search_by_key(&call, |&(node, _)| node) {
            Ok(index) => Ident { name: &self.spaced_names[index].1, ..ident },
            Err(_) => ident,
        }
    }

    fn some_ident(&self, start: u32, end: u32) -> Option<Ident<'_>> {
        (start != tree::NONE).then(|| self.ident(start, end))
    }

    /// Two positions as a span of the file.
    fn span(&self, start: u32, end: u32) -> Span {
        match start {
            DECODED.. => self.decoded.span(self.file.id(), start, end),
            _ => Span::new(self.file.id(), start, end),
        }
    }
}
