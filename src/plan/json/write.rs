//! Writing a plan as `terraform show -json` writes it.

use serde_json::{Map, Value as Json, json};

use crate::addrs::{InstanceKey, Mode, Str};
use crate::lang::same;
use crate::plan::{Action, Change, Existence, Instance, Late, Past, Plan};
use crate::schema::Registry;
use crate::value::{Object, Value, masks};

use super::masks::{sensitive, unknown};

/// The version of the format: that of Terraform 1.11.
const FORMAT: &str = "1.2";

/// A plan in the form of `terraform show -json`. What only the cloud knows is unknown; without a state each change is a
/// `create` or a `read`.
///
/// What Terraform's form has no place for is in `tomcheck`: see [`super::ours`].
pub fn write(plan: &Plan<'_>, precise: &Plan<'_>) -> Json {
    let changes = plan.instances.iter().filter(|one| is_change(one) && matches!(one.existence, Existence::Certain));
    let before = |name: &Str| plan.prior_outputs.iter().find(|(own, _)| own == name).map(|(_, value)| value);
    let outputs = plan.outputs.iter().map(|(name, value)| (name.to_string(), output_change(before(name), value)));
    let kept = |name: &Str| plan.outputs.iter().any(|(own, _)| own == name);
    let gone = plan.prior_outputs.iter().filter(|(name, _)| !kept(name));
    let gone = gone.map(|(name, value)| {
        let mut change = output_change(Some(value), &Value::NULL);
        change["actions"] = json!(["delete"]);
        (name.to_string(), change)
    });
    let variables = plan.variables.iter().filter(|(_, value)| !value.is_unknown() && !value.marks().ephemeral);
    let variables = variables.map(|(name, value)| (name.to_string(), json!({ "value": masks::known(value) })));
    json!({
        "format_version": FORMAT,
        "variables": variables.collect::<Map<_, _>>(),
        "resource_changes": changes.map(|one| resource_change(plan, one)).collect::<Vec<_>>(),
        "output_changes": outputs.chain(gone).collect::<Map<_, _>>(),
        "errored": false,
        "tomcheck": super::ours::write(plan, precise),
    })
}

/// Whether an instance is one of the changes: a data source is only where it is read while they are made.
pub(super) fn is_change(instance: &Instance) -> bool {
    match instance.address.resource.mode {
        Mode::Managed => true,
        Mode::Data => matches!(instance.action, Action::Read(_)),
        Mode::Ephemeral => false,
    }
}

/// The arguments and blocks that are written of an instance.
pub fn arguments(instance: &Instance) -> impl Iterator<Item = (&Str, &Value)> {
    written(&instance.attrs).into_iter().flat_map(|object| object.fields.iter())
}

fn written(attrs: &Value) -> Option<&Object> {
    match attrs.bare() {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// One of `resource_changes`.
pub(super) fn resource_change(plan: &Plan<'_>, instance: &Instance) -> Json {
    let address = &instance.address;
    let value = &instance.attrs;
    let data = address.resource.mode == Mode::Data;
    let mut change = Map::new();
    let mut put = |name: &str, value: Json| _ = change.insert(name.to_owned(), value);
    put("address", address.to_string().into());
    let past = instance.past.as_deref();
    if let Some(moved) = past.and_then(|past| past.moved_from.as_ref()) {
        put("previous_address", moved.to_string().into());
    }
    if !address.module.is_root() {
        put("module_address", address.module.to_string().into());
    }
    put("mode", if data { "data" } else { "managed" }.into());
    put("type", address.resource.ty.as_str().into());
    put("name", address.resource.name.as_str().into());
    match &address.key {
        InstanceKey::None | InstanceKey::Any => {}
        InstanceKey::Int(index) => put("index", (*index).into()),
        InstanceKey::Str(key) => put("index", key.as_str().into()),
    }
    put("provider_name", provider_name(plan, &instance.provider).into());
    match instance.action {
        Action::Read(Late::Checked) => put("action_reason", "read_because_check_nested".into()),
        Action::Read(Late::Unknown) => put("action_reason", "read_because_config_unknown".into()),
        Action::Read(Late::Pending) => put("action_reason", "read_because_dependency_pending".into()),
        _ => {}
    }
    if let Some(reason) = past.and_then(|past| past.reason) {
        put("action_reason", reason.into());
    }
    let gone = past.is_some_and(|past| matches!(past.change, Change::Delete | Change::Forget));
    let mut what = json!({
        "actions": if data { &["read"] } else { actions(past) },
        "before": instance.prior.as_ref().map(masks::known),
        "after": if gone { Json::Null } else { masks::known(value) },
        "after_unknown": if gone || value.is_wholly_known() { json!({}) } else { unknown(value) },
        "before_sensitive": instance.prior.as_ref().map_or(Json::Bool(false), sensitive),
        "after_sensitive": if gone { Json::Bool(false) } else { sensitive(value) },
    });
    if let Some(id) = past.and_then(|past| past.import.as_ref()) {
        what["importing"] = json!({ "id": id.as_str() });
    }
    put("change", what);
    Json::Object(change)
}

/// The actions of a managed resource instance.
fn actions(past: Option<&Past>) -> &'static [&'static str] {
    match past.map(|past| past.change) {
        None => &["create"],
        Some(Change::NoOp) => &["no-op"],
        Some(Change::Update) => &["update"],
        Some(Change::Replace { create_first: true }) => &["create", "delete"],
        Some(Change::Replace { create_first: false }) => &["delete", "create"],
        Some(Change::Delete) => &["delete"],
        Some(Change::Forget) => &["forget"],
    }
}

/// The full address of a provider by its type.
fn provider_name(plan: &Plan<'_>, ty: &str) -> String {
    let of_type = |source: &str| source.rsplit('/').next() == Some(ty);
    let known = Registry::builtin().provider(ty).map(|provider| provider.source);
    let configured = plan.providers.iter().map(|provider| provider.source.as_str()).find(|source| of_type(source));
    match (known.filter(|known| known.split('/').count() == 3), configured) {
        (Some(whole), _) => whole.to_owned(),
        (None, Some(source)) if source.split('/').count() == 3 => source.to_owned(),
        (None, Some(source)) => format!("registry.terraform.io/{source}"),
        (None, None) => format!("registry.terraform.io/{}", known.unwrap_or(&format!("hashicorp/{ty}"))),
    }
}

/// One of `output_changes`. An output that is null is as if it were not there.
fn output_change(before: Option<&Value>, value: &Value) -> Json {
    let (was, is) = (before.is_some_and(|before| before.marks().sensitive), value.marks().sensitive);
    let wholly = value.is_wholly_known();
    let unmarked = |value: &Value| value.clone().unmark_deep().0;
    let action = match before.filter(|before| !before.is_null()) {
        None if value.is_null() => "no-op",
        None => "create",
        Some(before) if wholly && was == is && same(&unmarked(before), &unmarked(value)) => "no-op",
        Some(_) => "update",
    };
    let mut change = json!({
        "actions": [action],
        "before": before.map(masks::known),
        "after_unknown": if wholly { Json::Bool(false) } else { unknown(value) },
        "before_sensitive": was || is,
        "after_sensitive": was || is,
    });
    if !value.is_unknown() {
        change["after"] = masks::known(value);
    }
    change
}
