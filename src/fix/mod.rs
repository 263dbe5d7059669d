//! Room 13: edits of files as spans and the text that takes their place; applying them safely.
//!
//! What to change is decided elsewhere. Here is how: [`set_attribute`], [`insert_block`], [`remove_attribute`] and the
//! others find the smallest pieces of the text that make a change, each an [`Edit`] of the tree that it was read from.
//! [`patch`] puts edits together into a new text in which everything else reads as before, or refuses them. [`write`]
//! brings it to disk. It is the only function of the library that writes a file that is not a report.

mod align;
mod attribute;
mod block;
mod check;
mod edit;
mod json;
mod layout;
mod patch;
mod remove;
mod snippet;
mod write;

pub use attribute::{replace, set_attribute};
pub use block::{append_block, insert_block, insert_block_after, rename_label};
pub use edit::Edit;
pub use patch::{Patch, patch};
pub use remove::{remove_attribute, remove_block};
pub use write::write;
