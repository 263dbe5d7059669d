//! What an expression may refer to.

use crate::source::Span;
use crate::syntax::{AccessStep, Call, Ident};
use crate::value::Value;

use super::{Evaluator, Result};

/// A reference to be resolved: a root name and all steps after it up to the first splat.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'r, 's> {
    /// The first name: `var`, `local`, `aws_s3_bucket`, `attrs`.
    pub root: Ident<'s>,
    /// What follows it.
    pub steps: &'r [AccessStep<'s>],
    /// The whole reference.
    pub span: Span,
}

/// Gives names their values: the configuration of a module, a policy's world, a test's mocks.
pub trait Scope {
    /// The value of a reference: of the root name and as many steps as the scope takes, and how many those were.
    /// The evaluator applies the rest. An index among the steps is evaluated with `evaluator`.
    fn resolve<'s>(&self, reference: Reference<'_, 's>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)>;

    /// A call that the scope answers itself instead of the language: `core::getresources`. `None`: it is no such.
    fn call<'s>(&self, call: &Call<'s>, evaluator: &Evaluator<'_>) -> Option<Result<Value>> {
        let _ = (call, evaluator);
        None
    }
}
