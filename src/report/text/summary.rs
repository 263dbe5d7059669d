//! What a run amounts to, in its last lines.

use anstyle::{AnsiColor, Style};

use crate::control::{Assessment, Class};

use super::super::{Options, neutral};
use super::{WIDTH, plural, some, styled};

/// Every accepted finding, with who answers for it.
pub fn waived(assessment: &Assessment, options: &Options, out: &mut String) {
    let before = out.len();
    for finding in assessment.of_class(Class::Waived) {
        let Some(waiver) = &finding.waiver else { continue };
        let text = format!(
            "{} at {}, until {} by the waiver `{}` of {}: {}",
            finding.verdict.policy,
            finding.verdict.subject.address,
            waiver.expires,
            waiver.name,
            waiver.owner,
            waiver.reason.get(options.language)
        );
        let wrapped = neutral::wrap(&neutral::line(&text), WIDTH - 8).replace('\n', "\n        ");
        *out += &format!("{}: {wrapped}\n", styled("waived", Style::new().bold(), options));
    }
    if out.len() > before {
        out.push('\n');
    }
}

/// What was judged, what came of it, and what was left out.
pub fn render(assessment: &Assessment, options: &Options, out: &mut String) {
    for departure in &assessment.profile.departures {
        let text = format!("differs from the profile `{}`: {}", departure.from, departure.what);
        *out += &format!("{}\n", neutral::wrap(&neutral::line(&text), WIDTH));
    }
    let summary = &assessment.summary;
    if summary.outside > 0 {
        let demands: Vec<&str> = assessment.outside.iter().map(|demand| demand.id.as_str()).collect();
        let verdicts = plural(summary.outside, "verdict", "verdicts");
        let of = if demands.is_empty() { String::new() } else { format!(" on {}", some(&demands, 3)) };
        let text = format!("not in this TOM, and not counted: {verdicts}{of}");
        *out += &format!("{}\n", neutral::wrap(&neutral::line(&text), WIDTH));
    }
    let read = format!(
        "read {} in {} with {}",
        plural(summary.files, "file", "files"),
        plural(summary.roots, "root module", "root modules"),
        plural(summary.resources, "resource", "resources"),
    );
    if summary.nothing_judged() {
        *out += &format!("{read}; no policy applied to anything\n");
        *out += &styled("nothing was judged, which proves nothing\n", bold(AnsiColor::Yellow), options);
        return;
    }
    let read = format!("{read}; policies applied to {}", plural(summary.judged, "address", "addresses"));
    *out += &format!("{}\n", neutral::wrap(&read, WIDTH));
    let counts = summary.counts;
    let parts = [
        (summary.violated, "violated", AnsiColor::Red),
        (counts.error, "in error", AnsiColor::Red),
        (counts.unknown, "undecided", AnsiColor::Yellow),
        (summary.advisory, "advisory", AnsiColor::Yellow),
        (counts.waived, "waived", AnsiColor::Yellow),
        (counts.pass, "passed", AnsiColor::Green),
    ];
    let parts: Vec<String> = parts
        .iter()
        // Violations are told even where there are none.
        .filter(|(count, what, _)| *count > 0 || *what == "violated")
        .map(|(count, what, color)| {
            let style = if *count > 0 { bold(*color) } else { Style::new() };
            styled(&format!("{count} {what}"), style, options)
        })
        .collect();
    *out += &format!("{}\n", parts.join(", "));
}

fn bold(color: AnsiColor) -> Style {
    Style::new().bold().fg_color(Some(color.into()))
}
