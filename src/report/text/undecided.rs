//! What cannot be decided, by the inputs that would decide it: one unknown variable may stand behind hundreds of
//! verdicts.

use std::collections::BTreeMap;

use annotate_snippets::Level;

use crate::addrs::Str;
use crate::control::{Assessment, Class, Finding};
use crate::source::SourceMap;
use crate::value::{Cause, CauseKind};

use super::super::Options;
use super::super::diagnostics::{self, no_elements, paragraph};
use super::super::snippet::{Excerpts, level, renderer};
use super::{plural, some};

/// How many causes are shown, those of most verdicts first.
const MAX_GROUPS: usize = 8;

/// How many policies are named of one cause, and how many addresses of one policy.
const MAX_POLICIES: usize = 4;
const MAX_ADDRESSES: usize = 3;

/// Verdicts that the same inputs would decide.
type Groups<'a> = BTreeMap<Vec<(CauseKind, &'a Str)>, Vec<&'a Finding>>;

pub fn render(assessment: &Assessment, sources: &SourceMap, options: &Options, out: &mut String) {
    let mut groups = Groups::new();
    for finding in assessment.of_class(Class::Undecided) {
        let inputs = finding.verdict.causes.iter().map(|cause| (cause.kind, &cause.address)).collect();
        groups.entry(inputs).or_default().push(finding);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|findings| std::cmp::Reverse(findings.len()));
    let most = if options.verbose { groups.len() } else { MAX_GROUPS };
    for findings in groups.iter().take(most) {
        *out += &one(findings, sources, options);
        *out += "\n\n";
    }
    let left: usize = groups.iter().skip(most).map(Vec::len).sum();
    if left > 0 {
        let inputs = plural(groups.len() - most, "other input", "other inputs");
        let verdicts = plural(left, "verdict is", "verdicts are");
        *out += &format!("{verdicts} undecided because of {inputs}; `--verbose` shows them\n\n");
    }
}

fn one(findings: &[&Finding], sources: &SourceMap, options: &Options) -> String {
    let causes = &findings[0].verdict.causes;
    let verdicts =
        if findings.len() == 1 { "1 verdict depends" } else { &format!("{} verdicts depend", findings.len()) };
    let title = match causes.as_slice() {
        [] => format!("{verdicts} on something unknown"),
        [only] => format!("{verdicts} on `{}`, {}", only.address, why(only.kind)),
        [first, rest @ ..] => {
            let rest: Vec<String> = rest.iter().map(|cause| format!("`{}`", cause.address)).collect();
            let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
            format!(
                "{verdicts} on `{}` and {}",
                first.address,
                some(&rest, if options.verbose { usize::MAX } else { 3 })
            )
        }
    };
    let label = |cause: &Cause| Some((cause.span?, why(cause.kind).replacen("which is ", "", 1)));
    let places = causes.iter().filter_map(label).take(3);
    let excerpts = Excerpts::new(places, sources, false);
    let heading = level(Level::WARNING, "undecided").primary_title(diagnostics::title(&title, ""));
    let mut group = excerpts.draw(heading.elements(no_elements()));
    for remark in remarks(findings, options) {
        group = group.element(level(Level::NOTE, "policy").message(paragraph(&remark)));
    }
    if let [cause, ..] = causes.as_slice()
        && let Some(help) = help(cause)
    {
        group = group.element(Level::HELP.message(paragraph(&help)));
    }
    renderer(options.colour).render(&[group])
}

/// What each policy leaves open, a line each.
fn remarks(findings: &[&Finding], options: &Options) -> Vec<String> {
    let mut policies: BTreeMap<(&Str, &[Str]), Vec<Str>> = BTreeMap::new();
    for finding in findings {
        let verdict = &finding.verdict;
        policies.entry((&verdict.policy, &verdict.messages)).or_default().push(finding.subject());
    }
    let (most, addresses) = if options.verbose { (usize::MAX, usize::MAX) } else { (MAX_POLICIES, MAX_ADDRESSES) };
    let mut lines: Vec<String> = policies
        .iter()
        .take(most)
        .map(|((policy, messages), subjects)| {
            // The same resource may stand in several root modules.
            let mut subjects: Vec<&str> = subjects.iter().map(Str::as_str).collect();
            subjects.dedup();
            let message = messages.first().map(|message| format!(": {message}")).unwrap_or_default();
            format!("{policy} on {}{message}", some(&subjects, addresses))
        })
        .collect();
    let left = policies.len() - lines.len();
    if left > 0 {
        lines.push(format!("and {}", plural(left, "other policy", "other policies")));
    }
    lines
}

/// Why an input is not known, after its name.
fn why(kind: CauseKind) -> &'static str {
    match kind {
        CauseKind::Variable => "which is not given",
        CauseKind::Data => "which is read when Terraform runs",
        CauseKind::Computed => "which is known only after apply",
        CauseKind::Module => "which is not installed",
        CauseKind::Function => "which is not evaluated here",
        CauseKind::Environment => "which is of the environment",
        CauseKind::Expansion => "which says how many there are",
        CauseKind::Time => "which is the time of day",
        CauseKind::Error => "which is in error",
    }
}

/// What would make it known.
fn help(cause: &Cause) -> Option<String> {
    match cause.kind {
        CauseKind::Variable => {
            let name = cause.address.rsplit("var.").next()?;
            // A variable of a child module is set where the module is called.
            let of_root = cause.address.starts_with("var.");
            of_root.then(|| format!("give it a value: `--var {name}=…` or `--var-file`"))
        }
        CauseKind::Data | CauseKind::Computed => Some("check a plan: `terraform show -json <plan file>`".into()),
        CauseKind::Module => Some("install it: `terraform init -backend=false`".into()),
        CauseKind::Expansion | CauseKind::Function | CauseKind::Environment | CauseKind::Time | CauseKind::Error => {
            None
        }
    }
}
