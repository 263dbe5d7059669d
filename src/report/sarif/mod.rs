//! SARIF 2.1.0, in the manner of GitHub code scanning: its limits and what it reads are those of the page "SARIF support
//! for code scanning".

mod linehash;
mod location;
mod model;
mod results;
mod rules;

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::json;

use crate::control::{Assessment, Class, Finding};
use crate::diag::{Diagnostic, Severity};
use crate::policy::Language;
use crate::source::SourceMap;

use super::Options;
use super::json::harmless;
use location::Locations;
use model::{ArtifactLocation, Automation, Driver, Invocation, Log, Message, Notification, PropertyBag, Run, Tool};

/// More results of a run are dropped when they are shown, so the less severe ones are better left out here.
pub const MAX_RESULTS: usize = 5_000;

/// What paths are relative to.
const BASE: &str = "SRCROOT";

/// Writes a log with one run. Says how many results had to be left out.
pub fn write(
    assessment: &Assessment,
    sources: &SourceMap,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<Vec<Diagnostic>> {
    let (findings, dropped) = choose(assessment, options);
    let dropped = (dropped > 0).then(|| {
        let message = format!("{dropped} of {} results are left out of the SARIF report", findings.len() + dropped);
        Diagnostic::warning("sarif-limit", message)
            .note(format!("code scanning shows {MAX_RESULTS} of a run; the most severe ones are kept"))
    });
    let mut locations = Locations::new(sources, options.repository.as_ref());
    let (rules, index) = rules::all(assessment, options.language);
    let results = findings
        .iter()
        .map(|finding| results::result(finding, index[&finding.verdict.policy], assessment, &mut locations, options))
        .collect();
    let said = assessment.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Note);
    let notifications = said.chain(&dropped).map(|diagnostic| notification(diagnostic, &mut locations));
    let summary = &assessment.summary;
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules,
            },
        },
        automation_details: Automation { id: format!("{}/{}/", env!("CARGO_PKG_NAME"), assessment.profile.name) },
        invocations: vec![Invocation {
            execution_successful: true,
            tool_execution_notifications: notifications.collect(),
        }],
        language: match options.language {
            Language::En => "en",
            Language::De => "de",
        },
        column_kind: "utf16CodeUnits",
        original_uri_base_ids: BTreeMap::from([(
            BASE,
            ArtifactLocation { description: Some(Message::plain("the root of the repository")), ..Default::default() },
        )]),
        results,
        properties: PropertyBag {
            tags: Vec::new(),
            more: BTreeMap::from([
                ("profile", json!(assessment.profile.name)),
                ("judged", json!(summary.judged)),
                ("passed", json!(summary.counts.pass)),
                ("undecided", json!(summary.counts.unknown)),
                ("nothingJudged", json!(summary.nothing_judged())),
            ]),
        },
    };
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [run],
    };
    out.write_all(harmless(serde_json::to_string_pretty(&log)?).as_bytes())?;
    out.write_all(b"\n")?;
    Ok(dropped.into_iter().collect())
}

/// The findings that become results, in their order, and how many more there were.
fn choose<'a>(assessment: &'a Assessment, options: &Options) -> (Vec<&'a Finding>, usize) {
    let mut findings: Vec<(usize, &Finding)> = assessment
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| match finding.class() {
            Class::Passed => false,
            Class::Undecided => options.undecided,
            Class::Waived | Class::Advisory | Class::Broken | Class::Violated => true,
        })
        .collect();
    let dropped = findings.len().saturating_sub(MAX_RESULTS);
    if dropped > 0 {
        findings.sort_by_key(|(at, finding)| (std::cmp::Reverse((finding.class(), finding.severity())), *at));
        findings.truncate(MAX_RESULTS);
        findings.sort_by_key(|(at, _)| *at);
    }
    (findings.into_iter().map(|(_, finding)| finding).collect(), dropped)
}

/// Something that was said of the run: it is not a result, which GitHub would make an alert of.
fn notification(diagnostic: &Diagnostic, locations: &mut Locations<'_>) -> Notification {
    let help = diagnostic.help.iter().chain(&diagnostic.notes).map(|help| format!(" ({help})"));
    Notification {
        level: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: Message::plain(format!("{}: {}{}", diagnostic.code, diagnostic.message, help.collect::<String>())),
        locations: diagnostic.span().and_then(|span| locations.of(span)).into_iter().collect(),
    }
}
