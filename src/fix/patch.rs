//! Edits put together into a new text that is known to be right.

use crate::diag::Diagnostic;
use crate::source::SourceMap;
use crate::syntax::{self, Syntax, Tree};

use super::edit::{self, Edit};
use super::{align, check};

/// A change of one file: what is edited, and what comes of it.
#[derive(Debug)]
pub struct Patch {
    edits: Vec<Edit>,
    tree: Tree,
}

impl Patch {
    /// What is edited, in the order of the file and without overlaps: the given edits, and blanks that keep columns
    /// aligned. Empty where nothing changes.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The whole new text.
    pub fn bytes(&self) -> &[u8] {
        self.tree.file().bytes()
    }

    /// The tree of the new text. It is of no [`SourceMap`] of the run: its spans are for reading the tree alone.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }
}

/// Makes edits of a tree's file, all at once.
///
/// Where `=` or comments stood in a column as `terraform fmt` puts them, they do so afterwards, and where they did not,
/// they are left alone. Edits that touch each other are fine; several insertions at one place keep their order.
///
/// # Errors
/// Refused with the reason are edits of another file, outside the file, or of the same bytes (`fix-outside`,
/// `fix-overlap`); edits that bring in a syntax error (`fix-syntax`); and edits after which anything but the edited
/// pieces reads differently (`fix-meaning`), such as `a + b` put in the place of `x` in `x * 2`.
pub fn patch(tree: &Tree, edits: Vec<Edit>) -> Result<Patch, Diagnostic> {
    let edits = edit::in_order(tree.file(), edits)?;
    let draft = parse(tree, &edits);
    let settled = match tree.syntax() {
        Syntax::Native => align::settle(tree, &draft, &edits),
        _ => None,
    };
    let (edits, after) = match settled {
        Some(edits) => {
            let after = parse(tree, &edits);
            (edits, after)
        }
        None => (edits, draft),
    };
    check::check(tree, &after, &edits)?;
    Ok(Patch { edits, tree: after })
}

fn parse(tree: &Tree, edits: &[Edit]) -> Tree {
    let file = tree.file();
    let after = SourceMap::default().add(file.path().to_path_buf(), edit::apply(file.bytes(), edits));
    syntax::parse(after, tree.syntax())
}
