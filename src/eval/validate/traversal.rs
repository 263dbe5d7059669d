//! Whether a resource has what is asked of it.

use crate::addrs::Mode;
use crate::config::Resource;
use crate::lang::{Error, ErrorKind, Result};
use crate::schema::{Block, Nesting, ResourceType};
use crate::syntax::{AccessStep, ExprKind, Ident};
use crate::value::Type;

use super::Validator;

impl Validator<'_, '_> {
    /// What is certainly known of a type: nothing, where attributes may be missing in what is known of it.
    pub(super) fn certain(&self, resource: &Resource<'_>) -> Option<std::sync::Arc<ResourceType>> {
        if resource.mode == Mode::Ephemeral {
            return None;
        }
        let version = self.world.provider_of(self.module, resource).1;
        let schema = self.world.registry.resource(resource.mode, resource.ty, version.as_deref())?;
        Some(schema).filter(|schema| !schema.partial())
    }

    /// Whether another version that may be meant has an argument, attribute or block of a name that this one has not.
    pub(super) fn may_have(&self, resource: &Resource<'_>, name: &str) -> bool {
        let versioned = self.world.provider_of(self.module, resource).1.is_some();
        let Some(schema) = self.certain(resource).filter(|_| !versioned) else { return false };
        if schema.block.attribute(name).is_some() || schema.block.block(name).is_some() {
            return false;
        }
        schema.provider.versions.iter().any(|version| {
            let one = self.world.registry.resource(resource.mode, resource.ty, Some(version.number));
            one.is_some_and(|one| one.block.attribute(name).is_some() || one.block.block(name).is_some())
        })
    }

    /// The attributes whose changes are ignored must be there.
    pub(super) fn ignored(&self, resource: &Resource<'_>) {
        for block in resource.body.blocks_of("lifecycle", 0) {
            let Some(attribute) = block.body().attribute("ignore_changes") else { continue };
            let ExprKind::Tuple(items) = attribute.expr().kind() else { continue };
            for item in items.iter() {
                let steps = match item.kind() {
                    ExprKind::Variable(name) => vec![AccessStep::Attr(name)],
                    ExprKind::Access(access) => match access.base.kind() {
                        ExprKind::Variable(name) => {
                            std::iter::once(AccessStep::Attr(name)).chain(access.steps.iter()).collect()
                        }
                        _ => continue,
                    },
                    _ => continue,
                };
                if let Err(error) = self.attribute_of(resource, &steps) {
                    self.world.failed(&error);
                }
            }
        }
    }

    /// The steps behind the name of an instance.
    pub(super) fn attribute_of(&self, resource: &Resource<'_>, steps: &[AccessStep<'_>]) -> Result<()> {
        let Some(schema) = self.certain(resource) else { return Ok(()) };
        match steps.first() {
            Some(AccessStep::Attr(name)) if self.may_have(resource, name.name) => Ok(()),
            _ => of_block(&schema.block, steps),
        }
    }
}

fn of_block(block: &Block, steps: &[AccessStep<'_>]) -> Result<()> {
    let Some(AccessStep::Attr(name)) = steps.first() else { return Ok(()) };
    let rest = &steps[1..];
    if let Some(attribute) = block.attribute(name.name) {
        return of_type(&attribute.ty, rest);
    }
    let Some(nested) = block.block(name.name) else {
        return Err(missing(*name, block.attributes.iter().map(|(name, _)| name.as_str())));
    };
    match (nested.nesting, rest.first()) {
        (Nesting::Single | Nesting::Group, _) => of_block(&nested.block, rest),
        (Nesting::List | Nesting::Set, Some(AccessStep::Attr(name))) => Err(missing(*name, [])),
        (Nesting::Set, Some(AccessStep::Index(_, span) | AccessStep::LegacyIndex(_, span))) => {
            Err(Error::other(*span, "the elements of a set have no index"))
        }
        (Nesting::List | Nesting::Map, Some(AccessStep::Index(..) | AccessStep::LegacyIndex(..))) => {
            of_block(&nested.block, &rest[1..])
        }
        _ => Ok(()),
    }
}

fn of_type(ty: &Type, steps: &[AccessStep<'_>]) -> Result<()> {
    let rest = steps.get(1..).unwrap_or_default();
    match (ty, steps.first()) {
        (Type::Object(attributes), Some(AccessStep::Attr(name))) => match ty.attribute(name.name) {
            Some(ty) => of_type(ty, rest),
            None => Err(missing(*name, attributes.iter().map(|(name, _)| name.as_str()))),
        },
        (Type::Bool | Type::Number | Type::String | Type::List(_) | Type::Set(_), Some(AccessStep::Attr(name))) => {
            Err(missing(*name, []))
        }
        (Type::Set(_), Some(AccessStep::Index(_, span))) => {
            Err(Error::other(*span, "the elements of a set have no index"))
        }
        (Type::List(element), Some(AccessStep::Index(..) | AccessStep::LegacyIndex(..))) => of_type(element, rest),
        (Type::Map(element), Some(AccessStep::Index(..) | AccessStep::Attr(_))) => of_type(element, rest),
        _ => Ok(()),
    }
}

fn missing<'n>(name: Ident<'_>, known: impl IntoIterator<Item = &'n str>) -> Error {
    let near = crate::diag::nearest(name.name, known).map(str::to_owned);
    Error::new(name.span, ErrorKind::Undeclared(format!("the attribute `{}`", name.name), near))
}
