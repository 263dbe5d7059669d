//! What is known of a plan file while values are made of it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value as Json;

use crate::addrs::{ModuleInstance, Resource, ResourceInstance, Str};
use crate::schema::{Registry, ResourceType};
use crate::value::Value;

use super::file::Configuration;
use super::tree::{Scope, Tree};
use super::values::Part;
use super::written::Written;

/// The world of a plan file. Attributes are made when they are first asked for, because an unknown one may be another's.
pub(super) struct Reading<'j> {
    pub registry: &'static Registry,
    /// What is written; `None` if the file does not say.
    pub configuration: Option<&'j Configuration>,
    pub tree: Option<Tree<'j>>,
    /// The instances that would exist.
    pub subjects: Vec<Subject<'j>>,
    /// Their positions.
    pub index: HashMap<ResourceInstance, usize>,
    /// The values of the root module's input variables.
    pub variables: HashMap<Str, Value>,
    /// The module instances in which something would exist, with those above them.
    pub modules: BTreeSet<ModuleInstance>,
    /// Data sources that are not read before the changes are made.
    pub put_off: HashSet<(ModuleInstance, Resource)>,
    /// Attributes by the position of their instance and their name.
    pub memo: RefCell<HashMap<(usize, Str), Option<Value>>>,
}

/// A resource instance that would exist.
pub(super) struct Subject<'j> {
    pub address: Arc<ResourceInstance>,
    pub after: &'j Json,
    pub unknown: &'j Json,
    pub sensitive: &'j Json,
    pub schema: Option<Arc<ResourceType>>,
    /// What names in its block mean; `None` if the block is not known.
    pub scope: Option<Scope<'j>>,
    /// The expressions of its block, if it is known.
    pub expressions: Option<&'j Json>,
}

impl<'j> Subject<'j> {
    /// The attributes after the change.
    pub fn part(&self) -> Part<'j> {
        Part { json: self.after, unknown: self.unknown, sensitive: self.sensitive }
    }

    /// What is written in its block.
    pub fn written(&self) -> Written<'j> {
        self.expressions.map_or(Written::Unsaid, Written::of)
    }
}

impl<'j> Reading<'j> {
    /// Where the block of a resource is written: what names mean in it, its expressions, and the provider
    /// configuration that it is for.
    pub fn block(&self, address: &ResourceInstance) -> Option<(Scope<'j>, &'j super::file::Resource)> {
        let tree = self.tree.as_ref()?;
        let node = tree.find(&address.module)?;
        let resource = tree.node(node).resource(&address.resource)?;
        let scope = Scope {
            module: address.module.clone(),
            node,
            key: address.key.clone(),
            for_each: resource.for_each_expression.as_ref(),
        };
        Some((scope, resource))
    }

    /// Notes that something exists in a module instance.
    pub fn note_module(&mut self, module: &ModuleInstance) {
        let mut inner = ModuleInstance::root();
        for step in module.steps() {
            inner = inner.child(step.name.clone(), step.key.clone());
            self.modules.insert(inner.clone());
        }
    }
}
