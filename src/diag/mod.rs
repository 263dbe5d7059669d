//! Room 2: diagnostics as values. Nothing here prints.

mod problem;

use std::path::PathBuf;

use crate::source::Span;

/// How much a diagnostic matters to the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something could not be read or is refused: the run is incomplete or cannot go on.
    Error,
    /// Read, but probably not what was meant.
    Warning,
    /// Worth knowing.
    Note,
}

/// A span and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// The smallest span that shows the point.
    pub span: Span,
    /// Lowercase, without a full stop; may be empty for the primary label.
    pub text: String,
}

/// One message in rustc's manner: lowercase, the smallest span, `help` = a change the user can make,
/// `note` = everything else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// A stable name for machines, such as `syntax` or `module-not-installed`.
    pub code: &'static str,
    /// The message: lowercase, one sentence, no full stop.
    pub message: String,
    /// Where: the first label is the primary one.
    pub labels: Vec<Label>,
    /// The file it is about where there is no span (unreadable, missing, not a file).
    pub path: Option<PathBuf>,
    /// Changes the user can make.
    pub help: Vec<String>,
    /// Everything else.
    pub notes: Vec<String>,
    /// Whether Terraform says it without a place; where there are labels, they are more than it tells.
    pub placeless: bool,
}

impl Diagnostic {
    /// A diagnostic without any place yet.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic {
            severity,
            code,
            message: message.into(),
            labels: Vec::new(),
            path: None,
            help: Vec::new(),
            notes: Vec::new(),
            placeless: false,
        }
    }

    /// An error; see [`Diagnostic::new`].
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning; see [`Diagnostic::new`].
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// Adds a place; the first one added is the primary.
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Names the file it is about, where there is no span.
    pub fn in_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Adds a change that the user can make.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds a remark.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Notes that Terraform says it without a place.
    pub fn without_place(mut self) -> Self {
        self.placeless = true;
        self
    }

    /// Where it is, if it has a place in a file.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// The candidate nearest to `name`, for "did you mean": at most a third of its letters differ.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count().max(3)) / 3;
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}
