//! What HCL makes of an expression that fails: an unknown of the type that its form tells.
//!
//! It matters where the failure does not: in an arm of a conditional that is not taken, which still has a say in the type
//! of the result (`ConditionalExpr.Value` of <https://github.com/hashicorp/hcl>).

use std::sync::Arc;

use crate::syntax::{Access, AccessStep, BinaryOp, Expr, ExprKind, Part, UnaryOp};
use crate::value::{Causes, Marks, Type, Unknown, Value, unify};

use super::conditional::{condition_of, one_arm};
use super::{Evaluator, Result};

impl Evaluator<'_> {
    /// The value of an expression; where it fails, what is known of it nevertheless, with `causes`.
    pub(super) fn typed(&self, expr: Expr<'_>, causes: &Causes) -> Value {
        let (result, _) = self.session.guarded(|| self.eval(expr));
        result.unwrap_or_else(|_| self.failed(expr, causes))
    }

    /// What is known of the value of an expression that fails: a type, where its form says one.
    pub(super) fn failed(&self, expr: Expr<'_>, causes: &Causes) -> Value {
        let of = |ty| Value::unknown(ty, causes.clone());
        let typed = |expr| self.typed(expr, causes);
        match expr.kind() {
            ExprKind::Binary(op, ..) => of(result_type(op)),
            ExprKind::Unary(UnaryOp::Not, _) => of(Type::Bool),
            ExprKind::Unary(UnaryOp::Negate, _) => of(Type::Number),
            ExprKind::Parens(inner) => self.failed(inner, causes),
            ExprKind::Template(template) => match template.parts.first() {
                Some(Part::Interpolation(inner)) if template.wraps => self.failed(inner, causes),
                _ => {
                    let marks = template.parts.iter().map(|part| match part {
                        Part::Interpolation(inner) => Some(typed(inner)).filter(|value| !value.is_null()),
                        _ => None,
                    });
                    let marks = marks.flatten().fold(Marks::default(), |all, value| all.union(value.marks()));
                    Value::from(Unknown::new(Type::String, causes.clone()).not_null()).with_marks(marks)
                }
            },
            ExprKind::Tuple(items) => Value::tuple(items.iter().map(typed).collect()),
            ExprKind::Object(items) => {
                self.object(items, &|expr| Ok(self.typed(expr, causes))).unwrap_or_else(|_| of(Type::Dynamic))
            }
            ExprKind::For(for_expr) => {
                let value = self.failed_for(&for_expr, expr.span(), causes);
                value.unwrap_or_else(|_| of(Type::Dynamic))
            }
            ExprKind::Conditional { test, then, otherwise } => {
                let value = self.failed_conditional(test, (then, otherwise), causes);
                value.unwrap_or_else(|_| of(Type::Dynamic))
            }
            ExprKind::Access(access) => self.failed_access(&access, causes).unwrap_or_else(|| of(Type::Dynamic)),
            _ => of(Type::Dynamic),
        }
    }

    fn failed_conditional(&self, test: Expr<'_>, arms: (Expr<'_>, Expr<'_>), causes: &Causes) -> Result<Value> {
        let (then, otherwise) = (self.typed(arms.0, causes), self.typed(arms.1, causes));
        let (test, marks) = self.typed(test, causes).unmark();
        let (taken, left) = match condition_of(test) {
            Ok(Value::Bool(true)) => (then, otherwise),
            Ok(Value::Bool(false)) => (otherwise, then),
            Ok(Value::Unknown(unknown)) => {
                return one_arm(&unknown, then, otherwise, arms.0).map(|value| value.with_marks(marks));
            }
            _ => {
                let unknown = Unknown::new(Type::Bool, causes.clone());
                return one_arm(&unknown, then, otherwise, arms.0).map(|value| value.unmark().0);
            }
        };
        let marks = marks.union(taken.marks()).union(left.marks());
        let types = [taken.ty(), left.ty()];
        let value = self.common(taken, &left, arms.0).or_else(|error| {
            // The arms have a common type, which only the value does not fit.
            unify(&types, true).map(|ty| Value::unknown(ty, causes.clone())).ok_or(error)
        });
        Ok(value?.with_marks(marks))
    }

    fn failed_access(&self, access: &Access<'_>, causes: &Causes) -> Option<Value> {
        let steps: Vec<AccessStep<'_>> = access.steps.iter().collect();
        let span = access.base.span();
        let splat = |step: &AccessStep<'_>| matches!(step, AccessStep::AttrSplat(_) | AccessStep::FullSplat(_));
        if !steps.iter().any(splat) && !matches!(access.base.kind(), ExprKind::Variable(_)) {
            let base = self.typed(access.base, causes);
            return self.session.guarded(|| self.steps(base, &steps, span)).0.ok();
        }
        let (before, rest) = split(&steps)?;
        let source = match access.base.kind() {
            ExprKind::Variable(root) => self.reference(root, before, span),
            _ => self.eval(access.base).and_then(|base| self.steps(base, before, span)),
        };
        self.failed_splat(&source.ok()?, rest, causes, access.base)
    }

    /// A splat of which an item fails.
    fn failed_splat(&self, source: &Value, rest: &[AccessStep<'_>], causes: &Causes, at: Expr<'_>) -> Option<Value> {
        let each = |item: Value| self.session.guarded(|| self.steps(item, rest, at.span())).0;
        let item = |ty: &Type| {
            let item = Value::unknown(ty.clone(), causes.clone());
            each(item.clone()).map_or_else(|_| self.failed_item(item, rest, causes, at), |item| item.ty())
        };
        let ty = match (source.ty(), source.bare()) {
            (Type::Dynamic, _) | (Type::List(_) | Type::Set(_) | Type::Tuple(_), Value::Null(_)) => return None,
            // The items have different types, which is no type for a list.
            (_, Value::List(list) | Value::Set(list))
                if !list.items.is_empty() && list.items.iter().all(|item| each(item.clone()).is_ok()) =>
            {
                return None;
            }
            (Type::List(element) | Type::Set(element), _) => Type::list(item(&element)),
            (Type::Tuple(types), _) => Type::Tuple(Arc::new(types.iter().map(item).collect())),
            (_, Value::Unknown(unknown)) if !unknown.refinement.not_null => return None,
            (ty, _) => Type::Tuple(Arc::new(vec![item(&ty)])),
        };
        Some(Value::from(Unknown::new(ty, causes.clone()).not_null()).with_marks(source.marks()))
    }

    fn failed_item(&self, item: Value, steps: &[AccessStep<'_>], causes: &Causes, at: Expr<'_>) -> Type {
        let inner = split(steps).and_then(|(before, rest)| {
            let source = self.session.guarded(|| self.steps(item, before, at.span())).0.ok()?;
            self.failed_splat(&source, rest, causes, at)
        });
        inner.map_or(Type::Dynamic, |value| value.ty())
    }
}

/// The steps before the first splat, and those that belong to it, if they are all there are.
fn split<'r, 's>(steps: &'r [AccessStep<'s>]) -> Option<(&'r [AccessStep<'s>], &'r [AccessStep<'s>])> {
    let at = steps.iter().position(|step| matches!(step, AccessStep::AttrSplat(_) | AccessStep::FullSplat(_)))?;
    let rest = &steps[at + 1..];
    let named = |step: &AccessStep<'_>| matches!(step, AccessStep::Attr(_) | AccessStep::LegacyIndex(..));
    let whole = matches!(steps[at], AccessStep::FullSplat(_)) || rest.iter().all(named);
    whole.then_some((&steps[..at], rest))
}

fn result_type(op: BinaryOp) -> Type {
    match op {
        BinaryOp::Add | BinaryOp::Subtract | BinaryOp::Multiply | BinaryOp::Divide | BinaryOp::Modulo => Type::Number,
        _ => Type::Bool,
    }
}
