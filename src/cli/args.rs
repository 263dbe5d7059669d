//! The command line.

use std::path::PathBuf;

use clap::{ArgAction, Args as ClapArgs, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

/// Proves, offline, that Terraform does what a company's TOM document promises.
#[derive(Debug, Parser)]
#[command(name = "tomcheck", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 nothing violated, 1 violated, 2 could not run, 3 ran, but incomplete \
    (1 goes before 3).")]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check Terraform directories, or a plan, against a profile
    Check(CheckArgs),
    /// Show what Terraform would do, without asking a cloud; as `terraform show -json` if asked for
    Plan(PlanArgs),
    /// Run the tests of policies (*.policytest.hcl)
    Test(TestArgs),
    /// List the policies
    Policies(PoliciesArgs),
    /// Show what is wrong with the syntax of files, or how they are read
    Parse(ParseArgs),
    /// Evaluate an expression in a root module, without state or cloud
    Eval(EvalArgs),
    /// Explain a policy: what it decides, why, how to mend a violation
    Explain(ExplainArgs),
}

/// `tomcheck check`
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// Directories to look for root modules in; a file stands for the module that it is in
    #[arg(value_name = "PATH", required_unless_present = "plan")]
    pub paths: Vec<PathBuf>,
    /// How to write the assessment
    #[arg(long, value_enum, default_value = "text")]
    pub format: FormatArg,
    /// Write the assessment to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The profile in force: the name of a built-in one, or a directory or file that holds one
    #[arg(long, value_name = "NAME|PATH", default_value = "emerse")]
    pub profile: String,
    /// Check a plan as `terraform show -json` writes it; paths beside it tell where its sources are
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
    /// What root modules are given.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// Give a parameter of the profile another value
    #[arg(long = "param", value_name = "NAME=VALUE", action = ArgAction::Append)]
    pub params: Vec<String>,
    /// Policies of your own, beside the built-in ones
    #[arg(long, value_name = "DIR", action = ArgAction::Append)]
    pub policies: Vec<PathBuf>,
    /// Leave the built-in policies out
    #[arg(long)]
    pub no_builtin_policies: bool,
    /// Files or directories with waivers (*.tom.hcl)
    #[arg(long, value_name = "PATH", action = ArgAction::Append)]
    pub waivers: Vec<PathBuf>,
    /// Whether verdicts that inputs would decide fail the run
    #[arg(long, value_enum, default_value = "warn")]
    pub unknown: UnknownArg,
    /// Do not complain where nothing was judged
    #[arg(long)]
    pub allow_empty: bool,
    /// Show verdicts of demands that the profile does not make, too
    #[arg(long)]
    pub all_demands: bool,
    /// The language of the report
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangArg,
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto")]
    pub color: ColorArg,
    /// Show every finding, and undecided ones one by one
    #[arg(long, short)]
    pub verbose: bool,
    /// How many threads to use [default: one for each core]
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<usize>,
    /// The day on which waivers are looked at [default: today, in UTC]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub now: Option<String>,
}

/// What root modules are given, and by which program's rules they are read.
#[derive(Debug, ClapArgs)]
pub struct InputArgs {
    /// Give a root module's input variable a value
    #[arg(long = "var", value_name = "NAME=VALUE", action = ArgAction::Append)]
    pub vars: Vec<String>,
    /// Read values of input variables from a file
    #[arg(long = "var-file", value_name = "FILE", action = ArgAction::Append)]
    pub var_files: Vec<PathBuf>,
    /// Take TF_VAR_…, TF_WORKSPACE and TF_DATA_DIR from the environment
    #[arg(long)]
    pub use_environment: bool,
    /// The workspace; without it `terraform.workspace` is unknown
    #[arg(long, value_name = "NAME")]
    pub workspace: Option<String>,
    /// Which program's rules say which files count
    #[arg(long, value_enum, default_value = "auto")]
    pub flavour: FlavourArg,
    /// The version of Terraform whose language is meant [default: the newest]
    #[arg(long, value_name = "VERSION")]
    pub terraform_version: Option<String>,
    /// Positions of `vars` and `var_files` on the command line, in which the last one wins.
    #[arg(skip)]
    pub positions: (Vec<usize>, Vec<usize>),
}

impl Args {
    /// The arguments of the process, with the positions of those whose order counts.
    pub fn read() -> Result<Args, clap::Error> {
        let matches = Args::command().try_get_matches()?;
        let mut args = Args::from_arg_matches(&matches)?;
        let inputs = match &mut args.command {
            Command::Check(args) => Some(&mut args.inputs),
            Command::Plan(args) => Some(&mut args.inputs),
            Command::Eval(args) => Some(&mut args.inputs),
            _ => None,
        };
        if let (Some(inputs), Some((_, matches))) = (inputs, matches.subcommand()) {
            let positions = |id: &str| matches.indices_of(id).map(Iterator::collect).unwrap_or_default();
            inputs.positions = (positions("vars"), positions("var_files"));
        }
        Ok(args)
    }
}

/// `tomcheck parse`
#[derive(Debug, ClapArgs)]
pub struct ParseArgs {
    /// Files in HCL native syntax; `.json` files in its JSON syntax
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Write one JSON object a file: attributes and blocks with their byte ranges, and all errors
    #[arg(long)]
    pub json: bool,
}

/// `tomcheck plan`
#[derive(Debug, ClapArgs)]
pub struct PlanArgs {
    /// The root module
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Write the plan in the form of `terraform show -json`; of what Terraform refuses, the reasons
    #[arg(long)]
    pub json: bool,
    /// Take required variables that nobody gives a value as unknown, where Terraform would not plan
    #[arg(long)]
    pub allow_unset: bool,
    /// Plan as if nothing existed, though there is a state file
    #[arg(long)]
    pub no_state: bool,
    /// What the root module is given.
    #[command(flatten)]
    pub inputs: InputArgs,
}

/// `tomcheck eval`
#[derive(Debug, ClapArgs)]
pub struct EvalArgs {
    /// The expression; `-` reads expressions from standard input, one JSON string a line
    pub expr: String,
    /// The root module in which names are looked up [default: here]
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Write type, value, and what is unknown or sensitive as JSON
    #[arg(long)]
    pub json: bool,
    /// What the root module is given.
    #[command(flatten)]
    pub inputs: InputArgs,
}

/// `tomcheck test`
#[derive(Debug, ClapArgs)]
pub struct TestArgs {
    /// The policies: a directory, or a file [default: the built-in ones' place, `policies`, else here]
    #[arg(long, value_name = "DIR")]
    pub policies: Option<PathBuf>,
    /// The tests, if they are not beside the policies
    #[arg(long, value_name = "DIR")]
    pub tests: Option<PathBuf>,
    /// Give an input of the policies a value
    #[arg(long = "input", value_name = "NAME=VALUE", action = ArgAction::Append)]
    pub inputs: Vec<String>,
    /// How to write the result
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormatArg,
}

/// `tomcheck policies`
#[derive(Debug, ClapArgs)]
pub struct PoliciesArgs {
    /// Policies of your own, beside the built-in ones
    #[arg(long, value_name = "DIR", action = ArgAction::Append)]
    pub policies: Vec<PathBuf>,
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormatArg,
    /// The language of titles
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangArg,
}

/// `tomcheck explain`
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// The name of a policy
    pub policy: String,
    /// Policies of your own, beside the built-in ones
    #[arg(long, value_name = "DIR", action = ArgAction::Append)]
    pub policies: Vec<PathBuf>,
    /// The language of the text
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangArg,
}

/// `--format` of `check`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// For people
    Text,
    /// tomcheck.assessment/v1
    Json,
    /// SARIF 2.1.0
    Sarif,
}

/// `--format` of lists
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormatArg {
    /// For people
    Text,
    /// For programs
    Json,
}

/// `--unknown`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum UnknownArg {
    /// They are told, and the run ends as without them
    Warn,
    /// They count as violations
    Fail,
}

/// `--flavour`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FlavourArg {
    /// Terraform's, for directories with nothing but .tofu files OpenTofu's
    Auto,
    /// Terraform's
    Terraform,
    /// OpenTofu's
    Opentofu,
}

/// `--lang`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English
    En,
    /// German
    De,
}

/// `--color`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
