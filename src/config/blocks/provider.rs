//! `provider` and `required_providers`.

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::source::{Role, Span};
use crate::syntax::{Attribute, Block, Expr, ExprKind, Key};

use super::super::body::Body;
use super::super::content::{content, no_blocks};
use super::super::declarations::{ProviderConfig, ProviderRequirement};
use super::super::schema;
use super::{Lowering, duplicate, is_name, label, literal, nothing_to_override, only_one, reserved};

/// `provider "name" { … }`
pub(super) fn provider<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (name, name_span) = label(at, block, 0);
    let (body, header) = (block.body(), block.header());
    let blocks = content(body, header, &schema::PROVIDER, at.role, &mut at.out);
    if !check_local_name(at, name, name_span) {
        return;
    }
    let alias = body.attribute("alias").and_then(|attribute| {
        let span = attribute.expr().span();
        let alias = literal::string(attribute.expr(), &mut at.out);
        if !alias.as_deref().is_some_and(is_name) {
            let message = format!("`{}` is no valid provider alias", alias.as_deref().unwrap_or_default());
            at.out.push(
                Diagnostic::error("invalid-name", message)
                    .at(span, "")
                    .help("write a name in quotes: letters, digits, underscores and dashes")
                    .without_place(),
            );
        }
        alias
    });
    if let Some(version) = body.attribute("version") {
        at.out.push(
            Diagnostic::warning("deprecated-version", "versions in `provider` blocks are deprecated")
                .at(version.expr().span(), "")
                .help("move it into `terraform { required_providers { … } }`"),
        );
        literal::constraint(version.expr(), &mut at.out);
    }
    for reserved in ["count", "depends_on", "for_each", "source"] {
        if let Some(attribute) = body.attribute(reserved) {
            at.out.push(
                Diagnostic::error("reserved-argument", format!("the argument `{reserved}` is reserved by Terraform"))
                    .at(attribute.name().span, "")
                    .help("remove it"),
            );
        }
    }
    let what = || match &alias {
        Some(alias) => format!("configuration of provider `{name}.{alias}`"),
        None => format!("configuration of provider `{name}`"),
    };
    let known = at.module.providers.iter().position(|known| known.name == name && known.alias == alias);
    let mut escaped = None;
    for block in blocks {
        match (block.ty().name, escaped) {
            ("_", None) => escaped = Some(block),
            ("_", Some(first)) => at.out.push(only_one("_", block.header(), first.header())),
            (ty, _) => at.out.push(reserved(ty, block.ty().span)),
        }
    }
    let escaped = escaped.map(|block| block.body());
    match (at.role, known) {
        (Role::Primary, Some(first)) => {
            let first = at.module.providers[first].span;
            at.out.push(match alias {
                Some(_) => duplicate(&what(), header, first),
                None => duplicate(&what(), header, first).help("give one of them an `alias`"),
            });
        }
        (Role::Override, Some(known)) => {
            let known = &mut at.module.providers[known].body;
            known.overrides.push(body);
            known.escaped = escaped.or(known.escaped);
        }
        // Every provider has an empty configuration to begin with, so an override may be the first one written.
        (Role::Override, None) if alias.is_some() => at.out.push(nothing_to_override(&what(), header)),
        _ => {
            let body = Body { escaped, ..Body::new(body) };
            at.module.providers.push(ProviderConfig { name, alias, span: header, body });
        }
    }
}

/// Local names are lowercase letters, digits and dashes.
pub(super) fn check_local_name(at: &mut Lowering<'_>, name: &str, span: Span) -> bool {
    let edges = name.starts_with('-') || name.ends_with('-') || name.contains("--");
    let good = !name.is_empty()
        && !edges
        && name.chars().all(|c| c == '-' || c.is_alphanumeric())
        && !name.chars().any(|c| c.is_uppercase());
    if !good {
        let diagnostic =
            Diagnostic::error("invalid-name", format!("`{name}` is no valid local name of a provider")).at(span, "");
        at.out.push(match name.to_lowercase() {
            lower if lower != name => diagnostic.help(format!("write `{lower}`")),
            _ => diagnostic.help("use letters, digits and single dashes between them"),
        });
    }
    good
}

/// `required_providers { … }`
pub(super) fn required_providers<'s>(at: &mut Lowering<'s>, block: Block<'s>) {
    let (body, header) = (block.body(), block.header());
    match (at.role, at.requirements) {
        (Role::Primary, Some(first)) => return at.out.push(only_one("required_providers", header, first)),
        (Role::Primary, None) => at.requirements = Some(header),
        (Role::Override, _) => {}
    }
    no_blocks(body, "in a `required_providers` block", &mut at.out);
    for attribute in body.attributes() {
        if let Some(requirement) = requirement(at, attribute, body.is_json()) {
            at.module.requirements.insert(attribute.name().name, requirement);
        }
    }
}

fn requirement<'s>(at: &mut Lowering<'s>, attribute: Attribute<'s>, json: bool) -> Option<ProviderRequirement> {
    let (name, expr) = (attribute.name(), literal::bare(attribute.expr()));
    let mut requirement = ProviderRequirement { span: Some(attribute.span()), ..ProviderRequirement::default() };
    let items = match expr.kind() {
        ExprKind::Object(items) => items,
        ExprKind::String(_) | ExprKind::Template(_) | ExprKind::Number(_) | ExprKind::Bool(_) => {
            requirement.constraint = literal::constraint(expr, &mut at.out);
            requirement.source = implied(name.name);
            return Some(requirement);
        }
        ExprKind::Invalid => return None,
        _ => {
            at.out.push(
                Diagnostic::error("invalid-requirement", "a required provider is an object or a version constraint")
                    .at(expr.span(), "")
                    .help("write `{ source = \"namespace/name\", version = \"…\" }`"),
            );
            return None;
        }
    };
    if !check_local_name(at, name.name, name.span) {
        return None;
    }
    for item in items.iter() {
        let (key, span) = match item.key {
            Key::Name(key) => (key.name.into(), key.span),
            Key::Expr(key) => (literal::string(key, &mut at.out)?, key.span()),
        };
        match key.as_str() {
            "version" => {
                if literal::only_string(item.value, &mut at.out).is_some() {
                    requirement.constraint = literal::constraint(item.value, &mut at.out);
                }
            }
            "source" => {
                let source = literal::only_string(item.value, &mut at.out)?;
                check_source(at, &source, item.value.span());
                requirement.source = source;
            }
            "configuration_aliases" => aliases(at, name.name, item.value, json, &mut requirement.aliases),
            _ => at.out.push(
                Diagnostic::error("unsupported-argument", format!("`{key}` is not expected in a required provider"))
                    .at(span, "")
                    .help("`source`, `version` and `configuration_aliases` are")
                    .note("a provider is configured in a `provider` block"),
            ),
        }
    }
    if requirement.source.is_empty() {
        requirement.source = implied(name.name);
    }
    Some(requirement)
}

/// The source of a provider of which nothing but the local name is known, which types of resources begin with.
pub fn implied(name: &str) -> Str {
    match name {
        "terraform" => "terraform.io/builtin/terraform".into(),
        _ => format!("hashicorp/{name}").into(),
    }
}

fn check_source(at: &mut Lowering<'_>, source: &str, span: Span) {
    let parts: Vec<&str> = source.split('/').collect();
    let names = &parts[parts.len().saturating_sub(2)..];
    // A namespace of nothing but a dash was that of providers before they had namespaces.
    let name = |part: &&str| {
        let edges = part.starts_with('-') || part.ends_with('-') || part.contains("--");
        *part == "-" || !edges && part.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let good = (1..=3).contains(&parts.len())
        && names.iter().all(name)
        && parts.iter().all(|part| !part.is_empty())
        && !names.last().is_some_and(|name| name.starts_with("terraform-provider-"));
    if !good {
        at.out.push(
            Diagnostic::error("invalid-provider-source", format!("`{source}` is no address of a provider"))
                .at(span, "")
                .help("write `namespace/name` or `host/namespace/name`"),
        );
    }
}

fn aliases<'s>(at: &mut Lowering<'s>, name: &str, expr: Expr<'s>, json: bool, aliases: &mut Vec<Str>) {
    let ExprKind::Tuple(items) = literal::bare(expr).kind() else {
        return at.out.push(
            Diagnostic::error("not-a-list", "a list of provider configurations is required here")
                .at(expr.span(), "")
                .help(format!("write `[{name}.alias]`")),
        );
    };
    for item in items.iter() {
        if !json && item.literal_text().is_some() {
            at.out.push(
                Diagnostic::error("invalid-provider-reference", "a provider configuration is required here")
                    .at(item.span(), "")
                    .help(format!("write `{name}.alias`, without quotes")),
            );
            continue;
        }
        match literal::provider_name(at, item, json) {
            Some((local, alias)) if local == name => aliases.extend(alias.map(Str::from)),
            Some(_) => at.out.push(
                Diagnostic::error("invalid-provider-reference", format!("an alias of `{name}` is required here"))
                    .at(item.span(), "")
                    .help(format!("write `{name}.alias`")),
            ),
            None => {}
        }
    }
}
