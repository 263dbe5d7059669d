//! Room 14: one file a format, each a pure function of an assessment. Computes no verdicts.

mod colour;
mod diagnostics;
mod json;
mod neutral;
mod place;
mod sarif;
mod snippet;
mod text;

use std::io::{self, Write};

use crate::control::Assessment;
use crate::diag::Diagnostic;
use crate::policy::Language;
use crate::source::{Repository, SourceMap};

pub use colour::{Colour, use_colour};
pub use diagnostics::{diagnostics, render_diagnostics};

#[cfg(test)]
mod tests;

/// The formats of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For a person at a terminal, 80 columns wide.
    #[default]
    Text,
    /// All that is known, as `docs/assessment.schema.json` says.
    Json,
    /// SARIF 2.1.0, in the manner of GitHub code scanning.
    Sarif,
}

impl Format {
    /// All, by the words of a command line.
    pub const WORDS: [(&'static str, Format); 3] =
        [("text", Format::Text), ("json", Format::Json), ("sarif", Format::Sarif)];
}

/// How a report is to be.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The form of the report.
    pub format: Format,
    /// The language of titles and descriptions.
    pub language: Language,
    /// Whether text has colours.
    pub colour: bool,
    /// Whether text leaves nothing out.
    pub verbose: bool,
    /// Whether SARIF has verdicts that are undecided, as notes.
    pub undecided: bool,
    /// What SARIF tells paths from; without it they stay as they are shown.
    pub repository: Option<Repository>,
}

/// Writes a report. Says what it had to leave out.
pub fn write(
    assessment: &Assessment,
    sources: &SourceMap,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<Vec<Diagnostic>> {
    match options.format {
        Format::Text => out.write_all(text::render(assessment, sources, options).as_bytes()).map(|()| Vec::new()),
        Format::Json => json::write(assessment, sources, out).map(|()| Vec::new()),
        Format::Sarif => sarif::write(assessment, sources, options, out),
    }
}
