//! From trees to the configuration of a run.

use std::path::PathBuf;

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::diag::Diagnostic;

use super::Config;
use super::blocks;
use super::calls::Modules;
use super::inputs::{self, Inputs};
use super::manifest;
use super::module::{Root, Source};
use super::roots::{cut_circles, roots};
use super::sources::Sources;

/// The configuration of a run: every module with what it declares, what its calls lead to, and the root modules with
/// their inputs. What Terraform refuses is in the diagnostics, by path and position, as are all errors of the files
/// that were read; it costs no more than the block it is in.
pub fn load<'s>(sources: &'s Sources, inputs: &Inputs) -> (Config<'s>, Vec<Diagnostic>) {
    let named: Vec<bool> = sources.directories(0).map(|parsed| parsed.directory.named).collect();
    let mut modules = Modules::new(sources);
    let ids = roots(&modules.list, &named);
    cut_circles(&mut modules.list, &ids, &mut modules.out);
    let targets = modules.install(&ids, inputs);
    modules.check_installed(&ids, &targets);
    check_imports(&mut modules, &targets);
    let Modules { mut list, mut out, .. } = modules;

    let mut wrong_inputs = Vec::new();
    let given = inputs::given(sources, inputs, &mut wrong_inputs);
    let mut roots = Vec::with_capacity(ids.len());
    for (id, targets) in ids.into_iter().zip(targets) {
        let module = &mut list[id.0 as usize];
        let Some(parsed) = sources.directory(&module.real) else {
            continue;
        };
        let mut wrong_lock = Vec::new();
        let locked = manifest::locked(sources, parsed, &mut wrong_lock);
        out.extend(wrong_lock.into_iter().map(Diagnostic::without_place));
        for requirement in module.requirements.values_mut() {
            requirement.locked = locked.get(&manifest::provider_address(&requirement.source)).cloned();
        }
        let backend = module.backend.iter().filter(|backend| backend.kind != "cloud");
        backend.for_each(|backend| blocks::check_backend(backend, &mut out));
        let (values, damage) = inputs::of_root(sources, parsed, module, &given, &mut wrong_inputs);
        let workspace = inputs.workspace.clone();
        roots.push(Root { module: id, inputs: values, damage, workspace, targets, locked });
    }
    let root_modules: Vec<_> = roots.iter().map(|root| &list[root.module.0 as usize]).collect();
    inputs::check_given(&given, &root_modules, &mut wrong_inputs);
    out.extend_from_slice(&wrong_inputs);
    sort(sources, &mut out);
    (Config { modules: list, roots, wrong_inputs }, out)
}

/// Only a root module may import.
fn check_imports(modules: &mut Modules<'_>, targets: &[IndexMap<Str, Source>]) {
    let calls = modules.list.iter().flat_map(|module| module.calls.values().map(|call| &call.source));
    let mut called = vec![false; modules.list.len()];
    for source in calls.chain(targets.iter().flat_map(|targets| targets.values())) {
        if let Source::Found(id, _) = source {
            called[id.0 as usize] = true;
        }
    }
    let called = modules.list.iter().zip(called).filter(|(_, called)| *called);
    modules.out.extend(called.filter_map(|(module, _)| module.imports.first()).map(|import| {
        Diagnostic::error("misplaced-block", "only a root module may have `import` blocks, and this one is called")
            .at(import.span, "")
            .help("write the block in the root module, with the address `module.name.…`")
    }));
}

/// By path, then by position; each once.
fn sort(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_cached_key(|diagnostic| {
        let span = diagnostic.span();
        let path = span.map(|span| sources.map().get(span.file).path().to_path_buf());
        let path: Option<PathBuf> = path.or_else(|| diagnostic.path.clone());
        (path, span.map(|span| (span.start, span.end)), Str::from(diagnostic.message.as_str()))
    });
    diagnostics.dedup();
}
