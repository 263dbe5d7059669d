//! What module calls lead to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::source;

use super::address::{self, Address};
use super::blocks;
use super::inputs::Inputs;
use super::manifest::{self, Record};
use super::module::{Call, Module, ModuleId, Source};
use super::roots::{cut_circles, shown};
use super::sources::{Sources, in_parallel};

/// The modules read so far.
pub(super) struct Modules<'s> {
    pub sources: &'s Sources,
    pub list: Vec<Module<'s>>,
    /// Modules by canonical directory.
    ids: HashMap<PathBuf, ModuleId>,
    pub out: Vec<Diagnostic>,
}

/// A call of a module: the caller, and the call's place in it.
type Place = (usize, usize);

impl<'s> Modules<'s> {
    /// The modules of all directories that were discovered, and those that their calls lead to by local sources.
    pub fn new(sources: &'s Sources) -> Self {
        let mut modules = Modules { sources, list: Vec::new(), ids: HashMap::new(), out: Vec::new() };
        modules.lower();
        modules.resolve(0);
        modules
    }

    /// Reads what the directories declare that were parsed since the last time.
    fn lower(&mut self) {
        let new: Vec<_> = self.sources.directories(self.list.len()).collect();
        for (module, out) in in_parallel(new, |parsed| blocks::lower(self.sources, parsed)) {
            self.ids.insert(module.real.clone(), ModuleId(self.list.len() as u32));
            self.list.push(module);
            self.out.extend(out);
        }
    }

    /// Finds what the calls of modules from `start` on lead to, and reads that, until nothing new is found.
    fn resolve(&mut self, mut start: usize) {
        while start < self.list.len() {
            let end = self.list.len();
            let mut found: Vec<(Place, Result<PathBuf, Str>)> = Vec::new();
            for caller in start..end {
                for at in 0..self.list[caller].calls.len() {
                    if let Some(target) = self.target(caller, at) {
                        found.push(((caller, at), target));
                    }
                }
            }
            let wanted = found.iter().filter_map(|((caller, _), target)| Some((*caller, target.as_ref().ok()?)));
            let wanted = wanted.map(|(caller, real)| (caller, real.clone())).collect();
            self.read(wanted);
            for ((caller, at), target) in found {
                let source = match target {
                    Ok(real) => self.found(&real, None),
                    Err(reason) => Source::Missing(reason),
                };
                self.list[caller].calls[at].source = source;
            }
            start = end;
        }
    }

    /// The canonical directory that the source of a call means, or why there is none; nothing where the source is not
    /// local or cannot be read.
    fn target(&mut self, caller: usize, at: usize) -> Option<Result<PathBuf, Str>> {
        let module = &mut self.list[caller];
        let call = &mut module.calls[at];
        let (text, span) = call.source_text.clone()?;
        let relative = match address::parse(&text, call.version.is_some()) {
            Ok(Address::Local(relative)) => relative,
            Ok(Address::Remote(_)) => {
                call.remote = true;
                call.source = Source::Missing(format!("module `{text}` is not installed").into());
                return None;
            }
            Err((message, help)) => {
                call.source = Source::Missing(message.as_str().into());
                self.out.push(Diagnostic::error("invalid-module-source", message).at(span, "").help(help));
                return None;
            }
        };
        let lexical = source::clean(&module.real.join(&relative));
        if self.ids.contains_key(&lexical) {
            return Some(Ok(lexical));
        }
        let from = self.list[caller].real.clone();
        let directory = lexical.canonicalize().ok().filter(|real| real.is_dir());
        let reason = match directory {
            None => {
                let reason = format!("module directory `{text}` does not exist");
                self.out.push(
                    Diagnostic::error("module-not-found", &reason)
                        .at(span, "")
                        .help("correct the path; it is relative to the directory of this file"),
                );
                reason
            }
            Some(real) if !self.sources.boundary().may_lead(&from, &real) => {
                let reason = format!("module directory `{text}` is outside the repository");
                self.out.push(
                    Diagnostic::error("outside-tree", &reason)
                        .at(span, "")
                        .help("name that directory on the command line as well, if it is to be read"),
                );
                reason
            }
            Some(real) => return Some(Ok(real)),
        };
        Some(Err(reason.into()))
    }

    /// Reads directories that callers lead to, those that are not read yet, and what they declare.
    fn read(&mut self, wanted: Vec<(usize, PathBuf)>) {
        let mut new: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
        for (caller, real) in wanted {
            if !self.ids.contains_key(&real) && !new.contains_key(&real) {
                let caller = &self.list[caller];
                // Where there is a `..` in the path that is shown, it may be after a link and must stay.
                let path = caller.dir.join(source::relative(&caller.real, &real));
                let cleaned = source::clean(&path);
                let same = cleaned.canonicalize().is_ok_and(|cleaned| cleaned == real);
                new.insert(real, if same { cleaned } else { path });
            }
        }
        let flavour = self.sources.flavour();
        let mut directories = Vec::new();
        for (real, path) in new {
            match source::directory(path, real, flavour) {
                Ok(directory) => directories.push(directory),
                Err(problem) => self.out.push(problem.into()),
            }
        }
        directories.sort_by(|a, b| a.path.cmp(&b.path));
        self.sources.add(directories);
        self.lower();
    }

    fn found(&self, real: &Path, version: Option<Str>) -> Source {
        match self.ids.get(real) {
            Some(id) => Source::Found(*id, version),
            None => Source::Missing("its directory cannot be read".into()),
        }
    }

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
        let mut missing: IndexMap<(Str, Str), (usize, Diagnostic)> = IndexMap::new();
        let mut known: HashSet<Place> = HashSet::new();
        for (root, targets) in roots.iter().zip(targets).filter(|(root, _)| calling[root.0 as usize]) {
            let mut leads: HashMap<Place, &Source> = HashMap::new();
            let mut reached = vec![false; self.list.len()];
            super::roots::reach(&self.list, *root, &mut reached);
            for (key, source) in targets {
                if let Some((caller, call)) = self.call_at(*root, key, targets) {
                    let at = self.list[caller].calls.get_index_of(call.name).unwrap_or_default();
                    leads.insert((caller, at), source);
                }
                if let Source::Found(id, _) = source {
                    super::roots::reach(&self.list, *id, &mut reached);
                }
            }
            for caller in (0..self.list.len()).filter(|caller| reached[*caller]) {
                let calls = self.list[caller].calls.values().enumerate().filter(|(_, call)| call.remote);
                for (at, call) in calls {
                    let reason = match leads.get(&(caller, at)) {
                        Some(Source::Found(..)) => continue,
                        Some(Source::Missing(reason)) => reason.clone(),
                        None => Str::new(),
                    };
                    let Some((text, span)) = &call.source_text else {
                        continue;
                    };
                    let new = known.insert((caller, at));
                    let root = &self.list[root.0 as usize];
                    let entry = missing.entry((text.clone(), reason.clone()));
                    let (count, _) = entry.or_insert_with(|| (0, not_installed(text, &reason, root).at(*span, "")));
                    *count += usize::from(new);
                }
            }
        }
        self.out.extend(missing.into_values().map(|(count, diagnostic)| match count {
            0 | 1 => diagnostic,
            2 => diagnostic.note("another call has this source too"),
            more => diagnostic.note(format!("{} other calls have this source too", more - 1)),
        }));
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
