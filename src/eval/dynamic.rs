//! Dynamic blocks → blocks.

use std::sync::Arc;

use crate::addrs::Str;
use crate::lang::{self, Error, Evaluator, Frame};
use crate::syntax::{Block, ExprKind};
use crate::value::{CauseKind, Causes, Marks, Object, Shape, Type, Unknown, Value};

use super::blocks::{EPHEMERAL, Kind, Site, object};
use super::found::{Found, Labelled, Open};
use super::variable::damage_causes;
use super::world::World;

/// Units of work of a block that a `dynamic` makes, beside its arguments.
const BLOCK: u64 = 600;

/// `dynamic "label" { for_each, iterator, content }`
pub(super) fn dynamic<'c>(
    world: &World<'c>,
    evaluator: &Evaluator<'_>,
    block: Block<'_>,
    kind: &Kind<'_>,
    site: Site<'_>,
    entry: &mut Found,
) {
    let body = block.body();
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
        _ => kind.name,
    };
    // Of two blocks where there may be one Terraform names the dynamic block, of any others what it holds.
    let place = if kind.single() { block.header() } else { content.header() };
    let site = site.inside(place, None);
    let make = |items: &[(Value, Value)], marks: Marks| -> lang::Result<Vec<Labelled>> {
        items
            .iter()
            .map(|(key, value)| {
                world.session.spend(BLOCK, for_each.expr().span())?;
                let pair = [(Str::from("key"), key.clone()), (Str::from("value"), value.clone())];
                let frame =
                    Frame { name: iterator, value: Value::object(pair.into_iter().collect()), outer: evaluator.frame };
                let block = object(world, &evaluator.with_frame(&frame), content.body(), kind.schema(), site);
                Ok((label_of(key), marked(block, marks)))
            })
            .collect()
    };
    let collection = match evaluator.eval(for_each.expr()) {
        Ok(value) => value,
        Err(error) => world.failed(&error),
    };
    let marks = collection.marks();
    if marks.ephemeral && world.options.strict && !site.takes_ephemeral {
        world.failed(&Error::other(site.outer, EPHEMERAL));
    }
    match lang::iterate(&collection) {
        Ok(items) => match make(&items, marks) {
            Ok(blocks) => {
                entry.places.extend(blocks.iter().map(|_| place));
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
                        entry.places.extend(sure.iter().map(|_| place));
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
                match kind.single() || kind.as_attribute {
                    false => entry.open(Open::nothing_known(causes)),
                    // Of what may be there once, and of an attribute that is written as blocks, there is one of which
                    // nothing is known.
                    true => {
                        entry.places.push(place);
                        entry.sure.extend(blocks.iter().map(|(_, block)| (None, emptied(block, &causes))));
                    }
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
