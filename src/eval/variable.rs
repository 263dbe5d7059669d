//! Input variables of root modules and of called ones.

use std::sync::Arc;

use crate::addrs::{Referent, Str};
use crate::config::{Call, InputSource, InputValue, Variable, is_text};
use crate::diag::Diagnostic;
use crate::lang::{self, Error, Evaluator, Nothing, Result};
use crate::source::Span;
use crate::syntax::{Expr, ExprKind, Key};
use crate::value::{CauseKind, Causes, Constraint, Fields, Marks, Type, Unknown, Value, show_line};

use super::instance::ModuleInstance;
use super::names::{Names, remembered, undeclared};
use super::world::World;

impl<'c> World<'c> {
    /// The value of `var.name` in a module instance.
    pub(super) fn variable(&self, module: &ModuleInstance<'c>, name: &str, span: Span) -> Result<Value> {
        let Some((at, _, variable)) = module.module.variables.get_full(name) else {
            if let Some(damage) = module.module.damage.first() {
                return Ok(damaged(*damage));
            }
            return Err(undeclared("var", name, module.module.variables.keys().copied(), span));
        };
        remembered(
            &self.session,
            &module.variables[at],
            span,
            || variable_name(module, name),
            || self.session.isolated(|| self.variable_value(module, name, variable)),
        )
    }

    fn variable_value(&self, module: &ModuleInstance<'c>, name: &str, variable: &Variable<'c>) -> Result<Value> {
        let constraint = match variable.ty {
            None => Constraint::any(),
            // What is wrong with the type was told when the block was read.
            Some(expr) => lang::constraint(expr).unwrap_or_else(|_| Constraint::any()),
        };
        if let Some(damage) = variable.damage {
            return Ok(damaged(damage).with_marks(marks(variable)));
        }
        if self.options.unset && module.address.is_root() {
            return Ok(unset(module, name, variable, &constraint));
        }
        let given = self.given(module, name, variable)?;
        let value = match (given, variable.default) {
            (Some(value), _) if !value.is_null() || variable.nullable => {
                let place = self.place(module, name, variable);
                if self.options.strict && !variable.ephemeral && value.marks_deep().ephemeral {
                    let message = format!("`{name}` is not ephemeral, so it cannot be given what is");
                    return Ok(self.failed(&Error::other(place, message)));
                }
                self.constrained(value, &constraint, name, place)
            }
            (_, Some(default)) => self.default(name, default, variable.overridden, &constraint),
            (Some(_), None) => {
                let message = format!("`var.{name}` must not be null");
                self.failed(&Error::other(self.place(module, name, variable), message))
            }
            (None, None) => self.not_given(module, name, variable, &constraint),
        };
        if self.options.unset {
            return Ok(unset(module, name, variable, &constraint));
        }
        // Terraform does not draw that conclusion.
        let value = if self.options.strict { value } else { self.permitted(value, module, name, variable) };
        Ok(value.with_marks(marks(variable)))
    }

    /// A value that is not known with what the variable's validations say of it: where they do not hold, nothing is
    /// ever made of the configuration.
    fn permitted(&self, value: Value, module: &ModuleInstance<'c>, name: &str, variable: &Variable<'c>) -> Value {
        if value.is_wholly_known() || variable.validations.is_empty() {
            return value;
        }
        let ty = value.ty();
        let conditions = || variable.validations.iter().map(|validation| validation.condition);
        let admitted = conditions()
            .map(|condition| lang::narrow(condition, "var", name, &ty, &self.session))
            .reduce(lang::Admitted::and);
        let Some(admitted) = admitted else { return value };
        let secret = variable.sensitive || value.marks_deep().sensitive;
        let describe = |path: &str, value: &Value| match secret {
            true => Str::new(),
            false if value.is_null() => ecow::eco_format!("`{}{path}` is null", variable_name(module, name)),
            false => ecow::eco_format!("`{}{path}` is {}", variable_name(module, name), show_line(value)),
        };
        let tried = |value: &Value| {
            conditions().all(|condition| lang::admits(condition, "var", name, value, &self.session).unwrap_or(true))
        };
        admitted.apply(value, &tried, &describe)
    }

    /// The default of a variable.
    pub(super) fn default(&self, name: &str, default: Expr<'c>, place: Option<Span>, constraint: &Constraint) -> Value {
        let place = place.unwrap_or(default.span());
        let value = self.literal(default);
        self.constrained(value, constraint, name, place)
    }

    /// The value of a variable of the root module as Terraform keeps it in a plan: what was given, before it was
    /// brought to its type, else the default.
    pub(super) fn kept(&self, name: &str, variable: &Variable<'c>) -> Result<Value> {
        let root = self.root_instance();
        let constraint = variable.ty.and_then(|expr| lang::constraint(expr).ok()).unwrap_or_else(Constraint::any);
        match self.given(root, name, variable)? {
            Some(given) => Ok(given.with_marks(Marks { ephemeral: variable.ephemeral, ..Marks::default() })),
            // A default is no secret of the run.
            None => match variable.default {
                Some(default) => Ok(self.default(name, default, variable.overridden, &constraint)),
                None => self.variable(root, name, variable.span),
            },
        }
    }

    /// Where the value of a variable comes from: the argument of a call, the line of a variable file, else the
    /// declaration.
    pub(super) fn place(&self, module: &ModuleInstance<'c>, name: &str, variable: &Variable<'c>) -> Span {
        match self.caller(module) {
            Some((_, caller)) => caller.call.body.attribute(name).map(|argument| argument.expr().span()),
            None => self.root.inputs.get(name).and_then(|input| match input.source {
                InputSource::File(span) => Some(span),
                _ => None,
            }),
        }
        .unwrap_or(variable.span)
    }

    /// What the caller or the root module's inputs give.
    fn given(&self, module: &ModuleInstance<'c>, name: &str, variable: &Variable<'c>) -> Result<Option<Value>> {
        if let Some((parent, caller)) = self.caller(module) {
            let Some(argument) = caller.call.body.attribute(name) else {
                return Ok(caller.call.body.damage().map(damaged));
            };
            let names = Names::new(self, parent, &caller.each);
            return match Evaluator::new(&names, &self.session).eval(argument.expr()) {
                Ok(value) => Ok(Some(value)),
                Err(error) if matches!(*error.kind, lang::ErrorKind::Cycle(_)) => Err(error),
                Err(error) => Ok(Some(self.failed(&error))),
            };
        }
        let input = self.root.inputs.get(name);
        let certain =
            input.is_some_and(|input| matches!(input.source, InputSource::CommandLine | InputSource::Assumed));
        if let (false, Some(damage)) = (certain, self.root.damage.first()) {
            return Ok(Some(damaged(*damage)));
        }
        Ok(input.map(|input| match &input.value {
            InputValue::Expr(expr) => self.constant(*expr),
            InputValue::Known(value) => value.clone(),
            InputValue::Text(text, expr) => {
                if is_text(variable) {
                    Value::String(text.clone())
                } else {
                    self.constant(*expr)
                }
            }
        }))
    }

    /// The value of a default. In JSON syntax its strings stand for themselves.
    fn literal(&self, expr: Expr<'_>) -> Value {
        if !expr.tree().is_json() {
            return self.constant(expr);
        }
        if let Some(text) = expr.literal_text() {
            return Value::string(text.as_ref());
        }
        match expr.kind() {
            ExprKind::Tuple(items) => Value::tuple(items.iter().map(|item| self.literal(item)).collect()),
            ExprKind::Object(items) => {
                let mut fields = Fields::new();
                for item in items.iter() {
                    let key = match item.key {
                        Key::Name(name) => name.name.into(),
                        Key::Expr(key) => match key.literal_text() {
                            Some(text) => Str::from(text.as_ref()),
                            None => return self.constant(expr),
                        },
                    };
                    fields.insert(key, self.literal(item.value));
                }
                Value::object(fields)
            }
            _ => self.constant(expr),
        }
    }

    /// An expression that may refer to nothing.
    fn constant(&self, expr: crate::syntax::Expr<'_>) -> Value {
        match Evaluator::new(&Nothing, &self.session).eval(expr) {
            Ok(value) => value,
            Err(error) => self.failed(&error),
        }
    }

    fn constrained(&self, value: Value, constraint: &Constraint, name: &str, place: Span) -> Value {
        match constraint.apply(value) {
            Ok(value) => value,
            Err(error) => {
                let message = format!("the value of `var.{name}` does not fit its type: {error}");
                self.failed(&Error::other(place, message))
            }
        }
    }

    /// Nothing is given and there is no default: unknown, of the declared type.
    fn not_given(
        &self,
        module: &ModuleInstance<'c>,
        name: &str,
        variable: &Variable<'c>,
        constraint: &Constraint,
    ) -> Value {
        if let Some((_, caller)) = self.caller(module) {
            self.report(not_passed(caller.call, name, variable));
        }
        unset(module, name, variable, constraint)
    }
}

/// A module call leaves out what the module needs.
pub(super) fn not_passed(call: &Call<'_>, name: &str, variable: &Variable<'_>) -> Diagnostic {
    let message = format!("the argument `{name}` of module `{}` is required and not given", call.name);
    Diagnostic::error("missing-argument", message)
        .at(call.span, "")
        .at(variable.span, "declared here without a default")
}

/// Any value of a variable's type.
fn unset(module: &ModuleInstance<'_>, name: &str, variable: &Variable<'_>, constraint: &Constraint) -> Value {
    let causes = Causes::one(CauseKind::Variable, variable_name(module, name), Some(variable.span));
    let mut unknown = Unknown::new(constraint.ty().clone(), causes)
        .symbol(Referent::Variable(module.address.clone(), name.into()), Vec::new());
    unknown.refinement.not_null = !variable.nullable;
    Value::Unknown(Arc::new(unknown)).with_marks(marks(variable))
}

fn marks(variable: &Variable<'_>) -> Marks {
    Marks { sensitive: variable.sensitive, ephemeral: variable.ephemeral, ..Marks::default() }
}

/// How a variable is referred to from anywhere: `var.days`, `module.logs.var.days`.
fn variable_name(module: &ModuleInstance<'_>, name: &str) -> String {
    match module.address.is_root() {
        true => format!("var.{name}"),
        false => format!("{}.var.{name}", module.address),
    }
}

/// What stands for an argument that may be in a part of the file that could not be read.
pub(super) fn damaged(span: Span) -> Value {
    Value::unknown(Type::Dynamic, damage_causes(span))
}

pub(super) fn damage_causes(span: Span) -> Causes {
    Causes::one(CauseKind::Error, "syntax error", Some(span))
}
