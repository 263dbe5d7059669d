//! What a policy reads where a configuration writes nothing.

use std::sync::Arc;

use crate::addrs::{Mode, Referent, ResourceInstance, Step};
use crate::schema::Registry;
use crate::value::{CauseKind, Causes, Marks, Object, Shape, Type, Unknown, Value};

/// The value of an attribute that an object does not have: an alias has the value of its argument, what the provider
/// computes stands for itself, and everything else is absent. `None`: reading it is an error.
pub(super) fn missing(object: &Object, name: &str) -> Option<Value> {
    match &object.shape {
        Shape::Closed => None,
        Shape::Block(None) => Some(Value::Absent),
        Shape::Block(Some(causes)) => Some(Value::unknown(Type::Dynamic, causes.clone())),
        Shape::Instance(address, damage) => Some(match (unwritten(object, address, name, damage.is_some()), damage) {
            (Value::Absent, Some(causes)) => Value::unknown(Type::Dynamic, causes.clone()),
            (value, _) => value,
        }),
    }
}

/// `damaged`: something of the instance could not be read, so that what may be written is absent here.
fn unwritten(object: &Object, address: &Arc<ResourceInstance>, name: &str, damaged: bool) -> Value {
    let registry = Registry::builtin();
    let ty = &address.resource.ty;
    if let Some(alias) = registry.alias(ty, name)
        && alias.unless.is_none_or(|argument| object.fields.get(argument).is_none())
    {
        return match object.fields.get(alias.attribute) {
            Some(value) => value.clone(),
            None if damaged => Value::Absent,
            None => symbol(address, alias.attribute, name, Type::String),
        };
    }
    let schema = registry.resource(address.resource.mode, ty, None);
    let attribute = schema.as_ref().and_then(|schema| schema.block.attribute(name));
    let identity = registry.identity(ty, name).is_some();
    match attribute {
        Some(attribute) if attribute.computed && (!attribute.optional || identity && !damaged) => {
            let marks = Marks { sensitive: attribute.sensitive, ..Marks::default() };
            symbol(address, name, name, attribute.ty.clone()).with_marks(marks)
        }
        None if identity => symbol(address, name, name, Type::String),
        _ => Value::Absent,
    }
}

fn symbol(address: &Arc<ResourceInstance>, path: &str, name: &str, ty: Type) -> Value {
    let kind = if address.resource.mode == Mode::Managed { CauseKind::Computed } else { CauseKind::Data };
    let causes = Causes::one(kind, format!("{address}.{name}"), None);
    let prefix = Registry::builtin().prefix(&address.resource.ty, name).unwrap_or_default();
    let unknown = Unknown::new(ty, causes).not_null().prefix(prefix);
    Value::Unknown(Arc::new(unknown.symbol(Referent::Resource(address.clone()), vec![Step::Attr(path.into())])))
}
