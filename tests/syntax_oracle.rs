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

/// Where our first error is neither HCL's first nor its first by position: the byte, and why it is better.
const BETTER: &[(&str, u64, &str)] = &[
    (
        "here-445.hcl",
        15,
        "`EOT.b`: HCL says at the end of the file that there is no `EOT`; here it is, and what is wrong with it",
    ),
    ("here-456.hcl", 15, "`EOT b = 1`: the same"),
    ("typed-039.hcl", 412, "`[a ~}`: here `]` is missing; HCL looks for it up to the end of the file"),
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
            let better = BETTER.iter().any(|&(file, byte, _)| file == name && Some(byte) == ours);
            (!same && !better).then_some("first error")
        };
        if let Some(verdict) = verdict {
            let text = String::from_utf8_lossy(&bytes).chars().take(700).collect::<String>();
            wrong.insert(name.clone(), format!("{name}: {verdict}\n{text}\nexpected {case}\nfound {found}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.values().cloned().collect::<Vec<_>>().join("\n"), wrong.len());
}
