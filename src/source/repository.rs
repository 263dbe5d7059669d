//! The repository that files belong to: what makes their paths the same on every machine.

use std::path::{Path, PathBuf};

use super::clean;

/// A directory that paths are told from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The repository that a path lies in: its nearest ancestor (or itself) with an entry `.git`, which is a file in
    /// worktrees and submodules. Only looks whether that exists.
    pub fn find(path: &Path) -> Option<Repository> {
        let start = path.canonicalize().ok()?;
        start.ancestors().find(|folder| folder.join(".git").exists()).map(Repository::at)
    }

    /// The repository whose root is that directory; symbolic links on the way to it are resolved.
    pub fn at(root: &Path) -> Repository {
        Repository { root: root.canonicalize().unwrap_or_else(|_| root.to_owned()) }
    }

    /// Its root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path as told from the root, with `/` between its parts and `.` for the root itself. None for what lies
    /// outside.
    pub fn relative(&self, path: &Path) -> Option<String> {
        let absolute = path.canonicalize().ok().or_else(|| Some(clean(&std::env::current_dir().ok()?.join(path))))?;
        let parts = absolute.strip_prefix(&self.root).ok()?.components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        Some(if parts.is_empty() { ".".into() } else { parts.join("/") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_the_root_of_the_repository() {
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("a/b");
        std::fs::create_dir_all(&inner).expect("folders");
        std::fs::write(inner.join("x y.tf"), "").expect("a file");
        std::fs::write(folder.path().join(".git"), "gitdir: elsewhere").expect("a worktree's file");
        let repository = Repository::find(&inner).expect("there is one");
        assert_eq!(repository, Repository::at(folder.path()));
        assert_eq!(repository.relative(&inner.join("../b/x y.tf")).as_deref(), Some("a/b/x y.tf"));
        assert_eq!(repository.relative(&inner.join("../not/there.tf")).as_deref(), Some("a/not/there.tf"));
        assert_eq!(repository.relative(folder.path()).as_deref(), Some("."));
        assert_eq!(repository.relative(&folder.path().join("..")), None);
    }
}
