//! Whole expression trees against those of HashiCorp's library: structure, ranges, and what texts stand for.

use std::fmt::Write;

use serde_json::Value;
use tomcheck::source::{SourceMap, Span};
use tomcheck::syntax::{AccessStep, Body, Expr, ExprKind, Key, List, Part, Syntax, parse};

#[test]
fn trees_are_those_of_hcl() {
    let mut wrong = Vec::new();
    for line in include_str!("hcl/trees.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let syntax = match case["syntax"].as_str().unwrap() {
            "native" => Syntax::Native,
            "expression" => Syntax::Expression,
            _ => Syntax::Template,
        };
        let tree = parse(SourceMap::default().add("test".into(), text.as_bytes().to_vec()), syntax);
        let found = match syntax {
            _ if !tree.diagnostics().is_empty() => format!("{:?}", tree.diagnostics()),
            Syntax::Native => body(tree.body()),
            _ => expr(tree.expression()),
        };
        // The recorded trees have spaces for line breaks.
        if found.replace('\n', " ") != case["tree"].as_str().unwrap() {
            wrong.push(format!("{text:?}\nexpected {}\nfound    {found}\n", case["tree"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn body(of: Body) -> String {
    let mut items = Vec::new();
    for attribute in of.attributes() {
        let (span, value) = (attribute.span(), expr(attribute.expr()));
        items.push((span, format!("(attr {} {} {value})", range(span), attribute.name().name)));
    }
    for block in of.blocks() {
        let mut text = format!("(block {} {}", range(block.span()), block.ty().name);
        for label in block.labels() {
            write!(text, " {} {}", range(label.span), quoted(&label.text)).unwrap();
        }
        items.push((block.span(), format!("{text} {})", body(block.body()))));
    }
    items.sort();
    format!("[{}]", items.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" "))
}

fn range(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A number, by the bits of the nearest 64-bit float.
fn number(text: &str) -> String {
    format!("num<{:x}>", text.parse::<f64>().unwrap().to_bits())
}

/// A key that HCL's library takes into a traversal.
fn constant(of: Expr) -> Option<String> {
    match of.kind() {
        ExprKind::Null => Some("null".to_owned()),
        ExprKind::Bool(value) => Some(value.to_string()),
        ExprKind::Number(text) => Some(number(text)),
        ExprKind::String(text) => Some(quoted(&text)),
        _ => None,
    }
}

fn expr(of: Expr) -> String {
    let at = range(of.span());
    let list = |items: List<Expr>| items.iter().fold(String::new(), |text, item| text + " " + &expr(item));
    let some = |of: Option<Expr>| of.map_or("nil".to_owned(), expr);
    match of.kind() {
        ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) => format!("(lit {at} {})", constant(of).unwrap()),
        ExprKind::String(text) => format!("(tmpl (s {}))", quoted(&text)),
        ExprKind::Template(template) if template.wraps => {
            format!("(wrap {at} {})", part(template.parts.first().unwrap()))
        }
        ExprKind::Template(template) => parts(template.parts),
        ExprKind::Tuple(items) => format!("(tuple {at}{})", list(items)),
        ExprKind::Object(items) => {
            let items = items.iter().map(|item| match item.key {
                Key::Name(name) => format!(" (name {}) {}", name.name, expr(item.value)),
                Key::Expr(key) => format!(" {} {}", expr(key), expr(item.value)),
            });
            format!("(object {at}{})", items.collect::<String>())
        }
        ExprKind::Variable(name) => format!("(trav {at} {})", name.name),
        ExprKind::Access(access) => {
            let all: Vec<_> = access.steps.iter().collect();
            let start = of.span().start;
            let ExprKind::Variable(root) = access.base.kind() else {
                return steps(expr(access.base), false, &all, start);
            };
            let end = all.iter().map_while(constant_end).last().unwrap_or(access.base.span().end);
            steps(format!("(trav {start}-{end} {}", root.name), true, &all, start)
        }
        ExprKind::Call(call) => format!("(call {at} {} {}{})", call.name.name, call.expand, list(call.args)),
        ExprKind::Conditional { test, then, otherwise } => {
            format!("(cond {} {} {})", expr(test), expr(then), expr(otherwise))
        }
        ExprKind::Unary(operator, operand) => format!("({operator:?} {at} {})", expr(operand)),
        ExprKind::Binary(operator, left, right) => format!("({operator:?} {at} {} {})", expr(left), expr(right)),
        ExprKind::For(of) => format!(
            "(for {at} {},{} {} {} {} {} {})",
            of.key_name.map_or("", |name| name.name),
            of.value_name.name,
            expr(of.collection),
            some(of.key),
            expr(of.value),
            of.group,
            some(of.condition),
        ),
        ExprKind::Parens(inner) => format!("(parens {at} {})", expr(inner)),
        ExprKind::Invalid => "(invalid)".to_owned(),
    }
}

/// Where a step ends that belongs to a traversal.
fn constant_end(step: &AccessStep) -> Option<u32> {
    match step {
        AccessStep::Attr(name) => Some(name.span.end),
        AccessStep::LegacyIndex(_, span) => Some(span.end),
        AccessStep::Index(key, span) => constant(*key).map(|_| span.end),
        _ => None,
    }
}

/// The nodes that HCL's library makes of steps: `open` is whether `base` is a traversal that goes on.
fn steps(base: String, mut open: bool, all: &[AccessStep], start: u32) -> String {
    let mut text = base;
    let mut rest = all;
    while let Some((&step, after)) = rest.split_first() {
        let more = match step {
            AccessStep::Attr(name) => Some(format!(" .{}", name.name)),
            AccessStep::LegacyIndex(index, _) => Some(format!(" [{}]", number(&index.to_string()))),
            AccessStep::Index(key, _) => constant(key).map(|key| format!(" [{key}]")),
            _ => None,
        };
        rest = after;
        if let Some(more) = more {
            if !std::mem::replace(&mut open, true) {
                text = format!("(rel {text}");
            }
            text += &more;
            continue;
        }
        if std::mem::take(&mut open) {
            text.push(')');
        }
        // What a splat applies to each element, and where that starts.
        let (length, from) = match step {
            AccessStep::Index(key, span) => {
                text = format!("(index {start}-{} {text} {})", span.end, expr(key));
                continue;
            }
            AccessStep::FullSplat(span) => (rest.len(), span.start),
            _ => {
                let simple = |step: &&AccessStep| matches!(step, AccessStep::Attr(_) | AccessStep::LegacyIndex(..));
                (rest.iter().take_while(simple).count(), start)
            }
        };
        text = format!("(splat {text} {})", steps("anon".to_owned(), false, &rest[..length], from));
        rest = &rest[length..];
    }
    if open { text + ")" } else { text }
}

fn parts(of: List<Part>) -> String {
    // HCL's library gives a directive without content an empty text.
    if of.is_empty() {
        return "(tmpl (s \"\"))".to_owned();
    }
    format!("(tmpl{})", of.iter().fold(String::new(), |text, of| text + " " + &part(of)))
}

fn part(of: Part) -> String {
    match of {
        Part::Literal(text, _) => format!("(s {})", quoted(&text)),
        Part::Interpolation(inner) => expr(inner),
        Part::If { test, then, otherwise } => format!("(cond {} {} {})", expr(test), parts(then), parts(otherwise)),
        Part::For { key_name, value_name, collection, body } => {
            let key = key_name.map_or("", |name| name.name);
            format!("(join {key},{} {} {})", value_name.name, expr(collection), parts(body))
        }
    }
}
