//! From paths to a configuration: discovery, what modules declare, roots and their inputs.

mod structure;
mod tree;
