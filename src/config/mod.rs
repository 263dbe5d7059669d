//! Room 8: files → modules → module tree: variables, locals, resources, calls, overrides, tfvars.
//!
//! Reads the structure of the Terraform language and evaluates nothing.

mod module;

pub use module::{
    Body, Call, Check, Input, InputSource, InputValue, Lifecycle, Local, Module, ModuleId, Output, ProviderConfig,
    ProviderRequirement, Resource, Root, Source, Validation, Variable,
};

/// All modules of a run, each read once, and the roots among them.
#[derive(Debug, Default)]
pub struct Config<'s> {
    /// Every module that a root reaches, each directory once.
    pub modules: Vec<Module<'s>>,
    /// The root modules, by path.
    pub roots: Vec<Root<'s>>,
}

impl<'s> Config<'s> {
    /// The module of an identity that this configuration made.
    pub fn module(&self, id: ModuleId) -> &Module<'s> {
        &self.modules[id.0 as usize]
    }
}
