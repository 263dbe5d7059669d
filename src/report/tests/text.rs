//! The report for a person.

use insta::assert_snapshot;

use super::{World, world};
use crate::policy::Language;
use crate::report::{Options, render_diagnostics, write};

fn text(world: &World, options: &Options) -> String {
    let mut out = Vec::new();
    write(&world.assessment, &world.sources, options, &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("it is text")
}

#[test]
fn plain() {
    assert_snapshot!(text(&world(), &Options::default()));
}

#[test]
fn verbose_and_german() {
    let options = Options { verbose: true, language: Language::De, ..Options::default() };
    assert_snapshot!(text(&world(), &options));
}

#[test]
fn diagnostics() {
    let world = world();
    assert_snapshot!(render_diagnostics(&world.assessment.diagnostics, &world.sources, false));
}

/// Styles are all that colours add.
#[test]
fn colored() {
    let options = Options { colour: true, ..Options::default() };
    let colored = text(&world(), &options);
    assert!(colored.contains("\x1b[31mnot satisfied"), "{colored:?}");
    let plain = anstream::adapter::strip_str(&colored).to_string();
    assert_eq!(plain, text(&world(), &Options::default()));
}

#[test]
fn no_line_is_a_command_or_wider_than_the_screen() {
    for options in [Options::default(), Options { verbose: true, ..Options::default() }] {
        for line in text(&world(), &options).lines() {
            assert!(!line.trim_start().starts_with("::") || line.trim_start().starts_with("::: "), "{line}");
            assert!(!line.contains("##vso[") && !line.contains('\x1b'), "{line}");
        }
    }
}

#[test]
fn what_is_sensitive_is_not_shown_as_source() {
    let shown = text(&world(), &Options { verbose: true, ..Options::default() });
    assert!(shown.contains("live/main.tf:12:14"), "its place is: {shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}
