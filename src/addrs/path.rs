//! What can be referred to, and paths into it.

use std::fmt;
use std::sync::Arc;

use super::{InstanceKey, ModuleInstance, ResourceInstance, Str};

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// `.name`
    Attr(Str),
    /// `[0]`, `["key"]`
    Index(InstanceKey),
}

/// Steps into a value, outermost first.
pub type Path = Vec<Step>;

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Attr(name) => write!(f, ".{name}"),
            Step::Index(key) => write!(f, "{key}"),
        }
    }
}

/// An object whose attributes have one value each during a run, though it may not be known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Referent {
    /// An instance of a resource or data source.
    Resource(Arc<ResourceInstance>),
    /// An input variable of a module; of the root module where nothing else is known of it.
    Variable(ModuleInstance, Str),
    /// An output of a module whose source cannot be read: the call's instance and the output's name.
    Output(ModuleInstance, Str),
    /// Something of the environment, such as `terraform.workspace`.
    Environment(Str),
}

impl fmt::Display for Referent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Referent::Resource(instance) => instance.fmt(f),
            Referent::Variable(module, name) if module.is_root() => write!(f, "var.{name}"),
            Referent::Variable(module, name) => write!(f, "{module}.var.{name}"),
            Referent::Output(module, name) => write!(f, "{module}.{name}"),
            Referent::Environment(name) => f.write_str(name),
        }
    }
}
