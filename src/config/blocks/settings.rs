//! `terraform`: requirements and where the state is kept.

use crate::diag::Diagnostic;
use crate::source::Role;
use crate::syntax::{Block, Body};

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
    for block in blocks {
        match block.ty().name {
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
