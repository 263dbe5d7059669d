//! Verdicts that are not known, decided by what is said in every case that there is.

use std::collections::HashMap;

use crate::addrs::Str;
use crate::value::CauseKind;

use super::{Outcome, Verdict};

/// Policy, demand and subject: the verdicts of one key are taken together.
type Key = (Str, Str, Str);

fn key(verdict: &Verdict) -> Key {
    (verdict.policy.clone(), verdict.demand.clone(), verdict.subject.address.clone())
}

/// The input variables of the root module that would decide verdicts, those that would decide most of them first.
pub fn deciding(verdicts: &[Verdict]) -> Vec<Str> {
    let mut counts: Vec<(Str, usize)> = Vec::new();
    let open = verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Unknown);
    for cause in open.flat_map(|verdict| verdict.causes.iter()).filter(|cause| cause.kind == CauseKind::Variable) {
        let Some(name) = cause.address.strip_prefix("var.") else { continue };
        match counts.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name.into(), 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().map(|(name, _)| name).collect()
}

/// Decides the verdicts that are not known by those of all cases. Where the policy holds in every case in which it
/// applies, so that the subject exists in it, it is a pass; where every case violates it, a fail. What stands for
/// instances whose keys are not known stays undecided: in a case it may be others, under addresses of their own.
pub fn settle<'v>(verdicts: &mut [Verdict], cases: &'v [Vec<Verdict>]) {
    let cases: Vec<HashMap<Key, &Verdict>> = cases.iter().map(|case| worst(case)).collect();
    let open = |verdict: &&mut Verdict| verdict.outcome == Outcome::Unknown && !stands_in(&verdict.subject.address);
    for verdict in verdicts.iter_mut().filter(open) {
        let key = key(verdict);
        let of = |case: &'_ HashMap<Key, &'v Verdict>| case.get(&key).copied().or_else(|| covering(case, &key));
        let said: Vec<&Verdict> = cases.iter().filter_map(of).collect();
        let all = |outcome: Outcome| !said.is_empty() && said.iter().all(|one| one.outcome == outcome);
        if all(Outcome::Pass) {
            verdict.outcome = Outcome::Pass;
            verdict.span = verdict.subject.span;
            verdict.messages.clear();
            verdict.evidence.clear();
            verdict.causes = Default::default();
        } else if all(Outcome::Fail) && said.len() == cases.len() {
            // Of what may not exist nothing is a fail, so that all of these are of the subject itself.
            *verdict = said[0].clone();
        }
    }
}

fn stands_in(address: &str) -> bool {
    address.contains("[*]")
}

/// A verdict of what may stand for a subject in a case that does not know its key.
fn covering<'v>(case: &HashMap<Key, &'v Verdict>, (policy, demand, address): &Key) -> Option<&'v Verdict> {
    let covers = |stand_in: &str| {
        stand_in
            .split_once("[*]")
            .is_some_and(|(before, _)| address.strip_prefix(before).is_some_and(|rest| rest.starts_with('[')))
    };
    let fits = |key: &Key| key.0 == *policy && key.1 == *demand && covers(&key.2);
    case.iter().filter(|(key, _)| fits(key)).map(|(_, verdict)| *verdict).max_by_key(|verdict| verdict.outcome)
}

fn worst(verdicts: &[Verdict]) -> HashMap<Key, &Verdict> {
    let mut worst: HashMap<Key, &Verdict> = HashMap::new();
    for verdict in verdicts {
        let known = worst.entry(key(verdict)).or_insert(verdict);
        if verdict.outcome > known.outcome {
            *known = verdict;
        }
    }
    worst
}
