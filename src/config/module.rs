//! Modules, and root modules with what they are given.

use std::path::PathBuf;

use indexmap::IndexMap;

use crate::addrs::{Mode, Str};
use crate::source::Span;
use crate::syntax;
use crate::value::Value;

use super::declarations::{
    Backend, Call, Check, Import, Local, Moved, Output, ProviderConfig, ProviderRequirement, Removed, Resource,
    Variable,
};

/// Identifies a module of a [`Config`](super::Config).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(pub u32);

/// A root module and what it is given.
#[derive(Clone, Debug)]
pub struct Root<'s> {
    /// The module.
    pub module: ModuleId,
    /// Values for its variables by name: of several sources only the one that wins.
    pub inputs: IndexMap<Str, Input<'s>>,
    /// The workspace, if it is given.
    pub workspace: Option<Str>,
    /// Regions of variable files that could not be read: a variable that no later source gives a value may have been
    /// given one there.
    pub damage: Vec<Span>,
    /// What calls with remote sources lead to, by module path (`a.b`), as the module manifest says.
    pub targets: IndexMap<Str, Source>,
    /// The versions of its dependency lock file by provider address, such as `registry.terraform.io/hashicorp/aws`.
    pub locked: IndexMap<Str, Str>,
}

/// A value given to a variable of a root module.
#[derive(Clone, Debug)]
pub struct Input<'s> {
    /// Where it comes from.
    pub source: InputSource,
    /// The value: an expression without references, or a command line's plain text.
    pub value: InputValue<'s>,
}

/// How the value of an input is written.
#[derive(Clone, Debug)]
pub enum InputValue<'s> {
    /// An expression of a variable file.
    Expr(syntax::Expr<'s>),
    /// Text of a command line or of the environment: a string for a variable of primitive type, else an expression.
    Text(Str, syntax::Expr<'s>),
    /// A value.
    Known(Value),
}

/// Where an input comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputSource {
    /// A variable file.
    File(Span),
    /// `--var`
    CommandLine,
    /// `TF_VAR_…`
    Environment,
    /// Nobody gave it: it is taken to see what would follow.
    Assumed,
}

/// One module: the files of one directory.
#[derive(Debug, Default)]
pub struct Module<'s> {
    /// The directory as it is shown; empty for the working directory.
    pub dir: PathBuf,
    /// The canonical path of the directory, which identifies the module.
    pub real: PathBuf,
    /// Where local values may be that could not be read.
    pub lost_locals: Vec<Span>,
    /// `variable`
    pub variables: IndexMap<&'s str, Variable<'s>>,
    /// `locals`
    pub locals: IndexMap<&'s str, Local<'s>>,
    /// `resource`, `data`, `ephemeral`, by mode, type and name.
    pub resources: IndexMap<(Mode, &'s str, &'s str), Resource<'s>>,
    /// `module`
    pub calls: IndexMap<&'s str, Call<'s>>,
    /// `output`
    pub outputs: IndexMap<&'s str, Output<'s>>,
    /// `provider`, with all aliases.
    pub providers: Vec<ProviderConfig<'s>>,
    /// `required_providers`, by local name; with the lock file's version where there is one.
    pub requirements: IndexMap<&'s str, ProviderRequirement>,
    /// `check`
    pub checks: Vec<Check<'s>>,
    /// `required_version`, as written.
    pub required_version: Option<(Str, Span)>,
    /// `backend` or `cloud`: where the state is kept.
    pub backend: Option<Backend<'s>>,
    /// `moved`
    pub moved: Vec<Moved<'s>>,
    /// `import`
    pub imports: Vec<Import<'s>>,
    /// `removed`
    pub removed: Vec<Removed<'s>>,
    /// Regions at the top of its files that could not be read or are refused whole, so that something may be missing;
    /// of a file that could not be read at all, its empty start.
    pub damage: Vec<Span>,
}

/// What the source of a module call leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A module that is here, with the version that a module manifest names.
    Found(ModuleId, Option<Str>),
    /// Not available, and why: not installed, not found, outside the tree, a cycle.
    Missing(Str),
}
