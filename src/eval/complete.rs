//! What is written of an instance → the object that Terraform plans for it: everything that the type knows is there,
//! unknown what the provider computes, and null or empty what is not written.

use std::sync::Arc;

use crate::addrs::{ResourceInstance, Str};
use crate::lang::same;
use crate::schema::{Attribute, Block, NestedAttributes, NestedBlock, Nesting, Registry};
use crate::value::{Fields, Marks, Refinement, Type, Unknown, Value, convert};

use super::resource::computed;

/// What the provider decides, with the instance as its cause.
pub(super) struct Computed<'a> {
    pub address: &'a Arc<ResourceInstance>,
    pub registry: &'a Registry,
    /// Whether what is known of unknown values does not outlast the provider's planning.
    pub forgets: bool,
    /// The attributes of the object that exists: what the provider decided of it stays.
    pub prior: Option<&'a Fields>,
}

impl Computed<'_> {
    /// What the provider decides: of the instance itself it stands for the attribute.
    fn unknown(&self, name: &str, ty: &Type, top: bool) -> Value {
        let unknown = computed(self.address, name, name, ty.clone(), None);
        Value::from(if top { unknown } else { Unknown { symbol: None, ..unknown } })
    }

    /// The object of a body of which `fields` are written.
    pub fn object(&self, fields: &Fields, block: &Block) -> Value {
        self.body(fields, block, self.prior, true)
    }

    fn body(&self, fields: &Fields, block: &Block, prior: Option<&Fields>, top: bool) -> Value {
        let before = |name: &str| prior.and_then(|prior| prior.get(name));
        let mut all: Vec<(Str, Value)> = Vec::with_capacity(block.attributes.len() + block.blocks.len());
        for (name, attribute) in &block.attributes {
            let written = fields.get(name).filter(|value| !value.is_null());
            let value = match (written, before(name)) {
                (None, Some(before)) if attribute.computed => match self.follows(name, fields).filter(|_| top) {
                    Some(ty) => self.unknown(name, &ty, top),
                    None => before.clone(),
                },
                (None, _) if top && attribute.ty == Type::Dynamic => {
                    self.equal(name, fields).unwrap_or_else(|| self.attribute(name, None, attribute, top))
                }
                _ => self.attribute(name, written, attribute, top),
            };
            all.push((name.clone(), value));
        }
        for (name, nested) in &block.blocks {
            all.push((name.clone(), self.blocks(fields.get(name), nested, before(name))));
        }
        // What the schema does not know is an error elsewhere; here it is kept.
        let known = |name: &str| block.attribute(name).is_some() || block.block(name).is_some();
        all.extend(fields.iter().filter(|(name, _)| !known(name)).map(|(name, value)| (name.clone(), value.clone())));
        Value::object(all.into_iter().collect())
    }

    /// The type of an attribute that always equals an argument, if that is another one than before.
    fn follows(&self, name: &str, fields: &Fields) -> Option<Type> {
        let alias = self.registry.alias(&self.address.resource.ty, name)?;
        let before = self.prior?.get(alias.attribute).filter(|value| !value.is_null());
        let now = fields.get(alias.attribute).filter(|value| !value.is_null());
        let changed = match (before, now) {
            (Some(before), Some(now)) => !same(&now.clone().unmark_deep().0, before),
            (before, now) => before.is_some() || now.is_some(),
        };
        changed.then(|| now.map_or(Type::Dynamic, Value::ty))
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

    fn blocks(&self, written: Option<&Value>, nested: &NestedBlock, prior: Option<&Value>) -> Value {
        let Some(written) = written.filter(|value| !value.is_null()) else { return none(self, nested) };
        let (value, marks) = written.clone().unmark();
        let block = |item: &Value, prior: Option<&Value>| match (item.bare(), prior.map(Value::bare)) {
            (Value::Object(object), Some(Value::Object(prior))) => {
                self.body(&object.fields, &nested.block, Some(&prior.fields), false).with_marks(item.marks())
            }
            (Value::Object(object), _) => {
                self.body(&object.fields, &nested.block, None, false).with_marks(item.marks())
            }
            _ => item.clone(),
        };
        // Blocks that exist are taken for those in the same place.
        let before = |at: usize| prior.and_then(|prior| prior.children().nth(at));
        let items = |items: &[Value]| -> Vec<Value> {
            items.iter().enumerate().map(|(at, item)| block(item, before(at))).collect()
        };
        let all = match &value {
            Value::Unknown(unknown) => {
                let unknown = Unknown { ty: nested.implied_type(), ..unknown.as_ref().clone() };
                return Value::from(unknown).with_marks(marks);
            }
            Value::Object(_) if matches!(nested.nesting, Nesting::Single | Nesting::Group) => {
                return block(&value, prior).with_marks(marks);
            }
            Value::Object(object) => {
                let by_label = object.fields.iter().map(|(name, item)| (name.clone(), block(item, None)));
                return Value::object(by_label.collect()).with_marks(marks);
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
        Nesting::Group => computed.body(&Fields::new(), &nested.block, None, false),
        Nesting::List => Value::list(element(), Vec::new()),
        Nesting::Set => Value::set(element(), Vec::new()),
        Nesting::Map => Value::map(element(), Fields::new()),
    }
}
