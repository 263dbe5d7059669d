//! Expected values are Terraform's (`terraform console`, `functions.jsonl`).

use serde_json::json;

use super::*;
use crate::addrs::{Mode, ModuleInstance, Path, Referent, Resource, ResourceInstance, Step};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
}

fn causes() -> Causes {
    Causes::one(CauseKind::Computed, "x", None)
}

fn of(json: serde_json::Value) -> Value {
    json::from_json(&json)
}

fn ty(json: serde_json::Value) -> Type {
    json::type_from_json(&json).expect("a type")
}

#[test]
fn numbers_print_as_terraform_prints_them() {
    let two = number("2");
    let third = two.div(&number("3")).unwrap();
    assert_eq!(third.to_string(), format!("0.{}7", "6".repeat(153)));
    assert_eq!(third.mul(&number("3")).unwrap().to_string(), "2");
    assert_eq!(number("0.1").mul(&number("3")).unwrap().to_string(), "0.3");
    assert_eq!(
        number("100").div(&number("7")).unwrap().to_string(),
        "14.285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714286"
    );
    assert_eq!(number("1e400").to_string(), format!("1{}", "0".repeat(400)));
    assert_eq!(number("1e-400").to_string(), format!("0.{}1", "0".repeat(399)));
    assert_eq!(number("1.50").to_string(), "1.5");
    assert_eq!(number("9007199254740993").to_string(), "9007199254740993");
    assert_eq!(number("99999999999999999999.99").to_string(), "99999999999999999999.99");
    assert_eq!(number("0").neg().to_string(), "-0");
    assert_eq!(
        number("123456789012345678901234567890").add(&1.into()).unwrap().to_string(),
        "123456789012345678901234567891"
    );
    assert_eq!(number("1e50").add(&1.into()).unwrap().to_string(), format!("1{}1", "0".repeat(49)));
    // Integers that functions make have 64 binary digits: length([1]) / length([1, 2, 3]).
    assert_eq!(Number::from(1i64).div(&3.into()).unwrap().to_string(), "0.33333333333333333334");
    assert_eq!(Number::from_f64(0.1).unwrap().to_string(), "0.1");
    assert_eq!(Number::from_f64(1e23).unwrap().to_string(), "100000000000000000000000");
}

#[test]
fn numbers_compute_as_terraform_does() {
    assert_eq!(number("-7").rem(&number("3")).unwrap(), (-1).into());
    assert_eq!(number("5.5").rem(&number("2")).unwrap(), number("1.5"));
    assert_eq!(number("1").rem(&number("0")).unwrap(), 1.into());
    assert_eq!(number("1e20").rem(&number("3")).unwrap(), number("1"));
    assert!(!number("1").div(&number("0")).unwrap().is_finite());
    assert_eq!(number("0").div(&number("0")), Err(ArithmeticError::Quotient));
    assert_eq!(number("9223372036854775807").add(&1.into()).unwrap().to_string(), "9223372036854775808");
    assert_eq!(number("-9223372036854775808").neg().to_string(), "9223372036854775808");
    assert_eq!(number("1e30").to_i64(), None);
    assert_eq!(number("1e3").to_i64(), Some(1000));
    assert!(number("-1e100") < number("-1") && number("1e-5") > 0.into());
    for text in ["", ".", "1_000", "0b11", " 1", "1 ", "é", "e5", "1e", "--1", "1e99999999999999999999"] {
        assert!(Number::parse(text).is_none(), "{text:?}");
    }
    for (text, value) in [("5.", 5.0), (".5", 0.5), ("010", 10.0), ("1p3", 8.0), ("+2", 2.0)] {
        assert_eq!(number(text).to_f64(), value);
    }
}

#[test]
fn a_chain_of_squares_stays_small() {
    let mut value = number("1e9000");
    for _ in 0..64 {
        value = value.mul(&value).unwrap();
    }
    assert!(!value.is_finite());
}

#[test]
fn floats_survive() {
    for value in [0.0, 1.0, 0.1, -2.5, f64::MAX, f64::MIN_POSITIVE, 5e-324, 1.7e-310, 1e22, 4.35, f64::EPSILON] {
        assert_eq!(Number::from_f64(value).unwrap().to_f64(), value);
        assert_eq!(number(&format!("{value:e}")).to_f64(), value);
    }
    assert_eq!(number("1e400").to_f64(), f64::INFINITY);
    assert_eq!(number("1e-400").to_f64(), 0.0);
}

#[test]
fn conversions_follow_cty() {
    let ok = |value: serde_json::Value, to: serde_json::Value, expected: &str| {
        let converted =
            convert(of(value.clone()), &ty(to.clone())).unwrap_or_else(|error| panic!("{value} to {to}: {error}"));
        assert_eq!(show_line(&converted), expected, "{value} to {to}");
    };
    ok(json!(1.5), json!("string"), "\"1.5\"");
    ok(json!("0"), json!("bool"), "false");
    ok(json!(["b", "a", "b"]), json!(["set", "dynamic"]), "toset([\"a\", \"b\"])");
    ok(json!([1, true, "x"]), json!(["list", "dynamic"]), "tolist([\"1\", \"true\", \"x\"])");
    ok(json!(["a", null]), json!(["list", "dynamic"]), "tolist([\"a\", tostring(null)])");
    ok(json!({"a": 1, "b": "x"}), json!(["map", "dynamic"]), "tomap({ a = \"1\", b = \"x\" })");
    ok(json!({"a": 1, "b": "x"}), json!(["object", {"a": "string"}]), "{ a = \"1\" }");
    ok(json!([{"a": 1}, {"b": 1}]), json!(["list", "dynamic"]), "tolist([tomap({ a = 1 }), tomap({ b = 1 })])");
    ok(json!([[], ["a"]]), json!(["set", "dynamic"]), "toset([tolist([\"a\"]), tolist([])])");
    ok(json!([10, 9, 1]), json!(["set", "dynamic"]), "toset([1, 9, 10])");
    let fails = |value: serde_json::Value, to: serde_json::Value, message: &str| {
        assert_eq!(convert(of(value), &ty(to)).unwrap_err().to_string(), message);
    };
    fails(json!("x"), json!("number"), "a number is required");
    fails(json!(true), json!("number"), "number required, but have bool");
    fails(json!([1, true]), json!(["list", "dynamic"]), "all list elements must have the same type");
    fails(json!({"a": {"b": "x"}}), json!(["map", ["map", "number"]]), "a.b: a number is required");
    fails(json!({}), json!(["object", {"a": "string"}]), "attribute \"a\" is required");
    fails(json!("True"), json!("bool"), "a bool is required; to convert from string, use lowercase \"true\"");
}

#[test]
fn unknowns_keep_cause_and_symbol_when_converted() {
    let referent = Referent::Variable(ModuleInstance::root(), "port".into());
    let unknown = Unknown::new(Type::Number, causes()).not_null().symbol(referent, Path::new());
    let Value::Unknown(text) = convert(unknown.into(), &Type::String).unwrap() else { panic!("known") };
    assert!(text.symbol.is_some() && text.refinement.not_null && text.ty == Type::String);
    let tuple = Unknown::new(ty(json!(["tuple", ["string", "number"]])), causes()).not_null();
    let list = convert(tuple.into(), &Type::list(Type::Dynamic)).unwrap();
    assert_eq!(list.ty(), Type::list(Type::String));
    assert_eq!(list.length_range(), (2, Some(2)));
}

#[test]
fn marks_stay_but_leave_the_elements_of_sets() {
    let secret = Value::from("s").with_marks(Marks { sensitive: true, ..Marks::default() });
    let list = convert(Value::tuple(vec![secret.clone(), "a".into()]), &Type::list(Type::String)).unwrap();
    assert!(list.marks().is_empty() && list.contains_marks());
    let set = convert(list, &Type::set(Type::String)).unwrap();
    assert!(set.marks().sensitive);
    assert_eq!(show(&set), "(sensitive value)");
    assert!(!set.unmark_deep().0.contains_marks());
}

fn symbol(name: &str, key: crate::addrs::InstanceKey) -> Value {
    let resource = Resource { mode: Mode::Managed, ty: "t".into(), name: name.into() };
    let instance = ResourceInstance { module: ModuleInstance::root(), resource, key };
    let path = vec![Step::Attr("id".into())];
    Unknown::new(Type::String, causes()).not_null().symbol(Referent::Resource(instance.into()), path).into()
}

#[test]
fn texts_of_the_same_parts_are_equal() {
    use crate::addrs::InstanceKey::{Any, None};
    let text = |name: &str, key, end: &str| {
        let Value::Unknown(thing) = symbol(name, key) else { panic!("known") };
        let mut unknown = Unknown::new(Type::String, causes()).not_null();
        let parts = vec![TextPart::Symbol(thing.symbol.clone().unwrap()), TextPart::Text(end.into())];
        unknown.parts = Some(std::sync::Arc::new(parts));
        Value::from(unknown)
    };
    struct Ids;
    impl Identity for Ids {
        fn distinct(&self, a: &Symbol, b: &Symbol) -> bool {
            a.referent != b.referent
        }
        fn canonical(&self, _: &Symbol) -> Option<Canonical> {
            Option::None
        }
    }
    let unknown = Tri::Unknown(causes());
    assert_eq!(equal(&text("a", None, "/*"), &text("a", None, "/*"), &NoIdentity), Tri::True);
    assert_eq!(equal(&text("a", Any, "/*"), &text("a", Any, "/*"), &NoIdentity), unknown);
    assert_eq!(equal(&text("a", None, "/*"), &text("b", None, "/*"), &NoIdentity), unknown);
    assert_eq!(equal(&text("a", None, "/*"), &text("b", None, "/*"), &Ids), Tri::False);
    assert_eq!(equal(&text("a", None, "/*"), &text("b", None, "/x/*"), &Ids), unknown);
    assert_eq!(equal(&text("a", None, "-logs"), &text("a", None, "-data"), &NoIdentity), Tri::False);
    assert_eq!(equal(&text("a", None, "-logs"), &symbol("a", None), &NoIdentity), Tri::False);
    assert_eq!(equal(&text("a", None, "-logs"), &symbol("b", None), &NoIdentity), unknown);
    assert_eq!(equal(&text("a", None, "/*"), &"x/*".into(), &NoIdentity), unknown);
    assert_eq!(equal(&text("a", None, "/*"), &"x/y".into(), &NoIdentity), Tri::False);
}

#[test]
fn equality_knows_what_is_certain() {
    use crate::addrs::InstanceKey::{Any, None};
    let same = |a: &Value, b: &Value| equal(a, b, &NoIdentity);
    assert_eq!(same(&symbol("a", None), &symbol("a", None)), Tri::True);
    assert_eq!(same(&symbol("a", Any), &symbol("a", Any)), Tri::Unknown(causes()));
    assert_eq!(same(&symbol("a", None), &symbol("b", None)), Tri::Unknown(causes()));
    assert_eq!(same(&symbol("a", None), &Value::NULL), Tri::False);
    assert_eq!(same(&symbol("a", None), &Value::Absent), Tri::False);
    assert_eq!(same(&symbol("a", None), &Value::int(5)), Tri::False);
    assert_eq!(same(&Value::Absent, &Value::NULL), Tri::True);
    let prefixed: Value = Unknown::new(Type::String, causes()).not_null().prefix("a-").into();
    assert_eq!(same(&prefixed, &"b".into()), Tri::False);
    assert_eq!(same(&prefixed, &"a-b".into()), Tri::Unknown(causes()));
    let one_to_five: Value =
        Unknown::new(Type::Number, causes()).not_null().between(Some(1.into()), Some(5.into())).into();
    assert_eq!(same(&one_to_five, &Value::int(10)), Tri::False);
    // A definite difference decides, whatever else is unknown.
    let pair = |last: &str| Value::tuple(vec![symbol("a", None), last.into()]);
    assert_eq!(same(&pair("b"), &pair("c")), Tri::False);
    assert_eq!(same(&pair("b"), &pair("b")), Tri::True);
    assert_eq!(same(&of(json!([])), &Value::list(Type::Dynamic, vec![])), Tri::False);
    assert_eq!(same(&of(json!({"a": null})), &of(json!({}))), Tri::False);
    assert_eq!(same(&Value::int(1), &"1".into()), Tri::False);
}

struct Aliases;

impl Identity for Aliases {
    fn distinct(&self, a: &Symbol, b: &Symbol) -> bool {
        a.referent != b.referent && a.path == b.path
    }

    fn canonical(&self, symbol: &Symbol) -> Option<Canonical> {
        let Referent::Resource(instance) = &symbol.referent else { return None };
        (instance.resource.name == "known").then(|| Canonical::Value("bucket".into()))
    }
}

#[test]
fn equality_asks_for_provider_facts() {
    use crate::addrs::InstanceKey::None;
    let same = |a: &Value, b: &Value| equal(a, b, &Aliases);
    assert_eq!(same(&symbol("a", None), &symbol("b", None)), Tri::False);
    assert_eq!(same(&symbol("known", None), &"bucket".into()), Tri::True);
    assert_eq!(same(&symbol("known", None), &"other".into()), Tri::False);
    assert_eq!(same(&symbol("known", None), &symbol("b", None)), Tri::Unknown(causes()));
}

#[test]
fn blocks_compare_and_convert_without_what_is_absent() {
    let mut fields = Fields::new();
    fields.insert("a".into(), "x".into());
    fields.insert("b".into(), Value::Absent);
    let block = Value::Object(Object { fields, shape: Shape::Block(None) }.into());
    assert_eq!(equal(&block, &of(json!({"a": "x"})), &NoIdentity), Tri::True);
    assert_eq!(equal(&block, &of(json!({"a": "x", "c": "y"})), &NoIdentity), Tri::False);
    let map = convert(block, &Type::map(Type::String)).unwrap();
    assert_eq!(show_line(&map), "tomap({ a = \"x\" })");
}

#[test]
fn possible_values_decide_where_they_agree() {
    let one_of = |values: &[&str]| {
        let possible = values.iter().map(|value| Possible { value: (*value).into(), condition: Str::new() }).collect();
        let mut unknown = Unknown::new(Type::String, causes()).not_null();
        unknown.possible = Some(std::sync::Arc::new(possible));
        Value::from(unknown)
    };
    let same = |a: &Value, b: &Value| equal(a, b, &NoIdentity);
    assert_eq!(same(&one_of(&["a", "b"]), &"c".into()), Tri::False);
    assert_eq!(same(&one_of(&["a", "b"]), &"a".into()), Tri::Unknown(causes()));
    assert_eq!(same(&one_of(&["a", "b"]), &one_of(&["c", "d"])), Tri::False);
    assert_eq!(same(&one_of(&["a"]), &"a".into()), Tri::True);
}

#[test]
fn constraints_fill_in_defaults_before_they_convert() {
    let on = Constraint::from(Type::Bool);
    let list = Constraint::list(Type::String.into());
    let deep = Constraint::object(vec![
        ("on".into(), on, Presence::Optional(Some(true.into()))),
        ("list".into(), list, Presence::Optional(Some(of(json!(["d"]))))),
    ])
    .unwrap();
    let constraint = Constraint::object(vec![
        ("name".into(), Type::String.into(), Presence::Required),
        ("port".into(), Type::Number.into(), Presence::Optional(Some("443".into()))),
        ("tags".into(), Constraint::map(Type::String.into()), Presence::Optional(None)),
        ("deep".into(), deep, Presence::Optional(Some(of(json!({}))))),
    ])
    .unwrap();
    let value = constraint.apply(of(json!({"name": 1, "extra": true, "deep": {"on": "false"}}))).unwrap();
    assert_eq!(
        show_line(&value),
        "{ deep = { list = tolist([\"d\"]), on = false }, name = \"1\", port = 443, tags = tomap(null) }"
    );
    let value = constraint.apply(of(json!({"name": "o", "port": null}))).unwrap();
    assert_eq!(json::encode(&value).unwrap(), r#"{"deep":{"list":["d"],"on":true},"name":"o","port":443,"tags":null}"#);
    assert_eq!(constraint.apply(of(json!({"port": 1}))).unwrap_err().message, "attribute \"name\" is required");
    let list = Constraint::list(constraint).apply(of(json!([{"name": "a"}, {"name": "b", "port": "80"}]))).unwrap();
    assert_eq!(json::encode(&list).unwrap().matches("443").count(), 1);
    let bad = Constraint::object(vec![("n".into(), Type::Number.into(), Presence::Optional(Some("x".into())))]);
    assert_eq!(bad.unwrap_err().to_string(), "n: a number is required");
}

#[test]
fn json_goes_both_ways() {
    let text = r#"{"a":[1,"x",null,true],"b":{"c":1.5},"é":"\u003c\n"}"#;
    let value = of(serde_json::from_str(text).unwrap());
    assert_eq!(json::encode(&value).unwrap(), text);
    assert_eq!(json::to_json(&value).unwrap(), serde_json::from_str::<serde_json::Value>(text).unwrap());
    let ty = value.ty();
    assert_eq!(json::type_from_json(&json::type_to_json(&ty)), Some(ty.clone()));
    assert_eq!(json::implied_type(&json::to_json(&value).unwrap()), ty);
    let typed = json::from_json_typed(&json!(["b", "a", "b"]), &Type::set(Type::String)).unwrap();
    assert_eq!(show_line(&typed), "toset([\"a\", \"b\"])");
    let error = json::from_json_typed(&json!({"a": [{}]}), &Type::map(Type::list(Type::String))).unwrap_err();
    assert_eq!(error.to_string(), "[\"a\"][0]: string is required");
}

#[test]
fn show_is_what_the_console_prints() {
    let value = of(json!({"a": [1, "x"], "e": [], "s": "two\nlines\n"}));
    assert_eq!(
        show(&value),
        "{\n  \"a\" = [\n    1,\n    \"x\",\n  ]\n  \"e\" = []\n  \"s\" = <<EOT\ntwo\nlines\nEOT\n}"
    );
    assert_eq!(show_line(&value), "{ a = [1, \"x\"], e = [], s = \"two\\nlines\\n\" }");
    assert_eq!(show(&Value::unknown(Type::String, causes())), "(known after apply)");
}
