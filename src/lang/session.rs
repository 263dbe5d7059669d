//! What evaluations of one run share: limits, options, and what is noticed on the way.

use std::cell::Cell;

use crate::source::Span;
use crate::value::Value;

use super::functions::Host;
use super::{Error, ErrorKind};

/// Choices in which versions and dialects of the language differ.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// `&&` and `||` leave the right side out where the left one decides (Terraform ≥ 1.12, OpenTofu, HCL ≥ 2.24);
    /// before that both sides are evaluated and an unknown one makes the result unknown.
    pub short_circuit: bool,
    /// Knows of unknowns only what Terraform knows of them, to answer as its console does: none stands for something or
    /// is one of a few values, differing parts do not tell two values apart, and `try` and `can` wait for all that
    /// they are given. Otherwise whatever is certain decides.
    pub as_terraform: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { short_circuit: true, as_terraform: false }
    }
}

/// State of a run of evaluations on one thread.
pub struct Session<'e> {
    /// Files and time.
    pub host: &'e dyn Host,
    /// Choices.
    pub options: Options,
    /// Set where an operation on an unknown could fail once it is known.
    pub(super) doubt: Cell<bool>,
    /// Inside an argument of `try` or `can`, where reading what is absent fails.
    pub(super) guarded: Cell<bool>,
    depth: Cell<u32>,
    steps: Cell<u64>,
}

impl<'e> Session<'e> {
    /// Nested evaluations, through references as well. Real configurations stay below 100.
    pub const MAX_DEPTH: u32 = 3_000;
    /// Expressions evaluated in one session. A root module of a thousand resources needs about 100,000.
    pub const MAX_STEPS: u64 = 10_000_000;
    /// Values of which another is made, see [`Value::is_larger_than`]: what doubles from name to name ends here.
    pub const MAX_SIZE: usize = 500_000;

    /// A fresh session.
    pub fn new(host: &'e dyn Host, options: Options) -> Self {
        Session {
            host,
            options,
            doubt: Cell::new(false),
            guarded: Cell::new(false),
            depth: Cell::new(0),
            steps: Cell::new(0),
        }
    }

    /// Runs an evaluation whose doubts are not those of the expression that asks for it: a local, an argument.
    pub fn isolated<T>(&self, run: impl FnOnce() -> T) -> T {
        let before = (self.doubt.replace(false), self.guarded.replace(false));
        let result = run();
        self.doubt.set(before.0);
        self.guarded.set(before.1);
        result
    }

    /// Runs one argument of `try` or `can`: its result, and whether an unknown could make it fail.
    pub(super) fn guarded<T>(&self, run: impl FnOnce() -> T) -> (T, bool) {
        let before = (self.doubt.replace(false), self.guarded.replace(true));
        let result = run();
        let doubt = self.doubt.replace(before.0);
        self.guarded.set(before.1);
        (result, doubt)
    }

    /// The value, unless it is too large to be gone through.
    ///
    /// # Errors
    /// If it is.
    pub fn bounded(&self, value: Value, span: Span) -> Result<Value, Error> {
        match value.is_larger_than(Self::MAX_SIZE) {
            true => Err(Error::new(span, ErrorKind::Limit("this value is too large".into()))),
            false => Ok(value),
        }
    }

    /// Counts a step that is not one into an expression: what is wrong if a limit is reached.
    pub(super) fn step(&self) -> Result<(), &'static str> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > Self::MAX_STEPS { Err("evaluation takes too many steps") } else { Ok(()) }
    }

    /// Counts a step into an expression; what is wrong if a limit is reached.
    pub(super) fn enter(&self) -> Result<(), &'static str> {
        let steps = self.steps.get() + 1;
        self.steps.set(steps);
        let depth = self.depth.get() + 1;
        if depth > Self::MAX_DEPTH {
            return Err("this is nested or referred to too deeply to be evaluated");
        }
        if steps > Self::MAX_STEPS {
            return Err("evaluation takes too many steps");
        }
        self.depth.set(depth);
        Ok(())
    }

    pub(super) fn leave(&self) {
        self.depth.set(self.depth.get() - 1);
    }
}
