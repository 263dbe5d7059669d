//! Lines and columns of spans.

use std::path::Path;

use serde::Serialize;

use crate::source::{SourceFile, SourceMap, Span};

/// Where something is written, as people and their editors say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file as it is shown, with `/` between its parts.
    pub path: String,
    /// Line of the first character, from 1.
    pub line: u32,
    /// Column of the first character, from 1, in grapheme clusters.
    pub column: u32,
    /// Line after the last character.
    pub end_line: u32,
    /// Column after the last character.
    pub end_column: u32,
}

impl Place {
    /// The place of a span.
    pub fn of(span: Span, sources: &SourceMap) -> Place {
        let file = sources.get(span.file);
        let (start, end) = (file.position(span.start), file.position(span.end));
        Place {
            path: slashed(file.path()),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// A path with `/` between its parts.
pub fn slashed(path: &Path) -> String {
    let path = path.display().to_string();
    if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path }
}

/// How many bytes of a span are shown.
const MAX_SHOWN: usize = 400;

/// A span without what follows its first line or is far from its start, for showing where something begins. `None` where
/// the file is not UTF-8, so that its text cannot be shown.
pub fn first_line(span: Span, file: &SourceFile) -> Option<Span> {
    let text = file.utf8()?;
    let (start, end) = (span.start as usize, (span.end as usize).min(text.len()));
    let covered = text.get(start..end)?;
    let covered = &covered[..covered.floor_char_boundary(MAX_SHOWN)];
    let length = covered.find('\n').map_or(covered.len(), |at| covered[..at].trim_end_matches('\r').len());
    Some(Span::new(span.file, span.start, span.start + length as u32))
}
