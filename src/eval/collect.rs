//! The plan of a root module: everything that is wanted, gathered module by module.

use crate::addrs::{Mode, Str};
use crate::config::{Config, Root, Source};
use crate::diag::{Diagnostic, Severity};
use crate::plan::{Action, Existence, Gap, Instance, Interest, Late, ModuleCall, Plan};
use crate::source::Span;
use crate::syntax::Expr;
use crate::value::{CauseKind, Causes, Fields, Object, Shape, Type, Unknown, Value};

use super::blocks;
use super::graph::Graph;
use super::host::Files;
use super::instance::{Children, Each, Expansion, ModuleInstance};
use super::names::Names;
use super::provenance::Traces;
use super::reads::{self, Dependency, LateReads};
use super::resource::{Subject, members};
use super::variable::damage_causes;
use super::wanted::{Reach, Wanted};
use super::world::{Options, World};

/// The plan of one root module, as far as it is wanted, and what is wrong on the way.
pub fn plan<'c>(
    config: &'c Config<'c>,
    root: &'c Root<'c>,
    files: &'c Files<'c>,
    wanted: &Wanted<'_>,
    reach: &Reach,
    options: Options,
) -> (Plan<'c>, Vec<Diagnostic>) {
    if !options.strict {
        return planned(config, root, files, wanted, reach, options, None);
    }
    let graph = Graph::of(config, root);
    let graph = graph.as_ref();
    let refused = graph.map(Graph::refused).unwrap_or_default();
    if !refused.is_empty() {
        return (Plan::default(), refused);
    }
    // Terraform looks at the values of a configuration only if it is valid for all of them.
    let invalid = |partial: bool| {
        let files = Files { partial, ..files.clone() };
        let mut invalid = validate(config, root, &files, wanted, reach, options, graph);
        graph.iter().for_each(|graph| graph.reached(&mut invalid, true));
        invalid
    };
    let wrong = invalid(false);
    if !wrong.is_empty() && !invalid(true).is_empty() {
        return (Plan::default(), wrong);
    }
    let (plan, mut diagnostics) = planned(config, root, files, wanted, reach, options, graph);
    // A file that only something without instances reads is not missed: it may not be a part of what is at hand.
    if diagnostics.iter().any(|one| wrong.iter().any(|other| other.span() == one.span())) {
        return (plan, wrong);
    }
    graph.iter().for_each(|graph| graph.reached(&mut diagnostics, false));
    (plan, diagnostics)
}

/// Provider configurations that modules cannot be passed, and providers that cannot be had as they are asked for: what
/// Terraform finds before it looks at what the root module is given.
pub fn unfit_providers<'c>(config: &'c Config<'c>, root: &'c Root<'c>) -> Vec<Diagnostic> {
    let Some(graph) = Graph::of(config, root) else { return Vec::new() };
    let wrong = graph.wrong_providers();
    if wrong.is_empty() { graph.impossible_providers() } else { wrong }
}

/// Defaults of variables that do not fit their types.
pub fn wrong_defaults<'c>(config: &'c Config<'c>, root: &'c Root<'c>, files: &'c Files<'c>) -> Vec<Diagnostic> {
    let world = World::new(config, root, files, Options { strict: true, ..Options::default() });
    world.defaults();
    world.take_diagnostics()
}

fn planned<'c>(
    config: &'c Config<'c>,
    root: &'c Root<'c>,
    files: &'c Files<'c>,
    wanted: &Wanted<'_>,
    reach: &Reach,
    options: Options,
    graph: Option<&Graph<'c>>,
) -> (Plan<'c>, Vec<Diagnostic>) {
    let world = World::new(config, root, files, options);
    let plan = Plan { root: shown(&config.module(root.module).dir), ..Plan::default() };
    if options.unset {
        world.validate(graph);
    } else if options.strict {
        world.removals();
        let wrong = world.take_diagnostics();
        if !wrong.is_empty() {
            return (plan, wrong);
        }
        let wrong = world.wrong_moves();
        if !wrong.is_empty() {
            return (plan, wrong);
        }
        world.imports();
        let wrong = world.take_diagnostics();
        if !wrong.is_empty() {
            return (plan, wrong);
        }
        world.undeclared_imports();
    }
    let mut gathered = Gathered { wanted, reach, plan, depending: Vec::new(), open: Vec::new() };
    world.collect(world.root_instance(), &[], &mut gathered);
    let Gathered { mut plan, depending, open, .. } = gathered;
    world.providers(&mut plan);
    if wanted.everything() {
        let late = reads::mark(&mut plan, &depending);
        world.root_values(&mut plan);
        if options.strict {
            world.gone(&mut plan);
            world.refuse(&open, &late);
        }
    }
    plan.instances.sort_by(|a, b| a.address.cmp(&b.address));
    plan.modules.sort_by(|a, b| a.address.cmp(&b.address));
    let diagnostics = world.take_diagnostics();
    plan.provenance = Some(Box::new(Traces::new(world)));
    (plan, diagnostics)
}

/// What is wrong whatever the values are.
fn validate<'c>(
    config: &'c Config<'c>,
    root: &'c Root<'c>,
    files: &Files<'c>,
    wanted: &Wanted<'_>,
    reach: &Reach,
    options: Options,
    graph: Option<&Graph<'c>>,
) -> Vec<Diagnostic> {
    let (_, mut invalid) = planned(config, root, files, wanted, reach, Options { unset: true, ..options }, graph);
    invalid.retain(|diagnostic| diagnostic.severity == Severity::Error && !LATER.contains(&diagnostic.code));
    invalid
}

/// What Terraform finds only in a configuration that is valid.
const LATER: &[&str] =
    &["unknown-instances", "invalid-value", "failed-precondition", "failed-postcondition", "failed-check"];

/// A plan while it is made.
struct Gathered<'p, 'w> {
    wanted: &'w Wanted<'w>,
    reach: &'w Reach,
    plan: Plan<'p>,
    /// Data sources by their place among the instances, and what they say that they depend on.
    depending: Vec<(usize, Vec<Dependency>)>,
    /// Where a `count` or `for_each` is not known, and why.
    open: Vec<(Span, Causes)>,
}

/// A directory as it is shown: never empty.
fn shown(dir: &std::path::Path) -> Str {
    let text = dir.to_string_lossy();
    if text.is_empty() { Str::from(".") } else { text.as_ref().into() }
}

impl<'c> World<'c> {
    /// `upon` is what the calls of the module depend on.
    fn collect(&self, module: &ModuleInstance<'c>, upon: &[Dependency], to: &mut Gathered<'_, '_>) {
        if let Some(damage) = module.module.damage.first() {
            to.plan.gaps.push(Gap { causes: damage_causes(*damage), given: None });
        }
        if module.maybe.is_none() || self.options.unset {
            if self.options.strict {
                self.declarations_hold(module);
            }
            self.conditions_hold(module);
        }
        for (at, ((mode, ty, _), resource)) in module.module.resources.iter().enumerate() {
            let interest = to.wanted.resource(*mode, ty);
            if interest == Interest::None {
                continue;
            }
            let expansion = match self.expansion(module, at, resource, resource.span) {
                Ok(expansion) => expansion,
                Err(error) => {
                    self.failed(&error);
                    continue;
                }
            };
            note_open(&expansion, resource.count.or(resource.for_each), to);
            let (provider, provider_version) = self.provider_of(module.module, resource);
            for member in members(&expansion) {
                let subject = Subject { module, at, resource, key: &member.key, each: &member.each };
                if *mode == Mode::Data {
                    let own = reads::dependencies(&module.address, &resource.depends_on);
                    to.depending.push((to.plan.instances.len(), own.into_iter().chain(upon.iter().cloned()).collect()));
                }
                let attrs = match interest {
                    Interest::Attributes => self.attributes(subject),
                    _ => not_asked_for(ty),
                };
                if interest == Interest::Attributes {
                    if self.options.unset {
                        self.provisioned(subject);
                    }
                    if self.options.strict && !self.options.unset {
                        self.triggered(subject);
                    }
                    self.resource_holds(subject, &existence(&module.maybe, &member.existence), &attrs);
                }
                let (past, prior) = self.past(subject).unzip();
                to.plan.instances.push(Instance {
                    address: self.address(subject),
                    attrs,
                    prior,
                    past,
                    action: match resource.check {
                        Some(_) if self.options.strict => Action::Read(Late::Checked),
                        _ => Action::default(),
                    },
                    existence: existence(&module.maybe, &member.existence),
                    provider: provider.clone(),
                    provider_version: provider_version.clone(),
                    span: Some(resource.span),
                });
            }
        }
        self.collect_calls(module, upon, to);
    }

    fn collect_calls(&self, module: &ModuleInstance<'c>, upon: &[Dependency], to: &mut Gathered<'_, '_>) {
        for (at, call) in module.module.calls.values().enumerate() {
            let source = self.source(module, call);
            let worth = match source {
                Source::Found(id, _) => to.reach.worth(*id),
                Source::Missing(_) => true,
            };
            if !worth && !to.wanted.modules() {
                continue;
            }
            let children = match self.children(module, at, call, call.span) {
                Ok(children) => children,
                Err(error) => {
                    self.failed(&error);
                    continue;
                }
            };
            note_open(&children.expansion, call.count.or(call.for_each), to);
            let missing = children.ids.is_none();
            let mut upon = upon.to_vec();
            upon.extend(reads::dependencies(&module.address, &call.depends_on));
            if missing && !children.expansion.members.is_empty() {
                let address = module.address.child(call.name.into(), crate::addrs::InstanceKey::None);
                let span = call.source_text.as_ref().map_or(call.span, |(_, span)| *span);
                to.plan.gaps.push(Gap {
                    causes: Causes::one(CauseKind::Module, address.to_string(), Some(span)),
                    given: Some(self.given_to(module, call, &children)),
                });
            }
            for (index, member) in members(&children.expansion).enumerate() {
                if to.wanted.modules() {
                    to.plan.modules.push(ModuleCall {
                        address: module.address.child(call.name.into(), member.key.clone()),
                        source: call.source_text.as_ref().map(|(text, _)| text.clone()).unwrap_or_default(),
                        version: version(call, source),
                        attrs: self.arguments(module, call, &member.each),
                        existence: existence(&module.maybe, &member.existence),
                        span: Some(call.span),
                    });
                }
                if let (true, Some(ids)) = (worth, &children.ids) {
                    self.collect(self.instance(ids[index]), &upon, to);
                }
            }
        }
    }

    /// The values that a module that is not available is given, over all its instances.
    fn given_to(
        &self,
        module: &ModuleInstance<'c>,
        call: &'c crate::config::Call<'c>,
        children: &Children,
    ) -> Vec<Value> {
        members(&children.expansion).map(|member| self.arguments(module, call, &member.each)).collect()
    }

    /// The arguments of a module call.
    fn arguments(&self, module: &ModuleInstance<'c>, call: &'c crate::config::Call<'c>, each: &Each) -> Value {
        let names = Names::new(self, module, each);
        let evaluator = crate::lang::Evaluator::new(&names, &self.session);
        let fields: Fields = call
            .body
            .attributes()
            .into_iter()
            .filter(|attribute| !crate::config::Call::META.contains(&attribute.name().name))
            .map(|attribute| (Str::from(attribute.name().name), blocks::argument(self, &evaluator, attribute, None)))
            .filter(|(_, value)| !value.is_null())
            .collect();
        let shape = Shape::Block(call.body.damage().map(damage_causes));
        Value::Object(std::sync::Arc::new(Object { fields, shape }))
    }

    /// Refuses what Terraform would have to know before it can say which instances there are.
    fn refuse(&self, open: &[(Span, Causes)], late: &LateReads) {
        for (span, causes) in open.iter().filter(|(_, causes)| late.knows_later(causes)) {
            let names: Vec<String> = causes.iter().map(|cause| format!("`{}`", cause.address)).collect();
            self.report(
                Diagnostic::error("unknown-instances", "how many instances there are is known only after apply")
                    .at(*span, "")
                    .note(format!("it depends on {}", names.join(", ")))
                    .help("derive it from input variables and other values that are known before"),
            );
        }
    }

    /// Output values and variables of the root module.
    fn root_values(&self, plan: &mut Plan<'_>) {
        let root = self.root_instance();
        for (name, output) in &root.module.outputs {
            let value = self.output(root, name, output.span).unwrap_or_else(|error| self.failed(&error));
            plan.outputs.push(((*name).into(), value));
        }
        for (name, variable) in &root.module.variables {
            let value = match self.options.strict {
                true => self.kept(name, variable),
                false => self.variable(root, name, variable.span),
            };
            let value = value.unwrap_or_else(|error| self.failed(&error));
            plan.variables.push(((*name).into(), value));
        }
    }
}

/// Notes an expansion that is not known.
fn note_open(expansion: &Expansion, by: Option<Expr<'_>>, to: &mut Gathered<'_, '_>) {
    if let (Some(causes), Some(expr)) = (&expansion.causes, by) {
        to.open.push((expr.span(), causes.clone()));
    }
}

/// In place of attributes that nobody asked for.
fn not_asked_for(ty: &str) -> Value {
    Value::unknown(Type::Dynamic, Causes::one(CauseKind::Expansion, ty, None))
}

/// An instance exists for certain only where its module does.
fn existence(module: &Option<Causes>, own: &Existence) -> Existence {
    match (module, own) {
        (None, own) => own.clone(),
        (Some(causes), Existence::Certain) => Existence::Maybe(causes.clone()),
        (Some(outer), Existence::Maybe(own)) => Existence::Maybe(outer.union(own)),
    }
}

/// The version of a module: of the manifest, else an exact one that is written.
fn version(call: &crate::config::Call<'_>, source: &Source) -> Value {
    if let Source::Found(_, Some(version)) = source {
        return Value::String(version.clone());
    }
    match &call.version {
        None => Value::NULL,
        Some(text) => match crate::schema::Constraint::parse(text).and_then(|c| c.exact().cloned()) {
            Some(_) => Value::String(text.trim_start_matches('=').trim().into()),
            None => {
                let causes = Causes::one(CauseKind::Module, format!("module.{}.version", call.name), Some(call.span));
                Value::Unknown(std::sync::Arc::new(Unknown::new(Type::String, causes).not_null()))
            }
        },
    }
}
