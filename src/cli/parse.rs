//! `tomcheck parse`: how a file is read, for people who wonder and for comparisons.

use std::io::Write;

use anyhow::Context as _;

use crate::diag::Severity;
use crate::report;
use crate::source::SourceMap;
use crate::syntax::{self, Syntax};

use super::Exit;
use super::args::ParseArgs;

pub fn parse(args: &ParseArgs) -> anyhow::Result<Exit> {
    let map = SourceMap::default();
    let mut out = std::io::stdout().lock();
    let mut complete = true;
    for path in &args.files {
        let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let json = path.extension().is_some_and(|extension| extension == "json");
        let tree = syntax::parse(map.add(path.clone(), bytes), if json { Syntax::Json } else { Syntax::Native });
        complete &= tree.diagnostics().iter().all(|diagnostic| diagnostic.severity != Severity::Error);
        if args.json {
            let mut described = syntax::describe(&tree);
            if let Some(object) = described.as_object_mut() {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                object.insert("file".to_owned(), name.into());
            }
            writeln!(out, "{described}")?;
        } else {
            let colour = report::use_colour(report::Colour::Auto, &std::io::stdout());
            report::diagnostics(tree.diagnostics(), &map, colour, &mut out)?;
        }
    }
    Ok(if complete { Exit::Clean } else { Exit::Incomplete })
}
