//! Decoding a policy file: its blocks and arguments, and what is wrong with them.

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::diag::{Diagnostic, nearest};
use crate::source::Span;
use crate::syntax::{Block as Written, Body, Expr, ExprKind, Tree};

use super::Enforcement;
use super::file::{Block, BlockKind, Enforce, File, Input, Pattern};

/// Decodes a file. What is wrong goes into `problems`, and the rest is there all the same.
pub(super) fn decode<'p>(tree: &'p Tree, stem: &str, dir: &str, problems: &mut Vec<Diagnostic>) -> File<'p> {
    problems.extend(tree.diagnostics().iter().cloned());
    let mut file = File {
        stem: stem.into(),
        path: tree.file().path().to_string_lossy().as_ref().into(),
        dir: dir.into(),
        level: None,
        required_providers: false,
        inputs: IndexMap::new(),
        locals: IndexMap::new(),
        blocks: Vec::new(),
        span: tree.file().span().at_start(),
    };
    let body = tree.body();
    for attribute in body.attributes() {
        problems.push(unsupported("argument", attribute.name().name, attribute.name().span, &[]));
    }
    let mut settings: Option<Span> = None;
    for block in body.blocks() {
        match block.ty().name {
            "policy" => {
                if let Some(first) = settings {
                    problems.push(twice("a second `policy` block", block.header(), first));
                }
                settings = Some(block.header());
                decode_settings(block, &mut file, problems);
            }
            "input" => decode_input(block, &mut file, problems),
            "locals" => decode_locals(block.body(), &mut file.locals, problems),
            "resource_policy" => decode_block(block, BlockKind::Resource, &mut file, problems),
            "module_policy" => decode_block(block, BlockKind::Module, &mut file, problems),
            "provider_policy" => decode_block(block, BlockKind::Provider, &mut file, problems),
            other => problems.push(unsupported("block", other, block.ty().span, TOP_LEVEL)),
        }
    }
    file
}

const TOP_LEVEL: &[&str] = &["policy", "input", "locals", "resource_policy", "module_policy", "provider_policy"];

pub(super) fn unsupported(what: &str, name: &str, span: Span, known: &[&str]) -> Diagnostic {
    let diagnostic =
        Diagnostic::error("unsupported", format!("a {what} named `{name}` is not supported here")).at(span, "");
    match nearest(name, known.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if known.is_empty() => diagnostic,
        None => diagnostic.note(format!("supported are {}", known.join(", "))),
    }
}

pub(super) fn twice(what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate", format!("{what} is not allowed")).at(span, "").at(first, "the first is here")
}

/// The labels of a block, if there are as many as there must be.
pub(super) fn labels<const N: usize>(
    block: Written<'_>,
    names: [&str; N],
    problems: &mut Vec<Diagnostic>,
) -> Option<[Str; N]> {
    let found: Vec<Str> = block.labels().iter().map(|label| Str::from(label.text.as_ref())).collect();
    let count = found.len();
    found.try_into().ok().or_else(|| {
        let form: String = names.iter().map(|name| format!(" \"<{name}>\"")).collect();
        let message = format!("a `{}` block has {N} labels, this one has {count}", block.ty().name);
        problems.push(
            Diagnostic::error("labels", message)
                .at(block.header(), "")
                .help(format!("write `{}{form} {{ … }}`", block.ty().name)),
        );
        None
    })
}

/// Complains of every argument and block that is not in the lists.
pub(super) fn only(body: Body<'_>, arguments: &[&str], blocks: &[&str], problems: &mut Vec<Diagnostic>) {
    for attribute in body.attributes() {
        if !arguments.contains(&attribute.name().name) {
            problems.push(unsupported("argument", attribute.name().name, attribute.name().span, arguments));
        }
    }
    for block in body.blocks() {
        if !blocks.contains(&block.ty().name) {
            problems.push(unsupported("block", block.ty().name, block.ty().span, blocks));
        }
    }
}

/// The text of a literal string.
pub(super) fn literal(expr: Expr<'_>) -> Option<Str> {
    match expr.kind() {
        ExprKind::String(text) => Some(text.as_ref().into()),
        ExprKind::Parens(inner) => literal(inner),
        _ => None,
    }
}

fn flag(body: Body<'_>, name: &str, default: bool, problems: &mut Vec<Diagnostic>) -> bool {
    match body.attribute(name).map(|attribute| attribute.expr()) {
        None => default,
        Some(expr) => match expr.kind() {
            ExprKind::Bool(value) => value,
            _ => {
                problems.push(Diagnostic::error("type", format!("`{name}` must be true or false")).at(expr.span(), ""));
                default
            }
        },
    }
}

fn decode_settings<'p>(block: Written<'p>, file: &mut File<'p>, problems: &mut Vec<Diagnostic>) {
    let body = block.body();
    only(body, &["enforcement_level"], &["required_providers", "terraform_config", "plugins"], problems);
    if let Some(attribute) = body.attribute("enforcement_level") {
        match literal(attribute.expr()).as_deref().and_then(level) {
            Some(level) => file.level = Some(level),
            None => problems.push(bad_level(attribute.expr().span())),
        }
    }
    for block in body.blocks() {
        match block.ty().name {
            "required_providers" => {
                file.required_providers = true;
                for attribute in block.body().attributes() {
                    let ExprKind::Object(items) = attribute.expr().kind() else { continue };
                    for item in items.iter() {
                        if let crate::syntax::Key::Name(name) = item.key
                            && !["source", "version"].contains(&name.name)
                        {
                            problems.push(unsupported("argument", name.name, name.span, &["source", "version"]));
                        }
                    }
                }
            }
            "plugins" => problems.push(
                Diagnostic::warning("plugins", "plugins are not run, so what they would compute is unknown")
                    .at(block.header(), ""),
            ),
            _ => {}
        }
    }
}

/// A level by its name.
pub(super) fn level(text: &str) -> Option<Enforcement> {
    match text {
        "advisory" => Some(Enforcement::Advisory),
        "mandatory" => Some(Enforcement::Mandatory),
        "mandatory_overridable" => Some(Enforcement::MandatoryOverridable),
        _ => None,
    }
}

pub(super) fn bad_level(span: Span) -> Diagnostic {
    Diagnostic::error("enforcement-level", "there is no such enforcement level")
        .at(span, "")
        .note("levels are \"advisory\", \"mandatory\" and \"mandatory_overridable\"")
}

fn decode_input<'p>(block: Written<'p>, file: &mut File<'p>, problems: &mut Vec<Diagnostic>) {
    if labels(block, ["name"], problems).is_none() {
        return;
    }
    let body = block.body();
    only(body, &["type", "default", "description", "nullable", "sensitive"], &[], problems);
    let Some(name) = borrowed_label(block) else { return };
    let input = Input {
        span: block.header(),
        ty: body.attribute("type").map(|attribute| attribute.expr()),
        default: body.attribute("default").map(|attribute| attribute.expr()),
        nullable: flag(body, "nullable", false, problems),
        sensitive: flag(body, "sensitive", false, problems),
    };
    if input.ty.is_none() {
        problems.push(
            Diagnostic::error("missing-argument", format!("the input `{name}` has no type"))
                .at(block.header(), "")
                .help("add `type = string`, or the type it has"),
        );
    }
    if let Some(first) = file.inputs.insert(name, input) {
        problems.push(twice(&format!("a second input `{name}`"), block.header(), first.span));
    }
}

/// The first label as it stands in the file.
fn borrowed_label<'p>(block: Written<'p>) -> Option<&'p str> {
    match block.labels().into_iter().next()?.text {
        std::borrow::Cow::Borrowed(text) => Some(text),
        std::borrow::Cow::Owned(_) => None,
    }
}

fn decode_locals<'p>(body: Body<'p>, locals: &mut IndexMap<&'p str, Expr<'p>>, problems: &mut Vec<Diagnostic>) {
    for block in body.blocks() {
        problems.push(unsupported("block", block.ty().name, block.ty().span, &[]));
    }
    for attribute in body.attributes() {
        let name = attribute.name();
        if let Some(first) = locals.insert(name.name, attribute.expr()) {
            problems.push(twice(&format!("a second local `{}`", name.name), name.span, first.span()));
        }
    }
}

fn decode_block<'p>(block: Written<'p>, kind: BlockKind, file: &mut File<'p>, problems: &mut Vec<Diagnostic>) {
    let first = if kind == BlockKind::Module { "module source" } else { "type" };
    let Some([target, name]) = labels(block, [first, "name"], problems) else { return };
    let body = block.body();
    match kind {
        BlockKind::Resource => {
            only(body, &["enforcement_level", "filter", "operations"], &["locals", "enforce"], problems);
        }
        _ => only(body, &["enforcement_level", "filter"], &["locals", "enforce"], problems),
    }
    let expr = |name: &str| body.attribute(name).map(|attribute| attribute.expr());
    let mut locals = IndexMap::new();
    let mut first_locals: Option<Span> = None;
    let mut enforces = Vec::new();
    for inner in body.blocks() {
        match inner.ty().name {
            "locals" => {
                match first_locals {
                    None => first_locals = Some(inner.header()),
                    Some(first) => problems.push(
                        Diagnostic::warning("duplicate", "this policy has two `locals` blocks, which are read as one")
                            .at(inner.header(), "")
                            .at(first, "the first is here"),
                    ),
                }
                decode_locals(inner.body(), &mut locals, problems);
            }
            "enforce" => enforces.extend(decode_enforce(inner, problems)),
            _ => {}
        }
    }
    if enforces.is_empty() {
        problems.push(
            Diagnostic::warning("no-enforce", "this policy enforces nothing")
                .at(block.header(), "")
                .help("add an `enforce` block with a `condition`"),
        );
    }
    let prior = super::validate::mentions(body, "prior_attrs");
    let operations = body.attribute("operations").and_then(|attribute| operations(attribute.expr(), prior, problems));
    if prior && operations.is_none() {
        problems.push(
            Diagnostic::error("operations", "a policy that reads `prior_attrs` must say for which operations")
                .at(block.header(), "")
                .help("add `operations = [\"update\"]`, `[\"delete\"]` or both"),
        );
    }
    let decoded = Block {
        kind,
        target: Pattern::new(target),
        name,
        span: block.header(),
        level: expr("enforcement_level"),
        filter: expr("filter"),
        operations,
        locals,
        enforces,
        prior,
    };
    if let Some(level_expr) = decoded.level
        && let Some(text) = literal(level_expr)
        && level(&text).is_none()
    {
        problems.push(bad_level(level_expr.span()));
    }
    if let Some(first) = file.blocks.iter().find(|known| known.address() == decoded.address()) {
        problems.push(twice(&format!("a second `{}`", decoded.address()), block.header(), first.span));
    }
    file.blocks.push(decoded);
}

fn decode_enforce<'p>(block: Written<'p>, problems: &mut Vec<Diagnostic>) -> Option<Enforce<'p>> {
    let body = block.body();
    only(body, &["condition", "error_message", "info_message"], &[], problems);
    let expr = |name: &str| body.attribute(name).map(|attribute| attribute.expr());
    let Some(condition) = expr("condition") else {
        problems.push(
            Diagnostic::error("missing-argument", "an `enforce` block needs a `condition`").at(block.header(), ""),
        );
        return None;
    };
    Some(Enforce {
        span: block.header(),
        condition,
        error_message: expr("error_message"),
        info_message: expr("info_message"),
    })
}

fn operations(expr: Expr<'_>, prior: bool, problems: &mut Vec<Diagnostic>) -> Option<Vec<Str>> {
    const KNOWN: &[&str] = &["create", "update", "delete", "no-op"];
    let mut error = |span: Span, message: String| {
        problems.push(Diagnostic::error("operations", message).at(span, ""));
    };
    let ExprKind::Tuple(items) = expr.kind() else {
        error(expr.span(), "`operations` must be a list of literal strings".into());
        return None;
    };
    let mut found: Vec<Str> = Vec::new();
    for item in items.iter() {
        match literal(item) {
            Some(name) if !KNOWN.contains(&name.as_str()) => {
                error(item.span(), format!("there is no operation \"{name}\"; there are {}", KNOWN.join(", ")));
            }
            Some(name) if found.contains(&name) => error(item.span(), format!("\"{name}\" is listed twice")),
            Some(name) => found.push(name),
            None => error(item.span(), "`operations` must be a list of literal strings".into()),
        }
    }
    let has = |name: &str| found.iter().any(|known| known == name);
    if has("delete") && (has("create") || has("no-op")) {
        error(expr.span(), "\"delete\" goes together with \"update\" only".into());
    }
    if prior && (found.is_empty() || has("create") || has("no-op")) {
        error(expr.span(), "a policy that reads `prior_attrs` is for \"update\" and \"delete\" only".into());
    }
    Some(found)
}
