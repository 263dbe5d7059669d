//! Room 9: the one model that policies see: the resource instances that would exist, each with an address, typed
//! values, what is unknown and why. Does not know where it came from.

pub mod json;
mod model;
pub mod state;

pub use model::{
    Action, Change, Existence, Gap, Instance, Interest, Late, ModuleCall, Past, Plan, Provenance, Provider, Trace,
};
