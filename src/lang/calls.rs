//! Function calls.

use std::sync::Arc;

use crate::source::Span;
use crate::syntax::{Call, ExprKind};
use crate::value::{CauseKind, Causes, Type, Unknown, Value};

use super::doubt::may_fail;
use super::functions;
use super::{Error, ErrorKind, Evaluator, Result};

/// Functions that see expressions, or more than values.
const SPECIAL: &[&str] = &["try", "can", "templatefile", "templatestring"];

/// Whether the language has a function of that name.
pub fn is_function(name: &str) -> bool {
    SPECIAL.contains(&name) || functions::exists(name)
}

/// The function of the language whose name is nearest to that of one that is none.
pub fn nearest_function(name: &str) -> Option<&'static str> {
    crate::diag::nearest(name, SPECIAL.iter().copied().chain(functions::names()))
}

impl Evaluator<'_> {
    pub(super) fn call(&self, call: &Call<'_>, span: Span) -> Result<Value> {
        if let Some(answer) = self.scope.call(call, span, self) {
            return answer;
        }
        let name = call.name.name;
        match name.strip_prefix("core::") {
            Some(own) if !own.contains("::") => self.function(own, call, span),
            None if functions::exists(name) => self.function(name, call, span),
            _ if name.contains("::") && !name.starts_with("provider::") => {
                Err(Error::new(call.name.span, ErrorKind::NoFunction(name.into(), None)))
            }
            _ if name.contains("::") => {
                let causes = Causes::one(CauseKind::Function, format!("{name}()"), Some(call.name.span));
                self.doubtful();
                Ok(Value::unknown(Type::Dynamic, causes))
            }
            _ => self.function(name, call, span),
        }
    }

    /// Calls the function `name` of the language with the arguments of `call`.
    pub fn function(&self, name: &str, call: &Call<'_>, span: Span) -> Result<Value> {
        match name {
            "try" => return self.try_first(call, span),
            "can" => return self.can(call, span),
            "templatestring"
                if !call.expand
                    && call.args.len() == 2
                    && let (Some(template), Some(vars)) = (call.args.first(), call.args.last()) =>
            {
                let vars = self.eval(vars)?;
                // Terraform does not look at the template then.
                if let Value::Unknown(unknown) = vars.bare() {
                    let ty = if unknown.ty == Type::Dynamic { Type::Dynamic } else { Type::String };
                    self.doubtful();
                    return Ok(Value::unknown(ty, unknown.causes.clone()).with_marks(vars.marks()));
                }
                return self.apply(name, &[self.eval(template)?, vars], call, span);
            }
            _ => {}
        }
        match self.arguments(call, span)? {
            Ok(args) => self.apply(name, &args, call, span),
            Err(unknown) => Ok(unknown),
        }
    }

    /// The values of the arguments of a call; an unknown in their place, if it is not known how many there are, as where
    /// one of them could not be read.
    pub fn arguments(&self, call: &Call<'_>, span: Span) -> Result<Result<Vec<Value>, Value>> {
        let mut args = Vec::with_capacity(call.args.len());
        for arg in call.args.iter() {
            let value = self.eval(arg)?;
            if matches!(arg.kind(), ExprKind::Invalid) {
                return Ok(Err(value));
            }
            args.push(value);
        }
        if call.expand
            && let Some(last) = args.pop()
        {
            match self.expanded(last, call, span)? {
                Ok(more) => args.extend(more),
                Err(unknown) => return Ok(Err(unknown)),
            }
        }
        Ok(Ok(args))
    }

    /// Calls the function `name` of the language with these values; `call` says where they stand.
    pub fn apply(&self, name: &str, args: &[Value], call: &Call<'_>, span: Span) -> Result<Value> {
        match name {
            "templatefile" => return self.template_file(args, call, span),
            "templatestring" => return self.template_string(args, call, span),
            "jsondecode" => {
                if let [arg] = args
                    && let Value::Unknown(unknown) = arg.bare()
                    && let Some(value) = &unknown.encodes
                {
                    return Ok(value.clone().with_marks(arg.marks()));
                }
            }
            _ => {}
        }
        self.session.go_through(args, span)?;
        self.session.spend(of_expression(name, args), span)?;
        let result = functions::call(name, args, self.session.host, self.session.options.as_terraform);
        if let Some(Ok(value)) = &result {
            self.session.go_through([value], span)?;
            if may_fail(name, args, value) {
                self.doubtful();
            }
        }
        match result {
            None => {
                let near = nearest_function(name).map(str::to_owned);
                Err(Error::new(call.name.span, ErrorKind::NoFunction(name.into(), near)))
            }
            Some(Ok(value)) if name == "jsonencode" && !self.session.options.as_terraform => Ok(encoding(value, args)),
            Some(Ok(value)) if name == "replace" && !self.session.options.as_terraform => Ok(replacing(value, args)),
            Some(Ok(value)) => Ok(value),
            Some(Err(error)) => {
                let at = error.argument.and_then(|at| call.args.get(at)).map_or(span, |arg| arg.span());
                Err(Error::new(at, error.kind(name)))
            }
        }
    }

    /// The values of a last argument followed by `...`.
    pub(super) fn expanded(&self, last: Value, call: &Call<'_>, span: Span) -> Result<Result<Vec<Value>, Value>> {
        let marks = last.marks();
        let at = call.args.last().map_or(span, |arg| arg.span());
        match last.bare() {
            Value::List(list) | Value::Set(list) => {
                Ok(Ok(list.items.iter().map(|item| item.clone().with_marks(marks)).collect()))
            }
            Value::Tuple(items) => Ok(Ok(items.iter().map(|item| item.clone().with_marks(marks)).collect())),
            Value::Absent => Ok(Ok(Vec::new())),
            Value::Unknown(unknown)
                if matches!(unknown.ty, Type::Dynamic | Type::List(_) | Type::Set(_) | Type::Tuple(_)) =>
            {
                self.doubtful();
                let value = Value::unknown(Type::Dynamic, unknown.causes.clone());
                Ok(Err(if self.session.options.as_terraform { value } else { value.with_marks(marks) }))
            }
            _ => Err(Error::other(at, "what is followed by `...` must be a list, set or tuple")),
        }
    }
}

/// Units of work that a regular expression takes, beside those of its arguments: of an expression and of a byte.
fn of_expression(name: &str, args: &[Value]) -> u64 {
    let text = |at: usize| match args.get(at).map(Value::bare) {
        Some(Value::String(text)) => text.as_str(),
        _ => "",
    };
    match name {
        "regex" | "regexall" => 1_000 + 16 * text(1).len() as u64,
        "replace" if text(1).starts_with('/') => 1_000 + 16 * text(0).len() as u64,
        _ => 0,
    }
}

/// JSON text that is not known as a whole: it still says of what it is the text.
fn encoding(text: Value, args: &[Value]) -> Value {
    match (text.bare(), args) {
        (Value::Unknown(unknown), [value]) if !value.is_unknown() && super::text_json::is_small(value) => {
            let unknown = Unknown { encodes: Some(super::text_json::read(value)), ..unknown.as_ref().clone() };
            Value::Unknown(Arc::new(unknown)).with_marks(text.marks())
        }
        _ => text,
    }
}

/// JSON text in which something is replaced: it still says of what it is the text, if only strings in it change.
fn replacing(text: Value, args: &[Value]) -> Value {
    let (Value::Unknown(unknown), [before, Value::String(from), with]) = (text.bare(), args) else { return text };
    let value = match before.bare() {
        Value::Unknown(before) => before.encodes.clone(),
        Value::String(before) if before.starts_with(['{', '[']) => {
            serde_json::from_str(before).ok().map(|tree| crate::value::json::from_json(&tree))
        }
        _ => None,
    };
    match value.and_then(|value| super::text_json::replaced(&value, from, with)) {
        None => text,
        encodes => Value::Unknown(Arc::new(Unknown { encodes, ..unknown.as_ref().clone() })).with_marks(text.marks()),
    }
}
