//! `for` over collections of which only some elements are known, or each only in part.

use crate::syntax::For;
use crate::value::{Causes, Elements, Fields, Marks, Type, Unknown, Value};

use super::collections::{Items, Pairs};
use super::conditional::condition_of;
use super::{Error, ErrorKind, Evaluator, Frame, Result};

/// Whether an item of a `for` is in what it makes.
enum Item {
    In(Value),
    Out,
    Maybe(Value),
}

/// Keys and values of the elements of what is not known as a whole.
pub struct PartlyKnown {
    /// Of those that are certainly there.
    pub sure: Pairs,
    /// As one of these is each further one: see [`Elements`].
    pub others: Pairs,
}

/// What is known of the elements of a collection that is not known; `None` where that is nothing at all.
pub fn elements_of(value: &Value) -> Option<PartlyKnown> {
    let Value::Unknown(unknown) = value.bare() else { return None };
    let elements = match &unknown.ty {
        Type::Map(element) if unknown.elements.is_none() => Elements {
            others: vec![Value::unknown((**element).clone(), unknown.causes.clone())],
            ..Elements::default()
        },
        Type::Dynamic if unknown.elements.is_none() => return None,
        _ => match unknown.elements.as_deref() {
            Some(elements) => elements.clone(),
            None => Elements::of(value)?,
        },
    };
    let key = |value: &Value| match &unknown.ty {
        Type::Set(_) => value.clone(),
        Type::List(_) | Type::Tuple(_) => Unknown::new(Type::Number, unknown.causes.clone()).not_null().into(),
        Type::Map(_) => Unknown::new(Type::String, unknown.causes.clone()).not_null().into(),
        _ => Value::unknown(Type::Dynamic, unknown.causes.clone()),
    };
    let pairs = |values: Vec<Value>| values.into_iter().map(|value| (key(&value), value)).collect();
    Some(PartlyKnown { sure: pairs(elements.sure), others: pairs(elements.others) })
}

/// A set with unknown elements as what is not known as a whole: elements that turn out to be equal are one.
pub(super) fn undetermined(set: Value) -> Value {
    let count = set.bare().children().len() as u64;
    match (set.bare(), set.causes_deep(), Elements::of(&set)) {
        (Value::Set(_), Some(causes), Some(elements)) if count > 1 => {
            let unknown = Unknown::new(set.ty(), causes).not_null().length(1, Some(count));
            elements.within(unknown).with_marks(set.marks())
        }
        _ => set,
    }
}

impl Evaluator<'_> {
    /// A `for` over what is not known as a whole: what it makes of the elements, as far as they are known.
    pub(super) fn for_elements(
        &self,
        for_expr: &For<'_>,
        collection: &Value,
        causes: &Causes,
        eval: Items<'_>,
    ) -> Result<Value> {
        let nothing = || Unknown::new(Type::Dynamic, causes.clone()).not_null();
        let elements = elements_of(collection).filter(|_| !self.session.options.as_terraform && !for_expr.group);
        let Some(elements) = elements else {
            self.doubtful();
            return Ok(nothing().into());
        };
        let mut marks = Marks::default();
        if !collection.is_not_null() {
            self.doubtful();
        }
        let mut made = Elements { keyed: for_expr.key.is_some(), ..Elements::default() };
        for (key, value) in &elements.sure {
            match self.item(for_expr, key, value, eval, &mut marks)? {
                Item::In(value) => made.sure.push(value),
                Item::Out => {}
                Item::Maybe(value) => made.others.push(value),
            }
        }
        for (key, value) in &elements.others {
            match self.item(for_expr, key, value, eval, &mut marks) {
                Ok(Item::In(value) | Item::Maybe(value)) => made.others.push(value),
                Ok(Item::Out) => {}
                Err(error) => made.others.push(self.open(error, causes)?),
            }
        }
        Ok(match for_expr.key {
            None => made.into_sequence(causes),
            Some(_) if made.sure.is_empty() && made.others.is_empty() => Value::object(Fields::new()),
            Some(_) => made.within(nothing()),
        }
        .with_marks(marks))
    }

    /// What a `for` makes of an item whose key and value are known in part; adds the marks of what decides whether and
    /// where it is in.
    fn item(&self, for_expr: &For<'_>, key: &Value, value: &Value, eval: Items<'_>, marks: &mut Marks) -> Result<Item> {
        let name = for_expr.key_name.map_or("", |ident| ident.name);
        let outer = Frame { name, value: key.clone(), outer: self.frame };
        let inner = Frame { name: for_expr.value_name.name, value: value.clone(), outer: Some(&outer) };
        let evaluator = self.with_frame(&inner);
        if let Some(key) = for_expr.key
            && let Ok(key) = self.session.guarded(|| evaluator.eval(key)).0
        {
            *marks = marks.union(key.marks());
        }
        let Some(condition) = for_expr.condition else { return eval(&evaluator, for_expr.value).map(Item::In) };
        let (test, own) = evaluator.eval(condition)?.unmark();
        *marks = marks.union(own);
        let made = || eval(&evaluator, for_expr.value);
        match condition_of(test) {
            Ok(Value::Bool(true)) => made().map(Item::In),
            Ok(Value::Bool(false)) => Ok(Item::Out),
            Ok(Value::Unknown(unknown)) => match made() {
                Ok(value) => Ok(Item::Maybe(value)),
                Err(error) => self.open(error, &unknown.causes).map(Item::Maybe),
            },
            _ => Err(Error::other(condition.span(), "the condition of `if` must be true or false")),
        }
    }

    /// What is made of an element that may not be there, where making it fails: something of which nothing is known.
    pub(super) fn open(&self, error: Error, causes: &Causes) -> Result<Value> {
        match *error.kind {
            ErrorKind::Limit(_) | ErrorKind::Cycle(_) => Err(error),
            _ => {
                self.doubtful();
                Ok(Value::unknown(Type::Dynamic, causes.clone()))
            }
        }
    }
}
