//! `count` and `for_each` → instances.

use std::rc::Rc;
use std::sync::Arc;

use crate::addrs::{InstanceKey, Str};
use crate::config::Body;
use crate::lang::{self, Error, ErrorKind, Evaluator, Limit, Result};
use crate::plan::Existence;
use crate::source::Span;
use crate::syntax::Expr;
use crate::value::{Bound, Causes, Number, Refinement, Type, Unknown, Value, convert};

use super::instance::{Each, Expansion, Kind, Member, ModuleInstance};
use super::names::Names;
use super::variable::damage_causes;
use super::world::World;

/// More instances of one block than this are not expanded.
const MAX_INSTANCES: usize = 10_000;

/// Nor more of one root module: those of `count` and `for_each`, and all that is in modules.
const MAX_ALL: usize = 25_000;

impl Expansion {
    fn single() -> Self {
        Expansion::of(
            Kind::Single,
            vec![Member { key: InstanceKey::None, each: Each::None, existence: Existence::Certain }],
        )
    }
}

impl<'c> World<'c> {
    /// What `count` or `for_each` make of a block of `module`.
    pub(super) fn expand(
        &self,
        module: &ModuleInstance<'c>,
        count: Option<Expr<'c>>,
        for_each: Option<Expr<'c>>,
        body: &Body<'c>,
    ) -> Rc<Expansion> {
        let (expr, kind) = match (count, for_each) {
            (Some(count), _) => (count, Kind::Count),
            (None, Some(for_each)) => (for_each, Kind::ForEach),
            (None, None) => {
                let single = lost(body).unwrap_or_else(Expansion::single);
                return Rc::new(match module.address.is_root() {
                    true => single,
                    false => self.supported(Ok(single), Kind::Single, body.base.span().at_start()),
                });
            }
        };
        let names = Names::new(self, module, &Each::None);
        let evaluator = Evaluator::new(&names, &self.session);
        let made = self.session.isolated(|| {
            let value = self.session.apart(|| evaluator.eval(expr))?;
            if self.options.strict && kind == Kind::ForEach && value.marks().sensitive {
                return Err(Error::other(expr.span(), "`for_each` is sensitive, so its keys cannot be shown"));
            }
            if self.options.strict && value.marks().ephemeral {
                return Err(Error::other(expr.span(), "what is ephemeral cannot say how many instances there are"));
            }
            let made = match kind {
                Kind::Count => counted(&value, expr.span()),
                _ => keyed(&value, expr.span()),
            }?;
            Ok(if self.options.unset { open(kind, super::unset::validating(expr.span()), Type::Dynamic) } else { made })
        });
        Rc::new(self.supported(made, kind, expr.span()))
    }

    /// The expansion, if the root module may have so many instances more; else one that stands for all of them.
    fn supported(&self, made: Result<Expansion>, kind: Kind, span: Span) -> Expansion {
        let made = made.and_then(|expansion| {
            let all = self.made.get() + expansion.members.len();
            if all > MAX_ALL {
                return Err(too_many("this root module", MAX_ALL, span));
            }
            self.made.set(all);
            Ok(expansion)
        });
        made.unwrap_or_else(|error| match self.failed(&error) {
            Value::Unknown(unknown) => {
                let cut = matches!(*error.kind, ErrorKind::Limit(_));
                Expansion { cut, ..open(kind, unknown.causes.clone(), Type::Dynamic) }
            }
            _ => Expansion::of(kind, Vec::new()),
        })
    }
}

fn too_many(what: &'static str, most: usize, span: Span) -> Error {
    Error::new(span, ErrorKind::Limit(Limit::Instances(what, most)))
}

/// The expansion of a block whose `count` or `for_each` is in what could not be read of it.
fn lost(body: &Body<'_>) -> Option<Expansion> {
    let lost = |name| body.may_hold(name).filter(|span| span.start < span.end);
    let (kind, span) = match (lost("for_each"), lost("count")) {
        (Some(span), _) => (Kind::ForEach, span),
        (None, span) => (Kind::Count, span?),
    };
    Some(open(kind, damage_causes(span), Type::Dynamic))
}

/// Instances whose keys are not known.
fn open(kind: Kind, causes: Causes, element: Type) -> Expansion {
    let unknown = |ty: Type| Unknown::new(ty, causes.clone());
    let each = match kind {
        Kind::ForEach => Each::Keyed {
            key: Value::Unknown(Arc::new(unknown(Type::String).not_null())),
            value: Value::Unknown(Arc::new(unknown(element))),
        },
        Kind::Single => Each::None,
        Kind::Count => {
            let mut index = unknown(Type::Number).not_null();
            index.refinement = Refinement {
                not_null: true,
                min: Some(Bound { value: Number::from(0i64), inclusive: true }),
                ..Refinement::default()
            };
            Each::Count(Value::Unknown(Arc::new(index)))
        }
    };
    let member = Member { key: InstanceKey::Any, each, existence: Existence::Maybe(causes.clone()) };
    Expansion { causes: Some(causes), ..Expansion::of(kind, vec![member]) }
}

fn counted(value: &Value, span: Span) -> Result<Expansion> {
    let (value, _) = value.clone().unmark();
    match convert(value, &Type::Number) {
        Ok(Value::Number(number)) => match number.to_i64() {
            Some(..0) => Err(Error::other(span, "`count` must not be negative")),
            Some(count) if count as usize > MAX_INSTANCES => Err(too_many("`count`", MAX_INSTANCES, span)),
            Some(count) => Ok(Expansion::of(Kind::Count, indexes(count, &Existence::Certain))),
            None => Err(Error::other(span, "`count` must be a whole number")),
        },
        Ok(Value::Unknown(unknown)) => Ok(possibly_counted(&unknown)),
        Ok(Value::Null(_) | Value::Absent) => Err(Error::other(span, "`count` is null, it must be a whole number")),
        _ => Err(Error::other(span, "`count` must be a whole number")),
    }
}

fn indexes(count: i64, existence: &Existence) -> Vec<Member> {
    (0..count)
        .map(|index| Member {
            key: InstanceKey::Int(index as u64),
            each: Each::Count(Value::int(index)),
            existence: existence.clone(),
        })
        .collect()
}

/// A count that is one of a few numbers: as many members as the greatest says, those that the least says certain.
fn possibly_counted(unknown: &Unknown) -> Expansion {
    let counts: Option<Vec<(i64, Str)>> = unknown.possible.as_ref().and_then(|possible| {
        possible
            .iter()
            .map(|one| match convert(one.value.clone(), &Type::Number) {
                Ok(Value::Number(number)) => {
                    number.to_i64().filter(|n| (0..=16).contains(n)).map(|n| (n, one.condition.clone()))
                }
                _ => None,
            })
            .collect()
    });
    let Some(counts) = counts.filter(|counts| !counts.is_empty()) else {
        return open(Kind::Count, unknown.causes.clone(), Type::Dynamic);
    };
    let least = counts.iter().map(|(count, _)| *count).min().unwrap_or(0);
    let most = counts.iter().map(|(count, _)| *count).max().unwrap_or(0);
    let mut members = indexes(most, &Existence::Maybe(unknown.causes.clone()));
    for member in members.iter_mut().take(least as usize) {
        member.existence = Existence::Certain;
    }
    let keys = |count: i64| (0..count as u64).map(InstanceKey::Int).collect();
    Expansion {
        selections: Some(counts.into_iter().map(|(count, condition)| (keys(count), condition)).collect()),
        causes: Some(unknown.causes.clone()),
        ..Expansion::of(Kind::Count, members)
    }
}

fn keyed(value: &Value, span: Span) -> Result<Expansion> {
    match value.bare() {
        Value::Unknown(unknown) => Ok(possibly_keyed(unknown, span)),
        value => match keys(value, span)? {
            Ok(items) => Ok(Expansion::of(
                Kind::ForEach,
                items.into_iter().map(|(key, item)| keyed_member(key, item, Existence::Certain)).collect(),
            )),
            Err(causes) => Ok(open(Kind::ForEach, causes, Type::String)),
        },
    }
}

fn keyed_member(key: Str, value: Value, existence: Existence) -> Member {
    Member { key: InstanceKey::Str(key.clone()), each: Each::Keyed { key: Value::String(key), value }, existence }
}

/// Keys and values of a `for_each`.
type Keyed = Vec<(Str, Value)>;

/// Keys and values of a `for_each`, or why not all of them are known.
fn keys(value: &Value, span: Span) -> Result<Result<Keyed, Causes>> {
    let refused =
        |what: &str| Err(Error::other(span, format!("`for_each` must be a map or a set of strings, this is {what}")));
    let items: Vec<(Str, Value)> = match value.bare() {
        Value::Map(map) => map.items.iter().map(|(name, item)| (name.clone(), item.clone())).collect(),
        Value::Object(object) => object.fields.iter().map(|(name, item)| (name.clone(), item.clone())).collect(),
        Value::Set(set) => {
            let mut items = Vec::with_capacity(set.items.len());
            for item in &set.items {
                match item.bare() {
                    Value::String(text) => items.push((text.clone(), item.clone())),
                    Value::Unknown(unknown) => return Ok(Err(unknown.causes.clone())),
                    _ => return refused("a set of something else"),
                }
            }
            items
        }
        Value::Null(_) | Value::Absent => return refused("null"),
        other => return refused(&format!("a {}", other.ty().friendly_name())),
    };
    if items.len() > MAX_INSTANCES {
        return Err(too_many("`for_each`", MAX_INSTANCES, span));
    }
    Ok(Ok(items))
}

/// A collection that is one of a few: every key that one of them has, certain where all have it with one value.
fn possibly_keyed(unknown: &Unknown, span: Span) -> Expansion {
    let element = match &unknown.ty {
        Type::Map(element) | Type::Set(element) => element.as_ref().clone(),
        _ => Type::Dynamic,
    };
    let choices: Option<Vec<(Keyed, Str)>> = unknown.possible.as_ref().and_then(|possible| {
        possible
            .iter()
            .map(|one| match keys(&one.value, span) {
                Ok(Ok(items)) if items.len() <= 64 => Some((items, one.condition.clone())),
                _ => None,
            })
            .collect()
    });
    let Some(choices) = choices else {
        let mut expansion = open(Kind::ForEach, unknown.causes.clone(), element);
        if let (Some(elements), [member]) = (&unknown.elements, expansion.members.as_mut_slice()) {
            let each = elements.iter().map(|one| (one.clone(), Str::new())).collect();
            let key = Value::Unknown(Arc::new(Unknown::new(Type::String, unknown.causes.clone()).not_null()));
            member.each = Each::Keyed { key, value: lang::one_of(each, &unknown.causes) };
        }
        return expansion;
    };
    let mut members: Vec<Member> = Vec::new();
    for (items, _) in &choices {
        for (key, value) in items {
            if members.iter().any(|member| matches!(&member.key, InstanceKey::Str(known) if known == key)) {
                continue;
            }
            let mut certain = true;
            let mut value = value.clone();
            for (others, _) in &choices {
                match others.iter().find(|(other, _)| other == key) {
                    Some((_, other)) if lang::same(other, &value) => {}
                    Some(_) => value = Value::unknown(element.clone(), unknown.causes.clone()),
                    None => certain = false,
                }
            }
            let existence = if certain { Existence::Certain } else { Existence::Maybe(unknown.causes.clone()) };
            members.push(keyed_member(key.clone(), value, existence));
        }
    }
    members.sort_by(|a, b| a.key.cmp(&b.key));
    let selections = choices
        .into_iter()
        .map(|(items, condition)| (items.into_iter().map(|(key, _)| InstanceKey::Str(key)).collect(), condition))
        .collect();
    let causes = Some(unknown.causes.clone());
    Expansion { selections: Some(selections), causes, ..Expansion::of(Kind::ForEach, members) }
}
