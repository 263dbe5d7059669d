//! Changes of JSON syntax.

use tomcheck::fix::{append_block, insert_block, remove_attribute, rename_label, replace, set_attribute};

use super::support::{Case, crlf, json, patched, text};

const CASES: &[Case] = &[
    Case {
        shows: "a value is replaced",
        before: "{\n  \"a\": \"x\",\n  \"b\": [1, 2]\n}\n",
        change: |tree| set_attribute(tree.body(), "b", "{\n  \"c\": \"${d}\"\n}"),
        after: "{\n  \"a\": \"x\",\n  \"b\": {\n    \"c\": \"${d}\"\n  }\n}\n",
    },
    Case {
        shows: "a property is added on a line of its own",
        before: "{\n    \"a\": {\"x\": 1},\n    \"b\": 1\n}\n",
        change: |tree| set_attribute(tree.body(), "c", "{\n  \"d\": 1\n}"),
        after: "{\n    \"a\": {\"x\": 1},\n    \"b\": 1,\n    \"c\": {\n      \"d\": 1\n    }\n}\n",
    },
    Case {
        shows: "a property is added to the only one",
        before: "{\n\t\"a\" : 1\n}",
        change: |tree| set_attribute(tree.body(), "b", "2"),
        after: "{\n\t\"a\" : 1,\n\t\"b\" : 2\n}",
    },
    Case {
        shows: "a property is added on one line",
        before: "{\"a\": [1, {}]}",
        change: |tree| set_attribute(tree.body(), "b \"q\"", "2"),
        after: "{\"a\": [1, {}], \"b \\\"q\\\"\": 2}",
    },
    Case {
        shows: "a property is added where there are no blanks",
        before: "{\"a\":1,\"b\":2}",
        change: |tree| set_attribute(tree.body(), "c", "3"),
        after: "{\"a\":1,\"b\":2,\"c\":3}",
    },
    Case {
        shows: "a property is added to an empty object",
        before: "{\n    \"resource\": {\n        \"t\": {\n            \"n\": {}\n        }\n    }\n}\n",
        change: |tree| set_attribute(tree.body().blocks_of("resource", 2)[0].body(), "a", "1"),
        after: "{\n    \"resource\": {\n        \"t\": {\n            \"n\": {\n                \"a\": 1\n            }\n        }\n    }\n}\n",
    },
    Case {
        shows: "a property is added to the last of several objects that are one body",
        before: "[{\"a\": 1}, {\"b\": {\"x\": {}}}]",
        change: |tree| set_attribute(tree.body(), "c", "3"),
        after: "[{\"a\": 1}, {\"b\": {\"x\": {}}, \"c\": 3}]",
    },
    Case {
        shows: "the first property is removed",
        before: "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n",
        change: |tree| Ok(remove_attribute(tree.body().attribute("a").unwrap())),
        after: "{\n  \"b\": 2,\n  \"c\": 3\n}\n",
    },
    Case {
        shows: "the last property is removed with the comma before it",
        before: "{\n  \"a\": 1,\n  \"b\": 2\n}\n",
        change: |tree| Ok(remove_attribute(tree.body().attribute("b").unwrap())),
        after: "{\n  \"a\": 1\n}\n",
    },
    Case {
        shows: "the only property is removed",
        before: "{\n  \"a\": 1\n}\n",
        change: |tree| Ok(remove_attribute(tree.body().attribute("a").unwrap())),
        after: "{}\n",
    },
    Case {
        shows: "a label is a key",
        before: "{\"b\": {\"x\": {\"a\": 1}}}",
        change: |tree| rename_label(tree.body().blocks_of("b", 1)[0], 0, "é \"y\""),
        after: "{\"b\": {\"é \\\"y\\\"\": {\"a\": 1}}}",
    },
];

#[test]
fn changes_are_laid_out_as_the_object_is() {
    for Case { shows, before, change, after } in CASES {
        let lf = patched(&json(before), change).unwrap_or_else(|error| panic!("{shows}: {error:?}"));
        assert_eq!(text(&lf), *after, "{shows}");
        serde_json::from_slice::<serde_json::Value>(lf.bytes()).unwrap();
        let of_crlf = patched(&json(&crlf(before)), change).unwrap_or_else(|error| panic!("{shows}: {error:?}"));
        assert_eq!(text(&of_crlf), crlf(after), "{shows}, with CRLF");
    }
}

#[test]
fn what_is_added_is_removed_again_without_a_trace() {
    for case in CASES {
        let tree = json(case.before);
        let with = patched(&tree, |tree| set_attribute(tree.body(), "new one", "[\n  1\n]")).unwrap();
        let without = patched(with.tree(), |tree| Ok(remove_attribute(tree.body().attribute("new one").unwrap())));
        assert_eq!(text(&without.unwrap()), case.before, "{}", case.shows);
    }
}

#[test]
fn what_is_no_json_is_refused() {
    let tree = json("{\"a\": 1}");
    for value in ["", "x", "1, \"b\": 2", "}", "\"", "1 // one", "'a'"] {
        assert_eq!(set_attribute(tree.body(), "c", value).expect_err(value).code, "fix-syntax", "{value}");
        let expr = tree.body().attribute("a").unwrap().expr();
        assert_eq!(replace(expr, value).expect_err(value).code, "fix-syntax", "{value}");
    }
    assert_eq!(append_block(&tree, "b {}").expect_err("JSON").code, "fix-json");
    assert_eq!(insert_block(tree.body(), "b {}").expect_err("JSON").code, "fix-json");
}
