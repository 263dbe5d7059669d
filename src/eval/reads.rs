//! Which data sources are read only while the changes are made.
//!
//! Terraform reads a data source while it plans, unless its arguments are not known yet or something that it
//! explicitly depends on is still to be changed ("Data Source Lifecycle Evaluation" in Terraform's documentation).

use std::collections::BTreeSet;

use crate::addrs::{Mode, ModuleInstance, Str};
use crate::plan::{Action, Change, Instance, Late, Plan};
use crate::syntax::{AccessStep, Expr, ExprKind};
use crate::value::{Cause, CauseKind, Causes, Value};

/// What a data source says that it depends on, in the module that says it: of its own, and of the calls of the modules
/// that it is in.
#[derive(Clone, Debug)]
pub(super) struct Dependency {
    pub module: ModuleInstance,
    pub on: On,
}

#[derive(Clone, Debug)]
pub(super) enum On {
    /// A managed resource: type and name.
    Resource(Str, Str),
    /// All that a module call makes.
    Module(Str),
}

/// What `depends_on` names, as far as it may hold changes: a data source never does.
pub(super) fn dependencies(module: &ModuleInstance, depends_on: &[Expr<'_>]) -> Vec<Dependency> {
    let named = |expr: &Expr<'_>| {
        let ExprKind::Access(access) = expr.kind() else { return None };
        let ExprKind::Variable(root) = access.base.kind() else { return None };
        let mut steps = access.steps.iter().filter_map(|step| match step {
            AccessStep::Attr(name) => Some(name.name),
            _ => None,
        });
        match root.name {
            "module" => Some(On::Module(steps.next()?.into())),
            "data" | "ephemeral" | "var" | "local" | "path" | "terraform" => None,
            "resource" => Some(On::Resource(steps.next()?.into(), steps.next()?.into())),
            ty => Some(On::Resource(ty.into(), steps.next()?.into())),
        }
    };
    let on = depends_on.iter().filter_map(named);
    on.map(|on| Dependency { module: module.clone(), on }).collect()
}

/// Whether a dependency still has something to be changed.
fn pending(dependency: &Dependency, plan: &Plan<'_>) -> bool {
    let changes = |one: &&Instance| {
        let exists_so = one.past.as_ref().is_some_and(|past| past.change == Change::NoOp);
        one.address.resource.mode == Mode::Managed && !exists_so
    };
    plan.instances.iter().filter(changes).any(|one| match &dependency.on {
        On::Resource(ty, name) => {
            let resource = &one.address.resource;
            one.address.module == dependency.module && resource.ty == *ty && resource.name == *name
        }
        On::Module(name) => {
            let (own, depth) = (one.address.module.steps(), dependency.module.steps().len());
            own.starts_with(dependency.module.steps()) && own.get(depth).is_some_and(|step| step.name == *name)
        }
    })
}

/// Marks the data sources that are read only while the changes are made; answers which these are.
pub(super) fn mark(plan: &mut Plan<'_>, depending: &[(usize, Vec<Dependency>)]) -> LateReads {
    let mut late = LateReads::default();
    for (at, dependencies) in depending {
        if dependencies.iter().any(|dependency| pending(dependency, plan)) {
            late.0.insert(plan.instances[*at].address.to_string());
            plan.instances[*at].action = Action::Read(Late::Pending);
        }
    }
    // One may depend on another: a round may find more.
    loop {
        let before = late.0.len();
        for (at, _) in depending {
            let instance = &mut plan.instances[*at];
            if instance.action != Action::Read(Late::Unknown) && late.knows_later_of(instance) {
                late.0.insert(instance.address.to_string());
                instance.action = Action::Read(Late::Unknown);
            }
        }
        if late.0.len() == before {
            return late;
        }
    }
}

/// The addresses of data sources that are read only while the changes are made.
#[derive(Debug, Default)]
pub(super) struct LateReads(BTreeSet<String>);

impl LateReads {
    /// Whether something is known to Terraform itself only while the changes are made.
    pub fn knows_later(&self, causes: &Causes) -> bool {
        causes.iter().any(|cause| match cause.kind {
            CauseKind::Computed | CauseKind::Time => true,
            CauseKind::Data => self.0.contains(cause.address.as_str()),
            _ => false,
        })
    }

    /// Whether that is so of an argument of a data source; what it answers itself does not count. What a module that
    /// is not at hand gives is made by it, as a rule.
    fn knows_later_of(&self, instance: &Instance) -> bool {
        let own = instance.address.to_string();
        let answered = |cause: &Cause| cause.kind == CauseKind::Data && cause.address == own;
        let Value::Object(object) = instance.attrs.bare() else { return false };
        let mut causes = object.fields.iter().filter_map(|(_, value)| value.causes_deep());
        causes.any(|causes| {
            let of_module = causes.iter().any(|cause| cause.kind == CauseKind::Module);
            !causes.iter().all(answered) && (of_module || self.knows_later(&causes))
        })
    }
}
