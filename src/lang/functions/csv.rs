//! Comma-separated values, read as strictly as Go reads them: crates for CSV accept quotes in the middle of a
//! field, which Terraform rejects.

/// A record and the line it begins in.
pub(super) struct Record {
    pub(super) fields: Vec<String>,
    pub(super) line: usize,
}

/// What is wrong, and in which line.
pub(super) struct CsvError {
    pub(super) line: usize,
    pub(super) message: &'static str,
}

/// The records of a text; empty lines are none.
pub(super) struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Reader { rest: text, line: 0 }
    }

    /// The next line without its break; `\r\n` counts as one.
    fn read_line(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        self.line += 1;
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        Some(line.strip_suffix('\r').unwrap_or(line))
    }

    fn record(&mut self, mut line: &'a str) -> Result<Record, CsvError> {
        let first = self.line;
        let mut fields = Vec::new();
        loop {
            let Some(quoted) = line.strip_prefix('"') else {
                let (field, rest) = line.split_once(',').map_or((line, None), |(field, rest)| (field, Some(rest)));
                if field.contains('"') {
                    return Err(CsvError { line: self.line, message: "bare \" in non-quoted-field" });
                }
                fields.push(field.to_owned());
                match rest {
                    Some(rest) => line = rest,
                    None => return Ok(Record { fields, line: first }),
                }
                continue;
            };
            let mut field = String::new();
            let mut text = quoted;
            let after = loop {
                let Some((before, after)) = text.split_once('"') else {
                    // The field goes on in the next line.
                    field.push_str(text);
                    let unclosed = CsvError { line: self.line, message: "extraneous or missing \" in quoted-field" };
                    // A break that is there is part of the field, though not the last one of a text.
                    text = self.read_line().ok_or(unclosed)?;
                    field.push('\n');
                    continue;
                };
                field.push_str(before);
                match after.strip_prefix('"') {
                    Some(rest) => {
                        field.push('"');
                        text = rest;
                    }
                    None => break after,
                }
            };
            fields.push(field);
            match after.strip_prefix(',') {
                Some(rest) => line = rest,
                None if after.is_empty() => return Ok(Record { fields, line: first }),
                None => {
                    return Err(CsvError { line: self.line, message: "extraneous or missing \" in quoted-field" });
                }
            }
        }
    }
}

impl Iterator for Reader<'_> {
    type Item = Result<Record, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.read_line()? {
                "" => {}
                line => return Some(self.record(line)),
            }
        }
    }
}
