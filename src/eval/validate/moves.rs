//! `moved`, `removed` and `import` against what is declared.

use crate::addrs::InstanceKey;
use crate::config::{Module, Moved};
use crate::diag::Diagnostic;
use crate::plan::Existence;
use crate::source::Span;

use super::super::instance::Expansion;
use super::super::world::World;
use super::target::{Declared, Target};
use super::{Around, Validator};

/// A move with both addresses.
type Move<'c> = (&'c Moved<'c>, Target<'c>, Target<'c>);

impl<'c> World<'c> {
    /// What is wrong with the moves of the run. Terraform tells nothing else of a plan then.
    pub(in super::super) fn wrong_moves(&self) -> Vec<Diagnostic> {
        let modules = self.config.reached(self.root).into_iter().map(|id| self.config.module(id));
        modules.filter(|module| module.damage.is_empty()).flat_map(|module| self.moves_of(module)).collect()
    }

    fn moves_of(&self, module: &'c Module<'c>) -> Vec<Diagnostic> {
        let both = |moved: &'c Moved<'c>| Some((moved, Target::of(moved.from)?, Target::of(moved.to)?));
        let moves: Vec<Move<'c>> = module.moved.iter().filter_map(both).collect();
        let mut wrong = Vec::new();
        for (at, (moved, from, to)) in moves.iter().enumerate() {
            let before = || moves[..at].iter();
            if from == to {
                wrong.push(
                    Diagnostic::error("redundant-move", "this moves something to where it is")
                        .at(moved.span, "")
                        .help("remove the `moved` block"),
                );
            } else if let Some((other, ..)) = before().find(|(_, a, b)| (a == from) != (b == to)) {
                wrong.push(
                    Diagnostic::error("ambiguous-move", "another block moves the same otherwise")
                        .at(moved.span, "")
                        .at(other.span, "that block")
                        .help("remove one of the two blocks"),
                );
            } else if self.still_there(module, from, to) {
                wrong.push(
                    Diagnostic::error("moved-still-declared", "what is moved away is still declared")
                        .at(moved.span, "")
                        .help("rename what is declared, or remove the `moved` block"),
                );
            }
        }
        if let (true, Some(moved)) = (wrong.is_empty(), circle(&moves)) {
            wrong.push(
                Diagnostic::error("circular-moves", "these moves lead back to where they start")
                    .at(moved.span, "")
                    .help("remove one of the blocks")
                    .without_place(),
            );
        }
        wrong
    }

    /// Whether what is moved away is there: as a whole, or an instance where either address has a key.
    fn still_there(&self, module: &'c Module<'c>, from: &Target<'_>, to: &Target<'_>) -> bool {
        let declared = self.declared_at(module, from);
        let whole = *from.key() == InstanceKey::None && *to.key() == InstanceKey::None;
        match (declared.span(), declared.repeated()) {
            (None, _) => false,
            (Some(_), _) if whole => true,
            (Some(_), (false, false)) => *from.key() == InstanceKey::None,
            (Some(span), _) => self.instances_of(module, from, &declared, span).is_some_and(|expansion| {
                expansion.member(from.key()).is_some_and(|member| matches!(member.existence, Existence::Certain))
            }),
        }
    }

    /// The instances of what an address of the root module leads to without going through others.
    pub(in super::super) fn instances_of(
        &self,
        module: &Module<'c>,
        target: &Target<'_>,
        declared: &Declared<'c>,
        span: Span,
    ) -> Option<std::rc::Rc<Expansion>> {
        let root = self.root_instance();
        if !std::ptr::eq(module, root.module) {
            return None;
        }
        match declared {
            Declared::Resource(resource) if target.modules.is_empty() => {
                let at = root.module.resources.get_index_of(&(resource.mode, resource.ty, resource.name))?;
                self.expansion(root, at, resource, span).ok()
            }
            Declared::Call(call) if target.modules.len() == 1 => {
                let at = root.module.calls.get_index_of(call.name)?;
                self.children(root, at, call, span).ok().map(|children| children.expansion.clone())
            }
            _ => None,
        }
    }
}

/// A move that leads back to itself.
fn circle<'m, 'c>(moves: &'m [Move<'c>]) -> Option<&'m Moved<'c>> {
    moves.iter().find_map(|(first, from, to)| {
        let mut at = to;
        for _ in moves {
            if at == from {
                return Some(*first);
            }
            at = moves.iter().find(|(_, from, _)| from == at).map(|(_, _, to)| to)?;
        }
        None
    })
}

impl<'c> World<'c> {
    /// Reports what is removed and still declared. Terraform tells nothing else of a plan then.
    pub(in super::super) fn removals(&self) {
        for module in self.config.reached(self.root).into_iter().map(|id| self.config.module(id)) {
            for removed in &module.removed {
                let target = Target::of(removed.from);
                if let Some(span) = target.and_then(|target| self.declared_at(module, &target).span()) {
                    self.report(
                        Diagnostic::error("removed-still-declared", "this is removed, but still declared")
                            .at(span, "")
                            .at(removed.span, "removed here")
                            .help("remove one of the two blocks"),
                    );
                }
            }
        }
    }

    /// Reports what is imported and not declared.
    pub(in super::super) fn undeclared_imports(&self) {
        for module in self.config.reached(self.root).into_iter().map(|id| self.config.module(id)) {
            for import in &module.imports {
                let declared = Target::of(import.to).map(|target| self.declared_at(module, &target));
                if matches!(declared, Some(Declared::Missing)) {
                    self.report(
                        Diagnostic::error("import-undeclared", "what is imported is not declared")
                            .at(import.to.span(), "")
                            .help("name a resource that is declared"),
                    );
                }
            }
        }
    }
}

impl<'c> Validator<'_, 'c> {
    /// What is imported must be as the blocks say.
    pub(super) fn imports(&self) {
        for import in &self.module.imports {
            let Some(target) = Target::of(import.to) else { continue };
            let declared = self.world.declared_at(self.module, &target);
            // What an identity refers to must be there.
            let around = Around { each: import.for_each.is_some(), ..Around::default() };
            self.expression(import.id, &around);
            import.for_each.into_iter().for_each(|for_each| self.expression(for_each, &Around::default()));
            let unkeyed = *target.key() == InstanceKey::None;
            let problem = match (&declared, declared.repeated()) {
                (Declared::Resource(_), (true, _) | (_, true)) if unkeyed => {
                    Some(("invalid-address", "what is imported has several instances, so one must be named"))
                }
                (Declared::Resource(_), (false, false)) if !unkeyed => {
                    Some(("invalid-address", "what is imported has neither `count` nor `for_each`, so no key"))
                }
                _ => None,
            };
            if let Some((code, message)) = problem {
                self.report(
                    Diagnostic::error(code, message)
                        .at(import.to.span(), "")
                        .help("name a resource that is declared, with the key that its instances have"),
                );
            }
        }
    }
}
