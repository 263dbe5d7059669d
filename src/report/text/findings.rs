//! Violations, and policies that could not be evaluated, each with its source.

use std::collections::HashMap;

use annotate_snippets::{Group, Level};

use crate::addrs::Str;
use crate::control::{Assessment, Class, Finding};
use crate::source::{SourceMap, Span};

use super::super::diagnostics::{self, no_elements, paragraph};
use super::super::snippet::{Excerpts, level, renderer};
use super::super::{Options, neutral};
use super::{fix, some};

/// How many addresses are named of what has one place.
const MAX_ADDRESSES: usize = 3;

/// How many characters of a value are shown.
const MAX_VALUE: usize = 40;

/// How many pieces of evidence are pointed at.
const MAX_EVIDENCE: usize = 4;

pub fn render(assessment: &Assessment, sources: &SourceMap, options: &Options, out: &mut String) {
    for class in [Class::Broken, Class::Violated, Class::Advisory] {
        for group in groups(assessment.of_class(class), class) {
            *out += &one(&group, class, assessment, sources, options);
            *out += "\n\n";
        }
    }
}

/// Findings that are the same but for the instance: one policy, one place, one message. By their first one. A policy in
/// error, and one that misses something in whole root modules, says the same wherever it is.
fn groups<'a>(findings: impl Iterator<Item = &'a Finding>, class: Class) -> Vec<Vec<&'a Finding>> {
    type Key<'a> = (&'a Str, Option<Span>, &'a [Str]);
    let mut known: HashMap<Key<'a>, usize> = HashMap::new();
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        let verdict = &finding.verdict;
        let anywhere = class == Class::Broken || finding.is_of_root();
        let key = (&verdict.policy, finding.place.filter(|_| !anywhere), verdict.messages.as_slice());
        // What has no place is told apart by its address alone.
        let alone = finding.place.is_none() && !anywhere;
        let at = if alone { groups.len() } else { *known.entry(key).or_insert(groups.len()) };
        match groups.get_mut(at) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

fn one(group: &[&Finding], class: Class, assessment: &Assessment, sources: &SourceMap, options: &Options) -> String {
    let finding = group[0];
    let verdict = &finding.verdict;
    let kind = match class {
        Class::Broken => Level::ERROR,
        Class::Advisory => level(Level::WARNING, "advisory"),
        _ => level(Level::ERROR, "fail"),
    };
    let mut messages = verdict.messages.iter().flat_map(|message| message.lines());
    let title = finding.title();
    let first = messages.next().unwrap_or(title.get(options.language));
    let excerpts = Excerpts::new(labels(finding), sources, finding.is_sensitive());
    let heading = kind
        .primary_title(diagnostics::title(first, &verdict.policy))
        .id(neutral::line(&verdict.policy))
        .elements(no_elements());
    let mut report = excerpts.draw(heading);
    for message in messages {
        report = report.element(Level::NOTE.message(paragraph(message)));
    }
    report = remarks(report, group, assessment, options);
    renderer(options.colour).render(&[report])
}

/// The place, labelled with what was read there, and the way that a value took to it.
fn labels(finding: &Finding) -> Vec<(Span, String)> {
    let evidence = finding.verdict.evidence.iter().take(MAX_EVIDENCE);
    let read: Vec<_> = evidence
        .flat_map(|evidence| {
            evidence.trace.iter().enumerate().map(|(at, trace)| {
                let note = if trace.note.is_empty() { String::new() } else { format!(" ({})", trace.note) };
                // The first place of a trace is the argument itself, whose name stands there.
                let label =
                    if at == 0 { format!("{}{note}", evidence.value) } else { format!("`{}`{note}", trace.what) };
                (trace.span, label)
            })
        })
        .collect();
    let Some(place) = finding.place else { return read };
    let own = read.iter().find(|(span, _)| *span == place).map(|(_, label)| label.clone());
    let inner = finding.verdict.span.filter(|span| *span != place).map(|span| (span, String::new()));
    [(place, own.unwrap_or_default())].into_iter().chain(inner).chain(read).collect()
}

/// A value that does not fill the screen.
fn shortened(value: &str) -> String {
    if value.chars().count() <= MAX_VALUE {
        return value.to_owned();
    }
    value.chars().take(MAX_VALUE - 1).chain(['…']).collect()
}

/// Whose fault it is, what is promised, and what can be done.
fn remarks<'a>(mut report: Group<'a>, group: &[&Finding], assessment: &Assessment, options: &Options) -> Group<'a> {
    let finding = group[0];
    let most = if options.verbose { usize::MAX } else { MAX_ADDRESSES };
    let several_roots = assessment.roots.len() > 1;
    let addresses: Vec<String> = group
        .iter()
        .map(|finding| {
            // The address of a root module is its path already.
            let root = if several_roots && !finding.is_of_root() {
                format!(" ({})", finding.verdict.root)
            } else {
                String::new()
            };
            format!("{}{root}", finding.subject())
        })
        .collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    report = report.element(level(Level::NOTE, "at").message(paragraph(&some(&addresses, most))));
    // Evidence that is written nowhere, such as what an argument that is not set means.
    for evidence in finding.verdict.evidence.iter().filter(|evidence| evidence.trace.is_empty()).take(MAX_EVIDENCE) {
        let text = format!("`{}`: {}", evidence.subject, shortened(&evidence.value));
        report = report.element(Level::NOTE.message(paragraph(&text)));
    }
    if let Some(waiver) = &finding.expired {
        let text = format!("the waiver `{}` accepted it until {}", waiver.name, waiver.expires);
        report = report.element(Level::NOTE.message(paragraph(&text)));
    }
    if !finding.verdict.demand.is_empty() {
        let measures: Vec<&str> = finding.measures.iter().map(Str::as_str).collect();
        let by = if measures.is_empty() { "not in this TOM".to_owned() } else { measures.join(", ") };
        let text = format!("{} ({by}), severity {}", finding.verdict.demand, finding.severity().word());
        report = report.element(level(Level::NOTE, "demand").message(paragraph(&text)));
    }
    if let Some(text) = fix::describe(finding, assessment, options) {
        report = report.element(Level::HELP.message(text));
    }
    report
}
