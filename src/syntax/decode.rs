//! Reading bodies whose form is fixed: names checked, literals taken, every complaint at its span.
//!
//! For files that hold data (sidecars, profiles, waivers), where an expression is nothing but a literal.

use crate::addrs::Str;
use crate::diag::{Diagnostic, nearest};
use crate::source::Span;

use super::{Attribute, Block, Body, Expr, ExprKind, Key, Label, List, ObjectItem};

/// What a body may hold.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What the body is, with its article, for messages: `a waiver`.
    pub what: &'static str,
    /// The arguments that must be there.
    pub required: &'static [&'static str],
    /// The arguments that may be there.
    pub optional: &'static [&'static str],
    /// The types of blocks that may be there.
    pub blocks: &'static [&'static str],
}

impl Form {
    fn attributes(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.required.iter().chain(self.optional).copied()
    }
}

/// Complains of every argument and block that `form` does not know, and of what it requires and `body` lacks.
/// `header` is where a missing argument is reported.
pub fn check_form(body: Body<'_>, header: Span, form: &Form, diagnostics: &mut Vec<Diagnostic>) {
    for attribute in body.attributes() {
        let name = attribute.name();
        if form.attributes().any(|known| known == name.name) {
            continue;
        }
        let diagnostic = if form.blocks.contains(&name.name) {
            Diagnostic::error("unsupported-argument", format!("`{}` is a block in {}", name.name, form.what))
                .at(name.span, "")
                .help(format!("write `{} {{ … }}` without `=`", name.name))
        } else {
            unsupported("argument", name.name, name.span, form, form.attributes())
        };
        diagnostics.push(diagnostic);
    }
    for block in body.blocks() {
        let ty = block.ty();
        if form.blocks.contains(&ty.name) {
            continue;
        }
        let diagnostic = if form.attributes().any(|known| known == ty.name) {
            Diagnostic::error("unsupported-block", format!("`{}` is an argument in {}", ty.name, form.what))
                .at(ty.span, "")
                .help(format!("write `{} = …`", ty.name))
        } else {
            unsupported("block", ty.name, ty.span, form, form.blocks.iter().copied())
        };
        diagnostics.push(diagnostic);
    }
    // What a damaged region may hold is not missed as well: it has a complaint of its own.
    if body.damage().is_some() {
        return;
    }
    let missing = form.required.iter().filter(|name| body.attribute(name).is_none());
    let missing: Vec<String> = missing.map(|name| format!("`{name}`")).collect();
    let message = match missing.as_slice() {
        [] => return,
        [one] => format!("{} needs the argument {one}", form.what),
        [most @ .., last] => format!("{} needs the arguments {} and {last}", form.what, most.join(", ")),
    };
    diagnostics.push(Diagnostic::error("missing-argument", message).at(header, ""));
}

fn unsupported(
    kind: &str,
    name: &str,
    span: Span,
    form: &Form,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Diagnostic {
    let code = if kind == "block" { "unsupported-block" } else { "unsupported-argument" };
    let diagnostic = Diagnostic::error(code, format!("unsupported {kind} `{name}` in {}", form.what)).at(span, "");
    match nearest(name, known.clone()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => match known.map(|known| format!("`{known}`")).collect::<Vec<_>>() {
            names if names.is_empty() => diagnostic.note(format!("{} has no {kind}s", form.what)),
            names => diagnostic.note(format!("{kind}s are {}", names.join(", "))),
        },
    }
}

/// The one label of a block, which must be a name of lowercase letters, digits and hyphens.
pub fn id_label<'s>(block: Block<'s>, diagnostics: &mut Vec<Diagnostic>) -> Option<Label<'s>> {
    let label = one_label(block, diagnostics)?;
    if is_id(&label.text) {
        return Some(label);
    }
    diagnostics.push(
        Diagnostic::error("invalid-name", format!("`{}` is no name", label.text))
            .at(label.span, "")
            .note("names are lowercase letters, digits and hyphens"),
    );
    None
}

/// Whether it is made of lowercase letters, digits and hyphens.
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The one label of a block.
pub fn one_label<'s>(block: Block<'s>, diagnostics: &mut Vec<Diagnostic>) -> Option<Label<'s>> {
    let mut labels = block.labels();
    if labels.len() == 1 {
        return labels.pop();
    }
    let ty = block.ty().name;
    diagnostics.push(
        Diagnostic::error("invalid-label", format!("a `{ty}` block has one label"))
            .at(block.header(), "")
            .help(format!("write `{ty} \"name\" {{ … }}`")),
    );
    None
}

/// A string without interpolation.
pub fn string(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Str> {
    match plain(expr).kind() {
        ExprKind::String(text) => Some(text.as_ref().into()),
        ExprKind::Invalid => None,
        ExprKind::Template(_) => expected("a string without interpolation", expr, diagnostics),
        _ => expected("a string", expr, diagnostics),
    }
}

/// `true` or `false`.
pub fn boolean(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<bool> {
    match plain(expr).kind() {
        ExprKind::Bool(value) => Some(value),
        ExprKind::Invalid => None,
        _ => expected("`true` or `false`", expr, diagnostics),
    }
}

/// A list of strings, each with its place.
pub fn strings(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<(Str, Span)>> {
    match plain(expr).kind() {
        ExprKind::Tuple(items) => {
            Some(items.iter().filter_map(|item| Some((string(item, diagnostics)?, item.span()))).collect())
        }
        ExprKind::Invalid => None,
        _ => expected("a list of strings", expr, diagnostics),
    }
}

/// One of a few words.
pub fn one_of<T: Copy>(expr: Expr<'_>, words: &[(&str, T)], diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    let text = string(expr, diagnostics)?;
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
        return Some(*value);
    }
    let all = words.iter().map(|(word, _)| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    let diagnostic = Diagnostic::error("invalid-value", format!("`{text}` is none of {all}")).at(expr.span(), "");
    diagnostics.push(match nearest(&text, words.iter().map(|(word, _)| *word)) {
        Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")),
        None => diagnostic,
    });
    None
}

/// The items of an object whose keys are names or plain strings: key, its place, value.
pub fn object<'s>(expr: Expr<'s>, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<(Str, Span, Expr<'s>)>> {
    match plain(expr).kind() {
        ExprKind::Object(items) => Some(entries(items, diagnostics)),
        ExprKind::Invalid => None,
        _ => expected("an object", expr, diagnostics),
    }
}

fn entries<'s>(items: List<'s, ObjectItem<'s>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Str, Span, Expr<'s>)> {
    let mut entries: Vec<(Str, Span, Expr<'s>)> = Vec::with_capacity(items.len());
    for item in items {
        let (key, span) = match item.key {
            Key::Name(name) => (Str::from(name.name), name.span),
            Key::Expr(key) => match string(key, diagnostics) {
                Some(text) => (text, key.span()),
                None => continue,
            },
        };
        if entries.iter().any(|(known, ..)| *known == key) {
            diagnostics.push(Diagnostic::error("duplicate-key", format!("`{key}` is given twice")).at(span, ""));
            continue;
        }
        entries.push((key, span, item.value));
    }
    entries
}

/// The expression of the argument `name`, if it is there.
pub fn argument<'s>(body: Body<'s>, name: &str) -> Option<Expr<'s>> {
    body.attribute(name).map(Attribute::expr)
}

/// An expression without the parentheses around it.
pub fn plain(mut expr: Expr<'_>) -> Expr<'_> {
    while let ExprKind::Parens(inner) = expr.kind() {
        expr = inner;
    }
    expr
}

/// Complains that something else was expected; always none.
pub fn expected<T>(what: &str, expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    let diagnostic = Diagnostic::error("invalid-value", format!("expected {what}")).at(expr.span(), "");
    diagnostics.push(diagnostic);
    None
}
