//! Reports of an assessment made by hand, which has one of everything.

mod json;
mod sarif;
mod text;
mod world;

pub use world::{World, world};
