//! Finding candidates by what one of their attributes has, so that a join need not look at all of them for each subject.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::addrs::{Mode, Referent, Step, Str};
use crate::plan::Instance;
use crate::schema::Registry;
use crate::value::{Canonical, Fields, Object, Symbol, Value, canonical};

use super::facts;

/// So few candidates are looked at as fast as they are found.
const FEW: usize = 16;

/// Candidates by type, attribute and value, made when first asked for.
#[derive(Debug, Default)]
pub(super) struct Matching {
    by_attribute: RwLock<HashMap<Str, HashMap<Str, Arc<ByValue>>>>,
}

impl Matching {
    /// Those of `all`, the instances of a type, that are not certainly excluded by a filter, in the same order. `None`:
    /// each has to be looked at.
    pub fn candidates(&self, instances: &[Instance], ty: &str, all: &[usize], filter: &Fields) -> Option<Vec<usize>> {
        if all.len() <= FEW {
            return None;
        }
        let left = filter.iter().filter_map(|(name, wanted)| {
            let wanted = Wanted::of(wanted)?;
            Some(self.of(instances, ty, all, name).candidates(&wanted))
        });
        left.min_by_key(Vec::len)
    }

    fn of(&self, instances: &[Instance], ty: &str, all: &[usize], name: &Str) -> Arc<ByValue> {
        // A panic elsewhere leaves the maps whole: entries are complete before they are inserted.
        let known = self.by_attribute.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(ty).and_then(|of_type| of_type.get(name)) {
            return found.clone();
        }
        drop(known);
        let made = Arc::new(ByValue::new(instances, all, name));
        let mut known = self.by_attribute.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(ty.into()).or_default().entry(name.clone()).or_insert(made).clone()
    }
}

/// What an attribute has, as far as it tells candidates apart: a text differs from every other text, and an identity
/// from the same identity of all other instances.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Wanted {
    Text(Str),
    Thing(Class, Symbol),
}

/// An attribute of a type that is an identity.
type Class = (Mode, Str, Str);

impl Wanted {
    fn of(value: &Value) -> Option<Wanted> {
        let registry = Registry::builtin();
        let unknown = match value.bare() {
            Value::String(text) => return Some(Wanted::Text(text.clone())),
            Value::Unknown(unknown) => unknown,
            _ => return None,
        };
        let Canonical::Symbol(symbol) = canonical(unknown.symbol.as_deref()?, registry)? else { return None };
        let (Referent::Resource(instance), [Step::Attr(name)]) = (&symbol.referent, symbol.path.as_slice()) else {
            return None;
        };
        let ty = registry.canonical_type(&instance.resource.ty);
        registry.identity(ty, name)?;
        Some(Wanted::Thing((instance.resource.mode, ty.into(), name.clone()), symbol.clone()))
    }
}

/// The instances of a type by what one attribute has.
#[derive(Debug, Default)]
struct ByValue {
    texts: HashMap<Str, Vec<usize>>,
    things: HashMap<Class, HashMap<Symbol, Vec<usize>>>,
    /// Those whose value does not tell.
    rest: Vec<usize>,
}

impl ByValue {
    fn new(instances: &[Instance], all: &[usize], name: &str) -> ByValue {
        let mut made = ByValue::default();
        for at in all {
            let wanted = match instances[*at].attrs.bare() {
                Value::Object(object) => Wanted::of(&has(object, name)),
                _ => None,
            };
            let list = match wanted {
                Some(Wanted::Text(text)) => made.texts.entry(text).or_default(),
                Some(Wanted::Thing(class, symbol)) => made.things.entry(class).or_default().entry(symbol).or_default(),
                None => &mut made.rest,
            };
            list.push(*at);
        }
        made
    }

    fn candidates(&self, wanted: &Wanted) -> Vec<usize> {
        let texts: Vec<&Vec<usize>> = match wanted {
            Wanted::Text(text) => self.texts.get(text).into_iter().collect(),
            Wanted::Thing(..) => self.texts.values().collect(),
        };
        let things = self.things.iter().flat_map(|(class, symbols)| match wanted {
            Wanted::Thing(wanted, symbol) if wanted == class => symbols.get(symbol).into_iter().collect(),
            _ => symbols.values().collect::<Vec<_>>(),
        });
        let mut all: Vec<usize> = texts.into_iter().chain(things).chain([&self.rest]).flatten().copied().collect();
        all.sort_unstable();
        all
    }
}

/// What an object has as an attribute.
pub(super) fn has(object: &Object, name: &str) -> Value {
    match object.fields.get(name) {
        Some(value) => value.clone(),
        None => facts::missing(object, name).unwrap_or(Value::Absent),
    }
}
