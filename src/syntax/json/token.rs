//! JSON's tokens.

use super::string::extent;
use crate::syntax::lexer::{TokenKind, char_at};

/// The token that a text which is not empty starts with, and its length. Strings are [`TokenKind::Text`], their quotes
/// included.
pub(in crate::syntax) fn token(text: &[u8]) -> (TokenKind, usize) {
    let run = |of: fn(&u8) -> bool| text.iter().take_while(|byte| of(byte)).count();
    match text[0] {
        b' ' | b'\t' => (TokenKind::Blank, run(|byte| matches!(byte, b' ' | b'\t'))),
        b'\n' => (TokenKind::Newline, 1),
        b'\r' if text.get(1) == Some(&b'\n') => (TokenKind::Newline, 2),
        b'{' => (TokenKind::OpenBrace, 1),
        b'}' => (TokenKind::CloseBrace, 1),
        b'[' => (TokenKind::OpenBracket, 1),
        b']' => (TokenKind::CloseBracket, 1),
        b',' => (TokenKind::Comma, 1),
        b':' => (TokenKind::Colon, 1),
        b'"' => (TokenKind::Text, extent(text).0),
        b'-' | b'0'..=b'9' => {
            (TokenKind::Number, run(|byte| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')))
        }
        byte if byte.is_ascii_alphabetic() => (TokenKind::Name, run(u8::is_ascii_alphanumeric)),
        _ => char_at(text, 0).map_or((TokenKind::NotUtf8, 1), |char| (TokenKind::Stray, char.len_utf8())),
    }
}
