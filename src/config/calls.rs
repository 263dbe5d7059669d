//! What module calls lead to.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::source;

use super::address::{self, Address};
use super::blocks;
use super::module::{Module, ModuleId, Source};
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
    pub(super) fn resolve(&mut self, mut start: usize) {
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
        let relative = match address::parse(&text, call.versioned) {
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
                        .help("correct the path; it is relative to the directory of this file")
                        .without_place(),
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
    pub(super) fn read(&mut self, wanted: Vec<(usize, PathBuf)>) {
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

    pub(super) fn found(&self, real: &Path, version: Option<Str>) -> Source {
        match self.ids.get(real) {
            Some(id) => Source::Found(*id, version),
            None => Source::Missing("its directory cannot be read".into()),
        }
    }
}
