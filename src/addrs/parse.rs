//! Addresses as Terraform prints them, read back: `module.a["x"].data.aws_s3_bucket.b[0]`.

use std::fmt;
use std::str::FromStr;

use super::{InstanceKey, Mode, ModuleInstance, Path, Resource, ResourceInstance, Step, Str};

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The byte where something else was expected.
    pub at: usize,
    /// What was expected there.
    pub expected: &'static str,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {}", self.expected, self.at)
    }
}

impl std::error::Error for ParseError {}

/// Reads names and keys: `aws_s3_bucket.a["x"].id`. The first step has no dot.
///
/// # Errors
/// If the text is anything else.
pub fn parse_steps(text: &str) -> Result<Path, ParseError> {
    Ok(Steps::of(text)?.into_iter().map(|(_, step)| step).collect())
}

/// Steps with the byte at which each begins, and the end.
struct Steps<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Steps<'t> {
    fn of(text: &'t str) -> Result<Vec<(usize, Step)>, ParseError> {
        let mut reader = Steps { text, at: 0 };
        let mut steps = vec![(0, Step::Attr(reader.name()?))];
        while reader.at < text.len() {
            let at = reader.at;
            let step = match text.as_bytes()[at] {
                b'.' => {
                    reader.at += 1;
                    Step::Attr(reader.name()?)
                }
                b'[' => {
                    reader.at += 1;
                    Step::Index(reader.key()?)
                }
                _ => return Err(reader.expected("`.` or `[`")),
            };
            steps.push((at, step));
        }
        Ok(steps)
    }

    fn expected(&self, expected: &'static str) -> ParseError {
        ParseError { at: self.at, expected }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// A name: everything up to what ends one. Which letters a name may have is not asked: Terraform has checked it.
    fn name(&mut self) -> Result<Str, ParseError> {
        let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'));
        let name = &self.rest()[..self.rest().find(ends).unwrap_or(self.rest().len())];
        if name.is_empty() {
            return Err(self.expected("a name"));
        }
        self.at += name.len();
        Ok(name.into())
    }

    fn key(&mut self) -> Result<InstanceKey, ParseError> {
        let key = match self.rest().as_bytes().first() {
            Some(b'"') => {
                self.at += 1;
                InstanceKey::Str(self.quoted()?)
            }
            Some(b'*') => {
                self.at += 1;
                InstanceKey::Any
            }
            _ => {
                let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
                let number = self.rest()[..digits].parse().map_err(|_| self.expected("a number or a string"))?;
                self.at += digits;
                InstanceKey::Int(number)
            }
        };
        match self.rest().starts_with(']') {
            true => {
                self.at += 1;
                Ok(key)
            }
            false => Err(self.expected("`]`")),
        }
    }

    /// What stands behind an opening quote, up to the closing one.
    fn quoted(&mut self) -> Result<Str, ParseError> {
        let mut out = String::new();
        loop {
            let rest = self.rest();
            // The introducers of templates are written twice.
            if let Some(plain) = ["$${", "%%{"].into_iter().find(|escape| rest.starts_with(escape)) {
                out.push_str(&plain[1..]);
                self.at += plain.len();
                continue;
            }
            let Some(c) = rest.chars().next() else { return Err(self.expected("a closing quote")) };
            match c {
                '"' => {
                    self.at += 1;
                    return Ok(out.into());
                }
                '\\' => out.push(self.escape()?),
                c => {
                    out.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, ParseError> {
        let rest = &self.rest()[1..];
        let digits = match rest.chars().next() {
            Some('n') => return self.took(2, '\n'),
            Some('r') => return self.took(2, '\r'),
            Some('t') => return self.took(2, '\t'),
            Some(same @ ('"' | '\\')) => return self.took(2, same),
            Some('u') => 4,
            Some('U') => 8,
            _ => return Err(self.expected("an escape sequence")),
        };
        rest.get(1..1 + digits)
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32)
            .ok_or_else(|| self.expected("the hexadecimal number of a character"))
            .and_then(|c| self.took(2 + digits, c))
    }

    fn took(&mut self, bytes: usize, c: char) -> Result<char, ParseError> {
        self.at += bytes;
        Ok(c)
    }
}

/// Steps, each with the byte at which it begins.
type Placed<'s> = &'s [(usize, Step)];

/// Takes `module.name[key]` as often as it stands at the front.
fn modules(steps: Placed<'_>, end: usize) -> Result<(ModuleInstance, Placed<'_>), ParseError> {
    let mut rest = steps;
    let mut module = ModuleInstance::root();
    while let [(_, Step::Attr(word)), after @ ..] = rest
        && word == "module"
    {
        let [(_, Step::Attr(name)), after @ ..] = after else {
            return Err(ParseError {
                at: after.first().map_or(end, |(at, _)| *at),
                expected: "`.` and a module's name",
            });
        };
        let (key, after) = key(after);
        module = module.child(name.clone(), key);
        rest = after;
    }
    Ok((module, rest))
}

fn key(steps: Placed<'_>) -> (InstanceKey, Placed<'_>) {
    match steps {
        [(_, Step::Index(key)), rest @ ..] => (key.clone(), rest),
        rest => (InstanceKey::None, rest),
    }
}

/// Reads what [`ModuleInstance`] prints; the empty text is the root module.
impl FromStr for ModuleInstance {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text.is_empty() {
            return Ok(ModuleInstance::root());
        }
        let steps = Steps::of(text)?;
        match modules(&steps, text.len())? {
            (module, []) => Ok(module),
            (_, [(at, _), ..]) => Err(ParseError { at: *at, expected: "`module`" }),
        }
    }
}

/// Reads what [`ResourceInstance`] prints.
impl FromStr for ResourceInstance {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let steps = Steps::of(text)?;
        let (module, rest) = modules(&steps, text.len())?;
        let (mode, rest) = match rest {
            [(_, Step::Attr(word)), rest @ ..] if word == "data" => (Mode::Data, rest),
            [(_, Step::Attr(word)), rest @ ..] if word == "ephemeral" => (Mode::Ephemeral, rest),
            rest => (Mode::Managed, rest),
        };
        let at = |steps: Placed<'_>| steps.first().map_or(text.len(), |(at, _)| *at);
        let [(_, Step::Attr(ty)), (_, Step::Attr(name)), rest @ ..] = rest else {
            let wrong = if matches!(rest.first(), Some((_, Step::Attr(_)))) { &rest[1..] } else { rest };
            return Err(ParseError { at: at(wrong), expected: "the type and the name of a resource" });
        };
        let (key, rest) = key(rest);
        if !rest.is_empty() {
            return Err(ParseError { at: at(rest), expected: "nothing more" });
        }
        let resource = Resource { mode, ty: ty.clone(), name: name.clone() };
        Ok(ResourceInstance { module, resource, key })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn instance(text: &str) -> ResourceInstance {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn addresses_are_read_as_terraform_prints_them() {
        let address = instance(r#"module.a["x.y"].module.b[2].data.aws_s3_bucket.c["q\"$${x}\\%%{\n"]"#);
        let steps = address.module.steps();
        assert_eq!((steps[0].name.as_str(), &steps[0].key), ("a", &InstanceKey::Str("x.y".into())));
        assert_eq!((steps[1].name.as_str(), &steps[1].key), ("b", &InstanceKey::Int(2)));
        assert_eq!(address.resource.mode, Mode::Data);
        assert_eq!(address.resource.ty, "aws_s3_bucket");
        assert_eq!(address.key, InstanceKey::Str("q\"${x}\\%{\n".into()));
        assert_eq!(instance("aws_s3_bucket.a").key, InstanceKey::None);
        assert_eq!(instance("ephemeral.random_password.p-1").resource.mode, Mode::Ephemeral);
        assert_eq!(instance(r#"t.n["\u00e4\U0001F600"]"#).key, InstanceKey::Str("ä😀".into()));
        assert_eq!(instance(r#"t.n["]"]"#).key, InstanceKey::Str("]".into()));
        assert_eq!(instance(r#"t.n["$x$$"]"#).key, InstanceKey::Str("$x$$".into()));
        // A module may be called `module`, a resource type `data`.
        assert_eq!(instance("module.module.t.n").module.to_string(), "module.module");
        assert_eq!(instance("data.data.n").resource.ty, "data");
        assert_eq!("".parse(), Ok(ModuleInstance::root()));
        assert_eq!("module.a[0].module.b".parse::<ModuleInstance>().map(|m| m.steps().len()), Ok(2));
    }

    #[test]
    fn what_is_no_address_is_refused_where_it_goes_wrong() {
        let cases = [
            ("", 0),
            ("aws_s3_bucket", 13),
            ("aws_s3_bucket.", 14),
            ("aws_s3_bucket.a.id", 15),
            ("aws_s3_bucket[0]", 13),
            ("a.b[", 4),
            ("a.b[\"x", 6),
            ("a.b[\"x\"", 7),
            ("a.b[-1]", 4),
            ("a.b[99999999999999999999]", 4),
            ("a.b[\"\\q\"]", 5),
            ("a.b[\"\\u12\"]", 5),
            ("a.b[\"\\uD800\"]", 5),
            ("a.b c", 3),
            ("module", 6),
            ("module.a", 8),
            ("module[0].a.b", 6),
            ("data.a", 6),
        ];
        for (text, at) in cases {
            assert_eq!(text.parse::<ResourceInstance>().map_err(|error| error.at), Err(at), "{text}");
        }
        assert_eq!("module.a.b".parse::<ModuleInstance>().map_err(|error| error.at), Err(8));
        assert_eq!("a".parse::<ModuleInstance>().map_err(|error| error.at), Err(0));
    }

    /// Recorded: what Terraform 1.11 prints for these keys.
    #[test]
    fn keys_are_printed_as_terraform_does() {
        let cases = [
            ("\0x", r#"["\u0000x"]"#),
            ("$$${x}", r#"["$$$${x}"]"#),
            ("%{y}", r#"["%%{y}"]"#),
            ("\u{7f}", r#"["\u007f"]"#),
            ("\u{a0}", r#"["\u00a0"]"#),
            ("ä", r#"["ä"]"#),
            ("\u{200b}", r#"["\u200b"]"#),
            ("\u{3000}", r#"["\u3000"]"#),
            ("\u{e0001}", r#"["\U000e0001"]"#),
        ];
        for (key, printed) in cases {
            assert_eq!(InstanceKey::Str(key.into()).to_string(), printed);
            assert_eq!(instance(&format!("t.n{printed}")).key, InstanceKey::Str(key.into()));
        }
    }

    fn keys() -> impl Strategy<Value = InstanceKey> {
        let text = prop_oneof![".*", "[${%\"\\\\\\[\\]. {]*"];
        prop_oneof![
            Just(InstanceKey::None),
            Just(InstanceKey::Any),
            any::<u64>().prop_map(InstanceKey::Int),
            text.prop_map(|text| InstanceKey::Str(text.into())),
        ]
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(
            modules in prop::collection::vec(("[a-z_][a-z0-9_-]{0,8}", keys()), 0..3),
            data in any::<bool>(),
            ty in "[a-z]+_[a-z0-9_]+",
            name in "[a-zA-Z_äß][a-z0-9_-]{0,8}",
            key in keys(),
        ) {
            let module = modules
                .into_iter()
                .fold(ModuleInstance::root(), |module, (name, key)| module.child(name.into(), key));
            let mode = if data { Mode::Data } else { Mode::Managed };
            let resource = Resource { mode, ty: ty.into(), name: name.into() };
            let address = ResourceInstance { module: module.clone(), resource, key };
            prop_assert_eq!(address.to_string().parse(), Ok(address));
            prop_assert_eq!(module.to_string().parse(), Ok(module));
        }

        #[test]
        fn no_text_is_a_panic(text in ".*") {
            let _ = text.parse::<ResourceInstance>();
            let _ = text.parse::<ModuleInstance>();
            let _ = parse_steps(&text);
        }
    }
}
