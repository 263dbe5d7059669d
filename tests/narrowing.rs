//! What conditions say of the value that they test: no value for which a condition holds may be left out.

use std::sync::Arc;

use proptest::prelude::*;
use tomcheck::lang::functions::NoFiles;
use tomcheck::lang::{Admitted, Options, Session, admits, narrow};
use tomcheck::source::SourceMap;
use tomcheck::syntax::{Syntax, Tree, parse};
use tomcheck::value::{CauseKind, Causes, NoIdentity, Tri, Type, Unknown, Value, equal, show_line};

fn tree(condition: &str) -> Tree {
    let file = SourceMap::default().add("main.tf".into(), format!("condition = {condition}\n").into_bytes());
    parse(file, Syntax::Native)
}

/// What is left of an unknown of a type once the condition holds.
fn narrowed(condition: &str, ty: &Type) -> Value {
    let tree = tree(condition);
    let expr = tree.body().attribute("condition").unwrap_or_else(|| panic!("{condition}")).expr();
    let session = Session::new(&NoFiles, Options::default());
    let admitted: Admitted = narrow(expr, "var", "x", ty, &session);
    let tried = |value: &Value| admits(expr, "var", "x", value, &session).unwrap_or(true);
    let unknown = Unknown::new(ty.clone(), Causes::one(CauseKind::Variable, "var.x", None));
    admitted.apply(unknown.into(), &tried, &|path, value| format!("x{path} is {}", show_line(value)).into())
}

fn holds(condition: &str, value: &Value) -> bool {
    let tree = tree(condition);
    let expr = tree.body().attribute("condition").unwrap_or_else(|| panic!("{condition}")).expr();
    admits(expr, "var", "x", value, &Session::new(&NoFiles, Options::default())) == Some(true)
}

/// The possible values, or bounds, prefix and nullness, in words.
fn told(condition: &str, ty: Type) -> String {
    words(&narrowed(condition, &ty))
}

fn words(value: &Value) -> String {
    if let (Value::Object(object), false) = (value, value.is_wholly_known()) {
        let known =
            object.fields.iter().map(|(name, value)| (name, words(value))).filter(|(_, words)| !words.is_empty());
        return known.map(|(name, words)| format!(".{name}: {words}")).collect::<Vec<_>>().join(", ");
    }
    let Value::Unknown(unknown) = &value else { return show_line(value) };
    if let Some(possible) = &unknown.possible {
        let shown = |value: &Value| if value.is_null() { "null".to_owned() } else { show_line(value) };
        return possible.iter().map(|one| shown(&one.value)).collect::<Vec<_>>().join(" ");
    }
    let refinement = &unknown.refinement;
    let mut words = Vec::new();
    if let Some(min) = &refinement.min {
        words.push(format!("{}{}", if min.inclusive { ">=" } else { ">" }, min.value));
    }
    if let Some(max) = &refinement.max {
        words.push(format!("{}{}", if max.inclusive { "<=" } else { "<" }, max.value));
    }
    if !refinement.prefix.is_empty() {
        words.push(format!("{}*", refinement.prefix));
    }
    if let Some((least, most)) = refinement.length {
        words.push(format!("#{least}..{}", most.map_or(String::new(), |most| most.to_string())));
    }
    if let Some(elements) = &unknown.elements {
        words.extend(elements.others.iter().map(|each| format!("[{}]", self::words(each))));
    }
    if words.is_empty() && refinement.not_null {
        words.push("not null".to_owned());
    }
    words.join(" ")
}

#[test]
fn conditions_as_people_write_them() {
    let strings = || Type::list(Type::String);
    let object = || Type::Object(Arc::new(vec![("a".into(), Type::Number), ("b".into(), Type::String)]));
    for (condition, ty, expected) in [
        (r#"contains(["a", "b"], var.x)"#, Type::String, r#""a" "b""#),
        (r#"contains(toset(["b", "a"]), var.x)"#, Type::String, r#""a" "b""#),
        (r#"contains(["a"], lower(var.x))"#, Type::String, ""),
        (r#"contains([for s in ["a", "b"] : upper(s)], var.x)"#, Type::String, r#""A" "B""#),
        (r#"!contains(["a"], var.x)"#, Type::String, "not null"),
        (r#"var.x == null ? true : contains(["a", "b"], var.x)"#, Type::String, r#"null "a" "b""#),
        (r#"var.x == null || contains(["a"], var.x)"#, Type::String, r#"null "a""#),
        (r#"anytrue([var.x == null, try(contains(["a"], var.x), false)])"#, Type::String, r#"null "a""#),
        (r#"(var.x == "a" || "b" == var.x) && var.x != "a""#, Type::String, r#""b""#),
        (r#"contains(["a"], var.x) == true"#, Type::String, r#""a""#),
        ("contains([1, 2], var.x)", Type::String, ""),
        ("contains([30, 60], var.x) && var.x > 40", Type::Number, "60"),
        ("var.x >= 30 && var.x <= 90", Type::Number, ">=30 <=90"),
        ("!(var.x < 30) && 90 > var.x", Type::Number, ">=30 <90"),
        ("alltrue([var.x >= 1, var.x <= 7])", Type::Number, ">=1 <=7"),
        ("var.x == 0 || var.x >= 7 && var.x <= 35", Type::Number, ">=0 <=35"),
        ("var.x == null ? true : var.x >= 7", Type::Number, ""),
        ("var.x != null && var.x >= 7", Type::Number, ">=7"),
        ("(var.x >= 1 && var.x <= 2) || (var.x >= 5 && var.x < 9)", Type::Number, ">=1 <9"),
        ("var.x % 30 == 0", Type::Number, ""),
        ("var.x", Type::Bool, "true"),
        ("!var.x", Type::Bool, "false"),
        ("length(var.x) > 0", strings(), "#1.."),
        ("length(var.x) >= 2 && length(var.x) < 5", strings(), "#2..4"),
        ("length(var.x) == 2", strings(), "#2..2"),
        ("length(var.x) > 3", Type::String, "not null"),
        (r#"startswith(var.x, "arn:aws")"#, Type::String, "arn:aws*"),
        (r#"length(var.x) > 4 && substr(var.x, 0, 4) == "ami-""#, Type::String, "ami-*"),
        (r#"can(regex("^arn:aws[a-z-]*:kms:", var.x))"#, Type::String, "arn:aws*"),
        (r#"can(regex("^(dev|prod)$", var.x))"#, Type::String, r#""dev" "prod""#),
        (r#"can(regex("^v[12]$", var.x)) || var.x == "latest""#, Type::String, r#""v1" "v2" "latest""#),
        (r#"length(regexall("^(a|b)$", var.x)) > 0"#, Type::String, r#""a" "b""#),
        (r#"can(regex("dev", var.x))"#, Type::String, "not null"),
        (r#"can(regex("(?m)^dev$", var.x))"#, Type::String, "not null"),
        (r#"can(regex("^(?i)dev$", var.x))"#, Type::String, { r#""DEV" "DEv" "DeV" "Dev" "dEV" "dEv" "deV" "dev""# }),
        (r#"can(regex("^a|b$", var.x))"#, Type::String, "not null"),
        (r#"var.x == var.y"#, Type::String, ""),
        // What is in the value.
        ("var.x.a >= 30 && var.x.a <= 90", object(), ".a: >=30 <=90"),
        (r#"contains(["p", "q"], var.x.b) && var.x.a != null"#, object(), r#".a: not null, .b: "p" "q""#),
        (r#"can(regex("^(p|q)$", var.x.b))"#, object(), r#".b: "p" "q""#),
        ("var.x.a == null || var.x.a >= 1", object(), ""),
        ("var.x.a == 1 || var.x.a == 2", object(), ".a: 1 2"),
        (r#"var.x.a == 1 || var.x.b == "p""#, object(), "not null"),
        ("var.x == null || var.x.a == 1", object(), ""),
        ("var.x.missing == 1", object(), ""),
        (r#"alltrue([for v in var.x : contains(["a", "b"], v)])"#, strings(), r#"["a" "b"]"#),
        (r#"alltrue([for i, v in var.x : can(regex("^(a|b)$", v)) && i < 3])"#, strings(), r#"["a" "b"]"#),
        (r#"length(var.x) > 0 && alltrue([for v in toset(var.x) : v == "a"])"#, strings(), r#"#1.. ["a"]"#),
        (r#"length(var.x) == 0 || alltrue([for v in var.x : v == "a"])"#, strings(), r#"["a"]"#),
        (r#"var.x == null ? true : alltrue([for v in var.x : startswith(v, "a")])"#, strings(), "[a*]"),
        (r#"alltrue([for v in var.x : v == "a" if v != "b"])"#, strings(), r#"["b" "a"]"#),
        (r#"alltrue([for v in var.x : v == "a" if length(v) > 3])"#, strings(), "[not null]"),
        (r#"!anytrue([for v in var.x : v != "a"])"#, strings(), r#"["a"]"#),
        (r#"length([for v in var.x : v if !contains(["a", "b"], v)]) == 0"#, strings(), r#"["a" "b"]"#),
        (r#"length(setsubtract(var.x, ["a", "b"])) == 0"#, strings(), r#"["a" "b"]"#),
        (r#"anytrue([for v in var.x : v == "a"])"#, strings(), ""),
        (r#"alltrue([for v in var.y : v == "a"])"#, strings(), ""),
        (r#"alltrue([for v in var.x : alltrue([for v in ["b"] : v == "b"])])"#, strings(), "not null"),
        ("alltrue([for k, v in var.x : v.a > 2])", Type::map(object()), "[.a: >2]"),
        ("alltrue([for v in values(var.x) : v.a > 2])", Type::map(object()), "[.a: >2]"),
        (r#"alltrue([for v in var.x : alltrue([for w in v : w == "a"])])"#, Type::list(strings()), r#"[["a"]]"#),
        // What nobody can give stays unknown: the plan says what is wrong.
        (r#"contains([], var.x)"#, Type::String, ""),
    ] {
        assert_eq!(told(condition, ty), expected, "{condition}");
    }
}

fn leaf() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "var.x == null",
        "var.x != null",
        "var.x == 3",
        "var.x != 3",
        "var.x == \"a\"",
        "\"3\" == var.x",
        "var.x >= 3",
        "var.x < 7",
        "3 > var.x",
        "7 <= var.x",
        "var.x > 2.5",
        "var.x",
        "true",
        "false",
        "contains([1, 3, null], var.x)",
        "contains([\"a\", \"ab\", \"3\"], var.x)",
        "contains([true], var.x)",
        "startswith(var.x, \"a\")",
        "endswith(var.x, \"b\")",
        "substr(var.x, 0, 1) == \"a\"",
        "substr(var.x, 0, -1) == \"ab\"",
        "substr(var.x, 1, 1) == \"b\"",
        "can(regex(\"^a\", var.x))",
        "can(regex(\"^(a|ab?)$\", var.x))",
        "can(regex(\"^[13]$\", var.x))",
        "length(regexall(\"^a\", var.x)) > 0",
        "length(regexall(\"^a\", var.x)) < 1",
        "length(var.x) > 1",
        "2 >= length(var.x)",
        "length(var.x) == 0",
        "length(var.x) != 0",
        "tobool(var.x)",
        "try(var.x, null) != true",
        "try(var.x > 3, var.x == null)",
        "can(var.x > 3)",
        "var.x.a >= 3",
        "var.x.a == null",
        "contains([3], var.x.a)",
        "try(var.x.a, 3) == 3",
        "alltrue([for v in var.x : v == \"a\"])",
        "alltrue([for v in var.x : contains([\"a\", \"b\"], v) if v != \"b\"])",
        "anytrue([for v in var.x : v != \"a\"])",
        "alltrue([for v in var.x : v.a > 2])",
        "alltrue([for v in var.x : v.a > 2 if v.a != null])",
        "length([for v in var.x : v if v == \"b\"]) == 0",
        "length([for v in var.x : v if v.a == 3]) < 1",
        "length(setsubtract(var.x, [\"a\"])) == 0",
    ])
    .prop_map(str::to_owned)
}

fn condition() -> impl Strategy<Value = String> {
    leaf().prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} && {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} || {b})")),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("alltrue([{a}, {b}])")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("!anytrue([{a}, {b}])")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("try({a}, {b})")),
            (inner.clone(), any::<bool>()).prop_map(|(a, b)| format!("({a}) == {b}")),
            (inner.clone(), any::<bool>()).prop_map(|(a, b)| format!("({a}) != {b}")),
            inner.prop_map(|a| format!("tobool({a})")),
        ]
    })
}

/// Values of a type that the conditions above tell apart.
fn values() -> Vec<(Type, Vec<Value>)> {
    let list = |items: &[&str]| Value::list(Type::String, items.iter().map(|item| Value::from(*item)).collect());
    let object_type = Type::Object(Arc::new(vec![("a".into(), Type::Number)]));
    let object = |a: Value| Value::object([("a".into(), a)].into_iter().collect());
    let numbers = vec![Value::int(3), Value::int(2), Value::Null(Type::Number), Value::int(7)];
    let mut all = vec![
        (Type::Number, [-1, 0, 1, 2, 3, 4, 7, 8].into_iter().map(Value::int).collect::<Vec<_>>()),
        (Type::String, ["", "a", "b", "ab", "ba", "3", "4", "8", "true", "é"].into_iter().map(Value::from).collect()),
        (Type::Bool, vec![Value::Bool(true), Value::Bool(false)]),
        (Type::list(Type::String), vec![list(&[]), list(&["a"]), list(&["b"]), list(&["a", "b"])]),
        (object_type.clone(), numbers.clone().into_iter().map(object).collect()),
        (
            Type::list(object_type.clone()),
            (0..=2)
                .flat_map(|count| numbers.windows(count.max(1)).map(move |some| some[..count].to_vec()))
                .map(|some| Value::list(object_type.clone(), some.into_iter().map(object).collect()))
                .collect(),
        ),
    ];
    for (ty, values) in &mut all {
        values.push(Value::Null(ty.clone()));
    }
    let any = all.iter().flat_map(|(_, values)| values.clone()).collect();
    all.push((Type::Dynamic, any));
    all
}

fn has_null(value: &Value) -> bool {
    value.is_null() || value.children().any(has_null)
}

/// Whether a value is certainly none of those that are left.
fn left_out(left: &Value, value: &Value) -> bool {
    match (left, value) {
        (Value::Unknown(unknown), Value::List(list)) if let Some(elements) = &unknown.elements => {
            let (least, most) = unknown.refinement.length_bounds();
            let count = list.items.len() as u64;
            count < least
                || most.is_some_and(|most| count > most)
                || list.items.iter().any(|item| elements.iter().all(|one| left_out(one, item)))
        }
        (Value::Object(left), Value::Object(object)) => {
            left.fields.iter().any(|(name, value)| left_out(value, object.fields.get(name).unwrap()))
        }
        _ => equal(left, value, &NoIdentity) == Tri::False,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn what_a_condition_admits_is_never_left_out(condition in condition()) {
        for (ty, values) in values() {
            let left = narrowed(&condition, &ty);
            // Terraform's `contains` fails for null, ours does not, for the sake of policies.
            let fails = |value: &Value| has_null(value) && condition.contains("contains");
            for value in values.iter().filter(|value| !fails(value) && holds(&condition, value)) {
                let not_null = matches!(&left, Value::Unknown(left) if left.refinement.not_null);
                prop_assert!(!(value.is_null() && not_null), "{condition} leaves null out");
                prop_assert!(!left_out(&left, value), "{condition} leaves {} out of {}", show_line(value), show_line(&left));
            }
        }
    }
}

#[test]
fn long_and_deep_conditions_end() {
    let long = vec!["var.x == 1"; 20_000].join(" || ");
    assert_eq!(told(&long, Type::Number), "");
    let deep = format!("{}true{}", "(var.x == 1 ? ".repeat(200), " : false)".repeat(200));
    drop(told(&deep, Type::Number));
    let wide = (0..100).map(|n| format!("\"{n}\"")).collect::<Vec<_>>().join(", ");
    assert_eq!(told(&format!("contains([{wide}], var.x)"), Type::String), "not null");
    // A value that is known in part is none that can be tried.
    drop(Arc::new(narrowed("var.x == [var.y]", &Type::list(Type::String))));
}
