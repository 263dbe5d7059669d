//! Numbers as the verbs of `format` write them, which are those of Go.

use std::fmt::Write;

use crate::value::Number;

use super::format::Verb;

fn sign(verb: &Verb<'_>, negative: bool) -> &'static str {
    match negative {
        true => "-",
        false if verb.plus => "+",
        false if verb.space => " ",
        false => "",
    }
}

/// As Go formats a `big.Int`; `None` for a fraction.
pub(super) fn integer(verb: &Verb<'_>, number: &Number) -> Option<String> {
    let (sign_of, magnitude) = number.to_integer()?.into_parts();
    let (radix, prefix) = match verb.mode {
        'b' => (2, "0b"),
        'o' => (8, "0"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = magnitude.in_radix(radix).to_string();
    if verb.mode == 'X' {
        digits.make_ascii_uppercase();
    }
    let sign = sign(verb, sign_of == dashu_int::Sign::Negative);
    let prefix = if verb.sharp { prefix } else { "" };
    let mut zeros = 0;
    if let Some(precision) = verb.precision {
        if digits == "0" && precision == 0 {
            return Some(String::new());
        }
        zeros = precision.saturating_sub(digits.len());
    }
    let used = sign.len() + prefix.len() + zeros + digits.len();
    let missing = verb.width.unwrap_or(0).saturating_sub(used);
    let (left, right) = match () {
        () if verb.minus => (0, missing),
        () if verb.zero && verb.precision.is_none() => {
            zeros = missing;
            (0, 0)
        }
        () => (missing, 0),
    };
    let blank = |count: usize| " ".repeat(count);
    Some(format!("{}{sign}{prefix}{}{digits}{}", blank(left), "0".repeat(zeros), blank(right)))
}

/// As Go formats a `big.Float`.
pub(super) fn float(verb: &Verb<'_>, number: &Number) -> String {
    let sign = sign(verb, number.has_sign());
    let (text, finite) = match number.decimal() {
        None => ("Inf".to_owned(), false),
        Some(decimal) => {
            let places = verb.precision.unwrap_or(6);
            let text = match verb.mode {
                'e' | 'E' => decimal.round(places + 1).scientific(places, verb.mode),
                'f' => {
                    let keep = decimal.point + places as i64;
                    match usize::try_from(keep) {
                        Ok(keep) => decimal.round(keep).places(places),
                        Err(_) => decimal.places(places),
                    }
                }
                mode => {
                    let text = general(number, verb.precision, if mode == 'G' { 'E' } else { 'e' });
                    text.trim_start_matches('-').to_owned()
                }
            };
            (text, true)
        }
    };
    let sign = if !finite && sign.is_empty() { "+" } else { sign };
    let missing = verb.width.unwrap_or(0).saturating_sub(sign.len() + text.len());
    let mut out = String::new();
    let (left, zeros, right) = match () {
        () if verb.zero && !verb.minus && finite => (0, missing, 0),
        () if verb.minus => (0, 0, missing),
        () => (missing, 0, 0),
    };
    let _ = write!(out, "{}{sign}{}{text}{}", " ".repeat(left), "0".repeat(zeros), " ".repeat(right));
    out
}

/// With an exponent if it is large or small: Go's `g`. Without a precision, the shortest digits.
pub(super) fn general(number: &Number, precision: Option<usize>, mark: char) -> String {
    let sign = if number.has_sign() { "-" } else { "" };
    let decimal = match precision {
        None => number.shortest(),
        Some(precision) => number.decimal().map(|decimal| decimal.round(precision.max(1))),
    };
    let Some(decimal) = decimal else { return if sign.is_empty() { "+Inf".into() } else { "-Inf".into() } };
    let digits = decimal.digits.len();
    let mut limit = precision.map_or(digits, |precision| precision.max(1)) as i64;
    if limit > digits as i64 && digits as i64 >= decimal.point {
        limit = digits as i64;
    }
    if precision.is_none() {
        limit = 6;
    }
    let exponent = decimal.point - 1;
    let text = match (-4..limit).contains(&exponent) || (digits == 0 && limit > 0) {
        true => decimal.plain(),
        false => decimal.scientific(digits.saturating_sub(1), mark),
    };
    format!("{sign}{text}")
}
