//! Unknown values: what is known about them nevertheless, why they are unknown, and what they stand for.

use std::fmt;
use std::sync::Arc;

use crate::addrs::{Path, Referent, Step};
use crate::source::Span;

use super::{Chars, Elements, Number, Str, Type, Value};

impl Value {
    /// The value without what is known of its unknowns beyond types and refinements: what they stand for, which values
    /// they may have.
    pub fn anonymous(self) -> Value {
        match &self {
            Value::Unknown(unknown) => {
                let mut plain = Unknown::new(unknown.ty.clone(), unknown.causes.clone());
                plain.refinement = Refinement { chars: None, filled: false, ..unknown.refinement.clone() };
                Value::Unknown(Arc::new(plain))
            }
            Value::Marked(marked) => marked.value.clone().anonymous().with_marks(self.marks()),
            _ if self.is_wholly_known() => self,
            _ => self.map_children(|_, child| child.clone().anonymous()),
        }
    }
}

/// A value that is not known.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// Its type; [`Type::Dynamic`] where even that is not known.
    pub ty: Type,
    /// What is certain about it.
    pub refinement: Refinement,
    /// A small set of values of which it is one, if that is known: never empty then.
    pub possible: Option<Arc<Vec<Possible>>>,
    /// Which inputs would decide it; never empty.
    pub causes: Causes,
    /// What it is, untouched: two unknowns with the same symbol are equal.
    pub symbol: Option<Arc<Symbol>>,
    /// Of a string: the value whose JSON text it is, where that value is known in part.
    pub encodes: Option<Value>,
    /// Of a string put together: its parts, where each is known or stands for something. Two with the same parts are
    /// equal: `"${aws_s3_bucket.a.arn}/*"`, written twice.
    pub parts: Option<Arc<Vec<TextPart>>>,
    /// Of a collection: what is known of its elements.
    pub elements: Option<Arc<Elements>>,
}

/// A part of a text that is not wholly known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPart {
    /// Text; never two of them in a row.
    Text(Str),
    /// What this stands for, as text.
    Symbol(Arc<Symbol>),
}

/// Facts about an unknown, after cty's refinements.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refinement {
    /// Certainly not null.
    pub not_null: bool,
    /// A string that begins so (empty: nothing known).
    pub prefix: Str,
    /// A string that is not empty.
    pub filled: bool,
    /// A string of no other characters than these.
    pub chars: Option<Chars>,
    /// Lower bound of a number.
    pub min: Option<Bound>,
    /// Upper bound of a number.
    pub max: Option<Bound>,
    /// Bounds of the length of a collection, inclusive.
    pub length: Option<(u64, Option<u64>)>,
}

/// A bound of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The number.
    pub value: Number,
    /// Whether it may be reached.
    pub inclusive: bool,
}

/// One of the values that an unknown may have.
#[derive(Clone, Debug)]
pub struct Possible {
    /// The value.
    pub value: Value,
    /// When it has it, in words such as "`var.prod` is true"; empty where nothing is known.
    pub condition: Str,
}

/// What an unknown stands for: an attribute of an object that has one value during a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol {
    /// The object.
    pub referent: Referent,
    /// The path into it, empty for the whole.
    pub path: Path,
}

/// As the user would write it.
impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.referent)?;
        self.path.iter().try_for_each(|step| write!(f, "{step}"))
    }
}

/// Why something is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CauseKind {
    /// An input variable has no value.
    Variable,
    /// A data source is read from the cloud.
    Data,
    /// Known only after apply.
    Computed,
    /// The source of a module is not available.
    Module,
    /// A function that is not supported, or whose result differs from run to run.
    Function,
    /// Of the environment: workspace, credentials, a provider's configuration.
    Environment,
    /// `count` or `for_each` is not known.
    Expansion,
    /// The wall clock.
    Time,
    /// Something there could not be read or is wrong: a syntax error, a failing expression.
    Error,
}

impl CauseKind {
    /// All kinds.
    pub const ALL: [CauseKind; 9] = {
        use CauseKind::*;
        [Variable, Data, Computed, Module, Function, Environment, Expansion, Time, Error]
    };

    /// Its name in outputs for programs.
    pub fn name(self) -> &'static str {
        match self {
            CauseKind::Variable => "variable",
            CauseKind::Data => "data",
            CauseKind::Computed => "computed",
            CauseKind::Module => "module",
            CauseKind::Function => "function",
            CauseKind::Environment => "environment",
            CauseKind::Expansion => "expansion",
            CauseKind::Time => "time",
            CauseKind::Error => "error",
        }
    }
}

/// One reason why a value is unknown: the input that would decide it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause {
    /// What kind of input.
    pub kind: CauseKind,
    /// Its address as the user would write it: `var.env`, `data.aws_ami.u`, `module.vpc`, `aws_s3_bucket.a.arn`.
    pub address: Str,
    /// Where it is declared or referred to.
    pub span: Option<Span>,
}

/// A set of causes, sorted; cheap to copy and to unite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Causes(Arc<Vec<Cause>>);

impl Causes {
    /// At most this many are kept: a report that names more helps nobody.
    pub const LIMIT: usize = 16;

    /// A single cause.
    pub fn one(kind: CauseKind, address: impl Into<Str>, span: Option<Span>) -> Self {
        Causes(Arc::new(vec![Cause { kind, address: address.into(), span }]))
    }

    /// Both sets; the first [`Causes::LIMIT`] in order.
    pub fn union(&self, other: &Causes) -> Causes {
        if Arc::ptr_eq(&self.0, &other.0) || other.0.iter().all(|cause| self.0.contains(cause)) {
            return self.clone();
        }
        let mut all: Vec<Cause> = self.0.iter().chain(other.0.iter()).cloned().collect();
        all.sort();
        all.dedup_by(|a, b| a.kind == b.kind && a.address == b.address);
        all.truncate(Self::LIMIT);
        Causes(Arc::new(all))
    }

    /// The causes, sorted by kind and address.
    pub fn iter(&self) -> std::slice::Iter<'_, Cause> {
        self.0.iter()
    }
}

impl Unknown {
    /// Unknown of a type, with nothing else known.
    pub fn new(ty: Type, causes: Causes) -> Self {
        Unknown {
            ty,
            refinement: Refinement::default(),
            possible: None,
            causes,
            symbol: None,
            encodes: None,
            parts: None,
            elements: None,
        }
    }

    /// The same, certainly not null.
    pub fn not_null(mut self) -> Self {
        self.refinement.not_null = true;
        self
    }

    /// The same, standing for `referent.path`.
    pub fn symbol(mut self, referent: Referent, path: Path) -> Self {
        self.symbol = Some(Arc::new(Symbol { referent, path }));
        self
    }

    /// Part of it, of this type: it stands for the same part of what the whole stands for.
    pub fn member(&self, ty: Type, step: Step) -> Value {
        let mut part = Unknown::new(ty, self.causes.clone());
        part.symbol = self.symbol.as_ref().map(|symbol| {
            let mut path = symbol.path.clone();
            path.push(step);
            Arc::new(Symbol { referent: symbol.referent.clone(), path })
        });
        Value::Unknown(Arc::new(part))
    }
}
