//! Accepted findings, with reason, owner and expiry.

use globset::GlobMatcher;
use jiff::civil::Date;

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::policy::Text;
use crate::source::Span;

/// An accepted finding in a reviewed file. It is never a pass and never evidence.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// Its name.
    pub name: Str,
    /// The policies that it is about, by name.
    pub policy: GlobMatcher,
    /// Addresses that it is about; `*` stands for any characters. An address stands for all its instances and, if it
    /// is a module's, for all that is in it.
    pub target: Str,
    /// The root modules that it is about, by path; none: all.
    pub root: Option<GlobMatcher>,
    /// Why the finding is accepted.
    pub reason: Text,
    /// The person or role that answers for it.
    pub owner: Str,
    /// The last day on which it holds, in UTC.
    pub expires: Date,
    /// The day on which it was written.
    pub created: Option<Date>,
    /// Who agreed; never the owner.
    pub approved_by: Option<Str>,
    /// Where it is talked about.
    pub ticket: Option<Str>,
    /// The header of its block.
    pub span: Span,
}

impl Waiver {
    /// Whether it is about that policy at that address in that root module.
    pub fn covers(&self, policy: &str, address: &str, root: &str) -> bool {
        self.policy.is_match(policy)
            && self.root.as_ref().is_none_or(|glob| glob.is_match(root))
            && covers(&self.target, address)
    }

    /// Whether it no longer holds on that day.
    pub fn is_expired(&self, today: Date) -> bool {
        today > self.expires
    }

    /// Complains of a life of more than `max_days`, counted from its creation, or from today where that is not
    /// written. Such a waiver must not be applied.
    pub fn check_life(&self, today: Date, max_days: i64) -> Option<Diagnostic> {
        let start = self.created.unwrap_or(today);
        let days = i64::from((self.expires - start).get_days());
        if days <= max_days {
            return None;
        }
        let since = if self.created.is_some() { "its creation" } else { "today" };
        let message =
            format!("the waiver `{}` ends {days} days after {since}; at most {max_days} are allowed", self.name);
        Some(
            Diagnostic::error("waiver-too-long", message)
                .at(self.span, "")
                .help(format!(
                    "let it expire on {} at the latest",
                    start.saturating_add(jiff::Span::new().days(max_days))
                ))
                .note("the parameter `waiver_max_days` of the profile sets the limit"),
        )
    }
}

/// Whether `pattern` names `address`, or something that it is in or an instance of.
fn covers(pattern: &str, address: &str) -> bool {
    if matches(pattern, address) {
        return true;
    }
    // Where one step of an address ends: before a `.` or `[` that is not inside a quoted key.
    let mut quoted = false;
    let mut escaped = false;
    address.char_indices().any(|(at, c)| {
        let ends = !quoted && matches!(c, '.' | '[');
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends && matches(pattern, &address[..at])
    })
}

/// Whether a text is as a pattern says, where `*` stands for any characters.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(head) else { return false };
    let mut rest = rest;
    // Each part between two stars is taken where it first occurs, which leaves the most for those after it.
    while let Some((part, after)) = rest.split_once('*') {
        let Some(at) = text.find(part) else { return false };
        text = &text[at + part.len()..];
        rest = after;
    }
    text.ends_with(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_names_instances_and_what_is_inside() {
        let cases = [
            ("aws_s3_bucket.b", "aws_s3_bucket.b", true),
            ("aws_s3_bucket.b", "aws_s3_bucket.b[0]", true),
            ("aws_s3_bucket.b", "aws_s3_bucket.b[\"x.y\"]", true),
            ("aws_s3_bucket.b", "aws_s3_bucket.bc", false),
            ("aws_s3_bucket.b[0]", "aws_s3_bucket.b[1]", false),
            ("module.a", "module.a.aws_s3_bucket.b", true),
            ("module.a", "module.a[\"k\"].module.c.aws_s3_bucket.b[*]", true),
            ("module.a", "module.ab.aws_s3_bucket.b", false),
            ("module.a[\"k\"]", "module.a[\"k\"].aws_s3_bucket.b", true),
            ("module.a[\"k\"]", "module.a[\"l\"].aws_s3_bucket.b", false),
            ("module.legacy.aws_cloudwatch_log_group.*", "module.legacy.aws_cloudwatch_log_group.a", true),
            ("*.aws_s3_bucket.b", "module.a.aws_s3_bucket.b", true),
            ("*.aws_s3_bucket.b", "aws_s3_bucket.b", false),
            ("a.b[\"x", "a.b[\"x.y\"]", false),
            ("*", "anything", true),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c", false),
            ("ab*ba", "aba", false),
        ];
        for (pattern, address, expected) in cases {
            assert_eq!(covers(pattern, address), expected, "{pattern} {address}");
        }
    }
}
