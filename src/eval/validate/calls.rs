//! Module calls: the arguments that a module has, and those that it needs.

use crate::config::{Call, Source};
use crate::diag::{Diagnostic, nearest};

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
        for (name, variable) in &callee.variables {
            if variable.default.is_none() && call.body.attribute(name).is_none() {
                self.world.not_passed(call, name, variable);
            }
        }
    }
}
