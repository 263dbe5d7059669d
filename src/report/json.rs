//! All that is known, for programs: see `docs/assessment.schema.json`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::control::{Assessment, Class, Counts, DemandResult, Finding, MeasureResult, Parameter, Waiver};
use crate::diag::Diagnostic;
use crate::plan::Trace;
use crate::policy::{Enforcement, Evidence, Outcome, Text};
use crate::source::SourceMap;
use crate::value;

use super::place::{Place, slashed};

/// The name of the form, with its version. Additions keep it, anything else makes a new one.
pub const SCHEMA: &str = "tomcheck.assessment/v1";

/// Writes one object, with one finding, measure and diagnostic a line.
pub fn write(assessment: &Assessment, sources: &SourceMap, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"schema\":\"{SCHEMA}\",\n\"findings\":[")?;
    lines(assessment.findings.iter().map(|finding| FindingJson::new(finding, sources)), out)?;
    write!(out, "],\n\"measures\":[")?;
    lines(assessment.measures.iter().map(|result| measure(result, assessment)), out)?;
    write!(out, "],\n\"diagnostics\":[")?;
    lines(assessment.diagnostics.iter().map(|diagnostic| self::diagnostic(diagnostic, sources)), out)?;
    write!(out, "],\n\"summary\":")?;
    out.write_all(harmless(serde_json::to_string(&summary(assessment))?).as_bytes())?;
    out.write_all(b"}\n")
}

fn lines(items: impl Iterator<Item = impl Serialize>, out: &mut dyn Write) -> io::Result<()> {
    for (at, item) in items.enumerate() {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        out.write_all(harmless(serde_json::to_string(&item)?).as_bytes())?;
    }
    Ok(())
}

/// The same JSON, in which a CI that reads every line finds no command. The sign stands in strings only.
pub fn harmless(json: String) -> String {
    if json.contains("##") { json.replace("##", "#\\u0023") } else { json }
}

/// A verdict with its finding.
#[derive(Serialize)]
struct FindingJson<'a> {
    policy: &'a str,
    address: &'a str,
    verdict: &'static str,
    measures: &'a [crate::addrs::Str],
    severity: &'static str,
    location: Option<Place>,
    message: String,
    evidence: Vec<Json>,
    causes: Vec<Json>,
    demand: &'a str,
    root: &'a str,
    enforcement: &'static str,
    title: Json,
    fingerprint: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expired_waiver: Option<Json>,
    /// The place inside a downloaded module, where `location` is its call.
    #[serde(skip_serializing_if = "Option::is_none")]
    inner_location: Option<Place>,
}

impl<'a> FindingJson<'a> {
    fn new(finding: &'a Finding, sources: &SourceMap) -> Self {
        let verdict = &finding.verdict;
        let inner = verdict.span.filter(|span| Some(*span) != finding.place);
        FindingJson {
            policy: &verdict.policy,
            address: &verdict.subject.address,
            verdict: outcome(verdict.outcome),
            measures: &finding.measures,
            severity: finding.severity().word(),
            location: finding.place.map(|span| Place::of(span, sources)),
            message: finding.message(),
            evidence: verdict.evidence.iter().map(|evidence| self::evidence(evidence, sources)).collect(),
            causes: verdict.causes.iter().map(|cause| self::cause(cause, sources)).collect(),
            demand: &verdict.demand,
            root: &verdict.root,
            enforcement: enforcement(verdict.enforcement),
            title: text(&finding.title()),
            fingerprint: &finding.fingerprint,
            waived: finding.waiver.as_deref().map(waiver),
            expired_waiver: finding.expired.as_deref().map(waiver),
            inner_location: inner.map(|span| Place::of(span, sources)),
        }
    }
}

fn evidence(evidence: &Evidence, sources: &SourceMap) -> Json {
    let trace =
        |trace: &Trace| json!({ "what": trace.what, "note": trace.note, "location": Place::of(trace.span, sources) });
    let trace: Vec<Json> = evidence.trace.iter().map(trace).collect();
    json!({ "subject": evidence.subject, "value": evidence.value, "trace": trace })
}

fn cause(cause: &value::Cause, sources: &SourceMap) -> Json {
    let location = cause.span.map(|span| Place::of(span, sources));
    json!({ "kind": cause.kind.name(), "address": cause.address, "location": location })
}

fn measure(result: &MeasureResult, assessment: &Assessment) -> Json {
    let measure = &assessment.profile.measures[result.measure];
    let promises = measure.promises.iter().zip(&result.promises).map(|(promise, status)| {
        json!({
            "words": text(&promise.words),
            "status": status.words(),
            "demands": promise.demands,
            "organisational": promise.organisational.as_ref().map(text),
        })
    });
    let roots = assessment.roots.iter().zip(&result.roots).map(|(root, (status, counts))| {
        json!({ "root": root.path, "status": status.words(), "counts": self::counts(*counts) })
    });
    json!({
        "id": measure.id,
        "number": measure.number,
        "section": measure.section,
        "title": text(&measure.title),
        "text": measure.text,
        "status": result.status.words(),
        "technical": result.technical.words(),
        "counts": counts(result.counts),
        "demands": result.demands.iter().map(demand).collect::<Vec<_>>(),
        "promises": promises.collect::<Vec<_>>(),
        "roots": roots.collect::<Vec<_>>(),
    })
}

fn demand(result: &DemandResult) -> Json {
    json!({ "id": result.id, "status": result.status.words(), "counts": counts(result.counts) })
}

fn counts(counts: Counts) -> Json {
    json!({
        "pass": counts.pass,
        "fail": counts.fail,
        "advisory": counts.advisory,
        "unknown": counts.unknown,
        "error": counts.error,
        "not_applicable": counts.not_applicable,
        "waived": counts.waived,
    })
}

/// A diagnostic, here and in other formats that are JSON.
fn diagnostic(diagnostic: &Diagnostic, sources: &SourceMap) -> Json {
    let labels =
        diagnostic.labels.iter().map(|label| json!({ "text": label.text, "location": Place::of(label.span, sources) }));
    json!({
        "severity": severity(diagnostic),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "location": diagnostic.span().map(|span| Place::of(span, sources)),
        "path": diagnostic.path.as_deref().map(slashed),
        "labels": labels.collect::<Vec<_>>(),
        "help": diagnostic.help,
        "notes": diagnostic.notes,
    })
}

fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        crate::diag::Severity::Error => "error",
        crate::diag::Severity::Warning => "warning",
        crate::diag::Severity::Note => "note",
    }
}

fn summary(assessment: &Assessment) -> Json {
    let summary = &assessment.summary;
    let profile = &assessment.profile;
    let undecided = assessment.of_class(Class::Undecided).count();
    json!({
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "files": summary.files,
        "roots": assessment.roots.iter().map(|root| json!({
            "path": root.path, "files": root.files, "resources": root.resources,
        })).collect::<Vec<_>>(),
        "resources": summary.resources,
        "judged": summary.judged,
        "verdicts": counts(summary.counts),
        "violated": summary.violated,
        "advisory": summary.advisory,
        "undecided": undecided,
        "nothing_judged": summary.nothing_judged(),
        "errors": summary.errors,
        "outside": { "verdicts": summary.outside, "demands": assessment.outside.iter().map(demand).collect::<Vec<_>>() },
        "profile": {
            "name": profile.name,
            "title": text(&profile.title),
            "document": profile.document.as_ref().map(|document| json!({
                "title": document.title, "date": document.date.to_string(), "issuer": document.issuer,
            })),
            "parameters": profile.parameters.iter().map(parameter).collect::<Vec<_>>(),
            "departures": profile.departures.iter().map(|departure| json!({
                "from": departure.from, "what": departure.what,
            })).collect::<Vec<_>>(),
        },
    })
}

fn parameter(parameter: &Parameter) -> Json {
    json!({
        "name": parameter.name,
        // Parameters are literals, which all have a JSON form.
        "value": value::json::encode(&parameter.value).ok().and_then(|text| serde_json::from_str::<Json>(&text).ok()),
        "unit": parameter.unit,
        "demand": parameter.demand,
    })
}

fn waiver(waiver: &Waiver) -> Json {
    json!({
        "name": waiver.name,
        "reason": text(&waiver.reason),
        "owner": waiver.owner,
        "expires": waiver.expires.to_string(),
        "approved_by": waiver.approved_by,
        "ticket": waiver.ticket,
    })
}

fn text(text: &Text) -> Json {
    json!({ "de": text.de, "en": text.en })
}

/// The word of an outcome.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotApplicable => "not_applicable",
        Outcome::Pass => "pass",
        Outcome::Unknown => "unknown",
        Outcome::Fail => "fail",
        Outcome::Error => "error",
    }
}

fn enforcement(enforcement: Enforcement) -> &'static str {
    match enforcement {
        Enforcement::Advisory => "advisory",
        Enforcement::MandatoryOverridable => "mandatory_overridable",
        Enforcement::Mandatory => "mandatory",
    }
}
