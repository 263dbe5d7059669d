//! The nouns of a plan.

use crate::addrs::{ModuleInstance, Path, ResourceInstance, Str};
use crate::source::Span;
use crate::value::{Causes, Value};

/// What would exist: the world of one root module.
#[derive(Default)]
pub struct Plan<'p> {
    /// The root module's directory, or the plan file, as it is shown.
    pub root: Str,
    /// Resource instances, by address; data sources are there too, with their mode.
    pub instances: Vec<Instance>,
    /// Instances of module calls, by address.
    pub modules: Vec<ModuleCall>,
    /// Provider configurations.
    pub providers: Vec<Provider>,
    /// Root output values by name.
    pub outputs: Vec<(Str, Value)>,
    /// Root input variables by name.
    pub variables: Vec<(Str, Value)>,
    /// Root output values before the change, where a state has them.
    pub prior_outputs: Vec<(Str, Value)>,
    /// Parts of the world that could not be read: what is not in `instances` may exist there.
    pub gaps: Vec<Gap>,
    /// Answers where a value was written.
    pub provenance: Option<Box<dyn Provenance + 'p>>,
}

/// How much of the resources of a type is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interest {
    /// Nothing.
    None,
    /// Only whether there are any.
    Existence,
    /// Their attributes.
    Attributes,
}

/// A part of the world that could not be read.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Why.
    pub causes: Causes,
    /// The values that it is given: of a module that is not available its arguments. `None`: anything may be there.
    pub given: Option<Vec<Value>>,
}

/// Answers where values were written. What made the plan knows; policies only ask.
pub trait Provenance {
    /// Where the value at `path` of an instance was written and the references it came through, nearest first:
    /// the argument, then what it refers to. Empty where nothing is written there.
    fn trace(&self, instance: &ResourceInstance, path: &Path) -> Vec<Trace>;
}

/// One place on the way of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trace {
    /// What stands there, such as `retention_in_days` or `var.days`.
    pub what: Str,
    /// Where.
    pub span: Span,
    /// What can be said of it, such as "is not given" or "default".
    pub note: Str,
}

/// A resource instance.
#[derive(Clone, Debug)]
pub struct Instance {
    /// Its address.
    pub address: ResourceInstance,
    /// Its attributes: an object of [`Shape::Instance`](crate::value::Shape::Instance). What is not written is not
    /// in it. Nested blocks are tuples of objects of [`Shape::Block`](crate::value::Shape::Block).
    pub attrs: Value,
    /// The attributes before the change, of a plan file or a state.
    pub prior: Option<Value>,
    /// What would be done to it.
    pub action: Action,
    /// What becomes of the object that exists, where a state says that there is one.
    pub past: Option<Box<Past>>,
    /// Whether it certainly exists.
    pub existence: Existence,
    /// The provider's type name, such as the `aws` of `hashicorp/aws`.
    pub provider: Str,
    /// The version of the provider, or the constraint, if either is known.
    pub provider_version: Option<Str>,
    /// The block's header, where there is one.
    pub span: Option<Span>,
}

/// What would be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// A configuration says only what shall be: stands for create, update and no-op alike.
    #[default]
    Configured,
    /// `create`
    Create,
    /// `update`
    Update,
    /// `delete`
    Delete,
    /// `no-op`
    NoOp,
    /// `read`: of a data source that is read only while the changes are made
    Read(Late),
}

/// What becomes of an object that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// What is done to it.
    pub change: Change,
    /// Why, in the words that `action_reason` of a plan has for it.
    pub reason: Option<&'static str>,
    /// Where it was, if it is moved.
    pub moved_from: Option<ResourceInstance>,
    /// The identity by which it is imported, if no state knew it.
    pub import: Option<Str>,
}

/// What is done to an object that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    NoOp,
    /// It is changed in place.
    Update,
    /// Another takes its place: made before this one is destroyed, or after.
    Replace {
        /// `create_before_destroy`
        create_first: bool,
    },
    /// It is destroyed.
    Delete,
    /// It stays, and Terraform does not manage it any more.
    Forget,
}

/// Why a data source is read only while the changes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Late {
    /// It stands in a `check` block, so that it is read again.
    Checked,
    /// Its arguments are not known before.
    Unknown,
    /// Something that it explicitly depends on is to be changed.
    Pending,
}

/// Whether an instance exists.
#[derive(Clone, Debug, Default)]
pub enum Existence {
    /// Certainly.
    #[default]
    Certain,
    /// Only if an unknown `count` or `for_each` says so; then possibly more than once.
    Maybe(Causes),
}

/// An instance of a module call.
#[derive(Clone, Debug)]
pub struct ModuleCall {
    /// Its address.
    pub address: ModuleInstance,
    /// The source, as written.
    pub source: Str,
    /// The version: of the manifest, or an exact one that is written, else unknown.
    pub version: Value,
    /// The arguments of the call.
    pub attrs: Value,
    /// Whether it certainly exists.
    pub existence: Existence,
    /// The block's header.
    pub span: Option<Span>,
}

/// A provider configuration.
#[derive(Clone, Debug)]
pub struct Provider {
    /// The module that has it.
    pub module: ModuleInstance,
    /// The local name.
    pub name: Str,
    /// `alias`
    pub alias: Option<Str>,
    /// The source address, such as `hashicorp/aws`.
    pub source: Str,
    /// The resolved version, else unknown.
    pub version: Value,
    /// Its arguments; unknown for a provider that is used without a block.
    pub attrs: Value,
    /// The block's header, where there is one.
    pub span: Option<Span>,
}
