//! Removing items with what belongs to them.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{Attribute, Block, Syntax, TokenKind, Tree};

use super::edit::Edit;
use super::json;
use super::layout::Layout;

/// Removes an attribute: its lines and the comments on them. In JSON syntax the property, and a comma.
///
/// Lines of comments right above go as well, unless another item follows right below, which they may speak of too, or
/// they begin the file. Of blank lines above and below only one stays, and none next to a brace. Braces with nothing left between
/// them close up.
pub fn remove_attribute(attribute: Attribute<'_>) -> Vec<Edit> {
    let tree = attribute.expr().tree();
    match tree.syntax() {
        Syntax::Json | Syntax::JsonValues => json::remove(&Layout::new(tree), attribute),
        _ => remove(tree, attribute.span()),
    }
}

/// Removes a block as [`remove_attribute`] does an attribute.
///
/// # Errors
/// `fix-json` in JSON syntax.
pub fn remove_block(block: Block<'_>) -> Result<Vec<Edit>, Diagnostic> {
    let tree = block.body().tree();
    super::block::native(tree)?;
    Ok(remove(tree, block.span()))
}

fn remove(tree: &Tree, item: Span) -> Vec<Edit> {
    let layout = Layout::new(tree);
    let start = first_of_line(&layout, item.start);
    let open = layout.before(start).find(|(kind, _)| *kind != TokenKind::Blank);
    let end = layout.line_end(item.end);
    let close = layout.from(end).find(|(kind, _)| *kind != TokenKind::Blank);
    if let (Some((TokenKind::OpenBrace, open)), false) = (open, layout.starts_line(start)) {
        // On one line with the braces.
        let close = close.filter(|(kind, _)| *kind == TokenKind::CloseBrace).map_or(end, |(_, close)| close.start);
        return vec![layout.edit(open.end, close, "")];
    }
    let mut start = layout.line_start(start);
    let mut end = end;
    if let Some(brace) = close.filter(|(kind, _)| *kind == TokenKind::CloseBrace)
        && !layout.starts_line(brace.1.start)
    {
        // The brace stands behind a comment of the item.
        end = brace.1.start;
    } else if is_alone(&layout, end) {
        start = above(&layout, start);
    }
    let blank_above = start > layout.start() && layout.is_blank(layout.line_start(start - 1));
    let at_start = start == layout.start() || follows_brace(&layout, start);
    let at_end = end == layout.end() || close.is_some_and(|(kind, _)| kind == TokenKind::CloseBrace);
    if (blank_above || at_start) && layout.is_blank(end) {
        end = layout.next_line(end);
    } else if blank_above && at_end {
        start = layout.line_start(start - 1);
    }
    if let Some(edit) = closed_up(&layout, start, end) {
        return vec![edit];
    }
    if end == layout.end() && !layout.bytes().ends_with(b"\n") {
        // The line above is the last one now, and has no break either.
        let above = &layout.bytes()[..start as usize];
        start =
            above.strip_suffix(b"\n").map_or(above, |above| above.strip_suffix(b"\r").unwrap_or(above)).len() as u32;
    }
    vec![layout.edit(start, end, "")]
}

/// Where the first comment starts that is before an item on its line, or the item.
fn first_of_line(layout: &Layout, item: u32) -> u32 {
    let mut first = item;
    for (kind, span) in layout.before(item) {
        match kind {
            TokenKind::Blank => {}
            TokenKind::BlockComment => first = span.start,
            _ => break,
        }
    }
    first
}

/// Whether the line above ends with a brace, or a comment behind it.
fn follows_brace(layout: &Layout, line: u32) -> bool {
    let above = layout.line_start(line.saturating_sub(1));
    let last = layout.before(line).take_while(|(_, span)| span.start >= above).find(|(kind, _)| {
        use TokenKind::{BlockComment, LineComment};
        !matches!(kind, TokenKind::Blank | TokenKind::Newline | LineComment | BlockComment)
    });
    matches!(last, Some((TokenKind::OpenBrace, _)))
}

/// Whether no item follows on the line at `end`.
fn is_alone(layout: &Layout, end: u32) -> bool {
    !matches!(layout.from(end).find(|(kind, _)| *kind != TokenKind::Blank), Some((TokenKind::Name, _)))
}

/// Where the lines of comments start that are right above a line.
fn above(layout: &Layout, line: u32) -> u32 {
    let mut start = line;
    let mut tokens = layout.before(line).filter(|(kind, _)| *kind != TokenKind::Blank).peekable();
    loop {
        let comment = match (tokens.next(), tokens.peek()) {
            (Some((TokenKind::LineComment, comment)), _) => comment,
            (Some((TokenKind::Newline, _)), Some(&(TokenKind::BlockComment, comment))) => {
                tokens.next();
                comment
            }
            _ => return start,
        };
        if !layout.starts_line(comment.start) {
            return start;
        }
        match tokens.peek() {
            None => return line,
            Some((TokenKind::Newline | TokenKind::LineComment, _)) => start = layout.line_start(comment.start),
            // A comment on the line of a brace.
            Some(_) => return start,
        }
    }
}

/// The whole inside of braces where nothing is left in it.
fn closed_up(layout: &Layout, start: u32, end: u32) -> Option<Edit> {
    let is_text = |(kind, _): &(TokenKind, Span)| !matches!(kind, TokenKind::Blank | TokenKind::Newline);
    match (layout.before(start).find(is_text)?, layout.from(end).find(is_text)?) {
        ((TokenKind::OpenBrace, open), (TokenKind::CloseBrace, close)) => Some(layout.edit(open.end, close.start, "")),
        _ => None,
    }
}
