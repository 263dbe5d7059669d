//! Runs in memory: files → verdicts, with the built-in policies and profile.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use tomcheck::config::{self, Inputs};
use tomcheck::control::Sidecars;
use tomcheck::diag::Severity;
use tomcheck::eval::{self, Wanted};
use tomcheck::policy::{self, Library, Outcome, Params, Policies};
use tomcheck::source::{Flavour, SourceMap, in_memory};
use tomcheck::value::CauseKind;

/// What a policy said of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub outcome: Outcome,
    /// The line of the syntax error that it names as a cause, from 1.
    pub error_line: Option<usize>,
    pub causes: Vec<String>,
}

/// Policy and address of the subject.
pub type Key = (String, String);

/// What came of a run.
#[derive(Debug)]
pub struct Run {
    pub verdicts: BTreeMap<Key, Said>,
    /// Messages of the errors that syntax has.
    pub syntax_errors: Vec<String>,
    /// How many errors there are at all: a run with any is incomplete.
    pub errors: usize,
}

struct Builtin {
    library: Library,
    params: Params,
}

static BUILTIN: LazyLock<Builtin> = LazyLock::new(|| {
    let map = SourceMap::default();
    let (sidecars, _) = Sidecars::read(&[], &map);
    let (profile, problems) = sidecars.profile("emerse", &map);
    assert_eq!(problems, []);
    let parameters = profile.unwrap().parameters;
    let params = parameters.iter().map(|parameter| (parameter.name.clone(), parameter.value.clone())).collect();
    Builtin { library: Library::builtin(&map, &|_, _| true), params }
});

static POLICIES: LazyLock<Policies<'static>> =
    LazyLock::new(|| Policies::new([&BUILTIN.library], BUILTIN.params.clone(), Params::new()).0);

/// The verdicts over these files.
pub fn run(files: &[(&str, &[u8])]) -> Run {
    let texts = files.iter().map(|(path, text)| ((*path).into(), text.to_vec()));
    let (files, texts) = in_memory(texts, Flavour::Auto);
    let sources = config::parse_with(&files, texts);
    let (config, mut diagnostics) = config::load(&sources, &Inputs::default());
    let interest = |ty: &str| POLICIES.interest(ty);
    let wanted = Wanted::Types { interest: &interest, modules: POLICIES.asks_for_modules() };
    let options = policy::Options::default();
    let reach = eval::Reach::new(&config, &wanted);
    let mut verdicts = BTreeMap::new();
    for root in &config.roots {
        let module = config.module(root.module);
        let files = eval::Files { base: module.real.clone(), sources: &sources, located: false, partial: false };
        let eval_options = eval::Options { lang: options.lang, aliases: true, ..Default::default() };
        let (plan, found) = eval::plan(&config, root, &files, &wanted, &reach, eval_options);
        diagnostics.extend(found);
        for verdict in policy::check(&plan, &POLICIES, &options) {
            if verdict.outcome == Outcome::NotApplicable {
                continue;
            }
            let mut error = verdict.causes.iter().filter(|cause| {
                cause.kind == CauseKind::Error && cause.address == "syntax error" && cause.span.is_some()
            });
            let error_line = error
                .next()
                .and_then(|cause| cause.span)
                .map(|span| sources.map().get(span.file).position(span.start).line as usize);
            let causes = verdict.causes.iter().map(|cause| cause.address.to_string()).collect();
            let said = Said { outcome: verdict.outcome, error_line, causes };
            verdicts.insert((verdict.policy.to_string(), verdict.subject.address.to_string()), said);
        }
    }
    let syntax_errors = diagnostics.iter().filter(|one| one.code == "syntax").map(|one| one.message.clone()).collect();
    let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
    Run { verdicts, syntax_errors, errors }
}
