//! What is known of values when a configuration is looked at without any: their types.

use std::sync::Arc;

use crate::addrs::Str;
use crate::config::{Call, Source};
use crate::source::Span;
use crate::value::{CauseKind, Causes, Fields, Type, Value};

use super::instance::{Kind, ModuleInstance};
use super::world::World;

impl<'c> World<'c> {
    /// Any values that the outputs of a call may have.
    pub(super) fn unset_outputs(&self, module: &ModuleInstance<'c>, call: &'c Call<'c>, kind: Kind) -> Value {
        let Source::Found(id, _) = self.source(module, call) else {
            return unset(Type::Dynamic, Kind::Single, call.span);
        };
        let callee = self.config.module(*id);
        if !callee.damage.is_empty() {
            return unset(Type::Dynamic, Kind::Single, call.span);
        }
        match kind {
            Kind::Single => {
                let any = |name: &&str| (Str::from(*name), unset(Type::Dynamic, Kind::Single, call.span));
                Value::object(callee.outputs.keys().map(any).collect::<Fields>())
            }
            _ => {
                let any = |name: &&str| (Str::from(*name), Type::Dynamic);
                unset(Type::object(callee.outputs.keys().map(any).collect()), kind, call.span)
            }
        }
    }
}

/// Any value that the instances of a block have together.
pub(super) fn unset(instance: Type, kind: Kind, span: Span) -> Value {
    let ty = match kind {
        Kind::Single => instance,
        Kind::Count => Type::List(Arc::new(instance)),
        Kind::ForEach => Type::Map(Arc::new(instance)),
    };
    Value::unknown(ty, validating(span))
}

/// Why nothing is known of what the configuration is valid for all values of.
pub(super) fn validating(span: Span) -> Causes {
    Causes::one(CauseKind::Expansion, "validation", Some(span))
}
