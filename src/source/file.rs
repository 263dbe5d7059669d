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

/// In a line longer than this many bytes, a column is noted each so many bytes, so that finding a position takes no longer
/// the longer a line is.
const STRIDE: usize = 4096;

/// One file: its path as it is shown, its bytes, and where its lines start (found when first asked for).
#[derive(Debug)]
pub struct SourceFile {
    id: FileId,
    path: PathBuf,
    /// Text, or bytes that are none.
    content: Result<String, Vec<u8>>,
    lines: OnceLock<Vec<u32>>,
    /// In long lines, byte offsets and the columns before them in their line.
    columns: OnceLock<Vec<(u32, u32)>>,
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
        self.content.as_ref().map_or_else(Vec::as_slice, String::as_bytes)
    }

    /// The content as text, with a byte order mark if there is one; `None` where it is not UTF-8.
    pub fn utf8(&self) -> Option<&str> {
        self.content.as_ref().ok().map(String::as_str)
    }

    /// The whole file as a span.
    pub fn span(&self) -> Span {
        Span::new(self.id, 0, self.bytes().len() as u32)
    }

    /// The text of a span, with invalid UTF-8 replaced.
    pub fn text(&self, span: Span) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(self.bytes().get(span.range()).unwrap_or_default())
    }

    /// Line and column of a byte offset; an offset past the end counts as the end.
    pub fn position(&self, offset: u32) -> Position {
        let lines = self.lines();
        let line = lines.partition_point(|&start| start <= offset).max(1);
        let start = lines[line - 1] as usize;
        let end = (offset as usize).min(self.bytes().len()).max(start);
        let (start, columns) = match end - start {
            0..=STRIDE => (start, 0),
            _ => self.column_noted(start, end),
        };
        let before = String::from_utf8_lossy(&self.bytes()[start..end]);
        // Most lines are ASCII, where every byte but CR LF is a cluster of its own.
        let more = if before.is_ascii() { before.len() } else { before.graphemes(true).count() };
        Position { line: line as u32, column: columns + more as u32 + 1 }
    }

    /// The last place up to `end` in the line from `start` on whose column is noted, and how many columns are before it.
    fn column_noted(&self, start: usize, end: usize) -> (usize, u32) {
        let noted = self.columns.get_or_init(|| {
            let ends = self.lines().iter().skip(1).map(|&end| end as usize).chain([self.bytes().len()]);
            let lines = self.lines().iter().map(|&start| start as usize).zip(ends);
            lines.flat_map(|(start, end)| columns(&self.bytes()[start..end], start)).collect()
        });
        let next = noted.partition_point(|&(at, _)| at as usize <= end);
        let last = next.checked_sub(1).map(|last| noted[last]).filter(|&(at, _)| at as usize > start);
        last.map_or((start, 0), |(at, columns)| (at as usize, columns))
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            // A byte order mark is no column of the first line.
            let first = if self.bytes().starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
            std::iter::once(first).chain(memchr::memchr_iter(b'\n', self.bytes()).map(|at| at as u32 + 1)).collect()
        })
    }
}

/// The places of a line, which starts at `start`, whose columns are noted, each with the number of columns before it.
fn columns(line: &[u8], start: usize) -> Vec<(u32, u32)> {
    let mut noted = Vec::new();
    if line.len() <= STRIDE {
        return noted;
    }
    if line.is_ascii() {
        return (STRIDE..line.len()).step_by(STRIDE).map(|at| ((start + at) as u32, at as u32)).collect();
    }
    let (mut at, mut columns, mut next) = (start, 0, start + STRIDE);
    for chunk in line.utf8_chunks() {
        for (index, _) in chunk.valid().grapheme_indices(true) {
            if at + index >= next {
                noted.push(((at + index) as u32, columns));
                next = at + index + STRIDE;
            }
            columns += 1;
        }
        at += chunk.valid().len() + chunk.invalid().len();
        columns += u32::from(!chunk.invalid().is_empty());
    }
    noted
}

/// All files of a run, by identity. Grows while a run finds more; never forgets.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: RwLock<Vec<Arc<SourceFile>>>,
}

impl SourceMap {
    /// Takes a file in. `path` is the path to show; files of 4 GiB and more must have been refused before.
    pub fn add(&self, path: PathBuf, bytes: Vec<u8>) -> Arc<SourceFile> {
        let content = String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes);
        let mut files = self.files.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        let id = FileId(files.len() as u32);
        let file = Arc::new(SourceFile { id, path, content, lines: OnceLock::new(), columns: OnceLock::new() });
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_long_lines_are_those_of_counting() {
        let pieces = ["a", "é", "e\u{301}", "👨‍👩‍👧", "\r", "語", "  "];
        let mixed: String = (0..6_000).map(|index| pieces[index * index % 7]).collect();
        let text = format!("short\n{mixed}\n{}\nend", "x".repeat(3 * STRIDE));
        let file = SourceMap::default().add("long".into(), text.clone().into_bytes());
        for (number, line) in text.split('\n').enumerate() {
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            for (column, (index, _)) in line.grapheme_indices(true).enumerate().step_by(97) {
                let position = Position { line: number as u32 + 1, column: column as u32 + 1 };
                assert_eq!(file.position((start + index) as u32), position, "{number} {index}");
            }
        }
    }
}
