//! Nested blocks, and the objects of attributes, as objects in which only what is written is.

use std::sync::Arc;

use crate::addrs::{InstanceKey, Step};
use crate::schema::{Block, NestedAttributes, Nesting};
use crate::value::json::normalize;
use crate::value::{CauseKind, Causes, Fields, Object, Shape, Type, Unknown, Value};

use super::attributes::Place;
use super::reading::Reading;
use super::values::Part;
use super::written::{Expression, Written};

/// A nested block or an object of a nested attribute.
pub(super) fn block(fields: Fields) -> Value {
    Value::Object(Arc::new(Object { fields, shape: Shape::Block(None) }))
}

impl<'j> Reading<'j> {
    /// Nested blocks of a type.
    pub(super) fn blocks(
        &self,
        place: &Place<'_, 'j>,
        part: Part<'j>,
        nesting: Nesting,
        schema: Option<&Block>,
        written: &Written<'j>,
        name: &str,
    ) -> Option<Value> {
        if part.is_unknown() {
            let path: String = place.path.iter().map(Step::to_string).collect();
            let causes = Causes::one(CauseKind::Computed, format!("{}{path}", place.address), None);
            return Some(Value::Unknown(Arc::new(Unknown::new(Type::Dynamic, causes).not_null())));
        }
        let one = |place: &Place<'_, 'j>, part: Part<'j>, written: &Written<'j>| {
            let value = match part.is_unknown() {
                true => self.unknown_within(place, name, &Type::Dynamic, Expression::Unsaid),
                false => block(self.fields(place, part, schema, written)),
            };
            value.with_marks(part.marks())
        };
        if part.is_array() {
            let parts: Vec<Part<'j>> = part.items().collect();
            let mut blocks: Vec<_> =
                written.blocks(name, &parts, nesting != Nesting::Set).into_iter().zip(parts).collect();
            if nesting == Nesting::Set {
                // A set is in the order of its values; a configuration in that of the file, where that is known.
                blocks.sort_by_key(|((_, position), _)| *position);
            }
            let items = blocks.into_iter().enumerate().map(|(at, ((written, _), item))| {
                one(&place.under(Step::Index(InstanceKey::Int(at as u64))), item, &written)
            });
            let items: Vec<Value> = items.collect();
            return (!items.is_empty()).then(|| Value::tuple(items).with_marks(part.marks()));
        }
        if !part.is_object() {
            return None;
        }
        if nesting == Nesting::Map {
            let fields: Fields = part
                .names()
                .into_iter()
                .map(|label| {
                    let key = InstanceKey::Str(label.into());
                    (normalize(label), one(&place.under(Step::Index(key)), part.field(label), &Written::Unsaid))
                })
                .collect();
            return (!fields.is_empty()).then(|| Value::object(fields).with_marks(part.marks()));
        }
        let written = written.blocks(name, &[part], true).pop().map_or(Written::Unsaid, |(written, _)| written);
        let value = one(place, part, &written);
        // A group is there with nulls where the block is not.
        let empty = matches!(&value, Value::Object(object) if object.fields.is_empty());
        Some(value).filter(|_| nesting != Nesting::Group || !empty)
    }

    /// An attribute that may be written as blocks, and then has null for what is not written in them. A plan file does
    /// not say how it was written, and the value is the same.
    pub(super) fn attribute_blocks(
        &self,
        place: &Place<'_, 'j>,
        part: Part<'j>,
        element: &Type,
        expression: Expression<'j>,
    ) -> Value {
        let item = |item: Part<'j>| {
            if !item.is_object() {
                return item.value(element, &mut |ty| self.unknown_within(place, "", ty, expression));
            }
            let fields = item.names().into_iter().filter(|name| !item.field(name).is_null()).map(|name| {
                let ty = element.attribute(name).unwrap_or(&Type::Dynamic);
                let value = item.field(name).value(ty, &mut |ty| self.unknown_within(place, name, ty, expression));
                (normalize(name), value)
            });
            block(fields.collect()).with_marks(item.marks())
        };
        Value::tuple(part.items().map(item).collect()).with_marks(part.marks())
    }

    /// An attribute whose objects the provider describes one by one. With `constant`, all that is written is known.
    pub(super) fn nested(
        &self,
        place: &Place<'_, 'j>,
        part: Part<'j>,
        schema: &NestedAttributes,
        constant: bool,
    ) -> Value {
        let one = |place: &Place<'_, 'j>, part: Part<'j>| -> Value {
            if part.is_unknown() || !part.is_object() {
                return part.value(&Type::Dynamic, &mut |ty| self.unknown_within(place, "", ty, Expression::Unsaid));
            }
            let fields = part.names().into_iter().filter_map(|name| {
                let attribute = schema.attribute(name);
                let expression = if constant { Expression::Nothing } else { Expression::Unsaid };
                let value = self.argument(place, name, part.field(name), attribute, expression)?;
                Some((normalize(name), value))
            });
            block(fields.collect()).with_marks(part.marks())
        };
        match (schema.nesting, part.is_array()) {
            (_, true) => Value::tuple(
                part.items()
                    .enumerate()
                    .map(|(at, item)| one(&place.under(Step::Index(InstanceKey::Int(at as u64))), item))
                    .collect(),
            ),
            (Nesting::Map, false) if part.is_object() => Value::object(
                part.names()
                    .into_iter()
                    .map(|key| {
                        let step = Step::Index(InstanceKey::Str(key.into()));
                        (normalize(key), one(&place.under(step), part.field(key)))
                    })
                    .collect(),
            ),
            _ => one(place, part),
        }
    }
}
