//! The functions of the language: those of Terraform 1.11 and the pure ones that OpenTofu adds.
//!
//! Each file holds one group as a table of [`Spec`]s: what a function takes is data, and the rules that hold for
//! all of them (nulls, unknowns, marks) are in [`call`]. `try`, `can`, `type`, `templatefile` and `templatestring`
//! see more than values and are not here. Behaviour is that of <https://developer.hashicorp.com/terraform/language/functions>.

mod charset;
mod collection;
mod conversion;
mod csv;
mod date;
mod elements;
mod encoding;
mod file;
mod float;
mod format;
mod format_number;
mod glob;
mod hash;
mod host;
mod map;
mod network;
mod numeric;
mod parameter;
mod possible;
mod provider;
mod regex;
mod rsa;
mod sequence;
mod set;
mod string;
mod timestamp;
mod yaml;
mod yaml_emit;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::value::{CauseKind, Causes, Marks, Type, Unknown, Value, convert};

use super::{ErrorKind, Limit};

pub use glob::Glob;
pub use host::{Host, HostError, NoFiles};
use parameter::{Args, Kind, Param, any, list, map, number, set, text};
pub(super) use regex::language;
pub(super) use string::certain_prefix;

/// What is wrong with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The values of its arguments.
    Argument,
    /// There are too few or too many arguments.
    Count,
    /// Only this program refuses it, as too much.
    Limit,
}

/// Why a call has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallError {
    /// Which argument is to blame, counted from 0; `None` if it is not one alone.
    pub argument: Option<usize>,
    /// What is wrong, as Terraform says it: lowercase, without a full stop.
    pub message: String,
    /// What kind of fault it is.
    pub fault: Fault,
}

impl CallError {
    fn new(message: impl Into<String>) -> Self {
        CallError { argument: None, message: message.into(), fault: Fault::Argument }
    }

    fn at(argument: usize, message: impl Into<String>) -> Self {
        CallError { argument: Some(argument), ..CallError::new(message) }
    }

    fn limit(message: impl Into<String>) -> Self {
        CallError { fault: Fault::Limit, ..CallError::new(message) }
    }

    /// What is wrong with the call of the function `name`.
    pub(super) fn kind(self, name: &str) -> ErrorKind {
        match self.fault {
            Fault::Argument => ErrorKind::Call(name.into(), self.message),
            Fault::Count => ErrorKind::Count(name.into(), self.message, usage(name)),
            Fault::Limit => ErrorKind::Limit(Limit::Call(name.into(), self.message)),
        }
    }
}

impl From<String> for CallError {
    fn from(message: String) -> Self {
        CallError::new(message)
    }
}

impl From<&str> for CallError {
    fn from(message: &str) -> Self {
        CallError::new(message)
    }
}

impl std::fmt::Display for CallError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for CallError {}

type Outcome = Result<Value, CallError>;

/// A function: what it takes and what it does.
struct Spec {
    name: &'static str,
    params: &'static [Param],
    /// Any number of further arguments.
    rest: Option<Param>,
    /// The type of a result that is not known.
    returns: Kind,
    /// Whether a result is never null.
    not_null: bool,
    /// Whether Terraform does not say so.
    unsaid: bool,
    run: fn(&Args<'_>) -> Outcome,
}

impl Spec {
    const fn new(name: &'static str, params: &'static [Param], returns: Kind, run: fn(&Args<'_>) -> Outcome) -> Self {
        Spec { name, params, rest: None, returns, not_null: true, unsaid: false, run }
    }

    const fn rest(mut self, param: Param) -> Self {
        self.rest = Some(param);
        self
    }

    const fn may_be_null(mut self) -> Self {
        self.not_null = false;
        self
    }

    const fn unsaid(mut self) -> Self {
        self.unsaid = true;
        self
    }

    /// Whether it only moves values about, without looking into them.
    fn is_structural(&self) -> bool {
        params_of(self).any(|param| param.kind == Kind::Any && param.marked && param.unknown)
    }

    fn param(&self, at: usize) -> Option<&Param> {
        self.params.get(at).or(self.rest.as_ref())
    }
}

const GROUPS: &[&[Spec]] = &[
    collection::FUNCTIONS,
    conversion::FUNCTIONS,
    date::FUNCTIONS,
    encoding::FUNCTIONS,
    file::FUNCTIONS,
    format::FUNCTIONS,
    hash::FUNCTIONS,
    map::FUNCTIONS,
    network::FUNCTIONS,
    numeric::FUNCTIONS,
    provider::FUNCTIONS,
    regex::FUNCTIONS,
    sequence::FUNCTIONS,
    set::FUNCTIONS,
    string::FUNCTIONS,
];

static BY_NAME: LazyLock<HashMap<&'static str, &'static Spec>> =
    LazyLock::new(|| GROUPS.iter().flat_map(|group| group.iter()).map(|spec| (spec.name, spec)).collect());

/// The names of all functions here.
pub fn names() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().flat_map(|group| group.iter()).map(|spec| spec.name)
}

/// Whether there is a function of this name here.
pub fn exists(name: &str) -> bool {
    BY_NAME.contains_key(name)
}

/// What the argument at `at` of the function `name` is called.
pub fn parameter(name: &str, at: usize) -> Option<&'static str> {
    BY_NAME.get(name)?.param(at).map(|param| param.name)
}

/// Calls the function `name`, without the namespace `core`, with these arguments; `None` if there is no such function.
///
/// An unknown argument makes the result unknown, with the causes of all arguments and what is certain of it
/// nevertheless; marks of the arguments go to the result. Where an argument is one of a few possible values, so
/// is the result, if nothing else is unknown. `as_terraform`: no more is certain than Terraform says.
pub fn call(name: &str, args: &[Value], host: &dyn Host, as_terraform: bool) -> Option<Outcome> {
    let spec = *BY_NAME.get(name)?;
    let one = |args: &[Value]| call_one(spec, args, host, as_terraform);
    let result = possible::each(args, !spec.is_structural(), one).unwrap_or_else(|| one(args));
    if as_terraform {
        return Some(result);
    }
    let marks = || args.iter().fold(Marks::default(), |marks, arg| marks.union(arg.marks_deep()));
    Some(match result {
        // What is marked in an argument may be what the result is.
        Ok(result) if result.is_unknown() && !UNMARKING.contains(&name) => {
            Ok(elements::refined(name, args, result).with_marks(marks()))
        }
        Ok(result) => Ok(elements::refined(name, args, result)),
        // What an argument of which the type is not known turns out to be may be right.
        Err(error) if error.fault == Fault::Argument => match args.iter().find_map(untyped) {
            Some(causes) => Ok(Value::unknown(spec.returns.ty(), causes).with_marks(marks())),
            None => Err(error),
        },
        Err(error) => Err(error),
    })
}

/// Why the type of a value is not known.
fn untyped(value: &Value) -> Option<Causes> {
    value.causes_deep().filter(|_| !value.ty().is_concrete())
}

/// Functions whose results do not have the marks of their arguments.
const UNMARKING: &[&str] = &["nonsensitive", "issensitive", "length", "ephemeralasnull"];

fn call_one(spec: &'static Spec, args: &[Value], host: &dyn Host, as_terraform: bool) -> Outcome {
    check_count(spec, args.len())?;
    let mut marks = Marks::default();
    let mut values = Vec::with_capacity(args.len());
    let (mut unknown, mut untyped) = (false, false);
    let params = || (0..).map_while(|at| spec.param(at));
    let converted = args.iter().zip(params()).enumerate().map(|(at, (arg, param))| {
        let value = param.absent.replace(arg);
        match param.kind {
            Kind::Any => Ok(value),
            kind if as_terraform && keeps_type(&value, &kind.ty()) => {
                Err(CallError::at(at, "its elements have the wrong type"))
            }
            kind => convert(value, &kind.ty()).map_err(|error| CallError::at(at, error.to_string())),
        }
    });
    // All are of their types before one is looked at.
    let converted = converted.collect::<Result<Vec<_>, _>>()?;
    let forgetting =
        as_terraform && converted.iter().any(Value::is_unknown) && params_of(spec).any(|param| param.forgets);
    for (at, (mut value, param)) in converted.into_iter().zip(params()).enumerate() {
        if !param.marked && value.contains_marks() {
            let (bare, own) = value.unmark_deep();
            marks = marks.union(own);
            value = bare;
        }
        // What comes behind an argument of unknown type is not looked at.
        if value.is_null() && (!param.null || as_terraform && param.finer) && !untyped {
            return Err(CallError::at(at, "argument must not be null"));
        }
        let dynamic = match value.bare() {
            Value::Unknown(unknown) => unknown.ty == Type::Dynamic,
            Value::Null(ty) => *ty == Type::Dynamic,
            _ => false,
        };
        untyped |= dynamic && (!param.dynamic || as_terraform && param.finer);
        unknown |= value.is_unknown() && (!param.unknown || as_terraform && param.finer);
        values.push(value);
    }
    let args = Args::new(spec.name, values, host, as_terraform);
    if untyped {
        return Ok(Value::unknown(Type::Dynamic, args.causes()).with_marks(marks));
    }
    let result = match unknown {
        true => {
            let mut result = Unknown::new(spec.returns.ty(), args.causes());
            result.refinement.not_null = spec.not_null && !(as_terraform && spec.unsaid) && result.ty != Type::Dynamic;
            result.settle()
        }
        false => (spec.run)(&args)?,
    };
    let result = match forgetting {
        true => {
            let mut unknown = Unknown::new(result.ty(), args.causes());
            unknown.refinement.not_null = spec.not_null && unknown.ty != Type::Dynamic;
            unknown.settle()
        }
        false => result,
    };
    Ok(result.with_marks(marks))
}

fn params_of(spec: &Spec) -> impl Iterator<Item = &Param> {
    spec.params.iter().chain(&spec.rest)
}

/// Whether Terraform makes no list of the elements wanted of a set: of how many there are it does not know, it makes an
/// unknown list of those that the set has.
fn keeps_type(value: &Value, want: &Type) -> bool {
    match (value.bare(), want) {
        (Value::Set(set), Type::List(element)) => {
            set.items.len() > 1
                && element.is_concrete()
                && **element != set.element
                && !set.items.iter().all(Value::is_wholly_known)
        }
        _ => false,
    }
}

fn check_count(spec: &Spec, given: usize) -> Result<(), CallError> {
    let wanted = spec.params.len();
    if given == wanted || given > wanted && spec.rest.is_some() {
        return Ok(());
    }
    let least = if spec.rest.is_some() { "at least " } else { "" };
    let plural = if wanted == 1 { "" } else { "s" };
    let verb = if given == 1 { "is" } else { "are" };
    let message = format!("takes {least}{wanted} argument{plural}, {given} {verb} given");
    Err(CallError { argument: (given > wanted).then_some(wanted), message, fault: Fault::Count })
}

/// How the function `name` is called: `replace(str, substr, replace)`; `...` stands behind what may be given more than once
/// or left out.
pub fn usage(name: &str) -> Option<String> {
    let spec = BY_NAME.get(name)?;
    let rest = spec.rest.iter().map(|param| format!("{}...", param.name));
    let params: Vec<String> = spec.params.iter().map(|param| param.name.to_owned()).chain(rest).collect();
    Some(format!("{name}({})", params.join(", ")))
}

/// A result that differs from run to run.
fn impure(args: &Args<'_>, kind: CauseKind, returns: Type) -> Unknown {
    Unknown::new(returns, Causes::one(kind, format!("{}()", args.name), None)).not_null()
}

#[cfg(test)]
mod tests;
