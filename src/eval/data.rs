//! Data sources that compute: their attributes are expressions over their arguments, as data of the provider.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, RwLock};

use crate::addrs::{Mode, Str};
use crate::config::Resource;
use crate::diag::Diagnostic;
use crate::lang::{Error, ErrorKind, Evaluator, Reference, Result, Scope};
use crate::schema::{Block, Nesting};
use crate::source::SourceMap;
use crate::syntax::{self, Body, Syntax, Tree};
use crate::value::{Causes, Fields, Identity, NoIdentity, Object, Shape, Type, Unknown, Value, convert};

use super::found;
use super::resource::Subject;
use super::variable::damage_causes;
use super::world::World;

/// The trees of the expressions, each read when it is first needed.
static TREES: OnceLock<RwLock<HashMap<Str, Arc<Tree>>>> = OnceLock::new();

fn tree(ty: &str, text: &'static str) -> Arc<Tree> {
    let trees = TREES.get_or_init(RwLock::default);
    if let Some(tree) = trees.read().unwrap_or_else(|poisoned| poisoned.into_inner()).get(ty) {
        return tree.clone();
    }
    let file = SourceMap::default().add(ty.into(), text.as_bytes().to_vec());
    let tree = Arc::new(syntax::parse(file, Syntax::Native));
    let mut all = trees.write().unwrap_or_else(|poisoned| poisoned.into_inner());
    all.entry(ty.into()).or_insert(tree).clone()
}

impl<'c> World<'c> {
    /// Whether a data source may have attributes that follow from its arguments. Where everything is as Terraform plans
    /// it, those that Terraform itself reads, unless it waits for something.
    pub(super) fn computes(&self, subject: Subject<'_, 'c>) -> bool {
        let resource = subject.resource;
        if resource.mode != Mode::Data || self.options.unset {
            return false;
        }
        let mut callers = std::iter::successors(self.caller(subject.module), |(module, _)| self.caller(module));
        if !self.options.strict {
            return true;
        }
        let waits = !resource.depends_on.is_empty() || callers.any(|(_, caller)| !caller.call.depends_on.is_empty());
        !waits && self.is_builtin(subject)
    }

    fn is_builtin(&self, subject: Subject<'_, 'c>) -> bool {
        let schema = self.schema(subject.module, subject.at, subject.resource);
        schema.is_some_and(|schema| schema.provider.is_builtin())
    }

    /// Adds the attributes that a data source computes from its arguments alone.
    pub(super) fn computed_data(&self, subject: Subject<'_, 'c>, fields: &mut Fields) {
        let ty = subject.resource.ty;
        let Some(text) = self.registry.data_source_expressions(ty) else { return };
        let schema = self.schema(subject.module, subject.at, subject.resource);
        let tree = tree(ty, text);
        let locals = tree.body().blocks_of("locals", 0).into_iter().next().map(|block| block.body());
        let damage = subject.resource.body.damage().map(damage_causes);
        let args = filled(fields, schema.as_deref().map(|schema| &schema.block), damage.as_ref());
        let loose = Arguments { args: loose(&args), locals, known: RefCell::default() };
        let scope = Arguments { args, locals, known: RefCell::default() };
        let evaluator = Evaluator::new(&scope, &self.session);
        let Some(attributes) = tree.body().blocks_of("attributes", 0).into_iter().next() else { return };
        let refused = tree.body().blocks_of("refused", 0).into_iter().next();
        if let (Some(refused), true) = (refused, self.options.strict && subject.resource.check.is_none())
            && let Some(diagnostic) = refusal(subject.resource, refused.body(), &evaluator)
        {
            return self.report(diagnostic);
        }
        let decoded = tree.body().blocks_of("decoded", 0).into_iter().next();
        for attribute in attributes.body().attributes() {
            let value = match self.session.apart(|| evaluator.eval(attribute.expr())) {
                // It says nothing then.
                Ok(value) if value.is_null() => continue,
                // Terraform forgets what of a state is sensitive; reports do not.
                Ok(value) if self.options.strict => value.unmark_deep().0,
                Ok(value) => value,
                // A state need not be there yet; and of what is only checked Terraform warns.
                Err(_) if !self.options.strict && self.is_builtin(subject) => continue,
                Err(_) if subject.resource.check.is_some() => continue,
                // What is wrong stands in the data block, not in the provider's expressions.
                Err(error) => self.failed(&match *error.kind {
                    ErrorKind::Limit(limit) => Error::new(subject.resource.span, ErrorKind::Limit(limit)),
                    _ => Error::other(
                        subject.resource.span,
                        format!("`{}` cannot be computed: {error}", attribute.name().name),
                    ),
                }),
            };
            let expr = decoded.and_then(|decoded| decoded.body().attribute(attribute.name().name));
            let decoded = |expr: syntax::Attribute<'_>| Evaluator::new(&loose, &self.session).eval(expr.expr()).ok();
            let value = match (value.bare(), expr) {
                (Value::Unknown(unknown), Some(expr)) => {
                    let unknown = Unknown { encodes: decoded(expr), ..unknown.as_ref().clone() };
                    Value::Unknown(Arc::new(unknown)).with_marks(value.marks())
                }
                _ => value,
            };
            let declared = schema.as_deref().and_then(|schema| schema.block.attribute(attribute.name().name));
            let value = match declared {
                Some(declared) => convert(value.clone(), &declared.ty).unwrap_or(value),
                None => value,
            };
            fields.insert(attribute.name().name.into(), value);
        }
    }
}

/// Why a provider does not read a data source, in the words of its data.
fn refusal(resource: &Resource<'_>, refused: Body<'_>, evaluator: &Evaluator<'_>) -> Option<Diagnostic> {
    refused.attributes().find_map(|attribute| {
        let Ok(Value::String(message)) = evaluator.session.isolated(|| evaluator.eval(attribute.expr())) else {
            return None;
        };
        let name = attribute.name().name;
        let written = resource.body.attribute(name).map_or(resource.span, |written| written.expr().span());
        let diagnostic = Diagnostic::error("expression", message.as_str()).at(written, "");
        Some(if name == "nowhere" { diagnostic.without_place() } else { diagnostic })
    })
}

/// The arguments with everything that the type knows: unset ones are null, blocks that are not there empty. What is not
/// there of a block that is damaged is unknown.
fn filled(fields: &Fields, block: Option<&Block>, damage: Option<&Causes>) -> Value {
    let mut all = fields.clone();
    if let Some(block) = block {
        for (name, attribute) in &block.attributes {
            if all.get(name).is_none() {
                let ty = attribute.ty.clone();
                let value = match damage {
                    None => Value::Null(ty),
                    Some(causes) => Value::unknown(ty, causes.clone()),
                };
                all.insert(name.clone(), value);
            }
        }
        for (name, nested) in &block.blocks {
            let value = match all.get(name).map(Value::bare) {
                None => match damage {
                    None => found::none(nested),
                    Some(causes) => Value::unknown(Type::Dynamic, causes.clone()),
                },
                Some(Value::Tuple(items)) => {
                    Value::tuple(items.iter().map(|item| filled_block(item, &nested.block)).collect())
                }
                Some(Value::Unknown(unknown)) if let Some(elements) = &unknown.elements => {
                    let filled = elements.map(|item| filled_block(item, &nested.block));
                    Value::Unknown(Arc::new(Unknown { elements: Some(Arc::new(filled)), ..unknown.as_ref().clone() }))
                }
                Some(value) if matches!(nested.nesting, Nesting::Single | Nesting::Group) => {
                    filled_block(value, &nested.block)
                }
                Some(value) => value.clone(),
            };
            all.insert(name.clone(), value);
        }
    }
    Value::object(all)
}

fn filled_block(value: &Value, block: &Block) -> Value {
    match value.bare() {
        Value::Object(object) => {
            let damage = match &object.shape {
                Shape::Block(damage) => damage.as_ref(),
                _ => None,
            };
            filled(&object.fields, Some(block), damage).with_marks(value.marks())
        }
        _ => value.clone(),
    }
}

/// The arguments with sets as lists where not all of their elements are known. Two of these may turn out to be equal, so
/// that nobody knows how many there are; but what they say stays the same.
fn loose(value: &Value) -> Value {
    if value.is_wholly_known() || value.is_unknown() {
        return value.clone();
    }
    let children = value.children().map(loose).collect();
    let changed = value.with_children(children);
    match changed.bare() {
        Value::Set(set) => Value::tuple(set.items.clone()).with_marks(changed.marks()),
        _ => changed,
    }
}

/// The scope of a provider's expressions: `args` and `local`.
struct Arguments<'t> {
    args: Value,
    locals: Option<Body<'t>>,
    known: RefCell<HashMap<Str, Value>>,
}

impl Scope for Arguments<'_> {
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)> {
        let local = reference.name(0).filter(|_| reference.root.name == "local");
        let written = local.and_then(|name| self.locals.and_then(|locals| locals.attribute(name.name)));
        if let (Some(name), Some(written)) = (local, written) {
            if let Some(value) = self.known.borrow().get(name.name) {
                return Ok((value.clone(), 1));
            }
            let evaluator = Evaluator::new(self, evaluator.session);
            let value = evaluator.session.isolated(|| evaluator.eval(written.expr()))?;
            self.known.borrow_mut().insert(name.name.into(), value.clone());
            return Ok((value, 1));
        }
        match reference.root.name {
            "args" => Ok((self.args.clone(), 0)),
            name => Err(Error::new(reference.span, ErrorKind::Undeclared(format!("`{name}`"), None))),
        }
    }

    fn missing(&self, object: &Object, _: &str) -> Option<Value> {
        match object.shape {
            Shape::Closed => None,
            Shape::Block(Some(ref causes)) => Some(Value::unknown(Type::Dynamic, causes.clone())),
            _ => Some(Value::NULL),
        }
    }

    fn identity(&self) -> &dyn Identity {
        &NoIdentity
    }
}
