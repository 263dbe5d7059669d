//! Parameters, and the arguments given for them.

use crate::value::{CauseKind, Causes, Marks, Number, Type, Unknown, Value};

use super::{CallError, Host};

/// A type, as far as parameters and results need one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Bool,
    Number,
    String,
    List(&'static Kind),
    Set(&'static Kind),
    Map(&'static Kind),
}

impl Kind {
    pub(super) fn ty(self) -> Type {
        match self {
            Kind::Any => Type::Dynamic,
            Kind::Bool => Type::Bool,
            Kind::Number => Type::Number,
            Kind::String => Type::String,
            Kind::List(element) => Type::list(element.ty()),
            Kind::Set(element) => Type::set(element.ty()),
            Kind::Map(element) => Type::map(element.ty()),
        }
    }
}

/// What an absent argument stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Absent {
    /// Null, as everywhere.
    Null,
    /// A list without elements.
    EmptyList,
    /// An object without attributes.
    EmptyObject,
}

impl Absent {
    pub(super) fn replace(self, arg: &Value) -> Value {
        match (arg.bare(), self) {
            (Value::Absent, Absent::Null) => Value::NULL.with_marks(arg.marks()),
            (Value::Absent, Absent::EmptyList) => Value::tuple(Vec::new()).with_marks(arg.marks()),
            (Value::Absent, Absent::EmptyObject) => Value::object(Default::default()).with_marks(arg.marks()),
            _ => arg.clone(),
        }
    }
}

/// A parameter. What it does not allow never reaches the function: a null is an error, an unknown makes the
/// result unknown, and marks are taken off and put on the result.
#[derive(Clone, Copy, Debug)]
pub(super) struct Param {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) null: bool,
    pub(super) unknown: bool,
    pub(super) marked: bool,
    /// Whether nulls and unknowns reach the function only here, not in Terraform.
    pub(super) finer: bool,
    /// Whether Terraform loses its marks where an argument is not known.
    pub(super) forgets: bool,
    /// Whether a value of unknown type may be given.
    pub(super) dynamic: bool,
    pub(super) absent: Absent,
}

const fn param(name: &'static str, kind: Kind, absent: Absent) -> Param {
    Param {
        name,
        kind,
        null: false,
        unknown: false,
        marked: false,
        finer: false,
        forgets: false,
        dynamic: false,
        absent,
    }
}

/// A string.
pub(super) const fn text(name: &'static str) -> Param {
    param(name, Kind::String, Absent::Null)
}

/// A number.
pub(super) const fn number(name: &'static str) -> Param {
    param(name, Kind::Number, Absent::Null)
}

/// A value of any type.
pub(super) const fn any(name: &'static str) -> Param {
    param(name, Kind::Any, Absent::Null)
}

/// A list.
pub(super) const fn list(name: &'static str, element: &'static Kind) -> Param {
    param(name, Kind::List(element), Absent::EmptyList)
}

/// A set.
pub(super) const fn set(name: &'static str, element: &'static Kind) -> Param {
    param(name, Kind::Set(element), Absent::EmptyList)
}

/// A map.
pub(super) const fn map(name: &'static str, element: &'static Kind) -> Param {
    param(name, Kind::Map(element), Absent::EmptyObject)
}

impl Param {
    /// Null reaches the function.
    pub(super) const fn null(mut self) -> Self {
        self.null = true;
        self
    }

    /// Unknowns reach the function.
    pub(super) const fn unknown(mut self) -> Self {
        self.unknown = true;
        self
    }

    /// Nulls and unknowns, of those that it takes, reach the function, which Terraform does not ask then.
    pub(super) const fn finer(self) -> Self {
        Param { finer: true, ..self.unknown() }
    }

    /// Marks reach the function.
    pub(super) const fn marked(mut self) -> Self {
        self.marked = true;
        self
    }

    /// Marks reach the function, and Terraform loses them where an argument is not known: it leaves them to a function that
    /// is not asked then.
    pub(super) const fn forgets(self) -> Self {
        Param { forgets: true, ..self.marked() }
    }

    /// Values of unknown type reach the function.
    pub(super) const fn dynamic(mut self) -> Self {
        self.dynamic = true;
        self
    }

    /// Absent is a list without elements.
    pub(super) const fn sequence(mut self) -> Self {
        self.absent = Absent::EmptyList;
        self
    }

    /// Absent is an object without attributes.
    pub(super) const fn fields(mut self) -> Self {
        self.absent = Absent::EmptyObject;
        self
    }
}

/// The arguments of a call, converted to the types of their parameters.
pub(super) struct Args<'a> {
    pub(super) name: &'static str,
    values: Vec<Value>,
    pub(super) host: &'a dyn Host,
    /// Whether no more is to be certain than Terraform says.
    pub(super) as_terraform: bool,
}

impl<'a> Args<'a> {
    pub(super) fn new(name: &'static str, values: Vec<Value>, host: &'a dyn Host, as_terraform: bool) -> Self {
        Args { name, values, host, as_terraform }
    }

    pub(super) fn all(&self) -> &[Value] {
        &self.values
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    pub(super) fn value(&self, at: usize) -> &Value {
        self.values.get(at).unwrap_or(&Value::NULL)
    }

    /// The string at `at`, whose parameter allows nothing else.
    pub(super) fn text(&self, at: usize) -> &str {
        match self.value(at).bare() {
            Value::String(text) => text,
            _ => "",
        }
    }

    /// The number at `at`, whose parameter allows nothing else.
    pub(super) fn number(&self, at: usize) -> Number {
        match self.value(at).bare() {
            Value::Number(number) => number.clone(),
            _ => Number::from(0),
        }
    }

    /// The whole number at `at`.
    pub(super) fn int(&self, at: usize) -> Result<i64, CallError> {
        self.number(at).to_i64().ok_or_else(|| {
            CallError::at(at, format!("value must be a whole number, between {} and {} inclusive", i64::MIN, i64::MAX))
        })
    }

    /// The elements of the list, set or tuple at `at`.
    pub(super) fn items(&self, at: usize) -> &[Value] {
        items(self.value(at))
    }

    /// The marks of the argument at `at`.
    pub(super) fn marks(&self, at: usize) -> Marks {
        self.value(at).marks()
    }

    /// The causes of everything unknown in the arguments.
    pub(super) fn causes(&self) -> Causes {
        let causes = self.values.iter().filter_map(Value::causes_deep);
        causes
            .reduce(|a, b| a.union(&b))
            .unwrap_or_else(|| Causes::one(CauseKind::Function, format!("{}()", self.name), None))
    }

    /// Unknown because of the arguments; certainly not null.
    pub(super) fn unknown(&self, ty: Type) -> Unknown {
        let unknown = Unknown::new(ty, self.causes());
        if unknown.ty == Type::Dynamic { unknown } else { unknown.not_null() }
    }

    /// A text of the user, unless it must not be shown.
    pub(super) fn quoted(&self, at: usize) -> String {
        match self.value(at).marks().sensitive {
            true => "(sensitive value)".into(),
            false => format!("{:?}", self.text(at)),
        }
    }
}

/// The elements of a list, set or tuple; none of anything else.
pub(super) fn items(value: &Value) -> &[Value] {
    match value.bare() {
        Value::List(list) | Value::Set(list) => &list.items,
        Value::Tuple(items) => items,
        _ => &[],
    }
}
