//! Terraform, asked about many expressions at once.
//!
//! Each expression is a local in a file of its own, beside an output and a resource that have it as their value. What
//! does not load or evaluate is named by its file; without those files the rest is planned, and the plan says the
//! values, the console their types.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Map, Value as Json, json};

use super::oracle_support::root_module;

/// What Terraform makes of expressions, in the form in which results are recorded. `None`: it said nothing.
///
/// `"validated": true` beside an error: it is found where Terraform only validates, with every output of a resource of a
/// type not known, which an evaluation of the plan alone need not find.
pub fn judge(context: &str, expressions: &[String]) -> Vec<Option<Json>> {
    let dir = root_module(context);
    let mut verdicts: Vec<Option<Json>> = vec![None; expressions.len()];
    let mut open: Vec<usize> = (0..expressions.len()).collect();
    for at in &open {
        std::fs::write(dir.path().join(format!("e{at}.tf")), module(*at, &expressions[*at]))
            .expect("it can be written");
    }
    let mut validating = true;
    loop {
        let out = match validating {
            true => terraform(dir.path(), &["validate", "-json"], ""),
            false => terraform(dir.path(), &["plan", "-json", "-no-color", "-input=false", "-out=plan"], ""),
        };
        let errors = errors(&out, expressions);
        if errors.is_empty() && !validating {
            break;
        }
        validating &= !errors.is_empty();
        for (at, mut error) in errors {
            if validating {
                error["validated"] = true.into();
            }
            _ = std::fs::remove_file(dir.path().join(format!("e{at}.tf")));
            open.retain(|one| *one != at);
            verdicts[at] = Some(error);
        }
    }
    let Ok(plan) = serde_json::from_str::<Json>(&terraform(dir.path(), &["show", "-json", "plan"], "")) else {
        // Terraform itself went down with one of them.
        return match open.len() {
            0 | 1 => verdicts,
            count => {
                let halves = [&open[..count / 2], &open[count / 2..]];
                for half in halves {
                    let texts: Vec<String> = half.iter().map(|at| expressions[*at].clone()).collect();
                    half.iter().zip(judge(context, &texts)).for_each(|(at, verdict)| verdicts[*at] = verdict);
                }
                verdicts
            }
        };
    };
    let types = types(dir.path(), &open);
    let changes = plan["resource_changes"].as_array().into_iter().flatten();
    let changes: BTreeMap<&str, &Json> =
        changes.filter_map(|change| Some((change["address"].as_str()?, &change["change"]))).collect();
    for (place, at) in open.iter().enumerate() {
        let name = format!("e{at}");
        let output = &plan["output_changes"][&name];
        let resource = changes.get(format!("terraform_data.{name}").as_str()).copied().unwrap_or(&Json::Null);
        // A plan forgets the types of nulls; the console cannot print each attribute's name.
        let recorded = &plan["planned_values"]["outputs"][&name]["type"];
        let ty = if types[place].is_null() { recorded } else { &types[place] };
        if ty.is_null() || types[place].is_null() && output["after"].to_string().contains("null") {
            continue;
        }
        let (value, unknown) = (&output["after"], &output["after_unknown"]);
        let mut verdict = json!({ "ok": true, "type": ty, "value": value, "unknown": unknown });
        // What is not known is not shown as sensitive either.
        if unknown == false {
            verdict["sensitive"] = resource["after_sensitive"].get("input").cloned().unwrap_or(Json::Bool(false));
        }
        verdicts[*at] = Some(verdict);
    }
    verdicts
}

fn module(at: usize, expression: &str) -> String {
    format!(
        "locals {{\ne{at} = {expression}\n}}\noutput \"e{at}\" {{\nvalue = local.e{at}\nsensitive = true\n}}\n\
         resource \"terraform_data\" \"e{at}\" {{\ninput = local.e{at}\n}}\n"
    )
}

/// Runs Terraform; what it printed.
fn terraform(dir: &Path, args: &[&str], input: &str) -> String {
    let mut child = Command::new("terraform")
        .args(args)
        .current_dir(dir)
        .env("CHECKPOINT_DISABLE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("terraform is installed");
    let mut stdin = child.stdin.take().expect("standard input");
    std::io::Write::write_all(&mut stdin, input.as_bytes()).expect("it reads");
    drop(stdin);
    String::from_utf8_lossy(&child.wait_with_output().expect("it ends").stdout).into_owned()
}

/// The errors of a run by the expression to blame, in the recorded form.
fn errors(out: &str, expressions: &[String]) -> BTreeMap<usize, Json> {
    let name = regex::Regex::new(r"\be(\d+)\b").expect("a pattern");
    let mut errors = BTreeMap::new();
    let events = out.lines().filter_map(|line| Some(serde_json::from_str::<Json>(line).ok()?["diagnostic"].take()));
    // `validate` prints one document, `plan` an event a line.
    let document = serde_json::from_str::<Json>(out).ok();
    let document = document.and_then(|mut all| all["diagnostics"].as_array_mut().map(std::mem::take));
    let diagnostics = document.unwrap_or_else(|| events.collect());
    for diagnostic in diagnostics {
        if diagnostic["severity"] != "error" {
            continue;
        }
        let text = |what: &str| diagnostic[what].as_str().unwrap_or_default();
        let file = diagnostic["range"]["filename"].as_str();
        // What cannot be kept has no place in a file.
        let blamed = file.map_or_else(|| format!("{} {}", text("summary"), text("detail")), str::to_owned);
        let blamed = name.captures_iter(&blamed).filter_map(|found| found[1].parse().ok());
        let blamed: Vec<usize> = blamed.filter(|at| *at < expressions.len()).collect();
        assert!(!blamed.is_empty(), "an error of no expression: {diagnostic}");
        for at in blamed {
            let mut error = json!({ "ok": false, "error": text("summary"), "detail": text("detail") });
            // Behind the local stand the output and the resource: there it is kept, not evaluated.
            let own = 3 + expressions[at].matches('\n').count() as u64;
            if file.is_none() || diagnostic["range"]["start"]["line"].as_u64() > Some(own) {
                error["not_storable"] = true.into();
            }
            errors.entry(at).or_insert(error);
        }
    }
    errors
}

/// The types of these locals. The console answers one question a run, so that it is asked for all at once.
fn types(dir: &Path, open: &[usize]) -> Vec<Json> {
    let names: Vec<String> = open.iter().map(|at| format!("local.e{at}")).collect();
    let out = terraform(dir, &["console", "-plan"], &format!("type([{}])\n", names.join(", ")));
    match (ty(&mut out.as_str()).as_ref().and_then(|all| all[1].as_array()), open) {
        (Some(types), _) if types.len() == open.len() => types.clone(),
        // Names of attributes with line breaks cannot be read back.
        (_, [] | [_]) => vec![Json::Null; open.len()],
        (_, open) => {
            let (left, right) = open.split_at(open.len() / 2);
            [types(dir, left), types(dir, right)].concat()
        }
    }
}

/// A type as the console prints it, in cty's JSON form: `list(string)`, `tuple([`, `object({` with an attribute a line.
fn ty(text: &mut &str) -> Option<Json> {
    *text = text.trim_start();
    let name = &text[..text.find(|c: char| !c.is_ascii_lowercase())?];
    *text = &text[name.len()..];
    let Some(inner) = text.strip_prefix('(') else { return Some(json!(name)) };
    *text = inner.trim_start_matches(['[', '{']);
    let mut tuple = Vec::new();
    let mut attributes = Map::new();
    loop {
        *text = text.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if let Some(rest) =
            text.strip_prefix("])").or_else(|| text.strip_prefix("})")).or_else(|| text.strip_prefix(')'))
        {
            *text = rest;
            break;
        }
        if name == "object" {
            let (attribute, _) = text.lines().next()?.rsplit_once(": ")?;
            *text = &text[attribute.len() + 2..];
            attributes.insert(attribute.to_owned(), ty(text)?);
        } else {
            tuple.push(ty(text)?);
        }
    }
    Some(match name {
        "tuple" => json!([name, tuple]),
        "object" => json!([name, attributes]),
        _ => json!([name, tuple.pop()?]),
    })
}
