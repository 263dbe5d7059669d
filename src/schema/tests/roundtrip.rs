//! Every type of every provider is what `terraform providers schema -json` says.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::*;

/// Where the JSON is, if it is at hand: `shared/schemas` beside the project or above it.
fn directory() -> Option<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().map(|folder| folder.join("shared/schemas")).find(|folder| folder.is_dir())
}

#[test]
fn every_type_is_as_published() {
    let Some(directory) = directory() else {
        eprintln!("skipped: there is no shared/schemas beside the project");
        return;
    };
    let mut types = 0;
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let json: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            types += file(&json);
        }
    }
    assert!(types > 10_000, "only {types} types");
}

/// Compares a file; how many types it has.
fn file(json: &Value) -> usize {
    let registry = Registry::builtin();
    let number = json["provider_version"].as_str().unwrap().split([':', ' ']).next().unwrap();
    let mut types = 0;
    for (source, schema) in json["provider_schemas"].as_object().unwrap() {
        let provider = registry.provider(source).unwrap_or_else(|| panic!("{source} is missing"));
        let demand = (provider.versions.len() > 1).then_some(number);
        assert_eq!(provider.version(demand).known.number, number, "{source}");
        assert_eq!(source.strip_prefix("registry.terraform.io/"), Some(provider.source));
        let own = registry.configuration(provider, demand).unwrap();
        assert_eq!(own.block, whole(&schema["provider"]["block"]), "{source} {number}");
        for (mode, kind) in [(Mode::Managed, "resource_schemas"), (Mode::Data, "data_source_schemas")] {
            let published = schema[kind].as_object().unwrap();
            for (name, ty) in published {
                let found = registry.resource(mode, name, demand);
                let found = found.unwrap_or_else(|| panic!("{mode:?} {name} {number} is missing"));
                assert_eq!(found.block, whole(&ty["block"]), "{mode:?} {name} {number}");
                assert_eq!(found.name, *name);
            }
            let known = |name: &&str| registry.resource_of(provider, mode, name, demand).is_some();
            let names: Vec<_> = provider.types(mode).filter(known).collect();
            assert!(names.iter().eq(published.keys()), "{source} {number} {kind}");
            types += published.len();
        }
    }
    types
}

fn entries(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flat_map(Map::iter)
}

fn whole(json: &Value) -> Block {
    let mut block = block(json);
    if block.is_plain() {
        block.make_plain();
    }
    block
}

fn block(json: &Value) -> Block {
    let attributes = entries(&json["attributes"]).map(|(name, json)| (name.into(), attribute(json)));
    let blocks = entries(&json["block_types"]).map(|(name, json)| (name.into(), nested(json)));
    let mut block = Block {
        attributes: attributes.collect(),
        blocks: blocks.collect(),
        deprecated: flag(json, "deprecated"),
        plain: false,
    };
    block.attributes.sort_by(|a, b| a.0.cmp(&b.0));
    block.blocks.sort_by(|a, b| a.0.cmp(&b.0));
    block
}

fn attribute(json: &Value) -> Attribute {
    Attribute {
        ty: ty(&json["type"]),
        required: flag(json, "required"),
        optional: flag(json, "optional"),
        computed: flag(json, "computed"),
        sensitive: flag(json, "sensitive"),
        deprecated: flag(json, "deprecated"),
        write_only: flag(json, "write_only"),
        nested: None,
    }
}

fn nested(json: &Value) -> NestedBlock {
    let limit = |name: &str| json[name].as_u64().map_or(0, |number| u32::try_from(number).unwrap());
    NestedBlock {
        nesting: match json["nesting_mode"].as_str().unwrap() {
            "single" => Nesting::Single,
            "group" => Nesting::Group,
            "list" => Nesting::List,
            "set" => Nesting::Set,
            "map" => Nesting::Map,
            mode => panic!("{mode}"),
        },
        min: limit("min_items"),
        max: Some(limit("max_items")).filter(|max| *max > 0),
        block: Arc::new(block(&json["block"])),
    }
}

fn ty(json: &Value) -> Type {
    match json {
        Value::String(name) => match name.as_str() {
            "string" => Type::String,
            "number" => Type::Number,
            "bool" => Type::Bool,
            "dynamic" => Type::Dynamic,
            name => panic!("{name}"),
        },
        Value::Array(parts) => match parts[0].as_str().unwrap() {
            "list" => Type::list(ty(&parts[1])),
            "set" => Type::set(ty(&parts[1])),
            "map" => Type::map(ty(&parts[1])),
            "object" => Type::object(entries(&parts[1]).map(|(name, json)| (name.into(), ty(json))).collect()),
            kind => panic!("{kind}"),
        },
        _ => panic!("{json}: nested attributes, which no published schema had when this was written"),
    }
}

fn flag(json: &Value, name: &str) -> bool {
    json[name].as_bool().unwrap_or(false)
}
