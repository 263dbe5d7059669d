//! Edits, the order they are applied in, and where a position is afterwards.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::source::{SourceFile, Span};

/// A piece of a file and the text that takes its place. An empty span inserts, an empty text removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The piece that goes.
    pub span: Span,
    /// What comes in its place, line breaks as they are to be written.
    pub text: String,
}

impl Edit {
    /// Puts `text` in the place of `span`.
    pub fn new(span: Span, text: impl Into<String>) -> Edit {
        Edit { span, text: text.into() }
    }

    /// How many bytes longer the file becomes.
    fn growth(&self) -> i64 {
        self.text.len() as i64 - i64::from(self.span.end - self.span.start)
    }
}

/// The edits in the order of the file, those that change nothing left out. Several insertions at one place keep their
/// order and come before what else starts there. Refuses edits of another file, outside the file, or of bytes that
/// another edit changes as well.
pub(super) fn in_order(file: &SourceFile, mut edits: Vec<Edit>) -> Result<Vec<Edit>, Diagnostic> {
    let whole = file.span();
    for Edit { span, .. } in &edits {
        if span.file != whole.file {
            return Err(Diagnostic::error("fix-outside", "a change is of another file").in_file(file.path()));
        }
        if span.start > span.end || span.end > whole.end {
            let message = format!("a change of bytes {}..{} lies outside the file", span.start, span.end);
            return Err(Diagnostic::error("fix-outside", message)
                .in_file(file.path())
                .note(format!("the file has {} bytes", whole.end)));
        }
    }
    edits.retain(|edit| file.bytes()[edit.span.range()] != *edit.text.as_bytes());
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    for pair in edits.windows(2) {
        if pair[1].span.start < pair[0].span.end {
            return Err(Diagnostic::error("fix-overlap", "two changes are of the same text")
                .at(pair[0].span, "one change")
                .at(pair[1].span, "the other change")
                .help("make one change, then the other on its result"));
        }
    }
    Ok(edits)
}

/// The text with all edits made, which are [in order](in_order).
pub(super) fn apply(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let growth: i64 = edits.iter().map(Edit::growth).sum();
    let mut text = Vec::with_capacity((bytes.len() as i64 + growth) as usize);
    let mut at = 0;
    for edit in edits {
        text.extend_from_slice(&bytes[at..edit.span.range().start]);
        text.extend_from_slice(edit.text.as_bytes());
        at = edit.span.range().end;
    }
    text.extend_from_slice(&bytes[at..]);
    text
}

/// Where positions of a text are after edits.
pub(super) struct Shift<'e> {
    edits: &'e [Edit],
    /// By edit: how much longer the text is before it; then the same for the end.
    growth: Vec<i64>,
}

impl<'e> Shift<'e> {
    pub fn new(edits: &'e [Edit]) -> Self {
        let sums = edits.iter().scan(0, |sum, edit| {
            *sum += edit.growth();
            Some(*sum)
        });
        Shift { edits, growth: std::iter::once(0).chain(sums).collect() }
    }

    /// Where what starts at `position` starts: after what was inserted there.
    pub fn start(&self, position: u32) -> u32 {
        self.moved(position, self.edits.partition_point(|edit| edit.span.end <= position))
    }

    /// Where what ends at `position` ends: before what was inserted there.
    pub fn end(&self, position: u32) -> u32 {
        self.moved(position, self.edits.partition_point(|edit| edit.span.end <= position && edit.span.start < position))
    }

    fn moved(&self, position: u32, edits: usize) -> u32 {
        (i64::from(position) + self.growth[edits]) as u32
    }

    /// Where the text of each edit is, in order.
    pub fn texts(&self) -> impl Iterator<Item = Range<u32>> {
        self.edits.iter().zip(&self.growth).map(|(edit, growth)| {
            let start = (i64::from(edit.span.start) + growth) as u32;
            start..start + edit.text.len() as u32
        })
    }

    /// The edits that make at once what these make and `later` makes of their result, where `later` has spans of that.
    /// What would take away both new and old text is left out.
    pub fn with(&self, later: &[Edit]) -> Vec<Edit> {
        let mut all = self.edits.to_vec();
        let texts: Vec<Range<u32>> = self.texts().collect();
        // From the last to the first, so that a text's own positions stay right.
        for Edit { span, text } in later.iter().rev() {
            let before = texts.partition_point(|text| text.end <= span.start);
            match texts.get(before) {
                Some(own) if own.start <= span.start && span.end <= own.end => {
                    let offset = own.start as usize;
                    all[before].text.replace_range(span.range().start - offset..span.range().end - offset, text);
                }
                Some(own) if own.start < span.end => {}
                _ => {
                    let back = |position: u32| (i64::from(position) - self.growth[before]) as u32;
                    all.push(Edit::new(Span::new(self.file(span), back(span.start), back(span.end)), text.clone()));
                }
            }
        }
        all.sort_by_key(|edit| (edit.span.start, edit.span.end));
        all
    }

    fn file(&self, other: &Span) -> crate::source::FileId {
        self.edits.first().map_or(other.file, |edit| edit.span.file)
    }
}
