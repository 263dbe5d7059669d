//! Pieces of source with labels, as `annotate-snippets` draws them.

use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use crate::source::{SourceFile, SourceMap, Span};

use super::neutral;
use super::place::{first_line, slashed};

/// More labels than these in one snippet hide the source.
const MAX_LABELS: usize = 8;

/// Labels that are further apart than this many lines are shown as if they were in two files: all lines between them
/// are gone through to leave them out.
const MAX_GAP: u32 = 100;

/// A file and what is to be shown of it.
struct Excerpt {
    file: Arc<SourceFile>,
    labels: Vec<(Span, String)>,
}

/// What is shown of a message: its labels by file, the first one primary. Kept apart from the drawing, which borrows it.
pub struct Excerpts {
    files: Vec<Excerpt>,
    /// Where only the place may be shown, not what is written there.
    hidden: bool,
}

impl Excerpts {
    /// Collects labels. Of a span with several labels the first one is shown. `hidden`: what is written there must not
    /// be shown.
    pub fn new(labels: impl IntoIterator<Item = (Span, String)>, sources: &SourceMap, hidden: bool) -> Excerpts {
        let mut files: Vec<Excerpt> = Vec::new();
        let mut count = 0;
        for (span, text) in labels {
            if count == MAX_LABELS || files.iter().any(|excerpt| excerpt.labels.iter().any(|(other, _)| *other == span))
            {
                continue;
            }
            count += 1;
            let label = (span, neutral::line(&text).into_owned());
            match files.iter_mut().find(|excerpt| excerpt.is_near(span)) {
                Some(excerpt) => excerpt.labels.push(label),
                None => files.push(Excerpt { file: sources.get(span.file), labels: vec![label] }),
            }
        }
        Excerpts { files, hidden }
    }

    /// Adds what is shown to a group.
    pub fn draw<'a>(&'a self, mut group: Group<'a>) -> Group<'a> {
        for (at, excerpt) in self.files.iter().enumerate() {
            group = group.element(excerpt.element(at == 0, self.hidden));
        }
        group
    }
}

impl Excerpt {
    /// Whether a place is in the lines that are shown, or not far from them.
    fn is_near(&self, span: Span) -> bool {
        let line = |span: Span| self.file.position(span.start).line;
        self.file.id() == span.file && self.labels.iter().any(|(other, _)| line(*other).abs_diff(line(span)) <= MAX_GAP)
    }

    fn element(&self, first: bool, hidden: bool) -> Element<'_> {
        let path = neutral::line(&slashed(self.file.path())).into_owned();
        let shown: Option<Vec<(Span, &String)>> =
            self.labels.iter().map(|(span, label)| Some((first_line(*span, &self.file)?, label))).collect();
        let Some(shown) = shown.filter(|_| !hidden) else {
            let start = self.file.position(self.labels[0].0.start);
            let origin = Origin::path(path).line(start.line as usize).char_column(start.column as usize);
            return origin.into();
        };
        let (window, offset, line) = window(&self.file, &shown);
        let annotations = shown.into_iter().enumerate().map(|(at, (span, label))| {
            let kind = if first && at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let range = span.start as usize - offset..span.end as usize - offset;
            kind.span(range).label(Some(label.as_str()).filter(|label| !label.is_empty()))
        });
        Snippet::source(window).line_start(line).path(path).annotations(annotations).into()
    }
}

/// The lines from the first to the last label: text, offset of its first byte, number of its first line.
fn window<'a>(file: &'a SourceFile, labels: &[(Span, &String)]) -> (&'a str, usize, usize) {
    let text = file.utf8().unwrap_or_default();
    let first = labels.iter().map(|(span, _)| span.start as usize).min().unwrap_or(0);
    let last = labels.iter().map(|(span, _)| span.end as usize).max().unwrap_or(0);
    let mut start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    if start == 0 && text.starts_with('\u{feff}') && first > 0 {
        start = '\u{feff}'.len_utf8();
    }
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    (&text[start..end], start, file.position(start as u32).line as usize)
}

/// Draws groups.
pub fn renderer(colour: bool) -> Renderer {
    if colour { Renderer::styled() } else { Renderer::plain() }
}

/// A level of its own name.
pub fn level(base: Level<'static>, name: &'static str) -> Level<'static> {
    base.with_name(Some(name))
}

/// Which file a message is about, without a place in it.
pub fn whole_file(path: &std::path::Path) -> Origin<'static> {
    Origin::path(neutral::line(&slashed(path)).into_owned())
}
