//! Judging a plan.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::addrs::{Mode, Str};
use crate::lang::{self, Evaluator, Session, functions::NoFiles};
use crate::plan::{Action, Existence, Instance, Plan};
use crate::value::{Cause, Causes, Fields, Type, Value};

use super::file::{Block, BlockKind};
use super::judge::{Judgement, judge};
use super::library::Policies;
use super::message::message;
use super::names::{Judged, Names, Notes, Read, Shared, World};
use super::{Outcome, Subject, Verdict, evidence, presence};

/// Choices of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Choices of the language.
    pub lang: lang::Options,
}

/// A verdict before its evidence is put into words.
struct Draft {
    verdict: Verdict,
    reads: Vec<Read>,
    /// The position of the subject among the instances, if it is a resource.
    subject: Option<usize>,
}

/// The verdicts of all policies over a plan, by subject and policy.
pub fn check(plan: &Plan<'_>, policies: &Policies<'_>, options: &Options) -> Vec<Verdict> {
    let world = World::of(plan);
    let shared = Shared::new(policies);
    let run = Run { policies, shared: &shared, world: &world, root: &plan.root, options };
    let mut applicable: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for instance in &plan.instances {
        applicable.entry(&instance.address.resource.ty).or_insert_with_key(|ty| run.blocks(ty));
    }
    let tasks: Vec<(usize, (usize, usize))> = plan
        .instances
        .iter()
        .enumerate()
        .filter(|(_, instance)| instance.address.resource.mode == Mode::Managed)
        .flat_map(|(at, instance)| {
            applicable[instance.address.resource.ty.as_str()].iter().map(move |block| (at, *block))
        })
        .collect();
    let drafts: Vec<Draft> = tasks
        .into_par_iter()
        .with_min_len(16)
        .filter_map(|(at, block)| run.resource(at, &world.instances[at], block))
        .collect();
    let mut verdicts: Vec<Verdict> = drafts.into_iter().map(|draft| finished(draft, plan)).collect();
    verdicts.extend(run.modules(plan));
    verdicts.extend(run.providers(plan));
    let session = Session::new(&NoFiles, options.lang);
    verdicts.extend(presence::judge(policies, &shared, &world, plan, &session));
    verdicts
}

/// Gives a draft its evidence and place, which only the plan's own thread can ask for.
fn finished(draft: Draft, plan: &Plan<'_>) -> Verdict {
    let mut verdict = draft.verdict;
    if let Some(at) = draft.subject
        && !draft.reads.is_empty()
    {
        let (evidence, place) = evidence::evidence(&draft.reads, &plan.instances[at], plan);
        verdict.evidence = evidence;
        verdict.span = place.or(verdict.span);
    }
    verdict
}

impl<'w> World<'w> {
    /// The world of a plan.
    pub(super) fn of(plan: &'w Plan<'_>) -> World<'w> {
        let mut by_type: HashMap<Str, Vec<usize>> = HashMap::new();
        for (at, instance) in plan.instances.iter().enumerate() {
            if instance.address.resource.mode == Mode::Managed && instance.action != Action::Delete {
                by_type.entry(instance.address.resource.ty.clone()).or_default().push(at);
            }
        }
        World { instances: &plan.instances, by_type, matching: Default::default(), gaps: &plan.gaps, data: &[] }
    }
}

/// What all judgements of a world share.
#[derive(Clone, Copy)]
pub(super) struct Run<'r, 'p> {
    pub policies: &'r Policies<'p>,
    pub shared: &'r Shared,
    pub world: &'r World<'r>,
    pub root: &'r Str,
    pub options: &'r Options,
}

impl Run<'_, '_> {
    /// The blocks that may apply to a resource type: file and position.
    fn blocks(&self, ty: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (file_at, file) in self.policies.files.iter().enumerate() {
            for (block_at, block) in file.blocks.iter().enumerate() {
                if self.policies.may_apply(file_at, block_at, block, ty) {
                    found.push((file_at, block_at));
                }
            }
        }
        found
    }

    fn resource(&self, at: usize, instance: &Instance, (file, block_at): (usize, usize)) -> Option<Draft> {
        let block = &self.policies.files[file].blocks[block_at];
        let operation = operation(block, instance.action)?;
        let judged = Judged {
            attrs: instance.attrs.clone(),
            prior: instance.prior.clone().unwrap_or(Value::NULL),
            meta: meta_of(instance, operation),
        };
        let subject = Subject {
            address: instance.address.to_string().into(),
            kind: instance.address.resource.ty.clone(),
            span: instance.span,
        };
        let (mut verdict, reads) = self.judge(file, block_at, &judged, subject)?;
        if let (Existence::Maybe(causes), Outcome::Fail) = (&instance.existence, verdict.outcome) {
            verdict.outcome = Outcome::Unknown;
            verdict.causes = causes_of(causes);
            verdict.messages.push("a violation if it is created".into());
        }
        Some(Draft { verdict, reads, subject: Some(at) })
    }

    /// Judges one subject. `None`: the policy does not apply.
    pub(super) fn judge(
        &self,
        file: usize,
        block_at: usize,
        judged: &Judged,
        subject: Subject,
    ) -> Option<(Verdict, Vec<Read>)> {
        let block = &self.policies.files[file].blocks[block_at];
        let notes = Notes::default();
        let names = Names {
            policies: self.policies,
            shared: self.shared,
            world: self.world,
            file,
            block: Some(block),
            judged: Some(judged),
            notes: &notes,
            locals: Default::default(),
        };
        let session = Session::new(&NoFiles, self.options.lang);
        let judgement = judge(&names, block, &session);
        if judgement.outcome == Outcome::NotApplicable {
            return None;
        }
        let reads = match judgement.outcome {
            Outcome::Pass => Vec::new(),
            outcome => {
                let deciding: Vec<usize> =
                    judgement.open.iter().filter(|(_, open)| *open == outcome).map(|(at, _)| *at).collect();
                evidence::reads(&names, block, &deciding, &session)
            }
        };
        let messages = messages(&judgement, &names, block, &session);
        let info = &self.policies.metadata[file][block_at];
        let verdict = Verdict {
            policy: self.policies.name(file, block_at),
            demand: info.as_ref().map(|info| info.demand.clone()).unwrap_or_default(),
            root: self.root.clone(),
            span: subject.span,
            subject,
            outcome: judgement.outcome,
            enforcement: judgement.level,
            messages,
            evidence: Vec::new(),
            causes: match (judgement.outcome, &judgement.causes) {
                (Outcome::Unknown, Some(causes)) => causes_of(causes),
                _ => Arc::default(),
            },
        };
        Some((verdict, reads))
    }

    fn modules(&self, plan: &Plan<'_>) -> Vec<Verdict> {
        let mut verdicts = Vec::new();
        for call in &plan.modules {
            let meta: Fields = [
                (Str::from("source"), Value::String(call.source.clone())),
                ("version".into(), call.version.clone()),
                ("address".into(), Value::string(call.address.to_string())),
            ]
            .into_iter()
            .chain(workspace())
            .collect();
            let judged = Judged { attrs: call.attrs.clone(), prior: Value::NULL, meta };
            for (file, block) in self.of_kind(BlockKind::Module, |pattern| matches_source(pattern, &call.source)) {
                let subject =
                    Subject { address: call.address.to_string().into(), kind: call.source.clone(), span: call.span };
                let Some((mut verdict, _)) = self.judge(file, block, &judged, subject) else { continue };
                if let (Existence::Maybe(causes), Outcome::Fail) = (&call.existence, verdict.outcome) {
                    verdict.outcome = Outcome::Unknown;
                    verdict.causes = causes_of(causes);
                    verdict.messages.push("a violation if it is created".into());
                }
                verdicts.push(verdict);
            }
        }
        verdicts
    }

    fn providers(&self, plan: &Plan<'_>) -> Vec<Verdict> {
        let mut verdicts = Vec::new();
        for provider in &plan.providers {
            let ty = provider.source.rsplit('/').next().unwrap_or(&provider.source);
            let namespace = provider.source.rsplit('/').nth(1).unwrap_or("hashicorp");
            let address = match &provider.alias {
                Some(alias) => format!("provider.{}.{alias}", provider.name),
                None => format!("provider.{}", provider.name),
            };
            let address = match provider.module.is_root() {
                true => address,
                false => format!("{}.{address}", provider.module),
            };
            let meta: Fields = [
                (Str::from("type"), Value::string(ty)),
                ("source".into(), Value::String(super::testing::full_source(&provider.source))),
                ("version".into(), provider.version.clone()),
                ("alias".into(), provider.alias.clone().map_or(Value::Null(Type::String), Value::String)),
                ("name".into(), Value::String(provider.name.clone())),
                ("namespace".into(), Value::string(namespace)),
                ("address".into(), Value::string(address.as_str())),
            ]
            .into_iter()
            .chain(workspace())
            .collect();
            let judged = Judged { attrs: provider.attrs.clone(), prior: Value::NULL, meta };
            for (file, block) in self.of_kind(BlockKind::Provider, |pattern| pattern.matches(ty)) {
                let subject = Subject { address: address.as_str().into(), kind: ty.into(), span: provider.span };
                verdicts.extend(self.judge(file, block, &judged, subject).map(|(verdict, _)| verdict));
            }
        }
        verdicts
    }

    pub(super) fn of_kind(&self, kind: BlockKind, matches: impl Fn(&super::Pattern) -> bool) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (file_at, file) in self.policies.files.iter().enumerate() {
            for (block_at, block) in file.blocks.iter().enumerate() {
                if block.kind == kind && matches(&block.target) {
                    found.push((file_at, block_at));
                }
            }
        }
        found
    }
}

/// A module's source as written, and for one of a registry with the default host in front.
pub(super) fn matches_source(pattern: &super::Pattern, source: &str) -> bool {
    let bare = source.split("//").next().unwrap_or(source);
    let registry = !source.contains("::") && !source.starts_with('.') && bare.split('/').count() == 3;
    let full = |source: &str| format!("registry.terraform.io/{source}");
    pattern.matches(source)
        || (registry && (pattern.matches(&full(source)) || pattern.matches(bare) || pattern.matches(&full(bare))))
}

/// The operation that is judged; `None` where the block is not for what would be done.
pub(super) fn operation(block: &Block<'_>, action: Action) -> Option<&'static str> {
    const DEFAULT: [&str; 3] = ["create", "update", "no-op"];
    let listed = |name: &str| match &block.operations {
        Some(listed) if !listed.is_empty() => listed.iter().any(|known| known == name),
        _ => DEFAULT.contains(&name),
    };
    match action {
        Action::Configured if block.prior => None,
        Action::Configured => DEFAULT.into_iter().find(|name| listed(name)),
        Action::Create => Some("create").filter(|name| listed(name)),
        Action::Update => Some("update").filter(|name| listed(name)),
        Action::Delete => Some("delete").filter(|name| listed(name)),
        Action::NoOp => Some("no-op").filter(|name| listed(name)),
        Action::Read(_) => None,
    }
}

/// `meta` of a resource.
pub(super) fn meta_of(instance: &Instance, operation: &str) -> Fields {
    let module = &instance.address.module;
    let path = if module.is_root() { ".".to_owned() } else { module.to_string() };
    [
        (Str::from("type"), Value::String(instance.address.resource.ty.clone())),
        ("provider_type".into(), Value::String(instance.provider.clone())),
        ("operation".into(), Value::string(operation)),
        ("module_path".into(), Value::string(path)),
        ("address".into(), Value::string(instance.address.to_string())),
    ]
    .into_iter()
    .chain(workspace())
    .collect()
}

/// What `meta` says of workspaces and stacks outside of them: nothing.
pub(super) fn workspace() -> [(Str, Value); 2] {
    let tags = [(Str::from("tags"), Value::map(Type::String, Fields::new()))];
    let stack = ["stack_name", "deployment_name", "deployment_group"].map(|name| (Str::from(name), Value::string("")));
    [
        ("tfe_workspace".into(), Value::object(tags.into_iter().collect())),
        ("tfe_stack".into(), Value::object(stack.into_iter().collect())),
    ]
}

/// What a person reads of a judgement.
fn messages(judgement: &Judgement, names: &Names<'_, '_>, block: &Block<'_>, session: &Session<'_>) -> Vec<Str> {
    if judgement.outcome != Outcome::Fail {
        return judgement.words.clone();
    }
    let evaluator = Evaluator::new(names, session);
    judgement
        .open
        .iter()
        .filter(|(_, outcome)| *outcome == Outcome::Fail)
        .map(|(at, _)| match block.enforces[*at].error_message {
            Some(expr) => message(&evaluator, expr).into(),
            None => format!("`{}` is violated", block.address()).into(),
        })
        .collect()
}

fn causes_of(causes: &Causes) -> Arc<Vec<Cause>> {
    Arc::new(causes.iter().cloned().collect())
}
