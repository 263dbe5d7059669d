//! `module`.

use crate::diag::Diagnostic;
use crate::source::Role;
use crate::syntax::{Attribute, Block, ExprKind, Key};

use super::super::body::Body;
use super::super::content::content;
use super::super::declarations::{Call, PassedProvider};
use super::super::module::Source;
use super::super::schema;
use super::{
    Lowering, check_name, count_and_for_each, depends_on_overridden, duplicate, label, literal, nothing_to_override,
    only_one, refuse, reserved,
};

/// `module "name" { … }`
pub(super) fn call<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (name, name_span) = label(at, block, 0);
    let (body, header, json) = (block.body(), block.header(), block.body().is_json());
    let blocks = content(body, header, &schema::MODULE, at.role, &mut at.out);
    check_name(at, "module", name, name_span);
    let mut new = match (at.role, at.module.calls.get(name)) {
        (Role::Primary, Some(first)) => {
            let why = duplicate(&format!("module call `{name}`"), header, first.span);
            return refuse(at, block, why);
        }
        (Role::Primary, None) => Call {
            name,
            span: header,
            source_text: None,
            version: None,
            versioned: false,
            source: Source::Missing("it has no readable source".into()),
            body: Body::new(body),
            count: None,
            for_each: None,
            remote: false,
            providers: Vec::new(),
            depends_on: Vec::new(),
        },
        (Role::Override, Some(known)) => {
            let mut known = known.clone();
            known.body.overrides.push(body);
            known
        }
        (Role::Override, None) => {
            return refuse(at, block, nothing_to_override(&format!("module call `{name}`"), header));
        }
    };
    if let Some(attribute) = body.attribute("source") {
        let expr = attribute.expr();
        new.source_text = literal::string(expr, &mut at.out).map(|text| (text, expr.span()));
    }
    if let Some(attribute) = body.attribute("version") {
        new.versioned = true;
        new.version = literal::constraint(attribute.expr(), &mut at.out).or(new.version);
    }
    let (count, for_each) = (body.attribute("count"), body.attribute("for_each"));
    if let (Some(count), Some(for_each)) = (count, for_each) {
        at.out.push(count_and_for_each(for_each.name().span, count.name().span));
    }
    new.count = count.map(|attribute| attribute.expr()).or(new.count);
    new.for_each = for_each.map(|attribute| attribute.expr()).or(new.for_each);
    if let Some(attribute) = body.attribute("depends_on") {
        let references = literal::references(at, attribute, json);
        match (at.role, references.first()) {
            (Role::Override, Some(first)) => at.out.push(depends_on_overridden(first.span())),
            _ => new.depends_on = references,
        }
    }
    if let Some(attribute) = body.attribute("providers") {
        let providers = providers(at, attribute, json);
        if at.role == Role::Primary || !providers.is_empty() {
            new.providers = providers;
        }
    }
    for block in body.blocks().filter(|block| schema::MODULE.labels(block.ty().name).is_none()) {
        let ty = block.ty();
        at.out.push(
            Diagnostic::error("unsupported-block", "a module is given arguments only, no blocks")
                .at(ty.span, "")
                .help(format!("write it as an argument: `{} = {{ … }}`", ty.name)),
        );
    }
    let mut escaped = None;
    for block in blocks {
        match (block.ty().name, escaped) {
            ("_", None) => {
                escaped = Some(block.header());
                new.body.escaped = Some(block.body());
            }
            ("_", Some(first)) => at.out.push(only_one("_", block.header(), first)),
            (ty, _) => at.out.push(reserved(ty, block.ty().span)),
        }
    }
    at.module.calls.insert(name, new);
}

/// `providers = { name = name.alias }`
fn providers<'s>(at: &mut Lowering<'s>, attribute: Attribute<'s>, json: bool) -> Vec<PassedProvider<'s>> {
    let items = match literal::bare(attribute.expr()).kind() {
        ExprKind::Object(items) => items,
        ExprKind::Invalid => return Vec::new(),
        _ => {
            at.out.push(
                Diagnostic::error("not-an-object", "`providers` is an object of provider names")
                    .at(attribute.expr().span(), "")
                    .help("write `{ name = name.alias }`"),
            );
            return Vec::new();
        }
    };
    let mut providers: Vec<PassedProvider<'s>> = Vec::new();
    for item in items.iter() {
        let (inner, inner_span) = match item.key {
            Key::Name(name) => (Some((name.name, None)), name.span),
            Key::Expr(expr) => (literal::provider_name(at, expr, json), expr.span()),
        };
        let (outer, outer_span) = (literal::provider_name(at, item.value, json), item.value.span());
        let (Some(inner), Some(outer)) = (inner, outer) else {
            continue;
        };
        if providers.iter().any(|known| known.inner == inner) {
            at.out.push(
                Diagnostic::error("duplicate-provider", format!("`{}` is passed twice to the module", inner.0))
                    .at(outer_span, "")
                    .help("remove one of them"),
            );
            continue;
        }
        providers.push(PassedProvider { inner, inner_span, outer, outer_span });
    }
    providers
}
