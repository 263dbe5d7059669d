//! What belongs together is found in the ways in which modules are written: through locals, inputs and outputs, `one`,
//! `try`, splats and chains of `for_each`, whether it is known that the objects are made or not.
//!
//! A bucket is without violation only if its public access block is found, and violated only if none is or the one that
//! is found leaves a switch off. What Terraform's semantics make of each idiom: the block's `bucket` is the bucket's id,
//! and the block exists wherever the bucket does.

use super::support::{Run, check, tree};

const COUNTED: &str = r#"
variable "create" {
  type = bool
}
variable "existing" {
  type    = string
  default = null
}
locals {
  create = var.create
}
resource "aws_s3_bucket" "this" {
  count = local.create ? 1 : 0
}
"#;

const KEYED: &str = r#"
variable "create" {
  type = bool
}
locals {
  names = var.create ? toset(["a", "b"]) : toset([])
  ids   = { for k, b in aws_s3_bucket.this : k => b.id }
}
resource "aws_s3_bucket" "this" {
  for_each = local.names
}
"#;

const IF: &str = "count = local.create ? 1 : 0";

/// Name, what makes the instances of the block, and its `bucket`, where the bucket has a `count`.
const OF_COUNTED: &[(&str, &str, &str)] = &[
    ("index", IF, "aws_s3_bucket.this[0].id"),
    ("count_index", IF, "aws_s3_bucket.this[count.index].id"),
    ("one", IF, "one(aws_s3_bucket.this[*].id)"),
    ("one_legacy_splat", IF, "one(aws_s3_bucket.this.*.id)"),
    ("one_object", IF, "one(aws_s3_bucket.this).id"),
    ("one_object_splat", IF, "one(aws_s3_bucket.this[*]).id"),
    ("try", IF, r#"try(aws_s3_bucket.this[0].id, "")"#),
    ("try_name", IF, "try(aws_s3_bucket.this[0].bucket, null)"),
    ("element_concat", IF, r#"element(concat(aws_s3_bucket.this.*.id, [""]), 0)"#),
    ("concat", IF, r#"concat(aws_s3_bucket.this[*].id, [""])[0]"#),
    ("element", IF, "element(aws_s3_bucket.this[*].id, count.index)"),
    ("join", IF, r#"join("", aws_s3_bucket.this.*.id)"#),
    ("join_comma", IF, r#"join(",", aws_s3_bucket.this[*].id)"#),
    ("coalesce", IF, "coalesce(one(aws_s3_bucket.this[*].id), var.existing)"),
    ("coalescelist", IF, r#"coalescelist(aws_s3_bucket.this[*].id, [""])[0]"#),
    ("compact", IF, "compact(aws_s3_bucket.this[*].id)[0]"),
    ("flatten", IF, "flatten([aws_s3_bucket.this[*].id])[0]"),
    ("conditional", IF, "local.create ? aws_s3_bucket.this[0].id : var.existing"),
    ("template", IF, r#""${aws_s3_bucket.this[0].id}""#),
    ("format", IF, r#"format("%s", aws_s3_bucket.this[0].id)"#),
    ("tostring", IF, "tostring(aws_s3_bucket.this[0].id)"),
    ("lookup", IF, r#"lookup({ main = try(aws_s3_bucket.this[0].id, "") }, "main", null)"#),
    ("merge", IF, r#"merge({ main = "" }, { main = one(aws_s3_bucket.this[*].id) }).main"#),
    ("for", IF, "[for b in aws_s3_bucket.this : b.id][0]"),
    ("set", r#"for_each = local.create ? toset(["x"]) : toset([])"#, "aws_s3_bucket.this[0].id"),
    ("length", "count = length(aws_s3_bucket.this)", "aws_s3_bucket.this[count.index].id"),
    ("entries", "for_each = { for i, b in aws_s3_bucket.this : tostring(i) => b }", "each.value.id"),
    ("conjunction", "count = local.create && true ? 1 : 0", "aws_s3_bucket.this[0].id"),
    ("wider", r#"count = local.create || var.existing == "x" ? 1 : 0"#, r#"try(aws_s3_bucket.this[0].id, "")"#),
];

/// The same, where the buckets have a `for_each`.
const OF_KEYED: &[(&str, &str, &str)] = &[
    ("chain", "for_each = aws_s3_bucket.this", "each.value.id"),
    ("chain_key", "for_each = aws_s3_bucket.this", "aws_s3_bucket.this[each.key].id"),
    ("same_keys", "for_each = local.names", "aws_s3_bucket.this[each.key].id"),
    ("keys", "for_each = toset(keys(aws_s3_bucket.this))", "aws_s3_bucket.this[each.value].id"),
    ("values", "count = var.create ? 2 : 0", "values(aws_s3_bucket.this)[count.index].id"),
    ("values_splat", "count = length(aws_s3_bucket.this)", "(values(aws_s3_bucket.this)[*].id)[count.index]"),
    ("object", "for_each = local.names", "{ for k, b in aws_s3_bucket.this : k => b.id }[each.key]"),
    ("object_of_local", "for_each = local.names", "local.ids[each.key]"),
    ("each_of_local", "for_each = local.ids", "each.value"),
    ("lookup_key", "for_each = local.names", "lookup(local.ids, each.key)"),
    (
        "zipmap",
        "for_each = local.names",
        "zipmap(keys(aws_s3_bucket.this), values(aws_s3_bucket.this)[*].id)[each.key]",
    ),
    ("merge_keys", "for_each = local.names", r#"merge(local.ids, { other = "x" })[each.key]"#),
    ("tolist", "count = length(local.names)", "aws_s3_bucket.this[tolist(local.names)[count.index]].id"),
];

/// How a module may give the bucket's id: its output.
const OUTPUTS: &[(&str, &str)] = &[
    ("out_try", r#"try(aws_s3_bucket.this[0].id, "")"#),
    ("out_concat", r#"element(concat(aws_s3_bucket.this.*.id, [""]), 0)"#),
    ("out_one", "one(aws_s3_bucket.this[*].id)"),
    ("out_join", r#"join("", aws_s3_bucket.this.*.id)"#),
    ("out_first", "aws_s3_bucket.this[*].id"),
];

/// How a module is called that makes one bucket, and how its output is used: the call's own arguments, what makes the
/// instances of the block, and its `bucket`.
const CALLS: &[(&str, &str, &str, &str)] = &[
    ("call_index", IF, IF, "module.bucket[0].id"),
    ("call_one", IF, IF, "one(module.bucket[*].id)"),
    ("call_try", IF, IF, "try(module.bucket[0].id, null)"),
    ("call_key", r#"for_each = local.create ? toset(["x"]) : toset([])"#, IF, r#"module.bucket["x"].id"#),
    (
        "call_chain",
        r#"for_each = local.create ? toset(["x"]) : toset([])"#,
        "for_each = module.bucket",
        "each.value.id",
    ),
];

const BLOCK: &str = include_str!("joins/public_access_block.tf");

fn block(made: &str, bucket: &str, switch: &str) -> String {
    BLOCK.replace("# made", made).replace("\"bucket\" # id", bucket).replace("\"switch\"", switch)
}

/// All idioms, each in a module of its own: files of one tree. Every bucket has a block whose switches are on, the last
/// one being `switch`. `given` is what the root module says of `create`.
fn idioms(given: &str, switch: &str) -> Run {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut modules: Vec<(String, String)> = Vec::new();
    let mut root = format!("variable \"create\" {{\n  type = bool\n{given}}}\n");
    let mut add = |name: &str, text: String| {
        root += &format!("module \"{name}\" {{\n  source = \"./{name}\"\n  create = var.create\n}}\n");
        files.push((format!("{name}/main.tf"), text));
    };
    for (name, made, bucket) in OF_COUNTED {
        add(name, COUNTED.to_owned() + &block(made, bucket, switch));
        // The same through a local, and into a module.
        let local = format!("locals {{\n  bucket = {bucket}\n}}\n");
        if *made == IF && !bucket.contains("count.index") {
            add(&format!("{name}_local"), COUNTED.to_owned() + &local + &block(made, "local.bucket", switch));
            let call = "module \"block\" {\n  source = \"../block\"\n  count = local.create ? 1 : 0\n  bucket = local.bucket\n}\n";
            add(&format!("{name}_input"), COUNTED.to_owned() + &local + call);
        }
    }
    for (name, made, bucket) in OF_KEYED {
        add(name, KEYED.to_owned() + &block(made, bucket, switch));
    }
    for (name, output) in OUTPUTS {
        let first = if *name == "out_first" { "[0]" } else { "" };
        let call = format!("{CALLING}module \"bucket\" {{\n  source = \"./bucket\"\n  create = local.create\n}}\n");
        add(name, call + &block(IF, &format!("module.bucket.id{first}"), switch));
        let inner = format!("{COUNTED}output \"id\" {{\n  value = {output}\n}}\n");
        modules.push((format!("{name}/bucket/main.tf"), inner));
    }
    for (name, call, made, bucket) in CALLS {
        let call = format!("{CALLING}module \"bucket\" {{\n  source = \"../bucket\"\n  {call}\n}}\n");
        add(name, call + &block(made, bucket, switch));
    }
    files.extend(modules);
    files.push(("block/main.tf".into(), "variable \"bucket\" {}\n".to_owned() + &block("", "var.bucket", switch)));
    // An output of a module in a module.
    let inner = "resource \"aws_s3_bucket\" \"this\" {}\noutput \"id\" {\n  value = aws_s3_bucket.this.id\n}\n";
    files.push(("bucket/inner/main.tf".into(), inner.into()));
    let outer = "module \"inner\" {\n  source = \"./inner\"\n}\noutput \"id\" {\n  value = module.inner.id\n}\n";
    files.push(("bucket/main.tf".into(), outer.into()));
    files.push(("main.tf".into(), root));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    check(tree(&files).path())
}

const CALLING: &str = "variable \"create\" {\n  type = bool\n}\nlocals {\n  create = var.create\n}\n";

/// The verdicts of all buckets are `wanted`, and there is one at least for every idiom.
fn all(run: &Run, wanted: &str) {
    assert_eq!(run.json()["diagnostics"], serde_json::json!([]));
    let buckets: Vec<_> = run
        .verdicts("aws-s3-public-access-block")
        .into_iter()
        .filter(|(address, _)| address.contains(".aws_s3_bucket."))
        .collect();
    let others: Vec<_> = buckets.iter().filter(|(_, verdict)| verdict != wanted).collect();
    assert!(others.is_empty(), "not {wanted}: {others:?}");
    let idioms = OF_COUNTED.len() + OF_KEYED.len() + OUTPUTS.len() + CALLS.len();
    assert!(buckets.len() > idioms, "only {} buckets", buckets.len());
}

#[test]
fn what_is_made_is_joined() {
    all(&idioms("  default = true\n", "true"), "pass");
    all(&idioms("  default = true\n", "false"), "fail");
}

/// Where the bucket exists the block does, so that nothing is open but whether there is a violation at all.
#[test]
fn what_may_be_made_is_joined() {
    all(&idioms("", "true"), "pass");
    all(&idioms("", "false"), "unknown");
    all(&idioms("  nullable = false\n", "true"), "pass");
}

/// A bucket and a block, each under its condition, of which nothing is known but the types of `a`, `b` and `env`.
fn under(bucket: &str, block_made: &str, switch: &str) -> String {
    let text = format!(
        r#"
variable "a" {{
  type = bool
}}
variable "b" {{
  type = bool
}}
variable "env" {{
  type = string
  validation {{
    condition     = contains(["dev", "test", "prod"], var.env)
    error_message = "There are three."
  }}
}}
resource "aws_s3_bucket" "this" {{
  count = {bucket} ? 1 : 0
}}
{}"#,
        block(&format!("count = {block_made} ? 1 : 0"), r#"try(aws_s3_bucket.this[0].id, "")"#, switch)
    );
    let verdicts = check(tree(&[("main.tf", &text)]).path()).verdicts("aws-s3-public-access-block");
    verdicts.into_iter().find(|(address, _)| address == "aws_s3_bucket.this[0]").unwrap().1
}

/// A block is there for certain only where its condition follows from the bucket's.
#[test]
fn conditions_that_follow_from_each_other() {
    for (bucket, block) in [
        ("var.a", "var.a"),
        ("var.a && var.b", "var.a && var.b"),
        ("var.a && var.b", "var.b && var.a"),
        ("var.a && var.b", "var.a"),
        ("var.a", "var.a || var.b"),
        ("!var.a", "!var.a"),
        ("var.a", "!(!var.a)"),
        (r#"var.env == "prod""#, r#"var.env == "prod""#),
        (r#"var.env == "prod""#, r#"var.env != "dev""#),
        (r#"var.env == "prod" && var.a"#, r#"contains(["prod", "test"], var.env)"#),
    ] {
        assert_eq!(under(bucket, block, "true"), "pass", "{bucket} → {block}");
    }
    for (bucket, block) in [
        ("var.a", "var.a && var.b"),
        ("var.a || var.b", "var.a"),
        ("var.a", "var.b"),
        ("var.a", "!var.a"),
        (r#"var.env != "dev""#, r#"var.env == "prod""#),
        (r#"var.env == "prod""#, "var.a"),
    ] {
        assert_eq!(under(bucket, block, "true"), "unknown", "{bucket} → {block}");
    }
    // What always exists and never has a block is violated, however the inputs turn out.
    assert_eq!(under("true", "false", "true"), "fail");
    assert_eq!(under("true", "var.a || !var.a", "true"), "pass");
    assert_eq!(under("true", "var.a && !var.a", "true"), "fail");
    assert_eq!(under("true", "var.a", "false"), "fail");
    assert_eq!(under("true", "var.a", "true"), "unknown");
}

/// Null is a value of a variable that may be null, unless Terraform refuses it.
#[test]
fn null_is_a_case() {
    let verdict = |bucket: &str, made: &str| {
        let text = format!(
            "variable \"a\" {{\n  type = bool\n}}\nresource \"aws_s3_bucket\" \"this\" {{\n  count = {bucket} ? 1 : 0\n}}\n{}",
            block(&format!("count = {made} ? 1 : 0"), "one(aws_s3_bucket.this[*].id)", "true")
        );
        check(tree(&[("main.tf", &text)]).path()).verdicts("aws-s3-public-access-block")[0].1.clone()
    };
    assert_eq!(verdict("coalesce(var.a, true)", "coalesce(var.a, true)"), "pass");
    assert_eq!(verdict("coalesce(var.a, true)", "coalesce(var.a, false)"), "unknown");
    assert_eq!(verdict("var.a != false", "var.a == true"), "unknown");
    assert_eq!(verdict("var.a", "var.a == true"), "pass");
}

/// What stands for instances whose keys are not known is several things in the cases: none of them may be left out.
#[test]
fn stand_ins_are_no_single_subject() {
    let text = r#"
variable "flag" {
  type = bool
}
variable "names" {
  type = list(string)
}
resource "aws_cloudwatch_log_group" "a" {
  for_each          = var.flag ? toset(["a"]) : toset(var.names)
  retention_in_days = var.flag ? 1 : 60
}
"#;
    let verdicts = check(tree(&[("main.tf", text)]).path()).verdicts("aws-log-group-retention-min");
    assert_eq!(verdicts, [("aws_cloudwatch_log_group.a[*]".to_owned(), "unknown".to_owned())]);
}

/// Among many candidates those that cannot match are not looked at: the verdicts are those of looking at all of them.
#[test]
fn many_are_joined_as_few_are() {
    // By number, what the block says of its bucket: there is none for the sixth, and a switch is off for the seventh.
    let one = |named: bool, at: usize| {
        let name = if named { format!("bucket = \"name-{at}\"") } else { String::new() };
        let bucket = format!("resource \"aws_s3_bucket\" \"b{at}\" {{\n  {name}\n}}\n");
        let id = format!("aws_s3_bucket.b{at}.id");
        let block = match at {
            0 if named => block("", "\"name-0\"", "true"),
            2 => block("", "aws_s3_bucket.b2.bucket", "true"),
            6 => String::new(),
            7 => block("", &id, "false"),
            _ => block("", &id, "true"),
        };
        bucket + &block.replace("\"this\"", &format!("\"p{at}\""))
    };
    let verdicts = |named, count, more: &str| {
        let text = (0..count).map(|at| one(named, at)).collect::<String>() + more;
        let mut verdicts = check(tree(&[("main.tf", &text)]).path()).verdicts("aws-s3-public-access-block");
        verdicts.retain(|(address, _)| address.starts_with("aws_s3_bucket."));
        verdicts
    };
    // One whose bucket is not known may be that of any.
    let open = "variable \"bucket\" {}\n".to_owned() + &block("", "var.bucket", "true");
    for (named, count, more, of_sixth) in [
        (true, 8, "", "fail"),
        (true, 40, "", "fail"),
        (false, 8, "", "fail"),
        (false, 40, "", "fail"),
        (true, 40, open.as_str(), "unknown"),
        (false, 40, open.as_str(), "unknown"),
    ] {
        let verdicts = verdicts(named, count, more);
        assert_eq!(verdicts.len(), count);
        for (address, verdict) in verdicts {
            let wanted = match address.rsplit_once('.').unwrap().1 {
                "b6" => of_sixth,
                "b7" => "fail",
                _ => "pass",
            };
            assert_eq!(verdict, wanted, "{address}, named: {named}, {count}");
        }
    }
}
