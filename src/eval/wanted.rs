//! Which parts of a configuration are asked for.

use std::collections::HashSet;

use crate::addrs::{Mode, Str};
use crate::config::{Config, ModuleId, Source};
use crate::plan::Interest;

/// What a plan is made for. Everything else of a configuration is evaluated only where this refers to it.
pub enum Wanted<'w> {
    /// All of it, outputs and data sources included.
    All,
    /// Managed resources by their type; with the calls of modules, if those are asked for.
    Types {
        /// How much of a resource type is asked for.
        interest: &'w (dyn Fn(&str) -> Interest + Sync),
        /// Whether instances of module calls are.
        modules: bool,
    },
}

impl Wanted<'_> {
    /// How much of the resources of that mode and type is asked for.
    pub fn resource(&self, mode: Mode, ty: &str) -> Interest {
        match self {
            Wanted::All => Interest::Attributes,
            Wanted::Types { interest, .. } if mode == Mode::Managed => interest(ty),
            Wanted::Types { .. } => Interest::None,
        }
    }

    /// Whether instances of module calls are asked for.
    pub fn modules(&self) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Types { modules, .. } => *modules,
        }
    }

    /// Whether everything is.
    pub fn everything(&self) -> bool {
        matches!(self, Wanted::All)
    }
}

/// The modules of a configuration in which, or below which, something is asked for.
pub struct Reach {
    worth: Vec<bool>,
}

impl Reach {
    /// Finds them, each module once.
    pub fn new(config: &Config<'_>, wanted: &Wanted<'_>) -> Self {
        let mut known: std::collections::HashMap<Str, bool> = std::collections::HashMap::new();
        let mut worth: Vec<bool> = config
            .modules
            .iter()
            .map(|module| {
                wanted.everything()
                    || (wanted.modules() && !module.calls.is_empty())
                    || module.calls.values().any(|call| matches!(call.source, Source::Missing(_)))
                    || module.resources.keys().any(|(mode, ty, _)| {
                        *mode == Mode::Managed
                            && *known
                                .entry((*ty).into())
                                .or_insert_with(|| wanted.resource(*mode, ty) != Interest::None)
                    })
            })
            .collect();
        // Callers of a module that is worth it are so too; a module tree is shallow, so few rounds suffice.
        loop {
            let reached: HashSet<usize> = (0..worth.len()).filter(|at| worth[*at]).collect();
            let mut changed = false;
            for (at, module) in config.modules.iter().enumerate() {
                let calls = module.calls.values().any(
                    |call| matches!(call.source, Source::Found(ModuleId(id), _) if reached.contains(&(id as usize))),
                );
                if calls && !worth[at] {
                    worth[at] = true;
                    changed = true;
                }
            }
            if !changed {
                return Reach { worth };
            }
        }
    }

    /// Whether something is asked for in a module or below it.
    pub fn worth(&self, id: ModuleId) -> bool {
        self.worth.get(id.0 as usize).copied().unwrap_or(true)
    }
}
