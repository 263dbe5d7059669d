//! Assessments of verdicts made by hand.

use std::sync::Arc;

use insta::assert_snapshot;

use crate::policy::{Enforcement, Outcome, PolicyInfos, Subject, Verdict};
use crate::source::{SourceMap, Span};

use super::super::{Assessment, Context, Profile, Root, Waiver, assess};
use super::{day, said, sidecars};

const PROFILE: &str = r#"
profile "acme" {
  title    = "ACME"
  policies = { exclude = ["left-out"] }
  measure "logs" {
    title = "Logs"
    promise "Logs are kept" { demands = ["log-min", "log-max"] }
    promise "and read" { organisational = "minutes" }
  }
  measure "storage" {
    title = "Storage"
    promise "Encrypted" { demands = ["crypt"] }
    promise "Kept shortly" { demands = ["log-max"] }
  }
  measure "people" {
    title = "People"
    promise "Trained" { organisational = "records" }
  }
  measure "doors" {
    title = "Doors"
    promise "Closed" { demands = ["doors"] }
  }
  parameter "waiver_max_days" {
    type  = number
    value = 100
  }
}
waiver "old" {
  policy  = "p-max"
  target  = "t.a"
  reason  = "r"
  owner   = "o"
  expires = "2026-01-31"
}
waiver "good" {
  policy  = "p-max"
  target  = "t.b"
  reason  = "r"
  owner   = "o"
  root    = "live"
  expires = "2026-02-01"
}
waiver "unused" {
  policy  = "p-max"
  target  = "t.z"
  reason  = "r"
  owner   = "o"
  expires = "2026-02-01"
}
waiver "long" {
  policy  = "p-min"
  target  = "*"
  reason  = "r"
  owner   = "o"
  expires = "2036-02-01"
}
"#;

/// The world of these tests: a profile, its waivers, and a file for spans.
struct World {
    sources: SourceMap,
    profile: Profile,
    waivers: Vec<Waiver>,
    span: Span,
}

fn world() -> World {
    let (sources, sidecars, diagnostics) = sidecars(PROFILE);
    assert_eq!(said(&diagnostics, &sources), "");
    let profile = sidecars.profile("acme", &sources).0.expect("it is well-formed");
    let waivers = sidecars.waivers().0;
    let span = sources.add("live/main.tf".into(), b"resource \"t\" \"a\" {}\n".to_vec()).span();
    World { sources, profile, waivers, span }
}

fn verdict(policy: &str, demand: &str, address: &str, outcome: Outcome) -> Verdict {
    Verdict {
        policy: policy.into(),
        demand: demand.into(),
        root: "live".into(),
        subject: Subject { address: address.into(), kind: "t".into(), span: None },
        outcome,
        enforcement: Enforcement::Mandatory,
        span: None,
        messages: Vec::new(),
        evidence: Vec::new(),
        causes: Arc::default(),
    }
}

impl World {
    fn assess(&self, verdicts: Vec<Verdict>, waivers: &[Waiver], outside: bool, partial: bool) -> Assessment {
        let root = |path: &str| Root { path: path.into(), key: path.into(), files: 2, resources: 3, ..Root::default() };
        let context = Context {
            infos: &PolicyInfos::new(),
            waivers,
            roots: &[root("test"), root("live")],
            sources: &self.sources,
            today: day("2026-02-01"),
            outside,
            partial,
        };
        assess(verdicts, &self.profile, &context, Vec::new())
    }
}

/// The assessment in lines: measures, findings, summary.
fn shown(assessment: &Assessment, sources: &SourceMap) -> String {
    let mut lines = String::new();
    for result in &assessment.measures {
        let measure = &assessment.profile.measures[result.measure];
        let promises: Vec<_> = result.promises.iter().map(|status| status.words()).collect();
        lines += &format!(
            "{} {}: {} (technical: {}; promises: {})\n",
            measure.number,
            measure.id,
            result.status.words(),
            result.technical.words(),
            promises.join(", ")
        );
        for demand in &result.demands {
            lines += &format!("    {} {}: {:?}\n", demand.id, demand.status.words(), demand.counts);
        }
        for (root, (status, counts)) in assessment.roots.iter().zip(&result.roots) {
            lines += &format!("    in {}: {}, {} judged\n", root.path, status.words(), counts.judged());
        }
    }
    for finding in &assessment.findings {
        let Verdict { policy, subject, root, outcome, .. } = &finding.verdict;
        let waiver = finding.waiver.as_ref().map_or("-", |waiver| &waiver.name);
        let expired = finding.expired.as_ref().map_or("-", |waiver| &waiver.name);
        lines += &format!(
            "{root} {} {policy} {outcome:?} = {:?}, waiver {waiver}, expired {expired}, measures {:?}\n",
            subject.address,
            finding.class(),
            finding.measures
        );
    }
    for demand in &assessment.outside {
        lines += &format!("outside: {} {:?}\n", demand.id, demand.counts);
    }
    lines += &format!("{:?}\n", assessment.summary);
    lines + &said(&assessment.diagnostics, sources)
}

#[test]
fn verdicts_roll_up_to_measures() {
    let world = world();
    let mut advisory = verdict("p-hint", "crypt", "t.h", Outcome::Fail);
    advisory.enforcement = Enforcement::Advisory;
    let mut elsewhere = verdict("p-max", "log-max", "t.b", Outcome::Fail);
    elsewhere.root = "test".into();
    let mut written = verdict("p-min", "log-min", "t.w", Outcome::Unknown);
    written.span = Some(world.span);
    let verdicts = vec![
        verdict("p-min", "log-min", "t.a", Outcome::Pass),
        verdict("p-max", "log-max", "t.a", Outcome::Fail),
        verdict("p-max", "log-max", "t.b", Outcome::Fail),
        elsewhere,
        advisory,
        written,
        verdict("p-min", "log-min", "t.e", Outcome::Error),
        verdict("p-door", "doors", "t.a", Outcome::NotApplicable),
        verdict("left-out", "doors", "t.a", Outcome::Pass),
        verdict("p-other", "not-here", "t.a", Outcome::Fail),
        verdict("own", "", "t.a", Outcome::Pass),
    ];
    let assessment = world.assess(verdicts.clone(), &world.waivers, false, false);
    assert_snapshot!(shown(&assessment, &world.sources));

    let all = world.assess(verdicts, &[], true, false);
    let summary = (all.summary.outside, all.summary.violated, all.findings.len());
    assert_eq!(summary, (0, 4, 10), "what no measure asks for is shown when it is asked for");
}

#[test]
fn nothing_is_evidence_of_nothing() {
    let world = world();
    let none = world.assess(vec![verdict("p", "crypt", "t.a", Outcome::NotApplicable)], &[], false, false);
    assert!(none.summary.nothing_judged());
    assert_eq!(none.summary.counts.not_applicable, 1);
    let statuses: Vec<_> = none.measures.iter().map(|measure| measure.status.words()).collect();
    assert_eq!(statuses, ["not assessed", "not assessed", "organisational", "not assessed"]);
}

#[test]
fn a_part_of_the_tree_says_nothing_of_unused_waivers() {
    let world = world();
    let part = world.assess(Vec::new(), &world.waivers, false, true);
    let codes: Vec<_> = part.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, ["waiver-too-long"]);
    assert_eq!(part.summary.errors, 1);
}

#[test]
fn fingerprints_name_the_subject_and_not_its_place() {
    let world = world();
    let fingerprints = |verdicts| -> Vec<String> {
        let assessment = world.assess(verdicts, &[], false, false);
        assessment.findings.iter().map(|finding| finding.fingerprint.to_string()).collect()
    };
    let a = || verdict("p-max", "log-max", "module.m[0].t.a", Outcome::Fail);
    let mut moved = a();
    moved.span = Some(world.span);
    moved.outcome = Outcome::Unknown;
    assert_eq!(fingerprints(vec![a()]), fingerprints(vec![moved]));
    let mut other_root = a();
    other_root.root = "test".into();
    let others = [
        other_root,
        verdict("p-max", "log-max", "module.m[1].t.a", Outcome::Fail),
        verdict("p-min", "log-max", "module.m[0].t.a", Outcome::Fail),
        verdict("p-max", "log-min", "module.m[0].t.a", Outcome::Fail),
    ];
    for other in others {
        assert_ne!(fingerprints(vec![a()]), fingerprints(vec![other]));
    }
    let twice = fingerprints(vec![a(), a()]);
    assert_eq!(twice[1], format!("{}-2", twice[0]));
}

#[test]
fn what_a_downloaded_module_does_is_found_at_its_call() {
    let world = world();
    let inner = world.sources.add("live/.terraform/modules/m/main.tf".into(), b"x {}\n".to_vec()).span();
    let mut verdict = verdict("p-max", "log-max", "module.m[\"k\"].module.n.t.a", Outcome::Fail);
    verdict.span = Some(inner);
    let root = Root {
        path: "live".into(),
        key: "live".into(),
        calls: vec![
            ("module.m[\"k\"]".into(), world.span),
            ("module.m[\"k\"].module.n".into(), inner),
            ("module.m[\"kk\"]".into(), inner),
        ],
        ..Root::default()
    };
    let place = super::super::place::own_place(&verdict, Some(&root), &world.sources);
    assert_eq!(place, Some(world.span), "the inner call is downloaded as well");
    let place = super::super::place::own_place(&verdict, None, &world.sources);
    assert_eq!(place, Some(inner), "better there than nowhere");
}
