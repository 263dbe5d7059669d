//! Findings as results.

use std::collections::BTreeMap;

use serde_json::json;

use crate::addrs::Str;
use crate::control::{Assessment, Class, Finding, Waiver};
use crate::policy::{Language, Outcome};
use crate::source::Span;

use super::super::Options;
use super::location::Locations;
use super::model::{Location, Message, PropertyBag, SarifResult, Suppression};
use super::rules::level;

/// More places than these on the way of a value tell a reader nothing more.
const MAX_RELATED: usize = 50;

pub fn result(
    finding: &Finding,
    rule_index: usize,
    assessment: &Assessment,
    locations: &mut Locations<'_>,
    options: &Options,
) -> SarifResult {
    let verdict = &finding.verdict;
    let (location, hash) = locations.of_finding(finding, assessment);
    let related = related(finding, locations);
    // Told from the repository, so that an alert reads the same wherever the run starts.
    let subject = match assessment.root_of(finding) {
        Some(root) if finding.is_of_root() => ecow::eco_format!("the root module {}", root.key),
        _ => finding.subject(),
    };
    let mut fingerprints = BTreeMap::from([("tomcheck/v1", finding.fingerprint.to_string())]);
    fingerprints.extend(hash.map(|hash| ("primaryLocationLineHash", hash)));
    SarifResult {
        rule_id: verdict.policy.to_string(),
        rule_index,
        level: match (finding.class(), verdict.outcome) {
            (Class::Advisory, _) => {
                if level(finding.severity()) == "error" {
                    "warning"
                } else {
                    "note"
                }
            }
            (Class::Broken, _) => "error",
            (_, Outcome::Unknown) => "note",
            _ => level(finding.severity()),
        },
        message: Message::plain(message(finding, &subject, &related, options.language)),
        locations: vec![location],
        related_locations: related,
        partial_fingerprints: fingerprints,
        suppressions: finding.waiver.iter().map(|waiver| suppression(waiver, locations, options)).collect(),
        properties: PropertyBag {
            tags: Vec::new(),
            more: BTreeMap::from([
                ("address", json!(verdict.subject.address)),
                ("demand", json!(verdict.demand)),
                ("measures", json!(finding.measures)),
                ("root", json!(assessment.root_of(finding).map_or(&verdict.root, |root| &root.key))),
            ]),
        },
    }
}

/// Where the deciding value came from, and the place inside a downloaded module; each numbered, for links.
fn related(finding: &Finding, locations: &mut Locations<'_>) -> Vec<Location> {
    let verdict = &finding.verdict;
    let inner =
        verdict.span.filter(|span| Some(*span) != finding.place).map(|span| (span, verdict.subject.address.clone()));
    let trace = verdict.evidence.iter().flat_map(|evidence| &evidence.trace).map(|trace| {
        let note = if trace.note.is_empty() { String::new() } else { format!(" ({})", trace.note) };
        (trace.span, ecow::eco_format!("{}{note}", trace.what))
    });
    let causes = verdict.causes.iter().filter_map(|cause| Some((cause.span?, cause.address.clone())));
    let mut places: Vec<(Span, Str)> = Vec::new();
    for (span, what) in inner.into_iter().chain(trace).chain(causes) {
        if Some(span) != finding.place && !places.iter().any(|(other, _)| *other == span) && places.len() < MAX_RELATED
        {
            places.push((span, what));
        }
    }
    let located = places.into_iter().filter_map(|(span, what)| {
        let location = locations.of(span)?;
        Some(Location { message: Some(Message::plain(what.as_str())), ..location })
    });
    located.enumerate().map(|(at, location)| Location { id: Some(at + 1), ..location }).collect()
}

/// The first sentence, which is the alert's title, names address and demand; then what is wrong, and links to where it
/// comes from.
fn message(finding: &Finding, subject: &str, related: &[Location], language: Language) -> String {
    let verdict = &finding.verdict;
    let demand = if verdict.demand.is_empty() { &verdict.policy } else { &verdict.demand };
    let title = match (verdict.outcome, language) {
        (Outcome::Unknown, Language::En) => format!("{subject} is undecided for {demand}."),
        (Outcome::Unknown, Language::De) => format!("{subject} ist für {demand} nicht entscheidbar."),
        (Outcome::Error, Language::En) => format!("{subject} could not be judged for {demand}."),
        (Outcome::Error, Language::De) => format!("{subject} konnte für {demand} nicht geprüft werden."),
        (_, Language::En) => format!("{subject} violates {demand}."),
        (_, Language::De) => format!("{subject} verletzt {demand}."),
    };
    let mut text = plain(&title);
    for message in verdict.messages.iter().flat_map(|message| message.lines()) {
        text += &format!(" {}", plain(message));
    }
    if verdict.messages.is_empty() && verdict.outcome == Outcome::Fail {
        text += &format!(" {}", plain(finding.title().get(language)));
    }
    if !verdict.causes.is_empty() {
        let causes: Vec<String> = verdict.causes.iter().map(|cause| format!("`{}`", plain(&cause.address))).collect();
        text += match language {
            Language::En => " It depends on ",
            Language::De => " Es hängt ab von ",
        };
        text += &format!("{}.", causes.join(", "));
    }
    let links = related.iter().filter_map(|location| {
        let what = plain(&location.message.as_ref()?.text).replace(['[', ']'], "");
        Some(format!("[{what}]({})", location.id?))
    });
    let links: Vec<String> = links.collect();
    if !links.is_empty() {
        text += match language {
            Language::En => " See ",
            Language::De => " Siehe ",
        };
        text += &format!("{}.", links.join(", "));
    }
    text
}

/// Text in which nothing is a link: `[text](1)`.
fn plain(text: &str) -> String {
    text.replace("](", "] (")
}

fn suppression(waiver: &Waiver, locations: &mut Locations<'_>, options: &Options) -> Suppression {
    let reason = waiver.reason.get(options.language);
    let approved = waiver.approved_by.as_ref().map(|name| format!(", approved by {name}")).unwrap_or_default();
    let ticket = waiver.ticket.as_ref().map(|ticket| format!(", {ticket}")).unwrap_or_default();
    Suppression {
        kind: "external",
        status: "accepted",
        justification: format!(
            "{reason} (waiver {} of {}{approved}{ticket}, until {})",
            waiver.name, waiver.owner, waiver.expires
        ),
        location: locations.of(waiver.span),
    }
}
