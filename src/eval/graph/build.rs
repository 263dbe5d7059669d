//! The nodes of a root module, and what each waits for.

use std::collections::HashMap;

use crate::config::{Body, Call, Config, Module, Root, Source};
use crate::source::Span;

use super::{Graph, Key, MOST, Scope};

impl<'c> Graph<'c> {
    /// The graph of a root module; none where it would be too large.
    pub fn of(config: &'c Config<'c>, root: &'c Root<'c>) -> Option<Self> {
        let mut graph = Graph { scopes: Vec::new(), nodes: Vec::new(), waits: Vec::new(), places: HashMap::new() };
        graph.scope(config.module(root.module), None);
        let mut at = 0;
        while at < graph.scopes.len() {
            let module = graph.scopes[at].module;
            let path = graph.names(at);
            for call in module.calls.values() {
                if let Source::Found(id, _) = config.target(root, &path, call) {
                    let child = graph.scope(config.module(*id), Some((at, call)));
                    graph.scopes[at].children.insert(call.name, child);
                }
            }
            at += 1;
            if graph.nodes.len() > MOST {
                return None;
            }
        }
        graph.waits = (0..graph.nodes.len()).map(|node| graph.waits_of(node)).collect();
        Some(graph)
    }

    /// The names of the calls that lead to a scope.
    fn names(&self, mut scope: usize) -> Vec<&'c str> {
        let mut names = Vec::new();
        while let Some((caller, call)) = self.scopes[scope].caller {
            names.push(call.name);
            scope = caller;
        }
        names.reverse();
        names
    }

    fn scope(&mut self, module: &'c Module<'c>, caller: Option<(usize, &'c Call<'c>)>) -> usize {
        let scope = self.scopes.len();
        self.scopes.push(Scope { module, caller, nodes: HashMap::new(), children: HashMap::new() });
        let argument = |name: &str| caller.and_then(|(_, call)| call.body.attribute(name)).map(|one| one.span());
        for (name, variable) in &module.variables {
            let exprs = variable.ty.into_iter().chain(variable.default).map(|expr| expr.span());
            let places = exprs.chain([variable.span]).chain(argument(name));
            self.node(scope, Key::Variable(name), places);
            if !variable.validations.is_empty() {
                let rules = variable.validations.iter().flat_map(|one| rule(one).chain([variable.span]));
                self.node(scope, Key::Validation(name), rules);
            }
        }
        for (name, local) in &module.locals {
            self.node(scope, Key::Local(name), [local.span]);
        }
        for (name, output) in &module.outputs {
            let exprs = output.value.iter().chain(&output.depends_on).map(|expr| expr.span());
            let places = exprs.chain(output.preconditions.iter().flat_map(rule)).chain([output.span]);
            self.node(scope, Key::Output(name), places);
        }
        for (key, resource) in &module.resources {
            let places = body(&resource.body).chain([resource.span]);
            self.node(scope, Key::Resource(key.0, key.1, key.2), places);
        }
        for (at, provider) in module.providers.iter().enumerate() {
            self.node(scope, Key::Provider(at), body(&provider.body).chain([provider.span]));
        }
        for (at, check) in module.checks.iter().enumerate() {
            self.node(scope, Key::Check(at), check.asserts.iter().flat_map(rule));
        }
        if let Some((_, call)) = caller {
            let exprs = call.count.iter().chain(&call.for_each).chain(&call.depends_on).map(|expr| expr.span());
            self.node(scope, Key::Expand, exprs.chain([call.span]));
            self.node(scope, Key::Close, []);
        }
        scope
    }

    fn node(&mut self, scope: usize, key: Key<'c>, places: impl IntoIterator<Item = Span>) {
        let node = self.nodes.len();
        self.nodes.push((scope, key));
        self.scopes[scope].nodes.insert(key, node);
        for place in places {
            self.places.entry(place.file).or_default().push((place, node));
        }
    }

    fn waits_of(&self, node: usize) -> Vec<usize> {
        let (scope, key) = self.nodes[node];
        let own = &self.scopes[scope];
        let mut to: Vec<usize> = own.nodes.get(&Key::Expand).copied().into_iter().collect();
        match key {
            Key::Variable(name) => {
                if let Some((caller, call)) = own.caller
                    && let Some(argument) = call.body.attribute(name)
                {
                    self.expression(caller, argument.expr(), &mut to);
                }
            }
            Key::Validation(name) => {
                to.extend(own.nodes.get(&Key::Variable(name)));
                self.rules(scope, &own.module.variables[name].validations, &mut to);
            }
            Key::Local(name) => self.expression(scope, own.module.locals[name].expr, &mut to),
            Key::Output(name) => {
                let output = &own.module.outputs[name];
                output.value.iter().chain(&output.depends_on).for_each(|expr| self.expression(scope, *expr, &mut to));
                self.rules(scope, &output.preconditions, &mut to);
            }
            Key::Resource(mode, ty, name) => {
                let resource = &own.module.resources[&(mode, ty, name)];
                self.content(scope, &resource.body, &mut to);
                let lifecycle = &resource.lifecycle;
                let references = resource.depends_on.iter().chain(&lifecycle.replace_triggered_by);
                references.for_each(|expr| self.expression(scope, *expr, &mut to));
                let implied = || ty.split('_').next().unwrap_or(ty);
                let (provider, alias) = resource.provider.unwrap_or_else(|| (implied(), None));
                to.extend(self.provider(scope, provider, alias));
            }
            Key::Provider(at) => self.content(scope, &own.module.providers[at].body, &mut to),
            Key::Check(at) => self.rules(scope, &own.module.checks[at].asserts, &mut to),
            Key::Expand => {
                to.clear();
                if let Some((caller, call)) = own.caller {
                    to.extend(self.scopes[caller].nodes.get(&Key::Expand));
                    let exprs = call.count.iter().chain(&call.for_each).chain(&call.depends_on);
                    exprs.for_each(|expr| self.expression(caller, *expr, &mut to));
                }
            }
            Key::Close => {
                let all = own.nodes.iter().filter(|(key, _)| !matches!(key, Key::Provider(_) | Key::Close));
                to.extend(all.map(|(_, node)| *node));
                to.extend(own.children.values().filter_map(|child| self.scopes[*child].nodes.get(&Key::Close)));
            }
        }
        to.sort_unstable();
        to.dedup();
        // That something refers to itself is told of otherwise.
        to.retain(|on| *on != node);
        to
    }

    /// The configuration of a provider that a module uses: its own, or one that it is passed or inherits.
    fn provider(&self, mut scope: usize, name: &'c str, alias: Option<&'c str>) -> Option<usize> {
        let (mut name, mut alias) = (name, alias);
        loop {
            let own = &self.scopes[scope];
            let configured =
                |one: &crate::config::ProviderConfig<'_>| one.name == name && one.alias.as_deref() == alias;
            if let Some(at) = own.module.providers.iter().position(configured) {
                return own.nodes.get(&Key::Provider(at)).copied();
            }
            let (caller, call) = own.caller?;
            let passed = call.providers.iter().find(|passed| passed.inner == (name, alias));
            match passed {
                Some(passed) => (name, alias) = passed.outer,
                None if alias.is_none() => {}
                None => return None,
            }
            scope = caller;
        }
    }

    /// Whether a configuration of a provider is used by a resource.
    pub fn uses(&self, module: &Module<'_>, provider: usize) -> bool {
        let of_module = |scope: usize| {
            std::ptr::eq(std::ptr::from_ref(self.scopes[scope].module).cast::<()>(), std::ptr::from_ref(module).cast())
        };
        let is_it =
            |on: &usize| matches!(self.nodes[*on], (scope, Key::Provider(at)) if at == provider && of_module(scope));
        let resources = self.nodes.iter().zip(&self.waits).filter(|((_, key), _)| matches!(key, Key::Resource(..)));
        resources.into_iter().any(|(_, waits)| waits.iter().any(is_it))
    }
}

/// Where a condition and its message are.
fn rule(rule: &crate::config::Validation<'_>) -> impl Iterator<Item = Span> + use<> {
    [Some(rule.span), Some(rule.condition.span()), rule.message.map(|message| message.span())].into_iter().flatten()
}

/// Where the content of a block is.
fn body<'b>(body: &'b Body<'_>) -> impl Iterator<Item = Span> + 'b {
    [Some(body.base.span()), body.escaped.map(|body| body.span())]
        .into_iter()
        .flatten()
        .chain(body.overrides.iter().map(|body| body.span()))
}
