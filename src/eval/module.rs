//! Module calls and their outputs.

use std::rc::Rc;
use std::sync::Arc;

use crate::addrs::{InstanceKey, Referent, Str};
use crate::config::{Call, Source};
use crate::lang::{Error, ErrorKind, Evaluator, Reference, Result};
use crate::plan::Existence;
use crate::source::Span;
use crate::syntax::{AccessStep, Ident};
use crate::value::{CauseKind, Causes, Fields, Marks, Type, Unknown, Value};

use super::instance::{Caller, Children, Each, Expansion, Kind, Member, ModuleInstance};
use super::names::{Names, gathered, remembered, undeclared};
use super::world::World;

impl<'c> World<'c> {
    /// The instances of a module call, made when first asked for.
    pub(super) fn children(
        &self,
        module: &ModuleInstance<'c>,
        at: usize,
        call: &'c Call<'c>,
        span: Span,
    ) -> Result<Rc<Children>> {
        if let Some(children) = module.children[at].get() {
            return Ok(children.clone());
        }
        let identity = std::ptr::from_ref(call).cast::<()>();
        if module.expanding.borrow().contains(&identity) {
            return Err(Error::new(span, ErrorKind::Cycle(format!("module.{}", call.name))));
        }
        module.expanding.borrow_mut().push(identity);
        let expansion = self.expand(module, call.count, call.for_each, &call.body);
        module.expanding.borrow_mut().pop();
        let ids = match self.source(module, call) {
            Source::Missing(_) => None,
            _ if expansion.cut => None,
            Source::Found(id, _) => Some(
                expansion
                    .members
                    .iter()
                    .map(|member| self.enter(module, call, self.config.module(*id), member))
                    .collect(),
            ),
        };
        Ok(module.children[at].get_or_init(|| Rc::new(Children { expansion, ids })).clone())
    }

    /// What a call leads to, in this root module.
    pub(super) fn source(&self, module: &ModuleInstance<'c>, call: &'c Call<'c>) -> &'c Source {
        let path = module.address.steps().iter().map(|step| step.name.as_str());
        self.config.target(self.root, path, call)
    }

    fn enter(
        &self,
        module: &ModuleInstance<'c>,
        call: &'c Call<'c>,
        callee: &'c crate::config::Module<'c>,
        member: &Member,
    ) -> usize {
        let maybe = match (&module.maybe, &member.existence) {
            (None, Existence::Certain) => None,
            (Some(causes), Existence::Certain) | (None, Existence::Maybe(causes)) => Some(causes.clone()),
            (Some(outer), Existence::Maybe(own)) => Some(outer.union(own)),
        };
        let address = module.address.child(call.name.into(), member.key.clone());
        let caller = Caller { instance: module.id, call, each: member.each.clone() };
        self.add(|id| ModuleInstance::new(id, callee, address, Some(caller), maybe)).id
    }

    /// `module.name…`
    pub(super) fn module_reference(
        &self,
        module: &ModuleInstance<'c>,
        reference: Reference<'_, '_>,
        evaluator: &Evaluator<'_>,
    ) -> Result<(Value, usize)> {
        let name = reference.name(0).map_or("", |ident| ident.name);
        let Some((at, _, call)) = module.module.calls.get_full(name) else {
            if let Some(damage) = module.module.damage.first() {
                return Ok((super::variable::damaged(*damage), 1));
            }
            return Err(undeclared("module", name, module.module.calls.keys().copied(), reference.span));
        };
        let children = self.children(module, at, call, reference.span)?;
        if self.options.unset {
            return Ok((self.unset_outputs(module, call, children.expansion.kind), 1));
        }
        let steps = &reference.steps[1..];
        let expansion = &children.expansion;
        let (key, taken) = match (expansion.kind, steps.first()) {
            (Kind::Single, _) => (Some(InstanceKey::None), 1),
            (_, Some(AccessStep::Index(index, _))) => match known_key(&evaluator.eval(*index)?, expansion.kind) {
                Some(key) => (Some(key), 2),
                None => (None, 1),
            },
            (_, Some(AccessStep::LegacyIndex(index, _))) => (Some(InstanceKey::Int(*index)), 2),
            _ => (None, 1),
        };
        let output = reference.steps.get(taken).and_then(|step| match step {
            AccessStep::Attr(ident) => Some(*ident),
            _ => None,
        });
        match (key, output) {
            (Some(key), Some(output)) => {
                let value = self.one_output(module, call, &children, &key, output, evaluator)?;
                Ok((value, taken + 1))
            }
            (Some(key), None) => Ok((self.all_outputs(module, call, &children, &key, reference.span)?, taken)),
            (None, _) => Ok((self.all_instances(module, call, &children, reference.span)?, 1)),
        }
    }

    fn one_output(
        &self,
        module: &ModuleInstance<'c>,
        call: &'c Call<'c>,
        children: &Children,
        key: &InstanceKey,
        output: Ident<'_>,
        evaluator: &Evaluator<'_>,
    ) -> Result<Value> {
        let expansion = &children.expansion;
        let position = expansion.position(key).or_else(|| expansion.position(&InstanceKey::Any));
        let Some(position) = position else { return Err(no_instance(key, output.span)) };
        if !matches!(expansion.members[position].existence, Existence::Certain) {
            evaluator.doubtful();
        }
        match &children.ids {
            None => Ok(self.missing_output(module, call, key, output.name)),
            Some(ids) => self.output(self.instance(ids[position]), output.name, output.span),
        }
    }

    /// The value of an output of a module instance.
    pub(super) fn output(&self, module: &ModuleInstance<'c>, name: &str, span: Span) -> Result<Value> {
        let Some((at, _, output)) = module.module.outputs.get_full(name) else {
            if let Some(damage) = module.module.damage.first() {
                return Ok(super::variable::damaged(*damage));
            }
            let known = module.module.outputs.keys().copied();
            return Err(undeclared("module", name, known, span));
        };
        // Terraform 1.11 marks what a called module gives only if its value is marked.
        let sensitive = output.sensitive && (module.address.is_root() || !self.options.strict);
        let marks = Marks { sensitive, ephemeral: output.ephemeral, ..Marks::default() };
        let value = remembered(
            &self.session,
            &module.outputs[at],
            span,
            || format!("{}.{name}", module.address),
            || {
                let Some(expr) = output.value else { return Ok(super::variable::damaged(output.span)) };
                let names = Names::new(self, module, &Each::None);
                let evaluator = Evaluator::new(&names, &self.session);
                match self.session.isolated(|| evaluator.eval(expr)) {
                    Err(error) if !matches!(*error.kind, ErrorKind::Cycle(_)) => Ok(self.failed(&error)),
                    result => result,
                }
            },
        )?;
        Ok(value.with_marks(marks))
    }

    /// An output of a module that is not available: one thing, though nothing is known of it.
    fn missing_output(&self, module: &ModuleInstance<'c>, call: &Call<'c>, key: &InstanceKey, name: &str) -> Value {
        let address = module.address.child(call.name.into(), key.clone());
        let span = call.source_text.as_ref().map_or(call.span, |(_, span)| *span);
        let causes = Causes::one(CauseKind::Module, address.to_string(), Some(span));
        let unknown = Unknown::new(Type::Dynamic, causes).symbol(Referent::Output(address, name.into()), Vec::new());
        Value::Unknown(Arc::new(unknown))
    }

    /// All outputs of one instance, as an object.
    fn all_outputs(
        &self,
        module: &ModuleInstance<'c>,
        call: &'c Call<'c>,
        children: &Children,
        key: &InstanceKey,
        span: Span,
    ) -> Result<Value> {
        let Some(ids) = &children.ids else {
            let address = module.address.child(call.name.into(), key.clone());
            let causes = Causes::one(CauseKind::Module, address.to_string(), Some(call.span));
            return Ok(Value::unknown(Type::Dynamic, causes));
        };
        let Some(at) = children.expansion.position(key) else {
            return match &children.expansion.causes {
                Some(causes) => Ok(Value::unknown(Type::Dynamic, causes.clone())),
                None => Err(no_instance(key, span)),
            };
        };
        let child = self.instance(ids[at]);
        let fields: Result<Fields> =
            child.module.outputs.keys().map(|name| Ok((Str::from(*name), self.output(child, name, span)?))).collect();
        Ok(Value::object(fields?))
    }

    fn all_instances(
        &self,
        module: &ModuleInstance<'c>,
        call: &'c Call<'c>,
        children: &Children,
        span: Span,
    ) -> Result<Value> {
        let expansion = &children.expansion;
        selected(expansion, |keys| {
            let items: Result<Vec<_>> = keys
                .iter()
                .map(|key| Ok((key.clone(), self.all_outputs(module, call, children, key, span)?)))
                .collect();
            Ok(gathered(expansion.kind == Kind::ForEach, items?))
        })
    }

    /// The path of a module as `path.module` has it: relative to the root module.
    pub(super) fn module_path(&self, module: &ModuleInstance<'c>) -> Str {
        let root = &self.root_instance().module.dir;
        relative(root, &module.module.dir)
    }
}

/// All instances of an expansion by `make`; where they are not known, one of the selections.
pub(super) fn selected(expansion: &Expansion, make: impl Fn(&[InstanceKey]) -> Result<Value>) -> Result<Value> {
    let all: Vec<InstanceKey> = expansion.members.iter().map(|member| member.key.clone()).collect();
    match (&expansion.selections, &expansion.causes) {
        (Some(selections), Some(causes)) => {
            let choices: Result<Vec<(Value, Str)>> =
                selections.iter().map(|(keys, condition)| Ok((make(keys)?, condition.clone()))).collect();
            Ok(crate::lang::one_of(choices?, causes))
        }
        (None, Some(causes)) => Ok(Value::unknown(Type::Dynamic, causes.clone())),
        _ => make(&all),
    }
}

/// The key that an index means, if it is known.
pub(super) fn known_key(index: &Value, kind: Kind) -> Option<InstanceKey> {
    match (index.bare(), kind) {
        (Value::Number(number), Kind::Count) => {
            number.to_i64().and_then(|n| u64::try_from(n).ok()).map(InstanceKey::Int)
        }
        (Value::String(text), Kind::Count) => text.parse().ok().map(InstanceKey::Int),
        (Value::String(text), _) => Some(InstanceKey::Str(text.clone())),
        (Value::Number(number), _) => Some(InstanceKey::Str(number.to_string().into())),
        _ => None,
    }
}

pub(super) fn no_instance(key: &InstanceKey, span: Span) -> Error {
    Error::new(span, ErrorKind::NoIndex(key.to_string().into()))
}

/// `to` as seen from `from`, both as they are shown.
fn relative(from: &std::path::Path, to: &std::path::Path) -> Str {
    let (mut from, mut to) = (clean(from).into_iter().peekable(), clean(to).into_iter().peekable());
    while let (Some(a), Some(b)) = (from.peek(), to.peek()) {
        if a != b {
            break;
        }
        from.next();
        to.next();
    }
    let parts: Vec<String> = from.map(|_| "..".to_owned()).chain(to).collect();
    if parts.is_empty() { Str::from(".") } else { parts.join("/").into() }
}

/// The names of a path, with `.` and inner `..` resolved by their names alone.
fn clean(path: &std::path::Path) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir if parts.last().is_some_and(|last| last != "..") => {
                parts.pop();
            }
            other => parts.push(other.as_os_str().to_string_lossy().into_owned()),
        }
    }
    parts
}
