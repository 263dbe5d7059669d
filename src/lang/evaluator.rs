//! An expression and a scope → a value.

use crate::source::Span;
use crate::syntax::{Expr, ExprKind, Ident};
use crate::value::{CauseKind, Causes, Number, Str, Type, Value};

use super::{Error, ErrorKind, Limit, Reference, Result, Scope, Session};

/// A loop variable, and those around it.
#[derive(Clone, Debug)]
pub struct Frame<'e> {
    /// Its name.
    pub name: &'e str,
    /// Its value.
    pub value: Value,
    /// The variables around it.
    pub outer: Option<&'e Frame<'e>>,
}

/// Evaluates expressions in a scope.
#[derive(Clone, Copy)]
pub struct Evaluator<'e> {
    /// What names mean.
    pub scope: &'e dyn Scope,
    /// Loop variables, which come before the scope's names; innermost first.
    pub frame: Option<&'e Frame<'e>>,
    /// Limits and options.
    pub session: &'e Session<'e>,
}

/// Below this much stack a new piece is taken, so that deep nesting costs memory and never the process.
const RED_ZONE: usize = 128 * 1024;
const STACK_PIECE: usize = 4 * 1024 * 1024;

impl<'e> Evaluator<'e> {
    /// An evaluator without loop variables.
    pub fn new(scope: &'e dyn Scope, session: &'e Session<'e>) -> Self {
        Evaluator { scope, frame: None, session }
    }

    /// The same with one more loop variable.
    pub fn with_frame<'n>(&self, frame: &'n Frame<'n>) -> Evaluator<'n>
    where
        'e: 'n,
    {
        Evaluator { scope: self.scope, frame: Some(frame), session: self.session }
    }

    /// The value of an expression.
    pub fn eval(&self, expr: Expr<'_>) -> Result<Value> {
        self.session.enter(expr.span())?;
        let result = stacker::maybe_grow(RED_ZONE, STACK_PIECE, || self.eval_kind(expr));
        self.session.leave();
        result
    }

    fn eval_kind(&self, expr: Expr<'_>) -> Result<Value> {
        match expr.kind() {
            ExprKind::Null => Ok(Value::NULL),
            ExprKind::Bool(value) => Ok(Value::Bool(value)),
            ExprKind::Number(text) => Number::parse(text)
                .map(Value::Number)
                .ok_or_else(|| Error::new(expr.span(), ErrorKind::Limit(Limit::Number))),
            ExprKind::String(text) => Ok(Value::String(Str::from(text.as_ref()))),
            ExprKind::Template(template) => self.template(&template, expr.span()),
            ExprKind::Tuple(items) => self.tuple(items.iter()),
            ExprKind::Object(items) => self.object(items, &|value| self.eval(value)),
            ExprKind::Variable(ident) => self.reference(ident, &[], ident.span),
            ExprKind::Access(access) => self.access(&access, expr.span()),
            ExprKind::Call(call) => self.call(&call, expr.span()),
            ExprKind::Conditional { test, then, otherwise } => self.conditional(test, then, otherwise),
            ExprKind::Unary(op, operand) => self.unary(op, operand, expr.span()),
            ExprKind::Binary(op, left, right) => self.binary(op, left, right, expr.span()),
            ExprKind::For(for_expr) => self.for_expr(&for_expr, expr.span(), &|inner, value| inner.eval(value)),
            ExprKind::Parens(inner) => self.eval(inner),
            ExprKind::Invalid => {
                self.doubtful();
                Ok(Value::unknown(Type::Dynamic, Causes::one(CauseKind::Error, "syntax error", Some(expr.span()))))
            }
        }
    }

    /// The value of a name with steps behind it.
    pub(super) fn reference(
        &self,
        root: Ident<'_>,
        steps: &[crate::syntax::AccessStep<'_>],
        span: Span,
    ) -> Result<Value> {
        let mut frame = self.frame;
        while let Some(variable) = frame {
            if variable.name == root.name {
                return self.steps(variable.value.clone(), steps, span);
            }
            frame = variable.outer;
        }
        let plain = steps.iter().position(|step| {
            matches!(step, crate::syntax::AccessStep::AttrSplat(_) | crate::syntax::AccessStep::FullSplat(_))
        });
        let reference = Reference { root, steps: &steps[..plain.unwrap_or(steps.len())], span };
        let (value, taken) = self.scope.resolve(reference, self)?;
        let mut value = self.steps(value, &steps[taken..], span)?;
        if self.session.options.as_terraform {
            value = value.anonymous();
        }
        if self.session.guarded.get() && matches!(value.bare(), Value::Absent) {
            return Err(Error::new(span, ErrorKind::NullAccess));
        }
        Ok(value)
    }

    /// Notes that the current expression may fail once its unknowns are known.
    pub fn doubtful(&self) {
        self.session.doubt.set(true);
    }
}
