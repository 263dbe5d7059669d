//! Room 4: types, values, conversion, unification; unknowns with cause and refinements; marks.
//!
//! The model is cty's (the type system of HCL and Terraform), with two additions: an unknown knows why it is
//! unknown and what it stands for, and a value may be *absent*: not written in the configuration.

mod chars;
mod constraint;
mod convert;
mod deep;
mod elements;
mod equal;
mod identity;
pub mod json;
pub mod masks;
mod mismatch;
mod model;
mod number;
mod refine;
mod same_type;
mod set;
mod show;
#[cfg(test)]
mod tests;
mod text_parts;
mod tri;
mod ty;
mod unify;
mod unknown;

pub use crate::addrs::Str;
pub use chars::Chars;
pub use constraint::{Constraint, Presence};
pub use convert::{ConvertError, convert};
pub use deep::Children;
pub use elements::Elements;
pub use equal::equal;
pub use identity::{Canonical, Identity, NoIdentity, OnlyCty, canonical};
pub use model::{Fields, List, Map, Marked, Marks, Object, Shape, Value};
pub use number::{ArithmeticError, Number};
pub use set::set_key;
pub use show::{show, show_line};
pub use tri::Tri;
pub use ty::Type;
pub use unify::unify;
pub use unknown::{Bound, Cause, CauseKind, Causes, Possible, Refinement, Symbol, TextPart, Unknown};
