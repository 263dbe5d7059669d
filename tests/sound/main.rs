//! What is said of a value that is not known holds of all that it may turn out to be.
//!
//! Random expressions over input variables are evaluated without values, and then with many. What was known must be so,
//! what was refused must fail, and everything that was said of an unknown (type, bounds, prefix, possible values, elements,
//! what it stands for, the value whose JSON text it is) must hold. An unknown that says too much would be a wrong pass.

mod admits;
#[path = "../generated/grammar.rs"]
mod grammar;

use std::path::Path;

use admits::{Given, refuted};
use grammar::Grammar;
use tomcheck::config::{self, Argument, Inputs, Sources};
use tomcheck::eval::{Files, Options, World};
use tomcheck::source;
use tomcheck::value::Value;

const CONTEXT: &str = include_str!("context.tf");
/// Expressions over the context, by kind.
const NAMES: &str = include_str!("names.txt");
/// Values of each variable, all admitted by its validations.
const VALUES: &str = include_str!("values.txt");

/// One value for each variable, in the form of a `.tfvars` file.
type Assignment = Vec<(&'static str, &'static str)>;

/// Assignments in which each value of each variable occurs, and others at random.
fn assignments(count: usize, seed: u64) -> Vec<Assignment> {
    let variables: Vec<(&str, Vec<&str>)> = VALUES
        .lines()
        .map(|line| line.split_once(' ').expect("a name and values"))
        .map(|(name, values)| (name, values.split(" | ").collect()))
        .collect();
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let in_turn = |at: usize| variables.iter().map(move |(name, values)| (*name, values[at % values.len()])).collect();
    let mut all: Vec<Assignment> = (0..6).map(in_turn).collect();
    all.extend(
        (6..count).map(|_| variables.iter().map(|(name, values)| (*name, values[next() % values.len()])).collect()),
    );
    all
}

/// Evaluates all expressions with an assignment, or without any.
fn answers(
    sources: &Sources,
    here: &Path,
    assignment: Option<&Assignment>,
    expressions: &[String],
) -> (Given, Vec<Result<Value, String>>) {
    let mut inputs = Inputs::default();
    if let Some(assignment) = assignment {
        let lines: String = assignment.iter().map(|(name, text)| format!("{name} = {text}\n")).collect();
        let file = here.join("given");
        std::fs::write(&file, lines).expect("it can be written");
        inputs.arguments.push(Argument::File(file));
    }
    let (config, problems) = config::load(sources, &inputs);
    assert!(problems.is_empty(), "{problems:?}");
    let root = config.roots.first().expect("a root module");
    let host = Files::new(here.to_owned(), sources, true);
    let world = || World::new(&config, root, &host, Options::default());
    let answer = |expr: &str| world().answer(expr, sources.map()).map_err(|diagnostic| diagnostic.message);
    let given = assignment.into_iter().flatten().map(|(name, _)| {
        let value = answer(&format!("var.{name}"));
        ((*name).to_owned(), value.unwrap_or_else(|error| panic!("{name}: {error}")))
    });
    // Each has a budget of its own.
    (given.collect(), expressions.iter().map(|expr| answer(expr)).collect())
}

/// What is wrong about `count` expressions.
fn wrong(seed: u64, count: usize, tries: usize) -> Vec<String> {
    let dir = tempfile::tempdir().expect("a directory");
    std::fs::write(dir.path().join("context.tf"), CONTEXT).expect("it can be written");
    let here = dir.path().canonicalize().expect("it is there");
    let (files, _) = source::discover(std::slice::from_ref(&here), &source::Options::default());
    let sources = config::parse(&files);
    let mut grammar = Grammar::new(seed, Some(NAMES), true);
    // Where a value is known though a part of it may fail, `can` does not say so.
    let judged = std::iter::repeat_with(|| grammar.expression()).filter(|expr| !expr.contains("can("));
    let expressions: Vec<String> = judged.take(count).collect();
    let (_, open) = answers(&sources, &here, None, &expressions);
    let mut wrong = vec![None; count];
    for assignment in assignments(tries, seed) {
        let (given, concrete) = answers(&sources, &here, Some(&assignment), &expressions);
        for (at, (open, concrete)) in open.iter().zip(&concrete).enumerate() {
            let why = match (open, concrete) {
                // Some things no input decides.
                (_, Ok(concrete)) if !concrete.is_wholly_known() => None,
                (Ok(open), Ok(concrete)) => refuted(open, concrete, &given),
                (Err(error), Ok(value)) => Some(format!("it fails ({error}), though it is {value:?}")),
                (_, Err(_)) => None,
            };
            if let (Some(why), None) = (why, &wrong[at]) {
                wrong[at] = Some(format!("{}\n    {why}\n    with {assignment:?}\n", expressions[at]));
            }
        }
    }
    let mut wrong: Vec<String> = wrong.into_iter().flatten().collect();
    wrong.sort_by_key(String::len);
    wrong
}

fn judge(seed: u64, count: usize, tries: usize) {
    let wrong = wrong(seed, count, tries);
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

#[test]
fn what_is_said_of_unknowns_is_so() {
    judge(1, 600, 10);
}

/// A setting from the environment.
#[expect(clippy::disallowed_methods, reason = "settings of a test are no verdicts")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// `SOUND_SEED=7 SOUND_COUNT=20000 cargo test --test sound -- --ignored` tries others.
#[test]
#[ignore = "many thousand expressions"]
fn what_is_said_of_many_unknowns_is_so() {
    judge(setting("SOUND_SEED").unwrap_or(2), setting("SOUND_COUNT").unwrap_or(10_000) as usize, 16);
}
