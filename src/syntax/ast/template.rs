//! Templates: what strings and heredocs are that have to be worked out.

use std::borrow::Cow;

use super::{Expr, Ident};
use crate::source::Span;
use crate::syntax::list::List;
use crate::syntax::tree::{Kind, TextBits};
use crate::syntax::{Tree, text};

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

/// The part that a node is.
pub(super) fn part(tree: &Tree, node: u32) -> Part<'_> {
    let words = &tree.words;
    match words.kind(node) {
        Kind::TextPart => {
            let [start, end, indentation] = [1, 2, 3].map(|index| words.at(node, index));
            let value = text::value(tree.bytes(start, end), TextBits(words.bits(node)), indentation);
            Part::Literal(value, tree.span(start, end))
        }
        Kind::IfPart => {
            let [then, otherwise] = [2, 3].map(|index| words.at(node, index) as usize);
            Part::If {
                test: Expr { tree, node: words.at(node, 1) },
                then: List::new(tree, words.list(node, 4, then)),
                otherwise: List::new(tree, words.list(node, 4 + then, otherwise)),
            }
        }
        Kind::ForPart => Part::For {
            key_name: tree.some_ident(words.at(node, 1), words.at(node, 2)),
            value_name: tree.ident(words.at(node, 3), words.at(node, 4)),
            collection: Expr { tree, node: words.at(node, 5) },
            body: List::new(tree, words.list(node, 7, words.at(node, 6) as usize)),
        },
        _ => Part::Interpolation(Expr { tree, node }),
    }
}
