//! Files that Terraform wrote.

use std::fs;

use serde_json::{Value as Json, json};

use super::*;
use crate::plan::Existence;

fn recorded(name: &str) -> Plan<'static> {
    sound(&fs::read(fixture(name)).unwrap())
}

#[test]
fn every_instance_is_there_with_its_address() {
    let plan = recorded("references/plan.json");
    let json: Json = serde_json::from_slice(&fs::read(fixture("references/plan.json")).unwrap()).unwrap();
    let mut expected: Vec<&str> =
        json["resource_changes"].as_array().unwrap().iter().map(|change| change["address"].as_str().unwrap()).collect();
    let mut found: Vec<String> = plan.instances.iter().map(|instance| instance.address.to_string()).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(plan.instances.iter().all(|instance| instance.action == Action::Create && instance.prior.is_none()));
    assert!(plan.instances.iter().all(|instance| instance.provider == "terraform" && instance.span.is_none()));
    assert!(plan.gaps.is_empty() && plan.provenance.is_none());
    assert!(plan.instances.is_sorted_by(|a, b| a.address <= b.address));
}

#[test]
fn attributes_are_what_is_written() {
    let plan = recorded("references/plan.json");
    assert_eq!(shown(&plan, "terraform_data.one", "input"), "\"x\"");
    assert_eq!(shown(&plan, "terraform_data.one", "id"), "(absent)");
    assert_eq!(shown(&plan, "terraform_data.one", "output"), "(absent)");
    assert_eq!(shown(&plan, "terraform_data.one", "triggers_replace"), "(absent)");
    assert_eq!(shown(&plan, r#"terraform_data.many["q\"$${x}"]"#, "input"), "\"q\\\"$${x}\"");
    let one = instance(&plan, "terraform_data.one");
    let Value::Object(object) = &one.attrs else { panic!() };
    assert!(matches!(&object.shape, Shape::Instance(address, None) if **address == one.address));
}

#[test]
fn unknown_values_say_what_decides_them() {
    let plan = recorded("references/plan.json");
    assert_eq!(causes(&plan, "terraform_data.tmpl", "input"), ["terraform_data.one.id"]);
    assert_eq!(causes(&plan, "terraform_data.out", "input"), ["module.m[\"a\"].terraform_data.in.id"]);
    assert_eq!(causes(&plan, "module.m[\"a\"].terraform_data.in", "input"), ["terraform_data.one.id"]);
    // A local of a module is not in the file.
    assert_eq!(
        causes(&plan, "module.m[\"a\"].terraform_data.in3", "input"),
        ["module.m[\"a\"].terraform_data.in3.input"]
    );
    assert_eq!(unknown(&plan, "terraform_data.tmpl", "input").causes.iter().next().unwrap().kind, CauseKind::Computed);
    // `input` of this resource may be anything, also a text made of the id: it stands for itself.
    assert_eq!(symbol(&plan, "terraform_data.refs2", "input"), "terraform_data.refs2.input");
}

#[test]
fn sensitive_values_are_marked() {
    let plan = recorded("references/plan.json");
    let input = attribute(&plan, "terraform_data.refs3", "input.2").unwrap();
    assert!(input.marks().sensitive);
    assert!(matches!(input.bare(), Value::String(text) if text == "hunter2"));
    let of = |values: &[(crate::addrs::Str, Value)], name: &str| {
        values.iter().find(|(known, _)| known == name).unwrap().1.clone()
    };
    assert!(of(&plan.variables, "secret").marks().sensitive);
    assert!(!of(&plan.variables, "names").marks().sensitive);
    assert!(of(&plan.outputs, "s").marks().sensitive);
    assert!(of(&plan.outputs, "o").is_unknown());
}

#[test]
fn module_calls_have_their_instances() {
    let plan = recorded("references/plan.json");
    let calls: Vec<String> = plan.modules.iter().map(|call| call.address.to_string()).collect();
    assert_eq!(calls, ["module.m[\"a\"]", "module.m[\"b.c\"]", r#"module.m["q\"$${x}"]"#]);
    assert!(plan.modules.iter().all(|call| call.source == "./child" && call.version.is_null()));
    assert!(plan.modules.iter().all(|call| matches!(call.existence, Existence::Certain)));
}

#[test]
fn a_replacement_is_a_delete_and_a_create() {
    let plan = recorded("changes/plan.json");
    let all: Vec<(String, Action)> =
        plan.instances.iter().map(|instance| (instance.address.to_string(), instance.action)).collect();
    let expected = [
        ("terraform_data.changed", Action::Update),
        ("terraform_data.created_first", Action::Delete),
        ("terraform_data.created_first", Action::Create),
        ("terraform_data.dropped", Action::Delete),
        ("terraform_data.kept", Action::NoOp),
        ("terraform_data.new_name", Action::NoOp),
        ("terraform_data.replaced", Action::Delete),
        ("terraform_data.replaced", Action::Create),
    ];
    assert_eq!(all, expected.map(|(address, action)| (address.to_owned(), action)));
    let dropped = plan.instances.iter().find(|instance| instance.address.resource.name == "dropped").unwrap();
    assert!(matches!(&dropped.attrs, Value::Object(object) if object.fields.is_empty()));
    let Some(Value::Object(prior)) = &dropped.prior else { panic!("no prior") };
    assert!(matches!(prior.fields.get("input"), Some(Value::String(text)) if text == "gone"));
    assert!(prior.fields.get("triggers_replace").is_none());
    // What is known of an instance that exists is there.
    assert_eq!(shown(&plan, "terraform_data.kept", "output"), "\"same\"");
    assert!(attribute(&plan, "terraform_data.kept", "id").is_some());
}

#[test]
fn numbers_are_exact() {
    let plan = recorded("changes/plan.json");
    assert_eq!(shown(&plan, "terraform_data.changed", "input.big"), "12345678901234567890");
    assert!(attribute(&plan, "terraform_data.changed", "input.password").unwrap().marks().sensitive);
}

#[test]
fn a_plan_of_a_part_says_so() {
    for (name, reason) in [
        ("errored/plan.json", "the plan is not complete: Terraform met an error while it was made"),
        ("references/target.json", "the plan is not complete: it covers a part of the configuration only"),
    ] {
        let (plan, diagnostics) = read(&fs::read(fixture(name)).unwrap(), name);
        let diagnostics: Vec<&Diagnostic> = diagnostics.iter().collect();
        assert_eq!(diagnostics.len(), 1, "{name}");
        assert_eq!((diagnostics[0].severity, diagnostics[0].message.as_str()), (Severity::Error, reason));
        assert_eq!(diagnostics[0].path.as_deref(), Some(Path::new(name)));
        assert!(!diagnostics[0].help.is_empty());
        let plan = plan.unwrap();
        assert_eq!(plan.gaps.len(), 1, "{name}");
        assert!(plan.gaps[0].given.is_none() && !plan.instances.is_empty());
    }
}

#[test]
fn what_is_no_plan_is_told_from_one() {
    for (name, expected) in [
        ("references/tfplan", "this is a plan as Terraform stores it, not its JSON"),
        ("changes/log.json", "this is what `terraform plan -json` prints while it runs, not the plan"),
        ("changes/state.json", "this is a state as `terraform show -json` writes it, not a plan"),
    ] {
        let (plan, diagnostics) = read(&fs::read(fixture(name)).unwrap(), name);
        assert!(plan.is_none(), "{name}");
        assert_eq!(diagnostics.len(), 1, "{name}");
        assert_eq!(diagnostics[0].message, expected);
        assert!(diagnostics[0].help[0].contains("terraform show -json"));
    }
}

#[test]
fn destroying_leaves_nothing() {
    let plan = recorded("changes/destroy.json");
    assert!(!plan.instances.is_empty());
    assert!(plan.instances.iter().all(|instance| instance.action == Action::Delete && instance.prior.is_some()));
}

/// Plans of real code, where they are at hand: recorded without `configuration`.
#[test]
fn real_plans_are_read_without_a_word() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let directory = manifest.ancestors().map(|folder| folder.join("shared/oracle/realplans")).find(|it| it.is_dir());
    let Some(directory) = directory else {
        eprintln!("skipped: there is no shared/oracle/realplans beside the project");
        return;
    };
    let (mut files, mut instances) = (0, 0);
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let recorded: Json = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let Some(changes) = recorded.get("resource_changes") else { continue };
        let file = json!({
            "format_version": "1.2",
            "terraform_version": "1.11.4",
            "resource_changes": changes,
            "output_changes": recorded["output_changes"],
        });
        let plan = sound(file.to_string().as_bytes());
        let managed: Vec<&Json> =
            changes.as_array().unwrap().iter().filter(|change| change["mode"] == "managed").collect();
        assert_eq!(plan.instances.len(), managed.len(), "{}", path.display());
        for change in managed {
            let address = change["address"].as_str().unwrap();
            let found = instance(&plan, address);
            assert_eq!(found.address.to_string(), address);
            agrees(&found.attrs, &change["change"]["after"], address);
        }
        files += 1;
        instances += plan.instances.len();
    }
    assert!(files >= 200 && instances > 1700, "{files} files, {instances} instances");
}

/// Every known text, number and bool of the JSON is in the value, in its place.
fn agrees(value: &Value, json: &Json, place: &str) {
    match (value.bare(), json) {
        (Value::Object(object), Json::Object(fields)) => {
            for (name, json) in fields.iter().filter(|(name, json)| !json.is_null() && *name != "timeouts") {
                match object.fields.get(name) {
                    Some(value) => agrees(value, json, &format!("{place}.{name}")),
                    None => assert!(json.as_array().is_some_and(Vec::is_empty), "{place}.{name} is missing"),
                }
            }
        }
        (Value::Map(map), Json::Object(fields)) => {
            for (name, json) in fields.iter().filter(|(_, json)| !json.is_null()) {
                agrees(map.items.get(name).unwrap_or_else(|| panic!("{place}.{name}")), json, place);
            }
        }
        (Value::Set(set), Json::Array(items)) => {
            assert!(set.items.len() == items.len(), "{place} has lost elements");
        }
        (value @ (Value::List(_) | Value::Tuple(_)), Json::Array(items)) => {
            assert_eq!(value.children().count(), items.len(), "{place}");
            for (value, json) in value.children().zip(items) {
                agrees(value, json, place);
            }
        }
        (Value::Null(_) | Value::Unknown(_), Json::Null) => {}
        (Value::String(text), Json::String(json)) => assert_eq!(text, json.as_str(), "{place}"),
        (Value::Bool(value), json) => assert_eq!(Some(*value), json.as_bool(), "{place}"),
        (Value::Number(number), Json::Number(json)) => {
            assert_eq!(Some(number.clone()), crate::value::Number::parse(&json.to_string()), "{place}");
        }
        (value, json) => panic!("{place}: {value:?} is not {json}"),
    }
}
