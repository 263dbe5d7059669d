//! `tomcheck test`

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde_json::json;

use crate::policy::{self, Case, Outcome, TestOptions, TestReport};
use crate::report;
use crate::source::SourceMap;
use crate::value::Value;

use super::Exit;
use super::args::{ListFormatArg, TestArgs};

pub fn test(args: &TestArgs) -> anyhow::Result<Exit> {
    let path = args.policies.clone().unwrap_or_else(default_path);
    for path in [Some(&path), args.tests.as_ref()].into_iter().flatten() {
        anyhow::ensure!(path.exists(), "{}: no such file or directory", path.display());
    }
    let sources = SourceMap::default();
    let mut options = TestOptions { tests: args.tests.clone(), ..TestOptions::default() };
    for input in &args.inputs {
        let (name, value) = input.split_once('=').with_context(|| format!("`--input {input}`: write NAME=VALUE"))?;
        options.inputs.insert(name.into(), Value::string(value));
    }
    let result = policy::test(&sources, &path, &options);
    let colour = report::use_colour(report::Colour::Auto, &std::io::stderr());
    report::diagnostics(&result.diagnostics, &sources, colour, &mut std::io::stderr().lock())?;
    let mut out = std::io::stdout().lock();
    match args.format {
        ListFormatArg::Json => writeln!(out, "{}", serde_json::to_string_pretty(&as_json(&result))?)?,
        ListFormatArg::Text => as_text(&result, &sources, &mut out)?,
    }
    Ok(match () {
        () if result.broken() => Exit::CouldNotRun,
        () if result.failed() > 0 => Exit::Violated,
        () => Exit::Clean,
    })
}

fn default_path() -> PathBuf {
    let usual = Path::new("policies");
    if usual.is_dir() { usual.to_owned() } else { PathBuf::from(".") }
}

fn expected(case: &Case) -> &'static str {
    if case.expect_failure { "fail" } else { "pass" }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotApplicable => "not applicable",
        Outcome::Pass => "pass",
        Outcome::Unknown => "unknown",
        Outcome::Fail => "fail",
        Outcome::Error => "error",
    }
}

fn as_json(result: &TestReport) -> serde_json::Value {
    let failed = result.failed();
    let cases: Vec<serde_json::Value> = result
        .cases
        .iter()
        .map(|case| {
            json!({
                "policy": case.policy.as_str(),
                "test": case.test.as_str(),
                "case": case.case.as_str(),
                "expected": expected(case),
                "actual": word(case.actual),
                "passed": case.passed,
                "messages": case.messages.iter().map(|message| message.as_str()).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "passed": result.cases.len() - failed,
        "failed": failed,
        "skipped": result.skipped,
        "cases": cases,
    })
}

fn as_text(result: &TestReport, sources: &SourceMap, out: &mut impl Write) -> std::io::Result<()> {
    for case in result.cases.iter().filter(|case| !case.passed) {
        let file = sources.get(case.span.file);
        let at = file.position(case.span.start);
        writeln!(out, "FAIL {} ({}:{}:{})", case.case, case.test, at.line, at.column)?;
        writeln!(out, "     expected {}, got {} from {}", expected(case), word(case.actual), case.policy)?;
        for message in &case.messages {
            writeln!(out, "     {message}")?;
        }
    }
    let failed = result.failed();
    let skipped = if result.skipped > 0 { format!(", {} skipped", result.skipped) } else { String::new() };
    writeln!(out, "{} passed, {failed} failed{skipped}", result.cases.len() - failed)
}
