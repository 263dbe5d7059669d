//! Presence demands: that something exists at all, decided over a whole world.

use crate::addrs::{ModuleInstance, Str};
use crate::lang::{Evaluator, Session};
use crate::plan::{Existence, Instance, Plan};
use crate::source::Span;
use crate::syntax::Expr;
use crate::value::{Causes, Type, Value, convert};

use super::check::meta_of;
use super::file::Pattern;
use super::info::PolicyInfo;
use super::library::Policies;
use super::names::{Judged, Names, Notes, Shared, World};
use super::{Enforcement, Outcome, Subject, Verdict};

/// A `presence` block.
#[derive(Clone, Debug)]
pub struct Presence<'p> {
    /// What reports need.
    pub info: PolicyInfo,
    /// How strictly it is meant.
    pub enforcement: Enforcement,
    /// For what something must exist once.
    pub per: Per,
    /// Only where one of these exists; where none is named, always.
    pub when: Vec<Expectation<'p>>,
    /// One of these must exist.
    pub expect: Vec<Expectation<'p>>,
}

/// For what something must exist once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Per {
    /// A root module with everything below it.
    #[default]
    World,
    /// A module instance.
    Module,
    /// A provider.
    Provider,
}

/// `when` or `expect`.
#[derive(Clone, Debug)]
pub struct Expectation<'p> {
    /// The resource types.
    pub target: Pattern,
    /// Which of their instances count.
    pub filter: Option<Expr<'p>>,
    /// How many there must be.
    pub at_least: u64,
}

/// What is found of an expectation.
#[derive(Default)]
struct Found<'i> {
    certain: u64,
    first: Option<&'i Instance>,
    maybe: Option<Causes>,
    error: Option<Str>,
}

/// The verdicts of all presence demands over a plan.
pub(super) fn judge(
    policies: &Policies<'_>,
    shared: &Shared,
    world: &World<'_>,
    plan: &Plan<'_>,
    session: &Session<'_>,
) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for presence in &policies.presences {
        for (unit, instances) in units(presence.per, plan) {
            verdicts.extend(judge_unit(policies, shared, world, plan, session, presence, &unit, &instances));
        }
    }
    verdicts
}

/// The units of a plan, each with its instances.
fn units<'i>(per: Per, plan: &'i Plan<'_>) -> Vec<(Str, Vec<&'i Instance>)> {
    let all = plan.instances.iter().filter(|instance| instance.address.resource.mode == crate::addrs::Mode::Managed);
    let mut units: Vec<(Str, Vec<&Instance>)> = Vec::new();
    for instance in all {
        let unit = match per {
            Per::World => Str::from("."),
            Per::Module => module_name(&instance.address.module),
            Per::Provider => format!("provider.{}", instance.provider).into(),
        };
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, instances)) => instances.push(instance),
            None => units.push((unit, vec![instance])),
        }
    }
    if units.is_empty() && per == Per::World {
        units.push((".".into(), Vec::new()));
    }
    units
}

fn module_name(module: &ModuleInstance) -> Str {
    if module.is_root() { ".".into() } else { module.to_string().into() }
}

#[allow(clippy::too_many_arguments, reason = "one world, one demand, one unit: nothing here belongs together more")]
fn judge_unit(
    policies: &Policies<'_>,
    shared: &Shared,
    world: &World<'_>,
    plan: &Plan<'_>,
    session: &Session<'_>,
    presence: &Presence<'_>,
    unit: &Str,
    instances: &[&Instance],
) -> Option<Verdict> {
    let find = |expectation: &Expectation<'_>| look(policies, shared, world, session, expectation, instances);
    let mut trigger: Option<&Instance> = None;
    let mut perhaps: Option<Causes> = None;
    let mut error: Option<Str> = None;
    for when in &presence.when {
        let found = find(when);
        trigger = trigger.or(found.first.filter(|_| found.certain > 0));
        perhaps = unite(perhaps, found.maybe);
        error = error.or(found.error);
    }
    let applies = presence.when.is_empty() || trigger.is_some();
    if !applies && perhaps.is_none() && error.is_none() {
        return None;
    }
    let mut open: Option<Causes> = None;
    let mut satisfied = false;
    for expect in &presence.expect {
        let found = find(expect);
        satisfied |= found.certain >= expect.at_least;
        open = unite(open, found.maybe);
        error = error.or(found.error);
    }
    for gap in &plan.gaps {
        open = unite(open, Some(gap.causes.clone()));
    }
    let what: Vec<&str> = presence.expect.iter().map(|expect| expect.target.text().as_str()).collect();
    let (outcome, causes, message) = match (satisfied, error) {
        (_, Some(error)) => (Outcome::Error, None, error),
        (true, None) => (Outcome::Pass, None, Str::new()),
        (false, None) => match unite(open, perhaps.filter(|_| !applies)) {
            Some(causes) => (
                Outcome::Unknown,
                Some(causes),
                format!("it is not known whether there is a {}", what.join(" or a ")).into(),
            ),
            None => (Outcome::Fail, None, format!("there is no {} here", what.join(" and no ")).into()),
        },
    };
    let span: Option<Span> = trigger.and_then(|instance| instance.span);
    Some(Verdict {
        policy: presence.info.name.clone(),
        demand: presence.info.demand.clone(),
        root: plan.root.clone(),
        subject: Subject { address: unit.clone(), kind: Str::new(), span },
        outcome,
        enforcement: presence.enforcement,
        span,
        messages: if message.is_empty() { Vec::new() } else { vec![message] },
        evidence: Vec::new(),
        causes: std::sync::Arc::new(causes.map(|causes| causes.iter().cloned().collect()).unwrap_or_default()),
    })
}

fn unite(a: Option<Causes>, b: Option<Causes>) -> Option<Causes> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.union(&b)),
        (a, b) => a.or(b),
    }
}

fn look<'i>(
    policies: &Policies<'_>,
    shared: &Shared,
    world: &World<'_>,
    session: &Session<'_>,
    expectation: &Expectation<'_>,
    instances: &[&'i Instance],
) -> Found<'i> {
    let mut found = Found::default();
    for instance in instances.iter().filter(|instance| expectation.target.matches(&instance.address.resource.ty)) {
        let counts = match expectation.filter {
            None => Ok(Value::Bool(true)),
            Some(filter) => {
                let judged =
                    Judged { attrs: instance.attrs.clone(), prior: Value::NULL, meta: meta_of(instance, "create") };
                let notes = Notes::default();
                let names = Names {
                    policies,
                    shared,
                    world,
                    file: 0,
                    block: None,
                    judged: Some(&judged),
                    notes: &notes,
                    locals: Default::default(),
                };
                Evaluator::new(&names, session).eval(filter).map_err(|error| error.to_string())
            }
        };
        let counts = counts.and_then(|value| {
            convert(value.unmark().0, &Type::Bool).map_err(|_| "a filter must be true or false".to_owned())
        });
        match (counts, &instance.existence) {
            (Ok(Value::Bool(true)), Existence::Certain) => {
                found.certain += 1;
                found.first = found.first.or(Some(instance));
            }
            (Ok(Value::Bool(true)), Existence::Maybe(causes)) => found.maybe = unite(found.maybe, Some(causes.clone())),
            (Ok(Value::Unknown(unknown)), _) => found.maybe = unite(found.maybe, Some(unknown.causes.clone())),
            (Ok(_), _) => {}
            (Err(error), _) => found.error = found.error.or(Some(error.into())),
        }
    }
    found
}
