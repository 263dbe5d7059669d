//! Texts that are to be put into a file: what they must be, and how they are laid out there.

use crate::diag::Diagnostic;
use crate::source::SourceMap;
use crate::syntax::{self, Syntax, TokenKind, Tree};

use super::layout::Layout;

/// Reads one expression, in the syntax of the file that it is for.
pub(super) fn expression(text: &str, syntax: Syntax) -> Result<Tree, Diagnostic> {
    let is_one = |tree: &Tree| {
        tree.diagnostics().is_empty()
            && match syntax {
                Syntax::Json | Syntax::JsonValues => {
                    tree.body().attributes().map(|only| only.expr().span().range().len()).eq([text.len()])
                }
                _ => tree.expression().span().range() == (0..text.len()),
            }
    };
    let tree = match syntax {
        Syntax::Json | Syntax::JsonValues => parse(format!("{{\"value\":{text}}}"), syntax),
        // A heredoc ends with its line.
        _ => parse(format!("{text}\n"), Syntax::Expression),
    };
    match is_one(&tree) {
        true => Ok(tree),
        false => Err(refused("the new value is not one expression", text, &tree)),
    }
}

/// Reads blocks in native syntax.
pub(super) fn blocks(text: &str) -> Result<Tree, Diagnostic> {
    let tree = parse(text.to_owned(), Syntax::Native);
    let body = tree.body();
    match tree.diagnostics().is_empty() && body.attributes().next().is_none() && body.blocks().next().is_some() {
        true => Ok(tree),
        false => Err(refused("the new text is not a block", text, &tree)),
    }
}

fn parse(text: String, syntax: Syntax) -> Tree {
    syntax::parse(SourceMap::default().add("new text".into(), text.into_bytes()), syntax)
}

fn refused(message: &str, text: &str, tree: &Tree) -> Diagnostic {
    let refused = Diagnostic::error("fix-syntax", message).note(format!("it is `{text}`"));
    match tree.diagnostics().first() {
        Some(first) => refused.note(first.message.clone()),
        None => refused,
    }
}

/// A text of JSON with the line breaks of the file and all lines but the first indented.
pub(super) fn placed_json(text: &str, indentation: &str, newline: &str) -> String {
    text.lines().collect::<Vec<_>>().join(&format!("{newline}{indentation}"))
}

/// A text with the line breaks of the file and all lines but the first indented, but for texts of heredocs.
pub(super) fn placed(text: &Tree, indentation: &str, newline: &str) -> String {
    let layout = Layout::new(text);
    let bytes = text.file().bytes();
    let end = bytes.trim_ascii_end().len() as u32;
    let mut placed = String::with_capacity(bytes.len());
    let mut new_line = false;
    for (kind, span) in layout.tokens.iter().copied().filter(|(_, span)| span.start < end) {
        let token = layout.text(span.start, span.end.min(end));
        if std::mem::replace(&mut new_line, false) && kind != TokenKind::Newline {
            placed.push_str(indentation);
        }
        placed.push_str(&token.replace("\r\n", "\n").replace('\n', newline));
        new_line = matches!(kind, TokenKind::Newline | TokenKind::LineComment);
    }
    placed
}
