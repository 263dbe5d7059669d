//! What is written of an instance → the object that Terraform plans for it: everything that the type knows is there,
//! unknown what the provider computes, and null or empty what is not written.

use std::sync::Arc;

use crate::addrs::{ResourceInstance, Str};
use crate::schema::{Attribute, Block, NestedAttributes, NestedBlock, Nesting, Registry};
use crate::value::{Fields, Marks, Refinement, Type, Unknown, Value, convert};

use super::resource::computed;

/// What the provider decides, with the instance as its cause.
pub(super) struct Computed<'a> {
    pub address: &'a Arc<ResourceInstance>,
    pub registry: &'a Registry,
    /// Whether what is known of unknown values does not outlast the provider's planning.
    pub forgets: bool,
}

impl Computed<'_> {
    /// What the provider decides: of the instance itself it stands for the attribute.
    fn unknown(&self, name: &str, ty: &Type, top: bool) -> Value {
        let unknown = computed(self.address, name, name, ty.clone(), None);
        Value::from(if top { unknown } else { Unknown { symbol: None, ..unknown } })
    }

    /// The object of a body of which `fields` are written.
    pub fn object(&self, fields: &Fields, block: &Block) -> Value {
        self.body(fields, block, true)
    }

    fn body(&self, fields: &Fields, block: &Block, top: bool) -> Value {
        let mut all: Vec<(Str, Value)> = Vec::with_capacity(block.attributes.len() + block.blocks.len());
        for (name, attribute) in &block.attributes {
            let value = match top && attribute.ty == Type::Dynamic && fields.get(name).is_none() {
                true => self.equal(name, fields).unwrap_or_else(|| self.attribute(name, None, attribute, top)),
                false => self.attribute(name, fields.get(name), attribute, top),
            };
            all.push((name.clone(), value));
        }
        for (name, nested) in &block.blocks {
            all.push((name.clone(), self.blocks(fields.get(name), nested)));
        }
        // What the schema does not know is an error elsewhere; here it is kept.
        let known = |name: &str| block.attribute(name).is_some() || block.block(name).is_some();
        all.extend(fields.iter().filter(|(name, _)| !known(name)).map(|(name, value)| (name.clone(), value.clone())));
        Value::object(all.into_iter().collect())
    }

    /// An attribute of any type that always equals an argument is null with it, and else of its type.
    fn equal(&self, name: &str, fields: &Fields) -> Option<Value> {
        let alias = self.registry.alias(&self.address.resource.ty, name)?;
        let argument = fields.get(alias.attribute).filter(|value| !value.is_null());
        Some(argument.map_or(Value::NULL, |argument| self.unknown(name, &argument.ty(), true)))
    }

    fn attribute(&self, name: &str, written: Option<&Value>, attribute: &Attribute, top: bool) -> Value {
        let marks = Marks { sensitive: attribute.sensitive, ..Marks::default() };
        if attribute.write_only {
            return Value::Null(attribute.ty.clone()).with_marks(marks);
        }
        let value = match (written.filter(|value| !value.is_null()), &attribute.nested) {
            (None, _) if attribute.computed => self.unknown(name, &attribute.ty, top),
            (None, _) => Value::Null(attribute.ty.clone()),
            (Some(value), Some(nested)) => self.nested(value, nested),
            (Some(value), None) => match attribute.as_blocks() {
                Some(_) => self.as_attribute(value, &attribute.ty),
                None => value.clone(),
            },
        };
        let value = if self.forgets { forgotten(value) } else { value };
        value.with_marks(marks)
    }

    /// An attribute that was written as blocks, with null for what they leave out.
    fn as_attribute(&self, value: &Value, ty: &Type) -> Value {
        let (value, marks) = value.clone().unmark();
        let element = match ty {
            Type::List(element) | Type::Set(element) => element.as_ref(),
            _ => return value.with_marks(marks),
        };
        let items = match &value {
            Value::Tuple(items) => items.as_slice(),
            Value::List(list) | Value::Set(list) => list.items.as_slice(),
            _ => return value.with_marks(marks),
        };
        let whole = |item: &Value| {
            let (Value::Object(object), Type::Object(types)) = (item.bare(), element) else { return item.clone() };
            let field = |(name, ty): &(Str, Type)| {
                let value = object.fields.get(name).filter(|value| !value.is_null());
                let value = value.map_or(Value::Null(ty.clone()), |value| {
                    convert(value.clone(), ty).unwrap_or_else(|_| value.clone())
                });
                (name.clone(), value)
            };
            Value::object(types.iter().map(field).collect()).with_marks(item.marks())
        };
        let items = items.iter().map(whole).collect();
        match ty {
            Type::Set(element) => Value::set(element.as_ref().clone(), items),
            _ => Value::list(element.clone(), items),
        }
        .with_marks(marks)
    }

    fn nested(&self, value: &Value, nested: &NestedAttributes) -> Value {
        let (value, marks) = value.clone().unmark();
        let object = |item: &Value| match item.bare() {
            Value::Object(object) => {
                let field = |(name, attribute): &(Str, Attribute)| {
                    (name.clone(), self.attribute(name, object.fields.get(name), attribute, false))
                };
                Value::object(nested.attributes.iter().map(field).collect()).with_marks(item.marks())
            }
            _ => item.clone(),
        };
        let items = |items: &[Value]| items.iter().map(object).collect::<Vec<_>>();
        let element = || match nested.implied_type() {
            Type::List(element) | Type::Set(element) | Type::Map(element) => element.as_ref().clone(),
            other => other,
        };
        let made = match (&value, nested.nesting) {
            (Value::Object(_), Nesting::Single | Nesting::Group) => object(&value),
            (Value::Tuple(all), Nesting::List) => Value::list(element(), items(all)),
            (Value::List(all) | Value::Set(all), Nesting::List) => Value::list(element(), items(&all.items)),
            (Value::Tuple(all), Nesting::Set) => Value::set(element(), items(all)),
            (Value::List(all) | Value::Set(all), Nesting::Set) => Value::set(element(), items(&all.items)),
            (Value::Object(map), Nesting::Map) => {
                Value::object(map.fields.iter().map(|(name, item)| (name.clone(), object(item))).collect())
            }
            (Value::Map(map), Nesting::Map) => {
                Value::object(map.items.iter().map(|(name, item)| (name.clone(), object(item))).collect())
            }
            _ => value.clone(),
        };
        made.with_marks(marks)
    }

    fn blocks(&self, written: Option<&Value>, nested: &NestedBlock) -> Value {
        let Some(written) = written.filter(|value| !value.is_null()) else { return none(self, nested) };
        let (value, mut marks) = written.clone().unmark();
        let block = |item: &Value| match item.bare() {
            Value::Object(object) => self.body(&object.fields, &nested.block, false).with_marks(item.marks()),
            _ => item.clone(),
        };
        let items = |items: &[Value]| items.iter().map(block).collect::<Vec<_>>();
        let all = match &value {
            Value::Unknown(unknown) => {
                let unknown = Unknown { ty: nested.implied_type(), ..unknown.as_ref().clone() };
                return Value::from(unknown).with_marks(marks);
            }
            Value::Object(_) if matches!(nested.nesting, Nesting::Single | Nesting::Group) => {
                return block(&value).with_marks(marks);
            }
            Value::Object(object) => {
                let by_label = object.fields.iter().map(|(name, item)| (name.clone(), block(item)));
                return Value::object(by_label.collect()).with_marks(marks);
            }
            Value::Tuple(all) if nested.nesting == Nesting::Set => {
                // What is written equal is one block, also where the provider decides a part of it.
                match Value::set(Type::Dynamic, all.to_vec()).unmark() {
                    (Value::Set(distinct), own) => {
                        marks = marks.union(own);
                        items(&distinct.items)
                    }
                    _ => items(all),
                }
            }
            Value::Tuple(all) => items(all),
            Value::List(list) | Value::Set(list) => items(&list.items),
            _ => return value.with_marks(marks),
        };
        let element = nested.block.implied_type();
        match nested.nesting {
            Nesting::Set => Value::set(element, all),
            _ if element.is_concrete() => Value::list(element, all),
            _ => Value::tuple(all),
        }
        .with_marks(marks)
    }
}

/// A value without what is known about its unknown parts: providers give an unknown value back as nothing but that.
fn forgotten(value: Value) -> Value {
    if value.is_wholly_known() {
        return value;
    }
    match value.bare() {
        Value::Unknown(unknown) => {
            let bare = Unknown { refinement: Refinement::default(), possible: None, ..unknown.as_ref().clone() };
            Value::Unknown(Arc::new(bare)).with_marks(value.marks())
        }
        _ => value.with_children(value.children().cloned().map(forgotten).collect()),
    }
}

/// What blocks are together when there are none.
fn none(computed: &Computed<'_>, nested: &NestedBlock) -> Value {
    let element = || nested.block.implied_type();
    match nested.nesting {
        Nesting::Single => Value::Null(element()),
        Nesting::Group => computed.body(&Fields::new(), &nested.block, false),
        Nesting::List => Value::list(element(), Vec::new()),
        Nesting::Set => Value::set(element(), Vec::new()),
        Nesting::Map => Value::map(element(), Fields::new()),
    }
}
