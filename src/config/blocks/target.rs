//! Addresses as `moved`, `import` and `removed` have them.

use std::fmt::Write;

use crate::addrs::Mode;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{AccessStep, Attribute, Expr, ExprKind};

use super::{Lowering, literal};

/// What an address names.
pub(super) struct Target {
    /// The mode of the resource; nothing for a module.
    pub resource: Option<Mode>,
    /// Whether it is in a module other than the one at hand.
    pub in_module: bool,
    /// Where instance keys are written.
    pub keys: Vec<Span>,
    /// The address with all keys, if those are literals.
    pub text: Option<String>,
}

/// An address, which is written like a reference; with keys that are no literals only where that is `dynamic`.
pub(super) fn address<'s>(
    at: &mut Lowering<'s>,
    attribute: Attribute<'s>,
    json: bool,
    dynamic: bool,
) -> Option<(Expr<'s>, Target)> {
    let expr = match json {
        true => literal::reference(at, attribute.expr(), true),
        false => attribute.expr(),
    };
    if matches!(expr.kind(), ExprKind::Invalid) {
        return None;
    }
    match target(expr).filter(|target| dynamic || target.text.is_some()) {
        Some(target) => Some((expr, target)),
        None => {
            at.out.push(
                Diagnostic::error("invalid-address", "the address of a resource or a module is required here")
                    .at(expr.span(), "")
                    .help("write `type.name`, `module.name` or `module.name.type.name`, without quotes"),
            );
            None
        }
    }
}

/// What a reference names as an address.
fn target(expr: Expr<'_>) -> Option<Target> {
    let (root, steps) = match expr.kind() {
        ExprKind::Variable(root) => (root, None),
        ExprKind::Access(access) => match access.base.kind() {
            ExprKind::Variable(root) => (root, Some(access.steps)),
            _ => return None,
        },
        _ => return None,
    };
    let mut parts = vec![Part::Name(root.name)];
    for step in steps.into_iter().flat_map(|steps| steps.iter()) {
        parts.push(match step {
            AccessStep::Attr(name) => Part::Name(name.name),
            AccessStep::Index(key, span) => Part::Key(literal::key(key), span),
            AccessStep::LegacyIndex(index, span) => Part::Key(Some(index.to_string()), span),
            AccessStep::AttrSplat(_) | AccessStep::FullSplat(_) => return None,
        });
    }
    let mut parts = parts.into_iter().peekable();
    let mut target = Target { resource: None, in_module: false, keys: Vec::new(), text: Some(String::new()) };
    while parts.next_if(|part| matches!(part, Part::Name("module"))).is_some() {
        target.name("module");
        target.named(parts.next())?;
        target.keyed(parts.next_if(|part| matches!(part, Part::Key(..))));
        if parts.peek().is_none() {
            return Some(target);
        }
        target.in_module = true;
    }
    let prefixed = parts.next_if(|part| matches!(part, Part::Name("resource"))).is_some();
    let reserved = |name: &&str| !prefixed && RESERVED.contains(name);
    let mode = match parts.peek()? {
        Part::Name(name) if reserved(name) => return None,
        Part::Name("data") if !prefixed => Mode::Data,
        Part::Name("ephemeral") if !prefixed => Mode::Ephemeral,
        _ => Mode::Managed,
    };
    target.resource = Some(mode);
    let names = if mode == Mode::Managed { 2 } else { 3 };
    for _ in 0..names {
        target.named(parts.next())?;
    }
    target.keyed(parts.next_if(|part| matches!(part, Part::Key(..))));
    parts.next().is_none().then_some(target)
}

/// What cannot be the type of a resource, unless `resource` stands before it.
const RESERVED: &[&str] =
    &["arg", "count", "each", "lazy", "local", "module", "path", "self", "template", "terraform", "var"];

/// A part of an address; a key without text is no literal.
enum Part<'s> {
    Name(&'s str),
    Key(Option<String>, Span),
}

impl Target {
    fn name(&mut self, name: &str) {
        if let Some(text) = &mut self.text {
            let _ = write!(text, ".{name}");
        }
    }

    fn named(&mut self, part: Option<Part<'_>>) -> Option<()> {
        match part {
            Some(Part::Name(name)) => {
                self.name(name);
                Some(())
            }
            _ => None,
        }
    }

    fn keyed(&mut self, part: Option<Part<'_>>) {
        if let Some(Part::Key(key, span)) = part {
            self.keys.push(span);
            self.text = self.text.take().zip(key).map(|(text, key)| format!("{text}[{key}]"));
        }
    }
}
