//! Reading profiles and waivers.

use std::path::Path;

use insta::assert_snapshot;

use crate::source::SourceMap;
use crate::value::{Type, Value};

use super::super::Sidecars;
use super::super::parameter::difference;
use super::{day, said, sidecars};

/// What is said of a sidecar when its profile `acme` and its waivers are asked for.
fn complaints(text: &str) -> String {
    let (sources, sidecars, mut diagnostics) = sidecars(text);
    if sidecars.names().iter().any(|name| name == "acme") {
        diagnostics.extend(sidecars.profile("acme", &sources).1);
    }
    diagnostics.extend(sidecars.waivers().1);
    said(&diagnostics, &sources)
}

#[test]
fn unknown_names_are_met_with_the_nearest_known() {
    let text = r#"
profil "x" {}
profile "acme" {
  titel = "ACME"
  title = "ACME"
  measure "logs" {
    title  = "Logs"
    promise = 1
    promis "Logs are kept" {
      demands = ["log-retention"]
    }
    promise "Logs are kept" {
      demand = ["log-retention"]
    }
  }
  parameter "log_days" {
    type   = number
    value  = 30
    demand = "log-retentoin"
  }
}
waiver "w" {
  policy  = "a"
  target  = "b"
  reason  = "c"
  owner   = "d"
  expires = "2026-01-01"
  aproved_by = "e"
}
"#;
    assert_snapshot!(complaints(text));
}

#[test]
fn a_waiver_answers_for_itself() {
    let text = r#"
waiver "nothing" {}
waiver "own" {
  policy      = "[a"
  target      = " "
  reason      = { de = "", en = "because" }
  owner       = "Platform team"
  approved_by = "platform team "
  created     = "2026-02-01"
  expires     = "2026-01-01"
}
waiver "dates" {
  policy  = "a"
  target  = "b"
  reason  = "c"
  owner   = "d"
  created = "01.02.2026"
  expires = "2026-02-30"
}
waiver "dates" {
  policy  = "a"
  target  = "b"
  reason  = "c"
  owner   = "d"
  expires = "2026-02-01T00:00"
}
"#;
    assert_snapshot!(complaints(text));
}

#[test]
fn no_word_of_a_document_is_forgotten() {
    let text = r#"
profile "acme" {
  title = "ACME"
  measure "logs" {
    title = "Logs"
    text  = "Logs are kept (always), read by few and deleted."
    promise "Logs are kept" {
      demands = ["log-retention"]
    }
    promise "read by few" {
      organisational = "a list of people"
    }
  }
  measure "order" {
    title = "Order"
    text  = "First, second."
    promise "second" { demands = ["b"] }
    promise "First" { demands = ["a"] }
  }
  measure "empty" {
    title = "Nothing"
    kind  = "technical"
    promise "Something is done" {}
    promise "And more" { demands = ["Not a Name"] }
  }
}
"#;
    assert_snapshot!(complaints(text));
}

#[test]
fn parameters_keep_their_types_and_bounds() {
    let text = r#"
profile "base" {
  title = "Base"
  parameter "days" {
    type  = number
    value = 30
    min   = 10
    max   = 90
    unit  = "days"
  }
  parameter "names" {
    type  = list(string)
    value = ["a"]
  }
}
profile "acme" {
  title   = "ACME"
  extends = "base"
  parameter "days" {
    value = 91
    max   = 1000
  }
  parameter "names" {
    type  = string
    value = ["b", 1]
  }
  parameter "flag" {
    value = true
  }
  parameter "kind" {
    type  = map(string)
    value = {}
  }
  parameter "names" {
    value = ["c"]
  }
}
"#;
    assert_snapshot!(complaints(text));
}

#[test]
fn an_extending_profile_shows_what_it_changes() {
    let text = r#"
profile "base" {
  title    = "Base"
  policies = { exclude = ["x-*"] }
  measure "logs" {
    title = "Logs"
    promise "kept and dropped" { demands = ["kept", "dropped"] }
  }
  parameter "days" {
    type  = number
    value = 30
    max   = 90
    unit  = "days"
  }
}
profile "acme" {
  title    = "ACME"
  extends  = "base"
  policies = { include = ["a-*", "x-1"], exclude = ["a-b"] }
  measure "more" {
    title = "More"
    demand "new" { promise = { de = "neu", en = "new" } }
  }
  measure "logs" {
    title = "Logs"
    promise "kept" { demands = ["kept"] }
  }
  parameter "days" {
    value = 60
  }
}
"#;
    let (sources, sidecars, diagnostics) = sidecars(text);
    assert_eq!(said(&diagnostics, &sources), "");
    let (profile, diagnostics) = sidecars.profile_at("acme.tom.hcl".as_ref(), &sources);
    assert_eq!(said(&diagnostics, &sources), "");
    let mut profile = profile.expect("`acme` is extended by nobody");
    assert_eq!(profile.measures.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(), ["logs", "more"]);
    assert_eq!(profile.measures[1].promises[0].words.de, "neu");
    assert!(profile.wants("a-1", "kept") && !profile.wants("a-b", "kept"));
    assert!(!profile.wants("x-1", "kept"), "what the extended profile leaves out stays out");
    assert!(!profile.wants("a-1", "dropped") && profile.wants("a-1", ""));
    assert_eq!(profile.parameter("days").expect("days").unit, "days");

    profile.set("days = 61").expect("it is in bounds");
    profile.set("days = 61").expect("saying it again changes nothing");
    assert_eq!(difference(&Value::int(1), &Value::int(1)), None);
    let many = Value::list(Type::String, vec![Value::from("a value"); 10]);
    assert_eq!(difference(&many, &Value::from("x")).as_deref(), Some("is \"x\", not 10 values"));
    let refusals = ["days=91", "days=many", "dys=1", "days"].map(|text| *profile.set(text).expect_err(text));
    let changes: Vec<String> = profile.departures.iter().map(|d| format!("{}: {}\n", d.from, d.what)).collect();
    assert_snapshot!(changes.concat() + &said(&refusals, &sources));
}

#[test]
fn circles_and_strangers_among_profiles() {
    let text = r#"
profile "acme" {
  title   = "A"
  extends = "b"
}
profile "b" {
  title   = "B"
  extends = "acme"
}
profile "c" {
  title   = "C"
  extends = "d"
}
profile "b" {
  title = "B again"
}
"#;
    let (sources, sidecars, mut diagnostics) = sidecars(text);
    diagnostics.extend(sidecars.profile("acme", &sources).1);
    diagnostics.extend(sidecars.profile("c", &sources).1);
    diagnostics.extend(sidecars.profile("amce", &sources).1);
    assert_snapshot!(said(&diagnostics, &sources));
}

#[test]
fn waivers_end() {
    let text = r#"
waiver "w" {
  policy  = "a-*"
  target  = "module.m"
  root    = "envs/*"
  reason  = "r"
  owner   = "o"
  created = "2026-01-01"
  expires = "2026-03-31"
}
"#;
    let (sources, sidecars, _) = sidecars(text);
    let (waivers, diagnostics) = sidecars.waivers();
    assert_eq!(said(&diagnostics, &sources), "");
    let waiver = &waivers[0];
    assert!(!waiver.is_expired(day("2026-03-31")), "the last day counts");
    assert!(waiver.is_expired(day("2026-04-01")));
    assert!(waiver.check_life(day("2026-02-01"), 89).is_none());
    let refusal = waiver.check_life(day("2026-02-01"), 88).expect("89 days are too many");
    assert_snapshot!(said(&[refusal], &sources), @"waiver-too-long at 2 «waiver \"w\"»: the waiver `w` ends 89 days after its creation; at most 88 are allowed (let it expire on 2026-03-30 at the latest) (the parameter `waiver_max_days` of the profile sets the limit)");
    assert!(waiver.covers("a-b", "module.m.t.n", "envs/prod") && !waiver.covers("a-b", "module.m.t.n", "dev"));
}

#[test]
fn a_path_stands_for_its_last_profile() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let base = write("base.tom.hcl", "profile \"base\" {\n  title = \"Base\"\n}\n");
    write("top.tom.hcl", "profile \"top\" {\n  title   = \"Top\"\n  extends = \"base\"\n}\n");
    write("notes.hcl", "not a sidecar");
    let sources = SourceMap::default();
    // The file stands in the directory as well, and is read once.
    let (sidecars, diagnostics) = Sidecars::read(&[folder.path().to_owned(), base.clone()], &sources);
    assert_eq!(said(&diagnostics, &sources), "");
    let name = |path: &Path| sidecars.profile_at(path, &sources).0.map(|profile| profile.name.to_string());
    assert_eq!(name(folder.path()).as_deref(), Some("top"));
    assert_eq!(name(&base).as_deref(), Some("base"));
    let several = write("more.tom.hcl", "profile \"a\" {\n  title = \"A\"\n}\nprofile \"b\" {\n  title = \"B\"\n}\n");
    let (sidecars, _) = Sidecars::read(&[several.clone(), folder.path().join("missing.tom.hcl")], &sources);
    let codes = |path: &Path| sidecars.profile_at(path, &sources).1.iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(codes(&several), ["several-profiles"]);
    assert_eq!(codes(folder.path().join("elsewhere").as_path()), ["no-profile"]);
}
