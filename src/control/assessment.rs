//! All verdicts of a run, rolled up to the measures of one profile: the nouns.

use crate::addrs::Str;
use crate::diag::{Diagnostic, Severity};
use crate::source::Span;

use super::{Class, Counts, Finding, Profile, Status};

/// A root module, or a plan file, of a run.
#[derive(Clone, Debug, Default)]
pub struct Root {
    /// As it is shown, and as verdicts name it.
    pub path: Str,
    /// Its path from the repository's root, with `/`, `.` for that itself: what names it from run to run.
    pub key: Str,
    /// Its first file, for findings that are written nowhere.
    pub first: Option<Span>,
    /// How many files were read for it.
    pub files: usize,
    /// How many resource instances it has, data sources not counted.
    pub resources: usize,
    /// Headers of its module calls by the address of the call's instances (`module.a`), for findings inside
    /// downloaded modules.
    pub calls: Vec<(Str, Span)>,
}

/// All verdicts of a run, rolled up to the measures of one profile.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The profile in force.
    pub profile: Profile,
    /// The root modules, by path.
    pub roots: Vec<Root>,
    /// One of each verdict that applied, passes too; by path, place, policy and address.
    pub findings: Vec<Finding>,
    /// The measures of the profile, in its order.
    pub measures: Vec<MeasureResult>,
    /// Demands that verdicts decided and no measure makes, sorted. Their findings are here only if they were asked
    /// for.
    pub outside: Vec<DemandResult>,
    /// Everything that was said on the way here, and of waivers.
    pub diagnostics: Vec<Diagnostic>,
    /// What it amounts to.
    pub summary: Summary,
}

/// What a run says of a measure.
#[derive(Clone, Debug)]
pub struct MeasureResult {
    /// Which, as an index into the profile's measures.
    pub measure: usize,
    /// All of it, organisational items too.
    pub status: Status,
    /// Its demands alone.
    pub technical: Status,
    /// Its demands, in order.
    pub demands: Vec<DemandResult>,
    /// Its promises' statuses, in order.
    pub promises: Vec<Status>,
    /// All demands' verdicts.
    pub counts: Counts,
    /// The same by root module, in the order of [`Assessment::roots`].
    pub roots: Vec<(Status, Counts)>,
}

/// What a run says of a demand.
#[derive(Clone, Debug)]
pub struct DemandResult {
    /// Its name; empty for policies that name none.
    pub id: Str,
    /// What it amounts to.
    pub status: Status,
    /// Its verdicts.
    pub counts: Counts,
}

/// What a run amounts to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files read.
    pub files: usize,
    /// Root modules and plan files.
    pub roots: usize,
    /// Resource instances.
    pub resources: usize,
    /// Resource instances, module calls and providers that some policy said something of.
    pub judged: usize,
    /// All verdicts.
    pub counts: Counts,
    /// Violations that count: neither waived nor advisory.
    pub violated: usize,
    /// Violations of advisory policies.
    pub advisory: usize,
    /// Verdicts that were left out, because no measure makes their demand or the profile leaves their policy out.
    pub outside: usize,
    /// Diagnostics that are errors: something could not be read or is refused.
    pub errors: usize,
}

impl Summary {
    /// Whether no policy said anything of anything.
    pub fn nothing_judged(&self) -> bool {
        self.counts.judged() == 0
    }
}

impl Assessment {
    /// Adds what was said after the assessment.
    pub fn report(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        self.summary.errors = errors.count();
    }

    /// The findings of a class, in order.
    pub fn of_class(&self, class: Class) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.class() == class)
    }

    /// The root module of a finding.
    pub fn root_of(&self, finding: &Finding) -> Option<&Root> {
        self.roots.iter().find(|root| root.path == finding.verdict.root)
    }
}
