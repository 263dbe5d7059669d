//! A file through the whole of a check: parsed, loaded, planned, judged by the built-in policies that concern it.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tomcheck::config::{self, Inputs};
use tomcheck::control::Sidecars;
use tomcheck::eval::{self, Wanted};
use tomcheck::policy::{self, Library, Params, Policies};
use tomcheck::source::{Flavour, SourceMap, in_memory};

struct Builtin {
    library: Library,
    params: Params,
}

static BUILTIN: LazyLock<Builtin> = LazyLock::new(|| {
    let map = SourceMap::default();
    let profile = Sidecars::read(&[], &map).0.profile("emerse", &map).0.expect("the profile is built in");
    let parameters = profile.parameters.iter();
    let params = parameters.map(|parameter| (parameter.name.clone(), parameter.value.clone())).collect();
    Builtin { library: Library::builtin(&map, &|_, _| true), params }
});

static POLICIES: LazyLock<Policies<'static>> =
    LazyLock::new(|| Policies::new([&BUILTIN.library], BUILTIN.params.clone(), Params::new()).0);

fuzz_target!(|bytes: &[u8]| {
    // Longer texts find nothing that shorter ones do not, and take their time.
    if bytes.len() > 8_000 {
        return;
    }
    let name = if bytes.trim_ascii_start().starts_with(b"{") { "main.tf.json" } else { "main.tf" };
    let (files, texts) = in_memory([(name.into(), bytes.to_vec())], Flavour::Auto);
    let sources = config::parse_with(&files, texts);
    let (config, _) = config::load(&sources, &Inputs::default());
    let interest = |ty: &str| POLICIES.interest(ty);
    let wanted = Wanted::Types { interest: &interest, modules: POLICIES.asks_for_modules() };
    let reach = eval::Reach::new(&config, &wanted);
    let options = policy::Options::default();
    for root in &config.roots {
        let files = eval::Files { base: config.module(root.module).real.clone(), sources: &sources, located: false, partial: false };
        let eval_options = eval::Options { lang: options.lang, aliases: true, ..Default::default() };
        let (plan, _) = eval::plan(&config, root, &files, &wanted, &reach, eval_options);
        policy::check(&plan, &POLICIES, &options);
    }
});
