//! `tomcheck explain`

use std::io::Write;

use crate::diag::nearest;
use crate::policy::{Builtin, FixAction, PolicyInfo};
use crate::source::SourceMap;

use super::Exit;
use super::args::ExplainArgs;
use super::policies::{language, with_all};

pub fn explain(args: &ExplainArgs) -> anyhow::Result<Exit> {
    let map = SourceMap::default();
    with_all(&map, &args.policies, |infos| {
        let Some(info) = infos.iter().find(|info| info.name == args.policy.as_str()) else {
            let near = nearest(&args.policy, infos.iter().map(|info| info.name.as_str()));
            let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            anyhow::bail!("there is no policy named `{}`{help}", args.policy);
        };
        page(info, args, &mut std::io::stdout().lock())?;
        Ok(Exit::Clean)
    })
}

/// The page of a policy: title, what it decides, how to mend a violation, examples, links.
fn page(info: &PolicyInfo, args: &ExplainArgs, out: &mut impl Write) -> std::io::Result<()> {
    let language = language(args.lang);
    writeln!(out, "{}\n{}\n", info.name, "=".repeat(info.name.chars().count()))?;
    writeln!(out, "{}\n", info.title.get(language))?;
    writeln!(out, "{}\n", info.description.get(language).trim())?;
    writeln!(out, "demand:   {}\nseverity: {}", info.demand, info.severity.word())?;
    for fix in &info.fixes {
        writeln!(out, "\nhelp: {}", fix.title.get(language))?;
        match &fix.action {
            FixAction::AddBlock { snippet, .. } | FixAction::AddResource { snippet } => {
                for line in snippet.trim_end().lines() {
                    writeln!(out, "    {line}")?;
                }
            }
            FixAction::SetArgument { path, .. } => writeln!(out, "    sets `{path}`")?,
            FixAction::RemoveArgument { path } => writeln!(out, "    removes `{path}`")?,
            FixAction::Describe => {}
        }
    }
    for note in &info.version_notes {
        writeln!(out, "\nnote: {} {}: {}", note.provider, note.constraint, note.note.get(language))?;
    }
    for (name, text) in examples(info) {
        writeln!(out, "\n{name}\n")?;
        for line in text.trim_end().lines() {
            writeln!(out, "    {line}")?;
        }
    }
    if !info.links.is_empty() {
        writeln!(out)?;
    }
    for (label, url) in &info.links {
        writeln!(out, "{label}: {url}")?;
    }
    Ok(())
}

/// The examples of the folder that a policy is from.
fn examples(info: &PolicyInfo) -> &'static [(&'static str, &'static str)] {
    let named = format!("\"{}\"", info.name);
    Builtin::all()
        .iter()
        .find(|builtin| {
            builtin.sidecar.lines().any(|line| {
                let line = line.trim_start();
                (line.starts_with("policy_metadata") || line.starts_with("presence")) && line.contains(&named)
            })
        })
        .map_or(&[], |builtin| builtin.examples)
}
