//! `tomcheck policies`

use std::io::Write;

use serde_json::json;

use crate::policy::{Language, Library, Params, Policies, PolicyInfo};
use crate::report;
use crate::source::SourceMap;

use super::Exit;
use super::args::{LangArg, ListFormatArg, PoliciesArgs};

pub fn list(args: &PoliciesArgs) -> anyhow::Result<Exit> {
    let map = SourceMap::default();
    with_all(&map, &args.policies, |infos| {
        let mut out = std::io::stdout().lock();
        match args.format {
            ListFormatArg::Json => {
                let all: Vec<serde_json::Value> = infos
                    .iter()
                    .map(|info| {
                        json!({
                            "name": info.name.as_str(),
                            "demand": info.demand.as_str(),
                            "severity": info.severity.word(),
                            "title": { "de": info.title.de.as_str(), "en": info.title.en.as_str() },
                        })
                    })
                    .collect();
                writeln!(out, "{}", serde_json::to_string_pretty(&all)?)?;
            }
            ListFormatArg::Text => {
                let width = infos.iter().map(|info| info.name.len()).max().unwrap_or(0);
                for info in infos {
                    let title = info.title.get(language(args.lang));
                    writeln!(out, "{:width$}  {:8}  {title}", info.name, info.severity.word())?;
                }
            }
        }
        Ok(Exit::Clean)
    })
}

/// Runs with what the sidecars say of all policies, by name.
pub(super) fn with_all(
    map: &SourceMap,
    paths: &[std::path::PathBuf],
    run: impl FnOnce(&[std::sync::Arc<PolicyInfo>]) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    let mut libraries = vec![Library::builtin(map, &|_, _| true)];
    let mut problems = Vec::new();
    for path in paths {
        anyhow::ensure!(path.exists(), "{}: no such file or directory", path.display());
        let (library, found) = Library::load(map, path);
        libraries.push(library);
        problems.extend(found);
    }
    let (policies, found) = Policies::new(&libraries, Params::new(), Params::new());
    problems.extend(found);
    let colour = report::use_colour(report::Colour::Auto, &std::io::stderr());
    report::diagnostics(&problems, map, colour, &mut std::io::stderr().lock())?;
    if Policies::broken(&problems) {
        return Ok(Exit::CouldNotRun);
    }
    let infos: Vec<_> = policies.infos().into_values().collect();
    run(&infos)
}

pub(super) fn language(lang: LangArg) -> Language {
    match lang {
        LangArg::En => Language::En,
        LangArg::De => Language::De,
    }
}
