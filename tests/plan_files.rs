//! Static = planned: what is said of a configuration is what is said of its plan file.
//!
//! The plan files of `fixtures/plans/providers` were recorded from Terraform 1.11.4 with a provider that serves the
//! published schemas of aws, azurerm and random and leaves unknown whatever is computed and not written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tomcheck::addrs::{Mode, ResourceInstance, Step};
use tomcheck::control::Sidecars;
use tomcheck::plan::{Instance, Plan};
use tomcheck::policy::{self, Library, Outcome, Params, Policies};
use tomcheck::source::SourceMap;
use tomcheck::value::{CauseKind, Fields, Unknown, Value, show_line};
use tomcheck::{config, eval, plan, source};

/// Attributes that a plan file leaves open, though the configuration says what they are: blocks of `dynamic` blocks are
/// written in no plan file, a reference through a loop is not one to be followed, and of an unknown collection all is
/// unknown.
const OPEN: &[(&str, &str)] = &[
    ("dynamic-each-value-outer", ".rule["),
    ("dynamic-partly-unknown-list", ".rule["),
    ("dynamic-unknown-with-literal", "rule"),
    ("join-foreach", ".bucket"),
    ("join-foreach", ".kms_master_key_id"),
    ("json-syntax", ".rule["),
    ("optional-object-volumes", ".ebs_block_device["),
    ("optional-object-volumes", ".metadata_options["),
    ("rds-cluster-conditionals", ".serverlessv2_scaling_configuration["),
    ("unknown-in-loops", ".subnet"),
];

/// Blocks and elements of sets are in the order of their values in a plan file, equal ones once.
const UNORDERED: &[(&str, &str)] = &[("set-block-order", ".cors_rule"), ("dynamic-list", ".target_group")];

fn cases() -> Vec<(String, PathBuf)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans/providers");
    let mut cases: Vec<(String, PathBuf)> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .collect();
    cases.sort();
    assert!(cases.len() > 20);
    cases
}

/// Makes both plans of a case: of its configuration and of its file.
fn both(directory: &Path, check: impl FnOnce(&Plan<'_>, &Plan<'_>)) {
    let (files, problems) = source::discover(&[directory.to_owned()], &source::Options::default());
    assert_eq!(problems, []);
    let sources = config::parse(&files);
    let (config, _) = config::load(&sources, &config::Inputs::default());
    let real = directory.canonicalize().unwrap();
    let root = config.roots.iter().find(|root| config.module(root.module).real == real).unwrap();
    let host = eval::Files { base: real, sources: &sources, located: false, partial: false };
    let wanted = eval::Wanted::All;
    let reach = eval::Reach::new(&config, &wanted);
    let options = eval::Options { aliases: true, ..Default::default() };
    let (of_configuration, _) = eval::plan(&config, root, &host, &wanted, &reach, options);
    let (of_file, diagnostics) = plan::json::read(&fs::read(directory.join("plan.json")).unwrap(), "plan.json");
    assert_eq!(diagnostics, []);
    check(&of_configuration, &of_file.unwrap());
}

fn managed<'p>(plan: &'p Plan<'_>) -> BTreeMap<&'p ResourceInstance, &'p Instance> {
    let managed = plan.instances.iter().filter(|instance| instance.address.resource.mode == Mode::Managed);
    managed.map(|instance| (&instance.address, instance)).collect()
}

#[test]
fn instances_and_attributes_are_the_same() {
    let mut wrong = Vec::new();
    for (case, directory) in cases() {
        both(&directory, |of_configuration, of_file| {
            let (one, other) = (managed(of_configuration), managed(of_file));
            assert!(one.keys().eq(other.keys()), "{case}");
            for (address, instance) in one {
                let mut comparison = Comparison { case: &case, wrong: &mut wrong };
                let other = other[address];
                assert_eq!(instance.provider, other.provider);
                comparison.values(&instance.attrs, &other.attrs, &address.to_string());
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn verdicts_are_the_same() {
    let map = SourceMap::default();
    let sidecars = Sidecars::read(&[], &map).0;
    let profile = sidecars.profile("emerse", &map).0.expect("the built-in profile");
    let params: Params =
        profile.parameters.iter().map(|parameter| (parameter.name.clone(), parameter.value.clone())).collect();
    let libraries = [Library::builtin(&map, &|_, _| true)];
    let (policies, _) = Policies::new(&libraries, params, Params::new());
    let mut counts: BTreeMap<Outcome, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (case, directory) in cases() {
        both(&directory, |of_configuration, of_file| {
            let of_file_root = of_file.root.clone();
            let verdicts = |plan: &Plan<'_>| -> BTreeMap<(String, String), Outcome> {
                let verdicts = policy::check(plan, &policies, &policy::Options::default());
                let address = |verdict: &policy::Verdict| match verdict.subject.address == plan.root {
                    true => of_file_root.to_string(),
                    false => verdict.subject.address.to_string(),
                };
                verdicts
                    .iter()
                    .map(|verdict| ((verdict.policy.to_string(), address(verdict)), verdict.outcome))
                    .collect()
            };
            let (one, other) = (verdicts(of_configuration), verdicts(of_file));
            for (subject, outcome) in &one {
                *counts.entry(*outcome).or_default() += 1;
                let found = other.get(subject);
                // A plan file may leave open what the configuration decides; it never decides otherwise.
                let open = found == Some(&Outcome::Unknown) && OPEN_VERDICTS.contains(&(&case, &subject.0));
                if found != Some(outcome) && !open {
                    wrong.push(format!("{case} {subject:?}: {outcome:?}, of the file {found:?}"));
                }
            }
            for (subject, outcome) in other.iter().filter(|(subject, _)| !one.contains_key(*subject)) {
                let open = *outcome == Outcome::Unknown && OPEN_VERDICTS.contains(&(&case, &subject.0));
                if !open {
                    wrong.push(format!("{case} {subject:?}: {outcome:?}, of the configuration none"));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(counts[&Outcome::Pass] > 50 && counts[&Outcome::Fail] > 50, "{counts:?}");
}

/// Verdicts that hang on what a plan file leaves open.
const OPEN_VERDICTS: &[(&str, &str)] = &[
    ("join-foreach", "aws-s3-public-access-block"),
    ("optional-object-volumes", "aws-block-device-encryption"),
    ("random-password", "aws-secrets-in-code"),
];

struct Comparison<'c> {
    case: &'c str,
    wrong: &'c mut Vec<String>,
}

impl Comparison<'_> {
    fn listed(&self, table: &[(&str, &str)], place: &str) -> bool {
        table.iter().any(|(case, part)| *case == self.case && place.contains(part))
    }

    /// Notes a difference, unless it is one of those that plan files cannot but have.
    fn differs(&mut self, place: &str, one: &Value, other: &Value) {
        if !other.is_unknown() || !self.listed(OPEN, place) {
            self.wrong.push(format!("{} {place}: {} is {} in the file", self.case, shown(one), shown(other)));
        }
    }

    fn values(&mut self, one: &Value, other: &Value, place: &str) {
        if one.marks().sensitive && !other.marks().sensitive {
            self.wrong.push(format!("{} {place} is not sensitive in the file", self.case));
        }
        match (one.bare(), other.bare()) {
            (Value::Unknown(one), Value::Unknown(other)) if self.agree(one, other, place) => {}
            (Value::Unknown(_), Value::Unknown(_)) => self.differs(place, one, other),
            // What data sources say is known when a plan is made.
            (Value::Unknown(one), known) if known_by_data(one) && !matches!(known, Value::Absent) => {}
            (Value::Object(one), Value::Object(other)) => self.fields(&one.fields, &other.fields, place),
            (Value::Map(one), Value::Map(other)) => self.fields(&one.items, &other.items, place),
            (Value::List(_), Value::List(_)) | (Value::Set(_), Value::Set(_)) | (Value::Tuple(_), Value::Tuple(_)) => {
                let lengths = (one.children().count(), other.children().count());
                if self.listed(UNORDERED, place) {
                    return;
                }
                if lengths.0 != lengths.1 {
                    return self.differs(place, one, other);
                }
                for (at, (one, other)) in one.children().zip(other.children()).enumerate() {
                    self.values(one, other, &format!("{place}[{at}]"));
                }
            }
            (bare, of_file) if show_line(bare) != show_line(of_file) => self.differs(place, one, other),
            _ => {}
        }
    }

    /// Whether what the file says an unknown stands for is what the configuration says. What a configuration gives the
    /// name of another thing may stand for itself in the file, and the reverse: both are true.
    fn agree(&self, one: &Unknown, other: &Unknown, place: &str) -> bool {
        match (symbol(one), symbol(other)) {
            (Some(one), Some(other)) => one == other || place.ends_with(&other),
            (None, Some(other)) => place.ends_with(&other) || one.parts.is_some(),
            (Some(_), None) => self.listed(OPEN, place),
            (None, None) => true,
        }
    }

    fn fields(&mut self, one: &Fields, other: &Fields, place: &str) {
        for (name, value) in one.iter() {
            self.values(value, other.get(name).unwrap_or(&Value::Absent), &format!("{place}.{name}"));
        }
        for (name, value) in other.iter().filter(|(name, _)| one.get(name).is_none()) {
            self.values(&Value::Absent, value, &format!("{place}.{name}"));
        }
    }
}

fn known_by_data(unknown: &Unknown) -> bool {
    unknown.causes.iter().all(|cause| cause.kind == CauseKind::Data)
}

fn symbol(unknown: &Unknown) -> Option<String> {
    let symbol = unknown.symbol.as_ref()?;
    let steps: String = symbol.path.iter().map(Step::to_string).collect();
    Some(format!("{}{steps}", symbol.referent))
}

fn shown(value: &Value) -> String {
    match value.bare() {
        Value::Absent => "absent".into(),
        Value::Unknown(unknown) => format!("unknown ({})", symbol(unknown).unwrap_or_default()),
        _ => show_line(value),
    }
}
