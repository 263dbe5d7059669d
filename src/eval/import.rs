//! What `import` blocks say of the instances that they name.

use crate::addrs::InstanceKey;
use crate::config::Import;
use crate::diag::Diagnostic;
use crate::lang::{self, Error, Evaluator, Result};
use crate::source::Span;
use crate::value::{CauseKind, Causes, Type, Value, convert};

use super::instance::Each;
use super::names::Names;
use super::validate::target::Target;
use super::world::World;

/// Why something cannot be said before the changes are made.
fn is_late(causes: Option<Causes>) -> bool {
    causes.is_some_and(|causes| causes.iter().any(|cause| cause.kind == CauseKind::Computed))
}

impl<'c> World<'c> {
    /// Reports what is wrong with the `import` blocks of the root module. Terraform tells nothing else of a plan then.
    pub(super) fn imports(&self) {
        self.root_instance().module.imports.iter().for_each(|import| self.import(import));
    }

    fn import(&self, import: &Import<'c>) {
        let all = match self.repeated(import) {
            Ok(all) => all,
            Err(error) => {
                self.failed(&error);
                return;
            }
        };
        for each in all {
            self.import_one(import, &each);
        }
    }

    /// What `for_each` makes of a block; once without it.
    pub(super) fn repeated(&self, import: &Import<'c>) -> Result<Vec<Each>> {
        let Some(for_each) = import.for_each else { return Ok(vec![Each::None]) };
        let names = Names::new(self, self.root_instance(), &Each::None);
        let value = self.session.isolated(|| Evaluator::new(&names, &self.session).eval(for_each))?;
        let wrong = |what: &str| Err(Error::other(for_each.span(), format!("what is imported {what}")));
        if is_late(value.causes_deep()) {
            return wrong("is known only after apply");
        }
        match lang::iterate(&value) {
            _ if value.is_null() => Ok(Vec::new()),
            Ok(items) => Ok(items.into_iter().map(|(key, value)| Each::Keyed { key, value }).collect()),
            Err(Some(_)) => Ok(Vec::new()),
            Err(None) => wrong("must be a collection"),
        }
    }

    fn import_one(&self, import: &Import<'c>, each: &Each) {
        let root = self.root_instance();
        if let Some(target) = self.target(import, each) {
            let declared = self.declared_at(root.module, &target);
            let keyed = matches!(target.key(), InstanceKey::Int(_) | InstanceKey::Str(_));
            let expansion = self.instances_of(root.module, &target, &declared, import.to.span());
            if expansion.is_some_and(|all| keyed && all.causes.is_none() && all.member(target.key()).is_none()) {
                self.report(
                    Diagnostic::error("import-missing-instance", "there is no such instance to be imported")
                        .at(import.to.span(), "")
                        .help("name an instance that is declared")
                        .without_place(),
                );
            }
        }
        match self.identity(import, each) {
            Err(error) => _ = self.failed(&error),
            Ok(value) if is_late(value.causes_deep()) => {
                self.failed(&Error::other(import.id.span(), "the identity is known only after apply"));
            }
            Ok(value) if value.is_null() => {
                self.failed(&Error::other(import.id.span(), "the identity must not be null"));
            }
            Ok(_) => {}
        }
    }

    /// The address that a block names, its keys evaluated.
    pub(super) fn target(&self, import: &Import<'c>, each: &Each) -> Option<Target<'c>> {
        let names = Names::new(self, self.root_instance(), each);
        let evaluator = Evaluator::new(&names, &self.session);
        Target::with_keys(import.to, &mut |key| match self
            .session
            .isolated(|| evaluator.eval(key))
            .map(|key| key.unmark().0)
        {
            Ok(Value::String(text)) => InstanceKey::Str(text),
            Ok(Value::Number(number)) => {
                let index = number.to_i64().and_then(|index| u64::try_from(index).ok());
                index.map_or(InstanceKey::Any, InstanceKey::Int)
            }
            _ => InstanceKey::Any,
        })
    }

    /// The identity of what a block imports.
    pub(super) fn identity(&self, import: &Import<'c>, each: &Each) -> Result<Value> {
        let names = Names::new(self, self.root_instance(), each);
        let evaluator = Evaluator::new(&names, &self.session);
        self.session.isolated(|| evaluator.eval(import.id).and_then(|id| identity(id, import.id.span())))
    }
}

/// The identity of what is imported, as text.
fn identity(value: Value, span: Span) -> Result<Value> {
    match convert(value, &Type::String) {
        Ok(value) if matches!(value.bare(), Value::String(text) if text.is_empty()) => {
            Err(Error::other(span, "the identity must not be empty"))
        }
        Ok(value) => Ok(value),
        Err(error) => Err(Error::other(span, format!("the identity must be a string: {error}"))),
    }
}
