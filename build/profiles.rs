//! `profiles/<name>/*.tom.hcl` → one static table: a folder more is a profile more.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the table of all profiles to `out`, sorted by name.
pub fn embed(root: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut code = String::from("&[\n");
    for folder in entries(root)?.into_iter().filter(|path| path.is_dir()) {
        let _ = write!(code, "({:?}, &[", name(&folder)?);
        for file in entries(&folder)? {
            let path = file.canonicalize().map_err(|error| format!("{}: {error}", file.display()))?;
            if name(&file)?.ends_with(".tom.hcl") {
                let _ = write!(code, "({:?}, include_str!({path:?})), ", name(&file)?);
            }
        }
        code += "]),\n";
    }
    code += "]\n";
    fs::write(out, code).map_err(|error| format!("{}: {error}", out.display()))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let read = || fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    let mut entries = read().map_err(|error| format!("{}: {error}", folder.display()))?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> Result<&str, String> {
    let name = path.file_name().and_then(|name| name.to_str());
    name.ok_or_else(|| format!("{}: its name is not UTF-8", path.display()))
}
