//! Type constraints of input variables: types with optional attributes and their defaults.

use std::sync::Arc;

use super::convert::convert_constraint;
use super::unify::unify;
use super::{ConvertError, Fields, Shape, Str, Type, Value, convert};

/// What a `type` argument asks for.
#[derive(Clone, Debug)]
pub struct Constraint {
    ty: Type,
    optionals: Option<Arc<Optionals>>,
}

/// Whether an attribute of an object constraint must be there.
#[derive(Clone, Debug)]
pub enum Presence {
    /// It must.
    Required,
    /// `optional(type)`: null without it; `optional(type, default)`: that instead of a missing or null one.
    Optional(Option<Value>),
}

/// The optional attributes in a type, in the shape of the type; only where there are any.
#[derive(Clone, Debug, Default)]
pub(crate) struct Optionals {
    /// Optional attributes of this object type, with their defaults; sorted by name.
    attributes: Vec<(Str, Option<Value>)>,
    /// What is inside: of attributes by name, of tuples by index; `None` is the element of a collection.
    inner: Vec<(Option<Str>, Arc<Optionals>)>,
}

impl Optionals {
    pub(crate) fn is_optional(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| own == name)
    }

    pub(crate) fn element(&self) -> Option<&Optionals> {
        self.inner.iter().find(|(key, _)| key.is_none()).map(|(_, inner)| inner.as_ref())
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&Optionals> {
        self.inner.iter().find(|(key, _)| key.as_deref() == Some(name)).map(|(_, inner)| inner.as_ref())
    }

    pub(crate) fn item(&self, at: usize) -> Option<&Optionals> {
        self.attribute(&at.to_string())
    }
}

/// A constraint without optional attributes.
impl From<Type> for Constraint {
    fn from(ty: Type) -> Self {
        Constraint { ty, optionals: None }
    }
}

impl Constraint {
    /// `any`
    pub fn any() -> Self {
        Type::Dynamic.into()
    }

    /// `list(element)`
    pub fn list(element: Constraint) -> Self {
        Self::collection(Type::list(element.ty), element.optionals)
    }

    /// `set(element)`
    pub fn set(element: Constraint) -> Self {
        Self::collection(Type::set(element.ty), element.optionals)
    }

    /// `map(element)`
    pub fn map(element: Constraint) -> Self {
        Self::collection(Type::map(element.ty), element.optionals)
    }

    fn collection(ty: Type, inner: Option<Arc<Optionals>>) -> Self {
        let optionals = inner.map(|inner| Arc::new(Optionals { attributes: Vec::new(), inner: vec![(None, inner)] }));
        Constraint { ty, optionals }
    }

    /// `tuple([items])`
    pub fn tuple(items: Vec<Constraint>) -> Self {
        let mut inner = Vec::new();
        let types = items.into_iter().enumerate().map(|(at, item)| {
            inner.extend(item.optionals.map(|optionals| (Some(at.to_string().into()), optionals)));
            item.ty
        });
        let ty = Type::Tuple(Arc::new(types.collect()));
        Self::with(ty, Optionals { attributes: Vec::new(), inner })
    }

    /// `object({name = type, name = optional(type, default)})`
    ///
    /// # Errors
    /// If a default cannot be converted to the type of its attribute; the path is that of the attribute.
    pub fn object(attributes: Vec<(Str, Constraint, Presence)>) -> Result<Self, ConvertError> {
        let mut optionals = Optionals::default();
        let mut types = Vec::with_capacity(attributes.len());
        for (name, constraint, presence) in attributes {
            if let Presence::Optional(default) = presence {
                let default = match default {
                    Some(default) => Some(convert_constraint(default, &constraint).map_err(|mut error| {
                        error.path.insert(0, crate::addrs::Step::Attr(name.clone()));
                        error
                    })?),
                    None => None,
                };
                optionals.attributes.push((name.clone(), default));
            }
            optionals.inner.extend(constraint.optionals.map(|inner| (Some(name.clone()), inner)));
            types.push((name, constraint.ty));
        }
        Ok(Self::with(Type::object(types), optionals))
    }

    fn with(ty: Type, optionals: Optionals) -> Self {
        let none = optionals.attributes.is_empty() && optionals.inner.is_empty();
        Constraint { ty, optionals: (!none).then(|| Arc::new(optionals)) }
    }

    /// The type that values have after [`Constraint::apply`], in which `any` is still open.
    pub fn ty(&self) -> &Type {
        &self.ty
    }

    pub(crate) fn optionals(&self) -> Option<&Optionals> {
        self.optionals.as_deref()
    }

    /// The value with defaults filled in and converted to the type, as the value of an input variable is.
    ///
    /// # Errors
    /// See [`convert`].
    pub fn apply(&self, value: Value) -> Result<Value, ConvertError> {
        let value = match &self.optionals {
            Some(optionals) => with_defaults(value, optionals),
            None => value,
        };
        convert_constraint(value, self)
    }
}

/// The value with what is missing or null replaced by its default; its types may no longer fit together.
fn with_defaults(value: Value, optionals: &Optionals) -> Value {
    let (value, marks) = value.unmark();
    let inside = |key: Option<&str>, value: &Value| {
        let inner = key.and_then(|key| optionals.attribute(key)).or_else(|| optionals.element());
        inner.map_or_else(|| value.clone(), |inner| with_defaults(value.clone(), inner))
    };
    let items = |items: &[Value]| items.iter().map(|item| inside(None, item)).collect::<Vec<_>>();
    let value = match &value {
        Value::List(list) if !list.items.is_empty() => {
            let items = items(&list.items);
            unified(&items).map_or_else(|| Value::tuple(items), |(ty, items)| Value::list(ty, items))
        }
        Value::Set(list) if !list.items.is_empty() => {
            let items = items(&list.items);
            unified(&items).map_or_else(|| Value::tuple(items), |(ty, items)| Value::set(ty, items))
        }
        Value::Tuple(own) => {
            let item = |(at, item): (usize, &Value)| match optionals.item(at).or_else(|| optionals.element()) {
                Some(inner) => with_defaults(item.clone(), inner),
                None => item.clone(),
            };
            Value::tuple(own.iter().enumerate().map(item).collect())
        }
        Value::Map(map) => {
            let fields = filled(&map.items, optionals, inside);
            let values: Vec<Value> = fields.iter().map(|(_, value)| value.clone()).collect();
            match unified(&values) {
                _ if fields.is_empty() => value,
                Some((ty, items)) => {
                    let names = fields.into_iter().map(|(name, _)| name);
                    Value::map(ty, names.zip(items).collect())
                }
                None => Value::object(fields),
            }
        }
        Value::Object(object) => {
            let mut filled =
                crate::value::Object { fields: filled(&object.fields, optionals, inside), shape: object.shape.clone() };
            if matches!(filled.shape, Shape::Instance(..)) {
                filled.shape = Shape::Closed;
            }
            Value::Object(Arc::new(filled))
        }
        _ => value,
    };
    value.with_marks(marks)
}

fn filled(fields: &Fields, optionals: &Optionals, inside: impl Fn(Option<&str>, &Value) -> Value) -> Fields {
    let mut all: Fields = fields.iter().map(|(name, value)| (name.clone(), inside(Some(name), value))).collect();
    for (name, default) in &optionals.attributes {
        let Some(default) = default else { continue };
        match all.get(name).map(Value::bare) {
            None | Some(Value::Null(_) | Value::Absent) => {
                let default = match optionals.attribute(name) {
                    Some(inner) => with_defaults(default.clone(), inner),
                    None => default.clone(),
                };
                all.insert(name.clone(), default);
            }
            // With a default it is not null, whatever it turns out to be.
            Some(Value::Unknown(unknown)) if default.is_not_null() && unknown.ty != Type::Dynamic => {
                let marks = all.get(name).map(Value::marks).unwrap_or_default();
                let refined = (**unknown).clone().not_null().settle();
                all.insert(name.clone(), refined.with_marks(marks));
            }
            Some(_) => {}
        }
    }
    all
}

/// The values brought to a common type, if there is one.
fn unified(values: &[Value]) -> Option<(Type, Vec<Value>)> {
    let types: Vec<Type> = values.iter().map(Value::ty).collect();
    let ty = unify(&types, true)?;
    let values = values.iter().map(|value| convert(value.clone(), &ty).ok());
    Some((ty.clone(), values.collect::<Option<_>>()?))
}
