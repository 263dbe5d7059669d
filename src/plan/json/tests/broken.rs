//! Files that are not as they should be: something is said, and nothing is taken for absent.

use std::fs;

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;

#[test]
fn a_file_that_was_cut_is_refused_at_its_end() {
    let bytes = fs::read(fixture("references/plan.json")).unwrap();
    for part in 1..50 {
        let cut = &bytes[..bytes.len() * part / 50];
        let (plan, messages) = said(cut);
        assert!(plan.is_none());
        let column = String::from_utf8_lossy(cut).chars().count() + 1;
        assert_eq!(messages, [format!("the plan file ends in the middle (line 1, column {column})")]);
    }
}

#[test]
fn what_is_not_json_is_told_where() {
    for (text, expected) in [
        ("", "this is not a Terraform plan in JSON"),
        ("[]", "this is not a Terraform plan in JSON"),
        ("resource \"a\" \"b\" {}", "this is not a Terraform plan in JSON"),
        (
            "{\n  \"format_version\": \"1.2\"\n  \"x\": 1}",
            "the plan file is not valid JSON: expected `,` or `}` (line 3, column 3)",
        ),
        ("{\"ä\": tru}", "the plan file is not valid JSON: expected ident (line 1, column 10)"),
        ("{}", "this is not a Terraform plan: `format_version` is missing"),
        ("{\"format_version\":\"1.2\"}", "this is not a Terraform plan: `resource_changes` is missing"),
        ("{\"version\":4,\"lineage\":\"x\"}", "this is a Terraform state, not a plan"),
    ] {
        let (plan, messages) = said(text.as_bytes());
        assert!(plan.is_none());
        assert_eq!(messages, [expected], "{text}");
    }
}

#[test]
fn versions_that_are_not_read_are_refused_with_what_to_do() {
    let of = |version: &str| json!({"format_version": version, "terraform_version": "0.15.5", "resource_changes": []});
    for version in ["0.1", "0.2"] {
        let (plan, diagnostics) = read(of(version).to_string().as_bytes(), "plan.json");
        assert!(plan.is_none());
        let expected = format!("plan format {version} of Terraform 0.15.5 is too old to be read (line 1, column 19)");
        assert_eq!(diagnostics[0].message, expected);
        assert_eq!(diagnostics[0].help, ["make the plan with Terraform 1.1 or newer"]);
    }
    for version in ["1.0", "1.2", "1.99"] {
        sound(of(version).to_string().as_bytes());
    }
    for version in ["2.0", "x", ""] {
        let (plan, messages) = said(of(version).to_string().as_bytes());
        assert!(plan.is_none() && messages[0].starts_with(&format!("plan format \"{version}\"")), "{messages:?}");
    }
}

#[test]
fn texts_of_windows_shells_are_read() {
    let text =
        json!({"format_version": "1.2", "resource_changes": [], "variables": {"ä": {"value": "😀"}}}).to_string();
    let le: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let be: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let bom = format!("\u{feff}{text}");
    for bytes in [le.as_slice(), be.as_slice(), bom.as_bytes()] {
        assert_eq!(sound(bytes).variables[0].0, "ä");
    }
    let (plan, messages) = said(&le[..le.len() - 1]);
    assert!(plan.is_none() && messages[0].starts_with("the plan file is not text"));
    let (plan, messages) = said(b"{\n\"a\": \"\xff\"}");
    assert!(plan.is_none());
    assert_eq!(messages, ["the plan file is not text (line 2, column 7)"]);
}

#[test]
fn depth_is_bounded() {
    for depth in [200, 1_000_000] {
        let nested = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let text = format!(
            r#"{{"format_version":"1.2","resource_changes":[{{"address":"a_b.c","change":{{"actions":["create"],"after":{{"x":{nested}}}}}}}]}}"#
        );
        let (plan, messages) = said(text.as_bytes());
        assert!(plan.is_none_or(|plan| plan.gaps.len() == 1));
        assert!(messages[0].starts_with("the plan file is nested more than 128 levels deep"), "{messages:?}");
    }
}

#[test]
fn a_part_that_cannot_be_read_is_a_gap() {
    let change = |change: Json| json!({"address": "a_b.c", "change": change});
    for (name, part, expected) in [
        ("resource_changes", json!({}), "`resource_changes` is not what a plan file has there"),
        ("resource_changes", json!([1]), "`resource_changes[0]` is not what a plan file has there"),
        ("resource_changes", json!([change(json!({}))]), "`resource_changes[0]` is not what a plan file has there"),
        (
            "resource_changes",
            json!([{"address": "a_b", "change": {"actions": ["create"]}}]),
            "`a_b` in `resource_changes[0]` is not the address of a resource",
        ),
        (
            "resource_changes",
            json!([change(json!({"actions": ["improve"]}))]),
            "what shall be done to `a_b.c` is not known: [\"improve\"]",
        ),
        (
            "resource_changes",
            json!([change(json!({"actions": ["create"], "after": [1]}))]),
            "the attributes of `a_b.c` are not an object",
        ),
        ("variables", json!([]), "`variables` is not what a plan file has there"),
        ("configuration", json!({"root_module": 1}), "`configuration` is not what a plan file has there"),
        ("output_changes", json!(true), "`output_changes` is not what a plan file has there"),
        ("errored", json!("yes"), "`errored` is not what a plan file has there"),
    ] {
        let mut file = json!({"format_version": "1.2", "resource_changes": []});
        file[name] = part;
        let (plan, messages) = said(file.to_string().as_bytes());
        assert_eq!(plan.expect(name).gaps.len(), 1, "{name}");
        assert!(messages.len() == 1 && messages[0].starts_with(expected), "{messages:?}");
        assert!(messages[0].contains("(line 1, column "), "{messages:?}");
    }
}

#[test]
fn changes_that_are_put_off_are_gaps() {
    let file = json!({
        "format_version": "1.2",
        "complete": false,
        "deferred_changes": [
            {"reason": "resource_config_unknown", "resource_change": {"address": "aws_s3_bucket.a[\"*\"]"}},
            {"reason": "provider_config_unknown", "resource_change": {"address": "aws_s3_bucket.b"}},
        ],
    });
    let mut file = file;
    file["planned_values"] = json!({});
    let (plan, messages) = said(file.to_string().as_bytes());
    assert_eq!(plan.unwrap().gaps.len(), 2);
    assert_eq!(messages, ["the plan is not complete: the changes of `aws_s3_bucket.a[\"*\"]` and 1 more are put off"]);
}

/// Something else in place of a value.
fn other() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        Just("1e999999999".parse::<serde_json::Number>().map_or(Json::Null, Json::Number)),
        ".{0,8}".prop_map(Json::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[null], {"a": 1}, true])),
        Just(json!({"references": ["a_b.c.id", "a_b.c"], "constant_value": [1]})),
        Just(json!({"references": 1})),
        Just(json!("module.m[\"a\"].terraform_data.in")),
    ]
}

/// Replaces the value at the `at`th place of the JSON, counted depth first.
fn replace(json: &mut Json, at: &mut usize, with: &Json) -> bool {
    if *at == 0 {
        *json = with.clone();
        return true;
    }
    *at -= 1;
    match json {
        Json::Array(items) => items.iter_mut().any(|item| replace(item, at, with)),
        Json::Object(fields) => fields.values_mut().any(|item| replace(item, at, with)),
        _ => false,
    }
}

fn size(json: &Json) -> usize {
    1 + match json {
        Json::Array(items) => items.iter().map(size).sum(),
        Json::Object(fields) => fields.values().map(size).sum(),
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_a_file_is_a_panic(
        fixture_at in 0usize..2,
        changes in prop::collection::vec((any::<prop::sample::Index>(), other()), 1..6),
    ) {
        let name = ["references/plan.json", "changes/plan.json"][fixture_at];
        let mut file: Json = serde_json::from_slice(&fs::read(fixture(name)).unwrap()).unwrap();
        for (at, with) in changes {
            let mut at = at.index(size(&file));
            replace(&mut file, &mut at, &with);
        }
        let (plan, diagnostics) = read(file.to_string().as_bytes(), "plan.json");
        // What is not read is said.
        prop_assert!(plan.is_some() || !diagnostics.is_empty());
        prop_assert!(diagnostics.iter().all(|diagnostic| diagnostic.path.is_some()));
    }

    #[test]
    fn no_bytes_are_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (plan, diagnostics) = read(&bytes, "plan.json");
        prop_assert!(plan.is_some() || !diagnostics.is_empty());
    }
}
