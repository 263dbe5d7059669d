//! Conditionals, and unknowns of which the possible values are known.

use std::sync::Arc;

use crate::addrs::Str;
use crate::syntax::Expr;
use crate::value::{
    Bound, CauseKind, Causes, ConvertError, NoIdentity, Number, Possible, Tri, Type, Unknown, Value, convert, equal,
    unify,
};

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
        let decided = match condition_of(test_value) {
            Ok(Value::Bool(decided)) => decided,
            Ok(Value::Unknown(unknown)) => {
                let value = match self.session.options.as_terraform {
                    true => {
                        let arms = (self.typed(then, &unknown.causes), self.typed(otherwise, &unknown.causes));
                        self.session.go_through([&arms.0, &arms.1], span)?;
                        one_arm(&unknown, arms.0, arms.1, then)
                    }
                    false => {
                        let before = self.session.doubt.replace(false);
                        let arms = [(then, self.eval(then)), (otherwise, self.eval(otherwise))];
                        let doubt = self.session.doubt.replace(before);
                        self.session.doubt.set(before || doubt);
                        self.session.go_through(arms.iter().flat_map(|(_, arm)| arm), span)?;
                        self.undecided(&unknown, test, arms, doubt)
                    }
                };
                return value.map(|value| value.with_marks(marks));
            }
            Ok(Value::Null(_) | Value::Absent) => {
                return Err(Error::other(span, "the condition is null, it must be true or false"));
            }
            _ => return Err(Error::other(span, "the condition must be true or false")),
        };
        let (taken, left) = if decided { (then, otherwise) } else { (otherwise, then) };
        let value = self.eval(taken)?;
        // The arm that is not taken gives only its type, and its marks: which one is taken may not be told.
        let causes = || Causes::one(CauseKind::Error, "an expression that fails", Some(left.span()));
        let (other, doubt) = self.session.guarded(|| self.eval(left));
        let other = other.unwrap_or_else(|_| self.failed(left, &causes()));
        match self.common(value.clone(), &other, taken) {
            // An arm that is not taken, and may fail, has no type then.
            Err(_) if doubt && !self.session.options.as_terraform => Ok(value),
            common => common,
        }
        .map(|value| value.with_marks(other.marks()).with_marks(marks))
    }

    /// Brings the taken arm to the type that both arms have in common.
    pub(super) fn common(&self, value: Value, other: &Value, taken: Expr<'_>) -> Result<Value> {
        self.session.go_through([&value, other], taken.span())?;
        let (mine, theirs) = (value.ty(), other.ty());
        if mine == theirs || theirs == Type::Dynamic {
            return Ok(value);
        }
        if mine == Type::Dynamic {
            // What is not known may turn out to have any type; a null with marks HCL does not look at.
            return Ok(if is_bare_null(&value) { Value::Null(theirs) } else { value });
        }
        let ty = unify(&[mine.clone(), theirs.clone()], true).ok_or_else(|| mismatch(taken, &mine, &theirs))?;
        // Beside a list or map of anything, cty converts what is written as it is.
        let mixed = match (&mine, &theirs, &ty) {
            (Type::Tuple(items), Type::List(_), Type::List(element)) if **element == Type::Dynamic => {
                !all_same(items.iter())
            }
            (Type::Object(own), Type::Map(_), Type::Map(element)) if **element == Type::Dynamic => {
                !all_same(own.iter().map(|(_, ty)| ty))
            }
            _ => false,
        };
        if mixed {
            return Err(Error::other(taken.span(), "the elements of this arm must all have one type"));
        }
        convert(value, &ty).map_err(|error| Error::other(taken.span(), error.to_string()))
    }

    /// A conditional with a test that is not known; `doubt`: an arm may fail.
    fn undecided(
        &self,
        test: &Unknown,
        written: Expr<'_>,
        arms: [(Expr<'_>, Result<Value>); 2],
        doubt: bool,
    ) -> Result<Value> {
        let text = written.tree().file().text(written.span());
        let [(at, then), (_, otherwise)] = arms;
        let (then, otherwise) = match (then, otherwise) {
            (Ok(then), Ok(otherwise)) => (then, otherwise),
            (Err(error), Err(_)) => return Err(error),
            (Ok(arm), Err(_)) | (Err(_), Ok(arm)) => {
                self.doubtful();
                return Ok(Value::unknown(arm.ty(), test.causes.clone()).with_marks(arm.marks_deep()));
            }
        };
        let marks = then.marks_deep().union(otherwise.marks_deep());
        let ty = match unify(&[then.ty(), otherwise.ty()], true) {
            Some(ty) => ty,
            // An arm that fails has no type.
            None if doubt => return Ok(Value::unknown(Type::Dynamic, test.causes.clone()).with_marks(marks)),
            None => return Err(mismatch(at, &then.ty(), &otherwise.ty())),
        };
        // An arm that does not have the common type cannot be taken.
        let arms = [(then, true), (otherwise, false)].into_iter();
        let arms = arms.filter_map(|(arm, is)| Some((convert(arm, &ty).ok()?, condition(&text, is))));
        let arms: Vec<_> = arms.collect();
        if arms.len() < 2 {
            self.doubtful();
            return Ok(Value::unknown(ty, test.causes.clone()).with_marks(marks));
        }
        Ok(one_of(arms, &test.causes))
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

/// A value as a condition. What is not known is not asked for its type, as HCL does not.
pub(super) fn condition_of(value: Value) -> std::result::Result<Value, ConvertError> {
    if value.is_unknown() { Ok(value) } else { convert(value, &Type::Bool) }
}

fn mismatch(arm: Expr<'_>, mine: &Type, theirs: &Type) -> Error {
    let (mine, theirs) = (mine.friendly_name(), theirs.friendly_name());
    Error::other(arm.span(), format!("both arms of a conditional must have one type, these are {mine} and {theirs}"))
}

fn all_same<'t>(mut types: impl Iterator<Item = &'t Type>) -> bool {
    types.next().is_none_or(|first| types.all(|ty| ty == first))
}

/// A null that has no type and no marks.
fn is_bare_null(value: &Value) -> bool {
    matches!(value, Value::Null(Type::Dynamic))
}

/// What Terraform says of a conditional whose test is not known: the type of both arms, and bounds of numbers and
/// lengths.
pub(super) fn one_arm(test: &Unknown, then: Value, otherwise: Value, at: Expr<'_>) -> Result<Value> {
    let marks = then.marks().union(otherwise.marks());
    let (mine, theirs) = (then.ty(), otherwise.ty());
    let ty = match (&mine, &theirs) {
        _ if is_bare_null(&then) => theirs.clone(),
        _ if is_bare_null(&otherwise) => mine.clone(),
        (Type::Dynamic, _) | (_, Type::Dynamic) => Type::Dynamic,
        _ => unify(&[mine.clone(), theirs.clone()], true).ok_or_else(|| mismatch(at, &mine, &theirs))?,
    };
    if then.is_null() && otherwise.is_null() {
        return Ok(Value::Null(ty).with_marks(marks));
    }
    let causes = [&then, &otherwise].into_iter().filter_map(|arm| arm.causes_deep());
    let mut unknown = Unknown::new(ty, causes.fold(test.causes.clone(), |all, more| all.union(&more)));
    unknown.refinement.not_null = then.is_not_null() && otherwise.is_not_null();
    match (&mine, &theirs) {
        (Type::Number, Type::Number) => {
            let ((low, high), (other_low, other_high)) = (then.number_range(), otherwise.number_range());
            unknown.refinement.min = outer(low, other_low, |a, b| a < b);
            unknown.refinement.max = outer(high, other_high, |a, b| a > b);
        }
        (Type::List(_) | Type::Set(_) | Type::Map(_), _) if mine == theirs => {
            let ((least, most), (other_least, other_most)) = (then.length_range(), otherwise.length_range());
            let most = most.zip(other_most).map(|(most, other)| most.max(other));
            unknown = unknown.length(least.min(other_least), most);
        }
        _ => {}
    }
    Ok(Value::from(unknown).with_marks(marks))
}

/// The bound that holds for both.
fn outer(a: Option<Bound>, b: Option<Bound>, further: fn(&Number, &Number) -> bool) -> Option<Bound> {
    let (a, b) = (a?, b?);
    Some(match a.value == b.value {
        true => Bound { inclusive: a.inclusive || b.inclusive, ..a },
        false if further(&a.value, &b.value) => a,
        false => b,
    })
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
    match bounded && flat.len() <= MAX_POSSIBLE {
        true => unknown.possible = Some(Arc::new(flat)),
        // Nothing is left that what is marked could stand in.
        false => marks = flat.iter().fold(marks, |marks, one| marks.union(one.value.marks_deep())),
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
