//! Tuples, objects and `for`.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::source::Span;
use crate::syntax::{AccessStep, Expr, ExprKind, For, Key, List, ObjectItem};
use crate::value::{CauseKind, Causes, Elements, Fields, Marks, Type, Unknown, Value, convert};

use super::conditional::condition_of;
use super::elements::undetermined;
use super::{Error, ErrorKind, Evaluator, Frame, Limit, Result, Session};

/// Whether it is a name with literal steps behind it, without parentheses.
fn is_traversal(expr: Expr<'_>) -> bool {
    let ExprKind::Access(access) = expr.kind() else { return false };
    let literal = |step: AccessStep<'_>| match step {
        AccessStep::Attr(_) => true,
        AccessStep::Index(key, _) => matches!(key.kind(), ExprKind::Number(_) | ExprKind::String(_)),
        _ => false,
    };
    matches!(access.base.kind(), ExprKind::Variable(_)) && access.steps.iter().all(literal)
}

/// What evaluates the values of a `for`, with its variables around.
pub(super) type Items<'f> = &'f dyn Fn(&Evaluator<'_>, Expr<'_>) -> Result<Value>;

impl Evaluator<'_> {
    pub(super) fn tuple<'s>(&self, items: impl Iterator<Item = Expr<'s>>) -> Result<Value> {
        items.map(|item| self.eval(item)).collect::<Result<Vec<_>>>().map(Value::tuple)
    }

    /// An object; `eval` gives the values of its attributes.
    pub(super) fn object(
        &self,
        items: List<'_, ObjectItem<'_>>,
        eval: &dyn Fn(Expr<'_>) -> Result<Value>,
    ) -> Result<Value> {
        let mut fields = Vec::with_capacity(items.len());
        let mut marks = Marks::default();
        let mut undecided: Option<Causes> = None;
        // JSON syntax refuses what native syntax lets the last one win.
        let mut known = std::collections::HashSet::new();
        for item in items.iter() {
            let key = match item.key {
                Key::Name(ident) => Ok(Str::from(ident.name)),
                Key::Expr(expr) => {
                    if is_traversal(expr) {
                        return Err(Error::other(
                            expr.span(),
                            "it is not clear whether this key is a reference, which parentheses go around, or a text, \
                             which quotes go around",
                        ));
                    }
                    let key = self.eval(expr)?;
                    marks = marks.union(key.marks());
                    if matches!(key.bare(), Value::Unknown(_)) && convert(key.clone(), &Type::String).is_err() {
                        return Err(Error::other(expr.span(), "a key must be a string"));
                    }
                    object_key(key, expr.span())?
                }
            };
            let value = eval(item.value)?;
            match key {
                Ok(name) if item.value.tree().is_json() && !known.insert(name.clone()) => {
                    return Err(Error::other(item.value.span(), format!("`{name}` is set twice in this object")));
                }
                Ok(name) => fields.push((name, value)),
                Err(causes) => undecided = Some(undecided.map_or(causes.clone(), |before| before.union(&causes))),
            }
        }
        Ok(match undecided {
            // Of which Terraform says nothing, not even that the names are sensitive.
            Some(causes) if self.session.options.as_terraform => Value::unknown(Type::Dynamic, causes),
            Some(causes) => Value::Unknown(Arc::new(Unknown::new(Type::Dynamic, causes).not_null())).with_marks(marks),
            None => Value::object(fields.into_iter().collect::<Fields>()).with_marks(marks),
        })
    }

    /// A `for`; `eval` gives the values of its items.
    pub(super) fn for_expr(&self, for_expr: &For<'_>, span: Span, eval: Items<'_>) -> Result<Value> {
        let mut collection = self.eval(for_expr.collection)?;
        if !self.session.options.as_terraform {
            collection = undetermined(collection);
        }
        let marks = collection.marks();
        let items = match iterable(&collection) {
            Iterable::Known(items) => items,
            Iterable::Unknown(unknown) if unknown.ty == Type::Dynamic && self.session.options.as_terraform => {
                return Ok(Value::unknown(Type::Dynamic, unknown.causes.clone()));
            }
            Iterable::Unknown(unknown) => {
                let marks = marks.union(self.condition_of_any(for_expr)?);
                if self.session.options.as_terraform {
                    return Ok(Value::unknown(Type::Dynamic, unknown.causes.clone()).with_marks(marks));
                }
                let make = |value: &Value| match undetermined(value.clone()) {
                    open @ Value::Unknown(_) => self.for_elements(for_expr, &open, &unknown.causes, eval),
                    known => self.for_over(for_expr, &pairs(&known), span, eval, None),
                };
                let value = match self.possible(unknown, make) {
                    Some(value) => value,
                    None => self.for_elements(for_expr, collection.bare(), &unknown.causes, eval)?,
                };
                return Ok(value.with_marks(marks));
            }
            Iterable::Null => {
                return Err(Error::other(for_expr.collection.span(), "a null value cannot be iterated over"));
            }
            Iterable::None(ty) => {
                return Err(Error::other(for_expr.collection.span(), format!("a {ty} cannot be iterated over")));
            }
        };
        if items.is_empty() || self.session.options.as_terraform {
            self.condition_of_any(for_expr)?;
        }
        self.for_over(for_expr, &items, span, eval, None).map(|value| value.with_marks(marks))
    }

    /// That a condition may be true or false is checked before there is anything to go through; its marks.
    fn condition_of_any(&self, for_expr: &For<'_>) -> Result<Marks> {
        let Some(condition) = for_expr.condition else { return Ok(Marks::default()) };
        let any = || Value::unknown(Type::Dynamic, Causes::one(CauseKind::Error, "no items", None));
        let key = for_expr.key_name.map_or("", |ident| ident.name);
        let outer = Frame { name: key, value: any(), outer: self.frame };
        let inner = Frame { name: for_expr.value_name.name, value: any(), outer: Some(&outer) };
        let (test, marks) = self.session.guarded(|| self.with_frame(&inner).eval(condition)).0?.unmark();
        match convert(test, &Type::Bool) {
            Ok(test) if !test.is_null() => Ok(marks),
            _ => Err(Error::other(condition.span(), "the condition of `if` must be true or false")),
        }
    }

    /// What HCL makes of a `for` that fails: the condition or key that does is not known, and of two items with one key
    /// the first one stays.
    pub(super) fn failed_for(&self, for_expr: &For<'_>, span: Span, causes: &Causes) -> Result<Value> {
        let collection = self.typed(for_expr.collection, causes);
        let Iterable::Known(items) = iterable(&collection) else {
            return self.for_expr(for_expr, span, &|inner, expr| Ok(inner.typed(expr, causes)));
        };
        self.condition_of_any(for_expr)?;
        let eval: Items<'_> = &|inner, expr| Ok(inner.typed(expr, causes));
        self.for_over(for_expr, &items, span, eval, Some(causes)).map(|value| value.with_marks(collection.marks()))
    }

    fn for_over(
        &self,
        for_expr: &For<'_>,
        items: &[(Value, Value)],
        span: Span,
        eval: Items<'_>,
        failing: Option<&Causes>,
    ) -> Result<Value> {
        let mut size = 0;
        let mut bounded = |value: Value| {
            size += self.session.size(&value);
            match size >= Session::MAX_SIZE {
                true => Err(Error::new(span, ErrorKind::Limit(Limit::Value("what this `for` makes".into())))),
                false => Ok(value),
            }
        };
        let mut list = Vec::new();
        let mut groups: IndexMap<Str, Vec<Value>> = IndexMap::new();
        let mut marks = Marks::default();
        let mut undecided: Option<Causes> = None;
        let mut others = Vec::new();
        for (key, value) in items {
            let outer =
                Frame { name: for_expr.key_name.map_or("", |ident| ident.name), value: key.clone(), outer: self.frame };
            let inner = Frame { name: for_expr.value_name.name, value: value.clone(), outer: Some(&outer) };
            let evaluator = self.with_frame(&inner);
            if let Some(condition) = for_expr.condition {
                let test = if failing.is_some() { eval(&evaluator, condition)? } else { evaluator.eval(condition)? };
                let (test, test_marks) = test.unmark();
                marks = marks.union(test_marks);
                // Without a key what is not known is not asked for its type, as HCL does not.
                let test = if for_expr.key.is_none() { condition_of(test) } else { convert(test, &Type::Bool) };
                match test {
                    Ok(Value::Bool(true)) => {}
                    Ok(Value::Bool(false)) => continue,
                    Ok(Value::Unknown(unknown)) => {
                        undecided = Some(joined(undecided, &unknown.causes));
                        if !for_expr.group && !self.session.options.as_terraform {
                            let made = eval(&evaluator, for_expr.value);
                            others.push(bounded(made.or_else(|error| self.open(error, &unknown.causes))?)?);
                        }
                        continue;
                    }
                    // After one that is not known nothing more is refused, as HCL has it.
                    _ if undecided.is_some() => {
                        others.extend(undecided.iter().map(|causes| Value::unknown(Type::Dynamic, causes.clone())));
                        continue;
                    }
                    _ if let Some(causes) = failing => {
                        undecided = Some(causes.clone());
                        continue;
                    }
                    _ => return Err(Error::other(condition.span(), "the condition of `if` must be true or false")),
                }
            }
            let Some(key_expr) = for_expr.key else {
                list.push(bounded(eval(&evaluator, for_expr.value)?)?);
                continue;
            };
            let key = if failing.is_some() { eval(&evaluator, key_expr)? } else { evaluator.eval(key_expr)? };
            marks = marks.union(key.marks());
            let name = match object_key(key, key_expr.span()) {
                Ok(Ok(name)) => name,
                // As for a condition.
                Err(_) if undecided.is_some() => {
                    others.extend(undecided.iter().map(|causes| Value::unknown(Type::Dynamic, causes.clone())));
                    continue;
                }
                Err(_) if let Some(causes) = failing => {
                    undecided = Some(causes.clone());
                    continue;
                }
                Err(error) => return Err(error),
                Ok(Err(causes)) => {
                    if !for_expr.group && !self.session.options.as_terraform {
                        let made = eval(&evaluator, for_expr.value);
                        list.push(bounded(made.or_else(|error| self.open(error, &causes))?)?);
                    }
                    undecided = Some(joined(undecided, &causes));
                    continue;
                }
            };
            let value = bounded(eval(&evaluator, for_expr.value)?)?;
            let group = groups.entry(name.clone()).or_default();
            if !group.is_empty() && !for_expr.group {
                if failing.is_some() {
                    continue;
                }
                return Err(Error::other(span, format!("two items of this `for` have the key \"{name}\"")));
            }
            group.push(value);
        }
        let value = match undecided {
            Some(causes) if self.session.options.as_terraform => Value::unknown(Type::Dynamic, causes),
            Some(causes) if for_expr.group => Value::Unknown(Arc::new(Unknown::new(Type::Dynamic, causes).not_null())),
            Some(causes) => {
                let keyed = for_expr.key.is_some();
                list.extend(groups.into_values().flatten());
                let most = (list.len() + others.len()) as u64;
                let unknown = Unknown::new(Type::Dynamic, causes).not_null().length(0, Some(most));
                Elements { sure: list, others, keyed }.within(unknown)
            }
            None if for_expr.key.is_none() => Value::tuple(list),
            None => Value::object(
                groups
                    .into_iter()
                    .map(|(name, mut values)| match for_expr.group {
                        true => (name, Value::tuple(values)),
                        false => (name, values.pop().unwrap_or(Value::NULL)),
                    })
                    .collect(),
            ),
        };
        Ok(value.with_marks(marks))
    }
}

fn joined(before: Option<Causes>, more: &Causes) -> Causes {
    before.map_or_else(|| more.clone(), |before| before.union(more))
}

/// What a value gives to iterate over.
pub(super) enum Iterable<'v> {
    /// Keys and values.
    Known(Vec<(Value, Value)>),
    /// Not known.
    Unknown(&'v Unknown),
    /// Null.
    Null,
    /// Nothing: the type's name.
    None(String),
}

/// Keys and values of a collection; of what is absent none.
pub(super) fn iterable(value: &Value) -> Iterable<'_> {
    match value.bare() {
        Value::Null(_) => Iterable::Null,
        Value::Unknown(unknown) => match unknown.ty {
            Type::Bool | Type::Number | Type::String => Iterable::None(unknown.ty.friendly_name()),
            _ => Iterable::Unknown(unknown),
        },
        Value::Bool(_) | Value::Number(_) | Value::String(_) => Iterable::None(value.ty().friendly_name()),
        _ => Iterable::Known(pairs(value)),
    }
}

/// Keys and values, in the order in which `for` goes through them.
pub type Pairs = Vec<(Value, Value)>;

/// Keys and values of a collection; `Err` with what is not known, or without where there is nothing to iterate over.
pub fn iterate(value: &Value) -> Result<Pairs, Option<Arc<Unknown>>> {
    match (iterable(value), value.bare()) {
        (Iterable::Known(items), _) => Ok(items),
        (Iterable::Unknown(_), Value::Unknown(unknown)) => Err(Some(unknown.clone())),
        _ => Err(None),
    }
}

/// Keys and values of a known collection: indexes of a list, names of a map, of a set each element twice.
fn pairs(value: &Value) -> Vec<(Value, Value)> {
    let numbered = |items: &[Value]| {
        items.iter().enumerate().map(|(at, item)| (Value::int(at as i64), item.clone())).collect::<Vec<_>>()
    };
    match value.bare() {
        Value::List(list) => numbered(&list.items),
        Value::Tuple(items) => numbered(items),
        Value::Set(list) => list.items.iter().map(|item| (item.clone(), item.clone())).collect(),
        Value::Map(map) => map.items.iter().map(|(name, item)| (Value::String(name.clone()), item.clone())).collect(),
        Value::Object(object) => {
            object.fields.iter().map(|(name, item)| (Value::String(name.clone()), item.clone())).collect()
        }
        _ => Vec::new(),
    }
}

/// The key of an object item: a name, or why it is not known.
fn object_key(key: Value, span: Span) -> Result<Result<Str, Causes>> {
    if let Value::Unknown(unknown) = key.bare() {
        // What is not known is not asked for its type, as HCL does not.
        return Ok(Err(unknown.causes.clone()));
    }
    match convert(key.unmark().0, &Type::String) {
        Ok(Value::String(name)) => Ok(Ok(name)),
        Ok(Value::Null(_) | Value::Absent) => Err(Error::other(span, "a key must not be null")),
        _ => Err(Error::other(span, "a key must be a string")),
    }
}
