//! Which modules are roots, and where calls lead in circles.

use crate::diag::{Diagnostic, Label};

use super::module::{Module, ModuleId, Source};

/// The module that a call leads to in every root module.
fn target(source: &Source) -> Option<ModuleId> {
    match source {
        Source::Found(id, _) => Some(*id),
        Source::Missing(_) => None,
    }
}

/// Marks the modules that a module reaches, itself included; those that were not marked before.
pub(super) fn reach(modules: &[Module<'_>], from: ModuleId, reached: &mut [bool]) -> Vec<ModuleId> {
    let mut new = Vec::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut reached[id.0 as usize], true) {
            new.push(id);
            open.extend(modules[id.0 as usize].calls.values().filter_map(|call| target(&call.source)));
        }
    }
    new
}

/// The root modules among the first ones, which are sorted by path: those that are `named`, those that no other of
/// them calls, and of those that call each other in circles, and that no root reaches, the first.
pub(super) fn roots(modules: &[Module<'_>], named: &[bool]) -> Vec<ModuleId> {
    let mut called = vec![false; modules.len()];
    for (caller, module) in modules.iter().enumerate().take(named.len()) {
        for callee in module.calls.values().filter_map(|call| target(&call.source)) {
            called[callee.0 as usize] |= callee.0 as usize != caller;
        }
    }
    let ids = || (0..named.len()).map(|at| ModuleId(at as u32));
    let mut roots: Vec<_> = ids().filter(|id| named[id.0 as usize] || !called[id.0 as usize]).collect();
    let mut reached = vec![false; modules.len()];
    roots.iter().for_each(|root| drop(reach(modules, *root, &mut reached)));
    for id in ids() {
        if !reached[id.0 as usize] {
            roots.push(id);
            reach(modules, id, &mut reached);
        }
    }
    roots.sort();
    roots
}

/// How far the search for circles has come with a module.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Unseen,
    Open,
    Done,
}

/// Takes out the calls that close a circle, so that what is left has none; the search starts at the given modules.
pub(super) fn cut_circles(modules: &mut [Module<'_>], starts: &[ModuleId], out: &mut Vec<Diagnostic>) {
    let mut states = vec![State::Unseen; modules.len()];
    let others = (0..modules.len()).map(|at| ModuleId(at as u32));
    for start in starts.iter().copied().chain(others) {
        if states[start.0 as usize] != State::Unseen {
            continue;
        }
        states[start.0 as usize] = State::Open;
        // The way from the start: modules with the call at which each is left.
        let mut way = vec![(start, 0)];
        while let Some((id, next)) = way.last_mut() {
            let (id, at) = (*id, *next);
            *next += 1;
            let Some((_, call)) = modules[id.0 as usize].calls.get_index(at) else {
                states[id.0 as usize] = State::Done;
                way.pop();
                continue;
            };
            let Some(callee) = target(&call.source) else {
                continue;
            };
            match states[callee.0 as usize] {
                State::Done => {}
                State::Unseen => {
                    states[callee.0 as usize] = State::Open;
                    way.push((callee, 0));
                }
                State::Open => {
                    let first = way.iter().position(|(id, _)| *id == callee).unwrap_or_default();
                    out.push(circle(modules, &way[first..]));
                    if let Some((_, call)) = modules[id.0 as usize].calls.get_index_mut(at) {
                        call.source = Source::Missing("the module calls itself".into());
                    }
                }
            }
        }
    }
}

/// A module calls itself, by way of others or not. Of a long way only its ends are shown.
fn circle(modules: &[Module<'_>], way: &[(ModuleId, usize)]) -> Diagnostic {
    const ENDS: usize = 4;
    let module = |(id, _): &(ModuleId, usize)| &modules[id.0 as usize];
    let span = |step: &(ModuleId, usize)| {
        let (_, call) = module(step).calls.get_index(step.1 - 1)?;
        Some(call.source_text.as_ref().map_or(call.span, |(_, span)| *span))
    };
    let (first, last) = way.split_at(way.len().saturating_sub(ENDS).min(ENDS));
    let last = &last[last.len().saturating_sub(ENDS)..];
    let mut names: Vec<String> = first.iter().map(|step| shown(module(step))).collect();
    if first.len() + last.len() < way.len() {
        names.push("…".into());
    }
    names.extend(last.iter().chain(&way[..1]).map(|step| shown(module(step))));
    let mut diagnostic = Diagnostic::error("module-cycle", format!("module `{}` calls itself", shown(module(&way[0]))));
    for (at, step) in last.iter().rev().chain(first).enumerate() {
        let text = if at == 0 { "this call closes the circle" } else { "" };
        diagnostic.labels.extend(span(step).map(|span| Label { span, text: text.into() }));
    }
    diagnostic
        .without_place()
        .note(format!("the circle is {}", names.join(" → ")))
        .help("take the call out; a module cannot contain itself")
}

/// The directory of a module as it is written in messages.
pub(super) fn shown(module: &Module<'_>) -> String {
    match module.dir.as_os_str().is_empty() {
        true => ".".into(),
        false => module.dir.display().to_string(),
    }
}
