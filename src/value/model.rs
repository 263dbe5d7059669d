//! Values.

use std::sync::Arc;

use crate::addrs::ResourceInstance;

use super::{Causes, Number, Str, Type, Unknown};

/// A value of the Terraform language.
///
/// Cheap to copy: everything large is shared.
#[derive(Clone, Debug)]
pub enum Value {
    /// Not written in the configuration: null to everything but `try` and `can`, empty as a collection.
    /// Only policies see it.
    Absent,
    /// Null of a type.
    Null(Type),
    /// `true` or `false`
    Bool(bool),
    /// A number of arbitrary precision.
    Number(Number),
    /// A string, NFC-normalised as cty does.
    String(Str),
    /// A list: elements of one type.
    List(Arc<List>),
    /// A set: elements of one type, in cty's order, each once.
    Set(Arc<List>),
    /// A tuple: elements of any types.
    Tuple(Arc<Vec<Value>>),
    /// A map: elements of one type, by name.
    Map(Arc<Map>),
    /// An object: attributes of any types, by name.
    Object(Arc<Object>),
    /// Not known.
    Unknown(Arc<Unknown>),
    /// A value that carries marks; never directly inside another one.
    Marked(Arc<Marked>),
}

/// Elements of one type.
#[derive(Clone, Debug)]
pub struct List {
    /// Their type, [`Type::Dynamic`] for an empty list of which nothing is known.
    pub element: Type,
    /// The elements.
    pub items: Vec<Value>,
}

/// Named elements of one type.
#[derive(Clone, Debug)]
pub struct Map {
    /// Their type.
    pub element: Type,
    /// The elements.
    pub items: Fields,
}

/// Named attributes of any types.
#[derive(Clone, Debug)]
pub struct Object {
    /// The attributes.
    pub fields: Fields,
    /// What a name that is not among them means.
    pub shape: Shape,
}

/// What reading a name that an object does not have means.
#[derive(Clone, Debug)]
pub enum Shape {
    /// An error, as for every object of the language.
    Closed,
    /// A nested block of a configuration: [`Value::Absent`] to a policy. With causes, a part of it could not
    /// be read, and what is missing is unknown.
    Block(Option<Causes>),
    /// A resource instance: what its type computes is unknown with a symbol, all else as in a block.
    Instance(Arc<ResourceInstance>, Option<Causes>),
}

impl Object {
    /// The attributes that are there: those of a block or instance that are absent were not written. An absent
    /// attribute of any other object is null.
    pub fn written(&self) -> impl Iterator<Item = (&Str, &Value)> + Clone {
        let open = !matches!(self.shape, Shape::Closed);
        self.fields.iter().filter(move |(_, value)| !(open && matches!(value.bare(), Value::Absent)))
    }
}

/// A value with marks.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Which.
    pub marks: Marks,
    /// The value, itself not marked at the top.
    pub value: Value,
}

/// Marks that a value carries through every operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Never to be shown.
    pub sensitive: bool,
    /// Never kept in a plan or state.
    pub ephemeral: bool,
    /// Written in, or computed from, an output or variable that is deprecated.
    pub deprecated: bool,
    /// Computed from an answer that leaves candidates out, because it could not be told whether they match.
    pub incomplete: bool,
}

impl Marks {
    /// Those of both.
    pub fn union(self, other: Marks) -> Marks {
        Marks {
            sensitive: self.sensitive | other.sensitive,
            ephemeral: self.ephemeral | other.ephemeral,
            deprecated: self.deprecated | other.deprecated,
            incomplete: self.incomplete | other.incomplete,
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Marks::default()
    }
}

/// Names with values, sorted by name.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(Str, Value)>);

impl Fields {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of `name`.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.binary_search_by(|(n, _)| n.as_str().cmp(name)).ok().map(|at| &self.0[at].1)
    }

    /// Sets `name`, replacing what it had.
    pub fn insert(&mut self, name: Str, value: Value) {
        match self.0.binary_search_by(|(n, _)| n.cmp(&name)) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (name, value)),
        }
    }

    /// Names and values, sorted by name.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Str, &Value)> + ExactSizeIterator + Clone {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// Names and values, sorted by name.
    pub fn as_slice(&self) -> &[(Str, Value)] {
        &self.0
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Of several values for one name the last one stands.
impl FromIterator<(Str, Value)> for Fields {
    fn from_iter<I: IntoIterator<Item = (Str, Value)>>(items: I) -> Self {
        let mut all: Vec<(Str, Value)> = items.into_iter().collect();
        if !all.is_sorted_by(|a, b| a.0 < b.0) {
            all.sort_by(|a, b| a.0.cmp(&b.0));
            all.dedup_by(|later, earlier| {
                let same = later.0 == earlier.0;
                if same {
                    std::mem::swap(later, earlier);
                }
                same
            });
        }
        Fields(all)
    }
}

impl IntoIterator for Fields {
    type Item = (Str, Value);
    type IntoIter = std::vec::IntoIter<(Str, Value)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Value {
    /// Null of which no type is known.
    pub const NULL: Value = Value::Null(Type::Dynamic);

    /// A string; not normalised, which text out of a configuration must have been.
    pub fn string(text: impl Into<Str>) -> Value {
        Value::String(text.into())
    }

    /// A whole number.
    pub fn int(number: i64) -> Value {
        Value::Number(Number::from(number))
    }

    /// A tuple.
    pub fn tuple(items: Vec<Value>) -> Value {
        Value::Tuple(Arc::new(items))
    }

    /// A list whose elements have the type `element`.
    pub fn list(element: Type, items: Vec<Value>) -> Value {
        Value::List(Arc::new(List { element, items }))
    }

    /// A map whose elements have the type `element`.
    pub fn map(element: Type, items: Fields) -> Value {
        Value::Map(Arc::new(Map { element, items }))
    }

    /// A closed object.
    pub fn object(fields: Fields) -> Value {
        Value::Object(Arc::new(Object { fields, shape: Shape::Closed }))
    }

    /// Unknown of a type.
    pub fn unknown(ty: Type, causes: Causes) -> Value {
        Value::Unknown(Arc::new(Unknown::new(ty, causes)))
    }

    /// Null or absent; marks do not matter.
    pub fn is_null(&self) -> bool {
        matches!(self.bare(), Value::Null(_) | Value::Absent)
    }

    /// Unknown as a whole; marks do not matter.
    pub fn is_unknown(&self) -> bool {
        matches!(self.bare(), Value::Unknown(_))
    }

    /// The value without its marks.
    pub fn bare(&self) -> &Value {
        match self {
            Value::Marked(marked) => &marked.value,
            _ => self,
        }
    }

    /// Its marks, those inside it not counted.
    pub fn marks(&self) -> Marks {
        match self {
            Value::Marked(marked) => marked.marks,
            _ => Marks::default(),
        }
    }

    /// The value with these marks added.
    pub fn with_marks(self, marks: Marks) -> Value {
        if marks.is_empty() {
            return self;
        }
        match self {
            Value::Marked(marked) => {
                Value::Marked(Arc::new(Marked { marks: marked.marks.union(marks), value: marked.value.clone() }))
            }
            value => Value::Marked(Arc::new(Marked { marks, value })),
        }
    }

    /// Takes the marks off the top.
    pub fn unmark(self) -> (Value, Marks) {
        match self {
            Value::Marked(marked) => (marked.value.clone(), marked.marks),
            value => (value, Marks::default()),
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Value::String(value.into())
    }
}
