//! The walk through given directories.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::super::problem::{Problem, ProblemKind};
use super::boundary::Boundary;
use super::ignored::Rules;
use super::listing::{self, Entries};
use super::{Directory, Options};

/// A path that the user gave, as a directory.
pub(super) struct Start {
    /// The directory as it is shown.
    pub shown: PathBuf,
    /// The canonical path.
    pub real: PathBuf,
    /// Whether what is below belongs to it.
    pub below: bool,
}

/// What is found so far. Directories are visited in parallel, so all is sorted before anyone sees it.
#[derive(Default)]
struct Found {
    directories: Vec<Directory>,
    /// Symbolic links that may lead to directories: shown and unresolved real path.
    links: Vec<(PathBuf, PathBuf)>,
    problems: Vec<Problem>,
}

/// A walk through one given directory after the other.
pub(super) struct Walk<'a> {
    options: &'a Options,
    boundary: &'a Boundary,
    done: Found,
    /// Canonical paths of the directories visited with what is below them.
    visited: HashSet<PathBuf>,
}

impl<'a> Walk<'a> {
    pub fn new(options: &'a Options, boundary: &'a Boundary) -> Self {
        Walk { options, boundary, done: Found::default(), visited: HashSet::new() }
    }

    /// Adds what a given path leads to.
    pub fn from(&mut self, start: &Start) {
        self.visit(start.shown.clone(), start.real.clone(), start.below, true);
        if start.below {
            self.follow();
        }
    }

    /// What was found: directories in the order in which the given paths lead to them.
    pub fn finish(self) -> (Vec<Directory>, Vec<Problem>) {
        (self.done.directories, self.done.problems)
    }

    /// Visits a directory that no link leads to, and unless `below` is false all that is below it.
    fn visit(&mut self, shown: PathBuf, real: PathBuf, below: bool, named: bool) {
        let rules = match self.options.git_ignore && below {
            true => Rules::above(&real, self.boundary.repository_of(&real)),
            false => None,
        };
        let visit = Visit { options: self.options, visited: &self.visited, below, found: Mutex::default() };
        rayon::in_place_scope(|scope| visit.directory(scope, shown, real, rules, named));
        let mut found = visit.found.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        found.directories.sort_by(|a, b| a.path.cmp(&b.path));
        if below {
            self.visited.extend(found.directories.iter().map(|directory| directory.real.clone()));
        }
        self.done.directories.append(&mut found.directories);
        self.done.links.append(&mut found.links);
        self.done.problems.append(&mut found.problems);
    }

    /// Visits what symbolic links lead to, one after the other, so that it does not depend on threads which of two
    /// links to one directory comes first.
    fn follow(&mut self) {
        while !self.done.links.is_empty() {
            let mut links = std::mem::take(&mut self.done.links);
            links.sort();
            for (shown, link) in links {
                if let Some(target) = self.target(&shown, &link) {
                    self.visit(shown, target, true, false);
                }
            }
        }
    }

    /// The directory that a link leads to, if it is to be visited.
    fn target(&mut self, shown: &Path, link: &Path) -> Option<PathBuf> {
        // A broken link that is no configuration file is nobody's business.
        let target = link.canonicalize().ok().filter(|target| target.is_dir())?;
        let above = link.parent().is_some_and(|parent| parent.starts_with(&target));
        let problem = if above {
            ProblemKind::Loop
        } else if !self.boundary.contains(&target) {
            ProblemKind::Outside(target)
        } else if self.visited.contains(&target) || target.components().any(|part| part.as_os_str() == ".terraform") {
            return None;
        } else {
            return Some(target);
        };
        self.done.problems.push(Problem::new(shown, problem));
        None
    }
}

/// The visit of one directory and of what is below it.
struct Visit<'a> {
    options: &'a Options,
    visited: &'a HashSet<PathBuf>,
    below: bool,
    found: Mutex<Found>,
}

impl Visit<'_> {
    fn directory<'s>(
        &'s self,
        scope: &rayon::Scope<'s>,
        shown: PathBuf,
        real: PathBuf,
        rules: Option<Arc<Rules>>,
        named: bool,
    ) {
        if self.visited.contains(&real) && !named {
            return;
        }
        let Entries { listing, directories, links, git, git_ignore } = match listing::list(&real, self.options.flavour)
        {
            Ok(entries) => entries,
            Err(error) => {
                let problem = Problem::directory(&super::shown(&shown), &error);
                return self.found(|found| found.problems.push(problem));
            }
        };
        let rules = match self.options.git_ignore {
            true => Rules::new(&real, rules, git, git_ignore),
            false => None,
        };
        let ignored = |name: &Path, directory| match &rules {
            Some(rules) => rules.ignores(&real.join(name), directory),
            None => false,
        };
        if self.below {
            for name in directories.iter().filter(|name| !ignored(Path::new(name), true)) {
                let (shown, real, rules) = (shown.join(name), real.join(name), rules.clone());
                scope.spawn(move |scope| self.directory(scope, shown, real, rules, false));
            }
        }
        let links = links.iter().filter(|name| self.below && !ignored(Path::new(name), true));
        let links: Vec<_> = links.map(|name| (shown.join(name), real.join(name))).collect();
        // A directory in which all configuration is ignored is no module of anyone's; else all of it is read.
        let module = named || listing.files.iter().any(|file| !ignored(Path::new(&file.name), false));
        self.found(|found| {
            found.links.extend(links);
            // Directories without configuration are kept as well: they are visited.
            let listing = if module { listing } else { listing::Listing::default() };
            found.directories.push(Directory { path: shown, real, named, listing });
        });
    }

    fn found(&self, add: impl FnOnce(&mut Found)) {
        add(&mut self.found.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));
    }
}
