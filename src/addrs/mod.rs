//! Room 3: addresses, as Terraform prints them.
//!
//! Below `value`, because an unknown value knows the address of what it stands for.

mod instance;
mod parse;
mod path;

pub use instance::{InstanceKey, Mode, ModuleInstance, ModuleStep, Resource, ResourceInstance, escaped};
pub use parse::{ParseError, parse_steps};
pub use path::{Path, Referent, Step};

/// Names and strings: 15 bytes inline, shared above that.
pub type Str = ecow::EcoString;
