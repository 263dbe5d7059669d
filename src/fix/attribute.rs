//! Setting attributes and replacing values.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{Body, Expr, Syntax, TokenKind, is_name};

use super::edit::Edit;
use super::layout::{Item, Layout, items};
use super::{json, snippet};

/// Arguments of the language itself that are written before all others, apart from them.
const FIRST: [&str; 3] = ["count", "for_each", "provider"];

/// The one that is written after all others, behind the blocks.
const LAST: &str = "depends_on";

/// Puts `value` in the place of an expression. It is in the syntax of the file, with no indentation but its own; it
/// gets the line breaks of the file. Without any edit where it is what is written already.
///
/// # Errors
/// `fix-syntax` where it is not one expression.
pub fn replace(expr: Expr<'_>, value: &str) -> Result<Vec<Edit>, Diagnostic> {
    let (tree, span, value) = (expr.tree(), expr.span(), value.trim());
    if tree.file().text(span) == value {
        return Ok(Vec::new());
    }
    let layout = Layout::new(tree);
    Ok(vec![Edit::new(span, placed(&layout, value, span.start)?)])
}

/// A value as it is written on the line of a position.
fn placed(layout: &Layout, value: &str, position: u32) -> Result<String, Diagnostic> {
    let (indentation, newline) = (layout.indentation(position), layout.newline(position));
    let tree = snippet::expression(value, layout.tree.syntax())?;
    Ok(match layout.tree.syntax() {
        Syntax::Json | Syntax::JsonValues => snippet::placed_json(value, indentation, newline),
        _ => snippet::placed(&tree, indentation, newline),
    })
}

/// Gives an attribute a value: in the place of the one that it has, or on a new line behind the attributes that are
/// written first in the body; of these behind the last that is on one line. Only `depends_on` is written behind
/// blocks, and `count` and the like stay apart from what is no argument of the language itself. A body of one line gets
/// several.
///
/// In JSON syntax the property becomes the last one of the object. `value` is as [`replace`] has it.
///
/// # Errors
/// `fix-syntax` where `name` is no name or `value` is not one expression; `fix-damaged` where part of the body could not
/// be read, so that the attribute may be there.
pub fn set_attribute(body: Body<'_>, name: &str, value: &str) -> Result<Vec<Edit>, Diagnostic> {
    whole(body)?;
    if let Some(attribute) = body.attribute(name) {
        return replace(attribute.expr(), value);
    }
    let layout = Layout::new(body.tree());
    if body.is_json() {
        return json::add(&layout, body, name, value.trim());
    }
    if !is_name(name) {
        return Err(Diagnostic::error("fix-syntax", format!("`{name}` is no name of an attribute")));
    }
    let tree = snippet::expression(value.trim(), Syntax::Expression)?;
    let place = place(body, name);
    Ok(insert(&layout, body, place, &|indentation, newline| {
        format!("{indentation}{name} = {}", snippet::placed(&tree, indentation, newline))
    }))
}

/// Refuses a body that part of could not be read.
pub(super) fn whole(body: Body<'_>) -> Result<(), Diagnostic> {
    match body.damage() {
        None => Ok(()),
        Some(span) => Err(Diagnostic::error("fix-damaged", "what cannot be read cannot be changed")
            .at(span, "")
            .help("mend the syntax first")),
    }
}

fn is_first(item: &Item) -> bool {
    is_named(item, &FIRST)
}

fn is_named(item: &Item, names: &[&str]) -> bool {
    matches!(item, Item::Attribute(attribute) if names.contains(&attribute.name().name))
}

/// Where a new attribute goes.
fn place<'s>(body: Body<'s>, name: &str) -> Place<'s> {
    let file = body.tree().file();
    let items = items(body);
    let first = items.iter().take_while(|item| is_first(item)).count();
    let last = match name {
        LAST => items.last(),
        _ if FIRST.contains(&name) => items[..first].last(),
        _ => {
            let arguments = items.iter().skip(first).take_while(|item| matches!(item, Item::Attribute(_)));
            let arguments: Vec<_> = arguments.filter(|item| !is_named(item, &[LAST])).collect();
            let on_one_line = |item: &&&Item| !file.bytes()[item.span().range()].contains(&b'\n');
            let last = arguments.iter().rfind(on_one_line).or(arguments.last()).copied();
            last.or_else(|| items[..first].last())
        }
    };
    match last {
        Some(item) => Place::Behind(*item, name == LAST || is_first(item) && !FIRST.contains(&name)),
        None => Place::InFront,
    }
}

/// Where something new goes in a body.
#[derive(Clone, Copy)]
pub(super) enum Place<'s> {
    /// Behind an item, and whether apart from it.
    Behind(Item<'s>, bool),
    /// Before all items, and apart from them; where there are none, behind all comments.
    InFront,
}

/// Inserts an item into a native body. `write` makes its text from the indentation and the line break, without one at
/// the end.
pub(super) fn insert<'s>(
    layout: &Layout<'s>,
    body: Body<'s>,
    place: Place<'s>,
    write: &dyn Fn(&str, &str) -> String,
) -> Vec<Edit> {
    let Span { start, end, .. } = body.span();
    let items = items(body);
    let is_file = layout.tree.body().span() == body.span();
    if !is_file && !layout.bytes()[body.span().range()].contains(&b'\n') {
        let apart = matches!(place, Place::Behind(_, true) | Place::InFront);
        return open_up(layout, body.span(), apart, write);
    }
    let outer = if is_file { "" } else { layout.indentation(start) };
    let first = items.iter().map(|item| item.span().start).find(|&at| layout.starts_line(at));
    let inner = match first {
        Some(first) => layout.indentation(first).to_owned(),
        None if is_file => String::new(),
        None => format!("{outer}{}", layout.unit(outer)),
    };
    let blank = String::new();
    match place {
        Place::Behind(item, apart) => {
            let at = layout.line_end(item.span().end);
            let new = write(&inner, layout.newline(item.span().end));
            let lines = if apart && ends_paragraph(layout, at) { vec![blank, new] } else { vec![new] };
            vec![layout.insert_lines(at, &lines)]
        }
        Place::InFront if !items.is_empty() => {
            let mut at = if is_file { layout.start() } else { layout.line_end(start) };
            while layout.is_blank(at) {
                at = layout.next_line(at);
            }
            vec![layout.insert_lines(at, &[write(&inner, layout.newline(start)), blank])]
        }
        Place::InFront => {
            let newline = layout.newline(start);
            let new = write(&inner, newline);
            let comments = layout.from(start).take_while(|(_, span)| span.start < end);
            let last =
                comments.filter(|(kind, _)| matches!(kind, TokenKind::LineComment | TokenKind::BlockComment)).last();
            let at = match last {
                Some((_, comment)) => layout.line_end(comment.start),
                None if is_file => end,
                None => layout.line_end(start),
            };
            if !is_file && !layout.bytes()[..at as usize].ends_with(b"\n") {
                // The closing brace stands behind a comment.
                return vec![layout.edit(at, end, format!("{newline}{new}{newline}{outer}"))];
            }
            // A comment on the line of the brace speaks of the block, not of what is in it.
            let speaks = last.is_some() && (is_file || at > layout.line_end(start));
            vec![layout.insert_lines(at, &if speaks { vec![blank, new] } else { vec![new] })]
        }
    }
}

/// Whether a blank line, a brace or the end of the file is at a position where a line starts.
pub(super) fn ends_paragraph(layout: &Layout, line: u32) -> bool {
    let next = layout.from(line).find(|(kind, _)| *kind != TokenKind::Blank);
    next.is_none_or(|(kind, _)| matches!(kind, TokenKind::Newline | TokenKind::CloseBrace))
}

/// Makes several lines of a body that is on the line of its braces, and adds one.
fn open_up(layout: &Layout, body: Span, apart: bool, write: &dyn Fn(&str, &str) -> String) -> Vec<Edit> {
    let outer = layout.indentation(body.start);
    let inner = format!("{outer}{}", layout.unit(outer));
    let newline = layout.newline(body.end);
    let new = write(&inner, newline);
    let text = &layout.bytes()[body.range()];
    let first = body.start + (text.len() - text.trim_ascii_start().len()) as u32;
    if first == body.end {
        return vec![layout.edit(body.start, body.end, format!("{newline}{new}{newline}{outer}"))];
    }
    let last = body.start + text.trim_ascii_end().len() as u32;
    let gap = if apart { newline } else { "" };
    vec![
        layout.edit(body.start, first, format!("{newline}{inner}")),
        layout.edit(last, body.end, format!("{gap}{newline}{new}{newline}{outer}")),
    ]
}
