//! `terraform`: requirements and where the state is kept.

use crate::diag::{Diagnostic, nearest};
use crate::schema::Registry;
use crate::source::{Role, Span};
use crate::syntax::{Block, Body, ExprKind};

use super::super::content::content;
use super::super::declarations::Backend;
use super::super::schema;
use super::{Lowering, label, literal, only_one, provider};

/// `terraform { … }`
pub(super) fn terraform<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    let blocks = content(body, header, &schema::TERRAFORM, at.role, &mut at.out);
    if let Some(attribute) = body.attribute("required_version") {
        let text = literal::constraint(attribute.expr(), &mut at.out);
        at.module.required_version =
            text.map(|text| (text, attribute.expr().span())).or(at.module.required_version.take());
    }
    if let Some(attribute) = body.attribute("experiments") {
        at.out.push(
            Diagnostic::error("experiments", "releases of Terraform have no experiments")
                .at(attribute.name().span, "")
                .help("remove the argument"),
        );
    }
    if let Some(attribute) = body.attribute("language") {
        let edition = matches!(attribute.expr().kind(), ExprKind::Variable(word) if word.name == EDITION);
        if !edition {
            at.out.push(
                Diagnostic::error("language-edition", "there is only one edition of the language")
                    .at(attribute.expr().span(), "")
                    .help(format!("write `language = {EDITION}`, or remove the argument")),
            );
        }
    }
    let mut metas: Vec<(&str, Span)> = Vec::new();
    for block in blocks {
        match block.ty().name {
            "provider_meta" => {
                let name = label(at, block, 0).0;
                match metas.iter().find(|(known, _)| *known == name) {
                    Some((_, first)) => at.out.push(only_one("provider_meta", block.header(), *first)),
                    None => metas.push((name, block.header())),
                }
            }
            "required_providers" => provider::required_providers(at, block),
            "backend" => {
                let kind = label(at, block, 0).0;
                backend(at, block, kind);
            }
            "cloud" => backend(at, block, "cloud"),
            _ => {}
        }
    }
}

/// The edition of the language.
const EDITION: &str = "TF2021";

fn backend<'s>(at: &mut Lowering<'s>, block: Block<'s>, kind: &'s str) {
    let new = Backend { kind, span: block.header(), body: block.body() };
    constant(block.body(), &mut at.out);
    match (at.role, &at.module.backend) {
        (Role::Primary, Some(first)) if (first.kind == "cloud") != (kind == "cloud") => {
            let (backend, cloud) = if kind == "cloud" { (first.span, new.span) } else { (new.span, first.span) };
            at.out.push(
                Diagnostic::error("duplicate-block", "there may be either a `cloud` or a `backend` block")
                    .at(backend, "")
                    .at(cloud, "the `cloud` block is here")
                    .help("remove one of them"),
            );
        }
        // An override file may have one that replaces the one before, but not two.
        (role, Some(first)) if role == Role::Primary || first.span.file == new.span.file => {
            let first = first.span;
            at.out.push(only_one(block.ty().name, new.span, first));
        }
        _ => at.module.backend = Some(new),
    }
}

/// The state's place is read before anything has a value.
fn constant(body: Body<'_>, out: &mut Vec<Diagnostic>) {
    for attribute in body.attributes() {
        literal::check_constant(attribute.expr(), out);
    }
    for block in body.blocks() {
        stacker::maybe_grow(64 << 10, 1 << 20, || constant(block.body(), out));
    }
}

/// What is wrong with the place of a root module's state: only a root module has one.
pub(in super::super) fn check_backend(backend: &Backend<'_>, out: &mut Vec<Diagnostic>) {
    let registry = Registry::builtin();
    let Some(arguments) = registry.backend(backend.kind) else {
        let diagnostic = Diagnostic::error("unknown-backend", format!("there is no backend `{}`", backend.kind))
            .at(backend.span, "");
        return out.push(match nearest(backend.kind, registry.backends()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help("name one that Terraform has, such as `s3`, `gcs` or `local`"),
        });
    };
    if arguments == ["*"] {
        return;
    }
    for attribute in backend.body.attributes() {
        let (name, expr) = (attribute.name(), attribute.expr());
        if !arguments.contains(&name.name) {
            let message = format!("the backend `{}` has no argument `{}`", backend.kind, name.name);
            let diagnostic = Diagnostic::error("unsupported-argument", message).at(name.span, "");
            out.push(match nearest(name.name, arguments.iter().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help("remove it"),
            });
        } else if matches!(expr.kind(), ExprKind::Tuple(_) | ExprKind::Object(_)) {
            out.push(
                Diagnostic::error("not-a-literal", "a string is required here")
                    .at(expr.span(), "")
                    .help("write it in quotes"),
            );
        }
    }
}
