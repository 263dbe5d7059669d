//! What `terraform fmt` says of the results: nothing, where the file was as it leaves files.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use tomcheck::fix::{Edit, append_block, insert_block, patch, remove_attribute, remove_block, set_attribute};
use tomcheck::syntax::{Body, Tree};

use super::native::CASES;
use super::support::{files, native};

/// The texts that `terraform fmt` would change, by index. `None` without Terraform.
fn not_formatted(texts: &[Vec<u8>]) -> Option<BTreeSet<usize>> {
    let folder = tempfile::tempdir().unwrap();
    for (index, text) in texts.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{index}.tf")), text).unwrap();
    }
    let output =
        Command::new("terraform").args(["fmt", "-list=true", "-write=false"]).arg(folder.path()).output().ok()?;
    assert!(output.status.success(), "{output:?}");
    let listed = String::from_utf8(output.stdout).unwrap();
    let index = |line: &str| Path::new(line).file_stem()?.to_str()?.parse().ok();
    Some(listed.lines().filter_map(index).collect())
}

#[test]
#[ignore = "runs Terraform"]
fn expected_texts_are_formatted() {
    let texts: Vec<Vec<u8>> = CASES.iter().flat_map(|case| [case.before, case.after]).map(Vec::from).collect();
    let Some(wrong) = not_formatted(&texts) else { return eprintln!("skipped: there is no `terraform`") };
    let wrong: Vec<_> = wrong.into_iter().map(|index| String::from_utf8_lossy(&texts[index])).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// So many changes of one file are looked at, spread over it.
const MOST_OF_A_FILE: usize = 24;

/// All bodies in a body.
fn bodies<'s>(body: Body<'s>, found: &mut Vec<Body<'s>>) {
    for block in body.blocks() {
        found.push(block.body());
        bodies(block.body(), found);
    }
}

/// A change, by its name.
type Change<'s> = (String, Box<dyn Fn() -> Vec<Edit> + 's>);

/// Various changes of a file.
fn changes(tree: &Tree) -> Vec<Change<'_>> {
    let mut found = Vec::new();
    bodies(tree.body(), &mut found);
    let new = || append_block(tree, "resource \"new\" \"block\" {\n  a = 1\n}").unwrap();
    let mut changes: Vec<Change> = vec![("append".into(), Box::new(new))];
    for (index, body) in found.into_iter().enumerate() {
        let name = ["z", "a_name_that_is_longer_than_what_people_write"][index % 2];
        let value = ["1", "{\n  a = 1\n}", "<<EOT\ntext\nEOT"][index % 3];
        let set = move |name, value| move || set_attribute(body, name, value).unwrap();
        changes.push((format!("set in {index}"), Box::new(set(name, value))));
        let insert = move || insert_block(body, "new_block {\n  a = 1\n}").unwrap();
        changes.push((format!("insert in {index}"), Box::new(insert)));
        for attribute in body.attributes() {
            let name = attribute.name().name;
            changes.push((format!("remove {name} in {index}"), Box::new(move || remove_attribute(attribute))));
            changes.push((format!("set {name} in {index}"), Box::new(set(name, "{\n  a = 1\n}"))));
            changes.push((format!("set {name} in {index} short"), Box::new(set(name, "null"))));
        }
        for inner in body.blocks() {
            let name = inner.ty().name;
            changes.push((format!("remove {name} in {index}"), Box::new(move || remove_block(inner).unwrap())));
        }
    }
    for (index, block) in tree.body().blocks().enumerate() {
        changes.push((format!("remove block {index}"), Box::new(move || remove_block(block).unwrap())));
    }
    changes
}

#[test]
#[ignore = "runs Terraform over all that it finds"]
fn changed_files_are_formatted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = files(&root.join("fixtures"), ".tf");
    paths.extend(files(&root.join("policies"), ".tf"));
    let corpus = root.join("../shared/corpus");
    if corpus.is_dir() {
        paths.extend(files(&corpus, ".tf"));
    }
    let texts: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    let Some(unformatted) = not_formatted(&texts) else { return eprintln!("skipped: there is no `terraform`") };
    let (mut checked, mut made, mut wrong) = (0, 0, Vec::new());
    let mut batch: Vec<(String, Vec<u8>)> = Vec::new();
    for (index, (path, text)) in paths.iter().zip(&texts).enumerate() {
        let tree = native(text.clone());
        if !unformatted.contains(&index) && tree.diagnostics().is_empty() {
            checked += 1;
            let changes = changes(&tree);
            let step = changes.len().div_ceil(MOST_OF_A_FILE);
            for (what, edits) in changes.into_iter().skip(index % step).step_by(step) {
                let what = format!("{}: {what}", path.display());
                let patch = patch(&tree, edits()).unwrap_or_else(|error| panic!("{what}: {error:?}"));
                batch.push((what, patch.bytes().to_vec()));
            }
        }
        if batch.len() > 4_000 || index + 1 == paths.len() {
            let (names, texts): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
            made += texts.len();
            wrong.extend(not_formatted(&texts).unwrap().into_iter().map(|index| names[index].clone()));
        }
    }
    eprintln!("{made} changes of {checked} formatted files of {}, {} not formatted", paths.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
