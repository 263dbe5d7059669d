//! Pieces of source with labels, as `annotate-snippets` draws them.

use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::source::{SourceFile, SourceMap, Span};

use super::neutral;
use super::place::{first_line, slashed};

/// More labels than these in one snippet hide the source.
const MAX_LABELS: usize = 8;

/// Labels that are further apart than this many lines, or bytes, are shown as if they were in two files: all that is
/// between them is gone through to leave it out.
const MAX_GAP: u32 = 100;
const MAX_BYTES: u32 = 4096;

/// How many bytes of a line are shown before the first and behind the last label.
const MAX_AROUND: usize = 160;

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
            group = excerpt.draw(group, at == 0, self.hidden);
        }
        group
    }
}

impl Excerpt {
    /// Whether a place is in the lines that are shown, or not far from them.
    fn is_near(&self, span: Span) -> bool {
        let line = |span: Span| self.file.position(span.start).line;
        let near =
            |other: Span| other.start.abs_diff(span.start) <= MAX_BYTES && line(other).abs_diff(line(span)) <= MAX_GAP;
        self.file.id() == span.file && self.labels.iter().any(|(other, _)| near(*other))
    }

    fn draw<'a>(&'a self, group: Group<'a>, first: bool, hidden: bool) -> Group<'a> {
        let path = neutral::line(&slashed(self.file.path())).into_owned();
        let start = self.file.position(self.labels[0].0.start);
        let origin = |path| Origin::path(path).line(start.line as usize).char_column(start.column as usize);
        let shown: Option<Vec<(Span, &String)>> =
            self.labels.iter().map(|(span, label)| Some((first_line(*span, &self.file)?, label))).collect();
        let Some(shown) = shown.filter(|_| !hidden) else { return group.element(origin(path)) };
        let Window { text, offset, line, cut } = Window::of(&self.file, &shown);
        let annotations = shown.into_iter().enumerate().map(|(at, (span, label))| {
            let kind = if first && at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let range = span.start as usize - offset..span.end as usize - offset;
            kind.span(range).label(Some(label.as_str()).filter(|label| !label.is_empty()))
        });
        let snippet = Snippet::source(text).line_start(line).annotations(annotations);
        // Where a line does not begin with what is shown of it, its columns are not those of the text.
        if cut { group.element(origin(path)).element(snippet) } else { group.element(snippet.path(path)) }
    }
}

/// What is shown of a file.
struct Window<'f> {
    text: &'f str,
    /// Of its first byte.
    offset: usize,
    /// Of its first line.
    line: usize,
    /// It does not begin where the line begins.
    cut: bool,
}

impl<'f> Window<'f> {
    /// The lines from the first to the last label, without what is far from both.
    fn of(file: &'f SourceFile, labels: &[(Span, &String)]) -> Window<'f> {
        let text = file.utf8().unwrap_or_default();
        let first = labels.iter().map(|(span, _)| span.start as usize).min().unwrap_or(0);
        let last = labels.iter().map(|(span, _)| span.end as usize).max().unwrap_or(0);
        let from = text.floor_char_boundary(first.saturating_sub(MAX_AROUND));
        let to = text.ceil_char_boundary((last + MAX_AROUND).min(text.len()));
        let start = text[from..first].rfind('\n').map(|at| from + at + 1);
        let (mut offset, cut) = (start.unwrap_or(from), start.is_none() && from > 0);
        if offset == 0 && text.starts_with('\u{feff}') && first > 0 {
            offset = '\u{feff}'.len_utf8();
        }
        let end = text[last..to].find('\n').map_or(to, |at| last + at);
        Window { text: &text[offset..end], offset, line: file.position(offset as u32).line as usize, cut }
    }
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
