//! Provider configurations against their schemas.

use crate::config::ProviderConfig;

use super::super::provider::{META, source};
use super::body::{Allowed, Place};
use super::{Around, Validator};

impl<'c> Validator<'_, 'c> {
    /// A provider configuration.
    pub(super) fn provider(&self, provider: &'c ProviderConfig<'c>) {
        let registry = self.world.registry;
        let source = source(provider.name, self.module.requirements.get(provider.name));
        let demand = self.world.demand(&source);
        let known = registry.provider(&source).filter(|known| {
            let choice = known.version(demand.as_deref());
            known.is_builtin() || choice.covers && !choice.known.partial
        });
        let schema = known.and_then(|known| registry.configuration(known, demand.as_deref()));
        let allowed = schema.as_deref().map_or(Allowed::Anything, |schema| Allowed::Block(&schema.block));
        let any_of = known.filter(|_| demand.is_none());
        let place = Place::new(allowed, META, provider.span).any_of(any_of);
        self.whole_body(&provider.body, place, &Around::default());
    }
}
