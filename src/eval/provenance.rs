//! Where values come from, for those that ask after a verdict.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::addrs::{InstanceKey, Path, ResourceInstance, Step, Str};
use crate::config::Resource;
use crate::lang::{Mention, mentions};
use crate::plan::{Provenance, Trace};
use crate::source::Span;
use crate::syntax::{Body, Expr};

use super::body;
use super::instance::ModuleInstance;
use super::resource::ResourceKey;
use super::world::World;

/// At most this many places are told of one value.
const MAX_TRACE: usize = 8;

/// Answers from the configuration of a world.
pub(super) struct Traces<'c> {
    world: World<'c>,
    /// What expressions refer to, by where they stand: one is asked for again with each instance of its block.
    mentions: RefCell<HashMap<Span, Rc<[Mention<'c>]>>>,
}

impl<'c> Traces<'c> {
    pub fn new(world: World<'c>) -> Self {
        Traces { world, mentions: RefCell::default() }
    }

    fn mentions(&self, expr: Expr<'c>) -> Rc<[Mention<'c>]> {
        self.mentions.borrow_mut().entry(expr.span()).or_insert_with(|| mentions(expr).into()).clone()
    }

    fn refers_to_each(&self, expr: Expr<'c>) -> bool {
        self.mentions(expr).iter().any(|mention| matches!(mention.root.name, "each" | "count"))
    }

    /// The instance of the module that an address is in.
    fn module(&self, address: &ResourceInstance) -> Option<&ModuleInstance<'c>> {
        let mut module = self.world.root_instance();
        for step in address.module.steps() {
            let (at, _, call) = module.module.calls.get_full(step.name.as_str())?;
            let children = self.world.children(module, at, call, call.span).ok()?;
            let index = children.expansion.position(&step.key)?;
            module = self.world.instance(*children.ids.as_ref()?.get(index)?);
        }
        Some(module)
    }

    fn resource(&self, address: &ResourceInstance) -> Option<(&ModuleInstance<'c>, &'c Resource<'c>)> {
        let module = self.module(address)?;
        let key = ResourceKey(address.resource.mode, &address.resource.ty, &address.resource.name);
        Some((module, module.module.resources.get(&key)?))
    }
}

impl Provenance for Traces<'_> {
    fn trace(&self, instance: &ResourceInstance, path: &Path) -> Vec<Trace> {
        let mut traces = Vec::new();
        let Some((module, resource)) = self.resource(instance) else { return traces };
        let Some((what, expr, span)) = written(resource, path) else { return traces };
        traces.push(Trace { what: what.clone(), span, note: Str::new() });
        if let Some(expr) = expr {
            let each = match resource.for_each.or(resource.count) {
                Some(each) if self.refers_to_each(expr) => Some(each),
                _ => None,
            };
            self.follow(module, expr, &mut traces);
            if let Some(each) = each {
                self.follow(module, each, &mut traces);
            }
        }
        traces.truncate(MAX_TRACE);
        traces
    }
}

impl<'c> Traces<'c> {
    /// What an expression refers to, nearest first: locals and variables to where their values are written.
    fn follow(&self, module: &ModuleInstance<'c>, expr: Expr<'c>, traces: &mut Vec<Trace>) {
        for mention in self.mentions(expr).iter() {
            if traces.len() >= MAX_TRACE {
                return;
            }
            let (root, span) = (mention.root.name, mention.span);
            let Some(name) = mention.name(0).map(|ident| ident.name) else { continue };
            match root {
                "local" => {
                    let Some(local) = module.module.locals.get(name) else { continue };
                    if push(traces, format!("local.{name}"), local.span, "") {
                        self.follow(module, local.expr, traces);
                    }
                }
                "var" => self.follow_variable(module, name, traces),
                "module" => {
                    let Some(call) = module.module.calls.get(name) else { continue };
                    push(traces, format!("module.{name}"), call.span, "");
                }
                "each" | "count" | "path" | "terraform" | "self" => {}
                _ => {
                    push(traces, format!("{root}.{name}"), span, "");
                }
            }
        }
    }

    fn follow_variable(&self, module: &ModuleInstance<'c>, name: &str, traces: &mut Vec<Trace>) {
        let Some(variable) = module.module.variables.get(name) else { return };
        if let Some((parent, caller)) = self.world.caller(module) {
            if let Some(argument) = caller.call.body.attribute(name) {
                if push(traces, format!("var.{name}"), argument.span(), "given by the caller") {
                    self.follow(parent, argument.expr(), traces);
                }
                return;
            }
        } else if let Some(input) = self.world.root.inputs.get(name) {
            match input.source {
                crate::config::InputSource::File(span) => push(traces, format!("var.{name}"), span, "given here"),
                _ => push(traces, format!("var.{name}"), variable.span, "given on the command line"),
            };
            return;
        }
        match variable.default {
            Some(default) => push(traces, format!("var.{name}"), default.span(), "default"),
            None => push(traces, format!("var.{name}"), variable.span, "is not given"),
        };
    }
}

fn push(traces: &mut Vec<Trace>, what: String, span: Span, note: &str) -> bool {
    let trace = Trace { what: what.into(), span, note: note.into() };
    let new = !traces.contains(&trace);
    if new {
        traces.push(trace);
    }
    new
}

/// Where the value at a path is written in a resource: its name, its expression if it is an argument, and the place.
fn written<'c>(resource: &'c Resource<'c>, path: &Path) -> Option<(Str, Option<Expr<'c>>, Span)> {
    let Some(Step::Attr(first)) = path.first() else { return None };
    if let Some(attribute) = resource.body.attribute(first) {
        return Some((first.clone(), Some(attribute.expr()), attribute.span()));
    }
    let blocks: Vec<_> =
        body::blocks(&resource.body).into_iter().filter(|block| body::block_type(*block) == first.as_str()).collect();
    let index = match path.get(1) {
        Some(Step::Index(InstanceKey::Int(index))) => *index as usize,
        _ => 0,
    };
    // A dynamic block makes any number of blocks: its own place stands for each.
    let block = blocks.get(index).or_else(|| blocks.last())?;
    let content = content_of(*block);
    let rest = &path[1..];
    let rest = if matches!(rest.first(), Some(Step::Index(_))) { &rest[1..] } else { rest };
    nested(content, rest).or(Some((first.clone(), None, block.header())))
}

fn content_of<'s>(block: crate::syntax::Block<'s>) -> Body<'s> {
    match block.ty().name {
        "dynamic" => {
            block.body().blocks_of("content", 0).into_iter().next().map_or(block.body(), |content| content.body())
        }
        _ => block.body(),
    }
}

fn nested<'s>(body: Body<'s>, path: &[Step]) -> Option<(Str, Option<Expr<'s>>, Span)> {
    let Some(Step::Attr(first)) = path.first() else { return None };
    if let Some(attribute) = body.attribute(first) {
        return Some((first.clone(), Some(attribute.expr()), attribute.span()));
    }
    let blocks: Vec<_> = body.blocks().filter(|block| body::block_type(*block) == first.as_str()).collect();
    let (index, rest) = match path.get(1) {
        Some(Step::Index(InstanceKey::Int(index))) => (*index as usize, &path[2..]),
        Some(Step::Index(_)) => (0, &path[2..]),
        _ => (0, &path[1..]),
    };
    let block = blocks.get(index).or_else(|| blocks.last())?;
    nested(content_of(*block), rest).or(Some((first.clone(), None, block.header())))
}
