//! A policy file, decoded.

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::source::Span;
use crate::syntax::Expr;

use super::Enforcement;

/// What a first label names: exact, or with `*` for any run of characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern {
    text: Str,
    wild: bool,
}

impl Pattern {
    /// A pattern as it is written.
    pub fn new(text: impl Into<Str>) -> Self {
        let text = text.into();
        Pattern { wild: text.contains('*'), text }
    }

    /// The name it stands for, if it stands for one alone.
    pub fn exact(&self) -> Option<&Str> {
        (!self.wild).then_some(&self.text)
    }

    /// As it is written.
    pub fn text(&self) -> &Str {
        &self.text
    }

    /// Whether a name matches, letter for letter.
    pub fn matches(&self, name: &str) -> bool {
        if !self.wild {
            return self.text == name;
        }
        let mut parts = self.text.split('*');
        let Some(mut rest) = name.strip_prefix(parts.next().unwrap_or("")) else { return false };
        let mut parts: Vec<&str> = parts.collect();
        let last = parts.pop().unwrap_or("");
        for part in parts {
            match rest.find(part) {
                Some(at) => rest = &rest[at + part.len()..],
                None => return false,
            }
        }
        rest.ends_with(last)
    }
}

/// Which objects a block judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// `resource_policy`
    Resource,
    /// `module_policy`
    Module,
    /// `provider_policy`
    Provider,
}

impl BlockKind {
    /// The block's type.
    pub fn keyword(self) -> &'static str {
        match self {
            BlockKind::Resource => "resource_policy",
            BlockKind::Module => "module_policy",
            BlockKind::Provider => "provider_policy",
        }
    }
}

/// `resource_policy`, `module_policy` or `provider_policy`.
#[derive(Clone, Debug)]
pub struct Block<'p> {
    /// Which objects it judges.
    pub kind: BlockKind,
    /// Their types or sources.
    pub target: Pattern,
    /// The second label.
    pub name: Str,
    /// The header.
    pub span: Span,
    /// `enforcement_level`
    pub level: Option<Expr<'p>>,
    /// `filter`
    pub filter: Option<Expr<'p>>,
    /// `operations`, if it is written.
    pub operations: Option<Vec<Str>>,
    /// `locals`
    pub locals: IndexMap<&'p str, Expr<'p>>,
    /// `enforce`
    pub enforces: Vec<Enforce<'p>>,
    /// Whether it mentions `prior_attrs`.
    pub prior: bool,
}

impl Block<'_> {
    /// As a sidecar's `applies_to` names it: `resource_policy.aws_s3_bucket.sse`.
    pub fn address(&self) -> String {
        format!("{}.{}.{}", self.kind.keyword(), self.target.text(), self.name)
    }
}

/// `enforce`
#[derive(Clone, Copy, Debug)]
pub struct Enforce<'p> {
    /// The header.
    pub span: Span,
    /// `condition`
    pub condition: Expr<'p>,
    /// `error_message`
    pub error_message: Option<Expr<'p>>,
    /// `info_message`
    pub info_message: Option<Expr<'p>>,
}

/// `input`
#[derive(Clone, Copy, Debug)]
pub struct Input<'p> {
    /// The header.
    pub span: Span,
    /// `type`
    pub ty: Option<Expr<'p>>,
    /// `default`
    pub default: Option<Expr<'p>>,
    /// `nullable`, false unless it is said otherwise.
    pub nullable: bool,
    /// `sensitive`
    pub sensitive: bool,
}

/// A policy file.
#[derive(Clone, Debug)]
pub struct File<'p> {
    /// The name without `.policy.hcl`.
    pub stem: Str,
    /// Where it is, as shown.
    pub path: Str,
    /// The directory: files of one directory share their inputs and locals.
    pub dir: Str,
    /// Default level of its blocks.
    pub level: Option<Enforcement>,
    /// Whether it says which providers it is written for.
    pub required_providers: bool,
    /// `input`
    pub inputs: IndexMap<&'p str, Input<'p>>,
    /// Top-level `locals`
    pub locals: IndexMap<&'p str, Expr<'p>>,
    /// Its policy blocks, in order.
    pub blocks: Vec<Block<'p>>,
    /// First place of the file.
    pub span: Span,
}
