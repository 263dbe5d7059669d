//! Resource instances: those that would exist, and those that would be there no more.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::addrs::{Mode, ResourceInstance};
use crate::plan::{Action, Existence, Instance};
use crate::value::{Fields, Object, Shape, Value};

use super::file::Change;
use super::providers::type_name;
use super::reading::{Reading, Subject};
use super::values::Part;

/// What `resource_changes` says of an instance.
pub(super) struct Entry {
    pub address: Arc<ResourceInstance>,
    /// The provider's source address; empty if the file does not say.
    pub provider: String,
    pub change: Change,
    pub actions: Vec<Action>,
}

/// The instances of a plan, by address.
pub(super) fn instances<'j>(reading: &mut Reading<'j>, entries: &'j [Entry]) -> Vec<Instance> {
    let mut positions = Vec::with_capacity(entries.len());
    for entry in entries {
        let block = reading.block(&entry.address);
        let key = block.as_ref().and_then(|(_, resource)| resource.provider_config_key.as_deref());
        let version = reading.constraint(key, &entry.provider);
        let exists = entry.actions.iter().any(|action| *action != Action::Delete);
        positions.push((version.clone(), exists.then_some(reading.subjects.len())));
        if !exists {
            continue;
        }
        reading.note_module(&entry.address.module);
        reading.index.insert(entry.address.as_ref().clone(), reading.subjects.len());
        let ty = &entry.address.resource.ty;
        let (scope, resource) = block.unzip();
        reading.subjects.push(Subject {
            address: entry.address.clone(),
            after: &entry.change.after,
            unknown: &entry.change.after_unknown,
            sensitive: &entry.change.after_sensitive,
            schema: reading.registry.resource(Mode::Managed, ty, version.as_deref()),
            scope,
            expressions: resource.map(|resource| &resource.expressions),
        });
    }
    let mut instances = Vec::new();
    for (entry, (version, at)) in entries.iter().zip(positions) {
        let prior = prior(reading, entry, version.as_deref());
        let provider = match entry.provider.as_str() {
            "" => entry.address.resource.ty.split('_').next().unwrap_or_default().into(),
            full_name => type_name(full_name),
        };
        for action in &entry.actions {
            instances.push(Instance {
                address: entry.address.as_ref().clone(),
                attrs: match (action, at) {
                    (Action::Delete, _) | (_, None) => nothing(),
                    (_, Some(at)) => reading.attributes(at),
                },
                prior: prior.clone(),
                past: None,
                action: *action,
                existence: Existence::Certain,
                provider: provider.clone(),
                provider_version: version.clone(),
                span: None,
            });
        }
    }
    instances.sort_by(|a, b| a.address.cmp(&b.address));
    instances
}

/// The attributes of what is there no more: each reads as null.
fn nothing() -> Value {
    Value::Object(Arc::new(Object { fields: Fields::new(), shape: Shape::Block(None) }))
}

/// The attributes before the change.
fn prior(reading: &Reading<'_>, entry: &Entry, version: Option<&str>) -> Option<Value> {
    let before = Part { json: &entry.change.before, unknown: &Json::Null, sensitive: &entry.change.before_sensitive };
    if before.json.is_null() {
        return None;
    }
    let schema = reading.registry.resource(Mode::Managed, &entry.address.resource.ty, version);
    Some(reading.prior(&entry.address, before, schema.as_deref()))
}
