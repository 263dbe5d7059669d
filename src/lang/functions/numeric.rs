//! Functions of numbers.

use dashu_int::{IBig, UBig};

use crate::value::{Number, Type, Value};

use super::float::pow;
use super::{Args, CallError, Kind, Outcome, Spec, any, number};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("abs", &[number("num").finer()], Kind::Number, |args| match args.value(0) {
        Value::Number(number) => Ok(Value::Number(number.abs())),
        _ => Ok(args.unknown(Type::Number).between(Some(0.into()), None).into()),
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
        float(args.number(0).to_f64().ln() / args.number(1).to_f64().ln())
    }),
    Spec::new("pow", &[number("num"), number("power")], Kind::Number, |args| {
        float(pow(args.number(0).to_f64(), args.number(1).to_f64()))
    }),
    Spec::new("signum", &[number("num")], Kind::Number, |args| Ok(Value::int(args.int(0)?.signum()))),
    Spec::new("min", &[], Kind::Number, |args| extreme(args, |a, b| a < b)).rest(number("numbers").dynamic()),
    Spec::new("max", &[], Kind::Number, |args| extreme(args, |a, b| a > b)).rest(number("numbers").dynamic()),
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

fn float(value: f64) -> Outcome {
    Number::from_f64(value).map(Value::Number).ok_or_else(|| CallError::new("the result is not a number"))
}

fn extreme(args: &Args<'_>, better: impl Fn(&Number, &Number) -> bool) -> Outcome {
    let numbers = (0..args.len()).map(|at| args.number(at));
    let best = numbers.reduce(|best, next| if better(&next, &best) { next } else { best });
    best.map(Value::Number).ok_or_else(|| CallError::new("must pass at least one number"))
}

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
