//! Reading JSON as bodies, blocks and expressions.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{Attribute, Block, Body, Expr, ExprKind, Ident, Key, Label};
use crate::syntax::tree::{Kind, NONE};
use crate::syntax::{Tree, text as texts};

/// The objects that a body is: itself, or those in the array that it is.
fn objects(tree: &Tree, node: u32) -> impl Iterator<Item = u32> {
    let items = match tree.words.kind(node) {
        Kind::JsonArray => tree.words.list(node, 4, tree.words.at(node, 3) as usize),
        _ => &[],
    };
    let itself = (tree.words.kind(node) == Kind::JsonObject).then_some(node);
    itself.into_iter().chain(items.iter().copied().filter(|&item| tree.words.kind(item) == Kind::JsonObject))
}

/// What is in an array that is no object.
fn others(tree: &Tree, node: u32) -> impl Iterator<Item = u32> {
    let items = match tree.words.kind(node) {
        Kind::JsonArray => tree.words.list(node, 4, tree.words.at(node, 3) as usize),
        _ => &[],
    };
    items.iter().copied().filter(|&item| tree.words.kind(item) != Kind::JsonObject)
}

/// All properties of a body's objects, those without name included.
fn all_properties(tree: &Tree, node: u32) -> impl Iterator<Item = u32> {
    objects(tree, node).flat_map(|object| {
        let count = 2 * tree.words.at(object, 3) as usize;
        tree.words.list(object, 4, count).iter().step_by(2).copied()
    })
}

/// Whether a property is one whose name could not be read.
fn is_lost(tree: &Tree, property: u32) -> bool {
    tree.words.bits(property) != 0 && tree.words.at(property, 5) == tree.words.at(property, 6)
}

/// The properties of a body but its comments.
pub(in crate::syntax) fn properties(tree: &Tree, node: u32) -> impl Iterator<Item = Attribute<'_>> {
    all_properties(tree, node)
        .filter(move |&property| !is_lost(tree, property) && key(tree, property).name != "//")
        .map(move |node| Attribute { tree, node })
}

/// The key of a property.
pub(in crate::syntax) fn key(tree: &Tree, property: u32) -> Ident<'_> {
    let [start, end] = [1, 2].map(|index| tree.words.at(property, index));
    let name = match tree.words.bits(property) {
        0 => tree.name(start + 1, end - 1),
        _ => tree.name(tree.words.at(property, 5), tree.words.at(property, 6)),
    };
    Ident { name, span: tree.span(start, end) }
}

/// The key of an object that is read as an expression, where keys may be templates.
pub(in crate::syntax) fn object_key(tree: &Tree, property: u32) -> Key<'_> {
    if tree.words.bits(property) == 0 {
        return Key::Name(key(tree, property));
    }
    match tree.words.at(property, 7) {
        // The invalid value stands for the key as well.
        NONE if is_lost(tree, property) => Key::Expr(Expr { tree, node: tree.words.at(property, 3) }),
        NONE => Key::Name(key(tree, property)),
        node => Key::Expr(Expr { tree, node }),
    }
}

/// The property so many levels around another one.
pub(in crate::syntax) fn around(tree: &Tree, property: u32, levels: u32) -> u32 {
    (0..levels).fold(property, |property, _| tree.words.at(property, 4))
}

/// The labels of a block.
pub(in crate::syntax) fn labels(block: Block<'_>) -> Vec<Label<'_>> {
    let keys = (0..block.labels).rev().map(|levels| key(block.tree, around(block.tree, block.property, levels)));
    keys.map(|key| Label { text: key.name.into(), span: key.span }).collect()
}

/// What a string is when it is read as an expression.
pub(in crate::syntax) fn string(tree: &Tree, node: u32) -> ExprKind<'_> {
    match tree.words.at(node, 5) {
        NONE => ExprKind::String(texts::normalized(String::from_utf8_lossy(text_bytes(tree, node)))),
        node => Expr { tree, node }.kind(),
    }
}

fn text_bytes(tree: &Tree, node: u32) -> &[u8] {
    tree.bytes(tree.words.at(node, 3), tree.words.at(node, 4))
}

/// Where the text of a string is.
pub(in crate::syntax) fn text(tree: &Tree, node: u32) -> Option<(u32, u32)> {
    match tree.words.kind(node) {
        Kind::JsonString => Some((tree.words.at(node, 3), tree.words.at(node, 4))),
        Kind::Plain => {
            let (start, end) = tree.words.leaf_span(node);
            Some((start + 1, end - 1))
        }
        _ => None,
    }
}

/// What of a body could not be read, or is not what a body may be.
pub(in crate::syntax) fn damage(tree: &Tree, node: u32) -> Option<Span> {
    let span = |node| tree.span(tree.words.start(node), tree.words.end(node));
    let mut inside = all_properties(tree, node).collect::<Vec<_>>();
    if node == tree.root {
        // Where the type of a resource is lost, it may be any.
        let values = inside.iter().map(|&property| tree.words.at(property, 3));
        let inner = values.flat_map(|value| all_properties(tree, value)).collect::<Vec<_>>();
        inside.extend(inner);
    }
    let lost = || inside.into_iter().find(|&property| is_lost(tree, property));
    match tree.words.kind(node) {
        Kind::Null => None,
        Kind::JsonObject => lost().map(|property| key(tree, property).span),
        Kind::JsonArray => {
            others(tree, node).next().map(span).or_else(|| lost().map(|property| key(tree, property).span))
        }
        _ => Some(span(node)),
    }
}

/// The blocks of type `ty` with so many labels.
pub(in crate::syntax) fn blocks<'s>(body: Body<'s>, ty: &str, labels: usize) -> Vec<Block<'s>> {
    let mut blocks = Vec::new();
    for property in properties(body.tree, body.node).filter(|property| property.name().name == ty) {
        let value = body.tree.words.at(property.node, 3);
        unpack(body.tree, property.node, value, labels, 0, &mut blocks);
    }
    blocks
}

/// Peels off the labels that are left, then adds the blocks that a value is.
fn unpack<'s>(tree: &'s Tree, property: u32, value: u32, left: usize, labels: u32, blocks: &mut Vec<Block<'s>>) {
    let kind = tree.words.kind(value);
    let block = |node| Block { tree, node, property, labels };
    if left > 0 && matches!(kind, Kind::JsonObject | Kind::JsonArray) {
        for inner in all_properties(tree, value) {
            unpack(tree, inner, tree.words.at(inner, 3), left - 1, labels + 1, blocks);
        }
        blocks.extend(others(tree, value).map(block));
        return;
    }
    match kind {
        Kind::Null => {}
        Kind::JsonArray => {
            blocks.extend(tree.words.list(value, 4, tree.words.at(value, 3) as usize).iter().map(|&item| block(item)));
        }
        _ => blocks.push(block(value)),
    }
}

/// What is wrong with the properties of type `ty` as blocks with so many labels.
pub(in crate::syntax) fn misread(body: Body<'_>, ty: &str, labels: usize) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    for property in properties(body.tree, body.node).filter(|property| property.name().name == ty) {
        check(body.tree, ty, body.tree.words.at(property.node, 3), labels, &mut wrong);
    }
    wrong
}

fn check(tree: &Tree, ty: &str, value: u32, left: usize, wrong: &mut Vec<Diagnostic>) {
    let mut complain = |node, message: String| {
        // What could not be read at all has its diagnostic.
        if tree.words.kind(node) != Kind::Invalid {
            let span = Expr { tree, node }.span();
            wrong.push(Diagnostic::error("syntax", message).at(span, ""));
        }
    };
    let array = tree.words.kind(value) == Kind::JsonArray;
    match (left, tree.words.kind(value)) {
        (0, Kind::Null | Kind::JsonObject) => {}
        // Each item is the body of a block, and a body may be an array of objects.
        (0, Kind::JsonArray) => {
            for item in others(tree, value).filter(|&item| tree.words.kind(item) != Kind::Null) {
                let wrong = (tree.words.kind(item) != Kind::JsonArray).then_some(item);
                for wrong in wrong.into_iter().chain(others(tree, item)) {
                    complain(wrong, format!("expected an object: a `{ty}` block"));
                }
            }
        }
        (_, Kind::JsonObject | Kind::JsonArray) => {
            for other in others(tree, value) {
                complain(other, format!("expected an object, whose keys are labels of `{ty}` blocks"));
            }
            if all_properties(tree, value).next().is_none() {
                let what = if array { "an object with a key" } else { "a key" };
                complain(value, format!("expected {what}, which would be a label of a `{ty}` block"));
            }
            for inner in all_properties(tree, value) {
                check(tree, ty, tree.words.at(inner, 3), left - 1, wrong);
            }
        }
        (0, _) => complain(value, format!("expected an object or array of objects: `{ty}` blocks")),
        _ => complain(value, format!("expected an object, whose keys are labels of `{ty}` blocks")),
    }
}
