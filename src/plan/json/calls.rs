//! Module calls and their instances.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::addrs::{InstanceKey, ModuleInstance, Str};
use crate::plan::{Existence, ModuleCall};
use crate::schema::Constraint;
use crate::value::json::from_json;
use crate::value::{CauseKind, Causes, Type, Unknown, Value};

use super::expressions::Likeness;
use super::file::{Call, Module};
use super::reading::Reading;
use super::references::Thing;
use super::tree::{NodeId, Scope, Tree};

/// More instances of one call than this are not listed one by one.
const MAX_INSTANCES: u64 = 10_000;

impl<'j> Reading<'j> {
    /// The instances of all module calls.
    pub fn calls(&self) -> Vec<ModuleCall> {
        let mut calls = Vec::new();
        if let Some(tree) = &self.tree {
            let mut open = vec![(ModuleInstance::root(), Tree::ROOT, Existence::Certain)];
            while let Some((module, node, existence)) = open.pop() {
                self.calls_of(tree, &module, node, &existence, &mut calls, &mut open);
            }
        }
        calls
    }

    fn calls_of(
        &self,
        tree: &Tree<'j>,
        module: &ModuleInstance,
        node: NodeId,
        outer: &Existence,
        calls: &mut Vec<ModuleCall>,
        open: &mut Vec<(ModuleInstance, NodeId, Existence)>,
    ) {
        for (name, call) in &tree.node(node).module.module_calls {
            let Some(&child) = tree.node(node).children.get(name.as_str()) else { continue };
            let within = Scope { module: module.clone(), node, key: InstanceKey::None, for_each: None };
            for (key, existence) in self.keys(name, call, &within) {
                let existence = match (outer, existence) {
                    (Existence::Certain, own) => own,
                    (Existence::Maybe(causes), _) => Existence::Maybe(causes.clone()),
                };
                let scope = Scope { key: key.clone(), for_each: call.for_each_expression.as_ref(), ..within.clone() };
                let address = module.child(name.as_str().into(), key);
                calls.push(ModuleCall {
                    source: call.source.as_str().into(),
                    version: version(name, call),
                    attrs: self.written_block(&call.expressions, None, &scope, Likeness::Same, &address.to_string()),
                    existence: existence.clone(),
                    span: None,
                    address: address.clone(),
                });
                open.push((address, child, existence));
            }
        }
    }

    /// The instance keys of a call.
    fn keys(&self, name: &str, call: &'j Call, scope: &Scope<'j>) -> Vec<(InstanceKey, Existence)> {
        let Some(expression) = call.count_expression.as_ref().or(call.for_each_expression.as_ref()) else {
            return vec![(InstanceKey::None, Existence::Certain)];
        };
        // What would exist says which instances there are.
        let own = scope.module.steps().len();
        let seen: Vec<InstanceKey> = self
            .modules
            .iter()
            .filter(|module| {
                module.steps().len() == own + 1
                    && module.steps()[..own] == *scope.module.steps()
                    && module.steps()[own].name == name
            })
            .map(|module| module.steps()[own].key.clone())
            .collect();
        if !seen.is_empty() || certainly_holds(&call.module) {
            return seen.into_iter().map(|key| (key, Existence::Certain)).collect();
        }
        let value = match self.thing(expression, scope, 0) {
            Some(Thing::Constant(constant)) => Some(from_json(constant)),
            // `count = var.n` may be `var.n - 1`: only that there are none is read off a variable.
            Some(Thing::Variable(name)) => self.variables.get(&name).cloned().filter(is_empty),
            _ => None,
        };
        if let Some(keys) = value.as_ref().and_then(keys_of) {
            return keys.into_iter().map(|key| (key, Existence::Certain)).collect();
        }
        let causes = self.causes(expression, scope).unwrap_or_else(|| {
            let address = scope.module.child(name.into(), InstanceKey::None);
            Causes::one(CauseKind::Expansion, address.to_string(), None)
        });
        vec![(InstanceKey::Any, Existence::Maybe(causes))]
    }
}

fn is_empty(value: &Value) -> bool {
    keys_of(value).is_some_and(|keys| keys.is_empty())
}

/// The keys that a known `count` or `for_each` makes.
fn keys_of(value: &Value) -> Option<Vec<InstanceKey>> {
    let named = |names: Vec<&Str>| names.into_iter().cloned().map(InstanceKey::Str).collect();
    match value.bare() {
        Value::Number(number) => {
            let count = u64::try_from(number.to_i64()?).ok().filter(|count| *count <= MAX_INSTANCES)?;
            Some((0..count).map(InstanceKey::Int).collect())
        }
        Value::Object(object) => Some(named(object.fields.iter().map(|(name, _)| name).collect())),
        Value::Tuple(items) => items
            .iter()
            .map(|item| match item.bare() {
                Value::String(text) => Some(InstanceKey::Str(text.clone())),
                _ => None,
            })
            .collect(),
        _ => None,
    }
}

/// Whether every instance of a module has a resource: then there is no instance where no resource is.
fn certainly_holds(module: &Module) -> bool {
    let single = |count: &Option<Json>, for_each: &Option<Json>| count.is_none() && for_each.is_none();
    module
        .resources
        .iter()
        .any(|resource| resource.mode != "data" && single(&resource.count_expression, &resource.for_each_expression))
        || module
            .module_calls
            .values()
            .any(|call| single(&call.count_expression, &call.for_each_expression) && certainly_holds(&call.module))
}

/// An exact version that is written; unknown where it is a constraint, null where there is none.
fn version(name: &str, call: &Call) -> Value {
    let Some(text) = &call.version_constraint else { return Value::NULL };
    match Constraint::parse(text).as_ref().and_then(Constraint::exact) {
        Some(_) => Value::string(text.trim().trim_start_matches('=').trim()),
        None => {
            let causes = Causes::one(CauseKind::Module, format!("module.{name}.version"), None);
            Value::Unknown(Arc::new(Unknown::new(Type::String, causes).not_null()))
        }
    }
}
