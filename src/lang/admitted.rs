//! What is known of a value that a condition admits.

use std::sync::Arc;

use crate::addrs::Str;
use crate::value::{Bound, Possible, Type, Unknown, Value};

use super::conditional::same;
use super::narrow::MAX_VALUES;

/// What is known of a value that a condition admits; nothing by default.
#[derive(Clone, Debug, Default)]
pub struct Admitted {
    /// It is one of these; none at all where the condition admits nothing.
    pub values: Option<Vec<Value>>,
    /// It is not null.
    pub not_null: bool,
    /// A number is not below this.
    pub min: Option<Bound>,
    /// A number is not above this.
    pub max: Option<Bound>,
    /// A string begins so.
    pub prefix: Str,
    /// Bounds of the length of a collection.
    pub length: Option<(u64, Option<u64>)>,
}

impl Admitted {
    pub(super) fn nothing() -> Self {
        Admitted { values: Some(Vec::new()), ..Admitted::default() }
    }

    pub(super) fn one(value: Value) -> Self {
        Admitted { values: Some(vec![value]), ..Admitted::default() }
    }

    pub(super) fn not_null() -> Self {
        Admitted { not_null: true, ..Admitted::default() }
    }

    pub(super) fn prefix(prefix: Str) -> Self {
        Admitted { prefix, ..Admitted::not_null() }
    }

    /// What is known where both conditions hold.
    pub fn and(self, other: Admitted) -> Admitted {
        let values = match (self.values, other.values) {
            (Some(a), Some(b)) => Some(a.into_iter().filter(|value| b.iter().any(|b| alike(value, b))).collect()),
            (a, b) => a.or(b),
        };
        Admitted {
            values,
            not_null: self.not_null || other.not_null,
            min: tighter(self.min, other.min, |a, b| a.value > b.value),
            max: tighter(self.max, other.max, |a, b| a.value < b.value),
            prefix: if self.prefix.len() >= other.prefix.len() { self.prefix } else { other.prefix },
            length: match (self.length, other.length) {
                (Some(a), Some(b)) => Some((a.0.max(b.0), a.1.into_iter().chain(b.1).min())),
                (a, b) => a.or(b),
            },
        }
    }

    /// What is known where one of the conditions holds.
    pub fn or(self, other: Admitted) -> Admitted {
        let (a, b) = (self.spread(), other.spread());
        match (a.values.as_deref(), b.values.as_deref()) {
            (Some([]), _) => return b,
            (_, Some([])) => return a,
            _ => {}
        }
        let values = match (&a.values, &b.values) {
            (Some(a), Some(b)) => {
                let more = b.iter().filter(|value| !a.iter().any(|a| alike(a, value)));
                Some(a.iter().chain(more).cloned().collect::<Vec<_>>()).filter(|all| all.len() <= MAX_VALUES)
            }
            _ => None,
        };
        let common = a.prefix.bytes().zip(b.prefix.bytes()).take_while(|(a, b)| a == b).count();
        let common = (0..=common).rev().find(|at| a.prefix.is_char_boundary(*at)).unwrap_or(0);
        Admitted {
            values,
            not_null: a.not_null && b.not_null,
            min: looser(a.min, b.min, |a, b| a.value < b.value),
            max: looser(a.max, b.max, |a, b| a.value > b.value),
            prefix: a.prefix[..common].into(),
            length: a.length.zip(b.length).map(|(a, b)| (a.0.min(b.0), a.1.zip(b.1).map(|(a, b)| a.max(b)))),
        }
    }

    /// The same, with the bounds that the values leave.
    fn spread(mut self) -> Admitted {
        let Some(values) = self.values.as_deref().filter(|values| !values.is_empty()) else { return self };
        self.not_null |= values.iter().all(|value| !value.is_null());
        let numbers: Option<Vec<_>> = values
            .iter()
            .map(|value| match value {
                Value::Number(number) => Some(number),
                _ => None,
            })
            .collect();
        if let Some(numbers) = numbers {
            let bound = |value: Option<&&crate::value::Number>| {
                value.map(|value| Bound { value: (**value).clone(), inclusive: true })
            };
            self.min = bound(numbers.iter().min());
            self.max = bound(numbers.iter().max());
        }
        self
    }

    /// Puts what is admitted into an unknown; the value itself where only one is. `tried` says whether the conditions
    /// may hold for a value, `describe` when the unknown has it. An unknown for which no value is left stays as it is:
    /// somebody is wrong about it.
    pub fn apply(self, unknown: Unknown, tried: impl Fn(&Value) -> bool, describe: impl Fn(&Value) -> Str) -> Value {
        let Admitted { values, not_null, min, max, prefix, length } = self.spread();
        let mut narrowed = unknown.clone();
        let refinement = &mut narrowed.refinement;
        refinement.not_null |= not_null;
        // Null has neither bounds nor a beginning.
        if refinement.not_null {
            if unknown.ty == Type::Number {
                refinement.min = tighter(refinement.min.take(), min, |a, b| a.value > b.value);
                refinement.max = tighter(refinement.max.take(), max, |a, b| a.value < b.value);
            }
            if unknown.ty == Type::String && prefix.len() > refinement.prefix.len() {
                refinement.prefix = prefix;
            }
            if let Some((least, most)) = length {
                let known = refinement.length_bounds();
                refinement.length = Some((known.0.max(least), known.1.into_iter().chain(most).min()));
            }
        }
        let not_null = refinement.not_null;
        let fits = |value: &Value| {
            let among = values.as_ref().is_none_or(|all| all.iter().any(|one| alike(one, value)));
            !value.is_wholly_known() || among && !(not_null && value.is_null()) && tried(value)
        };
        let left: Option<Vec<Possible>> = match (&unknown.possible, &values) {
            (Some(known), _) => Some(known.iter().filter(|one| fits(&one.value)).cloned().collect()),
            (None, Some(values)) => {
                let fitting = values.iter().filter(|value| fits(value));
                Some(fitting.map(|value| Possible { value: value.clone(), condition: describe(value) }).collect())
            }
            (None, None) => None,
        };
        match left.as_deref() {
            Some([]) => return Value::Unknown(Arc::new(unknown)),
            Some([only]) => return only.value.clone(),
            _ => narrowed.possible = left.map(Arc::new),
        }
        match narrowed.ty {
            Type::Number => narrowed.settle(),
            // A collection stays one thing, whatever is known of its length.
            _ => Value::Unknown(Arc::new(narrowed)),
        }
    }
}

/// Whether two known values are one; nulls are.
fn alike(a: &Value, b: &Value) -> bool {
    a.is_null() && b.is_null() || same(a, b)
}

fn tighter(a: Option<Bound>, b: Option<Bound>, closer: impl Fn(&Bound, &Bound) -> bool) -> Option<Bound> {
    match (a, b) {
        (Some(a), Some(b)) if a.value == b.value => Some(if a.inclusive { b } else { a }),
        (Some(a), Some(b)) => Some(if closer(&a, &b) { a } else { b }),
        (a, b) => a.or(b),
    }
}

fn looser(a: Option<Bound>, b: Option<Bound>, wider: impl Fn(&Bound, &Bound) -> bool) -> Option<Bound> {
    let (a, b) = a.zip(b)?;
    if a.value == b.value {
        return Some(if a.inclusive { a } else { b });
    }
    Some(if wider(&a, &b) { a } else { b })
}
