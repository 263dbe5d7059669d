//! What exists and is not declared any more.

use std::collections::HashSet;
use std::sync::Arc;

use crate::addrs::{self, InstanceKey, ResourceInstance};
use crate::config::{Module, Resource, Source};
use crate::diag::Diagnostic;
use crate::plan::{Action, Change, Existence, Instance, Past, Plan};
use crate::value::{Fields, Object, Shape, Value};

use super::super::instance::ModuleInstance;
use super::super::validate::target::{Declared, Target};
use super::super::world::World;
use super::Known;
use super::moves::target;

impl<'c> World<'c> {
    /// Adds to a plan what is destroyed or forgotten, and what outputs were; refuses what must not be destroyed.
    pub(in super::super) fn gone(&self, plan: &mut Plan<'_>) {
        let prior = self.prior();
        let declared: HashSet<&ResourceInstance> = plan.instances.iter().map(|one| &one.address).collect();
        let gone: Vec<Instance> = prior
            .known
            .iter()
            .filter(|(address, _)| !declared.contains(address))
            .filter_map(|(address, known)| self.destroyed(address, known))
            .collect();
        plan.instances.extend(gone);
        plan.prior_outputs.clone_from(&prior.outputs);
        for instance in &plan.instances {
            let destroys = |past: &Past| matches!(past.change, Change::Delete | Change::Replace { .. });
            if !instance.past.as_deref().is_some_and(destroys) {
                continue;
            }
            let Some(resource) = self.resource_of(&instance.address) else { continue };
            if resource.lifecycle.prevent_destroy {
                self.report(
                    Diagnostic::error("prevented-destroy", format!("`{}` must not be destroyed", instance.address))
                        .at(resource.span, "`prevent_destroy` says so")
                        .help("leave it as it is, or remove `prevent_destroy`"),
                );
            }
        }
    }

    /// An instance that is not there any more; nothing if it is in a module that is not at hand.
    fn destroyed(&self, address: &ResourceInstance, known: &Known) -> Option<Instance> {
        let root = self.root_instance().module;
        let declared = self.declared_at(root, &target(address));
        let reason = match &declared {
            Declared::Resource(resource) => self.why_gone(address, resource),
            Declared::Missing if known.moved_from.is_some() => Some("delete_because_no_move_target"),
            Declared::Missing => Some("delete_because_no_resource_config"),
            Declared::Call(_) | Declared::Unknown => return None,
        };
        let forgotten = self.forgotten(root, 0, address);
        let change = if forgotten { Change::Forget } else { Change::Delete };
        Some(Instance {
            address: address.clone(),
            attrs: Value::Object(Arc::new(Object { fields: Fields::new(), shape: Shape::Block(None) })),
            prior: Some(known.attrs.clone()),
            action: Action::Delete,
            past: Some(Box::new(Past { change, reason, moved_from: known.moved_from.clone(), import: None })),
            existence: Existence::Certain,
            provider: address.resource.ty.split('_').next().unwrap_or_default().into(),
            provider_version: None,
            span: None,
        })
    }

    /// Why a resource that is declared has not this instance.
    fn why_gone(&self, address: &ResourceInstance, resource: &Resource<'_>) -> Option<&'static str> {
        if self.module_instance(&address.module).is_none() {
            return Some("delete_because_no_module");
        }
        Some(match (&address.key, resource.count.is_some(), resource.for_each.is_some()) {
            (InstanceKey::Int(_), true, _) => "delete_because_count_index",
            (InstanceKey::Str(_), _, true) => "delete_because_each_key",
            (InstanceKey::None, false, false) => return None,
            _ => "delete_because_wrong_repetition",
        })
    }

    fn module_instance(&self, address: &addrs::ModuleInstance) -> Option<&ModuleInstance<'c>> {
        address.steps().iter().try_fold(self.root_instance(), |module, step| {
            let (at, _, call) = module.module.calls.get_full(step.name.as_str())?;
            let children = self.children(module, at, call, call.span).ok()?;
            let member = children.expansion.members.iter().position(|member| member.key == step.key)?;
            Some(self.instance(children.ids.as_ref()?[member]))
        })
    }

    fn resource_of(&self, address: &ResourceInstance) -> Option<&'c Resource<'c>> {
        match self.declared_at(self.root_instance().module, &target(address)) {
            Declared::Resource(resource) => Some(resource),
            _ => None,
        }
    }

    /// Whether a `removed` block says that what is at an address stays: one of a module that `depth` steps lead to, or
    /// of those below it.
    fn forgotten(&self, module: &'c Module<'c>, depth: usize, address: &ResourceInstance) -> bool {
        let (path, steps) = address.module.steps().split_at(depth);
        let names = |target: &Target<'_>| {
            let above = target.modules.len() <= steps.len()
                && target.modules.iter().zip(steps).all(|((name, _), step)| step.name == *name);
            above
                && target.resource.as_ref().is_none_or(|(_, ty, name, _)| {
                    target.modules.len() == steps.len() && address.resource.ty == *ty && address.resource.name == *name
                })
        };
        let here = module.removed.iter().find(|one| Target::of(one.from).is_some_and(|target| names(&target)));
        match (here, steps.split_first()) {
            (Some(removed), _) => !removed.destroy,
            (None, None) => false,
            (None, Some((step, _))) => {
                let call = module.calls.get(step.name.as_str());
                let path = path.iter().map(|step| step.name.as_str());
                match call.map(|call| self.config.target(self.root, path, call)) {
                    Some(Source::Found(id, _)) => self.forgotten(self.config.module(*id), depth + 1, address),
                    _ => false,
                }
            }
        }
    }
}
