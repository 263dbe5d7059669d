//! Line breaks in strings, for a scanner that lets a string go on until its quote.
//!
//! Our own ends a string that is not closed on its line there, and reads on. HCL's does not: from such a string on it
//! takes code for text and text for code. What it finds then is line breaks in strings.

/// Where code and text end.
enum Mode {
    /// Code, with the braces that are open; in a string or heredoc it ends with its own brace.
    Code(usize),
    /// A string.
    Quoted,
    /// A heredoc, with the word that ends it.
    Heredoc(Vec<u8>),
}

/// The positions of line breaks within strings of native syntax.
pub fn line_breaks_in_strings(text: &[u8]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut modes = vec![Mode::Code(0)];
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        let rest = &text[at..];
        let opens = rest.starts_with(b"${") || rest.starts_with(b"%{");
        let escaped = rest.starts_with(b"$${") || rest.starts_with(b"%%{");
        let depth = modes.len();
        match modes.last_mut() {
            None => return found,
            Some(Mode::Quoted) => match byte {
                b'"' => {
                    modes.pop();
                }
                b'\\' => at += 1,
                b'\n' => found.push(at),
                _ if escaped => at += 2,
                _ if opens => {
                    modes.push(Mode::Code(0));
                    at += 1;
                }
                _ => {}
            },
            Some(Mode::Heredoc(word)) => match byte {
                b'\n' if ends(&text[at + 1..], word) => {
                    modes.pop();
                }
                _ if escaped => at += 2,
                _ if opens => {
                    modes.push(Mode::Code(0));
                    at += 1;
                }
                _ => {}
            },
            Some(Mode::Code(braces)) => match byte {
                b'{' => *braces += 1,
                b'}' if *braces > 0 => *braces -= 1,
                b'}' if depth > 1 => {
                    modes.pop();
                }
                b'"' => modes.push(Mode::Quoted),
                b'#' => at += line(rest),
                b'/' if rest.starts_with(b"//") => at += line(rest),
                b'/' if rest.starts_with(b"/*") => {
                    at += rest.windows(2).skip(2).position(|end| end == b"*/").map_or(rest.len(), |end| end + 3);
                }
                b'<' if rest.starts_with(b"<<") => {
                    if let Some((word, length)) = heredoc(rest) {
                        modes.push(Mode::Heredoc(word));
                        at += length - 1;
                        // The line break stands before the first line.
                        continue;
                    }
                }
                _ => {}
            },
        }
        at += 1;
    }
    found
}

/// The length of what is left of a line, but for the byte before its end.
fn line(rest: &[u8]) -> usize {
    rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end.saturating_sub(1))
}

/// Whether a line is a word alone, blanks not counted.
fn ends(rest: &[u8], word: &[u8]) -> bool {
    let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
    line.trim_ascii() == word
}

/// The word of a heredoc, and how long its opening line is without the line break.
fn heredoc(rest: &[u8]) -> Option<(Vec<u8>, usize)> {
    let line = rest.split(|byte| *byte == b'\n').next()?;
    let word = line[2..].strip_prefix(b"-").unwrap_or(&line[2..]).trim_ascii_end();
    let name = !word.is_empty() && word.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    (name && line.len() < rest.len()).then(|| (word.to_vec(), line.len()))
}

#[cfg(test)]
mod tests {
    use super::line_breaks_in_strings;

    #[test]
    fn line_breaks() {
        let cases: [(&str, &[usize]); 9] = [
            ("a = \"b\"\n", &[]),
            ("a = \"b\n}\n", &[6, 8]),
            ("a = \"b\nc = \"d\n", &[6]),
            ("a = \"${{\nb = 1\n}}\"\n", &[]),
            ("a = \"$${\n\"\n", &[8]),
            ("a = <<E\n\"\nE\nb = \"\n", &[17]),
            ("# \"\n/* \" */ // \"\n", &[]),
            ("a = \"\\\"\"\n", &[]),
            ("a = <<-E\n  ${\"\n", &[14]),
        ];
        for (text, expected) in cases {
            assert_eq!(line_breaks_in_strings(text.as_bytes()), expected, "{text:?}");
        }
    }
}
