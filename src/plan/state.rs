//! Terraform's state file: what exists, as Terraform last saw it.
//!
//! Of format version 4, which Terraform writes since 0.12 (`internal/states/statefile/version4.go`).

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::addrs::{self, InstanceKey, Mode, ModuleInstance, ResourceInstance, Step, Str};
use crate::schema::Registry;
use crate::value::json::{from_json, from_json_typed, normalize, type_from_json};
use crate::value::{Fields, Marks, Type, Value};

/// What exists, and the output values of the root module.
#[derive(Debug, Default)]
pub struct State {
    /// Managed resource instances, in the order of the file. Data sources are left out: they are read anew.
    pub instances: Vec<Stored>,
    /// Output values by name; those that are sensitive are marked so.
    pub outputs: Vec<(Str, Value)>,
}

/// A managed resource instance that exists.
#[derive(Debug)]
pub struct Stored {
    /// Its address.
    pub address: ResourceInstance,
    /// All its attributes and blocks, of the types that the schema has, with what is sensitive marked.
    pub attrs: Value,
    /// It was not made properly, so that Terraform replaces it.
    pub tainted: bool,
}

#[derive(Deserialize)]
struct File {
    version: u64,
    #[serde(default)]
    outputs: Map<String, Json>,
    #[serde(default)]
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    module: Option<String>,
    mode: String,
    #[serde(rename = "type")]
    ty: String,
    name: String,
    #[serde(default)]
    instances: Vec<Instance>,
}

#[derive(Deserialize)]
struct Instance {
    index_key: Option<Json>,
    status: Option<String>,
    /// What is still to be destroyed of an earlier replacement has a key here.
    deposed: Option<String>,
    #[serde(default)]
    attributes: Json,
    #[serde(default)]
    sensitive_attributes: Vec<Vec<Json>>,
}

/// The state that a file holds.
///
/// # Errors
/// If the file is no JSON, of another format version, or has an address that is none; in words.
pub fn read(bytes: &[u8], registry: &Registry) -> Result<State, String> {
    let file: File = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if file.version != 4 {
        return Err(format!("its format version is {}, and only 4 is known", file.version));
    }
    let mut state = State::default();
    for (name, output) in &file.outputs {
        let value = output.get("value").unwrap_or(&Json::Null);
        let ty = output.get("type").and_then(type_from_json).unwrap_or(Type::Dynamic);
        let marks = Marks { sensitive: output.get("sensitive") == Some(&Json::Bool(true)), ..Marks::default() };
        state.outputs.push((normalize(name), of_type(value, &ty).with_marks(marks)));
    }
    for resource in file.resources.iter().filter(|resource| resource.mode == "managed") {
        let module: ModuleInstance = match resource.module.as_deref().unwrap_or_default() {
            "" => ModuleInstance::root(),
            text => text.parse().map_err(|error| format!("`{text}` is no module: {error}"))?,
        };
        let ty = registry.resource(Mode::Managed, &resource.ty, None).map(|schema| schema.block.implied_type());
        for instance in resource.instances.iter().filter(|instance| instance.deposed.is_none()) {
            state.instances.push(Stored {
                address: ResourceInstance {
                    module: module.clone(),
                    resource: addrs::Resource {
                        mode: Mode::Managed,
                        ty: resource.ty.as_str().into(),
                        name: resource.name.as_str().into(),
                    },
                    key: key(instance.index_key.as_ref()),
                },
                attrs: instance.attributes(ty.as_ref()),
                tainted: instance.status.as_deref() == Some("tainted"),
            });
        }
    }
    Ok(state)
}

fn key(json: Option<&Json>) -> InstanceKey {
    match json {
        Some(Json::Number(index)) => index.as_u64().map_or(InstanceKey::None, InstanceKey::Int),
        Some(Json::String(key)) => InstanceKey::Str(normalize(key)),
        _ => InstanceKey::None,
    }
}

/// Of the type; as it is where it is not of the type, since the schema may be that of another version.
fn of_type(json: &Json, ty: &Type) -> Value {
    match ty {
        Type::Dynamic => from_json(json),
        ty => from_json_typed(json, ty).unwrap_or_else(|_| from_json(json)),
    }
}

impl Instance {
    fn attributes(&self, ty: Option<&Type>) -> Value {
        let mut attrs = match (&self.attributes, ty) {
            (json, None) => from_json(json),
            (Json::Object(fields), Some(Type::Object(types))) => {
                let of = |(name, ty): &(Str, Type)| {
                    let json = fields.get(name.as_str()).unwrap_or(&Json::Null);
                    let value = from_json_typed(json, ty).unwrap_or_else(|_| from_json(json));
                    (name.clone(), value)
                };
                Value::object(types.iter().map(of).collect())
            }
            (json, Some(_)) => from_json(json),
        };
        for path in &self.sensitive_attributes {
            let steps: Option<Vec<Step>> = path.iter().map(step).collect();
            attrs = steps.map_or(attrs.clone(), |steps| sensitive(attrs, &steps));
        }
        attrs
    }
}

/// A step of a path in the form of the file: `{"type": "get_attr", "value": "name"}`, or `index` with a typed value.
fn step(json: &Json) -> Option<Step> {
    let value = json.get("value")?;
    match json.get("type")?.as_str()? {
        "get_attr" => Some(Step::Attr(normalize(value.as_str()?))),
        "index" => match value.get("value")? {
            Json::String(key) => Some(Step::Index(InstanceKey::Str(normalize(key)))),
            index => Some(Step::Index(InstanceKey::Int(index.as_u64()?))),
        },
        _ => None,
    }
}

/// The value with what is at `path` marked sensitive.
fn sensitive(value: Value, path: &[Step]) -> Value {
    let Some((first, rest)) = path.split_first() else {
        return value.with_marks(Marks { sensitive: true, ..Marks::default() });
    };
    let at = match (value.bare(), first) {
        (Value::Object(object), Step::Attr(name) | Step::Index(InstanceKey::Str(name))) => {
            position(&object.fields, name)
        }
        (Value::Map(map), Step::Attr(name) | Step::Index(InstanceKey::Str(name))) => position(&map.items, name),
        (_, Step::Index(InstanceKey::Int(index))) => usize::try_from(*index).ok(),
        _ => None,
    };
    let part = |(index, child): (usize, &Value)| match Some(index) == at {
        true => sensitive(child.clone(), rest),
        false => child.clone(),
    };
    value.with_children(value.children().enumerate().map(part).collect())
}

fn position(fields: &Fields, name: &str) -> Option<usize> {
    fields.iter().position(|(own, _)| own == name)
}
