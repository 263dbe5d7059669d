//! Strings and braces, as a scanner sees them that lets a string go on until its quote and guesses nothing.
//!
//! Our own ends a string that is not closed on its line there, and reads on; and where a brace is missing or too much it
//! goes by how lines are indented. HCL's does neither: from such a string on it takes code for text and text for code, and
//! after a missing brace one block for a part of the other.

/// Where code and text end.
enum Mode {
    /// Code, with the braces that are open; in a string or heredoc it ends with its own brace.
    Code(usize),
    /// A string.
    Quoted,
    /// A heredoc, with the word that ends it.
    Heredoc(Vec<u8>),
}

/// What a scanner finds that knows nothing but strings, comments and braces.
#[derive(Debug, Default)]
pub struct Scanned {
    /// The positions of line breaks within strings.
    pub breaks: Vec<usize>,
    /// The first brace that closes nothing.
    pub extra: Option<usize>,
    /// The braces that are never closed, the outermost first.
    pub open: Vec<usize>,
    /// Whether the end is within a string, a heredoc or an interpolation.
    pub within: bool,
    /// The braces that are opened outside of strings, each with how many are open around it.
    pub opened: Vec<(usize, usize)>,
}

/// Looks through native syntax.
pub fn scan(text: &[u8]) -> Scanned {
    let mut scanned = Scanned::default();
    let mut modes = vec![Mode::Code(0)];
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        let rest = &text[at..];
        let opens = rest.starts_with(b"${") || rest.starts_with(b"%{");
        let escaped = rest.starts_with(b"$${") || rest.starts_with(b"%%{");
        let depth = modes.len();
        match modes.last_mut() {
            None => return scanned,
            Some(Mode::Quoted) => match byte {
                b'"' => {
                    modes.pop();
                }
                b'\\' => at += 1,
                b'\n' => scanned.breaks.push(at),
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
                b'{' => {
                    if depth == 1 {
                        scanned.opened.push((at, *braces));
                        scanned.open.push(at);
                    }
                    *braces += 1;
                }
                b'}' if *braces > 0 => {
                    *braces -= 1;
                    if depth == 1 {
                        scanned.open.pop();
                    }
                }
                b'}' if depth > 1 => {
                    modes.pop();
                }
                b'}' => scanned.extra = scanned.extra.or(Some(at)),
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
    scanned.within = modes.len() > 1;
    scanned
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
    use super::scan;

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
            assert_eq!(scan(text.as_bytes()).breaks, expected, "{text:?}");
        }
    }

    #[test]
    fn braces() {
        let scanned = scan(b"a {\n  b = \"{${{}}\"\n  c {\n}\nd {\n}\n");
        assert_eq!((scanned.open, scanned.extra), (vec![2], None));
        assert_eq!(scanned.opened, [(2, 0), (23, 1), (29, 1)]);
        assert_eq!(scan(b"a {\n}\n}\n}").extra, Some(6));
    }
}
