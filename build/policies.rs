//! Embeds `policies/`: the files of each policy, and what it is about by a look at its blocks' headers.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Writes the table of built-in policies to `out`. Each folder `<group>/<name>` is one.
pub fn embed(dir: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut table = String::from("/// Made from `policies/` by the build.\nstatic BUILTINS: &[Builtin] = &[\n");
    for group in folders(dir)? {
        for folder in folders(&group)? {
            policy(&group, &folder, &mut table)?;
        }
    }
    table.push_str("];\n");
    std::fs::write(out, table).map_err(|error| format!("{}: {error}", out.display()))
}

fn policy(group: &Path, folder: &Path, table: &mut String) -> Result<(), String> {
    let name = file_name(folder);
    let main = folder.join(format!("{name}.policy.hcl"));
    let sidecar = folder.join(format!("{name}.tom.hcl"));
    for file in [&main, &sidecar] {
        if !file.is_file() {
            return Err(format!("{} is missing: a policy's files carry the name of its folder", file.display()));
        }
    }
    let mut targets = targets(&read(&main)?, &["resource_policy", "module_policy", "provider_policy"]);
    targets.extend(self::targets(&read(&sidecar)?, &["when", "expect"]));
    targets.sort();
    targets.dedup();
    let tests = files(folder, ".policytest.hcl")?;
    let examples = match folder.join("examples") {
        examples if examples.is_dir() => files(&examples, ".tf")?,
        _ => Vec::new(),
    };
    let write = |text: &mut String| -> std::fmt::Result {
        writeln!(text, "    Builtin {{")?;
        writeln!(text, "        name: {name:?},")?;
        writeln!(text, "        group: {:?},", file_name(group))?;
        writeln!(text, "        policy: include_str!({:?}),", absolute(&main))?;
        writeln!(text, "        sidecar: include_str!({:?}),", absolute(&sidecar))?;
        for (field, files) in [("tests", &tests), ("examples", &examples)] {
            writeln!(text, "        {field}: &[")?;
            for file in files {
                writeln!(text, "            ({:?}, include_str!({:?})),", file_name(file), absolute(file))?;
            }
            writeln!(text, "        ],")?;
        }
        writeln!(text, "        targets: &{targets:?},")?;
        writeln!(text, "    }},")
    };
    write(table).map_err(|error| error.to_string())
}

/// Keyword and first label of every block whose header stands at the start of a line.
fn targets(text: &str, keywords: &[&str]) -> Vec<(String, String)> {
    text.lines()
        .filter_map(|line| {
            let (keyword, rest) = line.trim_start().split_once(' ')?;
            let label = rest.trim_start().strip_prefix('"')?.split('"').next()?;
            keywords.contains(&keyword).then(|| (keyword.to_owned(), label.to_owned()))
        })
        .collect()
}

fn folders(dir: &Path) -> Result<Vec<PathBuf>, String> {
    entries(dir, |path| path.is_dir())
}

fn files(dir: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    entries(dir, |path| path.is_file() && file_name(path).ends_with(ending))
}

fn entries(dir: &Path, keep: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", dir.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if keep(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// `include_str!` looks from the generated file, so it is given the whole path.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
