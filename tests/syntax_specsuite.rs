//! HCL's own test suite (`specsuite` of hashicorp/hcl), where a checkout of it is named by `HCL_SPECSUITE`.
//!
//! Its files are not here, for they have another licence. What needs a schema is left out.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use tomcheck::lang::functions::NoFiles;
use tomcheck::lang::{Error, ErrorKind, Evaluator, Options, Reference, Result, Scope, Session};
use tomcheck::source::SourceMap;
use tomcheck::syntax::{Body, Syntax, Tree, parse};
use tomcheck::value::{Fields, Value, show};

/// Tests whose errors are those of a schema.
const NEED_A_SCHEMA: &[&str] = &["structure/attributes/unexpected"];

#[test]
#[allow(clippy::disallowed_methods, reason = "where the suite is can only be told by whoever runs this")]
fn passes_the_suite_of_hcl() {
    let Ok(suite) = std::env::var("HCL_SPECSUITE") else {
        return println!("skipped: `HCL_SPECSUITE` does not name the directory `specsuite/tests` of hashicorp/hcl");
    };
    let mut tests = Vec::new();
    collect(Path::new(&suite), &mut tests);
    tests.sort();
    let (mut table, mut failed) = (String::new(), 0);
    for test in &tests {
        let name = test.strip_prefix(&suite).unwrap().with_extension("");
        let verdict = match NEED_A_SCHEMA.iter().any(|skipped| Path::new(skipped) == name) {
            true => "needs a schema".to_owned(),
            false => run(test).map_or_else(|why| format!("FAILS: {why}"), |()| "passes".to_owned()),
        };
        failed += usize::from(verdict.starts_with("FAILS"));
        writeln!(table, "{:40} {verdict}", name.display()).unwrap();
    }
    println!("{table}");
    assert!(failed == 0 && !tests.is_empty(), "{failed} of {} fail\n{table}", tests.len());
}

fn collect(directory: &Path, tests: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        match path.extension() {
            _ if path.is_dir() => collect(&path, tests),
            Some(extension) if extension == "t" => tests.push(path),
            _ => {}
        }
    }
}

/// A file beside a test.
fn read(test: &Path, extension: &str) -> Option<Tree> {
    let bytes = std::fs::read(test.with_extension(extension)).ok()?;
    let syntax = if extension.ends_with("json") { Syntax::Json } else { Syntax::Native };
    Some(parse(SourceMap::default().add(test.with_extension(extension), bytes), syntax))
}

fn run(test: &Path) -> std::result::Result<(), String> {
    let (expected, spec) = (read(test, "t").unwrap(), read(test, "hcldec").unwrap());
    assert!(expected.diagnostics().is_empty() && spec.diagnostics().is_empty(), "the suite's own files are read");
    let errors: Vec<_> = expected.body().blocks().filter(|block| block.ty().name == "diagnostics").collect();
    for tree in ["hcl", "hcl.json"].into_iter().filter_map(|extension| read(test, extension)) {
        if let Some(errors) = errors.first() {
            let wanted: Vec<_> = errors.body().blocks().map(|error| place(error.body())).collect();
            let starts = tree.diagnostics().iter().map(|diagnostic| {
                let byte = diagnostic.span().unwrap().start;
                let position = tree.file().position(byte);
                [position.line, position.column, byte]
            });
            let found: Vec<_> = starts.collect();
            if wanted != found {
                return Err(format!("errors at {wanted:?} (line, column, byte), found {found:?}"));
            }
            continue;
        }
        if let Some(error) = tree.diagnostics().first() {
            return Err(error.message.clone());
        }
        let spec_of = |ty: &str| spec.body().blocks().find(|block| block.ty().name == ty);
        let variables = spec_of("variables").map_or_else(Fields::new, |block| fields(block.body(), &Names::default()));
        let Some(wanted) = expected.body().attribute("result") else { continue };
        if spec_of("literal").is_some() {
            continue;
        }
        let found = fields(tree.body(), &Names(variables));
        // What is in the one block that is asked for, or the whole file.
        let found = match spec_of("block").is_some() {
            true => found.iter().next().map(|(_, block)| block.clone()).ok_or("there is no block")?,
            false => Value::object(found),
        };
        let session = Session::new(&NoFiles, Options::default());
        let wanted = Evaluator::new(&Names::default(), &session).eval(wanted.expr()).unwrap();
        if show(&wanted) != show(&found) {
            return Err(format!("expected {}, found {}", show(&wanted), show(&found)));
        }
    }
    Ok(())
}

/// Where an error is expected to start: line, column, byte.
fn place(error: Body) -> [u32; 3] {
    let from = error.blocks().find(|block| block.ty().name == "from").unwrap();
    let values = fields(from.body(), &Names::default());
    ["line", "column", "byte"].map(|name| show(values.get(name).unwrap()).parse().unwrap())
}

/// A body as an object: a block is an attribute of its type, or of its labels in each other.
fn fields(body: Body, names: &Names) -> Fields {
    let session = Session::new(&NoFiles, Options::default());
    let evaluator = Evaluator::new(names, &session);
    let mut fields = Fields::new();
    for attribute in body.attributes() {
        let value = evaluator.eval(attribute.expr()).unwrap_or_else(|error| Value::from(error.to_string().as_str()));
        fields.insert(attribute.name().name.into(), value);
    }
    for block in body.blocks() {
        let mut path = vec![block.ty().name.to_owned()];
        path.extend(block.labels().iter().map(|label| label.text.to_string()));
        insert(&mut fields, &path, Value::object(self::fields(block.body(), names)));
    }
    fields
}

fn insert(fields: &mut Fields, path: &[String], value: Value) {
    let [name, rest @ ..] = path else { return };
    if rest.is_empty() {
        fields.insert(name.as_str().into(), value);
        return;
    }
    let mut inner = match fields.get(name.as_str()) {
        Some(Value::Object(object)) => object.fields.clone(),
        _ => Fields::new(),
    };
    insert(&mut inner, rest, value);
    fields.insert(name.as_str().into(), Value::object(inner));
}

/// The variables of a test.
#[derive(Default)]
struct Names(Fields);

impl Scope for Names {
    fn resolve(&self, reference: Reference<'_, '_>, _: &Evaluator<'_>) -> Result<(Value, usize)> {
        let name = reference.root.name;
        let value = self.0.get(name).cloned().map(|value| (value, 0));
        value.ok_or_else(|| Error::new(reference.span, ErrorKind::Undeclared(format!("`{name}`"), None)))
    }
}
