//! What could not be read is never absent: an error in a file turns verdicts into unknown ones that name it, and nothing
//! else. Errors that people make are made at every place of every example of every policy.
//!
//! What is asked of each verdict of the sound file, where a syntax error is reported in the damaged one:
//! - it stays, or it becomes unknown and a syntax error is among the causes;
//! - it stays if the error is inside a block that has nothing to do with it (bystanders), and its policy looks at its
//!   subject alone;
//! - a policy that asks whether something is known at all, as those against secrets do, may fail where it passed;
//! - it may vanish where the header that names its subject is broken. Instances whose `count` or `for_each` is lost are
//!   there as the one that stands for them, a provider configuration whose `alias` is lost as one without.
//!
//! And of the verdicts that the sound file does not have: they are unknown, unless the damaged text has a subject more.

mod errors;
mod fuzz;
mod json;
mod run;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rayon::prelude::*;
use tomcheck::policy::{Builtin, Outcome};

use errors::{Edit, Place, Sound, Top};
use run::{Key, Run, run};

fn files() -> Vec<PathBuf> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ext| ext == "tf") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(Path::new("policies"), &mut found);
    walk(Path::new("fixtures"), &mut found);
    found.sort();
    found
}

/// Which blocks of a file have to do with which, by a number for each group: one names the other.
fn groups(text: &str, blocks: &[Top]) -> Vec<usize> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let words: Vec<Vec<&str>> =
        blocks.iter().map(|block| text[block.span.clone()].split(|c| !is_word(c)).collect()).collect();
    let mut group: Vec<usize> = (0..blocks.len()).collect();
    for (at, block) in blocks.iter().enumerate() {
        let name = block.labels.last();
        // Locals, settings and provider configurations may bear on anything.
        let all = name.is_none() || block.ty == "provider";
        for other in 0..blocks.len() {
            if all || name.is_some_and(|name| words[other].contains(&name.as_str())) {
                let (from, to) = (group[other], group[at]);
                group.iter_mut().filter(|one| **one == from).for_each(|one| *one = to);
            }
        }
    }
    group
}

/// The policies of folders whose text has a word in it.
fn policies_with(word: &str) -> BTreeSet<&'static str> {
    let with = Builtin::all().iter().filter(|builtin| builtin.policy.contains(word));
    let lines = with.flat_map(|builtin| builtin.sidecar.lines());
    let names = lines.filter(|line| line.starts_with("policy_metadata ") || line.starts_with("presence "));
    names.filter_map(|line| line.split('"').nth(1)).collect()
}

/// Whether a policy looks at more than its subject.
fn joins(policy: &str) -> bool {
    static JOINING: LazyLock<BTreeSet<&str>> = LazyLock::new(|| policies_with("getresources"));
    JOINING.contains(policy)
}

/// Whether a policy asks for what is known, so that it may fail for nothing but that.
fn asks_what_is_known(policy: &str) -> bool {
    static ASKING: LazyLock<BTreeSet<&str>> = LazyLock::new(|| policies_with("\"(unknown)\""));
    ASKING.contains(policy)
}

/// An address without the key of the last instance.
fn base(address: &str) -> &str {
    address.split('[').next().unwrap_or(address)
}

/// A sound file, and what is known of it.
struct Case {
    path: PathBuf,
    /// What it is called in a run.
    name: &'static str,
    text: String,
    tops: Vec<Top>,
    groups: Vec<usize>,
    sound: Run,
    edits: Vec<Edit>,
}

impl Case {
    fn new(path: PathBuf) -> Case {
        let text = std::fs::read_to_string(&path).unwrap();
        let sound = Sound::new(&text);
        let tops = sound.blocks();
        let edits = sound.edits(&text);
        Case::of(path, "main.tf", text, tops, edits)
    }

    /// The same in JSON.
    fn json(path: PathBuf) -> Case {
        let text = json::converted(&std::fs::read_to_string(&path).unwrap());
        let tops = json::blocks(&text);
        let edits = json::edits(&text, &tops);
        Case::of(path, "main.tf.json", text, tops, edits)
    }

    fn of(path: PathBuf, name: &'static str, text: String, tops: Vec<Top>, edits: Vec<Edit>) -> Case {
        let groups = groups(&text, &tops);
        let sound = run(&[(name, text.as_bytes())]);
        Case { path, name, text, tops, groups, sound, edits }
    }

    /// The block that a subject is written in.
    fn block_of(&self, address: &str) -> Option<usize> {
        self.tops.iter().position(|top| match top.ty.as_str() {
            "resource" => base(address) == top.labels.join("."),
            "module" => address.starts_with(&format!("module.{}", top.labels[0])),
            "provider" => address == format!("provider.{}", top.labels[0]),
            _ => false,
        })
    }

    /// What is wrong with the verdicts after an edit; `None` if it makes no syntax error.
    fn judge(&self, edit: &Edit) -> Option<Vec<String>> {
        let damaged = edit.apply(&self.text);
        let after = run(&[(self.name, damaged.as_bytes())]);
        if after.syntax_errors.is_empty() {
            return None;
        }
        let mut wrong = Vec::new();
        let mut tell = |what: &str, key: &Key, detail: &dyn fmt::Display| {
            let line = 1 + self.text[..edit.range.start].matches('\n').count();
            let context: Vec<&str> = damaged.lines().skip(line.saturating_sub(2)).take(4).collect();
            let Edit { class, place, .. } = edit;
            let (policy, address) = key;
            let path = self.path.display();
            let context = context.join("\n");
            wrong.push(format!("{what}: {class}, {place:?}, {path}:{line}: {policy} of {address}{detail}\n{context}"));
        };
        if after.errors == 0 {
            tell("no error", &Default::default(), &"");
        }
        for (key, before) in &self.sound.verdicts {
            let (policy, address) = key;
            let own = self.block_of(address);
            let stand_in = (policy.clone(), format!("{}[*]", base(address)));
            let Some(now) = after.verdicts.get(key).or_else(|| after.verdicts.get(&stand_in)) else {
                if !self.may_vanish(edit, own, key, &after) {
                    tell("vanishes", key, &format!(", was {:?}", before.outcome));
                }
                continue;
            };
            let inside = !matches!(edit.place, Place::Header | Place::Brace | Place::Top);
            let apart = own.zip(edit.block).is_some_and(|(own, block)| self.groups[own] != self.groups[block]);
            let detail = format!(": {:?} -> {:?} {:?}", before.outcome, now.outcome, now.causes);
            match now.outcome {
                outcome if outcome == before.outcome => {}
                _ if apart && inside && !joins(policy) => tell("bystander", key, &detail),
                Outcome::Unknown if now.error_line.is_some() => {}
                // A provider whose block cannot be told to be its own is configured elsewhere, for all that is known.
                Outcome::Unknown if own.is_some() && self.may_vanish(edit, own, key, &after) => {}
                // A whole block that the error adds is something new to be judged with the rest.
                _ if edit.class == "header and brace alone" && address == "." => {}
                // JSON that is cut short is a value of another type, which is a cause of its own.
                Outcome::Unknown if self.name.ends_with(".json") => {}
                Outcome::Unknown => tell("unknown without the error as a cause", key, &detail),
                Outcome::Fail if asks_what_is_known(policy) => {}
                _ => tell("changes", key, &detail),
            }
        }
        for (key, now) in after.verdicts.iter().filter(|(key, _)| !self.sound.verdicts.contains_key(key)) {
            let one_more = edit.place == Place::Header || edit.class == "header and brace alone";
            // What has lost its name is there without one.
            let other_key = key.1.ends_with('.') || key.1.ends_with("[*]") || key.1.starts_with("provider.");
            if now.outcome != Outcome::Unknown && !one_more && !other_key {
                tell("appears", key, &format!(": {:?}", now.outcome));
            }
        }
        Some(wrong)
    }

    fn may_vanish(&self, edit: &Edit, own: Option<usize>, (policy, address): &Key, after: &Run) -> bool {
        let provider: Vec<&str> = address.split('.').take(2).collect();
        let without_alias = || after.verdicts.contains_key(&(policy.clone(), provider.join(".")));
        edit.place == Place::Header && (own.is_none() || edit.block.is_none() || own == edit.block)
            || edit.class == "truncated"
            || provider[0] == "provider" && without_alias()
    }
}

/// Every so many-th error in all files: how many were errors, after a check of each.
fn check(cases: fn(PathBuf) -> Case, step: usize) -> usize {
    let cases: Vec<Case> = files().into_par_iter().map(cases).collect();
    let edits: Vec<(&Case, &Edit)> =
        cases.iter().flat_map(|case| case.edits.iter().map(move |edit| (case, edit))).collect();
    let results: Vec<Option<Vec<String>>> =
        edits.into_par_iter().step_by(step).map(|(case, edit)| case.judge(edit)).collect();
    let wrong: Vec<&String> = results.iter().flatten().flatten().collect();
    let some: Vec<&str> = wrong.iter().take(60).map(|wrong| wrong.as_str()).collect();
    assert!(wrong.is_empty(), "{} wrong, such as\n{}", wrong.len(), some.join("\n\n"));
    results.iter().flatten().count()
}

#[test]
fn errors_make_verdicts_unknown_and_nothing_else() {
    // A prime, so that all kinds of errors have their turn.
    let errors = check(Case::new, 97);
    assert!(errors > 1_500, "only {errors} errors");
}

#[test]
#[ignore = "34,000 runs: `make slow`"]
fn many_errors_make_verdicts_unknown_and_nothing_else() {
    let errors = check(Case::new, 5);
    assert!(errors > 30_000, "only {errors} errors");
}

#[test]
fn json_says_the_same() {
    files().into_par_iter().for_each(|path| {
        // It has a block that the provider's schema of today has not, and JSON does not say that it is one.
        if path.to_string_lossy().contains("/azure-gateway-hsts/") {
            return;
        }
        let outcomes = |case: &Case| -> Vec<(Key, Outcome)> {
            case.sound.verdicts.iter().map(|(key, said)| (key.clone(), said.outcome)).collect()
        };
        let (native, json) = (Case::new(path.clone()), Case::json(path));
        assert_eq!(outcomes(&native), outcomes(&json), "{}", native.path.display());
    });
}

#[test]
fn errors_in_json_make_verdicts_unknown_and_nothing_else() {
    let errors = check(Case::json, 197);
    assert!(errors > 600, "only {errors} errors");
}

#[test]
#[ignore = "12,000 runs: `make slow`"]
fn many_errors_in_json_make_verdicts_unknown_and_nothing_else() {
    let errors = check(Case::json, 13);
    assert!(errors > 10_000, "only {errors} errors");
}
