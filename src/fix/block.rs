//! Adding blocks, and their labels.

use crate::diag::Diagnostic;
use crate::syntax::{Block, Body, Syntax, TokenKind, Tree, is_name, quote};

use super::attribute::{Place, ends_paragraph, insert, whole};
use super::edit::Edit;
use super::layout::{Item, Layout, items};
use super::snippet;

/// What is written behind everything else in a block, by the language's conventions.
const LAST: [&str; 4] = ["lifecycle", "depends_on", "provisioner", "connection"];

/// Adds a block to the body of another one: behind the last block of its type, or behind everything but `lifecycle`,
/// `depends_on` and the like. A blank line is between it and what is before it, unless what is there does without.
/// `block` has no indentation but its own and gets the line breaks of the file.
///
/// # Errors
/// `fix-syntax` where `block` is none; `fix-damaged` where part of the body could not be read; `fix-json` in JSON
/// syntax, where a block is a property for [`set_attribute`](super::set_attribute).
pub fn insert_block(body: Body<'_>, block: &str) -> Result<Vec<Edit>, Diagnostic> {
    whole(body)?;
    native(body.tree())?;
    let new = snippet::blocks(block.trim())?;
    let ty = new.body().blocks().next().map_or("", |block| block.ty().name);
    let layout = Layout::new(body.tree());
    let items = items(body);
    let alike = items.iter().rposition(|item| matches!(item, Item::Block(block) if block.ty().name == ty));
    let last = alike.or_else(|| items.iter().rposition(|item| !LAST.contains(&name(item))));
    let place = match last {
        None => Place::InFront,
        Some(at) => {
            let end = layout.line_end(items[at].span().end);
            let dense = at > 0
                && matches!(items[at], Item::Block(_))
                && layout.line_end(items[at - 1].span().end) == layout.line_start(items[at].span().start);
            Place::Behind(items[at], ends_paragraph(&layout, end) && !dense)
        }
    };
    Ok(insert(&layout, body, place, &|indentation, newline| {
        format!("{indentation}{}", snippet::placed(&new, indentation, newline))
    }))
}

fn name<'s>(item: &Item<'s>) -> &'s str {
    match item {
        Item::Attribute(attribute) => attribute.name().name,
        Item::Block(block) => block.ty().name,
    }
}

pub(super) fn native(tree: &Tree) -> Result<(), Diagnostic> {
    match tree.syntax() {
        Syntax::Native => Ok(()),
        _ => Err(Diagnostic::error("fix-json", "blocks can be added and removed in native syntax only")
            .in_file(tree.file().path())),
    }
}

/// Adds blocks to the file of another one, behind it and with a blank line on both sides. `blocks` is as
/// [`insert_block`] has it.
///
/// # Errors
/// As those of [`insert_block`].
pub fn insert_block_after(block: Block<'_>, blocks: &str) -> Result<Vec<Edit>, Diagnostic> {
    let tree = block.body().tree();
    native(tree)?;
    let layout = Layout::new(tree);
    let at = layout.line_end(block.span().end);
    let (indentation, newline) = (layout.indentation(block.span().start), layout.newline(block.span().end));
    let new = snippet::placed(&snippet::blocks(blocks.trim())?, indentation, newline);
    let mut lines = vec![String::new(), format!("{indentation}{new}")];
    if !ends_paragraph(&layout, at) {
        lines.push(String::new());
    }
    Ok(vec![layout.insert_lines(at, &lines)])
}

/// Adds blocks at the end of a file, behind its last comment. A file whose last line has no line break has none
/// afterwards.
///
/// # Errors
/// As those of [`insert_block`].
pub fn append_block(tree: &Tree, blocks: &str) -> Result<Vec<Edit>, Diagnostic> {
    native(tree)?;
    whole(tree.body())?;
    let layout = Layout::new(tree);
    let new = snippet::placed(&snippet::blocks(blocks.trim())?, "", layout.newline(layout.end()));
    let last = layout.before(layout.end()).find(|(kind, _)| !matches!(kind, TokenKind::Blank | TokenKind::Newline));
    Ok(vec![match last {
        None => layout.insert_lines(layout.start(), &[new]),
        Some((TokenKind::LineComment, span)) => layout.insert_lines(span.end, &[String::new(), new]),
        Some((_, span)) => layout.insert_lines(layout.line_end(span.end), &[String::new(), new]),
    }])
}

/// Gives a block's label, counted from 0, another text. A label without quotes stays without where it can. In JSON
/// syntax a label is a key, which blocks may share.
///
/// # Errors
/// `fix-label` where the block has no such label.
pub fn rename_label(block: Block<'_>, index: usize, text: &str) -> Result<Vec<Edit>, Diagnostic> {
    let labels = block.labels();
    let Some(label) = labels.get(index) else {
        let message = format!("the block has {} labels, so none at {index}", labels.len());
        return Err(Diagnostic::error("fix-label", message).at(block.header(), ""));
    };
    if label.text == text {
        return Ok(Vec::new());
    }
    let tree = block.body().tree();
    let is_bare = !tree.file().text(label.span).starts_with('"');
    let text = match tree.syntax() {
        Syntax::Native if is_bare && is_name(text) => text.to_owned(),
        Syntax::Native => quote(text),
        _ => serde_json::Value::from(text).to_string(),
    };
    Ok(vec![Edit::new(label.span, text)])
}
