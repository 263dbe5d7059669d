//! Applying waivers to findings, and noticing those that do nothing.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::policy::Outcome;
use crate::value::Value;

use super::{Finding, Profile, Waiver};

/// How long a waiver may live where the profile does not say it, in days.
const MAX_DAYS: i64 = 365;

/// The parameter of a profile that says it.
const MAX_DAYS_PARAMETER: &str = "waiver_max_days";

/// The waivers of a run, and which of them found something.
pub(super) struct Waivers {
    all: Vec<(Arc<Waiver>, bool)>,
    today: Date,
    diagnostics: Vec<Diagnostic>,
}

impl Waivers {
    pub(super) fn new(waivers: &[Waiver], profile: &Profile, today: Date) -> Self {
        let max_days = match profile.parameter(MAX_DAYS_PARAMETER).map(|parameter| parameter.value.bare()) {
            Some(Value::Number(days)) => days.to_i64().unwrap_or(MAX_DAYS),
            _ => MAX_DAYS,
        };
        let mut diagnostics = Vec::new();
        let mut all = Vec::with_capacity(waivers.len());
        for waiver in waivers {
            match waiver.check_life(today, max_days) {
                Some(refusal) => diagnostics.push(refusal),
                None => all.push((Arc::new(waiver.clone()), false)),
            }
        }
        Waivers { all, today, diagnostics }
    }

    /// Accepts a violation or an unknown. `root` is the path of its root module from the repository's root.
    pub(super) fn apply(&mut self, finding: &mut Finding, root: &str) {
        let verdict = &finding.verdict;
        if !matches!(verdict.outcome, Outcome::Fail | Outcome::Unknown) {
            return;
        }
        for (waiver, used) in &mut self.all {
            if !waiver.covers(&verdict.policy, &verdict.subject.address, root) {
                continue;
            }
            *used = true;
            if waiver.is_expired(self.today) {
                finding.expired.get_or_insert_with(|| waiver.clone());
            } else {
                finding.waiver = Some(waiver.clone());
                finding.expired = None;
                return;
            }
        }
    }

    /// Complains of waivers that accept nothing. `partial`: only a part of what they are about was judged.
    pub(super) fn finish(mut self, partial: bool) -> Vec<Diagnostic> {
        for (waiver, used) in self.all {
            let name = &waiver.name;
            let (code, message, help) = match (waiver.is_expired(self.today), used) {
                (true, true) => (
                    "waiver-expired",
                    format!("the waiver `{name}` expired on {}: what it accepted is a finding again", waiver.expires),
                    "mend the finding, or have the waiver approved anew",
                ),
                (true, false) if !partial => (
                    "waiver-expired",
                    format!("the waiver `{name}` expired on {} and nothing needs it", waiver.expires),
                    "remove it",
                ),
                (false, false) if !partial => (
                    "waiver-unused",
                    format!("the waiver `{name}` accepts nothing: no finding of its policy has its target"),
                    "remove it, or correct `policy` and `target`",
                ),
                _ => continue,
            };
            self.diagnostics.push(Diagnostic::warning(code, message).at(waiver.span, "").help(help));
        }
        self.diagnostics
    }
}
