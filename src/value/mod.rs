//! Room 4: types, values, conversion, unification; unknowns with cause and refinements; marks.
//!
//! The model is cty's (the type system of HCL and Terraform), with two additions: an unknown knows why it is
//! unknown and what it stands for, and a value may be *absent*: not written in the configuration.

mod number;
mod ty;
mod unknown;
mod value;

pub use crate::addrs::Str;
pub use number::Number;
pub use ty::Type;
pub use unknown::{Bound, Cause, CauseKind, Causes, Possible, Refinement, Symbol, Unknown};
pub use value::{Fields, List, Map, Marked, Marks, Object, Shape, Value};
