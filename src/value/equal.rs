//! Equality: cty's, and the identity of what is not known.

use std::borrow::Cow;

use crate::addrs::{InstanceKey, ModuleInstance, Path, Referent, Step};

use super::{Bound, Causes, Object, Shape, Symbol, TextPart, Type, Unknown, Value};

/// An answer that may not be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tri {
    /// Certainly so.
    True,
    /// Certainly not.
    False,
    /// Depends on these inputs.
    Unknown(Causes),
}

impl From<bool> for Tri {
    fn from(value: bool) -> Self {
        if value { Tri::True } else { Tri::False }
    }
}

impl Tri {
    /// True if both are; false if one is, whatever the other.
    pub fn and(self, other: Tri) -> Tri {
        match (self, other) {
            (Tri::False, _) | (_, Tri::False) => Tri::False,
            (Tri::True, other) | (other, Tri::True) => other,
            (Tri::Unknown(a), Tri::Unknown(b)) => Tri::Unknown(a.union(&b)),
        }
    }

    /// True if one is, whatever the other; false if both are.
    pub fn or(self, other: Tri) -> Tri {
        self.negate().and(other.negate()).negate()
    }

    /// The opposite.
    pub fn negate(self) -> Tri {
        match self {
            Tri::True => Tri::False,
            Tri::False => Tri::True,
            unknown => unknown,
        }
    }

    /// As a value of the language: an unknown one is certainly not null.
    pub fn into_value(self) -> Value {
        match self {
            Tri::True => Value::Bool(true),
            Tri::False => Value::Bool(false),
            Tri::Unknown(causes) => Unknown::new(Type::Bool, causes).not_null().into(),
        }
    }
}

/// What providers say about the identity of unknown attributes; values know no provider.
pub trait Identity {
    /// Whether two symbols certainly have different values: the same identity attribute of two instances.
    fn distinct(&self, a: &Symbol, b: &Symbol) -> bool;

    /// What the symbol always equals, such as an argument of the same resource. Must not lead in circles;
    /// only a few steps are followed.
    fn canonical(&self, symbol: &Symbol) -> Option<Canonical>;

    /// Whether values of which some part is unknown may differ for what is known of them, beyond what cty says.
    fn refined(&self) -> bool {
        true
    }
}

/// What a symbol always equals.
#[derive(Clone, Debug)]
pub enum Canonical {
    /// This value.
    Value(Value),
    /// This other symbol.
    Symbol(Symbol),
}

/// Knows nothing about any provider.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoIdentity;

impl Identity for NoIdentity {
    fn distinct(&self, _: &Symbol, _: &Symbol) -> bool {
        false
    }

    fn canonical(&self, _: &Symbol) -> Option<Canonical> {
        None
    }
}

/// Leaves open what cty leaves open.
#[derive(Clone, Copy, Debug, Default)]
pub struct OnlyCty;

impl Identity for OnlyCty {
    fn distinct(&self, _: &Symbol, _: &Symbol) -> bool {
        false
    }

    fn canonical(&self, _: &Symbol) -> Option<Canonical> {
        None
    }

    fn refined(&self) -> bool {
        false
    }
}

impl Symbol {
    /// Whether it stands for one thing only, no key on the way being a wildcard.
    pub fn is_definite(&self) -> bool {
        let module = |module: &ModuleInstance| module.steps().iter().all(|step| step.key != InstanceKey::Any);
        let path = |path: &Path| path.iter().all(|step| *step != Step::Index(InstanceKey::Any));
        let referent = match &self.referent {
            Referent::Resource(instance) => instance.is_definite(),
            Referent::Variable(instance, _) | Referent::Output(instance, _) => module(instance),
            Referent::Environment(_) => true,
        };
        referent && path(&self.path)
    }
}

/// Whether two values are equal, as `==` decides: values of different types are not, nulls of any types are.
/// Absent counts as null, also where one object has a name that the other, a block or instance, has not.
///
/// Beyond cty, unknowns with the same symbol are equal, and what is certain about two unknowns may tell them
/// apart. Marks do not matter.
pub fn equal(a: &Value, b: &Value, identity: &dyn Identity) -> Tri {
    match (a.bare(), b.bare()) {
        (Value::Unknown(a), Value::Unknown(b)) if !identity.refined() => Tri::Unknown(a.causes.union(&b.causes)),
        (Value::Unknown(a), Value::Unknown(b)) => unknowns(a, b, identity),
        (Value::Unknown(unknown), known) | (known, Value::Unknown(unknown)) => includes(unknown, known, identity),
        (a, b) if a.is_null() || b.is_null() => Tri::from(a.is_null() && b.is_null()),
        (Value::Bool(a), Value::Bool(b)) => Tri::from(a == b),
        (Value::Number(a), Value::Number(b)) => Tri::from(a == b),
        (Value::String(a), Value::String(b)) => Tri::from(a == b),
        (a, b) => match same_type(a, b) {
            Some(false) => Tri::False,
            Some(true) => compounds(a, b, identity),
            None => {
                let causes = [a, b].into_iter().filter_map(Value::causes_deep).reduce(|a, b| a.union(&b));
                match (compounds(a, b, identity), causes) {
                    (answer, Some(causes)) if answer == Tri::True || !identity.refined() => Tri::Unknown(causes),
                    (answer, _) => answer,
                }
            }
        },
    }
}

/// The elements of two values of the same type.
fn compounds(a: &Value, b: &Value, identity: &dyn Identity) -> Tri {
    let all = |pairs: &mut dyn Iterator<Item = (&Value, &Value)>| {
        let mut answer = Tri::True;
        for (a, b) in pairs {
            answer = answer.and(equal(a, b, identity));
            if answer == Tri::False || !identity.refined() && answer != Tri::True {
                break;
            }
        }
        answer
    };
    match (a, b) {
        (Value::Tuple(a), Value::Tuple(b)) if a.len() == b.len() => all(&mut a.iter().zip(b.iter())),
        (Value::List(a), Value::List(b)) if a.items.len() == b.items.len() => {
            all(&mut a.items.iter().zip(b.items.iter()))
        }
        (Value::Set(x), Value::Set(y)) => match (a.causes_deep(), b.causes_deep()) {
            // What is known is in the same order in both.
            (None, None) if x.items.len() == y.items.len() => all(&mut x.items.iter().zip(y.items.iter())),
            (None, None) => Tri::False,
            (Some(a), Some(b)) => Tri::Unknown(a.union(&b)),
            (Some(causes), None) | (None, Some(causes)) => Tri::Unknown(causes),
        },
        (Value::Map(a), Value::Map(b)) => {
            let same = a.items.len() == b.items.len() && a.items.iter().zip(b.items.iter()).all(|(a, b)| a.0 == b.0);
            match same {
                true => all(&mut a.items.iter().map(|(_, value)| value).zip(b.items.iter().map(|(_, value)| value))),
                false => Tri::False,
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            let extra = b.fields.iter().filter(|(name, _)| a.fields.get(name).is_none());
            let pairs = a.fields.iter().map(|(name, value)| (value, b.fields.get(name).unwrap_or(&Value::Absent)));
            all(&mut pairs.chain(extra.map(|(_, value)| (&Value::Absent, value))))
        }
        _ => Tri::False,
    }
}

/// Whether two values have the same type; `None` if an unknown leaves it open.
fn same_type(a: &Value, b: &Value) -> Option<bool> {
    match (a.bare(), b.bare()) {
        (Value::Absent, _) | (_, Value::Absent) => Some(true),
        (Value::Unknown(unknown), other) | (other, Value::Unknown(unknown)) if !unknown.ty.is_concrete() => {
            if conforms(&other.ty(), &unknown.ty) { None } else { Some(false) }
        }
        (Value::Object(a), Value::Object(b)) => {
            let open = |object: &Object| !matches!(object.shape, Shape::Closed);
            let lacks = |a: &Object, b: &Object| a.written().any(|(name, _)| b.fields.get(name).is_none());
            if !open(b) && lacks(a, b) || !open(a) && lacks(b, a) {
                return Some(false);
            }
            every(a.fields.iter().filter_map(|(name, value)| Some(same_type(value, b.fields.get(name)?))))
        }
        (Value::Tuple(a), Value::Tuple(b)) => match a.len() == b.len() {
            true => every(a.iter().zip(b.iter()).map(|(a, b)| same_type(a, b))),
            false => Some(false),
        },
        (Value::List(a), Value::List(b)) | (Value::Set(a), Value::Set(b))
            if !a.items.is_empty()
                && a.items.len() == b.items.len()
                && !(a.element.is_concrete() && b.element.is_concrete()) =>
        {
            every(a.items.iter().zip(b.items.iter()).map(|(a, b)| same_type(a, b)))
        }
        (a, b) => {
            let ty = b.ty();
            let open = || !(has_certain_type(a) && has_certain_type(b)) && conforms(&a.ty(), &ty);
            if !a.has_type(&ty) && open() { None } else { Some(a.has_type(&ty)) }
        }
    }
}

fn every(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for answer in answers {
        match answer {
            Some(false) => return Some(false),
            None => all = None,
            Some(true) => {}
        }
    }
    all
}

/// Whether a value of the type `ty` could have the type `constraint`, which may contain `any`.
pub(crate) fn conforms(ty: &Type, constraint: &Type) -> bool {
    match (ty, constraint) {
        (Type::Dynamic, _) | (_, Type::Dynamic) => true,
        (Type::List(a), Type::List(b)) | (Type::Set(a), Type::Set(b)) | (Type::Map(a), Type::Map(b)) => conforms(a, b),
        (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| conforms(a, b)),
        (Type::Object(a), Type::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| a.0 == b.0 && conforms(&a.1, &b.1))
        }
        (a, b) => a == b,
    }
}

/// How many steps from symbol to symbol are followed.
const STEPS: usize = 8;

fn canonical(unknown: &Unknown, identity: &dyn Identity) -> Option<Canonical> {
    followed(unknown.symbol.as_deref()?, identity)
}

fn followed(symbol: &Symbol, identity: &dyn Identity) -> Option<Canonical> {
    let mut symbol = symbol.clone();
    for _ in 0..STEPS {
        if !symbol.is_definite() {
            return None;
        }
        match identity.canonical(&symbol) {
            Some(Canonical::Symbol(next)) => symbol = next,
            Some(value) => return Some(value),
            None => break,
        }
    }
    Some(Canonical::Symbol(symbol))
}

fn unknowns(a: &Unknown, b: &Unknown, identity: &dyn Identity) -> Tri {
    match (canonical(a, identity), canonical(b, identity)) {
        (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) if a == b => return Tri::True,
        (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) if identity.distinct(&a, &b) => return Tri::False,
        (Some(Canonical::Value(a)), Some(Canonical::Value(b))) if !a.is_unknown() && !b.is_unknown() => {
            return equal(&a, &b, &NoIdentity);
        }
        (Some(Canonical::Value(value)), _) if !value.is_unknown() => return includes(b, &value, identity),
        (_, Some(Canonical::Value(value))) if !value.is_unknown() => return includes(a, &value, identity),
        _ => {}
    }
    if (a.parts.is_some() || b.parts.is_some())
        && let (Some(a), Some(b)) = (parts(a), parts(b))
        && let Some(answer) = texts(&a, &b, identity)
    {
        return answer.into();
    }
    let causes = a.causes.union(&b.causes);
    if let (Some(possible), _) = (&a.possible, b) {
        let other = Value::Unknown(b.clone().into());
        return one_of(possible.iter().map(|a| equal(&a.value, &other, identity)), causes);
    }
    if let Some(possible) = &b.possible {
        return one_of(possible.iter().map(|b| includes(a, &b.value, identity)), causes);
    }
    // Two unknowns that may both be null may be equal whatever else is certain of them.
    let apart = (a.refinement.not_null || b.refinement.not_null)
        && (!conforms(&a.ty, &b.ty)
            || a.ty.is_concrete() && b.ty.is_concrete() && a.ty != b.ty
            || !prefixes_agree(&a.refinement.prefix, &b.refinement.prefix)
            || below(&a.refinement.max, &b.refinement.min)
            || below(&b.refinement.max, &a.refinement.min)
            || lengths_differ(a.refinement.length_bounds(), b.refinement.length_bounds()));
    if apart { Tri::False } else { Tri::Unknown(causes) }
}

/// Whether two texts are equal, as far as their parts tell: the same at both ends does not matter, and what is left
/// decides where it is nothing on both sides, text that differs, or things that have different values.
fn texts(mut a: &[TextPart], mut b: &[TextPart], identity: &dyn Identity) -> Option<bool> {
    while let ([x, rest @ ..], [y, others @ ..]) = (a, b)
        && same_part(x, y, identity)
    {
        (a, b) = (rest, others);
    }
    while let ([rest @ .., x], [others @ .., y]) = (a, b)
        && same_part(x, y, identity)
    {
        (a, b) = (rest, others);
    }
    match (a, b) {
        ([], []) => Some(true),
        // What something stands for may be empty, text is not.
        ([], rest) | (rest, []) => rest.iter().any(|part| matches!(part, TextPart::Text(_))).then_some(false),
        ([TextPart::Text(_)], [TextPart::Text(_)]) => Some(false),
        ([TextPart::Symbol(a)], [TextPart::Symbol(b)]) => match (followed(a, identity), followed(b, identity)) {
            (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) => identity.distinct(&a, &b).then_some(false),
            _ => None,
        },
        _ => None,
    }
}

fn same_part(a: &TextPart, b: &TextPart, identity: &dyn Identity) -> bool {
    match (a, b) {
        (TextPart::Text(a), TextPart::Text(b)) => a == b,
        (TextPart::Symbol(a), TextPart::Symbol(b)) => match (followed(a, identity), followed(b, identity)) {
            (Some(Canonical::Symbol(a)), Some(Canonical::Symbol(b))) => a == b,
            _ => false,
        },
        _ => false,
    }
}

/// The parts of a text; what stands for something alone is its only part.
fn parts(text: &Unknown) -> Option<Cow<'_, [TextPart]>> {
    match (&text.parts, &text.symbol) {
        (Some(parts), _) => Some(Cow::Borrowed(parts)),
        (None, Some(symbol)) if text.ty == Type::String => Some(Cow::Owned(vec![TextPart::Symbol(symbol.clone())])),
        _ => None,
    }
}

/// Whether an unknown is a known value.
fn includes(unknown: &Unknown, known: &Value, identity: &dyn Identity) -> Tri {
    if let Some(Canonical::Value(value)) = canonical(unknown, identity)
        && !value.is_unknown()
    {
        return equal(&value, known, &NoIdentity);
    }
    if let Some(possible) = &unknown.possible {
        let answers = possible.iter().map(|possible| equal(&possible.value, known, identity));
        return one_of(answers, unknown.causes.clone());
    }
    let open = || match known.causes_deep() {
        Some(causes) => Tri::Unknown(unknown.causes.union(&causes)),
        None => Tri::Unknown(unknown.causes.clone()),
    };
    if known.is_null() {
        return if unknown.refinement.not_null { Tri::False } else { open() };
    }
    let ty_differs = match unknown.ty.is_concrete() && (has_certain_type(known) || !identity.refined()) {
        true => !known.has_type(&unknown.ty),
        false => !conforms(&known.ty(), &unknown.ty),
    };
    let refinement = &unknown.refinement;
    let differs = ty_differs
        || match known {
            Value::String(text) => {
                let end = match unknown.parts.as_ref().and_then(|parts| parts.last()) {
                    Some(TextPart::Text(end)) => end.as_str(),
                    _ => "",
                };
                text.is_empty() && refinement.filled
                    || !text.starts_with(refinement.prefix.as_str())
                    || !text.ends_with(end)
                    || refinement.chars.is_some_and(|chars| !chars.allow(text))
            }
            // An infinity is the value of nothing.
            Value::Number(number) if !number.is_finite() => refinement.not_null,
            Value::Number(_) => {
                let (value, _) = known.number_range();
                below(&value, &refinement.min) || below(&refinement.max, &value)
            }
            Value::List(_) | Value::Set(_) | Value::Map(_) => {
                lengths_differ(known.length_range(), refinement.length_bounds())
            }
            _ => false,
        };
    if differs { Tri::False } else { open() }
}

/// Whether nothing unknown leaves the type of a value open.
fn has_certain_type(value: &Value) -> bool {
    match value.bare() {
        Value::Unknown(unknown) => unknown.ty.is_concrete(),
        Value::Absent => false,
        value => value.children().all(has_certain_type),
    }
}

/// What holds for all of the possible values; else unknown.
fn one_of(answers: impl Iterator<Item = Tri>, causes: Causes) -> Tri {
    let mut all: Option<Tri> = None;
    for answer in answers {
        match &all {
            None => all = Some(answer),
            Some(first) if *first == answer && !matches!(answer, Tri::Unknown(_)) => {}
            Some(_) => return Tri::Unknown(causes),
        }
    }
    match all {
        Some(Tri::Unknown(_)) | None => Tri::Unknown(causes),
        Some(answer) => answer,
    }
}

fn prefixes_agree(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// Whether all numbers up to `max` are below all from `min`.
fn below(max: &Option<Bound>, min: &Option<Bound>) -> bool {
    match (max, min) {
        (Some(max), Some(min)) => max.value < min.value || max.value == min.value && !(max.inclusive && min.inclusive),
        _ => false,
    }
}

fn lengths_differ(a: (u64, Option<u64>), b: (u64, Option<u64>)) -> bool {
    let below = |max: Option<u64>, min: u64| max.is_some_and(|max| max < min);
    below(a.1, b.0) || below(b.1, a.0)
}
