//! Versions and version constraints, as HashiCorp's `go-version` has them.

use std::cmp::Ordering;

/// A version: numbers, and what follows `-` where it is a pre-release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    numbers: Vec<u64>,
    pre: String,
}

impl Version {
    /// Reads a version such as `1.2.3-beta.1`; what follows `+` does not count.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().strip_prefix('v').unwrap_or(text.trim());
        let text = text.split('+').next().unwrap_or_default();
        let (numbers, pre) = text.split_once('-').unwrap_or((text, ""));
        let numbers: Option<Vec<u64>> = numbers.split('.').map(|part| part.parse().ok()).collect();
        let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let good = pre.is_empty() != text.contains('-') && (pre.is_empty() || pre.split('.').all(word));
        numbers.filter(|_| good).map(|numbers| Version { numbers, pre: pre.to_owned() })
    }

    fn number(&self, index: usize) -> u64 {
        self.numbers.get(index).copied().unwrap_or(0)
    }

    fn compare(&self, other: &Version) -> Ordering {
        let numbers = (0..self.numbers.len().max(other.numbers.len()))
            .map(|index| self.number(index).cmp(&other.number(index)))
            .find(|ordering| ordering.is_ne());
        numbers.unwrap_or_else(|| match (self.pre.is_empty(), other.pre.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => compare_pre(&self.pre, &other.pre),
        })
    }
}

/// Numbers by value and before words, words by their bytes, and more parts after fewer.
fn compare_pre(a: &str, b: &str) -> Ordering {
    let key = |part: &str| part.parse::<u64>().map_err(|_| part.to_owned());
    let (mut a, mut b) = (a.split('.'), b.split('.'));
    loop {
        let ordering = match (a.next().map(key), b.next().map(key)) {
            (None, None) => return Ordering::Equal,
            (None, _) => Ordering::Less,
            (_, None) => Ordering::Greater,
            (Some(Ok(a)), Some(Ok(b))) => a.cmp(&b),
            (Some(Ok(_)), Some(Err(_))) => Ordering::Less,
            (Some(Err(_)), Some(Ok(_))) => Ordering::Greater,
            (Some(Err(a)), Some(Err(b))) => a.cmp(&b),
        };
        if ordering.is_ne() {
            return ordering;
        }
    }
}

/// Conditions on a version, all of which must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Constraints(Vec<(&'static str, Version)>);

impl Constraints {
    /// Reads constraints such as `>= 1.2, < 2.0`.
    pub fn parse(text: &str) -> Option<Self> {
        const OPERATORS: [&str; 7] = ["!=", ">=", "<=", "~>", "=", ">", "<"];
        let one = |part: &str| {
            let part = part.trim();
            let operator = OPERATORS.into_iter().find(|operator| part.starts_with(operator));
            let version = Version::parse(&part[operator.map_or(0, str::len)..])?;
            Some((operator.unwrap_or("="), version))
        };
        text.split(',').map(one).collect::<Option<_>>().map(Constraints)
    }

    /// Whether a version meets them all. A pre-release meets only constraints that name one of the same numbers.
    pub fn accept(&self, version: &Version) -> bool {
        self.0.iter().all(|(operator, wanted)| {
            let ordering = version.compare(wanted);
            let pre = version.pre.is_empty()
                || (!wanted.pre.is_empty()
                    && (0..version.numbers.len().max(wanted.numbers.len()))
                        .all(|index| version.number(index) == wanted.number(index)));
            match *operator {
                "=" => ordering.is_eq(),
                "!=" => ordering.is_ne(),
                ">" => pre && ordering.is_gt(),
                ">=" => pre && ordering.is_ge(),
                "<" => pre && ordering.is_lt(),
                "<=" => pre && ordering.is_le(),
                _ => {
                    // All but the last number that is written must be the same.
                    let fixed = wanted.numbers.len() - 1;
                    pre && ordering.is_ge() && (0..fixed).all(|index| version.number(index) == wanted.number(index))
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constraints_accept_what_go_version_accepts() {
        let cases = [
            ("1.2.3", "1.2.3", true),
            ("= 1.2", "1.2.0", true),
            ("~> 1.2", "1.9.0", true),
            ("~> 1.2", "2.0.0", false),
            ("~> 1.2.3", "1.2.9", true),
            ("~> 1.2.3", "1.3.0", false),
            ("~> 1", "2.0.0", true),
            (">= 1.0, < 2.0", "1.5.0", true),
            (">= 1.0, < 2.0", "2.0.0", false),
            (">= 1.0", "1.1.0-beta", false),
            (">= 1.1.0-alpha", "1.1.0-beta", true),
            ("!= 1.0.0", "1.0.1", true),
            ("> 0.9", "v1.0.0", true),
        ];
        for (constraint, version, expected) in cases {
            let constraints = Constraints::parse(constraint).expect(constraint);
            assert_eq!(
                constraints.accept(&Version::parse(version).expect(version)),
                expected,
                "{constraint} {version}"
            );
        }
        for text in ["", "abc", ">= ", "1.2,", "=> 1.0", "1.x"] {
            assert_eq!(Constraints::parse(text), None, "{text}");
        }
    }
}
