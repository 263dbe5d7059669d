//! The measures of the TOM and what a run says of each.

use anstyle::{AnsiColor, Style};

use crate::control::{Assessment, MeasureResult, Status};
use crate::policy::Language;

use super::super::{Options, neutral};
use super::styled;

/// Widths of the columns: name and status, then the counts by their heads. With the number, 80 in all.
const NAME: usize = 22;
const STATUS: usize = 16;
const COUNTS: [(&str, usize); 7] =
    [("pass", 6), ("fail", 5), ("hint", 5), ("open", 5), ("waived", 7), ("idle", 5), ("show", 5)];

pub fn render(assessment: &Assessment, options: &Options, out: &mut String) {
    let profile = &assessment.profile;
    if profile.measures.is_empty() {
        return;
    }
    let bold = Style::new().bold();
    *out += &styled(&neutral::line(profile.title.get(options.language)), bold, options);
    *out += "\n\n";
    let heads = COUNTS.map(|(head, width)| format!("{head:>width$}")).concat();
    *out +=
        &styled(&format!("{:>2} {:NAME$} {:STATUS$}{heads}", "", "measure", "status"), Style::new().dimmed(), options);
    *out += "\n";
    for result in &assessment.measures {
        row(result, assessment, options, out);
        if options.verbose {
            details(result, assessment, options, out);
        }
    }
    let legend = "hint: an advisory policy objects; open: undecided, or a policy in error; idle: demands that nothing applied to; show: items that a \
                  person must show, which no code can";
    if !out.ends_with("\n\n") {
        *out += "\n";
    }
    *out += &styled(&neutral::wrap(legend, super::WIDTH), Style::new().dimmed(), options);
    *out += "\n\n";
}

fn row(result: &MeasureResult, assessment: &Assessment, options: &Options, out: &mut String) {
    let measure = &assessment.profile.measures[result.measure];
    let status = styled(&format!("{:STATUS$}", result.status.words()), style(result.status), options);
    let counts = result.counts;
    let idle = result.demands.iter().filter(|demand| demand.status == Status::NotAssessed).count();
    let numbers = [
        counts.pass,
        counts.fail - counts.advisory,
        counts.advisory,
        counts.unknown + counts.error,
        counts.waived,
        idle,
        measure.organisational().count(),
    ];
    let numbers = numbers.iter().zip(COUNTS).map(|(number, (_, width))| match number {
        0 => format!("{:>width$}", "-"),
        number => format!("{number:>width$}"),
    });
    let numbers: String = numbers.collect();
    *out += &format!("{:>2} {:NAME$} {status}{numbers}\n", measure.number, measure.id);
}

/// What a measure's line adds up: promises with their demands, items for a person, root modules.
fn details(result: &MeasureResult, assessment: &Assessment, options: &Options, out: &mut String) {
    let measure = &assessment.profile.measures[result.measure];
    let mut add = |text: &str, indent: usize| {
        let width = super::WIDTH - indent;
        for line in neutral::wrap(&neutral::line(text), width).lines() {
            *out += &format!("{:indent$}{line}\n", "");
        }
    };
    add(measure.title.get(options.language), 3);
    for (promise, status) in measure.promises.iter().zip(&result.promises) {
        add(&format!("{}: {}", quote(promise.words.get(options.language), options.language), status.words()), 5);
        for demand in result.demands.iter().filter(|demand| promise.demands.contains(&demand.id)) {
            let c = demand.counts;
            let counts = [
                (c.pass, "pass"),
                (c.fail - c.advisory, "fail"),
                (c.advisory, "advisory"),
                (c.unknown, "undecided"),
                (c.error, "in error"),
                (c.waived, "waived"),
                (c.not_applicable, "not applicable"),
            ];
            let counts: Vec<String> =
                counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
            let counts = if counts.is_empty() { "nothing applied".to_owned() } else { counts.join(", ") };
            add(&format!("{}: {}; {counts}", demand.id, demand.status.words()), 7);
        }
        if let Some(show) = &promise.organisational {
            add(&format!("a person must show: {}", show.get(options.language)), 7);
        }
    }
    if assessment.roots.len() > 1 {
        let judged = assessment.roots.iter().zip(&result.roots).filter(|(_, (_, counts))| counts.judged() > 0);
        for (root, (status, counts)) in judged {
            add(&format!("{}: {}, {} judged", root.path, status.words(), counts.judged()), 5);
        }
    }
    out.push('\n');
}

/// The document's words, in the quotation marks of the language.
fn quote(words: &str, language: Language) -> String {
    match language {
        Language::En => format!("\"{words}\""),
        Language::De => format!("„{words}“"),
    }
}

fn style(status: Status) -> Style {
    let color = match status {
        Status::Satisfied => AnsiColor::Green,
        Status::NotSatisfied => AnsiColor::Red,
        Status::PartlySatisfied | Status::Undecided => AnsiColor::Yellow,
        Status::Organisational | Status::NotAssessed => AnsiColor::Cyan,
    };
    Style::new().fg_color(Some(color.into()))
}
