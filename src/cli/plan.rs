//! `tomcheck plan`: what Terraform would do, without asking a cloud.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::addrs::Mode;
use crate::config::{self, Config, Module, Root, Sources};
use crate::diag::{Diagnostic, Severity};
use crate::eval::{self, Files, Options, Reach, Wanted};
use crate::plan::{self, Action, Change, Existence, Instance, Plan};
use crate::report;
use crate::schema::{Constraint, Version};
use crate::source::{self, SourceMap};

use super::Exit;
use super::args::PlanArgs;
use super::inputs::{inputs, language, root_directory};

pub fn plan(args: &PlanArgs) -> anyhow::Result<Exit> {
    let (files, here) = root_directory(&args.dir, args.inputs.flavour)?;
    let sources = config::parse(&files);
    let mut given = inputs(&args.inputs);
    given.workspace.get_or_insert_with(|| "default".into());
    let (config, loaded) = config::load(&sources, &given);
    let root = config.roots.first();
    let mut problems = match root {
        Some(root) => before_planning(&sources, &config, root, &here, args, loaded),
        None => loaded,
    };
    let mut out = std::io::stdout().lock();
    if let (Some(root), false) = (root, refused(&problems)) {
        let mut lang = language(&args.inputs, &config, root);
        lang.as_terraform = true;
        let options = Options { lang, strict: true, state: !args.no_state, ..Options::default() };
        let (strict, found) = evaluated(&sources, &config, root, &here, options);
        problems.extend(found);
        if !refused(&problems) {
            let options = Options { lang: language(&args.inputs, &config, root), aliases: true, ..Options::default() };
            let (precise, _) = evaluated(&sources, &config, root, &here, options);
            say(&problems, sources.map())?;
            match args.json {
                true => writeln!(out, "{}", plan::json::write(&strict, &precise))?,
                false => readable(&strict, &precise, &mut out)?,
            }
            return Ok(Exit::Clean);
        }
    }
    if root.is_none() && problems.is_empty() {
        let message = format!("{}: there is no Terraform configuration", args.dir.display());
        anyhow::ensure!(args.json, message);
        problems.push(Diagnostic::error("no-configuration", message));
    }
    match args.json {
        true => writeln!(out, "{}", json!({ "error": refusal(&problems, sources.map(), &here) }))?,
        false => say(&problems, sources.map())?,
    }
    Ok(Exit::Incomplete)
}

/// What is wrong before there are values, as far as Terraform tells it: what is given is looked at only if the modules
/// can be loaded, and a module only if it is for this version.
fn before_planning<'c>(
    sources: &'c Sources,
    config: &'c Config<'c>,
    root: &'c Root<'c>,
    here: &Path,
    args: &PlanArgs,
    loaded: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let version = args.inputs.terraform_version.as_deref();
    let (inputs, mut problems): (Vec<_>, Vec<_>) =
        loaded.into_iter().partition(|problem| config.wrong_inputs.contains(problem));
    problems.extend(eval::wrong_defaults(config, root, &Files::new(here.to_owned(), sources, true)));
    for (module, wrong) in unsupported(config, root, version) {
        let inside = |problem: &Diagnostic| {
            let file = problem.span().map(|span| sources.map().get(span.file).path().to_owned());
            file.or(problem.path.clone()).is_some_and(|file| file.parent() == Some(&module.dir))
        };
        if std::ptr::eq(module, config.module(root.module)) {
            return vec![wrong];
        }
        problems.retain(|problem| !inside(problem));
        problems.push(wrong);
    }
    if !refused(&problems) {
        problems.extend(eval::unfit_providers(config, root));
    }
    let told = match refused(&problems) {
        true => problems,
        false => {
            let missing = if args.allow_unset { Vec::new() } else { config.required_inputs(root) };
            let new = missing.into_iter().filter(|one| !inputs.contains(one)).collect::<Vec<_>>();
            problems.into_iter().chain(inputs).chain(new).collect()
        }
    };
    config::as_terraform_tells(sources, told)
}

/// The modules that do not work with the version of Terraform that is named.
fn unsupported<'c>(
    config: &'c Config<'c>,
    root: &'c Root<'c>,
    version: Option<&str>,
) -> Vec<(&'c Module<'c>, Diagnostic)> {
    let Some(version) = version.and_then(Version::parse) else { return Vec::new() };
    let modules = config.reached(root).into_iter().map(|id| config.module(id));
    let wrong = modules.filter_map(|module| {
        let (demand, span) = module.required_version.as_ref()?;
        let allowed = Constraint::parse(demand)?.allows(&version);
        let message = format!("this module does not work with Terraform {version}");
        (!allowed).then(|| (module, Diagnostic::error("terraform-version", message).at(*span, "")))
    });
    wrong.collect()
}

fn evaluated<'c>(
    sources: &'c Sources,
    config: &'c Config<'c>,
    root: &'c Root<'c>,
    here: &Path,
    options: Options,
) -> (Plan<'static>, Vec<Diagnostic>) {
    let host = Files::new(here.to_owned(), sources, options.strict);
    let wanted = Wanted::All;
    let (plan, problems) = eval::plan(config, root, &host, &wanted, &Reach::new(config, &wanted), options);
    // Where values were written is not asked for.
    let Plan { root, instances, modules, providers, outputs, variables, prior_outputs, gaps, provenance: _ } = plan;
    let plan = Plan { root, instances, modules, providers, outputs, variables, prior_outputs, gaps, provenance: None };
    (plan, problems)
}

fn say(problems: &[Diagnostic], map: &SourceMap) -> anyhow::Result<()> {
    let colour = report::use_colour(report::Colour::Auto, &std::io::stderr());
    Ok(report::diagnostics(problems, map, colour, &mut std::io::stderr().lock())?)
}

/// Whether Terraform would refuse the configuration. That a module is out of reach is no fault of it.
fn refused(problems: &[Diagnostic]) -> bool {
    problems.iter().any(refuses)
}

fn refuses(problem: &Diagnostic) -> bool {
    problem.severity == Severity::Error && problem.code != "outside-tree"
}

/// What is wrong, in the order in which it was found; files relative to the root module.
fn refusal(problems: &[Diagnostic], map: &SourceMap, here: &Path) -> Vec<Json> {
    let relative = |path: &Path| match path.canonicalize() {
        Ok(real) => source::relative(here, &real),
        Err(_) => path.to_owned(),
    };
    let one = |problem: &Diagnostic| {
        let mut all = json!({ "severity": "error", "code": problem.code, "summary": problem.message });
        let more: Vec<&str> = problem.notes.iter().chain(&problem.help).map(String::as_str).collect();
        all["detail"] = more.join("\n").into();
        let nowhere = problem.placeless;
        let file: Option<PathBuf> = match problem.span().filter(|_| !nowhere) {
            Some(span) => {
                let file = map.get(span.file);
                all["line"] = file.position(span.start).line.into();
                Some(relative(file.path()))
            }
            None => problem.path.as_deref().filter(|_| !nowhere).map(relative),
        };
        if let Some(span) = problem.span().filter(|_| nowhere) {
            let file = map.get(span.file);
            let place = format!("{}:{}", relative(file.path()).to_string_lossy(), file.position(span.start).line);
            all["detail"] = [vec![format!("at {place}").as_str()], more].concat().join("\n").into();
        }
        if let Some(file) = file {
            all["file"] = file.to_string_lossy().into();
        }
        all
    };
    problems.iter().filter(|problem| refuses(problem)).map(one).collect()
}

/// One line an instance: what is done, its address, and which of its arguments are not known, and why. What is done is
/// as Terraform plans it (`strict`); what is known is all that can be (`plan`).
fn readable(strict: &Plan<'_>, plan: &Plan<'_>, out: &mut impl Write) -> std::io::Result<()> {
    let past = |instance: &Instance| {
        let of = strict.instances.binary_search_by(|one| one.address.cmp(&instance.address)).ok();
        of.and_then(|at| strict.instances[at].past.as_deref())
    };
    let (mut created, mut changed, mut destroyed, mut maybe) = (0, 0, 0, 0);
    let gone = strict.instances.iter().filter(|one| one.action == Action::Delete);
    for instance in plan.instances.iter().filter(|one| shown(one)).chain(gone) {
        let mut line = match (&instance.existence, instance.action) {
            (Existence::Maybe(causes), _) => {
                maybe += 1;
                format!("? {} depends on {}", instance.address, names(causes.iter().map(|cause| &cause.address)))
            }
            (Existence::Certain, Action::Read(_)) => format!("< {}", instance.address),
            (Existence::Certain, _) => {
                let past = past(instance);
                let (sign, counts): (&str, &mut [&mut i32]) = match past.map(|past| past.change) {
                    None => ("+", &mut [&mut created]),
                    Some(Change::NoOp) => ("=", &mut []),
                    Some(Change::Update) => ("~", &mut [&mut changed]),
                    Some(Change::Replace { create_first: true }) => ("+/-", &mut [&mut created, &mut destroyed]),
                    Some(Change::Replace { create_first: false }) => ("-/+", &mut [&mut created, &mut destroyed]),
                    Some(Change::Delete) => ("-", &mut [&mut destroyed]),
                    Some(Change::Forget) => (".", &mut []),
                };
                counts.iter_mut().for_each(|count| **count += 1);
                let from = past.and_then(|past| past.moved_from.as_ref());
                let from = from.map(|from| format!("  moved from {from}")).unwrap_or_default();
                format!("{sign} {}{from}", instance.address)
            }
        };
        let open = open(instance);
        if !open.is_empty() {
            line += &format!("  unknown: {}", open.join(", "));
        }
        writeln!(out, "{line}")?;
    }
    for gap in &plan.gaps {
        writeln!(out, "! {} cannot be read", names(gap.causes.iter().map(|cause| &cause.address)))?;
    }
    let more = if maybe > 0 { format!(", {maybe} that may exist") } else { String::new() };
    let changes = match strict.instances.iter().any(|one| one.past.is_some()) {
        true => format!(", {changed} to change, {destroyed} to destroy"),
        false => String::new(),
    };
    writeln!(out, "{created} to create{changes}{more}")
}

fn shown(instance: &Instance) -> bool {
    instance.address.resource.mode == Mode::Managed || matches!(instance.action, Action::Read(_))
}

/// The arguments that are written and not wholly known.
fn open(instance: &Instance) -> Vec<String> {
    let fields = plan::json::arguments(instance);
    fields.filter(|(_, value)| !value.is_wholly_known()).map(|(name, _)| name.to_string()).collect()
}

fn names<'a>(addresses: impl Iterator<Item = &'a crate::addrs::Str>) -> String {
    addresses.map(|address| format!("`{address}`")).collect::<Vec<_>>().join(", ")
}
