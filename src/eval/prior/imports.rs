//! `import` blocks: instances that exist, though no state knows them.

use std::collections::HashMap;

use crate::addrs::{self, Mode, ModuleInstance, ResourceInstance, Str};
use crate::config::Import;
use crate::value::{Type, Value};

use super::super::instance::Each;
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
        let one = |each: Each| {
            let id = self.identity(import, &each).ok()?.unmark().0;
            let Value::String(id) = id else { return None };
            Some((instance(&self.target(import, &each)?)?, id))
        };
        self.repeated(import).unwrap_or_default().into_iter().filter_map(one).collect()
    }
}

/// The instance that an address leads to; nothing if it is that of a module.
fn instance(target: &Target<'_>) -> Option<ResourceInstance> {
    let (mode, ty, name, key) = target.resource.as_ref()?;
    let steps = target.modules.iter();
    Some(ResourceInstance {
        module: steps.fold(ModuleInstance::root(), |module, (name, key)| module.child((*name).into(), key.clone())),
        resource: addrs::Resource { mode: *mode, ty: (*ty).into(), name: (*name).into() },
        key: key.clone(),
    })
}
