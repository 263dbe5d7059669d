//! Which resource types the policies of a run ask for.

use std::collections::HashMap;
use std::sync::RwLock;

use crate::addrs::Str;
use crate::lang::{Evaluator, Options, Session, Visitor, functions::NoFiles, walk};
use crate::plan::Interest;
use crate::source::Span;
use crate::syntax::{Call, Expr};
use crate::value::{CauseKind, Causes, Fields, Type, Value};

use super::file::{Block, BlockKind};
use super::grammar::literal;
use super::library::Policies;
use super::names::{Judged, Names, Notes, Shared, World};

/// What was found out about types so far.
#[derive(Default)]
pub(super) struct Known {
    interest: RwLock<HashMap<Str, Interest>>,
    filters: RwLock<HashMap<(usize, usize, Str), bool>>,
}

impl Policies<'_> {
    /// How much of the resources of a type is asked for; remembered.
    pub fn interest(&self, ty: &str) -> Interest {
        if let Some(known) = self.known.interest.read().unwrap_or_else(|p| p.into_inner()).get(ty) {
            return *known;
        }
        let found = self.find_interest(ty);
        self.known.interest.write().unwrap_or_else(|p| p.into_inner()).insert(ty.into(), found);
        found
    }

    fn find_interest(&self, ty: &str) -> Interest {
        let mut interest = Interest::None;
        for (file_at, file) in self.files.iter().enumerate() {
            for (block_at, block) in file.blocks.iter().enumerate() {
                if self.may_apply(file_at, block_at, block, ty) {
                    return Interest::Attributes;
                }
            }
            let mut asked = Asked { ty, found: false };
            expressions(file).for_each(|expr| walk(expr, &mut asked));
            if asked.found {
                return Interest::Attributes;
            }
        }
        for presence in &self.presences {
            for one in presence.when.iter().chain(&presence.expect).filter(|one| one.target.matches(ty)) {
                interest = interest.max(match one.filter {
                    Some(_) => Interest::Attributes,
                    None => Interest::Existence,
                });
            }
        }
        interest
    }

    /// Whether any block is about module calls.
    pub fn asks_for_modules(&self) -> bool {
        self.files.iter().flat_map(|file| &file.blocks).any(|block| block.kind == BlockKind::Module)
            || self.presences.iter().any(|presence| presence.per == super::presence::Per::Module)
    }

    /// Whether a resource block may apply to a type: its target matches, and its filter does not exclude the type as
    /// such. The filter is evaluated once a type, with nothing known but `meta.type` and `meta.provider_type`.
    pub(super) fn may_apply(&self, file_at: usize, block_at: usize, block: &Block<'_>, ty: &str) -> bool {
        if block.kind != BlockKind::Resource || !block.target.matches(ty) {
            return false;
        }
        let (Some(filter), None) = (block.filter, block.target.exact()) else { return true };
        let key = (file_at, block_at, Str::from(ty));
        if let Some(known) = self.known.filters.read().unwrap_or_else(|p| p.into_inner()).get(&key) {
            return *known;
        }
        let applies = !self.excluded(file_at, block, filter, ty);
        self.known.filters.write().unwrap_or_else(|p| p.into_inner()).insert(key, applies);
        applies
    }

    fn excluded(&self, file: usize, block: &Block<'_>, filter: Expr<'_>, ty: &str) -> bool {
        let causes = Causes::one(CauseKind::Expansion, ty, None);
        let unknown = || Value::unknown(Type::Dynamic, causes.clone());
        let provider = ty.split('_').next().unwrap_or(ty);
        let meta: Fields = [
            (Str::from("type"), Value::string(ty)),
            ("provider_type".into(), Value::string(provider)),
            ("operation".into(), unknown()),
            ("module_path".into(), unknown()),
            ("address".into(), unknown()),
            ("tfe_workspace".into(), unknown()),
            ("tfe_stack".into(), unknown()),
        ]
        .into_iter()
        .collect();
        let judged = Judged { attrs: unknown(), prior: unknown(), meta };
        // A resource that may be there makes every answer of `getresources` open.
        let gaps = [crate::plan::Gap { causes: causes.clone(), given: None }];
        let world =
            World { instances: &[], by_type: HashMap::new(), matching: Default::default(), gaps: &gaps, data: &[] };
        let (shared, notes) = (Shared::new(self), Notes::default());
        let names = Names {
            policies: self,
            shared: &shared,
            world: &world,
            file,
            block: Some(block),
            judged: Some(&judged),
            notes: &notes,
            locals: Default::default(),
        };
        let session = Session::new(&NoFiles, Options::default());
        match Evaluator::new(&names, &session).eval(filter) {
            Ok(value) => !value.marks().incomplete && matches!(value.bare(), Value::Bool(false)),
            Err(_) => false,
        }
    }
}

/// All expressions of a file.
fn expressions<'f>(file: &'f super::File<'_>) -> impl Iterator<Item = Expr<'f>> {
    file.locals.values().copied().chain(file.blocks.iter().flat_map(|block| {
        let enforces = block.enforces.iter().flat_map(|enforce| [Some(enforce.condition), enforce.error_message]);
        block.locals.values().copied().chain([block.filter, block.level].into_iter().chain(enforces).flatten())
    }))
}

/// Whether an expression asks `core::getresources` for a type.
struct Asked<'t> {
    ty: &'t str,
    found: bool,
}

impl<'s> Visitor<'s> for Asked<'_> {
    fn call(&mut self, call: &Call<'s>, _: Span) {
        if call.name.name == "core::getresources" {
            // A type that is computed may be any.
            let named = call.args.iter().next().and_then(literal);
            self.found |= named.is_none_or(|named| named == self.ty);
        }
    }
}
