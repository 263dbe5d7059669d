//! Dynamic blocks, and how they are written.

use crate::config::Body;
use crate::diag::Diagnostic;
use crate::lang::Evaluator;
use crate::syntax::{Block, Expr, ExprKind};

use super::super::body;
use super::body::{Allowed, Place};
use super::{Around, Validator};

/// The arguments of a dynamic block, beside the labels of blocks that have one.
const ARGUMENTS: &[&str] = &["for_each", "iterator"];

impl<'c> Validator<'_, 'c> {
    /// Whether a block has as many labels as it must.
    pub(super) fn labelled(&self, block: Block<'c>, one: bool) -> bool {
        let (ty, labels) = (block.ty(), block.labels());
        let labels = labels.len();
        if labels == usize::from(one) {
            return true;
        }
        let (message, help) = match labels == 0 {
            true => (format!("a block `{}` needs a label", ty.name), "add it"),
            false => (format!("a block `{}` has {labels} labels, which are too many", ty.name), "remove them"),
        };
        self.report(Diagnostic::error("wrong-labels", message).at(block.header(), "").help(help));
        false
    }

    /// A dynamic block; `place` is that of its content, which may have labels.
    pub(super) fn dynamic(&self, block: Block<'c>, labels: bool, place: Place<'_, 'c>, around: &Around<'c>) {
        let own = block.body();
        for attribute in own.attributes() {
            let name = attribute.name();
            // In JSON blocks look like arguments.
            let content = own.is_json() && name.name == "content";
            if !(content || ARGUMENTS.contains(&name.name) || labels && name.name == "labels") {
                self.unsupported("argument", name.name, name.span, Allowed::Object(&crate::value::Type::Dynamic));
            }
        }
        let others = own.blocks().filter(|block| block.ty().name != "content");
        others.for_each(|other| self.unsupported("block", other.ty().name, other.header(), Allowed::Anything));
        let missing = |what: &str, help: &str| {
            Diagnostic::error("missing-argument", format!("a dynamic block needs {what}"))
                .at(block.header(), "")
                .help(help)
        };
        let contents = own.blocks_of("content", 0);
        let for_each = own.attribute("for_each");
        let (Some(for_each), Some(content)) = (for_each, contents.first()) else {
            return self.report(match for_each {
                None => missing("`for_each`", "add `for_each = …`"),
                Some(_) => missing("a `content` block", "add `content { … }`"),
            });
        };
        if let Some(second) = contents.get(1) {
            self.report(
                Diagnostic::error("too-many-blocks", "a dynamic block has one `content` block")
                    .at(second.header(), "this is one too many")
                    .help("remove it, or write a second dynamic block"),
            );
        }
        self.expression(for_each.expr(), around);
        let iterator = own.attribute("iterator").map(|attribute| (attribute.expr().kind(), attribute.expr().span()));
        let name: &'c str = match iterator {
            Some((ExprKind::Variable(iterator), _)) => iterator.name,
            // In JSON a name is written as a string.
            Some((ExprKind::String(_), _)) if own.is_json() => return,
            Some((_, span)) => {
                return self.report(
                    Diagnostic::error("invalid-iterator", "an iterator is a single name")
                        .at(span, "")
                        .help("write a name without quotes"),
                );
            }
            None => body::block_type(block),
        };
        // The content of a block that is certainly never made is not looked at.
        if self.is_certainly_empty(for_each.expr()) {
            return;
        }
        let mut around = around.clone();
        around.iterators.push(name);
        self.body(&Body::new(content.body()), place.of(content.header()), &around);
    }

    fn is_certainly_empty(&self, expr: Expr<'c>) -> bool {
        let evaluator = Evaluator::new(&crate::lang::Nothing, &self.world.session);
        match evaluator.eval(expr) {
            Ok(value) => crate::lang::iterate(&value).is_ok_and(|items| items.is_empty()),
            Err(_) => false,
        }
    }
}
