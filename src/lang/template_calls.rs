//! `templatefile` and `templatestring`: templates from elsewhere, with variables of their own.

use crate::addrs::Str;
use crate::source::{SourceMap, Span};
use crate::syntax::{self, Call, Expr, ExprKind, Syntax};
use crate::value::{Marks, Type, Unknown, Value, convert};

use super::functions;
use super::{Error, ErrorKind, Evaluator, Limit, Reference, Result, Scope};

/// Units of work of reading a template, beside one a byte.
const RENDER: u64 = 500;

impl Evaluator<'_> {
    pub(super) fn template_file(&self, args: &[Value], call: &Call<'_>, span: Span) -> Result<Value> {
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

    pub(super) fn template_string(&self, args: &[Value], call: &Call<'_>, span: Span) -> Result<Value> {
        let [template, vars] = args else {
            return Err(Error::other(span, "`templatestring` needs a template and an object of variables"));
        };
        // What stands in the call itself is a template already.
        let refers = |expr: &Expr<'_>| match expr.kind() {
            ExprKind::Variable(_) => true,
            ExprKind::Access(access) => matches!(access.base.kind(), ExprKind::Variable(_)),
            _ => false,
        };
        if let Some(first) = call.args.first()
            && (call.expand && call.args.len() == 1 || !refers(&first))
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
        let terraform = self.session.options.as_terraform;
        // Variables of which nothing is known make Terraform forget the rest.
        let open = args.iter().any(|arg| arg.is_unknown() && arg.ty() == Type::Dynamic);
        let own = |arg: &Value| if terraform { arg.marks() } else { arg.marks_deep() };
        let marks = args.iter().fold(Marks::default(), |marks, arg| marks.union(own(arg)));
        let marks = if open && terraform { Marks::default() } else { marks };
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
