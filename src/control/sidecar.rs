//! Files of profiles and waivers: reading them, and choosing the profile in force.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Diagnostic, nearest};
use crate::source::{SourceFile, SourceMap, read_file};
use crate::syntax::{self, Block, Syntax, Tree, decode};

use super::decode::{profile, waiver};
use super::{Profile, Waiver};

/// How the names of such files end.
pub const EXTENSION: &str = ".tom.hcl";

/// The profiles that come with the program: name, then files by name and content.
static BUILT_IN: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// Files that hold profiles and waivers. What they hold is decoded when it is asked for.
#[derive(Debug, Default)]
pub struct Sidecars {
    trees: Vec<Tree>,
}

/// The names of the profiles that come with the program, sorted.
pub fn built_in() -> impl Iterator<Item = &'static str> + Clone {
    BUILT_IN.iter().map(|(name, _)| *name)
}

impl Sidecars {
    /// Reads files, and of directories all files whose name ends in [`EXTENSION`], not those below them.
    pub fn read(paths: &[PathBuf], sources: &SourceMap) -> (Sidecars, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut files = paths.iter().flat_map(|path| files_of(path, &mut diagnostics)).collect::<Vec<_>>();
        // A file may be named twice, or stand in a directory that is named as well.
        let mut seen = HashSet::new();
        files.retain(|path| seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())));
        let files = files.into_iter().filter_map(|path| match read_file(&path, &path) {
            Ok(bytes) => Some(sources.add(path, bytes)),
            Err(problem) => {
                diagnostics.push(problem.into());
                None
            }
        });
        let (sidecars, more) = Sidecars::parse(files.collect());
        diagnostics.extend(more);
        (sidecars, diagnostics)
    }

    /// Reads files that are at hand.
    pub fn parse(files: Vec<Arc<SourceFile>>) -> (Sidecars, Vec<Diagnostic>) {
        const FILE: decode::Form = decode::Form {
            what: "a sidecar",
            required: &[],
            optional: &[],
            blocks: &["policy_metadata", "presence", "profile", "waiver"],
        };
        let trees: Vec<Tree> = files.into_iter().map(|file| syntax::parse(file, Syntax::Native)).collect();
        let mut diagnostics = Vec::new();
        for tree in &trees {
            diagnostics.extend(tree.diagnostics().iter().cloned());
            decode::check_form(tree.body(), tree.file().span(), &FILE, &mut diagnostics);
        }
        let sidecars = Sidecars { trees };
        for kind in ["profile", "waiver"] {
            sidecars.check_unique(kind, &mut diagnostics);
        }
        (sidecars, diagnostics)
    }

    fn check_unique(&self, kind: &str, diagnostics: &mut Vec<Diagnostic>) {
        let mut seen = HashMap::new();
        for block in self.blocks(kind) {
            let Some(label) = decode::id_label(block, diagnostics) else { continue };
            if let Some(first) = seen.insert(label.text.clone(), label.span) {
                diagnostics.push(
                    Diagnostic::error("duplicate-name", format!("there are two of `{kind} \"{}\"`", label.text))
                        .at(label.span, "")
                        .at(first, "the other one"),
                );
            }
        }
    }

    fn blocks<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = Block<'s>> {
        self.trees.iter().flat_map(move |tree| tree.body().blocks().filter(move |block| block.ty().name == kind))
    }

    fn find(&self, name: &str) -> Option<Block<'_>> {
        self.blocks("profile").find(|block| block.labels().first().is_some_and(|label| label.text == name))
    }

    /// The names of the profiles in these files.
    pub fn names(&self) -> Vec<String> {
        let labels = self.blocks("profile").filter_map(|block| block.labels().into_iter().next());
        labels.map(|label| label.text.into_owned()).collect()
    }

    /// The profile of a name: of these files, else of those that come with the program.
    pub fn profile(&self, name: &str, sources: &SourceMap) -> (Option<Profile>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let profile = self.resolve(name, sources, &mut Vec::new(), &mut diagnostics).unwrap_or_else(|| {
            diagnostics.push(self.unknown(name));
            None
        });
        (profile, diagnostics)
    }

    /// The profile in a file or directory that no other one there extends: what is meant by naming a path.
    pub fn profile_at(&self, path: &Path, sources: &SourceMap) -> (Option<Profile>, Vec<Diagnostic>) {
        let mut ignored = Vec::new();
        let there = |block: &Block<'_>| {
            let file = sources.get(block.header().file);
            file.path() == path || file.path().parent() == Some(path)
        };
        let blocks: Vec<Block<'_>> = self.blocks("profile").filter(there).collect();
        let mut extends = |block: &Block<'_>| decode::string(decode::argument(block.body(), "extends")?, &mut ignored);
        let extended: Vec<_> = blocks.iter().filter_map(&mut extends).collect();
        let mut names: Vec<String> =
            blocks.iter().filter_map(|block| Some(block.labels().pop()?.text.into_owned())).collect();
        names.retain(|name| !extended.iter().any(|other| other == name.as_str()));
        match names.as_slice() {
            [name] => self.profile(name, sources),
            [] => (None, vec![Diagnostic::error("no-profile", "no profile is defined there").in_file(path)]),
            [first, ..] => {
                let all = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let error = Diagnostic::error("several-profiles", format!("several profiles are defined there: {all}"));
                let help = format!("choose one by its name: `--waivers {} --profile {first}`", path.display());
                (None, vec![error.help(help)])
            }
        }
    }

    /// Outer none: there is no such profile; inner none: it cannot be decoded. `chain`: the profiles that extend it.
    fn resolve(
        &self,
        name: &str,
        sources: &SourceMap,
        chain: &mut Vec<String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Option<Profile>> {
        let Some(block) = self.find(name) else {
            let (_, files) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
            let add = |(file, text): &(&str, &str)| {
                sources.add(Path::new("built-in/profiles").join(name).join(file), text.as_bytes().to_vec())
            };
            let (built_in, more) = Sidecars::parse(files.iter().map(add).collect());
            diagnostics.extend(more);
            let block = built_in.find(name)?;
            return Some(profile::decode(block, None, diagnostics));
        };
        let mut base = None;
        if let Some(extends) = decode::argument(block.body(), "extends")
            && let Some(parent) = decode::string(extends, diagnostics)
        {
            chain.push(name.to_owned());
            if parent != name && chain.iter().any(|known| *known == parent) {
                let way = format!("{} → {parent}", chain.join(" → "));
                let error = Diagnostic::error("profile-cycle", format!("the profile `{parent}` extends itself"));
                diagnostics.push(error.at(extends.span(), "").note(way));
                return Some(None);
            }
            // A profile may extend the built-in one of its own name.
            let others = Sidecars::default();
            let parents = if parent == name { &others } else { self };
            match parents.resolve(&parent, sources, chain, diagnostics) {
                Some(Some(profile)) => base = Some(profile),
                Some(None) => return Some(None),
                None => {
                    diagnostics.push(self.unknown(&parent).at(extends.span(), ""));
                    return Some(None);
                }
            }
        }
        Some(profile::decode(block, base, diagnostics))
    }

    fn unknown(&self, name: &str) -> Diagnostic {
        let own = self.names();
        let mut names: Vec<&str> = own.iter().map(String::as_str).collect();
        names.extend(built_in().map(|name| name as &str));
        names.sort_unstable();
        names.dedup();
        if name.contains('/') || name.ends_with(EXTENSION) {
            return Diagnostic::error("unknown-profile", format!("there is no file or directory `{name}`"));
        }
        let error = Diagnostic::error("unknown-profile", format!("there is no profile `{name}`"));
        match nearest(name, names.iter().copied()) {
            Some(near) => error.help(format!("did you mean `{near}`?")),
            None => error.note(format!("profiles are {}", names.join(", "))),
        }
    }

    /// The waivers of these files, in order. One that cannot be read is not among them.
    pub fn waivers(&self) -> (Vec<Waiver>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let waivers = self.blocks("waiver").filter_map(|block| waiver::decode(block, &mut diagnostics)).collect();
        (waivers, diagnostics)
    }
}

fn files_of(path: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(reason) => {
            let message = format!("cannot read the directory: {reason}");
            diagnostics.push(Diagnostic::error("unreadable-file", message).in_file(path));
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(EXTENSION) && path.is_file())
        .collect();
    files.sort();
    files
}
