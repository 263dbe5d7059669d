//! Numbers, as cty has them: binary floating point whose precision is part of each number.
//!
//! cty computes with Go's `big.Float`. Numbers from text have 512 binary digits, integers that functions make
//! have 64, results of mathematical functions 53, and a result has the larger precision of its operands. The
//! precision shows: it decides how many digits of `1 / 3` are printed.

mod arithmetic;
mod text;

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use dashu_int::ops::BitTest;
use dashu_int::{IBig, Sign, UBig};

pub use arithmetic::ArithmeticError;

/// A number: an integer, a fraction, or an infinity (which `1 / 0` is).
#[derive(Clone, Debug)]
pub struct Number(Repr);

#[derive(Clone, Debug)]
enum Repr {
    /// Nearly all numbers of a configuration; never -0.
    Int(i64, Precision),
    /// All else; never one that fits [`Repr::Int`].
    Big(Arc<Big>),
}

/// In binary digits.
type Precision = u16;

/// The precision of numbers out of text.
const TEXT: Precision = 512;
/// The precision of integers that functions make.
const INTEGER: Precision = 64;
/// The precision of what functions compute in 64-bit floating point.
const FLOAT: Precision = 53;

/// Exponents beyond this many binary digits become infinite or zero: no configuration means them, and printing
/// them would take memory without bound.
const EXPONENT_LIMIT: i64 = 1 << 15;

#[derive(Clone, Debug)]
struct Big {
    negative: bool,
    form: Form,
    precision: Precision,
}

#[derive(Clone, Debug)]
enum Form {
    /// Zero; only as the negative one.
    Zero,
    /// `mantissa * 2^exponent`, the mantissa being odd.
    Finite(UBig, i64),
    /// Beyond all numbers.
    Infinite,
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Number(Repr::Int(value, INTEGER))
    }
}

impl Number {
    /// An integer made by a function: with 64 binary digits or as many as it needs.
    pub fn from_integer(value: IBig) -> Self {
        let (sign, magnitude) = value.into_parts();
        let precision = magnitude.bit_len().clamp(INTEGER.into(), Precision::MAX.into()) as Precision;
        Number::rounded(sign == Sign::Negative, magnitude, 0, false, precision)
    }

    /// Positive infinity.
    pub fn infinity() -> Self {
        Number::infinite(false, INTEGER)
    }

    /// The exact number that a 64-bit float is; `None` if it is none.
    pub fn from_f64(value: f64) -> Option<Self> {
        if value.is_nan() {
            return None;
        }
        if value.is_infinite() {
            return Some(Number::infinite(value < 0.0, FLOAT));
        }
        let bits = value.to_bits();
        let exponent = (bits >> 52 & 0x7ff) as i64;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, exponent) =
            if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
        Some(Number::rounded(value.is_sign_negative(), mantissa.into(), exponent, false, FLOAT))
    }

    fn infinite(negative: bool, precision: Precision) -> Self {
        Number(Repr::Big(Arc::new(Big { negative, form: Form::Infinite, precision })))
    }

    /// `±mantissa * 2^exponent`, and a little more if `sticky`, to the nearest number of that precision; of two
    /// the even one.
    fn rounded(negative: bool, mantissa: UBig, exponent: i64, sticky: bool, precision: Precision) -> Self {
        let (mut mantissa, mut exponent) = (mantissa, exponent);
        let excess = mantissa.bit_len().saturating_sub(precision.into());
        if excess > 0 {
            let half = mantissa.bit(excess - 1);
            let rest = sticky || mantissa.trailing_zeros().is_some_and(|zeros| zeros < excess - 1);
            mantissa >>= excess;
            exponent += excess as i64;
            if half && (rest || mantissa.bit(0)) {
                mantissa += 1u8;
            }
        }
        let Some(zeros) = mantissa.trailing_zeros() else {
            return Number::zero(negative, precision);
        };
        let magnitude_bits = mantissa.bit_len() as i64 + exponent;
        if exponent >= -(zeros as i64) && magnitude_bits <= 63 {
            let value = if exponent >= 0 {
                mantissa << exponent as usize
            } else {
                mantissa >> exponent.unsigned_abs() as usize
            };
            let value = u64::try_from(value).unwrap_or_default() as i64;
            return Number(Repr::Int(if negative { -value } else { value }, precision));
        }
        if magnitude_bits > EXPONENT_LIMIT {
            return Number::infinite(negative, precision);
        }
        if magnitude_bits < -EXPONENT_LIMIT {
            return Number::zero(negative, precision);
        }
        let form = Form::Finite(mantissa >> zeros, exponent + zeros as i64);
        Number(Repr::Big(Arc::new(Big { negative, form, precision })))
    }

    fn zero(negative: bool, precision: Precision) -> Self {
        match negative {
            false => Number(Repr::Int(0, precision)),
            true => Number(Repr::Big(Arc::new(Big { negative, form: Form::Zero, precision }))),
        }
    }

    fn precision(&self) -> Precision {
        match &self.0 {
            Repr::Int(_, precision) => *precision,
            Repr::Big(big) => big.precision,
        }
    }

    /// Sign (is it negative?), mantissa and exponent; `None` for an infinity.
    fn parts(&self) -> Option<(bool, UBig, i64)> {
        match &self.0 {
            Repr::Int(value, _) => Some((*value < 0, value.unsigned_abs().into(), 0)),
            Repr::Big(big) => match &big.form {
                Form::Zero => Some((big.negative, UBig::ZERO, 0)),
                Form::Finite(mantissa, exponent) => Some((big.negative, mantissa.clone(), *exponent)),
                Form::Infinite => None,
            },
        }
    }

    /// The number as a 64-bit integer, if it is one.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Int(value, _) => Some(*value),
            Repr::Big(_) => i64::try_from(self.to_integer()?).ok(),
        }
    }

    /// The number as an unsigned 64-bit integer, if it is one.
    pub fn to_u64(&self) -> Option<u64> {
        match &self.0 {
            Repr::Int(value, _) => u64::try_from(*value).ok(),
            Repr::Big(_) => u64::try_from(self.to_integer()?).ok(),
        }
    }

    /// The number as an index or length, if it can be one.
    pub fn to_usize(&self) -> Option<usize> {
        self.to_u64().and_then(|value| usize::try_from(value).ok())
    }

    /// The number as an integer of any size, if it is one.
    pub fn to_integer(&self) -> Option<IBig> {
        let (negative, mantissa, exponent) = self.parts()?;
        let sign = if negative { Sign::Negative } else { Sign::Positive };
        (exponent >= 0).then(|| IBig::from_parts(sign, mantissa << exponent as usize))
    }

    /// Whether it has no fraction; infinities count as integers nowhere.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Int(..) => true,
            Repr::Big(big) => match big.form {
                Form::Zero => true,
                Form::Finite(_, exponent) => exponent >= 0,
                Form::Infinite => false,
            },
        }
    }

    /// Whether it is neither positive nor negative infinity.
    pub fn is_finite(&self) -> bool {
        !matches!(&self.0, Repr::Big(big) if matches!(big.form, Form::Infinite))
    }

    /// Below zero; -0 is not.
    pub fn is_negative(&self) -> bool {
        self.signum() < 0
    }

    /// Zero or -0.
    pub fn is_zero(&self) -> bool {
        self.signum() == 0
    }

    /// -1, 0 or 1.
    pub fn signum(&self) -> i64 {
        match &self.0 {
            Repr::Int(value, _) => value.signum(),
            Repr::Big(big) => match big.form {
                Form::Zero => 0,
                _ if big.negative => -1,
                _ => 1,
            },
        }
    }

    /// The nearest 64-bit float.
    pub fn to_f64(&self) -> f64 {
        let (negative, mantissa, exponent) = match self.parts() {
            Some(parts) => parts,
            None if self.signum() < 0 => return f64::NEG_INFINITY,
            None => return f64::INFINITY,
        };
        let magnitude = match mantissa.bit_len() as i64 + exponent {
            _ if mantissa == UBig::ZERO => 0.0,
            bits if bits > 1024 => f64::INFINITY,
            bits if bits < -1074 => 0.0,
            bits => {
                // 53 digits, fewer where the result is subnormal: its last digit is worth 2^-1074.
                let digits = (bits + 1074).min(53);
                if digits == 0 {
                    // Between zero and the smallest float: half of that or less is zero.
                    return if mantissa == UBig::ONE { 0.0 } else { f64::from_bits(1) };
                }
                match Number::rounded(false, mantissa, exponent, false, digits as Precision).parts() {
                    Some((_, mantissa, exponent)) => scale(u64::try_from(mantissa).unwrap_or_default(), exponent),
                    None => f64::INFINITY,
                }
            }
        };
        if negative { -magnitude } else { magnitude }
    }
}

/// `mantissa * 2^exponent`, which must be a float exactly.
fn scale(mantissa: u64, exponent: i64) -> f64 {
    let half = (exponent / 2) as i32;
    mantissa as f64 * 2f64.powi(half) * 2f64.powi(exponent as i32 - half)
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

/// By value, whatever the precision; -0 equals 0.
impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Repr::Int(a, _), Repr::Int(b, _)) = (&self.0, &other.0) {
            return a.cmp(b);
        }
        let sign = self.signum();
        sign.cmp(&other.signum()).then_with(|| match (self.parts(), other.parts()) {
            _ if sign == 0 => Ordering::Equal,
            (None, None) => Ordering::Equal,
            (None, Some(_)) => sign.cmp(&0),
            (Some(_), None) => 0.cmp(&sign),
            (Some((_, a, a_exponent)), Some((_, b, b_exponent))) => {
                let bits = |mantissa: &UBig, exponent| mantissa.bit_len() as i64 + exponent;
                let magnitudes = bits(&a, a_exponent).cmp(&bits(&b, b_exponent)).then_with(|| {
                    let base = a_exponent.min(b_exponent);
                    (a << (a_exponent - base) as usize).cmp(&(b << (b_exponent - base) as usize))
                });
                if sign < 0 { magnitudes.reverse() } else { magnitudes }
            }
        })
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Repr::Int(value, _) => value.hash(state),
            Repr::Big(big) => match &big.form {
                Form::Zero => 0i64.hash(state),
                Form::Finite(mantissa, exponent) => (big.negative, mantissa, exponent).hash(state),
                Form::Infinite => (big.negative, "infinite").hash(state),
            },
        }
    }
}
