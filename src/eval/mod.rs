//! Room 10: config → plan, in dependency order, lazily, memoised.
//!
//! One [`World`] evaluates one root module. Nothing is evaluated before something asks for it, and nothing twice: a
//! module that no wanted resource type occurs in is never entered.

mod attribute;
mod blocks;
mod body;
mod cases;
mod collect;
mod complete;
mod conditions;
mod console;
mod data;
mod dynamic;
mod expand;
mod found;
mod graph;
mod host;
mod import;
mod instance;
mod module;
mod names;
mod prior;
mod provenance;
mod provider;
mod reads;
mod resource;
mod unset;
mod validate;
mod variable;
mod wanted;
mod world;

pub use cases::Case;
pub use collect::{plan, unfit_providers, wrong_defaults};
pub use console::Console;
pub use host::Files;
pub use wanted::{Reach, Wanted};
pub use world::{Options, World};
