//! What holds of every file: of HCL's own cases, of the examples of all policies, with either line break.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use tomcheck::fix::{
    Edit, append_block, insert_block, insert_block_after, patch, remove_attribute, remove_block, rename_label, replace,
    set_attribute,
};
use tomcheck::source::{SourceMap, Span};
use tomcheck::syntax::{Attribute, Block, Body, ExprKind, Syntax, TokenKind, Tree, parse};

use super::support::{crlf, files, native, patched, text};

/// Files without errors, each with the line breaks that it has and with CRLF.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = files(&root.join("tests/hcl/cases"), ".hcl");
    paths.extend(files(&root.join("policies"), ".tf"));
    let mut all = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.strip_prefix(root).unwrap().display().to_string();
        let other = std::str::from_utf8(&bytes).ok().map(|text| (format!("{name} with CRLF"), crlf(text).into_bytes()));
        all.extend(std::iter::once((name, bytes)).chain(other));
    }
    // The longest are there for the parser.
    all.retain(|(_, bytes)| bytes.len() < 2_000 && native(bytes.clone()).diagnostics().is_empty());
    all
});

#[test]
fn there_are_files_to_look_at() {
    assert!(FILES.len() > 1_000, "{}", FILES.len());
}

/// All attributes of a file, with the path of the blocks around them.
fn attributes<'s>(body: Body<'s>, path: &str, found: &mut Vec<(String, Attribute<'s>)>) {
    for attribute in body.attributes() {
        found.push((format!("{path}/{}", attribute.name().name), attribute));
    }
    for block in body.blocks() {
        attributes(block.body(), &format!("{path}/{}", header(block)), found);
    }
}

fn header(block: Block) -> String {
    let labels: Vec<_> = block.labels().iter().map(|label| label.text.to_string()).collect();
    format!("{} {}", block.ty().name, labels.join(" "))
}

/// What a file says: every attribute by its path, with the text of its value; every block; every comment.
fn said(tree: &Tree) -> Vec<String> {
    let source = |span: Span| tree.file().text(span).into_owned();
    let mut found = Vec::new();
    attributes(tree.body(), "", &mut found);
    let mut said: Vec<String> =
        found.into_iter().map(|(path, attribute)| format!("{path} = {}", source(attribute.expr().span()))).collect();
    let comments = tree.tokens().filter(|(kind, _)| matches!(kind, TokenKind::LineComment | TokenKind::BlockComment));
    said.extend(comments.map(|(_, span)| source(span).trim_end().to_owned()));
    let mut blocks = Vec::new();
    bodies(tree.body(), &mut blocks);
    said.extend(blocks.into_iter().map(header));
    said.sort();
    said
}

fn bodies<'s>(body: Body<'s>, found: &mut Vec<Block<'s>>) {
    for block in body.blocks() {
        found.push(block);
        bodies(block.body(), found);
    }
}

/// What is said after and not before, and what before and not after.
fn difference(before: &Tree, after: &Tree) -> (Vec<String>, Vec<String>) {
    let (mut gone, mut new) = (said(before), Vec::new());
    for line in said(after) {
        match gone.binary_search(&line) {
            Ok(at) => drop(gone.remove(at)),
            Err(_) => new.push(line),
        }
    }
    (new, gone)
}

/// Whether removing what was added to a body gives it back: not where a brace is on a line with what is in it, or
/// there is nothing but blank lines.
fn comes_back(tree: &Tree, body: Body) -> bool {
    let inside = tree.file().text(body.span());
    match inside.trim().is_empty() {
        true => inside.is_empty(),
        false => inside.rsplit_once('\n').is_some_and(|(_, last)| last.trim().is_empty()),
    }
}

#[test]
fn a_value_replaced_by_itself_changes_no_byte() {
    for (name, bytes) in FILES.iter() {
        let tree = native(bytes.clone());
        let mut found = Vec::new();
        attributes(tree.body(), "", &mut found);
        for (path, attribute) in found {
            let value = tree.file().text(attribute.expr().span()).into_owned();
            let edits = replace(attribute.expr(), &value).unwrap_or_else(|error| panic!("{name}: {path}: {error:?}"));
            assert_eq!(edits, [], "{name}: {path}");
            let edit = Edit::new(attribute.expr().span(), value);
            let patch = patch(&tree, vec![edit]).unwrap_or_else(|error| panic!("{name}: {path}: {error:?}"));
            assert_eq!((patch.edits(), patch.bytes()), (&[][..], &bytes[..]), "{name}: {path}");
        }
    }
}

#[test]
fn every_value_can_be_replaced_and_nothing_else_is() {
    for (name, bytes) in FILES.iter() {
        let tree = native(bytes.clone());
        let mut found = Vec::new();
        attributes(tree.body(), "", &mut found);
        for (index, (path, attribute)) in found.iter().enumerate() {
            let value = ["null", "\"a ${b} c\"", "[1, { d = 2 }]"][index % 3];
            let patch = patched(&tree, |_| replace(attribute.expr(), value))
                .unwrap_or_else(|error| panic!("{name}: {path}: {error:?}"));
            let (new, gone) = difference(&tree, patch.tree());
            let old = tree.file().text(attribute.expr().span()).into_owned();
            if old == value {
                assert_eq!((new, gone), (vec![], vec![]), "{name}: {path}");
                continue;
            }
            assert_eq!(new, [format!("{path} = {value}")], "{name}: {path}");
            assert!(gone.contains(&format!("{path} = {old}")), "{name}: {path}: {gone:?}");
            // Comments within the old value go with it.
            assert!(gone.iter().all(|gone| old.contains(gone.as_str()) || gone.ends_with(&old)), "{name}: {gone:?}");
        }
    }
}

#[test]
fn what_is_set_reads_back_and_is_removed_without_a_trace() {
    let names = ["z", "a_name_that_is_longer_than_all_that_people_write"];
    for (name, bytes) in FILES.iter() {
        let tree = native(bytes.clone());
        let mut blocks = Vec::new();
        bodies(tree.body(), &mut blocks);
        for (index, block) in blocks.iter().enumerate() {
            let (new_name, body) = (names[index % 2], block.body());
            if body.attribute(new_name).is_some() {
                continue;
            }
            let value = ["true", "{\n  a = 1\n}", "<<EOT\ntext\nEOT"][index % 3];
            let with = patched(&tree, |_| set_attribute(body, new_name, value))
                .unwrap_or_else(|error| panic!("{name}: {}: {error:?}", header(*block)));
            let (new, gone) = difference(&tree, with.tree());
            assert_eq!((new.len(), gone), (1, vec![]), "{name}: {new:?}");
            let mut found = Vec::new();
            bodies(with.tree().body(), &mut found);
            let set = found[index].body().attribute(new_name).expect("it is there");
            let written = with.tree().file().text(set.expr().span()).replace("\r\n", "\n").replace(' ', "");
            assert_eq!(written, value.replace(' ', ""), "{name}");
            let without = patched(with.tree(), |_| Ok(remove_attribute(set))).unwrap();
            assert_eq!(difference(&tree, without.tree()), (vec![], vec![]), "{name}");
            if comes_back(&tree, body) {
                assert_eq!(text(&without), String::from_utf8_lossy(bytes), "{name}: {}", header(*block));
            }
        }
    }
}

#[test]
fn blocks_are_added_and_removed_without_a_trace() {
    for (name, bytes) in FILES.iter() {
        let tree = native(bytes.clone());
        let mut blocks = Vec::new();
        bodies(tree.body(), &mut blocks);
        for (index, block) in blocks.iter().enumerate() {
            let new_block = "new_block \"label\" {\n  # says\n  a = 1\n}";
            let with = patched(&tree, |_| insert_block(block.body(), new_block)).unwrap();
            let (new, gone) = difference(&tree, with.tree());
            assert_eq!((new.len(), gone), (3, vec![]), "{name}: {new:?}");
            let mut found = Vec::new();
            bodies(with.tree().body(), &mut found);
            let added = found[index].body().blocks_of("new_block", 1).pop().expect("it is there");
            let without = patched(with.tree(), |_| remove_block(added)).unwrap();
            if comes_back(&tree, block.body()) {
                assert_eq!(text(&without), String::from_utf8_lossy(bytes), "{name}: {}", header(*block));
            }
        }
        let with = patched(&tree, |tree| append_block(tree, "new_block {\n  a = 1\n}")).unwrap();
        let (new, gone) = difference(&tree, with.tree());
        assert_eq!((new.len(), gone), (2, vec![]), "{name}: {new:?}");
        let added = with.tree().body().blocks_of("new_block", 0).pop().expect("it is there");
        let without = patched(with.tree(), |_| remove_block(added)).unwrap();
        if !bytes.trim_ascii().is_empty() {
            assert_eq!(text(&without), String::from_utf8_lossy(bytes), "{name}");
        }
    }
}

#[test]
fn every_item_can_be_removed_and_nothing_else_is() {
    for (name, bytes) in FILES.iter() {
        let tree = native(bytes.clone());
        let mut found = Vec::new();
        attributes(tree.body(), "", &mut found);
        for (path, attribute) in found {
            let patch = patched(&tree, |_| Ok(remove_attribute(attribute))).unwrap();
            let (new, gone) = difference(&tree, patch.tree());
            assert_eq!(new, Vec::<String>::new(), "{name}: {path}");
            let is_comment = |gone: &&String| gone.starts_with(['#', '/']) && !gone.starts_with(&path);
            assert_eq!(gone.iter().filter(|gone| !is_comment(gone)).count(), 1, "{name}: {path}: {gone:?}");
        }
        for block in tree.body().blocks() {
            let patch = patched(&tree, |_| remove_block(block)).unwrap();
            assert_eq!(patch.tree().body().blocks().count() + 1, tree.body().blocks().count(), "{name}");
        }
    }
}

#[test]
fn every_label_can_be_renamed() {
    for (name, bytes) in FILES.iter() {
        let tree = native(bytes.clone());
        let mut blocks = Vec::new();
        bodies(tree.body(), &mut blocks);
        for block in blocks {
            for index in 0..block.labels().len() {
                let patch = patched(&tree, |_| rename_label(block, index, "other \"${}\"")).unwrap();
                let [edit] = patch.edits() else { panic!("{name}: {:?}", patch.edits()) };
                assert_eq!(edit.span, block.labels()[index].span, "{name}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    /// Whatever edits are given: none panics, and one that is made leaves every byte outside as it was, but for blanks.
    #[test]
    fn any_edits_are_made_or_refused(
        file in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..9_u32, "[a-z =\"{}\\n\\[\\]#,1é]{0,6}"), 1..5),
    ) {
        let (name, bytes) = &FILES[file.index(FILES.len())];
        let tree = native(bytes.clone());
        let end = bytes.len() as u32;
        let edits: Vec<_> = edits
            .into_iter()
            .map(|(start, length, text)| {
                let start = start.index(bytes.len() + 1) as u32;
                Edit::new(Span::new(tree.file().id(), start, (start + length).min(end)), text)
            })
            .collect();
        if let Ok(patch) = patch(&tree, edits.clone()) {
            prop_assert!(patch.tree().diagnostics().is_empty(), "{}", name);
            for pair in patch.edits().windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for edit in patch.edits().iter().filter(|edit| !edits.contains(edit)) {
                let old = &bytes[edit.span.range()];
                let is_given = edits.iter().any(|given| given.span == edit.span);
                prop_assert!(is_given || old.iter().chain(edit.text.as_bytes()).all(|byte| *byte == b' '), "{}", name);
            }
        }
    }

    /// Damaged files are changed or refused as well, whatever is missing in them.
    #[test]
    fn any_damaged_file_is_changed_or_refused(
        file in any::<prop::sample::Index>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[=\"{}\n\r/*#,:1é]{0,3}"), 1..4),
    ) {
        let mut text = FILES[file.index(FILES.len())].1.clone();
        let mut json = br#"{"a": [{"b": 1}, {"c": {"d": null, "e": []}}], "f": "${g}"}"#.to_vec();
        for (at, length, new) in damage {
            for text in [&mut text, &mut json] {
                let start = at.index(text.len() + 1);
                text.splice(start..(start + length).min(text.len()), new.bytes());
            }
        }
        let tree = native(text);
        let mut blocks = Vec::new();
        bodies(tree.body(), &mut blocks);
        for block in blocks {
            let made = [
                set_attribute(block.body(), "z", "1"),
                insert_block(block.body(), "c {}"),
                insert_block_after(block, "c {}"),
                remove_block(block),
                rename_label(block, 0, "x"),
            ];
            for edits in made.into_iter().flatten().chain(block.body().attributes().map(remove_attribute)) {
                let _ = patch(&tree, edits);
            }
        }
        let _ = append_block(&tree, "c {}").and_then(|edits| patch(&tree, edits));
        let tree = parse(SourceMap::default().add("main.tf.json".into(), json), Syntax::Json);
        for body in tree.body().blocks_of("a", 0).iter().map(|block| block.body()).chain([tree.body()]) {
            let _ = set_attribute(body, "z", "1").and_then(|edits| patch(&tree, edits));
            for attribute in body.attributes() {
                let _ = patch(&tree, remove_attribute(attribute));
                let _ = replace(attribute.expr(), "{}").and_then(|edits| patch(&tree, edits));
            }
        }
    }

    /// A value that is set anywhere is the one that is read.
    #[test]
    fn any_text_is_set(file in any::<prop::sample::Index>(), value in "\\PC*|[a${%\\\\\"\n\r\t]*") {
        let (_, bytes) = &FILES[file.index(FILES.len())];
        let tree = native(bytes.clone());
        let mut blocks = Vec::new();
        bodies(tree.body(), &mut blocks);
        if let Some(block) = blocks.first() {
            let quoted = tomcheck::syntax::quote(&value);
            let patch = patched(&tree, |_| set_attribute(block.body(), "z", &quoted)).unwrap();
            let mut blocks = Vec::new();
            bodies(patch.tree().body(), &mut blocks);
            let read = blocks[0].body().attribute("z").unwrap().expr().kind();
            let ExprKind::String(read) = read else { panic!("no string") };
            prop_assert_eq!(read, unicode_normalization::UnicodeNormalization::nfc(value.as_str()).collect::<String>());
        }
    }
}
