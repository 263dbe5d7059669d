//! The content of a block, with what override files put over it.

use crate::source::Span;
use crate::syntax;

/// The content of a block, with what override files put over it.
#[derive(Clone, Debug)]
pub struct Body<'s> {
    /// The block as it is written.
    pub base: syntax::Body<'s>,
    /// Bodies of override files, in the order in which they apply: an attribute replaces, the blocks of one type
    /// replace all blocks of that type.
    pub overrides: Vec<syntax::Body<'s>>,
    /// The content of its escaping block `_ { … }`: arguments that are never Terraform's own, whatever their names.
    pub escaped: Option<syntax::Body<'s>>,
}

impl<'s> Body<'s> {
    /// A block's content that nothing overrides.
    pub fn new(base: syntax::Body<'s>) -> Self {
        Body { base, overrides: Vec::new(), escaped: None }
    }

    /// The attribute `name`, as the last override has it; it may stand in the escaping block.
    pub fn attribute(&self, name: &str) -> Option<syntax::Attribute<'s>> {
        let written = self.layers().rev().find_map(|body| body.attribute(name));
        written.or_else(|| self.escaped.and_then(|body| body.attribute(name)))
    }

    /// All attributes, those of overrides in place of what they replace, and those of the escaping block.
    pub fn attributes(&self) -> Vec<syntax::Attribute<'s>> {
        let escaped = self.escaped.into_iter().flat_map(|body| body.attributes());
        let mut attributes: Vec<syntax::Attribute<'s>> = self.base.attributes().chain(escaped).collect();
        for attribute in self.overrides.iter().flat_map(|body| body.attributes()) {
            let name = attribute.name().name;
            match attributes.iter_mut().find(|known| known.name().name == name) {
                Some(known) => *known = attribute,
                None => attributes.push(attribute),
            }
        }
        attributes
    }

    /// The blocks of type `ty`, `dynamic` ones for it not included: those of the last override that has any, be they
    /// dynamic or not. For `labels` see [`syntax::Body::blocks_of`].
    pub fn blocks_of(&self, ty: &str, labels: usize) -> Vec<syntax::Block<'s>> {
        self.layer_with(ty).map(|body| body.blocks_of(ty, labels)).unwrap_or_default()
    }

    /// The `dynamic` blocks for blocks of type `ty`.
    pub fn dynamic_blocks_of(&self, ty: &str) -> Vec<syntax::Block<'s>> {
        self.layer_with(ty).map(|body| dynamic(body, ty).collect()).unwrap_or_default()
    }

    /// The layer whose blocks of type `ty` count.
    fn layer_with(&self, ty: &str) -> Option<syntax::Body<'s>> {
        let has = |body: &syntax::Body<'s>| {
            dynamic(*body, ty).next().is_some()
                || match body.is_json() {
                    true => body.attribute(ty).is_some(),
                    false => body.blocks().any(|block| block.ty().name == ty),
                }
        };
        self.layers().rev().find(has)
    }

    /// Where something of the content could not be read.
    pub fn damage(&self) -> Option<Span> {
        self.layers().find_map(|layer| layer.damage())
    }

    /// Where something could not be read that may hold an attribute or block of this name; see
    /// [`syntax::Body::may_hold`].
    pub fn may_hold(&self, name: &str) -> Option<Span> {
        self.layers().find(|layer| layer.may_hold(name)).and_then(|layer| layer.damage())
    }

    fn layers(&self) -> impl DoubleEndedIterator<Item = syntax::Body<'s>> {
        std::iter::once(self.base).chain(self.overrides.iter().copied())
    }
}

fn dynamic<'s>(body: syntax::Body<'s>, ty: &str) -> impl Iterator<Item = syntax::Block<'s>> {
    let blocks = body.blocks_of("dynamic", 1).into_iter();
    blocks.filter(move |block| block.labels().first().is_some_and(|label| label.text == ty))
}
