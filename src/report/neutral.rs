//! Text that came out of a configuration, made harmless: for terminals and for the CI that reads them.

use std::borrow::Cow;
use std::fmt::Write;

/// One line: control characters and those that turn the direction of writing are shown as escapes, tabs and line
/// breaks as blanks.
pub fn line(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| c.is_control() || is_directional(c);
    if !text.contains(harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(' '),
            '\r' => {}
            c if harmful(c) => write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default(),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Characters that make text look like another one.
fn is_directional(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Several lines in which nothing is a command of a CI: Azure Pipelines obeys `##vso[` and `##[` anywhere in a line,
/// GitHub Actions obeys `::` at the start of one, and `##[` too.
pub fn commands(text: String) -> String {
    if !text.contains("##") && !text.contains("::") {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let start = line.len() - after_styles(line).len();
        let rest = &line[start..];
        out.push_str(&line[..start]);
        // `::: ` leads to a second file in a snippet; no command has a blank there.
        let rest = match rest.strip_prefix("::") {
            Some(command) if !command.starts_with(": ") => {
                out.push_str(": :");
                command
            }
            _ => rest,
        };
        out.push_str(&rest.replace("##vso[", "# #vso[").replace("##[", "# #["));
    }
    out
}

/// What follows blanks and ANSI styles.
fn after_styles(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(styled) = rest.strip_prefix("\x1b[") {
        match styled.find('m') {
            Some(end) => rest = styled[end + 1..].trim_start(),
            None => break,
        }
    }
    rest
}

/// Text broken into lines of at most `width` characters at blanks; a longer word stays whole.
pub fn wrap(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for paragraph in text.lines() {
        if !out.is_empty() {
            out.push('\n');
        }
        let mut used = 0;
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > width {
                out.push('\n');
                used = 0;
            } else if used > 0 {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += length;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_drive_the_terminal() {
        assert_eq!(line("plain ünïcode"), "plain ünïcode");
        assert_eq!(line("a\x1b[31mb\r\nc\td\u{202e}e\u{9b}"), "a\\u{1b}[31mb c d\\u{202e}e\\u{9b}");
    }

    #[test]
    fn a_value_cannot_command_a_ci() {
        let cases = [
            ("a ::error::b\n", "a ::error::b\n"),
            ("  ::error::b\nnext\n", "  : :error::b\nnext\n"),
            ("\x1b[1m\x1b[31m::set-output name=a::b", "\x1b[1m\x1b[31m: :set-output name=a::b"),
            ("  ::: main.tf:1:2\n", "  ::: main.tf:1:2\n"),
            (":::error::x", ": ::error::x"),
            ("x ##vso[task.complete]##[error]", "x # #vso[task.complete]# #[error]"),
            ("## heading", "## heading"),
        ];
        for (text, expected) in cases {
            assert_eq!(commands(text.to_owned()), expected);
        }
    }

    #[test]
    fn lines_are_broken_at_blanks() {
        assert_eq!(wrap("one two three four", 9), "one two\nthree\nfour");
        assert_eq!(wrap("one\n\ntwo", 9), "one\n\ntwo");
        assert_eq!(wrap("unbreakable-word x", 5), "unbreakable-word\nx");
    }
}
