//! Where a person should look, in files of their own.

use std::path::Path;

use crate::policy::Verdict;
use crate::source::{SourceMap, Span};

use super::assessment::Root;

/// The place of a verdict; of one inside a downloaded module the innermost call on the way to it that is written in
/// the root's own files.
pub(super) fn own_place(verdict: &Verdict, root: Option<&Root>, sources: &SourceMap) -> Option<Span> {
    let span = verdict.span.or(verdict.subject.span)?;
    if !is_downloaded(sources, span) {
        return Some(span);
    }
    let calls = root.map_or(&[][..], |root| &root.calls);
    let leads_there = |call: &str| {
        let rest = verdict.subject.address.strip_prefix(call);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let on_the_way = calls.iter().filter(|(call, span)| leads_there(call) && !is_downloaded(sources, *span));
    on_the_way.max_by_key(|(call, _)| call.len()).map(|(_, span)| *span).or(Some(span))
}

/// Whether a file belongs to a module that `terraform init` brought.
fn is_downloaded(sources: &SourceMap, span: Span) -> bool {
    is_below_data_dir(sources.get(span.file).path())
}

/// Whether a path leads through Terraform's data directory.
pub(super) fn is_below_data_dir(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == ".terraform")
}
