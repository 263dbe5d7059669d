//! Collections of which only some elements are known, or each only in part: what is certain of them decides.

use super::support::{run, tree};

/// The verdicts of policies with these conditions on the only resource of this type.
fn verdicts(ty: &str, conditions: &[&str], config: &str) -> Vec<String> {
    let policies = conditions.iter().enumerate().map(|(at, condition)| {
        let enforce = format!("enforce {{\n    condition     = {condition}\n    error_message = \"no\"\n  }}");
        (format!("policies/p{at}.policy.hcl"), format!("resource_policy \"{ty}\" \"p{at}\" {{\n  {enforce}\n}}\n"))
    });
    let policies: Vec<(String, String)> = policies.collect();
    let files: Vec<(&str, &str)> = policies.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let dir = tree(&[&files[..], &[("root/main.tf", config)]].concat());
    let args = ["check", "root", "--all-demands", "--allow-empty", "--format", "json", "--no-builtin-policies"];
    let run = run(dir.path(), &[&args[..], &["--policies", "policies"]].concat());
    assert!(!run.err.contains("error["), "{config}\n{}", run.err);
    let of = |at: usize| match &run.verdicts(&format!("p{at}"))[..] {
        [(_, verdict)] => verdict.clone(),
        _ => panic!("{config}\n{}", run.out),
    };
    (0..conditions.len()).map(of).collect()
}

fn verdict(ty: &str, condition: &str, config: &str) -> String {
    verdicts(ty, &[condition], config).remove(0)
}

const CLOSED: &str = "core::alltrue([for i in core::try(attrs.ingress, []) : \
                      !core::contains(core::try(i.cidr_blocks, []), \"0.0.0.0/0\")])";
const NONE_OPEN: &str = "core::length([for i in core::try(attrs.ingress, []) : i if core::contains(core::try(i.cidr_blocks, \
                         []), \"0.0.0.0/0\")]) == 0";
const NONE_OPEN_TWICE: &str =
    "!core::contains(core::flatten([for i in core::try(attrs.ingress, []) : i.cidr_blocks]), \"0.0.0.0/0\")";
const HTTPS: &str = "core::anytrue([for i in core::try(attrs.ingress, []) : i.from_port == 443])";
const ANY: &str = "core::length(core::try(attrs.ingress, [])) > 0";

/// A rule of a security group, literal or in the content of a dynamic block.
fn rule(port: &str, ranges: &str) -> String {
    format!("from_port = {port}\nto_port = {port}\nprotocol = \"tcp\"\ncidr_blocks = {ranges}\n")
}

fn literal(port: &str, ranges: &str) -> String {
    format!("ingress {{\n{}}}\n", rule(port, ranges))
}

fn dynamic(over: &str, port: &str, ranges: &str) -> String {
    format!("dynamic \"ingress\" {{\nfor_each = {over}\ncontent {{\n{}}}\n}}\n", rule(port, ranges))
}

#[test]
fn literal_blocks_beside_a_dynamic_one_over_something_unknown() {
    let (open, own, given) = ("[\"0.0.0.0/0\"]", "[\"10.0.0.0/8\"]", "[ingress.value.range]");
    let numbers = dynamic("var.ports", "ingress.value", own);
    for (blocks, closed, https, any) in [
        // What a literal block violates stays violated, what it has it has.
        (literal("443", open) + &numbers, "fail", "pass", "pass"),
        (literal("22", open) + &dynamic("var.rules", "ingress.value.port", given), "fail", "unknown", "pass"),
        // All that the dynamic block may make is as its content says.
        (literal("443", own) + &numbers, "pass", "pass", "pass"),
        (literal("22", own) + &dynamic("var.rules", "22", own), "pass", "fail", "pass"),
        (numbers.clone(), "pass", "unknown", "unknown"),
        (dynamic("toset(var.ports)", "ingress.key", own), "pass", "unknown", "unknown"),
        (dynamic("var.named", "ingress.value.port", own), "pass", "unknown", "unknown"),
        // One more may violate, or there may be none.
        (literal("443", own) + &dynamic("var.rules", "22", given), "unknown", "pass", "pass"),
        (literal("443", own) + &dynamic("var.rules", "22", open), "unknown", "pass", "pass"),
        (dynamic("var.ports", "443", open), "unknown", "unknown", "unknown"),
        // Some are certain in what it goes through, others may be.
        (dynamic("concat([{ range = \"0.0.0.0/0\" }], var.rules)", "22", given), "fail", "fail", "pass"),
        (dynamic("[for p in var.ports : { range = \"10.0.0.0/8\" }]", "22", given), "pass", "fail", "unknown"),
        (
            dynamic("{ for p in var.ports : p => { range = \"10.0.0.0/8\" } }", "443", given),
            "pass",
            "unknown",
            "unknown",
        ),
        (
            dynamic("[for n in [22, 443] : n if contains(var.ports, n)]", "ingress.value", own),
            "pass",
            "unknown",
            "unknown",
        ),
        (
            dynamic("[for n in [22, 443] : n if n == 443 || contains(var.ports, n)]", "ingress.value", own),
            "pass",
            "pass",
            "pass",
        ),
        (dynamic("flatten([[443], var.ports])", "ingress.value", own), "pass", "pass", "pass"),
        // Two dynamic blocks.
        (numbers.clone() + &dynamic("var.rules", "443", own), "pass", "unknown", "unknown"),
        (numbers.clone() + &dynamic("var.rules", "443", given), "unknown", "unknown", "unknown"),
    ] {
        let config = format!(
            "variable \"ports\" {{\n  type = list(number)\n}}\n\
             variable \"rules\" {{\n  type = list(object({{ port = number, range = string }}))\n}}\n\
             variable \"named\" {{\n  type = map(object({{ port = number }}))\n}}\n\
             resource \"aws_security_group\" \"a\" {{\n{blocks}}}\n"
        );
        let found = verdicts("aws_security_group", &[CLOSED, NONE_OPEN, NONE_OPEN_TWICE, HTTPS, ANY], &config);
        assert_eq!(found, [closed, closed, closed, https, any], "{blocks}");
    }
}

/// Where Terraform refuses a second block, the first one is all.
#[test]
fn a_literal_block_of_which_there_may_be_one() {
    let config = "variable \"more\" {\n  type = list(string)\n}\n\
                  resource \"aws_s3_bucket_versioning\" \"a\" {\n  bucket = \"b\"\n  versioning_configuration {\n    \
                  status = \"Enabled\"\n  }\n  dynamic \"versioning_configuration\" {\n    for_each = var.more\n    \
                  content {\n      status = versioning_configuration.value\n    }\n  }\n}\n";
    let condition = "attrs.versioning_configuration[0].status == \"Enabled\"";
    assert_eq!(verdict("aws_s3_bucket_versioning", condition, config), "pass");
}

/// One block is required: what a dynamic block over something unknown makes is there.
#[test]
fn a_block_that_there_must_be() {
    for (status, expected) in
        [("\"Enabled\"", "pass"), ("\"Suspended\"", "fail"), ("versioning_configuration.value", "unknown")]
    {
        let config = format!(
            "variable \"more\" {{\n  type = list(string)\n}}\n\
             resource \"aws_s3_bucket_versioning\" \"a\" {{\n  bucket = \"b\"\n  dynamic \"versioning_configuration\" {{\n    \
             for_each = var.more\n    content {{\n      status = {status}\n    }}\n  }}\n}}\n"
        );
        let condition = "core::try(attrs.versioning_configuration[0].status, \"\") == \"Enabled\"";
        assert_eq!(verdict("aws_s3_bucket_versioning", condition, &config), expected, "{status}");
    }
}

/// A policy document says its statements, also where there may be others.
#[test]
fn statements_beside_dynamic_ones() {
    let statement = |actions: &str| format!("actions = {actions}\nresources = [\"*\"]\n");
    for (literal, dynamic, expected) in [
        ("[\"*\"]", "[\"s3:GetObject\"]", "fail"),
        ("[\"s3:GetObject\"]", "[\"s3:PutObject\"]", "pass"),
        ("[\"s3:GetObject\"]", "[\"*\"]", "unknown"),
        ("[\"s3:GetObject\"]", "[statement.value]", "unknown"),
    ] {
        let config = format!(
            "variable \"more\" {{\n  type = list(string)\n}}\n\
             data \"aws_iam_policy_document\" \"d\" {{\nstatement {{\n{}}}\ndynamic \"statement\" {{\nfor_each = var.more\n\
             content {{\n{}}}\n}}\n}}\n\
             resource \"aws_iam_policy\" \"p\" {{\n  policy = data.aws_iam_policy_document.d.json\n}}\n",
            statement(literal),
            statement(dynamic)
        );
        let condition = "core::alltrue([for s in core::jsondecode(attrs.policy).Statement : s.Action != \"*\"])";
        assert_eq!(verdict("aws_iam_policy", condition, &config), expected, "{literal} {dynamic}");
    }
}

/// Of which characters a provider makes a name: those of its arguments too, and what may break out of a text is none.
#[test]
fn a_policy_with_a_name_that_a_provider_makes() {
    for (arguments, expected) in [
        ("length = 2", "fail"),
        ("prefix = \"shop\"\nseparator = \"_\"", "fail"),
        ("prefix = random_uuid.u.result", "fail"),
        ("separator = \"\\\"\"", "unknown"),
        ("prefix = var.prefix", "unknown"),
    ] {
        let config = format!(
            "variable \"prefix\" {{\n  type = string\n}}\nresource \"random_uuid\" \"u\" {{}}\n\
             resource \"random_pet\" \"p\" {{\n{arguments}\n}}\n\
             resource \"aws_iam_policy\" \"p\" {{\n  policy = <<EOT\n{{ \"Statement\": [{{ \"Action\": \"*\", \
             \"Resource\": \"arn:aws:s3:::${{random_pet.p.id}}\" }}] }}\nEOT\n}}\n"
        );
        let condition = "core::alltrue([for s in core::jsondecode(attrs.policy).Statement : s.Action != \"*\"])";
        assert_eq!(verdict("aws_iam_policy", condition, &config), expected, "{arguments}");
    }
}

/// What stands for the instances of a `for_each` that is not known has what all of its elements have.
#[test]
fn instances_over_something_unknown() {
    for (over, days, expected) in [
        ("{ for n in var.names : n => { days = 30 } }", "each.value.days", "pass"),
        ("{ for n in var.names : n => { days = 7 } }", "each.value.days", "unknown"),
        ("{ for n in [\"a\", \"b\"] : n => { days = 30 } if contains(var.names, n) }", "each.value.days", "pass"),
        ("{ for n in var.names : n => { days = n } }", "each.value.days", "unknown"),
    ] {
        let config = format!(
            "variable \"names\" {{\n  type = set(string)\n}}\nresource \"aws_cloudwatch_log_group\" \"a\" {{\n  \
             for_each = {over}\n  retention_in_days = {days}\n}}\n"
        );
        assert_eq!(verdict("aws_cloudwatch_log_group", "attrs.retention_in_days >= 30", &config), expected, "{over}");
    }
}
