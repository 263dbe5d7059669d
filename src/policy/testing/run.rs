//! Judging the mocks of one test file.

use std::path::Path;

use crate::addrs::{InstanceKey, Mode, ModuleInstance, Resource, ResourceInstance, Str};
use crate::diag::Diagnostic;
use crate::lang::{Error, Result, Session, functions::NoFiles};
use crate::plan::{Action, Existence, Instance};
use crate::policy::check::{Options, Run, matches_source, operation, workspace};
use crate::policy::file::BlockKind;
use crate::policy::library::{Library, Params};
use crate::policy::names::{Judged, Shared, World};
use crate::policy::{Outcome, Policies, Subject};
use crate::value::{Fields, Value};

use super::decode::{Mock, MockKind, TestFile};
use super::mocks::{Names, field, text};
use super::{Case, TestOptions, full_source, real};

type Outcomes = (Vec<Case>, usize, Vec<Diagnostic>);

/// A mock with its values.
struct Evaluated<'m, 't> {
    mock: &'m Mock<'t>,
    attrs: Option<Value>,
    prior: Option<Value>,
    meta: Fields,
    action: Action,
}

pub(super) fn run(test: &TestFile<'_>, libraries: &[Library], all: &Policies<'_>, options: &TestOptions) -> Outcomes {
    let mut problems = Vec::new();
    let targets = targets(test, all, &mut problems);
    let session = Session::new(&NoFiles, Default::default());
    let mut inputs = options.inputs.clone();
    let given = test.inputs.iter().map(|(name, expr)| (name, *expr));
    set_inputs(&mut inputs, given, test, &session, &mut problems);
    let names = Names::new(test, &inputs);
    let mut mocks = Vec::new();
    for mock in &test.mocks {
        match evaluated(mock, &names, &session) {
            Ok(mock) => mocks.push(mock),
            Err(error) => problems.push(error.diagnostic()),
        }
    }
    let instances: Vec<Instance> = mocks.iter().filter_map(instance).collect();
    let data: Vec<(Str, Value)> = mocks
        .iter()
        .filter(|mock| mock.mock.kind == MockKind::Data)
        .filter_map(|mock| Some((mock.mock.ty.clone(), mock.attrs.clone()?)))
        .collect();
    let mut by_type = std::collections::HashMap::<Str, Vec<usize>>::new();
    for (at, instance) in instances.iter().enumerate().filter(|(_, instance)| instance.action != Action::Delete) {
        by_type.entry(instance.address.resource.ty.clone()).or_default().push(at);
    }
    let world = World { instances: &instances, by_type, matching: Default::default(), gaps: &[], data: &data };
    let (default, found) = Policies::new(libraries, Params::new(), inputs.clone());
    drop(found);
    let shared = Shared::new(&default);
    let mut cases = Vec::new();
    let mut skipped = 0;
    for mock in &mocks {
        if mock.mock.skip {
            skipped += 1;
            continue;
        }
        if mock.mock.kind == MockKind::Data {
            continue;
        }
        let case = if mock.mock.inputs.is_empty() {
            judge(test, mock, &targets, &default, &shared, &world)
        } else {
            let mut own = inputs.clone();
            let given = mock.mock.inputs.iter().map(|(name, expr)| (name, *expr));
            set_inputs(&mut own, given, test, &session, &mut problems);
            let (policies, _) = Policies::new(libraries, Params::new(), own);
            judge(test, mock, &targets, &policies, &Shared::new(&policies), &world)
        };
        if case.actual == Outcome::Unknown && case.expect_failure {
            problems.push(
                Diagnostic::warning("unknown", "a violation is expected, and it is not known whether there is one")
                    .at(mock.mock.span, ""),
            );
        }
        cases.push(case);
    }
    (cases, skipped, problems)
}

fn set_inputs<'t>(
    inputs: &mut Params,
    given: impl Iterator<Item = (&'t Str, crate::syntax::Expr<'t>)>,
    test: &TestFile<'_>,
    session: &Session<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    for (name, expr) in given {
        let value = Names::new(test, inputs).eval(expr, session);
        match value {
            Ok(value) => {
                inputs.insert(name.clone(), value);
            }
            Err(error) => problems.push(error.diagnostic()),
        }
    }
}

/// The positions of the policy files that a test is about.
fn targets(test: &TestFile<'_>, all: &Policies<'_>, problems: &mut Vec<Diagnostic>) -> Vec<usize> {
    let file = |at: usize| real(Path::new(all.files[at].path.as_str()));
    let every = 0..all.files.len();
    let Some(named) = &test.targets else { return by_stem(test, all) };
    let mut found = Vec::new();
    for ((target, span), path) in named.iter().zip(test.target_paths()) {
        let path = real(&path);
        let mut hits: Vec<usize> =
            every.clone().filter(|at| file(*at) == path || (path.is_dir() && file(*at).starts_with(&path))).collect();
        if hits.is_empty() {
            let with_ending = real(Path::new(&format!("{}.policy.hcl", path.display())));
            hits = every.clone().filter(|at| file(*at) == with_ending).collect();
            if !hits.is_empty() {
                problems.push(
                    Diagnostic::warning("target", format!("the target \"{target}\" lacks its ending"))
                        .at(*span, "")
                        .help(format!("write \"{target}.policy.hcl\"")),
                );
            }
        }
        if hits.is_empty() {
            let message = format!("\"{target}\" does not match any policy file");
            problems
                .push(Diagnostic::error("target", message).at(*span, "").note("targets are relative to the test file"));
        }
        found.extend(hits);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Without targets: the policy of the same stem beside the test, with dotted endings dropped one by one; else all.
fn by_stem(test: &TestFile<'_>, all: &Policies<'_>) -> Vec<usize> {
    let name = test.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut stem = name.trim_end_matches(".policytest.hcl");
    let dir = real(test.path.parent().unwrap_or(Path::new("")));
    let beside: Vec<usize> =
        (0..all.files.len()).filter(|at| real(Path::new(all.files[*at].dir.as_str())) == dir).collect();
    loop {
        if let Some(at) = beside.iter().find(|at| all.files[**at].stem == stem) {
            return vec![*at];
        }
        match stem.rsplit_once('.') {
            Some((shorter, _)) => stem = shorter,
            None => return if beside.is_empty() { (0..all.files.len()).collect() } else { beside },
        }
    }
}

fn evaluated<'m, 't>(mock: &'m Mock<'t>, names: &Names<'_, 't>, session: &Session<'_>) -> Result<Evaluated<'m, 't>> {
    let attrs = names.attrs(mock, session)?;
    let prior = mock.prior_attrs.map(|expr| names.eval(expr, session)).transpose()?;
    let given = mock.meta.map(|expr| names.eval(expr, session)).transpose()?.unwrap_or(Value::NULL);
    let empty = |value: &Option<Value>| match value.as_ref().map(Value::bare) {
        Some(Value::Object(object)) => object.fields.is_empty(),
        Some(_) => false,
        None => true,
    };
    let action = match field(&given, "operation") {
        Some(operation) => match text(&operation).as_deref() {
            Some("create") => Action::Create,
            Some("update") => Action::Update,
            Some("delete") => Action::Delete,
            Some("no-op") => Action::NoOp,
            Some(other) => return Err(Error::other(mock.span, format!("there is no operation \"{other}\""))),
            None => return Err(Error::other(mock.span, "`meta.operation` is non-string, it must be a string")),
        },
        None => match (empty(&attrs), empty(&prior)) {
            (false, true) => Action::Create,
            (false, false) => Action::Update,
            (true, false) => Action::Delete,
            (true, true) => Action::Create,
        },
    };
    // Attributes that are written and empty are a resource of which nothing is set: authors mean it so.
    if mock.kind == MockKind::Resource && mock.attrs.is_none() && empty(&prior) {
        return Err(Error::other(mock.span, "this mock has no state: neither `attrs` nor `prior_attrs`"));
    }
    let mut meta: Fields = defaults(mock).into_iter().chain(workspace()).collect();
    if mock.kind == MockKind::Resource {
        let word = match action {
            Action::Update => "update",
            Action::Delete => "delete",
            Action::NoOp => "no-op",
            Action::Read(_) => "read",
            Action::Create | Action::Configured => "create",
        };
        meta.insert("operation".into(), Value::string(word));
    }
    if let Value::Object(object) = given.bare() {
        for (name, value) in object.fields.iter() {
            meta.insert(name.clone(), value.clone());
        }
    }
    Ok(Evaluated { mock, attrs, prior, meta, action })
}

/// What `meta` says where a mock leaves it out.
fn defaults(mock: &Mock<'_>) -> Vec<(Str, Value)> {
    let own = |name: &str, value: &str| (Str::from(name), Value::string(value));
    match mock.kind {
        MockKind::Resource | MockKind::Data => vec![
            own("type", &mock.ty),
            own("provider_type", mock.ty.split('_').next().unwrap_or_default()),
            own("module_path", "."),
        ],
        MockKind::Module => vec![own("source", &mock.ty), own("address", &format!("module.{}", mock.name))],
        MockKind::Provider => vec![
            own("type", &mock.ty),
            own("name", &mock.ty),
            own("namespace", "hashicorp"),
            own("source", &full_source(&mock.ty)),
        ],
    }
}

fn instance(mock: &Evaluated<'_, '_>) -> Option<Instance> {
    (mock.mock.kind == MockKind::Resource).then(|| Instance {
        address: ResourceInstance {
            module: ModuleInstance::root(),
            resource: Resource { mode: Mode::Managed, ty: mock.mock.ty.clone(), name: mock.mock.name.clone() },
            key: InstanceKey::None,
        },
        attrs: mock.attrs.clone().unwrap_or(Value::NULL),
        prior: mock.prior.clone(),
        action: mock.action,
        past: None,
        existence: Existence::Certain,
        provider: mock.mock.ty.split('_').next().unwrap_or_default().into(),
        provider_version: None,
        span: Some(mock.mock.span),
    })
}

fn judge(
    test: &TestFile<'_>,
    mock: &Evaluated<'_, '_>,
    targets: &[usize],
    policies: &Policies<'_>,
    shared: &Shared,
    world: &World<'_>,
) -> Case {
    let root = Str::from(".");
    let options = Options::default();
    let run = Run { policies, shared, world, root: &root, options: &options };
    let kind = match mock.mock.kind {
        MockKind::Module => BlockKind::Module,
        MockKind::Provider => BlockKind::Provider,
        MockKind::Resource | MockKind::Data => BlockKind::Resource,
    };
    let blocks = run.of_kind(kind, |pattern| match kind {
        BlockKind::Module => matches_source(pattern, &mock.mock.ty),
        _ => pattern.matches(&mock.mock.ty),
    });
    let judged = Judged {
        attrs: mock.attrs.clone().unwrap_or(Value::NULL),
        prior: mock.prior.clone().unwrap_or(Value::NULL),
        meta: mock.meta.clone(),
    };
    let case = match mock.mock.kind {
        MockKind::Module => format!("module.{}", mock.mock.name),
        MockKind::Provider => format!("provider.{}.{}", mock.mock.ty, mock.mock.name),
        _ => format!("{}.{}", mock.mock.ty, mock.mock.name),
    };
    let mut worst = Outcome::NotApplicable;
    let mut denied = false;
    let mut messages = Vec::new();
    for (file, block) in blocks.into_iter().filter(|(file, _)| targets.contains(file)) {
        let selected = match kind {
            BlockKind::Resource => operation(&policies.files[file].blocks[block], mock.action).is_some(),
            _ => true,
        };
        if !selected {
            continue;
        }
        let subject = Subject { address: case.as_str().into(), kind: mock.mock.ty.clone(), span: Some(mock.mock.span) };
        if let Some((verdict, _)) = run.judge(file, block, &judged, subject) {
            worst = worst.max(verdict.outcome);
            denied |= verdict.outcome == Outcome::Fail;
            messages.extend(verdict.messages);
        }
    }
    let passed = match mock.mock.expect_failure {
        false => matches!(worst, Outcome::Pass | Outcome::NotApplicable),
        true => worst != Outcome::Error && (denied || worst == Outcome::Unknown),
    };
    let stems: Vec<&str> = targets.iter().map(|at| policies.files[*at].stem.as_str()).collect();
    Case {
        policy: stems.join(", ").into(),
        test: test.path.to_string_lossy().as_ref().into(),
        case: case.into(),
        expect_failure: mock.mock.expect_failure,
        actual: worst,
        passed,
        messages,
        span: mock.mock.span,
    }
}
