//! Times and durations as Go reads and writes them.

/// A timestamp of RFC 3339 as Terraform writes it, without fractions; `None` if it is none.
pub(super) fn checked(text: &str) -> Option<String> {
    Timestamp::parse(text).ok().map(|time| time.to_string())
}

/// A time in a zone of fixed offset; years need not have four digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timestamp {
    /// Since 1970, as a clock in the zone shows.
    seconds: i64,
    nanosecond: i64,
    /// Of the zone, in minutes east of Greenwich.
    pub(super) offset: i64,
}

/// The parts that a clock and a calendar show.
pub(super) struct Fields {
    pub(super) year: i64,
    pub(super) month: usize,
    pub(super) day: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    /// Sunday is 0.
    pub(super) weekday: usize,
}

const DAY: i64 = 24 * 60 * 60;

impl Timestamp {
    /// So many seconds after 1970, in UTC.
    pub(super) fn at(seconds: i64) -> Timestamp {
        Timestamp { seconds, nanosecond: 0, offset: 0 }
    }

    /// Reads RFC 3339.
    ///
    /// # Errors
    /// If it is none, with what is wrong.
    pub(super) fn parse(text: &str) -> Result<Timestamp, String> {
        Timestamp::read(text, false)
    }

    /// Reads what Go's `time.Parse` takes for RFC 3339: the hour may have one digit, a comma may stand before the fraction,
    /// and a zone may be 24 hours or 60 minutes away.
    ///
    /// # Errors
    /// As [`Timestamp::parse`].
    pub(super) fn parse_leniently(text: &str) -> Result<Timestamp, String> {
        Timestamp::read(text, true)
    }

    fn read(text: &str, lenient: bool) -> Result<Timestamp, String> {
        let mut reader = Reader { rest: text, lenient };
        let year = reader.number(4, "year", 0, 9999)?;
        reader.mark('-')?;
        let month = reader.number(2, "month", 1, 12)?;
        reader.mark('-')?;
        let day = reader.number(2, "day of month", 1, days_in(year, month))?;
        if !reader.rest.starts_with('T') {
            return Err(wrong("missing required time introducer 'T'"));
        }
        reader.rest = &reader.rest[1..];
        let digits = if lenient && reader.rest.as_bytes().get(1) == Some(&b':') { 1 } else { 2 };
        let hour = reader.number(digits, "hour", 0, 23)?;
        reader.mark(':')?;
        let minute = reader.number(2, "minute", 0, 59)?;
        reader.mark(':')?;
        let second = reader.number(2, "second", 0, 59)?;
        let nanosecond = reader.fraction();
        let offset = reader.offset()?;
        let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
        Ok(Timestamp { seconds, nanosecond, offset })
    }

    /// The time so many nanoseconds later.
    pub(super) fn plus(self, nanoseconds: i128) -> Timestamp {
        let total = i128::from(self.seconds) * 1_000_000_000 + i128::from(self.nanosecond) + nanoseconds;
        let seconds = total.div_euclid(1_000_000_000) as i64;
        Timestamp { seconds, nanosecond: total.rem_euclid(1_000_000_000) as i64, ..self }
    }

    /// What two times of the same moment have in common.
    pub(super) fn instant(&self) -> (i64, i64) {
        (self.seconds - self.offset * 60, self.nanosecond)
    }

    /// What a clock and a calendar in the zone show.
    pub(super) fn fields(&self) -> Fields {
        let day_number = self.seconds.div_euclid(DAY);
        let second = self.seconds.rem_euclid(DAY);
        let (year, month, day) = civil(day_number);
        Fields {
            year,
            month: month as usize,
            day,
            hour: second / 3600,
            minute: second / 60 % 60,
            second: second % 60,
            weekday: (day_number + 4).rem_euclid(7) as usize,
        }
    }

    /// The zone, such as `+01:00`.
    pub(super) fn zone(&self, colon: &str) -> String {
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.abs();
        format!("{sign}{:02}{colon}{:02}", minutes / 60, minutes % 60)
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Fields { year, month, day, hour, minute, second, .. } = self.fields();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}", year.abs())?;
        match self.offset {
            0 => f.write_str("Z"),
            _ => f.write_str(&self.zone(":")),
        }
    }
}

fn wrong(what: impl std::fmt::Display) -> String {
    format!("not a valid RFC3339 timestamp: {what}")
}

struct Reader<'a> {
    rest: &'a str,
    lenient: bool,
}

impl Reader<'_> {
    fn number(&mut self, digits: usize, what: &str, least: i64, most: i64) -> Result<i64, String> {
        if self.rest.is_empty() {
            return Err(wrong(format!("end of string before {what}")));
        }
        let text = self.rest.get(..digits).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        let Some(text) = text else {
            return Err(wrong(format!("cannot use {:?} as {what}", self.rest)));
        };
        self.rest = &self.rest[digits..];
        match text.parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            _ => Err(wrong(format!("{what} must be between {least} and {most} inclusive"))),
        }
    }

    fn mark(&mut self, mark: char) -> Result<(), String> {
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                Ok(())
            }
            None if self.rest.is_empty() => Err(wrong(format!("end of string where {mark:?} is expected"))),
            None => Err(wrong(format!("found {:?} where {mark:?} is expected", self.rest))),
        }
    }

    /// In nanoseconds; further digits are cut.
    fn fraction(&mut self) -> i64 {
        let mark = |c| c == '.' || c == ',' && self.lenient;
        let Some(rest) = self.rest.strip_prefix(mark) else { return 0 };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return 0;
        }
        let nanoseconds = format!("{:0<9.9}", &rest[..digits]).parse().unwrap_or(0);
        self.rest = &rest[digits..];
        nanoseconds
    }

    /// In minutes.
    fn offset(&mut self) -> Result<i64, String> {
        let what = "UTC offset";
        let sign = match self.rest.chars().next() {
            Some('Z') if self.rest.len() == 1 => return Ok(0),
            Some('+') => 1,
            Some('-') => -1,
            None => return Err(wrong(format!("end of string before {what}"))),
            Some(_) => return Err(wrong(format!("cannot use {:?} as {what}", self.rest))),
        };
        self.rest = &self.rest[1..];
        let further = i64::from(self.lenient);
        let hours = self.number(2, what, 0, 23 + further)?;
        self.mark(':')?;
        let minutes = self.number(2, what, 0, 59 + further)?;
        match self.rest.is_empty() {
            true => Ok(sign * (hours * 60 + minutes)),
            false => Err(wrong(format!("extra text: {:?}", self.rest))),
        }
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the Gregorian calendar, whose years are counted from March here.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number of days from 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// A duration as Go writes it, such as `-1h30m`, `1.5h` or `500ms`, in nanoseconds.
pub(super) fn duration(text: &str) -> Option<i128> {
    let (negative, mut rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    if rest == "0" {
        return Some(0);
    }
    if rest.is_empty() {
        return None;
    }
    let mut total: i128 = 0;
    while !rest.is_empty() {
        let whole = rest.bytes().take_while(u8::is_ascii_digit).count();
        let mut end = whole;
        let mut fraction = "";
        if rest[end..].starts_with('.') {
            let digits = rest[end + 1..].bytes().take_while(u8::is_ascii_digit).count();
            fraction = &rest[end + 1..end + 1 + digits];
            end += 1 + digits;
        }
        if whole == 0 && fraction.is_empty() {
            return None;
        }
        let unit_end = rest[end..].find(|c: char| c == '.' || c.is_ascii_digit()).map_or(rest.len(), |at| end + at);
        let unit: i128 = match &rest[end..unit_end] {
            "ns" => 1,
            "us" | "µs" | "μs" => 1_000,
            "ms" => 1_000_000,
            "s" => 1_000_000_000,
            "m" => 60_000_000_000,
            "h" => 3_600_000_000_000,
            _ => return None,
        };
        let number: i128 = if whole == 0 { 0 } else { rest[..whole].parse().ok()? };
        total = total.checked_add(number.checked_mul(unit)?)?;
        if !fraction.is_empty() {
            let fraction = &fraction[..fraction.len().min(18)];
            total += fraction.parse::<i128>().ok()? * unit / 10i128.pow(fraction.len() as u32);
        }
        rest = &rest[unit_end..];
    }
    // Go counts them in 64 bits.
    (total <= i128::from(i64::MAX)).then_some(if negative { -total } else { total })
}
