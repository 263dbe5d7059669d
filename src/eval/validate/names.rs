//! Whether what an expression names is declared.

use crate::addrs::Mode;
use crate::config::{Resource, Source};
use crate::lang::{Error, ErrorKind, Result};
use crate::source::Span;
use crate::syntax::{AccessStep, Ident};

use super::super::names::undeclared;
use super::super::resource::ResourceKey;
use super::{Around, Validator};

fn attribute<'s>(step: Option<&AccessStep<'s>>) -> Option<Ident<'s>> {
    match step {
        Some(AccessStep::Attr(name)) => Some(*name),
        _ => None,
    }
}

impl Validator<'_, '_> {
    /// One name with the steps behind it.
    pub(super) fn name(&self, root: Ident<'_>, steps: &[AccessStep<'_>], around: &Around<'_>) -> Result<()> {
        if around.iterators.contains(&root.name) {
            return Ok(());
        }
        let first = attribute(steps.first());
        let declared = |known: bool, name: &str, all: Vec<&str>| match known {
            true => Ok(()),
            false => Err(undeclared(root.name, name, all, root.span)),
        };
        match (root.name, first.map(|name| name.name)) {
            ("count", part) => only(part == Some("index") && around.count, "count.index", "`count`", root.span),
            ("each", part) => {
                only(matches!(part, Some("key" | "value")) && around.each, "each", "`for_each`", root.span)
            }
            ("self", _) => only(around.itself, "self", "conditions and provisioners", root.span),
            ("path", Some(part)) => declared(matches!(part, "module" | "root" | "cwd"), part, Vec::new()),
            ("terraform" | "tofu", Some(part)) => {
                declared(matches!(part, "workspace" | "applying"), part, vec!["workspace"])
            }
            ("var", Some(name)) => {
                let all = &self.module.variables;
                declared(all.contains_key(name), name, all.keys().copied().collect())
            }
            ("local", Some(name)) if around.local == Some(name) => {
                Err(Error::other(root.span, format!("`local.{name}` refers to itself")))
            }
            ("local", Some(name)) => {
                let all = &self.module.locals;
                declared(all.contains_key(name), name, all.keys().copied().collect())
            }
            ("module", Some(name)) => {
                let all = &self.module.calls;
                declared(all.contains_key(name), name, all.keys().copied().collect())?;
                self.output(name, &steps[1..])
            }
            ("data" | "ephemeral" | "resource", Some(ty)) => {
                let mode = match root.name {
                    "data" => Mode::Data,
                    "ephemeral" => Mode::Ephemeral,
                    _ => Mode::Managed,
                };
                match attribute(steps.get(1)) {
                    Some(name) => self.resource_named((mode, ty, name.name), root, &steps[2..], around),
                    None => Err(incomplete(root)),
                }
            }
            (ty, Some(name)) => self.resource_named((Mode::Managed, ty, name), root, &steps[1..], around),
            (_, None) => Err(incomplete(root)),
        }
    }

    fn resource_named(
        &self,
        (mode, ty, name): (Mode, &str, &str),
        root: Ident<'_>,
        rest: &[AccessStep<'_>],
        around: &Around<'_>,
    ) -> Result<()> {
        let Some(resource) = self.module.resources.get(&ResourceKey(mode, ty, name)) else {
            let what = if mode == Mode::Data { format!("data.{ty}") } else { ty.to_owned() };
            let all = self.module.resources.keys().filter(|key| (key.0, key.1) == (mode, ty)).map(|key| key.2);
            return Err(undeclared(&what, name, all, root.span));
        };
        if around.own == Some((mode, ty, name)) {
            return Err(Error::other(root.span, format!("the configuration of `{ty}.{name}` refers to itself")));
        }
        if resource.check.is_some_and(|check| around.check != Some(check)) {
            return Err(Error::other(root.span, format!("`data.{ty}.{name}` is for the `check` block that it is in")));
        }
        if around.loose {
            return Ok(());
        }
        let rest = self.keyed(resource, root.span, rest)?;
        self.attribute_of(resource, rest)
    }

    /// Whether a resource is referred to with a key where it has instances, and without where it has not; the steps
    /// behind the key.
    fn keyed<'r, 's>(
        &self,
        resource: &Resource<'_>,
        span: Span,
        rest: &'r [AccessStep<'s>],
    ) -> Result<&'r [AccessStep<'s>]> {
        let many = resource.count.is_some() || resource.for_each.is_some();
        match (many, rest.first()) {
            (true, Some(AccessStep::Attr(_))) => {
                let by = if resource.count.is_some() { "count" } else { "for_each" };
                Err(Error::other(
                    span,
                    format!("`{}` has `{by}`, so one of its instances must be named", resource.name),
                ))
            }
            (true, Some(AccessStep::Index(..) | AccessStep::LegacyIndex(..))) => Ok(&rest[1..]),
            (false, Some(AccessStep::Index(..) | AccessStep::LegacyIndex(..))) => Err(Error::other(
                span,
                format!(
                    "`{}` has neither `count` nor `for_each`, so it has no instances to choose from",
                    resource.name
                ),
            )),
            (false, Some(AccessStep::Attr(_))) => Ok(rest),
            (_, None | Some(AccessStep::AttrSplat(_) | AccessStep::FullSplat(_))) => Ok(&[]),
        }
    }

    /// An output of a module call, as far as it is known which it has.
    fn output(&self, name: &str, rest: &[AccessStep<'_>]) -> Result<()> {
        let Some(call) = self.module.calls.get(name) else { return Ok(()) };
        let many = call.count.is_some() || call.for_each.is_some();
        let output = match (many, rest) {
            (false, [AccessStep::Attr(output), ..]) => output,
            (true, [AccessStep::Index(..) | AccessStep::LegacyIndex(..), AccessStep::Attr(output), ..]) => output,
            _ => return Ok(()),
        };
        let Source::Found(id, _) = &call.source else { return Ok(()) };
        let callee = self.world.config.module(*id);
        if call.remote || !callee.damage.is_empty() || callee.outputs.contains_key(output.name) {
            return Ok(());
        }
        Err(undeclared(&format!("module.{name}"), output.name, callee.outputs.keys().copied(), output.span))
    }
}

fn only(holds: bool, what: &str, place: &str, span: Span) -> Result<()> {
    match holds {
        true => Ok(()),
        false => Err(Error::other(span, format!("`{what}` is only there in a block that has {place}"))),
    }
}

/// A name that must have another behind it.
fn incomplete(root: Ident<'_>) -> Error {
    Error::new(root.span, ErrorKind::Undeclared(format!("`{}`", root.name), None))
}
