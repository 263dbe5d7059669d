//! Diagnostics as text, in rustc's manner.

use std::io::{self, Write};

use annotate_snippets::Level;
use indexmap::IndexMap;

use crate::diag::{Diagnostic, Severity};
use crate::source::{FileId, SourceMap};

use super::snippet::{Excerpts, renderer, whole_file};
use super::{neutral, text::WIDTH};

/// So many of one kind are shown of a file.
const MAX_ALIKE: usize = 100;

/// Writes diagnostics for a person, as [`render_diagnostics`] has them.
pub fn diagnostics(
    diagnostics: &[Diagnostic],
    sources: &SourceMap,
    colour: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    out.write_all(render_diagnostics(diagnostics, sources, colour).as_bytes())
}

/// Diagnostics for a person, each followed by an empty line. Meant for the standard error stream.
pub fn render_diagnostics(diagnostics: &[Diagnostic], sources: &SourceMap, colour: bool) -> String {
    let renderer = renderer(colour);
    let mut out = String::new();
    let mut counts: IndexMap<(&str, FileId), usize> = IndexMap::new();
    for diagnostic in diagnostics {
        if let Some(span) = diagnostic.span() {
            let count = counts.entry((diagnostic.code, span.file)).or_default();
            *count += 1;
            if *count > MAX_ALIKE {
                continue;
            }
        }
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let labels = diagnostic.labels.iter().map(|label| (label.span, label.text.clone()));
        let excerpts = Excerpts::new(labels, sources, false);
        let message = title(&diagnostic.message, diagnostic.code);
        let mut group = excerpts.draw(level.primary_title(message).id(diagnostic.code).elements(no_elements()));
        if let (None, Some(path)) = (diagnostic.span(), &diagnostic.path) {
            group = group.element(whole_file(path));
        }
        for help in &diagnostic.help {
            group = group.element(Level::HELP.message(paragraph(help)));
        }
        for note in &diagnostic.notes {
            group = group.element(Level::NOTE.message(paragraph(note)));
        }
        out += &renderer.render(&[group]);
        out += "\n\n";
    }
    for ((code, file), count) in counts.into_iter().filter(|(_, count)| *count > MAX_ALIKE) {
        let message = format!("{} more like these are not shown", count - MAX_ALIKE);
        let group = Level::NOTE.primary_title(message).id(code).elements(no_elements());
        let file = sources.get(file);
        out += &renderer.render(&[group.element(whole_file(file.path()))]);
        out += "\n\n";
    }
    neutral::commands(out)
}

/// A remark below a snippet, broken to the width of a screen.
pub fn paragraph(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(neutral::line).collect();
    // The remark stands behind a margin, `= `, and its name.
    neutral::wrap(&lines.join("\n"), WIDTH - 14)
}

/// A title, broken to the width of a screen; `id` stands in brackets before it.
pub fn title(text: &str, id: &str) -> String {
    // The name of a level has up to nine characters, brackets, colon and blank are four.
    neutral::wrap(&neutral::line(text), WIDTH.saturating_sub(id.chars().count() + 13).max(40))
}

/// Turns a title into a group to which everything can be added.
pub fn no_elements() -> [annotate_snippets::Padding; 0] {
    []
}
