//! Module calls: the arguments that a module has, and those that it needs.

use crate::config::{Call, Module, Source};
use crate::diag::{Diagnostic, nearest};

use super::super::variable::not_passed;
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
        wrong_arguments(call, callee).into_iter().for_each(|diagnostic| self.report(diagnostic));
    }
}

/// The arguments of a call that its module does not have, and those that are missing.
pub(in super::super) fn wrong_arguments(call: &Call<'_>, callee: &Module<'_>) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    if !callee.damage.is_empty() {
        return wrong;
    }
    for name in call.body.attributes().iter().map(|attribute| attribute.name()) {
        if Call::META.contains(&name.name) || callee.variables.contains_key(name.name) {
            continue;
        }
        let message = format!("the module `{}` has no variable `{}`", call.name, name.name);
        let diagnostic = Diagnostic::error("unsupported-argument", message).at(name.span, "");
        wrong.push(match nearest(name.name, callee.variables.keys().copied()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help("remove the argument, or declare the variable in the module"),
        });
    }
    if call.body.base.damage().is_none() {
        let needed = callee.variables.iter().filter(|(_, variable)| variable.default.is_none());
        let missing = needed.filter(|(name, _)| call.body.attribute(name).is_none());
        wrong.extend(missing.map(|(name, variable)| not_passed(call, name, variable)));
    }
    wrong
}
