//! Provider configurations.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::addrs::{InstanceKey, ModuleInstance, Str};
use crate::plan::{Instance, Provider};
use crate::schema::Constraint;
use crate::value::{CauseKind, Causes, Type, Unknown, Value};

use super::expressions::Likeness;
use super::file::ProviderConfig;
use super::reading::Reading;
use super::tree::{Scope, Tree};

/// Terraform's own registry, which source addresses leave out.
const DEFAULT_HOST: &str = "registry.terraform.io/";

/// A provider's source address as configurations write it.
fn source(full_name: &str) -> Str {
    full_name.strip_prefix(DEFAULT_HOST).unwrap_or(full_name).into()
}

/// The type name of a provider: `aws` of `hashicorp/aws`.
pub(super) fn type_name(full_name: &str) -> Str {
    full_name.rsplit('/').next().unwrap_or(full_name).into()
}

impl<'j> Reading<'j> {
    /// The provider configurations, and the providers that are used without one.
    pub fn providers(&self, instances: &[Instance]) -> Vec<Provider> {
        let mut providers: Vec<Provider> = Vec::new();
        let mut used: BTreeSet<Str> = instances.iter().map(|instance| instance.provider.clone()).collect();
        let configs = self.configuration.into_iter().flat_map(|configuration| configuration.provider_config.values());
        for config in configs.filter(|config| !config.name.is_empty()) {
            let root = config.module_address.as_deref().unwrap_or_default().is_empty();
            let written = config.expressions.as_object().is_some_and(|fields| !fields.is_empty());
            if written || config.alias.is_some() {
                providers.extend(self.provider(config));
            } else if root {
                // It cannot be told whether there is a block without arguments, or none.
                used.insert(config.name.as_str().into());
            }
        }
        for name in used {
            let config = self.requirement(&name);
            let source = config.map_or_else(|| format!("hashicorp/{name}").into(), |config| source(&config.full_name));
            if providers.iter().any(|known| known.source == source) {
                continue;
            }
            let causes = Causes::one(CauseKind::Environment, format!("provider.{name}"), None);
            providers.push(Provider {
                module: ModuleInstance::root(),
                version: version(&name, config.and_then(|config| config.version_constraint.as_deref())),
                attrs: Value::unknown(Type::Dynamic, causes),
                alias: None,
                span: None,
                source,
                name,
            });
        }
        providers
    }

    /// What the root module, or else any other, demands of a provider of this type name.
    fn requirement(&self, name: &str) -> Option<&'j ProviderConfig> {
        let configs = || {
            let all = self.configuration.into_iter().flat_map(|configuration| configuration.provider_config.values());
            all.filter(|config| config.name == name || type_name(&config.full_name) == name)
        };
        configs().find(|config| config.module_address.is_none() && config.alias.is_none()).or_else(|| configs().next())
    }

    fn provider(&self, config: &'j ProviderConfig) -> Option<Provider> {
        let module: ModuleInstance = config.module_address.as_deref().unwrap_or_default().parse().ok()?;
        let node = self.tree.as_ref().map_or(Some(Tree::ROOT), |tree| tree.find(&module))?;
        let scope = Scope { module: module.clone(), node, key: InstanceKey::None, for_each: None };
        let source = source(&config.full_name);
        let asked = config.version_constraint.as_deref();
        let schema = self.registry.provider(&source).and_then(|provider| self.registry.configuration(provider, asked));
        let block = schema.as_deref().map(|schema| &schema.block);
        let what = format!("provider.{}", config.name);
        Some(Provider {
            module,
            name: config.name.as_str().into(),
            alias: config.alias.as_deref().map(Str::from),
            version: version(&config.name, asked),
            source,
            attrs: self.written_block(&config.expressions, block, &scope, Likeness::End, &what),
            span: None,
        })
    }

    /// What the configuration demands of the version of the provider of a resource.
    pub fn constraint(&self, key: Option<&str>, full_name: &str) -> Option<Str> {
        let configs = &self.configuration?.provider_config;
        let named = key.and_then(|key| configs.get(key)).and_then(|config| config.version_constraint.as_deref());
        let of_root =
            || configs.values().find(|config| config.module_address.is_none() && config.full_name == full_name);
        named.or_else(|| of_root()?.version_constraint.as_deref()).map(Str::from)
    }
}

/// An exact version that is demanded; else unknown.
fn version(name: &str, constraint: Option<&str>) -> Value {
    match constraint.and_then(Constraint::parse).as_ref().and_then(Constraint::exact) {
        Some(_) => Value::string(constraint.unwrap_or_default().trim().trim_start_matches('=').trim()),
        None => {
            let shown = match constraint {
                Some(constraint) => format!("provider {name} {constraint}"),
                None => format!("provider {name}"),
            };
            let causes = Causes::one(CauseKind::Environment, shown, None);
            Value::Unknown(Arc::new(Unknown::new(Type::String, causes).not_null()))
        }
    }
}
