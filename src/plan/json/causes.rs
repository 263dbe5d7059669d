//! What would decide an unknown value: the inputs that its expression refers to, through variables and outputs.

use std::collections::HashSet;

use serde_json::Value as Json;

use crate::addrs::{InstanceKey, Mode, ModuleInstance, ResourceInstance, Step};
use crate::value::{CauseKind, Causes};

use super::reading::Reading;
use super::references::MAX_DEPTH;
use super::tree::{Reference, Scope, Tree};

/// What an expression hangs on.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// Those that are not known.
    pub causes: Option<Causes>,
    /// How many there are in all.
    count: usize,
    /// Whether there are some of which the file does not say what they are, such as locals.
    opaque: bool,
}

impl Inputs {
    /// Whether the expression has a known value, though the file does not show it. One without references may be a
    /// call of `uuid` or `timestamp`.
    pub fn are_known(&self) -> bool {
        self.causes.is_none() && !self.opaque && self.count > 0
    }
}

impl<'j> Reading<'j> {
    /// What an expression hangs on.
    pub fn inputs(&self, expression: &'j Json, scope: &Scope<'j>) -> Inputs {
        let Some(tree) = &self.tree else { return Inputs::default() };
        let mut walk = Walk { reading: self, tree, inputs: Inputs::default(), seen: HashSet::new() };
        walk.expression(expression, scope, 0);
        walk.inputs
    }

    /// The inputs that would decide an expression.
    pub fn causes(&self, expression: &'j Json, scope: &Scope<'j>) -> Option<Causes> {
        self.inputs(expression, scope).causes
    }
}

struct Walk<'r, 'j> {
    reading: &'r Reading<'j>,
    tree: &'r Tree<'j>,
    inputs: Inputs,
    /// Expressions that were looked at, each in its module: without this the ways through modules may be very many.
    seen: HashSet<(*const Json, ModuleInstance)>,
}

impl<'j> Walk<'_, 'j> {
    fn expression(&mut self, expression: &'j Json, scope: &Scope<'j>, depth: usize) {
        let full = self.inputs.causes.as_ref().is_some_and(|causes| causes.iter().len() >= Causes::LIMIT);
        if full || depth > MAX_DEPTH {
            self.inputs.opaque = true;
            return;
        }
        if self.seen.insert((std::ptr::from_ref(expression), scope.module.clone())) {
            for reference in Reference::all(expression) {
                self.inputs.count += 1;
                self.reference(&reference, scope, depth + 1);
            }
        }
    }

    fn reference(&mut self, reference: &Reference, scope: &Scope<'j>, depth: usize) {
        match reference.names() {
            // A root variable, and one that is not given, is known.
            ["var", name, _] => {
                if let Some((outer, call)) = scope.caller(self.tree)
                    && let Some(given) = call.expressions.get(name)
                {
                    self.expression(given, &outer, depth);
                }
            }
            ["module", call, _] => self.output(reference, call, scope, depth),
            ["each", "value", _] => match scope.for_each {
                Some(for_each) => self.expression(for_each, scope, depth),
                None => self.inputs.opaque = true,
            },
            ["each" | "count" | "path" | "terraform", ..] => {}
            _ => match reference.resource() {
                Some((resource, key, rest)) => {
                    let key = key.unwrap_or(InstanceKey::None);
                    let instance = ResourceInstance { module: scope.module.clone(), resource, key };
                    self.resource(reference, &instance, rest, scope);
                }
                None => self.inputs.opaque = true,
            },
        }
    }

    fn resource(&mut self, reference: &Reference, instance: &ResourceInstance, rest: &[Step], scope: &Scope<'j>) {
        let (known, kind, shown) = match instance.resource.mode {
            Mode::Managed => (self.is_known(instance, rest), CauseKind::Computed, reference.shown(&scope.module)),
            _ => {
                let put_off = (scope.module.clone(), instance.resource.clone());
                let whole = Reference(reference.0[..reference.0.len() - rest.len()].to_vec());
                (!self.reading.put_off.contains(&put_off), CauseKind::Data, whole.shown(&scope.module))
            }
        };
        if !known {
            self.add(Causes::one(kind, shown, None));
        }
    }

    fn add(&mut self, more: Causes) {
        self.inputs.causes = Some(match self.inputs.causes.take() {
            Some(before) => before.union(&more),
            None => more,
        });
    }

    /// Whether an attribute of an instance has a value.
    fn is_known(&self, instance: &ResourceInstance, rest: &[Step]) -> bool {
        match (self.reading.index.get(instance), rest) {
            (Some(&at), [Step::Attr(name), ..]) => {
                let subject = &self.reading.subjects[at];
                subject.unknown.get(name.as_str()).is_none_or(|mask| *mask == Json::Bool(false))
                    && subject.after.get(name.as_str()).is_some()
            }
            _ => false,
        }
    }

    fn output(&mut self, reference: &Reference, call: &str, scope: &Scope<'j>, depth: usize) {
        let (key, rest) = match &reference.0[2..] {
            [Step::Index(key), rest @ ..] => (key.clone(), rest),
            rest => (InstanceKey::None, rest),
        };
        let node = self.tree.node(scope.node).children.get(call).copied();
        let output = match (node, rest) {
            (Some(node), [Step::Attr(name), ..]) => {
                Some((node, self.tree.node(node).module.outputs.get(name.as_str())))
            }
            _ => None,
        };
        match output {
            Some((node, Some(output))) => {
                let module = scope.module.child(call.into(), key);
                let inner = Scope { module, node, key: InstanceKey::None, for_each: None };
                self.expression(&output.expression, &inner, depth);
            }
            _ => self.add(Causes::one(CauseKind::Computed, reference.shown(&scope.module), None)),
        }
    }
}
