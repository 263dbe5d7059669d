//! What names mean in a policy.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::OnceLock;

use crate::addrs::{InstanceKey, Path, Step, Str};
use crate::lang::{Error, ErrorKind, Evaluator, Reference, Result, Scope, constraint};
use crate::plan::Instance;
use crate::schema::Registry;
use crate::source::Span;
use crate::syntax::{AccessStep, Call, ExprKind};
use crate::value::{CauseKind, Causes, Fields, Identity, Marks, Object, Type, Value};

use super::file::Block;
use super::library::Policies;
use super::matching::Matching;
use super::{facts, functions};

/// The world that policies see: resource instances by type, and whether there may be more.
pub(super) struct World<'w> {
    pub instances: &'w [Instance],
    pub by_type: HashMap<Str, Vec<usize>>,
    pub matching: Matching,
    pub gaps: &'w [crate::plan::Gap],
    /// Answers to `core::getdatasource` in a test: type and attributes.
    pub data: &'w [(Str, Value)],
}

/// The value of a local, with why `getresources` left something out on the way.
type Remembered = (Result<Value>, Option<Causes>);

/// Values that are the same for all subjects of a world: inputs and top-level locals, by file.
pub(super) struct Shared {
    inputs: Vec<Vec<OnceLock<Result<Value>>>>,
    locals: Vec<Vec<OnceLock<Remembered>>>,
}

impl Shared {
    pub fn new(policies: &Policies<'_>) -> Self {
        fn cells<T>(count: usize) -> Vec<OnceLock<T>> {
            (0..count).map(|_| OnceLock::new()).collect()
        }
        Shared {
            inputs: policies.files.iter().map(|file| cells(file.inputs.len())).collect(),
            locals: policies.files.iter().map(|file| cells(file.locals.len())).collect(),
        }
    }
}

/// What is noticed while one subject is judged.
#[derive(Default)]
pub(super) struct Notes {
    /// Why an answer of `getresources` is not complete.
    pub incomplete: RefCell<Option<Causes>>,
    /// Candidates that may or may not match, in the order in which they were met: the call and the candidate.
    pub maybes: RefCell<Vec<(Span, usize)>>,
    /// Which of them are taken as matches, by position; `None`: they are left out and the answer is marked.
    pub selection: Cell<Option<u32>>,
    /// What was read, if it is asked for.
    pub reads: RefCell<Option<Vec<Read>>>,
}

impl Notes {
    /// Notes why an answer of `getresources` is not complete.
    pub fn leave_out(&self, causes: &Causes) {
        let mut noted = self.incomplete.borrow_mut();
        *noted = Some(noted.take().map_or(causes.clone(), |before| before.union(causes)));
    }
}

/// Something that was read of the subject, or a candidate that was found.
#[derive(Clone, Debug)]
pub(super) struct Read {
    /// The candidate's position among the instances; none for the subject.
    pub candidate: Option<usize>,
    pub path: Path,
    pub value: Value,
}

/// What is judged.
pub(super) struct Judged {
    pub attrs: Value,
    pub prior: Value,
    pub meta: Fields,
}

/// The names of one policy block for one subject; without a block those of a file's own locals.
pub(super) struct Names<'j, 'p> {
    pub policies: &'j Policies<'p>,
    pub shared: &'j Shared,
    pub world: &'j World<'j>,
    pub file: usize,
    pub block: Option<&'j Block<'p>>,
    pub judged: Option<&'j Judged>,
    pub notes: &'j Notes,
    pub locals: RefCell<HashMap<&'p str, Value>>,
}

impl<'j, 'p> Names<'j, 'p> {
    fn local(&self, name: &str, span: Span, evaluator: &Evaluator<'_>) -> Result<Value> {
        if let Some(block) = self.block
            && let Some((name, expr)) = block.locals.get_key_value(name)
        {
            if let Some(value) = self.locals.borrow().get(name) {
                return Ok(value.clone());
            }
            let evaluator = Evaluator::new(self, evaluator.session);
            let value = evaluator.session.isolated(|| evaluator.eval(*expr))?;
            self.locals.borrow_mut().insert(name, value.clone());
            return Ok(value);
        }
        let (file, at) = self
            .find(|at| self.policies.files[at].locals.get_index_of(name))
            .ok_or_else(|| undeclared(&format!("local.{name}"), span))?;
        let (value, incomplete) = self.shared.locals[file][at].get_or_init(|| {
            let before = self.notes.incomplete.take();
            let names = Names { file, block: None, judged: None, locals: RefCell::default(), ..*self };
            let evaluator = Evaluator::new(&names, evaluator.session);
            let value = evaluator.session.isolated(|| evaluator.eval(self.policies.files[file].locals[at]));
            (value, self.notes.incomplete.replace(before))
        });
        if let Some(causes) = incomplete {
            self.notes.leave_out(causes);
        }
        value.clone()
    }

    fn input(&self, name: &str, span: Span, evaluator: &Evaluator<'_>) -> Result<Value> {
        let (file, at) = self
            .find(|at| self.policies.files[at].inputs.get_index_of(name))
            .ok_or_else(|| undeclared(&format!("input.{name}"), span))?;
        self.shared.inputs[file][at].get_or_init(|| self.input_value(file, at, name, evaluator)).clone()
    }

    fn input_value(&self, file: usize, at: usize, name: &str, evaluator: &Evaluator<'_>) -> Result<Value> {
        let input = &self.policies.files[file].inputs[at];
        let bound = self.policies.bindings[file].get(name).and_then(|param| self.policies.params.get(param));
        let given = self.policies.inputs.get(name).or(bound).cloned();
        let value = match (given, input.default) {
            (Some(value), _) => value,
            (None, Some(default)) => {
                evaluator.session.isolated(|| Evaluator::new(&crate::lang::Nothing, evaluator.session).eval(default))?
            }
            (None, None) if input.nullable => Value::NULL,
            (None, None) => {
                return Err(Error::other(input.span, format!("the input `{name}` has no value and no default")));
            }
        };
        let constraint = match input.ty {
            Some(ty) => constraint(ty)?,
            None => return Ok(value),
        };
        let value = constraint
            .apply(value)
            .map_err(|error| Error::other(input.span, format!("the value of input `{name}` does not fit: {error}")))?;
        let marks = crate::value::Marks { sensitive: input.sensitive, ..Default::default() };
        Ok(value.with_marks(marks))
    }

    /// The own file first, then the others of its directory.
    fn find(&self, look: impl Fn(usize) -> Option<usize>) -> Option<(usize, usize)> {
        let dir = &self.policies.files[self.file].dir;
        let siblings = self.policies.siblings.get(dir).map(Vec::as_slice).unwrap_or_default();
        std::iter::once(self.file).chain(siblings.iter().copied()).find_map(|file| Some((file, look(file)?)))
    }

    /// Notes what is read of the subject.
    fn read(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) {
        let Some(judged) = self.judged.filter(|_| self.notes.reads.borrow().is_some()) else { return };
        let mut path = Path::new();
        let mut value = judged.attrs.clone();
        for step in reference.steps {
            let (next, taken) = match step {
                AccessStep::Attr(ident) => {
                    (evaluator.attribute(&value, ident.name, ident.span), Step::Attr(ident.name.into()))
                }
                AccessStep::Index(key, span) => match key.kind() {
                    ExprKind::Number(text) => match text.parse() {
                        Ok(index) => (
                            evaluator.index(&value, &Value::int(index as i64), *span),
                            Step::Index(InstanceKey::Int(index)),
                        ),
                        Err(_) => break,
                    },
                    ExprKind::String(text) => {
                        let step = Step::Attr(text.as_ref().into());
                        (evaluator.attribute(&value, &text, *span), step)
                    }
                    _ => match evaluator.eval(*key).map(|key| key.unmark().0) {
                        Ok(Value::String(text)) => {
                            (evaluator.attribute(&value, &text, *span), Step::Attr(text.clone()))
                        }
                        _ => break,
                    },
                },
                _ => break,
            };
            path.push(taken);
            match next {
                Ok(next) => value = next,
                Err(_) => {
                    value = Value::Absent;
                    break;
                }
            }
        }
        // Not before: a computed index may read something of its own.
        if let Some(reads) = self.notes.reads.borrow_mut().as_mut()
            && !reads.iter().any(|read| read.candidate.is_none() && read.path == path)
        {
            reads.push(Read { candidate: None, path, value });
        }
    }

    /// Runs what a policy calls sensitive: what it reads is not shown in reports, whatever the schema says of it.
    fn unshown<T>(&self, run: impl FnOnce() -> T) -> T {
        let before = self.notes.reads.borrow().as_ref().map_or(0, Vec::len);
        let result = run();
        let mut reads = self.notes.reads.borrow_mut();
        for read in reads.iter_mut().flatten().skip(before) {
            if !matches!(read.value.bare(), Value::Absent) {
                let marks = Marks { sensitive: true, ..Marks::default() };
                read.value = read.value.clone().with_marks(marks);
            }
        }
        result
    }

    fn meta(&self, reference: Reference<'_, '_>) -> Result<(Value, usize)> {
        let Some(judged) = self.judged else { return Err(undeclared("meta", reference.span)) };
        let Some(field) = reference.name(0) else { return Ok((Value::object(judged.meta.clone()), 0)) };
        match judged.meta.get(field.name) {
            Some(value) => Ok((value.clone(), 1)),
            None => Err(Error::new(field.span, ErrorKind::NoAttribute(field.name.into()))),
        }
    }
}

fn undeclared(name: &str, span: Span) -> Error {
    Error::new(span, ErrorKind::Undeclared(format!("`{name}`"), None))
}

impl Scope for Names<'_, '_> {
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)> {
        let name = reference.name(0).map(|ident| ident.name);
        match (reference.root.name, name) {
            ("attrs", _) => match self.judged {
                Some(judged) => {
                    self.read(reference, evaluator);
                    Ok((judged.attrs.clone(), 0))
                }
                None => Err(undeclared("attrs", reference.span)),
            },
            ("prior_attrs", _) => match self.judged {
                Some(judged) => Ok((judged.prior.clone(), 0)),
                None => Err(undeclared("prior_attrs", reference.span)),
            },
            ("meta", _) => self.meta(reference),
            ("local", Some(name)) => Ok((self.local(name, reference.span, evaluator)?, 1)),
            ("input", Some(name)) => Ok((self.input(name, reference.span, evaluator)?, 1)),
            (other, _) => Err(undeclared(other, reference.root.span)),
        }
    }

    fn call(&self, call: &Call<'_>, span: Span, evaluator: &Evaluator<'_>) -> Option<Result<Value>> {
        let name = call.name.name;
        if name.starts_with("plugin::") {
            let causes = Causes::one(CauseKind::Function, format!("{name}()"), Some(span));
            return Some(Ok(Value::unknown(Type::Dynamic, causes)));
        }
        let Some(bare) = name.strip_prefix("core::") else {
            let near = functions::nearest(name);
            return Some(Err(Error::new(
                call.name.span,
                ErrorKind::Call(
                    name.into(),
                    match near {
                        Some(near) => format!("there is no such function, did you mean `{near}`?"),
                        None => "there is no such function".into(),
                    },
                ),
            )));
        };
        Some(match bare {
            "getresources" => self.get_resources(call, span, evaluator),
            "getdatasource" if !self.world.data.is_empty() => self.get_data(call, span, evaluator),
            "sensitive" => self.unshown(|| functions::call(bare, call, span, evaluator)),
            _ => functions::call(bare, call, span, evaluator),
        })
    }

    fn missing(&self, object: &Object, name: &str) -> Option<Value> {
        facts::missing(object, name)
    }

    fn identity(&self) -> &dyn Identity {
        Registry::builtin()
    }
}
