//! Bringing a changed file to disk.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::diag::Diagnostic;
use crate::source::{Boundary, Problem, ProblemKind, SourceFile, read_file};

/// Writes `after` to the file at `path`, from which `before` was read. The new text is written beside it and takes its
/// place at once, so that nobody ever sees half of it; its permissions stay. Where `path` is a symbolic link, the file
/// that it leads to is written and the link stays. Nothing is written where the text is what it was.
///
/// # Errors
/// Nothing is written, for the reason given, if the file lies outside `boundary` or a link leads out of it
/// (`outside-tree`), if it is not what was read any more (`fix-stale`), is read-only or cannot be written
/// (`fix-unwritable`), or as [`read_file`] has it.
pub fn write(path: &Path, boundary: &Boundary, before: &SourceFile, after: &[u8]) -> Result<(), Diagnostic> {
    let shown = before.path();
    if before.bytes() == after {
        return Ok(());
    }
    let real = path.canonicalize().map_err(|error| unwritable(shown, &error.to_string()))?;
    if !boundary.contains(&real) {
        return Err(Problem::new(shown, ProblemKind::Outside(real)).into());
    }
    unchanged(&real, before)?;
    let write = || -> std::io::Result<Result<(), Diagnostic>> {
        let permissions = real.metadata()?.permissions();
        if permissions.readonly() {
            return Ok(Err(unwritable(shown, "it is read-only")));
        }
        let folder = real.parent().map_or_else(PathBuf::new, Path::to_path_buf);
        let mut file = tempfile::Builder::new().prefix(".tomcheck-").tempfile_in(folder)?;
        file.write_all(after)?;
        file.as_file().set_permissions(permissions)?;
        file.as_file().sync_all()?;
        // As late as can be: an editor may have saved meanwhile.
        if let Err(stale) = unchanged(&real, before) {
            return Ok(Err(stale));
        }
        file.persist(&real)?;
        Ok(Ok(()))
    };
    write().unwrap_or_else(|error| Err(unwritable(shown, &error.to_string())))
}

fn unchanged(real: &Path, before: &SourceFile) -> Result<(), Diagnostic> {
    match read_file(real, before.path())? == before.bytes() {
        true => Ok(()),
        false => {
            let message = format!("`{}` was changed since it was read", before.path().display());
            Err(Diagnostic::error("fix-stale", message).in_file(before.path()).help("run it again"))
        }
    }
}

fn unwritable(shown: &Path, reason: &str) -> Diagnostic {
    Diagnostic::error("fix-unwritable", format!("`{}` cannot be written: {reason}", shown.display()))
        .in_file(shown)
        .help("make it writable, or make the change by hand")
}
