//! What Git ignores.

use std::path::Path;
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The largest file of rules that is taken in, in bytes. A pipe would be waited for, a huge file fill the memory.
const MAX_RULES: u64 = 1 << 20;

/// The ignore rules that hold in a directory: its own, and those of the directories above it in the repository.
pub(super) struct Rules {
    own: Gitignore,
    above: Option<Arc<Rules>>,
}

impl Rules {
    /// The rules in the canonical directory `real`. Lines that are no patterns are passed over, as Git does.
    pub fn new(real: &Path, above: Option<Arc<Rules>>, git: bool, git_ignore: bool) -> Option<Arc<Rules>> {
        // A repository within a repository has rules of its own.
        let above = if git { None } else { above };
        if !git && !git_ignore {
            return above;
        }
        let files = [(git, ".git/info/exclude"), (git_ignore, ".gitignore")];
        let mut builder = GitignoreBuilder::new(real);
        for (_, name) in files.iter().filter(|(present, _)| *present) {
            let path = real.join(name);
            if path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= MAX_RULES) {
                let _ = builder.add(path);
            }
        }
        match builder.build() {
            Ok(own) if !own.is_empty() => Some(Arc::new(Rules { own, above })),
            _ => above,
        }
    }

    /// The rules above a given directory, down from the repository that it is in.
    pub fn above(real: &Path, repository: Option<&Path>) -> Option<Arc<Rules>> {
        let repository = repository?;
        let mut directories: Vec<_> = real.ancestors().skip(1).take_while(|dir| dir.starts_with(repository)).collect();
        directories.reverse();
        directories
            .into_iter()
            .fold(None, |above, directory| Rules::new(directory, above, directory == repository, true))
    }

    /// Whether a canonical path in this directory is ignored. The nearest rule that matches decides.
    pub fn ignores(&self, path: &Path, directory: bool) -> bool {
        let mut rules = self;
        loop {
            match (rules.own.matched(path, directory), &rules.above) {
                (ignore::Match::Ignore(_), _) => return true,
                (ignore::Match::Whitelist(_), _) | (_, None) => return false,
                (ignore::Match::None, Some(above)) => rules = above,
            }
        }
    }
}
