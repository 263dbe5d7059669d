//! The way of a run through the library's verbs.

use std::collections::HashSet;
use std::path::Path;

use rayon::prelude::*;

use crate::addrs::{Mode, Str};
use crate::config::{Config, Root, Sources};
use crate::control;
use crate::diag::Diagnostic;
use crate::eval::{self, Files, Wanted};
use crate::lang;
use crate::plan::Plan;
use crate::policy::{self, BlockKind, Pattern, Policies, Verdict};

/// What comes out of judging: verdicts, the root modules, what is wrong.
#[derive(Default)]
pub(super) struct Judged {
    pub verdicts: Vec<Verdict>,
    pub roots: Vec<control::Root>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether objects occur in a configuration, as the index of built-in policies asks.
pub(super) fn occurs(config: &Config<'_>) -> impl Fn(BlockKind, &Pattern) -> bool {
    let resources = config.modules.iter().flat_map(|module| module.resources.keys());
    let types: HashSet<Str> =
        resources.filter(|(mode, _, _)| *mode == Mode::Managed).map(|(_, ty, _)| Str::from(*ty)).collect();
    let providers: HashSet<Str> = config
        .modules
        .iter()
        .flat_map(|module| module.resources.keys().map(|(_, ty, _)| Str::from(ty.split('_').next().unwrap_or(ty))))
        .chain(config.modules.iter().flat_map(|module| module.providers.iter().map(|provider| provider.name.into())))
        .collect();
    let calls = config.modules.iter().any(|module| !module.calls.is_empty());
    move |kind, pattern| match (kind, pattern.exact()) {
        (BlockKind::Module, _) => calls,
        (BlockKind::Resource, Some(name)) => types.contains(name),
        (BlockKind::Resource, None) => types.iter().any(|ty| pattern.matches(ty)),
        (BlockKind::Provider, Some(name)) => providers.contains(name),
        (BlockKind::Provider, None) => providers.iter().any(|name| pattern.matches(name)),
    }
}

/// The same for plans.
pub(super) fn occurs_in<'a>(plans: &'a [Plan<'_>]) -> impl Fn(BlockKind, &Pattern) -> bool + 'a {
    move |kind, pattern| {
        plans.iter().any(|plan| match kind {
            BlockKind::Module => !plan.modules.is_empty(),
            BlockKind::Resource => plan.instances.iter().any(|one| pattern.matches(&one.address.resource.ty)),
            BlockKind::Provider => plan.providers.iter().any(|one| pattern.matches(&one.name)),
        })
    }
}

/// Plans and judges every root module in its language, all in parallel.
pub(super) fn configurations(
    sources: &Sources,
    config: &Config<'_>,
    policies: &Policies<'_>,
    language: &(dyn Fn(&Root<'_>) -> lang::Options + Sync),
) -> Judged {
    let interest = |ty: &str| policies.interest(ty);
    let wanted = Wanted::Types { interest: &interest, modules: policies.asks_for_modules() };
    let reach = eval::Reach::new(config, &wanted);
    let parts: Vec<Judged> = config
        .roots
        .par_iter()
        .map(|root| {
            let module = config.module(root.module);
            let files = Files::new(module.real.clone(), sources, false);
            // Policies have a language of their own: what version of Terraform runs is nothing to them.
            let judging = &policy::Options::default();
            let options = eval::Options { lang: language(root), aliases: true, ..Default::default() };
            let (plan, diagnostics) = eval::plan(config, root, &files, &wanted, &reach, options);
            let mut verdicts = policy::check(&plan, policies, judging);
            let names = policy::deciding(&verdicts);
            let case = eval::Case { config, root, files: &files, wanted: &wanted, reach: &reach, options };
            let cases = case.each(&names, &diagnostics, |plan| policy::check(plan, policies, judging));
            policy::settle(&mut verdicts, &cases);
            let described = control::Root {
                path: plan.root.clone(),
                key: key(sources, &module.real),
                first: sources
                    .directory(&module.real)
                    .and_then(|dir| Some(dir.files.first()?.1.file().span().at_start())),
                files: sources.directory(&module.real).map_or(0, |dir| dir.files.len()),
                resources: plan.instances.iter().filter(|one| one.address.resource.mode == Mode::Managed).count(),
                calls: module.calls.values().map(|call| (format!("module.{}", call.name).into(), call.span)).collect(),
            };
            Judged { verdicts, roots: vec![described], diagnostics }
        })
        .collect();
    gathered(parts)
}

/// Judges plans that were read from files.
pub(super) fn plans(plans: &[Plan<'_>], policies: &Policies<'_>, options: &policy::Options) -> Judged {
    let parts = plans
        .iter()
        .map(|plan| Judged {
            verdicts: policy::check(plan, policies, options),
            roots: vec![control::Root {
                path: plan.root.clone(),
                key: plan.root.clone(),
                files: 1,
                resources: plan.instances.len(),
                ..control::Root::default()
            }],
            diagnostics: Vec::new(),
        })
        .collect();
    gathered(parts)
}

fn gathered(parts: Vec<Judged>) -> Judged {
    let mut all = Judged::default();
    for part in parts {
        all.verdicts.extend(part.verdicts);
        all.roots.extend(part.roots);
        all.diagnostics.extend(part.diagnostics);
    }
    // Several roots may say the same of a module that they share.
    let mut seen = HashSet::new();
    all.diagnostics.retain(|diagnostic| seen.insert(diagnostic.clone()));
    all
}

/// The path of a directory in its repository, which names it from run to run.
fn key(sources: &Sources, real: &Path) -> Str {
    let inside = match sources.boundary().repository_of(real) {
        Some(repository) => real.strip_prefix(repository).unwrap_or(real),
        None => real,
    };
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    if parts.is_empty() { Str::from(".") } else { parts.join("/").into() }
}
