//! Numbers, as cty has them: exact integers, and fractions of 512 binary digits.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use dashu_float::FBig;
use dashu_float::round::mode::HalfEven;

/// Binary floating point of cty's precision.
type Big = FBig<HalfEven, 2>;

/// A number.
#[derive(Clone, Debug)]
pub struct Number(Repr);

#[derive(Clone, Debug)]
enum Repr {
    /// Nearly all numbers of a configuration.
    Int(i64),
    /// All else; never one that fits [`Repr::Int`].
    Big(Arc<Big>),
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Number(Repr::Int(value))
    }
}

impl Number {
    /// The number as a 64-bit integer, if it is one.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Int(value) => Some(*value),
            Repr::Big(_) => None,
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Int(a), Repr::Int(b)) => a.cmp(b),
            (Repr::Int(a), Repr::Big(b)) => Big::from(*a).cmp(b),
            (Repr::Big(a), Repr::Int(b)) => a.as_ref().cmp(&Big::from(*b)),
            (Repr::Big(a), Repr::Big(b)) => a.cmp(b),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Int(value) => value.fmt(f),
            Repr::Big(value) => value.fmt(f),
        }
    }
}
