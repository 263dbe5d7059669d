//! Tests of the room. That the embedded text is what providers publish is tested against their JSON where that is
//! at hand (`roundtrip`); all else on types that stay as they are.

use std::sync::Arc;

use super::*;
use crate::addrs::Mode;
use crate::value::Type;

mod facts;
mod roundtrip;

fn managed(name: &str, version: Option<&str>) -> Arc<ResourceType> {
    Registry::builtin().resource(Mode::Managed, name, version).unwrap_or_else(|| panic!("{name} is not known"))
}

#[test]
fn attributes_have_type_and_flags() {
    let ty = managed("aws_db_instance", None);
    let password = ty.block.attribute("password").unwrap();
    assert_eq!(password.ty, Type::String);
    assert!(password.optional && password.sensitive && !password.required && !password.computed);
    assert!(ty.block.attribute("password_wo").unwrap().write_only);
    assert!(ty.block.attribute("arn").unwrap().computed && !ty.block.attribute("arn").unwrap().is_argument());
    assert_eq!(ty.block.attribute("tags").unwrap().ty, Type::map(Type::String));
    assert!(ty.block.attribute("passwort").is_none());
}

#[test]
fn blocks_have_nesting_and_limits() {
    let ty = managed("aws_s3_bucket", None);
    let rule = ty.block.block("server_side_encryption_configuration").unwrap();
    assert_eq!((rule.nesting, rule.min, rule.max), (Nesting::List, 0, Some(1)));
    let rule = rule.block.block("rule").unwrap();
    assert_eq!((rule.nesting, rule.min, rule.max), (Nesting::List, 1, Some(1)));
    let default = rule.block.block("apply_server_side_encryption_by_default").unwrap();
    assert!(default.block.attribute("sse_algorithm").unwrap().required);
    assert_eq!(ty.block.block("grant").unwrap().nesting, Nesting::Set);
    assert_eq!(ty.block.block("timeouts").unwrap().nesting, Nesting::Single);
}

#[test]
fn types_follow_the_version_that_is_demanded() {
    let region = |version| managed("aws_instance", Some(version)).block.attribute("region").is_some();
    assert!(!region("~> 5.0"));
    assert!(region(">= 5.0"));
    assert!(!region("5.31.0"));
    assert!(region("not a version"));
    let registry = Registry::builtin();
    assert!(registry.resource(Mode::Managed, "azurerm_sql_server", Some("~> 3.0")).is_some());
    assert!(registry.resource(Mode::Managed, "azurerm_sql_server", Some("~> 4.0")).is_none());
}

#[test]
fn the_nearest_version_answers_for_one_that_is_not_known() {
    let aws = Registry::builtin().provider("aws").unwrap();
    let choice = |demand| {
        let choice = aws.version(Some(demand));
        (choice.known.number, choice.covers)
    };
    assert_eq!(choice("5.31.0"), ("5.99.1", true));
    assert_eq!(choice("6.30.0"), ("6.42.0", true));
    assert_eq!(choice("= 6.25.0"), ("6.25.0", true));
    assert_eq!(choice(">= 6.50.0"), ("6.42.0", false));
    assert_eq!(choice("~> 6.20.0"), ("6.25.0", true));
    assert_eq!(choice("~> 4.0"), ("5.99.1", false));
    assert_eq!(choice("9.0"), ("6.42.0", false));
    assert_eq!(choice(">= 4.9, < 6.0"), ("5.99.1", true));
    assert_eq!(choice("6.9.0-beta1"), ("6.25.0", true));
}

#[test]
fn what_is_not_complete_says_so() {
    assert!(managed("awsutils_default_vpc_deletion", None).partial());
    assert!(!managed("random_password", None).partial());
    assert!(!managed("aws_instance", Some("6.25.0")).partial());
    assert!(managed("aws_instance", Some("6.42.0")).partial());
    assert!(managed("aws_instance", Some("7.0.0")).partial());
    assert_eq!(managed("random_password", None).version.known.made, Made::Exact);
}

#[test]
fn a_provider_is_found_by_source_and_by_type() {
    let registry = Registry::builtin();
    let source = |text| registry.provider(text).map(|provider| provider.source);
    assert_eq!(source("hashicorp/aws"), Some("hashicorp/aws"));
    assert_eq!(source("registry.opentofu.org/hashicorp/aws"), Some("hashicorp/aws"));
    assert_eq!(source("Azure/azapi"), Some("azure/azapi"));
    assert_eq!(source("terraform.io/builtin/terraform"), Some("terraform.io/builtin/terraform"));
    assert_eq!(source("someone/aws"), None);
    assert_eq!(source("github"), Some("integrations/github"));
    assert_eq!(source("/"), None);
    assert_eq!(source(""), None);
    assert_eq!(registry.provider_of("null_resource").unwrap().name, "null");
    assert!(registry.provider_of("hashicorp/aws").is_none());
    assert!(registry.resource(Mode::Data, "http", None).is_some());
    assert!(registry.resource(Mode::Data, "http_x", None).is_none());
    for name in ["aws", "aws_", "aws_s3_bucke", "aws_s3_bucket (", "aws_s3_bucket\n", "", "zzz", "aws_zzz", "aws_0"] {
        assert!(registry.resource(Mode::Managed, name, None).is_none(), "{name:?}");
    }
    assert!(registry.resource(Mode::Ephemeral, "random_password", None).is_none());
}

#[test]
fn what_terraform_itself_has_is_known() {
    let ty = managed("terraform_data", None);
    assert_eq!(ty.block.attribute("input").unwrap().ty, Type::Dynamic);
    assert!(ty.block.attribute("output").unwrap().computed);
    let ty = Registry::builtin().resource(Mode::Data, "terraform_remote_state", None).unwrap();
    assert!(ty.block.attribute("backend").unwrap().required);
}

#[test]
fn a_provider_block_is_known() {
    let registry = Registry::builtin();
    let aws = registry.configuration(registry.provider("aws").unwrap(), None).unwrap();
    assert!(aws.block.attribute("region").is_some());
    assert!(aws.block.block("default_tags").is_some());
}

#[test]
fn a_type_is_read_once() {
    assert!(Arc::ptr_eq(&managed("aws_iam_role", Some(">= 6.20")), &managed("aws_iam_role", Some(">= 5"))));
    assert!(!Arc::ptr_eq(&managed("aws_iam_role", None), &managed("aws_iam_role", Some("~> 5.0"))));
}

#[test]
fn attributes_of_objects_may_be_written_as_blocks() {
    let ty = managed("aws_security_group", None);
    assert!(matches!(ty.block.attribute("ingress").unwrap().as_blocks(), Some(Type::Object(_))));
    assert!(ty.block.attribute("tags").unwrap().as_blocks().is_none());
    assert!(ty.block.attribute("name").unwrap().as_blocks().is_none());
}

#[test]
fn a_block_implies_a_type() {
    let ty = managed("aws_s3_bucket_versioning", None);
    let implied = ty.block.implied_type();
    assert_eq!(implied.attribute("bucket"), Some(&Type::String));
    let Some(Type::List(element)) = implied.attribute("versioning_configuration") else { panic!("{implied:?}") };
    assert_eq!(element.attribute("status"), Some(&Type::String));
}

/// The parts of the grammar that no provider uses at present.
#[test]
fn the_text_may_have_nested_attributes_and_every_nesting() {
    const TEXT: &str = "$a (x:o/{}(n:rN s:csS) y:c/.(z:A))\n$b d(k:oB)\n";
    let read = |source| text::block(TEXT, source, b'a');
    let block = read("(a.$a b&$b c<1->$b d[2-5]$b e:oS@b f:oS@ab)").unwrap();
    let a = &block.block("a").unwrap().block;
    let x = a.attribute("x").unwrap();
    assert!(x.optional && x.nested.as_ref().unwrap().attribute("s").unwrap().sensitive);
    let object = Type::object(vec![("n".into(), Type::Number), ("s".into(), Type::String)]);
    assert_eq!(x.ty, Type::set(object));
    assert!(x.as_blocks().is_none());
    assert_eq!(a.attribute("y").unwrap().ty.attribute("z"), Some(&Type::Dynamic));
    let shape = |name: &str| block.block(name).map(|b| (b.nesting, b.min, b.max, b.block.deprecated)).unwrap();
    assert_eq!(shape("b"), (Nesting::Group, 0, None, true));
    assert_eq!(shape("c"), (Nesting::Map, 1, None, true));
    assert_eq!(shape("d"), (Nesting::List, 2, Some(5), true));
    assert!(block.attribute("e").is_none() && block.attribute("f").is_some());
    for broken in ["", "(", "(a", "(a:)", "(a:o)", "(a[)", "(a.$z)", "(a:oS))", "(a:o[S)", "(é:oS)", "(a[1]())"] {
        assert!(read(broken).is_none(), "{broken}");
    }
    let deep: &'static str = "(a.".repeat(100_000).leak();
    assert!(read(deep).is_none());
    let deep: &'static str = format!("(a:o{}", "[".repeat(100_000)).leak();
    assert!(read(deep).is_none());
}

#[test]
fn a_block_that_holds_itself_is_refused() {
    const TEXT: &str = "$a (x.$a)\n";
    assert!(text::block(TEXT, "(x.$a)", b'a').is_none());
}

#[test]
fn versions_are_ordered_and_constrained_as_terraform_does() {
    let version = |text: &str| Version::parse(text).unwrap();
    let ordered = ["0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0", "1.0.1", "10"];
    assert!(ordered.is_sorted_by(|a, b| version(a) < version(b)));
    assert_eq!(version("v1.2").to_string(), "1.2.0");
    assert!(
        ["", "x", "1.x", "1..2", "1.2.3.4", "-1", "99999999999999999999"].iter().all(|t| Version::parse(t).is_none())
    );
    let allows = |constraint: &str, v: &str| Constraint::parse(constraint).unwrap().allows(&version(v));
    assert!(allows("~> 1.2", "1.9.0") && !allows("~> 1.2", "2.0.0") && !allows("~> 1.2", "1.1.9"));
    assert!(allows("~> 1.2.3", "1.2.9") && !allows("~> 1.2.3", "1.3.0"));
    assert!(allows("~> 2.0.0-beta1", "2.0.1") && !allows("~> 2.0.0-beta1", "2.0.0-beta1"));
    assert!(allows("~> 5", "5.7.0") && !allows("~> 5", "6.0.0"));
    assert!(allows(">= 1.0, != 1.5.0, < 2", "1.6.0") && !allows(">= 1.0, != 1.5.0, < 2", "1.5.0"));
    assert!(allows("1.5", "1.5.0") && !allows("= 1.5", "1.5.1"));
    assert!(!allows(">= 1.0", "2.0.0-beta1") && allows("2.0.0-beta1", "2.0.0-beta1"));
    assert!(allows("", "1.0.0"));
    assert!(["~> x", ">", "=> 1", "1.0 2.0"].iter().all(|text| Constraint::parse(text).is_none()));
    assert_eq!(Constraint::parse(">= 1, = 2.1").unwrap().exact(), Some(&version("2.1.0")));
}

/// A demand comes from a file, so it may be anything.
#[test]
fn no_demand_panics() {
    for provider in Registry::builtin().providers() {
        for demand in ["", ",", "~> 18446744073709551615", "0", "0.0.0-0", "~> 0.0.0.0", "é", "!= 5", "< 0"] {
            provider.version(Some(demand));
        }
    }
}
