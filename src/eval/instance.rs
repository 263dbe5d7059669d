//! Instances of modules and of what they declare, and what is remembered of them.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::addrs::{self, InstanceKey};
use crate::config::{Call, Module};
use crate::plan::Existence;
use crate::schema::ResourceType;
use crate::value::{Causes, Value};

/// `each` or `count` of an instance.
#[derive(Clone, Debug)]
pub(super) enum Each {
    /// Neither.
    None,
    /// `count.index`
    Count(Value),
    /// `each.key`, `each.value`
    Keyed { key: Value, value: Value },
}

/// One instance of an expansion.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub key: InstanceKey,
    pub each: Each,
    pub existence: Existence,
}

/// What `count` or `for_each` make of a block.
#[derive(Clone, Debug)]
pub(super) struct Expansion {
    /// How its instances are referred to.
    pub kind: Kind,
    /// The instances; one with the key [`InstanceKey::Any`] stands for all whose keys are not known.
    pub members: Vec<Member>,
    /// For a number or collection that is not known: the possible selections of members, each with its condition.
    pub selections: Option<Vec<(Vec<InstanceKey>, crate::addrs::Str)>>,
    /// Why the instances are not known.
    pub causes: Option<Causes>,
    /// There would be more than are supported: what is in them is not looked at.
    pub cut: bool,
    /// Where members stand, if there are many; found when first asked for.
    pub positions: OnceCell<HashMap<InstanceKey, usize>>,
}

/// So many are looked through as fast as they are found by key.
const FEW: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Single,
    Count,
    ForEach,
}

impl Expansion {
    /// Those that there are for certain.
    pub fn of(kind: Kind, members: Vec<Member>) -> Self {
        Expansion { kind, members, selections: None, causes: None, cut: false, positions: OnceCell::new() }
    }

    /// Where the member of a key stands.
    pub fn position(&self, key: &InstanceKey) -> Option<usize> {
        // Those of a `count` stand in order.
        let at = match key {
            InstanceKey::Int(at) => usize::try_from(*at).ok(),
            _ => None,
        };
        if let Some(at) = at.filter(|at| self.members.get(*at).is_some_and(|member| member.key == *key)) {
            return Some(at);
        }
        if self.members.len() <= FEW {
            return self.members.iter().position(|member| member.key == *key);
        }
        let by_key = || self.members.iter().enumerate().rev().map(|(at, member)| (member.key.clone(), at)).collect();
        self.positions.get_or_init(by_key).get(key).copied()
    }

    /// The member of a key.
    pub fn member(&self, key: &InstanceKey) -> Option<&Member> {
        self.position(key).map(|at| &self.members[at])
    }

    /// The member that stands for those whose keys are not known.
    pub fn stand_in(&self) -> Option<&Member> {
        self.member(&InstanceKey::Any)
    }
}

/// Who calls a module instance.
#[derive(Clone, Debug)]
pub(super) struct Caller<'c> {
    pub instance: usize,
    pub call: &'c Call<'c>,
    pub each: Each,
}

/// The value of a name: not asked for yet, being evaluated, or known.
#[derive(Debug, Default)]
pub(super) enum Slot {
    #[default]
    Idle,
    Running,
    Done(Value),
}

/// One instance of a module, with what has been evaluated of it.
pub(super) struct ModuleInstance<'c> {
    pub id: usize,
    pub module: &'c Module<'c>,
    pub address: addrs::ModuleInstance,
    pub caller: Option<Caller<'c>>,
    /// Why it is not certain that it exists.
    pub maybe: Option<Causes>,
    pub variables: Vec<RefCell<Slot>>,
    pub locals: Vec<RefCell<Slot>>,
    pub outputs: Vec<RefCell<Slot>>,
    pub expansions: Vec<OnceCell<Rc<Expansion>>>,
    pub schemas: Vec<OnceCell<Option<Arc<ResourceType>>>>,
    pub children: Vec<OnceCell<Rc<Children>>>,
    /// Attributes of resource instances that were asked for as a whole.
    pub whole: RefCell<HashMap<(usize, InstanceKey), Value>>,
    /// Resources and calls whose expansion is being evaluated, to see circles.
    pub expanding: RefCell<Vec<*const ()>>,
}

/// The instances of a module call.
#[derive(Debug)]
pub(super) struct Children {
    pub expansion: Rc<Expansion>,
    /// By member; none where the module is not available.
    pub ids: Option<Vec<usize>>,
}

impl<'c> ModuleInstance<'c> {
    pub fn new(
        id: usize,
        module: &'c Module<'c>,
        address: addrs::ModuleInstance,
        caller: Option<Caller<'c>>,
        maybe: Option<Causes>,
    ) -> Self {
        fn slots(count: usize) -> Vec<RefCell<Slot>> {
            (0..count).map(|_| RefCell::default()).collect()
        }
        ModuleInstance {
            id,
            module,
            address,
            caller,
            maybe,
            variables: slots(module.variables.len()),
            locals: slots(module.locals.len()),
            outputs: slots(module.outputs.len()),
            expansions: (0..module.resources.len()).map(|_| OnceCell::new()).collect(),
            schemas: (0..module.resources.len()).map(|_| OnceCell::new()).collect(),
            children: (0..module.calls.len()).map(|_| OnceCell::new()).collect(),
            whole: RefCell::default(),
            expanding: RefCell::default(),
        }
    }
}
