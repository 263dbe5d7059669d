//! Functions of time.

use std::fmt::Write;

use crate::value::{CauseKind, Type, Value};

use super::timestamp::{Fields, Timestamp, duration};
use super::{Args, CallError, Kind, Outcome, Spec, impure, text};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("timestamp", &[], Kind::String, now),
    Spec::new("plantimestamp", &[], Kind::String, now),
    Spec::new("timeadd", &[text("timestamp"), text("duration")], Kind::String, |args| {
        let time = Timestamp::parse(args.text(0)).map_err(CallError::new)?;
        let nanoseconds = duration(args.text(1))
            .ok_or_else(|| CallError::new(format!("time: invalid duration {:?}", args.text(1))))?;
        Ok(Value::string(time.plus(nanoseconds).to_string()))
    })
    .unsaid(),
    Spec::new("timecmp", &[text("timestamp_a"), text("timestamp_b")], Kind::Number, |args| {
        let time = |at| Timestamp::parse_leniently(args.text(at)).map_err(|message| CallError::at(at, message));
        let order = time(0)?.instant().cmp(&time(1)?.instant());
        Ok(Value::int(order as i64))
    }),
    Spec::new("formatdate", &[text("format"), text("time")], Kind::String, |args| {
        let time = Timestamp::parse(args.text(1)).map_err(|message| CallError::at(1, message))?;
        let text = format_date(args.text(0), &time).map_err(|message| CallError::at(0, message))?;
        Ok(super::string::changed(text))
    }),
];

fn now(args: &Args<'_>) -> Outcome {
    Ok(match args.host.now() {
        Some(now) => Value::string(Timestamp::at(now.as_second()).to_string()),
        None => impure(args, CauseKind::Time, Type::String).into(),
    })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

fn format_date(format: &str, time: &Timestamp) -> Result<String, String> {
    let Fields { year, month, day, hour, minute, second, weekday } = time.fields();
    let mut out = String::new();
    let mut rest = format;
    while let Some(c) = rest.chars().next() {
        if c == '\'' {
            rest = literal(rest, &mut out)?;
            continue;
        }
        if !c.is_ascii_alphabetic() {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let count = rest.bytes().take_while(|byte| *byte == c as u8).count();
        let verb = &rest[..count];
        rest = &rest[count..];
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let name = |names: &'static str, short: bool| if short { &names[..3] } else { names };
        let written = match (c, count) {
            ('Y', 2) => write!(out, "{:02}", year.rem_euclid(100)),
            ('Y', 4) => write!(out, "{year:04}"),
            ('M', 1) => write!(out, "{month}"),
            ('M', 2) => write!(out, "{month:02}"),
            ('M', 3 | 4) => write!(out, "{}", name(MONTHS[month - 1], count == 3)),
            ('D', 1) => write!(out, "{day}"),
            ('D', 2) => write!(out, "{day:02}"),
            ('E', 3 | 4) => write!(out, "{}", name(DAYS[weekday], count == 3)),
            ('h', 1) => write!(out, "{hour}"),
            ('h', 2) => write!(out, "{hour:02}"),
            ('H', 1) => write!(out, "{twelve}"),
            ('H', 2) => write!(out, "{twelve:02}"),
            ('A', 2) => write!(out, "{}", if hour < 12 { "AM" } else { "PM" }),
            ('a', 2) => write!(out, "{}", if hour < 12 { "am" } else { "pm" }),
            ('m', 1) => write!(out, "{minute}"),
            ('m', 2) => write!(out, "{minute:02}"),
            ('s', 1) => write!(out, "{second}"),
            ('s', 2) => write!(out, "{second:02}"),
            ('Z', 1) if time.offset == 0 => write!(out, "Z"),
            ('Z', 3) if time.offset == 0 => write!(out, "UTC"),
            ('Z', 1 | 5) => write!(out, "{}", time.zone(":")),
            ('Z', 3 | 4) => write!(out, "{}", time.zone("")),
            _ => return Err(bad_verb(verb)),
        };
        debug_assert!(written.is_ok());
    }
    Ok(out)
}

fn bad_verb(verb: &str) -> String {
    let rule = match verb.chars().next() {
        Some('Y') => "year must either be \"YY\" or \"YYYY\"",
        Some('M') => "month must be \"M\", \"MM\", \"MMM\", or \"MMMM\"",
        Some('D') => "day of month must either be \"D\" or \"DD\"",
        Some('E') => "day of week must either be \"EEE\" or \"EEEE\"",
        Some('h') => "24-hour must either be \"h\" or \"hh\"",
        Some('H') => "12-hour must either be \"H\" or \"HH\"",
        Some('A') => "must be \"AA\"",
        Some('a') => "must be \"aa\"",
        Some('m') => "minute must either be \"m\" or \"mm\"",
        Some('s') => "second must either be \"s\" or \"ss\"",
        Some('Z') => "timezone must be Z, ZZZZ, or ZZZZZ",
        _ => return format!("invalid date format verb {verb:?}"),
    };
    format!("invalid date format verb {verb:?}: {rule}")
}

/// Text in quotes, in which a doubled quote stands for one; `''` alone is one.
fn literal<'a>(rest: &'a str, out: &mut String) -> Result<&'a str, String> {
    if let Some(after) = rest.strip_prefix("''") {
        out.push('\'');
        return Ok(after);
    }
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\'' if chars.peek().is_some_and(|(_, next)| *next == '\'') => {
                chars.next();
                out.push('\'');
            }
            '\'' => return Ok(&rest[at + 1..]),
            c => out.push(c),
        }
    }
    Err("unterminated literal '".into())
}
