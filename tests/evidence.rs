//! What reports show of the values that a verdict was read from.

use std::path::Path;

use assert_cmd::Command;

/// What a run over one file says in a format, with these policies or the built-in ones.
fn report(config: &str, policy: Option<&str>, format: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        std::fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        std::fs::write(dir.path().join(name), text).unwrap();
    };
    write("root/main.tf", config);
    let mut command = Command::cargo_bin("tomcheck").unwrap();
    command.args(["check", "--all-demands", "--allow-empty", "--format", format]).arg(dir.path().join("root"));
    if let Some(policy) = policy {
        write("policies/p.policy.hcl", policy);
        command.arg("--no-builtin-policies").arg("--policies").arg::<&Path>(&dir.path().join("policies"));
    }
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    text + &String::from_utf8_lossy(&output.stderr)
}

/// Neither a schema that does not call the argument sensitive nor the line of the source gives a secret away.
#[test]
fn a_secret_in_code_is_found_and_never_shown() {
    let config = r#"
        resource "azurerm_data_factory_linked_service_mysql" "orders" {
          name              = "orders"
          data_factory_id   = "/factory"
          connection_string = "Server=orders;Password=hunter-two"
        }
        resource "azurerm_linux_web_app" "shop" {
          name = "shop"
          connection_string {
            name  = "orders"
            type  = "MySql"
            value = "Server=orders;Password=hunter-two"
          }
        }
        resource "auth0_resource_server" "api" {
          identifier     = "https://api.example.org"
          signing_secret = "hunter-two"
        }
    "#;
    for format in ["text", "json", "sarif"] {
        let text = report(config, None, format);
        assert!(text.contains("azure-secrets-in-code") && text.contains("auth0-secrets-in-code"), "{text}");
        assert!(!text.contains("hunter-two"), "{format}: {text}");
    }
}

/// An index that is read from the subject itself.
#[test]
fn a_read_may_need_another_read() {
    let policy = r#"
        resource_policy "x_thing" "chosen" {
          locals {
            name = attrs.choice
          }
          enforce {
            condition     = attrs[local.name] == "good"
            error_message = "The choice is bad."
          }
        }
    "#;
    let text = report("resource \"x_thing\" \"a\" {\n  choice = \"b\"\n  b      = \"bad\"\n}\n", Some(policy), "json");
    assert!(text.contains("The choice is bad."), "{text}");
}

/// In place of what is not known a message says what it may be.
#[test]
fn a_message_says_what_an_unknown_may_be() {
    let policy = r#"
        resource_policy "aws_cloudwatch_log_group" "p" {
          enforce {
            condition     = core::length(attrs.tags) > 5
            error_message = "It is ${attrs.retention_in_days}, or ${core::valuetostring(attrs.retention_in_days)}."
          }
        }
    "#;
    for (ty, condition, days, expected) in [
        ("number", "contains([7, 14], var.x)", "var.x", "7 or 14"),
        ("number", "var.x >= 7 && var.x < 30", "var.x", "at least 7 and less than 30"),
        ("number", "var.x >= 7", "var.x", "at least 7"),
        ("number", "floor(var.x) == var.x", "var.x", "`var.x`"),
        ("number", "floor(var.x) == var.x", "floor(var.x / 2)", "`aws_cloudwatch_log_group.a.retention_in_days`"),
    ] {
        let config = format!(
            "variable \"x\" {{\n  type = {ty}\n  validation {{\n    condition = {condition}\n    error_message = \"no\"\n  }}\n}}\n\
             resource \"aws_cloudwatch_log_group\" \"a\" {{\n  tags = {{}}\n  retention_in_days = {days}\n}}\n"
        );
        let text = report(&config, Some(policy), "json");
        assert!(text.contains(&format!("It is {expected}, or {expected}.")), "{condition} {days}");
    }
}
