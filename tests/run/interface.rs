//! What other programs rely on: exit codes, streams, formats, determinism.

use super::support::{LOG_GROUP, check, run, tree};

const VIOLATION: &str = "resource \"aws_cloudwatch_log_group\" \"app\" {\n  name = \"app\"\n}\n";
const OPEN: &str =
    "variable \"days\" {}\nresource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = var.days\n}\n";

#[test]
fn exit_codes() {
    let code = |text: &str, args: &[&str]| {
        let dir = tree(&[("main.tf", text)]);
        run(dir.path(), &[&["check", "."], args].concat()).code
    };
    assert_eq!(code(LOG_GROUP, &[]), 0);
    assert_eq!(code(VIOLATION, &[]), 1);
    assert_eq!(code(OPEN, &[]), 0);
    assert_eq!(code(OPEN, &["--unknown", "fail"]), 1);
    assert_eq!(code(OPEN, &["--var", "days=30"]), 0);
    assert_eq!(code(OPEN, &["--var", "days=3650"]), 1);
    assert_eq!(code(OPEN, &["--no-such-flag"]), 2);
    assert_eq!(code("resource {", &[]), 3);
    // A violation goes before an incomplete run.
    assert_eq!(code(&format!("{VIOLATION}\nresource {{"), &[]), 1);
    assert_eq!(code("resource \"null_resource\" \"x\" {}\n", &[]), 3);
}

/// The console needs no configuration, and says where in an expression something is wrong.
#[test]
fn expressions_are_evaluated_anywhere() {
    let empty = tree(&[]);
    let answer = run(empty.path(), &["eval", "upper(\"a\")"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "\"A\"\n"), "{}", answer.err);
    for (expression, place, words) in [
        ("[1, upper(\"a\", 2)]", "expression:1:24", "upper"),
        ("[1, length(setproduct(range(1000), range(1000)))]", "expression:1:", "error[limit]"),
        ("1 +", "expression:1:", "expected an expression"),
        ("1\n2", "expression:", "error"),
    ] {
        let answer = run(empty.path(), &["eval", expression]);
        assert_eq!(answer.code, 2, "{expression}");
        assert!(answer.err.contains(place) && answer.err.contains(words), "{expression}: {}", answer.err);
        let answer = run(empty.path(), &["eval", expression, "--json"]);
        assert_eq!((answer.code, &answer.json()["ok"]), (0, &false.into()), "{expression}");
    }
}

#[test]
fn numbers_come_from_the_profile() {
    let dir = tree(&[("main.tf", LOG_GROUP)]);
    assert_eq!(run(dir.path(), &["check", ".", "--param", "log_retention_min_days=60"]).code, 1);
    assert_eq!(run(dir.path(), &["check", ".", "--param", "log_retention_max_day=20"]).code, 2);
}

#[test]
fn standard_output_is_the_report_alone() {
    let dir = tree(&[("main.tf", &format!("{VIOLATION}resource {{"))]);
    let run = check(dir.path());
    assert!(run.json()["schema"] == "tomcheck.assessment/v1");
    assert!(!run.err.is_empty());
    assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "no colour without a terminal");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let dir = tree(&[
        ("a/main.tf", VIOLATION),
        ("b/main.tf", OPEN),
        ("c/main.tf", LOG_GROUP),
        ("d/main.tf", "module \"a\" {\n  source = \"../a\"\n}\n"),
    ]);
    for format in ["text", "json", "sarif"] {
        let one = run(dir.path(), &["check", ".", "--format", format, "--jobs", "1"]);
        let many = run(dir.path(), &["check", ".", "--format", format, "--jobs", "7"]);
        assert_eq!(one.out, many.out);
        assert_eq!(one.err, many.err);
    }
}

#[test]
fn a_file_stands_for_its_module() {
    let dir = tree(&[
        ("app/variables.tf", "variable \"days\" {\n  default = 30\n}\n"),
        ("app/main.tf", "resource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = var.days\n}\n"),
    ]);
    let whole = run(dir.path(), &["check", "app", "--format", "json"]).json();
    for file in ["app/main.tf", "app/variables.tf"] {
        assert_eq!(run(dir.path(), &["check", file, "--format", "json"]).json()["findings"], whole["findings"]);
    }
}

#[test]
fn sensitive_values_are_never_shown() {
    let canary = "c4n4ry-value";
    let text = format!(
        "variable \"secret\" {{\n  sensitive = true\n  default = \"{canary}\"\n}}\n\
         resource \"aws_db_instance\" \"db\" {{\n  password = var.secret\n  username = \"u\"\n}}\n\
         resource \"aws_db_instance\" \"plain\" {{\n  password = \"{canary}\"\n}}\n\
         resource \"aws_cloudwatch_log_group\" \"app\" {{\n  name = var.secret\n}}\n"
    );
    let dir = tree(&[("main.tf", &text)]);
    for format in ["json", "sarif"] {
        let run = run(dir.path(), &["check", ".", "--format", format, "--verbose"]);
        assert!(!run.out.contains(canary) && !run.err.contains(canary), "{format}: {}", run.out);
    }
}

#[test]
fn values_cannot_start_a_command_of_a_pipeline() {
    let text = "resource \"aws_lb_listener\" \"l\" {\n  protocol = \"HTTPS\"\n  ssl_policy = \"x\\n##vso[task.complete]\\n::error::y\"\n}\n";
    let dir = tree(&[("main.tf", text)]);
    let run = run(dir.path(), &["check", "."]);
    for line in run.out.lines() {
        assert!(!line.trim_start().starts_with("##vso[") && !line.trim_start().starts_with("::error"), "{line}");
    }
}

#[test]
fn policies_are_listed_and_explained() {
    let dir = tree(&[]);
    let list = run(dir.path(), &["policies"]);
    assert_eq!(list.code, 0);
    assert!(list.out.lines().count() >= 40);
    let page = run(dir.path(), &["explain", "aws-log-group-retention-max"]);
    assert_eq!(page.code, 0);
    assert!(page.out.contains("log-retention-max") && page.out.contains("fail.tf"), "{}", page.out);
    let typo = run(dir.path(), &["explain", "aws-log-group-retention-mx"]);
    assert_eq!(typo.code, 2);
    assert!(typo.err.contains("aws-log-group-retention-max"), "{}", typo.err);
}

#[test]
fn an_organisational_measure_is_never_green() {
    let dir = tree(&[("main.tf", LOG_GROUP)]);
    let assessment = check(dir.path()).json();
    let measures = assessment["measures"].as_array().unwrap();
    assert_eq!(measures.len(), 14);
    for measure in measures {
        let id = measure["id"].as_str().unwrap();
        let status = measure["status"].as_str().unwrap();
        if ["review", "governance", "certification"].contains(&id) {
            assert_eq!(status, "organisational");
        }
        if id == "transit" {
            assert_eq!(status, "not assessed", "nothing that applies is here");
        }
    }
}

#[test]
fn wrong_calls_say_how_it_is_done() {
    let refused = |expr: &str| {
        let dir = tree(&[("main.tf", &format!("output \"o\" {{\n  value = {expr}\n}}\n"))]);
        let run = run(dir.path(), &["plan", "."]);
        assert_eq!(run.code, 3, "{}", run.err);
        run.err
    };
    let said = |expr: &str, parts: [&str; 2]| {
        let said = refused(expr);
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
    };
    said("uper(\"a\")", ["no function named `uper`", "did you mean `upper`?"]);
    said("tempatefile(\"a\", {})", ["no function named `tempatefile`", "did you mean `templatefile`?"]);
    said("upper()", ["`upper` takes 1 argument, 0 are given", "call it as `upper(str)`"]);
    said("replace(\"a\", \"b\")", ["takes 3 arguments, 2 are given", "`replace(str, substr, replace)`"]);
    said("upper(\"a\", \"b\")", ["takes 1 argument, 2 are given", "`upper(str)`"]);
    said("cidrsubnets()", ["takes at least 1 argument, 0 are given", "`cidrsubnets(prefix, newbits...)`"]);
}

#[test]
fn each_root_module_has_the_language_of_its_version() {
    // From Terraform 1.12 on what is left of `||` decides alone.
    let text = |demand: &str| {
        format!(
            "terraform {{\n  required_version = \"{demand}\"\n}}\ndata \"aws_region\" \"here\" {{}}\n\
             resource \"aws_cloudwatch_log_group\" \"app\" {{\n  \
             retention_in_days = true || data.aws_region.here.name == \"x\" ? 30 : 3650\n}}\n"
        )
    };
    let dir = tree(&[("old/main.tf", &text("~> 1.11.0")), ("new/main.tf", &text(">= 1.5"))]);
    let verdicts = |args: &[&str]| {
        let run = run(dir.path(), &[&["check", ".", "--format", "json"], args].concat());
        let all = run.verdicts("aws-log-group-retention-max");
        all.into_iter().map(|(_, verdict)| verdict).collect::<Vec<_>>()
    };
    assert_eq!(verdicts(&[]), ["pass", "unknown"], "new, old");
    assert_eq!(verdicts(&["--terraform-version", "1.11.4"]), ["unknown", "unknown"]);
    assert_eq!(verdicts(&["--terraform-version", "1.12.0"]), ["pass", "pass"]);
}
