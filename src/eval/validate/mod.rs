//! What Terraform refuses before it evaluates anything (`terraform validate`): names that are not declared, arguments
//! and blocks that the schemas do not have, arguments that are missing.
//!
//! Every module is looked at once, whatever its instances: also what makes no instance must be right.

mod body;
pub(super) mod calls;
mod moves;
mod names;
mod provisioner;
pub(super) mod target;
mod traversal;

use std::cell::Cell;

use crate::addrs::Mode;
use crate::config::references::{self, Dependence};
use crate::config::{Module, Resource, Validation};
use crate::diag::Diagnostic;
use crate::lang::{self, Error, ErrorKind};
use crate::syntax::{AccessStep, Expr, ExprKind};
use crate::value::Constraint;

use super::graph::Graph;
use super::world::World;

/// The validation of one module.
struct Validator<'w, 'c> {
    world: &'w World<'c>,
    module: &'c Module<'c>,
    graph: Option<&'w Graph<'c>>,
    /// Whether something that is referred to is not there.
    wrong_names: Cell<bool>,
}

/// Names that have no value by themselves.
const NAMESPACES: &[&str] = &["count", "each", "local", "path", "terraform", "var"];

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
    /// The `check` block that it stands in.
    check: Option<&'a str>,
    /// The local value that it is.
    local: Option<&'a str>,
}

impl<'c> World<'c> {
    /// Reports defaults that do not fit the types of their variables, which Terraform finds when it reads them.
    pub(super) fn defaults(&self) {
        for module in self.config.reached(self.root).into_iter().map(|id| self.config.module(id)) {
            for (name, variable) in &module.variables {
                let constraint = match variable.ty {
                    // What is wrong with the type is told where it is read.
                    Some(expr) => lang::constraint(expr).ok(),
                    None => Some(Constraint::any()),
                };
                if let (Some(default), Some(constraint)) = (variable.default, constraint) {
                    self.default(name, default, variable.overridden, &constraint);
                }
            }
        }
    }

    /// Reports what is wrong with the modules of the run whatever their values are.
    pub(super) fn validate(&self, graph: Option<&Graph<'c>>) {
        for id in self.config.reached(self.root) {
            let module = self.config.module(id);
            Validator { world: self, module, graph, wrong_names: Cell::new(false) }.module();
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
        for (name, local) in &self.module.locals {
            self.expression(local.expr, &Around { local: Some(name), ..Around::default() });
        }
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
        for (at, provider) in self.module.providers.iter().enumerate() {
            // What nothing uses Terraform does not look at.
            if self.graph.is_some_and(|graph| !graph.uses(self.module, at)) {
                continue;
            }
            self.provider_body(provider, &plain);
        }
        for check in &self.module.checks {
            self.rules(&check.asserts, &Around { check: Some(check.name), ..Around::default() });
        }
        self.imports();
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
            check: resource.check,
            ..Around::default()
        };
        let plain = Around { own: around.own, ..Around::default() };
        resource.count.into_iter().chain(resource.for_each).for_each(|expr| self.expression(expr, &plain));
        self.resource_body(resource, &around);
        self.ignored(resource);
        self.whole(&resource.depends_on);
        // That it is not there itself is told later.
        let triggers = Around { loose: true, own: None, ..around.clone() };
        resource.lifecycle.replace_triggered_by.iter().for_each(|expr| self.expression(*expr, &triggers));
        let conditions = Around { own: None, ..around.clone() };
        self.rules(&resource.lifecycle.preconditions, &conditions);
        self.rules(&resource.lifecycle.postconditions, &Around { itself: true, ..conditions });
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

    /// Whether there may be a function: of a provider that is required, one that it has if all of them are known.
    fn may_be_function(&self, name: &str) -> bool {
        let Some((provider, _)) = name.strip_prefix("provider::").and_then(|rest| rest.split_once("::")) else {
            return lang::is_function(name);
        };
        self.module.requirements.get(provider).is_some_and(|requirement| {
            let known = self.world.registry.provider(&requirement.source);
            !known.is_some_and(|known| known.is_builtin()) || lang::is_function(name)
        })
    }

    /// Whether a name is wrong in what `look` looks at.
    fn refers_wrongly(&self, look: impl FnOnce()) -> bool {
        let before = self.wrong_names.replace(false);
        look();
        let wrong = self.wrong_names.get();
        self.wrong_names.set(before || wrong);
        wrong
    }

    /// Everything that an expression refers to, and the functions that it calls.
    fn expression(&self, expr: Expr<'c>, around: &Around<'_>) {
        references::each(expr, &mut |dependence| match dependence {
            Dependence::Reference(root, steps) => {
                let steps: Vec<_> = steps.into_iter().flat_map(|steps| steps.iter()).collect();
                if let Err(error) = self.name(root, &steps, around) {
                    self.wrong_names.set(true);
                    self.world.failed(&error);
                    // That there is nothing without a name either is told without a place.
                    let bare = !matches!(steps.first(), Some(AccessStep::Attr(_)));
                    if bare && NAMESPACES.contains(&root.name) {
                        let message = format!("`{}` needs a name after it", root.name);
                        self.report(Diagnostic::error("incomplete-reference", message).without_place());
                    }
                }
            }
            Dependence::Call(name) => {
                let known = name.name.strip_prefix("core::").unwrap_or(name.name);
                if !self.may_be_function(known) {
                    let near = lang::nearest_function(known).map(str::to_owned);
                    self.world.failed(&Error::new(name.span, ErrorKind::NoFunction(known.into(), near)));
                }
            }
        });
    }
}
