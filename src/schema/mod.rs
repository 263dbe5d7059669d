//! Room 7: what the types of providers look like: attributes and nested blocks, per provider version.
//!
//! The data is embedded text, one type a line (`providers/`, made by
//! `scripts/providers.py`, which describes its grammar). A type is found by bisection and read when it is first
//! asked for: nothing happens at start-up, and a run pays for the types that it meets.

mod block;
mod facts;
mod identity;
mod registry;
#[cfg(test)]
mod tests;
mod text;
mod version;

pub use block::{Attribute, Block, NestedAttributes, NestedBlock, Nesting};
pub use facts::{Alias, Argument, Scope};
pub use registry::{Choice, KnownVersion, Made, Provider, Registry, ResourceType};
pub use version::{Constraint, Version};
