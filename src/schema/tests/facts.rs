//! Facts, and what they refer to.

use super::*;

fn alias(ty: &str, attribute: &str) -> Option<(&'static str, Option<&'static str>)> {
    Registry::builtin().alias(ty, attribute).map(|alias| (alias.attribute, alias.unless))
}

fn identity(ty: &str, attribute: &str) -> Option<Scope> {
    Registry::builtin().identity(ty, attribute)
}

#[test]
fn an_alias_names_the_attribute_with_the_same_value() {
    assert_eq!(alias("aws_s3_bucket", "id"), Some(("bucket", None)));
    assert_eq!(alias("aws_s3_bucket_versioning", "id"), Some(("bucket", Some("expected_bucket_owner"))));
    assert_eq!(alias("aws_db_instance", "id"), Some(("resource_id", None)));
    assert_eq!(alias("aws_iam_policy", "id"), Some(("arn", None)));
    assert_eq!(alias("aws_sqs_queue", "id"), Some(("url", None)));
    assert_eq!(alias("aws_alb", "id"), Some(("arn", None)));
    assert_eq!(alias("terraform_data", "output"), Some(("input", None)));
    assert_eq!(alias("azurerm_storage_account", "id"), None);
    assert_eq!(alias("aws_s3_bucket", "arn"), None);
    assert_eq!(alias("aws_vpc", "id"), None);
    assert_eq!(alias("unknown_type", "id"), None);
}

#[test]
fn an_identity_is_shared_by_no_two_instances() {
    let (everywhere, provider) = (Some(Scope::Everywhere), Some(Scope::Provider));
    assert_eq!(identity("aws_vpc", "id"), everywhere);
    assert_eq!(identity("aws_vpc", "arn"), everywhere);
    assert_eq!(identity("aws_vpc", "cidr_block"), None);
    // A bucket's name is unique in the world, a log group's in an account and region.
    assert_eq!(identity("aws_s3_bucket", "id"), everywhere);
    assert_eq!(identity("aws_s3_bucket", "bucket"), everywhere);
    assert_eq!(identity("aws_cloudwatch_log_group", "id"), provider);
    assert_eq!(identity("aws_cloudwatch_log_group", "name"), provider);
    assert_eq!(identity("aws_iam_policy", "id"), everywhere);
    // Unique in their parent only.
    assert_eq!(identity("aws_cloudwatch_log_stream", "id"), None);
    assert_eq!(identity("aws_cloudwatch_log_stream", "name"), None);
    assert_eq!(identity("aws_s3_object", "id"), None);
    // `bucket` may be the same with and without an owner, `id` not.
    assert_eq!(identity("aws_s3_bucket_versioning", "id"), provider);
    assert_eq!(identity("aws_s3_bucket_versioning", "bucket"), None);
    assert_eq!(identity("random_password", "id"), None);
    assert_eq!(identity("azurerm_storage_account", "id"), everywhere);
    assert_eq!(identity("azurerm_storage_account", "name"), None);
    assert_eq!(identity("azuread_group", "object_id"), everywhere);
    assert_eq!(identity("unknown_type", "id"), everywhere);
    assert_eq!(identity("unknown_type", "arn"), None);
}

#[test]
fn the_arn_of_one_type_is_never_that_of_another() {
    let registry = Registry::builtin();
    assert_eq!(registry.prefix("aws_sqs_queue", "arn"), Some("arn:"));
    assert_eq!(registry.prefix("aws_sqs_queue", "url"), None);
    assert_eq!(registry.prefix("unknown_type", "arn"), None);
    assert!(registry.apart("aws_s3_bucket", "aws_cloudwatch_log_group", "arn"));
    // A version of a secret exports the ARN of the secret.
    assert!(!registry.apart("aws_secretsmanager_secret", "aws_secretsmanager_secret_version", "arn"));
    assert!(!registry.apart("aws_s3_bucket", "aws_cloudwatch_log_group", "id"));
    assert!(!registry.apart("aws_s3_bucket", "unknown_type", "arn"));
}

#[test]
fn a_type_has_one_canonical_name() {
    let canonical = |name| Registry::builtin().canonical_type(name);
    assert_eq!(canonical("aws_alb_listener"), "aws_lb_listener");
    assert_eq!(canonical("aws_lb_listener"), "aws_lb_listener");
    assert_eq!(canonical("kubernetes_deployment"), "kubernetes_deployment_v1");
    assert_eq!(canonical("unknown_type"), "unknown_type");
}

/// Whether some known version of the type has the attribute or, if it is empty, exists.
fn exists(provider: &'static Provider, ty: &str, attribute: &str) -> bool {
    let registry = Registry::builtin();
    provider.versions.iter().any(|version| {
        let demand = (provider.versions.len() > 1).then_some(version.number);
        let found = registry.resource_of(provider, Mode::Managed, ty, demand);
        found.is_some_and(|found| attribute.is_empty() || found.block.attribute(attribute).is_some())
    })
}

#[test]
fn every_fact_is_about_something_that_exists() {
    let mut wrong = Vec::new();
    for provider in Registry::builtin().providers() {
        let facts = &provider.facts;
        for ((ty, attribute), alias) in facts.aliases {
            for name in [attribute, &alias.attribute].into_iter().chain(&alias.unless) {
                if !exists(provider, ty, name) {
                    wrong.push(format!("alias: {ty}.{name}"));
                }
            }
            if provider.canonical_type(ty) != *ty {
                wrong.push(format!("alias: {ty} is not the canonical name"));
            }
        }
        for ((ty, attribute), _) in facts.identities {
            if *ty != "*" && !exists(provider, ty, attribute) {
                wrong.push(format!("identity: {ty}.{attribute}"));
            }
        }
        for ((ty, attribute), _) in facts.prefixes {
            if *ty != "*" && !exists(provider, ty, attribute) {
                wrong.push(format!("prefix: {ty}.{attribute}"));
            }
        }
        for ((ty, _), class) in facts.chars {
            for argument in class.with.iter().filter(|argument| !exists(provider, ty, argument)) {
                wrong.push(format!("chars: {ty}.{argument}"));
            }
        }
        let chars = facts.chars.iter().map(|(subject, _)| subject);
        for (ty, attribute) in chars.chain(facts.values.iter().map(|(subject, _)| subject)) {
            let data = Registry::builtin().resource_of(provider, Mode::Data, ty, None);
            let known = data.is_some_and(|data| data.block.attribute(attribute).is_some());
            if !known && !exists(provider, ty, attribute) {
                wrong.push(format!("chars or values: {ty}.{attribute}"));
            }
        }
        for ((ty, _), canonical) in facts.renames {
            if !exists(provider, ty, "") || !exists(provider, canonical, "") {
                wrong.push(format!("rename: {ty} or {canonical}"));
            }
            let block = |name| managed(name, None).block.clone();
            if block(ty) != block(canonical) {
                wrong.push(format!("rename: {ty} differs from {canonical}"));
            }
        }
        for (name, _) in provider.expressions {
            if Registry::builtin().resource_of(provider, Mode::Data, name, None).is_none() {
                wrong.push(format!("data source: {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_data_source_that_computes_has_expressions() {
    let registry = Registry::builtin();
    let text = registry.data_source_expressions("aws_iam_policy_document").unwrap();
    assert!(text.contains("attributes {") && text.contains("args.statement"));
    assert!(registry.data_source_expressions("template_file").is_some());
    assert!(registry.data_source_expressions("aws_ami").is_none());
    assert!(registry.data_source_expressions("unknown_type").is_none());
}

#[test]
fn expressions_are_hcl_with_known_blocks() {
    let sources = crate::source::SourceMap::default();
    for provider in Registry::builtin().providers() {
        for (name, text) in provider.expressions {
            let file = sources.add(format!("{name}.hcl").into(), text.as_bytes().to_vec());
            let tree = crate::syntax::parse(file, crate::syntax::Syntax::Native);
            assert!(tree.diagnostics().is_empty(), "{name}: {:?}", tree.diagnostics());
            let ty = Registry::builtin().resource_of(provider, Mode::Data, name, None).unwrap();
            for block in tree.body().blocks() {
                for attribute in block.body().attributes() {
                    match block.ty().name {
                        "locals" => {}
                        "attributes" | "decoded" => {
                            let attribute = attribute.name().name;
                            assert!(ty.block.attribute(attribute).is_some(), "{name}.{attribute}");
                        }
                        other => panic!("{name}: {other}"),
                    }
                }
            }
        }
    }
}
