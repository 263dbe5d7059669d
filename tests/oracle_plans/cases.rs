//! The recorded plans, and our own of the same configurations.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value as Json, json};

/// A configuration, what it is given, and what Terraform made of it.
pub struct Case {
    pub name: String,
    /// The root module.
    pub root: PathBuf,
    args: Vec<String>,
    env: Map<String, Json>,
    /// Files that are put into the root, in a copy of this folder around it.
    added: Option<(PathBuf, Map<String, Json>)>,
    /// What Terraform planned, or why it refused: in the form of a case of `plans`.
    pub expected: Json,
    /// Masks show only what is true, and attributes that are null are left out.
    pub terse: bool,
}

/// All cases that are at hand.
pub fn cases() -> Vec<Case> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all: Vec<Case> = Vec::new();
    for folder in [own.join("tests/plans"), own.join("../shared/oracle/plans")] {
        for path in entries(&folder).into_iter().filter(|path| path.is_dir()) {
            // A part of the second folder is copied in the first.
            if !all.iter().any(|case| case.name == name(&path)) {
                all.push(of_directory(&path));
            }
        }
    }
    all.extend(entries(&own.join("fixtures/plans/providers")).iter().map(|path| of_fixture(path)));
    all.extend(of_providers(&own.join("tests/plans_of_providers")));
    let corpus = own.join("../shared/corpus");
    for path in entries(&own.join("../shared/oracle/realplans")) {
        if path.extension().is_some_and(|extension| extension == "json") {
            all.push(of_file(&path, &corpus));
        }
    }
    assert!(!all.is_empty());
    all
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

fn read(path: &Path) -> Json {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

fn strings(json: &Json) -> Vec<String> {
    json.as_array().into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn object(json: &Json) -> Map<String, Json> {
    json.as_object().cloned().unwrap_or_default()
}

/// A case of `plans`.
fn of_directory(path: &Path) -> Case {
    let case = read(&path.join("case.json"));
    Case {
        name: name(path),
        root: path.to_owned(),
        args: strings(&case["args"]),
        env: object(&case["env"]),
        added: None,
        expected: read(&path.join("expected.json")),
        terse: false,
    }
}

/// A fixture: a configuration and its whole plan file.
fn of_fixture(path: &Path) -> Case {
    let mut expected = read(&path.join("plan.json"));
    for change in expected["resource_changes"].as_array_mut().unwrap() {
        let inner = object(&change["change"]);
        change.as_object_mut().unwrap().extend(inner);
    }
    Case {
        name: format!("fixture-{}", name(path)),
        root: path.to_owned(),
        args: Vec::new(),
        env: Map::new(),
        added: None,
        expected,
        terse: true,
    }
}

/// Cases with types of other providers: a folder each, and a table of those that are refused.
fn of_providers(folder: &Path) -> Vec<Case> {
    let case = |name: &str, root: PathBuf, added, expected| Case {
        name: name.to_owned(),
        root,
        args: Vec::new(),
        env: Map::new(),
        added,
        expected,
        terse: true,
    };
    let accepted = entries(folder).into_iter().filter(|path| path.is_dir());
    let accepted = accepted.map(|path| case(&name(&path), path.clone(), None, read(&path.join("expected.json"))));
    let table = fs::read_to_string(folder.join("refused.txt")).unwrap();
    let refused = table.split("\n### ").skip(1).map(|text| {
        let (head, text) = text.split_once('\n').unwrap();
        let (name, places) = head.split_once(": ").unwrap();
        let place = |place: &str| {
            let (file, line) = place.rsplit_once(':').unwrap();
            json!({ "file": file, "line": line.parse::<u64>().unwrap() })
        };
        let expected = json!({ "error": places.split(' ').map(place).collect::<Vec<_>>() });
        let mut files = Map::new();
        for (at, part) in text.split("#### ").enumerate() {
            let (path, text) = if at == 0 { ("main.tf", part) } else { part.split_once('\n').unwrap() };
            files.insert(path.to_owned(), text.into());
        }
        // A folder that is not there: all files are added.
        let root = folder.join(name);
        case(name, root.clone(), Some((root, files)), expected)
    });
    accepted.chain(refused).collect()
}

/// A case of `realplans`; with unread data sources, if there are any.
fn of_file(path: &Path, corpus: &Path) -> Case {
    let mut case = read(path);
    let root = case["root"].as_str().unwrap().to_owned();
    let directory = match root.strip_prefix("./") {
        Some(beside) => path.parent().unwrap().join(beside),
        None => corpus.join(&root),
    };
    let added = object(&case["added_files"]);
    let top = corpus.join(root.split('/').next().unwrap());
    let deferred = case["data_deferred"].take();
    let mut expected = case.clone();
    for change in expected["resource_changes"].as_array_mut().into_iter().flatten() {
        let Json::Object(mut inner) = change["change"].take() else { panic!("{path:?}") };
        let other = &deferred["resource_changes"][change["address"].as_str().unwrap()];
        inner.extend(object(other));
        change.as_object_mut().unwrap().extend(inner);
    }
    for (name, other) in object(&deferred["output_changes"]) {
        expected["output_changes"][&name].as_object_mut().unwrap().extend(object(&other));
    }
    if let Some(error) = deferred.get("error") {
        expected = json!({ "error": error });
    }
    Case {
        name: name(path),
        root: directory,
        args: strings(&case["args"]),
        env: object(&case["env"]),
        added: (!added.is_empty()).then_some((top, added)),
        expected,
        terse: true,
    }
}

impl Case {
    /// Calls `inside` with the root module, as the case has it.
    pub fn with_root<T>(&self, inside: impl FnOnce(&Path) -> T) -> T {
        let Some((top, added)) = &self.added else { return inside(&self.root) };
        let copy = tempfile::tempdir().unwrap();
        copy_tree(top, copy.path());
        let root = copy.path().join(self.root.strip_prefix(top).unwrap());
        for (path, text) in added {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text.as_str().unwrap()).unwrap();
        }
        inside(&root)
    }

    /// Exit code and output of our plan of it.
    pub fn plan(&self, root: &Path) -> (i32, Vec<u8>) {
        self.tomcheck(root, &["plan", ".", "--json", "--terraform-version", "1.11.4"], true)
    }

    /// Exit code and output of a command, in the root module and with what it is given.
    pub fn tomcheck(&self, root: &Path, args: &[&str], with_inputs: bool) -> (i32, Vec<u8>) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tomcheck"));
        command.args(args).current_dir(root).env_clear();
        if with_inputs {
            command.arg("--use-environment");
            // Terraform writes long options with one dash.
            let one = |arg: &String| if arg.starts_with('-') { format!("-{arg}") } else { arg.clone() };
            command.args(self.args.iter().map(one));
            command.envs(self.env.iter().map(|(name, value)| (name, value.as_str().unwrap())));
        }
        let output = command.output().unwrap();
        (output.status.code().unwrap_or(-1), output.stdout)
    }
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in entries(from) {
        let target = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy_tree(&path, &target),
            false => _ = fs::copy(&path, target).unwrap(),
        }
    }
}
