//! Arguments that must be written out: literals, references, keywords.

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{AccessStep, Attribute, Expr, ExprKind, Key, Part};

use super::super::references::{self, Dependence};
use super::Lowering;
use super::provider::check_local_name;

/// The expression without parentheses.
pub(super) fn bare(mut expr: Expr<'_>) -> Expr<'_> {
    while let ExprKind::Parens(inner) = expr.kind() {
        expr = inner;
    }
    expr
}

/// Why an expression is no literal: it refers to something, or it is of another kind.
fn not_literal(expr: Expr<'_>, wanted: &str) -> Diagnostic {
    match references::first(expr) {
        Some(dependence) => not_constant(dependence),
        None => Diagnostic::error("not-a-literal", format!("{wanted} is required here")).at(expr.span(), ""),
    }
}

/// A reference or a call where only constants may stand.
pub(super) fn not_constant(dependence: Dependence<'_>) -> Diagnostic {
    match dependence {
        Dependence::Reference(name, _) => Diagnostic::error("variables-not-allowed", "nothing may be referred to here")
            .at(name.span, "")
            .help("write the value itself")
            .note("Terraform reads this before it knows any value"),
        Dependence::Call(name) => Diagnostic::error("functions-not-allowed", "no function may be called here")
            .at(name.span, "")
            .help("write the value itself")
            .note("Terraform reads this before it knows any value"),
    }
}

/// Notes all that an expression depends on, where it may depend on nothing.
pub(in super::super) fn check_constant(expr: Expr<'_>, out: &mut Vec<Diagnostic>) {
    references::each(expr, &mut |dependence| out.push(not_constant(dependence)));
}

/// A literal `true` or `false`; the texts `"true"` and `"false"` convert.
pub(super) fn boolean(expr: Expr<'_>, out: &mut Vec<Diagnostic>) -> Option<bool> {
    let expr = bare(expr);
    match (expr.kind(), expr.literal_text().as_deref()) {
        (ExprKind::Bool(value), _) => return Some(value),
        (_, Some("true" | "1")) => return Some(true),
        (_, Some("false" | "0")) => return Some(false),
        (ExprKind::Invalid, _) => {}
        _ => out.push(not_literal(expr, "`true` or `false`")),
    }
    None
}

/// A literal string; numbers and booleans convert, and templates of literals are put together.
pub(super) fn string(expr: Expr<'_>, out: &mut Vec<Diagnostic>) -> Option<Str> {
    let text = constant_text(expr);
    if text.is_none() && !matches!(bare(expr).kind(), ExprKind::Invalid) {
        out.push(not_literal(expr, "a literal string"));
    }
    text
}

fn constant_text(expr: Expr<'_>) -> Option<Str> {
    let expr = bare(expr);
    if let Some(text) = expr.literal_text() {
        return Some(Str::from(text.as_ref()));
    }
    match expr.kind() {
        ExprKind::Number(text) => Some(text.into()),
        ExprKind::Bool(value) => Some(if value { "true" } else { "false" }.into()),
        ExprKind::Template(template) => {
            let parts = template.parts.iter().map(|part| match part {
                Part::Literal(text, _) => Some(Str::from(text.as_ref())),
                Part::Interpolation(expr) => stacker::maybe_grow(64 << 10, 1 << 20, || constant_text(expr)),
                Part::If { .. } | Part::For { .. } => None,
            });
            parts.collect()
        }
        _ => None,
    }
}

/// A string and nothing that converts to one.
pub(super) fn only_string(expr: Expr<'_>, out: &mut Vec<Diagnostic>) -> Option<Str> {
    match bare(expr).kind() {
        ExprKind::Number(_) | ExprKind::Bool(_) => {
            out.push(not_literal(expr, "a string"));
            None
        }
        _ => string(expr, out),
    }
}

/// A version constraint, as written.
pub(super) fn constraint(expr: Expr<'_>, out: &mut Vec<Diagnostic>) -> Option<Str> {
    if matches!(bare(expr).kind(), ExprKind::Null) {
        return None;
    }
    let text = string(expr, out)?;
    if super::super::version::Constraints::parse(&text).is_none() {
        out.push(
            Diagnostic::error("invalid-version-constraint", format!("`{text}` is no version constraint"))
                .at(expr.span(), "")
                .help("write an operator and a version, several with commas between them: `\">= 1.2, < 2.0\"`"),
        );
    }
    Some(text)
}

/// A reference as it stands in `depends_on` and the like. In JSON syntax it is written in a string, in native syntax
/// it once was.
pub(super) fn reference<'s>(at: &mut Lowering<'s>, expr: Expr<'s>, json: bool) -> Expr<'s> {
    let unquoted = at.sources.unquote(expr);
    if std::ptr::eq(unquoted.tree(), expr.tree()) {
        return expr;
    }
    if !json {
        at.out.push(
            Diagnostic::warning("quoted-reference", "references are not written in quotes any more")
                .at(expr.span(), "")
                .help("remove the quotes"),
        );
    }
    at.out.extend_from_slice(unquoted.tree().diagnostics());
    unquoted
}

/// The references of a list, each a name with steps after it.
pub(super) fn references<'s>(at: &mut Lowering<'s>, attribute: Attribute<'s>, json: bool) -> Vec<Expr<'s>> {
    let items = match bare(attribute.expr()).kind() {
        ExprKind::Tuple(items) => items,
        ExprKind::Invalid => return Vec::new(),
        _ => {
            at.out.push(
                Diagnostic::error("not-a-list", "a list of references is required here")
                    .at(attribute.expr().span(), "")
                    .help("write `[name.name, …]`"),
            );
            return Vec::new();
        }
    };
    let references: Vec<_> = items.iter().map(|item| reference(at, item, json)).collect();
    let (good, bad): (Vec<_>, Vec<_>) = references.into_iter().partition(|expr| is_reference(*expr));
    at.out.extend(bad.into_iter().filter(|expr| !matches!(expr.kind(), ExprKind::Invalid)).map(|expr| {
        Diagnostic::error("not-a-reference", "a single reference is required here")
            .at(expr.span(), "")
            .help("write the name of what is meant, without functions or operators, keys being literals")
    }));
    good
}

/// Whether an expression is a name with attributes and literal keys after it.
fn is_reference(expr: Expr<'_>) -> bool {
    match expr.kind() {
        ExprKind::Variable(_) => true,
        ExprKind::Access(access) => {
            let fixed = |step| match step {
                AccessStep::Attr(_) | AccessStep::LegacyIndex(..) => true,
                AccessStep::Index(index, _) => key(index).is_some(),
                AccessStep::AttrSplat(_) | AccessStep::FullSplat(_) => false,
            };
            matches!(access.base.kind(), ExprKind::Variable(_)) && access.steps.iter().all(fixed)
        }
        _ => false,
    }
}

/// A literal key, as it would be written.
pub(super) fn key(expr: Expr<'_>) -> Option<String> {
    match expr.kind() {
        ExprKind::String(text) => Some(format!("{text:?}")),
        ExprKind::Number(text) => Some(text.to_owned()),
        _ => None,
    }
}

/// A reference to a provider configuration: its local name and alias.
pub(super) type ProviderName<'s> = (&'s str, Option<&'s str>);

/// `name` or `name.alias`, as `provider` and `providers` have it.
pub(super) fn provider_name<'s>(at: &mut Lowering<'s>, expr: Expr<'s>, json: bool) -> Option<ProviderName<'s>> {
    let unquoted = reference(at, expr, json);
    match unquoted.kind() {
        ExprKind::Variable(name) => {
            return check_local_name(at, name.name, expr.span()).then_some((name.name, None));
        }
        ExprKind::Access(access) if access.steps.len() == 1 => {
            if let (ExprKind::Variable(name), Some(AccessStep::Attr(alias))) =
                (access.base.kind(), access.steps.first())
            {
                return check_local_name(at, name.name, expr.span()).then_some((name.name, Some(alias.name)));
            }
        }
        ExprKind::Invalid => return None,
        _ => {}
    }
    at.out.push(invalid_provider(expr.span()));
    None
}

fn invalid_provider(span: Span) -> Diagnostic {
    Diagnostic::error("invalid-provider-reference", "a provider is named by its local name, or by that and an alias")
        .at(span, "")
        .help("write `name` or `name.alias`, without quotes")
}

/// Where the strings of a value in JSON syntax stand, which stand for themselves.
pub(super) fn texts(expr: Expr<'_>, found: &mut Vec<Span>) {
    if expr.literal_text().is_some() {
        return found.push(expr.span());
    }
    match expr.kind() {
        ExprKind::Tuple(items) => items.iter().for_each(|item| texts(item, found)),
        ExprKind::Object(items) => items.iter().for_each(|item| {
            if let Key::Expr(key) = item.key {
                texts(key, found);
            }
            texts(item.value, found);
        }),
        _ => {}
    }
}
