//! What one directory holds.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::Flavour;

/// What one directory holds that Terraform reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Configuration files in the order in which they apply: first the primary ones, then overrides, each by name.
    pub files: Vec<ConfigFile>,
    /// Variable files that are read by themselves, in the order in which they apply: `terraform.tfvars`,
    /// `terraform.tfvars.json`, then `*.auto.tfvars` and `*.auto.tfvars.json` by name.
    pub variables: Vec<OsString>,
    /// Whether there is a `.terraform.lock.hcl`.
    pub lock: bool,
    /// Whether there is a `.terraform`.
    pub data: bool,
    /// Configuration files that were left out because they are of the other flavour and none was chosen.
    pub skipped: Vec<OsString>,
}

/// A configuration file of a directory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConfigFile {
    /// Whether it declares or overrides.
    pub role: Role,
    /// Its name.
    pub name: OsString,
    /// Whether it is written in JSON syntax.
    pub json: bool,
    /// Whether it is a symbolic link.
    pub link: bool,
}

/// What a configuration file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It declares.
    Primary,
    /// `override.tf`, `*_override.tf`: it changes what the others declare.
    Override,
}

/// All that a walk needs to know of a directory.
pub(super) struct Entries {
    pub listing: Listing,
    /// Directories that are not hidden.
    pub directories: Vec<OsString>,
    /// Symbolic links that are no files of Terraform, so they may lead to directories.
    pub links: Vec<OsString>,
    /// Whether there is a `.git`, be it a directory or a file.
    pub git: bool,
    /// Whether there is a `.gitignore`.
    pub git_ignore: bool,
}

/// Lists a directory.
pub(super) fn list(real: &Path, flavour: Flavour) -> std::io::Result<Entries> {
    let mut entries = Entries {
        listing: Listing::default(),
        directories: Vec::new(),
        links: Vec::new(),
        git: false,
        git_ignore: false,
    };
    let mut files = Vec::new();
    for entry in real.read_dir()? {
        let entry = entry?;
        let (name, ty) = (entry.file_name(), entry.file_type()?);
        match name.as_encoded_bytes() {
            b".git" => entries.git = true,
            b".gitignore" => entries.git_ignore = true,
            b".terraform" => entries.listing.data = true,
            b".terraform.lock.hcl" => entries.listing.lock = !ty.is_dir(),
            _ if ty.is_dir() && hidden(&name) => {}
            _ if ty.is_dir() => entries.directories.push(name),
            _ if variable_file(&name) || Extension::of(&name).is_some() => files.push((name, ty.is_symlink())),
            _ if ty.is_symlink() && !hidden(&name) => entries.links.push(name),
            _ => {}
        }
    }
    entries.directories.sort();
    entries.links.sort();
    entries.listing.sort_in(files, flavour);
    Ok(entries)
}

impl Listing {
    /// The listing of a directory that holds nothing but files of these names.
    pub(super) fn of_names(names: Vec<OsString>, flavour: Flavour) -> Self {
        let mut listing = Listing::default();
        listing.sort_in(names.into_iter().map(|name| (name, false)).collect(), flavour);
        listing
    }

    /// Takes files in; of each, whether it is a link.
    fn sort_in(&mut self, files: Vec<(OsString, bool)>, flavour: Flavour) {
        let (mut terraform, mut tofu) = (Vec::new(), Vec::new());
        for (name, link) in files {
            match Extension::of(&name) {
                _ if variable_file(&name) => self.variables.push(name),
                Some(extension) if extension.tofu => tofu.push(extension.file(name, link)),
                Some(extension) => terraform.push(extension.file(name, link)),
                None => {}
            }
        }
        // Capitals sort before `terraform.tfvars`, which nevertheless applies first, and `.json` after it.
        self.variables.sort_by_key(|name| (auto_variables(name), name.clone()));
        choose(self, terraform, tofu, flavour);
    }
}

fn choose(listing: &mut Listing, terraform: Vec<ConfigFile>, tofu: Vec<ConfigFile>, flavour: Flavour) {
    listing.files = match flavour {
        Flavour::Terraform => terraform,
        Flavour::Auto if !terraform.is_empty() => {
            listing.skipped = tofu.into_iter().map(|file| file.name).collect();
            listing.skipped.sort();
            terraform
        }
        Flavour::Auto | Flavour::OpenTofu => {
            let hides =
                |file: &ConfigFile| tofu.iter().any(|other| other.stem() == file.stem() && other.json == file.json);
            let mut files: Vec<_> = terraform.into_iter().filter(|file| !hides(file)).collect();
            files.extend(tofu);
            files
        }
    };
    listing.files.sort();
}

impl ConfigFile {
    /// The name without its extension.
    fn stem(&self) -> &[u8] {
        let name = self.name.as_encoded_bytes();
        Extension::of(&self.name).map_or(name, |extension| &name[..name.len() - extension.text.len()])
    }
}

/// The end of a name that makes a file a configuration file.
struct Extension {
    text: &'static str,
    tofu: bool,
    json: bool,
}

impl Extension {
    const ALL: [Extension; 4] = [
        Extension { text: ".tf", tofu: false, json: false },
        Extension { text: ".tf.json", tofu: false, json: true },
        Extension { text: ".tofu", tofu: true, json: false },
        Extension { text: ".tofu.json", tofu: true, json: true },
    ];

    /// The extension of a name that Terraform or OpenTofu would read: not hidden, no backup of an editor.
    fn of(name: &OsStr) -> Option<&'static Extension> {
        let bytes = name.as_encoded_bytes();
        let backup = bytes.ends_with(b"~") || (bytes.starts_with(b"#") && bytes.ends_with(b"#"));
        if hidden(name) || backup {
            return None;
        }
        Self::ALL.iter().find(|extension| bytes.ends_with(extension.text.as_bytes()))
    }

    fn file(&self, name: OsString, link: bool) -> ConfigFile {
        let bytes = name.as_encoded_bytes();
        let stem = &bytes[..bytes.len() - self.text.len()];
        let role = if stem == b"override" || stem.ends_with(b"_override") { Role::Override } else { Role::Primary };
        ConfigFile { role, name, json: self.json, link }
    }
}

fn hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn variable_file(name: &OsStr) -> bool {
    name == "terraform.tfvars" || name == "terraform.tfvars.json" || auto_variables(name)
}

/// Terraform takes hidden ones too.
fn auto_variables(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.ends_with(b".auto.tfvars") || name.ends_with(b".auto.tfvars.json")
}
