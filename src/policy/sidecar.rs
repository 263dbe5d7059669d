//! Decoding `*.tom.hcl` beside a policy: `policy_metadata` and `presence`.

use std::collections::BTreeMap;

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::lang::{Evaluator, Nothing, Options, Session};
use crate::source::Span;
use crate::syntax::decode::{self, Form};
use crate::syntax::{Block, Body, Expr, ExprKind, Part, Tree};

use super::file::Pattern;
use super::info::{Fix, FixAction, FixValue, PolicyInfo, Severity, VersionNote};
use super::presence::{Expectation, Per, Presence};
use super::{Enforcement, Text};

/// A `policy_metadata` block.
#[derive(Clone, Debug)]
pub(super) struct Metadata {
    pub info: PolicyInfo,
    /// The blocks that it is about, each with its place; all of the file where none is named.
    pub applies_to: Option<Vec<(Str, Span)>>,
    /// Inputs of the policy and the profile's parameters that they take.
    pub inputs: BTreeMap<Str, Str>,
}

const METADATA: Form = Form {
    what: "a `policy_metadata`",
    required: &["demand", "severity", "title", "description"],
    optional: &["applies_to", "inputs", "links"],
    blocks: &["fix", "version_note"],
};

const PRESENCE: Form = Form {
    what: "a `presence`",
    required: &["demand", "severity", "title", "description"],
    optional: &["enforcement_level", "per", "links"],
    blocks: &["when", "expect", "fix", "version_note"],
};

const FIX: Form = Form {
    what: "a `fix`",
    required: &["title", "action"],
    optional: &["path", "value", "snippet", "safe"],
    blocks: &[],
};

const NOTE: Form = Form { what: "a `version_note`", required: &["provider", "note"], optional: &[], blocks: &[] };

const CANDIDATES: Form = Form { what: "this block", required: &[], optional: &["filter", "at_least"], blocks: &[] };

/// Decodes the parts of a sidecar that are a policy's; profiles and waivers are read elsewhere.
pub(super) fn decode<'p>(tree: &'p Tree, problems: &mut Vec<Diagnostic>) -> (Vec<Metadata>, Vec<Presence<'p>>) {
    problems.extend(tree.diagnostics().iter().cloned());
    let mut metadata = Vec::new();
    let mut presences = Vec::new();
    for attribute in tree.body().attributes() {
        problems.push(super::grammar::unsupported("argument", attribute.name().name, attribute.name().span, &[]));
    }
    for block in tree.body().blocks() {
        match block.ty().name {
            "policy_metadata" => metadata.extend(decode_metadata(block, problems)),
            "presence" => presences.extend(decode_presence(block, problems)),
            "profile" | "waiver" => {}
            other => problems.push(super::grammar::unsupported(
                "block",
                other,
                block.ty().span,
                &["policy_metadata", "presence", "profile", "waiver"],
            )),
        }
    }
    (metadata, presences)
}

fn decode_info(block: Block<'_>, problems: &mut Vec<Diagnostic>) -> Option<PolicyInfo> {
    let name = decode::id_label(block, problems)?;
    let body = block.body();
    let mut text =
        |name: &str| decode::argument(body, name).and_then(|expr| Text::decode(expr, problems)).unwrap_or_default();
    let (title, description) = (text("title"), text("description"));
    let links = decode::argument(body, "links").and_then(|expr| decode::object(expr, problems)).unwrap_or_default();
    Some(PolicyInfo {
        name: name.text.as_ref().into(),
        demand: decode::argument(body, "demand").and_then(|expr| decode::string(expr, problems)).unwrap_or_default(),
        severity: decode::argument(body, "severity")
            .and_then(|expr| decode::one_of(expr, &Severity::WORDS, problems))
            .unwrap_or_default(),
        title,
        description,
        links: links
            .into_iter()
            .filter_map(|(label, _, expr)| Some((label, decode::string(expr, problems)?)))
            .collect(),
        fixes: body.blocks_of("fix", 1).into_iter().filter_map(|fix| decode_fix(fix, problems)).collect(),
        version_notes: body
            .blocks_of("version_note", 1)
            .into_iter()
            .filter_map(|note| decode_note(note, problems))
            .collect(),
        span: Some(block.header()),
    })
}

fn decode_metadata(block: Block<'_>, problems: &mut Vec<Diagnostic>) -> Option<Metadata> {
    decode::check_form(block.body(), block.header(), &METADATA, problems);
    let info = decode_info(block, problems)?;
    let body = block.body();
    let inputs = decode::argument(body, "inputs").and_then(|expr| decode::object(expr, problems)).unwrap_or_default();
    Some(Metadata {
        info,
        applies_to: decode::argument(body, "applies_to").and_then(|expr| decode::strings(expr, problems)),
        inputs: inputs
            .into_iter()
            .filter_map(|(input, _, expr)| {
                Some((input, param(expr).or_else(|| decode::expected("`param.<name>`", expr, problems))?))
            })
            .collect(),
    })
}

/// The name of `param.<name>`.
pub(super) fn param(expr: Expr<'_>) -> Option<Str> {
    match crate::lang::mentions(expr).as_slice() {
        [only] if only.root.name == "param" && only.span == expr.span() => only.name(0).map(|ident| ident.name.into()),
        _ => None,
    }
}

fn decode_fix(block: Block<'_>, problems: &mut Vec<Diagnostic>) -> Option<Fix> {
    decode::check_form(block.body(), block.header(), &FIX, problems);
    let body = block.body();
    let name = decode::id_label(block, problems)?;
    let path = decode::argument(body, "path").and_then(|expr| decode::string(expr, problems)).unwrap_or_default();
    let snippet = decode::argument(body, "snippet").and_then(|expr| snippet(expr, problems)).unwrap_or_default();
    let title = decode::argument(body, "title").and_then(|expr| Text::decode(expr, problems)).unwrap_or_default();
    let action = decode::argument(body, "action")?;
    let words = [("set_argument", 0), ("remove_argument", 1), ("add_block", 2), ("add_resource", 3), ("describe", 4)];
    let action = match decode::one_of(action, &words, problems)? {
        0 => FixAction::SetArgument { path, value: fix_value(body, block.header(), problems)? },
        1 => FixAction::RemoveArgument { path },
        2 => FixAction::AddBlock { path, snippet },
        3 => FixAction::AddResource { snippet },
        _ => FixAction::Describe,
    };
    let safe = decode::argument(body, "safe").and_then(|expr| decode::boolean(expr, problems)).unwrap_or(false);
    Some(Fix { name: name.text.as_ref().into(), title, action, safe })
}

/// The text of a snippet, with `${address}`, `${name}` and `${type}` as they are written.
fn snippet(expr: Expr<'_>, problems: &mut Vec<Diagnostic>) -> Option<Str> {
    const FILLED_IN: [&str; 3] = ["address", "name", "type"];
    let ExprKind::Template(template) = decode::plain(expr).kind() else { return decode::string(expr, problems) };
    let mut text = String::new();
    for part in template.parts.iter() {
        match part {
            Part::Literal(literal, _) => text.push_str(&literal),
            Part::Interpolation(inner) => {
                let name = inner.tree().file().text(inner.span());
                if !FILLED_IN.contains(&name.as_ref()) {
                    problems.push(
                        Diagnostic::error("undeclared", format!("`{name}` is not filled in here"))
                            .at(inner.span(), "")
                            .note(format!("there are {}; `$${{` stands for `${{`", FILLED_IN.join(", "))),
                    );
                }
                text.push_str(&format!("${{{name}}}"));
            }
            Part::If { test, .. } | Part::For { collection: test, .. } => {
                decode::expected::<()>("text without directives", test, problems);
            }
        }
    }
    Some(text.into())
}

fn fix_value(body: Body<'_>, header: Span, problems: &mut Vec<Diagnostic>) -> Option<FixValue> {
    let Some(expr) = decode::argument(body, "value") else {
        problems
            .push(Diagnostic::error("missing-argument", "a fix that sets an argument needs a `value`").at(header, ""));
        return None;
    };
    if let Some(name) = param(expr) {
        return Some(FixValue::Param(name));
    }
    let files = crate::lang::functions::NoFiles;
    let session = Session::new(&files, Options::default());
    match Evaluator::new(&Nothing, &session).eval(expr) {
        Ok(value) => Some(FixValue::Literal(value)),
        Err(error) => {
            problems.push(error.diagnostic());
            None
        }
    }
}

fn decode_note(block: Block<'_>, problems: &mut Vec<Diagnostic>) -> Option<VersionNote> {
    decode::check_form(block.body(), block.header(), &NOTE, problems);
    let constraint = decode::one_label(block, problems)?;
    let body = block.body();
    Some(VersionNote {
        constraint: constraint.text.as_ref().into(),
        provider: decode::argument(body, "provider").and_then(|expr| decode::string(expr, problems))?,
        note: decode::argument(body, "note").and_then(|expr| Text::decode(expr, problems))?,
    })
}

fn decode_presence<'p>(block: Block<'p>, problems: &mut Vec<Diagnostic>) -> Option<Presence<'p>> {
    decode::check_form(block.body(), block.header(), &PRESENCE, problems);
    let info = decode_info(block, problems)?;
    let body = block.body();
    let levels = [
        ("advisory", Enforcement::Advisory),
        ("mandatory", Enforcement::Mandatory),
        ("mandatory_overridable", Enforcement::MandatoryOverridable),
    ];
    let per = [("world", Per::World), ("module", Per::Module), ("provider", Per::Provider)];
    let mut candidates = |ty: &str| -> Vec<Expectation<'p>> {
        body.blocks_of(ty, 1).into_iter().filter_map(|block| decode_expectation(block, problems)).collect()
    };
    let (when, expect) = (candidates("when"), candidates("expect"));
    if expect.is_empty() {
        problems.push(
            Diagnostic::error("missing-block", "a `presence` must say what it expects")
                .at(block.header(), "")
                .help("add `expect \"<type>\" {}`"),
        );
        return None;
    }
    Some(Presence {
        info,
        enforcement: decode::argument(body, "enforcement_level")
            .and_then(|expr| decode::one_of(expr, &levels, problems))
            .unwrap_or_default(),
        per: decode::argument(body, "per").and_then(|expr| decode::one_of(expr, &per, problems)).unwrap_or_default(),
        when,
        expect,
    })
}

fn decode_expectation<'p>(block: Block<'p>, problems: &mut Vec<Diagnostic>) -> Option<Expectation<'p>> {
    decode::check_form(block.body(), block.header(), &CANDIDATES, problems);
    let label = decode::one_label(block, problems)?;
    let at_least = match decode::argument(block.body(), "at_least").map(|expr| (expr, expr.kind())) {
        None => 1,
        Some((expr, ExprKind::Number(text))) => {
            text.parse().ok().or_else(|| decode::expected("a whole number", expr, problems))?
        }
        Some((expr, _)) => decode::expected("a whole number", expr, problems)?,
    };
    Some(Expectation {
        target: Pattern::new(label.text.as_ref()),
        filter: decode::argument(block.body(), "filter"),
        at_least,
    })
}
