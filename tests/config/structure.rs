//! What Terraform refuses, at the lines at which it does: `structure.txt` is recorded from Terraform.

use std::collections::BTreeSet;
use std::fmt::Write;

use tomcheck::config::Inputs;

use super::tree::Tree;

/// Warnings that are not about what Terraform has in its recorded ones.
const OUR_OWN: [&str; 2] = ["module-not-installed", "module-not-found"];

struct Case<'a> {
    name: &'a str,
    files: Vec<(&'a str, &'a str)>,
    expected: BTreeSet<String>,
}

fn cases(text: &str) -> Vec<Case<'_>> {
    text.split("=== ").skip(1).map(read).collect()
}

fn read(part: &str) -> Case<'_> {
    let (name, rest) = part.split_once('\n').unwrap();
    let (files, recorded) = rest.split_at(rest.find("\n>>>").map_or(rest.len(), |at| at + 1));
    let files = files.split("--- ").skip(1).map(|file| file.split_once('\n').unwrap()).collect();
    let expected = recorded.lines().map(|line| {
        let mut words = line.trim_start_matches(">>> ").split(' ');
        format!("{} {}", words.next().unwrap(), words.next().unwrap())
    });
    Case { name, files, expected: expected.collect() }
}

#[test]
fn what_is_refused_whole_is_known_to_be_missing() {
    let refused = [
        ("resource \"t\" {}\n", 1),
        ("resorce \"t\" \"x\" {}\n", 1),
        ("resource = 1\n", 1),
        ("resource \"t\" \"x\" {}\nresource \"t\" \"x\" {}\n", 1),
        ("module \"m\" {\n  source = \"./m\"\n}\nmodule \"m\" {\n  source = \"./m\"\n}\n", 1),
        ("resource \"t\" \"x\" {}\n", 0),
        ("resource \"t\" \"x\" {\n  count = 1\n  for_each = {}\n}\n", 0),
    ];
    for (text, lost) in refused {
        let tree = Tree::new([("main.tf", text), ("m/main.tf", "")]);
        let found = tree.load(&["main.tf"], &Inputs::default(), |_, config, _| config.modules[0].damage.len());
        assert_eq!(found, lost, "{text}");
    }
    for (text, lost) in [
        ("{\"resource\": {\"t\": {\"x\": {}}}, \"//\": 1}", 0),
        ("{\"resource\": {\"t\": 3}}", 1),
        ("{\"resorce\": {}}", 1),
    ] {
        let tree = Tree::new([("main.tf.json", text)]);
        let found = tree.load(&["main.tf.json"], &Inputs::default(), |_, config, _| config.modules[0].damage.len());
        assert_eq!(found, lost, "{text}");
    }
}

#[test]
fn refuses_what_terraform_refuses() {
    let cases = cases(include_str!("structure.txt"));
    assert!(cases.len() > 40, "the cases are read");
    let mut wrong = String::new();
    for case in cases {
        let tree = Tree::new(case.files);
        let (found, shown) = tree.load(&[""], &Inputs::default(), |sources, _, diagnostics| {
            let diagnostics: Vec<_> =
                diagnostics.iter().filter(|diagnostic| !OUR_OWN.contains(&diagnostic.code)).cloned().collect();
            let lines = tree.lines(sources, &diagnostics);
            let found: BTreeSet<String> =
                lines.iter().map(|line| line.rsplit_once(' ').unwrap().0.to_owned()).collect();
            (found, lines)
        });
        for line in case.expected.difference(&found) {
            writeln!(wrong, "{}: Terraform has {line}, we have not", case.name).unwrap();
        }
        for line in found.difference(&case.expected) {
            let code: Vec<_> = shown.iter().filter(|shown| shown.starts_with(line)).collect();
            writeln!(wrong, "{}: we have {code:?}, Terraform has not", case.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
