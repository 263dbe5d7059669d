//! Our trees against those of hcl-edit, another reading of the same specification: wherever it accepts what HCL itself
//! accepts, names, labels, nesting, expressions and their operators are the same. Where it and HCL do not agree on that, we
//! are with HCL.

use std::fs;
use std::path::Path;

use hcl_edit::expr::{Expression, ObjectKey, TraversalOperator};
use hcl_edit::structure::Structure;
use hcl_edit::template::{Directive, Element};
use rayon::prelude::*;
use serde_json::{Value, json};
use tomcheck::source::SourceMap;
use tomcheck::syntax::{AccessStep, BinaryOp, Body, Expr, ExprKind, Key, List, Part, Syntax, Tree, UnaryOp, parse};
use unicode_normalization::UnicodeNormalization;

fn our_body(body: Body) -> Value {
    let mut items: Vec<(u32, Value)> = Vec::new();
    for attribute in body.attributes() {
        items.push((attribute.span().start, json!([attribute.name().name, our(attribute.expr())])));
    }
    for block in body.blocks() {
        let labels: Vec<_> = block.labels().into_iter().map(|label| label.text).collect();
        items.push((block.span().start, json!([block.ty().name, labels, our_body(block.body())])));
    }
    items.sort_by_key(|(start, _)| *start);
    items.into_iter().map(|(_, item)| item).collect()
}

fn their_body(body: &hcl_edit::structure::Body) -> Value {
    let items = body.iter().map(|item| match item {
        Structure::Attribute(attribute) => json!([attribute.key.as_str(), their(&attribute.value)]),
        Structure::Block(block) => {
            let labels: Vec<String> = block.labels.iter().map(|label| label.as_str().nfc().collect()).collect();
            json!([block.ident.as_str(), labels, their_body(&block.body)])
        }
    });
    items.collect()
}

fn our(expr: Expr) -> Value {
    match expr.kind() {
        ExprKind::Null => Value::Null,
        ExprKind::Bool(value) => value.into(),
        ExprKind::Number(text) => json!(["number", text.parse::<f64>().unwrap()]),
        ExprKind::String(text) => text.into(),
        ExprKind::Template(template) => json!(["template", our_parts(template.parts)]),
        ExprKind::Tuple(items) => json!(["tuple", items.iter().map(our).collect::<Value>()]),
        ExprKind::Object(items) => {
            let key = |key| match key {
                Key::Name(name) => json!(["name", name.name]),
                Key::Expr(key) => our(key),
            };
            json!(["object", items.iter().map(|item| json!([key(item.key), our(item.value)])).collect::<Value>()])
        }
        ExprKind::Variable(name) => json!(["variable", name.name]),
        ExprKind::Access(access) => {
            let steps = access.steps.iter().map(|step| match step {
                AccessStep::Attr(name) => json!(["attribute", name.name]),
                AccessStep::Index(key, _) => json!(["index", our(key)]),
                AccessStep::LegacyIndex(index, _) => json!(["legacy index", index]),
                AccessStep::AttrSplat(_) => json!(".*"),
                AccessStep::FullSplat(_) => json!("[*]"),
            });
            json!(["access", our(access.base), steps.collect::<Value>()])
        }
        ExprKind::Call(call) => {
            json!(["call", call.name.name, call.args.iter().map(our).collect::<Value>(), call.expand])
        }
        ExprKind::Conditional { test, then, otherwise } => json!(["?", our(test), our(then), our(otherwise)]),
        ExprKind::Unary(UnaryOp::Not, of) => json!(["!", our(of)]),
        ExprKind::Unary(UnaryOp::Negate, of) => json!(["-", our(of)]),
        ExprKind::Binary(op, left, right) => json!([sign(op), our(left), our(right)]),
        ExprKind::Parens(inner) => json!(["(", our(inner)]),
        ExprKind::For(of) => {
            let (key, condition) = (of.key.map(our), of.condition.map(our));
            let names = [of.key_name.map(|name| name.name), Some(of.value_name.name)];
            json!(["for", names, our(of.collection), key, our(of.value), of.group, condition])
        }
        ExprKind::Invalid => json!("invalid"),
    }
}

fn sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "||",
        BinaryOp::And => "&&",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::Less => "<",
        BinaryOp::LessEqual => "<=",
        BinaryOp::Greater => ">",
        BinaryOp::GreaterEqual => ">=",
        BinaryOp::Add => "+",
        BinaryOp::Subtract => "-",
        BinaryOp::Multiply => "*",
        BinaryOp::Divide => "/",
        BinaryOp::Modulo => "%",
    }
}

fn their(expr: &Expression) -> Value {
    match expr {
        Expression::Null(_) => Value::Null,
        Expression::Bool(value) => (*value.value()).into(),
        Expression::Number(number) => match number.value().as_f64().unwrap() {
            // A sign is an operator in HCL.
            negative @ ..0.0 => json!(["-", ["number", -negative]]),
            number => json!(["number", number]),
        },
        Expression::String(text) => text.nfc().collect::<String>().into(),
        Expression::StringTemplate(template) => json!(["template", their_parts(template.iter())]),
        Expression::HeredocTemplate(heredoc) => their_heredoc(&heredoc.template),
        Expression::Array(items) => json!(["tuple", items.iter().map(their).collect::<Value>()]),
        Expression::Object(items) => {
            let key = |key: &ObjectKey| match key {
                ObjectKey::Ident(name) => json!(["name", name.as_str()]),
                // Words that are values elsewhere are names here.
                ObjectKey::Expression(Expression::Null(_)) => json!(["name", "null"]),
                ObjectKey::Expression(Expression::Bool(value)) => json!(["name", value.value().to_string()]),
                ObjectKey::Expression(key) => their(key),
            };
            json!([
                "object",
                items.iter().map(|(name, value)| json!([key(name), their(value.expr())])).collect::<Value>()
            ])
        }
        Expression::Variable(name) => json!(["variable", name.as_str()]),
        Expression::Traversal(of) => {
            let steps = of.operators.iter().map(|step| match step.value() {
                TraversalOperator::GetAttr(name) => json!(["attribute", name.as_str()]),
                TraversalOperator::Index(key) => json!(["index", their(key)]),
                TraversalOperator::LegacyIndex(index) => json!(["legacy index", index.value()]),
                TraversalOperator::AttrSplat(_) => json!(".*"),
                TraversalOperator::FullSplat(_) => json!("[*]"),
            });
            json!(["access", their(&of.expr), steps.collect::<Value>()])
        }
        Expression::FuncCall(call) => {
            let names: Vec<&str> =
                call.name.namespace.iter().chain([&call.name.name]).map(|name| name.as_str()).collect();
            let args = call.args.iter().map(their).collect::<Value>();
            json!(["call", names.join("::"), args, call.args.expand_final()])
        }
        Expression::Conditional(of) => json!(["?", their(&of.cond_expr), their(&of.true_expr), their(&of.false_expr)]),
        Expression::UnaryOp(of) => json!([of.operator.value().as_str(), their(&of.expr)]),
        Expression::BinaryOp(of) => json!([of.operator.value().as_str(), their(&of.lhs_expr), their(&of.rhs_expr)]),
        Expression::Parenthesis(of) => json!(["(", their(of.inner())]),
        Expression::ForExpr(of) => {
            let names = [of.intro.key_var.as_ref().map(|name| name.as_str()), Some(of.intro.value_var.as_str())];
            let (key, condition) = (of.key_expr.as_ref().map(their), of.cond.as_ref().map(|cond| their(&cond.expr)));
            let group = of.grouping && key.is_some();
            json!(["for", names, their(&of.intro.collection_expr), key, their(&of.value_expr), group, condition])
        }
    }
}

/// The parts that are worked out. Of the text between them hcl-edit does not take what strip markers take.
fn our_parts(parts: List<Part>) -> Value {
    let parts = parts.iter().filter_map(|part| match part {
        Part::Literal(..) => None,
        Part::Interpolation(inner) => Some(our(inner)),
        Part::If { test, then, otherwise } => Some(json!(["if", our(test), our_parts(then), our_parts(otherwise)])),
        Part::For { key_name, value_name, collection, body } => {
            let names = [key_name.map(|name| name.name), Some(value_name.name)];
            Some(json!(["for", names, our(collection), our_parts(body)]))
        }
    });
    parts.collect()
}

fn their_parts<'a>(parts: impl IntoIterator<Item = &'a Element>) -> Value {
    let parts = parts.into_iter().filter_map(|part| match part {
        Element::Literal(_) => None,
        Element::Interpolation(inner) => Some(their(&inner.expr)),
        Element::Directive(directive) => Some(match &**directive {
            Directive::If(of) => {
                let otherwise = of.else_expr.as_ref().map_or(json!([]), |part| their_parts(part.template.iter()));
                json!(["if", their(&of.if_expr.cond_expr), their_parts(of.if_expr.template.iter()), otherwise])
            }
            Directive::For(of) => {
                let of = &of.for_expr;
                let names = [of.key_var.as_ref().map(|name| name.as_str()), Some(of.value_var.as_str())];
                json!(["for", names, their(&of.collection_expr), their_parts(of.template.iter())])
            }
        }),
    });
    parts.collect()
}

/// A heredoc of nothing but text is that text, as it is in HCL.
fn their_heredoc(template: &hcl_edit::template::Template) -> Value {
    let literal = |part: &Element| match part {
        Element::Literal(text) => Some(text.nfc().collect::<String>()),
        _ => None,
    };
    match template.iter().map(literal).collect::<Option<String>>() {
        Some(text) => text.into(),
        None => json!(["template", their_parts(template.iter())]),
    }
}

/// Our tree, and what hcl-edit makes of the same text.
fn both(bytes: &[u8]) -> (Tree, Option<Value>) {
    let tree = parse(SourceMap::default().add("test.hcl".into(), bytes.to_vec()), Syntax::Native);
    // It has the mark at the start of a file for a letter.
    let text = std::str::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}'));
    (tree, text.and_then(|text| hcl_edit::parser::parse_body(text).ok()).map(|body| their_body(&body)))
}

#[test]
fn recorded_cases() {
    let folder = Path::new("tests/hcl");
    let (mut same, mut otherwise) = (0, 0);
    for line in fs::read_to_string(folder.join("expected.jsonl")).unwrap().lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let name = case["file"].as_str().unwrap();
        let (tree, theirs) = both(&fs::read(folder.join("cases").join(name)).unwrap());
        let accepted = case["ok"] == true;
        if accepted != theirs.is_some() {
            otherwise += 1;
            assert_eq!(tree.diagnostics().is_empty(), accepted, "{name}");
        } else if let Some(theirs) = theirs {
            same += 1;
            assert_eq!(our_body(tree.body()), theirs, "{name}");
        }
    }
    assert!(same > 300 && otherwise > 40, "{same} compared, {otherwise} that only one of the two accepts");
}

#[test]
fn corpus() {
    let corpus = Path::new("../shared/corpus");
    if !corpus.is_dir() {
        return eprintln!("skipped: there is no {}", corpus.display());
    }
    let walk = ignore::WalkBuilder::new(corpus).standard_filters(false).build();
    let paths = walk.map(|entry| entry.unwrap().into_path());
    let native = paths.filter(|path| path.extension().is_some_and(|ext| ext == "tf" || ext == "tfvars"));
    // Terraform accepts all files. hcl-edit refuses those with a key twice in an object, or a comment after an operator.
    let refused = native.par_bridge().filter(|path| {
        let (tree, theirs) = both(&fs::read(path).unwrap());
        assert_eq!(tree.diagnostics(), [], "{}", path.display());
        if let Some(theirs) = &theirs {
            assert_eq!(our_body(tree.body()), *theirs, "{}", path.display());
        }
        theirs.is_none()
    });
    let refused = refused.count();
    assert!(refused < 10, "hcl-edit refuses {refused} files");
}
