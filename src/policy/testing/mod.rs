//! Running `.policytest.hcl`: policies judged over mocks instead of a plan.

mod decode;
mod mocks;
mod run;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::addrs::Str;
use crate::diag::{Diagnostic, Severity};
use crate::source::{SourceMap, Span};

use super::library::{Library, Params, files, read};
use super::{Outcome, Policies};

/// Choices of a test run.
#[derive(Clone, Debug, Default)]
pub struct TestOptions {
    /// Where the test files are, if not beside the policies.
    pub tests: Option<PathBuf>,
    /// Values for inputs; those that a test file sets come first.
    pub inputs: Params,
}

/// One mock, judged.
#[derive(Clone, Debug)]
pub struct Case {
    /// The stems of the policy files that it is judged by.
    pub policy: Str,
    /// The test file, as shown.
    pub test: Str,
    /// The mock: `aws_s3_bucket.pass_kms`.
    pub case: Str,
    /// Whether a violation is expected.
    pub expect_failure: bool,
    /// What the policies say; the worst.
    pub actual: Outcome,
    /// Whether that is what was expected.
    pub passed: bool,
    /// What the policies say in words.
    pub messages: Vec<Str>,
    /// The header of the mock.
    pub span: Span,
}

/// The result of a test run.
#[derive(Debug, Default)]
pub struct TestReport {
    /// All judged mocks, by test file and in its order.
    pub cases: Vec<Case>,
    /// How many mocks were skipped.
    pub skipped: usize,
    /// What is wrong with policies and tests.
    pub diagnostics: Vec<Diagnostic>,
}

impl TestReport {
    /// How many were not as expected.
    pub fn failed(&self) -> usize {
        self.cases.iter().filter(|case| !case.passed).count()
    }

    /// Whether policies or tests are broken, so that nothing is proved.
    pub fn broken(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Runs all tests of a directory, or one test file, over the policies beside them.
pub fn test(sources: &SourceMap, path: &Path, options: &TestOptions) -> TestReport {
    let mut report = TestReport::default();
    let tests = options.tests.as_deref().unwrap_or(path);
    let mut trees = Vec::new();
    for file in files(tests, &[".policytest.hcl"], &mut report.diagnostics) {
        if let Some(tree) = read(sources, &file, &mut report.diagnostics) {
            trees.push(tree);
        }
    }
    let decoded: Vec<decode::TestFile<'_>> =
        trees.iter().map(|tree| decode::decode(tree, &mut report.diagnostics)).collect();
    // Each directory of policies is read once, however many tests name it.
    let policies = if path.is_file() { path.parent().unwrap_or(Path::new(".")) } else { path };
    let mut dirs: BTreeSet<PathBuf> = [policies.to_path_buf()].into();
    for target in decoded.iter().flat_map(|test| test.target_paths()) {
        let dir = if target.is_dir() { target } else { target.parent().map(Path::to_path_buf).unwrap_or_default() };
        let inside = |outer: &PathBuf| real(&dir).starts_with(real(outer));
        if !dirs.iter().any(inside) && dir.exists() {
            dirs.insert(dir);
        }
    }
    let mut libraries = Vec::new();
    for dir in &dirs {
        let (library, problems) = Library::load(sources, dir);
        report.diagnostics.extend(problems);
        libraries.push(library);
    }
    let (all, problems) = Policies::new(&libraries, Params::new(), options.inputs.clone());
    report.diagnostics.extend(problems);
    let results: Vec<_> = decoded.par_iter().map(|test| run::run(test, &libraries, &all, options)).collect();
    for (cases, skipped, problems) in results {
        report.cases.extend(cases);
        report.skipped += skipped;
        report.diagnostics.extend(problems);
    }
    if report.cases.is_empty() && report.skipped == 0 && report.diagnostics.is_empty() {
        report.diagnostics.push(
            Diagnostic::error("nothing-tested", "there are no tests here")
                .in_file(tests)
                .note("tests are in files whose names end in `.policytest.hcl`"),
        );
    }
    report
}

/// A path without links and dots, or as it is where it does not exist.
fn real(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A provider's source with the registry's host in front.
pub(super) fn full_source(source: &str) -> Str {
    match source.split('/').count() {
        1 => format!("registry.terraform.io/hashicorp/{source}").into(),
        2 => format!("registry.terraform.io/{source}").into(),
        _ => source.into(),
    }
}
