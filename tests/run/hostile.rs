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

/// However much is wrong in a file, a person is told no more than can be read.
#[test]
fn what_is_wrong_thousands_of_times() {
    let set: String = (0..2_000).map(|at| format!("x{at} = 1\n")).collect();
    let twice = format!("{{{}}}", vec!["\"x\": 1"; 2_000].join(", "));
    for (name, text, more) in [
        ("set.tf", "x = \n".repeat(2_000).as_str(), "1900 more like these are not shown"),
        ("line.tf", &format!("locals {{\n  x = \"{}\"\n}}\n", "${".repeat(2_000)), "more like these"),
        ("terraform.tfvars", &set, "1900 more like these are not shown"),
        ("terraform.tfvars.json", &twice, "1900 more like these are not shown"),
    ] {
        let dir = tree(&[("main.tf", LOG_GROUP), (name, text)]);
        let run = check(dir.path());
        assert!([0, 3].contains(&run.code), "{name}: {}", run.code);
        assert!(run.err.contains(&format!("{name}:1:")) || run.err.contains(&format!("{name}:2:")), "{name}");
        assert!(run.err.contains(more), "{name}");
        assert!(run.err.len() < 200_000, "{name}: {} bytes", run.err.len());
        assert_eq!(run.verdicts("aws-log-group-retention-max")[0].1, "pass", "{name}");
    }
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

/// Each ends in a diagnostic at a place, quickly, and the rest of the root module is judged.
fn ends(files: &[(&str, &str)], words: &str, place: &str) {
    let dir = tree(files);
    write(dir.path(), "fine.tf", LOG_GROUP.as_bytes());
    let run = check(dir.path());
    assert!([1, 3].contains(&run.code), "{words}: {} {}", run.code, run.err);
    // Long messages are broken into lines.
    let told = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("error[limit]: ") && told.contains(words), "{words:?} is not in {}", run.err);
    assert!(run.err.contains(&format!("{place}:")) && run.err.contains("help: "), "{words}: {}", run.err);
    let verdicts = run.verdicts("aws-log-group-retention-max");
    assert!(verdicts.contains(&("aws_cloudwatch_log_group.app".into(), "pass".into())), "{words}: {verdicts:?}");
}

/// A resource that asks for `expression`.
fn asked(expression: &str) -> String {
    format!("resource \"aws_cloudwatch_log_group\" \"bomb\" {{\n  name = {expression}\n  retention_in_days = 30\n}}\n")
}

/// What doubles from name to name ends in a word, before it costs time or memory.
#[test]
fn values_that_double_from_local_to_local() {
    for (first, next, words) in [
        ("[1]", "[PREVIOUS, PREVIOUS]", "is too large"),
        ("[var.v]", "[PREVIOUS, PREVIOUS]", "is too large"),
        ("{ a = 1 }", "{ a = PREVIOUS, b = PREVIOUS }", "is too large"),
        ("[1]", "concat(PREVIOUS, PREVIOUS)", "is too large"),
        ("\"ab\"", "\"${PREVIOUS}${PREVIOUS}\"", "too l"),
        ("\"ab\"", "format(\"%s%s\", PREVIOUS, PREVIOUS)", "too l"),
        ("\"ab\"", "join(\"\", [PREVIOUS, PREVIOUS, PREVIOUS])", "too l"),
        ("{ k = 1 }", "var.v == 1 ? { l = PREVIOUS, m = PREVIOUS } : { m = PREVIOUS, l = null }", "is too large"),
    ] {
        let mut text = format!("variable \"v\" {{}}\nlocals {{\n  a0 = {first}\n");
        for at in 0..60 {
            text.push_str(&format!("  a{} = {}\n", at + 1, next.replace("PREVIOUS", &format!("local.a{at}"))));
        }
        text.push_str("}\n");
        text.push_str(&asked("jsonencode(local.a60)"));
        ends(&[("main.tf", &text)], words, "main.tf");
    }
}

/// One of each kind of what a few words can ask for.
#[test]
fn a_few_words_that_ask_for_much() {
    let long = "a".repeat(1 << 20);
    let loops = format!("{}x{}", "%{ for i in r }".repeat(6), "%{ endfor }".repeat(6));
    let laughs = (1..9).fold("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n".to_owned(), |all, at| {
        format!("{all}a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(", "))
    });
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let files = [
        ("long.txt", long.as_str()),
        ("loops.tpl", loops.as_str()),
        ("itself.tpl", "${templatefile(\"itself.tpl\", {})}"),
        ("laughs.yaml", laughs.as_str()),
        ("deep.json", deep.as_str()),
    ];
    for (expression, words) in [
        ("length(setproduct(range(1000), range(1000)))", "too many elements"),
        ("[for i in range(1000) : [for j in range(1000) : [j, [i]]]]", "`for` makes is too large"),
        ("[for i in range(1000) : length(regexall(\"q\", file(\"long.txt\")))]", "too many steps"),
        ("length(regexall(\"a\", file(\"long.txt\")))", "too many elements"),
        ("replace(file(\"long.txt\"), \"a\", \"aaaaaaaaaaaaaaaaaaaa\")", "too long"),
        ("templatefile(\"loops.tpl\", { r = range(1000) })", "loops.tpl:1"),
        ("templatefile(\"itself.tpl\", {})", "itself.tpl:1"),
        ("yamldecode(file(\"laughs.yaml\"))", "too many values"),
        ("jsondecode(file(\"deep.json\"))", "recursion limit"),
        ("format(\"%999999999d\", 1)", "too large"),
        ("parseint(file(\"long.txt\"), 16)", "more than 4096 digits"),
        ("indent(10000000, \"a\\nb\\nc\")", "too long"),
        ("[for i in range(1000) : [for j in range(1000) : fileexists(\"long.txt\")]]", "MiB of files"),
    ] {
        let text = asked(&format!("jsonencode({expression})"));
        let all: Vec<_> = files.into_iter().chain([("main.tf", text.as_str())]).collect();
        ends(&all, words, "main.tf");
    }
}

/// Modules whose number grows from level to level, and what one module makes of nothing.
#[test]
fn instances_and_blocks_without_end() {
    let many = "module \"m\" {\n  source = \"./leaf\"\n  count  = 10000\n}\n";
    let calls: String = ["m", "n", "o"].iter().map(|name| many.replace("\"m\"", &format!("{name:?}"))).collect();
    let wide = calls + &asked("jsonencode([module.m[*].o, module.n[*].o, module.o[*].o])");
    ends(&[("main.tf", &wide), ("leaf/main.tf", "output \"o\" {\n  value = 1\n}\n")], "25000 instances", "main.tf");

    let level = |at: usize| {
        let call = |name| format!("module \"{name}\" {{\n  source = \"../m{at}\"\n}}\n");
        format!("{}{}output \"o\" {{\n  value = [module.a.o, module.b.o]\n}}\n", call("a"), call("b"))
    };
    let mut files: Vec<(String, String)> = (0..30).map(|at| (format!("m{at}/main.tf"), level(at + 1))).collect();
    files.push(("m30/main.tf".into(), "output \"o\" {\n  value = 1\n}\n".into()));
    files.push((
        "main.tf".into(),
        format!("module \"m\" {{\n  source = \"./m0\"\n}}\n{}", asked("jsonencode(module.m.o)")),
    ));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    ends(&files, "25000 instances", "main.tf");

    let open = |at| format!("dynamic \"b{at}\" {{\nfor_each = range(100)\ncontent {{\nx = 1\n");
    let nested: String = (0..6).map(open).chain((0..6).map(|_| "}\n}\n".to_owned())).collect();
    let nested = format!("resource \"aws_s3_bucket\" \"bomb\" {{\n{nested}}}\n");
    ends(&[("main.tf", &nested)], "too many steps", "main.tf");
}

/// What is large and meant is evaluated.
#[test]
fn large_data_is_no_attack() {
    let row = |at| {
        format!("{{\"name\": \"n{at}\", \"id\": {at}, \"tags\": [\"a\", \"b\"], \"text\": \"{}\"}}", "x".repeat(200))
    };
    let rows = format!("[{}]", (0..20_000).map(row).collect::<Vec<_>>().join(","));
    let template = "a line with ${a} in it\n".repeat(50_000);
    let dir = tree(&[
        (
            "main.tf",
            "locals {\n  rows = jsondecode(file(\"rows.json\"))\n  all = { for row in local.rows : row.name => merge(row, { id = row.id * 2 }) if row.id > 0 }\n  \
             text = templatefile(\"t.tpl\", { a = \"this\" })\n}\n\
             resource \"aws_cloudwatch_log_group\" \"app\" {\n  \
             retention_in_days = local.all[\"n15\"].id + (length(local.text) > 1000000 ? 0 : 1)\n}\n",
        ),
        ("rows.json", &rows),
        ("t.tpl", &template),
    ]);
    let run = check(dir.path());
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.verdicts("aws-log-group-retention-max")[0].1, "pass");
}
