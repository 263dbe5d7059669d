//! Our reading of HCL's native syntax against what HashiCorp's library made of the same text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use tomcheck::source::{SourceFile, SourceMap};
use tomcheck::syntax::{Syntax, describe, parse};

fn source(bytes: Vec<u8>) -> Arc<SourceFile> {
    SourceMap::default().add("test.hcl".into(), bytes)
}

/// Where our first error is neither HCL's first nor its first by position: what HCL says first, how ours starts, and why it
/// is better.
const BETTER: &[(&str, &str, &str)] = &[
    (
        "Unterminated template string",
        "nothing may follow the end of a heredoc",
        "`EOT)`: HCL says at the end of the file that there is no `EOT`; here it is, and what is wrong with it",
    ),
    (
        "Missing close bracket on",
        "expected `]`",
        "`a[b c`: ours is where the bracket is missing; HCL's is the next bracket, or the end of the file",
    ),
    (
        "Unclosed configuration block",
        "a block is never closed",
        "HCL can only name the outermost block; the indentation shows which one lacks its brace",
    ),
    (
        "Unclosed configuration block",
        "`{` is never closed",
        "the same: it is an object in the block that lacks its brace",
    ),
    ("Unterminated object constructor expression", "`{` is never closed", "the same for objects in each other"),
    (
        "Unclosed template interpolation sequence",
        "`${` is never closed",
        "ours is the `${`; HCL's is the text before it on the line",
    ),
    (
        "Invalid multi-line string",
        "`${` is never closed",
        "`\"x ${a\"`: HCL says at the end of the line that the last quote opens a string; it closes this one",
    ),
    (
        "Argument or block definition required",
        "expected an attribute or block, found `}`",
        "HCL takes the first brace for the end of the block, and says that the last is one too many; the indentation shows which is",
    ),
    ("Invalid expression", "this comment is never closed", "HCL reads `/*` as two operators where no `*/` follows"),
    ("Argument or block definition required", "this comment is never closed", "the same"),
    (
        "Invalid legacy index syntax",
        "two indices after a dot",
        "`a.*.0.0`: ours is the number; HCL's is the splat before it",
    ),
    (
        "Invalid attribute name",
        "expected an attribute's name",
        "`a.*.`: ours is where the name is missing; HCL's is the splat",
    ),
];

#[test]
fn reads_what_hcl_reads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hcl");
    let expected = fs::read_to_string(folder.join("expected.jsonl")).unwrap();
    let mut wrong = BTreeMap::new();
    for line in expected.lines() {
        let mut case: Value = serde_json::from_str(line).unwrap();
        let file = case.as_object_mut().unwrap().remove("file").unwrap();
        let name = file.as_str().unwrap().to_owned();
        let bytes = fs::read(folder.join("cases").join(&name)).unwrap();
        let found = describe(&parse(source(bytes.clone()), Syntax::Native));
        let verdict = if case["ok"] != found["ok"] {
            Some("acceptance")
        } else if case["ok"] == true {
            (case["body"] != found["body"]).then_some("body")
        } else {
            let bytes: Vec<_> = case["errors"].as_array().unwrap().iter().map(|error| error["byte"].as_u64()).collect();
            let ours = found["errors"][0]["byte"].as_u64();
            // Ours are by position; HCL's are not, as it looks for wrong tokens before it parses.
            let same = ours == bytes[0] || ours == bytes.iter().copied().min().unwrap();
            let says = |error: &Value, start: &str| error["summary"].as_str().unwrap().starts_with(start);
            let better = BETTER
                .iter()
                .any(|&(theirs, message, _)| says(&case["errors"][0], theirs) && says(&found["errors"][0], message));
            (!same && !better).then_some("first error")
        };
        if let Some(verdict) = verdict {
            let text = String::from_utf8_lossy(&bytes).chars().take(700).collect::<String>();
            wrong.insert(name.clone(), format!("{name}: {verdict}\n{text}\nexpected {case}\nfound {found}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.values().cloned().collect::<Vec<_>>().join("\n"), wrong.len());
}

/// HCL's tables of letters take any byte after the first of some two-byte letters for the second: a line break, a brace, the
/// next letter of a file in Latin-1. A name like that is no text; we say what is wrong with the file.
#[test]
fn names_are_utf_8() {
    for (text, byte) in [(&b"a = \xc4\n"[..], 4), (b"\xc4rger = 1\n", 0), (b"a {\n  b = \xd6}\n", 10)] {
        let found = describe(&parse(source(text.to_vec()), Syntax::Native));
        assert_eq!(found["errors"][0]["byte"], byte, "{found}");
        assert_eq!(found["errors"][0]["summary"], "the file is not UTF-8 here");
    }
}
