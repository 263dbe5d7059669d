//! Function calls, and the functions that see expressions instead of values.

use std::sync::Arc;

use crate::addrs::Str;
use crate::source::{SourceMap, Span};
use crate::syntax::{self, Call, Expr, ExprKind, Syntax};
use crate::value::{CauseKind, Causes, Marks, Type, Unknown, Value, convert};

use super::functions;
use super::{Error, ErrorKind, Evaluator, Limit, Reference, Result, Scope};

/// Functions that see expressions, or more than values.
const SPECIAL: &[&str] = &["try", "can", "templatefile", "templatestring"];

/// Whether the language has a function of that name.
pub fn is_function(name: &str) -> bool {
    SPECIAL.contains(&name) || functions::exists(name)
}

/// Units of work of reading a template, beside one a byte.
const RENDER: u64 = 500;

/// The function of the language whose name is nearest to that of one that is none.
pub fn nearest_function(name: &str) -> Option<&'static str> {
    crate::diag::nearest(name, SPECIAL.iter().copied().chain(functions::names()))
}

/// An argument of `try` or `can`.
enum Alternative<'s> {
    /// Not evaluated yet.
    Expr(Expr<'s>),
    /// An element of what is followed by `...`.
    Value(Value),
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
    fn expanded(&self, last: Value, call: &Call<'_>, span: Span) -> Result<Result<Vec<Value>, Value>> {
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

    fn try_first(&self, call: &Call<'_>, span: Span) -> Result<Value> {
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
                        Some(causes) => Value::unknown(Type::Dynamic, causes).with_marks(value.marks()),
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

    fn can(&self, call: &Call<'_>, span: Span) -> Result<Value> {
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

    fn template_file(&self, args: &[Value], call: &Call<'_>, span: Span) -> Result<Value> {
        let [path, vars] = args else {
            return Err(Error::other(span, "`templatefile` needs a path and an object of variables"));
        };
        let at = call.args.first().map_or(span, |arg| arg.span());
        let path = &convert(path.clone(), &Type::String).unwrap_or(Value::NULL);
        if vars.is_null() {
            return Err(Error::other(span, "the variables of a template must not be null"));
        }
        let name = match path.bare() {
            Value::String(name) => name.clone(),
            Value::Unknown(_) => return Ok(self.unknown_text(args)),
            _ => return Err(Error::other(at, "the path of a template must be a string")),
        };
        let text = match functions::call("file", std::slice::from_ref(path), self.session.host, false) {
            Some(Ok(value)) => value,
            Some(Err(error)) => return Err(Error::new(at, ErrorKind::Call("templatefile".into(), error.message))),
            None => return Ok(self.unknown_text(args)),
        };
        match text.bare() {
            Value::String(text) => self.render(&name, text, vars, path.marks(), span),
            _ => Ok(text),
        }
    }

    fn template_string(&self, args: &[Value], call: &Call<'_>, span: Span) -> Result<Value> {
        let [template, vars] = args else {
            return Err(Error::other(span, "`templatestring` needs a template and an object of variables"));
        };
        // What stands in the call itself is a template already.
        if let Some(first) = call.args.first()
            && (call.expand && call.args.len() == 1
                || !matches!(first.kind(), ExprKind::Variable(_) | ExprKind::Access(_)))
        {
            let message = "the first argument of `templatestring` must be a reference to a string from elsewhere";
            return Err(Error::other(first.span(), message));
        }
        if vars.is_null() {
            return Err(Error::other(span, "the variables of a template must not be null"));
        }
        let marks = template.marks().union(vars.marks_deep());
        match template.bare() {
            Value::String(text) => self.render("template", text, vars, marks, span),
            Value::Unknown(_) => {
                let causes = self.unknown_text(args).causes_deep();
                let unknown = causes.map(|causes| Unknown::new(Type::String, causes).not_null().into());
                Ok(unknown.unwrap_or(Value::NULL).with_marks(vars.marks_deep()))
            }
            _ => Err(Error::other(span, "a template must be a string")),
        }
    }

    fn unknown_text(&self, args: &[Value]) -> Value {
        self.doubtful();
        let causes = args.iter().filter_map(Value::causes_deep).reduce(|a, b| a.union(&b));
        // Variables of which nothing is known make Terraform forget the rest.
        let open = args.iter().any(|arg| arg.is_unknown() && arg.ty() == Type::Dynamic);
        let marks = args.iter().fold(Marks::default(), |marks, arg| marks.union(arg.marks()));
        let marks = if open && self.session.options.as_terraform { Marks::default() } else { marks };
        causes.map_or(Value::NULL, |causes| Value::unknown(Type::Dynamic, causes)).with_marks(marks)
    }

    fn render(&self, name: &str, text: &Str, vars: &Value, marks: Marks, span: Span) -> Result<Value> {
        let failed = |message: String| Error::new(span, ErrorKind::Call("templatefile".into(), message));
        if vars.is_unknown() {
            return Ok(self.unknown_text(std::slice::from_ref(vars)));
        }
        if !matches!(vars.bare(), Value::Object(_) | Value::Map(_)) {
            return Err(failed("the variables of a template must be an object".into()));
        }
        self.session.spend(RENDER + text.len() as u64, span)?;
        let file = SourceMap::default().add(name.into(), text.as_bytes().to_vec());
        let tree = syntax::parse(file, Syntax::Template);
        if let Some(first) = tree.diagnostics().first() {
            let line = first.span().map_or(1, |at| tree.file().position(at.start).line);
            return Err(failed(format!("{name}:{line}: {}", first.message)));
        }
        let scope = Variables { vars, around: self.scope };
        let value = Evaluator { scope: &scope, frame: None, session: self.session }.eval(tree.expression()).map_err(
            |error| {
                let line = tree.file().position(error.span.start).line;
                let message = format!("{name}:{line}: {error}");
                match *error.kind {
                    // One template in another: the innermost place says enough.
                    ErrorKind::Limit(limit @ Limit::Call(..)) => Error::new(span, ErrorKind::Limit(limit)),
                    ErrorKind::Limit(_) => {
                        Error::new(span, ErrorKind::Limit(Limit::Call("templatefile".into(), message)))
                    }
                    _ => failed(message),
                }
            },
        )?;
        Ok(value.with_marks(marks))
    }
}

/// Whether only the time of the plan is open, which every plan knows.
fn only_time(causes: &Causes) -> bool {
    causes.iter().all(|cause| cause.kind == CauseKind::Time && cause.address == "plantimestamp()")
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

/// Functions that have a value for all arguments of their types.
const TOTAL: &[&str] = &[
    "abs",
    "alltrue",
    "anytrue",
    "base64encode",
    "ceil",
    "chomp",
    "compact",
    "concat",
    "contains",
    "distinct",
    "endswith",
    "flatten",
    "floor",
    "indent",
    "join",
    "jsonencode",
    "keys",
    "length",
    "lower",
    "max",
    "merge",
    "min",
    "reverse",
    "sensitive",
    "sha1",
    "sha256",
    "sha512",
    "md5",
    "signum",
    "sort",
    "split",
    "setintersection",
    "setsubtract",
    "setunion",
    "startswith",
    "strcontains",
    "strrev",
    "title",
    "tolist",
    "toset",
    "tostring",
    "trim",
    "trimprefix",
    "trimspace",
    "trimsuffix",
    "upper",
    "urlencode",
    "values",
    "yamlencode",
];

/// Whether a call that gave `result` could fail once what is unknown in its arguments is known.
fn may_fail(name: &str, args: &[Value], result: &Value) -> bool {
    if args.iter().all(Value::is_wholly_known) || result.is_wholly_known() {
        return false;
    }
    // The function was tried with every value that its arguments may have.
    if matches!(result.bare(), Value::Unknown(unknown) if unknown.possible.is_some()) {
        return false;
    }
    let untyped = |value: &Value| matches!(value.bare(), Value::Unknown(unknown) if unknown.ty == Type::Dynamic);
    let total = match (name, args) {
        // What is not there is the default.
        ("lookup", [_, _, _]) => true,
        ("replace", [_, Value::String(pattern), _]) => !pattern.starts_with('/'),
        _ => TOTAL.contains(&name),
    };
    !total || args.iter().any(untyped)
}

/// JSON text that is not known as a whole: it still says of what it is the text.
fn encoding(text: Value, args: &[Value]) -> Value {
    match (text.bare(), args) {
        (Value::Unknown(unknown), [value]) if !value.is_unknown() && super::text_json::is_small(value) => {
            let unknown = Unknown { encodes: Some(value.clone()), ..unknown.as_ref().clone() };
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

/// The scope of a template: only its variables.
struct Variables<'v> {
    vars: &'v Value,
    around: &'v dyn Scope,
}

impl Scope for Variables<'_> {
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)> {
        match evaluator.attribute(self.vars, reference.root.name, reference.root.span) {
            Ok(value) => Ok((value, 0)),
            Err(_) => {
                let what = format!("the template variable `{}`", reference.root.name);
                Err(Error::new(reference.root.span, ErrorKind::Undeclared(what, None)))
            }
        }
    }

    fn missing(&self, object: &crate::value::Object, name: &str) -> Option<Value> {
        self.around.missing(object, name)
    }

    fn identity(&self) -> &dyn crate::value::Identity {
        self.around.identity()
    }
}
