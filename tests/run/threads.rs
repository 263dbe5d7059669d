//! The same tree gives the same bytes, whatever the number of threads.

use std::path::Path;

use assert_cmd::Command;

/// All that a run says and ends with, on so many threads.
fn check(dir: &Path, format: &str, threads: &str) -> (Option<i32>, String, String) {
    let mut command = Command::cargo_bin("tomcheck").unwrap();
    command.current_dir(dir).env_remove("CLICOLOR_FORCE").env("RAYON_NUM_THREADS", threads);
    let output = command.args(["check", ".", "--format", format]).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn same_on_any_number_of_threads(dir: &Path, formats: &[&str]) {
    for format in formats {
        let one = check(dir, format, "1");
        assert!(one.1.len() > 1_000, "{}", one.2);
        let many = check(dir, format, "4");
        assert!(one == many, "{format} of {}:\n{}\n{}", dir.display(), one.1, many.1);
    }
}

#[test]
fn of_a_fixture() {
    same_on_any_number_of_threads(Path::new("fixtures/shop"), &["text", "json", "sarif"]);
}

#[test]
fn of_all_examples() {
    same_on_any_number_of_threads(Path::new("policies"), &["json"]);
}

#[test]
fn of_real_code() {
    let corpus = Path::new("../shared/corpus");
    if !corpus.is_dir() {
        return eprintln!("skipped: there is no {}", corpus.display());
    }
    same_on_any_number_of_threads(&corpus.join("terragoat"), &["text", "json", "sarif"]);
}
