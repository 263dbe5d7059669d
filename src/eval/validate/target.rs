//! What `moved`, `removed` and `import` blocks name, and whether it is declared.

use crate::addrs::{InstanceKey, Mode};
use crate::config::{Call, Module, Resource, Source};
use crate::source::Span;
use crate::syntax::{AccessStep, Expr, ExprKind};

use super::super::resource::ResourceKey;
use super::super::world::World;

/// An address as those blocks have it. A key that is no literal is [`InstanceKey::Any`].
#[derive(Clone, PartialEq, Eq)]
pub(in super::super) struct Target<'s> {
    /// The calls that lead to the module of the resource, or to the module that is meant.
    pub modules: Vec<(&'s str, InstanceKey)>,
    /// Mode, type, name and key of a resource.
    pub resource: Option<(Mode, &'s str, &'s str, InstanceKey)>,
}

impl<'s> Target<'s> {
    /// What an expression names, which is of the form that such blocks require.
    pub fn of(expr: Expr<'s>) -> Option<Self> {
        Self::with_keys(expr, &mut literal)
    }

    /// The same, with keys that something else reads.
    pub fn with_keys(expr: Expr<'s>, key_of: &mut dyn FnMut(Expr<'s>) -> InstanceKey) -> Option<Self> {
        let ExprKind::Access(access) = expr.kind() else { return None };
        let ExprKind::Variable(root) = access.base.kind() else { return None };
        // Names, each with the key behind it.
        let mut parts = vec![(root.name, InstanceKey::None)];
        for step in access.steps.iter() {
            let key = match step {
                AccessStep::Attr(name) => {
                    parts.push((name.name, InstanceKey::None));
                    continue;
                }
                AccessStep::Index(key, _) => key_of(key),
                AccessStep::LegacyIndex(index, _) => InstanceKey::Int(index),
                AccessStep::AttrSplat(_) | AccessStep::FullSplat(_) => return None,
            };
            parts.last_mut()?.1 = key;
        }
        let mut parts = parts.into_iter().peekable();
        let mut modules = Vec::new();
        while parts.next_if(|part| part.0 == "module").is_some() {
            modules.push(parts.next()?);
        }
        let mode = match parts.peek() {
            None => return Some(Target { modules, resource: None }),
            Some(("data", _)) => Mode::Data,
            Some(("ephemeral", _)) => Mode::Ephemeral,
            Some(_) => Mode::Managed,
        };
        if mode != Mode::Managed || parts.peek().is_some_and(|part| part.0 == "resource") {
            parts.next();
        }
        let ((ty, _), (name, key)) = (parts.next()?, parts.next()?);
        Some(Target { modules, resource: Some((mode, ty, name, key)) })
    }

    /// The key of the last thing that is named.
    pub fn key(&self) -> &InstanceKey {
        match (&self.resource, self.modules.last()) {
            (Some((.., key)), _) | (None, Some((_, key))) => key,
            (None, None) => &InstanceKey::None,
        }
    }
}

fn literal(key: Expr<'_>) -> InstanceKey {
    match key.kind() {
        ExprKind::Number(text) => text.parse().map_or(InstanceKey::Any, InstanceKey::Int),
        _ => key.literal_text().map_or(InstanceKey::Any, |text| InstanceKey::Str(text.as_ref().into())),
    }
}

/// What an address leads to.
pub(in super::super) enum Declared<'c> {
    Resource(&'c Resource<'c>),
    Call(&'c Call<'c>),
    /// In a module that is not at hand.
    Unknown,
    Missing,
}

impl Declared<'_> {
    pub fn span(&self) -> Option<Span> {
        match self {
            Declared::Resource(resource) => Some(resource.span),
            Declared::Call(call) => Some(call.span),
            Declared::Unknown | Declared::Missing => None,
        }
    }

    /// Whether it has `count`, and whether it has `for_each`.
    pub fn repeated(&self) -> (bool, bool) {
        match self {
            Declared::Resource(resource) => (resource.count.is_some(), resource.for_each.is_some()),
            Declared::Call(call) => (call.count.is_some(), call.for_each.is_some()),
            Declared::Unknown | Declared::Missing => (false, false),
        }
    }
}

impl<'c> World<'c> {
    /// What an address that stands in `module` leads to.
    pub(in super::super) fn declared_at(&self, mut module: &'c Module<'c>, target: &Target<'_>) -> Declared<'c> {
        let missing = |module: &Module<'_>| match module.damage.is_empty() {
            true => Declared::Missing,
            false => Declared::Unknown,
        };
        for (at, (name, _)) in target.modules.iter().enumerate() {
            let Some(call) = module.calls.get(*name) else { return missing(module) };
            if at + 1 == target.modules.len() && target.resource.is_none() {
                return Declared::Call(call);
            }
            let Source::Found(id, _) = &call.source else { return Declared::Unknown };
            module = self.config.module(*id);
        }
        let Some((mode, ty, name, _)) = &target.resource else { return Declared::Unknown };
        match module.resources.get(&ResourceKey(*mode, ty, name)) {
            Some(resource) => Declared::Resource(resource),
            None => missing(module),
        }
    }
}
