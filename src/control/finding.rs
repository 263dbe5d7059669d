//! Verdicts with all that a report says of them.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::addrs::Str;
use crate::policy::{Enforcement, Outcome, PolicyInfo, Severity, Text, Verdict};
use crate::source::Span;

use super::Waiver;

/// A verdict of something that applied, with what the profile and the sidecars say of it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// What its policy's sidecar says; none for a policy without one.
    pub info: Option<Arc<PolicyInfo>>,
    /// The measures that make the demand, in the profile's order.
    pub measures: Vec<Str>,
    /// Where a person should look, in files of their own: for what is written in a downloaded module, the call that
    /// brings it in. None for what is written nowhere.
    pub place: Option<Span>,
    /// Stays the same while the subject, its root module and its policy keep their names, wherever it is written: 32
    /// hexadecimal digits.
    pub fingerprint: Str,
    /// The waiver that accepts it.
    pub waiver: Option<Arc<Waiver>>,
    /// A waiver that accepted it until it expired.
    pub expired: Option<Arc<Waiver>>,
}

/// What a finding amounts to for the one who runs the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A pass.
    Passed,
    /// A violation or an unknown that a waiver accepts.
    Waived,
    /// A violation of an advisory policy.
    Advisory,
    /// Depends on something unknown.
    Undecided,
    /// The policy could not be evaluated.
    Broken,
    /// A violation.
    Violated,
}

impl Finding {
    /// What it amounts to.
    pub fn class(&self) -> Class {
        match self.verdict.outcome {
            Outcome::NotApplicable | Outcome::Pass => Class::Passed,
            _ if self.waiver.is_some() => Class::Waived,
            Outcome::Unknown => Class::Undecided,
            Outcome::Error => Class::Broken,
            Outcome::Fail if self.verdict.enforcement == Enforcement::Advisory => Class::Advisory,
            Outcome::Fail => Class::Violated,
        }
    }

    /// How much a violation matters.
    pub fn severity(&self) -> Severity {
        self.info.as_ref().map(|info| info.severity).unwrap_or_default()
    }

    /// What is so where the policy passes; its name where nothing is said.
    pub fn title(&self) -> Text {
        match &self.info {
            Some(info) if !info.title.is_empty() => info.title.clone(),
            _ => Text::both(self.verdict.policy.clone()),
        }
    }

    /// Whether a whole root module was judged.
    pub fn is_of_root(&self) -> bool {
        matches!(self.verdict.subject.address.as_str(), "." | "")
    }

    /// What was judged, as people say it: the address, for a root module its path.
    pub fn subject(&self) -> Str {
        match self.is_of_root() {
            true => ecow::eco_format!("the root module {}", self.verdict.root),
            false => self.verdict.subject.address.clone(),
        }
    }

    /// The messages in one text, a line each.
    pub fn message(&self) -> String {
        let lines: Vec<&str> = self.verdict.messages.iter().map(Str::as_str).collect();
        lines.join("\n")
    }

    /// Whether something that it was read from must not be shown.
    pub fn is_sensitive(&self) -> bool {
        self.verdict.evidence.iter().any(|evidence| evidence.value.contains(SENSITIVE))
    }
}

/// What evidence shows in the place of a sensitive value.
pub const SENSITIVE: &str = "(sensitive value)";

/// What names a verdict from run to run. `root` is the root module's path from the repository's root, with `/`.
pub(super) fn fingerprint(root: &str, verdict: &Verdict) -> Str {
    let mut hash = Sha256::new();
    for part in [root, &verdict.subject.address, &verdict.demand, &verdict.policy] {
        // The length keeps two neighbours from reading like two others.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(&hash.finalize()[..16]).into()
}
