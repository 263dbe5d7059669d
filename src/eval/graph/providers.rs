//! Which configuration of a provider each module uses: its own, one that it is passed, or one that it inherits.

use std::collections::HashSet;

use crate::addrs::Str;
use crate::config::{Module, PassedProvider, ProviderConfig, implied_provider, provider_address};
use crate::diag::Diagnostic;
use crate::source::Span;

use super::super::resource::ResourceKey;
use super::super::validate::target::Target;
use super::{Graph, Key};

/// A local name and an alias.
type Name<'n> = (&'n str, Option<&'n str>);

/// Where Terraform's own providers come from.
const BUILTIN: &str = "terraform.io/builtin/";

/// The providers that come with Terraform.
const PROVIDERS: &[&str] = &["terraform"];

/// A name that a module is asked for, as it is written.
fn written((name, alias): Name<'_>) -> String {
    alias.map_or(name.to_owned(), |alias| format!("{name}.{alias}"))
}

/// The provider of a local name: what the module requires by that name, else what `implied` says.
fn provider(module: &Module<'_>, name: &str, implied: fn(&str) -> Str) -> Str {
    let required = module.requirements.get(name).filter(|one| !one.source.is_empty());
    required.map_or_else(|| implied(name), |requirement| provider_address(&requirement.source))
}

/// What a local name means where a configuration is passed.
fn by_default(name: &str) -> Str {
    provider_address(name)
}

/// What a local name means that the type of a resource begins with.
fn by_type(name: &str) -> Str {
    provider_address(&implied_provider(name))
}

/// Whether a configuration says anything.
fn says_something(config: &ProviderConfig<'_>) -> bool {
    config.body.attributes().iter().any(|attribute| attribute.name().name != "alias")
        || config.body.base.blocks().next().is_some()
}

fn configured<'m, 'c>(module: &'m Module<'c>, name: Name<'_>) -> Option<&'m ProviderConfig<'c>> {
    module.providers.iter().find(|one| (one.name, one.alias.as_deref()) == name)
}

fn missing(name: &str, place: Option<Span>) -> Diagnostic {
    let diagnostic =
        Diagnostic::error("missing-provider", format!("there is no provider configuration `{name}`")).without_place();
    let diagnostic = match place {
        Some(place) => diagnostic.at(place, "it is asked for here"),
        None => diagnostic,
    };
    diagnostic.help(match name.split_once('.') {
        Some((name, alias)) => format!("add `provider \"{name}\" {{ alias = \"{alias}\" … }}`"),
        None => format!("add `provider \"{name}\" {{ … }}`"),
    })
}

impl<'c> Graph<'c> {
    /// What is wrong with configurations that modules are passed, or have themselves. Terraform finds it when the
    /// modules are loaded.
    pub fn wrong_providers(&self) -> Vec<Diagnostic> {
        let mut wrong = self.wrong_imports();
        // Where no configuration may be: in a module of which there are several instances, and below it.
        let mut single: Vec<Option<Span>> = vec![None; self.scopes.len()];
        for scope in 1..self.scopes.len() {
            let Some((caller, call)) = self.scopes[scope].caller else { continue };
            let by = call.count.or(call.for_each).or(call.depends_on.first().copied());
            single[scope] = by.map(|expr| expr.span()).or(single[caller]);
            let (own, outer) = (self.scopes[scope].module, self.scopes[caller].module);
            let configs = || own.providers.iter().filter(|one| says_something(one));
            if let (Some(config), Some(place)) = (configs().next(), single[scope]) {
                wrong.push(
                    Diagnostic::error(
                        "configured-provider",
                        "a module with `provider` blocks can have one instance only",
                    )
                    .at(place, "")
                    .at(config.span, "the `provider` block")
                    .help("move the block to the root module, and pass it with `providers` where it has an alias"),
                );
            }
            let passed = |name: Name<'_>| call.providers.iter().find(|passed| passed.inner == name);
            for config in configs() {
                if let Some(passed) = passed((config.name, config.alias.as_deref())) {
                    wrong.push(
                        Diagnostic::error("configured-provider", "the module has a configuration of that name itself")
                            .at(passed.inner_span, "")
                            .at(config.span, "this one")
                            .help("remove one of the two"),
                    );
                }
            }
            let aliases = own
                .requirements
                .iter()
                .flat_map(|(name, one)| one.aliases.iter().map(|alias| (*name, Some(alias.as_str()))));
            for alias in aliases.filter(|alias| passed(*alias).is_none()) {
                if !configs().any(|config| (config.name, config.alias.as_deref()) == alias) {
                    let name = written(alias);
                    wrong.push(
                        Diagnostic::error("missing-provider", format!("the module asks for a provider `{name}`"))
                            .at(call.span, "it is not passed here")
                            .help(format!("add `providers = {{ {name} = … }}`")),
                    );
                }
            }
            wrong.extend(call.providers.iter().flat_map(|passed| wrongly_passed(passed, own, outer)));
        }
        wrong
    }

    /// Imports that name another provider than the resource does.
    fn wrong_imports(&self) -> Vec<Diagnostic> {
        let root = self.scopes[0].module;
        let imports = root.imports.iter().filter_map(|import| {
            let (provider, span) = import.provider?;
            let (mode, ty, name, _) = Target::of(import.to).filter(|target| target.modules.is_empty())?.resource?;
            let resource = root.resources.get(&ResourceKey(mode, ty, name))?;
            (resource.provider != Some(provider)).then(|| {
                Diagnostic::error("unsupported-argument", "the resource says itself which provider it has")
                    .at(span, "")
                    .help("remove the argument, or give the resource the same `provider`")
            })
        });
        imports.collect()
    }

    /// Providers that cannot be had as they are asked for: what `terraform init` finds.
    pub fn impossible_providers(&self) -> Vec<Diagnostic> {
        let mut wrong = Vec::new();
        for module in self.scopes.iter().map(|scope| scope.module) {
            for (name, requirement) in &module.requirements {
                let address = provider(module, name, by_type);
                let versions = module.providers.iter().filter(|one| one.name == *name);
                let versioned = requirement.constraint.is_some()
                    || versions.clone().any(|one| one.body.attribute("version").is_some());
                let problem = match address.strip_prefix(BUILTIN) {
                    Some(name) if !PROVIDERS.contains(&name) => "Terraform comes with no such provider",
                    Some(_) if versioned => "a provider that comes with Terraform has no version of its own",
                    None if requirement.source.starts_with("-/") => "a provider without a namespace is none any more",
                    _ => continue,
                };
                let diagnostic = Diagnostic::error("invalid-requirement", problem).without_place();
                wrong.push(match requirement.span {
                    Some(span) => diagnostic.at(span, "").help("remove it"),
                    None => diagnostic,
                });
            }
            for config in module.providers.iter().filter(|one| !module.requirements.contains_key(one.name)) {
                if let Some(version) =
                    config.body.attribute("version").filter(|_| by_type(config.name).starts_with(BUILTIN))
                {
                    let problem = "a provider that comes with Terraform has no version of its own";
                    wrong.push(
                        Diagnostic::error("invalid-requirement", problem)
                            .at(version.span(), "")
                            .without_place()
                            .help("remove it"),
                    );
                }
            }
        }
        wrong
    }

    /// Configurations that are used and not there. Terraform finds it when it knows what is used, and tells of the first.
    pub fn missing_providers(&self) -> Option<Diagnostic> {
        // By scope: provider and alias.
        let mut known: HashSet<(usize, Str, Option<Str>)> = HashSet::new();
        for (at, scope) in self.scopes.iter().enumerate() {
            for config in &scope.module.providers {
                known.insert((at, provider(scope.module, config.name, by_type), config.alias.clone()));
            }
            let Some((caller, call)) = scope.caller else {
                let required = scope.module.requirements.keys().map(|name| provider(scope.module, name, by_type));
                known.extend(required.map(|address| (at, address, None)));
                continue;
            };
            for passed in &call.providers {
                let address = provider(scope.module, passed.inner.0, by_type);
                if !known.contains(&(caller, address.clone(), passed.outer.1.map(Str::from))) {
                    return Some(missing(&written(passed.outer), Some(passed.outer_span)));
                }
                known.insert((at, address, passed.inner.1.map(Str::from)));
            }
        }
        let root = self.scopes[0].module;
        for (name, requirement) in &root.requirements {
            let outside = requirement.aliases.iter().find(|alias| configured(root, (name, Some(alias))).is_none());
            if let Some(alias) = outside {
                return Some(missing(&format!("{name}.{alias}"), requirement.span));
            }
        }
        let resources = self.nodes.iter().filter_map(|(scope, key)| match key {
            Key::Resource(mode, ty, name) => {
                Some((*scope, &self.scopes[*scope].module.resources[&(*mode, *ty, *name)]))
            }
            _ => None,
        });
        for (scope, resource) in resources {
            if let Some((name, Some(alias))) = resource.provider {
                let address = provider(self.scopes[scope].module, name, by_type);
                if !known.contains(&(scope, address, Some(alias.into()))) {
                    return Some(missing(&format!("{name}.{alias}"), Some(resource.span)));
                }
            }
        }
        None
    }
}

/// What is wrong with one configuration that a module is passed.
fn wrongly_passed(passed: &PassedProvider<'_>, own: &Module<'_>, outer: &Module<'_>) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    let (name, alias) = passed.inner;
    let address = provider(own, name, by_default);
    let asked_for = own.requirements.get(name).is_some_and(|one| match alias {
        None => true,
        Some(alias) => one.aliases.iter().any(|one| one == alias),
    });
    let empty = configured(own, passed.inner).is_some_and(|config| !says_something(config));
    let public = address.starts_with("registry.terraform.io/hashicorp/");
    if !asked_for && !empty && !public {
        wrong.push(
            Diagnostic::error("missing-provider", format!("the module has no provider `{}`", written(passed.inner)))
                .at(passed.inner_span, "")
                .help("add it to `configuration_aliases` in the module, or do not pass it"),
        );
    }
    let outside = provider(outer, passed.outer.0, by_default);
    if outside != address {
        wrong.push(
            Diagnostic::error(
                "provider-mismatch",
                format!("`{}` is not the provider that the module has by that name", written(passed.outer)),
            )
            .at(passed.outer_span, "")
            .note(format!(
                "`{}` is {outside}, `{}` in the module {address}",
                written(passed.outer),
                written(passed.inner)
            ))
            .help("say in `required_providers` of both modules which provider is meant"),
        );
    }
    wrong
}
