//! `core::getresources` and, in tests, `core::getdatasource`.

use crate::addrs::Str;
use crate::lang::{Error, Evaluator, Result};
use crate::plan::{Existence, Gap};
use crate::schema::Registry;
use crate::source::Span;
use crate::syntax::Call;
use crate::value::{CauseKind, Causes, Fields, Marks, Tri, Type, Value, convert, equal};

use super::evidence::MAX_READS;
use super::matching::has;
use super::names::{Names, Read};

/// Whether a candidate matches.
enum Match {
    Yes,
    No,
    Maybe(Causes),
}

impl Names<'_, '_> {
    pub(super) fn get_resources(&self, call: &Call<'_>, span: Span, evaluator: &Evaluator<'_>) -> Result<Value> {
        let args = match evaluator.arguments(call, span)? {
            Ok(args) => args,
            Err(unknown) => return Ok(unknown),
        };
        let (ty, filter) = match args.as_slice() {
            [ty] => (ty, None),
            [ty, filter] => (ty, Some(filter)),
            _ => return Err(Error::other(span, "`core::getresources` needs a type and a filter")),
        };
        let ty = match ty.bare() {
            Value::String(ty) => ty.clone(),
            Value::Unknown(unknown) => return Ok(Value::unknown(Type::Dynamic, unknown.causes.clone())),
            _ => return Err(Error::other(span, "the type of `core::getresources` must be a string")),
        };
        let filter = match filter.map(Value::bare) {
            None | Some(Value::Null(_) | Value::Absent) => Fields::new(),
            Some(Value::Object(object)) => object.fields.clone(),
            Some(Value::Map(map)) => map.items.clone(),
            Some(Value::Unknown(unknown)) => return Ok(Value::unknown(Type::Dynamic, unknown.causes.clone())),
            Some(_) => return Err(Error::other(span, "the filter of `core::getresources` must be an object")),
        };
        self.matches(&ty, &filter, span)
    }

    fn matches(&self, ty: &str, filter: &Fields, span: Span) -> Result<Value> {
        let mut found = Vec::new();
        let mut incomplete: Option<Causes> = None;
        let mut add = |causes: &Causes| {
            incomplete = Some(incomplete.take().map_or(causes.clone(), |before| before.union(causes)));
        };
        let all = self.world.by_type.get(ty).map(Vec::as_slice).unwrap_or_default();
        let left = self.world.matching.candidates(self.world.instances, ty, all, filter);
        for at in left.as_deref().unwrap_or(all) {
            let instance = &self.world.instances[*at];
            let mut answer = candidate(&instance.attrs, filter);
            if let (Match::Yes, Existence::Maybe(causes)) = (&answer, &instance.existence) {
                answer = Match::Maybe(causes.clone());
            }
            match answer {
                Match::No => continue,
                Match::Yes => {}
                Match::Maybe(causes) => match self.chosen(span, *at) {
                    Some(true) => {}
                    Some(false) => continue,
                    None => {
                        add(&causes);
                        continue;
                    }
                },
            }
            if let Some(reads) = self.notes.reads.borrow_mut().as_mut()
                && reads.iter().filter(|read| read.candidate.is_some()).take(MAX_READS).count() < MAX_READS
                && !reads.iter().any(|read| read.candidate == Some(*at))
            {
                reads.push(Read { candidate: Some(*at), path: Vec::new(), value: Value::NULL });
            }
            found.push(instance.attrs.clone());
        }
        for gap in self.world.gaps.iter().filter(|gap| concerns(gap, filter)) {
            add(&gap.causes);
        }
        let value = Value::tuple(found);
        let Some(causes) = incomplete else { return Ok(value) };
        self.notes.leave_out(&causes);
        Ok(value.with_marks(Marks { incomplete: true, ..Marks::default() }))
    }

    /// Whether a candidate that may match is taken in this round; `None` where no rounds are played.
    fn chosen(&self, span: Span, candidate: usize) -> Option<bool> {
        let mut maybes = self.notes.maybes.borrow_mut();
        let at = match maybes.iter().position(|known| *known == (span, candidate)) {
            Some(at) => at,
            None => {
                maybes.push((span, candidate));
                maybes.len() - 1
            }
        };
        self.notes.selection.get().filter(|_| at < 32).map(|selection| selection & (1 << at) != 0)
    }

    /// The mock of a data source whose attributes are what the call asks for.
    pub(super) fn get_data(&self, call: &Call<'_>, span: Span, evaluator: &Evaluator<'_>) -> Result<Value> {
        let args = match evaluator.arguments(call, span)? {
            Ok(args) => args,
            Err(unknown) => return Ok(unknown),
        };
        let [ty, config] = args.as_slice() else {
            return Err(Error::other(span, "`core::getdatasource` needs a type and a configuration"));
        };
        let (Value::String(ty), Value::Object(config)) = (ty.bare(), config.bare()) else {
            return Err(Error::other(span, "`core::getdatasource` needs a string and an object"));
        };
        let fits = |mock: &Value| match mock.bare() {
            Value::Object(mock) => config.fields.iter().all(|(name, wanted)| {
                mock.fields.get(name).is_none_or(|has| matches!(equal(has, wanted, Registry::builtin()), Tri::True))
            }),
            _ => false,
        };
        self.world
            .data
            .iter()
            .find(|(known, mock)| known == ty && fits(mock))
            .map(|(_, mock)| mock.clone())
            .ok_or_else(|| Error::other(span, format!("no data of type `{ty}` is configured for this request")))
    }
}

/// Whether the attributes of a candidate fit a filter: one definite mismatch excludes it, whatever else is unknown.
fn candidate(attrs: &Value, filter: &Fields) -> Match {
    let object = match attrs.bare() {
        Value::Object(object) => object,
        Value::Unknown(unknown) => return Match::Maybe(unknown.causes.clone()),
        _ => return Match::No,
    };
    let mut open: Option<Causes> = None;
    for (name, wanted) in filter.iter() {
        let has = has(object, name);
        // A filter may be an object where the argument is a map.
        let wanted = match (has.bare(), wanted.bare()) {
            (Value::Map(map), Value::Object(_)) => {
                convert(wanted.clone(), &Type::map(map.element.clone())).unwrap_or_else(|_| wanted.clone())
            }
            _ => wanted.clone(),
        };
        match equal(&has, &wanted, Registry::builtin()) {
            Tri::True => {}
            Tri::False => return Match::No,
            Tri::Unknown(causes) => open = Some(open.map_or(causes.clone(), |before| before.union(&causes))),
        }
    }
    open.map_or(Match::Yes, Match::Maybe)
}

/// Whether a part of the world that could not be read may hold something that fits a filter. A module that is not
/// available touches only what it is given: where the filter asks for one thing, it must be among the arguments.
fn concerns(gap: &Gap, filter: &Fields) -> bool {
    match &gap.given {
        None => true,
        Some(given) => {
            filter.is_empty()
                || filter.iter().any(|(_, wanted)| wanted.is_null() || given.iter().any(|value| touches(value, wanted)))
        }
    }
}

fn touches(given: &Value, wanted: &Value) -> bool {
    match (given.bare(), wanted.bare()) {
        (Value::List(list) | Value::Set(list), _) => list.items.iter().any(|item| touches(item, wanted)),
        (Value::Tuple(items), _) => items.iter().any(|item| touches(item, wanted)),
        (Value::Map(map), _) => map.items.iter().any(|(_, item)| touches(item, wanted)),
        (Value::Object(object), wanted_value) => {
            object.fields.iter().any(|(_, item)| touches(item, wanted))
                || matches!((&object.shape, wanted_value), (crate::value::Shape::Instance(address, _), Value::Unknown(unknown)) if names(&unknown.causes, &address.to_string()))
        }
        (Value::Unknown(given), Value::Unknown(wanted)) => {
            given.symbol.is_some() && given.symbol == wanted.symbol
                || given.causes.iter().any(|cause| {
                    cause.kind == CauseKind::Computed
                        && wanted.causes.iter().any(|other| same_object(&cause.address, &other.address))
                })
        }
        (given, wanted) => matches!(equal(given, wanted, Registry::builtin()), Tri::True),
    }
}

fn names(causes: &Causes, address: &str) -> bool {
    causes.iter().any(|cause| same_object(&cause.address, address))
}

/// Whether two addresses are of one object: `aws_kms_key.a.arn` and `aws_kms_key.a.id`.
fn same_object(a: &Str, b: &str) -> bool {
    let object =
        |address: &str| -> String { address.rsplit_once('.').map_or(address, |(object, _)| object).to_owned() };
    a.as_str() == b || object(a) == object(b) || object(a) == b || a.as_str() == object(b)
}
