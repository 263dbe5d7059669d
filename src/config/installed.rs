//! Modules that `terraform init` has installed: what the manifests of root modules lead to.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::diag::Diagnostic;

use super::calls::Modules;
use super::declarations::Call;
use super::inputs::Inputs;
use super::manifest::{self, Record};
use super::module::{Module, ModuleId, Source};
use super::roots::{cut_circles, reach, shown};

/// A call of a module: the caller, and the call's place in it.
type Place = (usize, usize);

impl<'s> Modules<'s> {
    /// Whether a remote source is called by each module or below it, through local sources.
    pub fn calling_remote(&self) -> Vec<bool> {
        let mut callers: Vec<Vec<usize>> = vec![Vec::new(); self.list.len()];
        let mut open = Vec::new();
        for (at, module) in self.list.iter().enumerate() {
            for call in module.calls.values() {
                match call.source {
                    Source::Found(id, _) => callers[id.0 as usize].push(at),
                    Source::Missing(_) if call.remote => open.push(at),
                    Source::Missing(_) => {}
                }
            }
        }
        let mut calling = vec![false; self.list.len()];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut calling[at], true) {
                open.extend(&callers[at]);
            }
        }
        calling
    }

    /// What calls with remote sources lead to in each of the given root modules, by module path.
    pub fn install(&mut self, roots: &[ModuleId], inputs: &Inputs) -> Vec<IndexMap<Str, Source>> {
        let calling = self.calling_remote();
        let mut targets = vec![IndexMap::new(); roots.len()];
        let mut records: Vec<(usize, Record)> = Vec::new();
        for (at, root) in roots.iter().enumerate().filter(|(_, root)| calling[root.0 as usize]) {
            let Some(parsed) = self.sources.directory(&self.list[root.0 as usize].real) else {
                continue;
            };
            let read = manifest::read(parsed, inputs.data_dir.as_deref(), self.sources.boundary(), &mut self.out);
            records.extend(read.into_iter().map(|record| (at, record)));
        }
        records.sort_by(|(a_root, a), (b_root, b)| (a.depth(), a_root, &a.key).cmp(&(b.depth(), b_root, &b.key)));
        for same_depth in records.chunk_by(|(_, a), (_, b)| a.depth() == b.depth()) {
            self.install_depth(roots, inputs, same_depth, &mut targets);
        }
        targets
    }

    /// Takes in the modules that a manifest has at one depth: what is below them is known only when they are read.
    fn install_depth(
        &mut self,
        roots: &[ModuleId],
        inputs: &Inputs,
        records: &[(usize, Record)],
        targets: &mut [IndexMap<Str, Source>],
    ) {
        let data_dir = inputs.data_dir.as_deref();
        let mut found = Vec::new();
        for (at, record) in records {
            let root = roots[*at];
            let Some((caller, call)) = self.call_at(root, &record.key, &targets[*at]) else {
                continue;
            };
            if call.remote {
                let real = &self.list[root.0 as usize].real;
                found.push((*at, caller, record, record.lead(call, real, data_dir, self.sources.boundary())));
            }
        }
        let start = self.list.len();
        let wanted = found.iter().filter_map(|(_, caller, _, lead)| Some((*caller, lead.as_ref().ok()?.0.clone())));
        self.read(wanted.collect());
        for (at, _, record, lead) in found {
            let source = match lead {
                Ok((real, version)) => self.found(&real, version),
                Err(reason) => Source::Missing(reason.into()),
            };
            targets[at].insert(record.key.as_str().into(), source);
        }
        if start < self.list.len() {
            self.resolve(start);
            cut_circles(&mut self.list, roots, &mut self.out);
        }
    }

    /// The call at a module path, and its caller, if all calls on the way lead somewhere.
    fn call_at(&self, root: ModuleId, key: &str, targets: &IndexMap<Str, Source>) -> Option<(usize, &Call<'s>)> {
        let mut caller = root;
        let mut end = 0;
        loop {
            let name = key[end..].split('.').next().filter(|name| !name.is_empty())?;
            end += name.len();
            let call = self.list[caller.0 as usize].calls.get(name)?;
            if end == key.len() {
                return Some((caller.0 as usize, call));
            }
            let source = if call.remote { targets.get(&key[..end])? } else { &call.source };
            let Source::Found(id, _) = source else {
                return None;
            };
            caller = *id;
            end += 1;
        }
    }

    /// One warning for each source that is not there, or not as it is asked for, in some root module.
    pub fn check_installed(&mut self, roots: &[ModuleId], targets: &[IndexMap<Str, Source>]) {
        let calling = self.calling_remote();
        let mut missing = Missing::default();
        // Without a manifest nothing is installed, so what one such root reaches needs no second look.
        let mut seen = vec![false; self.list.len()];
        for (root, targets) in roots.iter().zip(targets).filter(|(root, _)| calling[root.0 as usize]) {
            let mut leads: HashMap<Place, &Source> = HashMap::new();
            let mut reached = match targets.is_empty() {
                true => reach(&self.list, *root, &mut seen),
                false => self.reach_with(*root, targets, &mut leads),
            };
            reached.sort();
            for id in reached {
                let calls = self.list[id.0 as usize].calls.values().enumerate().filter(|(_, call)| call.remote);
                for (at, call) in calls {
                    let place = (id.0 as usize, at);
                    match leads.get(&place) {
                        Some(Source::Found(..)) => {}
                        Some(Source::Missing(reason)) => missing.add(place, call, reason, &self.list[root.0 as usize]),
                        None => missing.add(place, call, "", &self.list[root.0 as usize]),
                    }
                }
            }
        }
        self.out.extend(missing.diagnostics());
    }

    /// The modules that a root module with a manifest reaches; notes what the manifest says of calls.
    fn reach_with<'t>(
        &self,
        root: ModuleId,
        targets: &'t IndexMap<Str, Source>,
        leads: &mut HashMap<Place, &'t Source>,
    ) -> Vec<ModuleId> {
        let mut marks = vec![false; self.list.len()];
        let mut reached = reach(&self.list, root, &mut marks);
        for (key, source) in targets {
            if let Some((caller, call)) = self.call_at(root, key, targets) {
                let at = self.list[caller].calls.get_index_of(call.name).unwrap_or_default();
                leads.insert((caller, at), source);
            }
            if let Source::Found(id, _) = source {
                reached.extend(reach(&self.list, *id, &mut marks));
            }
        }
        reached
    }
}

/// Sources that are not there, each with why, and the number of calls that have it.
#[derive(Default)]
struct Missing {
    sources: IndexMap<(Str, Str), (usize, Diagnostic)>,
    places: HashSet<Place>,
}

impl Missing {
    fn add(&mut self, place: Place, call: &Call<'_>, reason: &str, root: &Module<'_>) {
        let Some((text, span)) = &call.source_text else {
            return;
        };
        let entry = self.sources.entry((text.clone(), reason.into()));
        let (count, _) = entry.or_insert_with(|| (0, not_installed(text, reason, root).at(*span, "")));
        *count += usize::from(self.places.insert(place));
    }

    fn diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        self.sources.into_values().map(|(count, diagnostic)| match count {
            0 | 1 => diagnostic,
            2 => diagnostic.note("another call has this source too"),
            more => diagnostic.note(format!("{} other calls have this source too", more - 1)),
        })
    }
}

fn not_installed(text: &str, reason: &str, root: &Module<'_>) -> Diagnostic {
    let help = match root.dir.as_os_str().is_empty() {
        true => "run `terraform init`".to_owned(),
        false => format!("run `terraform init` in `{}`", shown(root)),
    };
    let diagnostic = match reason {
        "" => Diagnostic::warning("module-not-installed", format!("module `{text}` is not installed")),
        reason => Diagnostic::warning("module-outdated", format!("module `{text}` is not installed: {reason}")),
    };
    diagnostic.help(help).note("what depends on it is unknown")
}
