//! What exists already, where the state is a file of the tree: what Terraform compares a configuration with.
//!
//! Only a plan as Terraform makes it looks at a state ([`Options::state`](super::Options)). Policies judge what the
//! configuration says, whatever exists.

mod change;
mod gone;
mod imports;
mod moves;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};

use crate::addrs::{ResourceInstance, Str};
use crate::config::Backend;
use crate::diag::Diagnostic;
use crate::lang::functions::{Host, HostError};
use crate::plan::{Past, state};
use crate::value::Value;

use super::world::World;

/// What exists, and what becomes of it.
#[derive(Default)]
pub(super) struct Prior {
    /// By the address where the configuration has it now.
    known: BTreeMap<ResourceInstance, Known>,
    /// Output values of the root module.
    outputs: Vec<(Str, Value)>,
    /// What becomes of the instances that were planned so far.
    changes: RefCell<HashMap<ResourceInstance, Past>>,
    /// The identities by which instances are imported.
    imports: OnceCell<HashMap<ResourceInstance, Str>>,
    /// Imports are being evaluated, which may ask for an instance: nothing of it is imported then.
    importing: Cell<bool>,
}

/// An instance that exists.
#[derive(Clone, Debug)]
struct Known {
    attrs: Value,
    tainted: bool,
    /// Where it was, if it is moved.
    moved_from: Option<ResourceInstance>,
    import: Option<Str>,
}

impl<'c> World<'c> {
    /// What exists; nothing where no state is looked at.
    pub(super) fn prior(&self) -> &Prior {
        self.prior.get_or_init(|| match self.options.strict && self.options.state && !self.options.unset {
            true => self.moved(self.state()),
            false => Prior::default(),
        })
    }

    /// The state file of the root module, as its backend and the workspace say.
    fn state(&self) -> state::State {
        let Some(path) = self.state_file() else { return state::State::default() };
        let read = match self.files.read(&path) {
            Ok(bytes) => state::read(&bytes, self.registry),
            Err(HostError::NotFound) => return state::State::default(),
            Err(error) => Err(error.to_string()),
        };
        read.unwrap_or_else(|why| {
            self.report(
                Diagnostic::error("state", format!("the state `{path}` cannot be read"))
                    .note(why)
                    .help("mend the file, or plan with `--no-state`, as if nothing existed"),
            );
            state::State::default()
        })
    }

    /// Where the backend `local` keeps the state; nothing for any other backend. Without a backend it is that one.
    fn state_file(&self) -> Option<String> {
        let module = self.root_instance().module;
        let written = |backend: &Backend<'c>, name: &str| {
            backend
                .body
                .attribute(name)
                .and_then(|attribute| attribute.expr().literal_text())
                .map(|text| text.to_string())
        };
        let backend = module.backend.as_ref();
        if backend.is_some_and(|backend| backend.kind != "local") {
            return None;
        }
        let argument = |name, default: &str| {
            backend.and_then(|backend| written(backend, name)).unwrap_or_else(|| default.to_owned())
        };
        Some(match self.root.workspace.as_deref() {
            None | Some("default") => argument("path", "terraform.tfstate"),
            Some(workspace) => {
                format!("{}/{workspace}/terraform.tfstate", argument("workspace_dir", "terraform.tfstate.d"))
            }
        })
    }

    /// The instance that exists at an address, or that is imported to it.
    fn known(&self, address: &ResourceInstance) -> Option<Known> {
        let prior = self.prior();
        prior.known.get(address).cloned().or_else(|| self.imported(address))
    }
}
