//! What a condition says of the value that it tests: the values that it admits, or their bounds.
//!
//! Only what certainly follows is told: of a condition that is not understood nothing does.

use std::cell::Cell;

use crate::syntax::{AccessStep, BinaryOp, Call, Expr, ExprKind, UnaryOp};
use crate::value::{Bound, CauseKind, Causes, Number, Type, Value, convert};

use super::admitted::Admitted;
use super::functions::language;
use super::{Evaluator, Nothing, Reference, Result, Scope, Session};

/// What `condition` says of the value that is referred to as `root.name`, of type `ty`, where it is true.
pub fn narrow(condition: Expr<'_>, root: &str, name: &str, ty: &Type, session: &Session<'_>) -> Admitted {
    let reader = Reader { root, name, ty, session, steps: Cell::new(0) };
    reader.admits(condition, true, 0)
}

/// What a condition is of one value of `root.name`: true, false, or `None` where that is not certain.
pub fn admits(condition: Expr<'_>, root: &str, name: &str, value: &Value, session: &Session<'_>) -> Option<bool> {
    let trial = Trial { root, name, value };
    let (answer, _) = session.guarded(|| Evaluator::new(&trial, session).eval(condition));
    match convert(answer.ok()?.unmark().0, &Type::Bool) {
        Ok(Value::Bool(admitted)) => Some(admitted),
        _ => None,
    }
}

/// A scope in which one name has a value, and nothing is known of any other.
struct Trial<'t> {
    root: &'t str,
    name: &'t str,
    value: &'t Value,
}

impl Scope for Trial<'_> {
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)> {
        if reference.root.name == self.root && reference.name(0).is_some_and(|name| name.name == self.name) {
            return Ok((self.value.clone(), 1));
        }
        evaluator.doubtful();
        let causes = Causes::one(CauseKind::Variable, reference.root.name, Some(reference.span));
        Ok((Value::unknown(Type::Dynamic, causes), reference.steps.len()))
    }
}

/// Nesting and steps beyond which a condition is not read: both arms of a conditional are read for both of its tests.
const MAX_DEPTH: u32 = 64;
const MAX_STEPS: u32 = 2_000;

/// The most values that are told one by one.
pub(super) const MAX_VALUES: usize = 32;

struct Reader<'r, 'e> {
    root: &'r str,
    name: &'r str,
    ty: &'r Type,
    session: &'r Session<'e>,
    steps: Cell<u32>,
}

impl Reader<'_, '_> {
    /// What follows of the tested value from `expr` having the value `is`.
    fn admits(&self, expr: Expr<'_>, is: bool, depth: u32) -> Admitted {
        self.steps.set(self.steps.get() + 1);
        if depth > MAX_DEPTH || self.steps.get() > MAX_STEPS {
            return Admitted::default();
        }
        let read = |expr: Expr<'_>, is: bool| self.admits(expr, is, depth + 1);
        match expr.kind() {
            ExprKind::Bool(value) if value != is => Admitted::nothing(),
            ExprKind::Parens(inner) => read(inner, is),
            ExprKind::Unary(UnaryOp::Not, inner) => read(inner, !is),
            ExprKind::Binary(BinaryOp::And, left, right) if is => read(left, true).and(read(right, true)),
            ExprKind::Binary(BinaryOp::And, left, right) => read(left, false).or(read(right, false)),
            ExprKind::Binary(BinaryOp::Or, left, right) if is => read(left, true).or(read(right, true)),
            ExprKind::Binary(BinaryOp::Or, left, right) => read(left, false).and(read(right, false)),
            ExprKind::Binary(op, left, right) => self.compared(op, left, right, is, depth),
            ExprKind::Conditional { test, then, otherwise } => {
                read(test, true).and(read(then, is)).or(read(test, false).and(read(otherwise, is)))
            }
            ExprKind::Call(call) => self.called(&call, is, depth),
            // A condition that is the variable itself.
            _ if self.is_subject(expr) => {
                if *self.ty == Type::Bool {
                    Admitted::one(Value::Bool(is))
                } else {
                    Admitted::not_null()
                }
            }
            _ => Admitted::default(),
        }
    }

    fn compared(&self, op: BinaryOp, left: Expr<'_>, right: Expr<'_>, is: bool, depth: u32) -> Admitted {
        let (subject, other, flipped) = match (self.constant(right), self.constant(left)) {
            (Some(other), _) => (left, other, false),
            (None, Some(other)) => (right, other, true),
            _ => return Admitted::default(),
        };
        let equal = match op {
            BinaryOp::Equal => Some(is),
            BinaryOp::NotEqual => Some(!is),
            _ => None,
        };
        if self.is_subject(subject) {
            return match (equal, &other) {
                (Some(true), _) => self.one_of([other]),
                (Some(false), Value::Null(_)) => Admitted::not_null(),
                (Some(false), _) => Admitted::default(),
                (None, Value::Number(number)) if *self.ty == Type::Number => {
                    let (min, max) = bounds(op, number, flipped, is);
                    Admitted { min, max, ..Admitted::not_null() }
                }
                // Whatever is compared by size is not null.
                (None, _) => Admitted::not_null(),
            };
        }
        let Some(call) = call_of(subject) else {
            // `test == true`
            return match (equal, &other) {
                (Some(equal), Value::Bool(value)) if is_test(subject) => {
                    self.admits(subject, *value == equal, depth + 1)
                }
                _ => Admitted::default(),
            };
        };
        match (call.name.name, equal, &other) {
            ("length", _, Value::Number(number)) if call.args.len() == 1 => {
                let argument = call.args.get(0);
                let (min, max) = match equal {
                    Some(true) => (Some((number.clone(), true)), Some((number.clone(), true))),
                    Some(false) => (None, None),
                    None => {
                        let (min, max) = bounds(op, number, flipped, is);
                        let pair = |bound: Bound| (bound.value, bound.inclusive);
                        (min.map(pair), max.map(pair))
                    }
                };
                self.length(argument, min, max)
            }
            ("substr", Some(true), Value::String(text)) if call.args.len() == 3 && self.is_argument(&call, 0) => {
                match call.args.get(1).and_then(|offset| self.constant(offset)) {
                    Some(Value::Number(offset)) if offset.is_zero() => Admitted::prefix(text.clone()),
                    _ => Admitted::not_null(),
                }
            }
            (_, Some(equal), Value::Bool(value)) if equal || is_test(subject) => {
                self.called(&call, *value == equal, depth + 1)
            }
            _ => Admitted::default(),
        }
    }

    /// A length within these bounds, of the value itself or of the matches in it.
    fn length(&self, argument: Option<Expr<'_>>, min: Option<(Number, bool)>, max: Option<(Number, bool)>) -> Admitted {
        let Some(argument) = argument else { return Admitted::default() };
        let least = min.and_then(|(number, inclusive)| least(&number, inclusive)).unwrap_or(0);
        if self.is_subject(argument) {
            let most = max.and_then(|(number, inclusive)| most(&number, inclusive));
            return match self.ty {
                Type::List(_) | Type::Set(_) | Type::Map(_) => {
                    Admitted { length: Some((least, most)), ..Admitted::not_null() }
                }
                _ => Admitted::not_null(),
            };
        }
        match call_of(argument) {
            Some(call) if call.name.name == "regexall" && self.is_argument(&call, 1) => match least {
                0 => Admitted::not_null(),
                _ => self.matching(&call),
            },
            _ => Admitted::default(),
        }
    }

    fn called(&self, call: &Call<'_>, is: bool, depth: u32) -> Admitted {
        let read = |expr: Expr<'_>| self.admits(expr, is, depth + 1);
        if call.expand {
            return Admitted::default();
        }
        match call.name.name {
            "contains" if call.args.len() == 2 && self.is_argument(call, 1) => {
                match (is, call.args.get(0).and_then(|list| self.constant(list))) {
                    (true, Some(list)) => match list.children().len() {
                        count if count > MAX_VALUES || list.is_null() => Admitted::not_null(),
                        _ => self.one_of(list.children().filter(|value| !value.is_null()).cloned()),
                    },
                    // Null makes the call fail.
                    _ => Admitted::not_null(),
                }
            }
            "startswith" if call.args.len() == 2 && self.is_argument(call, 0) => {
                match (is, call.args.get(1).and_then(|prefix| self.constant(prefix))) {
                    (true, Some(Value::String(prefix))) => Admitted::prefix(prefix),
                    _ => Admitted::not_null(),
                }
            }
            "endswith" | "strcontains" if call.args.len() == 2 && self.is_argument(call, 0) => Admitted::not_null(),
            "can" if is && call.args.len() == 1 => match call.args.get(0).and_then(call_of) {
                Some(inner) if inner.name.name == "regex" && self.is_argument(&inner, 1) => self.matching(&inner),
                _ => Admitted::default(),
            },
            // One of the arguments has the value: the first that does not fail.
            "try" => call.args.iter().map(read).reduce(Admitted::or).unwrap_or_default(),
            "tobool" if call.args.len() == 1 => call.args.get(0).map(read).unwrap_or_default(),
            "alltrue" | "anytrue" if call.args.len() == 1 => {
                let Some(ExprKind::Tuple(items)) = call.args.get(0).map(|list| list.kind()) else {
                    return Admitted::default();
                };
                // What is null counts as not true.
                let each = items.iter().map(|item| match is || is_test(item) {
                    true => read(item),
                    false => Admitted::default(),
                });
                let all = (call.name.name == "alltrue") == is;
                match all {
                    true => each.reduce(Admitted::and),
                    false => each.reduce(Admitted::or),
                }
                .unwrap_or_default()
            }
            _ => Admitted::default(),
        }
    }

    /// A text in which the pattern of a call of `regex` or `regexall` is found.
    fn matching(&self, call: &Call<'_>) -> Admitted {
        let Some(Value::String(pattern)) = call.args.get(0).and_then(|pattern| self.constant(pattern)) else {
            return Admitted::not_null();
        };
        // What is converted to a text is not told by the text.
        if *self.ty != Type::String {
            return Admitted::not_null();
        }
        let language = language(&pattern);
        match language.texts {
            Some(texts) => self.one_of(texts.into_iter().map(Value::String)),
            None => Admitted::prefix(language.prefix),
        }
    }

    /// One of these values. Of another type than the variable's none of them can be equal to it.
    fn one_of(&self, values: impl IntoIterator<Item = Value>) -> Admitted {
        let mut kept = Vec::new();
        for value in values {
            match value.bare() {
                Value::Null(_) => kept.push(Value::Null(self.ty.clone())),
                value @ (Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                    if *self.ty == Type::Dynamic || value.has_type(self.ty) {
                        kept.push(value.clone());
                    }
                }
                _ => return Admitted::default(),
            }
        }
        Admitted { values: Some(kept), ..Admitted::default() }
    }

    fn is_argument(&self, call: &Call<'_>, at: usize) -> bool {
        !call.expand && call.args.get(at).is_some_and(|argument| self.is_subject(argument))
    }

    /// Whether an expression is the tested value itself.
    fn is_subject(&self, expr: Expr<'_>) -> bool {
        match expr.kind() {
            ExprKind::Parens(inner) => self.is_subject(inner),
            ExprKind::Access(access) => {
                matches!(access.base.kind(), ExprKind::Variable(root) if root.name == self.root)
                    && access.steps.len() == 1
                    && matches!(access.steps.get(0), Some(AccessStep::Attr(name)) if name.name == self.name)
            }
            _ => false,
        }
    }

    /// The value of an expression that refers to nothing.
    fn constant(&self, expr: Expr<'_>) -> Option<Value> {
        let (value, _) = self.session.guarded(|| Evaluator::new(&Nothing, self.session).eval(expr));
        value.ok().map(|value| value.unmark().0).filter(Value::is_wholly_known)
    }
}

fn call_of(expr: Expr<'_>) -> Option<Call<'_>> {
    match expr.kind() {
        ExprKind::Call(call) => Some(call),
        ExprKind::Parens(inner) => call_of(inner),
        _ => None,
    }
}

/// Whether an expression is true or false by its form, and never null.
fn is_test(expr: Expr<'_>) -> bool {
    match expr.kind() {
        ExprKind::Parens(inner) => is_test(inner),
        ExprKind::Unary(op, _) => op == UnaryOp::Not,
        ExprKind::Call(call) => matches!(
            call.name.name,
            "contains" | "startswith" | "endswith" | "strcontains" | "can" | "alltrue" | "anytrue"
        ),
        ExprKind::Binary(op, ..) => matches!(
            op,
            BinaryOp::Or
                | BinaryOp::And
                | BinaryOp::Equal
                | BinaryOp::NotEqual
                | BinaryOp::Less
                | BinaryOp::LessEqual
                | BinaryOp::Greater
                | BinaryOp::GreaterEqual
        ),
        _ => false,
    }
}

/// The bounds of `x` where `x op number`, or flipped `number op x`, is what is said.
fn bounds(op: BinaryOp, number: &Number, flipped: bool, is: bool) -> (Option<Bound>, Option<Bound>) {
    let bound = |inclusive| Some(Bound { value: number.clone(), inclusive });
    let (upper, inclusive) = match op {
        BinaryOp::Less => (true, false),
        BinaryOp::LessEqual => (true, true),
        BinaryOp::Greater => (false, false),
        BinaryOp::GreaterEqual => (false, true),
        _ => return (None, None),
    };
    // Each of the two negations turns it round; that a comparison fails includes the number where it did not before.
    let inclusive = if is { inclusive } else { !inclusive };
    match upper ^ flipped ^ !is {
        true => (None, bound(inclusive)),
        false => (bound(inclusive), None),
    }
}

/// The least whole number within a lower bound, if it is a length.
fn least(number: &Number, inclusive: bool) -> Option<u64> {
    let whole = number.to_i64()?;
    let whole = if inclusive { whole } else { whole.checked_add(1)? };
    Some(u64::try_from(whole).unwrap_or(0))
}

/// The greatest whole number within an upper bound, if it is a length.
fn most(number: &Number, inclusive: bool) -> Option<u64> {
    let whole = number.to_i64()?;
    u64::try_from(if inclusive { whole } else { whole.checked_sub(1)? }).ok()
}
