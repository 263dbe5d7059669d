//! What unknown values are: symbols that stand for the same thing, and for different things.

use crate::addrs::{InstanceKey, ModuleInstance, Path, Referent, Step};

use super::{Symbol, Value};

/// What providers say about the identity of unknown attributes; values know no provider.
pub trait Identity {
    /// Whether two symbols certainly have different values: the same identity attribute of two instances.
    fn distinct(&self, a: &Symbol, b: &Symbol) -> bool;

    /// What the symbol always equals, such as an argument of the same resource. Must not lead in circles;
    /// only a few steps are followed.
    fn canonical(&self, symbol: &Symbol) -> Option<Canonical>;

    /// Whether values of which some part is unknown may differ for what is known of them, beyond what cty says.
    fn refined(&self) -> bool {
        true
    }
}

/// What a symbol always equals.
#[derive(Clone, Debug)]
pub enum Canonical {
    /// This value.
    Value(Value),
    /// This other symbol.
    Symbol(Symbol),
}

/// Knows nothing about any provider.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoIdentity;

impl Identity for NoIdentity {
    fn distinct(&self, _: &Symbol, _: &Symbol) -> bool {
        false
    }

    fn canonical(&self, _: &Symbol) -> Option<Canonical> {
        None
    }
}

/// Leaves open what cty leaves open.
#[derive(Clone, Copy, Debug, Default)]
pub struct OnlyCty;

impl Identity for OnlyCty {
    fn distinct(&self, _: &Symbol, _: &Symbol) -> bool {
        false
    }

    fn canonical(&self, _: &Symbol) -> Option<Canonical> {
        None
    }

    fn refined(&self) -> bool {
        false
    }
}

impl Symbol {
    /// Whether it stands for one thing only, no key on the way being a wildcard.
    pub fn is_definite(&self) -> bool {
        let module = |module: &ModuleInstance| module.steps().iter().all(|step| step.key != InstanceKey::Any);
        let path = |path: &Path| path.iter().all(|step| *step != Step::Index(InstanceKey::Any));
        let referent = match &self.referent {
            Referent::Resource(instance) => instance.is_definite(),
            Referent::Variable(instance, _) | Referent::Output(instance, _) => module(instance),
            Referent::Environment(_) => true,
        };
        referent && path(&self.path)
    }
}

/// How many steps from symbol to symbol are followed.
const STEPS: usize = 8;

/// What a symbol leads to in the end: always the same for symbols of one thing. `None` for what stands for several.
pub fn canonical(symbol: &Symbol, identity: &dyn Identity) -> Option<Canonical> {
    let mut symbol = symbol.clone();
    for _ in 0..STEPS {
        if !symbol.is_definite() {
            return None;
        }
        match identity.canonical(&symbol) {
            Some(Canonical::Symbol(next)) => symbol = next,
            Some(value) => return Some(value),
            None => break,
        }
    }
    Some(Canonical::Symbol(symbol))
}
