//! Provider configurations.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::addrs::{self, Str};
use crate::config::{Config, ProviderConfig, ProviderRequirement, Root, implied_provider};
use crate::lang::Evaluator;
use crate::plan::{Plan, Provider};
use crate::schema::Constraint;
use crate::value::{CauseKind, Causes, Object, Shape, Type, Unknown, Value};

use super::blocks::{self, Site, Taker};
use super::graph::Graph;
use super::instance::{Each, ModuleInstance};
use super::names::Names;
use super::variable::damage_causes;
use super::world::World;

/// Arguments that are Terraform's own.
pub(super) const META: &[&str] = &["alias", "version"];

impl<'c> World<'c> {
    /// The provider configurations of the root module, and those that are used without a block.
    pub(super) fn providers(&self, graph: Option<&Graph<'c>>, plan: &mut Plan<'_>) {
        let root = self.root_instance();
        for (at, config) in root.module.providers.iter().enumerate() {
            // Terraform does not evaluate what nothing uses.
            let used = graph.is_none_or(|graph| graph.uses(root.module, at));
            plan.providers.push(match used {
                true => self.provider(root, config),
                false => self.quietly(|| self.provider(root, config)),
            });
        }
        let mut used: BTreeSet<Str> = plan.instances.iter().map(|instance| instance.provider.clone()).collect();
        used.extend(root.module.resources.keys().map(|(_, ty, _)| Str::from(ty.split('_').next().unwrap_or(ty))));
        for name in used {
            let requirement = root.module.requirements.get(name.as_str());
            let source = source(&name, requirement);
            if plan.providers.iter().any(|known| known.source == source) {
                continue;
            }
            let causes = Causes::one(CauseKind::Environment, format!("provider.{name}"), None);
            plan.providers.push(Provider {
                module: addrs::ModuleInstance::root(),
                version: version(&name, requirement),
                attrs: Value::unknown(Type::Dynamic, causes),
                alias: None,
                span: None,
                source,
                name,
            });
        }
    }

    /// What is demanded of a provider: the version of the root module's lock file, else all that the modules of the
    /// run ask for together.
    pub(super) fn demand(&self, source: &str) -> Option<Str> {
        self.demands.get_or_init(|| demands(self.config, self.root)).get(source).cloned()
    }

    fn provider(&self, module: &ModuleInstance<'c>, config: &ProviderConfig<'c>) -> Provider {
        let names = Names::new(self, module, &Each::None);
        let evaluator = Evaluator::new(&names, &self.session);
        let requirement = module.module.requirements.get(config.name);
        let source = source(config.name, requirement);
        let schema = self.registry.provider(&source).and_then(|provider| {
            let asked = requirement.and_then(|r| r.locked.as_deref().or(r.constraint.as_deref()));
            self.registry.configuration(provider, asked)
        });
        let block = schema.as_deref().map(|schema| &schema.block);
        let site = Site::new(Taker::Other, META, config.span);
        let fields = self.session.isolated(|| blocks::content(self, &evaluator, &config.body, block, site));
        let shape = Shape::Block(config.body.damage().map(damage_causes));
        Provider {
            module: module.address.clone(),
            name: config.name.into(),
            alias: config.alias.clone(),
            version: version(config.name, requirement),
            source,
            attrs: Value::Object(Arc::new(Object { fields, shape })),
            span: Some(config.span),
        }
    }
}

/// The demands of all modules that a root module reaches, by the provider's source address.
fn demands(config: &Config<'_>, root: &Root<'_>) -> HashMap<Str, Str> {
    let mut demands: HashMap<Str, Str> = HashMap::new();
    for module in config.reached(root).into_iter().map(|id| config.module(id)) {
        for requirement in module.requirements.values() {
            let Some(constraint) = &requirement.constraint else { continue };
            let all = demands.entry(requirement.source.clone()).or_default();
            if !all.is_empty() {
                all.push_str(", ");
            }
            all.push_str(constraint);
        }
    }
    let public = |address: &Str| Str::from(address.strip_prefix("registry.terraform.io/").unwrap_or(address));
    demands.extend(root.locked.iter().map(|(address, version)| (public(address), version.clone())));
    demands
}

/// The source address of a provider by its local name.
pub(super) fn source(name: &str, requirement: Option<&ProviderRequirement>) -> Str {
    match requirement.map(|requirement| &requirement.source).filter(|source| !source.is_empty()) {
        Some(source) => source.clone(),
        None => implied_provider(name),
    }
}

/// The version of the lock file, or an exact one that is written; else unknown.
fn version(name: &str, requirement: Option<&ProviderRequirement>) -> Value {
    let written = requirement.and_then(|requirement| {
        let exact = requirement.constraint.as_deref().and_then(Constraint::parse)?;
        exact.exact().map(|_| requirement.constraint.clone().unwrap_or_default())
    });
    match requirement.and_then(|requirement| requirement.locked.clone()).or(written) {
        Some(version) => Value::String(version.trim_start_matches('=').trim().into()),
        None => {
            let shown = match requirement.and_then(|requirement| requirement.constraint.as_deref()) {
                Some(constraint) => format!("provider {name} {constraint}"),
                None => format!("provider {name}"),
            };
            let causes = Causes::one(CauseKind::Environment, shown, None);
            Value::Unknown(Arc::new(Unknown::new(Type::String, causes).not_null()))
        }
    }
}
