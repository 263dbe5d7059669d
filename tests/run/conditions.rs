//! Conditions that a configuration sets itself: told where they certainly do not hold, as Terraform would.

use super::support::{check, tree};

/// What is told of a run, by code and line, and its exit status.
fn told(main: &str) -> (Vec<(String, u64)>, i32) {
    let dir = tree(&[("main.tf", main), ("m/main.tf", MODULE)]);
    let run = check(dir.path());
    let all = run.json();
    let told = all["diagnostics"].as_array().unwrap().iter().map(|one| {
        let line = one["location"]["line"].as_u64().unwrap_or_default();
        (one["code"].as_str().unwrap_or_default().to_owned(), line)
    });
    (told.collect(), run.code)
}

const MODULE: &str = r#"
variable "days" {
  type = number
  validation {
    condition     = var.days >= 60
    error_message = "At least 60 days."
  }
}
resource "aws_cloudwatch_log_group" "a" {
  retention_in_days = var.days
}
"#;

fn one(code: &str, line: u64) -> Vec<(String, u64)> {
    vec![(code.to_owned(), line)]
}

#[test]
fn a_condition_that_certainly_does_not_hold_is_told() {
    // A validation, at the argument that breaks it.
    assert_eq!(told("module \"m\" {\n  source = \"./m\"\n  days   = 40\n}\n"), (one("invalid-value", 3), 3));
    // A precondition of a resource.
    let group = |conditions: &str| {
        format!(
            "variable \"env\" {{ default = \"dev\" }}\nvariable \"open\" {{}}\n\
             resource \"aws_cloudwatch_log_group\" \"a\" {{\n  retention_in_days = 60\n  lifecycle {{\n{conditions}\n  }}\n}}\n"
        )
    };
    let condition = |kind: &str, condition: &str| {
        group(&format!("    {kind} {{\n      condition = {condition}\n      error_message = \"No.\"\n    }}"))
    };
    assert_eq!(told(&condition("precondition", "var.env == \"prod\"")), (one("failed-precondition", 7), 3));
    assert_eq!(told(&condition("postcondition", "self.retention_in_days > 90")), (one("failed-postcondition", 7), 3));
    // What an assertion says is a warning.
    let asserted = "variable \"env\" { default = \"dev\" }\n\
                    resource \"aws_cloudwatch_log_group\" \"a\" {\n  retention_in_days = 60\n}\n\
                    check \"c\" {\n  assert {\n    condition = var.env == \"prod\"\n    error_message = \"No.\"\n  }\n}\n";
    assert_eq!(told(asserted), (one("failed-check", 7), 0));
}

#[test]
fn a_condition_that_may_hold_is_not_told() {
    let holds = |line: &str| {
        format!(
            "variable \"open\" {{}}\nresource \"aws_cloudwatch_log_group\" \"a\" {{\n  {line}\n  retention_in_days = 60\n  lifecycle {{\n    \
             precondition {{\n      condition = length(var.open) == 3\n      error_message = \"No.\"\n    }}\n    \
             postcondition {{\n      condition = self.arn != \"\" && self.log_group_class != \"INFREQUENT\"\n      error_message = \"No.\"\n    }}\n  }}\n}}\n"
        )
    };
    assert_eq!(told(&holds("")), (Vec::new(), 0));
    // An instance that may not exist breaks nothing for certain.
    let never = "variable \"open\" {}\nresource \"aws_cloudwatch_log_group\" \"a\" {\n  count = var.open ? 1 : 0\n  \
                 retention_in_days = 60\n  lifecycle {\n    precondition {\n      condition = path.module == \"x\"\n      \
                 error_message = \"No.\"\n    }\n  }\n}\n";
    assert_eq!(told(never), (Vec::new(), 0));
}
