//! Arguments about input variables, as `check`, `plan` and `eval` share them.

use crate::config::{Argument, Config, Inputs};
use crate::lang;
use crate::schema::Version;
use crate::source::Flavour;

use super::args::{FlavourArg, InputArgs};

pub(super) fn inputs(args: &InputArgs) -> Inputs {
    let mut inputs =
        Inputs { arguments: args.ordered(), workspace: args.workspace.as_deref().map(Into::into), ..Inputs::default() };
    if args.use_environment {
        inputs.use_environment(std::env::vars_os());
    }
    inputs
}

pub(super) fn flavour(flavour: FlavourArg) -> Flavour {
    match flavour {
        FlavourArg::Auto => Flavour::Auto,
        FlavourArg::Terraform => Flavour::Terraform,
        FlavourArg::Opentofu => Flavour::OpenTofu,
    }
}

/// The language of the version that is asked for: of the command line, else the newest.
pub(super) fn language(args: &InputArgs, _config: &Config<'_>) -> lang::Options {
    let short_circuit = match args.terraform_version.as_deref().and_then(Version::parse) {
        Some(version) => version.segments >= [1, 12, 0],
        None => true,
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
