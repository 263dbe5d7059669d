//! temporary
use crate::control::Assessment;
use crate::diag::Diagnostic;
use crate::policy::*;
use crate::source::SourceMap;
use std::io::Write;
#[derive(Clone, Copy, Debug, Default)]
pub enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}
#[derive(Clone, Copy, Debug, Default)]
pub enum Format {
    #[default]
    Text,
    Json,
    Sarif,
}
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub format: Format,
    pub language: Language,
    pub colour: Colour,
    pub verbose: bool,
}
pub fn diagnostics(d: &[Diagnostic], map: &SourceMap, _: Colour, out: &mut impl Write) -> std::io::Result<()> {
    for d in d {
        let at = d
            .span()
            .map(|s| {
                let f = map.get(s.file);
                let p = f.position(s.start);
                format!("{}:{}:{}", f.path().display(), p.line, p.column)
            })
            .unwrap_or_else(|| d.path.as_ref().map(|p| p.display().to_string()).unwrap_or_default());
        writeln!(out, "{:?}[{}]: {} ({at}) {:?} {:?}", d.severity, d.code, d.message, d.help, d.notes)?;
    }
    Ok(())
}
pub fn write(a: &Assessment, map: &SourceMap, _: &Options, out: &mut impl Write) -> std::io::Result<()> {
    for f in &a.findings {
        let v = &f.verdict;
        let at = v
            .span
            .map(|s| {
                let f = map.get(s.file);
                let p = f.position(s.start);
                format!("{}:{}", f.path().display(), p.line)
            })
            .unwrap_or_default();
        writeln!(
            out,
            "{:?} {} {} [{}] {} {:?} {:?} {:?}",
            v.outcome,
            v.policy,
            v.subject.address,
            v.root,
            at,
            v.messages,
            v.evidence
                .iter()
                .map(|e| format!(
                    "{}={} {:?}",
                    e.subject,
                    e.value,
                    e.trace.iter().map(|t| format!("{} {}", t.what, t.note)).collect::<Vec<_>>()
                ))
                .collect::<Vec<_>>(),
            v.causes.iter().map(|c| c.address.clone()).collect::<Vec<_>>()
        )?;
    }
    for m in &a.measures {
        writeln!(out, "{:?} {:?}", a.profile.measures[m.measure].id, m.status)?;
    }
    writeln!(out, "{:?}", a.summary)
}
