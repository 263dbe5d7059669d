//! `moved`, `import`, `removed`.

use crate::addrs::Mode;
use crate::diag::Diagnostic;
use crate::source::{Role, Span};
use crate::syntax::Block;

use super::super::content::content;
use super::super::declarations::{Import, Moved, Removed};
use super::super::schema;
use super::target::address;
use super::{Lowering, literal, only_one, provisioner};

/// `moved { … }`
pub(super) fn moved<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    if refused_in_override(at, block) {
        return;
    }
    content(body, header, &schema::MOVED, at.role, &mut at.out);
    let from = body.attribute("from").and_then(|attribute| address(at, attribute, body.is_json(), false));
    let to = body.attribute("to").and_then(|attribute| address(at, attribute, body.is_json(), false));
    let (Some((from, old)), Some((to, new))) = (from, to) else {
        return;
    };
    if old.resource.is_some() != new.resource.is_some() {
        at.out.push(
            Diagnostic::error("invalid-move", "a resource cannot become a module, nor a module a resource")
                .at(header, "")
                .help("name two resources or two modules"),
        );
        return;
    }
    at.module.moved.push(Moved { span: header, from, to });
}

/// `import { … }`
pub(super) fn import<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    if refused_in_override(at, block) {
        return;
    }
    content(body, header, &schema::IMPORT, at.role, &mut at.out);
    let to = body.attribute("to").and_then(|attribute| address(at, attribute, body.is_json(), true));
    if let (Some(provider), Some((_, target))) = (body.attribute("provider"), &to)
        && target.in_module
    {
        at.out.push(
            Diagnostic::error("unsupported-argument", "`provider` is for resources of this module only")
                .at(provider.name().span, "")
                .help("remove it: the module's own providers are used"),
        );
    }
    let provider = body.attribute("provider").and_then(|provider| {
        Some((literal::provider_name(at, provider.expr(), body.is_json())?, provider.name().span))
    });
    let Some((to, target)) = to else {
        return;
    };
    if target.resource != Some(Mode::Managed) {
        at.out.push(
            Diagnostic::error("invalid-address", "only managed resources can be imported")
                .at(to.span(), "")
                .help("write `type.name`"),
        );
        return;
    }
    let Some(id) = body.attribute("id") else {
        return;
    };
    let same = |known: &(String, Span)| Some(&known.0) == target.text.as_ref();
    if let Some((_, first)) = at.imported.iter().find(|known| same(known)) {
        at.out.push(
            Diagnostic::error("duplicate-declaration", "the same resource is imported twice")
                .at(to.span(), "imported again")
                .at(*first, "first imported here")
                .help("remove one of the two"),
        );
    }
    at.imported.extend(target.text.clone().map(|text| (text, to.span())));
    let for_each = body.attribute("for_each").map(|attribute| attribute.expr());
    if for_each.is_none() && target.text.is_none() {
        // Terraform tells of the key where it is, and then that there is no address.
        let wrong = Diagnostic::error("invalid-address", "a key must be a literal where there is no `for_each`");
        at.out.push(wrong.clone().at(to.span(), "").help("write the key itself"));
        at.out.push(wrong.without_place());
    }
    at.module.imports.push(Import { span: header, to, id: id.expr(), for_each, provider });
}

/// `removed { … }`
pub(super) fn removed<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    let blocks = content(body, header, &schema::REMOVED, at.role, &mut at.out);
    let from = body.attribute("from").and_then(|attribute| address(at, attribute, body.is_json(), false));
    let managed = from.as_ref().is_none_or(|(_, target)| target.resource == Some(Mode::Managed));
    if let Some((from, target)) = &from {
        let problem = match (target.resource, target.keys.first()) {
            (Some(Mode::Data | Mode::Ephemeral), _) => {
                Some(("only managed resources and modules are removed", from.span()))
            }
            (_, Some(key)) => Some(("all instances are removed together, so there can be no instance key", *key)),
            _ => None,
        };
        at.out.extend(problem.map(|(message, span)| {
            Diagnostic::error("invalid-address", message).at(span, "").help("write `type.name` or `module.name`")
        }));
    }
    let mut destroy = true;
    let mut connection = None;
    for block in blocks {
        let inner = block.header();
        match (block.ty().name, connection) {
            ("lifecycle", _) => {
                content(block.body(), inner, &schema::REMOVED_LIFECYCLE, at.role, &mut at.out);
                let written = block.body().attribute("destroy");
                let written = written.and_then(|attribute| literal::boolean(attribute.expr(), &mut at.out));
                destroy = written.unwrap_or(destroy);
            }
            (ty, _) if !managed => at.out.push(
                Diagnostic::error("misplaced-block", format!("a `{ty}` block is for managed resources only"))
                    .at(inner, "")
                    .help("remove the block"),
            ),
            ("connection", Some(first)) => at.out.push(only_one("connection", inner, first)),
            ("connection", None) => connection = Some(inner),
            _ => {
                if !provisioner::provisioner(at, block) {
                    at.out.push(
                        Diagnostic::error("misplaced-block", "what is removed has no provisioners but for destruction")
                            .at(inner, "")
                            .help("add `when = destroy`"),
                    );
                }
            }
        }
    }
    // Terraform reads them in override files as well, and then passes over them.
    if let (Some((from, _)), Role::Primary) = (from, at.role) {
        at.module.removed.push(Removed { span: header, from, destroy });
    }
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
