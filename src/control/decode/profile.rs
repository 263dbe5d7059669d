//! `profile` blocks, on top of the profile that they extend.

use std::collections::HashSet;

use crate::addrs::Str;
use crate::control::parameter::{decode_number, decode_type, decode_value, difference};
use crate::control::profile::{Departure, Document, Profile};
use crate::control::{Measure, Parameter};
use crate::diag::Diagnostic;
use crate::policy::Text;
use crate::syntax::{Block, Expr, decode};

use super::{date, glob, measure};

const PROFILE: decode::Form = decode::Form {
    what: "a profile",
    required: &["title"],
    optional: &["extends", "document", "policies"],
    blocks: &["measure", "parameter"],
};

const PARAMETER: decode::Form = decode::Form {
    what: "a parameter",
    required: &["value"],
    optional: &["type", "unit", "min", "max", "demand", "description"],
    blocks: &[],
};

/// Reads one. `base` is the profile that it extends. Complains of everything that is wrong at once; none where it has
/// no name.
pub fn decode(block: Block<'_>, base: Option<Profile>, diagnostics: &mut Vec<Diagnostic>) -> Option<Profile> {
    decode::check_form(block.body(), block.header(), &PROFILE, diagnostics);
    let name = Str::from(block.labels().first()?.text.as_ref());
    let mut profile = base.unwrap_or_else(|| Profile::new(name.clone()));
    let from = if decode::argument(block.body(), "extends").is_some() { Some(profile.name.clone()) } else { None };
    profile.name = name;
    profile.span = Some(block.header());
    if let Some(title) = decode::argument(block.body(), "title").and_then(|expr| Text::decode(expr, diagnostics)) {
        profile.title = title;
    }
    if let Some(expr) = decode::argument(block.body(), "document") {
        profile.document = document(expr, diagnostics).or(profile.document);
    }
    if let Some(expr) = decode::argument(block.body(), "policies") {
        select(expr, &mut profile, from.as_ref(), diagnostics);
    }
    let mut said = HashSet::new();
    for part in block.body().blocks() {
        let Some(label) = decode::one_label(part, diagnostics) else { continue };
        if !said.insert((part.ty().name, label.text.to_string())) {
            let error = format!("there are two of `{} \"{}\"`", part.ty().name, label.text);
            diagnostics.push(Diagnostic::error("duplicate-name", error).at(part.header(), ""));
            continue;
        }
        match part.ty().name {
            "measure" => {
                if let Some(measure) = measure::decode(part, profile.measures.len() + 1, diagnostics) {
                    add_measure(measure, &mut profile, from.as_ref());
                }
            }
            "parameter" => add_parameter(part, &mut profile, from.as_ref(), diagnostics),
            _ => {}
        }
    }
    check_demands_of_parameters(&profile, diagnostics);
    Some(profile)
}

fn document(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Document> {
    let (mut title, mut day, mut issuer) = (None, None, Str::default());
    for (key, span, value) in decode::object(expr, diagnostics)? {
        match key.as_str() {
            "title" => title = decode::string(value, diagnostics),
            "date" => day = date(value, diagnostics),
            "issuer" => issuer = decode::string(value, diagnostics)?,
            other => {
                let error = Diagnostic::error("unsupported-argument", format!("a document has no `{other}`"));
                diagnostics.push(error.at(span, "").note("it has `title`, `date` and `issuer`"));
            }
        }
    }
    match (title, day) {
        (Some(title), Some(date)) => Some(Document { title, date, issuer }),
        _ => decode::expected("a `title` and a `date`", expr, diagnostics),
    }
}

/// `policies = { include = […], exclude = […] }`; the exclusions of an extended profile stay.
fn select(expr: Expr<'_>, profile: &mut Profile, from: Option<&Str>, diagnostics: &mut Vec<Diagnostic>) {
    for (key, span, value) in decode::object(expr, diagnostics).unwrap_or_default() {
        let patterns = decode::strings(value, diagnostics).unwrap_or_default();
        let globs = patterns.iter().filter_map(|(text, span)| glob(text, *span, diagnostics)).collect::<Vec<_>>();
        let what = match key.as_str() {
            "include" => {
                profile.policies.include = globs;
                "only these policies are in force: "
            }
            "exclude" => {
                profile.policies.exclude.extend(globs);
                "these policies are not in force: "
            }
            other => {
                let error = Diagnostic::error("unsupported-argument", format!("`policies` has no `{other}`"));
                diagnostics.push(error.at(span, "").note("it has `include` and `exclude`"));
                continue;
            }
        };
        if let Some(from) = from.filter(|_| !patterns.is_empty()) {
            let names = patterns.iter().map(|(text, _)| format!("`{text}`")).collect::<Vec<_>>().join(", ");
            let departure = Departure { from: from.clone(), what: format!("{what}{names}"), span: Some(span) };
            profile.departures.push(departure);
        }
    }
}

/// A measure that the extended profile has too is said anew, in its place.
fn add_measure(measure: Measure, profile: &mut Profile, from: Option<&Str>) {
    let Some(at) = profile.measures.iter().position(|known| known.id == measure.id) else {
        profile.measures.push(measure);
        return;
    };
    let known = &profile.measures[at];
    let dropped = known.demands().filter(|demand| !measure.demands().any(|kept| kept == *demand));
    let dropped: Vec<String> = dropped.map(|demand| format!("`{demand}`")).collect();
    let lost = if dropped.is_empty() { String::new() } else { format!(", without {}", dropped.join(", ")) };
    let number = known.number;
    profile.departures.extend(from.map(|from| Departure {
        from: from.clone(),
        what: format!("the measure `{}` is said anew{lost}", measure.id),
        span: measure.span,
    }));
    profile.measures[at] = Measure { number, ..measure };
}

fn add_parameter(block: Block<'_>, profile: &mut Profile, from: Option<&Str>, diagnostics: &mut Vec<Diagnostic>) {
    decode::check_form(block.body(), block.header(), &PARAMETER, diagnostics);
    let Some(name) = block.labels().first().map(|label| Str::from(label.text.as_ref())) else { return };
    let place = profile.parameters.binary_search_by(|known| known.name.cmp(&name));
    let known = place.ok().map(|at| profile.parameters[at].clone());
    let Some(parameter) = parameter(name.clone(), block, known.as_ref(), diagnostics) else { return };
    match (place, known) {
        (Ok(at), Some(known)) => {
            let difference = from.and_then(|from| Some((from, difference(&known.value, &parameter.value)?)));
            profile.departures.extend(difference.map(|(from, difference)| Departure {
                from: from.clone(),
                what: format!("`{name}` {difference}"),
                span: parameter.span,
            }));
            profile.parameters[at] = parameter;
        }
        (Ok(at) | Err(at), _) => profile.parameters.insert(at, parameter),
    }
}

fn parameter(
    name: Str,
    block: Block<'_>,
    known: Option<&Parameter>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Parameter> {
    let body = block.body();
    let value = decode::argument(body, "value");
    let ty = match (decode::argument(body, "type"), known) {
        (Some(expr), None) => decode_type(expr, diagnostics)?,
        (None, Some(known)) => known.ty.clone(),
        (Some(expr), Some(known)) => {
            if decode_type(expr, diagnostics)? != known.ty {
                let error = format!("`{name}` is a {} in the extended profile", known.ty.friendly_name());
                diagnostics.push(Diagnostic::error("invalid-value", error).at(expr.span(), ""));
            }
            known.ty.clone()
        }
        (None, None) => {
            let error = "a parameter needs the argument `type`";
            diagnostics.push(Diagnostic::error("missing-argument", error).at(block.header(), ""));
            return None;
        }
    };
    let value = value?;
    let mut string = |name| decode::argument(body, name).and_then(|expr| decode::string(expr, diagnostics));
    let (unit, demand) = (string("unit"), string("demand"));
    let mut bound = |name| decode::argument(body, name).and_then(|expr| decode_number(expr, diagnostics));
    let (min, max) = (bound("min"), bound("max"));
    let description = decode::argument(body, "description").and_then(|expr| Text::decode(expr, diagnostics));
    let mut parameter = Parameter {
        name,
        value: decode_value(value, &ty, diagnostics)?,
        ty,
        unit: unit.or_else(|| known.map(|known| known.unit.clone())).unwrap_or_default(),
        min,
        max,
        demand: demand.or_else(|| known.and_then(|known| known.demand.clone())),
        description: description.or_else(|| known.map(|known| known.description.clone())).unwrap_or_default(),
        span: Some(value.span()),
    };
    // The bounds of an extended profile hold for every profile on top of it; own ones may only be closer.
    if let Some(known) = known {
        parameter.min = parameter.min.into_iter().chain(known.min.clone()).max();
        parameter.max = parameter.max.into_iter().chain(known.max.clone()).min();
    }
    if let Some(refusal) = parameter.refusal(&parameter.value) {
        let error = format!("`{}` {refusal}", parameter.name);
        diagnostics.push(Diagnostic::error("parameter-out-of-bounds", error).at(value.span(), ""));
        return None;
    }
    Some(parameter)
}

fn check_demands_of_parameters(profile: &Profile, diagnostics: &mut Vec<Diagnostic>) {
    for parameter in &profile.parameters {
        let Some(demand) = parameter.demand.as_ref().filter(|demand| !profile.makes(demand)) else { continue };
        let known: Vec<&str> = profile.measures.iter().flat_map(Measure::demands).map(Str::as_str).collect();
        let message = format!("`{}` belongs to the demand `{demand}`, which no measure makes", parameter.name);
        let warning = Diagnostic::warning("unknown-demand", message);
        let warning = match parameter.span {
            Some(span) => warning.at(span, ""),
            None => warning,
        };
        diagnostics.push(match crate::diag::nearest(demand, known) {
            Some(near) => warning.help(format!("did you mean `{near}`?")),
            None => warning,
        });
    }
}
