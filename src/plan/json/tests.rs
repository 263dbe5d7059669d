//! Tests of reading plan files: `recorded` by Terraform, `made` by hand for what one thing means, `broken` ones.

use std::path::{Path, PathBuf};

use super::read;
use crate::addrs::{ResourceInstance, Step};
use crate::diag::{Diagnostic, Severity};
use crate::plan::{Action, Instance, Plan};
use crate::value::{CauseKind, Shape, Unknown, Value, show_line};

mod broken;
mod made;
mod recorded;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans").join(name)
}

/// A plan of which nothing is wrong.
fn sound(bytes: &[u8]) -> Plan<'static> {
    let (plan, diagnostics) = read(bytes, "plan.json");
    assert_eq!(diagnostics, [], "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(400)]));
    plan.expect("a plan")
}

/// What is said of a file.
fn said(bytes: &[u8]) -> (Option<Plan<'static>>, Vec<String>) {
    let (plan, diagnostics) = read(bytes, "plan.json");
    (plan, diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect())
}

fn instance<'p>(plan: &'p Plan<'_>, address: &str) -> &'p Instance {
    let address: ResourceInstance = address.parse().unwrap();
    plan.instances
        .iter()
        .find(|instance| instance.address == address && instance.action != Action::Delete)
        .unwrap_or_else(|| panic!("{address} is missing"))
}

/// An attribute by its path of names and positions.
fn attribute(plan: &Plan<'_>, address: &str, path: &str) -> Option<Value> {
    let mut value = instance(plan, address).attrs.clone();
    for step in path.split('.') {
        value = match value.bare() {
            Value::Object(object) => object.fields.get(step)?.clone(),
            Value::Map(map) => map.items.get(step)?.clone(),
            other => other.children().nth(step.parse().ok()?)?.clone(),
        };
    }
    Some(value)
}

/// An attribute as it is shown.
fn shown(plan: &Plan<'_>, address: &str, path: &str) -> String {
    attribute(plan, address, path).map_or("(absent)".into(), |value| show_line(&value))
}

fn unknown(plan: &Plan<'_>, address: &str, path: &str) -> Unknown {
    match attribute(plan, address, path).as_ref().map(Value::bare) {
        Some(Value::Unknown(unknown)) => unknown.as_ref().clone(),
        other => panic!("{address}.{path} is {other:?}"),
    }
}

/// What an unknown attribute stands for.
fn symbol(plan: &Plan<'_>, address: &str, path: &str) -> String {
    match unknown(plan, address, path).symbol {
        None => "nothing".into(),
        Some(symbol) => {
            let steps: String = symbol.path.iter().map(Step::to_string).collect();
            format!("{}{steps}", symbol.referent)
        }
    }
}

/// The inputs that would decide an unknown attribute.
fn causes(plan: &Plan<'_>, address: &str, path: &str) -> Vec<String> {
    unknown(plan, address, path).causes.iter().map(|cause| cause.address.to_string()).collect()
}
