//! Profiles and waivers as they are written, and assessments of verdicts made by hand.

mod assessing;
mod reading;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::source::SourceMap;

use super::Sidecars;

/// A sidecar as it is written.
fn sidecars(text: &str) -> (SourceMap, Sidecars, Vec<Diagnostic>) {
    let sources = SourceMap::default();
    let file = sources.add("acme.tom.hcl".into(), text.as_bytes().to_vec());
    let (sidecars, diagnostics) = Sidecars::parse(vec![file]);
    (sources, sidecars, diagnostics)
}

/// Diagnostics, each as `code at line: text of the span: message (help)`.
fn said(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        lines += diagnostic.code;
        if let Some(span) = diagnostic.span() {
            let file = sources.get(span.file);
            lines += &format!(" at {} «{}»", file.position(span.start).line, file.text(span));
        }
        lines += &format!(": {}", diagnostic.message);
        for help in diagnostic.help.iter().chain(&diagnostic.notes) {
            lines += &format!(" ({help})");
        }
        lines += "\n";
    }
    lines
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}
