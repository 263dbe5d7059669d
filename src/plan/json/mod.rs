//! Reading plans as `terraform show -json` writes them.
//!
//! `file` names the parts of the format; `read` goes through them. `tree` and `written` hold what the file says of the
//! configuration, `values` makes values of JSON, `attributes` decides which of them a configuration would have, and
//! `references` what the unknown ones stand for. `calls` and `providers` are the module calls and provider
//! configurations. Everything that is wrong with a file is worded in `problems`.

mod attributes;
mod calls;
mod expressions;
mod file;
mod problems;
mod providers;
mod read;
mod reading;
mod references;
#[cfg(test)]
mod tests;
mod tree;
mod values;
mod written;

pub use read::read;
