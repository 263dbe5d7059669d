//! `try` and `can`, which see expressions instead of values.

use std::sync::Arc;

use crate::source::Span;
use crate::syntax::{Call, Expr};
use crate::value::{CauseKind, Causes, Type, Unknown, Value};

use super::{Error, ErrorKind, Evaluator, Result};

impl Evaluator<'_> {
    /// The arguments of `try` and `can`, which are no values yet; a last one followed by `...` may be none.
    fn alternatives<'s>(&self, call: &Call<'s>) -> Result<Vec<Expr<'s>>> {
        let mut args: Vec<Expr<'s>> = call.args.iter().collect();
        if let (true, Some(last)) = (call.expand, args.last()) {
            let last = self.eval(*last)?;
            let empty = !last.is_unknown() && last.children().len() == 0;
            args.truncate(args.len() - usize::from(empty));
        }
        Ok(args)
    }

    pub(super) fn try_first(&self, call: &Call<'_>, span: Span) -> Result<Value> {
        let mut first_error = None;
        let mut arguments = self.alternatives(call)?.into_iter();
        while let Some(arg) = arguments.next() {
            let (result, doubt) = self.session.guarded(|| self.eval(arg));
            match result {
                Err(error) => match *error.kind {
                    // What this version does not know would have a value elsewhere.
                    ErrorKind::NoFunction(ref name, _) if !self.session.options.as_terraform => {
                        let causes = Causes::one(CauseKind::Function, format!("{name}()"), Some(error.span));
                        return Ok(Value::unknown(Type::Dynamic, causes));
                    }
                    ErrorKind::Limit(_) | ErrorKind::Cycle(_) => return Err(error),
                    _ => first_error = first_error.or(Some(error)),
                },
                Ok(Value::Absent) => {}
                Ok(value) if doubt || (self.session.options.as_terraform && !value.is_wholly_known()) => {
                    let Some(causes) = value.causes_deep() else { return Ok(value) };
                    let marks = match self.session.options.as_terraform {
                        true => value.marks(),
                        // Another one may be taken.
                        false => arguments.fold(value.marks_deep(), |marks, other| {
                            let (other, _) = self.session.guarded(|| self.eval(other));
                            other.map_or(marks, |other| marks.union(other.marks_deep()))
                        }),
                    };
                    return Ok(Value::unknown(Type::Dynamic, causes).with_marks(marks));
                }
                Ok(value) => return Ok(value),
            }
        }
        match first_error {
            None if call.args.is_empty() => Err(Error::other(span, "`try` needs at least one argument")),
            None => Ok(Value::Absent),
            Some(error) => Err(Error::new(
                error.span,
                ErrorKind::Call("try".into(), format!("no argument could be evaluated; the first: {error}")),
            )),
        }
    }

    pub(super) fn can(&self, call: &Call<'_>, span: Span) -> Result<Value> {
        let [arg] = self.alternatives(call)?[..] else {
            return Err(Error::other(span, "`can` needs exactly one argument"));
        };
        let (result, doubt) = self.session.guarded(|| self.eval(arg));
        let unknown = |causes: Causes| Ok(Value::Unknown(Arc::new(Unknown::new(Type::Bool, causes).not_null())));
        match result {
            Err(error) => match *error.kind {
                ErrorKind::NoFunction(ref name, _) if !self.session.options.as_terraform => {
                    unknown(Causes::one(CauseKind::Function, format!("{name}()"), Some(error.span)))
                }
                ErrorKind::Limit(_) | ErrorKind::Cycle(_) => Err(error),
                _ => Ok(Value::Bool(false)),
            },
            Ok(Value::Absent) => Ok(Value::Bool(false)),
            Ok(value) => match value.causes_deep() {
                Some(causes) if doubt || self.session.options.as_terraform && !only_time(&causes) => unknown(causes),
                _ => Ok(Value::Bool(true)),
            },
        }
    }
}

/// Whether only the time of the plan is open, which every plan knows.
fn only_time(causes: &Causes) -> bool {
    causes.iter().all(|cause| cause.kind == CauseKind::Time && cause.address == "plantimestamp()")
}
