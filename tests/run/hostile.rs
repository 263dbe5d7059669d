//! Bad input: a clear word, the right exit code, and the rest of the run all the same.

use super::support::{LOG_GROUP, check, run, tree, write};

/// Something is broken beside a resource that is fine: it is told, and the resource is judged.
fn broken_beside(name: &str, bytes: &[u8], words: &str) {
    let dir = tree(&[("main.tf", LOG_GROUP)]);
    write(dir.path(), name, bytes);
    let run = check(dir.path());
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(run.err.contains(words), "{words:?} is not in {}", run.err);
    assert!(
        run.verdicts("aws-log-group-retention-max").iter().any(|(_, verdict)| verdict == "pass"),
        "the rest was lost: {}",
        run.out
    );
}

#[test]
fn a_missing_path_could_not_run() {
    let dir = tree(&[]);
    let run = run(dir.path(), &["check", "nowhere"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("nowhere"), "{}", run.err);
    assert!(run.out.is_empty());
}

#[test]
fn an_empty_directory_is_incomplete_unless_allowed() {
    let dir = tree(&[]);
    assert_eq!(run(dir.path(), &["check", "."]).code, 3);
    assert_eq!(run(dir.path(), &["check", ".", "--allow-empty"]).code, 0);
}

#[test]
fn a_syntax_error_costs_only_its_block() {
    broken_beside("broken.tf", b"resource \"aws_sqs_queue\" \"a\" {\n  name = \n}\n", "broken.tf:2");
}

#[test]
fn bytes_that_are_no_text() {
    broken_beside("binary.tf", &[0xff, 0xfe, 0x00, 0x80, b'=', 0xc3], "binary.tf:1");
}

#[test]
#[cfg(unix)]
fn an_unreadable_file() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tree(&[("main.tf", LOG_GROUP), ("secret.tf", "")]);
    let path = dir.path().join("secret.tf");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&path).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let run = check(dir.path());
    assert_eq!(run.code, 3);
    assert!(run.err.contains("secret.tf"), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn a_loop_of_directories_ends() {
    let dir = tree(&[("main.tf", LOG_GROUP), ("deep/a.tf", "")]);
    std::os::unix::fs::symlink(dir.path(), dir.path().join("deep/up")).unwrap();
    let run = check(dir.path());
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn circles_end_in_a_word() {
    let dir = tree(&[(
        "main.tf",
        "locals {\n  a = local.b\n  b = local.a\n}\nresource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = local.a\n}\n",
    )]);
    let run = check(dir.path());
    assert_eq!(run.code, 3);
    assert!(run.err.contains("circle"), "{}", run.err);
    assert_eq!(run.verdicts("aws-log-group-retention-max")[0].1, "unknown");
}

#[test]
fn resources_that_refer_to_each_other() {
    let dir = tree(&[(
        "main.tf",
        "resource \"aws_cloudwatch_log_group\" \"a\" {\n  name = aws_cloudwatch_log_group.b.name\n  retention_in_days = 30\n}\n\
         resource \"aws_cloudwatch_log_group\" \"b\" {\n  name = aws_cloudwatch_log_group.a.name\n  retention_in_days = 30\n}\n",
    )]);
    let run = check(dir.path());
    assert!([0, 3].contains(&run.code), "{}", run.err);
}

#[test]
fn modules_that_call_each_other() {
    let dir = tree(&[
        ("main.tf", "module \"a\" {\n  source = \"./a\"\n}\n"),
        ("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n"),
        ("b/main.tf", &format!("module \"a\" {{\n  source = \"../a\"\n}}\n{LOG_GROUP}")),
    ]);
    let run = check(dir.path());
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(run.err.contains("circle") || run.err.contains("itself"), "{}", run.err);
}

#[test]
fn a_line_of_ten_megabytes() {
    let text = format!("locals {{ x = \"{}\" }}\n", "a".repeat(10 << 20));
    let dir = tree(&[("main.tf", LOG_GROUP), ("long.tf", &text)]);
    assert_eq!(check(dir.path()).code, 0);
}

#[test]
fn nesting_of_ten_thousand_levels() {
    let deep = format!("locals {{\n  x = {}1{}\n}}\n", "[".repeat(10_000), "]".repeat(10_000));
    broken_beside("deep.tf", deep.as_bytes(), "deep.tf:2");
    let calls = format!("locals {{\n  x = {}1{}\n}}\n", "abs(".repeat(10_000), ")".repeat(10_000));
    broken_beside("deep.tf", calls.as_bytes(), "deep.tf:2");
}

#[test]
fn a_chain_of_ten_thousand_locals() {
    let mut text = String::from("locals {\n  l0 = 30\n");
    for at in 1..10_000 {
        text.push_str(&format!("  l{at} = local.l{}\n", at - 1));
    }
    text.push_str("}\nresource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = local.l9999\n}\n");
    let dir = tree(&[("main.tf", &text)]);
    let run = check(dir.path());
    assert!([0, 3].contains(&run.code), "{}", run.err);
    assert_ne!(run.verdicts("aws-log-group-retention-max")[0].1, "fail");
}

#[test]
fn a_bomb_of_instances_is_refused() {
    let dir = tree(&[(
        "main.tf",
        "resource \"aws_cloudwatch_log_group\" \"app\" {\n  count = 100000000\n  retention_in_days = 30\n}\n",
    )]);
    let run = check(dir.path());
    assert_eq!(run.code, 3);
    assert!(run.err.contains("instances"), "{}", run.err);
}

#[test]
fn byte_order_mark_and_carriage_returns() {
    let text = format!("\u{feff}{}", LOG_GROUP.replace('\n', "\r\n"));
    let dir = tree(&[("main.tf", &text)]);
    let run = check(dir.path());
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.verdicts("aws-log-group-retention-max")[0].1, "pass");
}

#[test]
fn what_is_declared_twice() {
    broken_beside("twice.tf", LOG_GROUP.as_bytes(), "duplicate");
    broken_beside("twice.tf", b"variable \"x\" {}\nvariable \"x\" {}\n", "duplicate");
}

#[test]
fn arguments_of_the_wrong_type() {
    let dir = tree(&[(
        "main.tf",
        "resource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = [\"thirty\"]\n}\n",
    )]);
    let run = check(dir.path());
    assert_eq!(run.code, 3);
    assert!(run.err.contains("main.tf:2"), "{}", run.err);
    assert_eq!(run.verdicts("aws-log-group-retention-max")[0].1, "unknown");
}

#[test]
fn types_that_nobody_knows() {
    let dir = tree(&[("main.tf", &format!("resource \"acme_rocket\" \"r\" {{\n  fuel = 1\n}}\n{LOG_GROUP}"))]);
    assert_eq!(check(dir.path()).code, 0);
}

#[test]
fn plans_that_are_no_plans() {
    let dir = tree(&[
        ("half.json", "{\"format_version\":\"1.2\",\"resource_changes\":[{\"addr"),
        ("new.json", "{\"format_version\":\"9.0\"}"),
        ("other.json", "[1, 2]"),
    ]);
    for (name, words) in [("half.json", "line 1"), ("new.json", "9.0"), ("other.json", "other.json")] {
        let run = run(dir.path(), &["check", "--plan", name]);
        assert!([2, 3].contains(&run.code), "{name}: {} {}", run.code, run.err);
        assert!(run.err.contains(words), "{}", run.err);
    }
}

#[test]
fn a_policy_with_a_typo() {
    let dir = tree(&[
        ("main.tf", LOG_GROUP),
        (
            "p/x.policy.hcl",
            "resource_policy \"aws_cloudwatch_log_group\" \"x\" {\n  enforce {\n    conditon = true\n  }\n}\n",
        ),
    ]);
    let run = run(dir.path(), &["check", ".", "--policies", "p"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("x.policy.hcl:3") && run.err.contains("did you mean `condition`?"), "{}", run.err);
}

#[test]
fn a_profile_with_a_typo() {
    let dir = tree(&[("main.tf", LOG_GROUP)]);
    let run = run(dir.path(), &["check", ".", "--profile", "emerze"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("emerse"), "{}", run.err);
}

#[test]
fn functions_read_only_inside_the_tree() {
    let dir = tree(&[
        ("secret.txt", "30"),
        (
            "repo/main.tf",
            "resource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = tonumber(file(\"../secret.txt\"))\n}\n",
        ),
        ("repo/.git/HEAD", ""),
    ]);
    let run = check(&dir.path().join("repo"));
    assert_eq!(run.verdicts("aws-log-group-retention-max")[0].1, "unknown", "{}", run.out);
}

/// What doubles from name to name ends in a word, before it costs time or memory.
#[test]
fn values_that_double_from_local_to_local() {
    for (first, next, words) in [
        ("[1]", "[local.PREVIOUS, local.PREVIOUS]", "is too large"),
        ("[1]", "concat(local.PREVIOUS, local.PREVIOUS)", "is too large"),
        ("\"x${var.v}\"", "\"${local.PREVIOUS}${local.PREVIOUS}\"", ""),
    ] {
        let mut text = format!("variable \"v\" {{}}\nlocals {{\n  a0 = {first}\n");
        for at in 0..60 {
            text.push_str(&format!("  a{} = {}\n", at + 1, next.replace("PREVIOUS", &format!("a{at}"))));
        }
        text.push_str("}\nresource \"aws_s3_bucket\" \"a\" {\n  bucket = jsonencode(local.a60)\n}\n");
        let dir = tree(&[("main.tf", &text)]);
        let run = check(dir.path());
        assert!(run.err.contains(words), "{next}: {}", run.err);
    }
}
