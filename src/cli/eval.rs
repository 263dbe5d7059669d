//! `tomcheck eval`: a console without state or cloud.

use std::io::{BufRead, Write};
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use crate::config::{self, Inputs};
use crate::diag::Diagnostic;
use crate::eval::{Console, Files};
use crate::lang;
use crate::report;
use crate::source::{Directory, Listing};
use crate::value::{Value, json as value_json, masks, show};

use super::Exit;
use super::args::EvalArgs;
use super::inputs::{inputs, language, root_directory};

pub fn eval(args: &EvalArgs) -> anyhow::Result<Exit> {
    let dir = args.dir.clone().unwrap_or_else(|| PathBuf::from("."));
    let (mut files, here) = root_directory(&dir, args.inputs.flavour)?;
    if files.directories.is_empty() {
        // Expressions need no configuration.
        let listing = Listing::default();
        files.directories.push(Directory { path: dir.clone(), real: here.clone(), named: true, listing });
    }
    let sources = config::parse(&files);
    let mut given: Inputs = inputs(&args.inputs);
    given.workspace.get_or_insert_with(|| "default".into());
    let (config, problems) = config::load(&sources, &given);
    let colour = report::use_colour(report::Colour::Auto, &std::io::stderr());
    report::diagnostics(&problems, sources.map(), colour, &mut std::io::stderr().lock())?;
    let Some(root) = config.roots.first() else { anyhow::bail!("{}: there is no root module", dir.display()) };
    let host = Files::new(here, &sources, true);
    let lang = lang::Options { as_terraform: true, ..language(&args.inputs, &config, root) };
    let options = crate::eval::Options { lang, ..Default::default() };
    let console = Console::new(&config, root, &host, options);
    let mut out = std::io::stdout().lock();
    let mut failed = false;
    let mut one = |text: &str| -> anyhow::Result<()> {
        let answer = console.answer(text, sources.map());
        failed |= answer.is_err();
        if args.json {
            writeln!(out, "{}", as_json(&answer))?;
        } else {
            match &answer {
                Ok(value) => writeln!(out, "{}", show(value))?,
                Err(error) => {
                    let wrong = std::slice::from_ref(error.as_ref());
                    report::diagnostics(wrong, sources.map(), colour, &mut std::io::stderr().lock())?;
                }
            }
        }
        Ok(())
    };
    if args.expr == "-" {
        for line in std::io::stdin().lock().lines() {
            let line = line?;
            if line.trim().is_empty() {
                continue;
            }
            let text: String = serde_json::from_str(&line).unwrap_or(line);
            one(&text)?;
        }
    } else {
        one(&args.expr)?;
    }
    Ok(if failed && !args.json { Exit::CouldNotRun } else { Exit::Clean })
}

/// The form in which answers are recorded: type, value, and masks of what is unknown and sensitive.
fn as_json(answer: &Result<Value, Box<Diagnostic>>) -> Json {
    let value = match answer {
        Err(error) => return json!({ "ok": false, "error": error.message }),
        Ok(value) => value,
    };
    let causes: Vec<Json> = value
        .causes_deep()
        .iter()
        .flat_map(|causes| causes.iter())
        .map(|cause| json!({ "kind": format!("{:?}", cause.kind).to_lowercase(), "address": cause.address.as_str() }))
        .collect();
    let mut object = json!({
        "ok": true,
        "type": value_json::type_to_json(&value.ty()),
        "value": masks::known(value),
        "unknown": masks::unknown(value),
    });
    let sensitive = masks::sensitive(value);
    if sensitive != Json::Bool(false) {
        object["sensitive"] = sensitive;
    }
    if !causes.is_empty() {
        object["causes"] = causes.into();
    }
    object
}
