//! How far reading may go.

use std::path::{Path, PathBuf};

use super::super::problem::{Problem, ProblemKind};

/// How far reading may go: in a repository as far as the repository, else as far as the given directories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Boundary {
    /// The repositories that the given directories are in: the nearest directories above that hold `.git`. Canonical.
    pub repositories: Vec<PathBuf>,
    /// The given directories that are in no repository. Canonical.
    pub loose: Vec<PathBuf>,
}

impl Boundary {
    /// The boundary of some given directories, which must be canonical paths.
    pub(super) fn new<'a>(given: impl Iterator<Item = &'a Path>) -> Self {
        let mut boundary = Boundary::default();
        for real in given {
            let repository = real.ancestors().find(|above| above.join(".git").symlink_metadata().is_ok());
            let (list, path) = match repository {
                Some(repository) => (&mut boundary.repositories, repository),
                None => (&mut boundary.loose, real),
            };
            if !list.iter().any(|known| known == path) {
                list.push(path.to_path_buf());
            }
        }
        boundary
    }

    /// Whether a canonical path lies in a repository or in a given directory.
    pub fn contains(&self, real: &Path) -> bool {
        self.repositories.iter().chain(&self.loose).any(|root| real.starts_with(root))
    }

    /// Whether configuration in the directory `from` may lead to configuration at `to`, both canonical paths: out of a
    /// repository it may not. Without a repository it may, because relative module sources are how Terraform's
    /// configurations are put together and nothing says where the tree ends.
    pub fn may_lead(&self, from: &Path, to: &Path) -> bool {
        self.contains(to) || self.repository_of(from).is_none()
    }

    /// Whether the file at `path`, in the canonical directory `from`, may be read where links lead; then its canonical
    /// path. Configuration may lead to configuration as [`Boundary::may_lead`] has it, so links to files of the same
    /// kind count as links to configuration.
    pub fn follow(&self, from: &Path, path: &Path, shown: &Path) -> Result<PathBuf, Problem> {
        let target = path.canonicalize().map_err(|_| match path.symlink_metadata() {
            Ok(_) => Problem::new(shown, ProblemKind::BrokenLink),
            Err(error) => Problem::file(shown, &error),
        })?;
        let same_kind = target.extension() == path.extension();
        match self.contains(&target) || target.starts_with(from) || (same_kind && self.may_lead(from, &target)) {
            true => Ok(target),
            false => Err(Problem::new(shown, ProblemKind::Outside(target))),
        }
    }

    /// The repository that a canonical path is in.
    pub fn repository_of(&self, real: &Path) -> Option<&Path> {
        self.repositories.iter().find(|root| real.starts_with(root)).map(PathBuf::as_path)
    }
}
