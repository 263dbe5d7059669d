//! HCL's JSON syntax: the same tree, from JSON.
//!
//! Every value is kept as what it is in JSON. Whether a property is an attribute or blocks, and whether a string is a
//! template, an expression or itself, is up to who reads it.

mod decoded;
mod messages;
mod nesting;
mod parser;
mod property;
mod read;
mod scalar;
mod string;
mod token;

pub(super) use decoded::Decoded;
pub(super) use read::{around, blocks, damage, key, labels, misread, object_key, properties, string, text};
pub(super) use token::token;

use parser::Reader;

use super::parser::Output;
use crate::source::FileId;

/// Reads one JSON text. Where brackets do not match, the indentation tells which is wrong, if the text has a sensible one.
pub(super) fn document(bytes: &[u8], file: FileId, templates: bool) -> (u32, Output, Decoded) {
    let (matched, read) = Reader::new(bytes, file, templates).document();
    if matched {
        return read;
    }
    let (_, again) = Reader::new(bytes, file, templates).by_indentation().document();
    // It has none where it makes many errors of few. Of the others, the first that is found may hide the rest of the file.
    if again.1.diagnostics.len() <= 2 * read.1.diagnostics.len() + 2 { again } else { read }
}
