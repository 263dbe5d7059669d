//! What names mean inside a module.

use crate::addrs::{Mode, Referent};
use crate::lang::{Error, ErrorKind, Evaluator, Reference, Result, Scope, Session};
use crate::source::Span;
use crate::syntax::Call;
use crate::value::{CauseKind, Causes, Fields, Identity, Marks, Object, Type, Unknown, Value};

use super::instance::{Each, ModuleInstance, Slot};
use super::variable::damaged;
use super::world::World;

/// The names of one module instance, with `each` and `count` of one block.
pub(super) struct Names<'w, 'c> {
    pub world: &'w World<'c>,
    pub module: &'w ModuleInstance<'c>,
    pub each: &'w Each,
}

impl<'w, 'c> Names<'w, 'c> {
    pub fn new(world: &'w World<'c>, module: &'w ModuleInstance<'c>, each: &'w Each) -> Self {
        Names { world, module, each }
    }

    pub(super) fn local(&self, name: &str, span: Span) -> Result<Value> {
        let Some((at, _, local)) = self.module.module.locals.get_full(name) else {
            let module = self.module.module;
            if let Some(lost) = module.damage.first().or(module.lost_locals.first()) {
                return Ok(damaged(*lost));
            }
            return Err(undeclared("local", name, module.locals.keys().copied(), span));
        };
        let names = Names::new(self.world, self.module, &Each::None);
        remembered(
            &self.world.session,
            &self.module.locals[at],
            span,
            || format!("local.{name}"),
            || {
                let evaluator = Evaluator::new(&names, &self.world.session);
                match self.world.session.isolated(|| evaluator.eval(local.expr)) {
                    Err(error) if !matches!(*error.kind, ErrorKind::Cycle(_)) => Ok(self.world.failed(&error)),
                    result => result,
                }
            },
        )
    }

    fn each_value(&self, reference: Reference<'_, '_>) -> Result<(Value, usize)> {
        let part = reference.name(0).map(|ident| ident.name);
        match (reference.root.name, part, self.each) {
            ("count", Some("index"), Each::Count(index)) => Ok((index.clone(), 1)),
            ("each", Some("key"), Each::Keyed { key, .. }) => Ok((key.clone(), 1)),
            ("each", Some("value"), Each::Keyed { value, .. }) => Ok((value.clone(), 1)),
            ("count", ..) => Err(Error::other(reference.span, "`count` is only there in a block that has `count`")),
            _ => Err(Error::other(reference.span, "`each` is only there in a block that has `for_each`")),
        }
    }

    fn environment(&self, reference: Reference<'_, '_>) -> Result<(Value, usize)> {
        let part = reference.name(0).map_or("", |ident| ident.name);
        let name = format!("{}.{part}", reference.root.name);
        let unknown = |ty: Type| {
            let causes = Causes::one(CauseKind::Environment, name.as_str(), Some(reference.span));
            let unknown = Unknown::new(ty, causes).not_null();
            let referent = Referent::Environment(name.as_str().into());
            Value::Unknown(std::sync::Arc::new(unknown.symbol(referent, Vec::new())))
        };
        let value = match name.as_str() {
            "path.module" => Value::String(self.world.module_path(self.module)),
            "path.root" => Value::string("."),
            "path.cwd" => match self.world.session.host.directory() {
                Some(directory) => Value::string(directory),
                None => unknown(Type::String),
            },
            "terraform.workspace" | "tofu.workspace" => match &self.world.root.workspace {
                Some(workspace) => Value::String(workspace.clone()),
                None => unknown(Type::String),
            },
            "terraform.applying" | "tofu.applying" => {
                unknown(Type::Bool).with_marks(Marks { ephemeral: true, ..Marks::default() })
            }
            _ => return Err(undeclared(reference.root.name, part, [], reference.span)),
        };
        Ok((value, 1))
    }
}

impl Scope for Names<'_, '_> {
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)> {
        let root = reference.root.name;
        match root {
            "count" | "each" => return self.each_value(reference),
            "path" | "terraform" | "tofu" => return self.environment(reference),
            _ => {}
        }
        let Some(name) = reference.name(0) else {
            let what = format!("`{root}`");
            return Err(Error::new(reference.span, ErrorKind::Undeclared(what, None)));
        };
        match root {
            "var" => Ok((self.world.variable(self.module, name.name, reference.span)?, 1)),
            "local" => Ok((self.local(name.name, reference.span)?, 1)),
            "module" => self.world.module_reference(self.module, reference, evaluator),
            "data" | "ephemeral" => {
                let mode = if root == "data" { Mode::Data } else { Mode::Ephemeral };
                let Some(second) = reference.name(1) else {
                    return Err(undeclared(root, name.name, [], reference.span));
                };
                self.world.resource_reference(self.module, (mode, name.name, second.name), 2, reference, evaluator)
            }
            "resource" => match reference.name(1) {
                Some(second) => {
                    let key = (Mode::Managed, name.name, second.name);
                    self.world.resource_reference(self.module, key, 2, reference, evaluator)
                }
                None => Err(undeclared(root, name.name, [], reference.span)),
            },
            ty => self.world.resource_reference(self.module, (Mode::Managed, ty, name.name), 1, reference, evaluator),
        }
    }

    fn call(&self, call: &Call<'_>, _: Span, _: &Evaluator<'_>) -> Option<Result<Value>> {
        // A function of a provider that the module does not ask for.
        let name = call.name.name.strip_prefix("provider::")?;
        let provider = name.split("::").next()?;
        let asked = self.module.module.requirements.contains_key(provider) || !self.module.module.damage.is_empty();
        (!asked).then(|| Err(Error::new(call.name.span, ErrorKind::NoFunction(call.name.name.into(), None))))
    }

    fn missing(&self, object: &Object, name: &str) -> Option<Value> {
        self.world.missing_attribute(object, name)
    }

    fn identity(&self) -> &dyn Identity {
        self.world.registry
    }
}

/// The value in a slot, made when it is first asked for; a circle of references is an error.
pub(super) fn remembered(
    session: &Session<'_>,
    slot: &std::cell::RefCell<Slot>,
    span: Span,
    name: impl Fn() -> String,
    make: impl FnOnce() -> Result<Value>,
) -> Result<Value> {
    match &*slot.borrow() {
        Slot::Done(value) => return Ok(value.clone()),
        Slot::Running => return Err(Error::new(span, ErrorKind::Cycle(name()))),
        Slot::Idle => {}
    }
    *slot.borrow_mut() = Slot::Running;
    let what = || format!("the value of `{}`", name());
    let result = session.apart(make).and_then(|value| session.bounded(value, what, span));
    // A circle that was entered elsewhere is told there, with this name on the way.
    *slot.borrow_mut() = match &result {
        Ok(value) => Slot::Done(value.clone()),
        Err(error) => Slot::Done(Value::unknown(
            Type::Dynamic,
            Causes::one(CauseKind::Error, error.to_string(), Some(error.span)),
        )),
    };
    match result {
        Err(error) => match *error.kind {
            ErrorKind::Cycle(members) => {
                let own = name_in(&members, name);
                Err(Error::new(error.span, ErrorKind::Cycle(own)))
            }
            _ => Err(error),
        },
        ok => ok,
    }
}

/// Adds a name to a circle, unless the circle is closed with it.
fn name_in(members: &str, name: impl FnOnce() -> String) -> String {
    let name = name();
    match members.split(" → ").next() == Some(name.as_str()) && members.contains(" → ") {
        true => members.to_owned(),
        false => format!("{name} → {members}"),
    }
}

pub(super) fn undeclared<'n>(what: &str, name: &str, known: impl IntoIterator<Item = &'n str>, span: Span) -> Error {
    let near = crate::diag::nearest(name, known).map(|near| format!("{what}.{near}"));
    Error::new(span, ErrorKind::Undeclared(format!("`{what}.{name}`"), near))
}

/// An object without fields, for what has none.
pub(super) fn empty_object() -> Value {
    Value::object(Fields::new())
}

/// The whole of several instances: a tuple by index or an object by key.
pub(super) fn gathered(by_key: bool, items: Vec<(crate::addrs::InstanceKey, Value)>) -> Value {
    if by_key {
        Value::object(
            items
                .into_iter()
                .filter_map(|(key, value)| match key {
                    crate::addrs::InstanceKey::Str(name) => Some((name, value)),
                    _ => None,
                })
                .collect::<Fields>(),
        )
    } else {
        Value::tuple(items.into_iter().map(|(_, value)| value).collect())
    }
}
