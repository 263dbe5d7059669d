//! Directories of Terraform and runs over them.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A directory with these files.
pub fn tree(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(dir.path(), name, text.as_bytes());
    }
    dir
}

pub fn write(dir: &Path, name: &str, bytes: &[u8]) {
    let path = dir.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// What a run printed and ended with.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    /// The verdicts of a policy: address and verdict, in order.
    pub fn verdicts(&self, policy: &str) -> Vec<(String, String)> {
        let all = self.json();
        let findings = all["findings"].as_array().unwrap().iter().filter(|finding| finding["policy"] == policy);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        findings.map(|finding| (text(&finding["address"]), text(&finding["verdict"]))).collect()
    }

    /// The first finding of a policy.
    pub fn finding(&self, policy: &str) -> Value {
        let all = self.json();
        let found = all["findings"].as_array().unwrap().iter().find(|finding| finding["policy"] == policy).cloned();
        found.unwrap_or_else(|| panic!("no finding of {policy}: {}", self.out))
    }
}

pub fn run(dir: &Path, args: &[&str]) -> Run {
    let output = Command::cargo_bin("tomcheck")
        .unwrap()
        .current_dir(dir)
        .env_remove("CLICOLOR_FORCE")
        .args(args)
        .timeout(std::time::Duration::from_secs(60))
        .output()
        .unwrap();
    Run {
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn check(dir: &Path) -> Run {
    run(dir, &["check", ".", "--format", "json"])
}

pub const LOG_GROUP: &str = "resource \"aws_cloudwatch_log_group\" \"app\" {\n  retention_in_days = 30\n}\n";
