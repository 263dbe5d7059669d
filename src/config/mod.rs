//! Room 8: files → modules → module tree: variables, locals, resources, calls, overrides, tfvars.
//!
//! Reads the structure of the Terraform language and evaluates nothing.

mod address;
mod blocks;
mod body;
mod calls;
mod content;
mod declarations;
mod inputs;
mod installed;
mod load;
mod manifest;
mod module;
pub mod references;
mod roots;
mod schema;
mod sources;
mod told;
mod version;

pub use blocks::implied_provider;
pub use body::Body;
pub use declarations::{
    Backend, Call, Check, Import, Lifecycle, Local, Moved, Output, PassedProvider, ProviderConfig, ProviderRequirement,
    Removed, Resource, Validation, Variable,
};
pub use inputs::{Argument, Inputs, is_text};
pub use load::load;
pub use manifest::provider_address;
pub use module::{Input, InputSource, InputValue, Module, ModuleId, Root, Source};
pub use sources::{Parsed, Sources, parse, parse_with};
pub use told::as_terraform_tells;

use crate::addrs::Str;
use crate::diag::Diagnostic;

/// All modules of a run, each read once, and the roots among them.
#[derive(Debug, Default)]
pub struct Config<'s> {
    /// Every module that a root reaches, each directory once.
    pub modules: Vec<Module<'s>>,
    /// The root modules, by path.
    pub roots: Vec<Root<'s>>,
    /// What is wrong with what the root modules are given; it is among what [`load`] tells too.
    pub wrong_inputs: Vec<Diagnostic>,
}

impl<'s> Config<'s> {
    /// The modules that a root module reaches, itself first.
    pub fn reached(&self, root: &Root<'s>) -> Vec<ModuleId> {
        let mut seen = vec![false; self.modules.len()];
        let found = |source: &Source| match source {
            Source::Found(id, _) => Some(*id),
            Source::Missing(_) => None,
        };
        let mut all = vec![root.module];
        all.extend(root.targets.values().filter_map(found));
        let mut at = 0;
        while let Some(id) = all.get(at).copied() {
            if std::mem::replace(&mut seen[id.0 as usize], true) {
                all.remove(at);
                continue;
            }
            at += 1;
            all.extend(self.module(id).calls.values().filter_map(|call| found(&call.source)));
        }
        all
    }

    /// The variables of a root module that must be given a value and are not.
    pub fn required_inputs(&self, root: &Root<'s>) -> Vec<Diagnostic> {
        let variables = self.module(root.module).variables.iter();
        let unset =
            variables.filter(|(name, variable)| variable.default.is_none() && !root.inputs.contains_key(**name));
        unset.map(|(name, variable)| inputs::not_given(name, variable)).collect()
    }

    /// The module of an identity that this configuration made.
    pub fn module(&self, id: ModuleId) -> &Module<'s> {
        &self.modules[id.0 as usize]
    }

    /// What a call leads to in one root module, when the calls named in `path` led to the module that the call is in.
    /// Local sources lead to the same module everywhere; of the others each root module has its own.
    pub fn target<'a>(
        &self,
        root: &'a Root<'s>,
        path: impl IntoIterator<Item = impl AsRef<str>>,
        call: &'a Call<'s>,
    ) -> &'a Source {
        if !call.remote || root.targets.is_empty() {
            return &call.source;
        }
        let mut key = Str::new();
        for name in path {
            key.push_str(name.as_ref());
            key.push('.');
        }
        key.push_str(call.name);
        root.targets.get(&key).unwrap_or(&call.source)
    }
}
