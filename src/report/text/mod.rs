//! The report for a person at a terminal.

mod findings;
mod fix;
mod measures;
mod summary;
mod undecided;

use anstyle::Style;

use crate::control::Assessment;
use crate::source::SourceMap;

use super::{Options, neutral};

/// How many columns a report takes; only what cannot be broken is wider.
pub const WIDTH: usize = 80;

/// The whole report: violations, what is undecided, waivers, the measures, and what it amounts to.
pub fn render(assessment: &Assessment, sources: &SourceMap, options: &Options) -> String {
    let mut out = String::new();
    findings::render(assessment, sources, options, &mut out);
    undecided::render(assessment, sources, options, &mut out);
    summary::waived(assessment, options, &mut out);
    measures::render(assessment, options, &mut out);
    summary::render(assessment, options, &mut out);
    neutral::commands(out)
}

/// Text in a style, where there are styles.
fn styled(text: &str, style: Style, options: &Options) -> String {
    if options.colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

/// `1 finding`, `2 findings`.
fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Some of a list, with how many more there are: `a, b and 3 more`.
fn some(items: &[&str], most: usize) -> String {
    let shown: Vec<_> = items.iter().take(most).map(|item| neutral::line(item)).collect();
    match items.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
