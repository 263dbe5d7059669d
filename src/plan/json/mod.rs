//! Plans as `terraform show -json` writes them: reading and writing.
//!
//! `file` names the parts of the format; `read` goes through them. `tree` and `written` hold what the file says of the
//! configuration, `values` makes values of JSON, `attributes` and `blocks` decide which of them a configuration would
//! have, `references` what the unknown ones stand for and `causes` what would decide them. `instances`, `calls` and
//! `providers` are what comes out. Everything that is wrong with a file is worded in `problems`.
//!
//! `write` is the other way: `masks` says what of a value is unknown and sensitive, and `ours` adds what Terraform's form
//! has no place for, with `model` all that policies see of the configuration.

mod attributes;
mod blocks;
mod calls;
mod causes;
mod encode;
mod expressions;
mod file;
mod instances;
mod masks;
mod model;
mod ours;
mod problems;
mod providers;
mod read;
mod reading;
mod references;
#[cfg(test)]
mod tests;
mod tree;
mod values;
mod write;
mod written;

pub use read::read;
pub use write::{arguments, write};
