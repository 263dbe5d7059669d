//! Edits together: their order, and which are refused.

use tomcheck::fix::{Edit, patch, replace, set_attribute};
use tomcheck::source::{SourceMap, Span};
use tomcheck::syntax::{ExprKind, Syntax, Tree, parse};

use super::support::{body, native, text};

fn at(tree: &Tree, start: u32, end: u32, text: &str) -> Edit {
    Edit::new(Span::new(tree.file().id(), start, end), text)
}

#[test]
fn edits_that_touch_are_made_in_order() {
    let tree = native("a = [1, 2]\n");
    let edits = vec![
        at(&tree, 8, 9, "two"),
        at(&tree, 9, 9, ", 4"),
        at(&tree, 9, 9, ", 5"),
        at(&tree, 8, 8, "x, "),
        at(&tree, 5, 6, "one"),
    ];
    let patch = patch(&tree, edits).unwrap();
    assert_eq!(text(&patch), "a = [one, x, two, 4, 5]\n");
    let order: Vec<_> = patch.edits().iter().map(|edit| edit.text.as_str()).collect();
    assert_eq!(order, ["one", "x, ", "two", ", 4", ", 5"]);
}

#[test]
fn edits_of_the_same_bytes_are_refused() {
    let tree = native("a = [1, 2, 3]\n");
    for (one, other) in [((5, 9), (8, 12)), ((5, 9), (5, 6)), ((5, 9), (6, 6)), ((5, 6), (5, 6))] {
        let edits = vec![at(&tree, one.0, one.1, "7"), at(&tree, other.0, other.1, "8")];
        let error = patch(&tree, edits).expect_err("they overlap");
        assert_eq!((error.code, error.labels.len()), ("fix-overlap", 2), "{one:?} {other:?}");
    }
}

#[test]
fn edits_elsewhere_are_refused() {
    let map = SourceMap::default();
    let other = map.add("other.tf".into(), b"a = 1\n".to_vec());
    let tree = parse(map.add("main.tf".into(), b"a = 1\n".to_vec()), Syntax::Native);
    for span in [other.span(), Span::new(tree.file().id(), 4, 7), Span::new(tree.file().id(), 7, 7)] {
        let error = patch(&tree, vec![Edit::new(span, "2")]).expect_err("it is elsewhere");
        assert_eq!(error.code, "fix-outside", "{span:?}");
    }
    #[allow(clippy::reversed_empty_ranges)]
    let reversed = Span::new(tree.file().id(), 5, 4);
    assert_eq!(patch(&tree, vec![Edit::new(reversed, "")]).expect_err("it is none").code, "fix-outside");
}

#[test]
fn edits_that_change_nothing_are_none() {
    let tree = native("a   = 1 # x\nbc = \"é\"\n");
    let patch = patch(&tree, vec![at(&tree, 4, 7, "= 1"), at(&tree, 3, 3, "")]).unwrap();
    assert_eq!(patch.edits(), []);
    assert_eq!(patch.bytes(), tree.file().bytes());
}

#[test]
fn edits_that_break_the_syntax_are_refused() {
    let tree = native("a = 1\nb {\n  c = \"x\"\n}\n");
    for edit in [
        at(&tree, 4, 5, ""),
        at(&tree, 0, 1, "b c"),
        at(&tree, 5, 5, " 2"),
        at(&tree, 8, 9, ""),
        at(&tree, 16, 17, ""),
        at(&tree, 17, 18, "\u{0}\""),
        at(&tree, 5, 5, "\na = 2"),
        at(&tree, 5, 5, "\n/*"),
    ] {
        let error = patch(&tree, vec![edit.clone()]).expect_err("it breaks the file");
        assert_eq!(error.code, "fix-syntax", "{edit:?}");
        assert_eq!(error.span().unwrap().file, tree.file().id());
    }
}

#[test]
fn half_a_character_is_not_removed() {
    let tree = native("a = \"é\"\n");
    assert_eq!(patch(&tree, vec![at(&tree, 5, 6, "")]).expect_err("not UTF-8").code, "fix-syntax");
}

#[test]
fn edits_with_other_effects_are_refused() {
    let tree = native("a = x * 2\nb = -y\nc = \"${z}\" # end\nd {\n  e = 1\n  f = 2\n}\ng = !h[i]\nj = k ? l : m\n");
    let file = tree.file().text(tree.file().span()).into_owned();
    let whole = |from: &str, to: &str| {
        let start = file.find(from).unwrap() as u32;
        at(&tree, start, start + from.len() as u32, to)
    };
    for edits in [
        // An operator that binds less.
        vec![whole("x", "1 + x")],
        vec![whole("y", "y + 1")],
        vec![whole("h", "h == 2 || h")],
        vec![whole("l", "n ? l : o"), whole("k", "k ? p : q")],
        // Another operator, which no name or value is.
        vec![whole("*", "+")],
        vec![whole("!", "-")],
        // A brace that moves an item out of its block, an expression into another one.
        vec![whole("  f", "}\nd2 {\n  f")],
        vec![whole("a = x", "a = [x"), whole("2\n", "2]\n")],
        // A comment that takes something in.
        vec![whole("  f", "  # f")],
        vec![whole("  e", "  /* e"), whole("  f", "*/ f")],
        // More than one expression in the place of one.
        vec![whole("z}", "z}${z}")],
    ] {
        match patch(&tree, edits.clone()) {
            Ok(patch) => panic!("{edits:?} gives {}", text(&patch)),
            Err(error) => assert_eq!(error.code, "fix-meaning", "{edits:?}"),
        }
    }
}

#[test]
fn parentheses_make_it_one_expression() {
    let tree = native("a = x * 2\n");
    let ExprKind::Binary(_, left, _) = tree.body().attribute("a").unwrap().expr().kind() else { panic!() };
    assert_eq!(patch(&tree, replace(left, "1 + x").unwrap()).expect_err("it binds less").code, "fix-meaning");
    let patch = patch(&tree, replace(left, "(1 + x)").unwrap()).unwrap();
    assert_eq!(text(&patch), "a = (1 + x) * 2\n");
}

#[test]
fn several_changes_are_one_patch() {
    let tree = native("b {\n  a = 1\n  c = 2 # two\n}\n\nd {}\n");
    let mut edits = set_attribute(body(&tree, "b"), "long", "1").unwrap();
    edits.extend(set_attribute(body(&tree, "b"), "longer", "22").unwrap());
    edits.extend(set_attribute(body(&tree, "b"), "c", "333").unwrap());
    edits.extend(set_attribute(body(&tree, "d"), "e", "1").unwrap());
    let patch = patch(&tree, edits).unwrap();
    let expected = "b {\n  a      = 1\n  c      = 333 # two\n  long   = 1\n  longer = 22\n}\n\nd {\n  e = 1\n}\n";
    assert_eq!(text(&patch), expected);
}
