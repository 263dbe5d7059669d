//! Our reading of HCL's JSON syntax against what HashiCorp's library made of the same text.

use std::sync::Arc;

use serde_json::{Value, json};
use tomcheck::source::{SourceFile, SourceMap};
use tomcheck::syntax::{AccessStep, Block, Expr, ExprKind, Key, List, ObjectItem, Part, Syntax, parse};

fn source(text: &str) -> Arc<SourceFile> {
    SourceMap::default().add("test.tf.json".into(), text.as_bytes().to_vec())
}

fn cases() -> impl Iterator<Item = Value> {
    include_str!("hcl/json.jsonl").lines().map(|line| serde_json::from_str(line).unwrap())
}

#[test]
fn accepts_what_hcl_accepts() {
    for case in cases() {
        let text = case["text"].as_str().unwrap();
        let tree = parse(source(text), Syntax::JsonValues);
        let first = tree.diagnostics().first().map(|diagnostic| u64::from(diagnostic.span().unwrap().start));
        assert_eq!(first.is_none(), case["ok"] == true, "{text}: {:?}", tree.diagnostics());
        // HCL often names the token after the wrong one, or the byte after a wrong escape; ours is the wrong one.
        assert!(first <= case["error"].as_u64(), "{text}: {:?}", tree.diagnostics());
    }
}

/// A value of constants.
fn value(expr: Expr) -> Value {
    match expr.kind() {
        ExprKind::Null => Value::Null,
        ExprKind::Bool(value) => value.into(),
        ExprKind::Number(number) => number.parse::<f64>().unwrap().into(),
        ExprKind::String(text) => text.into(),
        ExprKind::Tuple(items) => items.iter().map(value).collect(),
        ExprKind::Object(items) => items.iter().map(|item| (key(item), value(item.value))).collect(),
        other => panic!("{other:?} is no constant"),
    }
}

fn key(item: ObjectItem) -> String {
    match item.key {
        Key::Name(name) => name.name.to_owned(),
        Key::Expr(key) => key.literal_text().unwrap().into_owned(),
    }
}

/// Numbers as 64-bit floats, to compare.
fn floats(value: &Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().unwrap_or(f64::INFINITY).into(),
        Value::Array(items) => items.iter().map(floats).collect(),
        Value::Object(items) => items.iter().map(|(key, value)| (key.clone(), floats(value))).collect(),
        other => other.clone(),
    }
}

#[test]
fn strings_and_values_are_those_of_hcl() {
    for case in cases().filter(|case| case["ok"] == true && case["attributes"].is_array()) {
        let text = case["text"].as_str().unwrap();
        let (values, templates) = (parse(source(text), Syntax::JsonValues), parse(source(text), Syntax::Json));
        let (expected, attributes) = (case["attributes"].as_array().unwrap(), values.body().attributes());
        let attributes: Vec<_> = attributes.zip(templates.body().attributes()).collect();
        assert_eq!(attributes.len(), expected.len(), "{text}");
        for ((literal, template), expected) in attributes.into_iter().zip(expected) {
            assert_eq!(literal.name().name, expected["name"], "{text}");
            let spans = [literal.span(), literal.name().span].map(|span| json!([span.start, span.end]));
            assert_eq!(spans, [expected["range"].clone(), expected["name_range"].clone()], "{text}");
            // HCL makes no value of an object with the same key twice; that is for whoever evaluates.
            if let Some(expected) = expected.get("value") {
                assert_eq!(floats(&value(literal.expr())), floats(expected), "{text}");
            }
            let mut found = Vec::new();
            variables(template.expr(), &mut Vec::new(), &mut found);
            assert_eq!(json!(found), expected["variables"], "{text}");
        }
    }
}

#[test]
fn blocks_are_those_of_hcl() {
    for case in cases().filter(|case| case["ok"] == true) {
        let text = case["text"].as_str().unwrap();
        let tree = parse(source(text), Syntax::Json);
        let mut misread = 0;
        let mut mistyped = false;
        for (ty, labels) in [("b", 0), ("c", 1), ("d", 2)] {
            let expected: Vec<_> =
                case["blocks"].as_array().into_iter().flatten().filter(|block| block["type"] == ty).collect();
            let all = tree.body().blocks_of(ty, labels);
            // What has too few labels is there only to show that something is missing.
            let (found, damaged): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|block| block.labels().len() == labels && !is_scalar(*block));
            assert!(damaged.iter().all(|block| block.body().damage().is_some()), "{text}");
            let is_container = |block: &&&Value| block.get("attributes").is_some();
            mistyped |= !expected.iter().all(|block| is_container(&block));
            misread += tree.body().misread_blocks(ty, labels).len();
            for expected in expected.iter().filter(is_container) {
                let same = found.iter().any(|block| describe(*block) == described(expected));
                assert!(
                    same,
                    "{text}: {expected} is none of {:?}",
                    found.iter().map(|block| describe(*block)).collect::<Vec<_>>()
                );
            }
            assert!(found.len() <= expected.len(), "{text}");
        }
        if case["blocks_ok"] == false {
            assert!(misread > 0 || tree.body().damage().is_some(), "{text}");
        } else if !mistyped {
            assert_eq!(misread, 0, "{text}");
        }
    }
}

fn is_scalar(block: Block) -> bool {
    block.body().attributes().next().is_none() && block.body().damage().is_some()
}

fn describe(block: Block) -> Value {
    let mut names: Vec<_> = block.body().attributes().map(|attribute| attribute.name().name.to_owned()).collect();
    names.sort();
    names.dedup();
    let labels: Vec<_> = block.labels().iter().map(|label| label.text.clone().into_owned()).collect();
    let ranges: Vec<_> = block.labels().iter().map(|label| [label.span.start, label.span.end]).collect();
    json!({ "type": block.ty().name, "labels": labels, "ranges": ranges, "attributes": names })
}

fn described(block: &Value) -> Value {
    let list = |value: &Value| if value.is_null() { json!([]) } else { value.clone() };
    json!({
        "type": block["type"], "labels": list(&block["labels"]), "ranges": list(&block["ranges"]),
        "attributes": list(&block["attributes"]),
    })
}

/// What an expression refers to, but for the names that it binds itself.
fn variables(expr: Expr, bound: &mut Vec<String>, found: &mut Vec<String>) {
    match expr.kind() {
        ExprKind::Variable(name) if bound.iter().any(|bound| bound == name.name) => {}
        ExprKind::Variable(name) => found.push(name.name.to_owned()),
        ExprKind::Access(access) => {
            let ExprKind::Variable(root) = access.base.kind() else { panic!("not in the cases") };
            let mut path = root.name.to_owned();
            for step in access.steps {
                match step {
                    AccessStep::Attr(name) => path += &format!(".{}", name.name),
                    AccessStep::Index(key, _) => match key.kind() {
                        ExprKind::Number(number) => path += &format!("[{number}]"),
                        ExprKind::String(text) => path += &format!("[{text:?}]"),
                        _ => panic!("not in the cases"),
                    },
                    _ => panic!("not in the cases"),
                }
            }
            if !bound.iter().any(|bound| bound == root.name) {
                found.push(path);
            }
        }
        ExprKind::Tuple(items) => items.iter().for_each(|item| variables(item, bound, found)),
        ExprKind::Object(items) => {
            for item in items {
                if let Key::Expr(key) = item.key {
                    variables(key, bound, found);
                }
                variables(item.value, bound, found);
            }
        }
        ExprKind::Template(template) => parts(template.parts, bound, found),
        ExprKind::Binary(_, left, right) => [left, right].into_iter().for_each(|expr| variables(expr, bound, found)),
        ExprKind::Call(call) => call.args.iter().for_each(|arg| variables(arg, bound, found)),
        ExprKind::For(of) => {
            variables(of.collection, bound, found);
            bound.push(of.value_name.name.to_owned());
            variables(of.value, bound, found);
            bound.pop();
        }
        _ => {}
    }
}

fn parts(of: List<Part>, bound: &mut Vec<String>, found: &mut Vec<String>) {
    for part in of {
        match part {
            Part::Literal(..) => {}
            Part::Interpolation(expr) => variables(expr, bound, found),
            Part::If { test, then, otherwise } => {
                variables(test, bound, found);
                parts(then, bound, found);
                parts(otherwise, bound, found);
            }
            Part::For { collection, body, value_name, .. } => {
                variables(collection, bound, found);
                bound.push(value_name.name.to_owned());
                parts(body, bound, found);
                bound.pop();
            }
        }
    }
}

#[test]
fn spans_of_templates_are_those_of_the_file() {
    let text = r#"{"a": "x\n\u00e9${var.b}y", "c": "${d}"}"#;
    let tree = parse(source(text), Syntax::Json);
    let spans: Vec<_> = tree
        .body()
        .attributes()
        .flat_map(|attribute| match attribute.expr().kind() {
            ExprKind::Template(template) => template
                .parts
                .iter()
                .filter_map(|part| match part {
                    Part::Interpolation(expr) => Some(&text[expr.span().range()]),
                    _ => None,
                })
                .collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(spans, ["var.b", "d"]);
}

#[test]
fn a_broken_template_is_reported_where_it_is() {
    let text = r#"{"a": "\t${b c}", "//": "${b c}"}"#;
    let tree = parse(source(text), Syntax::Json);
    let diagnostics: Vec<_> =
        tree.diagnostics().iter().map(|diagnostic| &text[diagnostic.span().unwrap().range()]).collect();
    assert_eq!(diagnostics, ["c"], "comments are not read");
    assert_eq!(parse(source(text), Syntax::JsonValues).diagnostics(), [], "values are not templates");
    let literal = tree.body().attribute("a").unwrap().expr().literal_text().unwrap();
    assert_eq!(literal, "\t${b c}", "as it stands where nothing may be referred to");
}

#[test]
fn the_text_of_a_string_can_be_an_expression() {
    let text = r#"{"depends_on": ["aws_a.b", "module.\u0063[\"k\"]"], "type": "list(string)", "x": 1}"#;
    let tree = parse(source(text), Syntax::Json);
    let ExprKind::Tuple(items) = tree.body().attribute("depends_on").unwrap().expr().kind() else { panic!() };
    for (item, written) in items.iter().zip(["aws_a.b", r#"module.\u0063[\"k\"]"#]) {
        let inner = item.parse_text().unwrap();
        assert_eq!(inner.diagnostics(), []);
        assert!(matches!(inner.expression().kind(), ExprKind::Access(_)));
        assert_eq!(&text[inner.expression().span().range()], written);
    }
    let ty = tree.body().attribute("type").unwrap().expr().parse_text().unwrap();
    let ExprKind::Call(call) = ty.expression().kind() else { panic!() };
    assert_eq!((call.name.name, call.args.len()), ("list", 1));
    assert!(tree.body().attribute("x").unwrap().expr().parse_text().is_none());
}
