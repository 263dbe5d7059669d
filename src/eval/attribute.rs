//! One attribute of an instance, and what one that is not written is.

use std::sync::Arc;

use crate::addrs::{Mode, Path, Referent, ResourceInstance, Step};
use crate::config::Resource;
use crate::lang::{Error, ErrorKind, Evaluator, Result};
use crate::schema::{Argument, Registry, ResourceType};
use crate::source::Span;
use crate::value::{CauseKind, Causes, Marks, Object, Shape, Type, Unknown, Value};

use super::blocks;
use super::body;
use super::found;
use super::names::Names;
use super::resource::Subject;
use super::world::World;

impl<'c> World<'c> {
    /// One attribute of an instance, without evaluating the others.
    pub(super) fn attribute(&self, subject: Subject<'_, 'c>, name: &str, span: Span) -> Result<Value> {
        let resource = subject.resource;
        let computes = resource.mode == Mode::Data && !self.options.strict;
        if computes && self.registry.data_source_expressions(resource.ty).is_some() {
            let whole = self.attributes(subject);
            if let Value::Object(object) = &whole
                && let Some(value) = object.fields.get(name)
            {
                return Ok(value.clone());
            }
        }
        let schema = self.schema(subject.module, subject.at, resource);
        if self.options.strict && schema.is_some() {
            return match self.attributes(subject).bare() {
                Value::Object(object) => {
                    let versioned = self.provider_of(subject.module.module, resource).1.is_some();
                    let open = !versioned || schema.as_deref().is_some_and(ResourceType::partial);
                    let any = || {
                        let unknown = computed(&Arc::new(self.address(subject)), name, name, Type::Dynamic, Some(span));
                        open.then(|| Value::from(unknown))
                    };
                    let value = object.fields.get(name).cloned().or_else(any);
                    value.ok_or_else(|| Error::new(span, ErrorKind::NoAttribute(name.into())))
                }
                _ => Err(Error::new(span, ErrorKind::Cycle(self.address(subject).to_string()))),
            };
        }
        let block = schema.as_deref().map(|schema| &schema.block);
        if !Resource::META.contains(&name)
            && let Some(written) = resource.body.attribute(name)
        {
            let names = Names::new(self, subject.module, subject.each);
            let evaluator = Evaluator::new(&names, &self.session);
            let value = self.session.isolated(|| {
                blocks::argument(self, &evaluator, written, block.and_then(|block| block.attribute(name)))
            });
            if !value.is_null() {
                return Ok(match value.is_unknown() {
                    true => named(self.registry, value, &Arc::new(self.address(subject)), name),
                    false => value,
                });
            }
        } else if block.is_none_or(|block| block.block(name).is_some() || block.attribute(name).is_some())
            && body::blocks(&resource.body).iter().any(|block| body::block_type(*block) == name)
        {
            let whole = self.attributes(subject);
            if let Value::Object(object) = &whole
                && let Some(value) = object.fields.get(name)
            {
                return Ok(value.clone());
            }
        }
        let address = Arc::new(self.address(subject));
        let damage = resource.body.damage().filter(|_| !only_computed(schema.as_deref(), name));
        if self.options.aliases
            && let Some(alias) = self.registry.alias(resource.ty, name)
            && alias.unless.is_none_or(|argument| resource.body.attribute(argument).is_none())
            && resource.body.attribute(alias.attribute).is_some()
        {
            return self.attribute(subject, alias.attribute, span);
        }
        if let Some(damage) = damage {
            return Ok(super::variable::damaged(damage));
        }
        // Without a version any that is known may be meant.
        let versioned = self.provider_of(subject.module.module, resource).1.is_some()
            || schema.as_deref().is_some_and(|schema| schema.provider.is_builtin());
        let argument = |name: &str| match resource.body.attribute(name) {
            Some(_) => self.attribute(subject, name, span).ok(),
            None => Some(Value::NULL),
        };
        let value = self.unset(&address, schema.as_deref(), name, Some(span), versioned, &argument);
        if let Some(Value::Unknown(unknown)) = &value
            && unknown.ty == Type::Dynamic
            && let Some(alias) = self.registry.alias(resource.ty, name).filter(|alias| alias.unless.is_none())
            && resource.body.attribute(alias.attribute).is_some()
        {
            // Not known before apply, but of the type of what it will be.
            let ty = self.attribute(subject, alias.attribute, span)?.ty();
            return Ok(Unknown { ty, ..unknown.as_ref().clone() }.into());
        }
        value.ok_or_else(|| {
            let known = block.into_iter().flat_map(|block| &block.attributes).map(|(name, _)| name.as_str());
            let near = crate::diag::nearest(name, known).map(str::to_owned);
            let what = format!("the attribute `{name}` of `{}`", resource.ty);
            Error::new(span, ErrorKind::Undeclared(what, near))
        })
    }

    /// The value of an attribute that is not written: what the provider computes is unknown and stands for itself, all
    /// else is null. `None`: the type has no such attribute.
    fn unset(
        &self,
        address: &Arc<ResourceInstance>,
        schema: Option<&ResourceType>,
        name: &str,
        span: Option<Span>,
        versioned: bool,
        argument: Argument<'_>,
    ) -> Option<Value> {
        let alias = self.registry.alias(&address.resource.ty, name).filter(|_| self.options.aliases);
        let path_name = alias.filter(|alias| alias.unless.is_none()).map_or(name, |alias| alias.attribute);
        let data = address.resource.mode == Mode::Data;
        let attribute = schema.map(|schema| (schema, schema.block.attribute(name), schema.block.block(name)));
        let ty = match attribute {
            None => Type::Dynamic,
            Some((_, Some(attribute), _)) if attribute.computed || data => attribute.ty.clone(),
            Some((_, Some(attribute), _)) => return Some(Value::Null(attribute.ty.clone())),
            Some((_, None, Some(block))) if data => block.implied_type(),
            Some((_, None, Some(block))) => return Some(found::none(block)),
            Some((schema, None, None)) if !versioned || schema.partial() || !schema.version.covers => Type::Dynamic,
            Some(_) if name == "id" => Type::String,
            Some(_) => return None,
        };
        let sensitive = attribute.and_then(|(_, a, _)| a).is_some_and(|a| a.sensitive);
        let mut unknown = computed(address, path_name, name, ty, span);
        if !data {
            // What tells instances apart is there, is not empty, and may be known in part.
            let identity = self.registry.identity(&address.resource.ty, name).is_some();
            unknown.refinement.not_null |= identity;
            unknown.refinement.filled = identity && !self.options.strict;
            unknown.refinement.prefix = self.registry.prefix(&address.resource.ty, name).unwrap_or_default().into();
        }
        self.registry.refine(address, name, &mut unknown, argument);
        Some(Value::from(unknown).with_marks(Marks { sensitive, ..Marks::default() }))
    }

    /// What reading a name that an object of a configuration does not have gives inside a module.
    pub(super) fn missing_attribute(&self, object: &Object, name: &str) -> Option<Value> {
        match &object.shape {
            Shape::Closed => None,
            Shape::Block(Some(causes)) => Some(Value::unknown(Type::Dynamic, causes.clone())),
            Shape::Block(None) => Some(Value::NULL),
            Shape::Instance(address, damage) => {
                let schema = self.registry.resource(address.resource.mode, &address.resource.ty, None);
                if let Some(alias) = self.registry.alias(&address.resource.ty, name).filter(|_| self.options.aliases)
                    && alias.unless.is_none_or(|argument| object.fields.get(argument).is_none())
                    && let Some(value) = object.fields.get(alias.attribute)
                {
                    return Some(value.clone());
                }
                if let Some(causes) = damage.as_ref().filter(|_| !only_computed(schema.as_deref(), name)) {
                    return Some(Value::unknown(Type::Dynamic, causes.clone()));
                }
                let argument = |name: &str| Some(object.fields.get(name).cloned().unwrap_or(Value::NULL));
                self.unset(address, schema.as_deref(), name, None, false, &argument)
            }
        }
    }
}

/// Whether an attribute is one that only the provider sets, so that it cannot be in what could not be read.
fn only_computed(schema: Option<&ResourceType>, name: &str) -> bool {
    let attribute = schema.and_then(|schema| schema.block.attribute(name));
    attribute.is_some_and(|attribute| attribute.computed && !attribute.optional)
}

/// The value of an argument; one of which nothing is known stands for the argument, so that all who refer to it mean
/// the same.
pub(super) fn named(registry: &Registry, value: Value, address: &Arc<ResourceInstance>, name: &str) -> Value {
    let Value::Unknown(unknown) = value.bare() else { return value };
    let mut unknown = unknown.as_ref().clone();
    registry.refine(address, name, &mut unknown, &|_| None);
    if unknown.symbol.is_none() && unknown.parts.is_none() {
        unknown = unknown.symbol(Referent::Resource(address.clone()), vec![Step::Attr(name.into())]);
    }
    Value::Unknown(Arc::new(unknown)).with_marks(value.marks())
}

/// A value that is known only after apply: it stands for the attribute of the instance.
pub(super) fn computed(
    address: &Arc<ResourceInstance>,
    path_name: &str,
    name: &str,
    ty: Type,
    span: Option<Span>,
) -> Unknown {
    let kind = if address.resource.mode == Mode::Managed { CauseKind::Computed } else { CauseKind::Data };
    let shown = match kind {
        CauseKind::Data => address.to_string(),
        _ => format!("{address}.{name}"),
    };
    let path: Path = vec![Step::Attr(path_name.into())];
    let mut unknown =
        Unknown::new(ty, Causes::one(kind, shown, span)).symbol(Referent::Resource(address.clone()), path);
    // Only `id` is certainly there: other computed attributes may turn out to be null.
    unknown.refinement.not_null = name == "id";
    unknown
}
