//! What functions need of the world outside.

use std::fmt;
use std::sync::Arc;

/// Reads files for functions, and nothing outside the trees that are checked: that is the host's duty.
pub trait Host {
    /// The bytes of a regular file. A relative path starts at the working directory of the configuration.
    ///
    /// # Errors
    /// See [`HostError`].
    fn read(&self, path: &str) -> Result<Arc<[u8]>, HostError>;

    /// Whether there is a regular file.
    ///
    /// # Errors
    /// If it must not be looked for, or is something else than a file.
    fn exists(&self, path: &str) -> Result<bool, HostError>;

    /// The regular files below `dir` that match `pattern`, as paths from `dir` with `/` between their parts, in
    /// any order. `*` stands for anything but `/`, `**/` for any directories, `?` for a character, `[…]` for a
    /// choice of characters, `{a,b}` for a choice of texts; `..` steps out of `dir`. Names with a leading dot
    /// match like any other.
    ///
    /// # Errors
    /// If the pattern is wrong, or the directory must not be read; a missing one has no files.
    fn glob(&self, dir: &str, pattern: &str) -> Result<Vec<String>, HostError>;

    /// The absolute path of the working directory of the configuration, if functions may know it.
    fn directory(&self) -> Option<&str> {
        None
    }

    /// The time of the run, if functions may know it.
    fn now(&self) -> Option<jiff::Timestamp> {
        None
    }
}

impl HostError {
    /// It is there but cannot be used.
    pub fn failed(message: impl Into<String>) -> Self {
        HostError::Failed(message.into())
    }

    /// It is more than the host reads.
    pub fn too_much(message: impl Into<String>) -> Self {
        HostError::TooMuch(message.into())
    }

    /// The host must not look there.
    pub fn refused(message: impl Into<String>) -> Self {
        HostError::Refused(message.into())
    }
}

/// Why a host has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostError {
    /// There is no such file: the call fails.
    NotFound,
    /// The host must not look there: the result is unknown, with this as its reason.
    Refused(String),
    /// It is there but cannot be used: the call fails.
    Failed(String),
    /// It is more than the host reads: the call fails, though not elsewhere.
    TooMuch(String),
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HostError::NotFound => f.write_str("no such file or directory"),
            HostError::Refused(message) | HostError::Failed(message) | HostError::TooMuch(message) => {
                f.write_str(message)
            }
        }
    }
}

impl std::error::Error for HostError {}

/// A world without files and clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Host for NoFiles {
    fn read(&self, _: &str) -> Result<Arc<[u8]>, HostError> {
        Err(HostError::Refused("files are not read here".into()))
    }

    fn exists(&self, _: &str) -> Result<bool, HostError> {
        Err(HostError::Refused("files are not read here".into()))
    }

    fn glob(&self, _: &str, _: &str) -> Result<Vec<String>, HostError> {
        Err(HostError::Refused("files are not read here".into()))
    }
}
