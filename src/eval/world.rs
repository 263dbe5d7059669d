//! The evaluation of one root module.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use elsa::FrozenVec;

use crate::addrs::{self, Str};
use crate::config::{Config, Root};
use crate::diag::Diagnostic;
use crate::lang::{self, Session};
use crate::schema::Registry;
use crate::source::Span;
use crate::value::{CauseKind, Causes, Type, Value};

use super::host::Files;
use super::instance::{Caller, ModuleInstance};
use super::prior::Prior;

/// Choices of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Choices of the language.
    pub lang: lang::Options,
    /// Attributes that always equal an argument have its value, where Terraform would not know them before apply.
    pub aliases: bool,
    /// Everything is as Terraform plans it, and nothing known beyond that: resources have all attributes of their
    /// types, no data source is read, and what Terraform refuses is an error.
    pub strict: bool,
    /// What exists is read from the state, where that is a file of the tree; only beside `strict`.
    pub state: bool,
    /// As Terraform validates: variables have no values, nor their defaults, every module and resource is looked at
    /// once, whatever its instances, and of resources and outputs no more is known than their types. What is wrong then
    /// is wrong for all values.
    pub unset: bool,
}

/// The evaluation of one root module: everything found so far, and what is wrong.
pub struct World<'c> {
    pub(super) config: &'c Config<'c>,
    pub(super) root: &'c Root<'c>,
    pub(super) registry: &'static Registry,
    pub(super) files: &'c Files<'c>,
    pub(super) session: Session<'c>,
    pub(super) options: Options,
    /// What is demanded of providers, by source address.
    pub(super) demands: OnceCell<HashMap<Str, Str>>,
    /// How many instances there are so far, see `expand`.
    pub(super) made: Cell<usize>,
    /// What exists, see `prior`.
    pub(super) prior: OnceCell<Prior>,
    instances: FrozenVec<Box<ModuleInstance<'c>>>,
    diagnostics: RefCell<(Vec<Diagnostic>, HashSet<Span>)>,
}

impl<'c> World<'c> {
    /// A world in which nothing is evaluated yet but that the root module is there.
    pub fn new(config: &'c Config<'c>, root: &'c Root<'c>, files: &'c Files<'c>, options: Options) -> Self {
        let world = World {
            config,
            root,
            registry: Registry::builtin(),
            files,
            session: Session::new(files, options.lang),
            options,
            demands: OnceCell::new(),
            made: Cell::new(0),
            prior: OnceCell::new(),
            instances: FrozenVec::new(),
            diagnostics: RefCell::default(),
        };
        world.add(|id| ModuleInstance::new(id, config.module(root.module), addrs::ModuleInstance::root(), None, None));
        world
    }

    pub(super) fn add(&self, make: impl FnOnce(usize) -> ModuleInstance<'c>) -> &ModuleInstance<'c> {
        let id = self.instances.len();
        self.instances.push_get(Box::new(make(id)))
    }

    /// The root module's instance.
    pub(super) fn root_instance(&self) -> &ModuleInstance<'c> {
        &self.instances[0]
    }

    /// A module instance by its identity.
    pub(super) fn instance(&self, id: usize) -> &ModuleInstance<'c> {
        &self.instances[id]
    }

    /// The instance that calls this one.
    pub(super) fn caller<'w>(&'w self, of: &'w ModuleInstance<'c>) -> Option<(&'w ModuleInstance<'c>, &'w Caller<'c>)> {
        of.caller.as_ref().map(|caller| (self.instance(caller.instance), caller))
    }

    /// Notes what is wrong, each place once, and gives the unknown that stands for the value.
    pub(super) fn failed(&self, error: &lang::Error) -> Value {
        self.report(error.diagnostic());
        let causes = Causes::one(CauseKind::Error, error.to_string(), Some(error.span));
        Value::unknown(Type::Dynamic, causes)
    }

    /// Notes what is wrong, each place once.
    pub(super) fn report(&self, diagnostic: Diagnostic) {
        let mut diagnostics = self.diagnostics.borrow_mut();
        let new = diagnostic.span().is_none_or(|span| diagnostics.1.insert(span));
        if new {
            diagnostics.0.push(diagnostic);
        }
    }

    /// Takes what was noted so far.
    pub fn take_diagnostics(&self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.diagnostics.borrow_mut().0)
    }
}
