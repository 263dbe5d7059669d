//! `moved`, `import`, `removed`.

use crate::diag::Diagnostic;
use crate::source::Role;
use crate::syntax::{Attribute, Block, Expr, ExprKind};

use super::super::module::{Import, Moved, Removed};
use super::super::schema::{self, content};
use super::{Lowering, literal};

/// `moved { … }`
pub(super) fn moved<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    if refused_in_override(at, block) {
        return;
    }
    content(body, header, &schema::MOVED, at.role, &mut at.out);
    let from = body.attribute("from").and_then(|attribute| address(at, attribute, body.is_json()));
    let to = body.attribute("to").and_then(|attribute| address(at, attribute, body.is_json()));
    if let (Some(from), Some(to)) = (from, to) {
        at.module.moved.push(Moved { span: header, from, to });
    }
}

/// `import { … }`
pub(super) fn import<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    if refused_in_override(at, block) {
        return;
    }
    content(body, header, &schema::IMPORT, at.role, &mut at.out);
    let to = body.attribute("to").and_then(|attribute| address(at, attribute, body.is_json()));
    let id = body.attribute("id").map(|attribute| attribute.expr());
    let for_each = body.attribute("for_each").map(|attribute| attribute.expr());
    if let Some(attribute) = body.attribute("provider") {
        literal::provider_name(at, attribute.expr(), body.is_json());
    }
    if let (Some(to), Some(id)) = (to, id) {
        at.module.imports.push(Import { span: header, to, id, for_each });
    }
}

/// `removed { … }`
pub(super) fn removed<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    let blocks = content(body, header, &schema::REMOVED, at.role, &mut at.out);
    let from = body.attribute("from").and_then(|attribute| address(at, attribute, body.is_json()));
    let mut destroy = true;
    for block in blocks.into_iter().filter(|block| block.ty().name == "lifecycle") {
        content(block.body(), block.header(), &schema::REMOVED_LIFECYCLE, at.role, &mut at.out);
        let written = block.body().attribute("destroy");
        destroy = written.and_then(|attribute| literal::boolean(attribute.expr(), &mut at.out)).unwrap_or(destroy);
    }
    if let Some(from) = from {
        at.module.removed.push(Removed { span: header, from, destroy });
    }
}

/// An address, which is written like a reference.
fn address<'s>(at: &mut Lowering<'s>, attribute: Attribute<'s>, json: bool) -> Option<Expr<'s>> {
    let expr = match json {
        true => literal::reference(at, attribute.expr(), true),
        false => attribute.expr(),
    };
    match expr.kind() {
        ExprKind::Access(access) if matches!(access.base.kind(), ExprKind::Variable(_)) => return Some(expr),
        ExprKind::Invalid => {}
        _ => at.out.push(
            Diagnostic::error("invalid-address", "the address of a resource or a module is required here")
                .at(expr.span(), "")
                .help("write `type.name`, `module.name` or `module.name.type.name`, without quotes"),
        ),
    }
    None
}

fn refused_in_override(at: &mut Lowering<'_>, block: Block<'_>) -> bool {
    let refused = at.role == Role::Override;
    if refused {
        at.out.push(
            Diagnostic::error(
                "unsupported-override",
                format!("`{}` blocks may not stand in override files", block.ty().name),
            )
            .at(block.header(), "")
            .help("write it in a file that is no override file"),
        );
    }
    refused
}
