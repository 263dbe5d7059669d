//! HCL's JSON syntax: the same tree, from JSON.
//!
//! Every value is kept as what it is in JSON. Whether a property is an attribute or blocks, and whether a string is a
//! template, an expression or itself, is up to who reads it.

mod decoded;
mod messages;
mod parser;
mod property;
mod read;
mod scalar;
mod string;
mod token;

pub(super) use decoded::Decoded;
pub(super) use parser::Reader;
pub(super) use read::{around, blocks, damage, key, labels, misread, object_key, properties, string, text};
pub(super) use token::token;
