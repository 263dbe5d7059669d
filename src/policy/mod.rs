//! Room 11: loads `.policy.hcl` and its sidecar, judges a plan, runs `.policytest.hcl`. Sees a plan only.

mod info;
mod text;
mod verdict;

pub use info::{Fix, FixAction, FixValue, PolicyInfo, PolicyInfos, Severity, VersionNote};
pub use text::{Language, Text};
pub use verdict::{Enforcement, Evidence, Outcome, Subject, Verdict};
