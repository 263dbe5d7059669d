//! Module calls: the arguments that a module has, and those that it needs.

use std::collections::HashSet;

use crate::config::{Call, ModuleId, ProviderConfig, Source};
use crate::diag::{Diagnostic, nearest};
use crate::source::Span;

use super::super::world::World;
use super::{Around, Validator};

impl<'c> Validator<'_, 'c> {
    pub(super) fn call(&self, call: &'c Call<'c>) {
        let around = Around { count: call.count.is_some(), each: call.for_each.is_some(), ..Around::default() };
        let attributes = call.body.attributes();
        for attribute in &attributes {
            let own = Call::META.contains(&attribute.name().name);
            match (own, attribute.name().name) {
                (true, "count" | "for_each") => self.expression(attribute.expr(), &Around::default()),
                (true, _) => {}
                (false, _) => self.expression(attribute.expr(), &around),
            }
        }
        self.whole(&call.depends_on);
        // What a remote source leads to may differ from root module to root module.
        let Source::Found(id, _) = &call.source else { return };
        let callee = self.world.config.module(*id);
        if !callee.damage.is_empty() {
            return;
        }
        for name in attributes.iter().map(|attribute| attribute.name()) {
            if Call::META.contains(&name.name) || callee.variables.contains_key(name.name) {
                continue;
            }
            let diagnostic = Diagnostic::error(
                "unsupported-argument",
                format!("the module `{}` has no variable `{}`", call.name, name.name),
            )
            .at(name.span, "");
            self.report(match nearest(name.name, callee.variables.keys().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help("remove the argument, or declare the variable in the module"),
            });
        }
        if call.body.base.damage().is_some() {
            return;
        }
        for (_, _, name, alias) in &call.providers {
            if let Some(alias) = alias.filter(|alias| !self.has_provider(name, alias)) {
                self.report(missing_provider(name, alias, call.span));
            }
        }
        for (name, variable) in &callee.variables {
            if variable.default.is_none() && call.body.attribute(name).is_none() {
                self.world.not_passed(call, name, variable);
            }
        }
    }

    /// Whether the module has a provider configuration, or is given one, of that name and alias.
    pub(super) fn has_provider(&self, name: &str, alias: &str) -> bool {
        let configured = |one: &ProviderConfig<'_>| one.name == name && one.alias.as_deref() == Some(alias);
        let required = self.module.requirements.get(name).is_some_and(|one| one.aliases.iter().any(|one| one == alias));
        required || self.module.providers.iter().any(configured)
    }
}

/// That a provider configuration is asked for which is not there.
pub(super) fn missing_provider(name: &str, alias: &str, place: Span) -> Diagnostic {
    Diagnostic::error("missing-provider", format!("there is no provider configuration `{name}.{alias}`"))
        .at(place, "it is asked for here")
        .help(format!("add `provider \"{name}\" {{ alias = \"{alias}\" … }}`"))
}

impl World<'_> {
    /// Reports calls of modules that lack a provider configuration which the module demands, and calls that may be made
    /// any number of times, or later than others, of modules that configure providers themselves.
    pub(super) fn calls_provide(&self) {
        for id in self.config.reached(self.root) {
            for call in self.config.module(id).calls.values() {
                let Source::Found(callee, _) = &call.source else { continue };
                for (name, requirement) in &self.config.module(*callee).requirements {
                    let given = |alias: &str| call.providers.iter().any(|one| (one.0, one.1) == (*name, Some(alias)));
                    for alias in requirement.aliases.iter().filter(|alias| !given(alias)) {
                        let message =
                            format!("the module `{}` demands a provider configuration `{name}.{alias}`", call.name);
                        self.report(
                            Diagnostic::error("missing-provider-argument", message)
                                .at(call.span, "it is not given here")
                                .help(format!("add `{name}.{alias} = …` to `providers`")),
                        );
                    }
                }
                let depends_on = call.depends_on.first().copied();
                if let Some(expr) = call.count.or(call.for_each).or(depends_on)
                    && self.configures(*callee, &mut HashSet::new())
                {
                    let message = "a module that configures providers itself can be called only once, as it is";
                    self.report(
                        Diagnostic::error("provider-in-module", message)
                            .at(expr.span(), "this needs a module without `provider` blocks")
                            .help("give the provider configurations in `providers`"),
                    );
                }
            }
        }
    }

    /// Whether a module, or one that it calls, configures a provider itself.
    fn configures(&self, id: ModuleId, seen: &mut HashSet<ModuleId>) -> bool {
        let module = self.config.module(id);
        // An empty block only says that a configuration is given.
        let own = |one: &ProviderConfig<'_>| {
            one.body.base.blocks().next().is_some() || one.body.attributes().iter().any(|a| a.name().name != "alias")
        };
        seen.insert(id)
            && (module.providers.iter().any(own)
                || module.calls.values().any(|call| match &call.source {
                    Source::Found(id, _) => self.configures(*id, seen),
                    Source::Missing(_) => false,
                }))
    }
}
