//! Exit codes. They never change their meaning.

use std::process::ExitCode;

/// What a run ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing violated.
    Clean = 0,
    /// Something violated.
    Violated = 1,
    /// Could not run: bad arguments, a bad policy or profile, our own failure.
    CouldNotRun = 2,
    /// Ran, but incomplete: something could not be read, or nothing was judged.
    Incomplete = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
