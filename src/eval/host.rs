//! What functions may read: files inside the checked trees, and nothing else.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::lang::functions::{Host, HostError};

/// The files that expressions may read.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The directory that paths are relative to: the root module's.
    pub base: PathBuf,
    /// The directories, real paths, inside which reading is allowed.
    pub inside: Vec<PathBuf>,
}

/// A file larger than this is not read by an expression.
const MAX_FILE: u64 = 16 * 1024 * 1024;

impl Files {
    /// The real path of `path`, if it is inside.
    fn real(&self, path: &str) -> Result<PathBuf, HostError> {
        let joined = self.base.join(path);
        let real = joined.canonicalize().map_err(|error| HostError::failed(format!("{path}: {error}")))?;
        if self.inside.iter().any(|dir| real.starts_with(dir)) {
            Ok(real)
        } else {
            Err(HostError::refused(format!("{path} is outside the checked directories, so it is not read")))
        }
    }
}

impl Host for Files {
    fn read(&self, path: &str) -> Result<Arc<[u8]>, HostError> {
        let real = self.real(path)?;
        let failed = |error: std::io::Error| HostError::failed(format!("{path}: {error}"));
        let meta = std::fs::metadata(&real).map_err(failed)?;
        if !meta.is_file() {
            return Err(HostError::failed(format!("{path} is not a file")));
        }
        if meta.len() > MAX_FILE {
            return Err(HostError::refused(format!("{path} is larger than {MAX_FILE} bytes, so it is not read")));
        }
        std::fs::read(&real).map(Arc::from).map_err(failed)
    }
}

/// Whether a directory is the same as another one or inside it.
pub(crate) fn within(dir: &Path, outer: &Path) -> bool {
    dir.starts_with(outer)
}
