//! `providers/<name>/` → one static table: a folder more is a provider more.

use std::collections::BTreeMap;
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
        "Provider {{ name: {name:?}, source: {source:?}, versions: &[{versions}], schema: include_str!({:?}), \
         facts: {}, expressions: &[{}] }},\n",
        absolute(&schema)?,
        facts(&folder.join("facts.tsv"))?,
        expressions(&folder.join("data"))?,
    );
    Ok((name.to_owned(), entry))
}

/// The `Facts` expression for a `facts.tsv`, which may be missing; `providers/aws/facts.tsv` describes its form.
fn facts(path: &Path) -> Result<String, String> {
    let (mut aliases, mut identities) = (BTreeMap::new(), BTreeMap::new());
    let (mut prefixes, mut renames) = (BTreeMap::new(), BTreeMap::new());
    let (mut chars, mut values_of) = (BTreeMap::new(), BTreeMap::new());
    let (mut replaces, mut imports, mut backends) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let text = if path.exists() { read(path)? } else { String::new() };
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let earlier = match line.split('\t').collect::<Vec<_>>()[..] {
            ["alias", ty, attribute, target, source] if !source.is_empty() => {
                let (target, unless) = match target.split_once(" unless ") {
                    Some((target, unless)) => (target, format!("Some({unless:?})")),
                    None => (target, "None".to_owned()),
                };
                let alias = format!("Alias {{ attribute: {target:?}, unless: {unless} }}");
                aliases.insert((ty.to_owned(), attribute.to_owned()), alias)
            }
            ["identity", ty, attribute, scope, source] if !source.is_empty() => {
                let scope = match scope {
                    "everywhere" => "Some(Scope::Everywhere)",
                    "provider" => "Some(Scope::Provider)",
                    "no" => "None",
                    _ => return Err(format!("{}:{}: unknown scope `{scope}`", path.display(), at + 1)),
                };
                identities.insert((ty.to_owned(), attribute.to_owned()), scope.to_owned())
            }
            ["prefix", ty, attribute, text, source] if !source.is_empty() => {
                prefixes.insert((ty.to_owned(), attribute.to_owned()), format!("{text:?}"))
            }
            ["chars", ty, attribute, class, source] if !source.is_empty() => {
                let (own, with) = class.split_once(" with ").unwrap_or((class, ""));
                let with: Vec<&str> = with.split_whitespace().collect();
                let class = format!("Class {{ own: {own:?}, with: &{with:?} }}");
                chars.insert((ty.to_owned(), attribute.to_owned()), class)
            }
            ["values", ty, attribute, values, source] if !source.is_empty() => {
                let all = values.split(' ').collect::<Vec<_>>();
                values_of.insert((ty.to_owned(), attribute.to_owned()), format!("&{all:?}"))
            }
            ["replace", ty, attribute, source] if !source.is_empty() => {
                replaces.insert((ty.to_owned(), attribute.to_owned()), "()".to_owned())
            }
            ["import", ty, attribute, source] if !source.is_empty() => {
                imports.insert((ty.to_owned(), String::new()), format!("{attribute:?}"))
            }
            ["backend", name, arguments, source] if !source.is_empty() => {
                let all = arguments.split(' ').collect::<Vec<_>>();
                backends.insert((name.to_owned(), String::new()), format!("&{all:?}"))
            }
            ["rename", ty, canonical, source] if !source.is_empty() => {
                renames.insert((ty.to_owned(), String::new()), format!("{canonical:?}"))
            }
            _ => return Err(format!("{}:{}: no fact, or one without a source", path.display(), at + 1)),
        };
        if earlier.is_some() {
            return Err(format!("{}:{}: the fact is there already", path.display(), at + 1));
        }
    }
    let pairs = |facts: BTreeMap<(String, String), String>| {
        facts.into_iter().fold(String::new(), |mut code, ((ty, attribute), fact)| {
            let _ = write!(code, "(({ty:?}, {attribute:?}), {fact}), ");
            code
        })
    };
    Ok(format!(
        "Facts {{ aliases: &[{}], identities: &[{}], prefixes: &[{}], renames: &[{}], chars: &[{}], \
         values: &[{}], replaces: &[{}], imports: &[{}], backends: &[{}] }}",
        pairs(aliases),
        pairs(identities),
        pairs(prefixes),
        pairs(renames),
        pairs(chars),
        pairs(values_of),
        pairs(replaces),
        pairs(imports),
        pairs(backends)
    ))
}

/// Pairs of a data source and the text of `data/<data source>.hcl`, sorted; the folder may be missing.
fn expressions(folder: &Path) -> Result<String, String> {
    let mut found = BTreeMap::new();
    for path in if folder.exists() { entries(folder)? } else { Vec::new() } {
        if let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".hcl")) {
            found.insert(name.to_owned(), format!("({name:?}, include_str!({:?})), ", absolute(&path)?));
        }
    }
    Ok(found.into_values().collect())
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
