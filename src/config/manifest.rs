//! What `terraform init` has left: the module manifest and the dependency lock file.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use serde::Deserialize;

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::source::{self, Boundary};

use super::address::{self, Address};
use super::declarations::Call;
use super::sources::{Parsed, Sources};
use super::version::{Constraints, Version};

/// One installed module of `modules.json`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Record {
    /// The module path: names of calls, with dots between them; empty for the root module.
    pub key: String,
    source: String,
    #[serde(default)]
    version: Option<String>,
    dir: PathBuf,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Manifest {
    #[serde(default)]
    modules: Vec<Record>,
}

/// The manifest of a root module; nothing where `terraform init` did not run.
pub(super) fn read(
    root: &Parsed,
    data_dir: Option<&Path>,
    boundary: &Boundary,
    out: &mut Vec<Diagnostic>,
) -> Vec<Record> {
    let (name, present) = match data_dir {
        Some(data_dir) => (data_dir.join("modules/modules.json"), true),
        None => (PathBuf::from(".terraform/modules/modules.json"), root.directory.listing.data),
    };
    let (path, shown) = (root.directory.real.join(&name), root.directory.path.join(&name));
    if !present || !path.exists() {
        return Vec::new();
    }
    let path = match data_dir {
        Some(_) => Ok(path),
        None => boundary.follow(&root.directory.real, &path, &shown),
    };
    let bytes = match path.and_then(|path| source::read_file(&path, &shown)) {
        Ok(bytes) => bytes,
        Err(problem) => {
            out.push(problem.into());
            return Vec::new();
        }
    };
    match serde_json::from_slice::<Manifest>(&bytes) {
        Ok(manifest) => manifest.modules,
        Err(error) => {
            out.push(
                Diagnostic::error("invalid-manifest", format!("the module manifest cannot be read: {error}"))
                    .in_file(shown)
                    .help("run `terraform init` again"),
            );
            Vec::new()
        }
    }
}

impl Record {
    /// How many calls lie between the root module and this one.
    pub fn depth(&self) -> usize {
        if self.key.is_empty() { 0 } else { self.key.split('.').count() }
    }

    /// The canonical directory and the version of the module, if it is what the call asks for; else why it is not.
    pub fn lead(
        &self,
        call: &Call<'_>,
        root: &Path,
        data_dir: Option<&Path>,
        boundary: &Boundary,
    ) -> Result<(PathBuf, Option<Str>), String> {
        let wanted = call.source_text.as_ref().map_or("", |(text, _)| text);
        let same = match (address::parse(wanted, false), address::parse(&self.source, false)) {
            (Ok(Address::Remote(wanted)), Ok(Address::Remote(installed))) => wanted == installed,
            _ => wanted == self.source,
        };
        if !same {
            return Err(format!("what is installed is `{}`", self.source));
        }
        let version = self.version.as_deref().filter(|version| !version.is_empty());
        if let Some(constraints) = call.version.as_deref().and_then(Constraints::parse) {
            match version.and_then(Version::parse) {
                Some(installed) if constraints.accept(&installed) => {}
                Some(_) => return Err(format!("the installed version is {}", version.unwrap_or_default())),
                None => return Err("what is installed has no version".into()),
            }
        }
        let directory = root.join(&self.dir).canonicalize().ok().filter(|directory| directory.is_dir());
        let directory = directory.ok_or_else(|| format!("its directory `{}` is not there", self.dir.display()))?;
        let data_dir = data_dir.and_then(|data_dir| root.join(data_dir).canonicalize().ok());
        let allowed = boundary.contains(&directory)
            || directory.starts_with(root)
            || data_dir.is_some_and(|data_dir| directory.starts_with(data_dir));
        match allowed {
            true => Ok((directory, version.map(Str::from))),
            false => Err(format!("the manifest says that it is in `{}`, outside the tree", self.dir.display())),
        }
    }
}

/// Provider versions by address, from the lock file of a root module.
pub(super) fn locked(sources: &Sources, root: &Parsed, out: &mut Vec<Diagnostic>) -> IndexMap<Str, Str> {
    const NAME: &str = ".terraform.lock.hcl";
    let mut locked = IndexMap::new();
    if !root.directory.listing.lock {
        return locked;
    }
    let tree = match sources.file_of(&root.directory, NAME.as_ref()) {
        Ok(tree) => tree,
        Err(problem) => {
            out.push(problem.into());
            return locked;
        }
    };
    out.extend_from_slice(tree.diagnostics());
    for block in tree.body().blocks_of("provider", 1) {
        let version = block.body().attribute("version").and_then(|version| match version.expr().kind() {
            crate::syntax::ExprKind::String(text) => Some(Str::from(text.as_ref())),
            _ => None,
        });
        if let (Some(label), Some(version)) = (block.labels().into_iter().next(), version) {
            locked.insert(Str::from(label.text.as_ref()), version);
        }
    }
    locked
}

/// The full address of a provider's source, as the lock file has it.
pub fn provider_address(source: &str) -> Str {
    match source.matches('/').count() {
        0 => format!("registry.terraform.io/hashicorp/{source}").into(),
        1 => format!("registry.terraform.io/{source}").into(),
        _ => source.into(),
    }
}
