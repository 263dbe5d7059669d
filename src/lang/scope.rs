//! What an expression may refer to.

use crate::source::Span;
use crate::syntax::{AccessStep, Call, Ident};
use crate::value::{Identity, NoIdentity, Object, Value};

use super::{Error, ErrorKind, Evaluator, Result};

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

impl<'s> Reference<'_, 's> {
    /// The name of the step `at`, if there is one and it is a name.
    pub fn name(&self, at: usize) -> Option<Ident<'s>> {
        match self.steps.get(at) {
            Some(AccessStep::Attr(ident)) => Some(*ident),
            _ => None,
        }
    }
}

/// Gives names their values: the configuration of a module, a policy's world, a test's mocks.
pub trait Scope {
    /// The value of a reference: of the root name and as many steps as the scope takes, and how many those were.
    /// The evaluator applies the rest. An index among the steps is evaluated with `evaluator`.
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)>;

    /// A call that the scope answers itself instead of the language: `core::getresources`. `None`: it is no such.
    fn call(&self, call: &Call<'_>, span: Span, evaluator: &Evaluator<'_>) -> Option<Result<Value>> {
        let _ = (call, span, evaluator);
        None
    }

    /// What reading `name` from an object means, where the object does not have it. `None`: an error.
    fn missing(&self, object: &Object, name: &str) -> Option<Value> {
        let _ = (object, name);
        None
    }

    /// What is known of symbols beyond their names, for comparisons.
    fn identity(&self) -> &dyn Identity {
        &NoIdentity
    }
}

/// A scope without any name.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

impl Scope for Nothing {
    fn resolve(&self, reference: Reference<'_, '_>, _: &Evaluator<'_>) -> Result<(Value, usize)> {
        let what = format!("`{}`", reference.root.name);
        Err(Error::new(reference.span, ErrorKind::Undeclared(what, None)))
    }
}
