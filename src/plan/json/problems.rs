//! What is said about plan files that cannot be read, or not wholly.

use serde_json::{error::Category, value::RawValue};

use crate::diag::Diagnostic;
use crate::value::{CauseKind, Causes};

use super::file::File;

/// What the user is to do to get a plan file.
pub(super) const SHOW: &str =
    "write it with `terraform plan -out tfplan` and `terraform show -json tfplan > plan.json`";

/// The text of a plan file, to say where in it something is.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub text: &'t str,
    /// The file as it is shown.
    pub name: &'t str,
}

impl Text<'_> {
    /// Line and column of a part of the text, both from 1; columns count characters.
    fn place(&self, offset: usize) -> String {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        format!("line {line}, column {}", before[line_start..].chars().count() + 1)
    }

    /// Where a part of the text begins, which must have been borrowed from it.
    fn offset(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len())
    }

    /// An error about a part of the text: the file is named, and line and column in the message, because a plan file
    /// is one line of megabytes, of which no excerpt could be shown.
    pub fn error_at(&self, code: &'static str, message: &str, part: &str) -> Diagnostic {
        let place = self.place(self.offset(part));
        Diagnostic::error(code, format!("{message} ({place})")).in_file(self.name)
    }

    pub fn error(&self, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, message).in_file(self.name)
    }

    /// What is wrong in a part of the text that was read as JSON. `what` names the part, such as `variables`.
    pub fn wrong(&self, part: &str, what: &str, error: &serde_json::Error) -> Diagnostic {
        let text = error.to_string();
        let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
        let line_start = match error.line().checked_sub(1) {
            None | Some(0) => 0,
            Some(lines) => memchr::memchr_iter(b'\n', part.as_bytes()).nth(lines - 1).map_or(0, |at| at + 1),
        };
        // Columns of serde_json count bytes and name the last one that was read.
        let mut at = (line_start + error.column().saturating_sub(1)).min(part.len());
        while !part.is_char_boundary(at) {
            at -= 1;
        }
        let of_part = if what.is_empty() { String::new() } else { format!("`{what}` ") };
        match error.classify() {
            Category::Eof => self
                .error_at("plan-syntax", "the plan file ends in the middle", &part[part.len()..])
                .help(format!("it was cut off: {SHOW}")),
            Category::Syntax | Category::Io if reason.contains("recursion limit") => self
                .error_at("plan-syntax", "the plan file is nested more than 128 levels deep", &part[at..])
                .note("values so deep are not read, so that no file can exhaust the stack"),
            Category::Syntax | Category::Io => self
                .error_at("plan-syntax", &format!("the plan file is not valid JSON: {reason}"), &part[at..])
                .help(SHOW),
            Category::Data => self
                .error_at("plan-content", &format!("{of_part}is not what a plan file has there: {reason}"), &part[at..])
                .help(SHOW),
        }
    }
}

/// The bytes as text. Shells on Windows write what they redirect as UTF-16.
pub(super) fn decoded<'b>(bytes: &'b [u8], name: &str) -> Result<std::borrow::Cow<'b, str>, Box<Diagnostic>> {
    let error = |message: &str| Diagnostic::error("plan-syntax", message).in_file(name);
    if bytes.starts_with(b"PK\x03\x04") {
        let diagnostic = error("this is a plan as Terraform stores it, not its JSON")
            .help(format!("convert it: `terraform show -json {name} > {name}.json`"));
        return Err(Box::new(diagnostic));
    }
    let utf16 = |of_pair: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| of_pair([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok().filter(|_| bytes.len().is_multiple_of(2))
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => utf16(u16::from_le_bytes).map(Into::into),
        [0xfe, 0xff, ..] => utf16(u16::from_be_bytes).map(Into::into),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(Into::into),
        bytes => std::str::from_utf8(bytes).ok().map(Into::into),
    };
    text.ok_or_else(|| {
        let valid = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
        let place = Text { text: &String::from_utf8_lossy(bytes), name }.place(valid);
        Box::new(error(&format!("the plan file is not text ({place})")).help(SHOW))
    })
}

/// Whether the file is a plan of a format that is read; else what it is and what to do.
pub(super) fn refused(text: Text<'_>, file: &File<'_>) -> Option<Diagnostic> {
    let string = |raw: Option<&RawValue>| raw.and_then(|raw| serde_json::from_str::<String>(raw.get()).ok());
    let not_a_plan = |message: &str| text.error("plan-kind", message);
    if file.level.is_some() {
        return Some(not_a_plan("this is what `terraform plan -json` prints while it runs, not the plan").help(SHOW));
    }
    if file.lineage.is_some() {
        return Some(not_a_plan("this is a Terraform state, not a plan").help(SHOW));
    }
    let planned = file.resource_changes.is_some() || file.planned_values.is_some();
    if file.values.is_some() && !planned {
        return Some(not_a_plan("this is a state as `terraform show -json` writes it, not a plan").help(SHOW));
    }
    let Some(version) = file.format_version else {
        return Some(not_a_plan("this is not a Terraform plan: `format_version` is missing").help(SHOW));
    };
    let of = match string(file.terraform_version) {
        Some(terraform) => format!(" of Terraform {terraform}"),
        None => String::new(),
    };
    let written = string(Some(version)).unwrap_or_default();
    match written.split('.').next() {
        Some("1") if planned || file.configuration.is_some() => None,
        Some("1") => Some(not_a_plan("this is not a Terraform plan: `resource_changes` is missing").help(SHOW)),
        Some("0") => Some(
            text.error_at("plan-version", &format!("plan format {written}{of} is too old to be read"), version.get())
                .help("make the plan with Terraform 1.1 or newer")
                .note("formats 0.1 and 0.2 are those of Terraform 0.12 to 1.0; they leave out what is sensitive"),
        ),
        _ => Some(
            text.error_at("plan-version", &format!("plan format {}{of} is not known", version.get()), version.get())
                .help("use a newer version of tomcheck")
                .note("formats 1.x are read"),
        ),
    }
}

/// Why what is not in the plan may exist nevertheless.
pub(super) fn gap(reason: impl Into<crate::addrs::Str>) -> Causes {
    Causes::one(CauseKind::Error, reason, None)
}
