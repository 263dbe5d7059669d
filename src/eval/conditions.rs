//! Conditions that a configuration sets itself: validations of variables, preconditions and postconditions, and what
//! `check` blocks assert.

use crate::addrs::{InstanceKey, Mode, Str};
use crate::config::Validation;
use crate::diag::{Diagnostic, Severity};
use crate::lang::{Error, Evaluator, Frame, Result};
use crate::plan::Existence;
use crate::source::Span;
use crate::syntax::{AccessStep, ExprKind};
use crate::value::{Type, Value, convert};

use super::instance::{Each, ModuleInstance};
use super::module::known_key;
use super::names::Names;
use super::resource::{ResourceKey, Subject};
use super::world::World;

/// What a condition belongs to, in words.
struct Rule<'r> {
    what: &'r str,
    code: &'static str,
    severity: Severity,
    placeless: bool,
}

impl<'r> Rule<'r> {
    fn of(what: &'r str, code: &'static str) -> Self {
        Rule { what, code, severity: Severity::Error, placeless: false }
    }
}

impl<'c> World<'c> {
    /// All conditions that a module instance sets, but for those of its resources.
    pub(super) fn conditions_hold(&self, module: &ModuleInstance<'c>) {
        for (name, variable) in &module.module.variables {
            if variable.validations.is_empty() {
                continue;
            }
            let place = self.place(module, name, variable);
            // A default is not told of where the module is called.
            let given = self.caller(module).is_none_or(|(_, caller)| caller.call.body.attribute(name).is_some());
            let rule = Rule { placeless: !given, ..Rule::of("the value of this variable", "invalid-value") };
            self.rules(&variable.validations, module, &Each::None, None, &rule, Some(place));
        }
        for output in module.module.outputs.values() {
            let rule = Rule::of("this output", "failed-precondition");
            self.rules(&output.preconditions, module, &Each::None, None, &rule, None);
        }
        for check in &module.module.checks {
            let rule = Rule { severity: Severity::Warning, ..Rule::of("what is checked", "failed-check") };
            self.rules(&check.asserts, module, &Each::None, None, &rule, None);
        }
    }

    /// Evaluates what a module instance declares that no resource need ask for.
    pub(super) fn declarations_hold(&self, module: &ModuleInstance<'c>) {
        for (name, variable) in &module.module.variables {
            if let Err(error) = self.variable(module, name, variable.span) {
                self.failed(&error);
            }
        }
        let names = Names::new(self, module, &Each::None);
        for (name, local) in &module.module.locals {
            if let Err(error) = names.local(name, local.span) {
                self.failed(&error);
            }
        }
        for (name, output) in &module.module.outputs {
            if let Some(value) = output.value.filter(|_| output.ephemeral) {
                let given = Evaluator::new(&names, &self.session).eval(value);
                if given.is_ok_and(|given| !given.marks_deep().ephemeral) {
                    self.failed(&Error::other(value.span(), "an ephemeral output is given what is ephemeral only"));
                }
            }
            match self.output(module, name, output.span) {
                Ok(value) if !output.ephemeral && value.marks_deep().ephemeral => {
                    let place = output.value.map_or(output.span, |value| value.span());
                    let message = "what is ephemeral can be given to ephemeral outputs only";
                    _ = self.failed(&Error::other(place, message));
                }
                Err(error) => _ = self.failed(&error),
                Ok(value) if module.address.is_root() && !output.sensitive && value.marks_deep().sensitive => {
                    self.report(
                        Diagnostic::error("sensitive-output", format!("the output `{name}` shows what is sensitive"))
                            .at(output.span, "")
                            .help("add `sensitive = true`"),
                    );
                }
                Ok(_) => {}
            }
        }
    }

    /// Preconditions and postconditions of a resource instance that certainly exists.
    pub(super) fn resource_holds(&self, subject: Subject<'_, 'c>, existence: &Existence, attrs: &Value) {
        let lifecycle = &subject.resource.lifecycle;
        if !matches!(existence, Existence::Certain) && !self.options.unset {
            return;
        }
        let rule = Rule::of("this resource", "failed-precondition");
        self.rules(&lifecycle.preconditions, subject.module, subject.each, None, &rule, None);
        // What a data source answers is not known before it is read.
        if subject.resource.mode == Mode::Managed || self.computes(subject) {
            let rule = Rule { code: "failed-postcondition", ..rule };
            self.rules(&lifecycle.postconditions, subject.module, subject.each, Some(attrs), &rule, None);
        }
    }

    /// What triggers a replacement must be there; Terraform does not say where it is not.
    pub(super) fn triggered(&self, subject: Subject<'_, 'c>) {
        let names = Names::new(self, subject.module, subject.each);
        let evaluator = Evaluator::new(&names, &self.session);
        for trigger in &subject.resource.lifecycle.replace_triggered_by {
            let ExprKind::Access(access) = trigger.kind() else { continue };
            let ExprKind::Variable(root) = access.base.kind() else { continue };
            let steps: Vec<_> = access.steps.iter().skip(usize::from(root.name == "resource")).collect();
            let (ty, steps) = match (root.name, access.steps.iter().next()) {
                ("resource", Some(AccessStep::Attr(ty))) => (ty.name, &steps[..]),
                (ty, _) => (ty, &steps[..]),
            };
            let [AccessStep::Attr(name), rest @ ..] = steps else { continue };
            let Some((at, _, resource)) =
                subject.module.module.resources.get_full(&ResourceKey(Mode::Managed, ty, name.name))
            else {
                continue;
            };
            let Ok(expansion) = self.expansion(subject.module, at, resource, trigger.span()) else { continue };
            let there = match rest {
                [] => !expansion.members.is_empty() && !std::ptr::eq(resource, subject.resource),
                [AccessStep::Index(key, _), ..] => {
                    let key = self.session.isolated(|| evaluator.eval(*key));
                    let key = key.ok().and_then(|key| known_key(&key, expansion.kind));
                    key.is_none_or(|key| expansion.member(&key).is_some())
                }
                _ => expansion.member(&InstanceKey::None).is_some() || expansion.causes.is_some(),
            };
            if !there {
                self.report(
                    Diagnostic::error("missing-trigger", "what triggers the replacement is not there")
                        .at(trigger.span(), "")
                        .help("name a resource that has instances, or one of them")
                        .without_place(),
                );
            }
        }
    }

    fn rules(
        &self,
        rules: &[Validation<'c>],
        module: &ModuleInstance<'c>,
        each: &Each,
        itself: Option<&Value>,
        rule: &Rule<'_>,
        place: Option<Span>,
    ) {
        let names = Names::new(self, module, each);
        let frame = itself.map(|value| Frame { name: "self", value: value.clone(), outer: None });
        for one in rules {
            let evaluator = Evaluator::new(&names, &self.session);
            let evaluator = match &frame {
                Some(frame) => evaluator.with_frame(frame),
                None => evaluator,
            };
            let holds = self.session.isolated(|| evaluator.eval(one.condition));
            let holds = holds.and_then(|value| truth(value, one.condition.span()));
            let message = self.message(one, &evaluator, rule, matches!(holds, Ok(Some(false))));
            match (holds, message) {
                (Ok(Some(false)), Ok(message)) => self.broken(one, message, rule, place),
                (Ok(Some(false)), Err(error)) => {
                    _ = self.failed(&error);
                    // Of other conditions no more is told than what is wrong with their message.
                    if rule.code == "invalid-value" {
                        self.broken(one, None, rule, place);
                    }
                }
                (Err(error), _) | (Ok(_), Err(error)) => _ = self.failed(&error),
                (Ok(_), Ok(_)) => {}
            }
        }
    }

    /// The message of a condition. Terraform evaluates it also where the condition holds.
    fn message(
        &self,
        one: &Validation<'c>,
        evaluator: &Evaluator<'_>,
        rule: &Rule<'_>,
        broken: bool,
    ) -> Result<Option<Value>> {
        let Some(message) = one.message.filter(|_| broken || self.options.strict) else { return Ok(None) };
        let value = match self.session.isolated(|| evaluator.eval(message)) {
            Err(_) if !self.options.strict => return Ok(None),
            value => value?,
        };
        if !self.options.strict {
            return Ok(Some(value));
        }
        let validation = rule.code == "invalid-value";
        let wrong = |what: &str| Err(Error::other(message.span(), format!("the message of a condition {what}")));
        match convert(value, &Type::String) {
            Err(_) if broken || !validation => wrong("must be a string"),
            Ok(Value::Null(_)) if !validation => wrong("must not be null"),
            Ok(value) if broken && validation && value.marks().ephemeral => wrong("must not be ephemeral"),
            value => Ok(value.ok()),
        }
    }

    /// A condition that does not hold, with the message that it has for that.
    fn broken(&self, one: &Validation<'c>, message: Option<Value>, rule: &Rule<'_>, place: Option<Span>) {
        let said = message.as_ref().filter(|message| message.marks() == Default::default());
        let said: Option<&Str> = said.and_then(|message| match message.bare() {
            Value::String(text) => Some(text),
            _ => None,
        });
        let message = format!("a condition of {} does not hold", rule.what);
        let mut diagnostic = Diagnostic::new(rule.severity, rule.code, message);
        diagnostic.placeless = rule.placeless;
        diagnostic = match place {
            Some(place) => diagnostic.at(place, "").at(one.condition.span(), "the condition"),
            None => diagnostic.at(one.condition.span(), ""),
        };
        if let Some(said) = said {
            diagnostic = diagnostic.note(said.as_str());
        }
        self.report(diagnostic);
    }
}

/// What a condition says; nothing where it is not known.
fn truth(value: Value, span: Span) -> Result<Option<bool>> {
    match convert(value.unmark().0, &Type::Bool) {
        Ok(Value::Bool(truth)) => Ok(Some(truth)),
        Ok(Value::Unknown(_)) => Ok(None),
        Ok(_) => Err(Error::other(span, "the condition is null, it must be true or false")),
        Err(error) => Err(Error::other(span, format!("the condition must be true or false: {error}"))),
    }
}
