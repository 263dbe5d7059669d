//! Writing a plan as `terraform show -json` writes one made without any state.

use serde_json::{Map, Value as Json, json};

use crate::addrs::{InstanceKey, Mode, Str};
use crate::plan::{Action, Effect, Existence, Instance, Late, Plan};
use crate::schema::Registry;
use crate::value::{Object, Value, masks};

use super::masks::{sensitive, unknown};

/// The version of the format: that of Terraform 1.11.
const FORMAT: &str = "1.2";

/// A plan in the form of `terraform show -json`. Everything in it is as Terraform would have it before anything exists:
/// each change is a `create` or a `read`, and what only the cloud knows is unknown.
///
/// What Terraform's form has no place for is in `tomcheck`: see [`super::ours`].
pub fn write(plan: &Plan<'_>, precise: &Plan<'_>) -> Json {
    let changes = plan.instances.iter().filter(|one| is_change(one) && matches!(one.existence, Existence::Certain));
    let outputs = plan.outputs.iter().map(|(name, value)| (name.to_string(), output_change(value)));
    let variables = plan.variables.iter().filter(|(_, value)| !value.is_unknown() && !value.marks().ephemeral);
    let variables = variables.map(|(name, value)| (name.to_string(), json!({ "value": masks::known(value) })));
    json!({
        "format_version": FORMAT,
        "variables": variables.collect::<Map<_, _>>(),
        "resource_changes": changes.map(|one| resource_change(plan, one)).collect::<Vec<_>>(),
        "output_changes": outputs.collect::<Map<_, _>>(),
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
    let actions = match &instance.imported {
        _ if data => json!(["read"]),
        None => json!(["create"]),
        Some((_, Effect::Keep)) => json!(["no-op"]),
        Some((_, Effect::Update)) => json!(["update"]),
        Some((_, Effect::Replace)) => {
            put("action_reason", "replace_because_cannot_update".into());
            json!(["delete", "create"])
        }
    };
    put(
        "change",
        json!({
            "actions": actions,
            "before": null,
            "after": masks::known(value),
            "after_unknown": match instance.action {
                Action::Read(Late::Checked) if value.is_wholly_known() => json!({}),
                _ => unknown(value),
            },
            "before_sensitive": false,
            "after_sensitive": sensitive(value),
        }),
    );
    if let Some((id, _)) = &instance.imported {
        change["change"]["importing"] = json!({ "id": id.as_str() });
    }
    Json::Object(change)
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
fn output_change(value: &Value) -> Json {
    let sensitive = value.marks().sensitive;
    let wholly = value.is_wholly_known();
    let mut change = json!({
        "actions": [if value.is_null() { "no-op" } else { "create" }],
        "before": null,
        "after_unknown": if wholly { Json::Bool(false) } else { unknown(value) },
        "before_sensitive": sensitive,
        "after_sensitive": sensitive,
    });
    if !value.is_unknown() {
        change["after"] = masks::known(value);
    }
    change
}
