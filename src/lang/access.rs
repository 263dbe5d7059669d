//! Attributes, indexes and splats.

use std::sync::Arc;

use crate::addrs::{InstanceKey, Step};
use crate::source::Span;
use crate::syntax::{Access, AccessStep, ExprKind};
use crate::value::{CauseKind, Causes, Elements, Number, Str, Type, Unknown, Value, convert};

use super::{Error, ErrorKind, Evaluator, Result};

impl Evaluator<'_> {
    pub(super) fn access(&self, access: &Access<'_>, span: Span) -> Result<Value> {
        let steps: Vec<AccessStep<'_>> = access.steps.iter().collect();
        if let ExprKind::Variable(root) = access.base.kind() {
            return self.reference(root, &steps, span);
        }
        let base = self.eval(access.base)?;
        self.steps(base, &steps, span)
    }

    /// Applies steps to a value.
    pub fn steps(&self, mut value: Value, steps: &[AccessStep<'_>], span: Span) -> Result<Value> {
        let mut at = 0;
        while let Some(step) = steps.get(at) {
            at += 1;
            value = match step {
                AccessStep::Attr(ident) => self.attribute(&value, ident.name, ident.span)?,
                AccessStep::Index(key, _) => {
                    let key_value = self.eval(*key)?;
                    self.index(&value, &key_value, key.span())?
                }
                AccessStep::LegacyIndex(index, span) => {
                    let key = Value::Number(Number::from(i64::try_from(*index).unwrap_or(i64::MAX)));
                    self.index(&value, &key, *span)?
                }
                AccessStep::FullSplat(_) => {
                    let rest = &steps[at..];
                    at = steps.len();
                    self.splat(value, rest, span)?
                }
                AccessStep::AttrSplat(_) => {
                    let names = steps[at..]
                        .iter()
                        .take_while(|step| matches!(step, AccessStep::Attr(_) | AccessStep::LegacyIndex(..)))
                        .count();
                    let rest = &steps[at..at + names];
                    at += names;
                    self.splat(value, rest, span)?
                }
            };
        }
        Ok(value)
    }

    /// `value.name`
    pub fn attribute(&self, value: &Value, name: &str, span: Span) -> Result<Value> {
        let found = match value.bare() {
            Value::Object(object) => match object.fields.get(name) {
                Some(found) => found.clone(),
                None => match self.scope.missing(object, name) {
                    Some(Value::Absent) if self.session.guarded.get() => {
                        return Err(Error::new(span, ErrorKind::NoAttribute(name.into())));
                    }
                    Some(found) => found,
                    None => return Err(Error::new(span, ErrorKind::NoAttribute(name.into()))),
                },
            },
            Value::Map(map) => match map.items.get(name) {
                Some(found) => found.clone(),
                None => return Err(Error::new(span, ErrorKind::NoIndex(format!("`{name}`").into()))),
            },
            Value::Null(_) | Value::Absent => return Err(Error::new(span, ErrorKind::NullAccess)),
            Value::Unknown(unknown) => self.unknown_attribute(unknown, name, span)?,
            other => return Err(Error::new(span, ErrorKind::NotACollection(other.ty().friendly_name()))),
        };
        Ok(found.with_marks(value.marks()))
    }

    fn unknown_attribute(&self, unknown: &Unknown, name: &str, span: Span) -> Result<Value> {
        if let Some(possible) = self.possible(unknown, |value| self.attribute(value, name, span)) {
            return Ok(possible);
        }
        let ty = match &unknown.ty {
            Type::Object(_) => match unknown.ty.attribute(name) {
                Some(ty) => ty.clone(),
                None => return Err(Error::new(span, ErrorKind::NoAttribute(name.into()))),
            },
            Type::Map(element) => {
                self.doubtful();
                element.as_ref().clone()
            }
            Type::Dynamic => {
                self.doubtful();
                Type::Dynamic
            }
            other => return Err(Error::new(span, ErrorKind::NotACollection(other.friendly_name()))),
        };
        Ok(unknown.member(ty, Step::Attr(name.into())))
    }

    /// `value[key]`
    pub fn index(&self, value: &Value, key: &Value, span: Span) -> Result<Value> {
        // Where an index is not looked up in the end, or is a name, Terraform loses the marks of it.
        let lost = value.is_unknown() || key.is_unknown() || matches!(value.bare(), Value::Object(_));
        let marks = match lost && self.session.options.as_terraform {
            true => value.marks(),
            false => value.marks().union(key.marks()),
        };
        let found = match (value.bare(), key.bare()) {
            (Value::Null(_) | Value::Absent, _) => return Err(Error::new(span, ErrorKind::NullAccess)),
            (_, Value::Null(_) | Value::Absent) => return Err(Error::other(span, "an index must not be null")),
            // Terraform asks nothing of an index of no type, and of one that is not known only its type.
            (_, Value::Unknown(unknown)) if unknown.ty == Type::Dynamic && self.session.options.as_terraform => {
                Value::unknown(Type::Dynamic, unknown.causes.clone())
            }
            (collection, Value::Unknown(unknown))
                if self.session.options.as_terraform && !indexes(&unknown.ty, &collection.outer_type()) =>
            {
                return Err(Error::other(span, "the index has the wrong type"));
            }
            (Value::Unknown(unknown), key) => self.unknown_index(unknown, key, span)?,
            (collection, Value::Unknown(unknown)) => self.index_by_unknown(collection, unknown, span)?,
            (Value::List(list), key) => element(&list.items, key, span)?.clone(),
            (Value::Tuple(items), key) => element(items, key, span)?.clone(),
            (Value::Map(map), key) => {
                let name = string_key(key, span)?;
                match map.items.get(&name) {
                    Some(found) => found.clone(),
                    None => return Err(Error::new(span, ErrorKind::NoIndex(format!("`{name}`").into()))),
                }
            }
            (Value::Object(_), key) => self.attribute(value.bare(), &string_key(key, span)?, span)?,
            (Value::Set(_), _) => return Err(Error::other(span, "the elements of a set have no index")),
            (other, _) => return Err(Error::new(span, ErrorKind::NotACollection(other.ty().friendly_name()))),
        };
        Ok(found.with_marks(marks))
    }

    fn unknown_index(&self, unknown: &Unknown, key: &Value, span: Span) -> Result<Value> {
        if let Some(possible) = self.possible(unknown, |value| self.index(value, key, span)) {
            return Ok(possible);
        }
        if let Some(elements) = &unknown.elements {
            let (least, _) = unknown.refinement.length_bounds();
            let index = number_key(key, span).ok().flatten().and_then(|index| index.to_i64());
            if index.and_then(|index| u64::try_from(index).ok()).is_none_or(|index| index >= least)
                || !unknown.refinement.not_null
            {
                self.doubtful();
            }
            let choices = elements.iter().map(|element| (element.clone(), Str::new())).collect();
            return Ok(super::one_of(choices, &unknown.causes));
        }
        let ty = match &unknown.ty {
            Type::List(element) => {
                number_key(key, span)?;
                self.doubtful();
                element.as_ref().clone()
            }
            Type::Map(element) => {
                if !key.is_unknown() {
                    string_key(key, span)?;
                }
                self.doubtful();
                element.as_ref().clone()
            }
            Type::Dynamic => {
                self.doubtful();
                Type::Dynamic
            }
            Type::Tuple(items) => match key {
                Value::Unknown(_) => Type::Dynamic,
                key => element(items, key, span)?.clone(),
            },
            Type::Object(_) => match key {
                Value::Unknown(_) => Type::Dynamic,
                key if self.session.options.as_terraform => {
                    string_key(key, span)?;
                    Type::Dynamic
                }
                key => return self.unknown_attribute(unknown, &string_key(key, span)?, span),
            },
            other => return Err(Error::new(span, ErrorKind::NotACollection(other.friendly_name()))),
        };
        Ok(match instance_key(key) {
            Some(step) => unknown.member(ty, Step::Index(step)),
            None => {
                let causes = key.causes_deep().map_or(unknown.causes.clone(), |more| unknown.causes.union(&more));
                Value::unknown(ty, causes)
            }
        })
    }

    /// A known collection by an unknown key: one of its elements, or an error.
    fn index_by_unknown(&self, collection: &Value, key: &Unknown, span: Span) -> Result<Value> {
        if let Some(possible) = self.possible(key, |key| self.index(collection, key, span)) {
            return Ok(possible);
        }
        self.doubtful();
        let items: Vec<(Str, &Value)> = match collection {
            Value::List(list) => numbered(&list.items),
            Value::Tuple(items) => numbered(items),
            Value::Map(map) => map.items.iter().map(|(name, value)| (quoted(name), value)).collect(),
            Value::Object(object) => object.fields.iter().map(|(name, value)| (quoted(name), value)).collect(),
            other => return Err(Error::new(span, ErrorKind::NotACollection(other.ty().friendly_name()))),
        };
        let what = match &key.symbol {
            Some(symbol) => symbol.to_string(),
            None => key.causes.iter().next().map_or_else(|| "the key".into(), |cause| cause.address.to_string()),
        };
        if self.session.options.as_terraform {
            let ty = match collection {
                Value::List(list) => list.element.clone(),
                Value::Map(map) => map.element.clone(),
                _ => Type::Dynamic,
            };
            return Ok(Value::unknown(ty, key.causes.clone()));
        }
        let choices = items.into_iter().map(|(name, value)| (value.clone(), format!("`{what}` is {name}").into()));
        Ok(super::conditional::one_of(choices.collect(), &key.causes))
    }

    fn splat(&self, mut value: Value, rest: &[AccessStep<'_>], span: Span) -> Result<Value> {
        if !self.session.options.as_terraform {
            value = super::elements::undetermined(value);
        }
        let marks = value.marks();
        let each = |item: &Value| self.steps(item.clone(), rest, span);
        let result = match value.bare() {
            Value::Null(Type::List(_) | Type::Set(_) | Type::Tuple(_)) => {
                return Err(Error::new(span, ErrorKind::NullAccess));
            }
            Value::Null(_) | Value::Absent => Value::tuple(vec![]),
            Value::Tuple(items) => Value::tuple(items.iter().map(each).collect::<Result<_>>()?),
            Value::List(list) | Value::Set(list) if list.items.is_empty() => {
                let none = Value::unknown(list.element.clone(), Causes::one(CauseKind::Error, "an empty list", None));
                Value::list(self.session.guarded(|| each(&none)).0?.ty(), Vec::new())
            }
            Value::List(list) | Value::Set(list) => {
                list_like(list.items.iter().map(each).collect::<Result<_>>()?, span)?
            }
            Value::Unknown(unknown)
                if let Some(elements) = unknown.elements.as_deref().filter(|elements| !elements.keyed) =>
            {
                if !unknown.refinement.not_null {
                    self.doubtful();
                }
                let sure = elements.sure.iter().map(each).collect::<Result<_>>()?;
                let open = |item| each(item).or_else(|error| self.open(error, &unknown.causes));
                let others = elements.others.iter().map(open).collect::<Result<_>>()?;
                Elements { sure, others, keyed: false }.into_sequence(&unknown.causes)
            }
            Value::Unknown(unknown) => match &unknown.ty {
                _ if unknown.possible.is_some() => {
                    let whole = self.possible(unknown, |value| self.splat(value.clone(), rest, span));
                    whole.unwrap_or_else(|| Value::unknown(Type::Dynamic, unknown.causes.clone()))
                }
                Type::List(element) | Type::Set(element) => {
                    let inner = Value::unknown(element.as_ref().clone(), unknown.causes.clone());
                    let (item, _) = self.session.guarded(|| self.steps(inner, rest, span));
                    let mut result = Unknown::new(Type::list(item?.ty()), unknown.causes.clone());
                    result.refinement.not_null = true;
                    result.refinement.length = unknown.refinement.length;
                    result.settle()
                }
                Type::Tuple(types) => {
                    let item = |ty: &Type| {
                        let inner = Value::unknown(ty.clone(), unknown.causes.clone());
                        let (item, _) = self.session.guarded(|| self.steps(inner, rest, span));
                        item.map(|item| item.ty())
                    };
                    let types = types.iter().map(item).collect::<Result<_>>()?;
                    let mut result = Unknown::new(Type::Tuple(Arc::new(types)), unknown.causes.clone());
                    result.refinement.not_null = true;
                    Value::Unknown(Arc::new(result))
                }
                // What is certainly not null is a list of one.
                Type::Bool | Type::Number | Type::String | Type::Object(_) if unknown.refinement.not_null => {
                    Value::tuple(vec![each(value.bare())?])
                }
                Type::Map(_) if unknown.refinement.not_null => Value::tuple(vec![each(value.bare())?]),
                ty => {
                    if *ty != Type::Dynamic {
                        self.session.guarded(|| each(value.bare())).0?;
                    }
                    self.doubtful();
                    Value::unknown(Type::Dynamic, unknown.causes.clone())
                }
            },
            other => Value::tuple(vec![each(other)?]),
        };
        Ok(result.with_marks(marks))
    }
}

/// The result of a splat over a list: a list again, where types are not known a tuple.
fn list_like(items: Vec<Value>, span: Span) -> Result<Value> {
    let types: Vec<Type> = items.iter().map(Value::ty).collect();
    let known = types.iter().find(|ty| **ty != Type::Dynamic).unwrap_or(&Type::Dynamic);
    if types.iter().all(|ty| ty == known) {
        return Ok(Value::list(known.clone(), items));
    }
    if types.iter().all(|ty| ty == known || *ty == Type::Dynamic) {
        return Ok(Value::tuple(items));
    }
    Err(Error::other(span, "the elements that this splat gives have different types"))
}

fn instance_key(key: &Value) -> Option<InstanceKey> {
    match key {
        Value::String(text) => Some(InstanceKey::Str(text.clone())),
        Value::Number(number) => number.to_i64().and_then(|n| u64::try_from(n).ok()).map(InstanceKey::Int),
        _ => None,
    }
}

/// Whether a value of the type `key` can be an index of one of the type `collection`.
fn indexes(key: &Type, collection: &Type) -> bool {
    let none = || Value::unknown(key.clone(), Causes::one(CauseKind::Error, "an index", None));
    match collection {
        Type::List(_) | Type::Tuple(_) => convert(none(), &Type::Number).is_ok(),
        Type::Map(_) | Type::Object(_) => convert(none(), &Type::String).is_ok(),
        _ => true,
    }
}

/// The index of a list; `None` if it is not known.
fn number_key(key: &Value, span: Span) -> Result<Option<Number>> {
    match convert(key.clone(), &Type::Number) {
        Ok(Value::Number(number)) => Ok(Some(number)),
        Ok(Value::Unknown(_)) => Ok(None),
        _ => Err(Error::other(span, "the index of a list must be a number")),
    }
}

fn element<'v, T>(items: &'v [T], key: &Value, span: Span) -> Result<&'v T> {
    let Some(number) = number_key(key, span)? else {
        return Err(Error::other(span, "the index of a list must be a number"));
    };
    let index = number.to_i64().and_then(|index| usize::try_from(index).ok());
    index
        .and_then(|index| items.get(index))
        .ok_or_else(|| Error::new(span, ErrorKind::NoIndex(format!("{number}, it has {}", items.len()).into())))
}

fn string_key(key: &Value, span: Span) -> Result<Str> {
    match convert(key.clone(), &Type::String) {
        Ok(Value::String(text)) => Ok(text),
        _ => Err(Error::other(span, "the key of a map or object must be a string")),
    }
}

fn quoted(name: &str) -> Str {
    format!("\"{name}\"").into()
}

fn numbered(items: &[Value]) -> Vec<(Str, &Value)> {
    items.iter().enumerate().map(|(at, value)| (at.to_string().into(), value)).collect()
}
