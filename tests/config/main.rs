//! From paths to a configuration: discovery, what modules declare, roots and their inputs.

mod discovery;
mod inputs;
mod modules;
mod mutations;
mod structure;
mod tree;
