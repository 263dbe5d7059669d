//! Which nodes a reference leads to.

use crate::addrs::Mode;
use crate::config::references::{self, Dependence};
use crate::config::{Body, Validation};
use crate::syntax::{self, AccessStep, Expr, ExprKind};

use super::{Graph, Key};

impl<'c> Graph<'c> {
    /// What an expression refers to in a module.
    pub(super) fn expression(&self, scope: usize, expr: Expr<'c>, to: &mut Vec<usize>) {
        references::each(expr, &mut |dependence| {
            if let Dependence::Reference(root, steps) = dependence {
                let steps: Vec<_> = steps.into_iter().flat_map(|steps| steps.iter()).collect();
                self.name(scope, root.name, &steps, to);
            }
        });
    }

    /// What conditions and their messages refer to.
    pub(super) fn rules(&self, scope: usize, rules: &[Validation<'c>], to: &mut Vec<usize>) {
        for rule in rules {
            self.expression(scope, rule.condition, to);
            rule.message.into_iter().for_each(|message| self.expression(scope, message, to));
        }
    }

    /// What the content of a block refers to; of provisioners what is done when something is created.
    pub(super) fn content(&self, scope: usize, body: &Body<'c>, to: &mut Vec<usize>) {
        let layers = [Some(body.base), body.escaped];
        for layer in layers.into_iter().flatten().chain(body.overrides.iter().copied()) {
            self.layer(scope, layer, to);
        }
    }

    fn layer(&self, scope: usize, body: syntax::Body<'c>, to: &mut Vec<usize>) {
        for attribute in body.attributes().filter(|attribute| !NAMES.contains(&attribute.name().name)) {
            self.expression(scope, attribute.expr(), to);
        }
        for block in body.blocks() {
            let when = block.body().attribute("when").map(|attribute| attribute.expr().kind());
            let destroys = matches!(when, Some(ExprKind::Variable(when)) if when.name == "destroy");
            if block.ty().name != "provisioner" || !destroys {
                stacker::maybe_grow(64 << 10, 1 << 20, || self.layer(scope, block.body(), to));
            }
        }
    }

    fn name(&self, scope: usize, root: &'c str, steps: &[AccessStep<'c>], to: &mut Vec<usize>) {
        let attribute = |at: usize| match steps.get(at) {
            Some(AccessStep::Attr(name)) => Some(name.name),
            _ => None,
        };
        let Some(first) = attribute(0) else { return };
        let own = &self.scopes[scope];
        let mut take = |key: Key<'c>| to.extend(own.nodes.get(&key).copied());
        match root {
            "var" => {
                take(Key::Variable(first));
                take(Key::Validation(first));
            }
            "local" => take(Key::Local(first)),
            "module" => {
                let Some(child) = own.children.get(first) else { return };
                let keyed = matches!(steps.get(1), Some(AccessStep::Index(..) | AccessStep::LegacyIndex(..)));
                let key = attribute(1 + usize::from(keyed)).map_or(Key::Close, Key::Output);
                to.extend(self.scopes[*child].nodes.get(&key).copied());
            }
            "data" | "ephemeral" | "resource" => {
                let mode = match root {
                    "data" => Mode::Data,
                    "ephemeral" => Mode::Ephemeral,
                    _ => Mode::Managed,
                };
                attribute(1).into_iter().for_each(|name| take(Key::Resource(mode, first, name)));
            }
            ty => take(Key::Resource(Mode::Managed, ty, first)),
        }
    }
}

/// Arguments whose names refer to nothing in the module.
const NAMES: &[&str] = &["ignore_changes", "provider", "providers", "when", "on_failure"];
