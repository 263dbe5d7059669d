//! What a run costs, stage by stage, over a corpus: `make bench`, or `CORPUS=dir cargo bench --bench stages`.
//!
//! Prints figures and asserts nothing: a timed test fails for reasons that are not the code's.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use tomcheck::config;
use tomcheck::eval::{self, Files, Reach, Wanted};
use tomcheck::plan::Interest;
use tomcheck::policy::{self, Library, Params, Policies};
use tomcheck::source::{self, SourceFile, SourceMap};
use tomcheck::syntax::{self, Syntax};

const ROUNDS: u32 = 5;

fn main() {
    let corpus = std::env::var_os("CORPUS").map_or_else(usual, PathBuf::from);
    println!("corpus: {}", corpus.display());
    reading(&native(&corpus));
    stages(&corpus);
}

fn usual() -> PathBuf {
    let shared = Path::new("../shared/corpus");
    if shared.is_dir() {
        return shared.to_owned();
    }
    println!("../shared/corpus is not here: over the examples of the policies instead");
    PathBuf::from("policies")
}

fn mb(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The files that peers read too: native syntax, in Terraform's names.
fn native(dir: &Path) -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(dir).standard_filters(false).build();
    walk.filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ext| ext == "tf" || ext == "tfvars"))
        .collect()
}

fn best(mut run: impl FnMut()) -> Duration {
    (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn reading(paths: &[PathBuf]) {
    let texts: Vec<Vec<u8>> = paths.iter().filter_map(|path| std::fs::read(path).ok()).collect();
    let bytes: usize = texts.iter().map(Vec::len).sum();
    println!(
        "{} native files, {:.1} MB; best of {ROUNDS} rounds, one core where not said otherwise\n",
        texts.len(),
        mb(bytes)
    );
    let rate = |name: &str, time: Duration| println!("{name:24} {:8.0} MB/s", mb(bytes) / time.as_secs_f64());
    let mut copy = Vec::with_capacity(bytes);
    rate(
        "memcpy",
        best(|| {
            copy.clear();
            texts.iter().for_each(|text| copy.extend_from_slice(black_box(text)));
        }),
    );
    rate("read (page cache)", best(|| paths.iter().for_each(|path| drop(black_box(std::fs::read(path))))));
    let map = SourceMap::default();
    let files: Vec<_> = texts.iter().map(|text| map.add("bench.tf".into(), text.clone())).collect();
    let trees: Vec<_> = files.iter().map(|file| syntax::parse(file.clone(), Syntax::Native)).collect();
    rate("lex", best(|| assert_ne!(black_box(trees.iter().map(|tree| tree.tokens().count()).sum::<usize>()), 0)));
    let parse = |file: &Arc<SourceFile>| drop(black_box(syntax::parse(file.clone(), Syntax::Native)));
    rate("parse: tokens + tree", best(|| files.iter().for_each(parse)));
    rate(
        &format!("parse on {} cores", rayon::current_num_threads()),
        best(|| files.par_iter().with_min_len(16).for_each(parse)),
    );
    let strings: Vec<&str> = texts.iter().filter_map(|text| std::str::from_utf8(text).ok()).collect();
    rate(
        "hcl-edit",
        best(|| {
            for text in &strings {
                let _ = black_box(hcl_edit::parser::parse_body(text));
            }
        }),
    );
    let tree: usize = trees.iter().map(syntax::Tree::size).sum();
    println!("{:24} {:8.2} bytes a byte of source\n", "tree", tree as f64 / bytes as f64);
}

fn stages(corpus: &Path) {
    let mut shares: Vec<(&str, Duration)> = Vec::new();
    let mut timed = |name: &'static str, start: Instant| shares.push((name, start.elapsed()));
    let start = Instant::now();
    let (files, _) = source::discover(&[corpus.to_owned()], &source::Options::default());
    timed("discover", start);
    let start = Instant::now();
    let sources = config::parse(&files);
    timed("read and parse", start);
    let start = Instant::now();
    let (config, _) = config::load(&sources, &config::Inputs::default());
    timed("load", start);
    let start = Instant::now();
    let library = Library::builtin(sources.map(), &|_, _| true);
    let (policies, _) = Policies::new([&library], Params::new(), Params::new());
    timed("policies", start);
    let interest = |ty: &str| -> Interest { policies.interest(ty) };
    let wanted = Wanted::Types { interest: &interest, modules: policies.asks_for_modules() };
    let reach = Reach::new(&config, &wanted);
    let options = policy::Options::default();
    let (mut planned, mut checked, mut verdicts) = (Duration::ZERO, Duration::ZERO, 0);
    for root in &config.roots {
        let host =
            Files { base: config.module(root.module).real.clone(), sources: &sources, located: false, partial: false };
        let eval_options = eval::Options { lang: options.lang, aliases: true, ..Default::default() };
        let start = Instant::now();
        let (plan, _) = eval::plan(&config, root, &host, &wanted, &reach, eval_options);
        planned += start.elapsed();
        let start = Instant::now();
        verdicts += policy::check(&plan, &policies, &options).len();
        checked += start.elapsed();
    }
    shares.push(("plan", planned));
    shares.push(("check", checked));
    let all: Duration = shares.iter().map(|(_, time)| *time).sum();
    println!("{} root modules, {verdicts} verdicts, wall time", config.roots.len());
    for (name, time) in &shares {
        println!(
            "{name:24} {:8.1} ms {:4.0} %",
            time.as_secs_f64() * 1e3,
            100.0 * time.as_secs_f64() / all.as_secs_f64()
        );
    }
    println!("{:24} {:8.1} ms", "all", all.as_secs_f64() * 1e3);
}
