//! The policies that are in the binary, and what each is about, without reading any of them.

use super::file::{BlockKind, Pattern};

/// The files of one built-in policy.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// Its name: that of its folder and the stem of its files.
    pub name: &'static str,
    /// The folder above it, such as `aws`.
    pub group: &'static str,
    /// `<name>.policy.hcl`
    pub policy: &'static str,
    /// `<name>.tom.hcl`
    pub sidecar: &'static str,
    /// `*.policytest.hcl`: names and texts.
    pub tests: &'static [(&'static str, &'static str)],
    /// `examples/*.tf`: names and texts.
    pub examples: &'static [(&'static str, &'static str)],
    /// What it judges, as written: block type and first label; `when` and `expect` of a sidecar too.
    pub targets: &'static [(&'static str, &'static str)],
}

include!(concat!(env!("OUT_DIR"), "/policies.rs"));

impl Builtin {
    /// All of them, by group and name.
    pub fn all() -> &'static [Builtin] {
        BUILTINS
    }

    /// Whether it may say something where `occurs` answers which objects there are.
    pub fn concerns(&self, occurs: &dyn Fn(BlockKind, &Pattern) -> bool) -> bool {
        self.targets.iter().any(|(keyword, label)| {
            let kind = match *keyword {
                "module_policy" => BlockKind::Module,
                "provider_policy" => BlockKind::Provider,
                _ => BlockKind::Resource,
            };
            occurs(kind, &Pattern::new(*label))
        })
    }
}
