//! `tomcheck check`

use std::io::Write;
use std::path::Path;

use anyhow::Context as _;

use crate::config;
use crate::control::{self, Assessment, Class, Profile, Sidecars, Waiver};
use crate::diag::Diagnostic;
use crate::plan;
use crate::policy::{self, Library, Outcome, Params, Policies};
use crate::report::{self, Colour};
use crate::source::{self, Repository, SourceMap};

use super::Exit;
use super::args::{CheckArgs, ColorArg, FormatArg, LangArg, UnknownArg};
use super::inputs::{flavour, inputs, language};
use super::run::{self, Judged};

pub fn check(args: CheckArgs) -> anyhow::Result<Exit> {
    let today = today(&args)?;
    if let Some(jobs) = args.jobs {
        anyhow::ensure!(jobs > 0, "`--jobs` must be at least 1");
        rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global().context("cannot start threads")?;
    }
    for path in &args.paths {
        anyhow::ensure!(path.symlink_metadata().is_ok(), "{}: no such file or directory", path.display());
    }
    let (files, problems) = source::discover(&args.paths, &options(&args));
    let sources = config::parse(&files);
    let map = sources.map();
    let mut diagnostics: Vec<Diagnostic> = problems.into_iter().map(Diagnostic::from).collect();
    let (config, found) = config::load(&sources, &inputs(&args.inputs));
    diagnostics.extend(found);
    let plans = match &args.plan {
        None => Vec::new(),
        Some(path) => {
            let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            let (plan, found) = plan::json::read(&bytes, &path.to_string_lossy());
            let Some(plan) = plan else { return could_not_run(&found, map, &args) };
            diagnostics.extend(found);
            vec![plan]
        }
    };

    let setup = match setup(&args, map)? {
        Ok(setup) => setup,
        Err(broken) => return could_not_run(&broken, map, &args),
    };
    let builtin = match (args.no_builtin_policies, plans.is_empty()) {
        (true, _) => Library::default(),
        (false, true) => Library::builtin(map, &run::occurs(&config)),
        (false, false) => Library::builtin(map, &run::occurs_in(&plans)),
    };
    let mut libraries = vec![builtin];
    let mut broken = Vec::new();
    for path in &args.policies {
        anyhow::ensure!(path.exists(), "{}: no such file or directory", path.display());
        let (library, problems) = Library::load(map, path);
        libraries.push(library);
        broken.extend(problems);
    }
    let params: Params =
        setup.profile.parameters.iter().map(|parameter| (parameter.name.clone(), parameter.value.clone())).collect();
    let (policies, problems) = Policies::new(&libraries, params, Params::new());
    broken.extend(problems);
    if Policies::broken(&broken) {
        return could_not_run(&broken, map, &args);
    }
    diagnostics.extend(broken);
    let judged = match plans.is_empty() {
        true => run::configurations(&sources, &config, &policies, &|root| language(&args.inputs, &config, root)),
        false => run::plans(&plans, &policies, &policy::Options::default()),
    };
    let mut assessment = assess(judged, &setup, &policies, map, &args, today, diagnostics);
    // Modules that several roots share are read once.
    if args.plan.is_none() {
        assessment.summary.files = sources.count();
    }
    write(&assessment, map, &args)?;
    Ok(exit(&assessment, &args))
}

/// What a run is measured by.
struct Setup {
    profile: Profile,
    waivers: Vec<Waiver>,
}

fn options(args: &CheckArgs) -> source::Options {
    source::Options { flavour: flavour(args.inputs.flavour), ..source::Options::default() }
}

fn setup(args: &CheckArgs, map: &SourceMap) -> anyhow::Result<Result<Setup, Vec<Diagnostic>>> {
    let path = std::path::Path::new(&args.profile);
    let is_path = path.exists() && !control::built_in().any(|name| name == args.profile);
    let mut files = args.waivers.clone();
    for file in &files {
        anyhow::ensure!(file.exists(), "{}: no such file or directory", file.display());
    }
    if is_path {
        files.insert(0, path.to_owned());
    }
    let (sidecars, mut problems) = Sidecars::read(&files, map);
    let (profile, found) = match is_path {
        true => sidecars.profile_at(path, map),
        false => sidecars.profile(&args.profile, map),
    };
    problems.extend(found);
    let Some(mut profile) = profile else { return Ok(Err(problems)) };
    problems.extend(args.params.iter().filter_map(|param| profile.set(param).err()).map(|problem| *problem));
    let (waivers, found) = sidecars.waivers();
    problems.extend(found);
    Ok(if Policies::broken(&problems) { Err(problems) } else { Ok(Setup { profile, waivers }) })
}

fn could_not_run(problems: &[Diagnostic], map: &SourceMap, args: &CheckArgs) -> anyhow::Result<Exit> {
    say(problems, map, args)?;
    Ok(Exit::CouldNotRun)
}

fn today(args: &CheckArgs) -> anyhow::Result<jiff::civil::Date> {
    match &args.now {
        None => Ok(jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date()),
        Some(text) => text.parse().with_context(|| format!("`--now {text}`: write a date as YYYY-MM-DD")),
    }
}

#[allow(clippy::too_many_arguments, reason = "the parts of a run meet here once")]
fn assess(
    judged: Judged,
    setup: &Setup,
    policies: &Policies<'_>,
    map: &SourceMap,
    args: &CheckArgs,
    today: jiff::civil::Date,
    mut diagnostics: Vec<Diagnostic>,
) -> Assessment {
    diagnostics.extend(judged.diagnostics);
    let infos = policies.infos();
    let context = control::Context {
        infos: &infos,
        waivers: &setup.waivers,
        roots: &judged.roots,
        sources: map,
        today,
        outside: args.all_demands,
        partial: false,
    };
    control::assess(judged.verdicts, &setup.profile, &context, diagnostics)
}

fn colour(args: &CheckArgs) -> Colour {
    match args.color {
        ColorArg::Auto => Colour::Auto,
        ColorArg::Always => Colour::Always,
        ColorArg::Never => Colour::Never,
    }
}

fn write(assessment: &Assessment, map: &SourceMap, args: &CheckArgs) -> anyhow::Result<()> {
    let file_or_terminal = match (&args.output, colour(args)) {
        // A file is no terminal, whatever the screen is.
        (Some(_), Colour::Auto) => false,
        (_, colour) => report::use_colour(colour, &std::io::stdout()),
    };
    let options = report::Options {
        format: match args.format {
            FormatArg::Text => report::Format::Text,
            FormatArg::Json => report::Format::Json,
            FormatArg::Sarif => report::Format::Sarif,
        },
        language: match args.lang {
            LangArg::En => policy::Language::En,
            LangArg::De => policy::Language::De,
        },
        colour: file_or_terminal,
        verbose: args.verbose,
        undecided: args.unknown == UnknownArg::Fail,
        repository: repository(assessment),
    };
    say(&assessment.diagnostics, map, args)?;
    let left_out = match &args.output {
        None => report::write(assessment, map, &options, &mut std::io::stdout().lock())?,
        Some(path) => {
            let failed = || format!("cannot write {}", path.display());
            let mut file = std::io::BufWriter::new(std::fs::File::create(path).with_context(failed)?);
            let left_out = report::write(assessment, map, &options, &mut file).with_context(failed)?;
            file.flush().with_context(failed)?;
            left_out
        }
    };
    say(&left_out, map, args)
}

/// Tells diagnostics to the person who runs the check.
fn say(diagnostics: &[Diagnostic], map: &SourceMap, args: &CheckArgs) -> anyhow::Result<()> {
    let colour = report::use_colour(colour(args), &std::io::stderr());
    Ok(report::diagnostics(diagnostics, map, colour, &mut std::io::stderr().lock())?)
}

/// The repository of what is checked, else the working directory.
fn repository(assessment: &Assessment) -> Option<Repository> {
    let first = assessment.roots.first().map_or(".", |root| &root.path);
    Repository::find(Path::new(first)).or_else(|| Some(Repository::at(Path::new("."))))
}

fn exit(assessment: &Assessment, args: &CheckArgs) -> Exit {
    let summary = &assessment.summary;
    let undecided = args.unknown == UnknownArg::Fail && assessment.of_class(Class::Undecided).next().is_some();
    let failed = assessment.findings.iter().any(|finding| finding.verdict.outcome == Outcome::Error);
    match () {
        () if failed => Exit::CouldNotRun,
        () if summary.violated > 0 || undecided => Exit::Violated,
        () if summary.errors > 0 || (summary.nothing_judged() && !args.allow_empty) => Exit::Incomplete,
        () => Exit::Clean,
    }
}
