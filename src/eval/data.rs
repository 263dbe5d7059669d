//! Data sources that compute: their attributes are expressions over their arguments, as data of the provider.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, RwLock};

use crate::addrs::Str;
use crate::lang::{Error, ErrorKind, Evaluator, Reference, Result, Scope};
use crate::schema::{Block, Nesting};
use crate::source::SourceMap;
use crate::syntax::{self, Syntax, Tree};
use crate::value::{Fields, Identity, NoIdentity, Object, Shape, Value};

use super::resource::Subject;
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
    /// Adds the attributes that a data source computes from its arguments alone.
    pub(super) fn computed_data(&self, subject: Subject<'_, 'c>, fields: &mut Fields) {
        let ty = subject.resource.ty;
        let Some(text) = self.registry.data_source_expressions(ty) else { return };
        let schema = self.schema(subject.module, subject.at, subject.resource);
        let scope = Arguments { fields: filled(fields, schema.as_deref().map(|schema| &schema.block)) };
        let tree = tree(ty, text);
        let evaluator = Evaluator::new(&scope, &self.session);
        let Some(attributes) = tree.body().blocks_of("attributes", 0).into_iter().next() else { return };
        for attribute in attributes.body().attributes() {
            let value = match evaluator.eval(attribute.expr()) {
                Ok(value) => value,
                // What is wrong stands in the data block, not in the provider's expressions.
                Err(error) => self.failed(&Error::new(
                    subject.resource.span,
                    ErrorKind::Other(format!("`{}` cannot be computed: {error}", attribute.name().name)),
                )),
            };
            fields.insert(attribute.name().name.into(), value);
        }
    }
}

/// The arguments with everything that the type knows: unset ones are null, blocks that are not there empty.
fn filled(fields: &Fields, block: Option<&Block>) -> Value {
    let mut all = fields.clone();
    if let Some(block) = block {
        for (name, attribute) in &block.attributes {
            if all.get(name).is_none() {
                all.insert(name.clone(), Value::Null(attribute.ty.clone()));
            }
        }
        for (name, nested) in &block.blocks {
            let value = match all.get(name).map(Value::bare) {
                None => super::blocks::none(nested),
                Some(Value::Tuple(items)) => {
                    Value::tuple(items.iter().map(|item| filled_block(item, &nested.block)).collect())
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
        Value::Object(object) => filled(&object.fields, Some(block)).with_marks(value.marks()),
        _ => value.clone(),
    }
}

/// The scope of a provider's expressions: `args`.
struct Arguments {
    fields: Value,
}

impl Scope for Arguments {
    fn resolve(&self, reference: Reference<'_, '_>, _: &Evaluator<'_>) -> Result<(Value, usize)> {
        match reference.root.name {
            "args" => Ok((self.fields.clone(), 0)),
            name => Err(Error::new(reference.span, ErrorKind::Undeclared(format!("`{name}`"), None))),
        }
    }

    fn missing(&self, object: &Object, _: &str) -> Option<Value> {
        match object.shape {
            Shape::Closed => None,
            _ => Some(Value::NULL),
        }
    }

    fn identity(&self) -> &dyn Identity {
        &NoIdentity
    }
}
