//! Syntax errors as Terraform tells them.

use std::collections::{BTreeMap, HashSet};

use crate::diag::Diagnostic;
use crate::source::{FileId, SourceMap, Span};
use crate::syntax::line_breaks_in_strings;

/// What is told however much was wrong before.
const UNGUARDED: &[&str] = &["expected `=` or `{` after", "is set twice"];

/// What Terraform tells of syntax errors in native syntax: after the first one in a file only names that begin neither
/// an argument nor a block, and each end of a line within a string.
pub fn as_terraform_tells(map: &SourceMap, problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let syntax = |problem: &Diagnostic| problem.span().filter(|_| problem.code == "syntax");
    let mut first: BTreeMap<FileId, u32> = BTreeMap::new();
    for span in problems.iter().filter_map(syntax) {
        let at = first.entry(span.file).or_insert(span.start);
        *at = span.start.min(*at);
    }
    first.retain(|file, _| map.get(*file).path().extension().is_none_or(|extension| extension != "json"));
    let breaks: BTreeMap<FileId, Vec<usize>> =
        first.keys().map(|file| (*file, line_breaks_in_strings(map.get(*file).bytes()))).collect();
    let mut seen = HashSet::new();
    let mut told: Vec<Diagnostic> = problems
        .into_iter()
        .filter(|problem| {
            let Some(span) = syntax(problem) else { return true };
            let Some(first) = first.get(&span.file) else { return true };
            let earlier = breaks[&span.file].first().is_none_or(|at| span.start as usize <= *at);
            let leading = span.start == *first && seen.insert(span.file);
            earlier && (leading || UNGUARDED.iter().any(|words| problem.message.contains(words)))
        })
        .collect();
    for (file, at) in breaks.iter().flat_map(|(file, all)| all.iter().map(|at| (*file, *at as u32))) {
        told.push(
            Diagnostic::error("syntax", "a string goes on over the end of a line")
                .at(Span::new(file, at, at + 1), "")
                .help("close the string before it, or write a heredoc"),
        );
    }
    told
}
