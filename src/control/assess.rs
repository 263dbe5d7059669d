//! Verdicts + a profile → an assessment.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::policy::{Enforcement, Outcome, PolicyInfos, Verdict};
use crate::source::{FileId, SourceMap};

use super::assessment::{Assessment, DemandResult, MeasureResult, Root, Summary};
use super::finding::{Finding, fingerprint};
use super::place::own_place;
use super::waivers::Waivers;
use super::{Class, Counts, Profile, Status, Waiver};

/// What an assessment is made from besides verdicts and profile.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What sidecars say of policies.
    pub infos: &'a PolicyInfos,
    /// Accepted findings.
    pub waivers: &'a [Waiver],
    /// The root modules of the run.
    pub roots: &'a [Root],
    /// The files that spans are of.
    pub sources: &'a SourceMap,
    /// The day, in UTC, on which waivers are looked at.
    pub today: Date,
    /// Whether verdicts of demands that no measure makes are shown.
    pub outside: bool,
    /// Whether only a part of what waivers are about was judged, so that one without a finding says nothing.
    pub partial: bool,
}

/// Rolls verdicts up to the measures of a profile. `diagnostics` are those of everything before; they become part of
/// the assessment, together with those of waivers.
pub fn assess(
    verdicts: Vec<Verdict>,
    profile: &Profile,
    context: &Context<'_>,
    diagnostics: Vec<Diagnostic>,
) -> Assessment {
    let mut roots = context.roots.to_vec();
    roots.sort_by(|a, b| a.path.cmp(&b.path));
    let mut tally = Tally::new(profile, &roots);
    let mut waivers = Waivers::new(context.waivers, profile, context.today);
    let mut findings = Vec::with_capacity(verdicts.len());
    let mut outside = 0;
    for verdict in verdicts {
        let inside = tally.wants(&verdict);
        if !inside {
            outside += usize::from(verdict.outcome != Outcome::NotApplicable);
        }
        let root = tally.root(&verdict.root);
        let mut finding = finding(verdict, root.map(|at| &roots[at]), &tally, context);
        if inside || context.outside {
            waivers.apply(&mut finding, root.map_or("", |at| &roots[at].key));
        }
        tally.count(&finding, root, inside || context.outside);
        if (inside || context.outside) && finding.verdict.outcome != Outcome::NotApplicable {
            findings.push(finding);
        }
    }
    sort(&mut findings, context.sources);
    distinguish(&mut findings);
    let count = |class| findings.iter().filter(|finding: &&Finding| finding.class() == class).count();
    let summary = Summary {
        files: roots.iter().map(|root| root.files).sum(),
        roots: roots.len(),
        resources: roots.iter().map(|root| root.resources).sum(),
        judged: findings.iter().map(|f| (&f.verdict.root, &f.verdict.subject.address)).collect::<HashSet<_>>().len(),
        counts: tally.shown,
        violated: count(Class::Violated),
        advisory: count(Class::Advisory),
        outside: if context.outside { 0 } else { outside },
        errors: 0,
    };
    let mut assessment = Assessment {
        profile: profile.clone(),
        measures: tally.measures(profile),
        outside: tally.outside(),
        roots,
        findings,
        diagnostics,
        summary,
    };
    assessment.report(waivers.finish(context.partial));
    assessment
}

fn finding(verdict: Verdict, root: Option<&Root>, tally: &Tally<'_>, context: &Context<'_>) -> Finding {
    let key = root.map_or(verdict.root.as_str(), |root| &root.key);
    Finding {
        info: context.infos.get(&verdict.policy).cloned(),
        measures: tally.makers.get(&verdict.demand).cloned().unwrap_or_default(),
        place: own_place(&verdict, root, context.sources),
        fingerprint: fingerprint(key, &verdict),
        waiver: None,
        expired: None,
        verdict,
    }
}

/// By path, place and policy; what is written nowhere comes last. The order of verdicts decides between instances.
fn sort(findings: &mut [Finding], sources: &SourceMap) {
    let mut files: Vec<FileId> = findings.iter().filter_map(|finding| finding.place).map(|span| span.file).collect();
    files.sort_unstable();
    files.dedup();
    files.sort_by_cached_key(|id| sources.get(*id).path().to_owned());
    let ranks: HashMap<FileId, usize> = files.into_iter().enumerate().map(|(rank, id)| (id, rank)).collect();
    findings.sort_by_cached_key(|finding| {
        let place = finding.place.map_or((usize::MAX, 0), |span| (ranks[&span.file], span.start));
        (place, finding.verdict.policy.clone(), finding.verdict.root.clone())
    });
}

/// Should a policy say two things of one subject, both keep a fingerprint of their own.
fn distinguish(findings: &mut [Finding]) {
    let mut seen: HashMap<Str, usize> = HashMap::with_capacity(findings.len());
    for finding in findings {
        let times = seen.entry(finding.fingerprint.clone()).or_default();
        *times += 1;
        if *times > 1 {
            finding.fingerprint = ecow::eco_format!("{}-{times}", finding.fingerprint);
        }
    }
}

/// Counts verdicts by demand and root module.
struct Tally<'p> {
    profile: &'p Profile,
    /// Demand → the measures that make it.
    makers: HashMap<Str, Vec<Str>>,
    /// Policy → whether the profile selects it.
    selected: HashMap<Str, bool>,
    roots: HashMap<Str, usize>,
    counts: HashMap<Str, Vec<Counts>>,
    shown: Counts,
}

impl<'p> Tally<'p> {
    fn new(profile: &'p Profile, roots: &[Root]) -> Self {
        let mut makers: HashMap<Str, Vec<Str>> = HashMap::new();
        for measure in &profile.measures {
            for demand in measure.demands() {
                makers.entry(demand.clone()).or_default().push(measure.id.clone());
            }
        }
        let roots = roots.iter().enumerate().map(|(at, root)| (root.path.clone(), at)).collect();
        let (selected, counts) = (HashMap::new(), HashMap::new());
        Tally { profile, makers, selected, roots, counts, shown: Counts::default() }
    }

    /// As [`Profile::wants`].
    fn wants(&mut self, verdict: &Verdict) -> bool {
        let makes = verdict.demand.is_empty() || self.makers.contains_key(&verdict.demand);
        let select = || self.profile.policies.selects(&verdict.policy);
        makes && *self.selected.entry(verdict.policy.clone()).or_insert_with(select)
    }

    fn root(&self, path: &str) -> Option<usize> {
        self.roots.get(path).copied()
    }

    fn count(&mut self, finding: &Finding, root: Option<usize>, shown: bool) {
        let mut one = Counts::default();
        match finding.verdict.outcome {
            _ if finding.waiver.is_some() => one.waived = 1,
            Outcome::NotApplicable => one.not_applicable = 1,
            Outcome::Pass => one.pass = 1,
            Outcome::Unknown => one.unknown = 1,
            Outcome::Fail => {
                one.fail = 1;
                one.advisory = usize::from(finding.verdict.enforcement == Enforcement::Advisory);
            }
            Outcome::Error => one.error = 1,
        }
        if shown {
            self.shown += one;
        }
        let demand = &finding.verdict.demand;
        // A policy that the profile leaves out says nothing of the demand.
        if shown || !self.makers.contains_key(demand) {
            // One place more than there are roots, for a verdict of a root that nobody named.
            let places = self.roots.len() + 1;
            let counts = self.counts.entry(demand.clone()).or_insert_with(|| vec![Counts::default(); places]);
            counts[root.unwrap_or(places - 1)] += one;
        }
    }

    fn of(&self, demand: &str, root: Option<usize>) -> Counts {
        let mut sum = Counts::default();
        let Some(counts) = self.counts.get(demand) else { return sum };
        match root {
            Some(at) => sum = counts[at],
            None => counts.iter().for_each(|one| sum += *one),
        }
        sum
    }

    fn demand(&self, id: &Str) -> DemandResult {
        let counts = self.of(id, None);
        DemandResult { id: id.clone(), status: Status::of_demand(counts), counts }
    }

    fn measures(&self, profile: &Profile) -> Vec<MeasureResult> {
        let measures = profile.measures.iter().enumerate().map(|(at, measure)| {
            let demands: Vec<DemandResult> = measure.demands().map(|id| self.demand(id)).collect();
            let status = |id: &Str| Status::of_demand(self.of(id, None));
            let sum = |root| {
                let mut counts = Counts::default();
                demands.iter().for_each(|demand| counts += self.of(&demand.id, root));
                counts
            };
            let promises = measure.promises.iter();
            MeasureResult {
                measure: at,
                status: Status::together(
                    demands.iter().map(|demand| demand.status),
                    measure.organisational().next().is_some(),
                ),
                technical: Status::together(demands.iter().map(|demand| demand.status), false),
                promises: promises
                    .map(|promise| {
                        Status::together(promise.demands.iter().map(status), promise.organisational.is_some())
                    })
                    .collect(),
                counts: sum(None),
                roots: (0..self.roots.len())
                    .map(|root| {
                        let of = |demand: &DemandResult| Status::of_demand(self.of(&demand.id, Some(root)));
                        (Status::together(demands.iter().map(of), false), sum(Some(root)))
                    })
                    .collect(),
                demands,
            }
        });
        measures.collect()
    }

    fn outside(&self) -> Vec<DemandResult> {
        let mut outside: Vec<DemandResult> =
            self.counts.keys().filter(|id| !self.makers.contains_key(*id)).map(|id| self.demand(id)).collect();
        outside.retain(|demand| demand.counts.judged() > 0);
        outside.sort_by(|a, b| a.id.cmp(&b.id));
        outside
    }
}
