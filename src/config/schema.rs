//! Which arguments and blocks the Terraform language itself has, as data.
//!
//! After Terraform 1.11's own block schemas (`internal/configs`).

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

pub(super) const LOCALS: Schema = Schema { what: "in a `locals` block", attributes: &[], blocks: &[], open: true };

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

impl Schema {
    /// Whether it has an argument of that name.
    pub fn has_attribute(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, _)| *known == name)
    }

    /// The names of the labels of blocks of a type, if it has such blocks.
    pub fn labels(&self, ty: &str) -> Option<&'static [&'static str]> {
        self.blocks.iter().find(|(known, _)| *known == ty).map(|(_, labels)| *labels)
    }
}
