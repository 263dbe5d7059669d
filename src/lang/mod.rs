//! Room 6: functions, operators, templates, scopes: an expression and a scope → a value.

mod error;
mod scope;

pub use error::{Error, ErrorKind, Result};
pub use scope::{Reference, Scope};
