//! Reading a block's content with what override files put over it.

use crate::config::Body;
use crate::syntax::{self, Block};

/// The type of block that a block makes: its label for `dynamic`.
pub(super) fn block_type<'s>(block: Block<'s>) -> &'s str {
    match block.ty().name {
        "dynamic" => match block.labels().into_iter().next() {
            Some(syntax::Label { text: std::borrow::Cow::Borrowed(label), .. }) => label,
            _ => "dynamic",
        },
        ty => ty,
    }
}

/// All native blocks: those of an override replace all of their type.
pub(super) fn blocks<'s>(body: &Body<'s>) -> Vec<Block<'s>> {
    let escaped = body.escaped.into_iter().flat_map(|body| body.blocks());
    let mut all: Vec<Block<'s>> = body.base.blocks().filter(|block| block.ty().name != "_").chain(escaped).collect();
    for layer in &body.overrides {
        let over: Vec<Block<'s>> = layer.blocks().collect();
        all.retain(|block| over.iter().all(|new| block_type(*new) != block_type(*block)));
        all.extend(over);
    }
    all
}
