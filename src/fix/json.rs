//! Properties of JSON syntax: commas, and blanks as the neighbours have them.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{Attribute, Body, TokenKind};

use super::edit::Edit;
use super::layout::Layout;
use super::snippet;

type Token = (TokenKind, Span);

fn is_text(token: &Token) -> bool {
    !matches!(token.0, TokenKind::Blank | TokenKind::Newline)
}

/// Adds a property as the last one of an object; of an array of objects that are one body, of the last one.
pub(super) fn add(layout: &Layout, body: Body<'_>, name: &str, value: &str) -> Result<Vec<Edit>, Diagnostic> {
    let span = body.span();
    let tokens: Vec<Token> =
        layout.from(span.start).take_while(|(_, token)| token.end <= span.end).filter(is_text).collect();
    let damaged = |message| Diagnostic::error("fix-damaged", message).at(span, "");
    let Some(object) = last_object(&tokens) else {
        return Err(damaged("there is no object to add a property to"));
    };
    snippet::expression(value, layout.tree.syntax())?;
    let name = serde_json::Value::from(name).to_string();
    let (open, close) = (object[0].1, object[object.len() - 1].1);
    let newline = layout.newline(open.start);
    let outer = layout.indentation(open.start);
    let Some(last) = last_property(object) else {
        let inner = format!("{outer}{}", layout.unit(outer));
        let value = snippet::placed_json(value, &inner, newline);
        let text = format!("{newline}{inner}{name}: {value}{newline}{outer}");
        return Ok(vec![layout.edit(open.end, close.start, text)]);
    };
    let ([before, key, (TokenKind::Colon, _), value_start, ..], Some((_, end))) = (last, last.last()) else {
        return Err(damaged("the last property cannot be read"));
    };
    let gap = match layout.text(before.1.end, key.1.start) {
        gap if before.0 == TokenKind::Comma || gap.contains('\n') => gap,
        _ => " ".to_owned(),
    };
    let colon = layout.text(key.1.end, value_start.1.start);
    let value = snippet::placed_json(value, layout.indentation(key.1.start), newline);
    Ok(vec![layout.edit(end.end, end.end, format!(",{gap}{name}{colon}{value}"))])
}

/// The tokens of the last object that is not in another one, braces included.
fn last_object(tokens: &[Token]) -> Option<&[Token]> {
    let close = tokens.iter().rposition(|(kind, _)| *kind == TokenKind::CloseBrace)?;
    let mut depth = 0;
    let open = tokens[..=close].iter().rposition(|(kind, _)| {
        match kind {
            TokenKind::CloseBrace => depth += 1,
            TokenKind::OpenBrace => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    Some(&tokens[open..=close])
}

/// The tokens of the last property of an object, with what is before it: a comma or the brace.
fn last_property(object: &[Token]) -> Option<&[Token]> {
    let inside = object.len() - 1;
    let mut depth = 0;
    let mut start = 0;
    for (at, (kind, _)) in object[..inside].iter().enumerate().skip(1) {
        match kind {
            TokenKind::OpenBrace | TokenKind::OpenBracket => depth += 1,
            TokenKind::CloseBrace | TokenKind::CloseBracket => depth -= 1,
            TokenKind::Comma if depth == 0 => start = at,
            _ => {}
        }
    }
    (inside > 1).then(|| &object[start..inside])
}

/// Removes a property: with what is between it and the next one, of the last one with what is before it, and of the
/// only one with all blanks in the braces.
pub(super) fn remove(layout: &Layout, property: Attribute<'_>) -> Vec<Edit> {
    let Span { start, end, .. } = property.span();
    let mut after = layout.from(end).filter(is_text);
    let before = layout.before(start).filter(is_text);
    let next = match after.next() {
        Some((TokenKind::Comma, _)) => after.next().map(|(_, span)| span.start),
        _ => None,
    };
    let (start, end) = match (next, before.take(2).collect::<Vec<_>>().as_slice()) {
        (Some(next), _) => (start, next),
        (None, [(TokenKind::Comma, _), (_, value)]) => (value.end, end),
        (None, [(_, brace), ..]) => (brace.end, layout.from(end).find(is_text).map_or(end, |(_, span)| span.start)),
        (None, []) => (start, end),
    };
    vec![layout.edit(start, end, "")]
}
