//! What can be wrong with paths and files, as data: this room stands below diagnostics.

use std::path::{Path, PathBuf};

/// Something that could not be read or is not followed, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The path as it is shown.
    pub path: PathBuf,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// Nothing is there.
    Missing,
    /// It is neither a file nor a directory.
    Special,
    /// A directory that was asked for holds no configuration, neither itself nor below it.
    NoConfiguration,
    /// A directory cannot be listed; with the system's reason.
    UnreadableDirectory(String),
    /// A file cannot be read; with the system's reason.
    UnreadableFile(String),
    /// A file has more bytes than [`MAX_FILE_SIZE`](super::MAX_FILE_SIZE).
    TooLarge,
    /// A symbolic link whose target is not there.
    BrokenLink,
    /// A symbolic link that leads to a directory above itself.
    Loop,
    /// A symbolic link that leads out of the tree, to the path given.
    Outside(PathBuf),
    /// A file of OpenTofu beside files of Terraform, which Terraform does not read.
    OtherFlavour,
}

impl Problem {
    /// A problem with a path.
    pub fn new(path: impl Into<PathBuf>, kind: ProblemKind) -> Self {
        Problem { path: path.into(), kind }
    }

    /// Why a directory cannot be listed.
    pub(super) fn directory(path: &Path, error: &std::io::Error) -> Self {
        let kind = match error.kind() {
            std::io::ErrorKind::NotFound => ProblemKind::Missing,
            _ => ProblemKind::UnreadableDirectory(reason(error)),
        };
        Problem::new(path, kind)
    }

    /// Why a file cannot be read.
    pub(super) fn file(path: &Path, error: &std::io::Error) -> Self {
        let kind = match error.kind() {
            std::io::ErrorKind::NotFound => ProblemKind::Missing,
            _ => ProblemKind::UnreadableFile(reason(error)),
        };
        Problem::new(path, kind)
    }
}

/// The system's reason without the number that Rust adds to it, so that it reads as a sentence.
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
