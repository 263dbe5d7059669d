//! The modules as they are written, found by the address of an instance.

use std::collections::HashMap;

use serde_json::Value as Json;

use crate::addrs::{self, InstanceKey, Mode, ModuleInstance, Path, Step, Str, parse_steps};

use super::file::{Call, Configuration, Module, Resource};

/// All modules of a configuration, one for each way from the root module to them.
pub(super) struct Tree<'j> {
    nodes: Vec<Node<'j>>,
}

/// Where a module is in a [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct NodeId(usize);

/// A module as it is written.
pub(super) struct Node<'j> {
    /// The module that calls it, and how.
    pub caller: Option<(NodeId, &'j Call)>,
    pub module: &'j Module,
    pub children: HashMap<&'j str, NodeId>,
    resources: HashMap<(Mode, &'j str, &'j str), &'j Resource>,
}

impl<'j> Tree<'j> {
    pub const ROOT: NodeId = NodeId(0);

    pub fn new(configuration: &'j Configuration) -> Self {
        let mut tree = Tree { nodes: vec![Node::new(None, &configuration.root_module)] };
        let mut at = 0;
        while at < tree.nodes.len() {
            let module = tree.nodes[at].module;
            for (name, call) in &module.module_calls {
                let id = NodeId(tree.nodes.len());
                tree.nodes.push(Node::new(Some((NodeId(at), call)), &call.module));
                tree.nodes[at].children.insert(name, id);
            }
            at += 1;
        }
        tree
    }

    /// The root module, outside of any block that has instances.
    pub fn root_scope() -> Scope<'j> {
        Scope { module: ModuleInstance::root(), node: Self::ROOT, key: InstanceKey::None, for_each: None }
    }

    pub fn node(&self, id: NodeId) -> &Node<'j> {
        &self.nodes[id.0]
    }

    /// The module of an instance.
    pub fn find(&self, module: &ModuleInstance) -> Option<NodeId> {
        module.steps().iter().try_fold(Self::ROOT, |id, step| self.node(id).children.get(step.name.as_str()).copied())
    }
}

impl<'j> Node<'j> {
    fn new(caller: Option<(NodeId, &'j Call)>, module: &'j Module) -> Self {
        let mode = |resource: &Resource| if resource.mode == "data" { Mode::Data } else { Mode::Managed };
        let resources = module
            .resources
            .iter()
            .filter(|resource| resource.mode != "ephemeral")
            .map(|resource| ((mode(resource), resource.ty.as_str(), resource.name.as_str()), resource))
            .collect();
        Node { caller, module, children: HashMap::new(), resources }
    }

    /// The block of a resource.
    pub fn resource(&self, resource: &addrs::Resource) -> Option<&'j Resource> {
        self.resources.get(&(resource.mode, resource.ty.as_str(), resource.name.as_str())).copied()
    }
}

/// Where an expression stands: what the names in it mean.
#[derive(Clone)]
pub(super) struct Scope<'j> {
    /// The instance of the module.
    pub module: ModuleInstance,
    pub node: NodeId,
    /// Which instance of the block that it stands in; none where it stands in no block that has any.
    pub key: InstanceKey,
    /// The block's `for_each`.
    pub for_each: Option<&'j Json>,
}

impl<'j> Scope<'j> {
    /// The scope of a module call's arguments, from within one instance of the module.
    pub fn caller(&self, tree: &Tree<'j>) -> Option<(Scope<'j>, &'j Call)> {
        let (node, call) = tree.node(self.node).caller?;
        let (last, outer) = self.module.steps().split_last()?;
        let module =
            outer.iter().fold(ModuleInstance::root(), |module, step| module.child(step.name.clone(), step.key.clone()));
        Some((Scope { module, node, key: last.key.clone(), for_each: call.for_each_expression.as_ref() }, call))
    }
}

/// What is referred to, by its longest form: `aws_s3_bucket.a[0].id` stands for what the file lists as that,
/// `aws_s3_bucket.a[0]` and `aws_s3_bucket.a`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reference(pub Path);

impl Reference {
    /// The references of an expression in their order, each once. An expression that is constant, or not one, has none.
    pub fn all(expression: &Json) -> Vec<Reference> {
        let mut all: Vec<Reference> = Vec::new();
        let listed = expression.get("references").and_then(Json::as_array);
        for text in listed.into_iter().flatten().filter_map(Json::as_str) {
            let Ok(path) = parse_steps(text) else { continue };
            let reference = Reference(path);
            if !all.iter().any(|known| known.0.starts_with(&reference.0)) {
                all.push(reference);
            }
        }
        all
    }

    /// The names at its front, as far as they are names.
    pub fn names(&self) -> [&str; 3] {
        let name = |at: usize| match self.0.get(at) {
            Some(Step::Attr(name)) => name.as_str(),
            _ => "",
        };
        [name(0), name(1), name(2)]
    }

    /// Whether it is the key of the instance that it stands in.
    pub fn is_key(&self) -> bool {
        matches!(self.names(), ["each", "key", ""] | ["count", "index", ""])
    }

    /// The resource or data source that it begins with, the key if one is written, and what of it is meant.
    pub fn resource(&self) -> Option<(addrs::Resource, Option<InstanceKey>, &[Step])> {
        let (mode, rest) = match self.names()[0] {
            "var" | "local" | "module" | "each" | "count" | "path" | "terraform" | "self" | "ephemeral" => return None,
            "data" => (Mode::Data, &self.0[1..]),
            _ => (Mode::Managed, &self.0[..]),
        };
        let [Step::Attr(ty), Step::Attr(name), rest @ ..] = rest else { return None };
        let resource = addrs::Resource { mode, ty: ty.clone(), name: name.clone() };
        let (key, rest) = match rest {
            [Step::Index(key), rest @ ..] => (Some(key.clone()), rest),
            rest => (None, rest),
        };
        Some((resource, key, rest))
    }

    /// As it is written, with the module in front: the input that would decide what refers to it.
    pub fn shown(&self, module: &ModuleInstance) -> Str {
        let text: String = self.0.iter().map(Step::to_string).collect();
        let text = text.strip_prefix('.').unwrap_or(&text);
        if module.is_root() { text.into() } else { format!("{module}.{text}").into() }
    }
}
