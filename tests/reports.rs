//! Reports of whole runs: what they fit, what they must not show, and when they have colours.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value as Json;

/// Secrets in every way that a configuration has them: a sensitive variable, arguments that the provider's schema calls
/// sensitive, and what is made of them.
const SECRETS: &str = r#"
variable "secret" {
  type      = string
  sensitive = true
  default   = "canary-variable"
}

locals {
  copy = upper("x${var.secret}")
}

resource "aws_db_instance" "db" {
  engine                  = "mysql"
  username                = "admin"
  password                = "canary-literal"
  backup_retention_period = 1
  tags                    = { secret = var.secret }
}

resource "aws_elasticache_replication_group" "r" {
  replication_group_id = "r"
  description          = "r"
  auth_token           = "canary-token"
}

resource "aws_s3_bucket" "b" {
  bucket = local.copy
}

resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = var.secret
    }
  }
}

resource "aws_cloudwatch_log_group" "open" {
  retention_in_days = var.days
}

variable "days" {}
"#;

/// What a run writes to its standard output and error.
fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> (String, String) {
    let mut command = Command::cargo_bin("tomcheck").expect("it is built");
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    command.current_dir(folder).arg("check").args(arguments).arg(".");
    let output = command.envs(environment.iter().copied()).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("it is text");
    (text(output.stdout), text(output.stderr))
}

fn folder(main: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join(".git")).expect("a folder");
    std::fs::write(folder.path().join("main.tf"), main).expect("a file");
    folder
}

fn misfits(schema: &str, report: &str) -> Vec<String> {
    let schema: Json = serde_json::from_str(schema).expect("the schema is JSON");
    let report: Json = serde_json::from_str(report).expect("the report is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    validator.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn no_report_shows_a_secret() {
    let folder = folder(SECRETS);
    for format in ["text", "json", "sarif"] {
        for more in [&["--verbose"][..], &["--unknown", "fail", "--all-demands"]] {
            let arguments = [&["--format", format], more].concat();
            let (out, err) = run(folder.path(), &arguments, &[]);
            assert!(out.contains("aws_db_instance.db"), "{format} says something of it: {out}{err}");
            assert!(!out.to_lowercase().contains("canary"), "{format}: {out}");
            assert!(!err.to_lowercase().contains("canary"), "{format}: {err}");
        }
    }
}

#[test]
fn reports_fit_their_schemas() {
    let folder = folder(SECRETS);
    let (json, _) = run(folder.path(), &["--format", "json"], &[]);
    assert_eq!(misfits(include_str!("../docs/assessment.schema.json"), &json), Vec::<String>::new());
    let (sarif, _) = run(folder.path(), &["--format", "sarif", "--unknown", "fail"], &[]);
    assert_eq!(misfits(include_str!("schemas/sarif-2.1.0.schema.json"), &sarif), Vec::<String>::new());
    assert!(sarif.contains("\"uri\": \"main.tf\""), "paths are told from the repository: {sarif}");
}

/// The report of a part of a repository names the same files, wherever the run starts.
#[test]
fn sarif_is_the_same_from_every_working_directory() {
    let folder = folder("");
    let inner = folder.path().join("infra/live");
    std::fs::create_dir_all(&inner).expect("folders");
    std::fs::write(inner.join("main.tf"), SECRETS).expect("a file");
    let from = |working: &Path, path: &str| {
        let mut command = Command::cargo_bin("tomcheck").expect("it is built");
        command.current_dir(working).args(["check", "--format", "sarif", path]);
        let output = command.output().expect("it runs");
        let log: Json = serde_json::from_slice(&output.stdout).expect("it is JSON");
        log["runs"][0]["results"].clone()
    };
    let here = from(&inner, ".");
    assert!(here[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "infra/live/main.tf", "{here}");
    let there = from(folder.path(), "infra/live");
    assert_eq!(here, there);
}

#[test]
fn colours_follow_the_conventions() {
    let folder = folder(SECRETS);
    let colored = |arguments: &[&str], environment: &[(&str, &str)]| {
        let (out, _) = run(folder.path(), arguments, environment);
        out.contains('\x1b')
    };
    assert!(!colored(&[], &[]), "a pipe is no terminal");
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]), "an empty variable is none");
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1"), ("TERM", "dumb")]));
    assert!(!colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}
