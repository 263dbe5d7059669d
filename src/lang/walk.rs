//! Going through an expression without evaluating it.

use crate::source::Span;
use crate::syntax::{AccessStep, Call, Expr, ExprKind, Ident, Key, List, Part};

/// A reference as it is written: its root name, the steps behind it, and the whole.
#[derive(Clone, Copy, Debug)]
pub struct Mention<'s> {
    /// The first name.
    pub root: Ident<'s>,
    /// What follows it; `None` if nothing does.
    pub steps: Option<List<'s, AccessStep<'s>>>,
    /// The whole reference.
    pub span: Span,
}

impl<'s> Mention<'s> {
    /// The name behind dot `at`, counted from 0, if a name stands there.
    pub fn name(&self, at: usize) -> Option<Ident<'s>> {
        match self.steps?.get(at)? {
            AccessStep::Attr(ident) => Some(ident),
            _ => None,
        }
    }
}

/// What is found in an expression.
pub trait Visitor<'s> {
    /// A reference to something outside the expression: loop variables are none.
    fn mention(&mut self, mention: Mention<'s>) {
        let _ = mention;
    }

    /// A function call.
    fn call(&mut self, call: &Call<'s>, span: Span) {
        let _ = (call, span);
    }
}

/// Shows a visitor everything in an expression, in the order of the text.
pub fn walk<'s>(expr: Expr<'s>, visitor: &mut dyn Visitor<'s>) {
    Walk { visitor, bound: Vec::new() }.expr(expr);
}

/// The references of an expression to something outside it.
pub fn mentions<'s>(expr: Expr<'s>) -> Vec<Mention<'s>> {
    struct All<'s>(Vec<Mention<'s>>);
    impl<'s> Visitor<'s> for All<'s> {
        fn mention(&mut self, mention: Mention<'s>) {
            self.0.push(mention);
        }
    }
    let mut all = All(Vec::new());
    walk(expr, &mut all);
    all.0
}

struct Walk<'v, 's> {
    visitor: &'v mut dyn Visitor<'s>,
    bound: Vec<&'s str>,
}

impl<'s> Walk<'_, 's> {
    fn name(&mut self, root: Ident<'s>, steps: Option<List<'s, AccessStep<'s>>>, span: Span) {
        if !self.bound.contains(&root.name) {
            self.visitor.mention(Mention { root, steps, span });
        }
    }

    fn expr(&mut self, expr: Expr<'s>) {
        // Depth is bounded by the parser; the stack is not.
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.kind(expr));
    }

    fn kind(&mut self, expr: Expr<'s>) {
        match expr.kind() {
            ExprKind::Variable(ident) => self.name(ident, None, ident.span),
            ExprKind::Access(access) => {
                match access.base.kind() {
                    ExprKind::Variable(root) => self.name(root, Some(access.steps), expr.span()),
                    _ => self.expr(access.base),
                }
                for step in access.steps.iter() {
                    if let AccessStep::Index(key, _) = step {
                        self.expr(key);
                    }
                }
            }
            ExprKind::Tuple(items) => items.iter().for_each(|item| self.expr(item)),
            ExprKind::Object(items) => items.iter().for_each(|item| {
                if let Key::Expr(key) = item.key {
                    self.expr(key);
                }
                self.expr(item.value);
            }),
            ExprKind::Call(call) => {
                self.visitor.call(&call, expr.span());
                call.args.iter().for_each(|arg| self.expr(arg));
            }
            ExprKind::Conditional { test, then, otherwise } => {
                [test, then, otherwise].into_iter().for_each(|part| self.expr(part));
            }
            ExprKind::Unary(_, operand) | ExprKind::Parens(operand) => self.expr(operand),
            ExprKind::Binary(_, left, right) => {
                self.expr(left);
                self.expr(right);
            }
            ExprKind::For(for_expr) => {
                self.expr(for_expr.collection);
                self.with(for_expr.key_name, for_expr.value_name, |walk| {
                    [for_expr.key, Some(for_expr.value), for_expr.condition]
                        .into_iter()
                        .flatten()
                        .for_each(|part| walk.expr(part));
                });
            }
            ExprKind::Template(template) => self.parts(template.parts.iter()),
            ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_) | ExprKind::Invalid => {}
        }
    }

    fn parts(&mut self, parts: impl Iterator<Item = Part<'s>>) {
        for part in parts {
            match part {
                Part::Literal(..) => {}
                Part::Interpolation(expr) => self.expr(expr),
                Part::If { test, then, otherwise } => {
                    self.expr(test);
                    self.parts(then.iter());
                    self.parts(otherwise.iter());
                }
                Part::For { key_name, value_name, collection, body } => {
                    self.expr(collection);
                    self.with(key_name, value_name, |walk| walk.parts(body.iter()));
                }
            }
        }
    }

    fn with(&mut self, key: Option<Ident<'s>>, value: Ident<'s>, run: impl FnOnce(&mut Self)) {
        let before = self.bound.len();
        self.bound.extend(key.map(|ident| ident.name));
        self.bound.push(value.name);
        run(self);
        self.bound.truncate(before);
    }
}
