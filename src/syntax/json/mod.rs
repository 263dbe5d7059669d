//! HCL's JSON syntax.
use super::ast::*;
use super::*;

#[derive(Debug, Default)]
pub(super) struct Decoded {}
impl Decoded {
    pub fn size(&self) -> usize {
        0
    }
    pub fn bytes(&self, _s: u32, _e: u32) -> &[u8] {
        todo!()
    }
    pub fn span(&self, _f: crate::source::FileId, _s: u32, _e: u32) -> Span {
        todo!()
    }
}
pub(super) fn properties<'s>(_tree: &'s Tree, _node: u32) -> impl Iterator<Item = Attribute<'s>> {
    std::iter::empty()
}
pub(super) fn blocks<'s>(_b: Body<'s>, _ty: &str, _labels: usize) -> Vec<Block<'s>> {
    todo!()
}
pub(super) fn damage(_tree: &Tree, _node: u32) -> Option<Span> {
    todo!()
}
pub(super) fn key(_tree: &Tree, _node: u32) -> Ident<'_> {
    todo!()
}
pub(super) fn around(_tree: &Tree, _property: u32, _count: u32) -> u32 {
    todo!()
}
pub(super) fn labels<'s>(_block: Block<'s>) -> Vec<Label<'s>> {
    todo!()
}
pub(super) fn string<'s>(_tree: &'s Tree, _node: u32) -> ExprKind<'s> {
    todo!()
}
pub(super) fn object_key<'s>(_tree: &'s Tree, _node: u32) -> Key<'s> {
    todo!()
}
