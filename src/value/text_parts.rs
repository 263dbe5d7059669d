//! Texts of which parts are known, or are known to be the same.

use std::borrow::Cow;

use super::identity::{Canonical, Identity, canonical};
use super::{TextPart, Type, Unknown};

/// Whether two texts are equal, as far as their parts tell: the same at both ends does not matter, and what is left
/// decides where it is nothing on both sides, text that differs, or things that have different values.
pub(super) fn texts(mut a: &[TextPart], mut b: &[TextPart], identity: &dyn Identity) -> Option<bool> {
    while let ([x, rest @ ..], [y, others @ ..]) = (a, b)
        && same_part(x, y, identity)
    {
        (a, b) = (rest, others);
    }
    while let ([rest @ .., x], [others @ .., y]) = (a, b)
        && same_part(x, y, identity)
    {
        (a, b) = (rest, others);
    }
    match (a, b) {
        ([], []) => Some(true),
        // What something stands for may be empty, text is not.
        ([], rest) | (rest, []) => rest.iter().any(|part| matches!(part, TextPart::Text(_))).then_some(false),
        ([TextPart::Text(_)], [TextPart::Text(_)]) => Some(false),
        ([TextPart::Symbol(a)], [TextPart::Symbol(b)]) => match (canonical(a, identity), canonical(b, identity)) {
            (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) => identity.distinct(&a, &b).then_some(false),
            _ => None,
        },
        _ => None,
    }
}

fn same_part(a: &TextPart, b: &TextPart, identity: &dyn Identity) -> bool {
    match (a, b) {
        (TextPart::Text(a), TextPart::Text(b)) => a == b,
        (TextPart::Symbol(a), TextPart::Symbol(b)) => match (canonical(a, identity), canonical(b, identity)) {
            (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) => a == b,
            _ => false,
        },
        _ => false,
    }
}

/// The parts of a text; what stands for something alone is its only part.
pub(super) fn parts(text: &Unknown) -> Option<Cow<'_, [TextPart]>> {
    match (&text.parts, &text.symbol) {
        (Some(parts), _) => Some(Cow::Borrowed(parts)),
        (None, Some(symbol)) if text.ty == Type::String => Some(Cow::Owned(vec![TextPart::Symbol(symbol.clone())])),
        _ => None,
    }
}
