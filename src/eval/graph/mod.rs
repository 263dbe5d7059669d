//! What waits for what: the graph that Terraform walks, one node a declaration of every module call, whatever its
//! instances.
//!
//! Values are evaluated when they are asked for. The graph is for what Terraform says because it goes the other way: a
//! circle is refused even where no value would ever go through it, and what waits for something that fails is not looked
//! at.

mod build;
mod circles;
mod providers;
mod references;

use std::collections::{HashMap, HashSet};

use crate::addrs::{Mode, Str};
use crate::config::{Call, Module};
use crate::diag::{Diagnostic, Severity};
use crate::source::{FileId, Span};

use super::validate::calls::wrong_arguments;

/// Beyond so many nodes there is no graph.
const MOST: usize = 100_000;

/// What a node is of, in its module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key<'c> {
    Variable(&'c str),
    /// The `validation` blocks of a variable, which are evaluated after it.
    Validation(&'c str),
    Local(&'c str),
    Output(&'c str),
    Resource(Mode, &'c str, &'c str),
    /// By its place among the configurations of the module.
    Provider(usize),
    /// By its place among the checks of the module.
    Check(usize),
    /// The call itself: which instances there are.
    Expand,
    /// Everything in the module.
    Close,
}

/// A module as one call has it; the first is the root module.
struct Scope<'c> {
    module: &'c Module<'c>,
    /// The scope that calls it, and how.
    caller: Option<(usize, &'c Call<'c>)>,
    nodes: HashMap<Key<'c>, usize>,
    /// The scopes of its calls.
    children: HashMap<&'c str, usize>,
}

/// The graph of a root module.
pub(super) struct Graph<'c> {
    scopes: Vec<Scope<'c>>,
    /// Scope and key of each node.
    nodes: Vec<(usize, Key<'c>)>,
    /// What each node waits for.
    waits: Vec<Vec<usize>>,
    /// What each node is written in, by file.
    places: HashMap<FileId, Vec<(Span, usize)>>,
}

impl<'c> Graph<'c> {
    /// The address of a node, as Terraform prints it in circles.
    fn address(&self, node: usize) -> String {
        let (scope, key) = self.nodes[node];
        let path = self.path(scope);
        let within = |name: String| if path.is_empty() { name } else { format!("{path}.{name}") };
        match key {
            Key::Variable(name) if path.is_empty() => format!("var.{name}"),
            Key::Variable(name) => format!("{path}.var.{name} (expand)"),
            Key::Validation(name) => within(format!("var.{name} (validation)")),
            Key::Local(name) => within(format!("local.{name} (expand)")),
            Key::Output(name) => within(format!("output.{name} (expand)")),
            Key::Resource(Mode::Managed, ty, name) => within(format!("{ty}.{name}")),
            Key::Resource(Mode::Data, ty, name) => within(format!("data.{ty}.{name}")),
            Key::Resource(Mode::Ephemeral, ty, name) => within(format!("ephemeral.{ty}.{name}")),
            Key::Provider(at) => within(format!("provider.{}", self.scopes[scope].module.providers[at].name)),
            Key::Check(at) => within(format!("check.{}", self.scopes[scope].module.checks[at].name)),
            Key::Expand => format!("{path} (expand)"),
            Key::Close => format!("{path} (close)"),
        }
    }

    fn path(&self, mut scope: usize) -> Str {
        let mut names = Vec::new();
        while let Some((caller, call)) = self.scopes[scope].caller {
            names.push(call.name);
            scope = caller;
        }
        let names: Vec<String> = names.into_iter().rev().map(|name| format!("module.{name}")).collect();
        names.join(".").into()
    }

    /// The nodes that a diagnostic is about: several where a module is called several times.
    fn about(&self, diagnostic: &Diagnostic) -> Vec<usize> {
        // A validation is told of at the variable, and the condition is shown beside it.
        let label = match diagnostic.code {
            "invalid-value" => diagnostic.labels.last(),
            _ => diagnostic.labels.first(),
        };
        let Some(span) = label.map(|label| label.span) else { return Vec::new() };
        let Some(places) = self.places.get(&span.file) else { return Vec::new() };
        let around = |place: Span| place.start <= span.start && span.end <= place.end;
        // Of what is in one another the smallest counts.
        let smallest = places.iter().map(|(place, _)| *place).filter(|place| around(*place));
        let Some(smallest) = smallest.min_by_key(|place| place.end - place.start) else { return Vec::new() };
        places.iter().filter(|(place, _)| *place == smallest).map(|(_, node)| *node).collect()
    }

    /// Why Terraform does not even begin to walk: what it finds one thing after the other, and then tells nothing else.
    pub fn refused(&self) -> Vec<Diagnostic> {
        let stages: [&dyn Fn() -> Vec<Diagnostic>; 3] =
            [&|| self.wrong_arguments(), &|| self.missing_providers().into_iter().collect(), &|| self.circles()];
        stages.iter().map(|stage| stage()).find(|wrong| !wrong.is_empty()).unwrap_or_default()
    }

    /// The arguments of the first call that has wrong ones.
    fn wrong_arguments(&self) -> Vec<Diagnostic> {
        let calls = self.scopes.iter().filter_map(|scope| scope.caller.map(|(_, call)| (call, scope.module)));
        let wrong = calls.map(|(call, module)| wrong_arguments(call, module));
        wrong.into_iter().find(|wrong| !wrong.is_empty()).unwrap_or_default()
    }

    /// Leaves out what Terraform does not come to, because what it waits for has failed, or because nothing uses it.
    /// `every`: what is wrong with a module is wrong in all of its calls.
    pub fn reached(&self, diagnostics: &mut Vec<Diagnostic>, every: bool) {
        let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); self.nodes.len()];
        for (node, waits) in self.waits.iter().enumerate() {
            waits.iter().for_each(|on| waiting[*on].push(node));
        }
        let about: Vec<Vec<usize>> = diagnostics.iter().map(|diagnostic| self.about(diagnostic)).collect();
        let all = || diagnostics.iter().zip(&about);
        let failing = all().filter(|(one, nodes)| one.severity == Severity::Error && (every || nodes.len() == 1));
        let mut open: Vec<usize> = failing.flat_map(|(_, nodes)| nodes.iter().copied()).collect();
        let unused = |node: &usize| matches!(self.nodes[*node].1, Key::Provider(_)) && waiting[*node].is_empty();
        let mut blocked: Vec<bool> = (0..self.nodes.len()).map(|node| unused(&node)).collect();
        while let Some(node) = open.pop() {
            for next in &waiting[node] {
                if !std::mem::replace(&mut blocked[*next], true) {
                    open.push(*next);
                }
            }
        }
        // A resource whose precondition fails is not planned.
        let failed = all().filter(|(one, nodes)| one.code == "failed-precondition" && nodes.len() == 1);
        let failed: HashSet<usize> = failed.map(|(_, nodes)| nodes[0]).collect();
        let mut about = about.iter();
        diagnostics.retain(|one| {
            let nodes = about.next().map_or(&[][..], Vec::as_slice);
            let circle = one.code == "cycle";
            let unplanned = one.code == "expression" && nodes.iter().any(|node| failed.contains(node));
            !circle && !unplanned && (nodes.is_empty() || nodes.iter().any(|node| !blocked[*node]))
        });
    }
}
