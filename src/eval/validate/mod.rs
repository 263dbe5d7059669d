//! What Terraform refuses before it evaluates anything (`terraform validate`): names that are not declared, arguments
//! and blocks that the schemas do not have, arguments that are missing.
//!
//! Every module is looked at once, whatever its instances: also what makes no instance must be right.

mod body;
mod calls;
mod dynamic;
mod moves;
mod names;
mod provider;
mod provisioner;
pub(super) mod target;
mod traversal;

use crate::addrs::Mode;
use crate::config::references::{self, Dependence};
use crate::config::{Module, Resource, Validation};
use crate::diag::Diagnostic;
use crate::lang::{self, Error, ErrorKind};
use crate::syntax::{AccessStep, Expr, ExprKind};
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
    /// Whether the attributes of what it refers to are not looked at.
    loose: bool,
    /// The iterators of dynamic blocks around it.
    iterators: Vec<&'a str>,
    /// The resource that it stands in and may not refer to.
    own: Option<(Mode, &'a str, &'a str)>,
}

impl<'c> World<'c> {
    /// Whether the defaults of all variables are of their types, and modules are given the providers that they demand;
    /// Terraform reads no configuration otherwise.
    pub(super) fn loads(&self) -> bool {
        self.calls_provide();
        for id in self.config.reached(self.root) {
            let module = self.config.module(id);
            for (name, variable) in module.variables.iter().filter(|_| module.damage.is_empty()) {
                // What is wrong with a type is told where the variable is evaluated.
                let constraint = variable.ty.map_or(Some(Constraint::any()), |expr| lang::constraint(expr).ok());
                if let (Some(default), Some(constraint)) = (variable.default, constraint) {
                    self.default(name, default, &constraint);
                }
            }
        }
        !self.has_diagnostics()
    }

    /// Reports what is wrong with the modules of the run whatever their values are.
    pub(super) fn validate(&self) {
        for id in self.config.reached(self.root) {
            Validator { world: self, module: self.config.module(id) }.module();
        }
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
        self.module.variables.values().for_each(|variable| self.rules(&variable.validations, &plain));
        self.module.locals.values().for_each(|local| self.expression(local.expr, &plain));
        for output in self.module.outputs.values() {
            output.value.into_iter().for_each(|value| self.expression(value, &plain));
            self.whole(&output.depends_on);
            self.rules(&output.preconditions, &plain);
            if output.ephemeral && std::ptr::eq(self.module, self.world.root_instance().module) {
                self.report(
                    Diagnostic::error("ephemeral-output", "an output of the root module cannot be ephemeral")
                        .at(output.span, "")
                        .help("remove `ephemeral = true`"),
                );
            }
        }
        self.module.resources.values().for_each(|resource| self.resource(resource));
        self.module.calls.values().for_each(|call| self.call(call));
        self.module.providers.iter().for_each(|provider| self.provider(provider));
        for check in &self.module.checks {
            self.rules(&check.asserts, &plain);
        }
        self.removals_and_imports();
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
        self.whole(&resource.depends_on);
        let triggers = Around { loose: true, ..around.clone() };
        resource.lifecycle.replace_triggered_by.iter().for_each(|expr| self.expression(*expr, &triggers));
        let conditions = Around { own: None, ..around.clone() };
        self.rules(&resource.lifecycle.preconditions, &conditions);
        self.rules(&resource.lifecycle.postconditions, &Around { itself: true, ..conditions });
        if let Some((name, Some(alias))) = resource.provider
            && !self.has_provider(name, alias)
        {
            self.report(calls::missing_provider(name, alias, resource.span));
        }
    }

    /// References of `depends_on`, which are to what is declared as a whole.
    fn whole(&self, references: &[Expr<'c>]) {
        for expr in references {
            self.expression(*expr, &Around { loose: true, ..Around::default() });
            let ExprKind::Access(access) = expr.kind() else { continue };
            let ExprKind::Variable(root) = access.base.kind() else { continue };
            let steps: Vec<_> = access.steps.iter().collect();
            // A module is referred to by an output as well, and a resource or a module by an instance.
            let names = match root.name {
                "data" | "ephemeral" | "resource" => 2,
                _ => 1,
            };
            let key =
                usize::from(matches!(steps.get(names), Some(AccessStep::Index(..) | AccessStep::LegacyIndex(..))));
            let whole = match root.name {
                "var" | "local" => 1,
                "module" => names + key + 1,
                _ => names + key,
            };
            if steps.len() > whole {
                self.report(
                    Diagnostic::error("not-a-reference", "only something as a whole can be depended on")
                        .at(expr.span(), "this is a part")
                        .help("leave out the attribute"),
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
}
