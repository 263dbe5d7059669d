//! The policies of a run: read, decoded and checked.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::addrs::Str;
use crate::diag::{Diagnostic, Severity};
use crate::source::SourceMap;
use crate::syntax::{self, Syntax, Tree};
use crate::value::Value;

use super::builtins::Builtin;
use super::file::{BlockKind, File, Pattern};
use super::grammar;
use super::info::{PolicyInfo, PolicyInfos};
use super::presence::Presence;
use super::sidecar::{self, Metadata};
use super::validate::{Siblings, validate};

/// Values of a profile's parameters, by name.
pub type Params = BTreeMap<Str, Value>;

/// The texts of policies, as trees.
#[derive(Debug, Default)]
pub struct Library {
    units: Vec<Unit>,
}

/// The files of one stem.
#[derive(Debug)]
struct Unit {
    stem: Str,
    dir: Str,
    policy: Option<Tree>,
    sidecar: Option<Tree>,
}

impl Library {
    /// The built-in policies that may say something where `occurs` answers which objects there are.
    pub fn builtin(sources: &SourceMap, occurs: &dyn Fn(BlockKind, &Pattern) -> bool) -> Library {
        let read = |path: String, text: &str| {
            syntax::parse(sources.add(path.into(), text.as_bytes().to_vec()), Syntax::Native)
        };
        let units = Builtin::all()
            .iter()
            .filter(|builtin| builtin.concerns(occurs))
            .map(|builtin| {
                let dir = format!("policies/{}/{}", builtin.group, builtin.name);
                Unit {
                    stem: builtin.name.into(),
                    policy: Some(read(format!("{dir}/{}.policy.hcl", builtin.name), builtin.policy)),
                    sidecar: Some(read(format!("{dir}/{}.tom.hcl", builtin.name), builtin.sidecar)),
                    dir: dir.into(),
                }
            })
            .collect();
        Library { units }
    }

    /// The policies of a file, or of a directory and those below it.
    pub fn load(sources: &SourceMap, path: &Path) -> (Library, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut found = BTreeMap::<(PathBuf, String), (Option<Tree>, Option<Tree>)>::new();
        for file in files(path, &[".policy.hcl", ".tom.hcl"], &mut problems) {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let dir = file.parent().map(Path::to_path_buf).unwrap_or_default();
            let Some(tree) = read(sources, &file, &mut problems) else { continue };
            if let Some(stem) = name.strip_suffix(".policy.hcl") {
                found.entry((dir, stem.to_owned())).or_default().0 = Some(tree);
            } else if let Some(stem) = name.strip_suffix(".tom.hcl") {
                found.entry((dir, stem.to_owned())).or_default().1 = Some(tree);
            }
        }
        let units = found
            .into_iter()
            .map(|((dir, stem), (policy, sidecar))| Unit {
                stem: stem.into(),
                dir: dir.to_string_lossy().as_ref().into(),
                policy,
                sidecar,
            })
            .collect();
        (Library { units }, problems)
    }
}

/// Reads one file of policies; what is wrong goes into `problems`.
pub(super) fn read(sources: &SourceMap, path: &Path, problems: &mut Vec<Diagnostic>) -> Option<Tree> {
    match std::fs::read(path) {
        Ok(bytes) => Some(syntax::parse(sources.add(path.to_owned(), bytes), Syntax::Native)),
        Err(error) => {
            problems.push(Diagnostic::error("unreadable", error.to_string()).in_file(path));
            None
        }
    }
}

/// The files of a directory and those below it, or the file itself, with one of the endings; by path.
pub(super) fn files(path: &Path, endings: &[&str], problems: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut found = Vec::new();
    for entry in ignore::WalkBuilder::new(path).standard_filters(false).build() {
        match entry {
            Ok(entry) => {
                let name = entry.file_name().to_string_lossy();
                if entry.path().is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
                    found.push(entry.into_path());
                }
            }
            Err(error) => problems.push(Diagnostic::error("unreadable", error.to_string()).in_file(path)),
        }
    }
    found.sort();
    found
}

/// Decoded policies, ready to judge.
pub struct Policies<'p> {
    pub(super) files: Vec<File<'p>>,
    pub(super) presences: Vec<Presence<'p>>,
    /// By file and block: what the sidecar says of it.
    pub(super) metadata: Vec<Vec<Option<Arc<PolicyInfo>>>>,
    /// By file: inputs and the parameters that they take.
    pub(super) bindings: Vec<BTreeMap<Str, Str>>,
    /// By directory: its files.
    pub(super) siblings: HashMap<Str, Vec<usize>>,
    pub(super) params: Params,
    /// Values given for inputs, whatever the policy.
    pub(super) inputs: Params,
    pub(super) known: super::wanted::Known,
}

impl<'p> Policies<'p> {
    /// Decodes and checks the policies of libraries. `params` are the profile's, `inputs` given for the run.
    pub fn new(
        libraries: impl IntoIterator<Item = &'p Library>,
        params: Params,
        inputs: Params,
    ) -> (Policies<'p>, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut policies = Policies {
            files: Vec::new(),
            presences: Vec::new(),
            metadata: Vec::new(),
            bindings: Vec::new(),
            siblings: HashMap::new(),
            params,
            inputs,
            known: Default::default(),
        };
        for unit in libraries.into_iter().flat_map(|library| &library.units) {
            policies.add(unit, &mut problems);
        }
        policies.check_names(&mut problems);
        (policies, problems)
    }

    fn add(&mut self, unit: &'p Unit, problems: &mut Vec<Diagnostic>) {
        let (metadata, presences) = match &unit.sidecar {
            Some(tree) => sidecar::decode(tree, problems),
            None => Default::default(),
        };
        self.presences.extend(presences);
        let Some(tree) = &unit.policy else { return };
        let file = grammar::decode(tree, &unit.stem, &unit.dir, problems);
        let mut of_blocks: Vec<Option<Arc<PolicyInfo>>> = vec![None; file.blocks.len()];
        let mut bindings = BTreeMap::new();
        for one in metadata {
            assign(&file, &one, &mut of_blocks, problems);
            bindings.extend(one.inputs);
        }
        for (input, _) in bindings.iter().filter(|(input, _)| !file.inputs.contains_key(input.as_str())) {
            let message = format!("the policy `{}` has no input `{input}`, which its sidecar binds", unit.stem);
            problems.push(Diagnostic::error("undeclared", message).in_file(unit_path(unit, ".tom.hcl")));
        }
        self.siblings.entry(file.dir.clone()).or_default().push(self.files.len());
        self.files.push(file);
        self.metadata.push(of_blocks);
        self.bindings.push(bindings);
    }

    fn check_names(&self, problems: &mut Vec<Diagnostic>) {
        for files in self.siblings.values() {
            let names = |of: &dyn Fn(&File<'_>) -> Vec<Str>| files.iter().flat_map(|at| of(&self.files[*at])).collect();
            let siblings = Siblings {
                inputs: names(&|file| file.inputs.keys().map(|name| Str::from(*name)).collect()),
                locals: names(&|file| file.locals.keys().map(|name| Str::from(*name)).collect()),
            };
            for at in files {
                validate(&self.files[*at], &siblings, problems);
            }
        }
    }

    /// Whether any problem makes judging pointless.
    pub fn broken(problems: &[Diagnostic]) -> bool {
        problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// What the sidecars say, by the name of the policy.
    pub fn infos(&self) -> PolicyInfos {
        let blocks = self.metadata.iter().flatten().flatten().cloned();
        let presences = self.presences.iter().map(|presence| Arc::new(presence.info.clone()));
        blocks.chain(presences).map(|info| (info.name.clone(), info)).collect()
    }

    /// How many policies there are: those with a name of their own, else files.
    pub fn len(&self) -> usize {
        let named: std::collections::BTreeSet<Str> = (0..self.files.len())
            .flat_map(|at| (0..self.files[at].blocks.len()).map(move |block| self.name(at, block)))
            .collect();
        named.len() + self.presences.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.iter().all(|file| file.blocks.is_empty()) && self.presences.is_empty()
    }

    /// Policy blocks that no `policy_metadata` covers, by file.
    pub fn uncovered(&self) -> Vec<String> {
        let blocks =
            self.files.iter().zip(&self.metadata).flat_map(|(file, metadata)| file.blocks.iter().zip(metadata));
        blocks.filter(|(_, metadata)| metadata.is_none()).map(|(block, _)| block.address()).collect()
    }

    /// What every block judges: the stem of its file, its kind and its first label.
    pub fn targets(&self) -> impl Iterator<Item = (Str, BlockKind, Pattern)> + '_ {
        self.files
            .iter()
            .flat_map(|file| file.blocks.iter().map(|block| (file.stem.clone(), block.kind, block.target.clone())))
    }

    /// The name under which a block's verdicts go.
    pub(super) fn name(&self, file: usize, block: usize) -> Str {
        match &self.metadata[file][block] {
            Some(info) => info.name.clone(),
            None => self.files[file].stem.clone(),
        }
    }
}

fn unit_path(unit: &Unit, ending: &str) -> PathBuf {
    Path::new(unit.dir.as_str()).join(format!("{}{ending}", unit.stem))
}

/// Gives the blocks of a file the metadata that names them.
fn assign(
    file: &File<'_>,
    metadata: &Metadata,
    of_blocks: &mut [Option<Arc<PolicyInfo>>],
    problems: &mut Vec<Diagnostic>,
) {
    let info = Arc::new(metadata.info.clone());
    let mut give = |at: usize, span, problems: &mut Vec<Diagnostic>| match &of_blocks[at] {
        None => of_blocks[at] = Some(info.clone()),
        Some(other) => {
            let message = format!("`{}` already belongs to `{}`", file.blocks[at].address(), other.name);
            problems.push(Diagnostic::error("duplicate", message).at(span, ""));
        }
    };
    match &metadata.applies_to {
        None => (0..file.blocks.len()).for_each(|at| give(at, metadata.info.span.unwrap_or(file.span), problems)),
        Some(named) => {
            for (address, span) in named {
                match file.blocks.iter().position(|block| block.address() == address.as_str()) {
                    Some(at) => give(at, *span, problems),
                    None => {
                        let known: Vec<String> = file.blocks.iter().map(|block| block.address()).collect();
                        let message = format!("there is no policy block `{address}` in `{}.policy.hcl`", file.stem);
                        let diagnostic = Diagnostic::error("undeclared", message).at(*span, "");
                        problems.push(match crate::diag::nearest(address, known.iter().map(String::as_str)) {
                            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                            None => diagnostic.note(format!("there are {}", known.join(", "))),
                        });
                    }
                }
            }
        }
    }
}
