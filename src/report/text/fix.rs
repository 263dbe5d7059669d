//! What can be done, in one remark.

use crate::control::{Assessment, Finding, show};
use crate::policy::{Fix, FixAction, FixValue};

use super::super::diagnostics::paragraph;
use super::super::{Options, neutral};

/// The recommended fix of a finding's policy: its title, and the change where it is short enough to be told.
pub fn describe(finding: &Finding, assessment: &Assessment, options: &Options) -> Option<String> {
    let fix = finding.info.as_ref()?.fixes.first()?;
    let title = neutral::line(fix.title.get(options.language)).into_owned();
    Some(match change(fix, finding, assessment) {
        Some(Change::Line(code)) => paragraph(&format!("{title}: `{code}`")),
        Some(Change::Lines(code)) => {
            // Code keeps its lines; a remark's own breaks would change it.
            let code: Vec<_> = code.lines().map(|line| format!("    {}", neutral::line(line))).collect();
            format!("{}\n{}", paragraph(&format!("{title}:")), code.join("\n"))
        }
        None => paragraph(&title),
    })
}

/// Code that a fix would write.
pub enum Change {
    /// An argument.
    Line(String),
    /// A block.
    Lines(String),
}

/// What a fix would write; none for one that takes something away or only describes.
pub fn change(fix: &Fix, finding: &Finding, assessment: &Assessment) -> Option<Change> {
    match &fix.action {
        FixAction::SetArgument { path, value } => {
            let value = match value {
                FixValue::Literal(value) => show(value),
                FixValue::Param(name) => show(&assessment.profile.parameter(name)?.value),
            };
            Some(Change::Line(format!("{path} = {value}")))
        }
        FixAction::AddBlock { snippet, .. } | FixAction::AddResource { snippet } => {
            Some(Change::Lines(fill(snippet, finding)))
        }
        FixAction::RemoveArgument { .. } | FixAction::Describe => None,
    }
}

/// A snippet with what it says of its subject filled in: the names that its module knows it by.
fn fill(snippet: &str, finding: &Finding) -> String {
    let subject = &finding.verdict.subject;
    let instance = match subject.address.strip_suffix(']').and_then(|address| address.rsplit_once('[')) {
        Some((resource, _)) => resource,
        None => &subject.address,
    };
    let name = instance.rsplit('.').next().unwrap_or_default();
    let address = format!("{}.{name}", subject.kind);
    snippet.trim_end().replace("${address}", &address).replace("${name}", name).replace("${type}", &subject.kind)
}
