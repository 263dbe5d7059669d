//! What is said about paths and files that cannot be read.

use crate::source::{MAX_FILE_SIZE, Problem, ProblemKind};

use super::Diagnostic;

impl From<Problem> for Diagnostic {
    fn from(Problem { path, kind }: Problem) -> Self {
        let at = path.display();
        let diagnostic = match &kind {
            ProblemKind::Missing => Diagnostic::error("not-found", format!("`{at}` does not exist"))
                .help("check the path; it is relative to the working directory"),
            ProblemKind::Special => {
                Diagnostic::error("not-a-file", format!("`{at}` is neither a file nor a directory"))
                    .note("pipes, sockets and devices are not read")
            }
            ProblemKind::NoConfiguration => Diagnostic::warning(
                "no-configuration",
                format!("there is no Terraform configuration in `{at}`"),
            )
            .help("name a directory that holds `.tf` or `.tf.json` files, or one above such directories")
            .note("hidden directories, `.terraform` and what Git ignores are not looked into unless they are named"),
            ProblemKind::UnreadableDirectory(reason) => {
                Diagnostic::error("unreadable-directory", format!("directory `{at}` cannot be read: {reason}"))
                    .help("make it readable, or leave it out")
            }
            ProblemKind::UnreadableFile(reason) => {
                Diagnostic::error("unreadable-file", format!("`{at}` cannot be read: {reason}"))
                    .help("make it readable, or leave it out")
            }
            ProblemKind::TooLarge => {
                Diagnostic::error("file-too-large", format!("`{at}` is larger than {} MiB", MAX_FILE_SIZE >> 20))
                    .help("split it into several files")
            }
            ProblemKind::BrokenLink => {
                Diagnostic::error("broken-link", format!("`{at}` is a symbolic link to something that is not there"))
                    .help("repair the link, or remove it")
            }
            ProblemKind::Loop => Diagnostic::new(
                super::Severity::Note,
                "directory-loop",
                format!("`{at}` is a symbolic link to a directory above it and is not followed"),
            ),
            ProblemKind::Outside(target) => Diagnostic::warning(
                "outside-tree",
                format!("`{at}` is a symbolic link to `{}`, outside the tree, and is not followed", target.display()),
            )
            .help("name the directory that it leads to as well, if it is to be read"),
            ProblemKind::OtherFlavour => Diagnostic::new(
                super::Severity::Note,
                "other-flavour",
                format!("`{at}` is not read, because Terraform does not read it"),
            )
            .help(
                "choose the flavour: `--flavour opentofu` reads it, `--flavour terraform` leaves it out without a word",
            ),
        };
        diagnostic.in_file(path)
    }
}
