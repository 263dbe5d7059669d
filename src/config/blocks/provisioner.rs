//! `provisioner` and `connection`: nothing of them is kept, but Terraform refuses some.

use crate::diag::Diagnostic;
use crate::source::Role;
use crate::syntax::{Attribute, Block, Body, ExprKind};

use super::super::content::content;
use super::super::references::{self, Dependence};
use super::super::schema;
use super::rule::attribute;
use super::{Lowering, label, literal, only_one, reserved};

/// Provisioners that Terraform once had.
const REMOVED: [&str; 4] = ["chef", "habitat", "puppet", "salt-masterless"];

/// `provisioner "type" { … }`; whether it runs when the resource is destroyed.
pub(super) fn provisioner<'s>(at: &mut Lowering<'s>, block: Block<'s>) -> bool {
    let (kind, span) = label(at, block, 0);
    let body = block.body();
    // What else is required is the provisioner's own matter.
    let blocks = content(body, block.header(), &schema::PROVISIONER, Role::Override, &mut at.out);
    if REMOVED.contains(&kind) {
        at.out.push(
            Diagnostic::error("removed-provisioner", format!("Terraform has no provisioner `{kind}` any more"))
                .at(span, "")
                .help("remove the block"),
        );
        return false;
    }
    let json = body.is_json();
    let when = body.attribute("when").and_then(|when| keyword(at, when, json, ["create", "destroy"]));
    let destroy = when == Some("destroy");
    if let Some(on_failure) = body.attribute("on_failure") {
        keyword(at, on_failure, json, ["continue", "fail"]);
    }
    if destroy {
        only_self(at, body);
    }
    let mut seen: Vec<Block<'s>> = Vec::new();
    for block in blocks {
        let ty = block.ty();
        match (ty.name, seen.iter().find(|other| other.ty().name == ty.name)) {
            ("lifecycle", _) => at.out.push(reserved(ty.name, ty.span)),
            (name, Some(first)) => at.out.push(only_one(name, block.header(), first.header())),
            ("connection", None) if destroy => only_self(at, block.body()),
            _ => {}
        }
        seen.push(block);
    }
    destroy
}

/// One of two keywords, which once were written in quotes.
fn keyword<'s>(
    at: &mut Lowering<'s>,
    attribute: Attribute<'s>,
    json: bool,
    keywords: [&'static str; 2],
) -> Option<&'static str> {
    let expr = literal::reference(at, attribute.expr(), json);
    let found = match expr.kind() {
        ExprKind::Variable(name) => keywords.into_iter().find(|keyword| *keyword == name.name),
        ExprKind::Invalid => return None,
        _ => None,
    };
    if found.is_none() {
        at.out.push(
            Diagnostic::error("invalid-keyword", format!("this must be `{}` or `{}`", keywords[0], keywords[1]))
                .at(attribute.expr().span(), "")
                .help("write the word without quotes"),
        );
    }
    found
}

/// When a resource is destroyed, nothing but itself is sure to be there.
pub(super) fn only_self<'s>(at: &mut Lowering<'s>, body: Body<'s>) {
    for argument in body.attributes() {
        let mut other = false;
        references::each(argument.expr(), &mut |dependence| {
            let Dependence::Reference(root, steps) = dependence else {
                return;
            };
            let only = |name| steps.is_some_and(|steps| steps.len() == 1 && attribute(steps, 0) == Some(name));
            other |= match root.name {
                "self" | "path" | "terraform" => false,
                "count" => !only("index"),
                "each" => !only("key"),
                _ => true,
            };
        });
        if other && !["when", "on_failure"].contains(&argument.name().name) {
            at.out.push(
                Diagnostic::error(
                    "destroy-reference",
                    "a provisioner that runs on destruction may refer to its own resource only",
                )
                .at(argument.expr().span(), "")
                .help("use `self`, `count.index` or `each.key`"),
            );
        }
    }
}
