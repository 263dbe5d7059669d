//! Properties of all functions: none panics, and what is certain of a result that hangs on an unknown stays true
//! once the unknown is known.

use std::sync::Arc;

use proptest::prelude::*;
use tomcheck::lang::functions::{self, NoFiles};
use tomcheck::value::{
    CauseKind, Causes, Marks, NoIdentity, Number, Possible, Tri, Type, Unknown, Value, convert, equal, show_line,
};

fn causes() -> Causes {
    Causes::one(CauseKind::Variable, "var.x", None)
}

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "B",
        "é",
        "1",
        "0",
        "-",
        ".",
        ",",
        ":",
        "/",
        " ",
        "\n",
        "%s",
        "%d",
        "%",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "*",
        "+",
        "?",
        "\\",
        "\"",
        "'",
        "日",
        "👨‍👩‍👧",
        "10.0.0.0/8",
        "2020-01-01T00:00:00Z",
        "1h",
        "YYYY",
        "true",
        "null",
        "a=b",
        "$",
        "~",
        "&x",
        "*x",
        "!!int ",
        "|\n",
        "e\u{301}",
        "=",
        "dns",
        "utf-8",
        "\u{fffd}",
    ]);
    prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat())
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        (-10i64..300).prop_map(Value::int),
        any::<i64>().prop_map(Value::int),
        any::<f64>().prop_filter_map("a number", Number::from_f64).prop_map(Value::Number),
        "[0-9]{1,30}(\\.[0-9]{1,30})?(e-?[0-9]{1,3})?"
            .prop_filter_map("a number", |text| Number::parse(&text))
            .prop_map(Value::Number),
    ]
}

/// Known values of all kinds.
fn known() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => text().prop_map(Value::string),
        3 => number(),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::NULL),
        1 => Just(Value::Null(Type::String)),
        1 => Just(Value::Absent),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let items = prop::collection::vec(inner.clone(), 0..4).prop_map(Value::tuple).boxed();
        let fields = prop::collection::vec((text(), inner), 0..4);
        let object = fields.prop_map(|fields| {
            Value::object(fields.into_iter().map(|(name, value)| (name.as_str().into(), value)).collect())
        });
        let object = object.boxed();
        let to = |value: Value, ty: Type| convert(value.clone(), &ty).unwrap_or(value);
        prop_oneof![
            items.clone(),
            items.clone().prop_map(move |value| to(value, Type::list(Type::Dynamic))),
            items.prop_map(move |value| to(value, Type::set(Type::Dynamic))),
            object.clone(),
            object.prop_map(move |value| to(value, Type::map(Type::Dynamic))),
        ]
    })
}

/// One with unknowns, marks and possible values in it.
fn uncertain() -> impl Strategy<Value = Value> {
    (known(), any::<u64>()).prop_map(|(value, seed)| hidden(&value, seed, &mut 0))
}

/// The value with some of what is in it made unknown, as `seed` says; true of the value is all that is said.
fn hidden(value: &Value, seed: u64, at: &mut u32) -> Value {
    *at += 1;
    let kind = seed.rotate_right(*at * 5) % 16;
    let unknown = |value: &Value| {
        let unknown = Unknown::new(value.ty(), causes());
        if value.is_null() || unknown.ty == Type::Dynamic { unknown } else { unknown.not_null() }
    };
    match (kind, value) {
        (_, Value::Absent) => value.clone(),
        (0, value) => unknown(value).into(),
        (1, Value::String(text)) => {
            let cut = text.char_indices().nth(1).map_or(0, |(at, _)| at);
            // Such a prefix is certain only if nothing combines with it.
            let cut = if text[..cut].is_ascii() && text[cut..].starts_with(|c: char| c.is_ascii()) { cut } else { 0 };
            unknown(value).prefix(&text[..cut]).into()
        }
        (2, Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
            let other = match value {
                Value::String(_) => Value::from("other"),
                Value::Number(_) => Value::int(7),
                _ => Value::Bool(true),
            };
            let possible = [value.clone(), other].into_iter();
            let possible = possible.map(|value| Possible { value, condition: Default::default() }).collect();
            let mut unknown = unknown(value);
            unknown.possible = Some(Arc::new(possible));
            Value::Unknown(Arc::new(unknown))
        }
        (3, _) => value.clone().with_marks(Marks { sensitive: true, ..Marks::default() }),
        (_, Value::Tuple(items)) => Value::tuple(items.iter().map(|item| hidden(item, seed, at)).collect()),
        (_, Value::List(list)) => {
            Value::list(list.element.clone(), list.items.iter().map(|item| hidden(item, seed, at)).collect())
        }
        (_, Value::Set(set)) => {
            Value::set(set.element.clone(), set.items.iter().map(|item| hidden(item, seed, at)).collect())
        }
        (_, Value::Object(object)) => {
            Value::object(object.fields.iter().map(|(name, value)| (name.clone(), hidden(value, seed, at))).collect())
        }
        (_, Value::Map(map)) => {
            let items = map.items.iter().map(|(name, value)| (name.clone(), hidden(value, seed, at))).collect();
            Value::map(map.element.clone(), items)
        }
        _ => value.clone(),
    }
}

/// Whether what is said of `uncertain` is true of `value`.
fn admits(uncertain: &Value, value: &Value) -> bool {
    match (uncertain.bare(), value.bare()) {
        (Value::Unknown(unknown), value) => {
            let refinement = &unknown.refinement;
            let not_null = !refinement.not_null || !value.is_null();
            let possible = unknown
                .possible
                .as_ref()
                .is_none_or(|possible| possible.iter().any(|one| equal(&one.value, value, &NoIdentity) == Tri::True));
            // A value that is excluded is certainly not equal.
            not_null && possible && (value.is_null() || equal(uncertain, value, &NoIdentity) != Tri::False)
        }
        // Elements of sets may be in another order once they are known.
        (Value::Set(a), Value::Set(_)) if !a.items.iter().all(Value::is_wholly_known) => true,
        (Value::Tuple(_) | Value::List(_) | Value::Set(_), value) => {
            let (a, b) = (uncertain.children(), value.children());
            a.len() == b.len() && a.zip(b).all(|(a, b)| admits(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.fields.len() == b.fields.len()
                && a.fields.iter().zip(b.fields.iter()).all(|(a, b)| a.0 == b.0 && admits(a.1, b.1))
        }
        (Value::Map(a), Value::Map(b)) => {
            a.items.len() == b.items.len()
                && a.items.iter().zip(b.items.iter()).all(|(a, b)| a.0 == b.0 && admits(a.1, b.1))
        }
        (a, b) => equal(a, b, &NoIdentity) == Tri::True,
    }
}

/// What hides whether something is sensitive changes this one's answer, as it must.
const ABOUT_MARKS: [&str; 1] = ["issensitive"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_function_panics(args in prop::collection::vec(uncertain(), 0..4)) {
        for name in functions::names() {
            let outcome = functions::call(name, &args, &NoFiles, false).expect("a function");
            if let Ok(value) = outcome {
                let _ = show_line(&value);
                prop_assert!(value.is_wholly_known() || value.causes_deep().is_some());
            }
        }
    }

    #[test]
    fn what_is_certain_stays_true(args in prop::collection::vec(known(), 1..4), seed in any::<u64>()) {
        let mut at = 0;
        let uncertain: Vec<Value> = args.iter().map(|arg| hidden(arg, seed, &mut at)).collect();
        for name in functions::names().filter(|name| !ABOUT_MARKS.contains(name)) {
            let Some(Ok(value)) = functions::call(name, &args, &NoFiles, false) else { continue };
            if !value.is_wholly_known() {
                continue;
            }
            match functions::call(name, &uncertain, &NoFiles, false) {
                Some(Ok(before)) => prop_assert!(
                    admits(&before, &value),
                    "{name}({})\n  with {}\n  gives {} {:?}\n  but then {}",
                    args.iter().map(show_line).collect::<Vec<_>>().join(", "),
                    uncertain.iter().map(|arg| show_line(&arg.clone().unmark_deep().0)).collect::<Vec<_>>().join(", "),
                    show_line(&before.clone().unmark_deep().0), before, show_line(&value)
                ),
                Some(Err(error)) => prop_assert!(
                    false,
                    "{name}({})\n  with {}\n  fails: {error}\n  but then {}",
                    args.iter().map(show_line).collect::<Vec<_>>().join(", "),
                    uncertain.iter().map(|arg| show_line(&arg.clone().unmark_deep().0)).collect::<Vec<_>>().join(", "),
                    show_line(&value)
                ),
                None => unreachable!(),
            }
        }
    }
}
