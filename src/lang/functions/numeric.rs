//! Functions of numbers.

use dashu_int::{IBig, UBig};

use crate::value::{Bound, Number, Type, Value};

use super::float::{ln, pow};
use super::{Args, CallError, Kind, Outcome, Spec, any, number};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("abs", &[number("num").finer().forgets()], Kind::Number, |args| {
        let result = match args.value(0).bare() {
            Value::Number(number) => Value::Number(number.abs()),
            _ => args.unknown(Type::Number).between(Some(0.into()), None).into(),
        };
        Ok(result.with_marks(args.marks(0)))
    }),
    Spec::new("ceil", &[number("num")], Kind::Number, |args| {
        let (number, whole) = (args.number(0), args.number(0).trunc());
        if whole < number { add(&whole, 1) } else { Ok(Value::Number(whole)) }
    }),
    Spec::new("floor", &[number("num")], Kind::Number, |args| {
        let (number, whole) = (args.number(0), args.number(0).trunc());
        if whole > number { add(&whole, -1) } else { Ok(Value::Number(whole)) }
    }),
    Spec::new("log", &[number("num"), number("base")], Kind::Number, |args| {
        float(ln(as_float(args, 0)?) / ln(as_float(args, 1)?))
    }),
    Spec::new("pow", &[number("num"), number("power")], Kind::Number, |args| {
        float(pow(as_float(args, 0)?, as_float(args, 1)?))
    }),
    Spec::new("signum", &[number("num")], Kind::Number, |args| Ok(Value::int(args.int(0)?.signum()))),
    Spec::new("min", &[], Kind::Number, |args| extreme(args, false)).rest(number("numbers").dynamic().finer()),
    Spec::new("max", &[], Kind::Number, |args| extreme(args, true)).rest(number("numbers").dynamic().finer()),
    Spec::new(
        "parseint",
        &[any("number").marked().unknown(), number("base").marked().unknown()],
        Kind::Number,
        parse_int,
    ),
];

fn add(number: &Number, other: i64) -> Outcome {
    number.add(&other.into()).map(Value::Number).map_err(|error| CallError::new(error.to_string()))
}

/// An argument in 64 bits.
fn as_float(args: &Args<'_>, at: usize) -> Result<f64, CallError> {
    let (number, float) = (args.number(at), args.number(at).to_f64());
    match float.is_infinite() && number.is_finite() {
        true => Err(CallError::at(at, format!("value must be a number between -{0:e} and {0:e}", f64::MAX))),
        false => Ok(float),
    }
}

fn float(value: f64) -> Outcome {
    Number::from_f64(value).map(Value::Number).ok_or_else(|| CallError::new("the result is not a number"))
}

/// The greatest or least of the arguments. Of unknown ones the bounds may tell which it is, or at least bound it.
fn extreme(args: &Args<'_>, greatest: bool) -> Outcome {
    if args.len() == 0 {
        return Err(CallError::new("must pass at least one number"));
    }
    let beats = |a: &Number, b: &Number| if greatest { a > b } else { a < b };
    if (0..args.len()).all(|at| !args.value(at).is_unknown()) {
        let best = (0..args.len())
            .map(|at| args.number(at))
            .reduce(|best, next| if beats(&next, &best) { next } else { best });
        return Ok(best.map_or(Value::NULL, Value::Number));
    }
    // Towards the end that is looked for, and away from it.
    let bounds = |at: usize| {
        let (min, max) = args.value(at).number_range();
        if greatest { (max, min) } else { (min, max) }
    };
    let wins = |a: usize, b: usize| match (bounds(a).1, bounds(b).0) {
        (Some(a), Some(b)) => !beats(&b.value, &a.value),
        _ => false,
    };
    let certain =
        |at: usize| args.value(at).is_not_null() && (0..args.len()).all(|other| other == at || wins(at, other));
    if (0..args.len()).all(|at| args.value(at).is_not_null())
        && let Some(best) = (0..args.len()).find(|at| certain(*at))
    {
        return Ok(args.value(best).clone());
    }
    let stronger =
        |a: Bound, b: Bound| if beats(&b.value, &a.value) || a.value == b.value && b.inclusive { b } else { a };
    let near = (0..args.len()).map(|at| bounds(at).0).collect::<Option<Vec<_>>>();
    let near = near.and_then(|all| all.into_iter().reduce(stronger));
    let far = (0..args.len()).filter_map(|at| bounds(at).1).reduce(stronger);
    let mut unknown = args.unknown(Type::Number);
    (unknown.refinement.min, unknown.refinement.max) = if greatest { (far, near) } else { (near, far) };
    Ok(unknown.into())
}

/// Longer numbers are not read: no configuration means them.
const MOST_DIGITS: usize = 4_096;

fn parse_int(args: &Args<'_>) -> Outcome {
    let marks = args.marks(0).union(args.marks(1));
    let ty = args.value(0).ty();
    if ty != Type::String {
        return Err(CallError::at(0, format!("first argument must be a string, not {}", ty.friendly_name())));
    }
    if args.value(0).is_unknown() || args.value(1).is_unknown() {
        return Ok(Value::from(args.unknown(Type::Number)).with_marks(marks));
    }
    let base = args.int(1)?;
    if !(2..=62).contains(&base) {
        return Err(CallError::at(1, "base must be a whole number between 2 and 62 inclusive"));
    }
    if args.text(0).len() > MOST_DIGITS {
        return Err(CallError::limit(format!("it is given more than {MOST_DIGITS} digits")));
    }
    let number = integer(args.text(0), base as u8)
        .ok_or_else(|| CallError::at(0, format!("cannot parse {} as a base {base} integer", args.quoted(0))))?;
    Ok(Value::Number(Number::from_integer(number)).with_marks(marks))
}

/// Digits with an optional sign. Above base 36 capital letters are digits of their own, after the small ones.
fn integer(text: &str, base: u8) -> Option<IBig> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if digits.is_empty() {
        return None;
    }
    let mut value = UBig::ZERO;
    for digit in digits {
        let digit = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'z' => digit - b'a' + 10,
            b'A'..=b'Z' if base <= 36 => digit - b'A' + 10,
            b'A'..=b'Z' => digit - b'A' + 36,
            _ => return None,
        };
        if digit >= base {
            return None;
        }
        value = value * base + digit;
    }
    let value = IBig::from(value);
    Some(if negative { -value } else { value })
}
