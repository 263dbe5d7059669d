//! Native texts as JSON, and the errors that people make in that.

use std::ops::Range;

use serde_json::{Map, Value};
use tomcheck::source::SourceMap;
use tomcheck::syntax::{Body, Expr, ExprKind, Key, Syntax, TokenKind, Tree, parse};

use super::errors::{Edit, Place, Top};

fn read(text: &str, syntax: Syntax) -> Tree {
    let tree = parse(SourceMap::default().add("main".into(), text.into()), syntax);
    assert_eq!(tree.diagnostics(), [], "{text}");
    tree
}

/// A native text as JSON that says the same to Terraform.
pub fn converted(text: &str) -> String {
    let tree = read(text, Syntax::Native);
    let value = Value::Object(body(text, "", tree.body()));
    serde_json::to_string_pretty(&value).unwrap()
}

fn body(text: &str, ty: &str, of: Body) -> Map<String, Value> {
    let mut map = Map::new();
    for attribute in of.attributes() {
        let name = attribute.name().name;
        let convert = match (ty, name) {
            ("variable", "type") | ("moved" | "import" | "removed", "from" | "to") => reference,
            (_, "depends_on" | "provider" | "providers" | "ignore_changes" | "replace_triggered_by") => reference,
            _ => value,
        };
        map.insert(name.to_owned(), convert(text, attribute.expr()));
    }
    for block in of.blocks() {
        let inner = Value::Object(body(text, block.ty().name, block.body()));
        let labels: Vec<String> = block.labels().iter().map(|label| label.text.to_string()).collect();
        put(&mut map, block.ty().name, &labels, inner);
    }
    map
}

/// Each label is an object more; blocks that have all labels in common are an array.
fn put(map: &mut Map<String, Value>, name: &str, labels: &[String], inner: Value) {
    match (labels, map.get_mut(name)) {
        ([label, rest @ ..], _) => {
            let labelled = map.entry(name).or_insert_with(|| Value::Object(Map::new()));
            put(labelled.as_object_mut().unwrap(), label, rest, inner);
        }
        (_, None) => drop(map.insert(name.to_owned(), inner)),
        (_, Some(Value::Array(all))) => all.push(inner),
        (_, Some(first)) => *first = Value::Array(vec![first.take(), inner]),
    }
}

fn value(text: &str, expr: Expr) -> Value {
    let source = &text[expr.span().range()];
    match expr.kind() {
        ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) => serde_json::from_str(source).unwrap(),
        ExprKind::String(string) => string.replace("${", "$${").replace("%{", "%%{").into(),
        ExprKind::Tuple(items) => items.iter().map(|item| value(text, item)).collect(),
        ExprKind::Object(items) => {
            let item = |key, item| match key {
                Key::Name(name) => Some((name.name.to_owned(), value(text, item))),
                Key::Expr(key) => Some((value(text, key).as_str()?.to_owned(), value(text, item))),
            };
            let items: Option<Map<_, _>> = items.iter().map(|each| item(each.key, each.value)).collect();
            items.map_or_else(|| format!("${{{source}}}").into(), Value::Object)
        }
        _ => format!("${{{source}}}").into(),
    }
}

/// What Terraform reads as a name, not a value.
fn reference(text: &str, expr: Expr) -> Value {
    match expr.kind() {
        ExprKind::Tuple(items) => items.iter().map(|item| reference(text, item)).collect(),
        ExprKind::Object(_) => value(text, expr),
        _ => text[expr.span().range()].into(),
    }
}

/// The blocks of a JSON text whose subjects have verdicts.
pub fn blocks(text: &str) -> Vec<Top> {
    let tree = read(text, Syntax::Json);
    let body = tree.body();
    let of = |(ty, labels)| body.blocks_of(ty, labels);
    let kinds = [("resource", 2), ("data", 2), ("module", 1), ("provider", 1), ("variable", 1), ("locals", 0)];
    let blocks = kinds.into_iter().flat_map(of).map(|block| Top {
        span: block.body().span().range(),
        ty: block.ty().name.to_owned(),
        labels: block.labels().iter().map(|label| label.text.to_string()).collect(),
    });
    blocks.collect()
}

/// All errors in a JSON text.
pub fn edits(text: &str, blocks: &[Top]) -> Vec<Edit> {
    let tree = read(text, Syntax::Json);
    let mut edits = Vec::new();
    for (kind, span) in tree.tokens() {
        let range = span.range();
        let at = |at: usize| at..at;
        let missing = match kind {
            TokenKind::OpenQuote => "quote not opened",
            TokenKind::CloseQuote => "quote not closed",
            TokenKind::Comma => "comma missing",
            TokenKind::Colon => "colon missing",
            TokenKind::OpenBrace | TokenKind::OpenBracket => "not opened",
            TokenKind::CloseBrace | TokenKind::CloseBracket => "not closed",
            TokenKind::Name | TokenKind::Number => "value missing",
            _ => continue,
        };
        let mut add = |class, range: Range<usize>, with: &str| {
            let block = blocks.iter().position(|block| block.span.start <= range.start && range.end <= block.span.end);
            let place = match block {
                None => Place::Header,
                Some(block) if range.start == blocks[block].span.start || range.end == blocks[block].span.end => {
                    Place::Brace
                }
                Some(_) => Place::Value,
            };
            edits.push(Edit { class, place, range, with: with.to_owned(), block });
        };
        add(missing, range.clone(), "");
        add("truncated", range.start..text.len(), "");
        if kind != TokenKind::CloseQuote {
            for (class, with) in [
                ("stray brace", "}"),
                ("stray open brace", "{"),
                ("stray bracket", "]"),
                ("stray open bracket", "["),
                ("comma twice", ","),
                ("stray quote", "\""),
                ("stray word", "x "),
                ("comment not closed", "/* "),
            ] {
                add(class, at(range.start), with);
            }
            let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            if text[line..range.start].trim().is_empty() {
                add("conflict", at(line), "<<<<<<< HEAD\n");
            }
        }
    }
    edits
}
