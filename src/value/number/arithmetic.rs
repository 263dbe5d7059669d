//! Arithmetic, with the precision rules of cty's operations.

use std::fmt;

use dashu_int::UBig;
use dashu_int::ops::{BitTest, DivRem};

use super::{Form, INTEGER, Number, Precision, Repr, TEXT};

/// An operation that has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArithmeticError {
    /// `∞ + -∞`
    Sum,
    /// `∞ - ∞`
    Difference,
    /// `0 * ∞`
    Product,
    /// `0 / 0`, `∞ / ∞`
    Quotient,
    /// `x % ∞`, `∞ % x`
    Remainder,
}

impl fmt::Display for ArithmeticError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ArithmeticError::Sum => "can't compute sum of opposing infinities",
            ArithmeticError::Difference => "can't subtract infinity from itself",
            ArithmeticError::Product => "can't multiply zero by infinity",
            ArithmeticError::Quotient => "can't divide zero by zero or infinity by infinity",
            ArithmeticError::Remainder => "can't use modulo with zero and infinity",
        })
    }
}

impl std::error::Error for ArithmeticError {}

impl Number {
    /// The sum.
    pub fn add(&self, other: &Number) -> Result<Number, ArithmeticError> {
        self.sum(other, self.precision().max(other.precision())).ok_or(ArithmeticError::Sum)
    }

    /// The difference.
    pub fn sub(&self, other: &Number) -> Result<Number, ArithmeticError> {
        self.sum(&other.neg(), self.precision().max(other.precision())).ok_or(ArithmeticError::Difference)
    }

    fn sum(&self, other: &Number, precision: Precision) -> Option<Number> {
        if let (Repr::Int(a, _), Repr::Int(b, _), true) = (&self.0, &other.0, precision >= INTEGER)
            && let Some(sum) = a.checked_add(*b)
        {
            return Some(Number(Repr::Int(sum, precision)));
        }
        let ((a_negative, a, a_exponent), (b_negative, b, b_exponent)) = match (self.parts(), other.parts()) {
            (Some(a), Some(b)) => (a, b),
            (None, None) if self.signum() != other.signum() => return None,
            (None, _) => return Some(self.clone()),
            (_, None) => return Some(other.clone()),
        };
        if a == UBig::ZERO && b == UBig::ZERO {
            return Some(Number::zero(a_negative && b_negative, precision));
        }
        let base = a_exponent.min(b_exponent);
        let a = a << (a_exponent - base) as usize;
        let b = b << (b_exponent - base) as usize;
        let (negative, magnitude) = match a_negative == b_negative {
            true => (a_negative, a + b),
            false if a == b => (false, UBig::ZERO),
            false if a > b => (a_negative, a - b),
            false => (b_negative, b - a),
        };
        Some(Number::rounded(negative, magnitude, base, false, precision))
    }

    /// The number with its sign turned; of zero it is -0, as Terraform prints it.
    pub fn neg(&self) -> Number {
        match &self.0 {
            Repr::Int(value, precision) if *value != 0 && *value != i64::MIN => Number(Repr::Int(-value, *precision)),
            _ => match self.parts() {
                Some((negative, mantissa, exponent)) => {
                    Number::rounded(!negative, mantissa, exponent, false, self.precision())
                }
                None => Number::infinite(self.signum() > 0, self.precision()),
            },
        }
    }

    /// The absolute value.
    pub fn abs(&self) -> Number {
        let negative = match &self.0 {
            Repr::Int(value, _) => *value < 0,
            Repr::Big(big) => big.negative,
        };
        if negative { self.neg() } else { self.clone() }
    }

    /// The product: with more digits than the factors if it needs them.
    pub fn mul(&self, other: &Number) -> Result<Number, ArithmeticError> {
        let precision = self.precision().max(other.precision());
        let negative = self.is_signed() != other.is_signed();
        match (self.parts(), other.parts()) {
            (Some((_, a, a_exponent)), Some((_, b, b_exponent))) => {
                let product = Number::rounded(negative, a * b, a_exponent + b_exponent, false, TEXT);
                let needed = match &product.0 {
                    Repr::Int(value, _) => value.unsigned_abs().bit_len() as Precision,
                    Repr::Big(big) => match &big.form {
                        Form::Finite(mantissa, _) => mantissa.bit_len() as Precision,
                        _ => 0,
                    },
                };
                Ok(product.with_precision(precision.max(needed)))
            }
            _ if self.is_zero() || other.is_zero() => Err(ArithmeticError::Product),
            _ => Ok(Number::infinite(negative, precision)),
        }
    }

    /// The quotient; by zero it is infinite.
    pub fn div(&self, other: &Number) -> Result<Number, ArithmeticError> {
        self.quotient(other, self.precision().max(other.precision())).ok_or(ArithmeticError::Quotient)
    }

    fn quotient(&self, other: &Number, precision: Precision) -> Option<Number> {
        let negative = self.is_signed() != other.is_signed();
        match (self.parts(), other.parts()) {
            (None, None) => None,
            (None, _) => Some(Number::infinite(negative, precision)),
            (_, None) => Some(Number::zero(negative, precision)),
            (Some((_, a, _)), Some((_, b, _))) if b == UBig::ZERO => {
                (a != UBig::ZERO).then(|| Number::infinite(negative, precision))
            }
            (Some((_, a, a_exponent)), Some((_, b, b_exponent))) => {
                Some(divided(negative, a, b, a_exponent - b_exponent, precision))
            }
        }
    }

    /// The remainder of the division towards zero; modulo zero it is the number itself, as in cty.
    pub fn rem(&self, other: &Number) -> Result<Number, ArithmeticError> {
        if other.is_zero() && self.is_finite() {
            return Ok(self.clone());
        }
        if !self.is_finite() || !other.is_finite() {
            return Err(ArithmeticError::Remainder);
        }
        let precision = self.precision();
        let ratio = self.quotient(other, precision.max(other.precision())).ok_or(ArithmeticError::Remainder)?;
        let whole = ratio.trunc().with_precision(precision);
        let product = match (whole.parts(), other.parts()) {
            (Some((_, a, a_exponent)), Some((_, b, b_exponent))) => {
                let negative = (whole.is_signed() && a != UBig::ZERO) != other.is_signed();
                Number::rounded(negative, a * b, a_exponent + b_exponent, false, precision)
            }
            _ => return Err(ArithmeticError::Remainder),
        };
        self.sum(&product.neg(), precision).ok_or(ArithmeticError::Remainder)
    }

    /// The integer next to it towards zero; an infinity stays one.
    pub fn trunc(&self) -> Number {
        match self.parts() {
            Some((negative, mantissa, exponent)) if exponent < 0 => {
                Number::rounded(negative, mantissa >> exponent.unsigned_abs() as usize, 0, false, self.precision())
            }
            _ => self.clone(),
        }
    }

    fn is_signed(&self) -> bool {
        match &self.0 {
            Repr::Int(value, _) => *value < 0,
            Repr::Big(big) => big.negative,
        }
    }

    fn with_precision(self, precision: Precision) -> Number {
        match self.parts() {
            Some((negative, mantissa, exponent)) => Number::rounded(negative, mantissa, exponent, false, precision),
            None => Number::infinite(self.signum() < 0, precision),
        }
    }
}

/// `±a / b * 2^exponent`; `b` is not zero.
pub(super) fn divided(negative: bool, a: UBig, b: UBig, exponent: i64, precision: Precision) -> Number {
    // Two digits more than asked for, and whether something is left, decide every rounding.
    let shift = (usize::from(precision) + 2 + b.bit_len()).saturating_sub(a.bit_len());
    let (quotient, rest) = (a << shift).div_rem(b);
    Number::rounded(negative, quotient, exponent - shift as i64, rest != UBig::ZERO, precision)
}
