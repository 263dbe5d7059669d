//! Arithmetic, comparison and logic.

use std::sync::Arc;

use crate::addrs::{Referent, Step};
use crate::source::Span;
use crate::syntax::{BinaryOp, Expr, UnaryOp};
use crate::value::{
    ArithmeticError, CauseKind, Number, OnlyCty, Possible, Symbol, Tri, Type, Unknown, Value, convert, equal,
};

use super::conditional::both;
use super::{Error, ErrorKind, Evaluator, Limit, Result, one_of};

impl Evaluator<'_> {
    pub(super) fn unary(&self, op: UnaryOp, operand: Expr<'_>, span: Span) -> Result<Value> {
        let (value, marks) = self.eval(operand)?.unmark();
        let ty = if op == UnaryOp::Not { Type::Bool } else { Type::Number };
        let result = match operand_of(value, &ty, operand.span())? {
            Value::Unknown(unknown) => match self.possible(&unknown, |value| apply_unary(op, value, span)) {
                Some(value) => value,
                None => not_null(ty, &unknown),
            },
            value => apply_unary(op, &value, span)?,
        };
        Ok(if self.forgets(&result) { result } else { result.with_marks(marks) })
    }

    /// Whether Terraform loses the marks of the operands of `!`, `-`, `&&` and `||`, which it does where one is not known.
    fn forgets(&self, result: &Value) -> bool {
        self.session.options.as_terraform && result.is_unknown()
    }

    pub(super) fn binary(&self, op: BinaryOp, left: Expr<'_>, right: Expr<'_>, span: Span) -> Result<Value> {
        match op {
            BinaryOp::And => self.logic(left, right, false),
            BinaryOp::Or => self.logic(left, right, true),
            BinaryOp::Equal | BinaryOp::NotEqual => self.equality(op, left, right),
            _ => self.arithmetic(op, left, right, span),
        }
    }

    fn equality(&self, op: BinaryOp, left: Expr<'_>, right: Expr<'_>) -> Result<Value> {
        let span = right.span();
        let (left, right) = (self.eval(left)?, self.eval(right)?);
        self.session.go_through([&left, &right], span)?;
        // Of what is sensitive within a value the answer tells something.
        let marks = left.marks_deep().union(right.marks_deep());
        let negate = op == BinaryOp::NotEqual;
        self.compare(&left, &right, negate).map(|value| value.with_marks(marks))
    }

    fn compare(&self, left: &Value, right: &Value, negate: bool) -> Result<Value> {
        let identity = if self.session.options.as_terraform { &OnlyCty } else { self.scope.identity() };
        Ok(match equal(left, right, identity) {
            Tri::True => Value::Bool(!negate),
            Tri::False => Value::Bool(negate),
            Tri::Unknown(causes) => {
                for (one, other) in [(left, right), (right, left)] {
                    if let Value::Unknown(unknown) = one.bare()
                        && let Some(value) = self.possible(unknown, |value| self.compare(value, other, negate))
                    {
                        return Ok(value);
                    }
                }
                Value::Unknown(Arc::new(Unknown::new(Type::Bool, causes).not_null()))
            }
        })
    }

    /// `&&` and `||`: `decisive` is the operand that decides alone.
    fn logic(&self, left: Expr<'_>, right: Expr<'_>, decisive: bool) -> Result<Value> {
        let (left_value, left_marks) = self.eval(left)?.unmark();
        let left_value = operand_of(left_value, &Type::Bool, left.span())?;
        let short = self.session.options.short_circuit;
        if short && matches!(left_value, Value::Bool(decided) if decided == decisive) {
            return Ok(left_value.with_marks(left_marks));
        }
        let right_value = self.eval(right).and_then(|value| {
            let (value, marks) = value.unmark();
            Ok((operand_of(value, &Type::Bool, right.span())?, marks))
        });
        let (right_value, right_marks) = match (right_value, &left_value) {
            (Ok(right), _) => right,
            // The left side may yet turn out to decide, so that the right one is never looked at.
            (Err(_), Value::Unknown(unknown)) if short => {
                self.doubtful();
                return Ok(not_null(Type::Bool, unknown).with_marks(left_marks));
            }
            (Err(error), _) => return Err(error),
        };
        let marks = left_marks.union(right_marks);
        let result = match (&left_value, &right_value) {
            (Value::Unknown(_), Value::Bool(decided)) | (Value::Bool(decided), Value::Unknown(_))
                if short && *decided == decisive =>
            {
                Value::Bool(decisive)
            }
            (Value::Unknown(unknown), Value::Bool(_)) | (Value::Bool(_), Value::Unknown(unknown)) if short => {
                Value::Unknown(unknown.clone())
            }
            (Value::Unknown(a), Value::Unknown(b)) => either_decides(a, b, decisive),
            (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) => not_null(Type::Bool, unknown),
            (Value::Bool(left), Value::Bool(right)) if decisive => Value::Bool(*left || *right),
            (Value::Bool(left), Value::Bool(right)) => Value::Bool(*left && *right),
            _ => unreachable!("operand_of gives a bool or an unknown"),
        };
        Ok(if self.forgets(&result) { result } else { result.with_marks(marks) })
    }

    fn arithmetic(&self, op: BinaryOp, left: Expr<'_>, right: Expr<'_>, span: Span) -> Result<Value> {
        let (left_value, left_marks) = self.eval(left)?.unmark();
        let (right_value, right_marks) = self.eval(right)?.unmark();
        let left_value = operand_of(left_value, &Type::Number, left.span())?;
        let right_value = operand_of(right_value, &Type::Number, right.span())?;
        self.calculate(op, &left_value, &right_value, span).map(|v| v.with_marks(left_marks.union(right_marks)))
    }

    fn calculate(&self, op: BinaryOp, left: &Value, right: &Value, span: Span) -> Result<Value> {
        let (unknown, other) = match (left, right) {
            (Value::Number(left), Value::Number(right)) => return apply_binary(op, left, right, span),
            (Value::Unknown(unknown), other) => (unknown, other),
            (other, Value::Unknown(unknown)) => (unknown, other),
            _ => unreachable!("operand_of gives a number or an unknown"),
        };
        let possible = self.possible(unknown, |value| {
            let value = operand_of(value.clone(), &Type::Number, span)?;
            match matches!(left, Value::Unknown(_)) {
                true => self.calculate(op, &value, right, span),
                false => self.calculate(op, left, &value, span),
            }
        });
        if let Some(value) = possible {
            return Ok(value);
        }
        if let Some(decided) = decided_by_bounds(op, left, right, !self.session.options.as_terraform) {
            return Ok(Value::Bool(decided));
        }
        let ty = match op {
            BinaryOp::Add | BinaryOp::Subtract | BinaryOp::Multiply | BinaryOp::Divide | BinaryOp::Modulo => {
                Type::Number
            }
            _ => match compared(op, left, right) {
                Some(value) => return Ok(value),
                None => Type::Bool,
            },
        };
        if matches!(op, BinaryOp::Divide | BinaryOp::Modulo) {
            self.doubtful();
        }
        let causes = other.causes_deep().map_or(unknown.causes.clone(), |more| unknown.causes.union(&more));
        Ok(Value::Unknown(Arc::new(Unknown::new(ty, causes).not_null())))
    }
}

/// Two operands that are not known: where the possible values of both are, one that is decisive decides alone.
fn either_decides(a: &Unknown, b: &Unknown, decisive: bool) -> Value {
    let causes = a.causes.union(&b.causes);
    let (Some(left), Some(right)) = (&a.possible, &b.possible) else {
        return Value::Unknown(Arc::new(Unknown::new(Type::Bool, causes).not_null()));
    };
    let is = |one: &&Possible, wanted: bool| matches!(one.value, Value::Bool(value) if value == wanted);
    let deciding = left.iter().chain(right.iter()).filter(|one| is(one, decisive));
    let mut choices: Vec<_> = deciding.map(|one| (one.value.clone(), one.condition.clone())).collect();
    for a in left.iter().filter(|one| !is(one, decisive)) {
        for b in right.iter().filter(|one| !is(one, decisive)) {
            let value = if is(&a, !decisive) { b.value.clone() } else { a.value.clone() };
            choices.push((value, both(&a.condition, &b.condition)));
        }
    }
    one_of(choices, &causes)
}

fn not_null(ty: Type, unknown: &Unknown) -> Value {
    Value::Unknown(Arc::new(Unknown::new(ty, unknown.causes.clone()).not_null()))
}

/// An operand brought to its type: a value of it or an unknown, never null.
fn operand_of(value: Value, ty: &Type, span: Span) -> Result<Value> {
    let what = value.ty().friendly_name();
    match convert(value, ty) {
        Ok(Value::Null(_) | Value::Absent) => {
            Err(Error::new(span, ErrorKind::Operand("this operand is null".to_owned())))
        }
        Ok(value) => Ok(value),
        Err(_) => Err(Error::new(
            span,
            ErrorKind::Operand(format!("a {} is wanted here, this is a {what}", ty.friendly_name())),
        )),
    }
}

fn apply_unary(op: UnaryOp, value: &Value, span: Span) -> Result<Value> {
    match (op, value) {
        (UnaryOp::Not, Value::Bool(value)) => Ok(Value::Bool(!value)),
        (UnaryOp::Negate, Value::Number(value)) => Ok(Value::Number(value.neg())),
        _ => Err(Error::new(span, ErrorKind::Operand("this operand has the wrong type".to_owned()))),
    }
}

fn apply_binary(op: BinaryOp, left: &Number, right: &Number, span: Span) -> Result<Value> {
    let number = |result: Result<Number, ArithmeticError>| {
        let result = result.map_err(|error| Error::new(span, ErrorKind::Operand(error.to_string())))?;
        // Only what is divided by zero, or was infinite before, is infinite.
        let infinite = !result.is_finite() && left.is_finite() && right.is_finite();
        let lost = matches!(op, BinaryOp::Multiply | BinaryOp::Divide) && result.is_zero() && !left.is_zero();
        let right_decides = right.is_zero() || !right.is_finite();
        match infinite && !(op == BinaryOp::Divide && right.is_zero()) || lost && !right_decides {
            true => Err(Error::new(span, ErrorKind::Limit(Limit::Number))),
            false => Ok(Value::Number(result)),
        }
    };
    Ok(match op {
        BinaryOp::Less => Value::Bool(left < right),
        BinaryOp::LessEqual => Value::Bool(left <= right),
        BinaryOp::Greater => Value::Bool(left > right),
        BinaryOp::GreaterEqual => Value::Bool(left >= right),
        BinaryOp::Add => number(left.add(right))?,
        BinaryOp::Subtract => number(left.sub(right))?,
        BinaryOp::Multiply => number(left.mul(right))?,
        BinaryOp::Divide => number(left.div(right))?,
        BinaryOp::Modulo => number(left.rem(right))?,
        BinaryOp::Or | BinaryOp::And | BinaryOp::Equal | BinaryOp::NotEqual => {
            unreachable!("logic and equality have functions of their own")
        }
    })
}

/// A comparison of an input variable with a number, which may turn out either way: when, in words.
fn compared(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    let (unknown, number, op) = match (left, right) {
        (Value::Unknown(unknown), Value::Number(number)) => (unknown, number, op),
        (Value::Number(number), Value::Unknown(unknown)) => (unknown, number, op.flipped()?),
        _ => return None,
    };
    let Symbol { referent: Referent::Variable(module, name), path } = unknown.symbol.as_deref()? else { return None };
    let [cause] = unknown.causes.iter().as_slice() else { return None };
    if cause.kind != CauseKind::Variable || !module.is_root() {
        return None;
    }
    let path: String = path.iter().map(Step::to_string).collect();
    let (holds, fails) = match op {
        BinaryOp::Less => ("less than", "at least"),
        BinaryOp::LessEqual => ("at most", "more than"),
        BinaryOp::Greater => ("more than", "at most"),
        BinaryOp::GreaterEqual => ("at least", "less than"),
        _ => return None,
    };
    let choice =
        |value: bool, words: &str| (Value::Bool(value), ecow::eco_format!("`var.{name}{path}` is {words} {number}"));
    Some(one_of(vec![choice(true, holds), choice(false, fails)], &unknown.causes))
}

/// A comparison that holds, or fails, for every number within the bounds of what is unknown. `equal`: also where an
/// end of one is an end of the other, which cty leaves open.
fn decided_by_bounds(op: BinaryOp, left: &Value, right: &Value, equal: bool) -> Option<bool> {
    let (low_left, high_left) = bounds(left)?;
    let (low_right, high_right) = bounds(right)?;
    // `a < b` for all where the highest a is below the lowest b.
    let below = |high: &Option<(Number, bool)>, low: &Option<(Number, bool)>, or_equal: bool| match (high, low) {
        (Some((high, a)), Some((low, b))) => high < low || (high == low && (or_equal || !(*a && *b))),
        _ => false,
    };
    let (yes, no) = match op {
        BinaryOp::Less => (below(&high_left, &low_right, false), below(&high_right, &low_left, equal)),
        BinaryOp::LessEqual => (below(&high_left, &low_right, equal), below(&high_right, &low_left, false)),
        BinaryOp::Greater => (below(&high_right, &low_left, false), below(&high_left, &low_right, equal)),
        BinaryOp::GreaterEqual => (below(&high_right, &low_left, equal), below(&high_left, &low_right, false)),
        _ => return None,
    };
    if yes {
        Some(true)
    } else if no {
        Some(false)
    } else {
        None
    }
}

type Range = (Option<(Number, bool)>, Option<(Number, bool)>);

fn bounds(value: &Value) -> Option<Range> {
    match value {
        Value::Number(number) => Some((Some((number.clone(), true)), Some((number.clone(), true)))),
        Value::Unknown(unknown) => {
            let get = |bound: &Option<crate::value::Bound>| bound.as_ref().map(|b| (b.value.clone(), b.inclusive));
            Some((get(&unknown.refinement.min), get(&unknown.refinement.max)))
        }
        _ => None,
    }
}
