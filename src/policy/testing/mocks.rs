//! The values of mocks, which may refer to each other.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::addrs::Str;
use crate::lang::{Error, ErrorKind, Evaluator, Reference, Result, Scope, Session};
use crate::policy::library::Params;
use crate::source::Span;
use crate::syntax::{Call, Expr};
use crate::value::Value;

use super::decode::{Mock, MockKind, TestFile};

/// The names of a test file: its mocks, locals and inputs.
pub(super) struct Names<'n, 't> {
    pub file: &'n TestFile<'t>,
    pub inputs: &'n Params,
    /// What is evaluated, or being evaluated (`None`).
    known: RefCell<HashMap<String, Option<Value>>>,
}

impl<'n, 't> Names<'n, 't> {
    pub fn new(file: &'n TestFile<'t>, inputs: &'n Params) -> Self {
        Names { file, inputs, known: RefCell::default() }
    }

    /// The attributes of a mock.
    pub fn attrs(&self, mock: &Mock<'_>, session: &Session<'_>) -> Result<Option<Value>> {
        match mock.attrs {
            None => Ok(None),
            Some(expr) => {
                let name = format!("{:?} {}.{} at {}", mock.kind, mock.ty, mock.name, mock.span.start);
                self.once(name, mock.span, session, expr).map(Some)
            }
        }
    }

    /// The value of any other expression of the file.
    pub fn eval(&self, expr: Expr<'_>, session: &Session<'_>) -> Result<Value> {
        Evaluator::new(self, session).eval(expr)
    }

    fn once(&self, name: String, span: Span, session: &Session<'_>, expr: Expr<'_>) -> Result<Value> {
        match self.known.borrow().get(&name) {
            Some(Some(value)) => return Ok(value.clone()),
            Some(None) => return Err(Error::new(span, ErrorKind::Other("Circular reference detected".into()))),
            None => {}
        }
        self.known.borrow_mut().insert(name.clone(), None);
        let result = session.isolated(|| self.eval(expr, session));
        match &result {
            Ok(value) => self.known.borrow_mut().insert(name, Some(value.clone())),
            Err(_) => self.known.borrow_mut().remove(&name),
        };
        result
    }

    fn mock(&self, kind: MockKind, ty: &str, name: &str) -> Option<&'n Mock<'t>> {
        self.file.mocks.iter().find(|mock| mock.kind == kind && mock.ty == ty && mock.name == name)
    }
}

impl Scope for Names<'_, '_> {
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)> {
        let root = reference.root.name;
        let undeclared = || Error::new(reference.span, ErrorKind::Undeclared(format!("`{root}`"), None));
        let first = reference.name(0).ok_or_else(undeclared)?;
        match root {
            "local" => {
                let expr = self.file.locals.get(first.name).ok_or_else(undeclared)?;
                let value = self.once(format!("local.{}", first.name), reference.span, evaluator.session, *expr)?;
                Ok((value, 1))
            }
            "input" => Ok((self.inputs.get(first.name).cloned().ok_or_else(undeclared)?, 1)),
            _ => {
                let (kind, ty, name, taken) = match root {
                    "data" => (MockKind::Data, first.name, reference.name(1).ok_or_else(undeclared)?.name, 2),
                    "module" => {
                        let mock = self.file.mocks.iter().find(|m| m.kind == MockKind::Module && m.name == first.name);
                        let mock = mock.ok_or_else(undeclared)?;
                        return Ok((self.attrs(mock, evaluator.session)?.unwrap_or(Value::NULL), 1));
                    }
                    ty => (MockKind::Resource, ty, first.name, 1),
                };
                let mock = self.mock(kind, ty, name).ok_or_else(|| {
                    Error::new(reference.span, ErrorKind::Undeclared(format!("the mock `{ty}.{name}`"), None))
                })?;
                let attrs = self.attrs(mock, evaluator.session)?.unwrap_or(Value::NULL);
                let spelled_out = reference.name(taken).is_some_and(|ident| ident.name == "attrs");
                Ok((attrs, taken + usize::from(spelled_out)))
            }
        }
    }

    fn call(&self, call: &Call<'_>, span: Span, evaluator: &Evaluator<'_>) -> Option<Result<Value>> {
        let bare = call.name.name.strip_prefix("core::").unwrap_or(call.name.name);
        crate::policy::functions::exists(&format!("core::{bare}"))
            .then(|| crate::policy::functions::call(bare, call, span, evaluator))
    }
}

/// The text of a field of `meta`.
pub(super) fn field(meta: &Value, name: &str) -> Option<Value> {
    match meta.bare() {
        Value::Object(object) => object.fields.get(name).cloned(),
        _ => None,
    }
}

/// A name as text.
pub(super) fn text(value: &Value) -> Option<Str> {
    match value.bare() {
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}
