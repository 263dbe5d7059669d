//! Which directories of the given paths hold configuration, and what they hold.

mod boundary;
mod ignored;
mod listing;
mod read;
mod walk;

pub use boundary::Boundary;
pub use listing::{ConfigFile, Listing, Role};
pub use read::{MAX_FILE_SIZE, read_file};

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use super::problem::{Problem, ProblemKind};
use walk::{Start, Walk};

/// Which program's rules say which files count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flavour {
    /// A directory with `.tf` files is read as Terraform reads it, one with nothing but `.tofu` files as OpenTofu
    /// does: the two are never mixed, and where `.tofu` files are left out a note says so.
    #[default]
    Auto,
    /// Terraform: `.tf` and `.tf.json`.
    Terraform,
    /// OpenTofu: `.tofu` and `.tofu.json` as well; `x.tofu` hides `x.tf`, `x.tofu.json` hides `x.tf.json`.
    OpenTofu,
}

/// Choices of discovery.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Which program's rules say which files count.
    pub flavour: Flavour,
    /// Whether directories are left out in which nothing but what `.gitignore` and `.git/info/exclude` name would be
    /// found. What a module consists of does not depend on it: Terraform reads ignored files too.
    pub git_ignore: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { flavour: Flavour::Auto, git_ignore: true }
    }
}

/// What was found: directories with configuration, and how far reading may go.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Directories with configuration, by path, each real directory once.
    pub directories: Vec<Directory>,
    /// How far reading may go.
    pub boundary: Boundary,
    /// Which program's rules say which files count.
    pub flavour: Flavour,
}

/// A directory that may hold a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// The path as it is shown: relative to what the user gave, and empty for `.`.
    pub path: PathBuf,
    /// The canonical path, which identifies it.
    pub real: PathBuf,
    /// Whether the command line named it, or a file in it.
    pub named: bool,
    /// What it holds.
    pub listing: Listing,
}

/// Finds the directories with configuration in and below the given paths. A directory is looked through with all that
/// is below it; a file stands for the directory that it is in, alone. Hidden directories and `.terraform` are not
/// looked into unless they are given; symbolic links are followed within the tree, each real directory once. What
/// cannot be read is left out with a [`Problem`].
pub fn discover(paths: &[PathBuf], options: &Options) -> (Files, Vec<Problem>) {
    let mut starts = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        match start(path) {
            Ok(start) => starts.push(start),
            Err(problem) => problems.push(problem),
        }
    }
    let boundary = Boundary::new(starts.iter().map(|start| start.real.as_path()));
    let mut walk = Walk::new(options, &boundary);
    for start in &starts {
        walk.from(start);
    }
    let (found, more) = walk.finish();
    problems.extend(more);
    let directories = merge(found);
    for start in &starts {
        let inside = |directory: &&Directory| match start.below {
            true => directory.real.starts_with(&start.real),
            false => directory.real == start.real,
        };
        if !directories.iter().any(|directory| inside(&directory))
            && !problems.iter().any(|problem| problem.path == shown(&start.shown))
        {
            problems.push(Problem::new(shown(&start.shown), ProblemKind::NoConfiguration));
        }
    }
    problems.extend(directories.iter().flat_map(|directory| {
        let skipped = directory.listing.skipped.iter();
        skipped.map(|name| Problem::new(directory.path.join(name), ProblemKind::OtherFlavour))
    }));
    problems.sort();
    problems.dedup();
    (Files { directories, boundary, flavour: options.flavour }, problems)
}

/// Texts that are read in place of files, by canonical path.
pub type Texts = HashMap<PathBuf, Vec<u8>>;

/// Directories that are nowhere but in memory: the given files, each with the path to show. None of them leads to the
/// file system.
pub fn in_memory(files: impl IntoIterator<Item = (PathBuf, Vec<u8>)>, flavour: Flavour) -> (Files, Texts) {
    let root = Path::new("<memory>");
    let mut names: BTreeMap<PathBuf, Vec<OsString>> = BTreeMap::new();
    let mut texts = Texts::new();
    for (path, text) in files {
        if let (Some(directory), Some(name)) = (path.parent(), path.file_name()) {
            names.entry(directory.to_path_buf()).or_default().push(name.to_owned());
            texts.insert(root.join(&path), text);
        }
    }
    let directories = names.into_iter().map(|(path, names)| Directory {
        real: root.join(&path),
        path,
        named: true,
        listing: Listing::of_names(names, flavour),
    });
    let boundary = Boundary { repositories: vec![root.to_path_buf()], loose: Vec::new() };
    (Files { directories: directories.collect(), boundary, flavour }, texts)
}

/// A directory by itself, for modules that lie outside what was discovered.
pub fn directory(path: PathBuf, real: PathBuf, flavour: Flavour) -> Result<Directory, Problem> {
    match listing::list(&real, flavour) {
        Ok(entries) => Ok(Directory { path, real, named: false, listing: entries.listing }),
        Err(error) => Err(Problem::directory(&path, &error)),
    }
}

/// The path to write where the empty one stands for the working directory.
fn shown(path: &Path) -> PathBuf {
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_path_buf() }
}

fn start(path: &Path) -> Result<Start, Problem> {
    let metadata = path.metadata().map_err(|error| match path.symlink_metadata() {
        Ok(_) if error.kind() == std::io::ErrorKind::NotFound => Problem::new(path, ProblemKind::BrokenLink),
        _ => Problem::file(path, &error),
    })?;
    let (directory, below) = match (metadata.is_dir(), metadata.is_file()) {
        (true, _) => (path, true),
        (_, true) => (path.parent().unwrap_or(Path::new("")), false),
        _ => return Err(Problem::new(path, ProblemKind::Special)),
    };
    let directory = if directory.as_os_str().is_empty() { Path::new(".") } else { directory };
    let real = directory.canonicalize().map_err(|error| Problem::directory(path, &error))?;
    // Only what leads nowhere is taken out: `a/..` is not empty where `a` is a link.
    let shown = directory.components().filter(|part| *part != Component::CurDir).collect();
    Ok(Start { shown, real, below })
}

/// Each real directory once, with the path under which it was found first, by path.
fn merge(found: Vec<Directory>) -> Vec<Directory> {
    let mut merged: Vec<Directory> = Vec::with_capacity(found.len());
    let mut places: HashMap<PathBuf, usize> = HashMap::with_capacity(found.len());
    for directory in found {
        match places.get(&directory.real) {
            Some(at) => merged[*at].named |= directory.named,
            None => {
                places.insert(directory.real.clone(), merged.len());
                merged.push(directory);
            }
        }
    }
    merged.retain(|directory| !directory.listing.files.is_empty());
    merged.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| a.real.cmp(&b.real)));
    merged
}
