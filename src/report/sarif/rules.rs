//! Policies as rules.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;

use crate::addrs::Str;
use crate::control::{Assessment, Finding};
use crate::policy::{Language, Severity, Text};

use super::model::{Configuration, Message, PropertyBag, Rule};

/// Longer descriptions are refused, in characters.
const MAX_DESCRIPTION: usize = 1_024;

/// The rules of all policies that said something, sorted, and where each stands.
pub fn all(assessment: &Assessment, language: Language) -> (Vec<Rule>, HashMap<Str, usize>) {
    let mut policies: BTreeMap<&Str, &Finding> = BTreeMap::new();
    for finding in &assessment.findings {
        policies.entry(&finding.verdict.policy).or_insert(finding);
    }
    let index = policies.keys().enumerate().map(|(at, name)| ((*name).clone(), at)).collect();
    let rules = policies.into_values().map(|finding| rule(finding, assessment, language)).collect();
    (rules, index)
}

fn rule(finding: &Finding, assessment: &Assessment, language: Language) -> Rule {
    let info = finding.info.as_deref();
    let title = finding.title().get(language).to_owned();
    let description = info.map(|info| info.description.get(language)).filter(|text| !text.is_empty());
    let description = description.unwrap_or(&title).to_owned();
    let severity = finding.severity();
    let mut tags = vec!["security".to_owned()];
    tags.extend(Some(finding.verdict.demand.to_string()).filter(|demand| !demand.is_empty()));
    // The first ten of at most twenty are shown.
    tags.extend(finding.measures.iter().take(18).map(Str::to_string));
    let links = info.map(|info| info.links.as_slice()).unwrap_or_default();
    let uri = links.iter().map(|(_, address)| address).find(|address| is_uri(address));
    Rule {
        id: finding.verdict.policy.to_string(),
        short_description: Message::plain(shortened(&title)),
        full_description: Message::plain(shortened(&description)),
        help: help(finding, &description, assessment, language),
        help_uri: uri.map(Str::to_string),
        default_configuration: Configuration { level: level(severity) },
        properties: PropertyBag {
            tags,
            more: BTreeMap::from([("precision", json!("very-high")), ("security-severity", json!(score(severity)))]),
        },
    }
}

/// Why it matters, who promises it, what to do, and where to read on: plain and as Markdown.
fn help(finding: &Finding, description: &str, assessment: &Assessment, language: Language) -> Message {
    let say = |en: &'static str, de: &'static str| match language {
        Language::En => en,
        Language::De => de,
    };
    let (mut text, mut markdown) = (description.to_owned(), description.to_owned());
    let mut section = |heading: &str, lines: Vec<(String, String)>| {
        if lines.is_empty() {
            return;
        }
        text += &format!("\n\n{heading}");
        markdown += &format!("\n\n**{heading}**\n");
        for (plain, marked) in lines {
            text += &format!("\n- {plain}");
            markdown += &format!("\n- {marked}");
        }
    };
    let demand = &finding.verdict.demand;
    let promises = assessment.profile.measures_of(demand).flat_map(|measure| {
        measure.promises.iter().filter(|promise| promise.demands.contains(demand)).map(move |promise| {
            let words = promise.words.get(language);
            (format!("{}: {words}", measure.id), format!("`{}`: {words}", measure.id))
        })
    });
    section(say("What is promised", "Was zugesagt ist"), promises.collect());
    let Some(info) = finding.info.as_deref() else { return Message { text, markdown: Some(markdown) } };
    let both = |text: &Text| (text.get(language).to_owned(), text.get(language).to_owned());
    section(say("What to do", "Was zu tun ist"), info.fixes.iter().map(|fix| both(&fix.title)).collect());
    let notes = info.version_notes.iter().map(|note| {
        let words = note.note.get(language);
        (
            format!("{} {}: {words}", note.provider, note.constraint),
            format!("`{}` {}: {words}", note.provider, note.constraint),
        )
    });
    section(say("Versions of the provider", "Versionen des Providers"), notes.collect());
    let links = info.links.iter().map(|(label, address)| {
        let marked = if is_uri(address) { format!("[{label}]({address})") } else { format!("{label}: {address}") };
        (format!("{label}: {address}"), marked)
    });
    section(say("Read on", "Mehr dazu"), links.collect());
    Message { text, markdown: Some(markdown) }
}

/// An address that a reader may follow; others have made uploads fail.
fn is_uri(address: &str) -> bool {
    address.starts_with("https://") && !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"')
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_DESCRIPTION {
        return text.to_owned();
    }
    text.chars().take(MAX_DESCRIPTION - 1).chain(['…']).collect()
}

/// How a violation is shown.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low => "note",
    }
}

/// GitHub's score: above 9.0 critical, from 7.0 high, from 4.0 medium, above 0.0 low.
fn score(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
    }
}
