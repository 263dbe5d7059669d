//! JSON text that is not known as a whole: what it says all the same, and where that would not be certain.

use tomcheck::lang::functions::NoFiles;
use tomcheck::lang::{Evaluator, Options, Reference, Result, Scope, Session};
use tomcheck::source::SourceMap;
use tomcheck::syntax::{Syntax, parse};
use tomcheck::value::{CauseKind, Causes, Chars, Type, Unknown, Value, show_line};

/// `plain`: of letters and digits; `name`: of small letters; `any`: of anything; `arn`: begins with "arn:".
struct Names;

impl Scope for Names {
    fn resolve(&self, reference: Reference<'_, '_>, _: &Evaluator<'_>) -> Result<(Value, usize)> {
        let name = reference.root.name;
        let mut unknown = Unknown::new(Type::String, Causes::one(CauseKind::Computed, name, None)).not_null();
        unknown.refinement.chars = match name {
            "plain" => Some(Chars::class("A-Za-z0-9_")),
            "name" => Some(Chars::class("a-z")),
            _ => None,
        };
        if name == "arn" {
            unknown.refinement.prefix = "arn:".into();
        }
        Ok((unknown.into(), 0))
    }
}

fn eval(expr: &str) -> Value {
    let file = SourceMap::default().add("main.tf".into(), format!("v = {expr}\n").into_bytes());
    let tree = parse(file, Syntax::Native);
    assert!(tree.diagnostics().is_empty(), "{expr}");
    let expr = tree.body().attribute("v").unwrap().expr();
    let session = Session::new(&NoFiles, Options::default());
    Evaluator::new(&Names, &session).eval(expr).unwrap()
}

fn shown(expr: &str) -> String {
    show_line(&eval(expr))
}

const UNKNOWN: &str = "(known after apply)";

#[test]
fn a_template_of_json_says_what_is_known() {
    for (text, path, expected) in [
        (r#"{\"a\": \"x-${plain}\", \"b\": \"y\"}"#, "b", r#""y""#),
        (r#"{\"a\": \"x-${plain}\", \"b\": \"y\"}"#, "a == \"z\"", "false"),
        (r#"[{\"b\": \"${name}\"}, {\"b\": 2}]"#, "[1].b", "2"),
        // A whole value in its place.
        (r#"{\"a\": ${jsonencode({ c = any, d = 1 })}}"#, "a.d", "1"),
        // A quote in it would end the string.
        (r#"{\"a\": \"${any}\", \"b\": \"y\"}"#, "b", UNKNOWN),
        // A whole value within a string, and a text outside of one.
        (r#"{\"a\": \"${jsonencode({ c = any })}\", \"b\": \"y\"}"#, "b", UNKNOWN),
        (r#"{\"a\": ${plain}, \"b\": \"y\"}"#, "b", UNKNOWN),
        (r#"{\"${plain}\": 1, \"b\": \"y\"}"#, "b", UNKNOWN),
        (r#"${plain}{\"b\": \"y\"}"#, "b", UNKNOWN),
    ] {
        let path = if path.starts_with('[') { path.to_owned() } else { format!(".{path}") };
        assert_eq!(shown(&format!("jsondecode(\"{text}\"){path}")), expected, "{text}");
    }
}

#[test]
fn replacing_in_json_changes_strings_only() {
    let json = "jsonencode({ a = \"x_N_\", b = any, c = name, d = true, e = arn })";
    for (expr, expected) in [
        (format!("jsondecode(replace({json}, \"_N_\", \"y\")).a"), r#""xy""#),
        (format!("jsondecode(replace({json}, \"_N_\", plain)).d"), "true"),
        (format!("startswith(jsondecode(replace({json}, \"_N_\", plain)).a, \"x\")"), "true"),
        (format!("startswith(jsondecode(replace({json}, \"_N_\", plain)).e, \"arn:\")"), "true"),
        // Its beginning may be what is replaced.
        (format!("startswith(jsondecode(replace({json}, \"_N_\", plain)).b, \"x\")"), UNKNOWN),
        // The text may break out of the string, or a string may become something else.
        (format!("jsondecode(replace({json}, \"_N_\", \"\\\"\")).d"), UNKNOWN),
        (format!("jsondecode(replace({json}, \"_N_\", any)).d"), UNKNOWN),
        (format!("jsondecode(replace({json}, \"true\", \"1\")).d"), UNKNOWN),
        (format!("jsondecode(replace({json}, \":\", \"1\")).d"), UNKNOWN),
        (format!("jsondecode(replace({json}, \"\", \"1\")).d"), UNKNOWN),
        (format!("jsondecode(replace({json}, \"/_N_/\", \"1\")).d"), UNKNOWN),
        // JSON writes it in another way.
        (format!("jsondecode(replace({json}, \"<\", \"1\")).d"), UNKNOWN),
        // A key changes.
        ("jsondecode(replace(jsonencode({ _N_ = any, d = true }), \"_N_\", \"e\")).d".to_owned(), UNKNOWN),
        // Text that is known, with what is not.
        ("jsondecode(replace(\"{\\\"a\\\": \\\"_N_\\\", \\\"d\\\": 1}\", \"_N_\", plain)).d".to_owned(), "1"),
    ] {
        assert_eq!(shown(&expr), expected, "{expr}");
    }
}

#[test]
fn characters_of_a_class() {
    let class = Chars::class("a-z0-9.-");
    assert!(class.allow("my-bucket.1") && !class.allow("My") && !class.allow("a_b") && !class.allow("é"));
    assert!(Chars::class("-a").allow("a-") && !Chars::class("-a").allow("b"));
    assert!(class.are_plain_json() && !Chars::class("a\"").are_plain_json() && !Chars::class("\\").are_plain_json());
    assert!(Chars::of("a b").unwrap().are_plain_json() && !Chars::of("a\n").unwrap().are_plain_json());
    assert!(Chars::of("é").is_none());
}
