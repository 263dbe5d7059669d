//! What a module declares, one item a block.

use crate::addrs::{Mode, Str};
use crate::source::Span;
use crate::syntax;

use super::body::Body;
use super::module::Source;

/// `variable "name" { … }`
#[derive(Clone, Debug)]
pub struct Variable<'s> {
    /// The block's header.
    pub span: Span,
    /// `type`
    pub ty: Option<syntax::Expr<'s>>,
    /// `default`
    pub default: Option<syntax::Expr<'s>>,
    /// `nullable`, true unless it is said otherwise.
    pub nullable: bool,
    /// `sensitive`
    pub sensitive: bool,
    /// `ephemeral`
    pub ephemeral: bool,
    /// `validation`
    pub validations: Vec<Validation<'s>>,
    /// The header of the override that changes type or default: where it is told that they do not fit.
    pub overridden: Option<Span>,
    /// Where something could not be read that decides its value: its type, or a default that may be there.
    pub damage: Option<Span>,
}

/// `validation`, `precondition`, `postcondition` or `assert`.
#[derive(Clone, Debug)]
pub struct Validation<'s> {
    /// The block's header.
    pub span: Span,
    /// `condition`
    pub condition: syntax::Expr<'s>,
    /// `error_message`
    pub message: Option<syntax::Expr<'s>>,
}

/// One name of a `locals` block.
#[derive(Clone, Copy, Debug)]
pub struct Local<'s> {
    /// The name and expression.
    pub span: Span,
    /// The expression.
    pub expr: syntax::Expr<'s>,
}

/// `resource`, `data` or `ephemeral`.
#[derive(Clone, Debug)]
pub struct Resource<'s> {
    /// Managed, data or ephemeral.
    pub mode: Mode,
    /// The type.
    pub ty: &'s str,
    /// The name.
    pub name: &'s str,
    /// The block's header.
    pub span: Span,
    /// Its content, meta-arguments included.
    pub body: Body<'s>,
    /// `count`
    pub count: Option<syntax::Expr<'s>>,
    /// `for_each`
    pub for_each: Option<syntax::Expr<'s>>,
    /// The `check` block that it stands in, if it is a data source of one.
    pub check: Option<&'s str>,
    /// `provider`: local name and alias.
    pub provider: Option<(&'s str, Option<&'s str>)>,
    /// `depends_on`
    pub depends_on: Vec<syntax::Expr<'s>>,
    /// `lifecycle`
    pub lifecycle: Lifecycle<'s>,
}

impl Resource<'_> {
    /// Arguments and blocks that are Terraform's own and no part of the resource's attributes.
    pub const META: &'static [&'static str] =
        &["count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection"];
}

/// `lifecycle`
#[derive(Clone, Debug, Default)]
pub struct Lifecycle<'s> {
    /// `create_before_destroy = true`
    pub create_before_destroy: bool,
    /// `prevent_destroy = true`
    pub prevent_destroy: bool,
    /// `ignore_changes`: the first names of the references, or `all` alone.
    pub ignore_changes: Vec<&'s str>,
    /// `replace_triggered_by`
    pub replace_triggered_by: Vec<syntax::Expr<'s>>,
    /// `precondition`
    pub preconditions: Vec<Validation<'s>>,
    /// `postcondition`
    pub postconditions: Vec<Validation<'s>>,
}

/// `module "name" { … }`
#[derive(Clone, Debug)]
pub struct Call<'s> {
    /// The name.
    pub name: &'s str,
    /// The block's header.
    pub span: Span,
    /// The source, as written, and where.
    pub source_text: Option<(Str, Span)>,
    /// `version`, as written.
    pub version: Option<Str>,
    /// Whether a version is written at all.
    pub versioned: bool,
    /// What it leads to in every root module; for a remote source see [`Config::target`](super::Config::target).
    pub source: Source,
    /// Its content, meta-arguments included.
    pub body: Body<'s>,
    /// `count`
    pub count: Option<syntax::Expr<'s>>,
    /// `for_each`
    pub for_each: Option<syntax::Expr<'s>>,
    /// Whether the source is no path of the file system, so that the root module's manifest says what it leads to:
    /// [`Config::target`](super::Config::target).
    pub remote: bool,
    /// `providers`
    pub providers: Vec<PassedProvider<'s>>,
    /// `depends_on`
    pub depends_on: Vec<syntax::Expr<'s>>,
}

impl Call<'_> {
    /// Arguments that are Terraform's own and no inputs of the module.
    pub const META: &'static [&'static str] = &["source", "version", "count", "for_each", "providers", "depends_on"];
}

/// An entry of `providers`: a configuration that a module is passed.
#[derive(Clone, Copy, Debug)]
pub struct PassedProvider<'s> {
    /// Local name and alias in the module.
    pub inner: (&'s str, Option<&'s str>),
    /// Where that is written.
    pub inner_span: Span,
    /// Local name and alias of the caller.
    pub outer: (&'s str, Option<&'s str>),
    /// Where that is written.
    pub outer_span: Span,
}

/// `output "name" { … }`
#[derive(Clone, Debug)]
pub struct Output<'s> {
    /// The block's header.
    pub span: Span,
    /// `value`
    pub value: Option<syntax::Expr<'s>>,
    /// `sensitive`
    pub sensitive: bool,
    /// `ephemeral`
    pub ephemeral: bool,
    /// `depends_on`
    pub depends_on: Vec<syntax::Expr<'s>>,
    /// `precondition`
    pub preconditions: Vec<Validation<'s>>,
}

/// `provider "name" { … }`
#[derive(Clone, Debug)]
pub struct ProviderConfig<'s> {
    /// The local name.
    pub name: &'s str,
    /// `alias`
    pub alias: Option<Str>,
    /// The block's header.
    pub span: Span,
    /// Its content, `alias` and `version` included.
    pub body: Body<'s>,
}

/// An entry of `required_providers`.
#[derive(Clone, Debug, Default)]
pub struct ProviderRequirement {
    /// `source`, such as `hashicorp/aws`; where it is not given, `hashicorp/<local name>`.
    pub source: Str,
    /// `version`, as written.
    pub constraint: Option<Str>,
    /// The version of the dependency lock file beside the module; for what a root module's lock file says of all
    /// providers see [`Root::locked`].
    pub locked: Option<Str>,
    /// Where it is written.
    pub span: Option<Span>,
    /// `configuration_aliases`: the aliases.
    pub aliases: Vec<Str>,
}

/// `check "name" { … }`
#[derive(Clone, Debug)]
pub struct Check<'s> {
    /// The name.
    pub name: &'s str,
    /// The block's header.
    pub span: Span,
    /// `assert`
    pub asserts: Vec<Validation<'s>>,
}

/// `backend "kind" { … }` or `cloud { … }`
#[derive(Clone, Debug)]
pub struct Backend<'s> {
    /// The kind of backend; `cloud` for a `cloud` block.
    pub kind: &'s str,
    /// The block's header.
    pub span: Span,
    /// Its content.
    pub body: syntax::Body<'s>,
}

/// `moved { … }`
#[derive(Clone, Copy, Debug)]
pub struct Moved<'s> {
    /// The block's header.
    pub span: Span,
    /// `from`
    pub from: syntax::Expr<'s>,
    /// `to`
    pub to: syntax::Expr<'s>,
}

/// `import { … }`
#[derive(Clone, Copy, Debug)]
pub struct Import<'s> {
    /// The block's header.
    pub span: Span,
    /// `to`
    pub to: syntax::Expr<'s>,
    /// `id`
    pub id: syntax::Expr<'s>,
    /// `for_each`
    pub for_each: Option<syntax::Expr<'s>>,
    /// `provider`: local name and alias, and where it is written.
    pub provider: Option<((&'s str, Option<&'s str>), Span)>,
}

/// `removed { … }`
#[derive(Clone, Copy, Debug)]
pub struct Removed<'s> {
    /// The block's header.
    pub span: Span,
    /// `from`
    pub from: syntax::Expr<'s>,
    /// Whether the object is destroyed, not only forgotten: `destroy`, true unless it is said otherwise.
    pub destroy: bool,
}
