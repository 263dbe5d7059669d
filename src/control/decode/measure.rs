//! `measure` blocks: what is promised, word for word.

use crate::addrs::Str;
use crate::control::{Measure, Promise};
use crate::diag::Diagnostic;
use crate::policy::Text;
use crate::source::Span;
use crate::syntax::{Block, decode};

const MEASURE: decode::Form = decode::Form {
    what: "a measure",
    required: &["title"],
    optional: &["kind", "section", "text"],
    blocks: &["promise", "demand"],
};

const PROMISE: decode::Form = decode::Form {
    what: "a promise",
    required: &[],
    optional: &["de", "en", "demands", "organisational"],
    blocks: &[],
};

const DEMAND: decode::Form =
    decode::Form { what: "a demand of a measure", required: &["promise"], optional: &[], blocks: &[] };

/// Reads one. `number` is its place in the profile, counted from 1.
pub fn decode(block: Block<'_>, number: usize, diagnostics: &mut Vec<Diagnostic>) -> Option<Measure> {
    decode::check_form(block.body(), block.header(), &MEASURE, diagnostics);
    let id = decode::id_label(block, diagnostics)?;
    let mut string = |name| decode::argument(block.body(), name).and_then(|expr| decode::string(expr, diagnostics));
    let section = string("section").unwrap_or_default();
    let text = string("text").unwrap_or_default();
    let title = Text::decode(decode::argument(block.body(), "title")?, diagnostics)?;
    let mut promises = Vec::new();
    let mut words = Vec::new();
    for part in block.body().blocks() {
        match part.ty().name {
            "promise" => {
                let Some(label) = decode::one_label(part, diagnostics) else { continue };
                words.push((label.text.to_string(), label.span));
                promises.extend(promise(part, &label.text, diagnostics));
            }
            "demand" => promises.extend(demand(part, diagnostics)),
            _ => {}
        }
    }
    if !text.is_empty() {
        let place = decode::argument(block.body(), "text").map_or(block.header(), |expr| expr.span());
        check_words(&text, place, &words, diagnostics);
    }
    check_kind(block, &promises, diagnostics);
    let id = Str::from(id.text.as_ref());
    Some(Measure { id, number, section, title, text, promises, span: Some(block.header()) })
}

/// `promise "<words of the document>" { … }`
fn promise(block: Block<'_>, label: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Promise> {
    decode::check_form(block.body(), block.header(), &PROMISE, diagnostics);
    let mut words = Text::both(label);
    if let Some(de) = decode::argument(block.body(), "de").and_then(|expr| decode::string(expr, diagnostics)) {
        words.de = de;
    }
    if let Some(en) = decode::argument(block.body(), "en").and_then(|expr| decode::string(expr, diagnostics)) {
        words.en = en;
    }
    let mut demands = Vec::new();
    if let Some(expr) = decode::argument(block.body(), "demands") {
        for (id, span) in decode::strings(expr, diagnostics)? {
            if check_demand(&id, span, diagnostics) {
                demands.push(id);
            }
        }
    }
    let organisational = match decode::argument(block.body(), "organisational") {
        Some(expr) => Some(Text::decode(expr, diagnostics)?),
        None => None,
    };
    if demands.is_empty() && organisational.is_none() {
        diagnostics.push(
            Diagnostic::error("empty-promise", "nothing decides this promise")
                .at(block.header(), "")
                .help("name the `demands` that policies decide, or say in `organisational` what a person must show"),
        );
        return None;
    }
    Some(Promise { words, demands, organisational, span: Some(block.header()) })
}

/// `demand "<id>" { promise = text }`: a promise of one demand, in words that are not the document's.
fn demand(block: Block<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Promise> {
    decode::check_form(block.body(), block.header(), &DEMAND, diagnostics);
    let id = decode::one_label(block, diagnostics)?;
    if !check_demand(&id.text, id.span, diagnostics) {
        return None;
    }
    let words = Text::decode(decode::argument(block.body(), "promise")?, diagnostics)?;
    let demands = vec![Str::from(id.text.as_ref())];
    Some(Promise { words, demands, organisational: None, span: Some(block.header()) })
}

fn check_demand(id: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let valid = decode::is_id(id);
    if !valid {
        diagnostics.push(
            Diagnostic::error("invalid-name", format!("`{id}` names no demand"))
                .at(span, "")
                .note("names are lowercase letters, digits and hyphens"),
        );
    }
    valid
}

/// Every word of the document must be in one promise, in the document's order: what no promise repeats would be
/// forgotten silently.
fn check_words(text: &str, place: Span, promises: &[(String, Span)], diagnostics: &mut Vec<Diagnostic>) {
    let mut rest = text;
    let mut gaps = Vec::new();
    for (words, span) in promises {
        let Some(at) = rest.find(words.as_str()) else {
            diagnostics.push(
                Diagnostic::error("promise-not-in-text", "the measure's text does not say this, or not in this order")
                    .at(*span, "")
                    .at(place, "the text"),
            );
            return;
        };
        gaps.push(&rest[..at]);
        rest = &rest[at + words.len()..];
    }
    gaps.push(rest);
    gaps.into_iter().for_each(|words| forgotten(words, place, diagnostics));
}

fn forgotten(words: &str, place: Span, diagnostics: &mut Vec<Diagnostic>) {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    if !words.is_empty() {
        let error = Diagnostic::error("words-without-promise", format!("no promise has the words `{words}`"));
        diagnostics.push(error.at(place, "").help(format!("add `promise \"{words}\" {{ … }}`")));
    }
}

/// `kind` says what the promises show anyway; a profile that says it must say it rightly.
fn check_kind(block: Block<'_>, promises: &[Promise], diagnostics: &mut Vec<Diagnostic>) {
    let Some(expr) = decode::argument(block.body(), "kind") else { return };
    let words = [("technical", true), ("organisational", false), ("mixed", true)];
    let Some(technical) = decode::one_of(expr, &words, diagnostics) else { return };
    if technical != promises.iter().any(|promise| !promise.demands.is_empty()) {
        let message = if technical { "the measure makes no demand" } else { "the measure makes demands" };
        let error = Diagnostic::error("wrong-kind", message).at(expr.span(), "");
        diagnostics.push(error.help("leave `kind` out: the promises show it"));
    }
}
