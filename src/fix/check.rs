//! Whether a text reads as before but for the edited pieces.
//!
//! Both trees are written down as lists of what is in them and where; of the old one where it is afterwards. What was
//! taken away, and what was put in, is left out. An expression or name that an edit puts another one in the place of
//! is a hole in both, so that it must be one again. Then the lists are the same, or the change has other effects.

use std::mem::{Discriminant, discriminant};
use std::ops::Range;

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{AccessStep, Body, Expr, ExprKind, Ident, Key, Part, Syntax, TokenKind, Tree};

use super::edit::{Edit, Shift};

/// Refuses edits that make `after` of `before` and have other effects than what they say.
pub(super) fn check(before: &Tree, after: &Tree, edits: &[Edit]) -> Result<(), Diagnostic> {
    let shift = Shift::new(edits);
    let texts: Vec<Range<u32>> = shift.texts().collect();
    let edit_at = |position: u32| {
        let edit = texts.partition_point(|text| text.start <= position).saturating_sub(1);
        edits.get(edit).map_or(before.file().span().at_start(), |edit| edit.span)
    };
    if let Some(new) = new_problem(before, after) {
        let at = edit_at(new.span().map_or(0, |span| span.start));
        let refused = Diagnostic::error("fix-syntax", "the change would leave a file that cannot be read").at(at, "");
        return Err(refused.note(format!("it would say: {}", new.message)));
    }
    let pieces: Vec<Range<u32>> = edits.iter().map(|edit| edit.span.start..edit.span.end).collect();
    let replaces: Vec<bool> =
        edits.iter().map(|edit| edit.span.start < edit.span.end && !edit.text.is_empty()).collect();
    let old = Outline::of(before, &pieces, &replaces, &|span| (shift.start(span.start), shift.end(span.end)));
    let new = Outline::of(after, &texts, &replaces, &|span| (span.start, span.end));
    if old == new {
        return Ok(());
    }
    let differs = old.iter().zip(&new).find(|(old, new)| old != new).map(|(old, new)| old.start.min(new.start));
    let at = edit_at(differs.or(new.last().map(|last| last.start)).unwrap_or_default());
    Err(Diagnostic::error("fix-meaning", "the change would have other effects than it says")
        .at(at, "")
        .note("what stands around it would be read differently"))
}

/// The first complaint that the new text has more often than the old one.
fn new_problem<'t>(before: &Tree, after: &'t Tree) -> Option<&'t Diagnostic> {
    let mut old: Vec<&str> = before.diagnostics().iter().map(|problem| problem.message.as_str()).collect();
    after.diagnostics().iter().find(|problem| match old.iter().position(|old| *old == problem.message) {
        Some(known) => {
            old.swap_remove(known);
            false
        }
        None => true,
    })
}

/// Something in a tree, by where it is in the new text.
#[derive(Debug, PartialEq)]
struct Node<'s> {
    what: What<'s>,
    start: u32,
    end: u32,
}

#[derive(Debug, PartialEq)]
enum What<'s> {
    Block,
    Name,
    Expr(Discriminant<ExprKind<'s>>, u8),
    Step,
    Part,
    Comment,
    Hole,
}

/// What is still to be written down.
enum Task<'s> {
    Body(Body<'s>),
    Expr(Expr<'s>),
    Part(Part<'s>),
    Name(Ident<'s>),
}

struct Outline<'a, 's> {
    pieces: &'a [Range<u32>],
    replaces: &'a [bool],
    place: &'a dyn Fn(Span) -> (u32, u32),
    nodes: Vec<Node<'s>>,
    tasks: Vec<Task<'s>>,
}

impl<'s> Outline<'_, 's> {
    fn of(
        tree: &'s Tree,
        pieces: &[Range<u32>],
        replaces: &[bool],
        place: &dyn Fn(Span) -> (u32, u32),
    ) -> Vec<Node<'s>> {
        let mut outline = Outline { pieces, replaces, place, nodes: Vec::new(), tasks: Vec::new() };
        for (kind, span) in tree.tokens() {
            if matches!(kind, TokenKind::LineComment | TokenKind::BlockComment) {
                // A line comment may have got the line break that the file lacked.
                outline.add(What::Comment, Span { end: span.start + 1, ..span });
            }
        }
        outline.tasks.push(match tree.syntax() {
            Syntax::Expression | Syntax::Template => Task::Expr(tree.expression()),
            _ => Task::Body(tree.body()),
        });
        // No recursion: chains of operators are as deep as they are long.
        while let Some(task) = outline.tasks.pop() {
            match task {
                Task::Body(body) => outline.body(body),
                Task::Expr(expr) => outline.expr(expr),
                Task::Part(part) => outline.part(part),
                Task::Name(name) => {
                    outline.add(What::Name, name.span);
                }
            }
        }
        outline.nodes
    }

    /// Writes something down; whether what is in it is to be looked at.
    fn add(&mut self, what: What<'s>, span: Span) -> bool {
        if span.start == span.end {
            return true;
        }
        // Of pieces that start at one place, the last is the one that is not empty.
        let last = self.pieces.partition_point(|piece| piece.start <= span.start).checked_sub(1);
        let around = last.filter(|&piece| span.end <= self.pieces[piece].end);
        let is_all = |piece: usize| self.pieces[piece] == (span.start..span.end) && self.replaces[piece];
        let what = match around {
            Some(piece) if is_all(piece) && matches!(what, What::Expr(..) | What::Name) => What::Hole,
            Some(_) => return false,
            None => what,
        };
        let (start, end) = (self.place)(span);
        let goes_on = what != What::Hole;
        self.nodes.push(Node { what, start, end });
        goes_on
    }

    fn body(&mut self, body: Body<'s>) {
        for attribute in body.attributes() {
            self.tasks.extend([Task::Name(attribute.name()), Task::Expr(attribute.expr())]);
        }
        for block in body.blocks() {
            if self.add(What::Block, block.span()) {
                self.add(What::Name, block.ty().span);
                for label in block.labels() {
                    self.add(What::Name, label.span);
                }
                self.tasks.push(Task::Body(block.body()));
            }
        }
    }

    fn expr(&mut self, expr: Expr<'s>) {
        let kind = expr.kind();
        // What tells two of a kind apart beside their parts.
        let form = match &kind {
            ExprKind::Unary(operator, _) => *operator as u8,
            ExprKind::Binary(operator, ..) => *operator as u8,
            ExprKind::Template(template) => u8::from(template.wraps),
            ExprKind::Call(call) => u8::from(call.expand),
            ExprKind::For(of) => u8::from(of.group),
            _ => 0,
        };
        if !self.add(What::Expr(discriminant(&kind), form), expr.span()) {
            return;
        }
        match kind {
            ExprKind::Template(template) => self.tasks.extend(template.parts.iter().map(Task::Part)),
            ExprKind::Tuple(items) => self.tasks.extend(items.iter().map(Task::Expr)),
            ExprKind::Object(items) => {
                for item in items.iter() {
                    let key = match item.key {
                        Key::Name(name) => Task::Name(name),
                        Key::Expr(key) => Task::Expr(key),
                    };
                    self.tasks.extend([key, Task::Expr(item.value)]);
                }
            }
            ExprKind::Access(access) => {
                self.tasks.push(Task::Expr(access.base));
                for step in access.steps.iter() {
                    self.step(step);
                }
            }
            ExprKind::Call(call) => {
                self.tasks.push(Task::Name(call.name));
                self.tasks.extend(call.args.iter().map(Task::Expr));
            }
            ExprKind::Conditional { test, then, otherwise } => {
                self.tasks.extend([test, then, otherwise].map(Task::Expr));
            }
            ExprKind::Unary(_, operand) | ExprKind::Parens(operand) => self.tasks.push(Task::Expr(operand)),
            ExprKind::Binary(_, left, right) => self.tasks.extend([left, right].map(Task::Expr)),
            ExprKind::For(of) => {
                self.tasks.extend(of.key_name.into_iter().chain([of.value_name]).map(Task::Name));
                self.tasks.extend(
                    [Some(of.collection), of.key, Some(of.value), of.condition].into_iter().flatten().map(Task::Expr),
                );
            }
            ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Variable(_)
            | ExprKind::Invalid => {}
        }
    }

    fn step(&mut self, step: AccessStep<'s>) {
        match step {
            AccessStep::Attr(name) => self.tasks.push(Task::Name(name)),
            AccessStep::Index(key, span) => {
                self.add(What::Step, span);
                self.tasks.push(Task::Expr(key));
            }
            AccessStep::LegacyIndex(_, span) | AccessStep::AttrSplat(span) | AccessStep::FullSplat(span) => {
                self.add(What::Step, span);
            }
        }
    }

    fn part(&mut self, part: Part<'s>) {
        match part {
            Part::Literal(_, span) => {
                self.add(What::Part, span);
            }
            Part::Interpolation(expr) => self.tasks.push(Task::Expr(expr)),
            Part::If { test, then, otherwise } => {
                self.tasks.push(Task::Expr(test));
                self.tasks.extend(then.iter().chain(otherwise.iter()).map(Task::Part));
            }
            Part::For { key_name, value_name, collection, body } => {
                self.tasks.extend(key_name.into_iter().chain([value_name]).map(Task::Name));
                self.tasks.push(Task::Expr(collection));
                self.tasks.extend(body.iter().map(Task::Part));
            }
        }
    }
}
