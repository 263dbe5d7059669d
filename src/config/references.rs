//! What an expression refers to.

use crate::syntax::{AccessStep, Expr, ExprKind, Ident, Key, List, Part};

/// Something that only evaluation can give a value.
#[derive(Clone, Copy, Debug)]
pub enum Dependence<'s> {
    /// A name that the expression does not define itself, and the attributes that follow it.
    Reference(Ident<'s>, Option<List<'s, AccessStep<'s>>>),
    /// A function, except in arguments of `try` and `can`.
    Call(Ident<'s>),
}

/// Calls `found` for everything that an expression depends on, in the order in which it is written.
pub fn each<'s>(expr: Expr<'s>, found: &mut dyn FnMut(Dependence<'s>)) {
    walk(expr, &mut Vec::new(), found);
}

/// The first thing that an expression depends on.
pub(super) fn first(expr: Expr<'_>) -> Option<Dependence<'_>> {
    let mut first = None;
    each(expr, &mut |dependence| first = first.or(Some(dependence)));
    first
}

fn walk<'s>(expr: Expr<'s>, bound: &mut Vec<&'s str>, found: &mut dyn FnMut(Dependence<'s>)) {
    stacker::maybe_grow(64 << 10, 1 << 20, || kinds(expr, bound, found));
}

fn kinds<'s>(expr: Expr<'s>, bound: &mut Vec<&'s str>, found: &mut dyn FnMut(Dependence<'s>)) {
    match expr.kind() {
        ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_) | ExprKind::Invalid => {}
        ExprKind::Template(template) => parts(template.parts, bound, found),
        ExprKind::Tuple(items) => items.iter().for_each(|item| walk(item, bound, found)),
        ExprKind::Object(items) => {
            for item in items.iter() {
                if let Key::Expr(key) = item.key {
                    walk(key, bound, found);
                }
                walk(item.value, bound, found);
            }
        }
        ExprKind::Variable(name) => reference(name, None, bound, found),
        ExprKind::Access(access) => {
            match access.base.kind() {
                ExprKind::Variable(name) => reference(name, Some(access.steps), bound, found),
                _ => walk(access.base, bound, found),
            }
            for step in access.steps.iter() {
                if let AccessStep::Index(index, _) = step {
                    walk(index, bound, found);
                }
            }
        }
        ExprKind::Call(call) => {
            found(Dependence::Call(call.name));
            // What fails in an argument of these is no error; what is not declared is one nevertheless.
            let guards = matches!(call.name.name.trim_start_matches("core::"), "try" | "can");
            let mut inside = |dependence: Dependence<'s>| {
                if !guards || matches!(dependence, Dependence::Reference(..)) {
                    found(dependence);
                }
            };
            call.args.iter().for_each(|arg| walk(arg, bound, &mut inside));
        }
        ExprKind::Conditional { test, then, otherwise } => {
            [test, then, otherwise].into_iter().for_each(|part| walk(part, bound, found));
        }
        ExprKind::Unary(_, operand) | ExprKind::Parens(operand) => walk(operand, bound, found),
        ExprKind::Binary(_, left, right) => {
            walk(left, bound, found);
            walk(right, bound, found);
        }
        ExprKind::For(each) => {
            walk(each.collection, bound, found);
            let outer = bound.len();
            bound.extend(each.key_name.map(|key| key.name));
            bound.push(each.value_name.name);
            let parts = [each.key, Some(each.value), each.condition];
            parts.into_iter().flatten().for_each(|part| walk(part, bound, found));
            bound.truncate(outer);
        }
    }
}

fn reference<'s>(
    name: Ident<'s>,
    steps: Option<List<'s, AccessStep<'s>>>,
    bound: &[&'s str],
    found: &mut dyn FnMut(Dependence<'s>),
) {
    if !bound.contains(&name.name) {
        found(Dependence::Reference(name, steps));
    }
}

fn parts<'s>(list: List<'s, Part<'s>>, bound: &mut Vec<&'s str>, found: &mut dyn FnMut(Dependence<'s>)) {
    for part in list.iter() {
        match part {
            Part::Literal(..) => {}
            Part::Interpolation(expr) => walk(expr, bound, found),
            Part::If { test, then, otherwise } => {
                walk(test, bound, found);
                parts(then, bound, found);
                parts(otherwise, bound, found);
            }
            Part::For { key_name, value_name, collection, body } => {
                walk(collection, bound, found);
                let outer = bound.len();
                bound.extend(key_name.map(|key| key.name));
                bound.push(value_name.name);
                parts(body, bound, found);
                bound.truncate(outer);
            }
        }
    }
}
