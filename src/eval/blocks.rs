//! Arguments and nested blocks → values.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::config::Body;
use crate::diag::Diagnostic;
use crate::lang::{self, Error, Evaluator, Frame};
use crate::schema::{Attribute as AttributeSchema, Block as BlockSchema, NestedBlock, Nesting};
use crate::source::Span;
use crate::syntax::{self, Attribute, Block, ExprKind};
use crate::value::{CauseKind, Causes, Fields, Marks, Object, Shape, Type, Unknown, Value, convert};

use super::body;
use super::found::{Found, Labelled, Open, assembled};
use super::resource::typed;
use super::variable::damage_causes;
use super::world::World;

/// Units of work of a block that a `dynamic` makes, beside its arguments.
const BLOCK: u64 = 600;

/// What is written in a body: arguments that are not null and blocks. Names in `meta` are left out.
pub(super) fn content<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    body: &Body<'_>,
    schema: Option<&BlockSchema>,
    meta: &[&str],
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
        if meta.contains(&name) || refused(name) || (name == "timeouts" && !world.options.strict) {
            continue;
        }
        if body.base.is_json() && (name == "dynamic" || schema.is_some_and(|schema| schema.block(name).is_some())) {
            json_blocks(world, evaluator, body, name, schema, &mut found);
            continue;
        }
        let attribute_schema = schema.and_then(|schema| schema.attribute(name));
        let value = argument(world, evaluator, attribute, attribute_schema);
        if !value.is_null() {
            let element = attribute_schema.and_then(AttributeSchema::as_blocks);
            fields.push((name.into(), element.map_or(value.clone(), |element| as_blocks(value, element))));
        }
    }
    for block in body::blocks(body) {
        let refused = refused(body::block_type(block));
        if meta.contains(&block.ty().name)
            || refused
            || (body::block_type(block) == "timeouts" && !world.options.strict)
        {
            continue;
        }
        add_block(world, evaluator, block, schema, &mut found);
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
        let element = schema.and_then(|schema| schema.attribute(&name)).and_then(AttributeSchema::as_blocks);
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
            if world.options.strict && !schema.write_only && value.marks_deep().ephemeral {
                let message = "what is ephemeral can be given to write-only arguments only";
                return world.failed(&Error::other(attribute.expr().span(), message));
            }
            value.with_marks(Marks { sensitive: schema.sensitive, ..Marks::default() })
        }
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

fn nested<'s>(schema: Option<&'s BlockSchema>, name: &str) -> Option<&'s BlockSchema> {
    schema.and_then(|schema| schema.block(name)).map(|nested: &NestedBlock| nested.block.as_ref())
}

/// One block's content as an object.
fn object<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    content_of: syntax::Body<'_>,
    schema: Option<&BlockSchema>,
) -> Value {
    let body = Body::new(content_of);
    let fields = content(world, evaluator, &body, schema, &[]);
    let shape = Shape::Block(body.damage().map(damage_causes));
    Value::Object(Arc::new(Object { fields, shape }))
}

fn add_block<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    block: Block<'_>,
    schema: Option<&BlockSchema>,
    found: &mut IndexMap<Str, Found>,
) {
    let labels = block.labels();
    let label = labels.first().map(|label| Str::from(label.text.as_ref()));
    if block.ty().name == "dynamic" {
        if let Some(label) = label {
            let inner = nested(schema, &label);
            let as_attribute = schema.and_then(|schema| schema.attribute(&label)).is_some();
            dynamic(world, evaluator, block.body(), &label, inner, as_attribute, found);
        }
        return;
    }
    let value = object(world, evaluator, block.body(), nested(schema, block.ty().name));
    let found = found.entry(block.ty().name.into()).or_default();
    found.sure.push((label, value));
    found.places.push(block.header());
}

/// `dynamic "label" { for_each, iterator, content }`
fn dynamic<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    body: syntax::Body<'_>,
    label: &str,
    schema: Option<&BlockSchema>,
    as_attribute: bool,
    found: &mut IndexMap<Str, Found>,
) {
    let entry = found.entry(label.into()).or_default();
    entry.dynamic = true;
    let (Some(for_each), Some(content)) = (body.attribute("for_each"), body.blocks_of("content", 0).into_iter().next())
    else {
        // Without one of them nothing can be said; that it is missing is the configuration's error.
        entry.open(Open::nothing_known(damage_causes(body.span())));
        return;
    };
    let iterator = body.attribute("iterator").map(|attribute| attribute.expr().kind());
    let iterator = match &iterator {
        Some(ExprKind::Variable(ident)) => ident.name,
        Some(ExprKind::String(name)) => name.as_ref(),
        _ => label,
    };
    let make = |items: &[(Value, Value)], marks: Marks| -> lang::Result<Vec<Labelled>> {
        items
            .iter()
            .map(|(key, value)| {
                world.session.spend(BLOCK, for_each.expr().span())?;
                let pair = [(Str::from("key"), key.clone()), (Str::from("value"), value.clone())];
                let frame =
                    Frame { name: iterator, value: Value::object(pair.into_iter().collect()), outer: evaluator.frame };
                let block = object(world, &evaluator.with_frame(&frame), content.body(), schema);
                Ok((label_of(key), marked(block, marks)))
            })
            .collect()
    };
    let collection = match evaluator.eval(for_each.expr()) {
        Ok(value) => value,
        Err(error) => world.failed(&error),
    };
    let marks = collection.marks();
    match lang::iterate(&collection) {
        Ok(items) => match make(&items, marks) {
            Ok(blocks) => {
                entry.places.extend(blocks.iter().map(|_| content.header()));
                entry.sure.extend(blocks);
            }
            Err(error) => entry.fail(world.failed(&error)),
        },
        // Terraform decodes no content then.
        Err(Some(unknown)) if world.options.unset => entry.open(Open::nothing_known(unknown.causes.clone())),
        Err(Some(unknown)) => match choices(&unknown) {
            Some(choices) if entry.choices.is_none() => {
                let made = choices.iter().map(|(items, condition)| Ok((make(items, marks)?, condition.clone())));
                match made.collect::<lang::Result<_>>() {
                    Ok(made) => entry.choices = Some((unknown.causes.clone(), made)),
                    Err(error) => entry.fail(world.failed(&error)),
                }
            }
            _ if !world.options.strict => {
                let elements = lang::elements_of(&collection).unwrap_or_else(|| any_element(&unknown));
                let made = make(&elements.sure, marks).and_then(|sure| Ok((sure, make(&elements.others, marks)?)));
                match made {
                    Ok((sure, others)) => {
                        entry.places.extend(sure.iter().map(|_| content.header()));
                        entry.sure.extend(sure);
                        let content = others.into_iter().map(|(_, block)| block).collect();
                        entry.open(Open { causes: unknown.causes.clone(), content: Some(content) });
                    }
                    Err(error) => entry.fail(world.failed(&error)),
                }
            }
            _ => {
                let key = Value::unknown(Type::Dynamic, unknown.causes.clone());
                let blocks = make(&[(key.clone(), key)], marks).unwrap_or_default();
                let causes = blocks.iter().filter_map(|(_, block)| block.causes_deep());
                let causes = causes.fold(unknown.causes.clone(), |all, more| all.union(&more));
                match as_attribute {
                    false => entry.open(Open::nothing_known(causes)),
                    // Of an attribute that is written as blocks there is one, of which nothing is known.
                    true => entry.sure.extend(blocks.iter().map(|(_, block)| (None, emptied(block, &causes)))),
                }
            }
        },
        Err(None) => {
            let message = format!("a {} cannot be iterated over", collection.ty().friendly_name());
            world.failed(&Error::other(for_each.expr().span(), message));
            entry.open(Open::nothing_known(Causes::one(CauseKind::Error, "for_each", Some(for_each.span()))));
        }
    }
}

/// A block of which no argument is known.
fn emptied(block: &Value, causes: &Causes) -> Value {
    let Value::Object(object) = block.bare() else { return block.clone() };
    let unknown = |(name, value): (&Str, &Value)| (name.clone(), Value::unknown(value.ty(), causes.clone()));
    Value::Object(Arc::new(Object { fields: object.fields.iter().map(unknown).collect(), shape: Shape::Block(None) }))
}

/// A block whose content is made of what carries marks: its arguments have them, those of nested blocks too.
fn marked(block: Value, marks: Marks) -> Value {
    if marks == Marks::default() {
        return block;
    }
    let Value::Object(object) = block.bare() else { return block };
    let argument = |(name, value): (&Str, &Value)| {
        let nested =
            |value: &Value| matches!(value.bare(), Value::Object(object) if !matches!(object.shape, Shape::Closed));
        let value = match value.bare() {
            Value::Tuple(items) if items.iter().all(nested) => {
                Value::tuple(items.iter().map(|item| marked(item.clone(), marks)).collect()).with_marks(value.marks())
            }
            _ if nested(value) => marked(value.clone(), marks),
            _ => value.clone().with_marks(marks),
        };
        (name.clone(), value)
    };
    let fields = object.fields.iter().map(argument).collect();
    Value::Object(Arc::new(Object { fields, shape: object.shape.clone() })).with_marks(block.marks())
}

fn label_of(key: &Value) -> Option<Str> {
    match key.bare() {
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// An element of a collection of which nothing is known.
fn any_element(unknown: &Unknown) -> lang::PartlyKnown {
    let any = || Value::unknown(Type::Dynamic, unknown.causes.clone());
    lang::PartlyKnown { sure: Vec::new(), others: vec![(any(), any())] }
}

/// The few collections that an unknown may be.
fn choices(unknown: &Unknown) -> Option<Vec<(lang::Pairs, Str)>> {
    unknown
        .possible
        .as_ref()?
        .iter()
        .map(|one| lang::iterate(&one.value).ok().map(|items| (items, one.condition.clone())))
        .collect()
}

/// Blocks in JSON syntax, where `dynamic` is an object of its labels.
fn json_blocks<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    body: &Body<'_>,
    name: &str,
    schema: Option<&BlockSchema>,
    found: &mut IndexMap<Str, Found>,
) {
    let labelled = name == "dynamic"
        || schema.and_then(|schema| schema.block(name)).is_some_and(|block| block.nesting == Nesting::Map);
    for block in body.base.blocks_of(name, usize::from(labelled)) {
        add_block(world, evaluator, block, schema, found);
    }
}
