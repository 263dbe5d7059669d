//! Room 11: loads `.policy.hcl` and its sidecar, judges a plan, runs `.policytest.hcl`. Sees a plan only.

mod verdict;

pub use verdict::{Enforcement, Evidence, Outcome, Subject, Verdict};
