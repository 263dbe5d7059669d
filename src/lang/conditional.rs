//! Conditionals, and unknowns of which the possible values are known.

use std::sync::Arc;

use crate::addrs::Str;
use crate::syntax::Expr;
use crate::value::{Causes, NoIdentity, Possible, Tri, Type, Unknown, Value, convert, equal, unify};

use super::{Error, Evaluator, Result};

/// More possible values than this are not kept.
pub(super) const MAX_POSSIBLE: usize = 32;

/// Conditions longer than this are not told.
const MAX_CONDITION: usize = 400;

impl Evaluator<'_> {
    /// `test ? then : otherwise`. Both arms are evaluated, since the result has a type common to both; the arm that is
    /// not taken may fail.
    pub(super) fn conditional(&self, test: Expr<'_>, then: Expr<'_>, otherwise: Expr<'_>) -> Result<Value> {
        let test_value = self.eval(test)?;
        let span = test.span();
        let (test_value, marks) = test_value.unmark();
        let decided = match convert(test_value, &Type::Bool) {
            Ok(Value::Bool(decided)) => decided,
            Ok(Value::Unknown(unknown)) => {
                let (then, otherwise) = (self.eval(then), self.eval(otherwise));
                let text = test.tree().file().text(span);
                return self.undecided(&unknown, &text, then, otherwise).map(|value| value.with_marks(marks));
            }
            Ok(Value::Null(_) | Value::Absent) => {
                return Err(Error::other(span, "the condition is null, it must be true or false"));
            }
            _ => return Err(Error::other(span, "the condition must be true or false")),
        };
        let (taken, left) = if decided { (then, otherwise) } else { (otherwise, then) };
        let value = self.eval(taken)?;
        // The arm that is not taken gives only its type, and its marks: which one is taken may not be told.
        let (other, _) = self.session.guarded(|| self.eval(left));
        let value = match other {
            Ok(other) => self.common(value, &other, taken)?.with_marks(other.marks()),
            Err(_) => value,
        };
        Ok(value.with_marks(marks))
    }

    /// Brings the taken arm to the type that both arms have in common.
    fn common(&self, value: Value, other: &Value, taken: Expr<'_>) -> Result<Value> {
        let (mine, theirs) = (value.ty(), other.ty());
        if mine == theirs || theirs == Type::Dynamic {
            return Ok(value);
        }
        if mine == Type::Dynamic && value.is_null() {
            return Ok(Value::Null(theirs).with_marks(value.marks()));
        }
        match unify(&[mine.clone(), theirs.clone()], true) {
            Some(ty) => convert(value, &ty).map_err(|error| Error::other(taken.span(), error.to_string())),
            None => Err(Error::other(
                taken.span(),
                format!(
                    "both arms of a conditional must have one type, these are {} and {}",
                    mine.friendly_name(),
                    theirs.friendly_name()
                ),
            )),
        }
    }

    fn undecided(&self, test: &Unknown, text: &str, then: Result<Value>, otherwise: Result<Value>) -> Result<Value> {
        let (then, otherwise) = match (then, otherwise) {
            (Ok(then), Ok(otherwise)) => (then, otherwise),
            (Err(error), Err(_)) => return Err(error),
            (Ok(arm), Err(_)) | (Err(_), Ok(arm)) => {
                self.doubtful();
                return Ok(Value::unknown(arm.ty(), test.causes.clone()));
            }
        };
        let (then, otherwise) = match unify(&[then.ty(), otherwise.ty()], true) {
            Some(ty) => {
                (convert(then.clone(), &ty).unwrap_or(then), convert(otherwise.clone(), &ty).unwrap_or(otherwise))
            }
            None => (then, otherwise),
        };
        Ok(one_of(vec![(then, condition(text, true)), (otherwise, condition(text, false))], &test.causes))
    }

    /// Applies `f` to each value that an unknown may have. `None` where they are not known.
    pub(super) fn possible(&self, unknown: &Unknown, f: impl Fn(&Value) -> Result<Value>) -> Option<Value> {
        let possible = unknown.possible.as_ref()?;
        let mut choices = Vec::with_capacity(possible.len());
        let mut failed = false;
        for one in possible.iter() {
            match f(&one.value) {
                Ok(value) => choices.push((value, one.condition.clone())),
                Err(_) => failed = true,
            }
        }
        if failed {
            self.doubtful();
        }
        if choices.is_empty() { None } else { Some(one_of(choices, &unknown.causes)) }
    }
}

/// The condition of an arm in words. The text of a test is one line and short, or nothing is said.
fn condition(text: &str, is: bool) -> Str {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > 100 {
        return Str::new();
    }
    format!("`{text}` is {is}").into()
}

/// One of several values, each under its condition: the value itself where all are the same.
pub fn one_of(choices: Vec<(Value, Str)>, causes: &Causes) -> Value {
    let mut flat: Vec<Possible> = Vec::new();
    let mut all = causes.clone();
    let mut marks = crate::value::Marks::default();
    let mut bounded = true;
    for (value, condition) in choices {
        marks = marks.union(value.marks());
        match value.unmark().0 {
            Value::Unknown(unknown) => {
                all = all.union(&unknown.causes);
                match &unknown.possible {
                    Some(inner) => {
                        flat.extend(inner.iter().map(|one| Possible {
                            value: one.value.clone(),
                            condition: both(&condition, &one.condition),
                        }))
                    }
                    None => {
                        bounded = false;
                        flat.push(Possible { value: Value::Unknown(unknown), condition });
                    }
                }
            }
            value => flat.push(Possible { value, condition }),
        }
    }
    // Values that were not brought to one type leave the type open too.
    let first = flat.first().map_or(Type::Dynamic, |one| one.value.ty());
    let ty = if flat.iter().all(|one| one.value.has_type(&first)) { first } else { Type::Dynamic };
    let not_null = flat.iter().all(|one| match &one.value {
        Value::Unknown(unknown) => unknown.refinement.not_null,
        value => !value.is_null(),
    });
    if let Some(first) = flat.first()
        && bounded
        && flat[1..].iter().all(|one| same(&first.value, &one.value))
    {
        return first.value.clone().with_marks(marks);
    }
    let mut unknown = Unknown::new(ty, all);
    unknown.refinement.not_null = not_null;
    if bounded {
        flat = distinct(flat);
    }
    if bounded && flat.len() <= MAX_POSSIBLE {
        unknown.possible = Some(Arc::new(flat));
    }
    Value::Unknown(Arc::new(unknown)).with_marks(marks)
}

/// Each value once, if it is simple, with all of its conditions.
fn distinct(all: Vec<Possible>) -> Vec<Possible> {
    let mut distinct: Vec<Possible> = Vec::with_capacity(all.len());
    for one in all {
        let simple = matches!(one.value, Value::Bool(_) | Value::Number(_) | Value::String(_));
        match distinct.iter_mut().find(|other| simple && same(&other.value, &one.value)) {
            None => distinct.push(one),
            Some(other) => other.condition = either(&other.condition, &one.condition),
        }
    }
    distinct
}

/// Whether two values are certainly one.
pub fn same(a: &Value, b: &Value) -> bool {
    a.ty() == b.ty() && matches!(equal(a, b, &NoIdentity), Tri::True)
}

/// Both conditions in words, as far as they are known.
pub(super) fn both(a: &Str, b: &Str) -> Str {
    match (a.is_empty(), b.is_empty()) {
        (true, _) => b.clone(),
        (_, true) => a.clone(),
        _ if a == b => a.clone(),
        _ if a.len() + b.len() > MAX_CONDITION => Str::new(),
        _ => format!("{a} and {b}").into(),
    }
}

/// One of two conditions in words: none where one of them is not known.
pub(super) fn either(a: &Str, b: &Str) -> Str {
    match a.is_empty() || b.is_empty() {
        _ if a == b => a.clone(),
        false if a.len() + b.len() <= MAX_CONDITION => match b.split_once(" is ") {
            // "`var.x` is 1 or 2"
            Some((subject, value)) if says_only(a, subject) && says_only(b, subject) => format!("{a} or {value}"),
            _ => format!("{a} or {b}"),
        }
        .into(),
        _ => Str::new(),
    }
}

/// Whether a condition only says what `subject` is.
fn says_only(condition: &str, subject: &str) -> bool {
    let rest = condition.strip_prefix(subject).and_then(|rest| rest.strip_prefix(" is "));
    rest.is_some_and(|rest| !rest.contains('`') && !rest.contains(" and "))
}
