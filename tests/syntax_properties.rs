//! What holds of every text, damaged ones included: nothing is lost, nothing panics, everything nests, time is linear.

mod syntax_walk;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use tomcheck::syntax::{ExprKind, MAX_DEPTH, Syntax, is_name, parse, quote};
use unicode_normalization::UnicodeNormalization;

use syntax_walk::{Shown, check, source};

const SYNTAXES: [Syntax; 5] = [Syntax::Native, Syntax::Json, Syntax::JsonValues, Syntax::Expression, Syntax::Template];

static CASES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hcl/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
});

#[test]
fn every_case_is_whole_in_every_syntax() {
    for case in CASES.iter() {
        for syntax in SYNTAXES {
            check(case, syntax);
        }
    }
}

/// What fuzzing found.
#[test]
fn odd_texts_are_whole_in_every_syntax() {
    // An overlong form, which HCL lets pass as text, and behind it a bad escape.
    for text in [&b"a =\"\xc0\x9e\xc0\x9e\xc0\x9e\\60"[..], b"a =\"$\\U00000\0\0$0000000\xc0\x9e =$&\\60"] {
        for syntax in SYNTAXES {
            check(text, syntax);
        }
    }
}

#[test]
fn every_prefix_is_read() {
    for case in CASES.iter().filter(|case| case.len() < 600) {
        for end in 0..case.len() {
            check(&case[..end], Syntax::Native);
        }
    }
    let json = br#"{"a": [1.5e3, "x\u00e9${b["c"]}", null, {"d": true, "//": "e"}], "\ud83d\ude00": {}}"#;
    for end in 0..json.len() {
        check(&json[..end], Syntax::Json);
    }
}

/// Pieces that matter to the grammar.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"${",
    b"%{",
    b"}",
    b"~}",
    b"${~",
    b"<<EOT\n",
    b"<<-EOT\n",
    b"EOT\n",
    b"EOT",
    b"\n",
    b"\r\n",
    b"\r",
    b" ",
    b"\t",
    b"{",
    b"[",
    b"]",
    b"(",
    b")",
    b".",
    b"...",
    b",",
    b"=",
    b"==",
    b"=>",
    b":",
    b"::",
    b"?",
    b"!",
    b"-",
    b"*",
    b"&&",
    b"#",
    b"//",
    b"/*",
    b"*/",
    b"for ",
    b" in ",
    b"if ",
    b"else",
    b"endif",
    b"endfor",
    b"null",
    b"a",
    b"b1",
    b"0",
    b"1.5",
    b"1e3",
    b"\\",
    b"\\n",
    b"\\u00e9",
    b"\\ud83d",
    b"$",
    b"$$",
    b"\xc3\xa9",
    b"e\xcc\x81",
    b"\xff",
    b"[*]",
    b".*",
    b".0",
    b"'",
    b";",
    b"x = 1\n",
    b"b \"l\" {\n",
    b"}\n",
    b"\xef\xbb\xbf",
    b"\0",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_pieces_are_read(indices in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let text: Vec<u8> = indices.iter().flat_map(|&index| PIECES[index]).copied().collect();
        for syntax in SYNTAXES {
            check(&text, syntax);
        }
    }

    #[test]
    fn what_is_quoted_is_read_as_it_was(text in "\\PC*|[a${%\\\\\"\n\r\t\u{0}-\u{20}]*") {
        let tree = check(quote(&text).as_bytes(), Syntax::Expression);
        prop_assert_eq!(tree.diagnostics(), []);
        let ExprKind::String(read) = tree.expression().kind() else { panic!("no string") };
        prop_assert_eq!(read, text.nfc().collect::<String>());
    }

    #[test]
    fn names_are_those_that_are_read(text in "[a-c_0-9\\-. éß日\u{301}]{0,5}") {
        let tree = parse(source(text.as_bytes()), Syntax::Expression);
        let read = tree.diagnostics().is_empty()
            && matches!(tree.expression().kind(), ExprKind::Variable(name) if name.name == text);
        prop_assert_eq!(is_name(&text), read);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        for syntax in SYNTAXES {
            check(&bytes, syntax);
        }
    }

    #[test]
    fn any_change_is_read(
        case in 0..600_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), 0..PIECES.len(), 0..9_usize), 1..6)
    ) {
        let case = &CASES[case % CASES.len()];
        let mut text = case[..case.len().min(2_000)].to_vec();
        for (at, piece, removed) in changes {
            let at = at.index(text.len() + 1);
            let end = (at + removed).min(text.len());
            text.splice(at..end, PIECES[piece].iter().copied());
        }
        for syntax in SYNTAXES {
            check(&text, syntax);
        }
    }
}

#[test]
fn nesting_has_a_limit_and_no_stack_overflow() {
    let shapes = [
        ("[", "]"),
        ("(", ")"),
        ("{a=", "}"),
        ("f(", ")"),
        ("\"${", "}\""),
        ("!", ""),
        ("-", ""),
        ("a[", "]"),
        ("x ? 1 : ", ""),
        ("[for a in ", " : a]"),
        ("\"%{if ", "}%{endif}\""),
        ("<<E\n${", "}\nE\n"),
        ("{(", ") = 1}"),
    ];
    for (open, close) in shapes {
        let deep = |depth: usize| format!("a = {}1{}\nb = 1\n", open.repeat(depth), close.repeat(depth));
        let tree = check(deep(MAX_DEPTH as usize / 4).as_bytes(), Syntax::Native);
        assert_eq!(tree.diagnostics(), [], "{open}");
        let tree = check(deep(10_000).as_bytes(), Syntax::Native);
        assert!(!tree.diagnostics().is_empty() && tree.diagnostics().len() < 5, "{open}: {:?}", tree.diagnostics());
        assert!(tree.diagnostics().iter().any(|diagnostic| diagnostic.message.contains("levels deep")), "{open}");
    }
    let blocks = format!("{}{}c = 1\n", "b {\n".repeat(10_000), "}\n".repeat(10_000));
    let tree = check(blocks.as_bytes(), Syntax::Native);
    assert_eq!(tree.diagnostics().len(), 1, "{:?}", tree.diagnostics());
    assert!(tree.body().attribute("c").is_some(), "what follows is read");
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = format!("{{\"a\": {}1{}, \"b\": 1}}", open.repeat(10_000), close.repeat(10_000));
        let tree = check(text.as_bytes(), Syntax::Json);
        assert_eq!(tree.diagnostics().len(), 1);
        assert!(tree.body().attribute("b").is_some(), "what follows is read");
    }
}

/// Texts that would take a careless parser quadratic time, or more.
#[test]
fn time_is_linear() {
    let native = [
        "(",
        "[",
        "{",
        "{\n",
        "f(",
        "\"${",
        "\"",
        "<<E\n",
        "<<E\n${",
        "/*",
        "a = \"x\n",
        "b {\n",
        "b \"${",
        "\"%{if a}",
        "${",
        "a.",
        "a[",
        "!",
        "x ? ",
        "{a=",
        "1 + ",
        "a=1 ",
        "\"a\" ",
        "b {} ",
        ")]}",
        "a = <<E\nE x\n",
        "a = <<E x\n",
        "a\n=",
        "'",
        "a = [\n",
        "b \"x\" {\n a = (\n",
        "a = f(\nb = 1\n",
        "}",
        "]",
        "[}",
        "b { a = 1 ",
        "a = {\nb \"c\" {\n",
        "\"${a \"b\" ",
        "a = 1\n",
        "\u{e9}",
        "a = \"\\",
        "#\r",
        "<<",
        "a = \"${b\nc = 1\n",
        "%{",
        "a b ",
        "\t",
        "a.*",
        "a[*]",
        "a ? b : ",
        "a = \"x",
        "x\0",
        "\"\n",
        "[for ",
    ];
    let json = [
        "[",
        "{\"a\":",
        "\"",
        "\\u",
        "'",
        "//",
        "1 ",
        ", ",
        "{\"a\":1}",
        "]",
        "\"a\":",
        "\"${",
        "{\"\\n\":[",
        "\"\\n${",
        "/*",
        "{,",
    ];
    let tries = native
        .iter()
        .flat_map(|piece| [(piece, Syntax::Native), (piece, Syntax::Expression), (piece, Syntax::Template)]);
    for (piece, syntax) in tries.chain(json.iter().map(|piece| (piece, Syntax::Json))) {
        let _shown = Shown(piece.as_bytes(), syntax);
        let time = |size: usize| {
            let file = source(piece.repeat(size / piece.len()).as_bytes());
            let start = Instant::now();
            let tree = parse(file, syntax);
            let time = start.elapsed();
            assert!(tree.diagnostics().len() <= 1_001, "diagnostics have a limit");
            time
        };
        // Ten times the text may take ten times the time, and some more for a machine that is busy.
        let limit = time(40_000) * 40 + Duration::from_millis(400);
        let times: Vec<_> = (0..3).map(|_| time(400_000)).take_while(|&time| time >= limit).collect();
        assert!(times.len() < 3, "{piece:?} as {syntax:?}: {times:?}, not {limit:?}");
    }
}

#[test]
fn a_long_line_is_read() {
    let text = format!("a = [{}]\nb = \"{}\"\n", "1, ".repeat(500_000), "x".repeat(1_000_000));
    let tree = check(text.as_bytes(), Syntax::Native);
    assert_eq!(tree.diagnostics(), []);
    assert!(tree.size() <= 6 * text.len(), "{} bytes of tree", tree.size());
}
