//! What is known of the elements of a collection of which it is not known how many it has.

use std::sync::Arc;

use super::{Causes, Marks, NoIdentity, Refinement, Tri, Type, Unknown, Value, equal};

/// The elements of a collection that is not known as a whole, in no order.
#[derive(Clone, Debug, Default)]
pub struct Elements {
    /// Certainly among them.
    pub sure: Vec<Value>,
    /// Each further element is as one of these, which are unknown in part; there may be any number of further ones, also
    /// none.
    pub others: Vec<Value>,
    /// Whether each has a name, which is not known: they are those of a map or object.
    pub keyed: bool,
}

impl Elements {
    /// More are not told apart.
    const LIMIT: usize = 64;

    /// Those of a list, set or tuple, or of what may stand for one; `None` of all else.
    pub fn of(value: &Value) -> Option<Elements> {
        let Value::Unknown(unknown) = value.bare() else {
            let known = matches!(value.bare(), Value::List(_) | Value::Set(_) | Value::Tuple(_) | Value::Absent);
            // Unknown elements of a set may turn out to be equal.
            let open = |element: &Value| matches!(value.bare(), Value::Set(_)) && !element.is_wholly_known();
            let (others, sure) = value.children().cloned().partition(open);
            return known.then_some(Elements { sure, others, keyed: false });
        };
        if let Some(elements) = &unknown.elements {
            return (!elements.keyed).then(|| elements.as_ref().clone());
        }
        let each = |ty: &Type| Value::unknown(ty.clone(), unknown.causes.clone());
        let others = match &unknown.ty {
            Type::List(element) | Type::Set(element) => vec![each(element)],
            Type::Dynamic => vec![each(&Type::Dynamic)],
            Type::Tuple(types) => {
                return Some(Elements { sure: types.iter().map(each).collect(), ..Elements::default() });
            }
            _ => return None,
        };
        Some(Elements { others, ..Elements::default() })
    }

    /// Adds what another collection has.
    pub fn extend(&mut self, more: Elements) {
        self.sure.extend(more.sure);
        self.others.extend(more.others);
    }

    /// Each as `change` makes it.
    pub fn map(&self, change: impl Fn(&Value) -> Value) -> Elements {
        let all = |values: &[Value]| values.iter().map(&change).collect();
        Elements { sure: all(&self.sure), others: all(&self.others), keyed: self.keyed }
    }

    /// All of them, those that are certain first.
    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.sure.iter().chain(&self.others)
    }

    /// The sequence that has them, unknown because of `causes`: known where there are no others.
    pub fn into_sequence(self, causes: &Causes) -> Value {
        match self.others.is_empty() {
            true => Value::tuple(self.sure),
            false => self.within(Unknown::new(Type::Dynamic, causes.clone()).not_null()),
        }
    }

    /// The unknown, with these for its elements.
    pub fn within(mut self, mut unknown: Unknown) -> Value {
        let causes = self.iter().filter_map(Value::causes_deep);
        unknown.causes = causes.fold(unknown.causes.clone(), |all, more| all.union(&more));
        let (least, most) = unknown.refinement.length_bounds();
        let least = least.max(self.sure.len() as u64);
        unknown.refinement.length = (least > 0 || most.is_some()).then_some((least, most));
        let mut marks = Marks::default();
        if self.others.len() > Self::LIMIT {
            marks = self.others.iter().fold(marks, |marks, other| marks.union(other.marks_deep()));
            self.others = vec![Value::unknown(Type::Dynamic, unknown.causes.clone())];
        }
        // A type says by itself what type the elements have.
        let plain = |value: &Value| matches!(value, Value::Unknown(other) if other.is_plain() && (other.ty == Type::Dynamic || unknown.ty != Type::Dynamic));
        if !self.sure.is_empty() || !self.others.iter().any(plain) {
            unknown.elements = Some(Arc::new(self));
        }
        Value::Unknown(Arc::new(unknown)).with_marks(marks)
    }

    /// Each once: of those that may turn out to be equal only one is certain.
    pub fn distinct(mut self) -> Elements {
        let mut sure: Vec<Value> = Vec::with_capacity(self.sure.len());
        for element in std::mem::take(&mut self.sure) {
            let known = element.is_wholly_known() && element.children().len() == 0;
            match sure.is_empty() || known && sure.iter().all(|other| equal(other, &element, &NoIdentity) == Tri::False)
            {
                true => sure.push(element),
                false => self.others.push(element),
            }
        }
        Elements { sure, ..self }
    }

    /// Whether all are `!decisive`, for one that is `decisive` decides: what `alltrue` says with `false`, `anytrue` with
    /// `true`. `None` where it is not known.
    pub fn quantified(&self, decisive: bool) -> Option<bool> {
        let is = |value: &Value, wanted: bool| match value.bare() {
            Value::Bool(value) => *value == wanted,
            // Null is as good as false.
            Value::Null(_) | Value::Absent => !wanted,
            _ => false,
        };
        let decides = |value: &Value| is(value, decisive) && !value.marks().incomplete;
        if self.sure.iter().any(decides) {
            return Some(decisive);
        }
        self.iter().all(|value| is(value, !decisive)).then_some(!decisive)
    }
}

impl Unknown {
    /// Whether nothing is known of it but its type and why it is unknown.
    fn is_plain(&self) -> bool {
        self.possible.is_none()
            && self.symbol.is_none()
            && self.encodes.is_none()
            && self.elements.is_none()
            && self.refinement == Refinement::default()
    }
}
