//! A root module around single expressions: the context that the recorded expressions refer to.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use serde_json::Value as Json;
use tomcheck::lang::functions::{Glob, Host, HostError};
use tomcheck::lang::{Error, ErrorKind};
use tomcheck::lang::{Evaluator, Frame, Options, Reference, Result, Scope, Session, constraint};
use tomcheck::source::SourceMap;
use tomcheck::syntax::{self, Expr, ExprKind, Syntax, Tree};
use tomcheck::value::{Fields, Marks, Value};

/// The directory with the recorded results.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle")
}

/// Reads the files beside the recorded results, and nothing else.
pub struct Files;

impl Files {
    fn path(path: &str) -> PathBuf {
        let mut whole = folder();
        for part in Path::new(path).components() {
            match part {
                Component::ParentDir => _ = whole.pop(),
                Component::Normal(part) => whole.push(part),
                _ => {}
            }
        }
        assert!(whole.starts_with(folder()), "{path} is outside");
        whole
    }
}

impl Host for Files {
    fn read(&self, path: &str) -> std::result::Result<Arc<[u8]>, HostError> {
        std::fs::read(Self::path(path)).map(Arc::from).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => HostError::NotFound,
            _ => HostError::failed(error.to_string()),
        })
    }

    fn exists(&self, path: &str) -> std::result::Result<bool, HostError> {
        match Self::path(path) {
            path if path.is_dir() => Err(HostError::failed("is a directory, not a file")),
            path => Ok(path.exists()),
        }
    }

    fn glob(&self, dir: &str, pattern: &str) -> std::result::Result<Vec<String>, HostError> {
        let glob = Glob::new(dir, pattern).map_err(HostError::failed)?;
        let root = Self::path(glob.root());
        let mut found = Vec::new();
        let mut pending = vec![root.clone()];
        while let Some(directory) = pending.pop() {
            for entry in std::fs::read_dir(directory).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    pending.push(path);
                } else if let Some(name) = path.strip_prefix(&root).ok().and_then(|path| glob.name(path.to_str()?)) {
                    found.push(name);
                }
            }
        }
        Ok(found)
    }
}

/// Variables, locals and whatever else expressions refer to.
pub struct Module {
    roots: Fields,
    /// Expressions of locals, evaluated where they are referred to.
    locals: Vec<(String, usize)>,
    tree: Tree,
    /// Answers references that are neither variables, locals nor paths.
    resources: Fields,
}

fn tree(text: &str, syntax: Syntax) -> Tree {
    syntax::parse(SourceMap::default().add("test.tf".into(), text.as_bytes().to_vec()), syntax)
}

impl Module {
    /// Reads the variables and locals of a file beside the recorded results. `resources` are the values of
    /// references to resources, by the first name.
    pub fn new(file: &str, resources: Fields) -> Module {
        let text = std::fs::read_to_string(folder().join(file)).expect("the context is there");
        let tree = tree(&text, Syntax::Native);
        assert!(tree.diagnostics().is_empty());
        let mut roots = Fields::new();
        let mut variables = Fields::new();
        let mut locals = Vec::new();
        let session = Session::new(&Files, Options::default());
        let evaluator = Evaluator::new(&tomcheck::lang::Nothing, &session);
        for block in tree.body().blocks() {
            let body = block.body();
            match block.ty().name {
                "variable" => {
                    let flag = |name| {
                        body.attribute(name).is_some_and(|flag| matches!(flag.expr().kind(), ExprKind::Bool(true)))
                    };
                    let default = body.attribute("default").expect("every variable has a default").expr();
                    let value = evaluator.eval(default).expect("defaults are literal");
                    let ty = constraint(body.attribute("type").expect("and a type").expr()).expect("a type");
                    let marks =
                        Marks { sensitive: flag("sensitive"), ephemeral: flag("ephemeral"), ..Marks::default() };
                    let value = ty.apply(value).expect("the default fits").with_marks(marks);
                    variables.insert(block.labels()[0].text.as_ref().into(), value);
                }
                "locals" => {
                    let all = body.attributes().enumerate().map(|(at, local)| (local.name().name.to_owned(), at));
                    locals.extend(all);
                }
                _ => {}
            }
        }
        roots.insert("var".into(), Value::object(variables));
        let paths = [("module", "."), ("root", "."), ("cwd", "/")];
        let paths = paths.into_iter().map(|(name, path)| (name.into(), Value::from(path)));
        roots.insert("path".into(), Value::object(paths.collect()));
        let workspace = [("workspace".into(), Value::from("default"))];
        roots.insert("terraform".into(), Value::object(workspace.into_iter().collect()));
        Module { roots, locals, tree, resources }
    }

    fn local(&self, name: &str) -> Option<Expr<'_>> {
        let (_, at) = self.locals.iter().find(|(own, _)| own == name)?;
        let block = self.tree.body().blocks().find(|block| block.ty().name == "locals")?;
        block.body().attributes().nth(*at).map(|local| local.expr())
    }

    /// The value of an expression, which may span lines; the message if there is none.
    pub fn evaluate(&self, expr: &str, options: Options) -> std::result::Result<Value, String> {
        // As the value of an attribute: there a line break ends it.
        let tree = tree(&format!("name = {expr}\n"), Syntax::Native);
        if let Some(first) = tree.diagnostics().first() {
            return Err(first.message.clone());
        }
        let attribute = tree.body().attribute("name").ok_or("no attribute")?;
        if tree.body().attributes().count() != 1 || tree.body().blocks().count() != 0 {
            return Err("more than one attribute".into());
        }
        let session = Session::new(&Files, options);
        Evaluator::new(self, &session).eval(attribute.expr()).map_err(|error| error.to_string())
    }
}

impl Scope for Module {
    fn resolve(&self, reference: Reference<'_, '_>, evaluator: &Evaluator<'_>) -> Result<(Value, usize)> {
        let undeclared = |what: String| Error::new(reference.span, ErrorKind::Undeclared(what, None));
        let name = reference.root.name;
        match reference.name(0) {
            Some(first) if name == "local" => {
                let expr = self.local(first.name).ok_or_else(|| undeclared(format!("local.{}", first.name)))?;
                let inner = Evaluator { scope: self, frame: None::<&Frame<'_>>, session: evaluator.session };
                Ok((evaluator.session.isolated(|| inner.eval(expr))?, 1))
            }
            Some(first) => {
                let root = self.roots.get(name).or_else(|| self.resources.get(name));
                let Some(Value::Object(object)) = root else { return Err(undeclared(format!("`{name}`"))) };
                let value = object.fields.get(first.name).cloned();
                value.map(|value| (value, 1)).ok_or_else(|| undeclared(format!("`{name}.{}`", first.name)))
            }
            None => Err(undeclared(format!("`{name}`"))),
        }
    }
}

/// The recorded cases of a file.
pub fn cases(file: &str) -> Vec<Json> {
    let text = std::fs::read_to_string(folder().join(file)).expect("the cases are there");
    text.lines().map(|line| serde_json::from_str(line).expect("a case")).collect()
}

/// Whether two JSON trees are equal, numbers being compared as 64-bit floats.
pub fn equal(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => {
            let number = |number: &serde_json::Number| number.to_string().parse::<f64>().unwrap_or(f64::NAN);
            let (a, b) = (number(a), number(b));
            a == b || (a - b).abs() <= 1e-15 * a.abs().max(b.abs())
        }
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| equal(a, b)))
        }
        _ => a == b,
    }
}
