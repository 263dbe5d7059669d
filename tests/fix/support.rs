//! Texts, and changes of them.

use std::path::{Path, PathBuf};

use tomcheck::diag::Diagnostic;
use tomcheck::fix::{Edit, Patch, patch};
use tomcheck::source::SourceMap;
use tomcheck::syntax::{Block, Body, Syntax, Tree, parse};

/// A change of a file.
pub type Change = fn(&Tree) -> Result<Vec<Edit>, Diagnostic>;

/// What a change makes of a text.
pub struct Case {
    pub shows: &'static str,
    pub before: &'static str,
    pub change: Change,
    pub after: &'static str,
}

pub fn native(text: impl Into<Vec<u8>>) -> Tree {
    parse(SourceMap::default().add("main.tf".into(), text.into()), Syntax::Native)
}

pub fn json(text: &str) -> Tree {
    parse(SourceMap::default().add("main.tf.json".into(), text.into()), Syntax::Json)
}

/// The first block of a type, at any depth of `a/b`.
pub fn block<'s>(tree: &'s Tree, path: &str) -> Block<'s> {
    let mut body = tree.body();
    let mut found = None;
    for ty in path.split('/') {
        let block = body.blocks().find(|block| block.ty().name == ty).expect("there is such a block");
        body = block.body();
        found = Some(block);
    }
    found.expect("a path is not empty")
}

pub fn body<'s>(tree: &'s Tree, path: &str) -> Body<'s> {
    block(tree, path).body()
}

pub fn patched(tree: &Tree, change: impl Fn(&Tree) -> Result<Vec<Edit>, Diagnostic>) -> Result<Patch, Diagnostic> {
    patch(tree, change(tree)?)
}

pub fn text(patch: &Patch) -> String {
    String::from_utf8_lossy(patch.bytes()).into_owned()
}

pub fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// The files of a folder with this ending, at any depth, in order.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.to_string_lossy().ends_with(ending) => found.push(path),
                false => {}
            }
        }
    }
    found.sort();
    found
}
