//! Goes through a whole tree and checks that what is inside stands inside, in order.

use tomcheck::source::Span;
use tomcheck::syntax::{AccessStep, Body, Expr, ExprKind, Key, List, Part, Tree};

/// Panics where a span is not inside the one around it, or before its left neighbour.
pub fn check_nesting(tree: &Tree, lone: bool) {
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
