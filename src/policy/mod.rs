//! Room 11: loads `.policy.hcl` and its sidecar, judges a plan, runs `.policytest.hcl`. Sees a plan only.
//!
//! The language is HashiCorp's Terraform policy language; built-in policies are files of it.

mod builtins;
mod check;
mod evidence;
mod facts;
mod file;
mod functions;
mod getresources;
mod grammar;
mod info;
mod judge;
mod library;
mod matching;
mod message;
mod names;
mod presence;
mod settle;
mod sidecar;
mod testing;
mod text;
mod validate;
mod verdict;
mod wanted;

pub use builtins::Builtin;
pub use check::{Options, check};
pub use file::{Block, BlockKind, Enforce, File, Input, Pattern};
pub use info::{Fix, FixAction, FixValue, PolicyInfo, PolicyInfos, Severity, VersionNote};
pub use library::{Library, Params, Policies};
pub use presence::Presence;
pub use settle::{deciding, settle};
pub use testing::{Case, TestOptions, TestReport, test};
pub use text::{Language, Text};
pub use verdict::{Enforcement, Evidence, Outcome, Subject, Verdict};
