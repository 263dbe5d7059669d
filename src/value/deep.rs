//! Walks over values with everything in them.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Causes, Fields, List, Map, Marks, Object, Shape, Type, Value};

/// What counts for the size of a value.
#[derive(Clone, Copy)]
enum Part<'v> {
    Value(&'v Value),
    Type(&'v Type),
}

impl Value {
    /// Its type. Of a block or instance, which has more than is written in it, nothing is said.
    pub fn ty(&self) -> Type {
        match self {
            Value::Absent => Type::Dynamic,
            Value::Null(ty) => ty.clone(),
            Value::Bool(_) => Type::Bool,
            Value::Number(_) => Type::Number,
            Value::String(_) => Type::String,
            Value::List(list) => Type::list(list.element.clone()),
            Value::Set(set) => Type::set(set.element.clone()),
            Value::Map(map) => Type::map(map.element.clone()),
            Value::Tuple(items) => Type::Tuple(Arc::new(items.iter().map(Value::ty).collect())),
            Value::Object(object) if !matches!(object.shape, Shape::Closed) => Type::Dynamic,
            Value::Object(object) => Type::Object(Arc::new(
                // Fields are sorted as an object type is.
                object.written().map(|(name, value)| (name.clone(), value.ty())).collect(),
            )),
            Value::Unknown(unknown) => unknown.ty.clone(),
            Value::Marked(marked) => marked.value.ty(),
        }
    }

    /// Its type, except that of a known tuple or object it only says that it is one: that costs nothing, however
    /// large the value is.
    pub(crate) fn outer_type(&self) -> Type {
        match self.bare() {
            Value::Tuple(_) => Type::Tuple(Arc::default()),
            Value::Object(_) => Type::Object(Arc::default()),
            value => value.ty(),
        }
    }

    /// Whether it has exactly this type.
    pub fn has_type(&self, ty: &Type) -> bool {
        match (self.bare(), ty) {
            (Value::Absent, Type::Dynamic)
            | (Value::Bool(_), Type::Bool)
            | (Value::Number(_), Type::Number)
            | (Value::String(_), Type::String) => true,
            (Value::Null(own), ty) => own == ty,
            (Value::Unknown(unknown), ty) => unknown.ty == *ty,
            (Value::List(list), Type::List(element)) => list.element == **element,
            (Value::Set(set), Type::Set(element)) => set.element == **element,
            (Value::Map(map), Type::Map(element)) => map.element == **element,
            (Value::Tuple(items), Type::Tuple(types)) => {
                items.len() == types.len() && items.iter().zip(types.iter()).all(|(item, ty)| item.has_type(ty))
            }
            (Value::Object(object), Type::Dynamic) => !matches!(object.shape, Shape::Closed),
            (Value::Object(object), Type::Object(attributes)) => {
                object.written().count() == attributes.len()
                    && object
                        .written()
                        .zip(attributes.iter())
                        .all(|((name, value), (want, ty))| name == want && value.has_type(ty))
            }
            _ => false,
        }
    }

    /// Of how many values it is made, but no more than `limit`: a long text counts as several, an unknown also for its
    /// type and the values that it may have. What is shared counts wherever it stands: that is what going through it
    /// costs.
    pub fn size(&self, limit: usize) -> usize {
        let mut size = 0;
        let mut open = vec![Part::Value(self)];
        while let Some(part) = open.pop() {
            let children = match part {
                Part::Value(value) => match value.bare() {
                    Value::String(text) => {
                        size += text.len() / 32;
                        0
                    }
                    Value::Null(ty) => {
                        open.push(Part::Type(ty));
                        0
                    }
                    Value::Unknown(unknown) => {
                        open.push(Part::Type(&unknown.ty));
                        open.extend(unknown.encodes.iter().map(Part::Value));
                        open.extend(unknown.elements.iter().flat_map(|all| all.iter()).map(Part::Value));
                        open.extend(
                            unknown.possible.iter().flat_map(|all| all.iter()).map(|one| Part::Value(&one.value)),
                        );
                        size += unknown.parts.as_ref().map_or(0, |parts| parts.len());
                        0
                    }
                    value => value.children().len(),
                },
                Part::Type(ty) => match ty {
                    Type::Tuple(items) => items.len(),
                    Type::Object(attributes) => attributes.len(),
                    _ => 0,
                },
            };
            size += 1;
            if size + open.len() + children >= limit {
                return limit;
            }
            match part {
                Part::Value(value) => open.extend(value.children().map(Part::Value)),
                Part::Type(Type::List(element) | Type::Set(element) | Type::Map(element)) => {
                    open.push(Part::Type(element));
                }
                Part::Type(Type::Tuple(items)) => open.extend(items.iter().map(Part::Type)),
                Part::Type(Type::Object(attributes)) => open.extend(attributes.iter().map(|(_, ty)| Part::Type(ty))),
                Part::Type(_) => {}
            }
        }
        size
    }

    /// Whether both are one in memory, so that what costs much to find of one holds for the other.
    pub fn is_shared_with(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::List(a), Value::List(b)) | (Value::Set(a), Value::Set(b)) => Arc::ptr_eq(a, b),
            (Value::Tuple(a), Value::Tuple(b)) => Arc::ptr_eq(a, b),
            (Value::Map(a), Value::Map(b)) => Arc::ptr_eq(a, b),
            (Value::Object(a), Value::Object(b)) => Arc::ptr_eq(a, b),
            (Value::Unknown(a), Value::Unknown(b)) => Arc::ptr_eq(a, b),
            (Value::Marked(a), Value::Marked(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// The values directly in it, without names or indexes.
    pub fn children(&self) -> Children<'_> {
        match self.bare() {
            Value::List(list) | Value::Set(list) => Children::Items(list.items.iter()),
            Value::Tuple(items) => Children::Items(items.iter()),
            Value::Map(map) => Children::Fields(map.items.as_slice().iter()),
            Value::Object(object) => Children::Fields(object.fields.as_slice().iter()),
            _ => Children::Items([].iter()),
        }
    }

    /// Calls `visit` with the value and everything in it, outermost first, until it breaks.
    pub fn walk<B>(&self, visit: &mut impl FnMut(&Value) -> ControlFlow<B>) -> ControlFlow<B> {
        visit(self)?;
        for child in self.children() {
            child.walk(visit)?;
        }
        ControlFlow::Continue(())
    }

    fn any(&self, mut test: impl FnMut(&Value) -> bool) -> bool {
        let visit = &mut |value: &Value| if test(value) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        self.walk(visit).is_break()
    }

    /// Whether nothing in it is unknown.
    pub fn is_wholly_known(&self) -> bool {
        match self {
            Value::Unknown(_) => false,
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Null(_) | Value::Absent => true,
            _ => !self.any(|value| matches!(value.bare(), Value::Unknown(_))),
        }
    }

    /// Whether it or anything in it carries a mark.
    pub fn contains_marks(&self) -> bool {
        self.any(|value| matches!(value, Value::Marked(_)))
    }

    /// All marks of it and of everything in it.
    pub fn marks_deep(&self) -> Marks {
        let mut all = Marks::default();
        let _ = self.walk(&mut |value| {
            all = all.union(value.marks());
            ControlFlow::<()>::Continue(())
        });
        all
    }

    /// The causes of every unknown in it; `None` if it is wholly known.
    pub fn causes_deep(&self) -> Option<Causes> {
        let mut all: Option<Causes> = None;
        let _ = self.walk(&mut |value| {
            if let Value::Unknown(unknown) = value.bare() {
                all = Some(match all.take() {
                    None => unknown.causes.clone(),
                    Some(causes) => causes.union(&unknown.causes),
                });
            }
            ControlFlow::<()>::Continue(())
        });
        all
    }

    /// The value without any marks, and all that it had.
    pub fn unmark_deep(self) -> (Value, Marks) {
        let marks = self.marks_deep();
        (if marks.is_empty() { self } else { self.without_marks() }, marks)
    }

    fn without_marks(&self) -> Value {
        let bare = self.bare();
        if !bare.contains_marks() {
            return bare.clone();
        }
        bare.map_children(|_, child| child.without_marks())
    }

    /// The value with these in place of the values directly in it, in their order; a set is put in order.
    pub(crate) fn with_children(&self, children: Vec<Value>) -> Value {
        let mut children = children.into_iter();
        let changed = self.bare().map_children(|_, child| children.next().unwrap_or_else(|| child.clone()));
        let changed = match changed {
            Value::Set(set) => Value::set(set.element.clone(), set.items.clone()),
            other => other,
        };
        changed.with_marks(self.marks())
    }

    /// The value with each value directly in it replaced; types of elements stay as they are.
    pub(crate) fn map_children(&self, mut change: impl FnMut(Option<&str>, &Value) -> Value) -> Value {
        let mut fields = |fields: &Fields| -> Fields {
            fields.iter().map(|(name, value)| (name.clone(), change(Some(name), value))).collect()
        };
        match self {
            Value::Map(map) => Value::Map(Arc::new(Map { element: map.element.clone(), items: fields(&map.items) })),
            Value::Object(object) => {
                Value::Object(Arc::new(Object { fields: fields(&object.fields), shape: object.shape.clone() }))
            }
            Value::List(list) => {
                let items = list.items.iter().map(|item| change(None, item)).collect();
                Value::List(Arc::new(List { element: list.element.clone(), items }))
            }
            Value::Set(set) => {
                let items = set.items.iter().map(|item| change(None, item)).collect();
                Value::Set(Arc::new(List { element: set.element.clone(), items }))
            }
            Value::Tuple(items) => Value::tuple(items.iter().map(|item| change(None, item)).collect()),
            other => other.clone(),
        }
    }
}

/// See [`Value::children`].
#[derive(Clone, Debug)]
pub enum Children<'a> {
    /// Of a list, set or tuple.
    Items(std::slice::Iter<'a, Value>),
    /// Of a map or object.
    Fields(std::slice::Iter<'a, (super::Str, Value)>),
}

impl<'a> Iterator for Children<'a> {
    type Item = &'a Value;

    fn next(&mut self) -> Option<&'a Value> {
        match self {
            Children::Items(items) => items.next(),
            Children::Fields(fields) => fields.next().map(|(_, value)| value),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Children::Items(items) => items.size_hint(),
            Children::Fields(fields) => fields.size_hint(),
        }
    }
}

impl ExactSizeIterator for Children<'_> {}
