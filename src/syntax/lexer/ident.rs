//! Names: UAX #31 identifiers that may have `-` in them, and start with `_`.

#[path = "ident_table.rs"]
mod table;

/// Whether a name may start with `char`.
pub(in crate::syntax) fn starts_name(char: char) -> bool {
    match char {
        'a'..='z' | 'A'..='Z' | '_' => true,
        '\0'..='\x7f' => false,
        _ => contains(&table::START, char),
    }
}

/// Whether a name may go on with `char`.
pub(in crate::syntax) fn continues_name(char: char) -> bool {
    match char {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => true,
        '\0'..='\x7f' => false,
        _ => contains(&table::START, char) || contains(&table::CONTINUE, char),
    }
}

fn contains(ranges: &[(u32, u32)], char: char) -> bool {
    let code = char as u32;
    let index = ranges.partition_point(|&(_, end)| end < code);
    ranges.get(index).is_some_and(|&(start, _)| start <= code)
}

/// The ASCII part of [`continues_name`].
const ASCII: [bool; 256] = {
    let mut ascii = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        ascii[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_' || byte as u8 == b'-';
        byte += 1;
    }
    ascii
};

/// The end of the name that starts at `start`.
#[inline]
pub(super) fn name_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        let rest = &bytes[at..];
        at += rest.iter().position(|&byte| !ASCII[byte as usize]).unwrap_or(rest.len());
        if bytes.get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        match char_at(bytes, at) {
            Some(char) if continues_name(char) => at += char.len_utf8(),
            _ => return at,
        }
    }
}

/// Whether a name starts at `at`.
pub(super) fn starts_name_at(bytes: &[u8], at: usize) -> bool {
    char_at(bytes, at).is_some_and(starts_name)
}

/// The character at `at`, if there is valid UTF-8.
pub(in crate::syntax) fn char_at(bytes: &[u8], at: usize) -> Option<char> {
    let length = match bytes.get(at)? {
        0..0x80 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf8 => 4,
        _ => return None,
    };
    std::str::from_utf8(bytes.get(at..at + length)?).ok()?.chars().next()
}
