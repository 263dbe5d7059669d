//! What a verdict was read from.

use crate::addrs::{Path, Step, Str};
use crate::lang::{Evaluator, Session};
use crate::plan::{Instance, Plan};
use crate::source::Span;
use crate::value::Value;

use super::Evidence;
use super::file::Block;
use super::message::plain;
use super::names::{Names, Read};

/// At most this many reads are told.
pub(super) const MAX_READS: usize = 8;

/// Longer values are cut.
const MAX_VALUE: usize = 200;

/// What the conditions at `open` read: they are evaluated once more, this time noting every read.
pub(super) fn reads(names: &Names<'_, '_>, block: &Block<'_>, open: &[usize], session: &Session<'_>) -> Vec<Read> {
    names.locals.borrow_mut().clear();
    *names.notes.reads.borrow_mut() = Some(Vec::new());
    let evaluator = Evaluator::new(names, session);
    for at in open {
        // Its result is known already; only the reads matter.
        let _ = evaluator.eval(block.enforces[*at].condition);
    }
    if open.is_empty()
        && let Some(filter) = block.filter
    {
        let _ = evaluator.eval(filter);
    }
    names.notes.reads.borrow_mut().take().unwrap_or_default()
}

/// Reads as evidence, and the place where a person should look first.
pub(super) fn evidence(reads: &[Read], subject: &Instance, plan: &Plan<'_>) -> (Vec<Evidence>, Option<Span>) {
    let mut found = Vec::new();
    let mut place = None;
    // A longer path says more than the path to the whole of it.
    let telling: Vec<&Read> = reads
        .iter()
        .filter(|read| {
            !reads.iter().any(|other| {
                other.candidate == read.candidate
                    && other.path.len() > read.path.len()
                    && other.path.starts_with(&read.path)
            })
        })
        .take(MAX_READS)
        .collect();
    for read in telling {
        let Some(instance) = read.candidate.map_or(Some(subject), |at| plan.instances.get(at)) else { continue };
        let trace = match &plan.provenance {
            Some(provenance) if read.candidate.is_none() => provenance.trace(&instance.address, &read.path),
            _ => Vec::new(),
        };
        place = place.or_else(|| trace.first().map(|trace| trace.span));
        let shown = match read.candidate {
            Some(_) => "joined".into(),
            None => shown(&read.value),
        };
        found.push(Evidence { subject: address(instance, &read.path), value: shown, trace });
    }
    (found, place)
}

fn address(instance: &Instance, path: &Path) -> Str {
    let mut text = instance.address.to_string();
    for step in path {
        match step {
            Step::Attr(name) => {
                text.push('.');
                text.push_str(name);
            }
            Step::Index(key) => text.push_str(&key.to_string()),
        }
    }
    text.into()
}

/// A value as people read it in a report.
fn shown(value: &Value) -> Str {
    let text = match value.bare() {
        _ if value.marks().sensitive => "(sensitive value)".to_owned(),
        Value::Absent => "not set".to_owned(),
        Value::String(text) => format!("\"{}\"", text.escape_debug()),
        Value::Unknown(_) => "(unknown)".to_owned(),
        value => plain(value).split_whitespace().collect::<Vec<_>>().join(" "),
    };
    if text.chars().count() <= MAX_VALUE {
        return text.into();
    }
    text.chars().take(MAX_VALUE).chain("…".chars()).collect::<String>().into()
}
