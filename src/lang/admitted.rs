//! What is known of a value that a condition admits.

use std::sync::Arc;

use crate::addrs::{Step, Str};
use crate::value::{Bound, Elements, Object, Possible, Type, Unknown, Value};

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
    /// Attributes of an object of which something is known.
    pub attributes: Vec<(Str, Admitted)>,
    /// What is known of each element of a collection.
    pub elements: Option<Box<Admitted>>,
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
            attributes: other.attributes.into_iter().fold(self.attributes, |mut all, (name, more)| {
                match all.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, known)) => *known = std::mem::take(known).and(more),
                    None => all.push((name, more)),
                }
                all
            }),
            elements: match (self.elements, other.elements) {
                (Some(a), Some(b)) => Some(Box::new(a.and(*b))),
                (a, b) => a.or(b),
            },
        }
    }

    /// Whether there is no part of which anything could be known: it is null or empty.
    fn has_no_parts(&self) -> bool {
        self.length.is_some_and(|(_, most)| most == Some(0))
            || self.values.as_ref().is_some_and(|values| values.iter().all(Value::is_null))
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
        let (attributes, elements) = match (a.has_no_parts(), b.has_no_parts()) {
            (true, _) => (b.attributes, b.elements),
            (_, true) => (a.attributes, a.elements),
            _ => {
                let of_both = |(name, a): (Str, Admitted)| {
                    let (_, b) = b.attributes.iter().find(|(other, _)| *other == name)?;
                    Some((name, a.or(b.clone())))
                };
                let elements = a.elements.zip(b.elements).map(|(a, b)| Box::new(a.or(*b)));
                (a.attributes.into_iter().filter_map(of_both).collect(), elements)
            }
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
            attributes,
            elements,
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

    /// Puts what is admitted into what is unknown of a value, the value itself where only one is. `tried` says whether the
    /// conditions may hold for a value, `describe` when what stands at a path in it, such as `.days` or `[*]`, has one.
    pub fn apply(&self, value: Value, tried: &dyn Fn(&Value) -> bool, describe: Describe<'_>) -> Value {
        let (value, marks) = value.unmark();
        let value = match &value {
            Value::Unknown(unknown) => self.clone().narrowed(unknown.as_ref().clone(), tried, describe),
            Value::Object(object) if !self.attributes.is_empty() => {
                let mut fields = object.fields.clone();
                for (name, admitted) in &self.attributes {
                    if let Some(value) = object.fields.get(name) {
                        fields.insert(name.clone(), admitted.part(value.clone(), &format!(".{name}"), describe));
                    }
                }
                Value::Object(Arc::new(Object { fields, shape: object.shape.clone() }))
            }
            Value::List(_) | Value::Map(_)
                if !value.is_wholly_known()
                    && let Some(each) = &self.elements =>
            {
                value.with_children(value.children().map(|item| each.part(item.clone(), "[*]", describe)).collect())
            }
            _ => value,
        };
        value.with_marks(marks)
    }

    fn part(&self, value: Value, step: &str, describe: Describe<'_>) -> Value {
        self.apply(value, &|_| true, &|path, value| describe(&format!("{step}{path}"), value))
    }

    /// The unknown with what is admitted. One for which no value is left stays as it is: somebody is wrong about it.
    fn narrowed(self, unknown: Unknown, tried: &dyn Fn(&Value) -> bool, describe: Describe<'_>) -> Value {
        let Admitted { values, not_null, min, max, prefix, length, attributes, elements } = self.spread();
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
                Some(fitting.map(|value| Possible { value: value.clone(), condition: describe("", value) }).collect())
            }
            (None, None) => None,
        };
        match left.as_deref() {
            Some([]) => return Value::Unknown(Arc::new(unknown)),
            Some([only]) => return only.value.clone(),
            _ => narrowed.possible = left.map(Arc::new),
        }
        match narrowed.ty.clone() {
            Type::Number => narrowed.settle(),
            Type::Object(types) if not_null && narrowed.possible.is_none() && !attributes.is_empty() => {
                let fields = types.iter().map(|(name, ty)| {
                    let value = narrowed.member(ty.clone(), Step::Attr(name.clone()));
                    match attributes.iter().find(|(known, _)| known == name) {
                        Some((_, admitted)) => (name.clone(), admitted.part(value, &format!(".{name}"), describe)),
                        None => (name.clone(), value),
                    }
                });
                Value::object(fields.collect())
            }
            Type::List(element) | Type::Set(element) | Type::Map(element)
                if narrowed.elements.is_none()
                    && let Some(each) = elements =>
            {
                let any = Value::unknown((*element).clone(), narrowed.causes.clone());
                let keyed = matches!(narrowed.ty, Type::Map(_));
                let others = vec![each.part(any, "[*]", describe)];
                Elements { others, keyed, ..Elements::default() }.within(narrowed)
            }
            // A collection stays one thing, whatever is known of its length.
            _ => Value::Unknown(Arc::new(narrowed)),
        }
    }
}

/// When what stands at a path in a value has a value, in words.
pub type Describe<'d> = &'d dyn Fn(&str, &Value) -> Str;

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
