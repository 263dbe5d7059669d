//! Any bytes in any syntax: read without a panic, every byte in one token, every diagnostic inside the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tomcheck::source::SourceMap;
use tomcheck::syntax::{Syntax, parse};

const SYNTAXES: [Syntax; 5] =
    [Syntax::Native, Syntax::Json, Syntax::JsonValues, Syntax::Expression, Syntax::Template];

fuzz_target!(|bytes: &[u8]| {
    for syntax in SYNTAXES {
        let tree = parse(SourceMap::default().add("fuzz".into(), bytes.to_vec()), syntax);
        let mut end = 0;
        for (_, span) in tree.tokens() {
            assert_eq!(span.start, end, "tokens leave no gap");
            end = span.end;
        }
        assert_eq!(end as usize, bytes.len(), "the tokens are the text");
        for label in tree.diagnostics().iter().flat_map(|diagnostic| &diagnostic.labels) {
            assert!(label.span.start <= label.span.end && label.span.end <= end, "{label:?}");
        }
    }
});
