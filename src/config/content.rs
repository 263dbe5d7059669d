//! What does not fit the schema of a block.

use crate::diag::{Diagnostic, nearest};
use crate::source::{Role, Span};
use crate::syntax::{Attribute, Block, Body};

use super::schema::Schema;

/// What has nothing but arguments of any name: `locals`, `required_providers`.
pub(super) fn no_blocks(body: Body<'_>, what: &str, out: &mut Vec<Diagnostic>) {
    for block in body.blocks() {
        let name = block.ty();
        out.push(
            Diagnostic::error("unsupported-block", format!("blocks are not expected {what}"))
                .at(name.span, "")
                .help(format!("write it as an argument: `{} = {{ … }}`", name.name)),
        );
    }
}

/// The blocks of a body that its schema knows, in order; notes what does not fit. Blocks with the wrong number of
/// labels are left out. In an override file nothing is required.
pub(super) fn content<'s>(
    body: Body<'s>,
    header: Span,
    schema: &Schema,
    role: Role,
    out: &mut Vec<Diagnostic>,
) -> Vec<Block<'s>> {
    let mut blocks = Vec::new();
    for attribute in body.attributes() {
        let name = attribute.name();
        if schema.has_attribute(name.name) {
            out.extend(set_twice(body, attribute));
            continue;
        }
        match schema.labels(name.name) {
            Some(labels) if body.is_json() => {
                // One property after the other, though a body that is an array may have one name several times.
                if body.attribute(name.name).is_some_and(|first| first.span() == attribute.span()) {
                    blocks.extend(body.blocks_of(name.name, labels.len()));
                    out.extend(body.misread_blocks(name.name, labels.len()));
                }
            }
            Some(_) => out.push(
                unsupported_argument(name.name, name.span, schema)
                    .help(format!("`{0}` is a block: write `{0} {{ … }}` without the equals sign", name.name)),
            ),
            None if schema.open => {}
            None => {
                let names = schema.attributes.iter().map(|(name, _)| *name);
                let names = names.chain(schema.blocks.iter().map(|(ty, _)| *ty).filter(|_| body.is_json()));
                out.push(suggest(unsupported_argument(name.name, name.span, schema), name.name, names));
            }
        }
    }
    for block in body.blocks() {
        let ty = block.ty();
        match schema.labels(ty.name) {
            Some(labels) => {
                if labels_fit(block, labels, out) {
                    blocks.push(block);
                }
            }
            None if schema.open => {}
            None => {
                let unsupported = Diagnostic::error(
                    "unsupported-block",
                    format!("blocks of type `{}` are not expected {}", ty.name, schema.what),
                )
                .at(ty.span, "");
                out.push(match schema.has_attribute(ty.name) {
                    true => unsupported.help(format!("`{0}` is an argument: write `{0} = …`", ty.name)),
                    false => suggest(unsupported, ty.name, schema.blocks.iter().map(|(ty, _)| *ty)),
                });
            }
        }
    }
    if role == Role::Primary && body.damage().is_none() {
        let missing = schema.attributes.iter().filter(|(name, required)| *required && body.attribute(name).is_none());
        // In JSON syntax the header may be far away, and of several blocks.
        let place =
            if body.is_json() { Span { start: body.span().end.saturating_sub(1), ..body.span() } } else { header };
        for (name, _) in missing {
            out.push(
                Diagnostic::error("missing-argument", format!("the argument `{name}` is required"))
                    .at(place, "")
                    .help(format!("add `{name} = …`")),
            );
        }
    }
    blocks
}

/// What JSON syntax has to say of an argument that was set before, which in native syntax the parser refuses.
pub(super) fn set_twice(body: Body<'_>, attribute: Attribute<'_>) -> Option<Diagnostic> {
    let name = attribute.name();
    let first = body.attribute(name.name).filter(|first| body.is_json() && first.name().span != name.span)?;
    let diagnostic = Diagnostic::error("duplicate-argument", format!("`{}` is set twice", name.name));
    Some(diagnostic.at(name.span, "").at(first.name().span, "first set here"))
}

fn labels_fit(block: Block<'_>, expected: &[&str], out: &mut Vec<Diagnostic>) -> bool {
    let labels = block.labels();
    let ty = block.ty().name;
    if let Some(extra) = labels.get(expected.len()) {
        let all = match expected {
            [] => "no label".to_owned(),
            [one] => format!("one label ({one})"),
            more => format!("{} labels ({})", more.len(), more.join(", ")),
        };
        out.push(
            Diagnostic::error("extraneous-label", format!("a `{ty}` block has {all}"))
                .at(extra.span, "")
                .help("remove the label"),
        );
        return false;
    }
    if let Some(missing) = expected.get(labels.len()) {
        let form: Vec<_> = expected.iter().map(|label| format!("\"{label}\"")).collect();
        out.push(
            Diagnostic::error("missing-label", format!("a `{ty}` block needs a {missing}"))
                .at(block.header(), "")
                .help(format!("write `{ty} {} {{`", form.join(" "))),
        );
        return false;
    }
    true
}

fn unsupported_argument(name: &str, span: Span, schema: &Schema) -> Diagnostic {
    Diagnostic::error("unsupported-argument", format!("an argument named `{name}` is not expected {}", schema.what))
        .at(span, "")
}

fn suggest<'a>(diagnostic: Diagnostic, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    match nearest(name, candidates.into_iter().filter(|candidate| *candidate != "_")) {
        Some(candidate) => diagnostic.help(format!("did you mean `{candidate}`?")),
        None => diagnostic.help("remove it"),
    }
}
