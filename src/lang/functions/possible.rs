//! Calls with arguments of which a few possible values are known.

use std::sync::Arc;

use crate::value::{Possible, Str, Type, Unknown, Value};

use super::Outcome;
use crate::lang::conditional::{MAX_POSSIBLE, both, either};

/// At most so many combinations are tried, unless they are the values of one argument.
const LIMIT: usize = 16;

/// The results of a call for each combination of the values that its arguments may have, if there are but a few
/// and every one gives a value. `None` if that tells nothing. Functions that only move values about, which `deep`
/// says this one does not, keep what is known of the values inside by themselves.
pub(super) fn each(args: &[Value], deep: bool, call: impl Fn(&[Value]) -> Outcome) -> Option<Outcome> {
    let known = |arg: &Value| if deep { arg.is_wholly_known() } else { !arg.is_unknown() };
    if args.iter().all(known) {
        return None;
    }
    let whole =
        |arg: &Value| if deep || arg.is_unknown() { alternatives(arg) } else { Some(vec![(arg.clone(), Str::new())]) };
    let combinations = product(args.iter().map(whole))?;
    if combinations.len() < 2 {
        return None;
    }
    let mut results: Vec<Possible> = Vec::with_capacity(combinations.len());
    for (args, condition) in combinations {
        let value = call(&args).ok()?;
        // A known one that is moved about may be partly unknown, and would lose what is known of its parts.
        if !value.is_wholly_known() {
            return None;
        }
        results.push(Possible { value, condition });
    }
    let marks = results.iter().fold(Default::default(), |marks, result| result.value.marks().union(marks));
    let mut distinct: Vec<Possible> = Vec::with_capacity(results.len());
    for mut result in results {
        result.value = result.value.unmark().0;
        match distinct.iter_mut().find(|other| same(&other.value, &result.value)) {
            None => distinct.push(result),
            Some(other) => other.condition = either(&other.condition, &result.condition),
        }
    }
    if let [only] = distinct.as_slice() {
        return Some(Ok(only.value.clone().with_marks(marks)));
    }
    let first = distinct[0].value.ty();
    let ty = if distinct.iter().all(|one| one.value.has_type(&first)) { first } else { Type::Dynamic };
    let causes = args.iter().filter_map(Value::causes_deep).reduce(|a, b| a.union(&b))?;
    let mut unknown = Unknown::new(ty, causes);
    unknown.refinement.not_null = distinct.iter().all(|one| !one.value.is_null());
    unknown.possible = Some(Arc::new(distinct));
    Some(Ok(Value::Unknown(Arc::new(unknown)).with_marks(marks)))
}

/// Whether two known values are the same, types included.
fn same(a: &Value, b: &Value) -> bool {
    use crate::value::{NoIdentity, Tri, equal};
    equal(a, b, &NoIdentity) == Tri::True && a.has_type(&b.ty())
}

type Alternatives = Vec<(Value, Str)>;

/// The values that `value` may have, each with its condition; only itself where nothing is known. `None` if they
/// are too many.
fn alternatives(value: &Value) -> Option<Alternatives> {
    if let Value::Unknown(unknown) = value.bare()
        && let Some(possible) = &unknown.possible
    {
        let marks = value.marks();
        return (possible.len() <= MAX_POSSIBLE).then(|| {
            possible.iter().map(|one| (one.value.clone().with_marks(marks), one.condition.clone())).collect()
        });
    }
    let children = value.children();
    if children.len() == 0 || value.is_wholly_known() {
        return Some(vec![(value.clone(), Str::new())]);
    }
    let combinations = product(children.map(alternatives))?;
    Some(combinations.into_iter().map(|(children, condition)| (value.with_children(children), condition)).collect())
}

/// All combinations of one alternative of each.
fn product(each: impl Iterator<Item = Option<Alternatives>>) -> Option<Vec<(Vec<Value>, Str)>> {
    let mut all: Vec<(Vec<Value>, Str)> = vec![(Vec::new(), Str::new())];
    for alternatives in each {
        let alternatives = alternatives?;
        let (before, more) = (all.len(), alternatives.len());
        if before > 1 && more > 1 && before * more > LIMIT {
            return None;
        }
        if let [(only, condition)] = alternatives.as_slice() {
            for (values, own) in &mut all {
                values.push(only.clone());
                *own = both(own, condition);
            }
            continue;
        }
        let mut next = Vec::with_capacity(all.len() * alternatives.len());
        for (values, own) in &all {
            for (value, condition) in &alternatives {
                let mut values = values.clone();
                values.push(value.clone());
                next.push((values, both(own, condition)));
            }
        }
        all = next;
    }
    Some(all)
}
