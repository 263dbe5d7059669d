//! `resource`, `data`, `ephemeral`.

use crate::addrs::Mode;
use crate::diag::Diagnostic;
use crate::source::Role;
use crate::syntax::{Block, Expr, ExprKind};

use super::super::body::Body;
use super::super::content::content;
use super::super::declarations::{Lifecycle, Resource, Validation};
use super::super::references::{self, Dependence};
use super::super::schema;
use super::{
    Lowering, check_name, count_and_for_each, depends_on_overridden, duplicate, label, literal, nothing_to_override,
    only_one, provisioner, refuse, reserved, rule,
};

/// `resource "type" "name" { … }` and its like; `check` names the check block that it stands in.
pub(super) fn resource<'s>(at: &mut Lowering<'s>, block: Block<'s>, check: Option<&'s str>) {
    let (mode, schema) = match block.ty().name {
        "data" => (Mode::Data, &schema::DATA),
        "ephemeral" => (Mode::Ephemeral, &schema::EPHEMERAL),
        _ => (Mode::Managed, &schema::RESOURCE),
    };
    let ((ty, ty_span), (name, name_span)) = (label(at, block, 0), label(at, block, 1));
    let (body, header) = (block.body(), block.header());
    let blocks = content(body, header, schema, at.role, &mut at.out);
    check_name(at, "resource type", ty, ty_span);
    check_name(at, "resource", name, name_span);
    let what = || match mode {
        Mode::Managed => format!("resource `{ty}.{name}`"),
        Mode::Data => format!("data source `data.{ty}.{name}`"),
        Mode::Ephemeral => format!("ephemeral resource `ephemeral.{ty}.{name}`"),
    };
    let mut new = match (at.role, at.module.resources.get(&(mode, ty, name))) {
        (Role::Primary, Some(first)) => {
            let why = duplicate(&what(), header, first.span);
            return refuse(at, block, why);
        }
        (Role::Primary, None) => Resource {
            mode,
            ty,
            name,
            span: header,
            body: Body::new(body),
            count: None,
            for_each: None,
            check,
            provider: None,
            depends_on: Vec::new(),
            lifecycle: Lifecycle::default(),
        },
        (Role::Override, Some(known)) => {
            let mut known = known.clone();
            known.body.overrides.push(body);
            known
        }
        (Role::Override, None) => return refuse(at, block, nothing_to_override(&what(), header)),
    };
    arguments(at, block, &mut new);
    let mut seen: Vec<Block<'s>> = Vec::new();
    let mut destroy = false;
    for block in blocks {
        let ty = block.ty();
        let first = seen.iter().find(|other| other.ty().name == ty.name).map(|other| other.header());
        match (ty.name, first) {
            ("provisioner", _) => destroy |= provisioner::provisioner(at, block),
            ("locals", _) => at.out.push(reserved("locals", ty.span)),
            (name, Some(first)) => at.out.push(only_one(name, block.header(), first)),
            ("lifecycle", None) if new.check.is_some() => at.out.push(
                Diagnostic::error("misplaced-block", "a data source of a `check` block has no `lifecycle`")
                    .at(block.header(), "")
                    .help("remove the block"),
            ),
            ("lifecycle", None) => lifecycle(at, block, &mut new),
            ("_", None) => new.body.escaped = Some(block.body()),
            _ => {}
        }
        seen.push(block);
    }
    if let (true, Some(connection)) = (destroy, seen.iter().find(|block| block.ty().name == "connection")) {
        provisioner::only_self(at, connection.body());
    }
    at.module.resources.insert((mode, ty, name), new);
}

/// The meta-arguments.
fn arguments<'s>(at: &mut Lowering<'s>, block: Block<'s>, new: &mut Resource<'s>) {
    let body = block.body();
    let (count, for_each) = (body.attribute("count"), body.attribute("for_each"));
    if let (true, Some(attribute)) = (new.check.is_some(), count.or(for_each)) {
        at.out.push(
            Diagnostic::error("unsupported-argument", "a data source of a `check` block has one instance only")
                .at(attribute.name().span, "")
                .help("remove the argument"),
        );
    } else {
        if let (Some(count), Some(for_each)) = (count, for_each) {
            at.out.push(count_and_for_each(for_each.name().span, count.name().span));
        }
        new.count = count.map(|attribute| attribute.expr()).or(new.count);
        new.for_each = for_each.map(|attribute| attribute.expr()).or(new.for_each);
    }
    if let Some(attribute) = body.attribute("provider") {
        new.provider = literal::provider_name(at, attribute.expr(), body.is_json()).or(new.provider);
    }
    if let Some(attribute) = body.attribute("depends_on") {
        let references = literal::references(at, attribute, body.is_json());
        match (at.role, references.first()) {
            (Role::Override, Some(first)) => at.out.push(depends_on_overridden(first.span())),
            _ => new.depends_on = references,
        }
    }
}

fn lifecycle<'s>(at: &mut Lowering<'s>, block: Block<'s>, new: &mut Resource<'s>) {
    let body = block.body();
    let blocks = content(body, block.header(), &schema::LIFECYCLE, at.role, &mut at.out);
    for attribute in body.attributes() {
        let (name, expr) = (attribute.name(), attribute.expr());
        let managed = schema::LIFECYCLE.attributes.iter().any(|(known, _)| *known == name.name);
        if new.mode != Mode::Managed && managed {
            at.out.push(
                Diagnostic::error("unsupported-argument", format!("`{}` is for managed resources only", name.name))
                    .at(name.span, "")
                    .help("remove it, or declare a `resource`"),
            );
            continue;
        }
        let lifecycle = &mut new.lifecycle;
        match name.name {
            "create_before_destroy" => {
                lifecycle.create_before_destroy = literal::boolean(expr, &mut at.out).unwrap_or_default();
            }
            "prevent_destroy" => lifecycle.prevent_destroy = literal::boolean(expr, &mut at.out).unwrap_or_default(),
            "ignore_changes" => {
                let names = ignored(at, block, attribute);
                if !names.is_empty() {
                    new.lifecycle.ignore_changes = names;
                }
            }
            "replace_triggered_by" => {
                new.lifecycle.replace_triggered_by = triggers(at, expr, body.is_json());
            }
            _ => {}
        }
    }
    for block in blocks {
        if let Some(rule) = rule::rule(at, block) {
            check_self_reference(at, new, block, &rule);
            match block.ty().name {
                "precondition" => new.lifecycle.preconditions.push(rule),
                _ => new.lifecycle.postconditions.push(rule),
            }
        }
    }
}

/// `replace_triggered_by`: expressions that each refer to one resource.
fn triggers<'s>(at: &mut Lowering<'s>, expr: Expr<'s>, json: bool) -> Vec<Expr<'s>> {
    let items = match literal::bare(expr).kind() {
        ExprKind::Tuple(items) => items,
        ExprKind::Invalid => return Vec::new(),
        _ => {
            at.out.push(
                Diagnostic::error("not-a-list", "a list of references is required here")
                    .at(expr.span(), "")
                    .help("write `[name.name, …]`"),
            );
            return Vec::new();
        }
    };
    let triggers: Vec<_> = match json {
        true => items.iter().map(|item| literal::reference(at, item, true)).collect(),
        false => items.iter().collect(),
    };
    for trigger in &triggers {
        let (mut resources, mut others) = (0, !matches!(trigger.kind(), ExprKind::Access(_)));
        references::each(*trigger, &mut |dependence| {
            let Dependence::Reference(root, steps) = dependence else {
                return;
            };
            let only = |name| steps.and_then(|steps| rule::attribute(steps, 0)) == Some(name);
            match root.name {
                "each" => others |= !only("key"),
                "count" => others |= !only("index"),
                "var" | "local" | "module" | "path" | "terraform" | "self" => others = true,
                _ => resources += 1,
            }
        });
        if others || resources != 1 {
            at.out.push(
                Diagnostic::error("invalid-trigger", "a replacement is triggered by one resource each")
                    .at(trigger.span(), "")
                    .help("refer to one resource, with `each.key` or `count.index` for its key"),
            );
        }
    }
    triggers
}

/// `ignore_changes`: `all`, or the first names of references.
fn ignored<'s>(at: &mut Lowering<'s>, block: Block<'s>, attribute: crate::syntax::Attribute<'s>) -> Vec<&'s str> {
    let json = block.body().is_json();
    let expr = literal::bare(attribute.expr());
    let expr = if json { at.sources.unquote(expr) } else { expr };
    if let ExprKind::Variable(keyword) = expr.kind()
        && keyword.name == "all"
    {
        return vec!["all"];
    }
    if let ExprKind::Tuple(items) = expr.kind()
        && items.iter().any(|item| matches!(item.kind(), ExprKind::String(text) if text == "*"))
    {
        at.out.push(
            Diagnostic::error("invalid-ignore-changes", "`[\"*\"]` does not stand for all attributes any more")
                .at(expr.span(), "")
                .help("write `ignore_changes = all`"),
        );
        return vec!["all"];
    }
    let names = literal::references(at, attribute, json).into_iter().filter_map(|reference| match reference.kind() {
        ExprKind::Variable(name) => Some(name.name),
        ExprKind::Access(access) => match access.base.kind() {
            ExprKind::Variable(name) => Some(name.name),
            _ => None,
        },
        _ => None,
    });
    names.collect()
}

/// Conditions of a resource say `self`, not its name.
fn check_self_reference<'s>(at: &mut Lowering<'s>, of: &Resource<'s>, block: Block<'s>, rule: &Validation<'s>) {
    for expr in [Some(rule.condition), rule.message].into_iter().flatten() {
        let mut itself = false;
        references::each(expr, &mut |dependence| {
            let Dependence::Reference(root, Some(steps)) = dependence else {
                return;
            };
            itself |= match (of.mode, root.name) {
                (Mode::Managed, ty) => ty == of.ty && rule::attribute(steps, 0) == Some(of.name),
                (Mode::Data, "data") | (Mode::Ephemeral, "ephemeral") => {
                    rule::attribute(steps, 0) == Some(of.ty) && rule::attribute(steps, 1) == Some(of.name)
                }
                _ => false,
            };
        });
        if itself {
            let ty = block.ty().name;
            let diagnostic = Diagnostic::error("self-reference", format!("a `{ty}` may not refer to its own resource"))
                .at(expr.span(), "");
            at.out.push(match ty {
                "postcondition" => diagnostic.help("write `self` for the resource"),
                _ => diagnostic.help("make it a `postcondition` and write `self` for the resource"),
            });
        }
    }
}
