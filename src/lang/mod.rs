//! Room 6: functions, operators, templates, scopes: an expression and a scope → a value.
//!
//! Evaluation is total: it ends in a value, in an unknown that names its causes, or in an [`Error`], and within the
//! limits of a [`Session`] of depth and steps.

mod access;
mod admitted;
mod alternatives;
mod bounds;
mod calls;
mod collections;
mod conditional;
mod constraint;
mod doubt;
mod elements;
mod error;
mod evaluator;
mod failed;
pub mod functions;
mod narrow;
mod operators;
mod scope;
mod session;
mod template;
mod template_calls;
mod text_json;
mod walk;

pub use admitted::Admitted;
pub use calls::{is_function, nearest_function};
pub use collections::{Pairs, iterate};
pub use conditional::{one_of, same};
pub use constraint::{constraint, wrong_types};
pub use elements::{PartlyKnown, elements_of};
pub use error::{Error, ErrorKind, Limit, Result};
pub use evaluator::{Evaluator, Frame};
pub use narrow::{admits, narrow};
pub use scope::{Nothing, Reference, Scope};
pub use session::{Options, Session};
pub use walk::{Mention, Visitor, mentions, walk};
