//! The files of a run and their trees, each read and parsed once.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use elsa::sync::{FrozenMap, FrozenVec};
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::source::{self, Boundary, ConfigFile, Files, Flavour, Problem, Role, SourceFile, SourceMap, Span, Texts};
use crate::syntax::{self, Expr, Syntax, Tree};

/// The files of a run and their trees. Grows while a run finds more and forgets nothing, so what it hands out lives as
/// long as it does.
#[derive(Debug, Default)]
pub struct Sources {
    map: SourceMap,
    directories: FrozenVec<Box<Parsed>>,
    /// Place in `directories` by canonical path.
    places: FrozenMap<PathBuf, usize>,
    /// Trees of texts that are in no file of their own.
    fragments: FrozenVec<Box<Tree>>,
    /// What is read in place of files.
    texts: Texts,
    variable_files: FrozenMap<PathBuf, Box<Tree>>,
    names: FrozenVec<Box<str>>,
    boundary: Boundary,
    flavour: Flavour,
}

/// A directory with the trees of its configuration files.
#[derive(Debug)]
pub struct Parsed {
    /// The directory.
    pub directory: source::Directory,
    /// Its configuration files in the order in which they apply, without those that could not be read.
    pub files: Vec<(Role, Tree)>,
    /// The others of its files, as if they were empty, and why they could not be read.
    pub problems: Vec<(Arc<SourceFile>, Problem)>,
}

/// Reads and parses all files that were found, in parallel. What cannot be read is noted in [`Parsed::problems`], what
/// cannot be parsed in [`Tree::diagnostics`]; [`load`](super::load) reports both.
pub fn parse(files: &Files) -> Sources {
    parse_with(files, Texts::new())
}

/// As [`parse`], with texts in place of files: what an editor holds and has not saved, or what is nowhere but in memory
/// ([`source::in_memory`]).
pub fn parse_with(files: &Files, texts: Texts) -> Sources {
    let sources = Sources { boundary: files.boundary.clone(), flavour: files.flavour, texts, ..Sources::default() };
    sources.add(files.directories.clone());
    sources
}

impl Sources {
    /// All files that were read, by identity: for showing spans.
    pub fn map(&self) -> &SourceMap {
        &self.map
    }

    /// How far reading may go.
    pub fn boundary(&self) -> &Boundary {
        &self.boundary
    }

    /// Which program's rules say which files count.
    pub fn flavour(&self) -> Flavour {
        self.flavour
    }

    /// Whether an expression may read the file at a canonical path: in the repository, in a given directory, or in the
    /// directory of a module that was loaded.
    pub fn may_read(&self, real: &Path) -> bool {
        self.boundary.contains(real) || real.ancestors().any(|above| self.places.get_copy(above).is_some())
    }

    /// The directory of a canonical path, if it was read.
    pub fn directory(&self, real: &Path) -> Option<&Parsed> {
        self.places.get_copy(real).and_then(|place| self.directories.get(place))
    }

    /// How many configuration files were read.
    pub fn count(&self) -> usize {
        self.directories(0).map(|parsed| parsed.files.len()).sum()
    }

    /// The directories that were read from the one at `start` on, in the order in which they were.
    pub(super) fn directories(&self, start: usize) -> impl Iterator<Item = &Parsed> {
        (start..self.directories.len()).filter_map(|place| self.directories.get(place))
    }

    /// Reads and parses more directories. The order in which they are given is the order in which files get their
    /// identities, so that it does not depend on threads.
    pub(super) fn add(&self, directories: Vec<source::Directory>) {
        let wanted: Vec<(&source::Directory, &ConfigFile)> = directories
            .iter()
            .flat_map(|directory| directory.listing.files.iter().map(move |file| (directory, file)))
            .collect();
        let bytes: Vec<_> = in_parallel(wanted, |(directory, file)| (self.read(directory, file), file.json));
        let files: Vec<_> =
            bytes.into_iter().map(|(read, json)| read.map(|(path, bytes)| (self.map.add(path, bytes), json))).collect();
        let trees = in_parallel(files, |file| {
            file.map(|(file, json)| syntax::parse(file, if json { Syntax::Json } else { Syntax::Native }))
        });
        let mut trees = trees.into_iter();
        for directory in directories {
            let mut parsed = Parsed { directory, files: Vec::new(), problems: Vec::new() };
            for (file, tree) in parsed.directory.listing.files.iter().zip(trees.by_ref()) {
                match tree {
                    Ok(tree) => parsed.files.push((file.role, tree)),
                    Err(problem) => {
                        let shown = parsed.directory.path.join(&file.name);
                        parsed.problems.push((self.map.add(shown, Vec::new()), problem));
                    }
                }
            }
            let place = self.directories.len();
            if self.places.get_copy_or_insert(parsed.directory.real.clone(), place) == place {
                self.directories.push(Box::new(parsed));
            }
        }
    }

    fn read(&self, directory: &source::Directory, file: &ConfigFile) -> Result<(PathBuf, Vec<u8>), Problem> {
        let (shown, path) = (directory.path.join(&file.name), directory.real.join(&file.name));
        if let Some(text) = self.texts.get(&path) {
            return Ok((shown, text.clone()));
        }
        if file.link {
            self.boundary.follow(&directory.real, &path, &shown)?;
        }
        let bytes = source::read_file(&path, &shown)?;
        Ok((shown, bytes))
    }

    /// The tree of a variable file or lock file of a directory, which may be a link within the tree.
    pub(super) fn file_of(&self, directory: &source::Directory, name: &OsStr) -> Result<&Tree, Problem> {
        let (shown, path) = (directory.path.join(name), directory.real.join(name));
        match self.texts.contains_key(&path) {
            true => self.variable_file(&path, &shown),
            false => self.variable_file(&self.boundary.follow(&directory.real, &path, &shown)?, &shown),
        }
    }

    /// The tree of a variable file, read once however many root modules it is for.
    pub(super) fn variable_file(&self, path: &Path, shown: &Path) -> Result<&Tree, Problem> {
        if let Some(tree) = self.variable_files.get(path) {
            return Ok(tree);
        }
        let bytes = match self.texts.get(path) {
            Some(text) => text.clone(),
            None => source::read_file(path, shown)?,
        };
        let json = path.as_os_str().as_encoded_bytes().ends_with(b".json");
        let file = self.map.add(shown.to_path_buf(), bytes);
        let tree = syntax::parse(file, if json { Syntax::JsonValues } else { Syntax::Native });
        Ok(self.variable_files.insert(path.to_path_buf(), Box::new(tree)))
    }

    /// Stands for a file that could not be read, so that there is a place to name.
    pub(super) fn unread(&self, shown: &Path) -> Span {
        self.map.add(shown.to_path_buf(), Vec::new()).span()
    }

    /// The tree of a text that is in no file; `name` is shown as its path.
    pub(super) fn text(&self, name: PathBuf, text: &str, syntax: Syntax) -> &Tree {
        let file = self.map.add(name, text.as_bytes().to_vec());
        self.fragments.push_get(Box::new(syntax::parse(file, syntax)))
    }

    /// An expression, or where it is a string the expression that is written in the string: in JSON syntax references
    /// and types are written so.
    pub(super) fn unquote<'s>(&'s self, expr: Expr<'s>) -> Expr<'s> {
        match expr.parse_text() {
            Some(tree) => self.fragments.push_get(Box::new(tree)).expression(),
            None => expr,
        }
    }

    /// A name that lives as long as the sources.
    pub(super) fn name<'s>(&'s self, name: std::borrow::Cow<'s, str>) -> &'s str {
        match name {
            std::borrow::Cow::Borrowed(name) => name,
            std::borrow::Cow::Owned(name) => self.names.push_get(name.into()),
        }
    }
}

/// All that is wrong in a file by itself: what its syntax refuses, and in JSON syntax a file that is no object.
pub(super) fn file_diagnostics(tree: &Tree) -> Vec<Diagnostic> {
    let mut diagnostics = tree.diagnostics().to_vec();
    if let (true, Some(span)) = (tree.body().is_json() && diagnostics.is_empty(), tree.body().damage()) {
        diagnostics.push(
            Diagnostic::error("syntax", "the file must be a JSON object, or an array of objects")
                .at(span, "")
                .help("write `{ \"name\": … }`"),
        );
    }
    diagnostics
}

/// The results in the order of the items. A few items are not worth waking other threads.
pub(super) fn in_parallel<T: Send, R: Send>(items: Vec<T>, each: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    match items.len() {
        0..4 => items.into_iter().map(each).collect(),
        _ => items.into_par_iter().map(each).collect(),
    }
}
