//! Trees of files to run on.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tomcheck::config::{Config, Inputs, Sources, load, parse};
use tomcheck::diag::{Diagnostic, Severity};
use tomcheck::source::{Files, Options, Problem, discover};

/// A directory that is removed at the end of a test.
pub struct Tree(TempDir);

impl Tree {
    /// A tree with the given files; a path that ends with `/` is an empty directory.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let tree = Tree(tempfile::tempdir().unwrap());
        files.into_iter().for_each(|(path, content)| tree.write(path, content));
        tree
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        if path.as_os_str().as_encoded_bytes().ends_with(b"/") {
            return fs::create_dir_all(path).unwrap();
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    #[cfg(unix)]
    pub fn link(&self, path: &str, target: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, self.path(path)).unwrap();
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Discovery of paths in it.
    pub fn discover(&self, paths: &[&str]) -> (Files, Vec<Problem>) {
        self.discover_with(paths, &Options::default())
    }

    pub fn discover_with(&self, paths: &[&str], options: &Options) -> (Files, Vec<Problem>) {
        let paths: Vec<PathBuf> = paths.iter().map(|path| self.path(path)).collect();
        discover(&paths, options)
    }

    /// A path without that of the tree.
    pub fn inner(&self, path: &Path) -> String {
        let real = self.0.path().canonicalize().unwrap();
        let inner = path.strip_prefix(self.0.path()).or_else(|_| path.strip_prefix(&real)).unwrap_or(path);
        inner.to_string_lossy().into_owned()
    }

    /// The directories that are found.
    pub fn directories(&self, files: &Files) -> Vec<String> {
        files.directories.iter().map(|directory| self.inner(&directory.path)).collect()
    }

    /// Problems as path and the first word of what is wrong.
    pub fn problems(&self, problems: &[Problem]) -> Vec<(String, String)> {
        let kind = |problem: &Problem| {
            let text = format!("{:?}", problem.kind);
            text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
        };
        problems.iter().map(|problem| (self.inner(&problem.path), kind(problem))).collect()
    }

    /// Loads what is in given paths of the tree and hands it on.
    pub fn load<R>(
        &self,
        paths: &[&str],
        inputs: &Inputs,
        then: impl FnOnce(&Sources, &Config<'_>, &[Diagnostic]) -> R,
    ) -> R {
        let sources = parse(&self.discover(paths).0);
        let (config, diagnostics) = load(&sources, inputs);
        then(&sources, &config, &diagnostics)
    }

    /// Diagnostics as `severity path:line code`.
    pub fn lines(&self, sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<String> {
        let line = |diagnostic: &Diagnostic| {
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            let place = match (diagnostic.span(), &diagnostic.path) {
                (Some(span), _) => {
                    let file = sources.map().get(span.file);
                    format!("{}:{}", self.inner(file.path()), file.position(span.start).line)
                }
                (None, Some(path)) => self.inner(path),
                (None, None) => String::new(),
            };
            format!("{severity} {place} {}", diagnostic.code)
        };
        diagnostics.iter().map(line).collect()
    }
}
