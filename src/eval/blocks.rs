//! Arguments and nested blocks → values.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::config::Body;
use crate::diag::Diagnostic;
use crate::lang::{Error, Evaluator};
use crate::schema::{Attribute as AttributeSchema, Block as BlockSchema, NestedBlock, Nesting};
use crate::source::Span;
use crate::syntax::{self, Attribute, Block};
use crate::value::{Fields, Marks, Object, Shape, Type, Unknown, Value, convert};

use super::body;
use super::dynamic::dynamic;
use super::found::{Found, Open, assembled};
use super::resource::typed;
use super::variable::damage_causes;
use super::world::World;

/// What is said where Terraform would have to keep what it must forget.
pub(super) const EPHEMERAL: &str = "what is ephemeral can be given to write-only arguments only";

/// Where a body stands, and who takes what it says.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    /// Names that are Terraform's own.
    pub meta: &'a [&'a str],
    /// Who takes it.
    pub taker: Taker,
    /// Whether what is ephemeral may be given.
    pub takes_ephemeral: bool,
    /// The header of the outermost block.
    pub outer: Span,
    /// The header of the innermost block that a provider can name.
    header: Span,
    /// Whether a provider can name a place in the body: not in a set, nor in what a dynamic block makes.
    named: bool,
    /// Whether it is the body of a nested block.
    nested: bool,
}

/// Who takes the content of a body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Taker {
    /// A provider, which refuses null for what is required and values for what it decides itself.
    Provider,
    /// Terraform's own provider, which does not say where.
    Builtin,
    /// A provider's configuration, a provisioner: nothing is refused but what has the wrong type.
    Other,
}

impl<'a> Site<'a> {
    /// The body of the block with that header.
    pub fn new(taker: Taker, meta: &'a [&'a str], header: Span) -> Self {
        let takes_ephemeral = taker == Taker::Other;
        Site { meta, taker, takes_ephemeral, outer: header, header, named: true, nested: false }
    }

    /// The body of a nested block; of a dynamic one and of one that has no schema no nesting is given.
    pub fn inside(self, header: Span, nesting: Option<Nesting>) -> Self {
        let named = self.named && matches!(nesting, Some(Nesting::List | Nesting::Single | Nesting::Group));
        Site { meta: &[], header: if named { header } else { self.header }, named, nested: true, ..self }
    }
}

/// A type of nested blocks.
pub(super) struct Kind<'k> {
    pub name: &'k str,
    nested: Option<&'k NestedBlock>,
    /// What the blocks hold that an attribute is written as.
    objects: Option<BlockSchema>,
    pub as_attribute: bool,
}

impl<'k> Kind<'k> {
    fn new(schema: Option<&'k BlockSchema>, name: &'k str) -> Self {
        let attribute = schema.and_then(|schema| schema.attribute(name));
        let objects = schema.and_then(|schema| schema.as_blocks(name)).map(BlockSchema::of_object);
        let nested = schema.and_then(|schema| schema.block(name));
        Kind { name, nested, objects, as_attribute: attribute.is_some() }
    }

    pub fn schema(&self) -> Option<&BlockSchema> {
        self.nested.map(|nested| nested.block.as_ref()).or(self.objects.as_ref())
    }

    /// Whether there is at most one, which is not in a list.
    pub fn single(&self) -> bool {
        self.nested.is_some_and(|nested| matches!(nested.nesting, Nesting::Single | Nesting::Group))
    }
}

/// What is written in a body: arguments that are not null and blocks. Names that are Terraform's own are
/// left out.
pub(super) fn content<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    body: &Body<'_>,
    schema: Option<&BlockSchema>,
    site: Site<'_>,
) -> Fields {
    let mut fields: Vec<(Str, Value)> = Vec::new();
    let mut found: IndexMap<Str, Found> = IndexMap::new();
    // What a type does not have Terraform refuses without looking into it.
    let refused = |name: &str| {
        let has = |schema: &BlockSchema| schema.attribute(name).is_some() || schema.block(name).is_some();
        world.options.unset && name != "dynamic" && !schema.is_none_or(has)
    };
    for attribute in body.attributes() {
        let name = attribute.name().name;
        if site.meta.contains(&name) || refused(name) || (name == "timeouts" && !world.options.strict) {
            continue;
        }
        if body.base.is_json() && (name == "dynamic" || schema.is_some_and(|schema| schema.block(name).is_some())) {
            json_blocks(world, evaluator, body, name, schema, site, &mut found);
            continue;
        }
        let attribute_schema = schema.and_then(|schema| schema.attribute(name));
        let mut value = argument(world, evaluator, attribute, attribute_schema);
        if let (true, Some(schema)) = (world.options.strict, attribute_schema) {
            value = taken(world, attribute, schema, value, site);
        }
        if !value.is_null() {
            let element = attribute_schema.and_then(AttributeSchema::as_blocks);
            fields.push((name.into(), element.map_or(value.clone(), |element| as_blocks(value, element))));
        }
    }
    for block in body::blocks(body) {
        let refused = refused(body::block_type(block));
        if site.meta.contains(&block.ty().name)
            || refused
            || (body::block_type(block) == "timeouts" && !world.options.strict)
        {
            continue;
        }
        add_block(world, evaluator, block, schema, site, &mut found);
    }
    for (name, mut blocks) in found {
        if let Some(damage) = body.may_hold(&name) {
            blocks.open(Open::nothing_known(damage_causes(damage)));
        }
        if let (true, Some(nested)) = (world.options.strict, schema.and_then(|schema| schema.block(&name)))
            && blocks.dynamic
            && blocks.open.is_none()
            && blocks.choices.is_none()
        {
            counted(world, &name, nested, &blocks.places, body.base.span().at_start());
        }
        let value = assembled(blocks, schema.and_then(|schema| schema.block(&name)), world.options.strict);
        // A dynamic block over nothing is as if it were not there.
        if matches!(&value, Value::Tuple(items) if items.is_empty()) {
            continue;
        }
        let attribute = schema.and_then(|schema| schema.attribute(&name));
        if world.options.strict && attribute.is_some_and(|attribute| !attribute.is_argument()) {
            decided(world, &name, site.header, site);
        }
        let element = attribute.and_then(AttributeSchema::as_blocks);
        fields.push((name, element.map_or(value.clone(), |element| as_blocks(value, element))));
    }
    fields.into_iter().collect()
}

/// The objects of an attribute that may be written as blocks, as blocks, with values of the types that it has: which of
/// the two ways it is written in makes no difference to Terraform.
fn as_blocks(value: Value, element: &Type) -> Value {
    let (value, marks) = value.unmark();
    let block = |item: &Value| {
        let Value::Object(object) = item.bare() else { return item.clone() };
        let fields = object.fields.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| {
            let ty = element.attribute(name).unwrap_or(&Type::Dynamic);
            (name.clone(), convert(value.clone(), ty).unwrap_or_else(|_| value.clone()))
        });
        let shape = match &object.shape {
            Shape::Block(damage) => Shape::Block(damage.clone()),
            _ => Shape::Block(None),
        };
        Value::Object(Arc::new(Object { fields: fields.collect(), shape })).with_marks(item.marks())
    };
    let items = match &value {
        Value::Tuple(items) if !items.is_empty() => items.as_slice(),
        Value::List(list) | Value::Set(list) if !list.items.is_empty() => list.items.as_slice(),
        Value::Unknown(unknown) if let Some(elements) = &unknown.elements => {
            let elements = Some(Arc::new(elements.map(block)));
            let unknown = Unknown { elements, ..unknown.as_ref().clone() };
            return Value::Unknown(Arc::new(unknown)).with_marks(marks);
        }
        _ => return value.with_marks(marks),
    };
    Value::tuple(items.iter().map(block).collect()).with_marks(marks)
}

/// The value of an argument, brought to its type.
pub(super) fn argument<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    attribute: Attribute<'_>,
    schema: Option<&AttributeSchema>,
) -> Value {
    let span = attribute.expr().span();
    let session = &world.session;
    let made = session.apart(|| evaluator.eval(attribute.expr()));
    let value = match made.and_then(|value| session.bounded(value, || "this value".into(), span)) {
        Ok(value) => value,
        Err(error) => world.failed(&error),
    };
    match schema {
        None => value,
        Some(schema) => {
            let value = match (&schema.nested, &schema.ty) {
                (None, ty) if *ty != Type::Dynamic => typed(world, value, ty, attribute.expr().span()),
                _ => value,
            };
            value.with_marks(Marks { sensitive: schema.sensitive, ..Marks::default() })
        }
    }
}

/// The value of an argument as far as the one who takes it accepts it.
fn taken(world: &World<'_>, attribute: Attribute<'_>, schema: &AttributeSchema, value: Value, site: Site<'_>) -> Value {
    let (name, span) = (attribute.name().name, attribute.expr().span());
    let place = if site.named { span } else { site.header };
    if site.taker == Taker::Provider && schema.required && value.is_null() {
        world.report(
            Diagnostic::error("missing-argument", format!("the argument `{name}` is required"))
                .at(place, format!("`{name}` is null here"))
                .help("give it a value"),
        );
    }
    if !schema.is_argument() && !value.is_null() {
        decided(world, name, if site.named { attribute.name().span } else { site.header }, site);
    }
    if !site.takes_ephemeral && !schema.write_only && value.marks_deep().ephemeral {
        return world.failed(&Error::other(if site.nested { site.outer } else { span }, EPHEMERAL));
    }
    value
}

/// Reports a value for what the provider decides.
fn decided(world: &World<'_>, name: &str, place: Span, site: Site<'_>) {
    let diagnostic = Diagnostic::error("computed-argument", format!("`{name}` is decided by the provider"))
        .at(place, "it cannot be given a value")
        .help("remove the argument");
    match site.taker {
        Taker::Provider => world.report(diagnostic),
        // Terraform's own provider does not say where.
        Taker::Builtin => world.report(diagnostic.without_place()),
        Taker::Other => {}
    }
}

/// Reports blocks of one type that are too many or too few; `header` is that of the block around them.
pub(super) fn counted(world: &World<'_>, name: &str, nested: &NestedBlock, places: &[Span], header: Span) {
    let single = matches!(nested.nesting, Nesting::Single | Nesting::Group);
    let most = nested.max.or(single.then_some(1));
    if let Some(extra) = most.and_then(|most| places.get(most as usize)) {
        let most = most.unwrap_or_default();
        world.report(
            Diagnostic::error("too-many-blocks", format!("there may be no more than {most} `{name}` blocks"))
                .at(*extra, "this is one too many")
                .help("remove it"),
        );
    } else if places.len() < nested.min as usize {
        world.report(
            Diagnostic::error("missing-block", format!("at least {} `{name}` blocks are required", nested.min))
                .at(header, format!("there are {} of them here", places.len()))
                .help(format!("add `{name} {{ … }}`")),
        );
    }
}

/// One block's content as an object.
pub(super) fn object<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    content_of: syntax::Body<'_>,
    schema: Option<&BlockSchema>,
    site: Site<'_>,
) -> Value {
    let body = Body::new(content_of);
    let fields = content(world, evaluator, &body, schema, site);
    let shape = Shape::Block(body.damage().map(damage_causes));
    Value::Object(Arc::new(Object { fields, shape }))
}

fn add_block<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    block: Block<'_>,
    schema: Option<&BlockSchema>,
    site: Site<'_>,
    found: &mut IndexMap<Str, Found>,
) {
    let labels = block.labels();
    let label = labels.first().map(|label| Str::from(label.text.as_ref()));
    if block.ty().name == "dynamic" {
        if let Some(label) = label {
            let kind = Kind::new(schema, &label);
            dynamic(world, evaluator, block, &kind, site, found.entry(label.clone()).or_default());
        }
        return;
    }
    let kind = Kind::new(schema, block.ty().name);
    let site = site.inside(block.header(), kind.nested.map(|nested| nested.nesting));
    let value = object(world, evaluator, block.body(), kind.schema(), site);
    let found = found.entry(block.ty().name.into()).or_default();
    found.sure.push((label, value));
    found.places.push(block.header());
}

/// Blocks in JSON syntax, where `dynamic` is an object of its labels.
fn json_blocks<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    body: &Body<'_>,
    name: &str,
    schema: Option<&BlockSchema>,
    site: Site<'_>,
    found: &mut IndexMap<Str, Found>,
) {
    let labelled = name == "dynamic"
        || schema.and_then(|schema| schema.block(name)).is_some_and(|block| block.nesting == Nesting::Map);
    for block in body.base.blocks_of(name, usize::from(labelled)) {
        add_block(world, evaluator, block, schema, site, found);
    }
}
