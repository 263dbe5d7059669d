//! What is certain about unknowns: stating it, and reading it off values.

use std::sync::Arc;

use super::{Bound, Causes, Number, Refinement, Str, Type, Unknown, Value};

impl Refinement {
    /// Nothing but that it is not null.
    pub fn not_null() -> Self {
        Refinement { not_null: true, ..Refinement::default() }
    }

    /// Whether this is certainly a string of at least one character.
    pub fn is_filled(&self) -> bool {
        self.not_null && (!self.prefix.is_empty() || self.filled)
    }

    /// The bounds of the length of a collection, which it always has.
    pub fn length_bounds(&self) -> (u64, Option<u64>) {
        self.length.unwrap_or((0, None))
    }
}

impl Unknown {
    /// The same, a string that begins so.
    pub fn prefix(mut self, prefix: impl Into<Str>) -> Self {
        self.refinement.prefix = prefix.into();
        self
    }

    /// The same, a number between these, both inclusive.
    pub fn between(mut self, min: Option<Number>, max: Option<Number>) -> Self {
        let bound = |value| Bound { value, inclusive: true };
        self.refinement.min = min.map(bound);
        self.refinement.max = max.map(bound);
        self
    }

    /// The same, a collection with that many elements.
    pub fn length(mut self, min: u64, max: Option<u64>) -> Self {
        self.refinement.length = Some((min, max));
        self
    }

    /// The value: known where what is certain leaves one, or leaves only its elements open.
    pub fn settle(self) -> Value {
        if self.refinement.not_null {
            match (&self.ty, &self.refinement) {
                (Type::Number, Refinement { min: Some(min), max: Some(max), .. })
                    if min.inclusive && max.inclusive && min.value == max.value =>
                {
                    return Value::Number(min.value.clone());
                }
                // A long list of unknowns tells no more than its bounds do.
                (Type::List(element), Refinement { length: Some((min, Some(max))), .. })
                    if min == max && *min <= 1024 =>
                {
                    let item = Value::unknown((**element).clone(), self.causes.clone());
                    return Value::list((**element).clone(), vec![item; *min as usize]);
                }
                (Type::Set(element), Refinement { length: Some((min, Some(max))), .. }) if min == max && *min <= 1 => {
                    let item = Value::unknown((**element).clone(), self.causes.clone());
                    return Value::set((**element).clone(), vec![item; *min as usize]);
                }
                (Type::Map(element), Refinement { length: Some((0, Some(0))), .. }) => {
                    return Value::map((**element).clone(), Default::default());
                }
                _ => {}
            }
        }
        // cty knows nothing about a value whose type is unknown.
        Value::Unknown(Arc::new(self))
    }
}

impl From<Unknown> for Value {
    fn from(unknown: Unknown) -> Self {
        unknown.settle()
    }
}

impl Value {
    /// Certainly neither null nor absent; marks do not matter.
    pub fn is_not_null(&self) -> bool {
        match self.bare() {
            Value::Unknown(unknown) => unknown.refinement.not_null,
            value => !value.is_null(),
        }
    }

    /// What is certain of a number: its bounds.
    pub(crate) fn number_range(&self) -> (Option<Bound>, Option<Bound>) {
        match self.bare() {
            Value::Number(value) => {
                let bound = Bound { value: value.clone(), inclusive: true };
                (Some(bound.clone()), Some(bound))
            }
            Value::Unknown(unknown) => (unknown.refinement.min.clone(), unknown.refinement.max.clone()),
            _ => (None, None),
        }
    }

    /// What is certain of the length of a collection, tuple or object. Unknown elements of a set may turn out
    /// to be equal.
    pub(crate) fn length_range(&self) -> (u64, Option<u64>) {
        let exactly = |count: usize| (count as u64, Some(count as u64));
        match self.bare() {
            Value::List(list) => exactly(list.items.len()),
            Value::Tuple(items) => exactly(items.len()),
            Value::Map(map) => exactly(map.items.len()),
            Value::Object(object) => exactly(object.written().count()),
            Value::Set(set) if set.items.len() <= 1 || set.items.iter().all(Value::is_wholly_known) => {
                exactly(set.items.len())
            }
            Value::Set(set) => (1, Some(set.items.len() as u64)),
            Value::Absent => (0, Some(0)),
            Value::Unknown(unknown) => match &unknown.ty {
                Type::Tuple(items) => exactly(items.len()),
                Type::Object(attributes) => exactly(attributes.len()),
                _ => unknown.refinement.length_bounds(),
            },
            _ => (0, None),
        }
    }

    /// The length as a number, where it is known; else an unknown with its bounds.
    pub(crate) fn length(&self, causes: impl FnOnce() -> Causes) -> Value {
        match self.length_range() {
            (min, Some(max)) if min == max => Value::int(min as i64),
            (min, max) => Unknown::new(Type::Number, causes())
                .not_null()
                .between(Some(Number::from(min as i64)), max.map(|max| Number::from(max as i64)))
                .settle(),
        }
    }
}
