//! Small plans, each for one thing.

use serde_json::{Value as Json, json};

use super::*;

/// A plan with these changes (address, after, after_unknown) and this configuration of the root module.
fn plan(changes: &[(&str, Json, Json)], root_module: Json) -> Plan<'static> {
    let changes: Vec<Json> = changes
        .iter()
        .map(|(address, after, unknown)| {
            json!({
                "address": address,
                "provider_name": "registry.terraform.io/hashicorp/aws",
                "change": {"actions": ["create"], "before": null, "after": after, "after_unknown": unknown,
                    "before_sensitive": false, "after_sensitive": {}},
            })
        })
        .collect();
    let file = json!({
        "format_version": "1.2",
        "resource_changes": changes,
        "configuration": {"root_module": root_module},
    });
    sound(file.to_string().as_bytes())
}

fn resource(ty: &str, name: &str, expressions: Json) -> Json {
    json!({"mode": "managed", "type": ty, "name": name, "expressions": expressions})
}

fn refers_to(reference: &str) -> Json {
    let prefix = reference.rsplit_once('.').map_or(reference, |(prefix, _)| prefix);
    json!({"references": [reference, prefix]})
}

#[test]
fn null_and_empty_blocks_are_left_out() {
    let after = json!({"bucket": "b", "force_destroy": false, "bucket_prefix": null, "logging": [],
        "versioning": [{"enabled": true, "mfa_delete": null}], "timeouts": {"create": null}});
    let plan = plan(&[("aws_s3_bucket.a", after, json!({}))], json!({}));
    let Value::Object(attrs) = &instance(&plan, "aws_s3_bucket.a").attrs else { panic!() };
    let names: Vec<&str> = attrs.fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["bucket", "force_destroy", "versioning"]);
    let versioning = attribute(&plan, "aws_s3_bucket.a", "versioning.0").unwrap();
    let Value::Object(versioning) = &versioning else { panic!() };
    assert!(matches!(versioning.shape, Shape::Block(None)));
    assert!(matches!(attrs.fields.get("versioning"), Some(Value::Tuple(_))));
    assert_eq!(versioning.fields.len(), 1);
}

#[test]
fn values_have_the_types_of_the_schema() {
    let after = json!({"bucket": "b", "tags": {"A": "x"}, "force_destroy": false});
    let group = json!({"name": "g", "ingress": [{"cidr_blocks": ["b", "a"], "from_port": 22, "to_port": 22,
        "protocol": "tcp", "self": false, "description": null}]});
    let role = json!({"name": "r", "managed_policy_arns": ["b", "a"]});
    let plan = plan(
        &[
            ("aws_s3_bucket.a", after, json!({})),
            ("aws_security_group.g", group, json!({"ingress": [{"cidr_blocks": [false, false]}]})),
            ("aws_iam_role.r", role, json!({})),
        ],
        json!({"resources": [resource("aws_security_group", "g", json!({}))]}),
    );
    assert!(matches!(attribute(&plan, "aws_s3_bucket.a", "tags"), Some(Value::Map(_))));
    assert!(matches!(attribute(&plan, "aws_iam_role.r", "managed_policy_arns"), Some(Value::Set(_))));
    assert_eq!(shown(&plan, "aws_iam_role.r", "managed_policy_arns.0"), "\"a\"");
    // Written as blocks, an attribute is read as blocks.
    let Some(Value::Object(rule)) = attribute(&plan, "aws_security_group.g", "ingress.0") else { panic!() };
    assert!(matches!(rule.shape, Shape::Block(None)));
    assert!(rule.fields.get("description").is_none());
    assert!(matches!(attribute(&plan, "aws_security_group.g", "ingress.0.cidr_blocks"), Some(Value::List(_))));
}

#[test]
fn what_nobody_wrote_is_left_out() {
    let unknown = json!({"id": true, "arn": true, "bucket": true, "acl": true, "tags_all": true});
    let changes = [
        ("aws_s3_bucket.a", json!({}), unknown.clone()),
        ("aws_s3_bucket.b", json!({}), unknown.clone()),
        ("aws_s3_bucket.c", json!({}), unknown),
    ];
    let resources = json!([
        resource("aws_s3_bucket", "a", json!({})),
        resource("aws_s3_bucket", "b", json!({"bucket": {"references": ["local.x"]}})),
    ]);
    let plan = plan(&changes, json!({"resources": resources}));
    let names = |address: &str| match &instance(&plan, address).attrs {
        Value::Object(object) => object.fields.iter().map(|(name, _)| name.to_string()).collect::<Vec<_>>(),
        _ => panic!(),
    };
    assert_eq!(names("aws_s3_bucket.a"), [""; 0]);
    assert_eq!(names("aws_s3_bucket.b"), ["bucket"]);
    assert_eq!(symbol(&plan, "aws_s3_bucket.b", "bucket"), "aws_s3_bucket.b.bucket");
    // Of a block that the file does not have, it cannot be told what is written.
    assert_eq!(names("aws_s3_bucket.c"), ["acl", "tags_all"]);
}

#[test]
fn a_single_reference_is_what_it_refers_to() {
    let unknown = json!({"id": true, "arn": true});
    let versioning =
        |resource: &str| (resource.to_owned(), json!({"versioning_configuration": [{"status": "Enabled"}]}));
    let (of_known, after) = versioning("aws_s3_bucket_versioning.known");
    let (of_unknown, _) = versioning("aws_s3_bucket_versioning.unknown");
    let (of_key, _) = versioning("aws_s3_bucket_versioning.key");
    let bucket = json!({"bucket": true, "id": true});
    let changes = [
        ("aws_s3_bucket.known", json!({"bucket": "b"}), unknown.clone()),
        ("aws_s3_bucket.unknown", json!({}), json!({"id": true, "arn": true, "bucket": true})),
        ("aws_s3_bucket.key[\"x\"]", json!({}), json!({"id": true, "arn": true, "bucket": true})),
        ("aws_kms_key.k", json!({}), json!({"id": true, "arn": true, "key_id": true})),
        (of_known.as_str(), after.clone(), bucket.clone()),
        (of_unknown.as_str(), after.clone(), bucket.clone()),
        (of_key.as_str(), after.clone(), bucket.clone()),
        ("aws_s3_bucket_policy.p", json!({}), json!({"bucket": true, "policy": true, "id": true})),
        (
            "aws_s3_bucket_server_side_encryption_configuration.e",
            json!({"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms"}]}]}),
            json!({"bucket": true, "id": true,
                "rule": [{"apply_server_side_encryption_by_default": [{"kms_master_key_id": true}]}]}),
        ),
        (
            "aws_instance.i",
            json!({"vpc_security_group_ids": [null, null]}),
            json!({"vpc_security_group_ids": [true, true]}),
        ),
        ("aws_security_group.a", json!({"name": "a"}), unknown.clone()),
        ("aws_security_group.b", json!({"name": "b"}), unknown.clone()),
    ];
    let resources = json!([
        resource("aws_s3_bucket", "known", json!({"bucket": {"constant_value": "b"}})),
        resource("aws_s3_bucket", "unknown", json!({})),
        {"mode": "managed", "type": "aws_s3_bucket", "name": "key", "for_each_expression": {"references": ["var.x"]}},
        resource("aws_kms_key", "k", json!({})),
        resource("aws_s3_bucket_versioning", "known", json!({"bucket": refers_to("aws_s3_bucket.known.id")})),
        resource("aws_s3_bucket_versioning", "unknown", json!({"bucket": refers_to("aws_s3_bucket.unknown.id")})),
        resource("aws_s3_bucket_versioning", "key", json!({"bucket": {"references":
            ["aws_s3_bucket.key[\"x\"].id", "aws_s3_bucket.key[\"x\"]", "aws_s3_bucket.key"]}})),
        resource("aws_s3_bucket_policy", "p", json!({"bucket": refers_to("aws_s3_bucket.known.id"),
            "policy": refers_to("aws_s3_bucket.known.id")})),
        resource("aws_s3_bucket_server_side_encryption_configuration", "e", json!({
            "bucket": refers_to("aws_s3_bucket.unknown.id"),
            "rule": [{"apply_server_side_encryption_by_default": [{
                "kms_master_key_id": refers_to("aws_kms_key.k.arn"),
                "sse_algorithm": {"constant_value": "aws:kms"}}]}]})),
        resource("aws_instance", "i", json!({"vpc_security_group_ids": {"references":
            ["aws_security_group.a.id", "aws_security_group.a", "aws_security_group.b.id", "aws_security_group.b"]}})),
        resource("aws_security_group", "a", json!({"name": {"constant_value": "a"}})),
        resource("aws_security_group", "b", json!({"name": {"constant_value": "b"}})),
    ]);
    let plan = plan(&changes, json!({"resources": resources}));
    // The id of a bucket is its name.
    assert_eq!(shown(&plan, "aws_s3_bucket_versioning.known", "bucket"), "\"b\"");
    assert_eq!(symbol(&plan, "aws_s3_bucket_versioning.unknown", "bucket"), "aws_s3_bucket.unknown.bucket");
    assert_eq!(symbol(&plan, "aws_s3_bucket_versioning.key", "bucket"), "aws_s3_bucket.key[\"x\"].bucket");
    // A policy is made of what it refers to.
    assert_eq!(symbol(&plan, "aws_s3_bucket_policy.p", "policy"), "aws_s3_bucket_policy.p.policy");
    assert_eq!(causes(&plan, "aws_s3_bucket_policy.p", "policy"), ["aws_s3_bucket.known.id"]);
    let path = "rule.0.apply_server_side_encryption_by_default.0.kms_master_key_id";
    let encryption = "aws_s3_bucket_server_side_encryption_configuration.e";
    assert_eq!(symbol(&plan, encryption, path), "aws_kms_key.k.arn");
    let groups = ["0", "1"].map(|at| symbol(&plan, "aws_instance.i", &format!("vpc_security_group_ids.{at}")));
    assert_eq!(groups, ["aws_security_group.a.id", "aws_security_group.b.id"]);
}

#[test]
fn references_lead_through_modules() {
    let unknown = json!({"id": true, "arn": true, "bucket": true});
    let changes = [
        ("module.b[\"x\"].aws_s3_bucket.this", json!({}), unknown.clone()),
        ("module.b[\"y\"].aws_s3_bucket.this", json!({}), unknown.clone()),
        ("module.v.aws_s3_bucket_versioning.this[0]", json!({}), json!({"bucket": true, "id": true})),
        ("module.v.aws_s3_bucket_versioning.each[\"x\"]", json!({}), json!({"bucket": true, "id": true})),
        ("aws_s3_bucket.top", json!({"bucket": "top"}), json!({"id": true})),
        ("module.w.aws_s3_bucket_versioning.this", json!({}), json!({"bucket": true, "id": true})),
    ];
    let id = json!({"expression": refers_to("aws_s3_bucket.this.id")});
    let versioning =
        |name: &str| resource("aws_s3_bucket_versioning", name, json!({"bucket": {"references": ["var.b"]}}));
    let mut counted = versioning("this");
    counted["count_expression"] = json!({"constant_value": 1});
    let root = json!({
        "resources": [resource("aws_s3_bucket", "top", json!({"bucket": {"constant_value": "top"}}))],
        "module_calls": {
            "b": {
                "source": "./b",
                "for_each_expression": {"references": ["var.names"]},
                "module": {"outputs": {"id": id}, "resources": [resource("aws_s3_bucket", "this", json!({}))]},
            },
            "v": {
                "source": "./v",
                "expressions": {"b": {"references": ["module.b[\"x\"].id", "module.b[\"x\"]", "module.b"]}},
                "module": {"variables": {"b": {}}, "resources": [counted]},
            },
            "w": {
                "source": "./v",
                "expressions": {"b": refers_to("aws_s3_bucket.top.id")},
                "module": {"variables": {"b": {}}, "resources": [versioning("this")]},
            },
        },
    });
    let plan = plan(&changes, root);
    assert_eq!(
        symbol(&plan, "module.v.aws_s3_bucket_versioning.this[0]", "bucket"),
        "module.b[\"x\"].aws_s3_bucket.this.bucket"
    );
    assert_eq!(shown(&plan, "module.w.aws_s3_bucket_versioning.this", "bucket"), "\"top\"");
    let calls: Vec<String> = plan.modules.iter().map(|call| call.address.to_string()).collect();
    assert_eq!(calls, ["module.b[\"x\"]", "module.b[\"y\"]", "module.v", "module.w"]);
}

#[test]
fn an_index_by_each_key_means_the_same_key() {
    let scope = json!({"id": true, "scope": true});
    let changes = [
        ("azurerm_storage_account.a[\"x\"]", json!({"name": "x"}), json!({"id": true, "primary_location": true})),
        ("azurerm_storage_account.a[\"y\"]", json!({"name": "y"}), json!({"id": true, "primary_location": true})),
        ("azurerm_role_assignment.r[\"x\"]", json!({}), scope.clone()),
        ("azurerm_management_lock.l[\"y\"]", json!({}), scope.clone()),
        ("azurerm_storage_container.c[\"x\"]", json!({}), json!({"id": true, "storage_account_id": true})),
        ("azurerm_storage_container.d[\"x\"]", json!({}), json!({"id": true, "storage_account_id": true})),
    ];
    let keyed = |ty: &str, name: &str, expressions: Json, for_each: Json| json!({"mode": "managed", "type": ty, "name": name, "expressions": expressions, "for_each_expression": for_each});
    let by_key = json!({"references": ["azurerm_storage_account.a", "each.key"]});
    let names = json!({"references": ["var.names"]});
    let resources = json!([
        keyed("azurerm_storage_account", "a", json!({"name": {"references": ["each.key"]}}), names.clone()),
        keyed("azurerm_storage_container", "c", json!({"storage_account_id": by_key}), names.clone()),
        keyed(
            "azurerm_storage_container",
            "d",
            json!({"storage_account_id": refers_to("each.value.id")}),
            json!({"references": ["azurerm_storage_account.a"]})
        ),
    ]);
    let plan = plan(&changes, json!({"resources": resources}));
    for container in ["c", "d"] {
        assert_eq!(
            symbol(&plan, &format!("azurerm_storage_container.{container}[\"x\"]"), "storage_account_id"),
            "azurerm_storage_account.a[\"x\"].id"
        );
    }
}

#[test]
fn providers_are_read_with_what_is_written() {
    let file = json!({
        "format_version": "1.2",
        "variables": {"region": {"value": "eu-central-1"}, "prefix": {"value": "eu"}},
        "resource_changes": [
            {"address": "aws_s3_bucket.a", "provider_name": "registry.terraform.io/hashicorp/aws",
                "change": {"actions": ["create"], "after": {"bucket": "b"}}},
            {"address": "random_pet.a", "provider_name": "registry.terraform.io/hashicorp/random",
                "change": {"actions": ["create"], "after": {"length": 2}}},
        ],
        "configuration": {
            "provider_config": {
                "aws": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws", "version_constraint": "~> 5.0",
                    "expressions": {"region": {"references": ["var.region"]},
                        "default_tags": [{"tags": {"constant_value": {"a": "b"}}}]}},
                "aws.us": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws", "alias": "us",
                    "expressions": {"region": {"references": ["var.prefix"]}, "max_retries": {"constant_value": "3"}}},
                "random": {"name": "random", "full_name": "registry.terraform.io/hashicorp/random",
                    "version_constraint": "= 3.6.0"},
            },
            "root_module": {"resources": [
                {"mode": "managed", "type": "aws_s3_bucket", "name": "a", "provider_config_key": "aws"},
            ]},
        },
    });
    let plan = sound(file.to_string().as_bytes());
    let of = |name: &str, alias: Option<&str>| {
        let found = plan.providers.iter().find(|provider| provider.name == name && provider.alias.as_deref() == alias);
        found.unwrap_or_else(|| panic!("{name} is missing"))
    };
    let attribute = |provider: &crate::plan::Provider, name: &str| match &provider.attrs {
        Value::Object(object) => object.fields.get(name).cloned(),
        _ => None,
    };
    let aws = of("aws", None);
    assert_eq!((aws.source.as_str(), aws.version.is_unknown()), ("hashicorp/aws", true));
    assert!(matches!(attribute(aws, "region"), Some(Value::String(region)) if region == "eu-central-1"));
    assert!(matches!(attribute(aws, "default_tags"), Some(Value::Tuple(_))));
    // `var.prefix` is a part of the region.
    let us = of("aws", Some("us"));
    let Some(Value::Unknown(region)) = attribute(us, "region") else { panic!() };
    assert_eq!(region.causes.iter().next().unwrap().address, "var.prefix");
    assert!(matches!(attribute(us, "max_retries"), Some(Value::Number(_))));
    let random = of("random", None);
    assert!(random.attrs.is_unknown());
    assert!(matches!(&random.version, Value::String(version) if version == "3.6.0"));
    assert_eq!(plan.providers.len(), 3);
    assert_eq!(instance(&plan, "aws_s3_bucket.a").provider_version.as_deref(), Some("~> 5.0"));
}

#[test]
fn write_only_arguments_are_what_is_written() {
    let after = json!({"password_wo": null, "engine": "mysql"});
    let of = |expression: Json| {
        let resources = json!([resource("aws_db_instance", "d", json!({"password_wo": expression}))]);
        plan(&[("aws_db_instance.d", after.clone(), json!({}))], json!({"resources": resources}))
    };
    let constant = of(json!({"constant_value": "secret"}));
    let value = attribute(&constant, "aws_db_instance.d", "password_wo").unwrap();
    assert!(matches!(value.bare(), Value::String(text) if text == "secret"));
    let referred = of(json!({"references": ["ephemeral.random_password.p.result", "ephemeral.random_password.p"]}));
    assert!(attribute(&referred, "aws_db_instance.d", "password_wo").unwrap().is_unknown());
}

#[test]
fn a_file_without_changes_has_planned_values() {
    let file = json!({
        "format_version": "1.0",
        "planned_values": {"root_module": {
            "resources": [{"address": "aws_s3_bucket.a", "mode": "managed", "values": {"bucket": "b", "acl": null},
                "sensitive_values": {"bucket": true}}],
            "child_modules": [{"address": "module.m", "resources": [
                {"address": "module.m.aws_kms_key.k", "mode": "managed", "values": {"enable_key_rotation": true}}]}],
        }},
    });
    let plan = sound(file.to_string().as_bytes());
    assert_eq!(plan.instances.len(), 2);
    assert!(plan.instances.iter().all(|instance| instance.action == Action::Configured));
    assert!(attribute(&plan, "aws_s3_bucket.a", "bucket").unwrap().marks().sensitive);
    assert_eq!(shown(&plan, "aws_s3_bucket.a", "acl"), "(absent)");
    assert!(attribute(&plan, "aws_s3_bucket.a", "force_destroy").unwrap().is_unknown());
    assert_eq!(shown(&plan, "module.m.aws_kms_key.k", "enable_key_rotation"), "true");
}
