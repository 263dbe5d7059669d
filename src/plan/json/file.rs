//! The parts of a plan file that are read, as Terraform's documentation of the format names them
//! ("JSON Output Format", format version 1). What is not named here is not looked at.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value as Json, value::RawValue};

/// The file, with each part still as text: a part that is not as it should be does not take the others with it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct File<'t> {
    #[serde(borrow)]
    pub format_version: Option<&'t RawValue>,
    #[serde(borrow)]
    pub terraform_version: Option<&'t RawValue>,
    #[serde(borrow)]
    pub variables: Option<&'t RawValue>,
    #[serde(borrow)]
    pub planned_values: Option<&'t RawValue>,
    #[serde(borrow)]
    pub resource_changes: Option<&'t RawValue>,
    #[serde(borrow)]
    pub deferred_changes: Option<&'t RawValue>,
    #[serde(borrow)]
    pub output_changes: Option<&'t RawValue>,
    #[serde(borrow)]
    pub configuration: Option<&'t RawValue>,
    #[serde(borrow)]
    pub complete: Option<&'t RawValue>,
    #[serde(borrow)]
    pub errored: Option<&'t RawValue>,
    /// Only a plan that tomcheck wrote has it.
    #[serde(borrow)]
    pub tomcheck: Option<&'t RawValue>,
    /// Only a state has it, as `terraform show -json` writes one.
    #[serde(borrow)]
    pub values: Option<&'t RawValue>,
    /// Only a state has it, as it is stored.
    #[serde(borrow)]
    pub lineage: Option<&'t RawValue>,
    /// Only the first line of what `terraform plan -json` prints has it.
    #[serde(borrow, rename = "@level")]
    pub level: Option<&'t RawValue>,
}

/// One of `resource_changes`.
#[derive(Deserialize)]
pub(super) struct ResourceChange {
    pub address: String,
    #[serde(default)]
    pub provider_name: Option<String>,
    pub change: Change,
}

/// What would happen to a resource instance or an output.
#[derive(Deserialize)]
pub(super) struct Change {
    pub actions: Vec<String>,
    #[serde(default)]
    pub before: Json,
    #[serde(default)]
    pub after: Json,
    #[serde(default)]
    pub after_unknown: Json,
    #[serde(default)]
    pub before_sensitive: Json,
    #[serde(default)]
    pub after_sensitive: Json,
}

/// One of `deferred_changes`.
#[derive(Deserialize)]
pub(super) struct DeferredChange {
    #[serde(default)]
    pub reason: String,
    pub resource_change: Deferred,
}

/// What of a deferred change is named.
#[derive(Deserialize)]
pub(super) struct Deferred {
    pub address: String,
}

/// One of `variables`.
#[derive(Deserialize)]
pub(super) struct Variable {
    #[serde(default)]
    pub value: Json,
}

/// `planned_values`.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct PlannedValues {
    pub root_module: PlannedModule,
}

/// A module instance of `planned_values`.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct PlannedModule {
    pub address: String,
    pub resources: Vec<PlannedResource>,
    pub child_modules: Vec<PlannedModule>,
}

/// A resource instance of `planned_values`.
#[derive(Deserialize)]
pub(super) struct PlannedResource {
    pub address: String,
    #[serde(default)]
    pub provider_name: Option<String>,
    #[serde(default)]
    pub values: Json,
    #[serde(default)]
    pub sensitive_values: Json,
}

/// `configuration`: what is written, without values that are not constant.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Configuration {
    pub provider_config: BTreeMap<String, ProviderConfig>,
    pub root_module: Module,
}

/// A provider configuration, or a requirement without one.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ProviderConfig {
    pub name: String,
    pub full_name: String,
    pub alias: Option<String>,
    pub module_address: Option<String>,
    pub version_constraint: Option<String>,
    pub expressions: Json,
}

/// A module as it is written, once for each call of it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Module {
    pub outputs: BTreeMap<String, Output>,
    pub resources: Vec<Resource>,
    pub module_calls: BTreeMap<String, Call>,
    pub variables: BTreeMap<String, Declared>,
}

/// An output of a module.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Output {
    pub sensitive: bool,
    pub expression: Json,
}

/// An input variable of a module.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Declared {
    pub sensitive: bool,
    pub default: Option<Json>,
}

/// A resource or data block.
#[derive(Deserialize)]
pub(super) struct Resource {
    #[serde(default)]
    pub mode: String,
    #[serde(rename = "type")]
    pub ty: String,
    pub name: String,
    #[serde(default)]
    pub provider_config_key: Option<String>,
    #[serde(default)]
    pub expressions: Json,
    #[serde(default)]
    pub count_expression: Option<Json>,
    #[serde(default)]
    pub for_each_expression: Option<Json>,
}

/// A module call.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(super) struct Call {
    pub source: String,
    pub expressions: Json,
    pub count_expression: Option<Json>,
    pub for_each_expression: Option<Json>,
    pub module: Module,
    pub version_constraint: Option<String>,
}
