//! Conditions: `validation`, `precondition`, `postcondition`, `assert`; and `check` blocks of them.

use crate::diag::{Diagnostic, Severity};
use crate::source::Role;
use crate::syntax::{AccessStep, Block, List};

use super::super::content::content;
use super::super::declarations::{Check, Validation};
use super::super::references;
use super::super::schema;
use super::{Lowering, check_name, duplicate, label, only_one, resource};

/// A block with a `condition` and an `error_message`.
pub(super) fn rule<'s>(at: &mut Lowering<'s>, block: Block<'s>) -> Option<Validation<'s>> {
    let (body, header, ty) = (block.body(), block.header(), block.ty().name);
    if at.role == Role::Override {
        at.out.push(
            Diagnostic::error("unsupported-override", format!("`{ty}` blocks may not stand in override files"))
                .at(header, "")
                .help("write it where the block is declared"),
        );
        return None;
    }
    content(body, header, &schema::RULE, at.role, &mut at.out);
    let condition = body.attribute("condition")?.expr();
    let invalid = matches!(condition.kind(), crate::syntax::ExprKind::Invalid);
    let mut refers = false;
    references::each(condition, &mut |dependence| {
        refers |= matches!(dependence, references::Dependence::Reference(..))
    });
    if !refers && !invalid {
        at.out.push(
            Diagnostic::error("constant-condition", format!("the condition of this `{ty}` is always the same"))
                .at(condition.span(), "")
                .help("refer to what it is to check"),
        );
    }
    let message = body.attribute("error_message").map(|attribute| attribute.expr());
    Some(Validation { span: header, condition, message })
}

/// The name of the step at `index`, if it is `.name`.
pub(super) fn attribute<'s>(steps: List<'s, AccessStep<'s>>, index: usize) -> Option<&'s str> {
    match steps.get(index) {
        Some(AccessStep::Attr(name)) => Some(name.name),
        _ => None,
    }
}

/// `check "name" { … }`
pub(super) fn check<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (name, name_span) = label(at, block, 0);
    let (body, header) = (block.body(), block.header());
    if at.role == Role::Override {
        at.out.push(
            Diagnostic::error("unsupported-override", "`check` blocks may not stand in override files")
                .at(header, "")
                .help("write it in a file that is no override file"),
        );
        return;
    }
    let blocks = content(body, header, &schema::CHECK, at.role, &mut at.out);
    check_name(at, "check", name, name_span);
    if let Some(first) = at.module.checks.iter().find(|check| check.name == name) {
        let first = first.span;
        return at.out.push(duplicate(&format!("check `{name}`"), header, first));
    }
    let mut asserts = Vec::new();
    let mut sound = false;
    let mut data = None;
    for block in &blocks {
        match (block.ty().name, data) {
            ("assert", _) => {
                let before = at.out.len();
                asserts.extend(rule(at, *block));
                sound |= at.out[before..].iter().all(|diagnostic| diagnostic.severity != Severity::Error);
            }
            ("data", Some(first)) => at.out.push(only_one("data", block.header(), first)),
            _ => {
                data = Some(block.header());
                resource::resource(at, *block, Some(name));
            }
        }
    }
    // One that is refused counts for none.
    if !sound && body.damage().is_none() {
        at.out.push(
            Diagnostic::error("missing-block", "a `check` block needs at least one `assert` block")
                .at(header, "")
                .help("add `assert { condition = … error_message = … }`"),
        );
    }
    at.module.checks.push(Check { name, span: header, asserts });
}
