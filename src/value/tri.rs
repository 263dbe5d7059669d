//! Answers that may not be known.

use super::{Causes, Type, Unknown, Value};

/// An answer that may not be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tri {
    /// Certainly so.
    True,
    /// Certainly not.
    False,
    /// Depends on these inputs.
    Unknown(Causes),
}

impl From<bool> for Tri {
    fn from(value: bool) -> Self {
        if value { Tri::True } else { Tri::False }
    }
}

impl Tri {
    /// True if both are; false if one is, whatever the other.
    pub fn and(self, other: Tri) -> Tri {
        match (self, other) {
            (Tri::False, _) | (_, Tri::False) => Tri::False,
            (Tri::True, other) | (other, Tri::True) => other,
            (Tri::Unknown(a), Tri::Unknown(b)) => Tri::Unknown(a.union(&b)),
        }
    }

    /// True if one is, whatever the other; false if both are.
    pub fn or(self, other: Tri) -> Tri {
        self.negate().and(other.negate()).negate()
    }

    /// The opposite.
    pub fn negate(self) -> Tri {
        match self {
            Tri::True => Tri::False,
            Tri::False => Tri::True,
            unknown => unknown,
        }
    }

    /// As a value of the language: an unknown one is certainly not null.
    pub fn into_value(self) -> Value {
        match self {
            Tri::True => Value::Bool(true),
            Tri::False => Value::Bool(false),
            Tri::Unknown(causes) => Unknown::new(Type::Bool, causes).not_null().into(),
        }
    }
}
