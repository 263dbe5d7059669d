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
    let cases: Vec<Said<'v>> = cases.iter().map(|case| Said::of(case)).collect();
    let open = |verdict: &&mut Verdict| verdict.outcome == Outcome::Unknown && !stands_in(&verdict.subject.address);
    for verdict in verdicts.iter_mut().filter(open) {
        let key = key(verdict);
        let said: Vec<&Verdict> = cases.iter().filter_map(|case| case.verdict(&key)).collect();
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

/// What is said in one case: of several verdicts of one key the worst.
struct Said<'v> {
    verdicts: HashMap<Key, &'v Verdict>,
    /// Of what stands for instances whose keys are not known: what is written before the key, and the verdict.
    standing_in: HashMap<(Str, Str), Vec<(&'v str, &'v Verdict)>>,
}

impl<'v> Said<'v> {
    fn of(all: &'v [Verdict]) -> Self {
        let mut verdicts: HashMap<Key, &Verdict> = HashMap::new();
        let mut standing_in: HashMap<_, Vec<_>> = HashMap::new();
        for verdict in all {
            let known = verdicts.entry(key(verdict)).or_insert(verdict);
            if verdict.outcome > known.outcome {
                *known = verdict;
            }
            if let Some((before, _)) = verdict.subject.address.split_once("[*]") {
                let of = standing_in.entry((verdict.policy.clone(), verdict.demand.clone())).or_default();
                of.push((before, verdict));
            }
        }
        Said { verdicts, standing_in }
    }

    /// The verdict of a subject, else that of what may stand for it where its key is not known.
    fn verdict(&self, key: &Key) -> Option<&'v Verdict> {
        self.verdicts.get(key).copied().or_else(|| {
            let (policy, demand, address) = key;
            let standing_in = self.standing_in.get(&(policy.clone(), demand.clone()))?.iter();
            let covering = standing_in
                .filter(|(before, _)| address.strip_prefix(before).is_some_and(|rest| rest.starts_with('[')));
            covering.map(|(_, verdict)| *verdict).max_by_key(|verdict| verdict.outcome)
        })
    }
}
