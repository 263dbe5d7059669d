//! Resources: references to them, and their attributes.

use std::rc::Rc;
use std::sync::Arc;

use crate::addrs::{self, InstanceKey, Mode, ResourceInstance, Str};
use crate::config::{Module, Resource};
use crate::lang::{Error, ErrorKind, Evaluator, Reference, Result};
use crate::plan::Existence;
use crate::schema::ResourceType;
use crate::source::Span;
use crate::syntax::AccessStep;
use crate::value::{CauseKind, Causes, Fields, Object, Shape, Type, Value, convert};

use super::attribute::named;
use super::blocks::{self, Site, Taker};
use super::complete::Computed;
use super::found;
use super::instance::{Each, Expansion, Kind, Member, ModuleInstance};
use super::module::{known_key, no_instance, selected};
use super::names::{Names, gathered, undeclared};
use super::unset::unset;
use super::variable::damage_causes;
use super::world::World;

/// Units of work of an instance where all of them are referred to.
const GATHERED: u64 = 16;

/// Mode, type and name of a resource, to look one up by names that do not live as long as the configuration.
#[derive(Hash)]
pub(super) struct ResourceKey<'k>(pub Mode, pub &'k str, pub &'k str);

impl indexmap::Equivalent<(Mode, &str, &str)> for ResourceKey<'_> {
    fn equivalent(&self, key: &(Mode, &str, &str)) -> bool {
        (self.0, self.1, self.2) == *key
    }
}

/// One instance of a resource, to be evaluated.
#[derive(Clone, Copy)]
pub(super) struct Subject<'w, 'c> {
    pub module: &'w ModuleInstance<'c>,
    pub at: usize,
    pub resource: &'c Resource<'c>,
    pub key: &'w InstanceKey,
    pub each: &'w Each,
}

impl<'c> World<'c> {
    /// The instances of a resource, made when first asked for.
    pub(super) fn expansion(
        &self,
        module: &ModuleInstance<'c>,
        at: usize,
        resource: &'c Resource<'c>,
        span: Span,
    ) -> Result<Rc<Expansion>> {
        if let Some(expansion) = module.expansions[at].get() {
            return Ok(expansion.clone());
        }
        let identity = std::ptr::from_ref(resource).cast::<()>();
        if module.expanding.borrow().contains(&identity) {
            return Err(Error::new(span, ErrorKind::Cycle(format!("{}.{}", resource.ty, resource.name))));
        }
        module.expanding.borrow_mut().push(identity);
        let expansion = self.expand(module, resource.count, resource.for_each, &resource.body);
        module.expanding.borrow_mut().pop();
        Ok(module.expansions[at].get_or_init(|| expansion).clone())
    }

    /// What is known of the type of a resource, in the version that the module asks for.
    pub(super) fn schema(
        &self,
        module: &ModuleInstance<'c>,
        at: usize,
        resource: &Resource<'_>,
    ) -> Option<Arc<ResourceType>> {
        module.schemas[at]
            .get_or_init(|| {
                let version = self.provider_of(module.module, resource).1;
                self.registry.resource(resource.mode, resource.ty, version.as_deref())
            })
            .clone()
    }

    /// The provider's type name and the version or constraint that is known of it.
    pub(super) fn provider_of(&self, module: &Module<'_>, resource: &Resource<'_>) -> (Str, Option<Str>) {
        let prefix = resource.ty.split('_').next().unwrap_or(resource.ty);
        let local = resource.provider.map_or(prefix, |(name, _)| name);
        let requirement = module.requirements.get(local);
        let source = requirement.map(|requirement| requirement.source.clone()).filter(|source| !source.is_empty());
        let source = source.unwrap_or_else(|| format!("hashicorp/{local}").into());
        let name = source.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(local);
        (name.into(), self.demand(&source))
    }

    /// `type.name…`, `data.type.name…`; `names` steps (with the root) name the resource.
    pub(super) fn resource_reference(
        &self,
        module: &ModuleInstance<'c>,
        key: (Mode, &str, &str),
        names: usize,
        reference: Reference<'_, '_>,
        evaluator: &Evaluator<'_>,
    ) -> Result<(Value, usize)> {
        let (mode, ty, name) = key;
        let found = module.module.resources.get_full(&ResourceKey(mode, ty, name));
        let Some((at, _, resource)) = found else {
            if let Some(damage) = module.module.damage.first() {
                return Ok((super::variable::damaged(*damage), names));
            }
            let what = if mode == Mode::Data { format!("data.{ty}") } else { ty.to_owned() };
            let known = module.module.resources.keys().filter(|k| k.0 == mode && k.1 == ty).map(|k| k.2);
            return Err(undeclared(&what, name, known, reference.span));
        };
        let expansion = self.expansion(module, at, resource, reference.span)?;
        if self.options.unset {
            let schema = self.schema(module, at, resource).filter(|schema| schema.provider.is_builtin());
            let single = schema.filter(|_| expansion.kind == Kind::Single);
            let instance = single.map_or(Type::Dynamic, |schema| schema.block.implied_type());
            // The steps are looked at where there is one instance; of the value Terraform says nothing, not even its type.
            let steps = reference.steps.get(names..).unwrap_or_default();
            evaluator.steps(unset(instance, Kind::Single, reference.span), steps, reference.span)?;
            return Ok((Value::unknown(Type::Dynamic, super::unset::validating(reference.span)), names));
        }
        let (key, taken) = match (expansion.kind, reference.steps.get(names)) {
            (Kind::Single, _) => (Some(InstanceKey::None), names),
            (_, Some(AccessStep::Index(index, _))) => match known_key(&evaluator.eval(*index)?, expansion.kind) {
                Some(key) => (Some(key), names + 1),
                None => (None, names),
            },
            (_, Some(AccessStep::LegacyIndex(index, _))) => (Some(InstanceKey::Int(*index)), names + 1),
            _ => (None, names),
        };
        let Some(key) = key else {
            self.session.spend(GATHERED * expansion.members.len() as u64, reference.span)?;
            let whole = selected(&expansion, |keys| {
                let items: Result<Vec<_>> = keys
                    .iter()
                    .map(|key| Ok((key.clone(), self.whole(module, at, resource, &expansion, key, reference.span)?)))
                    .collect();
                Ok(gathered(expansion.kind == Kind::ForEach, items?))
            })?;
            return Ok((whole, names));
        };
        let member = expansion.member(&key).or_else(|| expansion.stand_in());
        let Some(member) = member else { return Err(no_instance(&key, reference.span)) };
        if !matches!(member.existence, Existence::Certain) {
            evaluator.doubtful();
        }
        match reference.steps.get(taken) {
            Some(AccessStep::Attr(attribute)) => {
                let subject = Subject { module, at, resource, key: &key, each: &member.each };
                Ok((self.attribute(subject, attribute.name, attribute.span)?, taken + 1))
            }
            _ => Ok((self.whole(module, at, resource, &expansion, &key, reference.span)?, taken)),
        }
    }

    /// All attributes of one instance, evaluated once.
    fn whole(
        &self,
        module: &ModuleInstance<'c>,
        at: usize,
        resource: &'c Resource<'c>,
        expansion: &Expansion,
        key: &InstanceKey,
        span: Span,
    ) -> Result<Value> {
        let Some(member) = expansion.member(key).or_else(|| expansion.stand_in()) else {
            return Err(no_instance(key, span));
        };
        let subject = Subject { module, at, resource, key, each: &member.each };
        let written = self.attributes(subject);
        if self.options.lang.as_terraform { self.complete(subject, written, span) } else { Ok(written) }
    }

    /// An instance as Terraform shows it: an object with all attributes of its type, and no others.
    fn complete(&self, subject: Subject<'_, 'c>, written: Value, span: Span) -> Result<Value> {
        let schema = self.schema(subject.module, subject.at, subject.resource);
        let (Some(schema), Value::Object(object)) = (schema, &written) else { return Ok(written) };
        if matches!(object.shape, Shape::Instance(_, Some(_))) {
            return Ok(written);
        }
        let mut fields = Fields::new();
        for (name, _) in &schema.block.attributes {
            let value = match object.fields.get(name).filter(|value| !value.is_null()) {
                Some(value) => value.clone(),
                None => self.attribute(subject, name, span)?,
            };
            fields.insert(name.clone(), value);
        }
        for (name, nested) in &schema.block.blocks {
            fields.insert(name.clone(), object.fields.get(name).cloned().unwrap_or_else(|| found::none(nested)));
        }
        Ok(Value::object(fields))
    }

    /// The attributes that are written for an instance, as an object; evaluated once.
    pub(super) fn attributes(&self, subject: Subject<'_, 'c>) -> Value {
        let slot = (subject.at, subject.key.clone());
        if let Some(value) = subject.module.whole.borrow().get(&slot) {
            return value.clone();
        }
        let address = Arc::new(self.address(subject));
        let schema = self.schema(subject.module, subject.at, subject.resource);
        let names = Names::new(self, subject.module, subject.each);
        let evaluator = Evaluator::new(&names, &self.session);
        // A reference to the resource within itself finds what is not evaluated yet as unknown.
        let circle = Causes::one(CauseKind::Computed, address.to_string(), Some(subject.resource.span));
        subject.module.whole.borrow_mut().insert(slot.clone(), Value::unknown(Type::Dynamic, circle));
        let block = schema.as_deref().map(|schema| &schema.block);
        let builtin = schema.as_deref().is_some_and(|schema| schema.provider.is_builtin());
        let taker = if builtin { Taker::Builtin } else { Taker::Provider };
        let site = Site::new(taker, Resource::META, subject.resource.span);
        let content = || blocks::content(self, &evaluator, &subject.resource.body, block, site);
        let fields = self.session.isolated(|| self.session.apart(content));
        let mut fields: Fields = fields
            .iter()
            .map(|(name, value)| (name.clone(), named(self.registry, value.clone(), &address, name)))
            .collect();
        if self.computes(subject) {
            self.computed_data(subject, &mut fields);
        }
        let damage = subject.resource.body.damage().map(damage_causes);
        let value = match schema.as_deref().filter(|_| self.options.strict) {
            Some(schema) => {
                let computed = Computed { address: &address, registry: self.registry, forgets: !builtin, prior: None };
                self.planned(subject, &fields, schema, &computed)
            }
            None => {
                self.planned_unseen(&address);
                Value::Object(Arc::new(Object { fields, shape: Shape::Instance(address, damage) }))
            }
        };
        subject.module.whole.borrow_mut().insert(slot, value.clone());
        value
    }

    /// The address of an instance.
    pub(super) fn address(&self, subject: Subject<'_, 'c>) -> ResourceInstance {
        ResourceInstance {
            module: subject.module.address.clone(),
            resource: addrs::Resource {
                mode: subject.resource.mode,
                ty: subject.resource.ty.into(),
                name: subject.resource.name.into(),
            },
            key: subject.key.clone(),
        }
    }
}

/// A value brought to the type of its argument.
pub(super) fn typed(world: &World<'_>, value: Value, ty: &Type, span: Span) -> Value {
    match convert(value, ty) {
        Ok(value) => value,
        Err(error) => world.failed(&Error::other(span, format!("this argument has the wrong type: {error}"))),
    }
}

/// A member of an expansion with its key, for those that go through all of them.
pub(super) fn members(expansion: &Expansion) -> impl Iterator<Item = &Member> {
    expansion.members.iter()
}
