//! `variable`, `locals`, `output`.

use indexmap::map::Entry;

use crate::diag::Diagnostic;
use crate::lang;
use crate::source::{Role, Span};
use crate::syntax::{Block, ExprKind};

use super::super::content::{content, no_blocks};
use super::super::declarations::{Call, Local, Output, Variable};
use super::super::references::{self, Dependence};
use super::super::schema;
use super::{Lowering, check_name, depends_on_overridden, duplicate, label, literal, nothing_to_override, rule};

/// `variable "name" { … }`
pub(super) fn variable<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (name, name_span) = label(at, block, 0);
    let (body, header) = (block.body(), block.header());
    let blocks = content(body, header, &schema::VARIABLE, at.role, &mut at.out);
    check_name(at, "variable", name, name_span);
    let meta = Call::META.iter().chain(schema::MODULE.blocks.iter().map(|(ty, _)| ty));
    if meta.into_iter().any(|meta| *meta == name) {
        at.out.push(
            Diagnostic::error("reserved-name", format!("the variable name `{name}` has a meaning in `module` blocks"))
                .at(name_span, "")
                .help("choose another name"),
        );
    }
    let mut new = match (at.role, at.module.variables.get(name)) {
        (Role::Primary, Some(first)) => {
            let first = first.span;
            return at.out.push(duplicate(&format!("variable `{name}`"), header, first));
        }
        (Role::Primary, None) => Variable {
            span: header,
            ty: None,
            default: None,
            nullable: true,
            sensitive: false,
            ephemeral: false,
            validations: Vec::new(),
            overridden: None,
            damage: None,
        },
        (Role::Override, Some(known)) => known.clone(),
        (Role::Override, None) => return at.out.push(nothing_to_override(&format!("variable `{name}`"), header)),
    };
    for attribute in body.attributes() {
        let expr = attribute.expr();
        match attribute.name().name {
            "description" => drop(literal::string(expr, &mut at.out)),
            "type" => {
                let expr = if body.is_json() { literal::reference(at, expr, true) } else { expr };
                if matches!(expr.kind(), ExprKind::String(_)) {
                    at.out.push(
                        Diagnostic::error("quoted-type", "types are not written in quotes any more")
                            .at(expr.span(), "")
                            .help("remove the quotes"),
                    );
                } else {
                    at.out.extend(lang::wrong_types(expr).iter().map(lang::Error::diagnostic));
                }
                new.ty = Some(expr);
            }
            "default" => {
                // In JSON syntax a default's strings stand for themselves.
                match body.is_json() {
                    false => literal::check_constant(expr, &mut at.out),
                    true => {
                        let mut texts = Vec::new();
                        literal::texts(expr, &mut texts);
                        at.out.retain(|problem| {
                            let inside = |at: Span, text: &Span| {
                                at.file == text.file && text.range().contains(&(at.start as usize))
                            };
                            problem.code != "syntax"
                                || !problem.span().is_some_and(|at| texts.iter().any(|text| inside(at, text)))
                        });
                    }
                }
                new.default = Some(expr);
            }
            // What cannot be read must not make a secret public.
            "sensitive" => new.sensitive = flag(at, expr, true),
            "ephemeral" => new.ephemeral = flag(at, expr, true),
            "nullable" => new.nullable = flag(at, expr, true),
            _ => {}
        }
    }
    if at.role == Role::Override && (body.attribute("type").is_some() || body.attribute("default").is_some()) {
        new.overridden = Some(header);
    }
    if new.default.is_none() || new.ty.is_none() && body.may_hold("type") {
        new.damage = body.damage();
    }
    let broken_type = new.ty.and_then(|ty| ty.damage());
    new.damage = new.damage.or(broken_type);
    if !new.nullable && new.default.is_some_and(|default| matches!(default.kind(), ExprKind::Null)) {
        let at_default = body.attribute("default").map_or(header, |attribute| attribute.expr().span());
        at.out.push(
            Diagnostic::error("invalid-default", "the default is null, but the variable may not be null")
                .at(at_default, "")
                .help("give another default, none at all, or remove `nullable = false`"),
        );
    }
    for block in blocks {
        if let Some(validation) = rule::rule(at, block) {
            let mut refers_to_itself = false;
            references::each(validation.condition, &mut |dependence| {
                if let Dependence::Reference(root, Some(steps)) = dependence {
                    refers_to_itself |= root.name == "var" && rule::attribute(steps, 0) == Some(name);
                }
            });
            if !refers_to_itself && references::first(validation.condition).is_some() {
                at.out.push(
                    Diagnostic::error("invalid-validation", format!("the condition does not test `var.{name}`"))
                        .at(validation.condition.span(), "")
                        .help(format!("refer to `var.{name}` in it")),
                );
            }
            new.validations.push(validation);
        }
    }
    at.module.variables.insert(name, new);
}

/// A literal boolean, and `unreadable` where it is none.
fn flag<'s>(at: &mut Lowering<'s>, expr: crate::syntax::Expr<'s>, unreadable: bool) -> bool {
    literal::boolean(expr, &mut at.out).unwrap_or(unreadable)
}

/// `locals { … }`
pub(super) fn locals<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let body = block.body();
    no_blocks(body, "in a `locals` block", &mut at.out);
    at.module.lost_locals.extend(body.damage());
    for attribute in body.attributes() {
        let name = attribute.name();
        check_name(at, "local value", name.name, name.span);
        let local = Local { span: attribute.span(), expr: attribute.expr() };
        match (at.role, at.module.locals.entry(name.name)) {
            (Role::Primary, Entry::Vacant(entry)) => {
                entry.insert(local);
            }
            (Role::Override, Entry::Occupied(mut entry)) => {
                entry.insert(local);
            }
            (Role::Primary, Entry::Occupied(entry)) => {
                let first = entry.get().span;
                let inside = block.span();
                // Twice in one block is refused by the native syntax already.
                if body.is_json() || first.file != inside.file || !inside.range().contains(&(first.start as usize)) {
                    at.out.push(duplicate(&format!("local value `{}`", name.name), local.span, first));
                }
            }
            (Role::Override, Entry::Vacant(_)) => {
                at.out.push(nothing_to_override(&format!("local value `{}`", name.name), local.span));
            }
        }
    }
}

/// `output "name" { … }`
pub(super) fn output<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (name, name_span) = label(at, block, 0);
    let (body, header) = (block.body(), block.header());
    let blocks = content(body, header, &schema::OUTPUT, at.role, &mut at.out);
    check_name(at, "output", name, name_span);
    let mut new = match (at.role, at.module.outputs.get(name)) {
        (Role::Primary, Some(first)) => {
            let first = first.span;
            return at.out.push(duplicate(&format!("output `{name}`"), header, first));
        }
        (Role::Primary, None) => Output {
            span: header,
            value: None,
            sensitive: false,
            ephemeral: false,
            depends_on: Vec::new(),
            preconditions: Vec::new(),
        },
        (Role::Override, Some(known)) => known.clone(),
        (Role::Override, None) => return at.out.push(nothing_to_override(&format!("output `{name}`"), header)),
    };
    for attribute in body.attributes() {
        let expr = attribute.expr();
        match attribute.name().name {
            "description" => drop(literal::string(expr, &mut at.out)),
            "value" => new.value = Some(expr),
            "sensitive" => new.sensitive = flag(at, expr, true),
            "ephemeral" => new.ephemeral = flag(at, expr, true),
            "depends_on" => {
                let references = literal::references(at, attribute, body.is_json());
                match (at.role, references.first()) {
                    (Role::Override, Some(first)) => at.out.push(depends_on_overridden(first.span())),
                    _ => new.depends_on = references,
                }
            }
            _ => {}
        }
    }
    for block in blocks {
        match block.ty().name {
            "precondition" => new.preconditions.extend(rule::rule(at, block)),
            _ => at.out.push(
                Diagnostic::error("postcondition-of-output", "an output may have preconditions only")
                    .at(block.ty().span, "")
                    .help("make it a `precondition`"),
            ),
        }
    }
    at.module.outputs.insert(name, new);
}
