//! What Terraform refuses before it evaluates anything (`terraform validate`): names that are not declared, arguments
//! and blocks that the schemas do not have, arguments that are missing.
//!
//! Every module is looked at once, whatever its instances: also what makes no instance must be right.

mod body;
mod calls;
mod names;
mod traversal;

use crate::addrs::Mode;
use crate::config::references::{self, Dependence};
use crate::config::{Module, Resource, Validation, Variable};
use crate::diag::Diagnostic;
use crate::lang::{self, Error, ErrorKind};
use crate::source::Span;
use crate::syntax::Expr;
use crate::value::Constraint;

use super::world::World;

/// The validation of one module.
struct Validator<'w, 'c> {
    world: &'w World<'c>,
    module: &'c Module<'c>,
}

/// What an expression may refer to beside what the module declares.
#[derive(Clone, Default)]
struct Around<'a> {
    /// `count.index`
    count: bool,
    /// `each.key` and `each.value`
    each: bool,
    /// `self`
    itself: bool,
    /// The iterators of dynamic blocks around it.
    iterators: Vec<&'a str>,
    /// The resource that it stands in and may not refer to.
    own: Option<(Mode, &'a str, &'a str)>,
}

impl<'c> World<'c> {
    /// Reports what is wrong with the modules of the run whatever their values are; whether nothing is.
    pub(super) fn validate(&self) -> bool {
        for id in self.config.reached(self.root) {
            Validator { world: self, module: self.config.module(id) }.module();
        }
        self.is_quiet()
    }
}

impl<'c> Validator<'_, 'c> {
    fn report(&self, diagnostic: Diagnostic) {
        self.world.report(diagnostic);
    }

    fn module(&self) {
        // Where a part of a file could not be read nothing is certainly missing.
        if !self.module.damage.is_empty() {
            return;
        }
        let plain = Around::default();
        for (name, variable) in &self.module.variables {
            self.variable(name, variable);
        }
        self.module.locals.values().for_each(|local| self.expression(local.expr, &plain));
        for output in self.module.outputs.values() {
            output.value.into_iter().for_each(|value| self.expression(value, &plain));
            self.rules(&output.preconditions, &plain);
        }
        self.module.resources.values().for_each(|resource| self.resource(resource));
        self.module.calls.values().for_each(|call| self.call(call));
        for provider in &self.module.providers {
            for attribute in provider.body.attributes() {
                self.expression(attribute.expr(), &plain);
            }
        }
        for check in &self.module.checks {
            self.rules(&check.asserts, &plain);
        }
        self.moves();
    }

    fn variable(&self, name: &str, variable: &Variable<'c>) {
        let constraint = match variable.ty {
            // What is wrong with it is told where the variable is evaluated.
            Some(expr) => lang::constraint(expr).ok(),
            None => Some(Constraint::any()),
        };
        if let (Some(default), Some(constraint)) = (variable.default, constraint) {
            self.world.default(name, default, &constraint);
        }
        self.rules(&variable.validations, &Around::default());
    }

    fn rules(&self, rules: &[Validation<'c>], around: &Around<'_>) {
        for rule in rules {
            self.expression(rule.condition, around);
            rule.message.into_iter().for_each(|message| self.expression(message, around));
        }
    }

    fn resource(&self, resource: &'c Resource<'c>) {
        let around = Around {
            count: resource.count.is_some(),
            each: resource.for_each.is_some(),
            own: Some((resource.mode, resource.ty, resource.name)),
            ..Around::default()
        };
        let plain = Around { own: around.own, ..Around::default() };
        resource.count.into_iter().chain(resource.for_each).for_each(|expr| self.expression(expr, &plain));
        self.resource_body(resource, &around);
        self.ignored(resource);
        resource.depends_on.iter().for_each(|expr| self.expression(*expr, &plain));
        resource.lifecycle.replace_triggered_by.iter().for_each(|expr| self.expression(*expr, &around));
        let conditions = Around { own: None, ..around.clone() };
        self.rules(&resource.lifecycle.preconditions, &conditions);
        self.rules(&resource.lifecycle.postconditions, &Around { itself: true, ..conditions });
        if let Some((name, Some(alias))) = resource.provider {
            let configured =
                self.module.providers.iter().any(|one| one.name == name && one.alias.as_deref() == Some(alias));
            let required =
                self.module.requirements.get(name).is_some_and(|one| one.aliases.iter().any(|one| one == alias));
            if !configured && !required {
                self.report(
                    Diagnostic::error(
                        "missing-provider",
                        format!("there is no provider configuration `{name}.{alias}`"),
                    )
                    .at(resource.span, "it is asked for here")
                    .help(format!("add `provider \"{name}\" {{ alias = \"{alias}\" … }}`")),
                );
            }
        }
    }

    /// Everything that an expression refers to, and the functions that it calls.
    fn expression(&self, expr: Expr<'c>, around: &Around<'_>) {
        references::each(expr, &mut |dependence| match dependence {
            Dependence::Reference(root, steps) => {
                let steps: Vec<_> = steps.into_iter().flat_map(|steps| steps.iter()).collect();
                if let Err(error) = self.name(root, &steps, around) {
                    self.world.failed(&error);
                }
            }
            Dependence::Call(name) => {
                let known = name.name.strip_prefix("core::").unwrap_or(name.name);
                if !known.starts_with("provider::") && !lang::is_function(known) {
                    let near = lang::nearest_function(known).map(str::to_owned);
                    self.world.failed(&Error::new(name.span, ErrorKind::NoFunction(known.into(), near)));
                }
            }
        });
    }

    /// Objects that were moved away from must not be declared any more.
    fn moves(&self) {
        let declared = |ty: &str, name: &str| {
            self.module.resources.contains_key(&super::resource::ResourceKey(Mode::Managed, ty, name))
        };
        for moved in &self.module.moved {
            let (Some(from), Some(to)) = (names::resource_name(moved.from), names::resource_name(moved.to)) else {
                continue;
            };
            if from == to {
                self.report(
                    Diagnostic::error("redundant-move", "this moves a resource to where it is")
                        .at(moved.span, "")
                        .help("remove the `moved` block"),
                );
            } else if declared(from.0, from.1) {
                return self.still_declared(moved.span, &format!("{}.{}", from.0, from.1));
            }
        }
        for removed in &self.module.removed {
            let Some((ty, name)) = names::resource_name(removed.from) else { continue };
            if let Some(resource) = self.module.resources.get(&super::resource::ResourceKey(Mode::Managed, ty, name)) {
                self.report(
                    Diagnostic::error(
                        "removed-still-declared",
                        format!("`{ty}.{name}` is removed, but still declared"),
                    )
                    .at(resource.span, "")
                    .at(removed.span, "removed here")
                    .help("remove one of the two blocks"),
                );
            }
        }
        for import in &self.module.imports {
            let Some((ty, name)) = names::instance_name(import.to) else { continue };
            if !declared(ty, name) {
                self.report(
                    Diagnostic::error("import-undeclared", format!("`{ty}.{name}` is imported, but not declared"))
                        .at(import.to.span(), "")
                        .help(format!("add `resource \"{ty}\" \"{name}\" {{ … }}`")),
                );
            }
        }
    }

    fn still_declared(&self, span: Span, name: &str) {
        self.report(
            Diagnostic::error("moved-still-declared", format!("`{name}` is moved away, but it is still declared"))
                .at(span, "")
                .help("rename what is declared, or remove the `moved` block"),
        );
    }
}
