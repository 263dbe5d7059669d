//! What evaluations of one run share: limits, options, and what is noticed on the way.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::source::Span;
use crate::value::Value;

use super::functions::Host;
use super::{Error, ErrorKind, Limit};

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
///
/// What is done is counted in one place, in units of some 15 ns: expressions, and the values that functions and
/// operators go through and make. What is evaluated by itself (a local, an argument) gets half of what is left, and
/// always a little: one that takes too much costs its neighbours nothing.
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
    /// Units of work done, in all.
    done: Cell<u64>,
    /// Units of work that what is evaluated now has left.
    left: Cell<u64>,
    /// Sizes of large values that were asked for lately.
    sizes: RefCell<VecDeque<(Value, usize)>>,
}

impl<'e> Session<'e> {
    /// Nested evaluations, through references as well. Real configurations stay below 100.
    pub const MAX_DEPTH: u32 = 3_000;
    /// Units of work of one session. A root module of a thousand resources needs about two million.
    pub const MAX_WORK: u64 = 240_000_000;
    /// Values of which another is made, see [`Value::size`]: what doubles from name to name ends here.
    pub const MAX_SIZE: usize = 600_000;
    /// Units of work that everything may take which is evaluated by itself.
    const LEAST_WORK: u64 = 2_000;
    /// Units of work of an expression.
    pub(super) const EXPRESSION: u64 = 16;
    /// Units of work of a value that is gone through.
    const VALUE: u64 = 4;

    /// A fresh session.
    pub fn new(host: &'e dyn Host, options: Options) -> Self {
        Session {
            host,
            options,
            doubt: Cell::new(false),
            guarded: Cell::new(false),
            depth: Cell::new(0),
            done: Cell::new(0),
            left: Cell::new(Self::MAX_WORK / 2),
            sizes: RefCell::default(),
        }
    }

    /// Runs what is evaluated by itself, with its own share of the work that is left.
    pub fn apart<T>(&self, run: impl FnOnce() -> T) -> T {
        let share = (Self::MAX_WORK.saturating_sub(self.done.get()) / 2).max(Self::LEAST_WORK);
        let left = self.left.replace(share);
        let result = run();
        self.left.set(left);
        result
    }

    /// Of how many values a value is made, but no more than [`Session::MAX_SIZE`].
    pub fn size(&self, value: &Value) -> usize {
        // Fewer are counted as fast as they are looked up.
        const LARGE: usize = 256;
        const KEPT: usize = 16;
        if value.children().len() == 0 && !value.is_unknown() {
            return value.size(Self::MAX_SIZE);
        }
        let known = self.sizes.borrow().iter().find(|(other, _)| value.is_shared_with(other)).map(|(_, size)| *size);
        known.unwrap_or_else(|| {
            let size = value.size(Self::MAX_SIZE);
            if size > LARGE {
                let mut sizes = self.sizes.borrow_mut();
                sizes.truncate(KEPT - 1);
                sizes.push_front((value.clone(), size));
            }
            size
        })
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

    /// The value, unless `what` is too large to be gone through.
    ///
    /// # Errors
    /// If it is.
    pub fn bounded(&self, value: Value, what: impl FnOnce() -> String, span: Span) -> Result<Value, Error> {
        match self.size(&value) >= Self::MAX_SIZE {
            true => Err(Error::new(span, ErrorKind::Limit(Limit::Value(what())))),
            false => Ok(value),
        }
    }

    /// Counts that `values` are gone through, each as a whole.
    ///
    /// # Errors
    /// If they are too large, or it is too much.
    pub fn go_through<'v>(&self, values: impl IntoIterator<Item = &'v Value>, span: Span) -> Result<(), Error> {
        let size: usize = values.into_iter().map(|value| self.size(value)).sum();
        if size >= Self::MAX_SIZE {
            return Err(Error::new(span, ErrorKind::Limit(Limit::Value("what this goes through".into()))));
        }
        self.spend(size as u64 * Self::VALUE, span)
    }

    /// Counts units of work.
    ///
    /// # Errors
    /// If it is too much.
    pub fn spend(&self, units: u64, span: Span) -> Result<(), Error> {
        self.done.set(self.done.get().saturating_add(units));
        match self.left.get().checked_sub(units) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => {
                self.left.set(0);
                Err(Error::new(span, ErrorKind::Limit(Limit::Work)))
            }
        }
    }

    /// Counts a step into an expression.
    pub(super) fn enter(&self, span: Span) -> Result<(), Error> {
        self.spend(Self::EXPRESSION, span)?;
        let depth = self.depth.get() + 1;
        if depth > Self::MAX_DEPTH {
            return Err(Error::new(span, ErrorKind::Limit(Limit::Depth)));
        }
        self.depth.set(depth);
        Ok(())
    }

    pub(super) fn leave(&self) {
        self.depth.set(self.depth.get() - 1);
    }
}
