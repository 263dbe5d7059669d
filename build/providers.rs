//! `providers/<name>/` → one static table: a folder more is a provider more.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the table of all providers to `out`, sorted by name.
pub fn embed(root: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut providers = Vec::new();
    for folder in entries(root)?.into_iter().filter(|path| path.is_dir()) {
        let (name, entry) = provider(&folder)?;
        providers.push((name, entry));
    }
    providers.sort();
    let mut code = String::from("&[\n");
    for (_, entry) in &providers {
        code += entry;
    }
    code += "]\n";
    fs::write(out, code).map_err(|error| format!("{}: {error}", out.display()))
}

/// The name of a folder's provider, and the `Provider` expression for it.
fn provider(folder: &Path) -> Result<(String, String), String> {
    let header = folder.join("provider.tsv");
    let mut source = String::new();
    let mut versions = String::new();
    for (at, line) in read(&header)?.lines().enumerate() {
        match line.split('\t').collect::<Vec<_>>()[..] {
            ["source", text] if text.contains('/') => source = text.to_owned(),
            ["version", tag, number, made, complete, ref remark @ ..] if tag.len() == 1 && remark.len() < 2 => {
                let made = match made {
                    "exact" => "Exact",
                    "synthesised" => "Synthesised",
                    "from its reference" => "FromReference",
                    "by hand" => "ByHand",
                    _ => return Err(format!("{}:{}: unknown way `{made}`", header.display(), at + 1)),
                };
                let (partial, remark) = (complete == "partial", remark.first().unwrap_or(&""));
                let _ = write!(
                    versions,
                    "KnownVersion {{ tag: b'{tag}', number: {number:?}, made: Made::{made}, \
                     partial: {partial}, remark: {remark:?} }}, "
                );
            }
            _ => return Err(format!("{}:{}: neither a source nor a version", header.display(), at + 1)),
        }
    }
    let Some((_, name)) = source.rsplit_once('/') else {
        return Err(format!("{}: it names no source", header.display()));
    };
    if versions.is_empty() {
        return Err(format!("{}: it names no version", header.display()));
    }
    let schema = folder.join("schema.txt");
    check_sorted(&schema)?;
    let entry = format!(
        "Provider {{ name: {name:?}, source: {source:?}, versions: &[{versions}], schema: include_str!({:?}) }},\n",
        absolute(&schema)?,
    );
    Ok((name.to_owned(), entry))
}

/// Bisection finds a line only in a file that is sorted by bytes and ends with a line feed.
fn check_sorted(path: &Path) -> Result<(), String> {
    let text = read(path)?;
    if text.contains('\r') || !text.ends_with('\n') {
        return Err(format!("{}: lines end with a line feed, the last one too", path.display()));
    }
    let mut lines = text.lines().zip(text.lines().skip(1)).enumerate();
    match lines.find(|(_, (one, next))| one >= next) {
        Some((at, _)) => Err(format!("{}:{}: the lines are not sorted by bytes", path.display(), at + 2)),
        None => Ok(()),
    }
}

/// What a folder holds, sorted.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let found = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = found.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// `include_str!` reads relative to the generated file, which is elsewhere.
fn absolute(path: &Path) -> Result<PathBuf, String> {
    path.canonicalize().map_err(|error| format!("{}: {error}", path.display()))
}
