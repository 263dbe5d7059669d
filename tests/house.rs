//! House rules: what ARCHITECTURE.md says of rooms, words and files, read off the sources.

use std::path::{Path, PathBuf};

/// Rooms from the lowest to the highest.
const ROOMS: [&str; 15] = [
    "source", "diag", "addrs", "value", "syntax", "lang", "schema", "config", "plan", "eval", "policy", "control",
    "fix", "report", "cli",
];

/// Rooms that others must not know although they stand below them.
const APART: [(&str, &str); 2] = [("policy", "config"), ("policy", "eval")];

fn sources() -> Vec<PathBuf> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(Path::new("src"), &mut found);
    found.sort();
    found
}

fn room(path: &Path) -> Option<&str> {
    path.strip_prefix("src").ok()?.iter().next()?.to_str().filter(|name| !name.ends_with(".rs"))
}

fn is_test(path: &Path) -> bool {
    path.iter().any(|part| part == "tests" || part == "tests.rs")
}

/// The part of a file before its unit tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

#[test]
fn imports_point_down() {
    let rank = |name: &str| ROOMS.iter().position(|room| *room == name);
    let mut wrong = Vec::new();
    for path in sources() {
        let (Some(own), text) = (room(&path), std::fs::read_to_string(&path).unwrap()) else { continue };
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for rest in line.split("crate::").skip(1) {
                let other: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let (Some(mine), Some(theirs)) = (rank(own), rank(&other)) else { continue };
                if theirs > mine || APART.contains(&(own, other.as_str())) {
                    wrong.push(format!("{}:{}: `{own}` uses `{other}`", path.display(), at + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_is_in_the_list() {
    let mut rooms: Vec<String> = std::fs::read_dir("src")
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    rooms.sort();
    let mut known: Vec<String> = ROOMS.iter().map(|room| (*room).to_owned()).collect();
    known.sort();
    assert_eq!(rooms, known);
}

/// Engine code names no resource type, provider, company or measure: those are data.
#[test]
fn the_engine_names_no_resource_type() {
    let words = ["aws_", "azurerm", "azuread", "auth0", "github_", "emerse", "cloudtrail"];
    let mut wrong = Vec::new();
    for path in sources().into_iter().filter(|path| !is_test(path)) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (at, line) in code(&text).lines().enumerate() {
            let line = line.trim_start();
            // Documentation may give examples; the default profile is the command line's choice.
            if line.starts_with("//") || path.ends_with("cli/args.rs") {
                continue;
            }
            if let Some(word) = words.iter().find(|word| line.to_lowercase().contains(**word)) {
                wrong.push(format!("{}:{}: names `{word}`", path.display(), at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|path| !std::fs::read_to_string(path).unwrap().starts_with("//!"))
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "without a `//!` header: {}", silent.join(", "));
}

#[test]
fn files_stay_readable() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|path| !is_test(path))
        .filter_map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let lines = code(&text).lines().count();
            (lines > 450).then(|| format!("{} has {lines} lines", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "split by concept: {}", long.join(", "));
}
