//! Reading one file without surprises.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::super::problem::{Problem, ProblemKind};

/// The largest file that is read, in bytes: far above what people or generators write, and low enough that spans and
/// memory are no matter.
pub const MAX_FILE_SIZE: u64 = 64 << 20;

/// Reads a regular file of at most [`MAX_FILE_SIZE`]; `shown` is the path for problems. A pipe or a device is refused
/// before it is opened, because opening it may wait for ever.
pub fn read_file(path: &Path, shown: &Path) -> Result<Vec<u8>, Problem> {
    let metadata = path.metadata().map_err(|error| match path.symlink_metadata() {
        Ok(_) if error.kind() == std::io::ErrorKind::NotFound => Problem::new(shown, ProblemKind::BrokenLink),
        _ => Problem::file(shown, &error),
    })?;
    if !metadata.is_file() {
        return Err(Problem::new(shown, ProblemKind::Special));
    }
    if metadata.len() > MAX_FILE_SIZE {
        return Err(Problem::new(shown, ProblemKind::TooLarge));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    let file = File::open(path).map_err(|error| Problem::file(shown, &error))?;
    // The file may grow while it is read, or lie about its length as those of `/proc` do.
    file.take(MAX_FILE_SIZE + 1).read_to_end(&mut bytes).map_err(|error| Problem::file(shown, &error))?;
    if bytes.len() as u64 > MAX_FILE_SIZE {
        return Err(Problem::new(shown, ProblemKind::TooLarge));
    }
    Ok(bytes)
}
