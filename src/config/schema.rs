//! Which arguments and blocks the Terraform language itself has, as data, and what does not fit them.
//!
//! After Terraform 1.11's own block schemas (`internal/configs`).

use crate::diag::{Diagnostic, nearest};
use crate::source::{Role, Span};
use crate::syntax::{Block, Body};

/// What may stand in a block.
pub(super) struct Schema {
    /// What the block is called in messages.
    pub what: &'static str,
    /// Arguments, and whether each is required.
    pub attributes: &'static [(&'static str, bool)],
    /// Block types with the names of their labels.
    pub blocks: &'static [(&'static str, &'static [&'static str])],
    /// Whether anything else may stand there too: what a provider or a module defines.
    pub open: bool,
}

const NAME: &[&str] = &["name"];
const TYPE: &[&str] = &["type"];
const TYPE_AND_NAME: &[&str] = &["type", "name"];
const NONE: &[&str] = &[];

pub(super) const FILE: Schema = Schema {
    what: "at the top of a file",
    attributes: &[],
    blocks: &[
        ("terraform", NONE),
        ("required_providers", NONE),
        ("provider", NAME),
        ("variable", NAME),
        ("locals", NONE),
        ("output", NAME),
        ("module", NAME),
        ("resource", TYPE_AND_NAME),
        ("data", TYPE_AND_NAME),
        ("ephemeral", TYPE_AND_NAME),
        ("moved", NONE),
        ("removed", NONE),
        ("import", NONE),
        ("check", NAME),
    ],
    open: false,
};

pub(super) const TERRAFORM: Schema = Schema {
    what: "in a `terraform` block",
    attributes: &[("required_version", false), ("experiments", false), ("language", false)],
    blocks: &[("backend", TYPE), ("cloud", NONE), ("required_providers", NONE), ("provider_meta", &["provider"])],
    open: false,
};

pub(super) const VARIABLE: Schema = Schema {
    what: "in a `variable` block",
    attributes: &[
        ("description", false),
        ("default", false),
        ("type", false),
        ("sensitive", false),
        ("ephemeral", false),
        ("nullable", false),
    ],
    blocks: &[("validation", NONE)],
    open: false,
};

pub(super) const OUTPUT: Schema = Schema {
    what: "in an `output` block",
    attributes: &[
        ("description", false),
        ("value", true),
        ("depends_on", false),
        ("sensitive", false),
        ("ephemeral", false),
    ],
    blocks: &[("precondition", NONE), ("postcondition", NONE)],
    open: false,
};

pub(super) const MODULE: Schema = Schema {
    what: "in a `module` block",
    attributes: &[
        ("source", true),
        ("version", false),
        ("count", false),
        ("for_each", false),
        ("depends_on", false),
        ("providers", false),
    ],
    blocks: &[("_", NONE), ("lifecycle", NONE), ("locals", NONE), ("provider", TYPE)],
    open: true,
};

const RESOURCE_ATTRIBUTES: &[(&str, bool)] =
    &[("count", false), ("for_each", false), ("provider", false), ("depends_on", false)];

pub(super) const RESOURCE: Schema = Schema {
    what: "in a `resource` block",
    attributes: RESOURCE_ATTRIBUTES,
    blocks: &[("lifecycle", NONE), ("connection", NONE), ("provisioner", TYPE), ("_", NONE), ("locals", NONE)],
    open: true,
};

pub(super) const DATA: Schema = Schema {
    what: "in a `data` block",
    attributes: RESOURCE_ATTRIBUTES,
    blocks: &[("lifecycle", NONE), ("_", NONE), ("locals", NONE)],
    open: true,
};

pub(super) const EPHEMERAL: Schema = Schema {
    what: "in an `ephemeral` block",
    attributes: RESOURCE_ATTRIBUTES,
    blocks: &[("lifecycle", NONE), ("_", NONE), ("locals", NONE)],
    open: true,
};

pub(super) const LIFECYCLE: Schema = Schema {
    what: "in a `lifecycle` block",
    attributes: &[
        ("create_before_destroy", false),
        ("prevent_destroy", false),
        ("ignore_changes", false),
        ("replace_triggered_by", false),
    ],
    blocks: &[("precondition", NONE), ("postcondition", NONE)],
    open: false,
};

pub(super) const PROVISIONER: Schema = Schema {
    what: "in a `provisioner` block",
    attributes: &[("when", false), ("on_failure", false)],
    blocks: &[("_", NONE), ("connection", NONE), ("lifecycle", NONE)],
    open: true,
};

pub(super) const PROVIDER: Schema = Schema {
    what: "in a `provider` block",
    attributes: &[
        ("alias", false),
        ("version", false),
        ("count", false),
        ("depends_on", false),
        ("for_each", false),
        ("source", false),
    ],
    blocks: &[("_", NONE), ("lifecycle", NONE), ("locals", NONE)],
    open: true,
};

pub(super) const RULE: Schema =
    Schema { what: "here", attributes: &[("condition", true), ("error_message", true)], blocks: &[], open: false };

pub(super) const CHECK: Schema = Schema {
    what: "in a `check` block",
    attributes: &[],
    blocks: &[("data", TYPE_AND_NAME), ("assert", NONE)],
    open: false,
};

pub(super) const MOVED: Schema =
    Schema { what: "in a `moved` block", attributes: &[("from", true), ("to", true)], blocks: &[], open: false };

pub(super) const IMPORT: Schema = Schema {
    what: "in an `import` block",
    attributes: &[("provider", false), ("for_each", false), ("id", true), ("to", true)],
    blocks: &[],
    open: false,
};

pub(super) const REMOVED: Schema = Schema {
    what: "in a `removed` block",
    attributes: &[("from", true)],
    blocks: &[("lifecycle", NONE), ("connection", NONE), ("provisioner", TYPE)],
    open: false,
};

pub(super) const REMOVED_LIFECYCLE: Schema =
    Schema { what: "in a `lifecycle` block", attributes: &[("destroy", false)], blocks: &[], open: false };

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
        let place = if body.is_json() { Span { end: body.span().start + 1, ..body.span() } } else { header };
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

impl Schema {
    fn has_attribute(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, _)| *known == name)
    }

    fn labels(&self, ty: &str) -> Option<&'static [&'static str]> {
        self.blocks.iter().find(|(known, _)| *known == ty).map(|(_, labels)| *labels)
    }
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
