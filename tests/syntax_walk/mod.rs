//! What must hold of the tree of any text: its tokens are the text, what is inside stands inside, in order.

use std::sync::Arc;

use tomcheck::source::{SourceFile, SourceMap, Span};
use tomcheck::syntax::{AccessStep, Body, Expr, ExprKind, Key, List, Part, Syntax, Tree, parse};

pub fn source(bytes: &[u8]) -> Arc<SourceFile> {
    SourceMap::default().add("test".into(), bytes.to_vec())
}

/// Shows the text that a check failed on.
pub struct Shown<'a>(pub &'a [u8], pub Syntax);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let shown = self.0[..self.0.len().min(2_000)].escape_ascii();
            eprintln!("failed on {:?} text: {shown}", self.1);
        }
    }
}

/// Reads a text as `syntax` and checks all that must hold.
pub fn check(bytes: &[u8], syntax: Syntax) -> Tree {
    let _shown = Shown(bytes, syntax);
    let tree = parse(source(bytes), syntax);
    let mut printed = Vec::with_capacity(bytes.len());
    for (_, span) in tree.tokens() {
        assert_eq!(span.start as usize, printed.len(), "tokens leave no gap");
        printed.extend_from_slice(&tree.file().bytes()[span.range()]);
    }
    assert_eq!(printed, bytes, "the tokens are the text");
    let positions: Vec<_> = tree.diagnostics().iter().map(|diagnostic| diagnostic.span().unwrap().start).collect();
    assert!(positions.is_sorted(), "diagnostics come by position");
    for label in tree.diagnostics().iter().flat_map(|diagnostic| &diagnostic.labels) {
        assert!(label.span.start <= label.span.end && label.span.end as usize <= bytes.len(), "{label:?}");
    }
    check_nesting(&tree, matches!(syntax, Syntax::Expression | Syntax::Template));
    tree
}

/// Panics where a span is not inside the one around it, or before its left neighbour.
fn check_nesting(tree: &Tree, lone: bool) {
    let file = tree.file().span();
    match lone {
        true => expr(tree.expression(), file),
        false => body(tree.body(), file),
    }
}

fn inside(inner: Span, outer: Span) {
    assert!(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end, "{inner:?} in {outer:?}");
}

fn in_order(spans: impl IntoIterator<Item = Span>, outer: Span) {
    let mut end = outer.start;
    for span in spans {
        inside(span, outer);
        assert!(end <= span.start, "{span:?} overlaps what ends at {end}");
        end = span.end;
    }
}

fn body(of: Body, outer: Span) {
    inside(of.span(), outer);
    if let Some(damage) = of.damage() {
        inside(damage, outer);
    }
    let mut items = Vec::new();
    for attribute in of.attributes() {
        items.push(attribute.span());
        in_order([attribute.name().span, attribute.expr().span()], attribute.span());
        stacked(|| expr(attribute.expr(), attribute.span()));
    }
    for block in of.blocks() {
        items.push(block.span());
        in_order([block.header(), block.body().span()], block.span());
        in_order(std::iter::once(block.ty().span).chain(block.labels().iter().map(|label| label.span)), block.header());
        stacked(|| body(block.body(), block.span()));
    }
    items.sort();
    in_order(items, outer);
    for ty in ["a", "b"] {
        for block in of.blocks_of(ty, 1).into_iter().filter(|_| of.is_json()) {
            inside(block.span(), outer);
            assert_eq!(block.ty().name, ty);
            assert!(block.labels().len() <= 1);
        }
        let _ = of.misread_blocks(ty, 1);
    }
}

/// The test recurses as deeply as the text is nested.
fn stacked(check: impl FnOnce()) {
    stacker::maybe_grow(256 << 10, 4 << 20, check);
}

fn all<'s>(of: Vec<Expr<'s>>, outer: Span) {
    in_order(of.iter().map(|of| of.span()), outer);
    for each in of {
        stacked(|| expr(each, outer));
    }
}

fn expr(of: Expr, outer: Span) {
    let span = of.span();
    inside(span, outer);
    match of.kind() {
        ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_) | ExprKind::Invalid => {}
        ExprKind::Variable(name) => inside(name.span, span),
        ExprKind::Template(template) => parts(template.parts, span),
        ExprKind::Tuple(items) => all(items.iter().collect(), span),
        ExprKind::Object(items) => {
            for item in items {
                if let Key::Expr(key) = item.key
                    && !matches!(key.kind(), ExprKind::Invalid)
                {
                    all(vec![key, item.value], span);
                }
                stacked(|| expr(item.value, span));
            }
        }
        ExprKind::Access(access) => {
            stacked(|| expr(access.base, span));
            let mut end = access.base.span().end;
            for step in access.steps {
                let step = match step {
                    AccessStep::Attr(name) => name.span,
                    AccessStep::Index(key, step) => {
                        stacked(|| expr(key, step));
                        step
                    }
                    AccessStep::LegacyIndex(_, step) | AccessStep::AttrSplat(step) | AccessStep::FullSplat(step) => {
                        step
                    }
                };
                inside(step, span);
                assert!(end <= step.start);
                end = step.end;
            }
        }
        ExprKind::Call(call) => {
            inside(call.name.span, span);
            all(call.args.iter().collect(), span);
        }
        ExprKind::Conditional { test, then, otherwise } => all(vec![test, then, otherwise], span),
        ExprKind::Unary(_, operand) => all(vec![operand], span),
        ExprKind::Parens(inner) => all(vec![inner], span),
        ExprKind::Binary(_, left, right) => {
            // Long chains lean left.
            let (mut left, mut right) = (left, right);
            loop {
                in_order([left.span(), right.span()], span);
                stacked(|| expr(right, span));
                match left.kind() {
                    ExprKind::Binary(_, inner, next) => (left, right) = (inner, next),
                    _ => return stacked(|| expr(left, span)),
                }
            }
        }
        ExprKind::For(of) => {
            in_order(of.key_name.map(|name| name.span).into_iter().chain([of.value_name.span]), span);
            let optional = [of.key, Some(of.value), of.condition].into_iter().flatten();
            all(std::iter::once(of.collection).chain(optional).collect(), span);
        }
    }
}

fn parts(of: List<Part>, outer: Span) {
    for part in of {
        match part {
            Part::Literal(_, span) => inside(span, outer),
            Part::Interpolation(inner) => stacked(|| expr(inner, outer)),
            Part::If { test, then, otherwise } => {
                stacked(|| expr(test, outer));
                stacked(|| parts(then, outer));
                stacked(|| parts(otherwise, outer));
            }
            Part::For { collection, body, .. } => {
                stacked(|| expr(collection, outer));
                stacked(|| parts(body, outer));
            }
        }
    }
}
