//! A tree as JSON, in the form in which the recorded results of HashiCorp's HCL library are kept.

use serde_json::{Value, json};

use super::{Access, AccessStep, Body, Expr, ExprKind, Tree};
use crate::diag::Severity;

/// What is nested deeper than this is left out.
const LEVELS: usize = 40;

/// What is in a file: `ok`, then either `errors` (every diagnostic with `severity`, `summary`, and where it starts: `line`
/// and `column` from 1, `byte` from 0) or `body`, with `attributes` (`name`, byte `range`, byte range `expr` of the
/// expression, `kind`: the name that HCL's Go library has for the expression's node) and `blocks` (`type`, `labels`,
/// byte `range`, `body`), both by position, to 40 levels.
pub fn describe(tree: &Tree) -> Value {
    if tree.diagnostics().iter().all(|diagnostic| diagnostic.severity != Severity::Error) {
        return json!({ "ok": true, "body": body(tree.body(), LEVELS) });
    }
    let errors = tree.diagnostics().iter().map(|diagnostic| {
        let byte = diagnostic.span().map_or(0, |span| span.start);
        let position = tree.file().position(byte);
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        json!({
            "severity": severity, "summary": diagnostic.message,
            "line": position.line, "column": position.column, "byte": byte,
        })
    });
    json!({ "ok": false, "errors": errors.collect::<Vec<_>>() })
}

fn body(body: Body, levels: usize) -> Value {
    let attributes = body.attributes().map(|attribute| {
        let (span, expr) = (attribute.span(), attribute.expr());
        json!({
            "name": attribute.name().name,
            "range": [span.start, span.end],
            "expr": [expr.span().start, expr.span().end],
            "kind": kind(expr),
        })
    });
    let blocks = body.blocks().map(|block| {
        let labels: Vec<_> = block.labels().into_iter().map(|label| label.text).collect();
        let span = block.span();
        let body = match levels {
            0 => json!({ "attributes": [], "blocks": [] }),
            _ => self::body(block.body(), levels - 1),
        };
        json!({ "type": block.ty().name, "labels": labels, "range": [span.start, span.end], "body": body })
    });
    json!({ "attributes": attributes.collect::<Vec<_>>(), "blocks": blocks.collect::<Vec<_>>() })
}

/// The name of the node that HCL's Go library makes of an expression.
fn kind(expr: Expr) -> &'static str {
    match expr.kind() {
        ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) => "LiteralValueExpr",
        ExprKind::String(_) => "TemplateExpr",
        ExprKind::Template(template) if template.wraps => "TemplateWrapExpr",
        ExprKind::Template(_) => "TemplateExpr",
        ExprKind::Tuple(_) => "TupleConsExpr",
        ExprKind::Object(_) => "ObjectConsExpr",
        ExprKind::Variable(_) => "ScopeTraversalExpr",
        ExprKind::Access(access) => access_kind(access),
        ExprKind::Call(_) => "FunctionCallExpr",
        ExprKind::Conditional { .. } => "ConditionalExpr",
        ExprKind::Unary(..) => "UnaryOpExpr",
        ExprKind::Binary(..) => "BinaryOpExpr",
        ExprKind::For(_) => "ForExpr",
        ExprKind::Parens(_) => "ParenthesesExpr",
        ExprKind::Invalid => "ExprSyntaxError",
    }
}

/// Go's library has a node for each run of steps, and the outermost is what counts.
fn access_kind(access: Access) -> &'static str {
    let mut kind = match access.base.kind() {
        ExprKind::Variable(_) => "ScopeTraversalExpr",
        _ => "",
    };
    let mut in_splat = false;
    for step in access.steps {
        let literal = match step {
            AccessStep::FullSplat(_) => return "SplatExpr",
            AccessStep::AttrSplat(_) => {
                (kind, in_splat) = ("SplatExpr", true);
                continue;
            }
            AccessStep::Attr(_) | AccessStep::LegacyIndex(..) if in_splat => continue,
            AccessStep::Attr(_) | AccessStep::LegacyIndex(..) => true,
            AccessStep::Index(key, _) => {
                matches!(key.kind(), ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_))
            }
        };
        in_splat = false;
        kind = match kind {
            _ if !literal => "IndexExpr",
            "ScopeTraversalExpr" => kind,
            _ => "RelativeTraversalExpr",
        };
    }
    kind
}
