//! Every profile that comes with the program can be read, and says what its document says.

use tomcheck::control::{Parameter, Profile, Sidecars, built_in};
use tomcheck::policy::Builtin;
use tomcheck::source::SourceMap;
use tomcheck::value::Value;

fn load(name: &str) -> Profile {
    let sources = SourceMap::default();
    let (profile, diagnostics) = Sidecars::default().profile(name, &sources);
    assert!(diagnostics.is_empty(), "{name}: {diagnostics:#?}");
    profile.expect("there is such a profile")
}

fn number(profile: &Profile, name: &str) -> i64 {
    match &profile.parameter(name).expect(name).value {
        Value::Number(number) => number.to_i64().expect(name),
        other => panic!("{name} is {other:?}"),
    }
}

#[test]
fn each_can_be_read_and_is_in_both_languages() {
    assert!(built_in().count() > 0);
    for name in built_in() {
        let profile = load(name);
        for measure in &profile.measures {
            assert!(!measure.promises.is_empty(), "{name}: {}", measure.id);
            assert_ne!(measure.title.de, measure.title.en, "{name}: {}", measure.id);
            for promise in &measure.promises {
                assert_ne!(promise.words.de, promise.words.en, "{name}: {}", measure.id);
            }
            for (_, show) in measure.organisational() {
                assert_ne!(show.de, show.en, "{name}: {}", measure.id);
            }
        }
        for parameter in &profile.parameters {
            assert_ne!(parameter.description.de, parameter.description.en, "{name}: {}", parameter.name);
        }
    }
}

/// Written out again, the profile is the document, byte for byte: nothing is left out, added or said otherwise.
#[test]
fn emerse_says_what_its_document_says() {
    let profile = load("emerse");
    let document = profile.document.expect("it names its document");
    let mut text = format!("Letzte Aktualisierung: {}\n{}\n", document.date.strftime("%d.%m.%Y"), document.issuer);
    let mut section = "";
    for measure in &profile.measures {
        if measure.section != section {
            section = &measure.section;
            text += &format!("{section}\n");
        }
        text += &format!("- {}\n- {}\n", measure.title.de, measure.text);
    }
    let expected = include_str!("../profiles/emerse/emerse-2025-07-18.de.txt");
    assert_eq!(text.trim_end(), expected.trim_end());
    assert_eq!(profile.measures.len(), 14);
}

#[test]
fn the_numbers_of_emerse_are_those_of_its_document() {
    let profile = load("emerse");
    assert_eq!(
        (number(&profile, "backup_retention_min_days"), number(&profile, "backup_retention_max_days")),
        (14, 14)
    );
    assert_eq!((number(&profile, "log_retention_min_days"), number(&profile, "log_retention_max_days")), (30, 90));
    assert_eq!(number(&profile, "traffic_retention_max_days"), 7 * 10);
    assert_eq!(number(&profile, "inactive_account_days"), 364);
}

#[test]
fn what_emerse_promises_cannot_be_weakened() {
    for (name, weaker) in [
        ("backup_retention_min_days", "13"),
        ("backup_retention_max_days", "15"),
        ("log_retention_min_days", "29"),
        ("log_retention_max_days", "91"),
        ("traffic_retention_max_days", "71"),
        ("inactive_account_days", "365"),
    ] {
        let mut profile = load("emerse");
        let refusal = profile.set(&format!("{name}={weaker}")).expect_err(name);
        assert_eq!(refusal.code, "parameter-out-of-bounds", "{name}");
    }
}

/// A name without a unit, or bounds that the value itself breaks, would mislead whoever sets it.
#[test]
fn parameters_are_whole() {
    for name in built_in() {
        for parameter in load(name).parameters {
            let Parameter { name, value, unit, .. } = &parameter;
            assert!(parameter.refusal(value).is_none(), "{name}");
            assert_eq!(matches!(value, Value::Number(_)), !unit.is_empty(), "{name}");
        }
    }
}

/// A policy whose demand no measure makes would never be judged, and a parameter that does not exist binds nothing.
#[test]
fn what_policies_refer_to_is_in_emerse() {
    let profile = load("emerse");
    for policy in Builtin::all() {
        let values = |line: &str| line.split_once('=').map(|(_, value)| value.trim().trim_matches('"').to_owned());
        for line in policy.sidecar.lines().map(str::trim) {
            if let Some(demand) = line.strip_prefix("demand ").and_then(values) {
                assert!(profile.makes(&demand), "{}: no measure makes the demand `{demand}`", policy.name);
            }
            for (_, rest) in line.match_indices("param.").map(|(at, found)| line.split_at(at + found.len())) {
                let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                assert!(profile.parameter(&name).is_some(), "{}: there is no parameter `{name}`", policy.name);
            }
        }
    }
}
