//! Where what exists is now: `moved` blocks, and `count` that came or went.
//!
//! After "Refactoring" of Terraform's documentation; which of several moves comes first, and what is moved without a
//! block, after `internal/refactoring` of Terraform 1.11.

use std::collections::{BTreeMap, BTreeSet};

use crate::addrs::{InstanceKey, ModuleInstance, ModuleStep, ResourceInstance};
use crate::config::{Module, Source};
use crate::plan::state::State;

use super::super::validate::target::{Declared, Target};
use super::super::world::World;
use super::{Known, Prior};

/// A `moved` block, with the calls that lead to the module that it stands in.
struct Statement<'c> {
    path: Vec<&'c str>,
    from: Target<'c>,
    to: Target<'c>,
}

/// Modules deeper than this are not looked at for moves.
const MAX_DEPTH: usize = 64;

impl<'c> World<'c> {
    /// What a state knows, at the addresses that the configuration has for it.
    pub(super) fn moved(&self, state: State) -> Prior {
        let known = |attrs, tainted| Known { attrs, tainted, moved_from: None, import: None };
        let mut all: BTreeMap<ResourceInstance, Known> =
            state.instances.into_iter().map(|one| (one.address, known(one.attrs, one.tainted))).collect();
        if !all.is_empty() {
            let mut statements = Vec::new();
            self.statements(self.root_instance().module, &mut Vec::new(), &mut statements);
            let explicit: BTreeSet<ResourceInstance> =
                all.keys().filter(|address| statements.iter().any(|one| one.concerns(address))).cloned().collect();
            for statement in in_order(statements) {
                let moves: Vec<_> =
                    all.keys().filter_map(|from| Some((from.clone(), statement.apply(from)?))).collect();
                moves.into_iter().for_each(|(from, to)| relocate(&mut all, from, to));
            }
            let implied: Vec<_> = all.keys().filter(|address| !explicit.contains(address)).cloned().collect();
            for from in implied {
                if let Some(to) = self.implied(&from) {
                    relocate(&mut all, from, to);
                }
            }
        }
        Prior { known: all, outputs: state.outputs, ..Prior::default() }
    }

    fn statements(&self, module: &'c Module<'c>, path: &mut Vec<&'c str>, to: &mut Vec<Statement<'c>>) {
        to.extend(module.moved.iter().filter_map(|moved| {
            Some(Statement { path: path.clone(), from: Target::of(moved.from)?, to: Target::of(moved.to)? })
        }));
        if path.len() == MAX_DEPTH {
            return;
        }
        for call in module.calls.values() {
            if let Source::Found(id, _) = self.config.target(self.root, path.iter(), call) {
                path.push(call.name);
                self.statements(self.config.module(*id), path, to);
                path.pop();
            }
        }
    }

    /// Where an instance goes because its resource got a `count`, or lost it.
    fn implied(&self, address: &ResourceInstance) -> Option<ResourceInstance> {
        let Declared::Resource(resource) = self.declared_at(self.root_instance().module, &target(address)) else {
            return None;
        };
        let key = match (&address.key, resource.count, resource.for_each) {
            (InstanceKey::None, Some(_), _) => InstanceKey::Int(0),
            (InstanceKey::Int(0), None, None) => InstanceKey::None,
            _ => return None,
        };
        Some(ResourceInstance { key, ..address.clone() })
    }
}

/// The address of an instance as blocks write it.
pub(super) fn target(address: &ResourceInstance) -> Target<'_> {
    let resource = &address.resource;
    Target {
        modules: address.module.steps().iter().map(|step| (step.name.as_str(), step.key.clone())).collect(),
        resource: Some((resource.mode, &resource.ty, &resource.name, address.key.clone())),
    }
}

/// What is moved stays where it is if something is there already.
fn relocate(all: &mut BTreeMap<ResourceInstance, Known>, from: ResourceInstance, to: ResourceInstance) {
    if all.contains_key(&to) {
        return;
    }
    if let Some(mut known) = all.remove(&from) {
        known.moved_from.get_or_insert(from);
        all.insert(to, known);
    }
}

/// The statements, each behind those that move something to where it moves it from.
fn in_order(mut statements: Vec<Statement<'_>>) -> Vec<Statement<'_>> {
    let mut ordered = Vec::with_capacity(statements.len());
    while !statements.is_empty() {
        let waits = |one: &Statement<'_>| statements.iter().any(|other| other.path == one.path && other.to == one.from);
        let next = statements.iter().position(|one| !waits(one)).unwrap_or(0);
        ordered.push(statements.remove(next));
    }
    ordered
}

impl Statement<'_> {
    /// Whether what is named has no keys on either side, so that all instances are meant, and keep theirs.
    fn whole(&self) -> bool {
        *self.from.key() == InstanceKey::None && *self.to.key() == InstanceKey::None
    }

    /// Whether the statement says where instances of the resource go.
    fn concerns(&self, address: &ResourceInstance) -> bool {
        let of = |target: &Target<'_>| {
            target
                .resource
                .as_ref()
                .is_some_and(|(_, ty, name, _)| address.resource.ty == *ty && address.resource.name == *name)
        };
        of(&self.from) || of(&self.to)
    }

    /// Where it moves an instance, if it does.
    fn apply(&self, address: &ResourceInstance) -> Option<ResourceInstance> {
        let (above, below) = address.module.steps().split_at_checked(self.path.len())?;
        if !above.iter().zip(&self.path).all(|(step, name)| step.name == *name) {
            return None;
        }
        let (matched, rest) = below.split_at_checked(self.from.modules.len())?;
        let same_step =
            |(step, (name, key)): (&ModuleStep, &(&str, InstanceKey))| step.name == *name && step.key == *key;
        let mut to = self.to.modules.clone();
        let mut moved = address.clone();
        match (&self.from.resource, &self.to.resource) {
            (Some((mode, ty, name, key)), Some((_, to_ty, to_name, to_key))) => {
                let own = &address.resource;
                let is_it = own.mode == *mode && own.ty == *ty && own.name == *name && ty == to_ty;
                let keyed = self.whole() || address.key == *key;
                if !is_it || !keyed || !rest.is_empty() || !matched.iter().zip(&self.from.modules).all(same_step) {
                    return None;
                }
                moved.resource.name = (*to_name).into();
                if !self.whole() {
                    moved.key = to_key.clone();
                }
            }
            (None, None) => {
                let (last, before) = matched.split_last()?;
                let (named, leading) = self.from.modules.split_last()?;
                let keyed = self.whole() || last.key == named.1;
                if last.name != named.0 || !keyed || !before.iter().zip(leading).all(same_step) {
                    return None;
                }
                if let (true, Some(end)) = (self.whole(), to.last_mut()) {
                    end.1 = last.key.clone();
                }
            }
            _ => return None,
        }
        let steps = above.iter().map(|step| (step.name.clone(), step.key.clone()));
        let steps = steps.chain(to.into_iter().map(|(name, key)| (name.into(), key)));
        let steps = steps.chain(rest.iter().map(|step| (step.name.clone(), step.key.clone())));
        moved.module = steps.fold(ModuleInstance::root(), |module, (name, key)| module.child(name, key));
        Some(moved)
    }
}
