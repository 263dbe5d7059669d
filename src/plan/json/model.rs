//! The model of a plan in the file's own key: all that policies see of a configuration, for `check --plan` to judge what
//! `check` would judge.

use serde_json::{Value as Json, json};

use crate::addrs::{ModuleInstance, Str};
use crate::plan::{Action, Existence, Gap, Instance, ModuleCall, Plan, Provider};

use super::encode::{causes, decode, decoded_causes, encode};

/// What the model is called and which form it has.
const FORM: &str = "tomcheck.plan/v1";

pub(super) fn write(plan: &Plan<'_>) -> Json {
    json!({
        "form": FORM,
        "instances": plan.instances.iter().map(instance).collect::<Vec<_>>(),
        "modules": plan.modules.iter().map(module).collect::<Vec<_>>(),
        "providers": plan.providers.iter().map(provider).collect::<Vec<_>>(),
        "outputs": plan.outputs.iter().map(|(name, value)| json!([name.as_str(), encode(value)])).collect::<Vec<_>>(),
        "gaps": plan.gaps.iter().map(gap).collect::<Vec<_>>(),
    })
}

fn existence(existence: &Existence) -> Json {
    match existence {
        Existence::Certain => Json::Null,
        Existence::Maybe(why) => causes(why),
    }
}

fn instance(one: &Instance) -> Json {
    json!({
        "address": one.address.to_string(),
        "maybe": existence(&one.existence),
        "provider": one.provider.as_str(),
        "version": one.provider_version.as_deref(),
        "attrs": encode(&one.attrs),
    })
}

fn module(one: &ModuleCall) -> Json {
    json!({
        "address": one.address.to_string(),
        "source": one.source.as_str(),
        "version": encode(&one.version),
        "maybe": existence(&one.existence),
        "attrs": encode(&one.attrs),
    })
}

fn provider(one: &Provider) -> Json {
    json!({
        "module": one.module.to_string(),
        "name": one.name.as_str(),
        "alias": one.alias.as_deref(),
        "source": one.source.as_str(),
        "version": encode(&one.version),
        "attrs": encode(&one.attrs),
    })
}

fn gap(one: &Gap) -> Json {
    let given = one.given.as_ref().map(|given| given.iter().map(encode).collect::<Vec<_>>());
    json!({ "causes": causes(&one.causes), "given": given })
}

/// The plan that [`write`] wrote, called `root`; `None` if it is of another form.
pub(super) fn read(json: &Json, root: &str) -> Option<Plan<'static>> {
    if json["form"] != FORM {
        return None;
    }
    Some(Plan {
        root: root.into(),
        instances: all(&json["instances"], read_instance)?,
        modules: all(&json["modules"], read_module)?,
        providers: all(&json["providers"], read_provider)?,
        outputs: all(&json["outputs"], |one| Some((one.get(0)?.as_str()?.into(), decode(one.get(1)?)?)))?,
        variables: Vec::new(),
        prior_outputs: Vec::new(),
        gaps: all(&json["gaps"], read_gap)?,
        provenance: None,
    })
}

fn all<T>(json: &Json, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.as_array()?.iter().map(read).collect()
}

fn text(json: &Json, name: &str) -> Option<Str> {
    json[name].as_str().map(Str::from)
}

fn read_existence(json: &Json) -> Option<Existence> {
    match &json["maybe"] {
        Json::Null => Some(Existence::Certain),
        why => decoded_causes(why).map(Existence::Maybe),
    }
}

fn read_address(json: &Json, name: &str) -> Option<ModuleInstance> {
    match json[name].as_str()? {
        "" => Some(ModuleInstance::root()),
        address => address.parse().ok(),
    }
}

fn read_instance(json: &Json) -> Option<Instance> {
    Some(Instance {
        address: json["address"].as_str()?.parse().ok()?,
        attrs: decode(&json["attrs"])?,
        prior: None,
        past: None,
        action: Action::Configured,
        existence: read_existence(json)?,
        provider: text(json, "provider")?,
        provider_version: text(json, "version"),
        span: None,
    })
}

fn read_module(json: &Json) -> Option<ModuleCall> {
    Some(ModuleCall {
        address: read_address(json, "address")?,
        source: text(json, "source")?,
        version: decode(&json["version"])?,
        attrs: decode(&json["attrs"])?,
        existence: read_existence(json)?,
        span: None,
    })
}

fn read_provider(json: &Json) -> Option<Provider> {
    Some(Provider {
        module: read_address(json, "module")?,
        name: text(json, "name")?,
        alias: text(json, "alias"),
        source: text(json, "source")?,
        version: decode(&json["version"])?,
        attrs: decode(&json["attrs"])?,
        span: None,
    })
}

fn read_gap(json: &Json) -> Option<Gap> {
    let given = match &json["given"] {
        Json::Null => None,
        given => Some(all(given, decode)?),
    };
    Some(Gap { causes: decoded_causes(&json["causes"])?, given })
}
