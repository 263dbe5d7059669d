//! `import` blocks: instances that exist, though no state knows them.

use std::collections::HashMap;

use crate::addrs::{self, InstanceKey, Mode, ModuleInstance, ResourceInstance, Str};
use crate::config::Import;
use crate::lang::Evaluator;
use crate::syntax::{AccessStep, Expr, ExprKind};
use crate::value::{Type, Value, convert};

use super::super::expand::each_of;
use super::super::instance::Each;
use super::super::names::Names;
use super::super::validate::target::Target;
use super::super::world::World;
use super::Known;

impl<'c> World<'c> {
    /// The instance as it is imported to an address, where it is known how its type is: with its identity alone.
    pub(super) fn imported(&self, address: &ResourceInstance) -> Option<Known> {
        let attribute = self.registry.import(&address.resource.ty)?;
        let schema = self.registry.resource(Mode::Managed, &address.resource.ty, None)?;
        let id = self.identity_of(address)?;
        let Type::Object(types) = schema.block.implied_type() else { return None };
        let value = |name: &Str, ty: &Type| match name == attribute {
            true => Value::String(id.clone()),
            false => Value::Null(ty.clone()),
        };
        let attrs = Value::object(types.iter().map(|(name, ty)| (name.clone(), value(name, ty))).collect());
        Some(Known { attrs, tainted: false, moved_from: None, import: Some(id) })
    }

    fn identity_of(&self, address: &ResourceInstance) -> Option<Str> {
        let (prior, imports) = (self.prior(), &self.root_instance().module.imports);
        if imports.is_empty() || self.options.unset || prior.importing.replace(true) {
            return None;
        }
        let all = prior.imports.get_or_init(|| imports.iter().flat_map(|import| self.named(import)).collect());
        prior.importing.set(false);
        all.get(address).cloned()
    }

    /// The instances that a block names, with their identities, as far as both are known. What is wrong with a block
    /// is told elsewhere.
    fn named(&self, import: &Import<'c>) -> HashMap<ResourceInstance, Str> {
        let root = self.root_instance();
        let value = |expr: Expr<'c>, each: &Each| {
            let names = Names::new(self, root, each);
            self.session.isolated(|| Evaluator::new(&names, &self.session).eval(expr)).ok()
        };
        let members = match import.for_each {
            None => vec![Each::None],
            Some(for_each) => {
                value(for_each, &Each::None).and_then(|all| each_of(&all, for_each.span())).unwrap_or_default()
            }
        };
        let one = |each: Each| {
            let id = convert(value(import.id, &each)?.unmark().0, &Type::String).ok()?;
            let Value::String(id) = id else { return None };
            let key = |key: Expr<'c>| match value(key, &each)?.bare() {
                Value::String(text) => Some(InstanceKey::Str(text.clone())),
                Value::Number(number) => number.to_i64()?.try_into().ok().map(InstanceKey::Int),
                _ => None,
            };
            Some((address(import.to, &key)?, id))
        };
        members.into_iter().filter_map(one).collect()
    }
}

/// The address that an expression names, its keys evaluated.
fn address<'c>(expr: Expr<'c>, evaluate: &dyn Fn(Expr<'c>) -> Option<InstanceKey>) -> Option<ResourceInstance> {
    let target = Target::of(expr)?;
    let ExprKind::Access(access) = expr.kind() else { return None };
    let mut keys = access.steps.iter().filter_map(|step| match step {
        AccessStep::Index(key, _) => Some(evaluate(key)),
        AccessStep::LegacyIndex(index, _) => Some(Some(InstanceKey::Int(index))),
        _ => None,
    });
    let mut key = |written: &InstanceKey| match written {
        InstanceKey::None => Some(InstanceKey::None),
        _ => keys.next()?,
    };
    let mut module = ModuleInstance::root();
    for (name, written) in &target.modules {
        module = module.child((*name).into(), key(written)?);
    }
    let (mode, ty, name, written) = target.resource?;
    let resource = addrs::Resource { mode, ty: ty.into(), name: name.into() };
    Some(ResourceInstance { module, resource, key: key(&written)? })
}
