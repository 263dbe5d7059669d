//! Provider configurations against their schemas.

use std::collections::HashSet;

use crate::config::{Module, ModuleId, ProviderConfig, Source};

use super::super::provider::{META, source};
use super::super::world::World;
use super::body::{Allowed, Place};
use super::{Around, Validator};

/// A provider configuration by its name and alias in a module.
type Name<'n> = (&'n str, Option<&'n str>);

impl<'c> Validator<'_, 'c> {
    /// A provider configuration; Terraform looks only at one that something uses.
    pub(super) fn provider(&self, provider: &'c ProviderConfig<'c>) {
        let name = (provider.name, provider.alias.as_deref());
        if !self.world.uses(self.module, name, &mut HashSet::new()) {
            return;
        }
        let registry = self.world.registry;
        let source = source(provider.name, self.module.requirements.get(provider.name));
        let demand = self.world.demand(&source);
        let known = registry.provider(&source).filter(|known| {
            let choice = known.version(demand.as_deref());
            choice.covers && !choice.known.partial
        });
        let schema = known.and_then(|known| registry.configuration(known, demand.as_deref()));
        let allowed = schema.as_deref().map_or(Allowed::Anything, |schema| Allowed::Block(&schema.block));
        let any_of = known.filter(|_| demand.is_none());
        let place = Place::configuration(allowed, META, provider.span, any_of);
        self.body(&provider.body, place, &Around::default());
    }
}

impl<'c> World<'c> {
    /// Whether a resource of the module, or of one that is given the configuration, uses it.
    pub(in super::super) fn uses(
        &self,
        module: &'c Module<'c>,
        name: Name<'c>,
        seen: &mut HashSet<(ModuleId, Name<'c>)>,
    ) -> bool {
        let own = |(_, ty, _): &(_, &'c str, _)| (ty.split('_').next().unwrap_or(ty), None);
        if module.resources.iter().any(|(key, resource)| resource.provider.unwrap_or_else(|| own(key)) == name) {
            return true;
        }
        module.calls.values().any(|call| {
            let Source::Found(id, _) = &call.source else { return true };
            let given = |given: &&(&'c str, Option<&'c str>, &'c str, Option<&'c str>)| (given.2, given.3) == name;
            let mut inside: Vec<Name<'c>> = call.providers.iter().filter(given).map(|one| (one.0, one.1)).collect();
            if name.1.is_none() {
                inside.push(name);
            }
            inside.into_iter().any(|name| seen.insert((*id, name)) && self.uses(self.config.module(*id), name, seen))
        })
    }
}
