//! Arguments about input variables, as `check`, `plan` and `eval` share them.

use std::path::{Path, PathBuf};

use crate::config::{Argument, Config, Inputs, Root};
use crate::lang;
use crate::schema::{Constraint, Version};
use crate::source::{self, Files, Flavour};

use super::args::{FlavourArg, InputArgs};

pub(super) fn inputs(args: &InputArgs) -> Inputs {
    let mut inputs =
        Inputs { arguments: args.ordered(), workspace: args.workspace.as_deref().map(Into::into), ..Inputs::default() };
    if args.use_environment {
        inputs.use_environment(std::env::vars_os());
    }
    inputs
}

/// The files of one root module, and its canonical path.
pub(super) fn root_directory(dir: &Path, flavour: FlavourArg) -> anyhow::Result<(Files, PathBuf)> {
    anyhow::ensure!(dir.is_dir(), "{}: no such directory", dir.display());
    let options = source::Options { flavour: self::flavour(flavour), ..source::Options::default() };
    let (files, _) = source::discover(&[dir.join(".")], &options);
    let here = std::fs::canonicalize(dir)?;
    let directories = files.directories.into_iter().filter(|one| one.real == here).collect();
    Ok((Files { directories, ..files }, here))
}

pub(super) fn flavour(flavour: FlavourArg) -> Flavour {
    match flavour {
        FlavourArg::Auto => Flavour::Auto,
        FlavourArg::Terraform => Flavour::Terraform,
        FlavourArg::Opentofu => Flavour::OpenTofu,
    }
}

/// The first version in which `&&` and `||` leave out what does not matter.
const SHORT_CIRCUIT: &str = "1.12.0";

/// The language in which a root module is evaluated: of the version that the command line names, else the newest that its
/// own `required_version` allows.
pub(super) fn language(args: &InputArgs, config: &Config<'_>, root: &Root<'_>) -> lang::Options {
    let from = Version::parse(SHORT_CIRCUIT);
    let short_circuit = match args.terraform_version.as_deref().and_then(Version::parse) {
        Some(version) => from.is_none_or(|from| version >= from),
        None => {
            let demand = config.module(root.module).required_version.as_ref();
            let constraint = demand.and_then(|(text, _)| Constraint::parse(text));
            constraint.zip(from).is_none_or(|(constraint, from)| constraint.allows_from(&from))
        }
    };
    lang::Options { short_circuit, ..lang::Options::default() }
}

impl InputArgs {
    /// `--var` and `--var-file` in the order of the command line, in which the last one wins.
    fn ordered(&self) -> Vec<Argument> {
        let vars = self.positions.0.iter().zip(self.vars.iter().map(|var| Argument::Variable(var.clone())));
        let files = self.positions.1.iter().zip(self.var_files.iter().map(|file| Argument::File(file.clone())));
        let mut all: Vec<(&usize, Argument)> = vars.chain(files).collect();
        all.sort_by_key(|(position, _)| **position);
        all.into_iter().map(|(_, argument)| argument).collect()
    }
}
