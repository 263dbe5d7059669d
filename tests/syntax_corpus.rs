//! What holds of real code: every file of `../shared/corpus`, where that is.

mod syntax_walk;

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tomcheck::syntax::Syntax;

use syntax_walk::check;

/// All files that are HCL, and which syntax each has. None, with a word, where the corpus is not there.
fn files() -> Vec<(PathBuf, Syntax)> {
    let corpus = Path::new("../shared/corpus");
    if !corpus.is_dir() {
        eprintln!("skipped: there is no {}", corpus.display());
        return Vec::new();
    }
    let walk = ignore::WalkBuilder::new(corpus).standard_filters(false).sort_by_file_path(Path::cmp).build();
    let paths = walk.map(|entry| entry.unwrap().into_path());
    let files = paths.filter_map(|path| {
        let syntax = match path.extension()?.to_str()? {
            "tf" | "tfvars" | "hcl" => Syntax::Native,
            "json" => Syntax::Json,
            _ => return None,
        };
        Some((path, syntax))
    });
    files.collect()
}

/// Terraform reads all of them: `terraform fmt` has nothing to say against a `.tf` or `.tfvars` file, a JSON reader nothing against
/// the others.
#[test]
fn every_file_is_read_and_its_tree_is_small() {
    let sizes = files().into_par_iter().map(|(path, syntax)| {
        let bytes = fs::read(&path).unwrap();
        let tree = check(&bytes, syntax);
        assert_eq!(tree.diagnostics(), [], "{}", path.display());
        (tree.size(), bytes.len())
    });
    let (tree, text) = sizes.reduce(Default::default, |(a, b), (c, d)| (a + c, b + d));
    assert!(tree <= 6 * text, "{tree} bytes of tree for {text} bytes of text");
}

/// Steps of the golden ratio spread evenly, and each file has other ones.
fn check_prefixes(of_each: usize) {
    files().into_par_iter().enumerate().for_each(|(at, (path, syntax))| {
        let bytes = fs::read(&path).unwrap();
        for round in 0..of_each {
            let share = ((at + round) as f64 * 0.618_033_988_749_895).fract();
            check(&bytes[..(share * bytes.len() as f64) as usize], syntax);
        }
    });
}

#[test]
fn prefixes_are_read() {
    check_prefixes(3);
}

#[test]
#[ignore = "115,000 texts: `make slow`"]
fn many_prefixes_are_read() {
    check_prefixes(20);
}
