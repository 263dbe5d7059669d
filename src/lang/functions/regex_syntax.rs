//! Go's regular expressions, written in the language of the `regex` crate.

use std::fmt::Write;

use crate::value::Str;

/// An expression whose groups have lost their names.
pub(super) struct Translated {
    pub(super) pattern: String,
    /// A name or none for each group.
    pub(super) groups: Vec<Option<Str>>,
}

/// Go repeats at most so often.
const MOST_REPEATS: u32 = 1000;

/// Go nests at most so deep.
const DEEPEST: usize = 1000;

/// # Errors
/// If Go would not compile the expression, with its message.
pub(super) fn translate(pattern: &str) -> Result<Translated, String> {
    let mut translator =
        Translator { rest: pattern, out: String::with_capacity(pattern.len() + 8), groups: Vec::new(), depth: 0 };
    translator.run().map_err(|message| format!("invalid regexp pattern: {message}"))?;
    Ok(Translated { pattern: translator.out, groups: translator.groups })
}

struct Translator<'a> {
    rest: &'a str,
    out: String,
    groups: Vec<Option<Str>>,
    depth: usize,
}

impl<'a> Translator<'a> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn run(&mut self) -> Result<(), String> {
        // Whether there is something that can be repeated, and whether it was.
        let (mut atom, mut repeated) = (false, false);
        while !self.rest.is_empty() {
            let here = self.rest;
            let Some(c) = self.next() else { break };
            let mut this_repeats = false;
            match c {
                '(' => {
                    self.group()?;
                    atom = false;
                    repeated = false;
                    continue;
                }
                ')' => {
                    self.depth = self.depth.checked_sub(1).ok_or_else(|| format!("unexpected ): {here}"))?;
                    self.out.push(')');
                }
                '|' => {
                    self.out.push('|');
                    atom = false;
                    repeated = false;
                    continue;
                }
                '*' | '+' | '?' => {
                    self.out.push(c);
                    this_repeats = true;
                }
                '{' => match repeat(self.rest) {
                    Some(length) => {
                        let body = &self.rest[..length];
                        check_repeat(body)?;
                        // `{2,}` and the like are the same in both languages.
                        let _ = write!(self.out, "{{{body}");
                        self.rest = &self.rest[length..];
                        this_repeats = true;
                    }
                    None => self.out.push_str("\\{"),
                },
                '[' => self.class(here)?,
                '\\' => self.escape()?,
                '^' | '$' | '.' => self.out.push(c),
                c => literal(c, &mut self.out),
            }
            if this_repeats {
                if !atom {
                    return Err(format!("missing argument to repetition operator: {c}"));
                }
                if repeated {
                    return Err(format!("invalid nested repetition operator: {c}"));
                }
                if self.eat("?") {
                    self.out.push('?');
                }
                repeated = true;
            } else {
                atom = true;
                repeated = false;
            }
        }
        match self.depth {
            0 => Ok(()),
            _ => Err("missing closing )".into()),
        }
    }

    fn group(&mut self) -> Result<(), String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("expression nests too deeply".into());
        }
        if !self.eat("?") {
            self.groups.push(None);
            self.out.push('(');
            return Ok(());
        }
        let here = self.rest;
        if self.eat("P<") || self.eat("<") {
            let (name, rest) = self.rest.split_once('>').ok_or_else(|| format!("invalid named capture: (?{here}"))?;
            if name.is_empty() || !name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric()) {
                return Err(format!("invalid named capture: (?{}", &here[..here.len() - rest.len()]));
            }
            self.rest = rest;
            self.groups.push(Some(name.into()));
            self.out.push('(');
            return Ok(());
        }
        let end = self.rest.find([':', ')']).ok_or("missing closing )")?;
        let (flags, on_off) = (&self.rest[..end], self.rest.as_bytes()[end]);
        let (on, off) = flags.split_once('-').unwrap_or((flags, ""));
        let known = |flags: &str| flags.chars().all(|c| "imsU".contains(c));
        if !known(on) || !known(off) || (flags.contains('-') && off.is_empty()) || (flags.is_empty() && on_off == b')')
        {
            return Err(format!("invalid or unsupported Perl syntax: (?{}", &self.rest[..end + 1]));
        }
        let _ = write!(self.out, "(?{flags}{}", char::from(on_off));
        self.rest = &self.rest[end + 1..];
        if on_off == b')' {
            self.depth -= 1;
        }
        Ok(())
    }

    /// What follows a backslash outside a class.
    fn escape(&mut self) -> Result<(), String> {
        if self.eat("Q") {
            let (text, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
            text.chars().for_each(|c| literal(c, &mut self.out));
            self.rest = rest;
            return Ok(());
        }
        match self.rest.chars().next() {
            Some('A' | 'z') => {
                let c = self.next().unwrap_or('A');
                self.out.extend(['\\', c]);
                Ok(())
            }
            Some(c @ ('b' | 'B')) => {
                self.next();
                let _ = write!(self.out, "(?-u:\\{c})");
                Ok(())
            }
            Some('C') => Err("invalid escape sequence: \\C".into()),
            _ => self.escape_in_class(),
        }
    }

    /// Escapes that mean the same inside a class and outside.
    fn escape_in_class(&mut self) -> Result<(), String> {
        let here = self.rest;
        let c = self.next().ok_or("trailing backslash at end of expression")?;
        let class = match c {
            'd' => "[0-9]",
            'D' => "[^0-9]",
            's' => "[\\t\\n\\x0C\\r ]",
            'S' => "[^\\t\\n\\x0C\\r ]",
            'w' => "[0-9A-Za-z_]",
            'W' => "[^0-9A-Za-z_]",
            'p' | 'P' => {
                let length = match self.rest.strip_prefix('{') {
                    Some(rest) => rest.find('}').map(|end| end + 2),
                    None => self.rest.chars().next().map(char::len_utf8),
                };
                let name = length.map(|length| &self.rest[..length]).ok_or("invalid character class range")?;
                self.rest = &self.rest[name.len()..];
                // Go also takes `\p{^L}` for `\P{L}`.
                let _ = match name.strip_prefix("{^") {
                    Some(name) => write!(self.out, "\\{}{{{name}", if c == 'p' { 'P' } else { 'p' }),
                    None => write!(self.out, "\\{c}{name}"),
                };
                return Ok(());
            }
            _ => {
                let c = self
                    .escaped(c)
                    .ok_or_else(|| format!("invalid escape sequence: \\{}", here.chars().next().unwrap_or('\\')))?;
                literal(c, &mut self.out);
                return Ok(());
            }
        };
        self.out.push_str(class);
        Ok(())
    }

    /// The character that an escape stands for.
    fn escaped(&mut self, c: char) -> Option<char> {
        let code = match c {
            'a' => 7,
            'f' => 12,
            't' => 9,
            'n' => 10,
            'r' => 13,
            'v' => 11,
            '0'..='7' => {
                // A single digit would be a back reference, which Go does not have.
                if c != '0' && !self.rest.starts_with(|c| ('0'..='7').contains(&c)) {
                    return None;
                }
                let mut code = c.to_digit(8)?;
                for _ in 0..2 {
                    let Some(digit) = self.rest.chars().next().and_then(|c| c.to_digit(8)) else { break };
                    code = code * 8 + digit;
                    self.next();
                }
                code
            }
            'x' => {
                let digits = match self.rest.strip_prefix('{') {
                    Some(rest) => &rest[..rest.find('}')?],
                    None => self.rest.get(..2)?,
                };
                let braces = if self.rest.starts_with('{') { 2 } else { 0 };
                self.rest = &self.rest[digits.len() + braces..];
                if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                    return None;
                }
                u32::from_str_radix(digits, 16).ok()?
            }
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => return Some(c),
            _ => return None,
        };
        char::from_u32(code)
    }

    fn class(&mut self, here: &'a str) -> Result<(), String> {
        self.out.push('[');
        if self.eat("^") {
            self.out.push('^');
        }
        let mut first = true;
        loop {
            if self.rest.is_empty() {
                return Err(format!("missing closing ]: {here}"));
            }
            if !std::mem::take(&mut first) && self.eat("]") {
                self.out.push(']');
                return Ok(());
            }
            if self.rest.starts_with("[:")
                && let Some(end) = self.rest.find(":]")
            {
                let name = &self.rest[..end + 2];
                let inner = name[2..end].trim_start_matches('^');
                if !POSIX.contains(&inner) {
                    return Err(format!("invalid character class range: {name}"));
                }
                self.out.push_str(name);
                self.rest = &self.rest[end + 2..];
                continue;
            }
            self.class_item()?;
            // A range, unless the hyphen is the last in the class.
            if self.rest.starts_with('-') && !self.rest.starts_with("-]") {
                self.next();
                self.out.push('-');
                if self.rest.is_empty() {
                    return Err(format!("missing closing ]: {here}"));
                }
                self.class_item()?;
            }
        }
    }

    fn class_item(&mut self) -> Result<(), String> {
        match self.next() {
            Some('\\') => self.escape_in_class(),
            Some(c) => {
                literal(c, &mut self.out);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

const POSIX: [&str; 14] = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word",
    "xdigit",
];

/// The character and nothing else, in any place.
fn literal(c: char, out: &mut String) {
    match c {
        c if c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii() => out.push(c),
        c => {
            let _ = write!(out, "\\x{{{:X}}}", c as u32);
        }
    }
}

/// The length of `2}`, `2,}` or `2,3}`; anything else after a brace makes it a literal.
fn repeat(rest: &str) -> Option<usize> {
    let end = rest.find('}')?;
    let (least, most) = rest[..end].split_once(',').unwrap_or((&rest[..end], "0"));
    let digits =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() < 2 || !text.starts_with('0'));
    (!least.is_empty() && digits(least) && digits(most)).then_some(end + 1)
}

fn check_repeat(body: &str) -> Result<(), String> {
    let body = body.trim_end_matches('}');
    let (least, most) = body.split_once(',').unwrap_or((body, body));
    let number = |text: &str| text.parse::<u32>().unwrap_or(MOST_REPEATS + 1);
    let least = number(least);
    let most = if most.is_empty() { least } else { number(most) };
    match least > MOST_REPEATS || most > MOST_REPEATS || most < least {
        true => Err(format!("invalid repeat count: {{{body}}}")),
        false => Ok(()),
    }
}
