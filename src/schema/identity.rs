//! What facts say of unknown attributes: which are one, and which certainly are not.

use crate::addrs::{Referent, Step};
use crate::value::{Canonical, Identity, Symbol};

use super::Registry;

impl Identity for Registry {
    /// The same identity attribute of two instances of one type, or of two types that share no value of it.
    fn distinct(&self, a: &Symbol, b: &Symbol) -> bool {
        let (Referent::Resource(one), Referent::Resource(other)) = (&a.referent, &b.referent) else { return false };
        let ([Step::Attr(name)], [Step::Attr(second)]) = (a.path.as_slice(), b.path.as_slice()) else { return false };
        let types = (self.canonical_type(&one.resource.ty), self.canonical_type(&other.resource.ty));
        // Under two configurations of a provider a name may occur twice; who refers to one of them means that one.
        name == second
            && one.resource.mode == other.resource.mode
            && one != other
            && one.is_definite()
            && other.is_definite()
            && if types.0 == types.1 {
                self.identity(types.0, name).is_some()
            } else {
                self.apart(types.0, types.1, name)
            }
    }

    /// The argument that an attribute always equals.
    fn canonical(&self, symbol: &Symbol) -> Option<Canonical> {
        let (Referent::Resource(instance), [Step::Attr(name)]) = (&symbol.referent, symbol.path.as_slice()) else {
            return None;
        };
        let alias = self.alias(&instance.resource.ty, name).filter(|alias| alias.unless.is_none())?;
        let path = vec![Step::Attr(alias.attribute.into())];
        Some(Canonical::Symbol(Symbol { referent: symbol.referent.clone(), path }))
    }
}
