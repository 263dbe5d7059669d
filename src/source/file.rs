//! Files of a run and their line index.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, RwLock};

use unicode_segmentation::UnicodeSegmentation;

use super::{FileId, Span};

/// A line and a column, both counted from 1; columns count grapheme clusters, as HCL does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in grapheme clusters, from 1.
    pub column: u32,
}

/// One file: its path as it is shown, its bytes, and where its lines start (found when first asked for).
#[derive(Debug)]
pub struct SourceFile {
    id: FileId,
    path: PathBuf,
    bytes: Vec<u8>,
    lines: OnceLock<Vec<u32>>,
}

impl SourceFile {
    /// Its identity in this run.
    pub fn id(&self) -> FileId {
        self.id
    }

    /// The path as it is shown to people and written to reports.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The content, unchanged: possibly not UTF-8, possibly with a byte order mark.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The whole file as a span.
    pub fn span(&self) -> Span {
        Span::new(self.id, 0, self.bytes.len() as u32)
    }

    /// The text of a span, with invalid UTF-8 replaced.
    pub fn text(&self, span: Span) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(self.bytes.get(span.range()).unwrap_or_default())
    }

    /// Line and column of a byte offset; an offset past the end counts as the end.
    pub fn position(&self, offset: u32) -> Position {
        let lines = self.lines();
        let line = lines.partition_point(|&start| start <= offset).max(1);
        let start = lines[line - 1] as usize;
        let end = (offset as usize).min(self.bytes.len()).max(start);
        let before = String::from_utf8_lossy(&self.bytes[start..end]);
        // Most lines are ASCII, where every byte but CR LF is a cluster of its own.
        let columns = if before.is_ascii() { before.len() } else { before.graphemes(true).count() };
        Position { line: line as u32, column: columns as u32 + 1 }
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            // A byte order mark is no column of the first line.
            let first = if self.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
            std::iter::once(first).chain(memchr::memchr_iter(b'\n', &self.bytes).map(|at| at as u32 + 1)).collect()
        })
    }
}

/// All files of a run, by identity. Grows while a run finds more; never forgets.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: RwLock<Vec<Arc<SourceFile>>>,
}

impl SourceMap {
    /// Takes a file in. `path` is the path to show; files of 4 GiB and more must have been refused before.
    pub fn add(&self, path: PathBuf, bytes: Vec<u8>) -> Arc<SourceFile> {
        let mut files = self.files.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        let id = FileId(files.len() as u32);
        let file = Arc::new(SourceFile { id, path, bytes, lines: OnceLock::new() });
        files.push(file.clone());
        file
    }

    /// The file of an identity that this map made.
    pub fn get(&self, id: FileId) -> Arc<SourceFile> {
        let files = self.files.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        files[id.0 as usize].clone()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.read().unwrap_or_else(|poisoned| poisoned.into_inner()).len()
    }

    /// Whether there is none yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
