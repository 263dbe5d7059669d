//! Numbers from text and to text.

use std::fmt;

use dashu_int::UBig;
use dashu_int::ops::BitTest;

use super::arithmetic::divided;
use super::{Number, Repr, TEXT};

/// Decimal exponents beyond this are refused: no configuration means them, and their digits would fill memory.
const DECIMAL_LIMIT: i64 = 9_000;

impl Number {
    /// Reads a number as cty does: decimal digits, perhaps with a point, a decimal (`e`) or binary (`p`)
    /// exponent, and a sign; or `inf`. `None` for anything else, and for exponents beyond 9,000.
    pub fn parse(text: &str) -> Option<Number> {
        let (negative, digits) = match text.as_bytes() {
            [b'-', ..] => (true, &text[1..]),
            [b'+', ..] => (false, &text[1..]),
            _ => (false, text),
        };
        if !digits.is_empty() && digits.len() <= 18 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let value: i64 = digits.parse().ok()?;
            return Some(match value {
                0 => Number::zero(negative, TEXT),
                _ => Number(Repr::Int(if negative { -value } else { value }, TEXT)),
            });
        }
        if digits == "inf" || digits == "Inf" {
            return Some(Number::infinite(negative, TEXT));
        }
        let (mantissa, exponent, binary) = match digits.find(['e', 'E', 'p', 'P']) {
            Some(at) => (&digits[..at], exponent(&digits[at + 1..])?, digits.as_bytes()[at] | 0x20 == b'p'),
            None => (digits, 0, false),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let all: String = whole.chars().chain(fraction.chars()).collect();
        if !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value = UBig::from_str_radix(&all, 10).ok()?;
        if value == UBig::ZERO {
            return Some(Number::zero(negative, TEXT));
        }
        let decimal = if binary { 0 } else { exponent } - fraction.len() as i64;
        let binary = if binary { exponent } else { 0 };
        if exponent.abs() > DECIMAL_LIMIT || decimal.abs() > 2 * DECIMAL_LIMIT {
            return None;
        }
        let power = UBig::from(5u8).pow(decimal.unsigned_abs() as usize);
        Some(match decimal >= 0 {
            true => Number::rounded(negative, value * power, decimal + binary, false, TEXT),
            false => divided(negative, value, power, decimal + binary, TEXT),
        })
    }

    /// The exact decimal digits; `None` for an infinity.
    pub(crate) fn decimal(&self) -> Option<Decimal> {
        let (_, mantissa, exponent) = self.parts()?;
        Some(Decimal::new(mantissa, exponent))
    }

    /// The fewest decimal digits that no other number of this precision is nearest to.
    pub(crate) fn shortest(&self) -> Option<Decimal> {
        let (_, mantissa, exponent) = self.parts()?;
        let exact = Decimal::new(mantissa.clone(), exponent);
        if mantissa == UBig::ZERO {
            return Some(exact);
        }
        // As many digits as the precision and one more, which is half of the last place.
        let shift = (usize::from(self.precision()) + 1).saturating_sub(mantissa.bit_len());
        let (mantissa, exponent) = (mantissa << shift, exponent - shift as i64);
        let inclusive = !mantissa.bit(1);
        let lower = Decimal::new(mantissa.clone() - UBig::ONE, exponent);
        let upper = Decimal::new(mantissa + UBig::ONE, exponent);
        for (at, &digit) in exact.digits.iter().enumerate() {
            let (low, high) = (lower.at(at), upper.at(at));
            let down = low != digit || inclusive && at + 1 == lower.digits.len();
            let up = digit != high && (inclusive || digit + 1 < high || at + 1 < upper.digits.len());
            match (down, up) {
                (true, true) => return Some(exact.round(at + 1)),
                (true, false) => return Some(exact.cut(at + 1).trimmed()),
                (false, true) => return Some(exact.cut(at + 1).up()),
                (false, false) => {}
            }
        }
        Some(exact)
    }

    /// Whether a minus sign is printed: -0 has one.
    pub(crate) fn has_sign(&self) -> bool {
        match &self.0 {
            Repr::Int(value, _) => *value < 0,
            Repr::Big(big) => big.negative,
        }
    }
}

/// An optional sign and digits; a value beyond all limits is cut.
fn exponent(text: &str) -> Option<i64> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', ..] => (true, &text[1..]),
        [b'+', ..] => (false, &text[1..]),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value = digits.parse().unwrap_or(i64::from(i32::MAX)).min(i64::from(i32::MAX));
    Some(if negative { -value } else { value })
}

/// As `tostring` shows it: never with an exponent.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Repr::Int(value, precision) = &self.0
            && (*precision >= super::INTEGER || value.unsigned_abs() < 1 << 53)
        {
            return fmt::Display::fmt(value, f);
        }
        if self.has_sign() {
            f.write_str("-")?;
        }
        match self.shortest() {
            Some(decimal) => f.write_str(&decimal.plain()),
            None if self.has_sign() => f.write_str("Inf"),
            None => f.write_str("+Inf"),
        }
    }
}

/// Decimal digits without zeros at the end: `0.digits * 10^point`.
#[derive(Clone, Debug)]
pub(crate) struct Decimal {
    /// As characters; none for zero.
    pub(crate) digits: Vec<u8>,
    /// Where the decimal point stands: after so many digits.
    pub(crate) point: i64,
}

impl Decimal {
    /// Of `mantissa * 2^exponent`.
    fn new(mantissa: UBig, exponent: i64) -> Self {
        if mantissa == UBig::ZERO {
            return Decimal { digits: Vec::new(), point: 0 };
        }
        let places = exponent.min(0).unsigned_abs() as usize;
        let value = match exponent >= 0 {
            true => mantissa << exponent as usize,
            false => mantissa * UBig::from(5u8).pow(places),
        };
        let digits = value.to_string().into_bytes();
        let point = digits.len() as i64 - places as i64;
        Decimal { digits, point }.trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
        self
    }

    fn at(&self, at: usize) -> u8 {
        self.digits.get(at).copied().unwrap_or(b'0')
    }

    /// To so many digits, the nearest; of two the even one.
    pub(crate) fn round(self, count: usize) -> Self {
        if count >= self.digits.len() {
            return self;
        }
        let half = self.digits[count] == b'5' && count + 1 == self.digits.len();
        let up = if half { count > 0 && self.digits[count - 1] & 1 != 0 } else { self.digits[count] >= b'5' };
        let cut = self.cut(count);
        if up { cut.up() } else { cut.trimmed() }
    }

    /// The first so many digits, zeros at the end kept.
    fn cut(mut self, count: usize) -> Self {
        self.digits.truncate(count);
        self
    }

    /// One more in the last place.
    fn up(mut self) -> Self {
        while self.digits.last() == Some(&b'9') {
            self.digits.pop();
        }
        match self.digits.last_mut() {
            Some(digit) => *digit += 1,
            None => {
                self.digits.push(b'1');
                self.point += 1;
            }
        }
        self
    }

    /// Without an exponent, with as many places as there are digits.
    pub(crate) fn plain(&self) -> String {
        self.places((self.digits.len() as i64 - self.point).max(0) as usize)
    }

    /// Without an exponent, with so many places after the point; the digits must not have more.
    pub(crate) fn places(&self, places: usize) -> String {
        let mut out = String::new();
        match self.point > 0 {
            true => out.extend((0..self.point as usize).map(|at| char::from(self.at(at)))),
            false => out.push('0'),
        }
        if places > 0 {
            out.push('.');
            out.extend((0..places as i64).map(|place| match self.point + place {
                at if at < 0 => '0',
                at => char::from(self.at(at as usize)),
            }));
        }
        out
    }

    /// With an exponent of at least two digits, and so many places after the point.
    pub(crate) fn scientific(&self, places: usize, mark: char) -> String {
        let mut out = String::from(char::from(self.at(0)));
        if places > 0 {
            out.push('.');
            out.extend((1..=places).map(|at| char::from(self.at(at))));
        }
        let exponent = if self.digits.is_empty() { 0 } else { self.point - 1 };
        out.push(mark);
        out.push(if exponent < 0 { '-' } else { '+' });
        out.push_str(&format!("{:02}", exponent.abs()));
        out
    }
}
