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
/// applies, so that the subject exists in it, it is a pass; where every case violates it, a fail.
pub fn settle(verdicts: &mut [Verdict], cases: &[Vec<Verdict>]) {
    let cases: Vec<HashMap<Key, &Verdict>> = cases.iter().map(|case| worst(case)).collect();
    for verdict in verdicts.iter_mut().filter(|verdict| verdict.outcome == Outcome::Unknown) {
        let key = key(verdict);
        let said: Vec<&Verdict> = cases.iter().filter_map(|case| case.get(&key).copied()).collect();
        let all = |outcome: Outcome| !said.is_empty() && said.iter().all(|one| one.outcome == outcome);
        if all(Outcome::Pass) || (all(Outcome::Fail) && said.len() == cases.len()) {
            *verdict = said[0].clone();
        }
    }
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
