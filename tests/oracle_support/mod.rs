//! The root modules that the recorded expressions refer to, evaluated as `tomcheck eval` does.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json};
use tomcheck::config::{self, Inputs};
use tomcheck::eval::{Console, Files, Options};
use tomcheck::value::{Value, json, masks, show_line};
use tomcheck::{lang, source};

/// The directory with the recorded results.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle")
}

/// What an expression gives.
pub type Answer<'a> = &'a dyn Fn(&str) -> Result<Value, String>;

/// A root module with `context` as its only file, and `files/` beside it.
pub fn root_module(context: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    std::fs::copy(folder().join(context), dir.path().join("context.tf")).expect("the context is there");
    copy(&folder().join("files"), &dir.path().join("files"));
    dir
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("it can be made");
    for entry in std::fs::read_dir(from).into_iter().flatten().flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(path, to).expect("it can be copied");
        }
    }
}

/// Gives `run` what evaluates expressions in that root module, as Terraform 1.11 does.
pub fn with_module(context: &str, run: impl FnOnce(Answer<'_>)) {
    let dir = root_module(context);
    let real = dir.path().canonicalize().expect("the directory is there");
    let (files, _) = source::discover(&[dir.path().join(".")], &source::Options::default());
    let own = files.directories.into_iter().filter(|one| one.real == real).collect();
    let sources = config::parse(&source::Files { directories: own, ..files });
    let (config, problems) = config::load(&sources, &Inputs { workspace: Some("default".into()), ..Inputs::default() });
    assert!(problems.is_empty(), "{problems:?}");
    let host = Files::new(real, &sources, true);
    let lang = lang::Options { short_circuit: false, as_terraform: true };
    let console = Console::new(&config, &config.roots[0], &host, Options { lang, ..Options::default() });
    run(&|expr| console.answer(expr, sources.map()).map_err(|wrong| wrong.message));
}

/// How the answer to an expression differs from the recorded one, if it does.
pub fn judged(answer: Answer<'_>, expr: &str, case: &Json) -> Option<String> {
    match (answer(expr), case["ok"] == true) {
        (Ok(_), false) if case["not_storable"] == true => None,
        (Err(message), true) => Some(format!("fails: {message}; expected {} {}", case["type"], case["value"])),
        (Ok(value), false) => Some(format!("gives {}; expected {}", show_line(&value), case["detail"])),
        (Ok(value), true) => difference(&value, case),
        (Err(_), false) => None,
    }
}

fn difference(value: &Value, case: &Json) -> Option<String> {
    let ty = json::type_to_json(&value.ty());
    let expected = &case["type"];
    if ty != *expected {
        let value = show_line(&value.clone().unmark_deep().0);
        return Some(format!("type {ty}, value {value}; expected {expected} {}", case["value"]));
    }
    let known = masks::known(value);
    if !equal(&known, &case["value"]) {
        return Some(format!("value {known}; expected {}", case["value"]));
    }
    // Where what is unknown was recorded, what is sensitive may not have been.
    let both = [("sensitive", masks::sensitive(value)), ("unknown", masks::unknown(value))];
    let given = usize::from(case.get("unknown").is_some() && case.get("sensitive").is_none());
    both.into_iter().skip(given).find_map(|(what, mask)| {
        let (mask, expected) = (trimmed(&mask), trimmed(&case[what]));
        (mask != expected).then(|| format!("{what} {mask}; expected {expected}"))
    })
}

/// A mask without the parts that say nothing.
fn trimmed(mask: &Json) -> Json {
    match mask {
        Json::Object(fields) => {
            let fields = fields.iter().map(|(name, mask)| (name.clone(), trimmed(mask)));
            let fields: Map<String, Json> = fields.filter(|(_, mask)| *mask != Json::Bool(false)).collect();
            if fields.is_empty() { Json::Bool(false) } else { Json::Object(fields) }
        }
        Json::Array(items) => {
            let items: Vec<Json> = items.iter().map(trimmed).collect();
            if items.iter().all(|mask| *mask == Json::Bool(false)) { Json::Bool(false) } else { Json::Array(items) }
        }
        Json::Null => Json::Bool(false),
        other => other.clone(),
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
