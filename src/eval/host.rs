//! What functions may read: files inside the checked trees, and nothing else.

use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Sources;
use crate::lang::functions::{Host, HostError};

/// The files that expressions may read.
#[derive(Clone, Debug)]
pub struct Files<'s> {
    /// The directory that paths are relative to: the root module's.
    pub base: PathBuf,
    /// The files of the run, which say how far reading may go.
    pub sources: &'s Sources,
}

/// A file larger than this is not read by an expression.
const MAX_FILE: u64 = 16 * 1024 * 1024;

impl Files<'_> {
    /// The real path of `path`, if it is inside.
    fn real(&self, path: &str) -> Result<PathBuf, HostError> {
        let joined = self.base.join(path);
        let real = joined.canonicalize().map_err(|error| HostError::failed(format!("{path}: {error}")))?;
        if self.sources.may_read(&real) {
            Ok(real)
        } else {
            Err(HostError::refused(format!("{path} is outside the checked directories, so it is not read")))
        }
    }
}

impl Host for Files<'_> {
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
