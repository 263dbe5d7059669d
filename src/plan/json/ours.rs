//! What tomcheck knows beyond Terraform's form of a plan, under one key of it.

use serde_json::{Map, Value as Json, json};

use crate::addrs::{InstanceKey, Path, Step};
use crate::plan::{Existence, Gap, Instance, Plan};
use crate::value::{Unknown, Value};

use super::encode::causes;
use super::write::{is_change, resource_change};

/// The parts of the file's own key:
///
/// - `unknowns`: by address of the instance, what is said of its unknown parts: where (`path`), why (`causes`), what
///   it stands for (`symbol`), the few values that it may have (`possible`).
/// - `maybe`: instances that may or may not exist, as changes, with the causes.
/// - `gaps`: parts of the configuration that could not be read.
/// - `model`: all that policies see.
pub(super) fn write(plan: &Plan<'_>, precise: &Plan<'_>) -> Json {
    let changes = || plan.instances.iter().filter(|one| is_change(one));
    let unknowns: Map<String, Json> = changes()
        .filter(|one| matches!(one.existence, Existence::Certain))
        .filter_map(|one| Some((one.address.to_string(), unknowns(one)?)))
        .collect();
    let maybe: Vec<Json> = changes().filter_map(|one| maybe(plan, one)).collect();
    json!({
        "unknowns": unknowns,
        "maybe": maybe,
        "gaps": plan.gaps.iter().map(gap).collect::<Vec<_>>(),
        "model": super::model::write(precise),
    })
}

fn maybe(plan: &Plan<'_>, instance: &Instance) -> Option<Json> {
    let Existence::Maybe(causes) = &instance.existence else { return None };
    let mut change = resource_change(plan, instance);
    change["causes"] = self::causes(causes);
    Some(change)
}

fn gap(gap: &Gap) -> Json {
    json!({ "causes": causes(&gap.causes) })
}

fn unknowns(instance: &Instance) -> Option<Json> {
    let mut found = Vec::new();
    walk(&instance.attrs, &mut Vec::new(), &mut found);
    (!found.is_empty()).then_some(Json::Array(found))
}

fn walk(value: &Value, path: &mut Path, found: &mut Vec<Json>) {
    let mut inside = |step: Step, value: &Value| {
        path.push(step);
        walk(value, path, found);
        path.pop();
    };
    match value.bare() {
        Value::Unknown(unknown) => found.extend(described(unknown, path)),
        Value::Object(object) => object.fields.iter().for_each(|(name, value)| inside(Step::Attr(name.clone()), value)),
        Value::Map(map) => {
            map.items.iter().for_each(|(name, value)| inside(Step::Index(InstanceKey::Str(name.clone())), value))
        }
        Value::Tuple(items) => {
            items.iter().enumerate().for_each(|(at, value)| inside(Step::Index(InstanceKey::Int(at as u64)), value));
        }
        Value::List(list) | Value::Set(list) => {
            list.items
                .iter()
                .enumerate()
                .for_each(|(at, value)| inside(Step::Index(InstanceKey::Int(at as u64)), value));
        }
        _ => {}
    }
}

/// Nothing for what is unknown only because the provider decides it.
fn described(unknown: &Unknown, path: &Path) -> Option<Json> {
    let text = |path: &Path| path.iter().map(Step::to_string).collect::<String>();
    let mut all = json!({ "path": text(path), "causes": causes(&unknown.causes) });
    if let Some(symbol) = &unknown.symbol {
        all["symbol"] = format!("{}{}", symbol.referent, text(&symbol.path)).into();
    }
    Some(all)
}
