//! Values for the variables of root modules, with Terraform's precedence.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::diag::{Diagnostic, nearest};
use crate::lang;
use crate::source::Span;
use crate::syntax::{Attribute, Syntax, Tree};

use super::blocks::check_constant;
use super::content::set_twice;
use super::declarations::Variable;
use super::module::{Input, InputSource, InputValue, Module};
use super::sources::{Parsed, Sources, file_diagnostics};

/// What a run is given beside its files.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// `--var` and `--var-file`, in the order of the command line.
    pub arguments: Vec<Argument>,
    /// Names and values of `TF_VAR_…`, without the prefix; see [`Inputs::use_environment`].
    pub environment: Vec<(Str, Str)>,
    /// `--workspace`; where it is not given `terraform.workspace` is unknown.
    pub workspace: Option<Str>,
    /// `TF_DATA_DIR`: what takes the place of `.terraform`, relative to the root module.
    pub data_dir: Option<PathBuf>,
}

/// One argument of the command line about variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// `--var name=value`, as written.
    Variable(String),
    /// `--var-file path`, relative to the working directory.
    File(PathBuf),
}

impl Inputs {
    /// Takes from environment variables what Terraform takes from them: `TF_VAR_…`, `TF_DATA_DIR`, and `TF_WORKSPACE`
    /// where no workspace is given. Nothing else reads the environment.
    pub fn use_environment(&mut self, variables: impl IntoIterator<Item = (OsString, OsString)>) {
        for (name, value) in variables {
            let name = name.to_string_lossy();
            match (name.as_ref(), name.strip_prefix("TF_VAR_")) {
                (_, Some(name)) => self.environment.push((name.into(), value.to_string_lossy().as_ref().into())),
                ("TF_DATA_DIR", _) if !value.is_empty() => self.data_dir = Some(value.into()),
                ("TF_WORKSPACE", _) if self.workspace.is_none() && !value.is_empty() => {
                    self.workspace = Some(value.to_string_lossy().as_ref().into());
                }
                _ => {}
            }
        }
        self.environment.sort();
    }
}

/// What the command line and the environment give to every root module.
pub(super) struct Given<'s> {
    environment: Vec<(Str, Input<'s>)>,
    arguments: Vec<GivenArgument<'s>>,
    damage: Vec<Span>,
}

enum GivenArgument<'s> {
    Text(Str, Input<'s>),
    File(&'s Tree),
}

/// Reads what is given, once for all root modules.
pub(super) fn given<'s>(sources: &'s Sources, inputs: &Inputs, out: &mut Vec<Diagnostic>) -> Given<'s> {
    let text = |name: &str, text: &str, source: InputSource| {
        let tree = sources.text(format!("<value for var.{name}>").into(), text, Syntax::Expression);
        (Str::from(name), Input { source, value: InputValue::Text(text.into(), tree.expression()) })
    };
    // Names stand in paths as they are.
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~$&+=:@".contains(c);
    if let Some(workspace) = inputs.workspace.as_ref().filter(|name| name.is_empty() || !name.chars().all(plain)) {
        out.push(
            Diagnostic::error("invalid-workspace", format!("`{workspace}` is no name of a workspace"))
                .help("use letters, digits, dashes and underscores"),
        );
    }
    let environment = inputs.environment.iter().map(|(name, value)| text(name, value, InputSource::Environment));
    let environment = environment.collect();
    let (mut arguments, mut damage) = (Vec::new(), Vec::new());
    for argument in &inputs.arguments {
        match argument {
            Argument::Variable(written) => match written.split_once('=') {
                Some((name, value)) if !name.is_empty() && !name.ends_with(' ') => {
                    let (name, input) = text(name, value, InputSource::CommandLine);
                    arguments.push(GivenArgument::Text(name, input));
                }
                _ => out.push(
                    Diagnostic::error("invalid-variable-argument", format!("`--var {written}` sets no variable"))
                        .help("write `--var name=value`, without spaces around the equals sign"),
                ),
            },
            Argument::File(path) => match sources.variable_file(path, path) {
                Ok(tree) => {
                    check_file(tree, out);
                    damage.extend(tree.body().damage());
                    arguments.push(GivenArgument::File(tree));
                }
                Err(problem) => {
                    damage.push(sources.unread(path));
                    out.push(Diagnostic::from(problem).without_place());
                }
            },
        }
    }
    Given { environment, arguments, damage }
}

/// What is wrong with a variable file by itself.
fn check_file(tree: &Tree, out: &mut Vec<Diagnostic>) {
    out.extend(file_diagnostics(tree));
    if tree.is_json() {
        let body = tree.body();
        out.extend(body.attributes().filter_map(|attribute| set_twice(body, attribute)));
        if tree.file().bytes().trim_ascii_start().starts_with(b"[") {
            out.push(
                Diagnostic::error("syntax", "a variable file must be a JSON object, not an array")
                    .at(body.span().at_start(), "")
                    .help("write `{ \"name\": value }`"),
            );
        }
    }
    for block in tree.body().blocks() {
        let ty = block.ty();
        let diagnostic =
            Diagnostic::error("block-in-variable-file", format!("a variable file has no `{}` blocks", ty.name))
                .at(ty.span, "");
        out.push(match block.labels().first() {
            Some(label) if ty.name == "variable" => {
                diagnostic.help(format!("write `{} = …` to give the variable a value", label.text))
            }
            _ => diagnostic.help("write `name = value`"),
        });
    }
}

/// The inputs of a root module, of several values for one variable the one that wins; and what of its variable files
/// could not be read.
pub(super) fn of_root<'s>(
    sources: &'s Sources,
    parsed: &Parsed,
    module: &Module<'s>,
    given: &Given<'s>,
    out: &mut Vec<Diagnostic>,
) -> (IndexMap<Str, Input<'s>>, Vec<Span>) {
    let mut inputs = IndexMap::new();
    let mut damage = given.damage.clone();
    let declared = |name: &str| module.variables.contains_key(name);
    let mut take = |name: &str, input: Input<'s>| {
        if declared(name) {
            inputs.insert(Str::from(name), input);
        }
    };
    for (name, input) in &given.environment {
        take(name, input.clone());
    }
    let directory = &parsed.directory;
    for name in &directory.listing.variables {
        match sources.file_of(directory, name) {
            Ok(tree) => {
                check_file(tree, out);
                damage.extend(tree.body().damage());
                for attribute in tree.body().attributes() {
                    let name = attribute.name().name;
                    if !declared(name) {
                        out.push(undeclared(attribute, module.variables.keys().copied(), Some(&directory.path)));
                    }
                    take(name, of_file(attribute));
                }
            }
            Err(problem) => {
                damage.push(sources.unread(&directory.path.join(name)));
                out.push(problem.into());
            }
        }
    }
    for argument in &given.arguments {
        match argument {
            GivenArgument::Text(name, input) => take(name, input.clone()),
            GivenArgument::File(tree) => {
                for attribute in tree.body().attributes() {
                    take(attribute.name().name, of_file(attribute));
                }
            }
        }
    }
    for (name, input) in &inputs {
        match &input.value {
            InputValue::Expr(expr) => check_constant(*expr, out),
            InputValue::Text(_, expr) if !is_text(&module.variables[name.as_str()]) => {
                let before = out.len();
                out.extend_from_slice(expr.tree().diagnostics());
                check_constant(*expr, out);
                let variable = &module.variables[name.as_str()];
                // Terraform goes on without the value.
                if out.len() > before && variable.default.is_none() {
                    out.push(not_given(name, variable));
                }
            }
            _ => {}
        }
    }
    (inputs, damage)
}

/// Whether the text of a command line is the value of a variable itself, and no expression.
pub fn is_text(variable: &Variable<'_>) -> bool {
    variable.ty.is_none_or(|ty| lang::constraint(ty).is_ok_and(|constraint| constraint.ty().is_primitive()))
}

/// A variable that must be given a value and is not.
pub(super) fn not_given(name: &str, variable: &Variable<'_>) -> Diagnostic {
    Diagnostic::error("missing-variable", format!("the variable `{name}` has no value"))
        .at(variable.span, "it has no default")
        .help(format!("give it one with `--var {name}=…` or in a variable file"))
        .note("with `--allow-unset` it is unknown instead")
}

fn of_file(attribute: Attribute<'_>) -> Input<'_> {
    Input { source: InputSource::File(attribute.span()), value: InputValue::Expr(attribute.expr()) }
}

fn undeclared<'a>(
    attribute: Attribute<'_>,
    declared: impl Iterator<Item = &'a str>,
    root: Option<&Path>,
) -> Diagnostic {
    let name = attribute.name();
    let message = match root {
        Some(_) => format!("the root module declares no variable `{}`", name.name),
        None => format!("no root module declares a variable `{}`", name.name),
    };
    let diagnostic = Diagnostic::warning("undeclared-variable", message).at(name.span, "");
    match nearest(name.name, declared) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("declare it with `variable \"{}\" {{ }}`, or remove the value", name.name)),
    }
}

/// What is given to no root module, because none declares it: in the order of the command line an error as in
/// Terraform, in a file a warning.
pub(super) fn check_given(given: &Given<'_>, roots: &[&Module<'_>], out: &mut Vec<Diagnostic>) {
    if roots.is_empty() {
        return;
    }
    let declared: HashSet<&str> = roots.iter().flat_map(|module| module.variables.keys().copied()).collect();
    let sorted = || {
        let mut names: Vec<&str> = declared.iter().copied().collect();
        names.sort_unstable();
        names.into_iter()
    };
    for argument in &given.arguments {
        match argument {
            GivenArgument::Text(name, _) if !declared.contains(name.as_str()) => {
                let message = format!("`--var {name}=…` is given, but no root module declares a variable `{name}`");
                let diagnostic = Diagnostic::error("undeclared-variable", message);
                out.push(match nearest(name, sorted()) {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None => diagnostic.help(format!("declare it with `variable \"{name}\" {{ }}`, or leave it out")),
                });
            }
            GivenArgument::Text(..) => {}
            GivenArgument::File(tree) => {
                let attributes = tree.body().attributes().filter(|a| !declared.contains(a.name().name));
                out.extend(attributes.map(|attribute| undeclared(attribute, sorted(), None)));
            }
        }
    }
}
