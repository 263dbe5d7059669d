//! `try` and `can`, which see expressions instead of values.

use crate::source::Span;
use crate::syntax::{Call, Expr};
use crate::value::{CauseKind, Causes, Type, Unknown, Value};

use super::{Error, ErrorKind, Evaluator, Result};

/// An argument of `try` or `can`.
enum Alternative<'s> {
    /// Not evaluated yet.
    Expr(Expr<'s>),
    /// An element of what is followed by `...`.
    Value(Value),
}

impl Evaluator<'_> {
    /// The arguments of `try` and `can`, which are no values yet but for those of a last one followed by `...`; an unknown
    /// in their place, if it is not known how many there are.
    fn alternatives<'s>(&self, call: &Call<'s>, span: Span) -> Result<Result<Vec<Alternative<'s>>, Value>> {
        let mut args: Vec<Alternative<'s>> = call.args.iter().map(Alternative::Expr).collect();
        if call.expand
            && let Some(Alternative::Expr(last)) = args.pop()
        {
            match self.expanded(self.eval(last)?, call, span)? {
                Ok(more) => args.extend(more.into_iter().map(Alternative::Value)),
                Err(unknown) => return Ok(Err(unknown)),
            }
        }
        Ok(Ok(args))
    }

    /// The value of an argument of `try` or `can`, and whether an unknown could make it fail.
    fn attempt(&self, alternative: Alternative<'_>) -> (Result<Value>, bool) {
        match alternative {
            Alternative::Expr(expr) => self.session.guarded(|| self.eval(expr)),
            Alternative::Value(value) => (Ok(value), false),
        }
    }

    pub(super) fn try_first(&self, call: &Call<'_>, span: Span) -> Result<Value> {
        let alternatives = match self.alternatives(call, span)? {
            Ok(alternatives) => alternatives,
            Err(unknown) => return Ok(unknown),
        };
        if alternatives.is_empty() {
            return Err(Error::other(span, "`try` needs at least one argument"));
        }
        let mut first_error = None;
        for alternative in alternatives {
            let (result, doubt) = self.attempt(alternative);
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
                // What is not wholly known Terraform says nothing of, not even that it is sensitive.
                Ok(value) if self.session.options.as_terraform => {
                    return Ok(match value.causes_deep() {
                        Some(causes) if !only_time(&causes) => Value::unknown(Type::Dynamic, causes),
                        _ => value,
                    });
                }
                Ok(value) if doubt => {
                    return Ok(match value.causes_deep() {
                        Some(causes) => Value::unknown(Type::Dynamic, causes).with_marks(value.marks_deep()),
                        None => value,
                    });
                }
                Ok(value) => return Ok(value),
            }
        }
        match first_error {
            None => Ok(Value::Absent),
            Some(error) => Err(Error::new(
                error.span,
                ErrorKind::Call("try".into(), format!("no argument could be evaluated; the first: {error}")),
            )),
        }
    }

    pub(super) fn can(&self, call: &Call<'_>, span: Span) -> Result<Value> {
        let alternatives = match self.alternatives(call, span)? {
            Ok(alternatives) => alternatives,
            Err(unknown) => return Ok(unknown),
        };
        let Ok([alternative]) = <[_; 1]>::try_from(alternatives) else {
            return Err(Error::other(span, "`can` needs exactly one argument"));
        };
        let (result, doubt) = self.attempt(alternative);
        let unknown = |causes: Causes| {
            let unknown = Unknown::new(Type::Bool, causes);
            Ok(if self.session.options.as_terraform { unknown } else { unknown.not_null() }.into())
        };
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
