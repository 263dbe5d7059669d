//! What a sidecar says of a policy: everything that a report needs and no verdict depends on.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::addrs::Str;
use crate::source::Span;
use crate::value::Value;

use super::Text;

/// The metadata of one policy: of its `policy_metadata` or `presence` block.
#[derive(Clone, Debug, Default)]
pub struct PolicyInfo {
    /// The policy's name, unique over all policies.
    pub name: Str,
    /// The demand that it decides.
    pub demand: Str,
    /// How much a violation matters.
    pub severity: Severity,
    /// One line that says what is so where it passes.
    pub title: Text,
    /// Why it matters, in a few sentences.
    pub description: Text,
    /// Pages to read: label and address, as written.
    pub links: Vec<(Str, Str)>,
    /// Ways to mend a violation, the recommended one first.
    pub fixes: Vec<Fix>,
    /// What differs between versions of a provider.
    pub version_notes: Vec<VersionNote>,
    /// The header of the block.
    pub span: Option<Span>,
}

/// The metadata of policies by name, for everything that shows verdicts. A policy without a sidecar is not in it.
pub type PolicyInfos = BTreeMap<Str, Arc<PolicyInfo>>;

/// How much a violation matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth improving.
    Low,
    /// A weakness; what a policy without a sidecar has.
    #[default]
    Medium,
    /// A promise is broken.
    High,
    /// Data is open or lost.
    Critical,
}

impl Severity {
    /// All, by their words in sidecars and reports.
    pub const WORDS: [(&'static str, Severity); 4] = [
        ("low", Severity::Low),
        ("medium", Severity::Medium),
        ("high", Severity::High),
        ("critical", Severity::Critical),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

/// A way to mend a violation.
#[derive(Clone, Debug)]
pub struct Fix {
    /// Its name, unique in the policy.
    pub name: Str,
    /// What it does, as an order: "set the retention".
    pub title: Text,
    /// The change.
    pub action: FixAction,
    /// Whether it may be applied without asking.
    pub safe: bool,
}

/// The change of a fix.
#[derive(Clone, Debug)]
pub enum FixAction {
    /// Writes the argument, replacing what it has.
    SetArgument {
        /// Path of the argument in the block: `retention_in_days`, `rule.status`.
        path: Str,
        /// What it is set to.
        value: FixValue,
    },
    /// Takes the argument out.
    RemoveArgument {
        /// Path of the argument in the block.
        path: Str,
    },
    /// Adds a nested block.
    AddBlock {
        /// Path of the block that it goes into; empty for the subject's own.
        path: Str,
        /// The block, with `${address}`, `${name}` and `${type}` to be filled in.
        snippet: Str,
    },
    /// Adds a resource beside the subject.
    AddResource {
        /// The resource, with `${address}`, `${name}` and `${type}` to be filled in.
        snippet: Str,
    },
    /// Only tells a person what to do.
    Describe,
}

/// What an argument is set to.
#[derive(Clone, Debug)]
pub enum FixValue {
    /// A literal.
    Literal(Value),
    /// The value of a parameter of the profile in force: its name.
    Param(Str),
}

/// What differs between versions of a provider.
#[derive(Clone, Debug)]
pub struct VersionNote {
    /// The versions that it is about, as a constraint.
    pub constraint: Str,
    /// The provider's source address: `hashicorp/aws`.
    pub provider: Str,
    /// What is to be known.
    pub note: Text,
}
