//! From the bytes of a plan file to a plan.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value as Json, value::RawValue};

use crate::addrs::{Mode, ModuleInstance, Resource, ResourceInstance, Str};
use crate::diag::Diagnostic;
use crate::plan::{Action, Gap, Plan};
use crate::schema::Registry;
use crate::value::json::{from_json, normalize};
use crate::value::{CauseKind, Causes, Marks, Type, Value};

use super::file::{
    Change, Configuration, DeferredChange, File, PlannedModule, PlannedValues, ResourceChange, Variable,
};
use super::instances::{Entry, instances};
use super::model;
use super::problems::{SHOW, Text, decoded, gap, refused};
use super::reading::Reading;
use super::tree::Tree;
use super::values::Part;

/// Reads a plan as `terraform show -json` writes it: format version 1, of any minor.
///
/// `name` is the file as it is shown. What is wrong is told with line and column in the message; a part that cannot be
/// read is a [`Gap`] of the plan, so that nothing is taken for absent that may be there. `None`: it is no plan, or one
/// of a format that is not read. The plan has no provenance and no spans: a plan file does not say where its
/// configuration is written.
pub fn read(bytes: &[u8], name: &str) -> (Option<Plan<'static>>, Vec<Diagnostic>) {
    let text = match decoded(bytes, name) {
        Ok(text) => text,
        Err(diagnostic) => return (None, vec![*diagnostic]),
    };
    let text = Text { text: &text, name };
    if !text.text.trim_start().starts_with('{') {
        return (None, vec![text.error("plan-kind", "this is not a Terraform plan in JSON").help(SHOW)]);
    }
    let file: File<'_> = match serde_json::from_str(text.text) {
        Ok(file) => file,
        Err(error) => return (None, vec![no_json(text, &error)]),
    };
    if let Some(diagnostic) = refused(text, &file) {
        return (None, vec![diagnostic]);
    }
    let mut reader = Reader { text, diagnostics: Vec::new(), gaps: Vec::new(), put_off: HashSet::new() };
    let plan = reader.plan(&file);
    (Some(plan), reader.diagnostics)
}

/// What to say of a text that is not one JSON object. The log of `terraform plan -json` is many of them.
fn no_json(text: Text<'_>, error: &serde_json::Error) -> Diagnostic {
    let first = text.text.trim_start().lines().next().unwrap_or_default();
    if let Ok(line) = serde_json::from_str::<File<'_>>(first)
        && line.level.is_some()
        && let Some(diagnostic) = refused(text, &line)
    {
        return diagnostic;
    }
    text.wrong(text.text, "", error)
}

struct Reader<'t> {
    text: Text<'t>,
    diagnostics: Vec<Diagnostic>,
    gaps: Vec<Gap>,
    /// Data sources that are not read before the changes are made.
    put_off: HashSet<(ModuleInstance, Resource)>,
}

impl<'t> Reader<'t> {
    /// A part of the file; the default where it is missing, and a gap where it is not as it should be.
    fn part<T: Deserialize<'t> + Default>(&mut self, raw: Option<&'t RawValue>, what: &str) -> Option<T> {
        let raw = raw?;
        match serde_json::from_str(raw.get()) {
            Ok(part) => Some(part),
            Err(error) => {
                self.diagnostics.push(self.text.wrong(raw.get(), what, &error));
                self.missing(format!("`{what}` of the plan file cannot be read"));
                None
            }
        }
    }

    fn missing(&mut self, reason: String) {
        self.gaps.push(Gap { causes: gap(reason), given: None });
    }

    fn plan(&mut self, file: &File<'t>) -> Plan<'static> {
        if let Some(own) = self.own(file.tomcheck) {
            return own;
        }
        self.partial(file);
        let configuration: Option<Configuration> = self.part(file.configuration, "configuration");
        let declared = configuration.as_ref().map(|configuration| &configuration.root_module.variables);
        let variables: BTreeMap<String, Variable> = self.part(file.variables, "variables").unwrap_or_default();
        let variables: Vec<(Str, Value)> = variables
            .into_iter()
            .map(|(name, variable)| {
                let sensitive = declared.and_then(|all| all.get(&name)).is_some_and(|declared| declared.sensitive);
                (normalize(&name), from_json(&variable.value).with_marks(Marks { sensitive, ..Marks::default() }))
            })
            .collect();
        let entries = match file.resource_changes {
            Some(raw) => self.changes(raw),
            None => self.planned(file.planned_values),
        };
        let outputs: BTreeMap<String, Change> = self.part(file.output_changes, "output_changes").unwrap_or_default();
        let mut reading = Reading {
            registry: Registry::builtin(),
            tree: configuration.as_ref().map(Tree::new),
            configuration: configuration.as_ref(),
            subjects: Vec::new(),
            index: HashMap::new(),
            variables: variables.iter().cloned().collect(),
            modules: BTreeSet::new(),
            put_off: std::mem::take(&mut self.put_off),
            memo: RefCell::default(),
        };
        let mut plan = Plan { root: self.text.name.into(), variables, ..Plan::default() };
        plan.instances = instances(&mut reading, &entries);
        plan.modules = reading.calls();
        plan.modules.sort_by(|a, b| a.address.cmp(&b.address));
        plan.providers = reading.providers(&plan.instances);
        plan.outputs = outputs.iter().filter_map(|(name, change)| output(&reading, name, change)).collect();
        plan.gaps = std::mem::take(&mut self.gaps);
        plan
    }

    /// The plan of a file that tomcheck wrote.
    fn own(&mut self, raw: Option<&'t RawValue>) -> Option<Plan<'static>> {
        let own: Json = self.part(raw, "tomcheck")?;
        let plan = model::read(&own["model"], self.text.name);
        if plan.is_none() {
            let message = "`tomcheck.model` of the plan file is not what this version writes";
            self.diagnostics
                .push(self.text.error("plan-content", message).help("write it again with `tomcheck plan --json`"));
            self.missing("`tomcheck.model` of the plan file cannot be read".into());
        }
        plan
    }

    /// Notes what makes the file the plan of a part of the configuration only.
    fn partial(&mut self, file: &File<'t>) {
        let errored: Option<bool> = self.part(file.errored, "errored");
        let complete: Option<bool> = self.part(file.complete, "complete");
        let deferred: Vec<DeferredChange> = self.part(file.deferred_changes, "deferred_changes").unwrap_or_default();
        if errored == Some(true) {
            self.diagnostics.push(
                self.text
                    .error("plan-partial", "the plan is not complete: Terraform met an error while it was made")
                    .help("repair what `terraform plan` reports, and make the plan again")
                    .note("what is missing in it counts as not known"),
            );
            self.missing("the plan ended with an error".into());
        }
        for change in &deferred {
            let address: Str = change.resource_change.address.as_str().into();
            let causes = Causes::one(CauseKind::Expansion, address, None);
            self.gaps.push(Gap { causes, given: None });
        }
        if let Some(first) = deferred.first() {
            let address = &first.resource_change.address;
            let more = match deferred.len() - 1 {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let message = format!("the plan is not complete: the changes of `{address}`{more} are put off");
            let mut diagnostic = self.text.error("plan-partial", message);
            if !first.reason.is_empty() {
                diagnostic = diagnostic.note(format!("reason given for `{address}`: {}", first.reason));
            }
            self.diagnostics.push(diagnostic.help("apply what can be applied, then make the plan again"));
        } else if complete == Some(false) && errored != Some(true) {
            self.diagnostics.push(
                self.text
                    .error("plan-partial", "the plan is not complete: it covers a part of the configuration only")
                    .help("make the plan without `-target`")
                    .note("what is missing in it counts as not known"),
            );
            self.missing("the plan covers a part of the configuration".into());
        }
    }

    /// What `resource_changes` says, as far as each entry can be read.
    fn changes(&mut self, raw: &'t RawValue) -> Vec<Entry> {
        let raws: Vec<&RawValue> = self.part(Some(raw), "resource_changes").unwrap_or_default();
        let entry = |(at, raw): (usize, &'t RawValue)| self.change(raw, &format!("resource_changes[{at}]"));
        raws.into_iter().enumerate().filter_map(entry).collect()
    }

    /// One of the changes; `None` where there is nothing to be judged, or something wrong.
    fn change(&mut self, raw: &'t RawValue, what: &str) -> Option<Entry> {
        let read: ResourceChange = match serde_json::from_str(raw.get()) {
            Ok(read) => read,
            Err(error) => {
                self.diagnostics.push(self.text.wrong(raw.get(), what, &error));
                self.missing(format!("`{what}` of the plan file cannot be read"));
                return None;
            }
        };
        let mut refuse = |message: String| {
            self.diagnostics.push(self.text.error_at("plan-content", &message, raw.get()).help(SHOW));
            self.missing(format!("`{}` cannot be read", read.address));
        };
        let address: ResourceInstance = match read.address.parse() {
            Ok(address) => address,
            Err(error) => {
                refuse(format!("`{}` in `{what}` is not the address of a resource: {error}", read.address));
                return None;
            }
        };
        let change = read.change;
        let Some(actions) = actions(&change.actions) else {
            refuse(format!("what shall be done to `{}` is not known: {:?}", read.address, change.actions));
            return None;
        };
        if address.resource.mode == Mode::Data {
            self.put_off.insert((address.module, address.resource));
            return None;
        }
        if actions.is_empty() || address.resource.mode != Mode::Managed {
            return None;
        }
        let object = |json: &Json| json.is_object() || json.is_null();
        let mask = |json: &Json| json.is_object() || json.is_null() || json.is_boolean();
        let after = object(&change.after) && mask(&change.after_unknown) && mask(&change.after_sensitive);
        if !(after && object(&change.before) && mask(&change.before_sensitive)) {
            refuse(format!("the attributes of `{}` are not an object", read.address));
            return None;
        }
        let provider = read.provider_name.unwrap_or_default();
        Some(Entry { address: Arc::new(address), provider, change, actions })
    }

    /// What `planned_values` says: of a file that has nothing better.
    fn planned(&mut self, raw: Option<&'t RawValue>) -> Vec<Entry> {
        let values: PlannedValues = self.part(raw, "planned_values").unwrap_or_default();
        let mut open: Vec<PlannedModule> = vec![values.root_module];
        let mut entries = Vec::new();
        while let Some(module) = open.pop() {
            open.extend(module.child_modules);
            for resource in module.resources {
                let Ok(address) = resource.address.parse::<ResourceInstance>() else {
                    let message =
                        format!("`{}` in `planned_values` is not the address of a resource", resource.address);
                    self.diagnostics.push(self.text.error("plan-content", message).help(SHOW));
                    self.missing(format!("`{}` cannot be read", resource.address));
                    continue;
                };
                if address.resource.mode != Mode::Managed {
                    continue;
                }
                let provider = resource.provider_name.unwrap_or_default();
                entries.push(planned_entry(address, provider, resource.values, resource.sensitive_values));
            }
        }
        entries
    }
}

/// An instance of `planned_values`, in which what is unknown is left out without a word.
fn planned_entry(address: ResourceInstance, provider: String, values: Json, sensitive: Json) -> Entry {
    let mut unknown = serde_json::Map::new();
    if let Some(schema) = Registry::builtin().resource(Mode::Managed, &address.resource.ty, None) {
        let attributes = schema.block.attributes.iter().map(|(name, _)| name);
        for name in attributes.chain(schema.block.blocks.iter().map(|(name, _)| name)) {
            if values.get(name.as_str()).is_none() {
                unknown.insert(name.to_string(), Json::Bool(true));
            }
        }
    }
    let change = Change {
        actions: Vec::new(),
        before: Json::Null,
        after: values,
        after_unknown: Json::Object(unknown),
        before_sensitive: Json::Null,
        after_sensitive: sensitive,
    };
    Entry { address: Arc::new(address), provider, change, actions: vec![Action::Configured] }
}

/// What is done, in the order in which it is judged; nothing for what is only read or forgotten. `None`: not known.
fn actions(actions: &[String]) -> Option<Vec<Action>> {
    let mut all = Vec::with_capacity(actions.len());
    for action in actions {
        all.push(match action.as_str() {
            "create" => Action::Create,
            "update" => Action::Update,
            "delete" => Action::Delete,
            "no-op" => Action::NoOp,
            "read" | "forget" | "open" | "close" => continue,
            _ => return None,
        });
    }
    // A replacement is a delete and a create, whichever comes first.
    all.sort_by_key(|action| *action != Action::Delete);
    (!actions.is_empty()).then_some(all)
}

fn output(reading: &Reading<'_>, name: &str, change: &Change) -> Option<(Str, Value)> {
    if change.actions.iter().any(|action| action == "delete") {
        return None;
    }
    let part = Part { json: &change.after, unknown: &change.after_unknown, sensitive: &change.after_sensitive };
    let written = reading.configuration.and_then(|configuration| configuration.root_module.outputs.get(name));
    let causes = written
        .and_then(|output| reading.causes(&output.expression, &Tree::root_scope()))
        .unwrap_or_else(|| Causes::one(CauseKind::Computed, format!("output.{name}"), None));
    let value = part.value(&Type::Dynamic, &mut |ty| Value::unknown(ty.clone(), causes.clone()));
    let sensitive = written.is_some_and(|output| output.sensitive);
    Some((normalize(name), value.with_marks(Marks { sensitive, ..Marks::default() })))
}
