//! Versions of providers and constraints on them.
//!
//! Terraform reads those by other rules than the versions of modules: `~> 5` is below 6, and a prerelease must be
//! named exactly ("Version Constraints" in Terraform's documentation; `apparentlymart/go-versions`).

use std::cmp::Ordering;
use std::fmt;

use crate::value::Str;

/// A version: `1.2.3`, `2.0.0-beta1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Version {
    /// Major, minor, patch; what is not written is 0.
    pub segments: [u64; 3],
    /// What stands behind `-`; empty for a release.
    pub prerelease: Str,
}

/// What a version must fulfil: `~> 5.0, != 5.3.0`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    operator: Operator,
    version: Version,
    /// How many segments were written: `~> 5.0` and `~> 5.0.0` differ.
    written: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    Pessimistic,
}

impl Version {
    /// Reads a version; `None` if the text is none. A leading `v` is allowed, build metadata (`+…`) is dropped.
    pub fn parse(text: &str) -> Option<Version> {
        segments(text).map(|(version, _)| version)
    }
}

/// A version, and how many of its segments are written.
fn segments(text: &str) -> Option<(Version, usize)> {
    let text = text.trim();
    let text = text.strip_prefix('v').unwrap_or(text);
    let text = text.split_once('+').map_or(text, |(version, _)| version);
    let (numbers, prerelease) = text.split_once('-').unwrap_or((text, ""));
    let mut segments = [0; 3];
    let mut written = 0;
    for part in numbers.split('.') {
        *segments.get_mut(written)? = part.parse().ok()?;
        written += 1;
    }
    Some((Version { segments, prerelease: prerelease.into() }, written))
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Semantic Versioning 2.0.0, clause 11.
impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let release = |version: &Version| version.prerelease.is_empty();
        self.segments.cmp(&other.segments).then_with(|| match (release(self), release(other)) {
            (false, false) => prerelease(&self.prerelease, &other.prerelease),
            (one, two) => one.cmp(&two),
        })
    }
}

fn prerelease(one: &str, two: &str) -> Ordering {
    let (mut one, mut two) = (one.split('.'), two.split('.'));
    loop {
        let order = match (one.next(), two.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => match (a.parse::<u64>(), b.parse::<u64>()) {
                (Ok(a), Ok(b)) => a.cmp(&b),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => a.cmp(b),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.segments;
        write!(f, "{major}.{minor}.{patch}")?;
        if self.prerelease.is_empty() { Ok(()) } else { write!(f, "-{}", self.prerelease) }
    }
}

impl Constraint {
    /// Reads a constraint: terms separated by commas, each an operator (none: `=`) and a version.
    ///
    /// `None` if a term is not of that form; a text without terms allows every version.
    pub fn parse(text: &str) -> Option<Constraint> {
        let terms = text.split(',').map(str::trim).filter(|term| !term.is_empty()).map(Term::parse);
        Some(Constraint { terms: terms.collect::<Option<_>>()? })
    }

    /// Whether it allows the version.
    ///
    /// As Terraform reads it, a prerelease is allowed only by a term that names it exactly.
    pub fn allows(&self, version: &Version) -> bool {
        let named = |term: &Term| term.operator == Operator::Equal && term.version == *version;
        (version.prerelease.is_empty() || self.terms.iter().any(named))
            && self.terms.iter().all(|term| term.allows(version))
    }

    /// Whether it allows a release of `least` or later, as far as releases are numbered without leaps.
    pub fn allows_from(&self, least: &Version) -> bool {
        let [major, minor, _] = least.segments;
        let release = |segments| Version { segments, prerelease: Str::new() };
        let exact = || self.terms.iter().filter(|term| term.operator == Operator::Equal);
        match exact().next() {
            Some(term) => term.version >= *least && self.allows(&term.version),
            None => {
                let minors = (minor..minor + 100).flat_map(|minor| [[major, minor, 0], [major, minor, 99]]);
                minors.chain([[major + 1, 0, 0]]).any(|segments| self.allows(&release(segments)))
            }
        }
    }

    /// The exact version, if it allows only one.
    pub fn exact(&self) -> Option<&Version> {
        self.terms.iter().find(|term| term.operator == Operator::Equal).map(|term| &term.version)
    }

    /// A version near those that it allows: the highest that it names, and of those that are allowed no more only
    /// where it names no other.
    pub(super) fn bound(&self) -> Option<&Version> {
        let named = |upper: bool| {
            let terms = self.terms.iter().filter(move |term| match term.operator {
                Operator::NotEqual => false,
                Operator::Less | Operator::LessEqual => upper,
                _ => !upper,
            });
            terms.map(|term| &term.version).max()
        };
        named(false).or_else(|| named(true))
    }
}

impl Term {
    fn parse(text: &str) -> Option<Term> {
        const OPERATORS: [(&str, Operator); 7] = [
            ("~>", Operator::Pessimistic),
            (">=", Operator::GreaterEqual),
            ("<=", Operator::LessEqual),
            ("!=", Operator::NotEqual),
            (">", Operator::Greater),
            ("<", Operator::Less),
            ("=", Operator::Equal),
        ];
        let (operator, rest) = OPERATORS
            .iter()
            .find_map(|(sign, operator)| Some((*operator, text.strip_prefix(sign)?)))
            .unwrap_or((Operator::Equal, text));
        let (version, written) = segments(rest)?;
        Some(Term { operator, version, written })
    }

    fn allows(&self, version: &Version) -> bool {
        match self.operator {
            Operator::Equal => *version == self.version,
            Operator::NotEqual => *version != self.version,
            Operator::Greater => *version > self.version,
            Operator::GreaterEqual => *version >= self.version,
            Operator::Less => *version < self.version,
            Operator::LessEqual => *version <= self.version,
            // All segments but the last one written are fixed; `~> 5` is `>= 5`, below 6.
            Operator::Pessimistic => {
                let fixed = self.written.saturating_sub(1).max(1);
                *version >= self.version && version.segments[..fixed] == self.version.segments[..fixed]
            }
        }
    }
}
