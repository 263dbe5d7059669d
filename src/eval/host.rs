//! What functions may read: files inside the checked trees, and nothing else.

use std::cell::Cell;
use std::fs::{DirEntry, FileType};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Sources;
use crate::lang::functions::{Glob, Host, HostError};

/// The files that expressions may read.
#[derive(Clone, Debug)]
pub struct Files<'s> {
    /// The directory that paths are relative to: the root module's.
    pub base: PathBuf,
    /// The files of the run, which say how far reading may go.
    pub sources: &'s Sources,
    /// Whether expressions may learn where the working directory is, so that what they say depends on the machine.
    pub located: bool,
    /// Whether files may be missing that will be there: what is said of a file that is not there is unknown.
    pub partial: bool,
    /// Bytes that were read, and for each file that was looked at some.
    pub(super) read: Cell<u64>,
}

/// A file larger than this is not read by an expression.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// The expressions of a root module read no more bytes, a file that is only looked at counting as some.
const MAX_READ: u64 = 1 << 30;
const LOOKED_AT: u64 = 4_096;

/// A `fileset` looks at no more files and directories than this.
const MAX_ENTRIES: usize = 100_000;

impl<'s> Files<'s> {
    /// The files that the expressions of one root module may read.
    pub fn new(base: PathBuf, sources: &'s Sources, located: bool) -> Self {
        Files { base, sources, located, partial: false, read: Cell::new(0) }
    }

    fn count(&self, bytes: u64) -> Result<(), HostError> {
        self.read.set(self.read.get() + bytes);
        match self.read.get() > MAX_READ {
            true => Err(HostError::too_much(format!("expressions read more than {} MiB of files", MAX_READ >> 20))),
            false => Ok(()),
        }
    }

    /// The real path of `path`, if it is inside.
    fn real(&self, path: &str) -> Result<PathBuf, HostError> {
        let outside = || HostError::refused(format!("{path} is outside the checked directories, so it is not read"));
        if path == "~" || path.starts_with("~/") {
            return Err(outside());
        }
        let joined = self.base.join(path);
        match joined.canonicalize() {
            Ok(real) if self.sources.may_read(&real) => Ok(real),
            Ok(_) => Err(outside()),
            // Whether something is missing is told only of places that may be looked at.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if self.partial {
                    return Err(HostError::refused(format!("{path} is not there yet")));
                }
                let above = joined.ancestors().skip(1).find_map(|above| above.canonicalize().ok());
                match above {
                    Some(above) if self.sources.may_read(&above) => Err(HostError::NotFound),
                    _ => Err(outside()),
                }
            }
            Err(error) => Err(HostError::failed(format!("{path}: {error}"))),
        }
    }
}

impl Host for Files<'_> {
    fn directory(&self) -> Option<&str> {
        self.base.to_str().filter(|_| self.located)
    }

    fn read(&self, path: &str) -> Result<Arc<[u8]>, HostError> {
        let real = self.real(path)?;
        let failed = |error: std::io::Error| HostError::failed(format!("{path}: {error}"));
        let meta = std::fs::metadata(&real).map_err(failed)?;
        if !meta.is_file() {
            return Err(HostError::failed(format!("{path} is not a file")));
        }
        if meta.len() > MAX_FILE {
            return Err(HostError::refused(format!("{path} is larger than {} MiB, so it is not read", MAX_FILE >> 20)));
        }
        self.count(LOOKED_AT + meta.len())?;
        std::fs::read(&real).map(Arc::from).map_err(failed)
    }

    fn exists(&self, path: &str) -> Result<bool, HostError> {
        self.count(LOOKED_AT)?;
        match self.real(path)? {
            real if real.is_file() => Ok(true),
            real if real.is_dir() => Err(HostError::failed(format!("{path} is a directory, not a file"))),
            _ => Err(HostError::failed(format!("{path} is not a regular file"))),
        }
    }

    fn glob(&self, dir: &str, pattern: &str) -> Result<Vec<String>, HostError> {
        let glob = Glob::new(dir, pattern).map_err(HostError::failed)?;
        let root = self.real(glob.root())?;
        let mut found = Vec::new();
        let mut looked_at = 0;
        let mut pending = vec![(root, String::new(), 1)];
        while let Some((directory, name, depth)) = pending.pop() {
            let Ok(entries) = std::fs::read_dir(&directory) else { continue };
            for entry in entries.flatten() {
                looked_at += 1;
                self.count(LOOKED_AT)?;
                if looked_at > MAX_ENTRIES {
                    return Err(HostError::refused(format!("{dir} holds more than {MAX_ENTRIES} files")));
                }
                let Ok(own) = entry.file_name().into_string() else { continue };
                let path = if name.is_empty() { own } else { format!("{name}/{own}") };
                let matching = glob.name(&path);
                // Links are followed, though never out of what may be read.
                let (kind, real) = match followed(&entry) {
                    Ok(found) => found,
                    // A link to nothing only matters where it matches; any other error, such as a circle, always.
                    Err(error) if error.kind() == ErrorKind::NotFound && matching.is_none() => continue,
                    Err(error) => return Err(HostError::failed(format!("failed to stat {path}: {error}"))),
                };
                let inside = || real.as_ref().is_none_or(|real| self.sources.may_read(real));
                if kind.is_dir() {
                    if glob.depth().is_some_and(|most| depth >= most) {
                        continue;
                    }
                    if depth >= MAX_DEPTH || !inside() {
                        return Err(HostError::refused(format!(
                            "{path} is outside the checked directories or too deep"
                        )));
                    }
                    pending.push((entry.path(), path, depth + 1));
                } else if kind.is_file()
                    && let Some(name) = matching
                {
                    if !inside() {
                        return Err(HostError::refused(format!("{name} is outside the checked directories")));
                    }
                    found.push(name);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

/// What an entry of a directory is, and for a link what it leads to.
fn followed(entry: &DirEntry) -> std::io::Result<(FileType, Option<PathBuf>)> {
    let kind = entry.file_type()?;
    if !kind.is_symlink() {
        return Ok((kind, None));
    }
    let real = entry.path().canonicalize()?;
    Ok((real.metadata()?.file_type(), Some(real)))
}

/// Directories deeper than this are not looked at.
const MAX_DEPTH: usize = 64;
