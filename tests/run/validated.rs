//! What the validations of a variable say of a value that nobody gave.

use super::support::{Run, check, tree};

/// A log group that keeps its events for `var.days` days.
fn group(ty: &str, conditions: &[&str]) -> String {
    let validation =
        |condition: &&str| format!("  validation {{\n    condition = {condition}\n    error_message = \"no\"\n  }}\n");
    let validations: String = conditions.iter().map(validation).collect();
    format!(
        "variable \"days\" {{\n  type = {ty}\n{validations}}}\n\
         resource \"aws_cloudwatch_log_group\" \"a\" {{\n  retention_in_days = var.days\n}}\n"
    )
}

/// The verdict of a policy on its only subject, and its message.
fn verdict(run: &Run, policy: &str) -> (String, String) {
    let finding = run.finding(policy);
    let text = |name: &str| finding[name].as_str().unwrap().to_owned();
    (text("verdict"), text("message"))
}

/// At least 30 days and at most 90 are promised.
#[test]
fn a_policy_is_decided_where_all_permitted_values_agree() {
    let (pass, fail) = (("pass", ""), ("fail", ""));
    for (ty, conditions, least, most) in [
        ("number", &["var.days >= 30 && var.days <= 90"][..], pass, pass),
        ("number", &["var.days >= 30", "var.days <= 90"], pass, pass),
        ("number", &["contains([30, 60, 90], var.days)"], pass, pass),
        ("number", &["var.days == 30 || var.days == 60"], pass, pass),
        ("number", &["contains([7, 14], var.days)"], fail, pass),
        ("number", &["contains([7, 14, 30], var.days)", "var.days > 14"], pass, pass),
        ("string", &["contains([\"30\", \"60\"], var.days)"], pass, pass),
        ("string", &["can(regex(\"^(30|60)$\", var.days))"], pass, pass),
        (
            "number",
            &["contains([7, 14, 30, 120], var.days)"],
            ("unknown", "fails when `var.days` is 7 or 14"),
            ("unknown", "fails when `var.days` is 120"),
        ),
        (
            "number",
            &["var.days >= 1 && var.days <= 365"],
            ("unknown", "fails when `var.days` is less than 30"),
            ("unknown", "fails when `var.days` is more than 90"),
        ),
        // Null, which the condition permits, means for ever.
        ("number", &["var.days == null ? true : contains([30, 60], var.days)"], pass, ("unknown", "")),
        // A condition that is not understood says nothing.
        ("number", &["floor(var.days) == var.days"], ("unknown", ""), ("unknown", "")),
    ] {
        let dir = tree(&[("main.tf", &group(ty, conditions))]);
        let run = check(dir.path());
        for (policy, (expected, message)) in
            [("aws-log-group-retention-min", least), ("aws-log-group-retention-max", most)]
        {
            let (found, words) = verdict(&run, policy);
            assert_eq!(found, expected, "{policy}: {conditions:?}: {words}");
            if found == "unknown" {
                assert_eq!(words, message, "{policy}: {conditions:?}");
            }
        }
    }
}

/// What is said of an attribute or of each element holds wherever it is used.
#[test]
fn parts_of_variables_are_what_validations_admit() {
    let object = "object({ days = number })";
    for (ty, condition, days, least) in [
        (object, "contains([30, 60], var.x.days)", "var.x.days", ("pass", "")),
        (object, "var.x.days >= 7", "var.x.days", ("unknown", "fails when `var.x.days` is less than 30")),
        (object, "contains([7, 60], var.x.days)", "var.x.days", ("unknown", "fails when `var.x.days` is 7")),
        ("list(number)", "alltrue([for d in var.x : d >= 30])", "max(30, var.x...)", ("unknown", "")),
        (
            "list(number)",
            "length(var.x) > 0 && alltrue([for d in var.x : contains([30, 60], d)])",
            "var.x[0]",
            ("pass", ""),
        ),
        (
            "map(object({ days = number }))",
            "alltrue([for d in var.x : contains([7, 14], d.days)])",
            "values(var.x)[0].days",
            ("fail", ""),
        ),
    ] {
        let config = format!(
            "variable \"x\" {{\n  type = {ty}\n  validation {{\n    condition = {condition}\n    error_message = \"no\"\n  }}\n}}\n\
             resource \"aws_cloudwatch_log_group\" \"a\" {{\n  retention_in_days = {days}\n}}\n"
        );
        let dir = tree(&[("main.tf", &config)]);
        let run = check(dir.path());
        let (found, words) = verdict(&run, "aws-log-group-retention-min");
        assert_eq!(found, least.0, "{condition}: {words}");
        if found == "unknown" {
            assert_eq!(words, least.1, "{condition}");
        }
    }
}

/// What a module demands of its inputs holds for whatever its caller passes on.
#[test]
fn a_module_narrows_what_it_is_given() {
    let group = group("number", &["contains([30, 60], var.days)"]);
    let dir = tree(&[
        (
            "main.tf",
            "variable \"days\" {\n  type = number\n}\nmodule \"logs\" {\n  source = \"./logs\"\n  days = var.days\n}\n",
        ),
        ("logs/main.tf", &group),
    ]);
    let run = check(dir.path());
    assert_eq!(verdict(&run, "aws-log-group-retention-min").0, "pass");
    assert_eq!(verdict(&run, "aws-log-group-retention-max").0, "pass");
}

/// Permitted values go through whatever is made of them.
#[test]
fn permitted_values_go_through_expressions() {
    let dir = tree(&[(
        "main.tf",
        r#"
variable "env" {
  type = string
  validation {
    condition     = contains(["dev", "test", "prod"], var.env)
    error_message = "no"
  }
}
locals {
  days = { dev = 30, test = 30, prod = 60 }
}
resource "aws_cloudwatch_log_group" "looked_up" {
  retention_in_days = local.days[var.env]
}
resource "aws_cloudwatch_log_group" "chosen" {
  retention_in_days = var.env == "prod" ? 60 : 7
}
"#,
    )]);
    let run = check(dir.path());
    let least = run.json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["policy"] == "aws-log-group-retention-min")
        .map(|finding| (finding["address"].to_string(), finding["verdict"].to_string(), finding["message"].to_string()))
        .collect::<Vec<_>>();
    let text = |address: &str| least.iter().find(|found| found.0.contains(address)).unwrap().clone();
    assert_eq!(text("looked_up").1, "\"pass\"");
    let (_, verdict, words) = text("chosen");
    assert_eq!(verdict, "\"unknown\"");
    assert!(words.contains("fails when") && words.contains("is false"), "{words}");
}
