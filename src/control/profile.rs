//! The nouns of a profile: a company's TOM.

use globset::GlobMatcher;
use jiff::civil::Date;

use crate::addrs::Str;
use crate::policy::Text;
use crate::source::Span;

use super::Parameter;

/// A company's TOM: what it promises, with which numbers, and which policies decide it.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its name, unique over all profiles: lowercase letters, digits and hyphens.
    pub name: Str,
    /// What people call it.
    pub title: Text,
    /// The document that it stands for.
    pub document: Option<Document>,
    /// The policies in force.
    pub policies: Selection,
    /// The measures, in the document's order.
    pub measures: Vec<Measure>,
    /// The numbers, sorted by name.
    pub parameters: Vec<Parameter>,
    /// Where it differs from the profile that it extends, and where the caller differs from it.
    pub departures: Vec<Departure>,
    /// The header of its block; none for a profile that was not read from a file.
    pub span: Option<Span>,
}

/// The document that a profile stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: Str,
    /// The day of its last change.
    pub date: Date,
    /// Who issued it, as the document says it; may be empty.
    pub issuer: Str,
}

/// One of the TOM's numbered measures.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its name in policies' reports and waivers: lowercase letters, digits and hyphens.
    pub id: Str,
    /// Its place in the document, counted from 1.
    pub number: usize,
    /// The heading of the document's part that it stands in; may be empty.
    pub section: Str,
    /// Its heading.
    pub title: Text,
    /// What the document says under the heading, word for word; may be empty.
    pub text: Str,
    /// What is promised there, in order.
    pub promises: Vec<Promise>,
    /// The header of its block.
    pub span: Option<Span>,
}

/// Some words of a measure, and what makes them true.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The words.
    pub words: Text,
    /// The demands that policies decide; all must hold.
    pub demands: Vec<Str>,
    /// What a person must show, because no configuration can: an organisational item.
    pub organisational: Option<Text>,
    /// The header of its block.
    pub span: Option<Span>,
}

/// Which policies are in force, by name.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Patterns of names; none: all policies.
    pub include: Vec<GlobMatcher>,
    /// Patterns of names that are taken out again.
    pub exclude: Vec<GlobMatcher>,
}

/// Something that an extended profile says and the one in force does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The profile that it departs from.
    pub from: Str,
    /// What is different, as a person reads it: "`log_retention_max_days` is 60, not 90".
    pub what: String,
    /// Where it is said; none on the command line.
    pub span: Option<Span>,
}

impl Profile {
    /// A profile that promises nothing.
    pub fn new(name: impl Into<Str>) -> Profile {
        let name = name.into();
        Profile {
            title: Text::both(name.clone()),
            name,
            document: None,
            policies: Selection::default(),
            measures: Vec::new(),
            parameters: Vec::new(),
            departures: Vec::new(),
            span: None,
        }
    }

    /// The measures that make a demand, in order.
    pub fn measures_of<'p>(&'p self, demand: &'p str) -> impl Iterator<Item = &'p Measure> {
        self.measures.iter().filter(move |measure| measure.demands().any(|known| known == demand))
    }

    /// Whether some measure makes that demand.
    pub fn makes(&self, demand: &str) -> bool {
        self.measures_of(demand).next().is_some()
    }

    /// Whether a policy of that name, which decides that demand, is to be judged. A policy that names no demand is,
    /// for the profile can say nothing of it.
    pub fn wants(&self, policy: &str, demand: &str) -> bool {
        self.policies.selects(policy) && (demand.is_empty() || self.makes(demand))
    }

    /// A parameter by name.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.binary_search_by(|known| known.name.as_str().cmp(name)).ok().map(|at| &self.parameters[at])
    }
}

impl Measure {
    /// The demands that it makes, each once, in order.
    pub fn demands(&self) -> impl Iterator<Item = &Str> {
        self.promises.iter().enumerate().flat_map(move |(at, promise)| {
            let earlier = &self.promises[..at];
            promise.demands.iter().filter(move |demand| !earlier.iter().any(|other| other.demands.contains(demand)))
        })
    }

    /// Its organisational items, in order.
    pub fn organisational(&self) -> impl Iterator<Item = (&Promise, &Text)> {
        self.promises.iter().filter_map(|promise| Some((promise, promise.organisational.as_ref()?)))
    }
}

impl Selection {
    /// Whether it has the policy of that name.
    pub fn selects(&self, policy: &str) -> bool {
        (self.include.is_empty() || self.include.iter().any(|glob| glob.is_match(policy)))
            && !self.exclude.iter().any(|glob| glob.is_match(policy))
    }
}
