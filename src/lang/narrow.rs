//! What a condition says of the value that it tests: the values that it admits, or their bounds.
//!
//! Only what certainly follows is told: of a condition that is not understood nothing does.

use std::cell::Cell;

use crate::addrs::Str;
use crate::syntax::{AccessStep, BinaryOp, Call, Expr, ExprKind, For, UnaryOp};
use crate::value::{Bound, CauseKind, Causes, Number, Type, Value, convert};

use super::admitted::Admitted;
use super::bounds::{bounds, least, most};
use super::functions::language;
use super::{Evaluator, Nothing, Reference, Result, Scope, Session};

/// What `condition` says of the value that is referred to as `root.name`, of type `ty`, where it is true.
pub fn narrow(condition: Expr<'_>, root: &str, name: &str, ty: &Type, session: &Session<'_>) -> Admitted {
    let subject = Subject::Attribute(root, name);
    Reader { subject, ty, session, steps: &Cell::new(0) }.admits(condition, true, 0)
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

/// What a condition tests.
#[derive(Clone, Copy)]
enum Subject<'r> {
    /// `root.name`
    Attribute(&'r str, &'r str),
    /// The variable of a `for`.
    Variable(&'r str),
}

/// The tested value or an attribute in it.
struct Part {
    /// The names that lead to it.
    path: Vec<Str>,
    ty: Type,
}

impl Part {
    /// What is known of the whole where this is known of the part. A part that can be read is one of something.
    fn of_whole(&self, admitted: Admitted) -> Admitted {
        self.path
            .iter()
            .rev()
            .fold(admitted, |inner, name| Admitted { attributes: vec![(name.clone(), inner)], ..Admitted::not_null() })
    }
}

struct Reader<'r, 'e> {
    subject: Subject<'r>,
    ty: &'r Type,
    session: &'r Session<'e>,
    steps: &'r Cell<u32>,
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
            _ => self.part(expr).map_or_else(Admitted::default, |part| {
                part.of_whole(match part.ty {
                    Type::Bool => Admitted::one(Value::Bool(is)),
                    _ => Admitted::not_null(),
                })
            }),
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
        if let Some(part) = self.part(subject) {
            return part.of_whole(match (equal, &other) {
                (Some(true), _) => one_of([other], &part.ty),
                (Some(false), Value::Null(_)) => Admitted::not_null(),
                (Some(false), _) => Admitted::default(),
                (None, Value::Number(number)) if part.ty == Type::Number => {
                    let (min, max) = bounds(op, number, flipped, is);
                    Admitted { min, max, ..Admitted::not_null() }
                }
                // Whatever is compared by size is not null.
                (None, _) => Admitted::not_null(),
            });
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
                self.length(argument, min, max, depth)
            }
            ("substr", Some(true), Value::String(text))
                if call.args.len() == 3
                    && let Some(part) = self.argument(&call, 0) =>
            {
                part.of_whole(match call.args.get(1).and_then(|offset| self.constant(offset)) {
                    Some(Value::Number(offset)) if offset.is_zero() => Admitted::prefix(text.clone()),
                    _ => Admitted::not_null(),
                })
            }
            (_, Some(equal), Value::Bool(value)) if equal || is_test(subject) => {
                self.called(&call, *value == equal, depth + 1)
            }
            _ => Admitted::default(),
        }
    }

    /// A length within these bounds, of the value itself or of what is found in it.
    fn length(
        &self,
        argument: Option<Expr<'_>>,
        min: Option<(Number, bool)>,
        max: Option<(Number, bool)>,
        depth: u32,
    ) -> Admitted {
        let Some(argument) = argument else { return Admitted::default() };
        let least = min.and_then(|(number, inclusive)| least(&number, inclusive)).unwrap_or(0);
        let most = max.and_then(|(number, inclusive)| most(&number, inclusive));
        if let Some(part) = self.part(argument) {
            return part.of_whole(match part.ty {
                Type::List(_) | Type::Set(_) | Type::Map(_) => {
                    Admitted { length: Some((least, most)), ..Admitted::not_null() }
                }
                _ => Admitted::not_null(),
            });
        }
        if let ExprKind::For(found) = argument.kind() {
            return match (most, found.condition) {
                // No element is one of these.
                (Some(0), Some(condition)) => self.each(&found, |inner| inner.admits(condition, false, depth + 1)),
                _ => Admitted::default(),
            };
        }
        let Some(call) = call_of(argument) else { return Admitted::default() };
        match call.name.name {
            "regexall" if let Some(part) = self.argument(&call, 1) => part.of_whole(match least {
                0 => Admitted::not_null(),
                _ => self.matching(&call, &part.ty),
            }),
            // What is left when these are taken out.
            "setsubtract" if most == Some(0) && call.args.len() == 2 => {
                let list = call.args.get(1).and_then(|list| self.constant(list));
                let Some(list) = list.filter(|list| list.children().len() <= MAX_VALUES) else {
                    return Admitted::default();
                };
                call.args.get(0).map_or_else(Admitted::default, |all| {
                    self.elements(all, |element| one_of(list.children().cloned(), element))
                })
            }
            _ => Admitted::default(),
        }
    }

    /// What is known of a collection where `of` is of each of its elements, given their type.
    fn elements(&self, collection: Expr<'_>, of: impl FnOnce(&Type) -> Admitted) -> Admitted {
        // What only puts them in order, or leaves out names and repetitions.
        if let Some(call) = call_of(collection)
            && matches!(call.name.name, "toset" | "tolist" | "distinct" | "values")
            && let (1, false, Some(inner)) = (call.args.len(), call.expand, call.args.get(0))
        {
            return self.elements(inner, of);
        }
        let Some(part) = self.part(collection) else { return Admitted::default() };
        part.of_whole(match &part.ty {
            Type::List(element) | Type::Set(element) | Type::Map(element) => {
                Admitted { elements: Some(Box::new(of(element))), ..Admitted::not_null() }
            }
            _ => Admitted::default(),
        })
    }

    /// What is known of the collection that a `for` goes through, where `of` is of each element.
    fn each(&self, for_expr: &For<'_>, of: impl FnOnce(&Reader<'_, '_>) -> Admitted) -> Admitted {
        let name = for_expr.value_name.name;
        if for_expr.key.is_some() || for_expr.key_name.is_some_and(|key| key.name == name) {
            return Admitted::default();
        }
        self.elements(for_expr.collection, |element| {
            of(&Reader { subject: Subject::Variable(name), ty: element, session: self.session, steps: self.steps })
        })
    }

    fn called(&self, call: &Call<'_>, is: bool, depth: u32) -> Admitted {
        let read = |expr: Expr<'_>| self.admits(expr, is, depth + 1);
        if call.expand {
            return Admitted::default();
        }
        match call.name.name {
            "contains"
                if call.args.len() == 2
                    && let Some(part) = self.argument(call, 1) =>
            {
                part.of_whole(match (is, call.args.get(0).and_then(|list| self.constant(list))) {
                    (true, Some(list)) => match list.children().len() {
                        count if count > MAX_VALUES || list.is_null() => Admitted::not_null(),
                        _ => one_of(list.children().filter(|value| !value.is_null()).cloned(), &part.ty),
                    },
                    // Null makes the call fail.
                    _ => Admitted::not_null(),
                })
            }
            "startswith"
                if call.args.len() == 2
                    && let Some(part) = self.argument(call, 0) =>
            {
                part.of_whole(match (is, call.args.get(1).and_then(|prefix| self.constant(prefix))) {
                    (true, Some(Value::String(prefix))) => Admitted::prefix(prefix),
                    _ => Admitted::not_null(),
                })
            }
            "endswith" | "strcontains"
                if call.args.len() == 2
                    && let Some(part) = self.argument(call, 0) =>
            {
                part.of_whole(Admitted::not_null())
            }
            "can" if is && call.args.len() == 1 => match call.args.get(0).and_then(call_of) {
                Some(inner)
                    if inner.name.name == "regex"
                        && let Some(part) = self.argument(&inner, 1) =>
                {
                    part.of_whole(self.matching(&inner, &part.ty))
                }
                _ => Admitted::default(),
            },
            // One of the arguments has the value: the first that does not fail.
            "try" => call.args.iter().map(read).reduce(Admitted::or).unwrap_or_default(),
            "tobool" if call.args.len() == 1 => call.args.get(0).map(read).unwrap_or_default(),
            "alltrue" | "anytrue" if call.args.len() == 1 => {
                let all = (call.name.name == "alltrue") == is;
                // What is null counts as not true.
                let counts = |item| is || is_test(item);
                match call.args.get(0).map(|list| list.kind()) {
                    Some(ExprKind::Tuple(items)) => {
                        let each = items.iter().map(|item| if counts(item) { read(item) } else { Admitted::default() });
                        match all {
                            true => each.reduce(Admitted::and),
                            false => each.reduce(Admitted::or),
                        }
                        .unwrap_or_default()
                    }
                    Some(ExprKind::For(tests)) if all && counts(tests.value) => self.each(&tests, |inner| {
                        let admitted = inner.admits(tests.value, is, depth + 1);
                        match tests.condition {
                            Some(left_in) => inner.admits(left_in, false, depth + 1).or(admitted),
                            None => admitted,
                        }
                    }),
                    _ => Admitted::default(),
                }
            }
            _ => Admitted::default(),
        }
    }

    /// A text in which the pattern of a call of `regex` or `regexall` is found.
    fn matching(&self, call: &Call<'_>, ty: &Type) -> Admitted {
        let Some(Value::String(pattern)) = call.args.get(0).and_then(|pattern| self.constant(pattern)) else {
            return Admitted::not_null();
        };
        // What is converted to a text is not told by the text.
        if *ty != Type::String {
            return Admitted::not_null();
        }
        let language = language(&pattern);
        match language.texts {
            Some(texts) => one_of(texts.into_iter().map(Value::String), ty),
            None => Admitted::prefix(language.prefix),
        }
    }

    /// The part of the tested value that an argument is.
    fn argument(&self, call: &Call<'_>, at: usize) -> Option<Part> {
        if call.expand { None } else { call.args.get(at).and_then(|argument| self.part(argument)) }
    }

    /// The part of the tested value that an expression is, also the whole.
    fn part(&self, expr: Expr<'_>) -> Option<Part> {
        let (root, steps) = match expr.kind() {
            ExprKind::Parens(inner) => return self.part(inner),
            ExprKind::Variable(root) => (root, Vec::new()),
            ExprKind::Access(access) => match access.base.kind() {
                ExprKind::Variable(root) => (root, access.steps.iter().collect()),
                _ => return None,
            },
            _ => return None,
        };
        let names = steps.iter().map(|step| match step {
            AccessStep::Attr(name) => Some(name.name),
            _ => None,
        });
        let mut names = names.collect::<Option<Vec<_>>>()?.into_iter();
        let is_subject = match self.subject {
            Subject::Attribute(of, name) => root.name == of && names.next() == Some(name),
            Subject::Variable(name) => root.name == name,
        };
        let mut part = is_subject.then(|| Part { path: Vec::new(), ty: self.ty.clone() })?;
        for name in names {
            // Of a map nobody knows which names it has.
            part.ty = match &part.ty {
                ty @ Type::Object(_) => ty.attribute(name)?.clone(),
                _ => return None,
            };
            part.path.push(name.into());
        }
        Some(part)
    }

    /// The value of an expression that refers to nothing.
    fn constant(&self, expr: Expr<'_>) -> Option<Value> {
        let (value, _) = self.session.guarded(|| Evaluator::new(&Nothing, self.session).eval(expr));
        value.ok().map(|value| value.unmark().0).filter(Value::is_wholly_known)
    }
}

/// One of these values. Of another type than the tested one's none of them can be equal to it.
fn one_of(values: impl IntoIterator<Item = Value>, ty: &Type) -> Admitted {
    let mut kept = Vec::new();
    for value in values {
        match value.bare() {
            Value::Null(_) => kept.push(Value::Null(ty.clone())),
            value @ (Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                if *ty == Type::Dynamic || value.has_type(ty) {
                    kept.push(value.clone());
                }
            }
            _ => return Admitted::default(),
        }
    }
    Admitted { values: Some(kept), ..Admitted::default() }
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
